"""Backups: whole, verified, thinned by age; and a workspace made from one."""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.core.checks import backups_to_keep
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.folders import BACKUPS, FILES, PHOTOS, WORKSPACE_FOLDERS
from inspector.operations.files import refusal_of
from inspector.operations.workspace import Workspace
from inspector.store.checks import damages
from inspector.store.content import content_hash
from inspector.store.copying import copy_to
from inspector.store.database import DATABASE_NAME, reading
from inspector.store.disk import sync_folder
from inspector.store.migrations import SCHEMA_VERSION, applied_names

_NAME = "%Y%m%d-%H%M%S"
_CARD = "backup.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup: when it was made, what it holds, and whether photos are in it."""

    folder: Path
    made_at: datetime
    content_hash: str
    has_photos: bool


def list_backups(folder: Path) -> list[Backup]:
    """List the backups in a folder, newest first; what is none is passed over."""
    found = []
    for card in folder.glob(f"*/{_CARD}"):
        with suppress(OSError, ValueError, KeyError):
            told = json.loads(card.read_text(encoding="utf-8"))
            found.append(
                Backup(
                    folder=card.parent,
                    made_at=datetime.fromisoformat(told["made_at"]),
                    content_hash=told["content_hash"],
                    has_photos=told["has_photos"],
                )
            )
    return sorted(found, key=lambda backup: (backup.made_at, backup.folder.name), reverse=True)


def backup_workspace(
    workspace: Workspace,
    target_dir: Path | None = None,
    progress: Progress | None = None,
    *,
    photos: bool = False,
) -> Path:
    """Make a backup while work goes on; it gets its name only when it has been read back.

    Without a target it goes to the workspace's own folder, where old ones are thinned. Photos
    are linked where the disk allows it (originals never change), else copied.
    """
    folder = target_dir or workspace.folder / BACKUPS
    name = _free_name(folder, workspace.now())
    part = folder / f".{name}.part"
    try:
        part.mkdir(parents=True)
        _fill(workspace, part, progress or Unwatched(), photos=photos)
        verify_backup(part)
        part.rename(folder / name)
        sync_folder(folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise refusal_of(folder / name, error) from error
    except (InspectorError, Cancelled):
        shutil.rmtree(part, ignore_errors=True)
        raise
    if target_dir is None:
        _thin(folder, workspace.now())
    return folder / name


def restore_workspace(backup: Path, folder: Path, progress: Progress | None = None) -> Path:
    """Make a workspace from a backup, in a new or empty folder; nothing is ever overwritten."""
    if (folder / DATABASE_NAME).exists():
        raise InspectorError(Problem.WORKSPACE_EXISTS, folder=folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InspectorError(Problem.FOLDER_NOT_EMPTY, folder=folder)
    verify_backup(backup)
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        for name in ("", *WORKSPACE_FOLDERS):
            (part / name).mkdir(parents=True, exist_ok=True)
        _copy(backup / DATABASE_NAME, part / DATABASE_NAME)
        _take_over(backup, part, (FILES, PHOTOS), progress or Unwatched(), link=False)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise refusal_of(folder / DATABASE_NAME, error) from error
    except (InspectorError, Cancelled):
        shutil.rmtree(part, ignore_errors=True)
        raise
    return folder


def verify_backup(folder: Path) -> None:
    """Read a backup back: its database is sound and holds what its card says."""
    try:
        card: dict[str, Any] = json.loads((folder / _CARD).read_text(encoding="utf-8"))
        with reading(folder) as office:
            is_sound = not damages(office.db)
            if len(applied_names(office.db)) == SCHEMA_VERSION == card["schema_version"]:
                is_sound = is_sound and content_hash(office.db) == card["content_hash"]
    except (OSError, ValueError, KeyError) as error:
        raise InspectorError(Problem.BACKUP_DAMAGED, file=folder) from error
    except InspectorError as error:
        if error.problem not in {Problem.DATABASE_DAMAGED, Problem.WORKSPACE_MISSING}:
            raise
        is_sound = False
    if not is_sound:
        raise InspectorError(Problem.BACKUP_DAMAGED, file=folder)


def _free_name(folder: Path, now: datetime) -> str:
    name, number = now.strftime(_NAME), 2
    while (folder / name).exists():
        name, number = f"{now.strftime(_NAME)}-{number}", number + 1
    return name


def _fill(workspace: Workspace, part: Path, progress: Progress, *, photos: bool) -> None:
    def on_pages(done: int, total: int) -> None:
        if progress.wants_stop():
            raise Cancelled
        progress.report(done, total)

    with workspace.read() as office:
        digest = content_hash(office.db)  # the first look fixes the state that is copied
        copy_to(office.db.conn, part / DATABASE_NAME, on_pages)
    _sync_file(part / DATABASE_NAME)
    # files and photos are there before the rows that name them, so none is missed
    folders = (FILES, PHOTOS) if photos else (FILES,)
    _take_over(workspace.folder, part, folders, progress, link=True)
    card = {
        "made_at": workspace.now().isoformat(),
        "schema_version": SCHEMA_VERSION,
        "content_hash": digest,
        "has_photos": photos,
    }
    text = json.dumps(card, indent=1)
    (part / _CARD).write_text(f"{text}\n", encoding="utf-8")
    _sync_file(part / _CARD)
    sync_folder(part)


def _take_over(
    source: Path, target: Path, folders: tuple[str, ...], progress: Progress, *, link: bool
) -> None:
    """Bring the files that lie under their hash into another folder."""
    files = [
        path
        for name in folders
        for path in sorted((source / name).glob("??/*"))
        if path.is_file() and not path.name.startswith(".")
    ]
    made: set[Path] = set()
    for path in tracked(files, len(files), progress):
        there = target / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        made.add(there.parent)
        if not (link and _linked(path, there)):
            _copy(path, there)
    for folder in sorted(made):
        sync_folder(folder)


def _linked(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except OSError:  # another disk, or one without links
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    _sync_file(target)


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _thin(folder: Path, now: datetime) -> None:
    """Remove the backups that are too old and too many; only those that this program made."""
    backups = list_backups(folder)
    keep = backups_to_keep([backup.made_at for backup in backups], now)
    for backup in backups:
        if backup.made_at not in keep:
            shutil.rmtree(backup.folder, ignore_errors=True)
