"""Choose the SQLite library: one fixed engine on every system.

Python's own copy may carry the WAL-reset bug of SQLite 3.7.0-3.51.2, so the wheel comes first
(docs/adr/0002). It is registered before sqlite-utils is imported, so that both use the same one.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

try:
    import sqlcipher3 as engine

    sys.modules.setdefault("pysqlite3", engine)
    sys.modules.setdefault("pysqlite3.dbapi2", engine.dbapi2)
    ENGINE_NAME = "sqlcipher3"
except ImportError:  # said plainly by `workspace info`: no wheel for this system
    import sqlite3 as engine

    ENGINE_NAME = "sqlite3"

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

OperationalError: type[Exception] = engine.OperationalError
DatabaseError: type[Exception] = engine.DatabaseError
IntegrityError: type[Exception] = engine.IntegrityError

CLOCK_FUNCTION = "inspector_now_ms"
_WRITER = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",  # an erased personal value must not stay on a free page
)
_COMMON = ("busy_timeout = 5000", "temp_store = MEMORY", "cache_size = -16384")


def engine_version() -> str:
    """Tell which SQLite runs, for `workspace info`."""
    return f"{ENGINE_NAME} {engine.sqlite_version}"


def connect_writer(path: Path, now_ms: Callable[[], int]) -> Any:
    """Open the one writing connection; time enters the journal by the function given."""
    connection = engine.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.create_function(CLOCK_FUNCTION, 0, now_ms)
    return _set_up(connection, (*_COMMON, *_WRITER))


def connect_reader(path: Path, *, unchanging: bool = False) -> Any:
    """Open a connection that cannot write; `unchanging` is for a medium nobody can write to."""
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if unchanging else ''}"
    connection = engine.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    return _set_up(connection, (*_COMMON, "query_only = ON"))


def connect_drafts(path: Path) -> Any:
    """Open the local file of half-typed text."""
    connection = engine.connect(str(path), isolation_level=None, check_same_thread=False)
    return _set_up(connection, ("busy_timeout = 1000", *_WRITER))


def _set_up(connection: Any, pragmas: tuple[str, ...]) -> Any:
    """Set a connection up and look at the file once, so that a bad one is refused here."""
    try:
        for pragma in (*pragmas, "user_version"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_memory() -> Any:
    """Open an empty database in memory."""
    return engine.connect(":memory:", isolation_level=None)


def connect_plain(path: Path) -> Any:
    """Open a file that no workspace uses: the target of a copy."""
    return engine.connect(str(path))


def tables_over(connection: Any) -> "Tables":
    """Wrap a connection in sqlite-utils, which is imported only when a database is opened."""
    from sqlite_utils import Database as Tables

    return Tables(connection, recursive_triggers=True, execute_plugins=False)
