"""Make the project workbook that we ship: empty forms with examples, lists and a help sheet."""

from pathlib import Path

from inspector.sheets import project_form as form
from inspector.sheets.columns import (
    Column,
    read_day,
    read_decimal,
    read_ten_thousands,
    read_whole,
)
from inspector.sheets.tables import Table
from inspector.sheets.workbook import Cell
from inspector.sheets.writing import ColumnWritten, SheetWritten, write_workbook

FILE_NAME = "项目导入模板.xlsx"

_NUMERIC = (read_whole, read_decimal, read_ten_thousands, read_day)
_GENERAL = (
    "各表第一行是表头，请勿改动表头文字；列的先后可以调整。",
    "各表中的示例行请改写或删除；红色表头的列必须填写。",
    "编码、编号、电话等按文本填写，避免被表格软件改成日期或丢掉开头的 0。",
    "导入前程序会检查全部内容；有一处不符就不导入，并列出工作表、行、列和允许的内容。",
)


def template_sheets() -> list[SheetWritten]:
    """Give the sheets of the template: the help first, then the six forms."""
    return [_help_sheet(), *(_form_sheet(table) for table in form.TABLES)]


def write_template(out: Path) -> Path:
    """Write the template to a file."""
    return write_workbook(template_sheets(), out)


def _form_sheet(table: Table) -> SheetWritten:
    count = max(len(column.examples) for column in table.columns)
    rows = [tuple(_example(column, number) for column in table.columns) for number in range(count)]
    return SheetWritten(table.sheet, tuple(_column(column) for column in table.columns), rows)


def _column(column: Column) -> ColumnWritten:
    return ColumnWritten(
        header=column.header,
        width=column.width,
        choices=tuple(column.choices),
        note=column.help,
        is_required=column.is_required,
        is_text=column.read not in _NUMERIC,
    )


def _example(column: Column, number: int) -> Cell:
    return column.examples[number] if number < len(column.examples) else None


def _help_sheet() -> SheetWritten:
    columns = (
        ColumnWritten(header="工作表", width=12),
        ColumnWritten(header="列", width=16),
        ColumnWritten(header="必填", width=8),
        ColumnWritten(header="说明", width=70),
    )
    rows: list[tuple[Cell, ...]] = [("", "", "", text) for text in _GENERAL]
    for table in form.TABLES:
        rows.append((table.sheet, "", "", table.help))
        rows += [_help_row(table, column) for column in table.columns]
    return SheetWritten(form.HELP_SHEET, columns, rows)


def _help_row(table: Table, column: Column) -> tuple[Cell, ...]:
    choices = f"可填：{'、'.join(column.choices)}。" if column.choices else ""
    text = f"{column.help}{choices}"
    return table.sheet, column.header, "必填" if column.is_required else "", text
