"""What an operation touched, so that screens know what to read again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Topic(StrEnum):
    """A kind of record that a screen can show."""

    PEOPLE = "people"
    PROJECTS = "projects"
    PLACES = "places"
    PARTIES = "parties"
    SCHEME = "scheme"
    VISITS = "visits"
    ANSWERS = "answers"
    DEFECTS = "defects"
    NOTICES = "notices"
    PHOTOS = "photos"
    REPORTS = "reports"
    BUNDLES = "bundles"
    PACKS = "packs"
    DEVICES = "devices"
    CONFLICTS = "conflicts"
    MEETINGS = "meetings"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Act:
    """What one act wrote: spans of operation numbers (first, last) in the journal, in order."""

    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the act wrote anything."""
        return bool(self.spans)


@dataclass(frozen=True, slots=True)
class Seen:
    """Of some records the operations that were there when a person looked at them."""

    rows: Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Topics and record ids that an operation touched."""

    topics: frozenset[Topic] = frozenset()
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *topics: Topic, ids: "frozenset[str] | set[str]" = frozenset()) -> "Changes":
        """Name the topics touched, and the records where they are few."""
        return cls(frozenset(topics), frozenset(ids))

    def also(self, *topics: Topic) -> "Changes":
        """Name more topics."""
        return Changes(self.topics | set(topics), self.ids)

    def touches(self, *topics: Topic) -> bool:
        """Tell whether any of the topics was touched."""
        return not self.topics.isdisjoint(topics)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation gave, what it touched, and the act to undo it by."""

    value: T
    changes: Changes = field(default_factory=Changes)
    act: Act = field(default_factory=Act)
