"""Ctrl-C: long work ends at its next safe point; a second one ends it at once."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

_EVERY = 20


class Watch:
    """A progress that tells a terminal how far the work is, and hears Ctrl-C."""

    def __init__(self, err: TextIO) -> None:
        self._err = err
        self._shows = err.isatty()
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Show the count, on a terminal only."""
        if self._shows and (done == total or done % _EVERY == 0):
            self._err.write(f"\r{done}/{total}{chr(10) if done == total else ''}")
            self._err.flush()

    def wants_stop(self) -> bool:
        """Tell whether Ctrl-C was pressed."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask to stop."""
        self._stop.set()


@contextmanager
def hearing_interrupts(watch: Watch) -> Iterator[None]:
    """Let the first Ctrl-C ask, and the second one break off; only the main thread can hear."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def heard(number: int, frame: FrameType | None) -> None:
        if watch.wants_stop():
            signal.default_int_handler(number, frame)
        watch.stop()

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
