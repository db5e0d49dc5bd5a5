"""What a check of a workspace may find, and which backups are worth keeping."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum, auto


class Flaw(StrEnum):
    """Facts that a check finds; a code states what is so."""

    DATABASE_DAMAGED = auto()
    STRUCTURE_CHANGED = auto()
    TRIGGER_CHANGED = auto()
    JOURNAL_SUSPENDED = auto()
    SEGMENT_BROKEN = auto()
    ROW_DIFFERS = auto()
    PRIVATE_VALUE_CHANGED = auto()
    LINK_DANGLING = auto()
    ORIGINALS_MISSING = auto()
    ORIGINALS_ELSEWHERE = auto()
    """They lie on other laptops, as these say."""
    ORIGINAL_CHANGED = auto()
    CONTENT_MISSING = auto()
    CONTENT_CHANGED = auto()
    FILE_UNKNOWN = auto()
    FILE_UNFINISHED = auto()


_HARMLESS = frozenset(
    {
        Flaw.LINK_DANGLING,
        Flaw.ORIGINALS_ELSEWHERE,
        Flaw.FILE_UNKNOWN,
        Flaw.FILE_UNFINISHED,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be, with the facts that name it."""

    flaw: Flaw
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def is_harmless(self) -> bool:
        """Tell whether nothing recorded is in doubt: it is worth knowing, no more."""
        return self.flaw in _HARMLESS


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check looked at, and what it found."""

    rows: int
    segments: int
    originals: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether everything recorded is there and unchanged."""
        return all(finding.is_harmless for finding in self.findings)


_DAYS, _WEEKS, _MONTHS = 12, 10, 9


def backups_to_keep(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Choose the backups to keep: all of the last day, then days, weeks and months thinned.

    The newest of each of 12 days, 10 weeks and 9 months stays (reliability notes, B1: Anki).
    """
    newest_first = sorted(made, reverse=True)
    keep = {at for at in newest_first if now - at < timedelta(days=1)}
    for spelling, count in (("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS), ("%Y-%m", _MONTHS)):
        seen: dict[str, datetime] = {}
        for at in newest_first:
            seen.setdefault(at.strftime(spelling), at)
        keep.update(list(seen.values())[:count])
    return keep
