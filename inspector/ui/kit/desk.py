"""What every screen gets handed, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.ui.kit.ask import Ask
from inspector.ui.kit.hub import Hub
from inspector.ui.kit.jobs import Job, Jobs
from inspector.ui.kit.preferences import Preferences


class Going(Protocol):
    """Leads to a screen, and there to what the target names."""

    def __call__(self, screen_key: str, **target: str) -> None:
        """Go there."""


class Telling(Protocol):
    """Says what was just done, with a step such as Undo."""

    def __call__(
        self, text: str, step: str = "", on_act: Callable[[], object] | None = None
    ) -> None:
        """Say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A screen's surroundings.

    Attributes:
        workspace: the open workspace (`operations.workspace.Workspace`).
        jobs: the two workers; `act` below is the short way for a person's act.
        hub: hears and tells what was touched.
        ask: questions and messages.
        preferences: the person's settings.
        go: leads to another screen.
        long_work: runs a job on the second worker under the strip with count and Stop.
        toast: says what was just done.
        remember: told of every act's outcome, so that the window can undo it.
        crashed: told of our own faults, which it reports and shows.
    """

    workspace: Any
    jobs: Jobs
    hub: Hub
    ask: Ask
    preferences: Preferences
    go: Going
    long_work: Callable[[str, Job], None]
    toast: Telling
    remember: Callable[[Outcome[Any]], object]
    crashed: Callable[[BaseException], None]

    def act(
        self,
        work: Callable[[], Outcome[Any]],
        on_done: Callable[[Any], object] | None = None,
        on_refused: Callable[[InspectorError], None] | None = None,
    ) -> None:
        """Run one act of the person: tell the hub, remember it for undo, then `on_done(value)`.

        A refusal is shown as a message, or handed to `on_refused` to be shown in place.
        """

        def worked(_progress: Progress) -> Outcome[Any]:
            return work()

        def done(outcome: Outcome[Any]) -> None:
            self.remember(outcome)
            self.hub.tell_outcome(outcome)
            if on_done is not None:
                on_done(outcome.value)

        self.jobs.acts.start(
            Job(
                work=worked,
                on_success=done,
                on_refusal=on_refused or self.ask.refuse,
                on_crash=self.crashed,
            )
        )
