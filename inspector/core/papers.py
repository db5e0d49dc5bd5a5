"""What a paper shows: frozen snapshots from which PDF, docx and xlsx are made alike.

A snapshot holds finished texts in the language of the paper and is told apart by its hash: the
check code at the foot of every page (DESIGN, 9). A fact that nobody recorded is None and prints
as a dash; nothing is invented. Fields, chapters and tables: guide 2.8 and 2.9, GB/T 50328.
"""

import hashlib
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from inspector.core.bundles import CatalogueEntry, Volume
from inspector.core.canonical import canonical
from inspector.core.conclusion import ConclusionKind

_OUTSIDE = {"hashed": False}
_CODE_DIGITS = 12
_GROUP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIdentity:
    """Which paper this is: its number and version, who made it, when and with what.

    `made_at` carries the offset of the wall clock; it is the only date that the file itself has.
    """

    number: str
    made_at: datetime
    program: str
    version: int = 1
    made_by: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFacts:
    """One community of the project; counts in 幢, 单元, 户, the floor area in m²."""

    name: str
    built: str | None = None
    buildings: int | None = None
    units: int | None = None
    households: int | None = None
    floor_area_m2: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """The basic data of a project (guide 2.8, T1)."""

    name: str
    code: str
    address: str | None = None
    district: str | None = None
    plan_year: int | None = None
    plan_number: str | None = None
    owner_unit: str | None = None
    approval_number: str | None = None
    investment_yuan: Decimal | None = None
    started_on: date | None = None
    finished_on: date | None = None
    renovation_types: tuple[tuple[str, str], ...] = ()
    """Taxonomy and value, such as (改造类型, 综合整治)."""
    communities: tuple[CommunityFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A unit that takes part (T2); phone numbers are personal and stay out."""

    role: str
    unit: str
    representative: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """One piece of work of the scheme (T3)."""

    discipline: str
    content: str
    duty: str
    planned: str | None = None
    done: str | None = None
    difference: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit on which the results rest."""

    kind: str
    day: str
    people: str | None = None
    scope: str | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineRow:
    """The results of a discipline (T7); percentages are exact texts, None where nothing is due."""

    discipline: str
    due: int
    passed: int
    failed: int
    not_applicable: int
    unchecked: int
    dominant_percent: str | None
    general_percent: str | None
    verdict: str
    is_against: bool = False

    @property
    def checked(self) -> int:
        """Count what somebody looked at."""
        return self.due - self.unchecked


@dataclass(frozen=True, slots=True)
class ReadingText:
    """One reading as typed, and whether it holds its limit."""

    text: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRow:
    """A measured item at a place with the computation that a reader can repeat (T8)."""

    item: str
    place: str
    limit: str
    readings: tuple[ReadingText, ...]
    computation: tuple[str, ...]
    verdict: str
    unit: str | None = None
    worst: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableRow:
    """An item that does not apply at some places, and why: a person's reason or a rule."""

    item: str
    places: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPhoto:
    """A photo as a paper shows it: the original by its hash, drawn from a ready JPEG preview.

    The texts are finished, such as “朝向 212°（真北）”. Where the preview lies is no part of the
    snapshot. Without one, `trouble` says why. `absence` says of an original that is not on the
    computer on which the paper was made where it is.
    """

    number: str
    sha256: str
    caption: str | None = None
    taken: str | None = None
    place: str | None = None
    position: str | None = None
    direction: str | None = None
    photographer: str | None = None
    trouble: str | None = field(default=None, metadata=_OUTSIDE)
    absence: str | None = field(default=None, metadata=_OUTSIDE)
    preview: Path | None = field(default=None, metadata=_OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPair:
    """A defect before and after its repair, and how far apart they were taken (“相距 2 m”)."""

    before: PaperPhoto | None
    after: PaperPhoto | None
    distance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One thing that happened to a defect."""

    at: str
    step: str
    by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectSheet:
    """One defect of the register with its history and photos (T10)."""

    number: str
    place: str
    text: str
    severity: str
    status: str
    item: str | None = None
    demand: str | None = None
    measured: str | None = None
    basis: str | None = None
    party: str | None = None
    due: str | None = None
    recheck: str | None = None
    is_open: bool = False
    events: tuple[EventRow, ...] = ()
    pairs: tuple[PhotoPair, ...] = ()


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
    rules: str
    members: tuple[MemberRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    opinions: tuple[OpinionRow, ...] = ()
    satisfaction: tuple[tuple[str, int], ...] = ()
    comments: tuple[ResidentRow, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptancePaper:
    """The joint completion acceptance report (联合竣工验收报告, guide 2.8).

    One that is not final (未定稿) says so on every page and lists what is disputed.
    """

    identity: PaperIdentity
    project: ProjectFacts
    conclusion: ConclusionText
    statement: DataStatement
    acceptance_day: str | None = None
    parties: tuple[PartyRow, ...] = ()
    scope: tuple[ScopeRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()
    disciplines: tuple[DisciplineRow, ...] = ()
    total: DisciplineRow | None = None
    result_lines: tuple[str, ...] = ()
    measured: tuple[MeasuredRow, ...] = ()
    not_applicable: tuple[NotApplicableRow, ...] = ()
    rule_note: str | None = None
    defect_lines: tuple[str, ...] = ()
    defects: tuple[DefectSheet, ...] = ()
    photos: tuple[PaperPhoto, ...] = ()
    is_final: bool = True
    conflicts: tuple[ConflictRow, ...] = ()
    meeting: MeetingText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What a visit found for one item at one place."""

    item: str
    place: str
    verdict: str
    reason: str | None = None
    readings: str | None = None
    computation: str | None = None
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPaper:
    """What one visit found (查验记录)."""

    identity: PaperIdentity
    project: ProjectFacts
    visit: VisitRow
    note: str | None = None
    answers: tuple[AnswerRow, ...] = ()
    defect_lines: tuple[str, ...] = ()
    defects: tuple[DefectSheet, ...] = ()
    photos: tuple[PaperPhoto, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectsPaper:
    """The register of defects with its photos (问题台账)."""

    identity: PaperIdentity
    project: ProjectFacts
    defect_lines: tuple[str, ...] = ()
    defects: tuple[DefectSheet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One defect of a notice."""

    number: str
    place: str
    text: str
    severity: str
    demand: str | None = None
    measured: str | None = None
    basis: str | None = None
    photo_numbers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePaper:
    """A rectification notice to one party (整改通知单, guide 2.9)."""

    identity: PaperIdentity
    project: ProjectFacts
    to: str
    issuer: str | None = None
    copies_to: tuple[str, ...] = ()
    part: str | None = None
    rows: tuple[NoticeRow, ...]
    demand: str | None = None
    due: str
    recheck_mode: str
    recheck_unit: str | None = None
    photos: tuple[PaperPhoto, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPaper:
    """The cover of a volume (案卷封面, GB/T 50328)."""

    identity: PaperIdentity
    volume: Volume
    first_on: date | None = None
    last_on: date | None = None
    volumes_total: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePaper:
    """The in-volume catalogue (卷内目录, GB/T 50328)."""

    identity: PaperIdentity
    volume: Volume
    entries: tuple[CatalogueEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFormPaper:
    """The note form that closes a volume (卷内备考表, GB/T 50328)."""

    identity: PaperIdentity
    volume: Volume
    text_pages: int
    drawing_pages: int = 0
    photo_count: int = 0
    note: str | None = None

    @property
    def total_pages(self) -> int:
        """Count the pages of paper in the volume."""
        return self.text_pages + self.drawing_pages


AnyPaper = (
    AcceptancePaper
    | VisitPaper
    | DefectsPaper
    | NoticePaper
    | CoverPaper
    | CataloguePaper
    | NoteFormPaper
)
ReportPaper = AcceptancePaper | VisitPaper | DefectsPaper


class WarningCode(StrEnum):
    """What a finished paper had to show differently than wished."""

    GLYPH_MISSING = "glyph_missing"
    PHOTO_MISSING = "photo_missing"
    PHOTO_BROKEN = "photo_broken"


@dataclass(frozen=True, slots=True)
class PaperWarning:
    """One such thing: `subject` is the character's code point or the photo's number."""

    code: WarningCode
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paper that lies on the disk, whole."""

    path: Path
    sha256: str
    size: int
    pages: int
    snapshot: str
    warnings: tuple[PaperWarning, ...] = ()

    @property
    def check_code(self) -> str:
        """Give the check code that stands at the foot of its pages."""
        return check_code(self.snapshot)


def snapshot_sha256(paper: AnyPaper) -> str:
    """Hash exactly what the paper shows, in the one spelling of equal data."""
    data = {"paper": type(paper).__name__, "shows": _data(paper)}
    return hashlib.sha256(canonical(data).encode("utf-8", "surrogatepass")).hexdigest()


def check_code(sha256: str) -> str:
    """Give the check code of a snapshot as people compare it: 7F3A-91C2-0B5D."""
    digits = sha256[:_CODE_DIGITS].upper()
    return "-".join(digits[at : at + _GROUP] for at in range(0, _CODE_DIGITS, _GROUP))


def _data(value: Any) -> object:
    if is_dataclass(value):
        shown = (each for each in fields(value) if each.metadata.get("hashed", True))
        return {each.name: _data(getattr(value, each.name)) for each in shown}
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
