"""Where a bundle's files stand, a folder or a ZIP, seen alike by the check."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from inspector.core.faults import Fault


class Shelf(Protocol):
    """A bag's files by their name below the bag's root folder."""

    @property
    def files(self) -> Mapping[str, int]:
        """Give the sizes of the files."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Give what was wrong already with the list of files."""

    def chunks(self, name: str) -> Iterator[memoryview]:
        """Yield a file's bytes; raise Unreadable where they cannot be had."""

    def crc(self, name: str) -> int | None:
        """Give the CRC-32 that the shelf keeps of a file, if it keeps one."""


class Unreadable(Exception):  # noqa: N818 - a finding about one file, turned into a Fault
    """A file whose bytes cannot be read as the shelf describes them."""


def is_hostile(name: str) -> bool:
    """Tell whether a name could lead out of the bag's folder on some system."""
    parts = name.split("/")
    return (
        not name
        or "\\" in name
        or "\0" in name
        or ":" in parts[0]
        or name.startswith(("/", "~"))
        or any(part in {"", ".", ".."} for part in parts)
    )
