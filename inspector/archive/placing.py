"""Write bytes at given places of one file from several threads."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Protocol

_FLOW_EVERY = 8 << 20
"""Bytes written between two hand-overs to the disk."""


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
        self._flow = _Flow(descriptor)

    def write_at(self, data: bytes | memoryview, offset: int) -> None:
        rest, start = memoryview(data), offset
        while rest:
            count = os.pwrite(self._descriptor, rest, offset)
            rest, offset = rest[count:], offset + count
        self._flow.add(start, offset)

    def finish(self, length: int) -> None:
        os.ftruncate(self._descriptor, length)
        self.sync()

    def sync(self) -> None:
        os.fsync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)


class _Flow:
    """Lets the disk begin early with what was written, so that the last `fsync` is short.

    On Linux the advice that pages are not needed makes the system write them out, without waiting;
    elsewhere nothing is done.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = Lock()
        self._span = (0, 0)
        self._bytes = 0

    def add(self, start: int, end: int) -> None:
        """Count what was written; now and then hand all of it to the disk."""
        with self._lock:
            first, last = self._span if self._bytes else (start, end)
            self._span = (min(first, start), max(last, end))
            self._bytes += end - start
            if self._bytes < _FLOW_EVERY:
                return
            first, last = self._span
            self._bytes = 0
        if sys.platform == "linux":
            with suppress(OSError):  # advice that a file system does not take harms nothing
                os.posix_fadvise(self._descriptor, first, last - first, os.POSIX_FADV_DONTNEED)


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
