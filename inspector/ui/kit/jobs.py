"""Run operations off the main thread and bring their results back to it.

No QThread and no QObject per job: docs/adr/0005-jobs-without-qthread.md.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from inspector.core.errors import Cancelled, InspectorError
from inspector.core.progress import Progress

_log = logging.getLogger(__name__)
_MEGABYTE = 1_000_000


def counted(done: int, total: int) -> str:
    """Say how many of how many pieces are done."""
    return f"{done} / {total}" if total else ""


def ignored(*_anything: object) -> None:
    """Stand in for a listener nobody has given."""


@dataclass(kw_only=True, eq=False)
class Job:
    """One operation to run in the background, and whom to tell on the main thread.

    Listeners are given with the job, not after it started: early news would be lost. `count` says
    its progress in words.
    """

    work: Callable[[Progress], Any]
    on_progress: Callable[[int, int], None] = ignored
    on_success: Callable[[Any], None] = ignored
    on_refusal: Callable[[InspectorError], None] = ignored
    on_crash: Callable[[BaseException], None] = ignored
    on_end: Callable[[], None] = ignored
    count: Callable[[int, int], str] = counted
    _stop: threading.Event = field(default_factory=threading.Event, init=False)

    def stop(self) -> None:
        """Ask the operation to stop at its next safe point."""
        self._stop.set()

    def wants_stop(self) -> bool:
        """Tell whether somebody has asked to stop."""
        return self._stop.is_set()


class JobRunner(QObject):
    """One worker thread for jobs, in order.

    The runner lives as long as the window and is the only object that both threads touch.
    """

    _called = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._jobs: list[Job] = []
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Job) -> None:
        """Queue the job; its listeners are called on the main thread, in order."""
        self._jobs.append(job)
        self._executor.submit(self._run, job).add_done_callback(partial(self._settled, job))

    def is_busy(self) -> bool:
        """Tell whether a job waits or runs."""
        return bool(self._jobs)

    def close(self) -> None:
        """Stop everything and wait: called once, when the window closes."""
        for job in self._jobs:
            job.stop()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """Do what waits, and take nothing more: an act that was given is not lost."""
        self._executor.shutdown(wait=True)

    def _run(self, job: Job) -> object:
        if job.wants_stop():
            raise Cancelled
        return job.work(_Reporter(job, self._called.emit))

    def _settled(self, job: Job, future: "Future[Any]") -> None:
        self._called.emit(partial(self._announce, job, future))

    @Slot(object)
    def _call(self, function: Callable[[], None]) -> None:
        function()

    def _announce(self, job: Job, future: "Future[Any]") -> None:
        self._jobs.remove(job)
        error = Cancelled() if future.cancelled() else future.exception()
        try:
            self._tell(job, error, future)
        finally:
            job.on_end()

    def _tell(self, job: Job, error: BaseException | None, future: "Future[Any]") -> None:
        if error is None:
            job.on_success(future.result())
        elif isinstance(error, InspectorError):
            job.on_refusal(error)
        elif not isinstance(error, Cancelled):
            _log.error("job crashed", exc_info=error)
            job.on_crash(error)


class Jobs:
    """The window's two workers: the person's acts never queue behind long work.

    They meet only at the store's turnstile, where acts go first (DESIGN §10).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        self.acts = JobRunner("act", parent)
        self.long = JobRunner("long", parent)

    def close(self) -> None:
        """Stop long work, finish the person's acts, and wait for both."""
        self.long.close()
        self.acts.finish()


@dataclass(frozen=True, slots=True)
class _Reporter:
    """The Progress handed to an operation."""

    job: Job
    post: Callable[[Callable[[], None]], object]

    def report(self, done: int, total: int) -> None:
        """Post the news to the main thread."""
        self.post(partial(self.job.on_progress, done, total))

    def wants_stop(self) -> bool:
        """Ask the job."""
        return self.job.wants_stop()


@dataclass(frozen=True, slots=True)
class InMegabytes:
    """Tells large counts, which are bytes, in megabytes: people follow those."""

    progress: Progress

    def report(self, done: int, total: int) -> None:
        """Tell how far it is."""
        unit = _MEGABYTE if total >= 2 * _MEGABYTE else 1
        self.progress.report(-(-done // unit), -(-total // unit))

    def wants_stop(self) -> bool:
        """Ask whether to stop."""
        return self.progress.wants_stop()
