"""What the records alone say of a project, before any meeting has spoken.

The kinds and their conditions follow the customary conclusions of a joint completion acceptance
(guide 2.6); "failed" is for a meeting to say and is never computed here.
"""

from dataclasses import dataclass
from enum import StrEnum


class ConclusionKind(StrEnum):
    """What follows from the records."""

    PASS = "pass"  # noqa: S105 - a conclusion, not a password
    REWORK = "rework"
    UNDECIDED = "undecided"


class Condition(StrEnum):
    """One condition of passing."""

    ALL_CHECKED = "all_checked"
    NO_CONTRADICTION = "no_contradiction"
    DOMINANT_QUALIFIED = "dominant_qualified"
    MANDATORY_QUALIFIED = "mandatory_qualified"
    GENERAL_QUALIFIED = "general_qualified"
    NO_OPEN_CRITICAL = "no_open_critical"
    NO_OPEN_MAJOR = "no_open_major"
    NO_OPEN_MINOR = "no_open_minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The counts that the conditions are about; items count once for each place in scope."""

    due: int
    unchecked: int
    contradictions: int
    dominant_failed: int
    mandatory_failed: int
    general_failed: int
    open_critical: int
    open_major: int
    open_minor: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition with how many records stand against it; `binding` ones decide."""

    condition: Condition
    against: int
    binding: bool = True

    @property
    def is_met(self) -> bool:
        """Tell whether nothing stands against the condition."""
        return self.against == 0


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A computed conclusion with every condition and its figure."""

    kind: ConclusionKind
    reasons: tuple[Reason, ...]


def conclude(figures: Figures) -> Conclusion:
    """Compute what follows from the records.

    Something unchecked leaves the whole undecided: no report may pass what nobody looked at.
    Open minor defects are named but do not stand against passing; each has its party and date.
    """
    reasons = (
        Reason(Condition.ALL_CHECKED, figures.unchecked if figures.due else 1),
        Reason(Condition.NO_CONTRADICTION, figures.contradictions),
        Reason(Condition.DOMINANT_QUALIFIED, figures.dominant_failed),
        Reason(Condition.MANDATORY_QUALIFIED, figures.mandatory_failed),
        Reason(Condition.GENERAL_QUALIFIED, figures.general_failed),
        Reason(Condition.NO_OPEN_CRITICAL, figures.open_critical),
        Reason(Condition.NO_OPEN_MAJOR, figures.open_major),
        Reason(Condition.NO_OPEN_MINOR, figures.open_minor, binding=False),
    )
    if not reasons[0].is_met:
        return Conclusion(ConclusionKind.UNDECIDED, reasons)
    against = any(reason.binding and not reason.is_met for reason in reasons)
    return Conclusion(ConclusionKind.REWORK if against else ConclusionKind.PASS, reasons)
