"""F1: the keys of this screen, then those of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.actions import Action
from inspector.ui.kit.painting import Pen, cap_width, draw_cap
from inspector.ui.kit.style.tokens import LARGE, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.words.language import _

_TALL = 640
"""Room for the keys of the busiest room without scrolling."""


class KeyCap(QWidget):
    """A key as a cap."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setFixedSize(QSize(cap_width(keys) + 2, 28))
        self.setAccessibleName(keys)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cap(painter, QRectF(self.rect()).adjusted(1, 0, -1, 0), self._keys)


class KeyList(QDialog):
    """The list of keys; Esc closes it."""

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[Action]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("按键一览"))
        tall = parent.window().height() - 2 * SPACE_6 if parent else _TALL
        self.resize(640, min(_TALL, tall))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        content = QWidget()
        inner = QHBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(32)
        for heading, actions in groups:
            inner.addLayout(_group(heading, actions), 1)
        column.addWidget(scrolled(content, _("按键一览")), 1)
        close = KeyButton(_("关闭"), keys="Esc", kind=Kind.PRIMARY)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _group(heading: str, actions: Sequence[Action]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(ElidedLabel(heading, Pen(size=LARGE, bold=True)))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    shown = [action for action in actions if action.shortcut]
    for row, action in enumerate(shown):
        grid.addWidget(Words(action.text), row, 0)
        grid.addWidget(KeyCap(action.keys()), row, 1, Qt.AlignmentFlag.AlignRight)
    column.addLayout(grid)
    if not shown:
        column.addWidget(Words(_("这里没有专用按键。"), Pen(tone=Tone.MUTED)))
    column.addStretch(1)
    return column
