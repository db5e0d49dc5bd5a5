"""A page at the right: its title with a remark, a way back, and a body that scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Mark, Pen, draw_mark
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_3, SPACE_4, TITLE, VERDICT, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.words.language import _


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


class Page(Ground):
    """Add content to `page.body`, more buttons to `page.head`, acts to `page.foot`.

    Signals:
        left(): the person wants to go back.
    """

    left = Signal()

    def __init__(self, title: str, *, may_leave: bool = True) -> None:
        super().__init__(canvas=True)
        self._title = ElidedLabel(title, Pen(size=TITLE, bold=True))
        self._remark = ElidedLabel("", Pen(tone=Tone.MUTED))
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
        self.words = Words(text)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACE_2)
        self.row.addWidget(_Sign(mark), 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.words, 1)


class Stacked(QWidget):
    """Parts below each other, made anew when others are shown."""

    def __init__(self, gap: int = SPACE_3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._parts: list[QWidget] = []

    def parts(self) -> list[QWidget]:
        """Give what is shown."""
        return self._parts

    def show_parts(self, parts: list[QWidget]) -> None:
        """Show these; what is shown already stays as it is, the rest goes."""
        for part in self._parts:
            self._column.removeWidget(part)
            if part not in parts:
                part.hide()
                part.deleteLater()
        self._parts = parts
        for part in parts:
            self._column.addWidget(part)
