"""The files of a bundle whose sums hold, read by what they mean; several parts as one."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from inspector.archive import tags
from inspector.archive.foldershelf import FolderShelf
from inspector.archive.shelf import Unreadable
from inspector.archive.zipshelf import ZipShelf
from inspector.core.faults import FaultCode, FileState, Verification

DATA = f"{tags.PAYLOAD}其他/数据/"
OTHERS = f"{tags.PAYLOAD}其他/"
RECORDS = f"{tags.PAYLOAD}电子档案/"
_LARGEST = 256 << 20
_WELL = frozenset({FileState.OK, FileState.NOT_LISTED})


class Contents:
    """What can be read of a bundle: a file that the sums found wrong counts as not there.

    `is_whole` tells whether all parts are there, so that a file that lacks lacks indeed;
    `is_ours` that this program sealed it; `is_public_copy` that photos and records are not those
    that were taken in.
    """

    def __init__(
        self,
        shelves: Sequence[FolderShelf | ZipShelf],
        found: Sequence[Verification],
        *,
        is_whole: bool,
    ) -> None:
        self.is_whole = is_whole
        remarks = {remark.code for one in found for remark in one.remarks}
        self.is_public_copy = FaultCode.PUBLIC_COPY in remarks
        self.is_ours = any(tags.is_ours(dict(one.info)) for one in found)
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self._told: set[str] = set()
        self._shelves: dict[str, FolderShelf | ZipShelf] = {}
        for shelf, sums in zip(shelves, found, strict=True):
            sound = [one.name for one in sums.members if one.state in _WELL]
            self._told.update(one.name for one in sums.members if one.state not in _WELL)
            self._shelves |= dict.fromkeys(sound, shelf)
            self.sizes |= {name: shelf.files[name] for name in sound}
            self._read_digests(shelf)

    def _read_digests(self, shelf: FolderShelf | ZipShelf) -> None:
        if self._shelves.get(tags.MANIFEST) is shelf:
            lines = tags.read_manifest(self.content(tags.MANIFEST))
            self.digests |= {line.name: line.digest for line in lines}

    def has(self, name: str) -> bool:
        """Tell whether a file is there and sound."""
        return name in self.sizes

    def lacks(self, name: str) -> bool:
        """Tell whether a file lacks that nobody has told of yet."""
        return self.is_whole and name not in self.sizes and name not in self._told

    def is_sound_below(self, start: str) -> bool:
        """Tell whether all is there and sound whose names start so."""
        return self.is_whole and not any(name.startswith(start) for name in self._told)

    def below(self, start: str, ending: str = "") -> list[str]:
        """Name the sound files whose names start and end so, in order."""
        return sorted(
            name for name in self.sizes if name.startswith(start) and name.lower().endswith(ending)
        )

    def content(self, name: str) -> bytes:
        """Give the bytes of a file; a ValueError for one too large to be what it should."""
        if self.sizes[name] > _LARGEST:
            raise ValueError(name)
        try:
            return b"".join(bytes(chunk) for chunk in self._shelves[name].chunks(name))
        except Unreadable:
            raise ValueError(name) from None

    @contextmanager
    def stream(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to be read here and there, however large it is."""
        with self._shelves[name].stream(name) as stream:
            yield stream

    def json(self, name: str) -> Any:
        """Read JSON; a ValueError where it is none."""
        try:
            return json.loads(self.content(name))
        except RecursionError:
            raise ValueError(name) from None

    def table(self, name: str) -> list[dict[str, str]]:
        """Read a CSV table by its headers; a ValueError where it is none."""
        text = self.content(name).decode("utf-8-sig")
        try:
            headers, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        except csv.Error:
            raise ValueError(name) from None
        return [
            dict(zip(headers, (cell.removeprefix("'") for cell in row), strict=False))
            for row in rows
        ]
