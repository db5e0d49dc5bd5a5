"""Work on many files by a few threads, watched and stopped from the calling one."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from threading import Event, Lock
from typing import TypeVar

from inspector.core.errors import Cancelled
from inspector.core.progress import Progress

CHUNK = 1 << 20
"""Bytes read at a time: most photos in one piece, so that threads seldom wait for each other."""

_MOST_THREADS = 4
_TICK_S = 0.1

T = TypeVar("T")
R = TypeVar("R")


class Meter:
    """Counts bytes for all threads, and tells them to stop."""

    def __init__(self, done: int = 0) -> None:
        self._lock = Lock()
        self._stopped = Event()
        self.done = done

    def add(self, count: int) -> None:
        """Count bytes; raise Cancelled where the work is to end."""
        if self._stopped.is_set():
            raise Cancelled
        with self._lock:
            self.done += count

    def stop(self) -> None:
        """Let every thread end at its next chunk."""
        self._stopped.set()


def thread_count() -> int:
    """Choose the number of threads: hashing frees the interpreter, disks gain from a few."""
    return min(_MOST_THREADS, os.cpu_count() or 1)


def in_threads(
    work: Callable[[T, Meter], R], items: Sequence[T], total: int, progress: Progress
) -> list[R]:
    """Do the work on every item and give the results in order.

    Progress counts bytes and is told from the calling thread alone. The first exception ends all.
    """
    meter = Meter()
    pool = ThreadPoolExecutor(thread_count(), thread_name_prefix="archive")
    try:
        futures = [pool.submit(work, item, meter) for item in items]
        _watch(futures, meter, total, progress)
        return [future.result() for future in futures]
    finally:
        meter.stop()
        pool.shutdown(wait=True, cancel_futures=True)


def _watch(futures: list[Future[R]], meter: Meter, total: int, progress: Progress) -> None:
    waiting: set[Future[R]] = set(futures)
    while waiting:
        done, waiting = wait(waiting, timeout=_TICK_S, return_when=FIRST_EXCEPTION)
        for future in done:
            future.result()
        progress.report(min(meter.done, total), total)
        if progress.wants_stop():
            raise Cancelled
