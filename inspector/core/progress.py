"""How far long work has come, and whether the person wants it to stop."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from inspector.core.errors import Cancelled


class Progress(Protocol):
    """What long work tells, and asks, while it runs."""

    def report(self, done: int, total: int) -> None:
        """Tell how many of how many pieces are done."""

    def wants_stop(self) -> bool:
        """Tell whether the person asked to stop."""


class Unwatched:
    """A progress that nobody looks at, for callers without a screen."""

    def report(self, done: int, total: int) -> None:
        """Ignore the news."""

    def wants_stop(self) -> bool:
        """Never stop."""
        return False


T = TypeVar("T")


def tracked(items: Iterable[T], total: int, progress: Progress) -> Iterator[T]:
    """Yield the items, telling progress after each; raise Cancelled at the next safe point."""
    progress.report(0, total)
    for done, item in enumerate(items, start=1):
        if progress.wants_stop():
            raise Cancelled
        yield item
        progress.report(done, total)
