"""The preconditions of the joint acceptance: papers and facts, each with its source (guide 2.4)."""

from dataclasses import dataclass

from inspector.core.process.facts import ProcessFacts
from inspector.core.process.names import DocumentKind, GateId, VoteSubject
from inspector.core.process.names import DocumentKind as K
from inspector.core.process.votes import passes


@dataclass(frozen=True, slots=True)
class Precondition:
    """One line of the table: papers, all of them owed, and a vote that must have passed.

    `gate` is where the paper is due first: a gate that was waived, or asserted when the project
    was taken in, waives it too.
    """

    number: int
    papers: tuple[DocumentKind, ...]
    gate: GateId
    vote: VoteSubject | None = None

    @property
    def target(self) -> str:
        """Give what a waiver names it by."""
        return f"P{self.number}"


PRECONDITIONS = (
    Precondition(1, (K.WILLINGNESS_FORM,), GateId.G1, VoteSubject.WILLINGNESS),
    Precondition(2, (K.SCHEME_FORM,), GateId.G5, VoteSubject.SCHEME),
    Precondition(3, (K.PUBLICITY_TEXT, K.PUBLICITY_PHOTOS, K.OBJECTION_RECORD), GateId.G4),
    Precondition(4, (K.OFFICE_REVIEW, K.GROUP_MINUTES), GateId.G6),
    Precondition(5, (K.ANNUAL_PLAN_PAPER,), GateId.G7),
    Precondition(6, (K.REVIEW_MINUTES,), GateId.G8),
    Precondition(7, (K.ESTIMATE_OPINION,), GateId.G8),
    Precondition(8, (K.DRAWINGS,), GateId.G13),
    Precondition(9, (K.AWARD_NOTICE, K.CONSTRUCTION_CONTRACT), GateId.G9),
    Precondition(10, (K.PERMIT,), GateId.G10),
    Precondition(11, (K.DEMOLITION_LEDGER,), GateId.G11),
    Precondition(12, (K.WATCH_GROUP_LIST,), GateId.G11),
    Precondition(13, (K.MATERIAL_PAPERS,), GateId.G13),
    Precondition(14, (K.CONCEALED_RECORDS,), GateId.G13),
    Precondition(15, (K.TEST_REPORTS,), GateId.G13),
    Precondition(16, (K.SPOT_CHECK_RECORD,), GateId.G12),
    Precondition(17, (K.COMPLETION_REPORT,), GateId.G13),
    Precondition(18, (K.QUALITY_ASSESSMENT,), GateId.G13),
    Precondition(19, (K.DESIGN_CHECK,), GateId.G13),
    Precondition(20, (K.SPECIAL_ACCEPTANCE,), GateId.G13),
    Precondition(21, (K.WARRANTY,), GateId.G13),
    Precondition(22, (K.AS_BUILT_DRAWINGS,), GateId.G13),
    Precondition(23, (K.ORDERS_FULFILLED,), GateId.G13),
    Precondition(24, (K.MANAGEMENT_PLAN,), GateId.G13),
)
"""Table 2.4 of the guide without its optional last line, the survey of satisfaction."""


def lacking_preconditions(facts: ProcessFacts) -> tuple[str, ...]:
    """List the targets of the preconditions that are neither met nor waived."""
    return tuple(one.target for one in PRECONDITIONS if not is_settled(one, facts))


def is_settled(one: Precondition, facts: ProcessFacts) -> bool:
    """Tell whether a precondition is met or waived."""
    return is_met(one, facts) or is_excused(one, facts)


def is_met(one: Precondition, facts: ProcessFacts) -> bool:
    """Tell whether the papers are there and the vote has passed."""
    if facts.missing(one.papers):
        return False
    vote = facts.newest_vote(one.vote) if one.vote else None
    return one.vote is None or (vote is not None and passes(vote))


def is_excused(one: Precondition, facts: ProcessFacts) -> bool:
    """Tell whether a waiver covers it, or a state that was asserted when it was taken in."""
    if facts.waiver(one.target) or facts.waiver(one.gate.value):
        return True
    return one.gate in facts.asserted_gates()
