"""Files under their hash: written whole or not at all, never rewritten."""

import errno
import os
from pathlib import Path

from inspector.core.errors import InspectorError, Problem


def content_path(folder: Path, sha256: str, suffix: str) -> Path:
    """Give where content lies: ab/cdef… under its folder."""
    return folder / sha256[:2] / f"{sha256[2:]}{suffix}"


def keep_content(folder: Path, sha256: str, suffix: str, content: bytes) -> Path:
    """Keep bytes under their hash; what is there already is left alone."""
    path = content_path(folder, sha256, suffix)
    if not path.exists():
        write_whole(path, content)
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, durably, or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except PermissionError:
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=path.parent) from None
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise InspectorError(Problem.DISK_FULL, file=path) from error
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system offers that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
