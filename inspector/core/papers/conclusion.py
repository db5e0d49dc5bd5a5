"""What follows from the records and what it rests on."""

from dataclasses import dataclass
from datetime import date

from inspector.core.conclusion import ConclusionKind


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One condition of the conclusion with its figure, and whether it is met.

    One that is not `binding` does not decide: not met, it is a reminder.
    """

    text: str
    is_met: bool
    binding: bool = True
    consequence: str | None = None
    """What follows while it is not met, where a meeting's rule table says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionText:
    """What follows from the records; `without_meeting` prints 未经会议 beside it.

    `notes` say what belongs to a meeting's verdict: by whom it was declared, why it differs.
    """

    kind: ConclusionKind
    title: str
    wording: str
    reasons: tuple[ReasonLine, ...] = ()
    without_meeting: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """Something that people left different: which record, what of it, and each one's value."""

    record: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackText:
    """A checklist pack under whose wording answers were given."""

    title: str
    version: str
    sha256: str
    editions_checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataStatement:
    """What the paper rests on (annex E): packs, files by hash, records by count."""

    packs: tuple[PackText, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    file_count: int = 0
    file_bytes: int = 0
    file_list_sha256: str | None = None
    content_sha256: str | None = None
    schema_version: int | None = None
