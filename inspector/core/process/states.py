"""The 21 states and 20 transitions of the process, as data (guide 5.5, plans S1-S4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.core.process.names import GateId, Phase
from inspector.core.process.names import ProjectState as S


@dataclass(frozen=True, slots=True)
class Transition:
    """From one state to another through a gate."""

    origin: S
    to: S
    gate: GateId


PHASES: Mapping[S, Phase] = {
    **dict.fromkeys(
        (S.CANDIDATE, S.WILLING, S.SCHEME_DRAFTED, S.PRE_REVIEWED, S.PUBLICIZED, S.DECLARED),
        Phase.PLANNING,
    ),
    **dict.fromkeys((S.DECIDED, S.PLANNED), Phase.ISSUING),
    **dict.fromkeys((S.JOINTLY_REVIEWED, S.TENDERED, S.PERMITTED, S.BUILDING), Phase.BUILDING),
    **dict.fromkeys(
        (S.COMPLETED, S.IN_ACCEPTANCE, S.RECTIFYING, S.ACCEPTED, S.SETTLED, S.HANDED_OVER),
        Phase.ACCEPTANCE,
    ),
    S.MANAGED: Phase.AFTER,
    S.SUSPENDED: Phase.ANY,
    S.WITHDRAWN: Phase.ANY,
}
"""Every state with its phase."""

TRANSITIONS = (
    Transition(S.CANDIDATE, S.WILLING, GateId.G1),
    Transition(S.WILLING, S.SCHEME_DRAFTED, GateId.G2),
    Transition(S.SCHEME_DRAFTED, S.PRE_REVIEWED, GateId.G3),
    Transition(S.PRE_REVIEWED, S.PUBLICIZED, GateId.G4),
    Transition(S.PUBLICIZED, S.DECLARED, GateId.G5),
    Transition(S.DECLARED, S.DECIDED, GateId.G6),
    Transition(S.DECIDED, S.PLANNED, GateId.G7),
    Transition(S.PLANNED, S.JOINTLY_REVIEWED, GateId.G8),
    Transition(S.JOINTLY_REVIEWED, S.TENDERED, GateId.G9),
    Transition(S.TENDERED, S.PERMITTED, GateId.G10),
    Transition(S.PERMITTED, S.BUILDING, GateId.G11),
    Transition(S.BUILDING, S.COMPLETED, GateId.G12),
    Transition(S.COMPLETED, S.IN_ACCEPTANCE, GateId.G13),
    Transition(S.IN_ACCEPTANCE, S.ACCEPTED, GateId.G14),
    Transition(S.IN_ACCEPTANCE, S.RECTIFYING, GateId.G15),
    Transition(S.RECTIFYING, S.IN_ACCEPTANCE, GateId.G16),
    Transition(S.IN_ACCEPTANCE, S.BUILDING, GateId.G17),
    Transition(S.ACCEPTED, S.SETTLED, GateId.G18),
    Transition(S.SETTLED, S.HANDED_OVER, GateId.G19),
    Transition(S.HANDED_OVER, S.MANAGED, GateId.G20),
)

SIDE_GATES = frozenset({GateId.G15, GateId.G16, GateId.G17})
"""The gates of the loop of rectification and of a failed acceptance; they lie beside the line."""

MAIN_LINE = tuple(one for one in TRANSITIONS if one.gate not in SIDE_GATES)
"""The way from the first consent to long-term management."""


def gates_up_to(state: S) -> frozenset[GateId]:
    """List the gates of the line that lie before a state."""
    states = [S.CANDIDATE, *(step.to for step in MAIN_LINE)]
    passed = states.index(state) if state in states else 0
    return frozenset(step.gate for step in MAIN_LINE[:passed])
