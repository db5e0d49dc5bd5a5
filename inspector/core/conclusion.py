"""What the records alone say of a project, before any meeting has spoken.

The kinds and their conditions follow the customary conclusions of a joint completion acceptance
(guide 2.6); `fail` and `in_principle` are for a meeting to say and are never computed here.
"""

from dataclasses import dataclass
from enum import StrEnum


class ConclusionKind(StrEnum):
    """What an acceptance comes to (通过, 原则通过，限期整改, 整改后复验, 不通过, 不能判定)."""

    PASS = "pass"  # noqa: S105 - a conclusion, not a password
    IN_PRINCIPLE = "in_principle"
    REWORK = "rework"
    FAIL = "fail"
    UNDECIDED = "undecided"


DECIDED = (
    ConclusionKind.PASS,
    ConclusionKind.IN_PRINCIPLE,
    ConclusionKind.REWORK,
    ConclusionKind.FAIL,
)
"""The conclusions that decide something, the best first; `undecided` stands apart."""


class Condition(StrEnum):
    """One condition of passing."""

    NO_CONFLICT = "no_conflict"
    ALL_ARRIVED = "all_arrived"
    NO_TARGET_MISSING = "no_target_missing"
    ALL_CHECKED = "all_checked"
    NO_CONTRADICTION = "no_contradiction"
    DOMINANT_QUALIFIED = "dominant_qualified"
    MANDATORY_QUALIFIED = "mandatory_qualified"
    GENERAL_QUALIFIED = "general_qualified"
    NO_OPEN_CRITICAL = "no_open_critical"
    NO_OPEN_MAJOR = "no_open_major"
    NO_OPEN_MINOR = "no_open_minor"


OF_EXCHANGE = frozenset({Condition.NO_CONFLICT, Condition.ALL_ARRIVED, Condition.NO_TARGET_MISSING})
"""What must hold before any paper is final: the records have come together (DESIGN, 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The counts that the conditions are about; items count once for each place in scope.

    What fails and was formally accepted (让步接收) is counted apart from what fails (GB 50300-2013,
    5.0.6). `conflicts` are the critical ones, `waiting` operations whose forerunners have not come,
    `missing` links to records that have not come.
    """

    due: int
    unchecked: int
    contradictions: int
    dominant_failed: int
    mandatory_failed: int
    general_failed: int
    open_critical: int
    open_major: int
    open_minor: int
    conflicts: int = 0
    waiting: int = 0
    missing: int = 0
    dominant_conceded: int = 0
    mandatory_conceded: int = 0
    general_conceded: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition with how many records stand against it; `binding` ones decide.

    `conceded` counts what would stand against it but was formally accepted.
    """

    condition: Condition
    against: int
    binding: bool = True
    conceded: int = 0

    @property
    def is_met(self) -> bool:
        """Tell whether nothing stands against the condition."""
        return self.against == 0


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A computed conclusion with every condition and its figure."""

    kind: ConclusionKind
    reasons: tuple[Reason, ...]

    @property
    def is_final(self) -> bool:
        """Tell whether the records have come together: nothing disputed, nothing to come."""
        return all(reason.is_met for reason in self.reasons if reason.condition in OF_EXCHANGE)


_DECIDES = OF_EXCHANGE | {Condition.ALL_CHECKED}


def conclude(figures: Figures) -> Conclusion:
    """Compute what follows from the records.

    Something unchecked leaves the whole undecided: no report may pass what nobody looked at. So
    do records that have not come together: what is disputed or yet to come may say otherwise.
    Open minor defects are named but do not stand against passing; each has its party and date.
    """
    reasons = (
        Reason(Condition.NO_CONFLICT, figures.conflicts),
        Reason(Condition.ALL_ARRIVED, figures.waiting),
        Reason(Condition.NO_TARGET_MISSING, figures.missing),
        Reason(Condition.ALL_CHECKED, figures.unchecked if figures.due else 1),
        Reason(Condition.NO_CONTRADICTION, figures.contradictions),
        Reason(
            Condition.DOMINANT_QUALIFIED,
            figures.dominant_failed,
            conceded=figures.dominant_conceded,
        ),
        Reason(
            Condition.MANDATORY_QUALIFIED,
            figures.mandatory_failed,
            conceded=figures.mandatory_conceded,
        ),
        Reason(
            Condition.GENERAL_QUALIFIED,
            figures.general_failed,
            conceded=figures.general_conceded,
        ),
        Reason(Condition.NO_OPEN_CRITICAL, figures.open_critical),
        Reason(Condition.NO_OPEN_MAJOR, figures.open_major),
        Reason(Condition.NO_OPEN_MINOR, figures.open_minor, binding=False),
    )
    if any(not reason.is_met for reason in reasons if reason.condition in _DECIDES):
        return Conclusion(ConclusionKind.UNDECIDED, reasons)
    against = any(reason.binding and not reason.is_met for reason in reasons)
    return Conclusion(ConclusionKind.REWORK if against else ConclusionKind.PASS, reasons)
