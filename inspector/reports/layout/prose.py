"""Paragraphs: texts in given faces, broken by the Chinese rules and justified.

No markup is ever parsed: a text is a list of runs, so nothing that a person typed can be taken
for a tag, a file name or a formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from inspector.reports.layout.colours import INK, Colour
from inspector.reports.layout.fonts import ASCENT, Face, Typeface
from inspector.reports.layout.linebreak import Line, break_lines
from inspector.reports.layout.pen import Pen, Piece
from inspector.reports.layout.typesetter import Typesetter

_FEWEST_LINES = 2
_WIDEST_STRETCH_EM = 0.5
_ROUNDING = 1e-6


class Align(Enum):
    """How the lines of a paragraph stand."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    JUSTIFIED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set; lengths in points, the indent in characters."""

    face: Face = Face.SONG
    size: float = 10.5
    leading: float = 18
    align: Align = Align.LEFT
    indent: int = 0
    colour: Colour = INK
    before: float = 0
    after: float = 0

    def but(self, **changes: object) -> "Style":
        """Give the style with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # names are the fields' own


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that differs from its paragraph in face or colour."""

    text: str
    face: Face | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class _Span:
    """Characters of one font and colour, from `start` on."""

    start: int
    end: int
    typeface: Typeface
    colour: Colour


@dataclass(slots=True)
class Prose:
    """A paragraph, or the text of a table cell; made by `prose`."""

    style: Style
    text: str
    spans: list[_Span]
    widths: list[float]
    before: float = 0
    after: float = 0
    lines: list[Line] = field(default_factory=list)
    broken_to: float = -1
    is_cut: bool = False

    def _broken(self, width: float) -> list[Line]:
        if not self.is_cut and abs(width - self.broken_to) > _ROUNDING:
            indent = self.style.indent * self.style.size
            self.lines = break_lines(self.text, self.widths, width - indent, width)
            self.broken_to = width
        return self.lines

    def height(self, width: float) -> float:
        """Tell how high the text stands in this width."""
        return len(self._broken(width)) * self.style.leading

    def last_line_width(self, width: float) -> float:
        """Tell how far the last line reaches in this width."""
        lines = self._broken(width)
        return lines[-1].used if lines else 0

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple["Prose | None", "Prose | None"]:
        """Cut between lines so that no line stands alone, unless forced."""
        lines = self._broken(width)
        fitting = int((room + _ROUNDING) // self.style.leading)
        if fitting >= len(lines):
            return self, None
        if force:
            fitting = max(fitting, 1)
        else:
            fitting = min(fitting, len(lines) - _FEWEST_LINES)
            if fitting < _FEWEST_LINES:
                return None, self
        if fitting == len(lines):
            return self, None
        return self._part(lines[:fitting]), self._part(lines[fitting:])

    def _part(self, lines: list[Line]) -> "Prose":
        """Give some of the lines as a paragraph of its own, broken as they are."""
        return replace(self, lines=lines, before=0, is_cut=True)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the lines from `top` downwards."""
        style = self.style
        base = top - (style.leading - style.size) / 2 - ASCENT * style.size
        for line in self._broken(width):
            left, stretch = self._placed(line, width)
            pen.text(x + left, base, self._pieces(line), style.size, stretch)
            base -= style.leading

    def _placed(self, line: Line, width: float) -> tuple[float, float]:
        """Give a line's left edge and the stretch between its characters."""
        indent = self.style.indent * self.style.size if line.start == 0 else 0
        spare = width - indent - line.used
        if self.style.align is Align.CENTRE:
            return indent + spare / 2, 0
        if self.style.align is Align.RIGHT:
            return indent + spare, 0
        gaps = line.end - line.start - 1
        if self.style.align is Align.LEFT or line.is_last or gaps < 1 or spare <= 0:
            return indent, 0
        stretch = spare / gaps
        return indent, stretch if stretch < self.style.size * _WIDEST_STRETCH_EM else 0

    def _pieces(self, line: Line) -> list[Piece]:
        return [
            Piece(
                span.typeface,
                span.colour,
                self.text[max(span.start, line.start) : min(span.end, line.end)],
            )
            for span in self.spans
            if span.start < line.end and span.end > line.start
        ]


def prose(setter: Typesetter, text: str | Sequence[Run], style: Style) -> Prose:
    """Set a text: every character gets its font and width, missing ones are noted."""
    spans: list[_Span] = []
    widths: list[float] = []
    shown: list[str] = []
    for run in (Run(text),) if isinstance(text, str) else text:
        colour = run.colour or style.colour
        for typeface, piece in setter.pieces(run.text, run.face or style.face):
            start = len(widths)
            known = typeface.widths
            widths += [known[char] * style.size if char != "\n" else 0.0 for char in piece]
            spans.append(_Span(start, len(widths), typeface, colour))
            shown.append(piece)
    return Prose(style, "".join(shown), spans, widths, style.before, style.after)
