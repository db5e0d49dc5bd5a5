"""A QR code on the screen: dark dots on white in every mode, as phones expect it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_EDGE = 4
"""Dots of white around the code; phones need them."""
_DOT = 4
"""Pixels of a dot where room is not short."""


class CodeView(QWidget):
    """A QR code."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: Sequence[Sequence[bool]] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_dots(self, dots: Sequence[Sequence[bool]]) -> None:
        """Show another code."""
        self._dots = dots
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        side = (len(self._dots) + 2 * _EDGE) * _DOT
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint whole dots, so that none is thinner than the others."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for row, dots in enumerate(self._dots):
            for column, is_dark in enumerate(dots):
                if is_dark:
                    x, y = (column + _EDGE) * _DOT, (row + _EDGE) * _DOT
                    painter.fillRect(QRectF(x, y, _DOT, _DOT), Qt.GlobalColor.black)
