"""A report as a workbook: every table a sheet, to be sorted, counted and passed on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from inspector.core.papers import USUAL, PaperLook, check_code
from inspector.reports.outline import Outline, OutlineTable, Value
from inspector.sheets.workbook import Cell
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.words.language import _

_CHARS_PER_MM = 0.55
_NARROWEST, _WIDEST = 8, 60
_LONGEST_NAME = 31


def workbook_of(outline: Outline, look: PaperLook = USUAL) -> bytes:
    """Make the workbook of a report."""
    sheets = [_front(outline, look)]
    for section in outline.sections:
        sheets += [_sheet(table) for table in section.tables]
    code = _("校验码 {code}").format(code=check_code(outline.snapshot))
    foot = f"{outline.code}　{outline.identity.number}　{code}"
    names = _apart([sheet.name for sheet in sheets])
    return workbook_bytes(
        [replace(sheet, name=name, foot=foot) for sheet, name in zip(sheets, names, strict=True)]
    )


def _apart(names: Sequence[str]) -> list[str]:
    """Tell sheets of one name apart; spreadsheets do not look at capitals."""
    given: list[str] = []
    for name in names:
        taken = {one.casefold() for one in given}
        copies = (f"{name[: _LONGEST_NAME - 4]} {copy}" for copy in range(2, len(names) + 2))
        free = name if name.casefold() not in taken else ""
        given.append(free or next(one for one in copies if one.casefold() not in taken))
    return given


def _front(outline: Outline, look: PaperLook) -> SheetWritten:
    """Say which report it is, and all that stands outside its tables."""
    identity = outline.identity
    rows: list[tuple[Cell, ...]] = [
        *((_("抬头"), line) for line in look.letterhead),
        (_("报告"), outline.title),
        (_("工程名称"), outline.subject),
        (_("项目编码"), outline.code),
        (_("报告编号"), identity.number),
        (_("版本"), Decimal(identity.version)),
        (_("校验码"), check_code(outline.snapshot)),
    ]
    rows += [(section.title, line) for section in outline.sections for line in section.lines]
    rows += [
        (table.title, table.note)
        for section in outline.sections
        for table in section.tables
        if table.note
    ]
    columns = (ColumnWritten(header=_("章节"), width=28), ColumnWritten(header=_("内容"), width=90))
    return SheetWritten(_("报告"), columns, rows)


def _sheet(table: OutlineTable) -> SheetWritten:
    columns = tuple(
        ColumnWritten(
            header=header,
            width=min(max(round(width * _CHARS_PER_MM), _NARROWEST, len(header) * 2), _WIDEST),
        )
        for header, width in zip(table.head, table.widths, strict=True)
    )
    rows = [tuple(_cell(value) for value in row) for row in table.rows]
    return SheetWritten(_sheet_name(table.title), columns, rows)


def _sheet_name(title: str) -> str:
    """Give a name that spreadsheets take."""
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:_LONGEST_NAME].strip()


def _cell(value: Value) -> Cell:
    if isinstance(value, int):
        return Decimal(value)
    return value if value is None else str(value)
