"""The papers themselves, one snapshot for each kind."""

from dataclasses import dataclass, field
from datetime import date, datetime

from inspector.core.bundles import CatalogueEntry, Volume
from inspector.core.papers.conclusion import ConclusionText, ConflictRow, DataStatement
from inspector.core.papers.defects import DefectSheet, NoticeRow, PaperPhoto
from inspector.core.papers.forms import FormSheet, FormValue
from inspector.core.papers.meeting import MeetingText
from inspector.core.papers.project import PartyRow, ProjectFacts, ScopeRow
from inspector.core.papers.results import (
    AnswerRow,
    DisciplineRow,
    MeasuredRow,
    NotApplicableRow,
    VisitRow,
)
from inspector.core.papers.signing import SignedText
from inspector.core.papers.way import BuilderRow, PapersText, WayText
from inspector.core.papers.works import AfterText, WorksText
from inspector.core.signatures import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIdentity:
    """Which paper this is: its number and version, who made it, when and with what.

    `made_at` carries the offset of the wall clock; it is the only date that the file itself has.
    `record_id` is that of the paper's own record, for the code on signed papers; it is no part of
    what the paper shows.
    """

    number: str
    made_at: datetime
    program: str
    version: int = 1
    made_by: str | None = None
    unit: str | None = None
    mark: str | None = None
    """What stands at the foot of every page: that it is a copy for publication."""
    record_id: str | None = field(default=None, metadata={"hashed": False})


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
    signed: SignedText | None = None
    way: WayText = field(default_factory=WayText)
    builders: tuple[BuilderRow, ...] = ()
    papers: PapersText = field(default_factory=PapersText)
    works: WorksText = field(default_factory=WorksText)
    after: AfterText = field(default_factory=AfterText)


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
class BuildingPaper:
    """How one building stands by all visits (分幢查验记录); `facts` say which building it is."""

    identity: PaperIdentity
    project: ProjectFacts
    facts: tuple[tuple[str, FormValue], ...]
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
    withdrawn: str | None = None
    """When and why it was taken back, where it was."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPaper:
    """A form that people sign at the joint acceptance, such as 五方签署页 (guide 2.7).

    `is_parted` begins each sheet on a page of its own, as each is handed to other people.
    """

    identity: PaperIdentity
    project: ProjectFacts
    title: str
    sheets: tuple[FormSheet, ...]
    is_parted: bool = False
    printed: Printed | None = field(default=None, metadata={"hashed": False})
    """The content of the meeting that the form shows, for those who sign it."""


AnyPaper = (
    AcceptancePaper
    | VisitPaper
    | DefectsPaper
    | NoticePaper
    | CoverPaper
    | CataloguePaper
    | NoteFormPaper
    | FormPaper
    | BuildingPaper
)
RecordPaper = AcceptancePaper | VisitPaper | DefectsPaper | BuildingPaper
"""The papers that show defects."""
ReportPaper = RecordPaper | FormPaper
EditedPaper = ReportPaper | NoticePaper
"""What is written in three editions."""
