"""The rail at the left: one door per room, with what waits behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    MIDDLE,
    Pen,
    count_width,
    draw_box,
    draw_count,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import RAIL, SMALL, TARGET
from inspector.ui.kit.widgets.buttons import IconButton, PaintedButton
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.window.spec import ScreenSpec
from inspector.words.language import _

_TALL = 60


class RailButton(PaintedButton):
    """A door: icon above its word, badge, bar when it is open."""

    def __init__(self, spec: ScreenSpec, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(_(spec.title), parent)
        self.spec = spec
        self.setObjectName(f"rail_{spec.key}")
        self.setCheckable(True)
        self.setToolTip(f"{self.text()}（{keys}）")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._waiting = 0
        self._at_badge = False

    def waiting(self) -> int:
        """Tell how much waits here."""
        return self._waiting

    def set_waiting(self, count: int) -> None:
        """Show how much waits here."""
        self._waiting = count
        self.setAccessibleDescription(_("{count} 项待处理").format(count=count) if count else "")
        self.update()

    def badge_area(self) -> QRectF:
        """Give where a press means the number: the corner around it, as large as a finger."""
        return QRectF(self.width() / 2, 0, self.width() / 2, self.height() / 2)

    def is_pressed_at_badge(self) -> bool:
        """Tell whether the last press was on the number of what waits."""
        return self._at_badge

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is meant: the number, or the room."""
        self._at_badge = self._waiting > 0 and self.badge_area().contains(event.position())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mean the room: keys press no number."""
        self._at_badge = False
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(RAIL - 1, _TALL)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(RAIL - 1, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() and not self.isChecked():
            draw_box(painter, area.adjusted(6, 1, -6, -1), fill=now.hover())
        if self.isChecked():
            bar = QRectF(0, area.center().y() - 20, 4, 40)
            draw_box(painter, bar, fill=now.accent, radius=2)
        self._paint_sign(painter, area)
        if self.shows_ring():
            draw_ring(painter, area.adjusted(8, 4, -8, -4), gap=1)

    def _paint_sign(self, painter: QPainter, area: QRectF) -> None:
        now = tokens()
        ink = now.accent if self.isChecked() else now.muted
        size = 22.0
        top = area.center().y() - (size + 20) / 2
        left = area.center().x() - size / 2
        draw_icon(painter, self.spec.icon, QRectF(left, top, size, size), ink)
        fits = text_width(self.text(), Pen(size=SMALL)) <= RAIL - 6
        pen = Pen(size=SMALL if fits else 11, bold=self.isChecked(), colour=ink, align=MIDDLE)
        draw_text(painter, QRectF(2, top + size + 1, area.width() - 4, 20), self.text(), pen)
        if self._waiting:
            pill = QRectF(left + size - 8, top - 4, count_width(self._waiting), 18)
            draw_count(painter, pill, self._waiting)


class Rail(Ground):
    """The doors, and ≡ at the bottom.

    Signals:
        chosen(str): the key of the room that the person wants.
        waiting_wanted(str): the key of the room whose number of what waits was pressed.
        menu_wanted(): the person pressed ≡.
    """

    chosen = Signal(str)
    waiting_wanted = Signal(str)
    menu_wanted = Signal()

    def __init__(self, specs: Sequence[ScreenSpec], parent: QWidget | None = None) -> None:
        super().__init__(edges="right", parent=parent)
        self.setFixedWidth(RAIL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 4)
        column.setSpacing(0)
        self._doors: dict[str, RailButton] = {}
        for number, spec in enumerate(specs, start=1):
            door = RailButton(spec, f"Alt+{number}", self)
            column.addWidget(door)
            door.clicked.connect(self._clicked)
            self._doors[spec.key] = door
        column.addStretch(1)
        self.menu_button = IconButton("menu", _("菜单：设置、帮助、关于"))
        self.menu_button.setObjectName("menu")
        self.menu_button.clicked.connect(self.menu_wanted)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def open_door(self, key: str) -> None:
        """Show which room is open."""
        for name, door in self._doors.items():
            door.setChecked(name == key)

    def set_waiting(self, key: str, count: int) -> None:
        """Show how much waits in a room."""
        if key in self._doors:
            self._doors[key].set_waiting(count)

    def _clicked(self) -> None:
        door = self.sender()
        if isinstance(door, RailButton):
            wanted = self.waiting_wanted if door.is_pressed_at_badge() else self.chosen
            wanted.emit(door.spec.key)
