"""A page at the right: its title with a remark, a way back, and a body that scrolls."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Mark, Pen, draw_mark
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_3, SPACE_4, TITLE, VERDICT, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, WholeWords
from inspector.words.language import _

_ENOUGH = 140
"""Pixels of a remark that still say something."""
_SETTLED_MS = 50
"""By then a page that grew has the height that it scrolls over."""


def keep_focus(going: Iterable[QWidget], home: QWidget) -> None:
    """Before parts go: take the focus home if one of them has it, so that the keys still work."""
    focus = QApplication.focusWidget()
    if focus is not None and any(part is focus or part.isAncestorOf(focus) for part in going):
        home.setFocus()


class BigButton(KeyButton):
    """One of the two things that one comes for: as high as a verdict."""

    def __init__(
        self,
        text: str,
        *,
        keys: str,
        icon: str,
        kind: Kind = Kind.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, keys=keys, icon=icon, kind=kind, size=LARGE, parent=parent)
        self._drawn = VERDICT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(self._content_width(with_keys=True) + 28, VERDICT + 4)


class Remark(ElidedLabel):
    """Quiet words beside a title: where too few of them fit, none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, if there is room for enough of it."""
        if self.width() >= min(self.sizeHint().width(), _ENOUGH):
            super().paintEvent(event)


class Page(Ground):
    """Add content to `page.body`, more buttons to `page.head`, acts to `page.foot`.

    Signals:
        left(): the person wants to go back.
    """

    left = Signal()

    def __init__(self, title: str, *, may_leave: bool = True) -> None:
        super().__init__(canvas=True)
        self._title = ElidedLabel(title, Pen(size=TITLE, bold=True))
        self._remark = Remark("", Pen(tone=Tone.MUTED))
        self.head = QHBoxLayout()
        self.head.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, 0)
        self.head.setSpacing(SPACE_3)
        self.head.addWidget(self._title)
        self.head.addWidget(self._remark, 1)
        if may_leave:
            back = KeyButton(_("返回待定"), keys="Esc", icon="chevron-left", kind=Kind.QUIET)
            back.setObjectName("leave_page")
            back.clicked.connect(self.left)
            self.head.insertWidget(0, back)
        self.banner = Banner()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_4)
        self.body.setSpacing(SPACE_3)
        self.area = scrolled(content, title)
        self._foot = Ground(edges="top")
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self.foot.setSpacing(SPACE_3)
        self._foot.hide()
        self._pile_up()
        self.set_title(title)

    def _pile_up(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(self.head)
        told = QHBoxLayout()
        told.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        told.addWidget(self.banner)
        column.addLayout(told)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)

    def set_title(self, title: str, remark: str = "") -> None:
        """Say what is shown here."""
        self._title.set(title)
        self._title.setFixedWidth(self._title.sizeHint().width() + 2)
        self._remark.set(remark)

    def show_foot(self) -> None:
        """Show the acts at the foot."""
        self._foot.show()

    def reveal(self, widget: QWidget) -> None:
        """Scroll a part into view once it has its size."""
        see = partial(self.area.ensureWidgetVisible, widget)
        QTimer.singleShot(_SETTLED_MS, widget, see)

    def title(self) -> str:
        """Give what the page says it shows."""
        return self._title.text


class _Sign(QWidget):
    """A mark as high as a line of text."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setFixedSize(18, 21)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, self._mark, QRectF(self.rect()).center(), 16)


class Marked(QWidget):
    """A sentence behind a mark; it wraps, and a button may stand at its end."""

    def __init__(self, mark: Mark, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WholeWords(text)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACE_2)
        self._sign = _Sign(mark)
        self.row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.words, 1)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end; the mark and the words stand at its height."""
        self.row.setAlignment(self._sign, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(button)


class Stacked(QWidget):
    """Parts below each other, made anew when others are shown."""

    def __init__(self, gap: int = SPACE_3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._parts: list[QWidget] = []

    def parts(self) -> list[QWidget]:
        """Give what is shown."""
        return self._parts

    def show_parts(self, parts: list[QWidget]) -> None:
        """Show these; what is shown already stays as it is, the rest goes.

        Where the keys were in a part that goes they stay here, so that the room's keys still work.
        """
        goes = [part for part in self._parts if part not in parts]
        keep_focus(goes, self)
        for part in self._parts:
            self._column.removeWidget(part)
        for part in goes:
            part.hide()
            part.deleteLater()
        self._parts = parts
        for part in parts:
            self._column.addWidget(part)
