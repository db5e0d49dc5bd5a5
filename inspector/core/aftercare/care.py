"""The checklist of long-term management: 六有 (S1), 八个有 (S2), 四位一体 (S4).

Visits after the handover go through these 18 points. They are no items of the scheme: what is
lacking years later does not change how the works were accepted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.errors import InspectorError, Problem


class CareGroup(StrEnum):
    """The three lists."""

    SIX = "six"
    EIGHT = "eight"
    FOUR = "four"


class CarePoint(StrEnum):
    """One point of the lists."""

    FACILITIES = "facilities"
    CLEAN_PLACE = "clean_place"
    SERVICES = "services"
    LASTING_CARE = "lasting_care"
    CULTURE = "culture"
    HARMONY = "harmony"
    OFFICE_ROOM = "office_room"
    CLEANING = "cleaning"
    ORDER = "order"
    PARKING = "parking"
    UPKEEP = "upkeep"
    GREENING = "greening"
    ROADS = "roads"
    REPAIRS = "repairs"
    PARTY_LEADS = "party_leads"
    COMMITTEE = "committee"
    OWNERS = "owners"
    SERVICE_FIRM = "service_firm"


_EIGHT = (
    *(CarePoint.OFFICE_ROOM, CarePoint.CLEANING, CarePoint.ORDER, CarePoint.PARKING),
    *(CarePoint.UPKEEP, CarePoint.GREENING, CarePoint.ROADS, CarePoint.REPAIRS),
)
_FOUR = (CarePoint.PARTY_LEADS, CarePoint.COMMITTEE, CarePoint.OWNERS, CarePoint.SERVICE_FIRM)
GROUPS: Mapping[CarePoint, CareGroup] = {
    point: CareGroup.EIGHT
    if point in _EIGHT
    else CareGroup.FOUR
    if point in _FOUR
    else CareGroup.SIX
    for point in CarePoint
}
"""The list of each point, in the order in which they are gone through."""
ITEMS: Mapping[CarePoint, str] = {
    CarePoint.LASTING_CARE: "LM-001",
    CarePoint.OFFICE_ROOM: "LM-004",
    CarePoint.CLEANING: "LM-005",
    CarePoint.ORDER: "LM-005",
    CarePoint.PARKING: "LM-006",
    CarePoint.UPKEEP: "LM-007",
    CarePoint.GREENING: "LM-007",
    CarePoint.ROADS: "LM-007",
    CarePoint.REPAIRS: "LM-007",
    CarePoint.OWNERS: "LM-003",
    CarePoint.SERVICE_FIRM: "LM-001",
}
"""The item of the national checklist by which a point was accepted, where there is one."""


class CareState(StrEnum):
    """What was found of a point."""

    HELD = "held"
    PARTLY = "partly"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareAnswer:
    """What a visit found of a point; what is not whole owes a word on what is missing."""

    id: str
    project_id: str
    visit_id: str
    point: CarePoint
    state: CareState
    note: str | None = None

    def checked(self) -> "CareAnswer":
        """Return the answer, or refuse one that says something lacks but not what."""
        if self.state is not CareState.HELD and not self.note:
            raise InspectorError(Problem.REASON_NEEDED)
        return self


@dataclass(frozen=True, slots=True)
class CareTally:
    """How the points of a list stand."""

    group: CareGroup
    held: int
    partly: int
    lacking: int
    unchecked: int

    @property
    def total(self) -> int:
        """Count the points of the list."""
        return self.held + self.partly + self.lacking + self.unchecked


def tally_care(answers: Iterable[CareAnswer]) -> tuple[CareTally, ...]:
    """Count each list by what a visit found."""
    found = {answer.point: answer.state for answer in answers}
    return tuple(_tally(group, found) for group in CareGroup)


def _tally(group: CareGroup, found: Mapping[CarePoint, CareState]) -> CareTally:
    states = [found.get(point) for point in CarePoint if GROUPS[point] is group]
    return CareTally(
        group=group,
        held=states.count(CareState.HELD),
        partly=states.count(CareState.PARTLY),
        lacking=states.count(CareState.LACKING),
        unchecked=states.count(None),
    )
