"""How the project came to its acceptance, and the papers of it (chapters 2, 3 and 5, annex B)."""

from dataclasses import dataclass

from inspector.core.papers.defects import PaperPhoto


@dataclass(frozen=True, slots=True, kw_only=True)
class PreconditionRow:
    """A paper, or a vote, that the acceptance rests on (T4, guide 2.4)."""

    number: int
    content: str
    document: str | None = None
    day: str | None = None
    issuer: str | None = None
    status: str
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """A vote counted by households or by floor area; only counts, no names."""

    subject: str
    days: str
    measure: str
    entitled: str
    taking_part: str | None = None
    agreeing: str
    comparison: str | None = None
    verdict: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityRow:
    """A scheme as it was posted, with what was raised against it."""

    title: str
    days: str
    workdays: str | None = None
    place: str
    photos: str | None = None
    objections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """A gate of the process: how it stands and what it lacks."""

    gate: str
    name: str
    status: str
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingRow:
    """What an authority said of the process, on which paper and why: a waiver, a confirmation."""

    kind: str
    subject: str
    authority: str
    paper: str | None = None
    reason: str | None = None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayText:
    """How the project went through its procedures (chapter 2)."""

    lines: tuple[str, ...] = ()
    gates: tuple[GateRow, ...] = ()
    preconditions: tuple[PreconditionRow, ...] = ()
    votes: tuple[VoteRow, ...] = ()
    publicities: tuple[PublicityRow, ...] = ()
    sayings: tuple[SayingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuilderRow:
    """A party that designed, built or supervised: its report, its defects, what is said of it."""

    role: str
    unit: str
    report: str | None = None
    defects: str
    opinion: str | None = None
    appraisal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper that was asked for: what was found of it, and the opinion on that (T6)."""

    name: str
    required: str
    found: str | None = None
    opinion: str
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document on record with its file (annex B)."""

    name: str
    number: str | None = None
    day: str | None = None
    issuer: str | None = None
    file: str | None = None
    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersText:
    """What was looked through (chapter 5), and every document on record (annex B)."""

    lines: tuple[str, ...] = ()
    rows: tuple[PaperRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    copies: tuple[PaperPhoto, ...] = ()
    """The scans among them that can be printed as they are."""
