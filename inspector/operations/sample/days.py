"""The days of the story: which visit on which days, by whom, and what it looks at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inspector.core.inspections import VisitKind
from inspector.operations.sample.clock import moment
from inspector.operations.sample.finding import Round
from inspector.operations.sample.people import CHIEF, CIVIL, CLERK, HEAD, QUALITY, SERVICES, Actor
from inspector.operations.sample.scheme import Scope

_MORNING_MINUTES = 180
_LUNCH_MINUTES = 90
_DAY_MINUTES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlan:
    """A visit of the story."""

    round: Round
    kind: VisitKind
    days: tuple[date, ...]
    title: str
    actors: tuple[Actor, ...]
    note: str


def _november(*days: int) -> tuple[date, ...]:
    return tuple(date(2026, 11, day) for day in days)


VISITS: tuple[VisitPlan, ...] = (
    VisitPlan(
        round=Round.PATROL,
        kind=VisitKind.PATROL,
        days=_november(9),
        title="11-09 室外工程巡查",
        actors=(CLERK, CIVIL),
        note="完工后首次巡查，以道路、绿化、停车和拆违点位为主。示例数据，照片为程序绘制。",
    ),
    VisitPlan(
        round=Round.PRELIMINARY,
        kind=VisitKind.PRELIMINARY,
        days=_november(10, 11, 12),
        title="11-10～11-12 竣工预验收",
        actors=(CIVIL, SERVICES, CHIEF),
        note="总监理工程师组织，楼栋、单元逐一查验，管线查验并核对试验记录。",
    ),
    VisitPlan(
        round=Round.SPOT,
        kind=VisitKind.SPOT_CHECK,
        days=_november(13),
        title="11-13 质量安全抽检",
        actors=(QUALITY,),
        note="抽查消防设施、外墙、安防和充电设施。",
    ),
    VisitPlan(
        round=Round.FIRST_RECHECK,
        kind=VisitKind.RECHECK,
        days=_november(16, 17, 18),
        title="11-16～11-18 整改复验",
        actors=(CHIEF,),
        note="对巡查、预验收、抽检发现的问题逐条复验。",
    ),
    VisitPlan(
        round=Round.JOINT,
        kind=VisitKind.JOINT,
        days=_november(19, 20),
        title="11-19～11-20 联合查验",
        actors=(CLERK, QUALITY, SERVICES, CIVIL),
        note="领导小组办公室组织，各职能部门、参建单位、街道、社区、居民代表参加，全部条目逐项查验。",
    ),
    VisitPlan(
        round=Round.LAST_RECHECK,
        kind=VisitKind.RECHECK,
        days=_november(21, 22),
        title="11-21～11-22 联合查验问题复验",
        actors=(HEAD,),
        note="对联合查验发现和延期的问题复验。",
    ),
)
BY_ROUND: Mapping[Round, VisitPlan] = {visit.round: visit for visit in VISITS}
FIRST_DAY, LAST_DAY = VISITS[0].days[0], VISITS[-1].days[-1]

_PATROL_ITEMS = frozenset(
    {
        *("RD-005", "RD-006", "RD-009", "RD-010", "RD-012", "RD-014", "RD-015", "RD-017"),
        *("FS-001", "FS-002", "FS-004", "FS-019", "GR-003", "GR-007", "GR-012", "GR-014"),
        *("PP-008", "PP-009", "LT-003", "BF-007", "BF-012", "PK-003", "PK-005", "WS-003"),
        *("IL-001", "IL-002", "IL-003"),
    }
)
_UNITS = frozenset({"unit", "first_unit"})
_PRELIMINARY_PROFILES = frozenset(
    {"building", *_UNITS, "sewer", "storm", "water", "gas", "lift", "ramp", "circuit"}
)
_PRELIMINARY_ITEMS = frozenset({"GR-010"})
_LEFT_TO_JOINT = frozenset({"CM-003", "PP-013"})
_SPOT_ITEMS = frozenset({"FS-007", "FS-008", "FS-012", "FS-020", "SC-001", "PK-006"})
_SPOT_BUILDINGS = frozenset({"B04", "B11", "B14", "B16", "B22", "B27"})
_SPOT_HOME_ITEMS = frozenset({"BE-004", "FS-012", "FS-018"})


def looks_at(round_: Round, scope: Scope) -> bool:
    """Tell whether a first-hand visit looks at an item at a place."""
    looks = _LOOKS.get(round_)
    return looks is not None and looks(scope)


def _in_preliminary(scope: Scope) -> bool:
    is_there = scope.place.profile in _PRELIMINARY_PROFILES
    return (is_there and scope.item.id not in _LEFT_TO_JOINT) or scope.item.id in _PRELIMINARY_ITEMS


def _in_spot_check(scope: Scope) -> bool:
    if scope.place.profile in {"building", *_UNITS}:
        is_drawn = scope.place.key[:3] in _SPOT_BUILDINGS
        return is_drawn and scope.item.id in _SPOT_HOME_ITEMS
    return scope.item.id in _SPOT_ITEMS


_LOOKS: Mapping[Round, Callable[[Scope], bool]] = {
    Round.PATROL: lambda scope: scope.item.id in _PATROL_ITEMS,
    Round.PRELIMINARY: _in_preliminary,
    Round.SPOT: _in_spot_check,
    Round.JOINT: lambda _scope: True,
}


def times(day: date, count: int) -> list[datetime]:
    """Spread acts over a working day, with the noon break left out."""
    start = moment(day, 8, 40)
    return [start + timedelta(seconds=_second(index, count)) for index in range(count)]


def afternoon(day: date, count: int) -> list[datetime]:
    """Spread acts over an afternoon."""
    start = moment(day, 13, 30)
    return [start + timedelta(seconds=index * 170 * 60 // max(1, count)) for index in range(count)]


def morning(day: date, count: int) -> list[datetime]:
    """Spread acts over a morning."""
    start = moment(day, 8, 35)
    return [
        start + timedelta(seconds=17 + index * 165 * 60 // max(1, count)) for index in range(count)
    ]


def _second(index: int, count: int) -> int:
    second = index * _DAY_MINUTES * 60 // max(1, count)
    return second if second < _MORNING_MINUTES * 60 else second + _LUNCH_MINUTES * 60


def share_out(scopes: Sequence[Scope], parts: int) -> list[list[Scope]]:
    """Cut a list into about equal parts without tearing a place apart."""
    shares: list[list[Scope]] = [[] for _part in range(parts)]
    part = 0
    for index, scope in enumerate(scopes):
        starts_place = index > 0 and scopes[index - 1].place.key != scope.place.key
        if starts_place and index * parts >= (part + 1) * len(scopes):
            part += 1
        shares[part].append(scope)
    return shares
