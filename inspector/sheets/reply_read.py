"""Read a reply sheet back, whoever filled it in: a workbook or a Word document."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import SheetFault, SheetFaultCode
from inspector.core.replies import Picture, ReplyRow, ReplyText
from inspector.core.text import clean
from inspector.sheets.ooxml import opened
from inspector.sheets.reply_document import read_document
from inspector.sheets.reply_form import (
    DONE_BY,
    DONE_ON,
    FILLED,
    MEASURE,
    NOTICE_LABEL,
    NUMBER,
    PHOTOS,
    ROWS,
    SERIAL,
    SHEET,
)
from inspector.sheets.sheet_pictures import DISPIMG, Placed, pictures_of
from inspector.sheets.tables import Reading, Row, read_tables
from inspector.sheets.workbook import Cell, SheetRead, read_workbook

XLSX, DOCX = ".xlsx", ".docx"
_NUMBER_HEADER = next(column.header for column in ROWS.columns if column.name == NUMBER)
_SEARCHED_ROWS = 60


def read_reply(path: Path) -> ReplyText:
    """Read a filled reply sheet with its pictures; what is wrong in its rows is listed whole."""
    kind = path.suffix.lower()
    if kind not in {XLSX, DOCX}:
        raise InspectorError(Problem.REPLY_KIND_UNKNOWN, file=str(path))
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=str(path))
    if kind == XLSX:
        sheets: Sequence[SheetRead] = read_workbook(path, with_pictures=True)
        with opened(path) as file:
            placed, media = pictures_of(file, SHEET), file.media()
            placed = [one if one.part in file else Placed("", one.row) for one in placed]
    else:
        sheets, placed, media = read_document(path)
    return _text(path, sheets, placed, media)


def _text(
    path: Path, sheets: Sequence[SheetRead], placed: list[Placed], media: list[str]
) -> ReplyText:
    sheet = next((one for one in sheets if clean(one.name) == SHEET), None)
    head = _head_row(sheet) if sheet is not None else 0
    if sheet is None or not head:
        raise InspectorError(Problem.REPLY_FOREIGN, file=str(path), sheet=SHEET)
    is_document = path.suffix.lower() == DOCX
    rows = tuple(tuple(_without_picture(cell) for cell in row) for row in sheet.rows)
    if is_document:
        rows = _of_form(rows, head)
    reading = read_tables([SheetRead(SHEET, rows)], (replace(ROWS, head=head),), frozenset())
    answered, faults = _answers(reading, {one.row for one in placed})
    known = {number: row for row, number in _numbers(reading)}
    return ReplyText(
        notice_number=_notice_number(path, rows[: head - 1]),
        rows=tuple(answered),
        pictures=tuple(_pictures(placed, media, set(known.values()))),
        rows_by_number=known,
        serials={
            serial: str(row.get(NUMBER))
            for row in reading.rows[SHEET]
            if isinstance(serial := row.get(SERIAL), int) and row.get(NUMBER)
        },
        columns=next((dict(row.positions) for row in reading.rows[SHEET]), {}),
        faults=(*reading.faults, *faults, *_linked(placed)),
        head=head if is_document else 0,
    )


def _head_row(sheet: SheetRead) -> int:
    """Find the row of the table's head, which comes after title and help; 0 if there is none."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], start=1):
        if any(isinstance(cell, str) and clean(cell) == _NUMBER_HEADER for cell in row):
            return number
    return 0


def _of_form(rows: tuple[tuple[Cell, ...], ...], head: int) -> tuple[tuple[Cell, ...], ...]:
    """Empty the rows of other tables of a document: they have fewer cells than the form's."""
    width = len(rows[head - 1])
    return tuple(row if at < head or len(row) == width else () for at, row in enumerate(rows))


def _without_picture(cell: Cell) -> Cell:
    """Forget the formula that stands for a cell picture, and the error that Excel shows for it."""
    if isinstance(cell, str) and (DISPIMG.search(cell) or cell.startswith("#")):
        return None
    return cell


def _notice_number(path: Path, rows: Sequence[tuple[Cell, ...]]) -> str:
    for row in rows:
        cells = [clean(cell) for cell in row if isinstance(cell, str) and clean(cell)]
        for label, value in itertools.pairwise(cells):
            if label.rstrip("：:") == NOTICE_LABEL:
                return value
    raise InspectorError(Problem.REPLY_NOTICE_MISSING, file=str(path), label=NOTICE_LABEL)


def _numbers(reading: Reading) -> Iterator[tuple[int, str]]:
    for row in reversed(reading.rows[SHEET]):
        number = row.get(NUMBER)
        if number:
            yield row.number, str(number)


def _answers(reading: Reading, pictured: set[int]) -> tuple[list[ReplyRow], list[SheetFault]]:
    """Give the rows that somebody answered, each whole and each problem once."""
    answered: list[ReplyRow] = []
    faults: list[SheetFault] = []
    seen: dict[str, int] = {}
    for row in reading.rows[SHEET]:
        if not any(row.shown.get(name) for name in FILLED) and row.number not in pictured:
            continue
        number = str(row.get(NUMBER) or "")
        missing = [name for name in (NUMBER, *FILLED) if not row.shown.get(name)]
        faults += [row.fault(SheetFaultCode.VALUE_MISSING, name) for name in missing]
        if number in seen:
            faults.append(row.fault(SheetFaultCode.TAKEN, NUMBER, str(seen[number])))
        elif not missing and all(name in row.values for name in FILLED):
            answered.append(_answer(row, number))
        seen.setdefault(number, row.number)
    return answered, faults


def _answer(row: Row, number: str) -> ReplyRow:
    values: Mapping[str, object] = row.values
    serial = values.get(SERIAL)
    return ReplyRow(
        row=row.number,
        serial=serial if isinstance(serial, int) else None,
        number=number,
        measure=str(values[MEASURE]),
        done_on=values[DONE_ON],  # type: ignore[arg-type]  # as its column reads it
        done_by=str(values[DONE_BY]),
    )


def _pictures(placed: list[Placed], media: list[str], rows: set[int]) -> Iterator[Picture]:
    """Give every picture of the file: in a problem's row, or in none."""
    there = [one for one in placed if one.part and one.row in rows]
    yield from (Picture(one.part, one.row) for one in there)
    claimed = {one.part for one in there}
    yield from (Picture(part) for part in media if part not in claimed)


def _linked(placed: list[Placed]) -> Iterator[SheetFault]:
    """Name the pictures that did not come with the file."""
    header = next(column.header for column in ROWS.columns if column.name == PHOTOS)
    for row in sorted({one.row for one in placed if not one.part}):
        yield SheetFault(code=SheetFaultCode.PICTURE_ABSENT, sheet=SHEET, row=row, header=header)
