"""Sums that must hold between a whole and its parts (guide 5.2); what differs is told, not refused.

A programme is the sum of its years (73 = 7 + 43 + 23), a community that of its buildings.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from inspector.core.projects import AnnualPlan, Place, PlaceKind, Programme

TARGETS = ("communities", "buildings", "flats", "households", "floor_area_m2")
_OF_BUILDINGS = ("units", "households", "floor_area_m2")


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCheck:
    """A whole with its parts; a part that is not stated is None."""

    name: str
    field: str
    whole: Decimal
    parts: tuple[Decimal | None, ...]

    @property
    def total(self) -> Decimal:
        """Add up the parts that are stated."""
        return sum((part for part in self.parts if part is not None), Decimal(0))

    @property
    def holds(self) -> bool:
        """Tell whether the sum holds; while parts are missing it only must not be exceeded."""
        is_complete = bool(self.parts) and None not in self.parts
        return self.total == self.whole if is_complete else self.total <= self.whole


def programme_sums(programme: Programme, plans: Iterable[AnnualPlan]) -> tuple[SumCheck, ...]:
    """Give each target of a programme that is stated, with what its years state."""
    by_year = {plan.year: plan for plan in plans}
    years = sorted({*programme.years(), *by_year})
    rows = [by_year.get(year) for year in years]
    return tuple(_sums(programme.name, TARGETS, programme, rows))


def community_sums(places: Sequence[Place]) -> tuple[SumCheck, ...]:
    """Give each fact of a community that is stated, with what its buildings state."""
    found: list[SumCheck] = []
    for community in places:
        if community.kind is PlaceKind.COMMUNITY:
            buildings = [
                place.facts
                for place in places
                if place.kind is PlaceKind.BUILDING and place.parent_id == community.id
            ]
            if buildings:
                found.extend(_sums(community.name, _OF_BUILDINGS, community.facts, buildings))
    return tuple(found)


def _sums(
    name: str, fields: Iterable[str], whole: object, parts: Sequence[object]
) -> Iterator[SumCheck]:
    for field in fields:
        stated = getattr(whole, field)
        values = [getattr(part, field, None) for part in parts]
        if stated is not None and any(value is not None for value in values):
            yield SumCheck(
                name=name,
                field=field,
                whole=Decimal(stated),
                parts=tuple(None if value is None else Decimal(value) for value in values),
            )
