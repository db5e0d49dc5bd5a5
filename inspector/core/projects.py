"""Programme, project, places, parties and the scheme (一小区一方案)."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from inspector.core.checklists import Duty, PackRef
from inspector.core.days import check_days
from inspector.core.errors import InspectorError, Problem

FIRST_YEAR, LAST_YEAR = 1900, 2100


class PlaceKind(StrEnum):
    """What a place is; places form a tree, and the scheme may put any item on any of them."""

    COMMUNITY = "community"
    BUILDING = "building"
    UNIT = "unit"
    FLOOR = "floor"
    ROAD = "road"
    PIPE = "pipe"
    GREEN = "green"
    LIFT = "lift"
    FACILITY = "facility"
    OUTDOOR = "outdoor"


class PartyRole(StrEnum):
    """The part that a unit has in the project (guide 2.3)."""

    OFFICE = "office"
    DEPARTMENT = "dept"
    OWNER = "owner"
    SURVEY = "survey"
    DESIGN = "design"
    CONTRACTOR = "contractor"
    SUPERVISOR = "supervisor"
    SUBDISTRICT = "subdistrict"
    COMMUNITY = "community"
    RESIDENTS = "residents"
    WATCH = "watch"
    OPERATOR = "operator"
    PROPERTY = "property"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A district's programme (三年行动计划) with its targets; counts are whole, areas in m²."""

    id: str
    name: str
    district: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    communities: int | None = None
    buildings: int | None = None
    flats: int | None = None
    households: int | None = None
    floor_area_m2: int | None = None
    cutoff_year: int | None = None
    """Communities built by this year belong to it (20_年(含)以前建成)."""

    def years(self) -> range:
        """Give the years that it spans; none while its first or last one is not known."""
        if self.first_year is None or self.last_year is None:
            return range(0)
        return range(self.first_year, self.last_year + 1)


LONGEST_PROGRAMME = 10
"""Years; a programme of the state lasts three to five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualPlan:
    """What a programme sets itself for one year."""

    id: str
    programme_id: str
    year: int
    communities: int | None = None
    buildings: int | None = None
    flats: int | None = None
    households: int | None = None
    floor_area_m2: int | None = None
    declare_by: date | None = None
    """The last day on which a project may be declared for it (S1: 5月30日前)."""
    document_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A renovation project: one or more communities renovated together."""

    id: str
    code: str
    name: str
    programme_id: str | None = None
    plan_year: int | None = None
    district: str | None = None
    subdistrict: str | None = None
    address: str | None = None
    approval_number: str | None = None
    investment_yuan: Decimal | None = None
    planned_start_on: date | None = None
    planned_finish_on: date | None = None
    started_on: date | None = None
    finished_on: date | None = None

    @property
    def title(self) -> str:
        """Give the name that people know it by."""
        return self.name

    def checked(self) -> Self:
        """Return the project, or refuse the first of its year, money and days that cannot be."""
        year, money = self.plan_year, self.investment_yuan
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise InspectorError(Problem.FIELD_INVALID, field="plan_year", value=year)
        if money is not None and money < 0:
            raise InspectorError(Problem.FIELD_INVALID, field="investment_yuan", value=money)
        for first, last in (
            ("planned_start_on", "planned_finish_on"),
            ("started_on", "finished_on"),
        ):
            begun, ended = getattr(self, first), getattr(self, last)
            if begun is not None and ended is not None:
                check_days(first, begun, last, ended)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """What is known of a community or building; unknown facts stay None, never zero."""

    built_year: int | None = None
    storeys: int | None = None
    units: int | None = None
    households: int | None = None
    floor_area_m2: Decimal | None = None
    height_m: Decimal | None = None
    structure: str | None = None
    has_lift: bool | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A community, building, unit, floor, road or other spot where items are inspected."""

    id: str
    project_id: str
    kind: PlaceKind
    code: str
    name: str
    parent_id: str | None = None
    position: int = 0
    facts: PlaceFacts = field(default_factory=PlaceFacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """That a party left the register: by whom, when and why. What it said and signed stays."""

    by: str
    at_ms: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A unit that takes part; phone, and the name of who stands for residents, are personal."""

    id: str
    project_id: str
    role: PartyRole
    unit: str
    representative: str | None = None
    phone: str | None = None
    position: int = 0
    dismissed: Dismissal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """One item of the guideline put on one place, with duty and planned quantity."""

    id: str
    project_id: str
    pack: PackRef
    item_id: str
    place_id: str
    duty: Duty
    planned_quantity: Decimal | None = None
    done_quantity: Decimal | None = None
    quantity_unit: str | None = None
    design_value: str | None = None
    variant: str | None = None
    due_points: int | None = None
    note: str | None = None


def by_tree(places: list[Place]) -> list[tuple[int, Place]]:
    """Order places as a tree: each with its depth, children after their parent.

    A place whose parent is not (or not yet) known stands at the root; none is left out.
    """
    known = {place.id for place in places}
    children: dict[str | None, list[Place]] = {}
    for place in sorted(places, key=lambda place: (place.position, place.code, place.id)):
        parent = place.parent_id if place.parent_id in known else None
        children.setdefault(parent, []).append(place)
    ordered: list[tuple[int, Place]] = []
    waiting = [(0, place) for place in reversed(children.pop(None, []))]
    while waiting:
        depth, place = waiting.pop()
        ordered.append((depth, place))
        waiting.extend((depth + 1, child) for child in reversed(children.pop(place.id, [])))
    ordered.extend((0, place) for rest in children.values() for place in rest)
    return ordered


def path_of(place_id: str, places: dict[str, Place]) -> tuple[Place, ...]:
    """Give a place with its ancestors, outermost first; a ring of parents is cut."""
    path: list[Place] = []
    seen: set[str] = set()
    current = places.get(place_id)
    while current is not None and current.id not in seen:
        seen.add(current.id)
        path.append(current)
        current = places.get(current.parent_id) if current.parent_id else None
    return tuple(reversed(path))


def block_of(place_id: str, places: dict[str, Place]) -> Place | None:
    """Give the place under which an item counts: the outermost one below the community."""
    path = path_of(place_id, places)
    below = [place for place in path if place.kind is not PlaceKind.COMMUNITY]
    return (below or path or (None,))[0]


def address_of(place_id: str, places: dict[str, Place]) -> tuple[Place, ...]:
    """Give what tells a place from the others of its project, outermost first.

    The only community of a project goes without saying; of several, each is named.
    """
    path = path_of(place_id, places)
    above = path[:-1]
    if not above or above[0].kind is not PlaceKind.COMMUNITY:
        return path
    is_only = sum(place.kind is PlaceKind.COMMUNITY for place in places.values()) == 1
    return path[1:] if is_only else path


def building_code(place_id: str, places: dict[str, Place]) -> str | None:
    """Give the code of the building that a place lies in, or None outdoors."""
    for place in path_of(place_id, places):
        if place.kind is PlaceKind.BUILDING:
            return place.code
    return None
