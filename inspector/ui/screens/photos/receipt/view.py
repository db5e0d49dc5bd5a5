"""What became of the files that were given: how many, and each that was refused, with why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.operations.photos import Receipt
from inspector.ui.kit.ask import Explain
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_4, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import Words, strong
from inspector.words.language import _

_MOST_HEIGHT = 168


class ReceiptPanel(Ground):
    """The receipt of an import; it stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, edges="bottom", parent=parent)
        self.heading = strong()
        self.refused = Words()
        close = IconButton("cross", _("关闭导入结果"))
        close.setObjectName("close_receipt")
        close.clicked.connect(self.hide)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.refused)
        inner.addStretch(1)
        self._area = scrolled(holder, _("没有收入的文件"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, 4, SPACE_2, 8)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._area)
        self.hide()

    def show_receipt(self, receipt: Receipt, explain: Explain) -> None:
        """Tell what became of each file."""
        parts = [_("收入 {count} 张").format(count=len(receipt.taken))]
        if receipt.known:
            parts.append(_("早已收入 {count} 张").format(count=len(receipt.known)))
        if receipt.refused:
            parts.append(_("没有收入 {count} 个").format(count=len(receipt.refused)))
        self._say(_("导入结果：{parts}").format(parts=_("，").join(parts)))
        self.refused.set("\n".join(explain(one.error) for one in receipt.refused), Tone.FAIL)
        self._area.setVisible(bool(receipt.refused))
        width = max(self.width() - SPACE_4 - SPACE_2, 200)
        height = self.refused.heightForWidth(width)
        self._area.widget().setMinimumHeight(height)
        self._area.setFixedHeight(min(height + SPACE_2, _MOST_HEIGHT))

    def show_stopped(self, done: int) -> None:
        """Tell that the person stopped it, and what is in all the same."""
        self._say(_("已停止导入：前 {count} 个文件已处理，收入的都在。").format(count=done))
        self._area.setVisible(False)

    def _say(self, text: str) -> None:
        self.heading.set(text)
        self.show()
