"""What came together without a conflict, and yet wants a look: it blocks nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.exchange import ConflictValue


class SoftKind(StrEnum):
    """Why people may want to look at a record."""

    FIELDS = "fields"
    """Two changed different fields of it, neither laptop having the other's change yet."""
    ORPHAN = "orphan"
    """It names a record that was deleted on another laptop."""
    NUMBER = "number"
    """Others bear the same number or code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftConflict:
    """A record to look at. `column` names the link or number; `others` are the records it meets.

    `values` are the changes of different fields, each with who, when and on which laptop.
    """

    kind: SoftKind
    project_id: str
    table: str
    row: str
    title: str
    column: str = ""
    values: tuple[ConflictValue, ...] = ()
    others: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a field: which laptop's stream wrote it, in which segment."""

    opid: int
    column: str
    replica: str
    seg: int
    at_ms: int
    received_ms: int | None
    """When it came here; None for what was written here."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Which segments each laptop has, by what it said last; `own` is this one's stream."""

    own: str
    held: Mapping[str, frozenset[int]]

    def has_seen(self, replica: str, its: Change, other: Change) -> bool:
        """Tell whether a laptop has the other's change; of one that never said, nothing is claimed.

        This laptop has all that came; what counts is whether it had come before it wrote.
        """
        if replica == self.own:
            return other.received_ms is None or other.received_ms <= its.at_ms
        return replica not in self.held or other.seg in self.held[replica]


def unaware(changes: list[Change], sight: Sight) -> list[Change]:
    """Give the changes of a record that meet another one, neither laptop having the other's."""
    met = {
        one
        for one in changes
        for other in changes
        if one.replica != other.replica
        and one.column != other.column
        and not sight.has_seen(one.replica, one, other)
        and not sight.has_seen(other.replica, other, one)
    }
    return [one for one in changes if one in met]
