"""The office's own table of holidays."""

from datetime import date

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.workdays import own_table_path, own_years, set_year, work_calendar


def test_an_office_adds_a_year_that_is_not_shipped(workspace):
    with pytest.raises(InspectorError):
        work_calendar(workspace).is_working(date(2027, 1, 4))
    set_year(workspace, 2027, ["2027-01-01..2027-01-03"], ["2027-01-09"])
    calendar = work_calendar(workspace)
    assert own_years(workspace) == [2027]
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2027, 1, 9))
    assert calendar.is_working(date(2026, 5, 9))


def test_a_year_of_the_office_goes_before_the_shipped_one(workspace):
    set_year(workspace, 2026, ["2026-03-02"], [])
    calendar = work_calendar(workspace)
    assert not calendar.is_working(date(2026, 3, 2))
    assert not calendar.is_working(date(2026, 5, 9))


@pytest.mark.parametrize("text", ["[2027", "holidays = 3", "[next]\noff = []"])
def test_a_table_that_cannot_be_read_is_named(workspace, text):
    own_table_path(workspace).write_text(text, encoding="utf-8")
    with pytest.raises(InspectorError) as refused:
        work_calendar(workspace)
    assert refused.value.problem is Problem.CALENDAR_UNREADABLE
    assert refused.value.facts["file"] == own_table_path(workspace)
