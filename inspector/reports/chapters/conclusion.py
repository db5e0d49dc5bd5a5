"""Chapter 9: what follows from the records, with every reason."""

from collections.abc import Iterator

from inspector.core.papers import AcceptancePaper, ConflictRow, ReasonLine
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.meeting import opinions_table
from inspector.reports.composer import Composer, Numbered
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Row
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.prose import Run
from inspector.reports.styles import BODY, CELL_CENTRE, CELL_CENTRE_BOLD
from inspector.reports.wording import without_meeting_note
from inspector.words.language import _

_REASON_MM = (14, 122, 24)
_CONFLICT_MM = (14, 44, 30, 72)


def conclusion_chapter(composer: Composer, paper: AcceptancePaper) -> Chapter:
    """Set chapter 9; a conclusion without a meeting says so first."""
    anchor = Anchor("chapter-9", _("九、验收结论"))
    opinions = opinions_table(composer, paper.meeting) if paper.meeting else None
    reasons = composer.numbered(_("结论依据")) if paper.conclusion.reasons else None
    conflicts = composer.numbered(_("未裁定的冲突")) if paper.conflicts else None
    tables = [one for one in (opinions and opinions[0], reasons, conflicts) if one]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, anchor, (opinions, reasons, conflicts)),
        count=1 + len(tables),
        tables=tuple(one.anchor for one in tables),
        on_new_page=True,
    )


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    anchor: Anchor,
    tables: tuple[tuple[Numbered, Block] | None, Numbered | None, Numbered | None],
) -> Iterator[list[Block]]:
    conclusion = paper.conclusion
    runs = [Run(_("结论：")), Run(conclusion.title, Face.HEI_BOLD)]
    if conclusion.without_meeting:
        runs.append(Run(_("（未经会议）")))
    if not paper.is_final:
        runs.append(Run(_("（未定稿）"), Face.HEI_BOLD))
    first = composer.text(runs, BODY)
    blocks: list[Block] = [Led([composer.heading(anchor)], first)]
    blocks.append(composer.text(conclusion.wording))
    if conclusion.without_meeting:
        blocks.append(composer.text(without_meeting_note()))
    blocks += [composer.text(note) for note in conclusion.notes]
    yield blocks
    opinions, reasons, conflicts = tables
    if opinions:
        yield [opinions[1]]
    if reasons:
        yield [_reasons(composer, conclusion.reasons, reasons)]
    if conflicts:
        yield [_conflicts(composer, paper.conflicts, conflicts)]


def _reasons(composer: Composer, lines: tuple[ReasonLine, ...], numbered: Numbered) -> Block:
    head = (_("序号"), _("条件与数据"), _("是否满足"))
    rows = [_reason_row(composer, number, line) for number, line in enumerate(lines, start=1)]
    return composer.table(_REASON_MM, head, rows, numbered)


def _conflicts(composer: Composer, rows: tuple[ConflictRow, ...], numbered: Numbered) -> Block:
    head = (_("序号"), _("记录"), _("争议的内容"), _("各方所记"))
    body = [
        (
            composer.centred(str(number)),
            *(composer.cell(row.record), composer.cell(row.field)),
            composer.cell("\n".join(row.values)),
        )
        for number, row in enumerate(rows, start=1)
    ]
    return composer.table(_CONFLICT_MM, head, body, numbered)


def _reason_row(composer: Composer, number: int, line: ReasonLine) -> Row:
    return (composer.centred(str(number)), composer.cell(line.text), _met(composer, line))


def _met(composer: Composer, line: ReasonLine) -> Cell:
    """Say in red only what stands against the conclusion."""
    if line.is_met:
        return composer.cell(_("满足"), style=CELL_CENTRE)
    if not line.binding:
        return composer.cell(_("提醒"), style=CELL_CENTRE_BOLD)
    return composer.cell(
        line.consequence or _("不满足"), style=CELL_CENTRE_BOLD.but(colour=AGAINST)
    )
