"""The note to an item: words, an editor in their place, and what was half typed before a crash."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.changes import Seen
from inspector.operations.inspecting import ItemLine
from inspector.ui.kit.draft import DraftKeeper
from inspector.ui.kit.style.tokens import SPACE_1
from inspector.ui.kit.widgets.fields import text_edit
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import SectionLabel, Words
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.words.language import _

_PASSING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class NoteBox(QWidget):
    """A note that saves itself when the person leaves it.

    Signals:
        settled(): the person is done with it.
        opened(): the editor is there.
    """

    settled = Signal()
    opened = Signal()

    def __init__(self, acts: ItemActs, keeper: DraftKeeper) -> None:
        super().__init__()
        self._acts = acts
        self._keeper = keeper
        self._line: ItemLine | None = None
        self._before, self._seen = "", Seen({})
        self._head = SectionLabel(_("备注"))
        self._words = Words()
        self.editor = text_edit("", _("写下看到的情况"), 3)
        self.editor.setObjectName("note")
        self.editor.setAccessibleName(_("备注"))
        self.editor.setAcceptDrops(False)
        self.editor.installEventFilter(self)
        self.editor.hide()
        self.banner = Banner()
        self.banner.acted.connect(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.banner)
        column.addWidget(self._head)
        column.addWidget(self._words)
        column.addWidget(self.editor)

    def set(self, line: ItemLine, *, is_other: bool) -> None:
        """Show the note of an item."""
        if is_other:
            self.commit()
        self._line = line
        if is_other:
            self._begin(self._acts.note_key(line.spot))
        self._show()

    def edit(self) -> None:
        """Put the person into the editor."""
        if self._line is None:
            return
        if self.editor.isHidden():
            self._before, self._seen = self._acts.begin_note(self._line.spot)
            self.editor.setPlainText(self._before)
            self.editor.document().setModified(False)
            self.editor.show()
            self._show()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.opened.emit()

    def is_editing(self) -> bool:
        """Tell whether the editor is open."""
        return not self.editor.isHidden()

    def commit(self) -> None:
        """Keep what was typed, as the note."""
        if self._line is None or self.editor.isHidden():
            return
        text = self.editor.toPlainText()
        self.editor.hide()
        self._acts.note(self._line.spot, self._before, text, self._seen)
        self._keeper.given(self.editor)
        self._words.set(text.strip())
        self._show_parts(has_note=bool(text.strip()))

    def finish(self) -> None:
        """Keep it, and give the focus back."""
        self.commit()
        self.settled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when the focus goes elsewhere in the window."""
        left = isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut
        if left and event.reason() not in _PASSING:  # type: ignore[attr-defined]  # a QFocusEvent
            self.commit()
        return super().eventFilter(watched, event)

    def _begin(self, key: str) -> None:
        self.banner.hide()
        self._keeper.attach(self.editor, key)
        draft = self._acts.draft(key)
        if draft.strip() and draft.strip() != self._note():
            self.editor.clear()
            self._keeper.offer(self.editor, draft, self.banner)

    def _note(self) -> str:
        answer = self._line.answer if self._line else None
        return (answer.note or "") if answer else ""

    def _show(self) -> None:
        self._words.set(self._note())
        self._show_parts(has_note=bool(self._note()))

    def _show_parts(self, *, has_note: bool) -> None:
        editing = self.is_editing()
        self._head.setVisible(has_note or editing)
        self._words.setVisible(has_note and not editing)
