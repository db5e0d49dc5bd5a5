"""What a column of a form may hold, and how one cell becomes a value of the domain."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from inspector.core.canonical import spell_decimal
from inspector.core.errors import InspectorError
from inspector.core.imports import SheetFaultCode
from inspector.core.numbers import checked_place_code, checked_project_code
from inspector.core.text import clean
from inspector.sheets.workbook import Cell

MAX_TEXT = 500

_EXACT_DIGITS = 15
_NUMBER = re.compile(r"\A-?\d{1,15}(\.\d{1,10})?\Z")
_DAY = re.compile(
    r"\A(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))\Z"
)
_YES_NO = {"是": True, "否": False, "有": True, "无": False}

Value = str | int | Decimal | date | bool | None


class CellFault(Exception):  # noqa: N818 - a finding about one cell, turned into a SheetFault
    """A cell that cannot become a value: the code, and what would be allowed."""

    def __init__(self, code: SheetFaultCode, *allowed: str) -> None:
        super().__init__(code, allowed)
        self.code = code
        self.allowed = allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a form: its header, how its cells are read, and an example of each row."""

    header: str
    name: str
    read: Callable[["Column", Cell], Value]
    is_required: bool = False
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    choices: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Cell, ...] = ()
    help: str = ""
    width: int = 14

    def value(self, cell: Cell) -> Value:
        """Turn a cell into a value, or raise CellFault."""
        if cell is None or (isinstance(cell, str) and not clean(cell)):
            if self.is_required:
                raise CellFault(SheetFaultCode.VALUE_MISSING)
            return None
        return self.read(self, cell)


def read_text(column: Column, cell: Cell) -> str:
    """Read a text; a number that was typed where text belongs is spelled as it was seen."""
    del column
    if isinstance(cell, Decimal):
        if len(cell.as_tuple().digits) > _EXACT_DIGITS:
            # The program that saved it kept 15 digits and made the others zeros.
            raise CellFault(SheetFaultCode.NUMBER_AS_TEXT_LOST)
        return spell_decimal(cell)
    if not isinstance(cell, str):
        raise CellFault(SheetFaultCode.DATE_IN_TEXT)
    text = " ".join(clean(cell).split())
    if len(text) > MAX_TEXT:
        raise CellFault(SheetFaultCode.TEXT_TOO_LONG, str(MAX_TEXT))
    return text


def read_place_code(column: Column, cell: Cell) -> str:
    """Read a code of 1-6 letters or digits."""
    text = unicodedata.normalize("NFKC", read_text(column, cell))
    try:
        return checked_place_code(text)
    except InspectorError:
        raise CellFault(SheetFaultCode.NOT_A_CODE) from None


def read_project_code(column: Column, cell: Cell) -> str:
    """Read a project code: a letter, then 1-7 letters or digits."""
    text = unicodedata.normalize("NFKC", read_text(column, cell))
    try:
        return checked_project_code(text)
    except InspectorError:
        raise CellFault(SheetFaultCode.NOT_A_PROJECT_CODE) from None


def read_decimal(column: Column, cell: Cell) -> Decimal:
    """Read an exact number within the column's bounds; digits typed as text count too."""
    number = _number(cell)
    if not column.low <= number <= column.high:
        raise CellFault(SheetFaultCode.OUT_OF_RANGE, *_bounds(column))
    return number


def read_whole(column: Column, cell: Cell) -> int:
    """Read a whole number within the column's bounds."""
    number = _number(cell)
    if number != number.to_integral_value():
        raise CellFault(SheetFaultCode.NOT_WHOLE, *_bounds(column))
    return int(read_decimal(column, number))


def read_ten_thousands(column: Column, cell: Cell) -> Decimal:
    """Read an amount in 万元 and give it in yuan, exactly."""
    return read_decimal(column, cell) * 10_000


def read_day(column: Column, cell: Cell) -> date:
    """Read a day: a date cell, or a text that begins with the year (2026/3/1, 2026年3月1日)."""
    del column
    if isinstance(cell, date):
        return cell
    text = spell_decimal(cell) if isinstance(cell, Decimal) else str(cell)
    match = _DAY.match(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if match is None:
        raise CellFault(SheetFaultCode.NOT_A_DATE)
    year, *rest = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, *rest)
    except ValueError:
        raise CellFault(SheetFaultCode.NOT_A_DATE) from None


def read_yes_no(column: Column, cell: Cell) -> bool:
    """Read 是 or 否."""
    del column
    if isinstance(cell, bool):
        return cell
    answer = _YES_NO.get(clean(str(cell)))
    if answer is None:
        raise CellFault(SheetFaultCode.NOT_A_CHOICE, "是", "否")
    return answer


def read_choice(column: Column, cell: Cell) -> str:
    """Read one of the column's labels, or the code behind it, and give the code."""
    text = clean(str(cell))
    code = column.choices.get(text)
    if code is None and text in column.choices.values():
        code = text
    if code is None:
        raise CellFault(SheetFaultCode.NOT_A_CHOICE, *column.choices)
    return code


def _number(cell: Cell) -> Decimal:
    if isinstance(cell, Decimal):
        return cell
    if not isinstance(cell, str):
        raise CellFault(SheetFaultCode.NOT_A_NUMBER)
    text = unicodedata.normalize("NFKC", clean(cell))
    try:
        if _NUMBER.match(text):
            return Decimal(text)
    except InvalidOperation:
        pass
    raise CellFault(SheetFaultCode.NOT_A_NUMBER)


def _bounds(column: Column) -> tuple[str, str]:
    return spell_decimal(column.low), spell_decimal(column.high)
