"""What a bundle in the making has safely on the disk, so that a killed run goes on."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from inspector.archive.placing import Placing

SYNC_EVERY = 256 << 20
"""Bytes between two records: what a killed run loses at most."""

_LINE = re.compile(r"\A(\d+) (\d+) ([0-9a-f]{64})(?: ([0-9a-f]{64}))?\Z")


@dataclass(frozen=True, slots=True)
class Digest:
    """What one file summed to while it was copied."""

    crc: int
    sha256: str
    sm3: str = ""


class Journal:
    """Records which members are on the disk: bytes first, then the line that says so."""

    def __init__(self, path: Path, plan: str) -> None:
        self._path = path
        self._plan = plan
        self._lock = Lock()
        self._pending: list[str] = []
        self._unsynced = 0

    def head(self) -> str:
        """Give the name of the plan that an earlier run has followed; empty if there was none."""
        return self._lines()[0]

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text(encoding="utf-8").split("\n")
        except (FileNotFoundError, UnicodeDecodeError):
            return [""]

    def read(self) -> dict[int, Digest]:
        """Give the members that an earlier run of the very same plan has written."""
        head, *lines = self._lines()
        if head != self._plan:
            return {}
        matches = (_LINE.match(line) for line in lines)
        return {int(m[1]): Digest(int(m[2]), m[3], m[4] or "") for m in matches if m is not None}

    def start(self) -> None:
        """Begin anew for this plan."""
        self._path.write_text(f"{self._plan}\n", encoding="utf-8")

    def note(self, index: int, digest: Digest, size: int, target: Placing) -> None:
        """Take down a finished member; now and then make all of them durable."""
        with self._lock:
            line = f"{index} {digest.crc} {digest.sha256} {digest.sm3}"
            self._pending.append(f"{line.rstrip()}\n")
            self._unsynced += size
            if self._unsynced >= SYNC_EVERY:
                self._write(target)

    def _write(self, target: Placing) -> None:
        target.sync()
        with self._path.open("a", encoding="utf-8") as journal:
            journal.writelines(self._pending)
            journal.flush()
            os.fsync(journal.fileno())
        self._pending.clear()
        self._unsynced = 0
