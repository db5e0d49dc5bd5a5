"""The community: buildings, units, roads, pipes, greens, lifts and facilities."""

from dataclasses import dataclass, field
from decimal import Decimal

from inspector.core.projects import PlaceFacts, PlaceKind
from inspector.core.sampling import Quantity

COMMUNITY = "C"
_NUMERALS = "一二三四五"
_FLAT_M2 = Decimal("61.5")
_STOREY_M = Decimal("2.8")
_PLINTH_M = Decimal("0.9")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlace:
    """A place of the sample; `profile` says which items belong to it, `east_m` where it lies."""

    key: str
    kind: PlaceKind
    code: str
    name: str
    profile: str
    parent: str | None = COMMUNITY
    facts: PlaceFacts = field(default_factory=PlaceFacts)
    quantity: Quantity = field(default_factory=Quantity)
    east_m: int = 0
    north_m: int = 0


@dataclass(frozen=True, slots=True)
class _House:
    number: int
    built: int
    storeys: int
    units: int

    @property
    def flats(self) -> int:
        return self.storeys * self.units * 2


_HOUSES = tuple(
    _House(number, *facts)
    for number, facts in enumerate(
        (
            *((1988, 6, 3), (1988, 6, 3), (1988, 6, 4), (1988, 6, 3), (1989, 6, 3), (1989, 6, 2)),
            *((1989, 6, 3), (1989, 6, 4), (1990, 6, 3), (1990, 6, 3), (1990, 6, 3), (1990, 6, 3)),
            *((1991, 6, 4), (1991, 6, 3), (1991, 6, 3), (1992, 6, 2), (1992, 6, 3), (1992, 6, 3)),
            *((1993, 6, 4), (1993, 7, 3), (1993, 7, 3), (1994, 7, 3), (1994, 7, 3), (1994, 6, 3)),
            *((1995, 7, 4), (1995, 7, 3), (1995, 7, 2), (1996, 7, 3), (1996, 7, 3), (1996, 7, 3)),
        ),
        start=1,
    )
)
BUILDINGS = len(_HOUSES)


def building_key(number: int) -> str:
    """Give the key of a building."""
    return f"B{number:02d}"


def unit_key(number: int, unit: int) -> str:
    """Give the key of a unit of a building."""
    return f"B{number:02d}-{unit}"


def site() -> tuple[SitePlace, ...]:
    """Lay out the whole community, parents before children."""
    homes = [place for house in _HOUSES for place in _house_places(house)]
    return (_community(), *homes, *_lifts(), *_ROADS, *_WALKS, *_PIPES, *_GREENS, *_FACILITIES)


def _community() -> SitePlace:
    flats = sum(house.flats for house in _HOUSES)
    facts = PlaceFacts(
        built_year=min(house.built for house in _HOUSES),
        units=sum(house.units for house in _HOUSES),
        households=flats,
        floor_area_m2=_FLAT_M2 * flats,
        address="××街道景芳二区1～30幢",
    )
    return SitePlace(
        key=COMMUNITY,
        kind=PlaceKind.COMMUNITY,
        code="JF2",
        name="景芳二区",
        profile="community",
        parent=None,
        facts=facts,
    )


def _house_places(house: _House) -> list[SitePlace]:
    row, column = divmod(house.number - 1, 6)
    east, north = (column - 3) * 52 + 26, 150 - row * 68
    building = SitePlace(
        key=building_key(house.number),
        kind=PlaceKind.BUILDING,
        code=f"{house.number}",
        name=f"{house.number}幢",
        profile="building",
        facts=PlaceFacts(
            built_year=house.built,
            storeys=house.storeys,
            units=house.units,
            households=house.flats,
            floor_area_m2=_FLAT_M2 * house.flats,
            height_m=_STOREY_M * house.storeys + _PLINTH_M,
            structure="砖混",
            has_lift=house.number in _LIFT_UNITS,
        ),
        quantity=Quantity(count=house.units, area_m2=_FLAT_M2 * house.units * 2),
        east_m=east,
        north_m=north,
    )
    return [building, *(_unit(building, house, unit) for unit in range(1, house.units + 1))]


def _unit(building: SitePlace, house: _House, unit: int) -> SitePlace:
    return SitePlace(
        key=unit_key(house.number, unit),
        kind=PlaceKind.UNIT,
        code=f"{unit}",
        name=f"{_NUMERALS[unit - 1]}单元",
        profile="first_unit" if unit == 1 else "unit",
        parent=building.key,
        facts=PlaceFacts(storeys=house.storeys, households=house.storeys * 2),
        east_m=building.east_m + (unit - 2) * 12,
        north_m=building.north_m - 6,
    )


_LIFT_UNITS = {3: 2, 8: 1, 12: 2, 20: 1, 25: 3, 28: 2}
"""Building → the unit that got a lift."""


def _lifts() -> list[SitePlace]:
    houses = {house.number: house for house in _HOUSES}
    return [
        SitePlace(
            key=f"L{serial}",
            kind=PlaceKind.LIFT,
            code=f"L{serial}",
            name="加装电梯",
            profile="lift",
            parent=unit_key(number, unit),
            quantity=Quantity(count=houses[number].storeys),
            east_m=((number - 1) % 6 - 3) * 52 + 30,
            north_m=150 - (number - 1) // 6 * 68 + 8,
        )
        for serial, (number, unit) in enumerate(_LIFT_UNITS.items(), start=1)
    ]


