"""Annex D: where the places lie, as a sketch to scale and as coordinates."""

from collections import Counter
from collections.abc import Iterator

from inspector.core.papers import AfterText, SpotRow
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.told import told_chapter, told_table
from inspector.reports.composer import Composer, Numbered
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.sketch import Sketch, Spot
from inspector.reports.outline import OutlineTable
from inspector.reports.outlines.works import location_section
from inspector.reports.styles import CAPTION
from inspector.words.language import _


def location_chapter(composer: Composer, after: AfterText) -> Chapter:
    """Set annex D; without positions a sentence says so."""
    section = location_section(after)
    spots = _of_one_datum(after.spots)
    if not spots:
        return told_chapter(composer, "annex-d", section)
    anchor = Anchor("annex-d", section.title)
    tables = [(composer.numbered(table.title), table) for table in section.tables]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, anchor, _sketch(composer, spots), tables),
        count=1 + len(tables),
        tables=tuple(numbered.anchor for numbered, _table in tables),
        on_new_page=True,
    )


def _pieces(
    composer: Composer,
    anchor: Anchor,
    sketch: Block,
    tables: list[tuple[Numbered, OutlineTable]],
) -> Iterator[list[Block]]:
    yield [Led([composer.heading(anchor)], sketch)]
    for numbered, table in tables:
        yield [told_table(composer, table, numbered)]


def _sketch(composer: Composer, spots: list[SpotRow]) -> Sketch:
    return Sketch(
        composer.setter,
        [Spot(one.label, float(one.latitude), float(one.longitude)) for one in spots],
        composer.text(_("位置示意图（上北下南，编号见部位坐标表）"), CAPTION),
    )


def _of_one_datum(spots: tuple[SpotRow, ...]) -> list[SpotRow]:
    """Give the spots of the datum that most have: those of two do not lie on one plan."""
    if not spots:
        return []
    ((datum, _count),) = Counter(one.datum for one in spots).most_common(1)
    return [one for one in spots if one.datum == datum]
