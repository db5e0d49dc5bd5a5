"""What every room has in common: its crumbs, its actions, and when it reads again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.core.changes import Changes, Topic
from inspector.ui.kit.actions import Action, install
from inspector.ui.kit.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a crumb's menu."""

    text: str
    slot: Callable[[], object]
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Crumb:
    """One word of "where am I": a place to go back to, or a menu of others beside it."""

    text: str
    slot: Callable[[], object] | None = None
    choices: Sequence[Choice] = field(default=())


class Screen(QWidget):
    """A room of the window.

    A subclass names the topics that it shows, builds its widgets in `__init__`, and fills them
    in `reread`. `reread` runs when the screen is shown first, and when something that it shows
    was touched: at once if visible, else when it is shown again.

    Signals:
        crumbs_changed(list[Crumb]): the header shows them.
        badge_changed(int): how much waits here; the rail shows it.
    """

    crumbs_changed = Signal(object)
    badge_changed = Signal(int)

    reads: frozenset[Topic] = frozenset()
    waiting: Mapping[str, str] = {}
    """What the badge counts, as `go_to` names it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self._crumbs: Sequence[Crumb] = ()
        self._actions: Sequence[Action] = ()
        desk.hub.changed.connect(self._hear)

    def reread(self) -> None:
        """Read again what is shown; keep the place."""

    def go_to(self, **target: str) -> None:
        """Lead to what the target names; a search hit or another screen sent the person here."""

    def crumbs(self) -> Sequence[Crumb]:
        """Give where the person is."""
        return self._crumbs

    def set_crumbs(self, *crumbs: Crumb) -> None:
        """Say where the person is."""
        self._crumbs = crumbs
        self.crumbs_changed.emit(crumbs)

    def actions_table(self) -> Sequence[Action]:
        """Give what can be done here: F1 lists it."""
        return self._actions

    def set_actions(self, *actions: Action) -> None:
        """Make these actions work on this screen; called once, when it is built."""
        self._actions = actions
        install(actions, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if something was touched meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reread()

    def _hear(self, changes: Changes) -> None:
        if not changes.touches(*self.reads):
            return
        if self.isVisible():
            self.reread()
        else:
            self._stale = True
