"""Who may write next: one at a time, the person's acts before waiting steps of long work."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """A lock with a fast lane: nobody at the window waits behind more than one step."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._busy = False
        self._people_waiting = 0
        self._holder: int | None = None

    @contextmanager
    def turn(self, *, step: bool) -> Iterator[None]:
        """Wait for a turn and hold it; `step` marks one step of long work."""
        self._enter(step=step)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, *, step: bool) -> None:
        me = threading.get_ident()
        if self._holder == me:
            message = "an act within an act would wait for itself for ever"
            raise RuntimeError(message)
        with self._condition:
            if step:
                self._condition.wait_for(lambda: not self._busy and not self._people_waiting)
            else:
                self._people_waiting += 1
                try:
                    self._condition.wait_for(lambda: not self._busy)
                finally:
                    self._people_waiting -= 1
                    self._condition.notify_all()
            self._busy, self._holder = True, me

    def _leave(self) -> None:
        with self._condition:
            self._busy, self._holder = False, None
            self._condition.notify_all()
