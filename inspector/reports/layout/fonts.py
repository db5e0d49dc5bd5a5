"""The shipped fonts, and the promise that no character vanishes.

Every text is checked against the character map of its font; a character that is missing there
comes from a sibling font or is spelled by its code point, and the paper says so. Silent blanks
in a person's name are the failure to avoid (DESIGN, 9: Fonts).
"""

import mmap
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ASCENT = 0.88
"""Height of the Noto SC fonts above the base line, in ems; the em box is what lines centre on."""

_BLANKS = {"\u00a0": " ", "\t": " ", "\u2007": " ", "\u202f": " "}
_LARGE = 1 << 20


class Face(StrEnum):
    """The faces of a paper: Song for text, Hei for titles and table heads."""

    SONG = "NotoSerifSC-Regular"
    SONG_BOLD = "NotoSerifSC-Bold"
    HEI = "NotoSansSC-Regular"
    HEI_BOLD = "NotoSansSC-Bold"


_SIBLINGS = {
    Face.SONG: Face.HEI,
    Face.SONG_BOLD: Face.HEI_BOLD,
    Face.HEI: Face.SONG,
    Face.HEI_BOLD: Face.SONG_BOLD,
}


class _Widths(dict[str, float]):
    """Advance of each character in ems, asked from the font once."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        width: float = self._face.getCharWidth(ord(_BLANKS.get(char, char))) / 1000
        self[char] = width
        return width


class Typeface:
    """One face of one font file, ready to be measured and embedded."""

    __slots__ = ("_codes", "_proved", "font", "name", "widths")

    def __init__(self, face: Face, folder: Path) -> None:
        self.name = f"Inspector-{face.value}"
        file = _FontFile(folder / f"{face.value}.ttf")
        self.font: Any = TTFont(self.name, file, asciiReadable=0)
        self.font.face._ttf_data = file.window()  # noqa: SLF001 - see _FontFile
        self.font.face.glyphToChar = {}  # for shaping only; five megabytes a face
        self.widths = _Widths(self.font.face)
        self._codes = self.font.face.charToGlyph
        self._proved = {"\n"}

    def covers(self, text: str) -> bool:
        """Tell whether the font has a glyph for every character."""
        unproved = set(text) - self._proved
        if not all(self._has(char) for char in unproved):
            return False
        self._proved |= unproved
        return True

    def _has(self, char: str) -> bool:
        return ord(_BLANKS.get(char, char)) in self._codes

    def width(self, text: str, size: float) -> float:
        """Measure a text that the face covers."""
        return sum(map(self.widths.__getitem__, text)) * size


class _FontFile:
    """A font file that the system pages in as needed: only used glyphs cost memory.

    ReportLab reads it by slices, and would copy the table of all outlines for every subset; a
    large slice is therefore a window that is sliced again.
    """

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def read(self) -> mmap.mmap:
        """Give everything, for parsing."""
        return self._bytes

    def window(self) -> "_Window":
        """Give everything, for making subsets."""
        return _Window(self._bytes, 0, len(self._bytes))


class _Window:
    """A stretch of a mapped file."""

    __slots__ = ("_bytes", "_end", "_start")

    def __init__(self, mapped: mmap.mmap, start: int, end: int) -> None:
        self._bytes, self._start, self._end = mapped, start, end

    def __len__(self) -> int:
        return self._end - self._start

    def __getitem__(self, key: slice | int) -> "bytes | int | _Window":
        if isinstance(key, int):
            return self._bytes[self._start + key]
        start, end, _step = key.indices(len(self))
        if end - start > _LARGE:
            return _Window(self._bytes, self._start + start, self._start + end)
        return self._bytes[self._start + start : self._start + end]


class FontShelf:
    """The fonts of a folder, opened when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[Face, Typeface] = {}

    def typeface(self, face: Face) -> Typeface:
        """Give a face, opening its file the first time."""
        found = self._open.get(face)
        if found is None:
            found = self._open[face] = Typeface(face, self._folder)
            pdfmetrics.registerFont(found.font)
        return found

    def pieces(self, text: str, face: Face) -> list[tuple[Typeface, str]]:
        """Cut a text into pieces that one font covers each; spell out what none has."""
        own = self.typeface(face)
        if own.covers(text):
            return [(own, text)]
        pieces: list[tuple[Typeface, str]] = []
        for typeface, shown in self._shown(text, face, own):
            if pieces and pieces[-1][0] is typeface:
                pieces[-1] = (typeface, pieces[-1][1] + shown)
            else:
                pieces.append((typeface, shown))
        return pieces

    def _shown(self, text: str, face: Face, own: Typeface) -> Iterator[tuple[Typeface, str]]:
        for char in text:
            if own.covers(char):
                yield own, char
                continue
            sibling = self.typeface(_SIBLINGS[face])
            yield (sibling, char) if sibling.covers(char) else (own, spelled(char))

    def missing(self, text: str, face: Face) -> list[str]:
        """List the characters that no shipped font has."""
        if self.typeface(face).covers(text):
            return []
        faces = (self.typeface(face), self.typeface(_SIBLINGS[face]))
        return [
            char for char in dict.fromkeys(text) if not any(each.covers(char) for each in faces)
        ]


def spelled(char: str) -> str:
    """Spell a character that no font has by its code point: 〔U+20BB7〕."""
    return f"〔{code_point(char)}〕"


def code_point(char: str) -> str:
    """Give a character's code point as people write it."""
    return f"U+{ord(char):04X}"


@lru_cache(maxsize=2)
def font_shelf(folder: Path) -> FontShelf:
    """Give the fonts of a folder; the files are shipped and never change while we run."""
    return FontShelf(folder)
