"""What lies behind the story's first visit: votes, papers and the word of those who know."""

import math
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from inspector.core.process.names import (
    Condition,
    DocumentKind,
    EventKind,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.votes import Ballot
from inspector.operations.recording import (
    DocumentDraft,
    Saying,
    VoteDraft,
    file_document,
    record_vote,
    say,
)
from inspector.operations.sample.people import CONTRACTOR_UNIT, OFFICE_UNIT, SUPERVISOR_UNIT
from inspector.operations.workspace import Workspace

_STREET = "××街道办事处"
_BUREAU = "××区住房和城乡建设局"
_DESIGNER = "××建筑设计有限公司"

_VOTES = (
    (VoteSubject.WILLINGNESS, Fraction(5, 6), date(2025, 9, 1), date(2025, 9, 12)),
    (VoteSubject.SCHEME, Fraction(4, 5), date(2025, 11, 3), date(2025, 11, 14)),
)
_K = DocumentKind
_Paper = tuple[DocumentKind, str, date, str]
_PAPERS = (
    (_K.WILLINGNESS_FORM, "示例街〔2025〕31号", date(2025, 9, 15), _STREET),
    (_K.SCHEME_FORM, "示例街〔2025〕44号", date(2025, 11, 17), _STREET),
    (_K.DEEPENED_DESIGN, "示例扩初2025-08", date(2025, 12, 5), _DESIGNER),
    (_K.REVIEW_MINUTES, "示例联审〔2025〕12号", date(2025, 12, 18), OFFICE_UNIT),
    (_K.ESTIMATE_OPINION, "示例概审〔2025〕12号", date(2025, 12, 22), OFFICE_UNIT),
    (_K.DRAWINGS, "示例施图2026-01", date(2026, 1, 8), _DESIGNER),
    (_K.TENDER_FILING, "示例招备2026-003", date(2026, 1, 12), _BUREAU),
    (_K.AWARD_NOTICE, "示例中标2026-003", date(2026, 2, 6), _STREET),
    (_K.CONSTRUCTION_CONTRACT, "示例施合2026-003", date(2026, 2, 13), _STREET),
    (_K.SUPERVISION_CONTRACT, "示例监合2026-003", date(2026, 2, 13), _STREET),
    (_K.PERMIT, "示例施许2026-017", date(2026, 3, 9), _BUREAU),
    (_K.DEMOLITION_LEDGER, "示例违建台账", date(2026, 3, 10), _STREET),
    (_K.WATCH_GROUP_LIST, "示例监督组名单", date(2026, 3, 11), _STREET),
    (_K.START_ORDER, "示例开工令001", date(2026, 3, 16), SUPERVISOR_UNIT),
    (_K.MATERIAL_PAPERS, "示例材料卷", date(2026, 10, 20), CONTRACTOR_UNIT),
    (_K.CONCEALED_RECORDS, "示例隐蔽卷", date(2026, 10, 22), CONTRACTOR_UNIT),
    (_K.TEST_REPORTS, "示例试验卷", date(2026, 10, 26), CONTRACTOR_UNIT),
    (_K.COMPLETION_REPORT, "示例竣报001", date(2026, 10, 28), CONTRACTOR_UNIT),
    (_K.QUALITY_ASSESSMENT, "示例评估001", date(2026, 10, 30), SUPERVISOR_UNIT),
    (_K.DESIGN_CHECK, "示例质检001", date(2026, 10, 30), _DESIGNER),
    (_K.WARRANTY, "示例保修001", date(2026, 10, 30), CONTRACTOR_UNIT),
    (_K.AS_BUILT_DRAWINGS, "示例竣图2026-01", date(2026, 10, 30), CONTRACTOR_UNIT),
    (_K.ORDERS_FULFILLED, "示例整完2026-02", date(2026, 10, 30), _STREET),
    (_K.MANAGEMENT_PLAN, "示例长效2026-01", date(2026, 10, 30), _STREET),
)
_CALL = (
    (_K.ACCEPTANCE_APPLICATION, "示例验申2026-01", date(2026, 11, 17), _STREET),
    (_K.PAPERS_CHECK, "示例核查2026-01", date(2026, 11, 18), OFFICE_UNIT),
    (_K.MEETING_NOTICE, "示例会通2026-05", date(2026, 11, 18), OFFICE_UNIT),
)
_CONFIRMED = (
    (Condition.DEPARTMENTS_REVIEWED, OFFICE_UNIT, "示例联审〔2025〕12号", date(2025, 12, 18)),
    (Condition.ILLEGAL_STRUCTURES_CLEARED, _STREET, "示例违建台账", date(2026, 3, 10)),
    (Condition.CONTENT_COMPLETE, SUPERVISOR_UNIT, "示例评估001", date(2026, 10, 30)),
)


def put_way_on_record(workspace: Workspace, project_id: str, households: int) -> None:
    """Take the project in where the office began to use the program: its yearly plan was issued.

    What came before is asserted on the plan; the votes and what came after are on record.
    """
    for subject, share, first_on, last_on in _VOTES:
        agreeing = math.ceil(households * share)
        ballot = Ballot(entitled=Decimal(households), agreeing=Decimal(agreeing))
        draft = VoteDraft(
            subject=subject, households=ballot, first_on=first_on, last_on=last_on, method="书面"
        )
        record_vote(workspace, project_id, draft)
    _say_all(workspace, project_id)
    _file(workspace, project_id, _PAPERS)


def call_for_acceptance(workspace: Workspace, project_id: str) -> None:
    """File what the joint acceptance begins with."""
    _file(workspace, project_id, _CALL)


def _file(workspace: Workspace, project_id: str, papers: Iterable[_Paper]) -> None:
    for kind, number, issued_on, issuer in papers:
        paper = DocumentDraft(kind=kind, number=number, issued_on=issued_on, issuer=issuer)
        file_document(workspace, project_id, paper)


def _say_all(workspace: Workspace, project_id: str) -> None:
    asserted = Saying(
        kind=EventKind.ASSERT,
        target=ProjectState.PLANNED,
        authority=OFFICE_UNIT,
        paper="2026年度改造计划（示例计〔2025〕9号）",
        said_on=date(2025, 12, 1),
    )
    say(workspace, project_id, asserted)
    waiver = Saying(
        kind=EventKind.WAIVE,
        target="P20",
        authority=OFFICE_UNIT,
        paper="示例联审〔2025〕12号",
        reason="本项目消防、电梯、燃气各自办理专项手续，意见随联合验收一并出具",
        said_on=date(2025, 12, 18),
    )
    say(workspace, project_id, waiver)
    for condition, authority, paper, said_on in _CONFIRMED:
        said = Saying(
            kind=EventKind.CONFIRM,
            target=condition,
            authority=authority,
            paper=paper,
            said_on=said_on,
        )
        say(workspace, project_id, said)
