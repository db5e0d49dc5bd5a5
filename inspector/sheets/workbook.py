"""Read and write workbooks (xlsx): cells come as text, exact numbers, dates, or nothing.

A spreadsheet keeps every number as a binary float of 15 to 17 digits. The shortest decimal that
gives the same float is what the person saw and typed, so that is what we take.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import column_letters

Cell = str | Decimal | date | bool | None

MAX_ROWS = 20_000
MAX_COLUMNS = 200

_MAX_FILE = 30 << 20
_MAX_UNPACKED = 200 << 20
_CHUNK = 1 << 20
_MEDIA = "xl/media/"
_ZIP_START = b"PK"
_OLE_START = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")

# What zipfile raises on bytes that are no sound ZIP.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)

_CELL_TAG = re.compile(rb"""<(?:\w+:)?c(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>""")
_CELL_AT = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ROW_AT = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br\s*=\s*[\"'](\d{1,7})[\"']")


@dataclass(frozen=True, slots=True)
class SheetRead:
    """One sheet as it stands; the first row of `rows` is row 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_workbook(path: Path, *, with_pictures: bool = False) -> tuple[SheetRead, ...]:
    """Read all sheets of an xlsx file, or refuse the file by a problem that names it.

    A file that may carry pictures is as large as they are: only the rest of it is weighed.
    """
    _check_container(path, with_pictures=with_pictures)
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            return tuple(_sheet(book, name) for name in book.sheet_names)
    except (CalamineError, ValueError, OSError) as error:
        raise _refused(Problem.SHEET_DAMAGED, path) from error


def _sheet(book: CalamineWorkbook, name: str) -> SheetRead:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return SheetRead(name, tuple(tuple(_cell(value) for value in row) for row in rows))


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, datetime):
        return value.date() if value.time() == clock_time() else value.isoformat(" ")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return exact(value)
    return value if isinstance(value, bool | date) else str(value)


def exact(number: float) -> Decimal:
    """Give the shortest decimal that makes this float: 0.1 for what is stored as 0.1000…0055."""
    if float(number).is_integer():
        return Decimal(int(number))
    return Decimal(format(Decimal(repr(number)), "f"))


def _check_container(path: Path, *, with_pictures: bool) -> None:
    """Refuse what is no xlsx, is locked, damaged, or would fill the memory."""
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=str(path))
    if not with_pictures and path.stat().st_size > _MAX_FILE:
        raise _refused(Problem.SHEET_TOO_LARGE, path)
    begin = _content(path, _MAX_FILE)
    if begin.startswith(_OLE_START):
        locked = _ENCRYPTED_MARK in begin
        raise _refused(Problem.SHEET_ENCRYPTED if locked else Problem.SHEET_NOT_XLSX, path)
    if not begin.startswith(_ZIP_START):
        raise _refused(Problem.SHEET_NOT_XLSX, path)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(archive, path, with_pictures=with_pictures)
    except _BROKEN as error:
        raise _refused(Problem.SHEET_DAMAGED, path) from error


def _content(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        reason = error.strerror or ""
        raise InspectorError(Problem.FILE_UNREADABLE, file=str(path), reason=reason) from error


def _check_members(archive: zipfile.ZipFile, path: Path, *, with_pictures: bool) -> None:
    members = [
        info
        for info in archive.infolist()
        if not (with_pictures and info.filename.startswith(_MEDIA))
    ]
    names = [info.filename for info in members]
    if "xl/workbook.xml" not in names:
        raise _refused(Problem.SHEET_NOT_XLSX, path)
    if sum(info.file_size for info in members) > _MAX_UNPACKED:
        raise _refused(Problem.SHEET_TOO_LARGE, path)
    for name in names:
        rows, columns = _extent(archive, name)
        if rows > MAX_ROWS or columns > MAX_COLUMNS:
            raise _refused(Problem.SHEET_TOO_LARGE, path)


def _extent(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """Find the last row and column used, reading the member through (which proves its sum).

    The reader makes a dense grid: one stray cell at XFD1048576 would take all memory and more.
    """
    rows = columns = 0
    for window in _windows(archive, name):
        last_row, last_column = _window_extent(window)
        rows, columns = max(rows, last_row), max(columns, last_column)
    return rows, columns


def _windows(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a member in pieces; a tag on the border of two comes whole with the second."""
    begun = b""
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            window = begun + chunk
            yield window
            at = window.rfind(b"<")
            begun = window[at:] if at >= 0 else b""


def _window_extent(window: bytes) -> tuple[int, int]:
    rows = columns = 0
    is_unnumbered = False
    for match in _CELL_TAG.finditer(window):
        tag = match.group()
        at = _CELL_AT.search(tag)
        if at is None:
            is_unnumbered = True
        elif not tag.endswith(b"/>"):  # a cell with a format and nothing in it is no cell
            rows, columns = max(rows, int(at[2])), max(columns, _column_number(at[1]))
    if is_unnumbered:
        rows = max([rows, *(int(match[1]) for match in _ROW_AT.finditer(window))])
    return rows, columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _refused(problem: Problem, path: Path) -> InspectorError:
    return InspectorError(
        problem,
        file=str(path),
        rows=MAX_ROWS,
        last_column=column_letters(MAX_COLUMNS),
        megabytes=_MAX_FILE >> 20,
    )
