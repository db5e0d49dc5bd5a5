"""Write workbooks (xlsx) whose texts are texts: nothing that a person typed runs as a formula."""

import errno
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from inspector.core.errors import InspectorError, Problem
from inspector.core.text import clean
from inspector.sheets.workbook import Cell

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FIXED_DATE = datetime(2026, 1, 1)  # noqa: DTZ001 - a file date without zone, the same in every file
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LONGEST_CELL = 32_767
_LONGEST_LIST = 255
_LONGEST_FOOT = 200
_A4 = 9
_EXACT_DIGITS = 15
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_HEADER = {
    **_FONT,
    "bold": True,
    "bg_color": "#DCE6F1",
    "border": 1,
    "text_wrap": True,
    "align": "center",
}
_ROWS_WITH_LISTS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWritten:
    """One column: header, width in characters, and what its cells may hold."""

    header: str
    width: int = 14
    choices: tuple[str, ...] = ()
    note: str = ""
    is_required: bool = False
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class SheetWritten:
    """One sheet: its columns, and rows of cells under them.

    `foot` stands at the left of every printed page, whose number stands at the right.
    """

    name: str
    columns: tuple[ColumnWritten, ...]
    rows: Sequence[Sequence[Cell]] = ()
    foot: str = ""


def write_workbook(sheets: Sequence[SheetWritten], out: Path) -> Path:
    """Write a workbook, whole or not at all; equal sheets give equal cells and dates."""
    content = workbook_bytes(sheets)
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno in _FULL:
            raise InspectorError(Problem.DISK_FULL, file=out) from error
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=str(out.parent)) from error
    return out


def workbook_bytes(sheets: Sequence[SheetWritten]) -> bytes:
    """Make a workbook in memory, as the archive takes it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"created": FIXED_DATE, "title": sheets[0].name})
        styles = _Styles(
            header=book.add_format(_HEADER),
            required=book.add_format({**_HEADER, "font_color": "#C00000"}),
            text=book.add_format({**_FONT, "num_format": "@"}),
            plain=book.add_format(_FONT),
            day=book.add_format({**_FONT, "num_format": "yyyy-mm-dd"}),
        )
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    return stream.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Styles:
    header: Format
    required: Format
    text: Format
    plain: Format
    day: Format


def _write_sheet(page: Worksheet, sheet: SheetWritten, styles: _Styles) -> None:
    page.freeze_panes(1, 0)
    page.set_row(0, 30)
    if sheet.foot:
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer(f"&L{_in_foot(sheet.foot)}&R&P / &N")
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width, styles.text if column.is_text else styles.plain)
        page.write_string(
            0, at, column.header, styles.required if column.is_required else styles.header
        )
        if column.note:
            page.write_comment(0, at, column.note, {"x_scale": 2, "author": ""})
        if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
            page.data_validation(
                1, at, _ROWS_WITH_LISTS, at, {"validate": "list", "source": list(column.choices)}
            )
    for row, cells in enumerate(sheet.rows, start=1):
        for at, cell in enumerate(cells):
            _write_cell(page, (row, at), cell, styles)


def _in_foot(text: str) -> str:
    """Spell a text for a foot, where & begins a command and little room is given."""
    return clean(text).replace("&", "&&")[:_LONGEST_FOOT]


def _write_cell(page: Worksheet, at: tuple[int, int], cell: Cell, styles: _Styles) -> None:
    row, column = at
    if cell is None:
        return
    if isinstance(cell, bool):
        page.write_string(row, column, "是" if cell else "否", styles.plain)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, styles.day)
    elif isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _EXACT_DIGITS:
        page.write_number(row, column, float(cell), styles.plain)
    else:
        text = clean(cell) if isinstance(cell, str) else format(cell, "f")
        page.write_string(row, column, text[:_LONGEST_CELL], styles.text)
