"""What a meeting leaves in a report: who came, what they looked at, what they said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A party of the meeting: how it attended and who stood for it (T5)."""

    role: str
    unit: str
    presence: str
    representative: str | None = None
    post: str | None = None
    letter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group of the meeting: what it looked at and what it says."""

    name: str
    scope: str | None = None
    items: str | None = None
    members: str | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    """What a party said in one round, with its conditions and how they stand."""

    round: str
    unit: str
    stance: str
    text: str | None = None
    conditions: tuple[str, ...] = ()
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentRow:
    """What a resident remarked; who it was is personal and stays out."""

    home: str | None
    level: str
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingText:
    """The meeting on which a report rests (chapters 4, 8 and 9)."""

    title: str
    day: str
    venue: str | None = None
    chair: str | None = None
    agenda: str | None = None
    rules: str
    members: tuple[MemberRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    opinions: tuple[OpinionRow, ...] = ()
    satisfaction: tuple[tuple[str, int], ...] = ()
    comments: tuple[ResidentRow, ...] = ()
