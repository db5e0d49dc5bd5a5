"""A signature as it was drawn: strokes of points with their times, and pressure if the pen has it.

Whole numbers only: positions in units of the pad, times in milliseconds since the first touch,
pressure in thousandths. So one drawing has one spelling.
"""

import json
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem

WIDEST = 20_000
MOST_POINTS = 6_000
LONGEST_MS = 10 * 60 * 1000
FULL_PRESSURE = 1_000
SHORTEST_SHARE = 0.05
"""A drawing whose lines are shorter than this share of the pad's width is a slip, no signature."""
_KEYS = ("width", "height", "strokes")
_COORDINATES = 3
_WITH_PRESSURE = 4


@dataclass(frozen=True, slots=True)
class InkPoint:
    """Where the pen was, when, and how hard it pressed (None: it cannot tell)."""

    x: int
    y: int
    ms: int
    pressure: int | None = None


Stroke = tuple[InkPoint, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """A drawing on a pad of this size; y grows downwards."""

    width: int
    height: int
    strokes: tuple[Stroke, ...]

    @property
    def length(self) -> float:
        """Give how long all lines are together, in units of the pad."""
        steps = (pair for stroke in self.strokes for pair in pairwise(stroke))
        return sum(hypot(b.x - a.x, b.y - a.y) for a, b in steps)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Give left, top, right and bottom of what was drawn."""
        xs = [point.x for stroke in self.strokes for point in stroke]
        ys = [point.y for stroke in self.strokes for point in stroke]
        return min(xs), min(ys), max(xs), max(ys)


def checked_ink(ink: Ink) -> Ink:
    """Give the drawing back, or refuse what is no signature: too little, or out of its bounds."""
    points = [point for stroke in ink.strokes for point in stroke]
    if not (0 < ink.width <= WIDEST and 0 < ink.height <= WIDEST):
        raise InspectorError(Problem.INK_INVALID, detail="width, height")
    if len(points) > MOST_POINTS:
        raise InspectorError(Problem.INK_TOO_LONG, most=MOST_POINTS)
    if not all(ink.strokes):
        raise InspectorError(Problem.INK_INVALID, detail="strokes")
    for place, point in enumerate(points, 1):
        _check_point(ink, point, place)
    if any(before.ms > after.ms for before, after in pairwise(points)):
        raise InspectorError(Problem.INK_INVALID, detail="ms")
    if ink.length < SHORTEST_SHARE * ink.width:
        raise InspectorError(Problem.INK_EMPTY)
    return ink


def _check_point(ink: Ink, point: InkPoint, place: int) -> None:
    is_inside = 0 <= point.x <= ink.width and 0 <= point.y <= ink.height
    is_pressed = point.pressure is None or 0 <= point.pressure <= FULL_PRESSURE
    if not (is_inside and is_pressed and 0 <= point.ms <= LONGEST_MS):
        raise InspectorError(Problem.INK_INVALID, detail=f"#{place}")


def spell_ink(ink: Ink) -> str:
    """Spell a drawing in its one form: a point is [x, y, ms] or [x, y, ms, pressure]."""
    strokes = [[_numbers(point) for point in stroke] for stroke in ink.strokes]
    return canonical({"width": ink.width, "height": ink.height, "strokes": strokes})


def _numbers(point: InkPoint) -> list[int]:
    pressed = [] if point.pressure is None else [point.pressure]
    return [point.x, point.y, point.ms, *pressed]


def read_ink(text: str) -> Ink:
    """Read a drawing that was spelled so, and check it; what is wrong is named by its place."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InspectorError(Problem.INK_INVALID, detail="JSON") from error
    lacking = [key for key in _KEYS if not isinstance(told, dict) or key not in told]
    if lacking:
        raise InspectorError(Problem.INK_INVALID, detail=", ".join(lacking))
    try:
        strokes = tuple(tuple(_point(numbers) for numbers in line) for line in told["strokes"])
        ink = Ink(_whole(told["width"]), _whole(told["height"]), strokes)
    except (ValueError, TypeError, KeyError) as error:
        raise InspectorError(Problem.INK_INVALID, detail=_wrong_in(told)) from error
    return checked_ink(ink)


def _wrong_in(told: dict[str, Any]) -> str:
    """Name the first thing that is not as it must be: a size, or a point by stroke and place."""
    for key in _KEYS[:2]:
        if type(told[key]) is not int:
            return key
    lines = told["strokes"] if isinstance(told["strokes"], list) else []
    for number, line in enumerate(lines, 1):
        for place, point in enumerate(line if isinstance(line, list) else [None], 1):
            is_point = isinstance(point, list) and len(point) in {_COORDINATES, _WITH_PRESSURE}
            if not is_point or any(type(one) is not int for one in point):
                return f"strokes[{number}][{place}]"
    return "strokes"


def _point(numbers: list[Any]) -> InkPoint:
    if len(numbers) not in {_COORDINATES, _WITH_PRESSURE}:
        message = "a point has three or four numbers"
        raise ValueError(message)
    return InkPoint(*(_whole(number) for number in numbers))


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        message = "only whole numbers have one spelling"
        raise TypeError(message)
    return value
