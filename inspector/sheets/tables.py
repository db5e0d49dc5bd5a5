"""Read a form's sheets by their headers, and collect every fault instead of the first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from inspector.core.canonical import spell_decimal
from inspector.core.imports import SheetFault, SheetFaultCode
from inspector.core.text import clean
from inspector.sheets.columns import CellFault, Column, Value
from inspector.sheets.workbook import Cell, SheetRead

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a form."""

    sheet: str
    columns: tuple[Column, ...]
    is_single: bool = False
    help: str = ""
    head: int = 1
    """The row in which the headers stand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row: its values by field; a faulty cell is absent."""

    table: Table
    number: int
    positions: Mapping[str, int]
    values: Mapping[str, Value]
    shown: Mapping[str, str]

    def get(self, name: str) -> Value:
        """Give a value, or None where the cell is empty or faulty."""
        return self.values.get(name)

    def fault(self, code: SheetFaultCode, name: str, *allowed: str) -> SheetFault:
        """Make a fault about one of this row's cells."""
        column = next(column for column in self.table.columns if column.name == name)
        return SheetFault(
            code=code,
            sheet=self.table.sheet,
            row=self.number,
            column=self.positions.get(name),
            header=column.header,
            value=self.shown.get(name, ""),
            allowed=allowed,
        )


@dataclass(slots=True)
class Reading:
    """The rows read so far and everything found wrong; one import fills one."""

    faults: list[SheetFault] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)


def read_tables(
    sheets: Sequence[SheetRead], tables: Sequence[Table], ignored: frozenset[str]
) -> Reading:
    """Read every sheet of a form; a sheet that is no part of it and holds something is a fault."""
    reading = Reading()
    by_name = {clean(sheet.name): sheet for sheet in sheets}
    names = {table.sheet for table in tables}
    for name, sheet in by_name.items():
        if name not in names | ignored and any(_is_filled(row) for row in sheet.rows):
            reading.faults.append(
                SheetFault(
                    code=SheetFaultCode.SHEET_UNKNOWN,
                    sheet=sheet.name,
                    allowed=tuple(table.sheet for table in tables),
                )
            )
    for table in tables:
        reading.rows[table.sheet] = []
        if table.sheet not in by_name:
            reading.faults.append(SheetFault(code=SheetFaultCode.SHEET_MISSING, sheet=table.sheet))
        else:
            _read_table(by_name[table.sheet], table, reading)
    return reading


def _read_table(sheet: SheetRead, table: Table, reading: Reading) -> None:
    header: tuple[Cell, ...] = sheet.rows[table.head - 1] if sheet.rows else ()
    columns, faults = _columns_at(header, table)
    headed = {at for at, cell in enumerate(header) if _header_text(cell)}
    reading.faults.extend(faults)
    rows = reading.rows[table.sheet]
    for number, cells in enumerate(sheet.rows[table.head :], start=table.head + 1):
        if _is_filled(cells):
            rows.append(_read_row(table, number, cells, columns, reading))
            reading.faults.extend(_stray(table, number, cells, headed))
    if table.is_single and not rows:
        reading.faults.append(SheetFault(code=SheetFaultCode.NO_ROWS, sheet=table.sheet))
    for extra in rows[1:] if table.is_single else ():
        reading.faults.append(
            SheetFault(code=SheetFaultCode.TOO_MANY_ROWS, sheet=table.sheet, row=extra.number)
        )


def _columns_at(
    header: tuple[Cell, ...], table: Table
) -> tuple[dict[int, Column], list[SheetFault]]:
    """Match headers by name, in any order."""
    known = {column.header: column for column in table.columns}
    found: dict[int, Column] = {}
    faults: list[SheetFault] = []
    for at, cell in enumerate(header):
        text = _header_text(cell)
        column = known.get(text)
        if not text:
            continue
        if column is None:
            faults.append(_header_fault(SheetFaultCode.COLUMN_UNKNOWN, table, at, text))
        elif column in found.values():
            faults.append(_header_fault(SheetFaultCode.COLUMN_TWICE, table, at, text))
        else:
            found[at] = column
    faults += [
        SheetFault(
            code=SheetFaultCode.COLUMN_MISSING,
            sheet=table.sheet,
            row=table.head,
            header=column.header,
        )
        for column in table.columns
        if column not in found.values()
    ]
    return found, faults


def _header_text(cell: Cell) -> str:
    return "".join(clean(show(cell)).rstrip("*＊").split())


def _header_fault(code: SheetFaultCode, table: Table, at: int, text: str) -> SheetFault:
    allowed = tuple(column.header for column in table.columns)
    return SheetFault(
        code=code, sheet=table.sheet, row=table.head, column=at + 1, header=text, allowed=allowed
    )


def _read_row(
    table: Table,
    number: int,
    cells: tuple[Cell, ...],
    columns: Mapping[int, Column],
    reading: Reading,
) -> Row:
    row = Row(
        table,
        number,
        {column.name: at + 1 for at, column in columns.items()},
        {},
        {column.name: show(cells[at]) for at, column in columns.items() if at < len(cells)},
    )
    values: dict[str, Value] = {}
    for at, column in columns.items():
        try:
            values[column.name] = column.value(cells[at] if at < len(cells) else None)
        except CellFault as found:
            reading.faults.append(row.fault(found.code, column.name, *found.allowed))
    return Row(table, number, row.positions, values, row.shown)


def _stray(
    table: Table, number: int, cells: tuple[Cell, ...], headed: set[int]
) -> Iterator[SheetFault]:
    """Find values under no header; those under a wrong header are told once, in row 1."""
    for at, cell in enumerate(cells):
        if at not in headed and cell is not None:
            yield SheetFault(
                code=SheetFaultCode.VALUE_WITHOUT_HEADER,
                sheet=table.sheet,
                row=number,
                column=at + 1,
                value=show(cell),
            )


def _is_filled(cells: tuple[Cell, ...]) -> bool:
    return any(cell is not None for cell in cells)


def show(cell: Cell) -> str:
    """Spell a cell as the person sees it, not too long for a sentence."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, Decimal):
        return spell_decimal(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    text = clean(cell)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
