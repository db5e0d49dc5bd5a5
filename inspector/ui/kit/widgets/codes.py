"""A QR code on the screen: dark dots on white in every mode, as phones expect it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_EDGE = 4
"""Dots of white around the code; phones need them."""
_DOT, _SMALL_DOT = 4, 3
"""Pixels of a dot, and of one where the screen is so low that the code would not be seen whole."""
_LOW = 600


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
        side = (len(self._dots) + 2 * _EDGE) * self._dot()
        return QSize(side, side)

    def _dot(self) -> int:
        return _SMALL_DOT if self.screen().availableGeometry().height() < _LOW else _DOT

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint whole dots, so that none is thinner than the others."""
        painter, dot = QPainter(self), self._dot()
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for row, dots in enumerate(self._dots):
            for column, is_dark in enumerate(dots):
                if is_dark:
                    x, y = (column + _EDGE) * dot, (row + _EDGE) * dot
                    painter.fillRect(QRectF(x, y, dot, dot), Qt.GlobalColor.black)
