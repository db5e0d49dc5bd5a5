"""Questions and messages to the person; tests answer through a scripted one.

Nothing here blocks: a dialog opens, and the answer comes to a callable.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, text_edit
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _

Explain = Callable[[InspectorError], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question whose answer changes what leaves the machine or cannot be undone."""

    title: str
    text: str
    yes: str
    no: str = ""
    is_grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion:
    """A question for some words: a reason, a note, a name."""

    title: str
    label: str
    yes: str
    text: str = ""
    hint: str = ""
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuestion:
    """A question for files or a place to write one; `kinds` as Qt writes them: 'PDF (*.pdf)'."""

    title: str
    kinds: str = ""
    folder: str = ""
    name: str = ""


class Ask:
    """Opens dialogs over a window."""

    def __init__(self, explain: Explain, parent: QWidget | None = None) -> None:
        self._explain = explain
        self._parent = parent

    def over(self, parent: QWidget) -> None:
        """Open dialogs over this window from now on."""
        self._parent = parent

    def explain(self, error: InspectorError) -> str:
        """Give the sentence for a refusal, for messages in place."""
        return self._explain(error)

    def tell(self, title: str, text: str) -> None:
        """Say something that the person should have read."""
        self._box(QMessageBox.Icon.Information, title, text).open()

    def refuse(self, error: InspectorError) -> None:
        """Say why something was not done: fits a job's `on_refusal`."""
        self._box(QMessageBox.Icon.Warning, _("没有完成"), self._explain(error)).open()

    def confirm(self, question: Question, on_yes: Callable[[], object]) -> None:
        """Ask before something that cannot be undone."""
        icon = QMessageBox.Icon.Warning if question.is_grave else QMessageBox.Icon.Question
        box = self._box(icon, question.title, question.text)
        yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(question.no or _("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no if question.is_grave else yes)
        box.setEscapeButton(no)
        box.buttonClicked.connect(lambda pressed: on_yes() if pressed is yes else None)
        box.open()

    def text(self, question: TextQuestion, on_text: Callable[[str], object]) -> None:
        """Ask for some words."""
        dialog = TextDialog(question, on_text, self._parent)
        dialog.open()

    def files(self, question: FileQuestion, on_paths: Callable[[list[Path]], object]) -> None:
        """Ask for one or more files to take in."""
        dialog = self._file_dialog(question, QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: on_paths([Path(name) for name in names]))
        dialog.open()

    def folder(self, question: FileQuestion, on_path: Callable[[Path], object]) -> None:
        """Ask for a folder."""
        dialog = self._file_dialog(question, QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: on_path(Path(name)))
        dialog.open()

    def save_as(self, question: FileQuestion, on_path: Callable[[Path], object]) -> None:
        """Ask where to write a file."""
        dialog = self._file_dialog(question, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(question.name)
        dialog.fileSelected.connect(lambda name: on_path(Path(name)))
        dialog.open()

    def _file_dialog(self, question: FileQuestion, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._parent, question.title, question.folder, question.kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(icon)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        return box


class TextDialog(QDialog):
    """Asks for some words; Ctrl+Enter gives them."""

    def __init__(
        self,
        question: TextQuestion,
        on_text: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self.setMinimumWidth(460)
        self._question = question
        self._on_text = on_text
        self._editor = text_edit(question.text)
        self._field = FieldRow(question.label, self._editor, question.hint)
        yes = KeyButton(question.yes, keys="Ctrl+Enter", kind=Kind.PRIMARY)
        yes.setObjectName("give_text")
        yes.setShortcut("Ctrl+Return")
        yes.clicked.connect(self._give)
        no = KeyButton(_("取消"), keys="Esc")
        no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(question.title, Pen(size=LARGE, bold=True, tone=Tone.PLAIN)))
        column.addWidget(self._field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        column.addLayout(row)

    def _give(self) -> None:
        text = self._editor.toPlainText().strip()
        if not text and not self._question.may_be_empty:
            self._field.show_error(_("请填写内容。"))
            return
        self.accept()
        self._on_text(text)
