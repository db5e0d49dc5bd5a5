"""What the meeting adds: chapter 4 (who came), chapter 8 (residents), the opinions of chapter 9."""

from collections.abc import Iterator

from inspector.core.papers import GroupRow, MeetingText, MemberRow, OpinionRow
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.grid import Row
from inspector.reports.layout.pen import Anchor
from inspector.reports.styles import BODY, CELL_CENTRE
from inspector.reports.wording import meeting_line, satisfaction_line
from inspector.words.language import _

_MEMBER_MM = (28, 56, 22, 22, 16, 16)
_GROUP_MM = (24, 40, 30, 30, 36)
_OPINION_MM = (16, 42, 22, 40, 40)
_RESIDENT_MM = (40, 24, 96)


def organisation_chapter(composer: Composer, meeting: MeetingText) -> Chapter:
    """Set chapter 4: the meeting, its members (T5) and its groups."""
    anchor = Anchor("chapter-4", _("四、验收组织"))
    members = composer.numbered(_("验收组成员与到会情况"))
    groups = composer.numbered(_("验收分组与分组意见")) if meeting.groups else None
    return Chapter(
        anchor=anchor,
        pieces=_organisation(composer, meeting, anchor, (members, groups)),
        count=3 if groups else 2,
        tables=tuple(one.anchor for one in (members, groups) if one),
    )


def _organisation(
    composer: Composer,
    meeting: MeetingText,
    anchor: Anchor,
    tables: tuple[Numbered, Numbered | None],
) -> Iterator[list[Block]]:
    members, groups = tables
    yield [Led([composer.heading(anchor)], composer.text(meeting_line(meeting), BODY))]
    head = (
        *(_("参与方"), _("单位名称"), _("代表"), _("职务")),
        *(_("到会"), _("授权书")),
    )
    rows = [_member_row(composer, each) for each in meeting.members]
    yield [composer.table(_MEMBER_MM, head, rows, members)]
    if groups:
        titles = (_("组别"), _("范围"), _("抽查的检查项"), _("组员"), _("意见"))
        spoken = [_group_row(composer, each) for each in meeting.groups]
        yield [composer.table(_GROUP_MM, titles, spoken, groups)]


def _member_row(composer: Composer, each: MemberRow) -> Row:
    return (
        composer.centred(each.role),
        composer.cell(each.unit),
        composer.centred(each.representative),
        composer.centred(each.post),
        composer.centred(each.presence),
        composer.centred(each.letter),
    )


def _group_row(composer: Composer, each: GroupRow) -> Row:
    texts = (each.scope, each.items, each.members, each.opinion)
    return (composer.centred(each.name), *(composer.cell(text) for text in texts))


def residents_chapter(composer: Composer, meeting: MeetingText) -> Chapter:
    """Set chapter 8: how content the residents are (T11); names are never printed."""
    anchor = Anchor("chapter-8", _("八、居民意见"))
    comments = composer.numbered(_("居民意见和建议")) if meeting.comments else None
    return Chapter(
        anchor=anchor,
        pieces=_residents(composer, meeting, anchor, comments),
        count=2 if comments else 1,
        tables=(comments.anchor,) if comments else (),
    )


def _residents(
    composer: Composer, meeting: MeetingText, anchor: Anchor, comments: Numbered | None
) -> Iterator[list[Block]]:
    yield [Led([composer.heading(anchor)], composer.text(satisfaction_line(meeting), BODY))]
    if comments:
        head = (_("楼栋单元"), _("满意程度"), _("意见和建议"))
        rows = [
            (composer.cell(each.home), composer.centred(each.level), composer.cell(each.comment))
            for each in meeting.comments
        ]
        yield [composer.table(_RESIDENT_MM, head, rows, comments)]


def opinions_table(composer: Composer, meeting: MeetingText) -> tuple[Numbered, Block] | None:
    """Set what each party said in every round, with its conditions."""
    if not meeting.opinions:
        return None
    numbered = composer.numbered(_("各参加单位意见"))
    head = (_("轮次"), _("单位"), _("意见"), _("意见内容"), _("条件及落实"))
    rows = [_opinion_row(composer, each) for each in meeting.opinions]
    return numbered, composer.table(_OPINION_MM, head, rows, numbered)


def _opinion_row(composer: Composer, each: OpinionRow) -> Row:
    style = CELL_CENTRE.but(colour=AGAINST) if each.is_against else CELL_CENTRE
    return (
        composer.centred(each.round),
        composer.cell(each.unit),
        composer.cell(each.stance, style=style),
        composer.cell(each.text),
        composer.cell("\n".join(each.conditions) or None),
    )
