"""What the person did in this window, to be taken back and done again."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from inspector.core.changes import Act, Changes, Outcome, Topic
from inspector.core.progress import Progress
from inspector.operations.history import undo
from inspector.operations.workspace import Workspace, change_person
from inspector.ui.kit.ask import Ask
from inspector.ui.kit.hub import Hub
from inspector.ui.kit.jobs import Job, Jobs

Crashed = Callable[[BaseException], None]
Dialog = Callable[[Callable[[str, str], object], QWidget], QDialog]


class Acts:
    """The window's memory of acts: undo and redo are new acts made from the journal."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, hub: Hub, ask: Ask, crashed: Crashed
    ) -> None:
        self._crashed = crashed
        self._workspace = workspace
        self._jobs = jobs
        self._hub = hub
        self._ask = ask
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._window: QWidget | None = None
        self._person_dialog: Dialog | None = None
        hub.changed.connect(self._hear)

    def over(self, window: QWidget, person_dialog: Dialog) -> None:
        """Open dialogs over this window from now on."""
        self._window = window
        self._person_dialog = person_dialog

    def remember(self, outcome: Outcome[Any]) -> None:
        """Keep an act that may be taken back; what was undone before cannot be redone then."""
        if outcome.act:
            self._done.append(outcome.act)
            self._undone.clear()

    def undo(self) -> None:
        """Take the last act back."""
        self._take_back(self._done, self._undone)

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        self._take_back(self._undone, self._done)

    def close(self) -> None:
        """Forget everything: acts of a closed window stay as they are."""
        self._done.clear()
        self._undone.clear()

    def change_person(self) -> None:
        """Let somebody else act from now on."""
        if self._person_dialog is not None and self._window is not None:
            self._person_dialog(self._put_person, self._window).open()

    def _put_person(self, name: str, unit: str) -> None:
        def work(_progress: Progress) -> Outcome[Any]:
            return change_person(self._workspace, name, unit)

        self._start(work, self._hub.tell_outcome)

    def _take_back(self, source: list[Act], target: list[Act]) -> None:
        if not source:
            return
        act = source.pop()

        def work(_progress: Progress) -> Outcome[None]:
            return undo(self._workspace, act)

        def done(outcome: Outcome[None]) -> None:
            target.append(outcome.act)
            self._hub.tell_outcome(outcome)

        self._start(work, done)

    def _start(
        self, work: Callable[[Progress], Outcome[Any]], done: Callable[[Outcome[Any]], None]
    ) -> None:
        job = Job(work=work, on_success=done, on_refusal=self._ask.refuse, on_crash=self._crashed)
        self._jobs.acts.start(job)

    def _hear(self, changes: Changes) -> None:
        """Forget what another person did: nobody takes back in somebody else's name."""
        if changes.touches(Topic.PEOPLE):
            self.close()
