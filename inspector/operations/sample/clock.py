"""The clock of the story: it shows what the story says, and never goes back."""

from datetime import date, datetime, time, timedelta, timezone

HOME = timezone(timedelta(hours=8))
"""China has one time zone."""


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Give a moment of the story."""
    return datetime.combine(day, time(hour, minute), HOME)


class StoryClock:
    """A clock that the story sets; a workspace that takes it stamps its records so."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """Give the story's present moment."""
        return self._now

    def reach(self, at: datetime) -> None:
        """Go on to a moment; one that has passed changes nothing."""
        self._now = max(self._now, at)

    def tick(self, seconds: int = 1) -> None:
        """Let some seconds pass."""
        self._now += timedelta(seconds=seconds)
