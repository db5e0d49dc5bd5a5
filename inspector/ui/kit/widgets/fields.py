"""Fields of a form: label above, editor, error line below; and a choice box of ours."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import Pen, draw_box, draw_text
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import DRAWN, SMALL, TARGET, Tone
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _


class FieldRow(QWidget):
    """A labelled editor with a line below it for a hint or an error."""

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Words(label, Pen(size=SMALL, bold=True))
        self._label.setBuddy(editor)
        self._below = Words("", Pen(size=SMALL, tone=Tone.MUTED))
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._below)
        editor.setAccessibleName(label)
        self.clear_error()

    def show_error(self, text: str) -> None:
        """Say under the field what is wrong with it, and lead the person there."""
        self._below.set(text, Tone.FAIL)
        self._below.show()
        self._mark(wrong=True)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_error(self) -> None:
        """Show the hint again, if there is one."""
        self._below.set(self._hint, Tone.MUTED)
        self._below.setVisible(bool(self._hint))
        self._mark(wrong=False)

    def set_hint(self, hint: str) -> None:
        """Say something else below the field."""
        self._hint = hint
        if not self.error():
            self.clear_error()

    def error(self) -> str:
        """Give the error that is shown, if any."""
        return self._below.words() if self.editor.property("wrong") else ""

    def _mark(self, *, wrong: bool) -> None:
        self.editor.setProperty("wrong", wrong)
        self.editor.setAccessibleDescription(self._below.words())
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


def line_edit(text: str = "", placeholder: str = "") -> QLineEdit:
    """Make a one-line editor of the right height."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setMinimumHeight(DRAWN + 4)
    return made


def text_edit(text: str = "", placeholder: str = "", lines: int = 3) -> QPlainTextEdit:
    """Make an editor for a few lines; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    made.setFixedHeight(lines * 20 + 24)
    return made


class ChoiceBox(QComboBox):
    """A drop-down drawn like our buttons; the wheel passes by unless it has the focus.

    Signals:
        chosen(str): the key of the choice that the person made.
        entered(): the person pressed Enter, and no choices are open.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        sheet = QListView(self)
        sheet.setAccessibleName(name or _("选项"))
        self.setView(sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these keys with their words; what was chosen stays if it is still offered."""
        before = self.current()
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.choose(before)

    def choose(self, key: str) -> None:
        """Move to a choice without telling."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def current(self) -> str:
        """Give the key that is chosen."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(super().sizeHint().width() + 28, TARGET)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(80, TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter on: Space and Alt+↓ open the choices."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice, unless the person is in the box."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = (self.height() - DRAWN) / 2
        box = QRectF(self.rect()).adjusted(0, margin, 0, -margin)
        focused = self.hasFocus()
        line, width = (now.accent, 2) if focused else (now.line, now.line_px)
        draw_box(painter, box, fill=now.surface, line=line, width=width)
        ink = Tone.PLAIN if self.isEnabled() else Tone.MUTED
        draw_text(painter, box.adjusted(12, 0, -32, 0), self.currentText(), Pen(tone=ink))
        arrow = QRectF(box.right() - 26, box.center().y() - 8, 16, 16)
        draw_icon(painter, "chevron-down", arrow, now.tone(ink))

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.current())
