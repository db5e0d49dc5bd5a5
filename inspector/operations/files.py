"""Files under their hash: written whole or not at all, never rewritten."""

import errno
import io
import logging
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from inspector.core.errors import InspectorError, Problem
from inspector.folders import BACKUPS, EXPORTS, FILES, OUTBOX
from inspector.store.disk import sync_folder

_PIECE = 1 << 20
_log = logging.getLogger(__name__)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def content_path(folder: Path, sha256: str, suffix: str) -> Path:
    """Give where content lies: ab/cdef… under its folder."""
    return folder / sha256[:2] / f"{sha256[2:]}{suffix}"


def keep_content(folder: Path, sha256: str, suffix: str, content: bytes) -> Path:
    """Keep bytes under their hash; what is there already is left alone."""
    path = content_path(folder, sha256, suffix)
    if not path.exists():
        write_whole(path, content)
    return path


def keep_copy(folder: Path, sha256: str, suffix: str, source: Path) -> Path:
    """Keep a file of any size under its hash, copied piece by piece."""
    path = content_path(folder, sha256, suffix)
    if not path.exists():
        with source.open("rb") as stream:
            write_whole_from(path, stream)
    return path


def refuse_target(workspace_folder: Path, out: Path) -> None:
    """Refuse to write over a file that is there, among the workspace's own, or into no folder."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    if not out.parent.is_dir():
        raise InspectorError(Problem.FOLDER_MISSING, file=out.parent)
    own, given = workspace_folder.resolve(), out.parent.resolve()
    outgoing = (own / EXPORTS, own / OUTBOX)
    if given.is_relative_to(own) and not any(given.is_relative_to(one) for one in outgoing):
        raise InspectorError(Problem.FILE_AMONG_RECORDS, file=out, exports=outgoing[0])


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, durably, or not at all."""
    write_whole_from(path, io.BytesIO(content))


def write_whole_from(path: Path, stream: BinaryIO) -> None:
    """Write what a stream gives, whole and durable, or nothing."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            shutil.copyfileobj(stream, file, _PIECE)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise refusal_of(path, error) from error
    sync_folder(path.parent)


def refusal_of(path: Path, error: OSError) -> Exception:
    """Give the problem that a disk's error stands for; the error itself where there is none."""
    if error.errno in _FORBIDDEN:
        return InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=path.parent)
    if error.errno in _FULL:
        return InspectorError(Problem.DISK_FULL, file=path)
    return error


def content_name(path: Path) -> str:
    """Give the hash that a kept file's name tells."""
    return f"{path.parent.name}{path.stem}"


def unfinished_in(workspace_folder: Path) -> list[Path]:
    """List what a program that was killed left unfinished.

    What a person put there is not listed: our unfinished names begin with a dot and end in
    `.part`.
    """
    return sorted(
        path
        for name in (FILES, EXPORTS, BACKUPS)
        for path in (workspace_folder / name).rglob(".*.part")
    )


def sweep_parts(workspace_folder: Path) -> int:
    """Remove what a program that was killed left unfinished; tell how much that was.

    Only the one writer of a workspace may call this, at its start.
    """
    found = unfinished_in(workspace_folder)
    for path in found:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    if found:
        _log.info("removed %s unfinished files", len(found))
    return len(found)
