"""A stretch of a file, read as if it were a file of its own."""

import io
import os
from typing import Any


class Window(io.RawIOBase):
    """Bytes `start` to `start + length` of an open file; reading needs no copy of them."""

    def __init__(self, stream: io.RawIOBase, start: int, length: int) -> None:
        self._stream = stream
        self._start = start
        self._length = length
        self._at = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read here and there."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, from the start, from here or from the end."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._length}[whence]
        if base + offset < 0:
            raise ValueError(offset)
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        """Tell the place."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Read on from here."""
        room = memoryview(buffer)[: max(self._length - self._at, 0)]
        self._stream.seek(self._start + self._at)
        count = self._stream.readinto(room) or 0
        self._at += count
        return count
