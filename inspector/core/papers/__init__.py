"""What a paper shows: frozen snapshots from which PDF, docx and xlsx are made alike.

A snapshot holds finished texts in the language of the paper and is told apart by its hash: the
check code at the foot of every page (DESIGN, 9). A fact that nobody recorded is None and prints
as a dash; nothing is invented. Fields, chapters and tables: guide 2.8 and 2.9, GB/T 50328.
"""

from inspector.core.papers.completing import CompletenessPaper, WantRow
from inspector.core.papers.conclusion import (
    ConclusionText,
    ConflictRow,
    DataStatement,
    PackText,
    ReasonLine,
)
from inspector.core.papers.defects import (
    DefectSheet,
    EventRow,
    NoticeRow,
    PaperPhoto,
    PhotoPair,
)
from inspector.core.papers.forms import (
    FormSheet,
    FormTable,
    FormValue,
    SignBox,
)
from inspector.core.papers.handing import (
    DiscRow,
    HandedPaper,
    HandoverPaper,
    TransferPaper,
    VolumeListPaper,
)
from inspector.core.papers.kinds import (
    AcceptancePaper,
    AnyPaper,
    BuildingPaper,
    CataloguePaper,
    CoverPaper,
    DefectsPaper,
    EditedPaper,
    FormPaper,
    NoteFormPaper,
    NoticePaper,
    PaperIdentity,
    RecordPaper,
    ReportPaper,
    VisitPaper,
)
from inspector.core.papers.look import PHOTOS_PER_PAGE, USUAL, CaptionField, PaperLook
from inspector.core.papers.meeting import (
    GroupRow,
    MeetingText,
    MemberRow,
    OpinionRow,
    ResidentRow,
)
from inspector.core.papers.parts import PaperParts, parts_of
from inspector.core.papers.photobook import (
    PHOTOS_PER_BOOK,
    BookPhoto,
    PhotoBookPaper,
)
from inspector.core.papers.project import (
    CommunityFacts,
    PartyRow,
    ProjectFacts,
    ScopeRow,
)
from inspector.core.papers.results import (
    AnswerRow,
    DisciplineRow,
    MeasuredRow,
    NotApplicableRow,
    ReadingText,
    VisitRow,
)
from inspector.core.papers.signing import (
    SignatureRow,
    SignedText,
)
from inspector.core.papers.snapshot import (
    check_code,
    snapshot_sha256,
)
from inspector.core.papers.tokens import PaperToken, qr_text, read_token
from inspector.core.papers.way import (
    BuilderRow,
    DocumentRow,
    GateRow,
    PaperRow,
    PapersText,
    PreconditionRow,
    PublicityRow,
    SayingRow,
    VoteRow,
    WayText,
)
from inspector.core.papers.works import (
    AfterText,
    BlockRow,
    CareItemRow,
    CareRow,
    HandoverLine,
    QuantityRow,
    SampleRow,
    SpotRow,
    TrialRow,
    WarrantyLine,
    WorksText,
)
from inspector.core.papers.written import (
    PaperWarning,
    WarningCode,
    Written,
)

__all__ = [
    "PHOTOS_PER_BOOK",
    "PHOTOS_PER_PAGE",
    "USUAL",
    "AcceptancePaper",
    "AfterText",
    "AnswerRow",
    "AnyPaper",
    "BlockRow",
    "BookPhoto",
    "BuilderRow",
    "BuildingPaper",
    "CaptionField",
    "CareItemRow",
    "CareRow",
    "CataloguePaper",
    "CommunityFacts",
    "CompletenessPaper",
    "ConclusionText",
    "ConflictRow",
    "CoverPaper",
    "DataStatement",
    "DefectSheet",
    "DefectsPaper",
    "DiscRow",
    "DisciplineRow",
    "DocumentRow",
    "EditedPaper",
    "EventRow",
    "FormPaper",
    "FormSheet",
    "FormTable",
    "FormValue",
    "GateRow",
    "GroupRow",
    "HandedPaper",
    "HandoverLine",
    "HandoverPaper",
    "MeasuredRow",
    "MeetingText",
    "MemberRow",
    "NotApplicableRow",
    "NoteFormPaper",
    "NoticePaper",
    "NoticeRow",
    "OpinionRow",
    "PackText",
    "PaperIdentity",
    "PaperLook",
    "PaperParts",
    "PaperPhoto",
    "PaperRow",
    "PaperToken",
    "PaperWarning",
    "PapersText",
    "PartyRow",
    "PhotoBookPaper",
    "PhotoPair",
    "PreconditionRow",
    "ProjectFacts",
    "PublicityRow",
    "QuantityRow",
    "ReadingText",
    "ReasonLine",
    "RecordPaper",
    "ReportPaper",
    "ResidentRow",
    "SampleRow",
    "SayingRow",
    "ScopeRow",
    "SignBox",
    "SignatureRow",
    "SignedText",
    "SpotRow",
    "TransferPaper",
    "TrialRow",
    "VisitPaper",
    "VisitRow",
    "VolumeListPaper",
    "VoteRow",
    "WantRow",
    "WarningCode",
    "WarrantyLine",
    "WayText",
    "WorksText",
    "Written",
    "check_code",
    "parts_of",
    "qr_text",
    "read_token",
    "snapshot_sha256",
]
