"""Defects, the states they pass through, and who may move them where."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from inspector.core.checklists import PackRef, Severity
from inspector.core.errors import InspectorError, Problem


class DefectState(StrEnum):
    """Where a defect stands (DESIGN, 3: Defects)."""

    RECORDED = "recorded"
    ISSUED = "issued"
    REPAIRING = "repairing"
    REPLIED = "replied"
    RECHECK_FAILED = "recheck_failed"
    CLOSED = "closed"
    CONCEDED = "conceded"
    LEFT_OPEN = "left_open"
    VOIDED = "voided"


class DefectStep(StrEnum):
    """What a person does to a defect."""

    RECORD = "record"
    ISSUE = "issue"
    START_REPAIR = "start_repair"
    REPLY = "reply"
    RECHECK_PASS = "recheck_pass"  # noqa: S105 - a step of the trade, not a password
    RECHECK_FAIL = "recheck_fail"
    EXTEND = "extend"
    CONCEDE = "concede"
    LEAVE_OPEN = "leave_open"
    VOID = "void"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    """The notice that issued it was withdrawn: it waits to be issued again."""


_UNDER_WAY = frozenset(
    {
        DefectState.ISSUED,
        DefectState.REPAIRING,
        DefectState.REPLIED,
        DefectState.RECHECK_FAILED,
    }
)
_OPEN = _UNDER_WAY | {DefectState.RECORDED}
ENDED = frozenset(DefectState) - _OPEN - {DefectState.LEFT_OPEN}
"""States in which nobody owes anything any more."""

_STEPS: dict[DefectStep, tuple[frozenset[DefectState], DefectState | None]] = {
    DefectStep.ISSUE: (frozenset({DefectState.RECORDED}), DefectState.ISSUED),
    DefectStep.START_REPAIR: (
        frozenset({DefectState.ISSUED, DefectState.RECHECK_FAILED}),
        DefectState.REPAIRING,
    ),
    DefectStep.REPLY: (
        frozenset({DefectState.ISSUED, DefectState.REPAIRING, DefectState.RECHECK_FAILED}),
        DefectState.REPLIED,
    ),
    DefectStep.RECHECK_PASS: (frozenset({DefectState.REPLIED}), DefectState.CLOSED),
    DefectStep.RECHECK_FAIL: (frozenset({DefectState.REPLIED}), DefectState.RECHECK_FAILED),
    DefectStep.EXTEND: (_UNDER_WAY, None),
    DefectStep.CONCEDE: (_OPEN, DefectState.CONCEDED),
    DefectStep.LEAVE_OPEN: (_OPEN, DefectState.LEFT_OPEN),
    DefectStep.VOID: (_OPEN | {DefectState.LEFT_OPEN}, DefectState.VOIDED),
    DefectStep.REOPEN: (ENDED | {DefectState.LEFT_OPEN}, DefectState.RECORDED),
    DefectStep.WITHDRAW: (
        frozenset({DefectState.ISSUED, DefectState.REPAIRING}),
        DefectState.RECORDED,
    ),
}
FOLLOWING = frozenset({DefectStep.RECORD, DefectStep.WITHDRAW})
"""Steps that follow from another act and that nobody chooses for one defect."""
_REASON_OWED = frozenset(
    {
        DefectStep.RECHECK_FAIL,
        DefectStep.EXTEND,
        DefectStep.CONCEDE,
        DefectStep.LEAVE_OPEN,
        DefectStep.VOID,
        DefectStep.REOPEN,
        DefectStep.WITHDRAW,
    }
)


_SETS_A_DAY = frozenset({DefectStep.ISSUE, DefectStep.EXTEND, DefectStep.LEAVE_OPEN})
_REPAIRS = frozenset({DefectStep.START_REPAIR, DefectStep.REPLY})
_ROUND_ENDS = frozenset(
    {
        DefectStep.RECHECK_PASS,
        DefectStep.RECHECK_FAIL,
        DefectStep.REOPEN,
        DefectStep.WITHDRAW,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A defect's state with who put it there, when and why: one value, so that it merges whole."""

    state: DefectState
    by: str
    at_ms: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Something that is not as it must be, at a place, owed by a party until a day."""

    id: str
    project_id: str
    number: str
    place_id: str
    text: str
    severity: Severity
    standing: Standing
    visit_id: str | None = None
    item_id: str | None = None
    pack: PackRef | None = None
    answer_id: str | None = None
    party_id: str | None = None
    measured: str | None = None
    demand: str | None = None
    due_on: date | None = None

    @property
    def state(self) -> DefectState:
        """Give the state alone."""
        return self.standing.state

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes something (left-open ones count)."""
        return self.state not in ENDED

    @property
    def is_awaited(self) -> bool:
        """Tell whether a repair or its reply is owed."""
        return self.state in _OPEN and self.state is not DefectState.REPLIED

    def is_overdue(self, today: date) -> bool:
        """Tell whether the due day has passed while it was not replied to."""
        return self.is_awaited and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectEvent:
    """One thing that happened to a defect; inserted, never edited."""

    id: str
    project_id: str
    defect_id: str
    step: DefectStep
    at_ms: int
    by: str
    round: int = 0
    reason: str | None = None
    due_on: date | None = None
    party_id: str | None = None
    done_on: date | None = None
    done_by: str | None = None
    """Who repaired, by name, where a reply sheet says so; then `by` only took it in."""
    reply_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step that a person wants to take: who, when, why, and for a reply by which party.

    `name` is that of the person, to be compared with who repaired by a reply sheet.
    """

    step: DefectStep
    by: str
    at_ms: int
    reason: str | None = None
    due_on: date | None = None
    party_id: str | None = None
    name: str | None = None
    done_on: date | None = None
    done_by: str | None = None
    reply_id: str | None = None


def steps_from(state: DefectState) -> tuple[DefectStep, ...]:
    """List the steps that a state allows, in the order in which they are offered."""
    return tuple(
        step
        for step, (sources, _target) in _STEPS.items()
        if state in sources and step not in FOLLOWING
    )


def can_follow(defect: Defect, step: DefectStep) -> bool:
    """Tell whether a step may be taken from where a defect stands."""
    sources, _target = _STEPS.get(step, (frozenset(), None))
    return defect.state in sources


def needs_reason(step: DefectStep) -> bool:
    """Tell whether a step must be explained in words."""
    return step in _REASON_OWED


def rounds(events: list[DefectEvent]) -> int:
    """Count the re-checks so far."""
    checks = {DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL}
    return sum(event.step in checks for event in events)


def moved(defect: Defect, move: Move, events: list[DefectEvent]) -> Defect:
    """Return the defect after a step, which must be allowed from where it stands.

    Whoever closes must not be whoever repaired (DESIGN, 3): a person who recorded the start of
    the repair or the reply since the last re-check may not pass the next one. Of a reply sheet it
    is the one whom it names, not the one who took it in. The due day is set
    when a defect is issued or left open, and moved later by an extension; no other step has one.
    It falls with the notice that set it.
    """
    sources, target = _STEPS.get(move.step, (frozenset(), None))
    if defect.state not in sources:
        raise InspectorError(
            Problem.DEFECT_STEP_FORBIDDEN, number=defect.number, state=defect.state, step=move.step
        )
    if move.step in _REASON_OWED and not move.reason:
        raise InspectorError(Problem.REASON_NEEDED)
    if move.step is DefectStep.RECHECK_PASS and _has_repaired(move, events):
        raise InspectorError(Problem.DEFECT_CLOSER_REPAIRED, number=defect.number)
    standing = (
        defect.standing if target is None else Standing(target, move.by, move.at_ms, move.reason)
    )
    return replace(defect, standing=standing, due_on=_day_after(defect, move))


def _day_after(defect: Defect, move: Move) -> date | None:
    """Give the due day after a step, or refuse a day that the step may not set."""
    if move.step is DefectStep.EXTEND:
        return _extended(defect, move.due_on)
    if move.due_on is not None and move.step not in _SETS_A_DAY:
        raise InspectorError(Problem.DEFECT_STEP_SETS_NO_DAY, number=defect.number, step=move.step)
    if move.step is DefectStep.WITHDRAW:
        return None
    return move.due_on or defect.due_on


def _extended(defect: Defect, day: date | None) -> date:
    if day is None:
        raise InspectorError(Problem.FIELD_INVALID, field="due_on", value="")
    if defect.due_on is not None and day <= defect.due_on:
        raise InspectorError(
            Problem.DEFECT_DAY_NOT_LATER, number=defect.number, day=day, due_on=defect.due_on
        )
    return day


def _has_repaired(move: Move, events: list[DefectEvent]) -> bool:
    repaired = False
    for event in events:
        if event.step in _ROUND_ENDS:
            repaired = False
        elif event.step in _REPAIRS:
            is_own = event.by == move.by if event.done_by is None else event.done_by == move.name
            repaired = repaired or is_own
    return repaired


class RecheckMode(StrEnum):
    """How a repair is checked again (guide 2.9)."""

    ON_SITE = "on_site"
    BY_PHOTO = "by_photo"
    BY_PAPER = "by_paper"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a notice back, when and why: one value, so that it merges whole."""

    by: str
    at_ms: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A rectification notice to one party, listing its defects.

    `term` is the count of working days that the due day was reckoned from, if it was.
    """

    id: str
    project_id: str
    number: str
    party_id: str
    issued_on: date
    due_on: date
    recheck_mode: RecheckMode
    defect_ids: tuple[str, ...]
    by: str
    demand: str | None = None
    term: int | None = None
    withdrawn: Withdrawal | None = None
