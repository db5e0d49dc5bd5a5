"""What the window is made of, as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.core.changes import Outcome
from inspector.operations.exchange import Pending
from inspector.ui.kit.ask import Ask
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.hub import Hub
from inspector.ui.kit.jobs import Jobs
from inspector.ui.kit.preferences import Preferences
from inspector.ui.kit.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSpec:
    """One room: its door in the rail, and how it is built when first entered.

    `title` is a source sentence marked with `N_()`; two characters fit the rail. What is dropped
    anywhere on the window goes to the room that `takes` it; rooms may take drops of their own.
    """

    key: str
    icon: str
    title: str
    factory: Callable[[Desk], Screen]
    in_rail: bool = True
    takes: Callable[[Path], bool] | None = None
    dropped_as: str = ""
    """The name under which `go_to` is told what was dropped, a path on each line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that the search found, and where it leads."""

    kind: str
    title: str
    detail: str = ""
    screen: str = ""
    target: Mapping[str, str] = field(default_factory=dict)


Find = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the owner of the window hands it.

    Attributes:
        find: answers the search box; runs off the UI thread.
        undo, redo: take back, or do again, the person's last act in this window.
        remember: told of every act, for undo.
        person: name of who acts now; change_person lets somebody else act.
        pending: what waits to be sent and to be decided; runs off the UI thread.
        now: the local time, for "saved 14:32".
        crashed: told of our own faults (`CrashReporter.report`).
        profile: this person's folder on this computer; holds the window's geometry.
    """

    title: str
    screens: Sequence[ScreenSpec]
    workspace: Any
    jobs: Jobs
    hub: Hub
    ask: Ask
    preferences: Preferences
    find: Find
    undo: Callable[[], object]
    redo: Callable[[], object]
    remember: Callable[[Outcome[Any]], object]
    person: Callable[[], str]
    change_person: Callable[[], object]
    pending: Callable[[], Pending]
    now: Callable[[], datetime]
    crashed: Callable[[BaseException], None]
    profile: Path
