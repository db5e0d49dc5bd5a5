"""The workbook of a programme and its yearly plans: counts with their units, also in 万."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from inspector.core.amounts import COUNT_UNITS, read_amount
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import SheetFault, SheetFaultCode
from inspector.core.projects import FIRST_YEAR, LAST_YEAR, AnnualPlan, Programme
from inspector.core.sums import TARGETS
from inspector.core.text import clean
from inspector.sheets.columns import (
    CellFault,
    Column,
    Value,
    read_day,
    read_text,
    read_whole,
)
from inspector.sheets.tables import Reading, Row, Table, read_tables
from inspector.sheets.workbook import Cell, read_workbook
from inspector.sheets.writing import ColumnWritten, SheetWritten, write_workbook

FILE_NAME = "改造计划导入模板.xlsx"
_MOST = Decimal(999_999_999)
_HEADERS = {
    "communities": "小区（个）",
    "buildings": "楼栋（幢）",
    "flats": "套数（套）",
    "households": "户数（户）",
    "floor_area_m2": "建筑面积（㎡）",
}
_EXAMPLES = {
    "communities": ("73", "7", "43", "23"),
    "buildings": ("941", "186", "485", "270"),
    "flats": ("3.6万套", "7200", "1.85万", "1.03万"),
    "households": ("3.6万户", "7200", "1.85万", "1.03万"),
    "floor_area_m2": ("245万㎡", "48万", "126万", "71万"),
}
_NAME = "三年行动计划（示例）"


def read_count(column: Column, cell: Cell) -> int:
    """Read a whole count: 3.6万套 is 36000; a unit that is not the column's is a fault.

    套 (flats) and 户 (households) are not the same, so neither passes for the other.
    """
    if isinstance(cell, Decimal):
        return read_whole(column, cell)
    found = read_amount(clean(str(cell)))
    if found is None:
        raise CellFault(SheetFaultCode.NOT_AN_AMOUNT)
    number, unit = found
    known = {unicodedata.normalize("NFKC", one) for one in COUNT_UNITS[column.name]}
    if unit and unit not in known:
        raise CellFault(SheetFaultCode.WRONG_UNIT, *COUNT_UNITS[column.name])
    return read_whole(column, number)


def _year(header: str, name: str, *examples: Cell, is_required: bool = False) -> Column:
    return Column(
        header=header,
        name=name,
        read=read_whole,
        is_required=is_required,
        low=Decimal(FIRST_YEAR),
        high=Decimal(LAST_YEAR),
        examples=examples,
    )


def _counts(first: int, last: int) -> tuple[Column, ...]:
    return tuple(
        Column(
            header=_HEADERS[name],
            name=name,
            read=read_count,
            high=_MOST,
            examples=_EXAMPLES[name][first:last],
        )
        for name in TARGETS
    )


PROGRAMME = Table(
    sheet="计划",
    is_single=True,
    columns=(
        Column(header="计划名称", name="name", read=read_text, is_required=True, examples=(_NAME,)),
        Column(header="区县", name="district", read=read_text, examples=("上城区",)),
        _year("起始年度", "first_year", Decimal(2026)),
        _year("终止年度", "last_year", Decimal(2028)),
        _year("建成年份截止", "cutoff_year", Decimal(2000)),
        *_counts(0, 1),
    ),
)
YEARS = Table(
    sheet="年度",
    columns=(
        _year("年度", "year", Decimal(2026), Decimal(2027), Decimal(2028), is_required=True),
        Column(header="计划文号", name="document_number", read=read_text),
        Column(header="申报截止日", name="declare_by", read=read_day),
        *_counts(1, 4),
    ),
)


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """A programme and its years as a workbook states them; ids are made when it is kept."""

    programme: Programme
    plans: tuple[AnnualPlan, ...]


def read_programme(path: Path) -> ProgrammeDraft:
    """Read a filled workbook: whole, or everything that is wrong, by sheet, row and column."""
    reading = read_tables(read_workbook(path), (PROGRAMME, YEARS), frozenset())
    rows = reading.rows[YEARS.sheet]
    reading.faults.extend(_repeated(rows))
    if reading.faults:
        faults = tuple(reading.faults)
        raise InspectorError(
            Problem.SHEET_INVALID, file=str(path), count=len(faults), faults=faults
        )
    return _draft(reading)


def write_programme_template(out: Path) -> Path:
    """Write the empty workbook, with an example."""
    sheets = [_sheet(table) for table in (PROGRAMME, YEARS)]
    return write_workbook(sheets, out)


def _draft(reading: Reading) -> ProgrammeDraft:
    (first,) = reading.rows[PROGRAMME.sheet]
    told = {column.name: first.get(column.name) for column in PROGRAMME.columns}
    plans = tuple(
        AnnualPlan(id="", programme_id="", **_values(row))  # type: ignore[arg-type]  # as its columns read them
        for row in reading.rows[YEARS.sheet]
    )
    return ProgrammeDraft(Programme(id="", **told), plans)  # type: ignore[arg-type]  # as its columns read them


def _values(row: Row) -> dict[str, Value]:
    return {column.name: row.get(column.name) for column in YEARS.columns}


def _repeated(rows: list[Row]) -> list[SheetFault]:
    seen: set[Value] = set()
    faults = []
    for row in rows:
        year = row.get("year")
        if year is not None and year in seen:
            faults.append(row.fault(SheetFaultCode.TAKEN, "year"))
        seen.add(year)
    return faults


def _sheet(table: Table) -> SheetWritten:
    count = max(len(column.examples) for column in table.columns)
    columns = tuple(
        ColumnWritten(header=one.header, width=16, is_required=one.is_required)
        for one in table.columns
    )
    rows = [
        tuple(one.examples[at] if at < len(one.examples) else None for one in table.columns)
        for at in range(count)
    ]
    return SheetWritten(table.sheet, columns, rows)
