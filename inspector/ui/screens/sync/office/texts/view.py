"""A card with text to copy, and a code to scan beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.codes import CodeView
from inspector.ui.kit.widgets.fields import text_edit
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Words, small
from inspector.words.language import _

_LINES = 5


class TextCard(Card):
    """Text to copy.

    Signals:
        copied(): it is on the clipboard.
        left(): the person is done with it.
    """

    copied = Signal()
    left = Signal()

    def __init__(self, heading: str, said: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.ACCENT, parent=parent)
        self.setObjectName("text_card")
        self.text = text
        self.column.setSpacing(SPACE_2)
        self.column.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
        self.column.addWidget(Words(said))
        self._beside = QHBoxLayout()
        self._beside.setSpacing(SPACE_4)
        told = QVBoxLayout()
        editor = text_edit(text, lines=_LINES)
        editor.setReadOnly(True)
        editor.setAccessibleName(heading)
        told.addWidget(editor)
        told.addWidget(small(_("共 {count} 个字符，须完整复制").format(count=len(text))))
        told.addLayout(self._acts())
        told.addStretch(1)
        self._beside.addLayout(told, 1)
        self.column.addLayout(self._beside)

    def show_code(self, dots: Sequence[Sequence[bool]]) -> None:
        """Show the text as a code too."""
        view = CodeView(_("二维码"))
        view.show_dots(dots)
        self._beside.insertWidget(0, view, 0, Qt.AlignmentFlag.AlignTop)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit()

    def _acts(self) -> QHBoxLayout:
        copy, leave = KeyButton(_("复制文字"), kind=Kind.PRIMARY), KeyButton(_("完成"), keys="Esc")
        copy.setObjectName("copy_text")
        copy.clicked.connect(self.copy)
        leave.setObjectName("leave_text")
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(leave)
        row.addStretch(1)
        return row


class AnswerCard(Card):
    """After enrolling: the answer must reach the laptop, on a stick or as text.

    Signals:
        file_wanted(), text_wanted(): give it so.
        left(): it goes another way.
    """

    file_wanted = Signal()
    text_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.PASS, parent=parent)
        self.setObjectName("answer_card")
        self.column.addWidget(Words(_("已登记"), Pen(size=LARGE, bold=True, tone=Tone.PASS)))
        self.column.addWidget(
            Words(_("请把答复交给对方，对方收取后就加入本单位：写到 U 盘，或复制成文字发过去。"))
        )
        row = QHBoxLayout()
        for text, name, kind, signal in (
            (_("写答复…"), "answer_file", Kind.PRIMARY, self.file_wanted),
            (_("答复文字…"), "answer_text", Kind.PLAIN, self.text_wanted),
            (_("以后再说"), "leave_answer", Kind.QUIET, self.left),
        ):
            button = KeyButton(text, kind=kind)
            button.setObjectName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
