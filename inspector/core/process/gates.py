"""The 20 gates of the process, as data, and the function of each condition (guide 5.5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inspector.core.process import accepting, planning
from inspector.core.process.facts import ProcessFacts, Seen
from inspector.core.process.names import Condition, GateId
from inspector.core.process.names import DocumentKind as K


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: the conditions and papers that it asks for, and the source."""

    id: GateId
    conditions: tuple[Condition, ...]
    documents: tuple[K, ...]
    source: str


GATES = (
    Gate(
        GateId.G1,
        (
            Condition.BUILT_BEFORE_CUTOFF,
            Condition.NOT_LATELY_RENOVATED,
            Condition.NOT_TO_BE_DEMOLISHED,
            Condition.RESIDENTS_WILLING,
        ),
        (K.WILLINGNESS_FORM, K.NEEDS_LIST),
        "S1",
    ),
    Gate(
        GateId.G2,
        (Condition.DESIGNER_COMMISSIONED, Condition.SCHEME_PAPERS_PRESENT),
        planning.SCHEME_PAPERS,
        "S1",
    ),
    Gate(GateId.G3, (Condition.OFFICE_AGREED,), (K.OFFICE_REVIEW,), "S1"),
    Gate(
        GateId.G4,
        (
            Condition.PUBLICIZED_LONG_ENOUGH,
            Condition.POSTED_WITH_PHOTOS,
            Condition.OBJECTIONS_ANSWERED,
        ),
        (K.PUBLICITY_TEXT, K.PUBLICITY_PHOTOS, K.OBJECTION_RECORD),
        "S1",
    ),
    Gate(
        GateId.G5,
        (Condition.SCHEME_APPROVED, Condition.DECLARED_IN_TIME),
        (K.SCHEME_FORM, K.DECLARATION),
        "S1",
    ),
    Gate(GateId.G6, (Condition.OFFICE_CHECKED, Condition.GROUP_MINUTED), (K.GROUP_MINUTES,), "S1"),
    Gate(
        GateId.G7,
        (Condition.GOVERNMENT_APPROVED, Condition.ISSUED_JOINTLY),
        (K.PROGRAMME_PAPER, K.ANNUAL_PLAN_PAPER, K.FUND_BUDGET),
        "S1",
    ),
    Gate(
        GateId.G8,
        (Condition.DESIGN_DEEPENED, Condition.DEPARTMENTS_REVIEWED, Condition.REVIEW_ISSUED),
        (K.DEEPENED_DESIGN, K.REVIEW_MINUTES, K.ESTIMATE_OPINION),
        "S1",
    ),
    Gate(
        GateId.G9,
        (Condition.REVIEW_HANDED_IN, Condition.BUILDERS_CHOSEN),
        (K.TENDER_FILING, K.AWARD_NOTICE, K.CONSTRUCTION_CONTRACT, K.SUPERVISION_CONTRACT),
        "S1, S4",
    ),
    Gate(GateId.G10, (Condition.PERMIT_ISSUED,), (K.PERMIT,), "S4"),
    Gate(
        GateId.G11,
        (
            Condition.ILLEGAL_STRUCTURES_CLEARED,
            Condition.WATCH_GROUP_SET_UP,
            Condition.START_ORDERED,
        ),
        (K.DEMOLITION_LEDGER, K.WATCH_GROUP_LIST, K.START_ORDER),
        "S1, S2",
    ),
    Gate(
        GateId.G12,
        (
            Condition.CONTENT_COMPLETE,
            Condition.SELF_CHECKED,
            Condition.PRE_ACCEPTANCE_CLOSED,
            Condition.SPOT_CHECKS_CLOSED,
        ),
        (K.COMPLETION_REPORT, K.PRE_ACCEPTANCE_RECORD, K.SPOT_CHECK_RECORD),
        "S1, GB 50300 6.0.5",
    ),
    Gate(
        GateId.G13,
        (Condition.PRECONDITIONS_MET, Condition.MEETING_CALLED),
        (K.ACCEPTANCE_APPLICATION, K.PAPERS_CHECK),
        "S1",
    ),
    Gate(
        GateId.G14,
        (
            Condition.NO_OPEN_CRITICAL,
            Condition.DOMINANT_QUALIFIED,
            Condition.GENERAL_QUALIFIED,
            Condition.MANDATORY_DONE,
            Condition.PARTIES_SIGNED,
        ),
        (K.ACCEPTANCE_REPORT,),
        "S1, GB 50300 5.0",
    ),
    Gate(
        GateId.G15,
        (Condition.DEFECTS_LISTED, Condition.NOTHING_FORBIDS),
        (K.RECTIFICATION_NOTICE,),
        "",
    ),
    Gate(
        GateId.G16,
        (Condition.DEFECTS_ANSWERED, Condition.SUPERVISOR_CHECKED),
        (K.RECTIFICATION_REPLY, K.RECHECK_OPINION),
        "",
    ),
    Gate(GateId.G17, (Condition.ACCEPTANCE_FORBIDDEN,), (K.REFUSAL_OPINION,), ""),
    Gate(
        GateId.G18,
        (Condition.SETTLEMENT_AUDITED, Condition.FINAL_ACCOUNT_APPROVED),
        (K.SETTLEMENT_AUDIT, K.FINAL_ACCOUNT),
        "S1",
    ),
    Gate(
        GateId.G19,
        (Condition.ARCHIVE_ACCEPTED, Condition.ASSETS_HANDED_OVER),
        (K.ARCHIVE_HANDOVER, K.ASSET_LIST, K.WARRANTY),
        "S1",
    ),
    Gate(
        GateId.G20,
        (Condition.BODY_SIGNED, Condition.RULES_IN_FORCE),
        (K.MANAGEMENT_AGREEMENT, K.MANAGEMENT_RULES),
        "S1, S2, S4",
    ),
)
BY_ID: Mapping[GateId, Gate] = {gate.id: gate for gate in GATES}

CHECKS: Mapping[Condition, Callable[[ProcessFacts], Seen]] = {
    condition: getattr(planning, condition.value, None) or getattr(accepting, condition.value)
    for condition in Condition
}
"""The function of each condition, by the name that both bear."""

STATED = frozenset(
    {
        Condition.NOT_LATELY_RENOVATED,
        Condition.NOT_TO_BE_DEMOLISHED,
        Condition.OFFICE_CHECKED,
        Condition.GOVERNMENT_APPROVED,
        Condition.DEPARTMENTS_REVIEWED,
        Condition.ILLEGAL_STRUCTURES_CLEARED,
        Condition.CONTENT_COMPLETE,
        Condition.PARTIES_SIGNED,
        Condition.ACCEPTANCE_FORBIDDEN,
        Condition.RULES_IN_FORCE,
    }
)
"""Conditions that only a person can speak to; all others follow from the records."""
