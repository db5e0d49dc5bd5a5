"""One table as a file, in the format that the name's ending asks for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from inspector.archive.texts import csv_bytes
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes

CSV = ".csv"


def table_bytes(
    title: str,
    headers: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[tuple[str, ...]],
    out: Path,
) -> bytes:
    """Make a table of texts: CSV where the file is named so, else a workbook."""
    if out.suffix.lower() == CSV:
        return csv_bytes(headers, rows)
    return workbook_bytes([text_sheet(title, headers, widths, rows)])


def text_sheet(
    title: str, headers: Sequence[str], widths: Sequence[int], rows: Iterable[tuple[str, ...]]
) -> SheetWritten:
    """Make a sheet whose cells are texts."""
    columns = tuple(
        ColumnWritten(header=header, width=width, is_text=True)
        for header, width in zip(headers, widths, strict=True)
    )
    return SheetWritten(title, columns, list(rows))
