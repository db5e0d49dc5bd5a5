"""All repositories over one connection: what an operation works with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.store.aftercare import AftercareRepository
from inspector.store.cells import CellRepository
from inspector.store.conflicts import ConflictRepository
from inspector.store.defects import DefectRepository, NoticeRepository
from inspector.store.disclosures import DisclosureRepository
from inspector.store.erasures import ErasureRepository
from inspector.store.evidence import PaperRepository, PhotoRepository
from inspector.store.filings import AppraisalRepository, FilingRepository
from inspector.store.inspections import AnswerRepository, SchemeRepository, VisitRepository
from inspector.store.journal import Journal
from inspector.store.masks import MaskRepository, PublicCopyRepository
from inspector.store.meetings import MeetingRepository
from inspector.store.opindex import OpIndex
from inspector.store.peers import PeerRepository
from inspector.store.people import (
    AnnualPlanRepository,
    DeviceRepository,
    PackRepository,
    PersonRepository,
    ProgrammeRepository,
)
from inspector.store.process import ProcessRepository
from inspector.store.projects import PartyRepository, PlaceRepository, ProjectRepository
from inspector.store.replies import ReplyRepository
from inspector.store.rows import Rows
from inspector.store.segments import SegmentRepository
from inspector.store.signatures import SignatureRepository

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Everything that is on record, by noun."""

    people: PersonRepository
    devices: DeviceRepository
    programmes: ProgrammeRepository
    annual_plans: AnnualPlanRepository
    packs: PackRepository
    projects: ProjectRepository
    places: PlaceRepository
    parties: PartyRepository
    scheme: SchemeRepository
    visits: VisitRepository
    answers: AnswerRepository
    defects: DefectRepository
    notices: NoticeRepository
    replies: ReplyRepository
    disclosures: DisclosureRepository
    photos: PhotoRepository
    papers: PaperRepository
    meetings: MeetingRepository
    signatures: SignatureRepository
    process: ProcessRepository
    aftercare: AftercareRepository
    filings: FilingRepository
    appraisals: AppraisalRepository
    masks: MaskRepository
    public_copies: PublicCopyRepository
    erasures: ErasureRepository
    journal: Journal
    segments: SegmentRepository
    cells: CellRepository
    index: OpIndex
    peers: PeerRepository
    conflicts: ConflictRepository
    db: "Tables"

    def rows(self, table: str) -> Rows:
        """Give the bare rows of a table, for what works on any record alike."""
        return Rows(self.db, table)

    @classmethod
    def over(cls, db: "Tables") -> "Office":
        """Set the repositories up over one connection."""
        cells = CellRepository(db)
        return cls(
            people=PersonRepository(db),
            devices=DeviceRepository(db),
            programmes=ProgrammeRepository(db),
            annual_plans=AnnualPlanRepository(db),
            packs=PackRepository(db),
            projects=ProjectRepository(db),
            places=PlaceRepository(db),
            parties=PartyRepository(db),
            scheme=SchemeRepository(db),
            visits=VisitRepository(db),
            answers=AnswerRepository(db),
            defects=DefectRepository(db),
            notices=NoticeRepository(db),
            replies=ReplyRepository(db),
            disclosures=DisclosureRepository(db),
            photos=PhotoRepository(db),
            papers=PaperRepository(db),
            meetings=MeetingRepository(db),
            signatures=SignatureRepository(db),
            process=ProcessRepository(db),
            aftercare=AftercareRepository(db),
            filings=FilingRepository(db),
            appraisals=AppraisalRepository(db),
            masks=MaskRepository(db),
            public_copies=PublicCopyRepository(db),
            erasures=ErasureRepository(db),
            journal=Journal(db),
            segments=SegmentRepository(db),
            cells=cells,
            index=OpIndex(db, cells),
            peers=PeerRepository(db),
            conflicts=ConflictRepository(db),
            db=db,
        )
