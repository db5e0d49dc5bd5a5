"""Tables: ruled, with a head on every page and rows that are cut only when a page is too small."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from inspector.reports.layout.blocks import Block
from inspector.reports.layout.colours import HEAD_FILL, LINE, Colour
from inspector.reports.layout.pen import Anchor, Pen

OUTER, INNER = 1.0, 0.4
PAD_X, PAD_Y = 4.0, 3.0
_FEWEST_ROWS = 2
_CAPTION_GAP = 3.0
_NOTE_GAP = 3.0
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Cell:
    """A block in one or more columns; `top` sets it at the upper edge instead of the middle."""

    block: Block
    span: int = 1
    fill: Colour | None = None
    top: bool = False
    pad: float = PAD_X


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """A table's title, the one it carries on following pages, and its anchor."""

    first: Block
    again: Block
    anchor: Anchor | None = None


@dataclass(slots=True, kw_only=True)
class Grid:
    """Rows of cells in columns of given widths (in points); made by `grid`."""

    edges: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    heights: tuple[float, ...]
    head_heights: tuple[float, ...]
    caption: Caption | None
    note: Block | None
    whole: bool = False
    is_first: bool = True
    before: float = 6
    after: float = 8

    # -- measuring

    def _title(self) -> Block | None:
        if self.caption is None:
            return None
        return self.caption.first if self.is_first else self.caption.again

    def _top_height(self, width: float) -> float:
        """Measure what stands above the first row: caption and head."""
        title = self._title()
        caption = title.height(width) + _CAPTION_GAP if title else 0.0
        return caption + sum(self.head_heights)

    def _note_height(self, width: float) -> float:
        return _NOTE_GAP + self.note.height(width) if self.note else 0.0

    def height(self, width: float) -> float:
        """Add up caption, head, rows and the note below them."""
        return self._top_height(width) + sum(self.heights) + self._note_height(width)

    # -- cutting

    def kept_whole(self) -> "Grid":
        """Give a table that moves to the next page rather than be cut, where it can."""
        return replace(self, whole=True)

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple["Grid | None", "Block | None"]:
        """Cut between rows; never leave a head alone, nor one row on either side of many."""
        if self.whole and not force:
            return None, self
        left = room - self._top_height(width)
        count = len(self.rows)
        fitting = sum(1 for reach in accumulate(self.heights) if reach <= left + _ROUNDING)
        if fitting == count and self.height(width) <= room + _ROUNDING:
            return self, None
        if fitting >= count - 1 and count > _FEWEST_ROWS:
            fitting = count - _FEWEST_ROWS
        while 1 < fitting < count and self._leads(fitting - 1):
            fitting -= 1
        if fitting == count:
            return (None, self) if not force else self._without_note()
        if fitting >= (1 if force else min(_FEWEST_ROWS, count)):
            return replace(self._part(0, fitting), note=None), self._part(fitting, count)
        return self._cut_row(left) if force else (None, self)

    def _leads(self, at: int) -> bool:
        """Tell whether a row is a heading over the rows that follow: one cell in all columns."""
        row = self.rows[at]
        return len(row) == 1 and row[0].span == len(self.edges) - 1 and row[0].span > 1

    def _without_note(self) -> tuple["Grid", Block | None]:
        """Give the rows, and the note by itself."""
        return replace(self, note=None), self.note

    def _part(self, start: int, end: int) -> "Grid":
        """Give some of the rows as a table of its own, measured already."""
        rows, heights = self.rows[start:end], self.heights[start:end]
        is_first = self.is_first and start == 0
        return replace(self, rows=rows, heights=heights, whole=False, is_first=is_first)

    def _cut_row(self, room: float) -> tuple["Grid", "Grid | None"]:
        """Cut the first row itself, which is higher than a page."""
        upper: list[Cell] = []
        lower: list[Cell] = []
        for cell, width in _measured(self.edges, self.rows[0]):
            shown, rest = cell.block.split(width, room - 2 * PAD_Y, force=True)
            upper.append(_with(cell, shown))
            lower.append(_with(cell, rest))
        first = self._replaced(tuple(upper), self.rows[:1], self.heights[:1])
        rest = self._replaced(tuple(lower), self.rows, self.heights)
        return replace(first, note=None), replace(rest, is_first=False)

    def _replaced(self, row: Row, rows: tuple[Row, ...], heights: tuple[float, ...]) -> "Grid":
        """Give rows whose first one is another."""
        height = _row_height(self.edges, row)
        return replace(self, rows=(row, *rows[1:]), heights=(height, *heights[1:]), whole=False)

    # -- drawing

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw caption, head and rows, then the rules over them."""
        if self.caption and self.caption.anchor and self.is_first:
            pen.anchor(self.caption.anchor, top)
        title = self._title()
        if title:
            title.draw(pen, x, top, width)
            top -= title.height(width) + _CAPTION_GAP
        rules: list[tuple[float, float, float, float]] = []
        upper = top
        heights = self.head_heights + self.heights
        for row, height in zip(self.head + self.rows, heights, strict=True):
            upper = self._draw_row(pen, row, (x, upper, height), rules)
        pen.lines(rules, INNER)
        total = self.edges[-1]
        pen.box((x, upper, total, top - upper), line=OUTER, colour=LINE)
        if self.note:
            self.note.draw(pen, x, upper - _NOTE_GAP, width)

    def _draw_row(
        self,
        pen: Pen,
        row: Row,
        box: tuple[float, float, float],
        rules: list[tuple[float, float, float, float]],
    ) -> float:
        """Draw one row and note its rules; give where the next one begins."""
        x, top, height = box
        at = 0
        for cell in row:
            left, right = x + self.edges[at], x + self.edges[at + cell.span]
            if cell.fill:
                pen.box((left, top - height, right - left, height), fill=cell.fill)
            if at:
                rules.append((left, top, left, top - height))
            inner = self.edges[at + cell.span] - self.edges[at] - 2 * cell.pad
            spare = 0 if cell.top else (height - 2 * PAD_Y - cell.block.height(inner)) / 2
            cell.block.draw(pen, left + cell.pad, top - PAD_Y - spare, inner)
            at += cell.span
        rules.append((x, top - height, x + self.edges[-1], top - height))
        return top - height


class _Nothing:
    """What is left of a cell whose text fitted."""

    before = after = 0.0

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        return 0.0

    def split(
        self,
        width: float,  # noqa: ARG002 - the protocol's
        room: float,  # noqa: ARG002 - likewise
        *,
        force: bool = False,  # noqa: ARG002 - likewise
    ) -> tuple["_Nothing", None]:
        return self, None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Leave the cell empty."""


