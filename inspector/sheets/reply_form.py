"""The reply sheet (整改回复单): its columns, its words, and the workbook that people fill in.

It goes to people without this program, in Chinese whatever the language in use: the labels are
what the sheet is read back by. Fields: guide 2.9, after GB/T 50319-2013 B.0.9.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from inspector.core.imports import SheetFaultCode
from inspector.core.text import clean
from inspector.sheets.columns import CellFault, Column, read_day, read_text, read_whole
from inspector.sheets.tables import Table
from inspector.sheets.workbook import Cell
from inspector.sheets.writing import FIXED_DATE, OPTIONS

SHEET = "整改回复"
NOTICE_LABEL = "通知单编号"
TITLE = "整改回复单"
NUMBER, SERIAL, MEASURE, DONE_ON, DONE_BY, PHOTOS = (
    *("number", "serial", "measure", "done_on", "done_by", "photos"),
)
FILLED = (MEASURE, DONE_ON, DONE_BY)
"""What people fill in besides photos."""
HELP = (
    "只填写底色为黄色的格子：整改情况、完成日期、整改人、整改后照片。其他内容请勿改动。",
    "完成日期按 2026-3-1 的样子填写。没有整改完的问题留空，整改后再另交一份。",
    "照片直接插入该问题所在行的“整改后照片”格，张数不限，可以加高行或互相重叠，请勿放到别的行。",
    "照片也可以另附一个文件夹或 ZIP，按序号命名：序号 3 的照片叫 3-1.jpg、3-2.jpg。",
)
SIGNATURES = ("整改单位（章）：", "项目经理（签字）：", "监理复查意见：", "监理工程师（签字）：")

LONGEST_MEASURE = 2_000


def read_fixed(column: Column, cell: Cell) -> None:
    """Pass by what the sheet says itself: nothing of it is read back."""
    del column, cell


def read_measure(column: Column, cell: Cell) -> str:
    """Read what was done; lines stay lines."""
    text = clean(cell) if isinstance(cell, str) else read_text(column, cell)
    if len(text) > LONGEST_MEASURE:
        raise CellFault(SheetFaultCode.TEXT_TOO_LONG, str(LONGEST_MEASURE))
    return text


ROWS = Table(
    sheet=SHEET,
    columns=(
        Column(header="序号", name=SERIAL, read=read_whole, high=Decimal(100_000), width=6),
        Column(header="问题编号", name=NUMBER, read=read_text, width=18),
        Column(header="部位", name="place", read=read_fixed, width=20),
        Column(header="问题", name="text", read=read_fixed, width=32),
        Column(header="整改要求", name="demand", read=read_fixed, width=24),
        Column(header="整改情况", name=MEASURE, read=read_measure, width=34),
        Column(header="完成日期", name=DONE_ON, read=read_day, width=13),
        Column(header="整改人", name=DONE_BY, read=read_text, width=12),
        Column(header="整改后照片", name=PHOTOS, read=read_fixed, width=30),
    ),
)
OPEN_COLUMNS = frozenset({*FILLED, PHOTOS})
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
_ROW_HEIGHT = 90
_YELLOW = "#FFF9DB"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """One problem of the notice as the sheet shows it, under its serial number in the notice."""

    serial: int
    number: str
    place: str
    text: str
    demand: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyForm:
    """An empty reply sheet."""

    notice_number: str
    project: str
    to: str
    issuer: str
    due: str
    demand: str | None
    lines: tuple[ReplyLine, ...]

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Give what stands above the rows."""
        return (
            (NOTICE_LABEL, self.notice_number),
            ("工程名称", self.project),
            ("责任单位", self.to),
            ("签发单位", self.issuer),
            ("整改期限", self.due),
            ("总要求", self.demand or "—"),
        )

    def cells(self) -> list[tuple[str, ...]]:
        """Give the rows as they are printed, without what people fill in."""
        return [
            (str(line.serial), line.number, line.place, line.text, line.demand or "—")
            for line in self.lines
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """What a person fills in for one problem."""

    measure: str
    done_on: date
    done_by: str


def reply_workbook(form: ReplyForm, answers: Mapping[str, FilledRow] | None = None) -> bytes:
    """Make the workbook: only the cells to be filled can be changed; pictures may be put in.

    With answers, by the problem's number, it comes filled in.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties({"created": FIXED_DATE, "title": f"{TITLE} {form.notice_number}"})
        page = book.add_worksheet(SHEET)
        _Page(book, page).fill(form, answers or {})
    return stream.getvalue()


class _Page:
    """The one sheet in the making."""

    def __init__(self, book: xlsxwriter.Workbook, page: Worksheet) -> None:
        self._page = page
        self._title = book.add_format({**_FONT, "font_size": 18, "bold": True, "align": "center"})
        self._label = book.add_format({**_FONT, "bold": True, "bg_color": "#DCE6F1", "border": 1})
        self._fixed = book.add_format({**_FONT, "border": 1, "num_format": "@"})
        self._plain = book.add_format({**_FONT, "font_color": "#7A4B00"})
        cell = {**_FONT, "border": 1, "bg_color": _YELLOW, "locked": False}
        self._open = book.add_format({**cell, "num_format": "@"})
        self._day = book.add_format({**cell, "num_format": "yyyy-mm-dd"})

    def fill(self, form: ReplyForm, answers: Mapping[str, FilledRow]) -> None:
        """Write everything."""
        row = self._head(form)
        last = len(ROWS.columns) - 1
        for at, column in enumerate(ROWS.columns):
            self._page.set_column(at, at, column.width)
            self._page.write_string(row, at, column.header, self._label)
        self._page.freeze_panes(row + 1, 2)
        self._page.repeat_rows(row)
        for number, cells in enumerate(form.cells(), start=row + 1):
            self._row(number, cells)
        for number, line in enumerate(form.lines, start=row + 1):
            if line.number in answers:
                self._answer(number, answers[line.number])
        self._print(row + len(form.lines), last)

    def _head(self, form: ReplyForm) -> int:
        """Write title, facts, help and room for signatures; give the row of the table's head."""
        page, last = self._page, len(ROWS.columns) - 1
        page.merge_range(0, 0, 0, last, TITLE, self._title)
        page.set_row(0, 32)
        row = 1
        for label, value in form.facts():
            page.merge_range(row, 0, row, 1, label, self._label)
            page.merge_range(row, 2, row, last, clean(value), self._fixed)
            row += 1
        for text in HELP:
            page.merge_range(row, 0, row, last, text, self._plain)
            page.set_row(row, 30)
            row += 1
        half = (last + 1) // 2
        for at in range(0, len(SIGNATURES), 2):
            page.merge_range(row, 0, row, half, SIGNATURES[at], self._fixed)
            page.merge_range(row, half + 1, row, last, SIGNATURES[at + 1], self._fixed)
            page.set_row(row, 36)
            row += 1
        return row

    def _row(self, row: int, cells: tuple[str, ...]) -> None:
        page = self._page
        page.set_row(row, _ROW_HEIGHT)
        for at, (column, text) in enumerate(zip(ROWS.columns, cells, strict=False)):
            if column.name == SERIAL:
                page.write_number(row, at, int(text), self._fixed)
            else:
                page.write_string(row, at, clean(text), self._fixed)
        for at, column in enumerate(ROWS.columns):
            if column.name == DONE_ON:
                page.write_blank(row, at, None, self._day)
            elif column.name in OPEN_COLUMNS:
                page.write_blank(row, at, None, self._open)

    def _answer(self, row: int, answer: FilledRow) -> None:
        places = {column.name: at for at, column in enumerate(ROWS.columns)}
        self._page.write_string(row, places[MEASURE], clean(answer.measure), self._open)
        self._page.write_datetime(row, places[DONE_ON], answer.done_on, self._day)
        self._page.write_string(row, places[DONE_BY], clean(answer.done_by), self._open)

    def _print(self, last_row: int, last_column: int) -> None:
        """Protect what is fixed without a password, and fit the page for print."""
        page = self._page
        allowed = {"objects": True, "scenarios": True, "format_rows": True, "format_columns": True}
        page.protect("", allowed)
        page.print_area(0, 0, last_row, last_column)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
