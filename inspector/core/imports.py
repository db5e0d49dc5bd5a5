"""Drafts read from a project workbook: checked values, not yet records."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum, auto

from inspector.core.checklists import Duty
from inspector.core.projects import PartyRole, PlaceFacts, PlaceKind

Path = tuple[str, ...]
"""The codes of a place from its community downwards, such as ("JF2", "12", "1")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFactsDraft:
    """What the sheet 项目 says of the project."""

    code: str
    name: str
    plan_year: int | None = None
    district: str | None = None
    subdistrict: str | None = None
    address: str | None = None
    approval_number: str | None = None
    investment_yuan: Decimal | None = None
    planned_start_on: date | None = None
    planned_finish_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """A community, building, unit or other place, known by the codes that lead to it."""

    path: Path
    kind: PlaceKind
    name: str
    position: int = 0
    facts: PlaceFacts = field(default_factory=PlaceFacts)

    @property
    def code(self) -> str:
        """Give the place's own code."""
        return self.path[-1]

    @property
    def parent(self) -> Path:
        """Give the path of the place above; empty at the top."""
        return self.path[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDraft:
    """A unit that takes part in the project."""

    role: PartyRole
    unit: str
    representative: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeDraft:
    """One item put on one place; the row tells where in the workbook it stands."""

    item_id: str
    place: Path
    duty: Duty
    planned_quantity: Decimal | None = None
    quantity_unit: str | None = None
    design_value: str | None = None
    note: str | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDraft:
    """A whole project from one workbook; places stand parents first."""

    project: ProjectFactsDraft
    places: tuple[PlaceDraft, ...]
    parties: tuple[PartyDraft, ...] = ()
    scheme: tuple[SchemeDraft, ...] = ()

    @property
    def communities(self) -> tuple[PlaceDraft, ...]:
        """Give the communities in their order."""
        return self._of(PlaceKind.COMMUNITY)

    @property
    def buildings(self) -> tuple[PlaceDraft, ...]:
        """Give the buildings in their order."""
        return self._of(PlaceKind.BUILDING)

    def _of(self, kind: PlaceKind) -> tuple[PlaceDraft, ...]:
        return tuple(place for place in self.places if place.kind is kind)


class SheetFaultCode(StrEnum):
    """What can be wrong with a cell, a column or a sheet of a workbook."""

    SHEET_MISSING = auto()
    SHEET_UNKNOWN = auto()
    COLUMN_MISSING = auto()
    COLUMN_UNKNOWN = auto()
    COLUMN_TWICE = auto()
    NO_ROWS = auto()
    TOO_MANY_ROWS = auto()
    VALUE_MISSING = auto()
    VALUE_WITHOUT_HEADER = auto()
    TEXT_TOO_LONG = auto()
    NUMBER_AS_TEXT_LOST = auto()
    DATE_IN_TEXT = auto()
    NOT_A_CODE = auto()
    NOT_A_PROJECT_CODE = auto()
    NOT_A_NUMBER = auto()
    NOT_AN_AMOUNT = auto()
    NOT_WHOLE = auto()
    OUT_OF_RANGE = auto()
    NOT_A_DATE = auto()
    NOT_A_CHOICE = auto()
    DATES_REVERSED = auto()
    TAKEN = auto()
    COMMUNITY_UNKNOWN = auto()
    PLACE_UNKNOWN = auto()
    PLACE_AMBIGUOUS = auto()
    SCOPE_EMPTY = auto()
    ITEM_UNKNOWN = auto()
    OWNER_DIFFERS = auto()
    WRONG_UNIT = auto()
    NOT_IN_NOTICE = auto()
    DAY_TO_COME = auto()
    DAY_TOO_EARLY = auto()
    REPLIED_ALREADY = auto()
    STATE_TAKES_NO_REPLY = auto()
    PICTURE_ABSENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFault:
    """One thing to correct, with the place where a person finds it.

    Row and column count from 1; the row is the one that spreadsheet programs show.
    """

    code: SheetFaultCode
    sheet: str
    row: int | None = None
    column: int | None = None
    header: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()

    @property
    def cell(self) -> str:
        """Name the cell as spreadsheet programs do, such as D7; empty for a whole sheet."""
        letters = column_letters(self.column) if self.column else ""
        return f"{letters}{self.row or ''}"


def column_letters(number: int) -> str:
    """Give the letters of a column that counts from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
