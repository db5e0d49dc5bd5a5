"""One writer per workspace: an operating-system lock that ends with its process."""

import errno
import json
import os
import socket
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from inspector.core.errors import InspectorError, Problem

LOCK_NAME = "inspector.lock"
HOLDER_NAME = "inspector.lock.json"
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class WorkspaceLock:
    """The right to write to a workspace, with the holder's process and machine beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # opened by one thread and closed by another, so the lock belongs to the process
        self._lock = FileLock(str(folder / LOCK_NAME), timeout=0, thread_local=False)

    def take(self) -> None:
        """Take the lock, or refuse with who holds it."""
        try:
            self._lock.acquire()
        except Timeout:
            holder = holder_of(self._folder)
            raise InspectorError(Problem.WORKSPACE_IN_USE, folder=self._folder, **holder) from None
        except OSError as error:
            raise self._refusal(error) from error
        holder = {"pid": os.getpid(), "host": socket.gethostname()}
        with suppress(OSError):  # a courtesy: the lock holds without it
            (self._folder / HOLDER_NAME).write_text(json.dumps(holder), encoding="utf-8")

    def give_back(self) -> None:
        """Give the lock back, if it was taken."""
        if self._lock.is_locked:
            with suppress(OSError):
                (self._folder / HOLDER_NAME).unlink(missing_ok=True)
            self._lock.release()

    def _refusal(self, error: OSError) -> Exception:
        if error.errno in _FORBIDDEN:
            return InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=self._folder)
        if error.errno in _FULL:
            return InspectorError(Problem.DISK_FULL, file=self._folder / LOCK_NAME)
        return error


def holder_of(folder: Path) -> dict[str, object]:
    """Tell which process on which machine holds the lock, as far as it said."""
    try:
        told = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
        return {"pid": int(told["pid"]), "host": str(told["host"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"pid": 0, "host": ""}
