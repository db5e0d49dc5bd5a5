"""Half-typed text is kept every half second, and offered again after a crash."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.ui.kit.widgets.panels import Banner
from inspector.words.language import _

KEEP_MS = 500
Keep = Callable[[str, str], object]
Forget = Callable[[str], object]
Editor = QLineEdit | QPlainTextEdit


class DraftKeeper(QObject):
    """Watches editors and keeps what is typed but not yet given.

    `keep(key, text)` and `forget(key)` write the draft table; the text counts as given when the
    screen calls `given(editor)`.
    """

    def __init__(self, keep: Keep, forget: Forget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._forget = forget
        self._keys: dict[Editor, str] = {}
        self._typed: dict[Editor, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.flush)

    def attach(self, editor: Editor, key: str) -> None:
        """Watch an editor under a key such as `answer/ID/note`; a new key is another record."""
        self.flush()
        if editor not in self._keys:
            typed = editor.textEdited if isinstance(editor, QLineEdit) else editor.textChanged
            typed.connect(partial(self._note, editor))
            editor.destroyed.connect(partial(self._lose, editor))
        self._keys[editor] = key

    def given(self, editor: Editor) -> None:
        """Forget the draft: the text is recorded now."""
        self._typed.pop(editor, None)
        self._forget(self._keys[editor])

    def offer(self, editor: Editor, draft: str, banner: Banner) -> None:
        """Offer the text that was typed before the program ended, if it says something else."""
        if draft and draft != text_of(editor):
            text = _("上次有没写完的内容：“{text}”").format(text=draft[:40])
            banner.say(text, step=_("恢复"), on_act=partial(_put, editor, draft))

    def flush(self) -> None:
        """Keep now what was typed."""
        self._timer.stop()
        typed, self._typed = self._typed, {}
        for editor, text in typed.items():
            self._keep(self._keys[editor], text)

    def _note(self, editor: Editor, *_text: object) -> None:
        if isinstance(editor, QPlainTextEdit) and not editor.document().isUndoAvailable():
            return  # the screen wrote it, not the person
        self._typed[editor] = text_of(editor)
        if not self._timer.isActive():
            self._timer.start()

    def _lose(self, editor: Editor, *_gone: object) -> None:
        self._keys.pop(editor, None)
        self._typed.pop(editor, None)


def text_of(editor: Editor) -> str:
    """Give what an editor holds."""
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _put(editor: Editor, text: str) -> None:
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
