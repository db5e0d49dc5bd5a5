"""Grounds to put things on: surface, card, empty panel, banner, line."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import Pen, draw_box, draw_ring
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind, PaintedButton
from inspector.ui.kit.widgets.texts import Words


class Ground(QWidget):
    """A pane in the surface or canvas colour, with lines on the edges that are named."""

    def __init__(
        self, *, canvas: bool = False, edges: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._edges = edges

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, now.canvas if self._canvas else now.surface)
        for edge in self._edges.split():
            painter.fillRect(_edge(area, edge, now.line_px), now.line)


def _edge(area: QRectF, edge: str, width: int) -> QRectF:
    """Give the strip along one edge: left, right, top or bottom."""
    if edge in {"left", "right"}:
        x = area.left() if edge == "left" else area.right() - width
        return QRectF(x, area.top(), width, area.height())
    y = area.top() if edge == "top" else area.bottom() - width
    return QRectF(area.left(), y, area.width(), width)


class Line(QFrame):
    """A hairline between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(10, tokens().line_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        QPainter(self).fillRect(self.rect(), tokens().line)


class Card(QWidget):
    """A bordered surface with a column inside: add to `card.column`."""

    def __init__(self, *, tone: Tone | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.column.setSpacing(6)
        self._tone = tone

    def set_tone(self, tone: Tone | None) -> None:
        """Tint the ground, or take the tint away."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = now.tint(self._tone) if self._tone else now.surface
        draw_box(painter, QRectF(self.rect()), fill=fill, line=now.line, width=now.line_px)


class CardButton(PaintedButton):
    """A card that opens something: add to `card.column`; children take no clicks."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.column.setSpacing(6)

    def add(self, widget: QWidget) -> None:
        """Add a part that only shows."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return self.column.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        on = self.isChecked()
        fill = now.tint(Tone.ACCENT) if on else (now.hover() if self.underMouse() else now.surface)
        line = now.accent if on else now.line
        draw_box(painter, box, fill=fill, line=line, width=max(now.line_px, 2 if on else 1))
        if self.shows_ring():
            draw_ring(painter, box, gap=1)


class EmptyPanel(QWidget):
    """What an empty screen says: what belongs here, and the one next step.

    Signals:
        asked(): the person wants the next step.
    """

    asked = Signal()

    def __init__(
        self,
        icon: str,
        heading: str,
        text: str,
        step: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 64, 24, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._heading = Words(heading, Pen(size=LARGE, bold=True, align=middle))
        self._text = Words(text, Pen(tone=Tone.MUTED, align=middle))
        self.button = KeyButton(step, keys=keys, kind=Kind.PRIMARY, parent=self)
        self.button.setVisible(bool(step))
        self.button.clicked.connect(self.asked)
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self.button, 0, middle)
        column.addStretch(2)

    def set(self, heading: str, text: str, step: str = "") -> None:
        """Say something else: nothing here yet, or nothing found."""
        self._heading.set(heading)
        self._text.set(text)
        self.button.set_text(step)
        self.button.setVisible(bool(step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        size = 40.0
        top = self._heading.y() - size - 16
        area = QRectF((self.width() - size) / 2, top, size, size)
        draw_icon(painter, self._icon_name, area, tokens().muted)


_BANNER_ICONS = {
    Tone.FAIL: "warning",
    Tone.WARN: "alert",
    Tone.PASS: "check",
    Tone.ACCENT: "info",
}


class Banner(QWidget):
    """A message where the work is, with the button that does something about it.

    Signals:
        acted(): the person pressed the button.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.ACCENT
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4 + 28, 2, 4, 2)
        self._text = Words()
        self._button = KeyButton("")
        self._button.clicked.connect(self._act)
        self._close = IconButton("cross", "×")
        self._close.clicked.connect(self.hide)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._on_act: Callable[[], object] | None = None
        self.setVisible(False)

    def say(
        self,
        text: str,
        tone: Tone = Tone.ACCENT,
        step: str = "",
        on_act: Callable[[], object] | None = None,
    ) -> None:
        """Show a message, with a button if there is something to do about it."""
        self._tone = tone
        self._text.set(text)
        self._button.set_text(step)
        self._button.setVisible(bool(step))
        self._on_act = on_act
        self.show()
        self.update()

    def words(self) -> str:
        """Give the message."""
        return self._text.words()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = now.tone(self._tone)
        area = QRectF(self.rect())
        draw_box(painter, area, fill=now.tint(self._tone), line=colour, width=now.line_px)
        top = area.center().y() - 10
        draw_icon(painter, _BANNER_ICONS.get(self._tone, "info"), QRectF(14, top, 20, 20), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press."""
        event.accept()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()
        if self._on_act:
            self._on_act()
