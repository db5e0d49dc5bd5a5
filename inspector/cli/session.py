"""What every command works with: which workspace, whose profile, which clock."""

import getpass
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import folders
from inspector.core.progress import Progress
from inspector.settings import Settings

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

WORKSPACE_VARIABLE = "INSPECTOR_WORKSPACE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One command's surroundings; nothing is opened before a command asks."""

    folder: Path
    profile: Path
    clock: Callable[[], datetime]
    progress: Progress

    @contextmanager
    def reading(self, folder: Path | None = None) -> Iterator["Workspace"]:
        """Look at the workspace, beside a window that writes to it."""
        from inspector.operations.workspace import open_for_reading

        with open_for_reading(_absolute(folder or self.folder), self.profile, self.clock) as here:
            yield here

    @contextmanager
    def writing(self, folder: Path | None = None) -> Iterator["Workspace"]:
        """Open the workspace for work; what was written is sealed at the end."""
        from inspector.operations.workspace import open_workspace

        workspace = open_workspace(_absolute(folder or self.folder), self.profile, self.clock)
        try:
            yield workspace
        finally:
            workspace.close()


def chosen_folder(given: Path | None, settings: Settings, environment: Mapping[str, str]) -> Path:
    """Choose the workspace: as typed, by the environment, the last one, the usual place."""
    last = Path(settings.last_workspace) if settings.last_workspace else None
    return _absolute(named_folder(given, environment) or last or folders.default_workspace())


def named_folder(given: Path | None, environment: Mapping[str, str]) -> Path | None:
    """Give the workspace that was named for this run, if one was."""
    told = environment.get(WORKSPACE_VARIABLE)
    named = given or (Path(told) if told else None)
    return _absolute(named) if named else None


def _absolute(folder: Path) -> Path:
    return Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links


def account() -> str:
    """Give the name of the operating system's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "inspector"
