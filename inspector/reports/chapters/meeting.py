"""What the meeting adds to chapter 9: the opinions of the parties."""

from inspector.core.papers import MeetingText, OpinionRow
from inspector.reports.composer import Composer, Numbered
from inspector.reports.layout.blocks import Block
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.grid import Row
from inspector.reports.styles import CELL_CENTRE
from inspector.words.language import _

_OPINION_MM = (16, 42, 22, 40, 40)


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
