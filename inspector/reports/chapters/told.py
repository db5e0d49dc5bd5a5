"""A chapter as its outline tells it: lines, then numbered tables. PDF, Word and Excel share it."""

from collections.abc import Iterator

from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Row
from inspector.reports.layout.pen import Anchor
from inspector.reports.outline import Against, OutlineTable, Section, Value
from inspector.reports.styles import BODY, CELL, CELL_CENTRE
from inspector.reports.wording import grouped

_WIDTH_MM = 160
_FEW_LINES = 2
"""Lines that stay with the table below them."""
_RED = {"face": Face.SONG_BOLD, "colour": AGAINST}


def told_chapter(
    composer: Composer, key: str, section: Section, *, on_new_page: bool = False
) -> Chapter:
    """Set a chapter from its outline; its tables are numbered now, in their turn."""
    anchor = Anchor(key, section.title)
    tables = [(composer.numbered(table.title), table) for table in section.tables]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, anchor, section, tables),
        count=_count(section),
        tables=tuple(numbered.anchor for numbered, _table in tables),
        on_new_page=on_new_page,
    )


def _pieces(
    composer: Composer,
    anchor: Anchor,
    section: Section,
    tables: list[tuple[Numbered, OutlineTable]],
) -> Iterator[list[Block]]:
    lead: list[Block] = [composer.heading(anchor)]
    if tables and len(section.lines) <= _FEW_LINES:
        lead += composer.paragraphs(section.lines, BODY)
    elif section.lines:
        first, *rest = composer.paragraphs(section.lines, BODY)
        yield [Led(lead, first), *rest]
        lead = []
    for numbered, table in tables:
        block = told_table(composer, table, numbered)
        yield [Led(lead, block) if lead else block]
        lead = []


def _count(section: Section) -> int:
    """Count the pieces: the tables, and lines that stand by themselves."""
    alone = not section.tables or len(section.lines) > _FEW_LINES
    return len(section.tables) + alone


def told_table(composer: Composer, table: OutlineTable, numbered: Numbered) -> Block:
    """Set a table of an outline in the width of the page."""
    share = _WIDTH_MM / sum(table.widths)
    rows = [_row(composer, table, values) for values in table.rows]
    return composer.table(
        [width * share for width in table.widths], table.head, rows, numbered, table.note or ""
    )


def _row(composer: Composer, table: OutlineTable, values: tuple[Value, ...]) -> Row:
    return tuple(
        _cell(composer, value, centred=at in table.middle) for at, value in enumerate(values)
    )


def _cell(composer: Composer, value: Value, *, centred: bool) -> Cell:
    if isinstance(value, int):
        return composer.centred(grouped(value))
    style = CELL_CENTRE if centred else CELL
    if isinstance(value, Against):
        style = style.but(**_RED)
    return composer.cell(None if value is None else str(value), style=style)
