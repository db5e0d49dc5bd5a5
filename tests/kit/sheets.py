"""Project workbooks for tests: the template's sheets with some cells or sheets changed."""

from dataclasses import replace
from pathlib import Path

from inspector.sheets.template import template_sheets
from inspector.sheets.writing import SheetWritten, write_workbook


def make_workbook(out: Path, *changes) -> Path:
    """Write the template, each change a function from the dict of sheets to nothing."""
    sheets = {sheet.name: sheet for sheet in template_sheets()}
    for change in changes:
        change(sheets)
    return write_workbook(list(sheets.values()), out)


def with_cell(sheet: str, header: str, row: int, value):
    """Change one cell; the row is the one that spreadsheet programs show."""

    def change(sheets: dict[str, SheetWritten]) -> None:
        form = sheets[sheet]
        at = [column.header for column in form.columns].index(header)
        rows = [list(cells) for cells in form.rows]
        while len(rows) < row - 1:
            rows.append([None] * len(form.columns))
        rows[row - 2][at] = value
        sheets[sheet] = replace(form, rows=rows)

    return change


def with_rows(sheet: str, *rows):
    """Put other rows in place of a sheet's examples."""

    def change(sheets: dict[str, SheetWritten]) -> None:
        sheets[sheet] = replace(sheets[sheet], rows=list(rows))

    return change


def with_header(sheet: str, header: str, new: str):
    """Change the header of a column."""

    def change(sheets: dict[str, SheetWritten]) -> None:
        columns = tuple(
            replace(column, header=new) if column.header == header else column
            for column in sheets[sheet].columns
        )
        sheets[sheet] = replace(sheets[sheet], columns=columns)

    return change


def without_sheet(sheet: str):
    """Leave a sheet out."""

    def change(sheets: dict[str, SheetWritten]) -> None:
        del sheets[sheet]

    return change
