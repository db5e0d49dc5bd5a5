"""A QR code as a block: dark squares, drawn as vectors."""

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from inspector.reports.layout.blocks import Uncut
from inspector.reports.layout.colours import INK
from inspector.reports.layout.pen import Pen


class QrCode(Uncut):
    """A square code of a given side (in points) that a phone reads."""

    def __init__(self, text: str, side: float) -> None:
        self.before = self.after = 0.0
        self._side = side
        self._rows = dots_of(text)

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        """Give the side."""
        return self._side

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the dark squares of each row as bars, so that no hairlines part them."""
        dot = self._side / len(self._rows)
        left = x + (width - self._side) / 2
        for number, row in enumerate(self._rows):
            for start, end in _bars(row):
                y = top - (number + 1) * dot
                pen.box((left + start * dot, y, (end - start) * dot, dot), fill=INK)


def dots_of(text: str) -> list[list[bool]]:
    """Give the dots of the code row by row, dark ones as true; the quiet edge is not among them."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return [[bool(dot) for dot in row] for row in code.modules]


def _bars(row: list[bool]) -> list[tuple[int, int]]:
    bars: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and bars and bars[-1][1] == at:
            bars[-1] = (bars[-1][0], at + 1)
        elif dark:
            bars.append((at, at + 1))
    return bars
