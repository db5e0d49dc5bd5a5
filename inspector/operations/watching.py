"""A shared folder that this workspace looks into: what appears there can be taken in.

The folder is only read. Packages have names that are never used twice and never change, so a
file synchroniser can do no harm; one that is still being copied is refused and looked at again.
"""

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.operations.files import write_whole
from inspector.operations.sent import list_sent
from inspector.operations.taking import find_packages
from inspector.operations.workspace import Workspace

_NAME = "watched.json"


def watch_folder(workspace: Workspace, folder: Path | None) -> None:
    """Look into this folder from now on; None: into none."""
    path = workspace.folder / "inbox" / _NAME
    if folder is None:
        path.unlink(missing_ok=True)
        return
    if not folder.is_dir():
        raise InspectorError(Problem.FOLDER_MISSING, file=folder)
    write_whole(path, json.dumps({"folder": str(folder.absolute())}).encode())


def watched_folder(workspace: Workspace) -> Path | None:
    """Tell which folder is looked into."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((workspace.folder / "inbox" / _NAME).read_text(encoding="utf-8"))
        return Path(told["folder"])
    return None


def new_packages(workspace: Workspace) -> list[Path]:
    """List the packages in the watched folder that were not taken in yet, oldest name first.

    A folder that is not there (the stick is out, the network is down) holds nothing.
    """
    folder = watched_folder(workspace)
    return [] if folder is None else untaken(workspace, [folder])


def untaken(workspace: Workspace, folders: Iterable[Path]) -> list[Path]:
    """List the packages in some folders that were neither taken in here nor written here.

    They are told apart by name and length; receipts of older programs know the name alone.
    """
    with workspace.read() as office:
        known = {(one.name, one.size) for one in office.peers.receipts()}
    known |= {file for sent in list_sent(workspace) for file in sent.files}
    found = []
    for folder in folders:
        with suppress(OSError):
            if not folder.is_dir():
                continue
            found += [one for one in find_packages([folder]) if not _is_known(one, known)]
    return found


def _is_known(path: Path, known: Collection[tuple[str, int]]) -> bool:
    return (path.name, path.stat().st_size) in known or (path.name, 0) in known
