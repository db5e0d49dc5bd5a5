"""Open a workspace's database: refuse what is newer, migrate what is older, let one write."""

import errno
import secrets
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.core.changes import Act
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.store import engine
from inspector.store.disk import on_network_share
from inspector.store.lock import WorkspaceLock
from inspector.store.migrations import SCHEMA_VERSION, applied_names, migrate, unknown_names
from inspector.store.office import Office
from inspector.store.rebuild import copy_to
from inspector.store.schema import APPLICATION_ID
from inspector.store.turnstile import Turnstile

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

DATABASE_NAME = "inspector.db"
_FULL = ("full", "disk i/o error")


@dataclass(slots=True)
class Writing:
    """A transaction of the one writer: its repositories, and afterwards what it wrote."""

    office: Office
    act: Act = field(default_factory=Act)


class Database:
    """The database of one workspace, opened for writing by one process."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        self._path = folder / DATABASE_NAME
        self._now_ms = now_ms
        self._lock = WorkspaceLock(folder)
        self._turnstile = Turnstile()
        self._readers = _ReaderPool(self._path)
        self._connection: Any = None
        self._office: Office | None = None

    def open(self) -> None:
        """Take the lock, check the file, bring its schema up to date."""
        if on_network_share(self._path.parent):
            raise InspectorError(Problem.WORKSPACE_ON_NETWORK_SHARE, folder=self._path.parent)
        if not self._path.exists():
            raise InspectorError(Problem.WORKSPACE_MISSING, folder=self._path.parent)
        self._lock.take()
        try:
            check_readable(self._path)
            self._connect()
        except BaseException:
            self.close()
            raise

    def create(self) -> None:
        """Make a new, empty database; an existing one is refused."""
        if self._path.exists():
            raise InspectorError(Problem.WORKSPACE_EXISTS, folder=self._path.parent)
        if on_network_share(self._path.parent):
            raise InspectorError(Problem.WORKSPACE_ON_NETWORK_SHARE, folder=self._path.parent)
        self._lock.take()
        try:
            self._connect()
            with self.write() as writing:
                journal = writing.office.journal
                journal.create_self(
                    str(uuid.UUID(bytes=secrets.token_bytes(16), version=4)),
                    secrets.token_bytes(16),
                )
                journal.open_project(ORG)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Write everything back to the one file and give the lock up."""
        self._readers.close()
        if self._connection is not None:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
            self._connection = None
        self._lock.give_back()

    @contextmanager
    def write(self, *, step: bool = False) -> Iterator[Writing]:
        """Hold the writer for one act; all of it is kept, or nothing.

        `step` marks a step of long work: the person's acts go before it.
        """
        with self._turnstile.turn(step=step), _refusals(self._path):
            office = self._writing_office()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                tips = office.journal.tips()
                writing = Writing(office)
                yield writing
                writing.act = office.journal.act_since(tips)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Iterator[Office]:
        """Look at one consistent state, beside whoever writes."""
        with self._readers.one() as office:
            yield office

    def backup_to(self, target: Path) -> None:
        """Copy the database, live, with the backup API."""
        with self._turnstile.turn(step=True), _refusals(target):
            copy_to(self._connection, target)

    def _connect(self) -> None:
        with _refusals(self._path):
            self._connection = engine.connect_writer(self._path, self._now_ms)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db = engine.tables_over(self._connection)
            migrate(db)
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self._office = Office.over(db)

    def _writing_office(self) -> Office:
        if self._office is None:
            message = "the database was not opened"
            raise RuntimeError(message)
        return self._office


class _ReaderPool:
    """Connections that read, opened when needed and kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[tuple[Any, Office]] = []
        self._guard = threading.Lock()

    @contextmanager
    def one(self) -> Iterator[Office]:
        with self._guard:
            kept = self._idle.pop() if self._idle else None
        with _refusals(self._path):
            connection, office = kept or self._fresh()
            connection.execute("BEGIN")
            try:
                yield office
            finally:
                connection.execute("ROLLBACK")
                with self._guard:
                    self._idle.append((connection, office))

    def close(self) -> None:
        with self._guard:
            for connection, _office in self._idle:
                connection.close()
            self._idle.clear()

    def _fresh(self) -> tuple[Any, Office]:
        connection = engine.connect_reader(self._path)
        return connection, Office.over(engine.tables_over(connection))


@contextmanager
def reading(folder: Path) -> Iterator[Office]:
    """Look at a workspace without the right to write, beside a program that has it."""
    path = folder / DATABASE_NAME
    if not path.exists():
        raise InspectorError(Problem.WORKSPACE_MISSING, folder=folder)
    check_readable(path)
    pool = _ReaderPool(path)
    try:
        with pool.one() as office:
            yield office
    finally:
        pool.close()


def check_readable(path: Path) -> None:
    """Refuse, untouched, a file that is no workspace database or that a newer program made."""
    with _refusals(path):
        connection = engine.connect_reader(path)
        try:
            _check(engine.tables_over(connection), path)
        finally:
            connection.close()


def _check(db: "Tables", path: Path) -> None:
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise InspectorError(Problem.DATABASE_FOREIGN, file=path)
    if version > SCHEMA_VERSION or unknown_names(db):
        newest = max(version, len(applied_names(db)))
        raise InspectorError(Problem.DATABASE_NEWER, file=path, found=newest, known=SCHEMA_VERSION)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what the disk or the file refuses into problems that a person understands."""
    try:
        yield
    except engine.DatabaseError as error:
        problem = _problem_of(str(error).lower())
        if problem is None:
            raise
        raise InspectorError(problem, file=path) from error
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        raise InspectorError(Problem.DISK_FULL, file=error.filename or path) from error


def _problem_of(message: str) -> Problem | None:
    if any(word in message for word in _FULL):
        return Problem.DISK_FULL
    if "readonly" in message:
        return Problem.WORKSPACE_READ_ONLY
    if "unable to open" in message:
        return Problem.FOLDER_NOT_WRITABLE
    if "not a database" in message or "malformed" in message:
        return Problem.DATABASE_DAMAGED
    return None
