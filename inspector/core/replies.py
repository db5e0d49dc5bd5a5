"""What a reply sheet says: which notice it answers, row by row, with the pictures that came."""

from dataclasses import dataclass, replace
from datetime import date

from inspector.core.imports import SheetFault


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a reply: where its bytes lie, and the row that it stands in, if any.

    `part` names it within its container: a member of the sheet's own file, or of what lies beside.
    """

    part: str
    row: int | None = None
    is_beside: bool = False
    """It came in a folder or ZIP beside the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """One answered row: `row` is that of the sheet, `serial` the number that is printed in it."""

    row: int
    serial: int | None
    number: str
    measure: str
    done_on: date
    done_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyText:
    """A reply sheet as it was read; rows that nobody filled are not in it."""

    notice_number: str
    rows: tuple[ReplyRow, ...]
    pictures: tuple[Picture, ...]
    rows_by_number: dict[str, int]
    """The row of every problem of the sheet, filled or not."""
    serials: dict[int, str]
    """The problem that each printed serial number stands for."""
    columns: dict[str, int]
    """Where each column stands."""
    faults: tuple[SheetFault, ...] = ()
    head: int = 0
    """The row of the table's head in a document, which shows no row numbers; 0 in a workbook."""

    def told(self, fault: SheetFault) -> SheetFault:
        """Give a fault as a person finds it: in a document rows count below the table's head."""
        if not self.head or fault.row is None:
            return fault
        return replace(fault, row=max(fault.row - self.head, 0), column=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply sheet that was taken in: its bytes are kept under their hash."""

    id: str
    project_id: str
    notice_id: str
    sha256: str
    size: int
    name: str
    at_ms: int
    by: str
