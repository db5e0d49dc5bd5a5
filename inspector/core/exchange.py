"""What exchange between laptops leaves behind: receipts, peers, conflicts."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.core.disputes import ValueKind
from inspector.core.textmerge import joined_texts, merged_texts

FAST_CLOCK_MS = 10 * 60_000
"""A laptop's clock that is ahead by less is called right."""


class SetAside(StrEnum):
    """Why a segment that came is not merged."""

    MISSING = "missing"
    """It continues or refers to segments that have not come yet."""
    UNKNOWN_KEY = "unknown_key"
    """The organisation has not enrolled the laptop that wrote it."""
    REVOKED = "revoked"
    """The organisation has revoked the laptop that wrote it."""
    UNSOUND = "unsound"
    """Its operations do not stand on those that they name: no program of ours wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """A segment that waits or was set aside: whose it is, how much, and why."""

    hash: str
    project_id: str
    key: str
    device: str
    count: int
    reason: SetAside
    missing_from: str = ""
    """Of a segment that waits: the laptop whose segments are missing, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of every operation of one package.

    received = applied + same + conflict + waiting + quarantined, always; photos are counted
    apart, since rows never wait for them.
    """

    id: str
    name: str
    sender: str
    sender_key: str
    sender_name: str
    made_at_ms: int
    taken_at_ms: int
    received: int
    applied: int
    same: int
    conflict: int
    waiting: int
    quarantined: int
    photos_received: int
    photos_new: int
    lines: tuple[ReceiptLine, ...] = ()
    backup: str = ""
    skew_ms: int = 0
    """How far the sender's clock was ahead of this one's, at most: it may have lain on a stick."""
    new_stream: bool = False
    size: int = 0
    """How long the file was."""
    segments: tuple[str, ...] = ()
    """The hashes of all segments that the package held."""
    organisation: str = ""
    joined: bool = False
    """Whether taking it in joined this workspace to its organisation."""
    taken_back_ms: int = 0
    """When it was taken back again; 0 where it stands."""

    @property
    def is_balanced(self) -> bool:
        """Tell whether every operation that came is accounted for."""
        parts = self.applied + self.same + self.conflict + self.waiting + self.quarantined
        return self.received == parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another workspace whose package came here: when, and how its clock stood."""

    replica: str
    key: str
    name: str
    made_at_ms: int
    seen_at_ms: int
    skew_ms: int


class ConflictKind(StrEnum):
    """Two values for one field, or a record deleted by some while others worked on it."""

    FIELD = "field"
    DELETED = "deleted"


CRITICAL_FIELDS = frozenset(
    {
        ("answer", "result"),
        ("answer", "pack"),
        ("reading", "value"),
        ("defect", "severity"),
        ("defect", "state"),
        ("scheme_row", "duty"),
        ("meeting", "verdict"),
        ("meeting", "rules"),
        ("attendance", "presence"),
        ("opinion", "said"),
        ("meeting_group", "said"),
        ("meeting_group", "missing"),
    }
)
"""Fields whose bare winner may never pass for the truth: no report is final meanwhile."""
CRITICAL_RECORDS = frozenset(
    {
        *("answer", "reading", "defect", "scheme_row"),
        *("meeting", "attendance", "opinion", "opinion_condition", "meeting_group"),
    }
)
"""Records of which it may never be left open whether they are deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the values that stand against each other: who, when, on which laptop.

    `is_withheld` marks a personal value that was erased or never came to this laptop.
    """

    opid: int
    column: str
    value: object
    person: str
    device: str
    at_ms: int
    is_shown: bool
    skew_ms: int = 0
    deletes: bool = False
    is_withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field, or a whole record, of which people left different things.

    `id` is `row:column`; `origin` what all of them saw before, None where there was nothing.
    """

    id: str
    kind: ConflictKind
    project_id: str
    row: str
    table: str
    column: str
    title: str
    values: tuple[ConflictValue, ...]
    origin: ConflictValue | None = None
    writes: ValueKind = ValueKind.FIXED
    """How another value than these may be written."""

    @property
    def ancestor(self) -> object:
        """Give the value that all of them saw before."""
        return self.origin.value if self.origin else None

    def suggestion(self) -> str | None:
        """Merge texts that grew from one; None where two changed one spot, or it is no text."""
        texts = self._texts()
        if texts is None or not isinstance(self.ancestor, str):
            return None
        return merged_texts(self.ancestor, texts)

    def joined(self) -> str | None:
        """Put the texts one below the other, so that none is lost; None where it is no text."""
        texts = self._texts()
        return None if texts is None else joined_texts(texts)

    def _texts(self) -> list[str] | None:
        """Give the different texts, if this is a field of text and all of them are here."""
        is_text = self.kind is ConflictKind.FIELD and self.writes is ValueKind.TEXT
        if not is_text or any(one.is_withheld for one in self.values):
            return None
        return [str(one.value) for one, *_same in self.sides() if one.value is not None]

    def sides(self) -> list[tuple[ConflictValue, ...]]:
        """Give each different value once with all who stand for it, the shown one first.

        Of values that are not here none can be told apart: each stands for itself.
        """
        found: dict[str, list[ConflictValue]] = {}
        for one in self.values:
            key = f"#{one.opid}" if one.is_withheld else repr(one.value)
            found.setdefault(key, []).append(one)
        return [tuple(side) for side in found.values()]

    @property
    def is_critical(self) -> bool:
        """Tell whether no report is final while it is open (results, severity, verdicts)."""
        if self.kind is ConflictKind.DELETED:
            return self.table in CRITICAL_RECORDS
        return (self.table, self.column) in CRITICAL_FIELDS


@dataclass(frozen=True, slots=True)
class MissingTarget:
    """A record that names another one, by `column`, which has not come to this workspace yet."""

    table: str
    row: str
    column: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What keeps the papers of a project from being final (DESIGN, 8).

    `waiting` counts operations in segments that wait for others.
    """

    conflicts: tuple[Conflict, ...] = ()
    waiting: int = 0
    missing: tuple[MissingTarget, ...] = ()
