"""What happened and what comes: an event timeline and a stepper."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from inspector.ui.kit.painting import (
    MIDDLE,
    Mark,
    Pen,
    draw_box,
    draw_mark,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.texts import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a history."""

    when: str
    text: str
    detail: str = ""
    tone: Tone = Tone.MUTED
    act: str = ""
    """What a button beside it says; `key` tells which event was meant."""
    key: str = ""


class Timeline(QWidget):
    """A vertical line of events, oldest first.

    Signals:
        pressed(str): the button of the event with this key.
    """

    pressed = Signal(str)

    _DOT_COLUMN = 20

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(self._DOT_COLUMN, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._events: Sequence[Event] = ()
        self._rows: list[tuple[Words, Words]] = []
        self._buttons: dict[int, KeyButton] = {}

    def set(self, events: Sequence[Event]) -> None:
        """Tell this story."""
        self._events = events
        while len(self._rows) < len(events):
            self._add_row()
        for number, (when, text) in enumerate(self._rows):
            shown = number < len(events)
            when.setVisible(shown)
            text.setVisible(shown)
            if shown:
                event = events[number]
                when.set(event.when)
                text.set(f"{event.text}\n{event.detail}" if event.detail else event.text)
            self._offer(number, events[number].act if shown else "")
        self.update()

    def button(self, number: int) -> KeyButton | None:
        """Give the button beside an event, if it has one."""
        found = self._buttons.get(number)
        return found if found is not None and not found.isHidden() else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = list(zip(self._rows, self._events, strict=False))
        ys = [when.y() + 11.0 for (when, _text), _event in rows]
        if len(ys) > 1:
            painter.setPen(QPen(QColor(now.line), max(now.line_px, 1.5)))
            painter.drawLine(QPointF(6, ys[0]), QPointF(6, ys[-1]))
        for y, (_labels, told) in zip(ys, rows, strict=True):
            dot = QRectF(6 - 5, y - 5, 10, 10)
            fill = now.surface if told.tone is Tone.MUTED else now.tone(told.tone)
            draw_box(painter, dot, fill=fill, line=now.tone(told.tone), width=2, radius=5)

    def _add_row(self) -> None:
        when, text = Words("", Pen(size=SMALL, tone=Tone.MUTED)), Words()
        when.setWordWrap(False)
        row = len(self._rows)
        self._grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        self._rows.append((when, text))

    def _offer(self, number: int, act: str) -> None:
        """Set the button of a row, or none."""
        if act and number not in self._buttons:
            button = KeyButton(act, kind=Kind.QUIET, size=SMALL)
            button.setObjectName(f"event_{number}")
            button.clicked.connect(lambda: self.pressed.emit(self._events[number].key))
            self._grid.addWidget(button, number, 2, Qt.AlignmentFlag.AlignTop)
            self._buttons[number] = button
        if number in self._buttons:
            self._buttons[number].setVisible(bool(act))
            self._buttons[number].set_text(act)


class StepState(StrEnum):
    """How far a step of the path is."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    key: str
    text: str
    state: StepState


class Stepper(QWidget):
    """A horizontal path of steps; words fall away where room is short.

    Signals:
        chosen(str): the person pressed a step.
    """

    chosen = Signal(str)
    _DOT = 28.0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps: Sequence[Step] = ()
        self._spots: list[QRectF] = []
        self._at = 0

    def set(self, steps: Sequence[Step]) -> None:
        """Show this path."""
        self._steps = steps
        now = [number for number, step in enumerate(steps) if step.state is StepState.NOW]
        self._at = now[0] if now else 0
        self.setAccessibleDescription(" › ".join(step.text for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        width = sum(self._width(step, words=True) + 44 for step in self._steps)
        return QSize(int(width), 44)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(int(len(self._steps) * (self._DOT + 8)), 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._place()
        for number, (step, spot) in enumerate(zip(self._steps, self._spots, strict=True)):
            self._paint_step(painter, number, step, spot)
            if number:
                self._paint_link(painter, self._spots[number - 1].right(), spot.left())
        if self.hasFocus() and self._spots:
            draw_ring(painter, self._spots[self._at].adjusted(-2, 6, 4, -6), gap=1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press."""
        for step, spot in zip(self._steps, self._spots, strict=False):
            if spot.contains(event.position()):
                self.chosen.emit(step.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is not None and self._steps:
            self._at = min(max(self._at + move, 0), len(self._steps) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Space} and self._steps:
            self.chosen.emit(self._steps[self._at].key)
        else:
            super().keyPressEvent(event)

    def _width(self, step: Step, *, words: bool) -> float:
        if not words:
            return self._DOT
        return self._DOT + 8 + text_width(step.text, Pen(size=LARGE, bold=True))

    def _place(self) -> None:
        """Spread the steps; only the present one keeps its words where room is short."""
        whole = self.sizeHint().width() - 44 <= self.width()
        widths = [
            self._width(step, words=whole or step.state is StepState.NOW) for step in self._steps
        ]
        links = max(len(widths) - 1, 1)
        gap = min(max((self.width() - sum(widths)) / links, 8.0), 60.0)
        self._spots, x = [], 0.0
        for width in widths:
            self._spots.append(QRectF(x, 0, width, self.height()))
            x += width + gap

    def _paint_step(self, painter: QPainter, number: int, step: Step, spot: QRectF) -> None:
        now = tokens()
        tones = {
            StepState.DONE: now.text,
            StepState.NOW: now.accent,
            StepState.NEXT: now.muted,
            StepState.BLOCKED: now.failed,
        }
        ink = tones[step.state]
        dot = QRectF(spot.x() + 1, spot.center().y() - 14, self._DOT - 2, self._DOT - 2)
        draw_box(painter, dot, line=ink, width=2, radius=13)
        if step.state is StepState.DONE:
            draw_mark(painter, Mark.PASS, dot.center(), 14)
        else:
            shown = "!" if step.state is StepState.BLOCKED else str(number + 1)
            draw_text(painter, dot, shown, Pen(bold=True, colour=ink, align=MIDDLE))
        room = spot.adjusted(self._DOT + 8, 0, 4, 0)
        if room.width() > self._DOT:
            bold = step.state is StepState.NOW
            draw_text(painter, room, step.text, Pen(size=LARGE, bold=bold, colour=ink))

    def _paint_link(self, painter: QPainter, start: float, end: float) -> None:
        now = tokens()
        y = self.height() / 2
        painter.setPen(QPen(QColor(now.line), max(now.line_px, 2)))
        if end - start > 12:  # noqa: PLR2004 - room for the line and its two margins
            painter.drawLine(QPointF(start + 6, y), QPointF(end - 6, y))
