"""Working days: the shipped years, worked weekends, and years that nobody knows."""

import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.workdays import WorkCalendar, YearTable, spell_days
from inspector.folders import resources

SHIPPED = tomllib.loads((resources() / "calendar" / "holidays.toml").read_text(encoding="utf-8"))
CALENDAR = WorkCalendar({int(year): YearTable.read(int(year), SHIPPED[year]) for year in SHIPPED})
IN_TABLE = st.dates(date(2024, 1, 1), date(2026, 11, 30))


def days(*texts):
    """Read days."""
    return [date.fromisoformat(text) for text in texts]


def test_the_years_2024_to_2026_are_shipped():
    assert sorted(CALENDAR.years) == [2024, 2025, 2026]


@pytest.mark.parametrize("year", CALENDAR.years)
def test_worked_days_of_a_table_are_weekend_days_near_a_holiday(year):
    table = CALENDAR.years[year]
    assert table.work
    for day in table.work:
        assert day.weekday() >= 5
        assert min(abs((day - off).days) for off in table.off) <= 12


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-03-02", "2026-03-09", 5),  # Monday to Monday
        ("2026-03-06", "2026-03-13", 5),  # over one weekend
        ("2026-03-06", "2026-03-12", 4),
        ("2026-04-30", "2026-05-11", 5),  # five days off, then Saturday 9 May is worked
        ("2026-02-13", "2026-02-28", 6),  # Spring Festival: 14 and 28 February are worked
        ("2025-09-30", "2025-10-13", 4),  # 1 to 8 October off, Saturday 11 worked
        ("2025-12-31", "2026-01-05", 2),  # over the new year: Sunday 4 January is worked
        ("2026-03-02", "2026-03-02", 0),
        ("2026-03-09", "2026-03-02", 0),
    ],
)
def test_working_days_do_not_count_the_first_day(start, end, count):
    assert CALENDAR.working_days(*days(start, end)) == count


@given(IN_TABLE, st.integers(1, 12))
def test_a_period_ends_on_the_working_day_that_completes_it(start, count):
    end = CALENDAR.after(start, count)
    assert CALENDAR.is_working(end)
    assert CALENDAR.working_days(start, end) == count
    assert CALENDAR.working_days(start, end - timedelta(days=1)) == count - 1


def test_a_year_without_a_table_asks():
    with pytest.raises(InspectorError) as refused:
        CALENDAR.working_days(*days("2026-12-28", "2027-01-08"))
    assert refused.value.problem is Problem.CALENDAR_YEAR_UNKNOWN
    assert refused.value.facts == {"year": 2027}


@pytest.mark.parametrize(
    "told",
    [
        {"off": ["2027-02-30"]},
        {"off": ["2026-12-31..2027-01-02"]},
        {"off": ["2027-05-05..2027-05-01"]},
        {"off": ["2027-05-01"], "work": ["2027-05-01"]},
        {"of": ["2027-05-01"]},
        {"off": "五一"},
    ],
)
def test_what_is_no_table_of_the_year_is_refused(told):
    with pytest.raises(InspectorError) as refused:
        YearTable.read(2027, told)
    assert refused.value.problem is Problem.CALENDAR_INVALID


def test_days_that_follow_each_other_are_spelled_as_one_run():
    days = {date(2026, 5, n) for n in (1, 2, 3, 9)} | {date(2025, 12, 31), date(2026, 1, 1)}
    assert spell_days(days) == ("2025-12-31..2026-01-01", "2026-05-01..2026-05-03", "2026-05-09")
    assert spell_days([]) == ()
