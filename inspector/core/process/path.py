"""Where a project stands: the last state whose gates up to it are all met, waived or asserted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.errors import InspectorError, Problem
from inspector.core.process.facts import ProcessFacts, Seen
from inspector.core.process.gates import CHECKS, GATES, STATED, Gate
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    EventKind,
    GateId,
    Phase,
    ProjectState,
)
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.process.records import GateDocument, GateRecord
from inspector.core.process.states import MAIN_LINE, PHASES, SIDE_GATES


class GateStatus(StrEnum):
    """How a gate stands."""

    PASSED = "passed"
    WAIVED = "waived"
    ASSERTED = "asserted"
    READY = "ready"
    """Met before its turn (已备)."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ConditionSeen:
    """A condition with what it found."""

    condition: Condition
    seen: Seen

    @property
    def is_stated(self) -> bool:
        """Tell whether only a person's word can meet it."""
        return self.condition in STATED


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """A paper that a gate asks for: there as a file, there by the records, or missing."""

    kind: DocumentKind
    document: GateDocument | None
    is_supplied: bool

    @property
    def is_there(self) -> bool:
        """Tell whether it is there."""
        return self.document is not None or self.is_supplied


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSeen:
    """A gate as the records have it."""

    gate: Gate
    status: GateStatus
    conditions: tuple[ConditionSeen, ...]
    papers: tuple[PaperSeen, ...]
    waiver: GateRecord | None = None

    @property
    def is_met(self) -> bool:
        """Tell whether every condition is met and every paper there."""
        return all(one.seen.is_met for one in self.conditions) and all(
            one.is_there for one in self.papers
        )

    @property
    def missing(self) -> int:
        """Count what is missing."""
        unmet = sum(not one.seen.is_met for one in self.conditions)
        return unmet + sum(not one.is_there for one in self.papers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSeen:
    """Where a project stands on its way, and how every gate does.

    `reached` is the state by the gates; `state` differs from it while the project is suspended or
    withdrawn. `next_gate` is the first of the line that is open.
    """

    state: ProjectState
    reached: ProjectState
    gates: tuple[GateSeen, ...]
    next_gate: GateSeen | None
    assertion: GateRecord | None = None
    stop: GateRecord | None = None

    @property
    def phase(self) -> Phase:
        """Give the part of the process."""
        return PHASES[self.reached]

    def gate(self, gate_id: GateId) -> GateSeen:
        """Give one gate."""
        return next(one for one in self.gates if one.gate.id is gate_id)


def see_process(facts: ProcessFacts) -> ProcessSeen:
    """Derive where a project stands from the facts on record."""
    found = {gate.id: _see(gate, facts) for gate in GATES}
    asserted = facts.asserted_gates()
    gates: dict[GateId, GateSeen] = {}
    reached, next_gate, is_open = ProjectState.CANDIDATE, None, False
    for step in MAIN_LINE:
        status = _status(found[step.gate], asserted, is_late=is_open)
        gates[step.gate] = _with(found[step.gate], status)
        if status is GateStatus.OPEN and not is_open:
            is_open, next_gate = True, gates[step.gate]
        elif not is_open:
            reached = step.to
    for gate_id in SIDE_GATES:
        gates[gate_id] = _with(found[gate_id], _status(found[gate_id], asserted, is_late=False))
    reached = _in_the_loop(reached, gates)
    stop = _stop(facts)
    return ProcessSeen(
        state=_STOPS[stop.kind] if stop else reached,
        reached=reached,
        gates=tuple(gates[gate.id] for gate in GATES),
        next_gate=next_gate,
        assertion=facts.newest_of(EventKind.ASSERT),
        stop=stop,
    )


def _see(gate: Gate, facts: ProcessFacts) -> GateSeen:
    supplied = facts.supplied()
    return GateSeen(
        gate=gate,
        status=GateStatus.OPEN,
        conditions=tuple(ConditionSeen(one, CHECKS[one](facts)) for one in gate.conditions),
        papers=tuple(
            PaperSeen(kind, facts.document(kind), kind in supplied) for kind in gate.documents
        ),
        waiver=facts.waiver(gate.id.value),
    )


def _status(seen: GateSeen, asserted: frozenset[GateId], *, is_late: bool) -> GateStatus:
    if seen.is_met:
        return GateStatus.READY if is_late else GateStatus.PASSED
    if seen.waiver is not None:
        return GateStatus.WAIVED
    return GateStatus.ASSERTED if seen.gate.id in asserted else GateStatus.OPEN


def _with(seen: GateSeen, status: GateStatus) -> GateSeen:
    return GateSeen(
        gate=seen.gate,
        status=status,
        conditions=seen.conditions,
        papers=seen.papers,
        waiver=seen.waiver,
    )


def _in_the_loop(reached: ProjectState, gates: Mapping[GateId, GateSeen]) -> ProjectState:
    """Tell of a project in acceptance whether it failed, or is being put right."""
    if reached is not ProjectState.IN_ACCEPTANCE:
        return reached
    if gates[GateId.G17].is_met:
        return ProjectState.BUILDING
    is_put_right = gates[GateId.G16].is_met or gates[GateId.G16].waiver is not None
    if gates[GateId.G15].is_met and not is_put_right:
        return ProjectState.RECTIFYING
    return reached


_STOPS = {
    EventKind.SUSPEND: ProjectState.SUSPENDED,
    EventKind.WITHDRAW: ProjectState.WITHDRAWN,
}


def _stop(facts: ProcessFacts) -> GateRecord | None:
    """Give what stops the project, unless it was resumed since."""
    newest = facts.newest_of(EventKind.SUSPEND, EventKind.WITHDRAW, EventKind.RESUME)
    return newest if newest is not None and newest.kind in _STOPS else None


def checked_target(event: GateRecord) -> GateRecord:
    """Return the event, or refuse one whose target its kind does not know."""
    known = {
        EventKind.CONFIRM: {one.value for one in STATED},
        EventKind.WAIVE: {*(gate.id.value for gate in GATES), *(p.target for p in PRECONDITIONS)},
        EventKind.ASSERT: {one.value for one in ProjectState},
    }.get(event.kind)
    if known is None:
        return event
    if event.target not in known:
        raise InspectorError(Problem.TARGET_UNKNOWN, target=event.target)
    on_the_line = {step.to.value for step in MAIN_LINE} | {ProjectState.CANDIDATE.value}
    if event.kind is EventKind.ASSERT and event.target not in on_the_line:
        raise InspectorError(Problem.STATE_NOT_ASSERTABLE, state=ProjectState(event.target))
    return event
