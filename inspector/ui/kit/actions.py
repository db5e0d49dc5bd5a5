"""What can be done, as data: one table per screen and one for the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_TYPING = (QLineEdit, QPlainTextEdit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done, with its key.

    Attributes:
        id: unique in the program, such as `inspect.pass`.
        text: what it does, in the person's words, translated by `_()` where the table is built.
        shortcut: as Qt writes it: `Ctrl+N`, `1`, `Alt+2`; nothing if there is no key.
        slot: what happens.
        enabled: a signal of bool that turns it on and off, if it is not always on.
        is_enabled: whether it is on at first.
        while_typing: whether a bare key works while a field has the focus (never for letters).
    """

    id: str
    text: str
    slot: Callable[[], object]
    shortcut: str = ""
    enabled: SignalInstance | None = None
    is_enabled: bool = True
    while_typing: bool = False

    def keys(self) -> str:
        """Give the key as people read it, for buttons and the key list."""
        return self.shortcut.replace("Return", "Enter")


def install(actions: Sequence[Action], owner: QWidget) -> list[QAction]:
    """Make the actions work by key while the owner, or something in it, has the focus."""
    return [_installed(action, owner) for action in actions]


def _installed(action: Action, owner: QWidget) -> QAction:
    made = QAction(action.text, owner)
    made.setObjectName(action.id)
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if action.shortcut:
        made.setShortcuts([QKeySequence(key) for key in _both_enters(action.shortcut)])
    made.setEnabled(action.is_enabled)
    made.triggered.connect(lambda: _run(action))
    if action.enabled is not None:
        action.enabled.connect(made.setEnabled)
    owner.addAction(made)
    return made


def _run(action: Action) -> None:
    """Act, unless the bare key was meant for the field that has the focus."""
    field = QApplication.focusWidget()
    if action.while_typing or not _is_bare(action.shortcut) or not isinstance(field, _TYPING):
        action.slot()
    elif action.shortcut == "Return" and isinstance(field, QLineEdit):
        field.returnPressed.emit()  # Qt gave the key to us before the field saw it


def _both_enters(shortcut: str) -> list[str]:
    """Give the key, and the number block's Enter beside Return."""
    return [shortcut, shortcut.replace("Return", "Enter")] if "Return" in shortcut else [shortcut]


def _is_bare(shortcut: str) -> bool:
    return bool(shortcut) and "+" not in shortcut and not shortcut.startswith("F")


def unclear(actions: Sequence[Action]) -> list[str]:
    """List ids and keys that two actions share: a table must have none."""
    ids = [action.id for action in actions]
    keys = [QKeySequence(action.shortcut).toString() for action in actions if action.shortcut]
    return sorted({name for name in [*ids, *keys] if ids.count(name) + keys.count(name) > 1})
