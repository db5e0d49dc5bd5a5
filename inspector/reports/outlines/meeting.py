"""The parts of an acceptance outline that a meeting adds."""

from collections.abc import Iterator

from inspector.core.papers import AcceptancePaper, MeetingText
from inspector.core.verdicts import Rate
from inspector.reports.outline import OutlineTable, Section, told_section, unrecorded
from inspector.reports.outlines.works import sampling_table
from inspector.reports.wording import meeting_line, percent_text, satisfaction_line
from inspector.words.language import _


def organisation_section(paper: AcceptancePaper) -> Section:
    """Draw chapter 4: the meeting, its members (T5) and groups, how items were sampled."""
    meeting = paper.meeting
    lines = [meeting_line(meeting)] if meeting else [_no_meeting()]
    if meeting and not meeting.groups:
        lines.append(unrecorded(_("验收分组")))
    tables = [*(_organised(meeting) if meeting else ()), sampling_table(paper.works)]
    return told_section(_("四、验收组织"), lines, tables)


def _no_meeting() -> str:
    return _("联合竣工验收会议未记录：验收组成员、到会情况和分组待会议确定。")


def _organised(meeting: MeetingText) -> Iterator[OutlineTable]:
    yield OutlineTable(
        title=_("验收组成员与到会情况"),
        head=(_("参与方"), _("单位名称"), _("代表"), _("职务"), _("到会"), _("授权书")),
        rows=tuple(
            (each.role, each.unit, each.representative, each.post, each.presence, each.letter)
            for each in meeting.members
        ),
        widths=(28, 56, 22, 22, 16, 16),
        middle=frozenset({0, 2, 3, 4, 5}),
    )
    yield OutlineTable(
        title=_("验收分组与分组意见"),
        head=(_("组别"), _("范围"), _("抽查的检查项"), _("组员"), _("意见")),
        rows=tuple(
            (each.name, each.scope, each.items, each.members, each.opinion)
            for each in meeting.groups
        ),
        widths=(24, 40, 30, 30, 36),
        middle=frozenset({0}),
    )


def residents_section(meeting: MeetingText | None) -> Section:
    """Draw chapter 8: how content the residents are, and what they say (T11); no names."""
    if meeting is None or not meeting.satisfaction:
        return told_section(_("八、居民意见"), [unrecorded(_("居民满意度和意见"))], ())
    total = sum(count for _level, count in meeting.satisfaction)
    levels = OutlineTable(
        title=_("居民满意度"),
        head=(_("满意程度"), _("人数"), _("比例")),
        rows=tuple(
            (level, count, percent_text(Rate(count, total).text))
            for level, count in meeting.satisfaction
        ),
        widths=(60, 50, 50),
        middle=frozenset({0, 2}),
    )
    comments = OutlineTable(
        title=_("居民意见和建议"),
        head=(_("楼栋单元"), _("满意程度"), _("意见和建议")),
        rows=tuple((each.home, each.level, each.comment) for each in meeting.comments),
        widths=(40, 24, 96),
        middle=frozenset({1}),
    )
    lines = [satisfaction_line(meeting)]
    if not meeting.comments:
        lines.append(unrecorded(_("居民的具体意见和建议")))
    return told_section(_("八、居民意见"), lines, (levels, comments))


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
