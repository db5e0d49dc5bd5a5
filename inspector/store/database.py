"""Open a workspace's database: refuse what is newer, migrate what is older, let one write."""

import logging
import secrets
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.core.changes import Act
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.folders import BACKUPS
from inspector.store import engine
from inspector.store.copying import copy_to
from inspector.store.disk import on_network_share, sync_folder
from inspector.store.lock import WorkspaceLock
from inspector.store.migrations import SCHEMA_VERSION, applied_names, migrate, unknown_names
from inspector.store.office import Office
from inspector.store.refusals import refusals
from inspector.store.schema import APPLICATION_ID
from inspector.store.turnstile import Turnstile

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

DATABASE_NAME = "inspector.db"
_SIDE_FILES = ("", "-wal", "-shm")
_log = logging.getLogger(__name__)


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

    @property
    def is_open(self) -> bool:
        """Tell whether it can be written to."""
        return self._office is not None

    def open(self) -> None:
        """Take the lock, check the file, bring its schema up to date."""
        self._refuse_network()
        if not self._path.exists():
            raise InspectorError(Problem.WORKSPACE_MISSING, folder=self._path.parent)
        self._lock.take()
        try:
            self._keep_before_migration(seen=check_readable(self._path))
            self._connect(self._path)
        except BaseException:
            self.close()
            raise

    def create(self, first_act: Callable[[Writing], None]) -> None:
        """Make a new database with its first act; until both are whole there is none.

        It grows under another name, so that a start broken off is no half-made workspace.
        """
        self._refuse_existing()
        self._refuse_network()
        self._lock.take()
        try:
            self._refuse_existing()
            part = self._path.with_name(f".{DATABASE_NAME}.part")
            _remove(part)
            try:
                self._grow(part, first_act)
            except BaseException:
                self._disconnect()
                _remove(part)
                raise
            part.rename(self._path)
            sync_folder(self._path.parent)
            self._connect(self._path)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Write everything back to the one file and give the lock up."""
        try:
            self._readers.close()
            self._disconnect()
        finally:
            self._lock.give_back()

    @contextmanager
    def write(self, *, step: bool = False) -> Iterator[Writing]:
        """Hold the writer for one act; all of it is kept, or nothing.

        `step` marks a step of long work: the person's acts go before it.
        """
        with self._turnstile.turn(step=step), refusals(self._path):
            office = self._writing_office()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if office.journal.take_up_journaling():
                    _log.warning("the journal had been switched off by another program")
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

    def write_back(self) -> None:
        """Write the journal file of SQLite back into the database and empty it."""
        with self._turnstile.turn(step=True), refusals(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _keep_before_migration(self, *, seen: int) -> None:
        """Copy a database that has seen fewer migrations before it is changed."""
        if seen < SCHEMA_VERSION:
            with reading(self._path.parent) as office:
                target = self._path.parent / BACKUPS / f"before-schema-{SCHEMA_VERSION}.db"
                target.parent.mkdir(exist_ok=True)
                copy_to(office.db.conn, target)

    def _grow(self, part: Path, first_act: Callable[[Writing], None]) -> None:
        self._connect(part)
        with self.write() as writing:
            journal = writing.office.journal
            journal.create_self(
                str(uuid.UUID(bytes=secrets.token_bytes(16), version=4)), secrets.token_bytes(16)
            )
            journal.open_project(ORG)
            first_act(writing)
        self._disconnect()

    def _connect(self, path: Path) -> None:
        with refusals(path):
            self._connection = engine.connect_writer(path, self._now_ms)
            db = engine.tables_over(self._connection)
            healed = migrate(db)
            if healed:
                _log.warning("triggers were not as they must be: %s", ", ".join(healed))
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self._connection.execute(
                "UPDATE sync_self SET schema_version = ? WHERE schema_version <> ?",
                [SCHEMA_VERSION, SCHEMA_VERSION],
            )
            self._office = Office.over(db)

    def _disconnect(self) -> None:
        connection, self._connection, self._office = self._connection, None, None
        if connection is None:
            return
        try:
            with suppress(engine.DatabaseError):  # the next start reads the side file
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def _writing_office(self) -> Office:
        if self._office is None:
            message = "the database was not opened"
            raise RuntimeError(message)
        return self._office

    def _refuse_network(self) -> None:
        if on_network_share(self._path.parent):
            raise InspectorError(Problem.WORKSPACE_ON_NETWORK_SHARE, folder=self._path.parent)

    def _refuse_existing(self) -> None:
        if self._path.exists():
            raise InspectorError(Problem.WORKSPACE_EXISTS, folder=self._path.parent)


class _ReaderPool:
    """Connections that read, opened when needed and kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[tuple[Any, Office]] = []
        self._guard = threading.Lock()
        self._closed = False

    @contextmanager
    def one(self) -> Iterator[Office]:
        with self._guard:
            kept = self._idle.pop() if self._idle else None
        with refusals(self._path):
            connection, office = kept or self._fresh()
            try:
                connection.execute("BEGIN")
                yield office
            finally:
                self._take_back(connection, office)

    def close(self) -> None:
        with self._guard:
            self._closed = True
            for connection, _office in self._idle:
                connection.close()
            self._idle.clear()

    def _fresh(self) -> tuple[Any, Office]:
        connection = _reading_connection(self._path)
        return connection, Office.over(engine.tables_over(connection))

    def _take_back(self, connection: Any, office: Office) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        with self._guard:
            if self._closed:
                connection.close()
            else:
                self._idle.append((connection, office))


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


def check_readable(path: Path) -> int:
    """Refuse, untouched, a file that is no workspace database or that a newer program made.

    Otherwise tell how many migrations it has seen.
    """
    with refusals(path):
        # where no side file lies nobody has the database open, and none must appear
        is_at_rest = not _side_file(path).exists()
        connection = engine.connect_reader(path, unchanging=is_at_rest)
        try:
            return _check(engine.tables_over(connection), path)
        finally:
            connection.close()


def _reading_connection(path: Path) -> Any:
    """Open for reading; on a medium that takes no side files, as a file that does not change."""
    try:
        return engine.connect_reader(path)
    except engine.OperationalError as error:
        side = _side_file(path)
        if "unable to open" not in str(error) or (side.exists() and side.stat().st_size):
            raise
        return engine.connect_reader(path, unchanging=True)


def _side_file(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _check(db: "Tables", path: Path) -> int:
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID:
        raise InspectorError(Problem.DATABASE_FOREIGN, file=path)
    seen = len(applied_names(db))
    if version > SCHEMA_VERSION or unknown_names(db):
        newest = max(version, seen)
        raise InspectorError(Problem.DATABASE_NEWER, file=path, found=newest, known=SCHEMA_VERSION)
    return seen


def _remove(path: Path) -> None:
    for ending in _SIDE_FILES:
        path.with_name(path.name + ending).unlink(missing_ok=True)
