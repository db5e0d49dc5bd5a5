"""A handwritten signature as a block: its strokes as vectors, fitted into the room."""

from dataclasses import dataclass

from inspector.core.ink import FULL_PRESSURE, Ink, Stroke
from inspector.reports.layout.blocks import Uncut
from inspector.reports.layout.colours import INK
from inspector.reports.layout.pen import Pen

_THIN, _THICK = 0.5, 1.3
_USUAL = FULL_PRESSURE // 2


@dataclass(slots=True)
class InkBox(Uncut):
    """A drawing in a box of a given height (in points), as large as it fits, in the middle."""

    ink: Ink
    high: float
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        """Give the height."""
        return self.high

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw stroke by stroke; the pad's y grows downwards, the page's upwards."""
        left, upper, right, lower = self.ink.box
        wide, tall = max(right - left, 1), max(lower - upper, 1)
        scale = min((width - _THICK) / wide, (self.high - _THICK) / tall)
        begin = x + (width - wide * scale) / 2
        above = top - (self.high - tall * scale) / 2
        for stroke in self.ink.strokes:
            points = [
                (begin + (one.x - left) * scale, above - (one.y - upper) * scale) for one in stroke
            ]
            pen.stroke(points, _weight(stroke), INK)


def _weight(stroke: Stroke) -> float:
    """Give a stroke's line width by how hard the pen pressed on the whole."""
    pressed = [_USUAL if point.pressure is None else point.pressure for point in stroke]
    return _THIN + (_THICK - _THIN) * sum(pressed) / len(pressed) / FULL_PRESSURE
