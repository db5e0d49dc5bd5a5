"""A page as marks to be drawn: what a preview shows of a paper, in points from the lower left."""

from dataclasses import dataclass
from pathlib import Path

Tone = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """Characters of one face on a base line; `width` is the advance that the paper gives them."""

    x: float
    base: float
    text: str
    face: str
    size: float
    width: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class LineMark:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    width: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A rectangle by its lower left corner and size: filled, outlined, or both."""

    frame: tuple[float, float, float, float]
    line: float
    tone: Tone
    fill: Tone | None


@dataclass(frozen=True, slots=True)
class CircleMark:
    """The dashed circle of a seal."""

    centre: tuple[float, float]
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class PhotoMark:
    """A photo in its frame."""

    frame: tuple[float, float, float, float]
    path: Path


Mark = TextMark | LineMark | BoxMark | CircleMark | PhotoMark


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page: its size in points and its marks in the order of drawing."""

    size: tuple[float, float]
    marks: tuple[Mark, ...]
