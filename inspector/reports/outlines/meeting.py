"""The parts of an acceptance outline that a meeting adds."""

from collections.abc import Iterator

from inspector.core.papers import MeetingText
from inspector.reports.outline import OutlineTable, Section
from inspector.reports.wording import meeting_line, satisfaction_line
from inspector.words.language import _


def organisation_section(meeting: MeetingText) -> Section:
    """Draw chapter 4: the meeting, its members and groups."""
    members = OutlineTable(
        title=_("验收组成员与到会情况"),
        head=(_("参与方"), _("单位名称"), _("代表"), _("职务"), _("到会"), _("授权书")),
        rows=tuple(
            (each.role, each.unit, each.representative, each.post, each.presence, each.letter)
            for each in meeting.members
        ),
        widths=(28, 56, 22, 22, 16, 16),
    )
    groups = OutlineTable(
        title=_("验收分组与分组意见"),
        head=(_("组别"), _("范围"), _("抽查的检查项"), _("组员"), _("意见")),
        rows=tuple(
            (each.name, each.scope, each.items, each.members, each.opinion)
            for each in meeting.groups
        ),
        widths=(24, 40, 30, 30, 36),
    )
    return Section(
        title=_("四、验收组织"),
        lines=(meeting_line(meeting),),
        tables=tuple(one for one in (members, groups) if one.rows),
    )


def residents_sections(meeting: MeetingText | None) -> Iterator[Section]:
    """Draw chapter 8 where residents were asked."""
    if meeting is None or not meeting.satisfaction:
        return
    comments = OutlineTable(
        title=_("居民意见和建议"),
        head=(_("楼栋单元"), _("满意程度"), _("意见和建议")),
        rows=tuple((each.home, each.level, each.comment) for each in meeting.comments),
        widths=(40, 24, 96),
    )
    yield Section(
        title=_("八、居民意见"),
        lines=(satisfaction_line(meeting),),
        tables=(comments,) if comments.rows else (),
    )


def opinions_tables(meeting: MeetingText | None) -> Iterator[OutlineTable]:
    """Draw what each party said in every round."""
    if meeting is None:
        return
    yield OutlineTable(
        title=_("各参加单位意见"),
        head=(_("轮次"), _("单位"), _("意见"), _("意见内容"), _("条件及落实")),
        rows=tuple(
            (each.round, each.unit, each.stance, each.text, "\n".join(each.conditions) or None)
            for each in meeting.opinions
        ),
        widths=(16, 42, 22, 40, 40),
    )
