"""Turn what the disk or the file refuses into problems that a person understands."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.store import engine

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_SPOKEN = (
    ("disk is full", Problem.DISK_FULL),
    ("disk i/o error", Problem.DISK_FULL),  # what a quota or a file limit gives
    ("readonly", Problem.WORKSPACE_READ_ONLY),
    ("unable to open", Problem.FOLDER_NOT_WRITABLE),
    ("is locked", Problem.DATABASE_BUSY),
    ("not a database", Problem.DATABASE_DAMAGED),
    ("malformed", Problem.DATABASE_DAMAGED),
)


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Raise the problem that an error of the engine or of the disk stands for."""
    try:
        yield
    except engine.DatabaseError as error:
        problem = _problem_of(str(error).lower())
        if problem is None:
            raise
        raise InspectorError(problem, file=path, folder=path.parent) from error
    except OSError as error:
        if error.errno in _FULL:
            raise InspectorError(Problem.DISK_FULL, file=error.filename or path) from error
        if error.errno in _FORBIDDEN:
            raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=path.parent) from error
        raise


def _problem_of(message: str) -> Problem | None:
    return next((problem for words, problem in _SPOKEN if words in message), None)
