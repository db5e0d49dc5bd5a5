"""What every room has in common: its crumbs, its actions, and when it reads again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.core.changes import Changes, Topic
from inspector.core.projects import Project
from inspector.ui.kit.actions import Action, install
from inspector.ui.kit.desk import Desk


def _takes_keys(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()


_BY_PROGRAM = Qt.FocusReason.OtherFocusReason


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


def project_crumb(
    current: Project, projects: Iterable[Project], choose: Callable[[str], object]
) -> Crumb:
    """Name the project where one is, with the others beside it."""
    choices = [Choice(one.name, partial(choose, one.id), one.id == current.id) for one in projects]
    return Crumb(current.name, choices=choices if len(choices) > 1 else ())


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

    def home(self) -> QWidget:
        """Give what has the keys when the person comes here first: the first that takes them."""
        there: QWidget | None = self.nextInFocusChain()
        while there is not None and there is not self:
            if self.isAncestorOf(there) and _takes_keys(there):
                return there
            there = there.nextInFocusChain()
        return self

    def take_focus(self) -> None:
        """Put the keys to where they were here last, else to where one begins."""
        last = self.focusWidget()
        is_there = last is not None and _takes_keys(last)
        (last if last is not None and is_there else self.home()).setFocus(_BY_PROGRAM)

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