def _line(kind: PlaceKind, code: str, name: str, profile: str, size: Quantity) -> SitePlace:
    serial = int(code[1:])
    return SitePlace(
        key=code,
        kind=kind,
        code=code,
        name=name,
        profile=profile,
        quantity=size,
        east_m=serial * 47 % 300 - 150,
        north_m=serial * 83 % 280 - 140,
    )


def _road(code: str, name: str, profile: str, length: int, width: str) -> SitePlace:
    wide = Decimal(width)
    size = Quantity(
        length_m=Decimal(length), width_m=wide, area_m2=wide * length, count=1 + length // 40
    )
    return _line(PlaceKind.ROAD, code, name, profile, size)


_ROADS = (
    _road("R1", "一号路（南门～中心花园）", "asphalt", 168, "6.0"),
    _road("R2", "二号路（中心花园～北门）", "asphalt", 154, "6.0"),
    _road("R3", "三号路（1幢～6幢南侧）", "asphalt", 186, "5.0"),
    _road("R4", "四号路（13幢～18幢南侧）", "asphalt", 192, "5.0"),
    _road("R5", "五号路（19幢～24幢北侧）", "concrete", 142, "4.0"),
    _road("R6", "六号路（25幢～30幢北侧）", "concrete", 136, "4.0"),
)
_WALKS = (
    _road("W1", "中心花园步道", "walk", 96, "2.0"),
    _road("W2", "7幢～12幢宅前步道", "walk", 120, "1.8"),
    _road("W3", "南门人行道", "walk", 84, "2.4"),
)


def _pipe(code: str, name: str, profile: str, length: int, wells: int) -> SitePlace:
    size = Quantity(length_m=Decimal(length), count=wells)
    return _line(PlaceKind.PIPE, code, name, profile, size)


_PIPES = (
    _pipe("P1", "污水管 W1～W9（一号路）", "sewer", 164, 6),
    _pipe("P2", "污水管 W10～W18（三号路）", "sewer", 178, 6),
    _pipe("P3", "污水管 W19～W27（四号路）", "sewer", 186, 6),
    _pipe("P4", "污水管 W28～W35（六号路）", "sewer", 132, 5),
    _pipe("P5", "雨水管 Y1～Y12（一、二号路）", "storm", 310, 8),
    _pipe("P6", "雨水管 Y13～Y24（四、五号路）", "storm", 322, 8),
    _pipe("P7", "给水管（室外环网 DN150）", "water", 640, 4),
    _pipe("P8", "燃气管（1～30幢引入管及立管）", "gas", 880, 4),
)


def _green(code: str, name: str, profile: str, area: int) -> SitePlace:
    size = Quantity(area_m2=Decimal(area), count=3)
    return _line(PlaceKind.GREEN, code, name, profile, size)


_GREENS = (
    _green("G1", "中心花园", "green", 1860),
    _green("G2", "1幢～6幢宅间绿地", "green", 2240),
    _green("G3", "13幢东侧绿地（古香樟）", "old_tree", 620),
    _green("G4", "19幢～24幢宅间绿地", "green", 2080),
    _green("G5", "北门下凹绿地", "green", 460),
)


def _spot(code: str, name: str, profile: str, count: int = 1) -> SitePlace:
    serial = sum(ord(letter) for letter in code)
    return SitePlace(
        key=code,
        kind=PlaceKind.OUTDOOR if profile == "square" else PlaceKind.FACILITY,
        code=code,
        name=name,
        profile=profile,
        quantity=Quantity(count=count),
        east_m=serial * 37 % 320 - 160,
        north_m=serial * 59 % 300 - 150,
    )


_FACILITIES = (
    _spot("E1", "2幢西侧电动车棚", "ebike"),
    _spot("E2", "15幢北侧电动车棚", "ebike"),
    _spot("E3", "27幢东侧电动车棚", "ebike"),
    _spot("T1", "南门垃圾分类房", "waste"),
    _spot("T2", "14幢东侧垃圾分类房", "waste"),
    _spot("T3", "30幢西侧垃圾分类房", "waste"),
    _spot("K1", "中心停车场", "parking", 62),
    _spot("K2", "北门停车场", "parking", 38),
    _spot("D1", "南门出入口", "gate"),
    _spot("D2", "北门出入口", "gate"),
    _spot("H1", "1号室外消火栓（3幢东侧）", "hydrant"),
    _spot("H2", "2号室外消火栓（9幢南侧）", "hydrant"),
    _spot("H3", "3号室外消火栓（16幢西侧）", "hydrant"),
    _spot("H4", "4号室外消火栓（26幢南侧）", "hydrant"),
    _spot("Z1", "5幢轮椅坡道", "ramp"),
    _spot("Z2", "12幢轮椅坡道", "ramp"),
    _spot("Z3", "社区用房轮椅坡道", "ramp"),
    _spot("Z4", "南门轮椅坡道", "ramp"),
    _spot("S1", "社区服务用房", "service"),
    _spot("S2", "中心花园健身场地", "square"),
    _spot("X1", "1号路灯配电箱回路", "circuit", 24),
    _spot("X2", "2号路灯配电箱回路", "circuit", 22),
)
