"""Sums of a programme and its years, of a community and its buildings."""

from decimal import Decimal

import pytest

from inspector.core.projects import AnnualPlan, Place, PlaceFacts, PlaceKind, Programme
from inspector.core.sums import community_sums, programme_sums

PROGRAMME = Programme(
    id="g", name="三年行动", first_year=2026, last_year=2028, communities=73, buildings=941
)


def years(*counts, field="communities"):
    """Give yearly plans from 2026 on."""
    return [
        AnnualPlan(id=str(n), programme_id="g", year=n, **{field: count})
        for n, count in enumerate(counts, start=2026)
    ]


def place(code, kind, parent=None, **facts):
    """Give a place with facts."""
    return Place(
        id=code,
        project_id="p",
        kind=kind,
        code=code,
        name=code,
        parent_id=parent,
        facts=PlaceFacts(**facts),
    )


@pytest.mark.parametrize(
    ("field", "counts", "holds"),
    [
        ("communities", (7, 43, 23), True),
        ("buildings", (186, 485, 270), True),
        ("communities", (7, 43, 24), False),
        ("communities", (7, 43, 22), False),
        ("communities", (7, 43, None), True),  # a year is still open
        ("communities", (7, 43), True),
        ("communities", (7, 70, None), False),  # already more than the whole
    ],
)
def test_a_programme_is_the_sum_of_its_years(field, counts, holds):
    (check,) = programme_sums(PROGRAMME, years(*counts, field=field))
    assert (check.field, check.holds) == (field, holds)


def test_what_nobody_stated_is_not_compared():
    assert programme_sums(PROGRAMME, years(None, None)) == ()
    bare = Programme(id="g", name="三年行动")
    assert programme_sums(bare, years(7, 43, 23)) == ()


def test_a_community_is_the_sum_of_its_buildings():
    places = [
        place("A", PlaceKind.COMMUNITY, households=72, floor_area_m2=Decimal("5000.5")),
        place("1", PlaceKind.BUILDING, "A", households=36, floor_area_m2=Decimal("2500.5")),
        place("2", PlaceKind.BUILDING, "A", households=35, floor_area_m2=Decimal(2500)),
        place("3", PlaceKind.BUILDING, "B", households=99),
        place("B", PlaceKind.COMMUNITY, households=99),
        place("C", PlaceKind.COMMUNITY, households=1),
    ]
    checks = {(one.name, one.field): one for one in community_sums(places)}
    assert checks["A", "households"].total == 71
    assert {key: one.holds for key, one in checks.items()} == {
        ("A", "households"): False,
        ("A", "floor_area_m2"): True,
        ("B", "households"): True,
    }
