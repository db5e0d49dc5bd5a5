"""How long work will go on, judged by its pace so far."""

import time
from collections.abc import Callable

_SOON = 3.0
"""Seconds before a pace says anything."""


class Pace:
    """Watches done and total; a count that falls back begins a new stretch of the work."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since = clock()
        self._first: int | None = None
        self._last = 0

    def begin(self) -> None:
        """Forget what was before."""
        self._first = None

    def left(self, done: int, total: int) -> int | None:
        """Give the seconds that are left, or None while that cannot be told."""
        now = self._clock()
        if self._first is None or done < self._last:
            self._since, self._first = now, done
        self._last = done
        spent, made = now - self._since, done - self._first
        if spent < _SOON or made <= 0 or total <= done:
            return None
        return round(spent * (total - done) / made)
