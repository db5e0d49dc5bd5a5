"""Half-typed text, kept in a database of its own so that no act ever waits for it.

A draft is nothing that was recorded: it is local, it is not journaled, and it goes as soon as
the text is given. A damaged file of drafts is put aside and never keeps a workspace from opening.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.store import engine
from inspector.store.refusals import refusals

DRAFTS_NAME = "drafts.db"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS draft(
  key TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that was typed but not given: in which field of which record, and when."""

    key: str
    text: str
    at_ms: int


class Drafts:
    """The drafts of one workspace; the file is opened with the first of them."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DRAFTS_NAME
        self._guard = threading.Lock()
        self._connection: Any = None

    def keep(self, key: str, text: str, at_ms: int) -> None:
        """Keep what stands in a field now, in the place of what was kept before."""
        with self._open() as connection:
            connection.execute(
                "INSERT INTO draft(key, text, at_ms) VALUES (?, ?, ?)"
                " ON CONFLICT(key) DO UPDATE SET text = excluded.text, at_ms = excluded.at_ms",
                [key, text, at_ms],
            )

    def all(self) -> list[Draft]:
        """List what was kept, newest first."""
        if self._connection is None and not self._path.exists():
            return []
        with self._open() as connection:
            found = connection.execute(
                "SELECT key, text, at_ms FROM draft ORDER BY at_ms DESC, key"
            ).fetchall()
        return [Draft(*row) for row in found]

    def forget(self, key: str) -> None:
        """Let a draft go: its text was given, or thrown away."""
        if self._connection is None and not self._path.exists():
            return
        with self._open() as connection:
            connection.execute("DELETE FROM draft WHERE key = ?", [key])

    def close(self) -> None:
        """Close the file."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _open(self) -> Iterator[Any]:
        with self._guard, refusals(self._path):
            if self._connection is None:
                self._connection = self._connect_or_put_aside()
            yield self._connection

    def _connect_or_put_aside(self) -> Any:
        try:
            return self._connect()
        except engine.OperationalError:
            raise
        except engine.DatabaseError:
            _log.warning("the drafts could not be read and were put aside")
            self._path.replace(self._path.with_name(f"{DRAFTS_NAME}.damaged"))
            return self._connect()

    def _connect(self) -> Any:
        connection = engine.connect_drafts(self._path)
        try:
            connection.execute(_SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection
