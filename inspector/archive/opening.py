"""Open a bundle wherever it stands: a folder, or a ZIP."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.archive.foldershelf import FolderShelf
from inspector.archive.zipshelf import NotAZip, ZipShelf
from inspector.core.errors import InspectorError, Problem


@contextmanager
def opened_bundle(path: Path) -> Iterator[FolderShelf | ZipShelf]:
    """Give the files of a bundle; refuse a path where nothing lies, and a file that is no ZIP."""
    if path.is_dir():
        yield FolderShelf(path)
        return
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    try:
        shelf = ZipShelf(path)
    except NotAZip:
        raise InspectorError(Problem.BUNDLE_UNREADABLE, file=path) from None
    try:
        yield shelf
    finally:
        shelf.close()
