"""A bag that lies unpacked in a folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from inspector.archive.parallel import CHUNK
from inspector.archive.shelf import Unreadable
from inspector.archive.tags import BAGIT
from inspector.core.bundles import taken_names
from inspector.core.faults import Fault, FaultCode


class FolderShelf:
    """The files below a folder; links are never followed, they may lead anywhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = bag_folder(folder)
        self.root = self._folder.name
        self.files: dict[str, int] = {}
        found: list[Fault] = []
        for name, path in _walk(self._folder):
            if path.is_symlink() or not path.is_file():
                found.append(Fault(FaultCode.NAME_HOSTILE, name))
            else:
                self.files[name] = path.stat().st_size
        alike = (Fault(FaultCode.NAMES_ALIKE, name) for name in taken_names(self.files))
        self.faults = (*found, *alike)

    def chunks(self, name: str) -> Iterator[memoryview]:
        """Yield a file's bytes."""
        buffer = memoryview(bytearray(CHUNK))
        try:
            with (self._folder / name).open("rb", buffering=0) as stream:
                while count := stream.readinto(buffer):
                    yield buffer[:count]
        except OSError:
            raise Unreadable from None

    @contextmanager
    def stream(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to be read here and there."""
        with (self._folder / name).open("rb") as stream:
            yield stream

    def crc(self, name: str) -> int | None:
        """Folders keep no sums."""
        del name
        return None


def bag_folder(folder: Path) -> Path:
    """Find the bag: the folder itself, or the only folder in it (as unpacking leaves it)."""
    if (folder / BAGIT).is_file():
        return folder
    inner = [path for path in folder.iterdir() if path.is_dir() and (path / BAGIT).is_file()]
    return inner[0] if len(inner) == 1 else folder


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for above, folders, files in os.walk(folder):
        linked = [name for name in folders if (Path(above) / name).is_symlink()]
        for name in sorted([*files, *linked]):
            path = Path(above) / name
            yield path.relative_to(folder).as_posix(), path
