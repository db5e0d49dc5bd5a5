"""The scheme: which items are in scope at which kind of place, with the design's values."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from inspector.core.checklists import Item, Pack
from inspector.core.sampling import due_points
from inspector.operations.sample.places import COMMUNITY, SitePlace

_MOST_POINTS = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item at a kind of place, with variant, design value and points due."""

    item_id: str
    variant: str | None = None
    design: str | None = None
    due: int | None = None


@dataclass(frozen=True, slots=True)
class Quantum:
    """How much of an item is planned, and how much less (or more) was built."""

    planned: Decimal
    unit: str
    done: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One row of the scheme before it is written."""

    place: SitePlace
    item: Item
    variant: str | None
    design: str | None
    due: int | None
    quantum: Quantum | None


def _plain(*item_ids: str) -> tuple[Wanted, ...]:
    return tuple(Wanted(item_id) for item_id in item_ids)


_UNIT = (
    *_plain("FS-013", "FS-017", "FS-018", "PP-013", "BE-007", "LT-006", "SC-004", "CM-003"),
    Wanted("FS-014", "A", due=1),
    Wanted("BE-008", "A", due=3),
    Wanted("BF-018"),
)
_FIRST_UNIT = (*_UNIT, Wanted("BF-015", due=1), Wanted("BF-016", "B", due=1))
_BUILDING = (
    *_plain("FS-005", "FS-012", "BE-001", "BE-003", "BE-004", "BE-005", "BE-009", "BE-010"),
    *_plain("CM-005", "GR-016", "LT-007", "PP-016", "SP-004"),
    Wanted("FS-011", due=5),
    Wanted("BE-002", design="250", due=4),
)
_ROAD = (
    *_plain("RD-007", "RD-010", "RD-018", "RD-019", "RD-020", "FS-001", "FS-002", "FS-004"),
    Wanted("FS-003", "A", due=2),
    Wanted("BF-001", "A", due=4),
    Wanted("BF-002", due=3),
    Wanted("LT-002", "A", due=5),
    Wanted("LT-003"),
    Wanted("PP-019", "A", due=2),
)
_ASPHALT = (
    *_ROAD,
    *_plain("RD-002", "RD-003", "RD-005", "RD-006"),
    Wanted("RD-001", "E"),
    Wanted("RD-008", "A", design="4000"),
    Wanted("RD-009", "A"),
)
_CONCRETE = (
    *_ROAD,
    *_plain("RD-011", "RD-012", "RD-013", "RD-014"),
    Wanted("RD-008", "B", design="4000"),
    Wanted("RD-009", "B"),
)
_WALK = (
    *_plain("RD-015", "BF-013", "BF-014"),
    Wanted("RD-016", "A"),
    Wanted("RD-017", "A"),
    Wanted("BF-011", "B", due=3),
    Wanted("BF-012", due=3),
    Wanted("SP-001", design="0.10", due=2),
    Wanted("SP-002", due=2),
)
_SEWER = (
    *_plain("PP-001", "PP-002", "PP-004", "PP-006", "PP-009", "PP-020"),
    Wanted("PP-003", design="21.65", due=2),
    Wanted("PP-005", "A", due=5),
    Wanted("PP-007", "C", due=3),
    Wanted("PP-008", "A"),
    Wanted("PP-012", due=3),
)
_STORM = (
    *_plain("PP-001", "PP-002", "PP-006", "PP-009", "PP-010", "PP-011", "PP-020"),
    Wanted("PP-005", "A", due=5),
    Wanted("PP-007", "C", due=3),
    Wanted("PP-008", "A"),
)
_GREEN = (
    *_plain("GR-003", "GR-004", "GR-006", "GR-007", "GR-008", "GR-009", "GR-010", "GR-011"),
    *_plain("GR-012", "GR-013", "GR-017"),
    Wanted("GR-001", due=2),
    Wanted("GR-002", "I", due=3),
    Wanted("GR-005", "B", due=10),
    Wanted("SP-003", due=3),
)
_RAMP = (
    Wanted("BF-003", "A", due=3),
    Wanted("BF-004", due=1),
    Wanted("BF-005", due=1),
    Wanted("BF-006", due=2),
    Wanted("BF-007"),
    Wanted("BF-008", "A", due=3),
    Wanted("BF-009", due=2),
    Wanted("BF-010", due=3),
)
_PARKING = (
    *_plain("PK-003", "PK-005", "PK-006", "PK-007"),
    Wanted("PK-002", "A", due=5),
    Wanted("PK-004", due=6),
    Wanted("BF-017", design="1"),
)
_COMMUNITY = (
    *_plain("LM-001", "LM-002", "LM-003", "LM-004", "LM-005", "LM-006", "LM-007", "LM-008"),
    *_plain("LM-009", "LM-010", "IL-001", "IL-002", "IL-003", "IL-004", "IL-005", "IL-006"),
    *_plain("LT-001", "SC-003", "SC-006", "CM-001", "CM-002", "CM-004", "CM-006", "WS-005"),
    *_plain("GR-018", "SP-006", "SP-007", "CS-006", "CS-007", "FS-016", "PP-015"),
    Wanted("SC-002", "A", due=3),
    Wanted("FS-006", due=3),
    Wanted("GR-015", design="7200", due=1),
    Wanted("WS-001", design="3"),
    Wanted("SP-005", design="60.0", due=1),
    Wanted("CS-003", design="240"),
    Wanted("PK-001", design="100"),
)

_PROFILES: Mapping[str, tuple[Wanted, ...]] = {
    "community": _COMMUNITY,
    "building": _BUILDING,
    "first_unit": _FIRST_UNIT,
    "unit": _UNIT,
    "asphalt": _ASPHALT,
    "concrete": _CONCRETE,
    "walk": _WALK,
    "sewer": _SEWER,
    "storm": _STORM,
    "water": (Wanted("PP-014", "D", due=2), *_plain("PP-015", "PP-020")),
    "gas": _plain("PP-017", "PP-018", "PP-020"),
    "green": _GREEN,
    "old_tree": (*_GREEN, Wanted("GR-014")),
    "lift": (
        *_plain("EL-001", "EL-002", "EL-003", "EL-004", "EL-006", "EL-007", "EL-008"),
        Wanted("EL-005", due=6),
    ),
    "ebike": (*_plain("FS-019", "FS-020", "FS-012", "PK-008"), Wanted("FS-010", design="4")),
    "waste": _plain("WS-002", "WS-003", "WS-004", "WS-006"),
    "parking": _PARKING,
    "gate": (*_plain("SC-005", "SC-007", "BF-020"), Wanted("SC-001", design="6")),
    "hydrant": (Wanted("FS-007", due=1), Wanted("FS-008", "A", due=1)),
    "ramp": _RAMP,
    "service": (*_plain("CS-002"), Wanted("CS-001", design="320.0", due=1)),
    "square": _plain("CS-004", "CS-005", "BF-019"),
    "circuit": (Wanted("LT-004", "A", due=5), Wanted("LT-005", due=4)),
}

SMALL_ITEMS = frozenset(
    {
        *("RD-005", "RD-006", "FS-013", "FS-014", "PP-001", "PP-008", "GR-003", "GR-010"),
        *("BF-003", "LT-001", "LT-006", "BE-001", "BE-008", "SC-003", "EL-002", "PK-001"),
        *("WS-001", "IL-001", "SP-003", "CS-003", "CM-003", "LM-001", "LM-002", "RD-020"),
    }
)


def scheme(pack: Pack, places: tuple[SitePlace, ...], *, small: bool = False) -> tuple[Scope, ...]:
    """Put the items on their places, as the design asks."""
    items = pack.by_id()
    return tuple(
        _scope(place, items[wanted.item_id], wanted)
        for place in places
        for wanted in sorted(_PROFILES[place.profile], key=lambda wanted: wanted.item_id)
        if not small or wanted.item_id in SMALL_ITEMS
    )


def _scope(place: SitePlace, item: Item, wanted: Wanted) -> Scope:
    due = wanted.due
    if due is None and item.answer.points:
        due = min(_MOST_POINTS, due_points(item.sampling, place.quantity) or 1)
    return Scope(
        place=place,
        item=item,
        variant=wanted.variant,
        design=wanted.design,
        due=due,
        quantum=_quantum(place, item.id),
    )


_BY_AREA = {"RD-005": "㎡", "RD-012": "㎡", "RD-015": "㎡", "BE-001": "㎡", "GR-012": "㎡"}
_BY_LENGTH = {"PP-001": "m", "PP-014": "m", "PP-018": "m", "FS-004": "m"}
_ONE_EACH = {
    "EL-002": "台",
    "FS-019": "处",
    "WS-002": "处",
    "BF-003": "处",
    "FS-008": "座",
    "CS-001": "处",
    "CS-004": "处",
    "PK-008": "座",
    "BE-007": "个单元",
    "SC-005": "处",
}
_FIXED = {
    "LT-001": ("46", "盏", "46"),
    "CM-001": ("1164", "户", "1164"),
    "IL-001": ("37", "处", "37"),
    "PK-001": ("100", "个", "102"),
    "WS-001": ("3", "处", "3"),
    "CS-003": ("240", "格", "240"),
    "SP-005": ("60", "m³", "62.5"),
    "LM-010": ("30", "块", "30"),
    "SC-006": ("58", "路", "58"),
}


def _quantum(place: SitePlace, item_id: str) -> Quantum | None:
    """Give what is planned where an item carries the quantity of its work."""
    size = place.quantity
    if item_id in _BY_AREA and size.area_m2 is not None:
        return Quantum(size.area_m2, _BY_AREA[item_id], size.area_m2)
    if item_id in _BY_LENGTH and size.length_m is not None:
        return Quantum(size.length_m, _BY_LENGTH[item_id], size.length_m)
    if item_id in _ONE_EACH:
        return Quantum(Decimal(1), _ONE_EACH[item_id], Decimal(1))
    if item_id in _FIXED and place.key == COMMUNITY:
        planned, unit, done = _FIXED[item_id]
        return Quantum(Decimal(planned), unit, Decimal(done))
    return None
