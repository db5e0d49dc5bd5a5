"""The pen that draws on the pages of one paper: text, lines, boxes, photos, anchors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from inspector.reports.layout.colours import INK, LINE, Colour
from inspector.reports.layout.fonts import Face, FontShelf, Typeface
from inspector.reports.layout.jpegs import JpegFile
from inspector.reports.layout.measures import PAGE_HEIGHT, PAGE_WIDTH

_PDF_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font and colour on a line."""

    typeface: Typeface
    colour: Colour
    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the paper that the contents page and the outline lead to."""

    key: str
    title: str
    level: int = 0


Later = Callable[["Pen", int, int], None]
"""Draws what only the finished paper knows: given the pen, the page and the number of pages."""


@dataclass(slots=True)
class Drawn:
    """What the pen has drawn so far."""

    canvas: Any
    later: list[tuple[int, Later]] = field(default_factory=list)
    pages_of: dict[str, int] = field(default_factory=dict)
    jpegs: dict[Path, str] = field(default_factory=dict)


class Pen:
    """Draws in points from the lower left corner of an A4 page."""

    def __init__(self, shelf: FontShelf, language: str) -> None:
        face = shelf.typeface(Face.SONG)
        self._canvas: Any = Canvas(
            "",
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=face.name,
            pdfVersion=_PDF_VERSION,
            lang=language,
        )
        self._document = self._canvas._doc  # noqa: SLF001 - fonts and photos belong to it
        self._put: Callable[[str], None] = self._canvas.addLiteral
        self.drawn = Drawn(self._canvas)
        self.page = 1
        self._level = -1

    # -- text and lines

    def text(
        self, x: float, base: float, pieces: Sequence[Piece], size: float, stretch: float = 0
    ) -> None:
        """Draw pieces one after the other on a base line."""
        out = [f"BT 1 0 0 1 {x:.3f} {base:.3f} Tm {stretch:.4f} Tc"]
        for piece in pieces:
            out.append(f"{piece.colour} rg")
            out.extend(self._shown(piece, size))
        out.append("ET")
        self._put(" ".join(out))

    def _shown(self, piece: Piece, size: float) -> list[str]:
        font, document = piece.typeface.font, self._document
        return [
            f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{codes.hex()}> Tj"
            for subset, codes in font.splitString(piece.text, document)
        ]

    def lines(
        self,
        lines: Sequence[tuple[float, float, float, float]],
        width: float,
        colour: Colour = LINE,
    ) -> None:
        """Stroke straight lines of one width."""
        path = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
        if path:
            self._put(f"{colour} RG {width:g} w {path} S")

    def box(
        self,
        frame: tuple[float, float, float, float],
        *,
        line: float = 0,
        colour: Colour = LINE,
        fill: Colour | None = None,
    ) -> None:
        """Draw a rectangle, given its lower left corner and size: filled, outlined, or both."""
        x, y, width, height = frame
        shape = f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re"
        if fill is not None:
            self._put(f"{fill} rg {shape} f")
        if line:
            self._put(f"{colour} RG {line:g} w {shape} S")

    def dashed_circle(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Draw the circle in which a seal will stand."""
        self._canvas.saveState()
        self._put(f"{colour} RG 0.6 w [3 2] 0 d")
        self._canvas.circle(x, y, radius, stroke=1, fill=0)
        self._canvas.restoreState()

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: Colour) -> None:
        """Draw one stroke of a handwriting: round ends and corners."""
        first, *others = points
        path = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others or [first])
        self._put(f"q 1 J 1 j {colour} RG {width:.2f} w {first[0]:.2f} {first[1]:.2f} m {path} S Q")

    # -- photos

    def photo(self, jpeg: JpegFile, x: float, y: float, width: float, height: float) -> None:
        """Draw a photo whose bytes are copied from file to file when the paper is written."""
        name = self.drawn.jpegs.get(jpeg.path)
        if name is None:
            name = self.drawn.jpegs[jpeg.path] = f"P{len(self.drawn.jpegs) + 1}"
            self._document.addForm(name, jpeg)
        internal = self._document.getXObjectName(name)
        self._canvas._currentPageHasImages = 1  # noqa: SLF001 - as Canvas.drawImage does
        self._canvas._formsinuse.append(name)  # noqa: SLF001 - likewise
        self._put(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{internal} Do Q")

    # -- pages and what leads to them

    def anchor(self, anchor: Anchor, top: float) -> None:
        """Remember that something begins here: for contents, outline and links."""
        self.drawn.pages_of[anchor.key] = self.page
        self._canvas.bookmarkPage(anchor.key, fit="XYZ", left=0, top=top)
        self._level = min(anchor.level, self._level + 1)
        self._canvas.addOutlineEntry(anchor.title, anchor.key, self._level)

    def link(self, key: str, box: tuple[float, float, float, float], title: str) -> None:
        """Make a rectangle lead to an anchor, drawn before or after it."""
        self._canvas.linkRect(title, key, box, relative=0, thickness=0, F=4)

    def later(self, draw: Later) -> None:
        """Have something drawn on this page once the number of pages is known."""
        self._put(_placeholder(len(self.drawn.later)))
        self.drawn.later.append((self.page, draw))

    def end_page(self) -> None:
        """Close the page and begin the next."""
        self._canvas.showPage()
        self.page += 1

    def finish(self) -> int:
        """Draw what waited for the number of pages, and tell that number."""
        pages = self._document.Pages.pages
        for at, (number, draw) in enumerate(self.drawn.later):
            self._canvas._code = []  # noqa: SLF001 - a late part goes where its place was kept
            draw(self, number, len(pages))
            late = "\n".join(self._canvas._code)  # noqa: SLF001 - likewise
            page = pages[number - 1]
            page.stream = page.stream.replace(_placeholder(at), late, 1)
        self._canvas._code = []  # noqa: SLF001 - nothing is left over
        return len(pages)

    def draw_on_all(self, draw: Later) -> None:
        """Draw over what every page of the finished paper has."""
        pages = self._document.Pages.pages
        for number, page in enumerate(pages, start=1):
            draw(self, number, len(pages))
            page.stream = "\n".join([page.stream, *self._canvas._code])  # noqa: SLF001 - as above
            self._canvas._code = []  # noqa: SLF001 - likewise


def _placeholder(number: int) -> str:
    """Give a comment that keeps a place in a page's stream; its end keeps 1 apart from 11."""
    return f"%late {number};"


def one_piece(typeface: Typeface, text: str, colour: Colour = INK) -> Piece:
    """Give a text that one font covers as a piece."""
    return Piece(typeface, colour, text)
