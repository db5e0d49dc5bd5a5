"""Visits, answers and readings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from inspector.core.checklists import AnswerState, PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id
from inspector.core.projects import SchemeRow


class VisitKind(StrEnum):
    """Why people went to the site."""

    PATROL = "patrol"
    SPOT_CHECK = "spot_check"
    PRELIMINARY = "preliminary"
    JOINT = "joint"
    RECHECK = "recheck"
    AFTERCARE = "aftercare"
    """A look at the place after the handover (长效管理): it never changes the acceptance."""


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
    """What the inspector found: a state, and the reason where one is owed.

    An item that a rule of its checklist hides is "not applicable" with the rule's id in the place
    of a reason. What a person had stated of it is held, and comes back when the rule lets go:
    nothing that was seen on site is lost because another answer was mistyped and put right.
    """

    state: AnswerState = AnswerState.UNCHECKED
    reason: str | None = None
    rule: str | None = None
    held: "Result | None" = None

    @property
    def stated(self) -> "Result":
        """Give what a person stated, whether or not a rule hides the item."""
        return self if self.rule is None else self.held or Result()

    def checked(self) -> "Result":
        """Return the result, or refuse "not applicable" without reason or rule (DESIGN, 3)."""
        if self.state is AnswerState.NOT_APPLICABLE and not (self.reason or self.rule):
            raise InspectorError(Problem.REASON_NEEDED)
        return self

    def under(self, rule: str | None) -> "Result":
        """Return the result as a rule makes it, or without one as it was stated."""
        said = self.stated
        if rule is None:
            return said
        is_said = said.state is not AnswerState.UNCHECKED
        return Result(AnswerState.NOT_APPLICABLE, rule=rule, held=said if is_said else None)

    def given(self, result: "Result", item_id: str) -> "Result":
        """Return what a person states now, which no rule may hide."""
        if self.rule is not None:
            raise InspectorError(Problem.ITEM_HIDDEN, item=item_id, rule=self.rule)
        return result.checked()


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


def answer_id(project_id: str, visit_id: str, place_id: str, item_id: str) -> str:
    """Give the id of an answer: two people who fill it make one record."""
    return natural_id(project_id, "answer", visit_id, place_id, item_id)


def begin_answer(visit: Visit, row: SchemeRow) -> Answer:
    """Begin the answer to an item in scope, under the pack of the scheme."""
    return Answer(
        id=answer_id(visit.project_id, visit.id, row.place_id, row.item_id),
        project_id=visit.project_id,
        visit_id=visit.id,
        place_id=row.place_id,
        item_id=row.item_id,
        pack=row.pack,
        result=Result(),
    )
