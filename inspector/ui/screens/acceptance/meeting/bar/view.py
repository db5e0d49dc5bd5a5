"""The bar of the parties: who they are and how far they are, always in sight."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.kit.painting import MIDDLE, Pen, draw_text
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL
from inspector.ui.screens.acceptance.meeting.model import PartyRow
from inspector.words.language import _

_LINE = 40
_MOST = 9


class PartyBar(QWidget):
    """One cell for each party, in one line or two: its name above its state."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PartyRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: list[PartyRow]) -> None:
        """Show the parties as they stand."""
        self._rows = rows
        told = _("；").join(f"{row.unit} {row.state}" for row in rows)
        self.setAccessibleName(told)
        self.setToolTip("\n".join(f"{row.unit}　{row.state}" for row in rows))
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.update()

    def rows(self) -> list[PartyRow]:
        """Give what is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        """Ask for one line or two."""
        return QSize(400, self._lines() * _LINE)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height in the least width."""
        return QSize(240, self._lines() * _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, painter = tokens(), QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, now.surface)
        if not self._rows:
            return
        per_line = math.ceil(len(self._rows) / self._lines())
        width = area.width() / per_line
        for number, row in enumerate(self._rows):
            line, at = divmod(number, per_line)
            cell = QRectF(at * width, line * _LINE, width, _LINE)
            painter.fillRect(QRectF(cell.right() - 1, cell.top(), 1, _LINE), now.line)
            painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, width, 1), now.line)
            self._paint(painter, cell.adjusted(4, 2, -4, -3), row)

    def _paint(self, painter: QPainter, cell: QRectF, row: PartyRow) -> None:
        half = cell.height() / 2
        name = QRectF(cell.left(), cell.top(), cell.width(), half)
        draw_text(painter, name, row.unit, Pen(size=SMALL, bold=True, align=MIDDLE))
        state = name.translated(0, half)
        draw_text(painter, state, row.state, Pen(size=SMALL, tone=row.tone, align=MIDDLE))

    def _lines(self) -> int:
        return 1 if len(self._rows) <= _MOST else 2
