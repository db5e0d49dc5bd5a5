"""The list of reasons: icon, words, and whether the condition is met."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Pen,
    draw_box,
    draw_mark,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import BASE, LARGE, ROW, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.screens.acceptance.model import ReasonRow
from inspector.words.language import _

_MARK_ROOM = 36
_CHEVRON = 18
_QUIET_ROW = 36


class ReasonLine(PaintedButton):
    """One condition; it is a button where something stands against it."""

    def __init__(self, row: ReasonRow, parent: QWidget | None = None) -> None:
        super().__init__(row.text, parent)
        self.setObjectName(f"reason_{row.condition.value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = row
        self.set_row(row)

    def set_row(self, row: ReasonRow) -> None:
        """Show how the condition stands now."""
        self.row = row
        self.setText(row.text)
        self.setAccessibleName(_("{word}：{text}").format(word=row.word, text=row.text))
        self.setEnabled(row.leads)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if row.leads else Qt.CursorShape.ArrowCursor
        )
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        width = text_width(self.row.text, Pen(size=LARGE)) + 140
        return QSize(width, ROW if self.row.leads else _QUIET_ROW)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, painter, row = tokens(), QPainter(self), self.row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if row.leads and (self.underMouse() or self.isDown()):
            draw_box(painter, area, fill=now.hover())
        painter.fillRect(
            QRectF(0, area.bottom() - now.line_px, area.width(), now.line_px), now.line
        )
        draw_mark(painter, row.mark, QPointF(SPACE_2 + 9, area.center().y()))
        draw_text(painter, self._text_area(), row.text, self._pen())
        self._paint_word(painter, area)
        if self.shows_ring():
            draw_ring(painter, area.adjusted(1, 1, -1, -1), gap=0)

    def _paint_word(self, painter: QPainter, area: QRectF) -> None:
        row = self.row
        room = area.adjusted(0, 0, -_CHEVRON - SPACE_2, 0)
        draw_text(painter, room, row.word, Pen(bold=row.leads, tone=row.mark.tone, align=RIGHT))
        if row.leads:
            spot = QRectF(area.right() - _CHEVRON, area.center().y() - 8, 16, 16)
            draw_icon(painter, "chevron-right", spot, tokens().muted)

    def _text_area(self) -> QRectF:
        word = text_width(self.row.word, Pen(bold=True)) + _CHEVRON + 2 * SPACE_2
        return QRectF(self.rect()).adjusted(_MARK_ROOM, 0, -word, 0)

    def _pen(self) -> Pen:
        """Give the large size where it fits."""
        large = Pen(size=LARGE, bold=self.row.leads, tone=Tone.PLAIN)
        fits = text_width(self.row.text, large) <= self._text_area().width()
        return large if fits else Pen(size=BASE, bold=self.row.leads)

    def _tell_whole(self) -> None:
        cut = text_width(self.row.text, self._pen()) > self._text_area().width()
        self.setToolTip(self.row.text if cut else "")


class ReasonList(QWidget):
    """All conditions, those with something against them first.

    Signals:
        followed(object): the person wants to see what stands against a condition.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[ReasonLine] = []

    def show_rows(self, rows: Sequence[ReasonRow]) -> None:
        """Show the conditions as they stand; the focus stays on its condition."""
        if [row.condition for row in rows] == [line.row.condition for line in self._lines]:
            for line, row in zip(self._lines, rows, strict=True):
                line.set_row(row)
            return
        held = next((line.row.condition for line in self._lines if line.hasFocus()), None)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [ReasonLine(row, self) for row in rows]
        for line in self._lines:
            line.clicked.connect(partial(self.followed.emit, line.row.condition))
            self._column.addWidget(line)
            if line.row.condition is held:
                line.setFocus()

    def rows(self) -> list[ReasonRow]:
        """Give what is shown."""
        return [line.row for line in self._lines]
