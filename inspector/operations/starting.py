"""A workspace starts from what others hold: with everything that is in it, or not at all."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress
from inspector.operations.files import refusal_of
from inspector.operations.taking import take_packages
from inspector.operations.workspace import Clock, Workspace, create_workspace
from inspector.store.database import DATABASE_NAME
from inspector.store.disk import sync_folder


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """Where a new workspace shall lie, and who will work in it."""

    folder: Path
    profile: Path
    clock: Clock
    person: str
    unit: str


def create_from_package(
    start: NewWorkspace, package: Path, progress: Progress | None = None
) -> None:
    """Make a workspace of a package's records, or of a folder of them; join their organisation."""
    grow_workspace(start, lambda workspace: _take_all(workspace, package, progress))


def grow_workspace(start: NewWorkspace, fill: Callable[[Workspace], None]) -> None:
    """Make a workspace and fill it, or make none.

    It grows under another name, so that a source that is refused leaves no empty workspace.
    """
    folder = start.folder
    if (folder / DATABASE_NAME).exists():
        raise InspectorError(Problem.WORKSPACE_EXISTS, folder=folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InspectorError(Problem.FOLDER_NOT_EMPTY, folder=folder)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        workspace = create_workspace(part, start.profile, start.clock, start.person, start.unit)
        try:
            fill(workspace)
        finally:
            workspace.close()
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise refusal_of(folder / DATABASE_NAME, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _take_all(workspace: Workspace, package: Path, progress: Progress | None) -> None:
    intake = take_packages(workspace, [package], progress, join=True).value
    if intake.refused:
        raise intake.refused[0][1]
    if not intake.receipts:
        raise InspectorError(Problem.FILE_MISSING, file=package)
