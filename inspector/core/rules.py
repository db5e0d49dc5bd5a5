"""The rule table of an office: what a joint acceptance asks for, and what follows where it lacks.

Kinds and conditions: guide 2.6; who must come and who may refuse alone is for each office to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from inspector.core.conclusion import ConclusionKind
from inspector.core.meetings import Presence
from inspector.core.projects import PartyRole


class Clause(StrEnum):
    """One line of the verdict; the first four hold for every office and leave all undecided."""

    NO_CONFLICT = "no_conflict"
    ALL_ARRIVED = "all_arrived"
    NO_TARGET_MISSING = "no_target_missing"
    ALL_CHECKED = "all_checked"
    NO_CONTRADICTION = "no_contradiction"
    NO_FAILURE_DROPPED = "no_failure_dropped"
    REQUIRED_PRESENT = "required_present"
    OPINIONS_GIVEN = "opinions_given"
    NO_VETO = "no_veto"
    NO_REFUSAL = "no_refusal"
    NO_RESERVE = "no_reserve"
    RESIDENTS_AGREE = "residents_agree"
    RESIDENTS_SATISFIED = "residents_satisfied"
    GROUPS_AGREE = "groups_agree"
    PAPERS_REVIEWED = "papers_reviewed"
    PAPERS_COMPLETE = "papers_complete"
    DOMINANT_SHARE = "dominant_share"
    MANDATORY_SHARE = "mandatory_share"
    GENERAL_SHARE = "general_share"
    OPEN_CRITICAL = "open_critical"
    OPEN_MAJOR = "open_major"
    OPEN_MINOR = "open_minor"


FIXED = (Clause.NO_CONFLICT, Clause.ALL_ARRIVED, Clause.NO_TARGET_MISSING, Clause.ALL_CHECKED)
"""What no office can soften: records that are not together or not complete decide nothing."""

REMINDERS = (Clause.NO_CONTRADICTION, Clause.NO_FAILURE_DROPPED)
"""What is told but decides nothing by itself: its effect is in the other lines already."""

MAY_LEAVE_OPEN = frozenset({Clause.REQUIRED_PRESENT, Clause.OPINIONS_GIVEN, Clause.PAPERS_REVIEWED})
"""Clauses about what has not happened yet, which may leave the verdict undecided."""

CONSEQUENCES: Mapping[Clause, ConclusionKind] = MappingProxyType(
    {
        Clause.REQUIRED_PRESENT: ConclusionKind.UNDECIDED,
        Clause.OPINIONS_GIVEN: ConclusionKind.UNDECIDED,
        Clause.NO_VETO: ConclusionKind.FAIL,
        Clause.NO_REFUSAL: ConclusionKind.REWORK,
        Clause.NO_RESERVE: ConclusionKind.IN_PRINCIPLE,
        Clause.RESIDENTS_AGREE: ConclusionKind.REWORK,
        Clause.RESIDENTS_SATISFIED: ConclusionKind.REWORK,
        Clause.GROUPS_AGREE: ConclusionKind.REWORK,
        Clause.PAPERS_REVIEWED: ConclusionKind.UNDECIDED,
        Clause.PAPERS_COMPLETE: ConclusionKind.REWORK,
        Clause.DOMINANT_SHARE: ConclusionKind.REWORK,
        Clause.MANDATORY_SHARE: ConclusionKind.REWORK,
        Clause.GENERAL_SHARE: ConclusionKind.REWORK,
        Clause.OPEN_CRITICAL: ConclusionKind.REWORK,
        Clause.OPEN_MAJOR: ConclusionKind.REWORK,
        Clause.OPEN_MINOR: ConclusionKind.IN_PRINCIPLE,
    }
)
"""What follows where a clause is not met, unless the office says otherwise (guide 2.6)."""

_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTable:
    """What an office asks of a joint acceptance; a share of nought asks for nothing.

    `in_principle` tells whether the office knows 原则通过，限期整改; where it does not, what would
    lead there is only a reminder. The three limits of open defects count those as bad or worse.
    """

    name: str
    required: frozenset[PartyRole] = frozenset()
    veto: frozenset[PartyRole] = frozenset()
    attends: frozenset[Presence] = frozenset({Presence.PRESENT, Presence.LATE})
    disagree_max: int = 0
    residents_share: Fraction = Fraction(0)
    satisfied_share: Fraction = Fraction(0)
    papers: bool = True
    dominant_share: Fraction = _WHOLE
    mandatory_share: Fraction = _WHOLE
    general_share: Fraction = Fraction(4, 5)
    critical_max: int = 0
    major_max: int = 0
    minor_max: int = 0
    in_principle: bool = False
    consequences: Mapping[Clause, ConclusionKind] = field(default_factory=lambda: CONSEQUENCES)

    def consequence(self, clause: Clause) -> ConclusionKind | None:
        """Give what follows where a clause is not met; None where it only reminds."""
        if clause in FIXED:
            return ConclusionKind.UNDECIDED
        if clause in REMINDERS:
            return None
        kind = self.consequences.get(clause, CONSEQUENCES[clause])
        return None if kind is ConclusionKind.IN_PRINCIPLE and not self.in_principle else kind