def grid(
    columns: Sequence[float],
    rows: Sequence[Row],
    *,
    head: Sequence[Row] = (),
    caption: Caption | None = None,
    note: Block | None = None,
    least: float = 0,
) -> Grid:
    """Make a table: `head` stands on every page, `note` below the last row.

    `least` is the lowest height of a row, for rows that a pen will fill.
    """
    edges = tuple(accumulate(columns, initial=0.0))
    return Grid(
        edges=edges,
        head=tuple(head),
        rows=tuple(rows),
        heights=tuple(max(least, _row_height(edges, row)) for row in rows),
        head_heights=tuple(_row_height(edges, row) for row in head),
        caption=caption,
        note=note,
    )


def _measured(edges: tuple[float, ...], row: Row) -> list[tuple[Cell, float]]:
    """Give each cell with the width that its block has."""
    found, at = [], 0
    for cell in row:
        found.append((cell, edges[at + cell.span] - edges[at] - 2 * cell.pad))
        at += cell.span
    return found


def _row_height(edges: tuple[float, ...], row: Row) -> float:
    heights = (cell.block.height(width) for cell, width in _measured(edges, row))
    return max(heights) + 2 * PAD_Y


def _with(cell: Cell, block: Block | None) -> Cell:
    return Cell(block or _Nothing(), cell.span, cell.fill, top=True, pad=cell.pad)


def filled(cell: Cell) -> Cell:
    """Give the cell on the ground of table heads."""
    return Cell(cell.block, cell.span, HEAD_FILL, cell.top, cell.pad)
