"""Facts of a project that passes every gate, from which a test takes what it is about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from inspector.core.aftercare.account import FinalAccount
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management
from inspector.core.conclusion import Figures
from inspector.core.defects import DefectState
from inspector.core.inspections import VisitKind
from inspector.core.process.facts import DefectFact, Posted, ProcessFacts
from inspector.core.process.gates import GATES, STATED
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    DocumentOpinion,
    EventKind,
    VoteSubject,
)
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.process.records import GateDocument, GateRecord, Publicity
from inspector.core.process.votes import Ballot, Vote
from inspector.core.projects import AnnualPlan, PartyRole, Programme, Project
from inspector.core.workdays import WorkCalendar, YearTable

TODAY = date(2026, 11, 2)
BUREAUS = "区住建局、区发改经信局、区财政局"
FIGURES = Figures(
    due=10,
    unchecked=0,
    contradictions=0,
    dominant_failed=0,
    mandatory_failed=0,
    general_failed=0,
    open_critical=0,
    open_major=0,
    open_minor=0,
)


def a_vote(agreeing: int = 667, entitled: int = 1000, **more: Any) -> Vote:
    """Make a vote by households."""
    given = {
        "id": "v1",
        "project_id": "p",
        "subject": VoteSubject.WILLINGNESS,
        "first_on": date(2026, 3, 2),
        "last_on": date(2026, 3, 8),
        **more,
    }
    ballot = Ballot(entitled=Decimal(entitled), agreeing=Decimal(agreeing))
    return Vote(**{"households": ballot, **given})


def a_document(kind: DocumentKind, **more: Any) -> GateDocument:
    """Make a document that agrees, of 1 April."""
    given = {"issuer": BUREAUS, "issued_on": date(2026, 4, 1), "opinion": DocumentOpinion.AGREE}
    return GateDocument(
        **{"id": f"d-{kind}", "project_id": "p", "kind": kind, "title": kind, **given, **more}
    )


def an_event(kind: EventKind, target: str = "", **more: Any) -> GateRecord:
    """Make an event with everything that it may owe."""
    given = {"said_on": date(2026, 4, 2), "authority": "区改造办", "paper": "〔2026〕3号"}
    return GateRecord(
        **{
            "id": f"e-{kind}-{target}",
            "project_id": "p",
            "kind": kind,
            "target": target,
            "reason": "见文件",
            **given,
            **more,
        }
    )


def a_publicity(
    start: date = date(2026, 3, 9), end: date = date(2026, 3, 16), **more: Any
) -> Posted:
    """Make a publicity with photos of its first and last day."""
    publicity = Publicity(
        id="n1", project_id="p", title="方案公示", start_on=start, end_on=end, place="小区公告栏"
    )
    given = {"first_photos": (start,), "last_photos": (end,), **more}
    return Posted(publicity=publicity, **given)


def a_defect(**more: Any) -> DefectFact:
    """Make a defect that was issued, answered with a photo and closed."""
    given = {
        "number": "JF2-12-K7-1",
        "state": DefectState.CLOSED,
        "is_open": False,
        "is_assigned": True,
        "has_photo_after": True,
        "is_issued": True,
        "found_at": VisitKind.PRELIMINARY,
    }
    return DefectFact(**{**given, **more})


def an_account(**more: Any) -> FinalAccount:
    """Make a final account that was approved and whose sums meet."""
    sums = {"estimate": 100, "contract": 95, "settled": 94, "final": 97}
    sources = {"fiscal": 80, "residents": 10, "social": 7}
    given = {f"{name}_yuan": Decimal(value) for name, value in {**sums, **sources}.items()}
    approved = {"approved_on": date(2026, 10, 8), "approved_by": "区财政局"}
    return FinalAccount(**{"id": "f", "project_id": "p", **given, **approved, **more})


def a_handed_row(**more: Any) -> HandoverRow:
    """Make a line of the list that was handed over."""
    given = {"receiver": "解放社区", "handed_on": date(2026, 10, 9), "paper": "移交〔2026〕1号"}
    named = {"id": "h", "project_id": "p", "kind": HandoverKind.ROOM, "item": "物管用房"}
    return HandoverRow(**{**named, **given, **more})


def a_management(**more: Any) -> Management:
    """Make a managing body with its agreement."""
    given = {"body": "安居物业", "signed_on": date(2026, 10, 10)}
    return Management(**{"id": "m", "project_id": "p", **given, **more})


def all_facts(**more: Any) -> ProcessFacts:
    """Make the facts of a project that passes every gate of the line."""
    owed = {kind for gate in GATES for kind in gate.documents}
    owed |= {kind for one in PRECONDITIONS for kind in one.papers} | {DocumentKind.MEETING_NOTICE}
    confirmed = STATED - {Condition.ACCEPTANCE_FORBIDDEN}
    given = {
        "project": Project(id="p", code="JF2", name="解放二村", plan_year=2026),
        "today": TODAY,
        "calendar": WorkCalendar({2026: YearTable()}),
        "figures": FIGURES,
        "programme": Programme(id="g", name="三年行动", cutoff_year=2000),
        "plan": AnnualPlan(id="y", programme_id="g", year=2026, declare_by=date(2026, 5, 30)),
        "built_years": (1985, 1998),
        "roles": frozenset(PartyRole),
        "documents": tuple(a_document(kind) for kind in sorted(owed)),
        "votes": (a_vote(), a_vote(id="v2", subject=VoteSubject.SCHEME)),
        "posted": (a_publicity(),),
        "events": tuple(an_event(EventKind.CONFIRM, one) for one in sorted(confirmed)),
        "visits": frozenset(VisitKind),
        "defects": (a_defect(),),
        "notices": 1,
        "reports": 1,
        "bundles": 1,
        "account": an_account(),
        "handover": (a_handed_row(),),
        "management": a_management(),
    }
    return ProcessFacts(**{**given, **more})


def without(facts: ProcessFacts, *kinds: DocumentKind) -> ProcessFacts:
    """Take documents away."""
    return replace(facts, documents=tuple(d for d in facts.documents if d.kind not in kinds))


def with_document(facts: ProcessFacts, kind: DocumentKind, **more: Any) -> ProcessFacts:
    """Put another document of a kind in the place of those there."""
    rest = without(facts, kind)
    return replace(rest, documents=(*rest.documents, a_document(kind, **more)))


def without_event(facts: ProcessFacts, target: str) -> ProcessFacts:
    """Take what was said of a target away."""
    return replace(facts, events=tuple(e for e in facts.events if e.target != target))
