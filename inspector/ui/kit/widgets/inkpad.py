"""A pad to sign on with pen, finger or mouse: strokes with their times, and pressure of a pen."""

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.core.ink import FULL_PRESSURE, MOST_POINTS, WIDEST, Ink, InkPoint
from inspector.ui.kit.painting import MIDDLE, Pen, draw_text
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.words.language import _

_FINER = 4
"""Units of the drawing in a pixel of the screen."""
_STEP = 1.5
"""Pixels: nearer points are one."""
_PAPER, _INK, _RULE = "#FFFFFF", "#0B1F3A", "#9AA5B4"
_THIN, _THICK = 1.6, 5.0
_USUAL = FULL_PRESSURE // 2
_BASE_LINE = 0.78
"""At which share of the height one writes."""


class InkPad(QWidget):
    """White paper with a line to write on, in every mode.

    The first device that touches the pad owns the stroke: a palm beside a pen draws nothing.

    Signals:
        changed(): something was drawn or cleared.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("签名区"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._strokes: list[list[InkPoint]] = []
        self._clock = QElapsedTimer()
        self._owner = ""
        self._finger = -1

    def sizeHint(self) -> QSize:
        """Ask for a page's width and a hand's height."""
        return QSize(900, 320)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least in which one can write a name."""
        return QSize(320, 140)

    def is_blank(self) -> bool:
        """Tell whether nothing is drawn."""
        return not self._strokes

    def clear(self) -> None:
        """Begin again."""
        self._strokes, self._owner = [], ""
        self.update()
        self.changed.emit()

    def ink(self) -> Ink:
        """Give what is drawn; the pad is its sheet."""
        size = self._size()
        return Ink(*size, tuple(tuple(stroke) for stroke in self._strokes))

    def _size(self) -> tuple[int, int]:
        return min(self.width() * _FINER, WIDEST), min(self.height() * _FINER, WIDEST)

    # -- what draws

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen."""
        kind = event.type()
        pressure = round(event.pressure() * FULL_PRESSURE)
        if kind is QEvent.Type.TabletPress:
            self._begin("pen", event.position(), pressure)
        elif kind is QEvent.Type.TabletMove:
            self._go_on("pen", event.position(), pressure)
        else:
            self._end("pen")
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Draw with one finger; the others rest."""
        if isinstance(event, QTouchEvent):
            for point in event.points():
                self._touch(point)
            if event.type() is QEvent.Type.TouchCancel:
                self._lift()
            event.accept()
            return True
        return super().event(event)

    def _touch(self, point: QEventPoint) -> None:
        state = point.state()
        if state is QEventPoint.State.Pressed and self._finger < 0:
            self._finger = point.id()
            self._begin("finger", point.position(), None)
        elif point.id() == self._finger:
            if state is QEventPoint.State.Released:
                self._lift()
            elif state is QEventPoint.State.Updated:
                self._go_on("finger", point.position(), None)

    def _lift(self) -> None:
        self._finger = -1
        self._end("finger")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke with the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin("mouse", event.position(), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the mouse."""
        self._go_on("mouse", event.position(), None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the stroke."""
        self._end("mouse")

    # -- strokes

    def _begin(self, owner: str, at: QPointF, pressure: int | None) -> None:
        if self._owner:
            return
        if not self._clock.isValid():
            self._clock.start()
        self._owner = owner
        self._strokes.append([self._point(at, pressure)])
        self.update()
        self.changed.emit()

    def _go_on(self, owner: str, at: QPointF, pressure: int | None) -> None:
        if self._owner != owner or self._count() > MOST_POINTS:
            return
        stroke, point = self._strokes[-1], self._point(at, pressure)
        last = stroke[-1]
        if abs(point.x - last.x) + abs(point.y - last.y) < _STEP * _FINER:
            return
        stroke.append(point)
        self.update(_around(last, point))

    def _end(self, owner: str) -> None:
        if self._owner == owner:
            self._owner = ""
            self.changed.emit()

    def _count(self) -> int:
        return sum(map(len, self._strokes))

    def _point(self, at: QPointF, pressure: int | None) -> InkPoint:
        width, height = self._size()
        x = min(max(round(at.x() * _FINER), 0), width)
        y = min(max(round(at.y() * _FINER), 0), height)
        return InkPoint(x, y, int(self._clock.elapsed()), pressure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is drawn when the screen is turned: it grows or shrinks with the pad."""
        old = event.oldSize()
        if self._strokes and old.width() > 0 and old.height() > 0:
            across, down = self.width() / old.width(), self.height() / old.height()
            self._strokes = [
                [InkPoint(int(p.x * across), int(p.y * down), p.ms, p.pressure) for p in stroke]
                for stroke in self._strokes
            ]
        super().resizeEvent(event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, line and strokes."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(_PAPER))
        base = self.height() * _BASE_LINE
        painter.setPen(QPen(QColor(_RULE), 1))
        painter.drawLine(QPointF(24, base), QPointF(self.width() - 24, base))
        if self.is_blank():
            area = QRectF(0, base + 6, self.width(), 28)
            hint = Pen(size=LARGE, tone=Tone.MUTED, colour=_RULE, align=MIDDLE)
            draw_text(painter, area, _("请在线上签名"), hint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes:
            _draw(painter, stroke)


def _draw(painter: QPainter, stroke: list[InkPoint]) -> None:
    pen = QPen(QColor(_INK), _THIN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pairs = list(pairwise(stroke)) or [(stroke[0], stroke[0])]
    for before, after in pairs:
        pressed = _USUAL if after.pressure is None else after.pressure
        pen.setWidthF(_THIN + (_THICK - _THIN) * pressed / FULL_PRESSURE)
        painter.setPen(pen)
        begin = QPointF(before.x / _FINER, before.y / _FINER)
        painter.drawLine(begin, QPointF(after.x / _FINER, after.y / _FINER))


def _around(one: InkPoint, other: InkPoint) -> QRect:
    """Give the room that a piece of a stroke takes."""
    corners = QRectF(
        QPointF(one.x / _FINER, one.y / _FINER), QPointF(other.x / _FINER, other.y / _FINER)
    )
    return corners.normalized().adjusted(-_THICK, -_THICK, _THICK, _THICK).toAlignedRect()
