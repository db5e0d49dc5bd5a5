"""What sticks, cards and shared folders do: run full, be protected, be pulled out."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import Progress

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM}


@contextlib.contextmanager
def refusals_explained(target: Path) -> Iterator[None]:
    """Turn what the medium refuses while writing into a problem that the person can act on."""
    try:
        yield
    except OSError as error:
        facts = {"file": str(target), "folder": str(target.parent)}
        if error.errno in _FULL:
            raise InspectorError(Problem.DISK_FULL, **facts) from error
        if error.errno == errno.EROFS:
            raise InspectorError(Problem.MEDIUM_READ_ONLY, **facts) from error
        if error.errno in _FORBIDDEN:
            raise InspectorError(Problem.FOLDER_NOT_WRITABLE, **facts) from error
        reason = error.strerror or str(error)
        raise InspectorError(Problem.MEDIUM_FAILED, **facts, reason=reason) from error


def sync_folder(folder: Path) -> None:
    """Have new names on the medium too; Windows does that by itself and refuses the call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network shares know no such call
            raise
    finally:
        os.close(descriptor)


def drop_from_memory(descriptor: int) -> None:
    """Have what is read next come from the medium, where the system can be told so."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


class Meter:
    """Counts bytes, tells them, and stops the work where the person asks for it."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._done = 0
        self._total = total
        progress.report(0, total)

    def add(self, count: int) -> None:
        """Count bytes done; raise Cancelled where a stop is wished."""
        if self._progress.wants_stop():
            raise Cancelled
        self._done = min(self._done + count, self._total)
        self._progress.report(self._done, self._total)

    def finish(self) -> None:
        """Tell that all is done."""
        self._progress.report(self._total, self._total)
