"""Visits, answers and readings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from inspector.core.checklists import AnswerState, PackRef
from inspector.core.errors import InspectorError, Problem


class VisitKind(StrEnum):
    """Why people went to the site."""

    PATROL = "patrol"
    SPOT_CHECK = "spot_check"
    PRELIMINARY = "preliminary"
    JOINT = "joint"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to the site; dates are local days, both included."""

    id: str
    project_id: str
    number: str
    kind: VisitKind
    title: str
    first_on: date
    last_on: date
    inspectors: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What the inspector found: a state, and the reason where one is owed."""

    state: AnswerState = AnswerState.UNCHECKED
    reason: str | None = None

    def checked(self) -> "Result":
        """Return the result, or refuse "not applicable" without a reason (DESIGN, 3)."""
        if self.state is AnswerState.NOT_APPLICABLE and not self.reason:
            raise InspectorError(Problem.REASON_NEEDED)
        return self


_MOST_POINTS = 100_000


def checked_due_points(due: int | None) -> int | None:
    """Return a number of points due, or refuse one that nobody can measure."""
    if due is not None and not 1 <= due <= _MOST_POINTS:
        raise InspectorError(Problem.FIELD_INVALID, field="due_points", value=due)
    return due


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One measured point of an answer, exactly as typed."""

    id: str
    answer_id: str
    position: int
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found for one item at one place in one visit, under one pack's wording."""

    id: str
    project_id: str
    visit_id: str
    place_id: str
    item_id: str
    pack: PackRef
    result: Result
    variant: str | None = None
    choice: str | None = None
    design_value: str | None = None
    due_points: int | None = None
    note: str | None = None
