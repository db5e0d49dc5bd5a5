"""Write bytes at given places of one file from several threads."""

import os
from pathlib import Path
from threading import Lock
from typing import Protocol


class Placing(Protocol):
    """A file being written piece by piece, in any order."""

    def write_at(self, data: bytes | memoryview, offset: int) -> None:
        """Put bytes at an offset."""

    def finish(self, length: int) -> None:
        """Cut the file to its length and have it on the disk."""

    def sync(self) -> None:
        """Have everything written so far on the disk."""

    def close(self) -> None:
        """Let go of the file."""


def open_placing(path: Path, *, keep: bool) -> Placing:
    """Open a file to be written in place; what it holds is kept only if asked."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags if keep else flags | os.O_TRUNC, 0o644)
    return _Placed(descriptor) if hasattr(os, "pwrite") else _Seeking(descriptor)


class _Placed:
    """Place bytes with `pwrite`, which threads may call at once."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write_at(self, data: bytes | memoryview, offset: int) -> None:
        rest = memoryview(data)
        while rest:
            count = os.pwrite(self._descriptor, rest, offset)
            rest, offset = rest[count:], offset + count

    def finish(self, length: int) -> None:
        os.ftruncate(self._descriptor, length)
        self.sync()

    def sync(self) -> None:
        os.fsync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)


class _Seeking(_Placed):
    """Place bytes where there is no `pwrite` (Windows): one thread at a time."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor)
        self._lock = Lock()

    def write_at(self, data: bytes | memoryview, offset: int) -> None:
        rest = memoryview(data)
        with self._lock:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
