"""Makes the blocks of one paper: paragraphs, cells, rows, numbered tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.core.papers import USUAL, PaperLook, PaperPhoto
from inspector.reports.layout.blocks import Anchored, Block, Rule
from inspector.reports.layout.fitting import fitted
from inspector.reports.layout.grid import Caption, Cell, Grid, Row, filled, grid
from inspector.reports.layout.jpegs import read_jpeg
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.photobox import PhotoBox
from inspector.reports.layout.picture import Picture
from inspector.reports.layout.prose import Prose, Run, Style, prose
from inspector.reports.layout.typesetter import Typesetter
from inspector.reports.styles import (
    BODY,
    CAPTION,
    CELL,
    CELL_CENTRE,
    CHAPTER,
    HEAD,
    LABEL,
    LETTERHEAD,
    REMARK,
)
from inspector.words.language import _

_SEAL_ROOM_MM = 42
DASH = "—"
"""What stands where nothing was recorded."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table's number and title, given before the pages are set."""

    anchor: Anchor
    caption: Caption


class Composer:
    """Sets texts with one typesetter in an office's look, and counts the tables of one paper."""

    def __init__(self, setter: Typesetter, look: PaperLook = USUAL) -> None:
        self.setter = setter
        self.look = look
        self._tables = 0

    # -- text

    def text(self, text: str | Sequence[Run], style: Style = BODY) -> Prose:
        """Set a paragraph."""
        return prose(self.setter, text, style)

    def paragraphs(self, texts: Iterable[str], style: Style = BODY) -> list[Prose]:
        """Set a paragraph for each text."""
        return [self.text(text, style) for text in texts]

    def remark(self, text: str) -> Prose:
        """Set a note below a table."""
        return self.text(text, REMARK)

    def letterhead(self) -> list[Block]:
        """Set the office's letterhead, where it has one."""
        lines = self.look.letterhead
        picture = self.look.picture_at
        above = [Picture(read_jpeg(picture), self.look.picture_mm * MM)] if picture else []
        if not lines and not above:
            return []
        smaller = LETTERHEAD.but(size=10.5, leading=16)
        styles = (LETTERHEAD, *[smaller] * len(lines))
        set_lines = (self.text(line, style) for line, style in zip(lines, styles, strict=False))
        return [*above, *set_lines, Rule(after=10)]

    @property
    def seal_radius(self) -> float:
        """Give the radius of the circle for a seal, in points; the room stays without one."""
        return (self.look.seal_mm or _SEAL_ROOM_MM) / 2 * MM

    def heading(self, anchor: Anchor) -> Anchored:
        """Set a chapter's title, to which the contents lead."""
        return Anchored(anchor, self.text(anchor.title, CHAPTER))

    # -- tables

    def numbered(self, title: str) -> Numbered:
        """Give a table its number; they count on through the whole paper."""
        self._tables += 1
        shown = _("表 {number}　{title}").format(number=self._tables, title=title)
        again = _("{caption}（续）").format(caption=shown)
        anchor = Anchor(f"table-{self._tables}", shown, level=1)
        caption = Caption(self.text(shown, CAPTION), self.text(again, CAPTION), anchor)
        return Numbered(anchor, caption)

    def cell(self, text: str | None, *, span: int = 1, style: Style = CELL) -> Cell:
        """Set a cell; what is not known prints as a dash."""
        return Cell(self.text(text or DASH, style), span)

    def centred(self, text: str | None, *, span: int = 1) -> Cell:
        """Set a cell with its text in the middle."""
        return self.cell(text, span=span, style=CELL_CENTRE)

    def label(self, text: str, *, span: int = 1) -> Cell:
        """Set a cell that names its neighbour."""
        return filled(self.cell(text, span=span, style=LABEL))

    def head(self, *titles: str) -> tuple[Row, ...]:
        """Set the head of a table."""
        return (tuple(filled(self.cell(title, style=HEAD)) for title in titles),)

    def table(
        self,
        columns_mm: Sequence[float],
        head: Sequence[str],
        rows: Iterable[Row],
        numbered: Numbered,
        note: str = "",
    ) -> Grid:
        """Make a numbered table; the columns are wished for in millimetres, no word is cut."""
        top, body = self.head(*head), list(rows)
        return grid(
            fitted(in_points(columns_mm), [*top, *body]),
            body,
            head=top,
            caption=numbered.caption,
            note=self.remark(note) if note else None,
        )

    # -- photos

    def photo(self, photo: PaperPhoto, width_mm: float, height_mm: float) -> PhotoBox:
        """Frame a photo."""
        return PhotoBox(self.setter, photo, (width_mm * MM, height_mm * MM))


def in_points(lengths_mm: Sequence[float]) -> list[float]:
    """Turn millimetres into points."""
    return [length * MM for length in lengths_mm]
