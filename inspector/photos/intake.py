"""Take a photo into the workspace: its bytes as they are, under their hash, durable or not there.

The source is read once. What was written is what was hashed, so a card that is pulled out in
the middle leaves nothing behind. Originals are never rewritten afterwards.
"""

import errno
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import is_hash
from inspector.core.photos import PhotoFacts
from inspector.core.text import clean
from inspector.photos.carve import Carved, carve
from inspector.photos.exif import ExifReader
from inspector.photos.formats import FORMATS, HEAD_BYTES, ImageFormat, ending_of, format_of

_log = logging.getLogger(__name__)

PHOTO_FOLDER = "photos"

_UNFINISHED = ".incoming-"
_PIECE = 1 << 20
_MODE = 0o644  # a temporary file is born readable by its maker only
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A photo that now lies in the workspace."""

    sha256: str
    size: int
    mime: str
    name: str
    facts: PhotoFacts
    was_there: bool
    path: Path


def take_in(
    source: Path, workspace_folder: Path, reader: ExifReader, *, settle: bool = True
) -> TakenIn:
    """Copy a photo's bytes into the workspace under their hash and read what it says.

    Bad metadata never refuses a photo; a file that is no image is refused before anything is
    written. With `settle=False` the caller makes the folders durable with `settle_folders`,
    once for many photos and before their rows are committed.
    """
    with _opened(source) as stream:
        head = _piece_of(stream, source, HEAD_BYTES)
        kind = format_of(head)
        if kind is None:
            raise InspectorError(Problem.NOT_A_PHOTO, file=source.name)
        with _writing(source.name, workspace_folder), _unfinished(workspace_folder) as waiting:
            copied = _copy(stream, head, waiting, _Origin(source, kind))
            path = original_path(workspace_folder, copied.sha256, kind.mime)
            was_there = _keep(waiting, path, copied.size, settle=settle)
    return TakenIn(
        sha256=copied.sha256,
        size=copied.size,
        mime=kind.mime,
        name=clean(source.name),
        facts=reader.facts_in(copied.carved, kind),
        was_there=was_there,
        path=path,
    )


def settle_folders(workspace_folder: Path, taken: Iterable[TakenIn]) -> None:
    """Make the names of new originals durable, each folder once."""
    folders = {photo.path.parent for photo in taken if not photo.was_there}
    if not folders:
        return
    for folder in [*sorted(folders), workspace_folder / PHOTO_FOLDER]:
        _sync_folder(folder)


def original_path(workspace_folder: Path, sha256: str, mime: str) -> Path:
    """Tell where an original of this hash lies: photos/ab/cdef….jpg."""
    return workspace_folder / PHOTO_FOLDER / sha256[:2] / f"{sha256[2:]}.{ending_of(mime)}"


def find_original(workspace_folder: Path, sha256: str) -> Path:
    """Find an original by its hash alone, or say that it is lost."""
    folder = workspace_folder / PHOTO_FOLDER / sha256[:2]
    for kind in FORMATS if is_hash(sha256) else ():
        path = folder / f"{sha256[2:]}.{kind.ending}"
        if path.is_file():
            return path
    raise InspectorError(Problem.PHOTO_LOST, file=sha256)


def rehash(path: Path) -> str:
    """Compute the SHA-256 of a file as it lies there now."""
    if not path.is_file():
        raise InspectorError(Problem.PHOTO_LOST, file=path.name)
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sweep(workspace_folder: Path) -> int:
    """Remove what an interrupted intake left unfinished; tell how many files that were.

    Only the one writer of a workspace may call this, at its start.
    """
    removed = 0
    for path in sorted((workspace_folder / PHOTO_FOLDER).glob(f"{_UNFINISHED}*")):
        with suppress(FileNotFoundError):
            path.unlink()
            removed += 1
    if removed:
        _log.info("removed %s unfinished photos", removed)
    return removed


def kind_of(path: Path) -> ImageFormat | None:
    """Tell the format of a file by its first bytes."""
    with path.open("rb") as stream:
        return format_of(stream.read(HEAD_BYTES))


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    """Open what a person chose, or say what is wrong with it."""
    if source.is_dir():
        raise InspectorError(Problem.FILE_IS_FOLDER, file=source.name)
    try:
        stream = source.open("rb")
    except FileNotFoundError as error:
        raise InspectorError(Problem.FILE_MISSING, file=str(source)) from error
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error
    with stream:
        yield stream


def _unreadable(source: Path, error: Exception) -> InspectorError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InspectorError(Problem.FILE_UNREADABLE, file=source.name, reason=reason)


def _piece_of(stream: BinaryIO, source: Path, size: int) -> bytes:
    """Read on; a card that fails while reading is the source's fault, not the workspace's."""
    try:
        return stream.read(size)
    except OSError as error:
        raise _unreadable(source, error) from error


@contextmanager
def _writing(name: str, workspace_folder: Path) -> Iterator[None]:
    """Turn the refusals of the workspace's disk into sentences that name the photo."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise InspectorError(
                Problem.DISK_FULL, file=name, folder=str(workspace_folder)
            ) from error
        if error.errno in _FORBIDDEN:
            raise InspectorError(
                Problem.FOLDER_NOT_WRITABLE, file=name, folder=str(workspace_folder)
            ) from error
        raise


@contextmanager
def _unfinished(workspace_folder: Path) -> Iterator[Path]:
    """Make a file beside the originals that disappears unless it is renamed."""
    folder = workspace_folder / PHOTO_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


@dataclass(frozen=True, slots=True)
class _Origin:
    path: Path
    kind: ImageFormat


@dataclass(frozen=True, slots=True)
class _Copied:
    sha256: str
    size: int
    carved: Carved


def _copy(stream: BinaryIO, head: bytes, waiting: Path, origin: _Origin) -> _Copied:
    """Copy and hash in one go, make the bytes durable, and carve what was written."""
    digest = hashlib.sha256(head)
    size = len(head)
    with waiting.open("w+b") as target:
        target.write(head)
        while piece := _piece_of(stream, origin.path, _PIECE):
            digest.update(piece)
            target.write(piece)
            size += len(piece)
        target.flush()
        os.fsync(target.fileno())
        carved = carve(target, origin.kind)
    return _Copied(digest.hexdigest(), size, carved)


def _keep(waiting: Path, path: Path, size: int, *, settle: bool) -> bool:
    """Give the file its name; tell whether it was there before, whole."""
    if path.is_file() and path.stat().st_size == size:
        return True
    path.parent.mkdir(exist_ok=True)
    waiting.chmod(_MODE)
    waiting.replace(path)
    if settle:
        _sync_folder(path.parent)
        _sync_folder(path.parent.parent)
    return False


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows cannot open one and needs none of this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
