"""How the list paints a defect."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from inspector.ui.kit.painting import RIGHT, Pen, draw_tag, draw_text, tag_size, text_width
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, Tone
from inspector.ui.screens.defects.model import Row

HEIGHT = 96
_SQUARE = 11


class DefectDelegate(RowDelegate[Row]):
    """Three lines: severity, number and state; what it is; where, whose and until when."""

    def __init__(self) -> None:
        super().__init__(HEIGHT, margin=14)

    def paint_row(self, painter: QPainter, area: QRectF, row: Row, *, chosen: bool) -> None:
        """Paint the row's words."""
        del chosen
        top = QRectF(area.x(), area.y() + 12, area.width(), 24)
        middle = QRectF(area.x(), top.bottom() + 3, area.width(), 24)
        foot = QRectF(area.x(), middle.bottom() + 1, area.width(), 22)
        self._paint_top(painter, top, row)
        draw_text(painter, middle, row.text, Pen(size=LARGE, bold=True))
        due = Pen(size=SMALL, bold=True, tone=row.due.tone, align=RIGHT)
        draw_text(painter, foot, row.due.text, due)
        room = foot.adjusted(0, 0, -text_width(row.due.text, due) - 12, 0)
        where = f"{row.place}\u3000{row.party}"
        draw_text(painter, room, where, Pen(size=SMALL, tone=Tone.MUTED))

    def _paint_top(self, painter: QPainter, area: QRectF, row: Row) -> None:
        colour = tokens().tone(row.severity.tone)
        square = QRectF(area.x(), area.center().y() - _SQUARE / 2, _SQUARE, _SQUARE)
        painter.fillRect(square, QColor(colour))
        tag = tag_size(row.state.text)
        right = QRectF(area.right() - tag.width(), area.y(), tag.width(), tag.height())
        draw_tag(painter, right, row.state.text, row.state.tone)
        left = area.adjusted(_SQUARE + 6, 0, -tag.width() - 8, 0)
        word = draw_text(painter, left, row.severity.text, Pen(bold=True, tone=row.severity.tone))
        room = left.adjusted(word + 9, 0, 0, 0)
        draw_text(painter, room, row.number, Pen(tone=Tone.MUTED))
