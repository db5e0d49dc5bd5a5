"""What happened to a record, as a line of events."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspector.ui.kit.style.tokens import SPACE_4, SPACE_6
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.pasts import PastView
from inspector.ui.kit.widgets.stories import Event
from inspector.ui.kit.widgets.texts import small, title
from inspector.words.language import _

_TALL = 480


class HistoryDialog(QDialog):
    """The history of one record; Esc closes it."""

    def __init__(self, name: str, events: list[Event], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("history")
        self.setWindowTitle(_("历史"))
        self.resize(620, min(_TALL, parent.window().height() - 2 * SPACE_6))
        self.past = PastView(events)
        self.timeline = self.past.timeline
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(4, 4, SPACE_4, 4)
        inner.addWidget(self.past)
        inner.addStretch(1)
        area = scrolled(content, _("历史"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_4, SPACE_4)
        column.addWidget(title(name))
        column.addWidget(small(_("谁、何时、在哪台电脑、把什么从什么改成了什么；改不了也删不掉。")))
        column.addWidget(area, 1)
        close = KeyButton(_("关闭"), keys="Esc", kind=Kind.PRIMARY)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
