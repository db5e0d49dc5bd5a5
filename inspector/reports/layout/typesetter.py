"""What one paper is set with: its fonts, and what it could not show as wished."""

from bisect import bisect_left

from inspector.core.papers import PaperWarning, WarningCode
from inspector.reports.layout.fonts import Face, FontShelf, Typeface, code_point


class Typesetter:
    """Gives texts their glyphs and keeps the warnings of one paper, each once."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._warnings: dict[PaperWarning, None] = {}

    def pieces(self, text: str, face: Face) -> list[tuple[Typeface, str]]:
        """Cut a text into pieces that one font covers each; missing glyphs are noted."""
        for char in self._shelf.missing(text, face):
            self.note(PaperWarning(WarningCode.GLYPH_MISSING, code_point(char)))
        return self._shelf.pieces(text, face)

    def width(self, text: str, face: Face, size: float) -> float:
        """Measure a text on one line."""
        return sum(typeface.width(piece, size) for typeface, piece in self.pieces(text, face))

    def fitted(self, text: str, face: Face, size: float, room: float) -> str:
        """Shorten a text to a room, with … at its end: only for running heads."""
        one_line = text.replace("\n", " ")
        if self.width(one_line, face, size) <= room:
            return one_line
        sizes = range(1, len(one_line))
        kept = bisect_left(
            sizes, True, key=lambda count: self.width(f"{one_line[:count]}…", face, size) > room
        )
        return f"{one_line[:kept]}…"

    def note(self, warning: PaperWarning) -> None:
        """Keep a warning for the person who made the paper."""
        self._warnings[warning] = None

    @property
    def warnings(self) -> tuple[PaperWarning, ...]:
        """List what the paper shows differently than wished, in the order met."""
        return tuple(self._warnings)
