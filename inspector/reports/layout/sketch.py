"""A sketch of where places lie: dots with labels, to scale, north up, with a bar of metres.

Nothing of it is a survey: degrees become metres on a plane that touches the middle of the dots,
which over the two kilometres of a community is exact to a few centimetres.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspector.reports.layout.blocks import Uncut
from inspector.reports.layout.colours import GREY, INK
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Pen, Piece
from inspector.reports.layout.prose import Prose
from inspector.reports.layout.typesetter import Typesetter

_HEIGHT = 110 * MM
_MARGIN = 10 * MM
_CAPTION_GAP = 3.0
_DOT = 2.4
_SIZE = 7.0
_METRES_PER_DEGREE = 111_320.0
_LEAST_SPAN_M = 20.0
_STEPS = (1, 2, 5)
_LONGEST_BAR = 0.25

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its label, in degrees."""

    label: str
    latitude: float
    longitude: float


class Sketch(Uncut):
    """The sketch as one block with its caption above."""

    def __init__(self, setter: Typesetter, spots: Sequence[Spot], caption: Prose) -> None:
        self._setter, self._spots, self._caption = setter, spots, caption
        self.before, self.after = 6.0, 8.0

    def height(self, width: float) -> float:
        """Give the height of caption and frame."""
        return self._caption.height(width) + _CAPTION_GAP + _HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw frame, dots and labels, then the bar and the arrow to the north."""
        self._caption.draw(pen, x, top, width)
        bottom = top - self.height(width)
        pen.box((x, bottom, width, _HEIGHT), line=0.6, colour=GREY)
        scale, points = placed(self._spots, width - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN)
        dots = [(x + _MARGIN + east, bottom + _MARGIN + north) for east, north in points]
        for east, north in dots:
            pen.box((east - _DOT / 2, north - _DOT / 2, _DOT, _DOT), fill=INK)
        for spot, base in zip(self._spots, self._labels(dots), strict=True):
            self._text(pen, base, spot.label)
        self._draw_bar(pen, (x + 4 * MM, bottom + 4 * MM), scale, width)
        self._draw_north(pen, (x + width - 7 * MM, bottom + _HEIGHT - 14 * MM))

    def _labels(self, dots: Sequence[Point]) -> Iterator[Point]:
        """Give each label a place beside its dot where it covers no other, if there is one."""
        taken = [_around(dot) for dot in dots]
        for spot, dot in zip(self._spots, dots, strict=True):
            wide = self._setter.width(spot.label, Face.SONG, _SIZE)
            choices = list(_beside(dot, wide))
            free = (box for box in choices if not any(_meet(box, other) for other in taken))
            box = next(free, choices[0])
            taken.append(box)
            yield box[0], box[1]

    def _draw_bar(self, pen: Pen, at: Point, scale: float, width: float) -> None:
        metres = bar_metres(width * _LONGEST_BAR / scale)
        x, y = at
        end = x + metres * scale
        pen.lines([(x, y, end, y), (x, y, x, y + 3), (end, y, end, y + 3)], 0.8, INK)
        self._text(pen, (x, y + 4), f"{metres} m")

    def _draw_north(self, pen: Pen, at: Point) -> None:
        x, y = at
        pen.lines([(x, y, x, y + 20), (x, y + 20, x - 3, y + 13), (x, y + 20, x + 3, y + 13)], 0.8)
        self._text(pen, (x - 2.5, y + 22), "N")

    def _text(self, pen: Pen, base: Point, text: str) -> None:
        pieces = [Piece(face, INK, part) for face, part in self._setter.pieces(text, Face.SONG)]
        pen.text(base[0], base[1], pieces, _SIZE)


def placed(spots: Sequence[Spot], width: float, height: float) -> tuple[float, list[Point]]:
    """Give the scale in points per metre, and each spot in points from the lower left corner."""
    middle = math.radians(sum(spot.latitude for spot in spots) / len(spots))
    across = _METRES_PER_DEGREE * math.cos(middle)
    plane = [(spot.longitude * across, spot.latitude * _METRES_PER_DEGREE) for spot in spots]
    west, east = _ends(x for x, _y in plane)
    south, north = _ends(y for _x, y in plane)
    scale = min(width / (east - west), height / (north - south))
    left = (width - scale * (east - west)) / 2
    low = (height - scale * (north - south)) / 2
    return scale, [(left + scale * (x - west), low + scale * (y - south)) for x, y in plane]


def bar_metres(longest: float) -> int:
    """Give the longest round number of metres up to a length: 1, 2 or 5 and noughts."""
    most = max(longest, 1.0)
    power = int(10 ** math.floor(math.log10(most)))
    return max(step * power for step in _STEPS if step * power <= most)


def _ends(values: Iterable[float]) -> tuple[float, float]:
    """Give the outermost values, a few metres apart at the least."""
    known = list(values)
    spare = max(0.0, _LEAST_SPAN_M - (max(known) - min(known))) / 2
    return min(known) - spare, max(known) + spare


def _around(dot: Point) -> Box:
    return dot[0] - _DOT, dot[1] - _DOT, 2 * _DOT, 2 * _DOT


def _beside(dot: Point, wide: float) -> Iterator[Box]:
    """Give the places for a label: right, left, above, below."""
    x, y = dot
    yield x + _DOT + 1, y - _SIZE / 3, wide, _SIZE
    yield x - _DOT - 1 - wide, y - _SIZE / 3, wide, _SIZE
    yield x - wide / 2, y + _DOT + 1, wide, _SIZE
    yield x - wide / 2, y - _DOT - 1 - _SIZE, wide, _SIZE


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
