"""News at the edge of the window: long work that runs, and what was just done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.ui.kit.jobs import counted
from inspector.ui.kit.pace import Pace
from inspector.ui.kit.painting import Pen, draw_box
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.texts import Bar, ElidedLabel
from inspector.words.durations import left_text
from inspector.words.language import _

WAIT_MS = 500
TOAST_MS = 8000
_TALL = 52


class WorkStrip(QWidget):
    """Long work: what, how far, and Stop. It appears after half a second and blocks nothing.

    Signals:
        stopped(): the person wants it to stop.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 2, SPACE_3, 2)
        row.setSpacing(SPACE_3)
        self._what = ElidedLabel("", Pen(bold=True))
        self._count = ElidedLabel("", Pen())
        self._bar = Bar(_("进度"))
        self._pace = Pace()
        self._stop = KeyButton(_("停止"), icon="stop")
        self._stop.setObjectName("stop_work")
        self._stop.clicked.connect(self._ask_stop)
        row.addWidget(self._what, 2)
        row.addWidget(self._bar, 2)
        row.addWidget(self._count, 2)
        row.addWidget(self._stop)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.show)
        self.setVisible(False)

    def begin(self, what: str) -> None:
        """Take up new work; the strip shows if it is not done soon."""
        self._what.set(what)
        self._count.set("")
        self._pace.begin()
        self._bar.set(0, 0)
        self._stop.setEnabled(True)
        self._stop.set_text(_("停止"))
        self._wait.start()

    def report(self, done: int, total: int, said: str = "") -> None:
        """Show how far it is and how long it will take; a total of 0 is not known yet."""
        left = self._pace.left(done, total)
        words = (said or counted(done, total), left_text(left) if left is not None else "")
        self._count.set(" · ".join(word for word in words if word))
        self._bar.set(done, total)

    def end(self) -> None:
        """Go away."""
        self._wait.stop()
        self.hide()

    def counted(self) -> str:
        """Give the count that is shown."""
        return self._count.text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.surface)
        painter.fillRect(QRectF(0, 0, self.width(), now.line_px), now.line)

    def _ask_stop(self) -> None:
        self._stop.setEnabled(False)
        self._stop.set_text(_("正在停止…"))
        self.stopped.emit()


class Toast(QWidget):
    """What was just done, with Undo, floating over its parent for some seconds.

    It stands at the bottom, or in the middle of a strip; of a strip it leaves `kept` pixels at the
    right free where it has room enough beside them.
    """

    def __init__(self, parent: QWidget, kept: Callable[[], int] = lambda: 0) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 4, 4, 4)
        row.setSpacing(SPACE_2)
        self._text = ElidedLabel()
        self._button = KeyButton("", kind=Kind.QUIET)
        self._button.clicked.connect(self._act)
        close = IconButton("cross", _("关闭"))
        close.clicked.connect(self.end)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._on_act: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.end)
        self._home = parent
        parent.installEventFilter(self)
        self.setVisible(False)

    def say(self, text: str, step: str = "", on_act: Callable[[], object] | None = None) -> None:
        """Tell what was done; a step such as Undo may stand beside it."""
        self._text.set(text)
        self._button.set_text(step)
        self._button.setVisible(bool(step))
        self._on_act = on_act
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()

    def words(self) -> str:
        """Give what it says."""
        return self._text.text

    def end(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch another widget's events."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        draw_box(painter, box, fill=now.surface, line=now.text, width=max(now.line_px, 1.5))

    def _settle(self) -> None:
        parent = self._home
        step = 0 if self._button.isHidden() else self._button.sizeHint().width()
        wanted = self._text.sizeHint().width() + step + 96
        room = parent.width() - self._kept() - 2 * SPACE_4
        if wanted > room:
            room = parent.width() - 2 * SPACE_4
        self.resize(min(wanted, room), min(_TALL, parent.height() - 4))
        is_strip = parent.height() < 2 * _TALL
        below = (parent.height() - self.height()) // 2 if is_strip else SPACE_4
        top = parent.height() - self.height() - below
        middle = (parent.width() - self.width()) // 2
        self.move(QPoint(SPACE_4 if is_strip else middle, top))

    def _act(self) -> None:
        self.end()
        if self._on_act:
            self._on_act()
