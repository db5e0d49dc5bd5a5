"""Counts of answers: for a lot, a discipline or a whole project."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.core.checklists import AnswerState, Control
from inspector.core.verdicts import Rate, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many answers stand in each state; the four add up to the total (FEATURES, row 2)."""

    unchecked: int = 0
    passed: int = 0
    failed: int = 0
    not_applicable: int = 0

    @property
    def total(self) -> int:
        """Count all answers."""
        return self.unchecked + self.passed + self.failed + self.not_applicable

    @property
    def rate(self) -> Rate | None:
        """Give passed out of those that apply, unchecked ones included; None where none do."""
        applicable = self.total - self.not_applicable
        return Rate(self.passed, applicable) if applicable else None

    @property
    def status(self) -> Status | None:
        """Judge the whole: a failure fails it, an unchecked answer leaves it incomplete.

        A lot passes when all its dominant and all its general items pass (GB 50300-2013
        5.0.1; the 80 % belong to the points within an item). None where nothing applies.
        """
        if self.failed:
            return Status.FAIL
        if self.unchecked:
            return Status.INCOMPLETE
        return Status.PASS if self.passed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSummary:
    """The answers of a lot or discipline by class, and together."""

    dominant: Tally
    general: Tally
    unclassed: Tally
    together: Tally


def summarise(answers: Iterable[tuple[Control | None, AnswerState]]) -> LotSummary:
    """Count the answers of a lot or discipline by the class of their items."""
    seen = list(answers)
    return LotSummary(
        dominant=tally(state for control, state in seen if control is Control.DOMINANT),
        general=tally(state for control, state in seen if control is Control.GENERAL),
        unclassed=tally(state for control, state in seen if control is None),
        together=tally(state for _control, state in seen),
    )


def tally(states: Iterable[AnswerState]) -> Tally:
    """Count answers by state."""
    seen = list(states)
    return Tally(
        unchecked=seen.count(AnswerState.UNCHECKED),
        passed=seen.count(AnswerState.PASS),
        failed=seen.count(AnswerState.FAIL),
        not_applicable=seen.count(AnswerState.NOT_APPLICABLE),
    )
