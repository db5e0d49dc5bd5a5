"""The workbook of a programme: units, 万, and what is wrong with a cell."""

from dataclasses import replace
from datetime import date

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import SheetFaultCode
from inspector.sheets.programme_form import (
    PROGRAMME,
    YEARS,
    read_programme,
    write_programme_template,
)
from inspector.sheets.writing import ColumnWritten, SheetWritten, write_workbook

FLATS = [column.name for column in PROGRAMME.columns].index("flats")


def a_workbook(out, programme, *years):
    """Write a workbook with these rows."""
    sheets = [
        SheetWritten(
            table.sheet, tuple(ColumnWritten(header=c.header) for c in table.columns), rows
        )
        for table, rows in ((PROGRAMME, [programme]), (YEARS, list(years)))
    ]
    return write_workbook(sheets, out)


def programme(flats=None, households=None, area=None):
    return ("三年行动", "上城区", 2026, 2028, 2000, 73, "941幢", flats, households, area)


def year(number, communities=7, declare_by=None):
    return (number, "〔2026〕1号", declare_by, communities, None, None, None, None)


def test_the_example_of_the_template_is_read_and_adds_up(tmp_path):
    draft = read_programme(write_programme_template(tmp_path / "模板.xlsx"))
    found = draft.programme
    assert (found.communities, found.buildings, found.cutoff_year) == (73, 941, 2000)
    assert (found.flats, found.floor_area_m2) == (36_000, 2_450_000)
    assert [plan.communities for plan in draft.plans] == [7, 43, 23]
    assert sum(plan.flats for plan in draft.plans) == 36_000


@pytest.mark.parametrize(
    ("cell", "count"),
    [("3.6万", 36_000), ("3.6 万套", 36_000), ("36,000套", 36_000), (36_000, 36_000), ("7", 7)],
)
def test_counts_carry_units_and_ten_thousands(tmp_path, cell, count):
    draft = read_programme(a_workbook(tmp_path / "a.xlsx", programme(cell), year(2026)))
    assert draft.programme.flats == count


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3.6万户", SheetFaultCode.WRONG_UNIT),  # flats are no households
        ("12幢", SheetFaultCode.WRONG_UNIT),
        ("约3万", SheetFaultCode.NOT_AN_AMOUNT),
        ("三万", SheetFaultCode.NOT_AN_AMOUNT),
        ("0.00001万", SheetFaultCode.NOT_WHOLE),
        ("12.5", SheetFaultCode.NOT_WHOLE),
        ("99999999999", SheetFaultCode.OUT_OF_RANGE),
    ],
)
def test_what_is_no_count_of_its_unit_is_named_with_its_cell(tmp_path, cell, code):
    with pytest.raises(InspectorError) as refused:
        read_programme(a_workbook(tmp_path / "a.xlsx", programme(cell), year(2026)))
    assert refused.value.problem is Problem.SHEET_INVALID
    (fault,) = refused.value.facts["faults"]
    assert (fault.code, fault.sheet, fault.row, fault.column) == (code, "计划", 2, FLATS + 1)


def test_area_is_kept_in_square_metres_and_days_are_read(tmp_path):
    given = programme(None, "1.2万户", "245万平方米")
    book = a_workbook(tmp_path / "a.xlsx", given, year(2026, declare_by="2026年5月30日"))
    draft = read_programme(book)
    assert (draft.programme.households, draft.programme.floor_area_m2) == (12_000, 2_450_000)
    assert draft.plans[0].declare_by == date(2026, 5, 30)
    assert replace(draft.plans[0], year=2027).document_number == "〔2026〕1号"


def test_a_year_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(InspectorError) as refused:
        read_programme(a_workbook(tmp_path / "a.xlsx", programme(), year(2026), year(2026)))
    assert [one.code for one in refused.value.facts["faults"]] == [SheetFaultCode.TAKEN]
