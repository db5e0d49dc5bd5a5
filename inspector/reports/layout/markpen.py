"""A pen that notes what it would draw, so that a window can show a page without a PDF."""

from collections.abc import Sequence

from inspector.core.marks import (
    BoxMark,
    CircleMark,
    DrawnPage,
    LineMark,
    Mark,
    PhotoMark,
    TextMark,
    Tone,
)
from inspector.reports.layout.colours import LINE, Colour
from inspector.reports.layout.fonts import FontShelf
from inspector.reports.layout.jpegs import JpegFile
from inspector.reports.layout.measures import PAGE_HEIGHT, PAGE_WIDTH
from inspector.reports.layout.pen import Anchor, Later, Pen, Piece

_PREFIX = "Inspector-"


class MarkPen(Pen):
    """Draws like the pen of a PDF; pages are kept as marks and nothing else is."""

    def __init__(self, shelf: FontShelf, language: str) -> None:
        super().__init__(shelf, language)
        self.pages: list[DrawnPage] = []
        self._marks: list[Mark] = []
        self._late: list[tuple[int, Later]] = []

    def text(
        self, x: float, base: float, pieces: Sequence[Piece], size: float, stretch: float = 0
    ) -> None:
        """Note pieces one after the other."""
        for piece in pieces:
            width = piece.typeface.width(piece.text, size) + stretch * len(piece.text)
            face = piece.typeface.name.removeprefix(_PREFIX)
            tone = _tone(piece.colour)
            self._marks.append(TextMark(x, base, piece.text, face, size, width, tone))
            x += width

    def lines(
        self,
        lines: Sequence[tuple[float, float, float, float]],
        width: float,
        colour: Colour = LINE,
    ) -> None:
        """Note straight lines."""
        tone = _tone(colour)
        self._marks += [LineMark((a, b), (c, d), width, tone) for a, b, c, d in lines]

    def box(
        self,
        frame: tuple[float, float, float, float],
        *,
        line: float = 0,
        colour: Colour = LINE,
        fill: Colour | None = None,
    ) -> None:
        """Note a rectangle."""
        self._marks.append(BoxMark(frame, line, _tone(colour), _tone(fill) if fill else None))

    def dashed_circle(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Note the circle of a seal."""
        self._marks.append(CircleMark((x, y), radius, _tone(colour)))

    def photo(self, jpeg: JpegFile, x: float, y: float, width: float, height: float) -> None:
        """Note a photo."""
        self._marks.append(PhotoMark((x, y, width, height), jpeg.path))

    def anchor(self, anchor: Anchor, top: float) -> None:
        """Lead nowhere: a preview has no contents."""

    def link(self, key: str, box: tuple[float, float, float, float], title: str) -> None:
        """Lead nowhere."""

    def later(self, draw: Later) -> None:
        """Draw at once what waits for the number of pages, when that is known."""
        self._late.append((self.page, draw))

    def end_page(self) -> None:
        """Close the page and begin the next."""
        self._keep()
        self.page += 1

    def _keep(self) -> None:
        self.pages.append(DrawnPage((PAGE_WIDTH, PAGE_HEIGHT), tuple(self._marks)))
        self._marks = []

    def finish(self) -> int:
        """Draw what waited, and tell the number of pages."""
        total = len(self.pages)
        for number, draw in self._late:
            draw(self, number, total)
            page = self.pages[number - 1]
            self.pages[number - 1] = DrawnPage(page.size, (*page.marks, *self._marks))
            self._marks = []
        return total


def _tone(colour: Colour) -> Tone:
    red, green, blue = (float(part) for part in colour.split())
    return red, green, blue
