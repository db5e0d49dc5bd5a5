"""One place where acts tell what they touched, and screens hear it."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Changes, Outcome


class Hub(QObject):
    """The window's notice board.

    Signals:
        changed(Changes): records were touched; read again what you show of them.
    """

    changed = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Announce what was touched."""
        if changes.topics:
            self.changed.emit(changes)

    def tell_outcome(self, outcome: Outcome[Any]) -> None:
        """Announce what an operation touched: fits a job's `on_success`."""
        self.tell(outcome.changes)
