"""How far long work has come, and whether the person wants it to stop."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Protocol, TypeVar, runtime_checkable

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


class SealStage(StrEnum):
    """What sealing is at: papers are counted one by one, then bytes."""

    PAPERS = auto()
    WRITING = auto()


@runtime_checkable
class Staged(Progress, Protocol):
    """A progress that wants to know what the work is at."""

    def enter(self, stage: SealStage) -> None:
        """Hear that the work enters a stage; counts begin anew."""


def enter(progress: Progress, stage: SealStage) -> None:
    """Tell a progress that wants to know."""
    if isinstance(progress, Staged):
        progress.enter(stage)


@dataclass(frozen=True, slots=True)
class Share:
    """One piece's share of larger work: `before` of `total` were done when it began."""

    whole: Progress
    before: int
    total: int

    def report(self, done: int, total: int) -> None:
        """Tell how far the whole is."""
        del total
        self.whole.report(min(self.before + done, self.total), self.total)

    def wants_stop(self) -> bool:
        """Ask the person of the whole work."""
        return self.whole.wants_stop()


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of larger work, whatever it counts itself: from `before` on, `span` of `total`."""

    whole: Progress
    before: int
    span: int
    total: int

    def report(self, done: int, total: int) -> None:
        """Tell how far the whole is."""
        own = self.span * done // total if total else self.span
        self.whole.report(self.before + own, self.total)

    def wants_stop(self) -> bool:
        """Ask the person of the whole work."""
        return self.whole.wants_stop()


@dataclass(frozen=True, slots=True)
class Quiet:
    """A piece of larger work that tells nothing of itself; the person may stop it all the same."""

    whole: Progress

    def report(self, done: int, total: int) -> None:
        """Keep the news."""

    def wants_stop(self) -> bool:
        """Ask the person of the whole work."""
        return self.whole.wants_stop()


T = TypeVar("T")


def tracked(items: Iterable[T], total: int, progress: Progress) -> Iterator[T]:
    """Yield the items, telling progress after each; raise Cancelled at the next safe point."""
    progress.report(0, total)
    for done, item in enumerate(items, start=1):
        if progress.wants_stop():
            raise Cancelled
        yield item
        progress.report(done, total)
