"""Warranty periods (质量保修): what is under warranty, since when, until when.

The least periods are those of 《建设工程质量管理条例》 article 40; they run from the day on which
the works were accepted. A contract may give longer ones, never shorter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.core.days import check_days, months_after
from inspector.core.errors import InspectorError, Problem
from inspector.core.text import named

SOON_DAYS = 90
"""So many days before its end a warranty is worth a last look."""
_LONGEST = 100 * 12


class WarrantyKind(StrEnum):
    """A part of the works as article 40 has them."""

    WATERPROOFING = "waterproofing"
    """屋面防水, 有防水要求的卫生间、房间和外墙面的防渗漏."""
    HEATING = "heating"
    ELECTRICS = "electrics"
    WATER = "water"
    EQUIPMENT = "equipment"
    DECORATION = "decoration"
    STRUCTURE = "structure"
    """地基基础和主体结构: the reasonable service life that the design states."""
    OTHER = "other"


LEAST_MONTHS: Mapping[WarrantyKind, int] = {
    WarrantyKind.WATERPROOFING: 60,
    WarrantyKind.ELECTRICS: 24,
    WarrantyKind.WATER: 24,
    WarrantyKind.EQUIPMENT: 24,
    WarrantyKind.DECORATION: 24,
}
"""Article 40, in months; structure goes by its design, the rest by contract."""
HEATING_SEASONS = 2
"""采暖期、供冷期: the seasons are local, so a person states the day on which the second ends."""
_TWO_SEASONS_MONTHS = 12
"""Two whole seasons never end sooner than a year after they begin."""


class WarrantyState(StrEnum):
    """How a warranty stands on a day."""

    RUNNING = "running"
    ENDING = "ending"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warranty:
    """One part under warranty; both days belong to the period."""

    id: str
    project_id: str
    kind: WarrantyKind
    part: str
    starts_on: date
    ends_on: date
    months: int | None = None
    """The period as the contract writes it; None where it is written as a day."""
    party_id: str | None = None
    paper: str | None = None
    position: int = 0

    def checked(self) -> "Warranty":
        """Return the warranty, or refuse one without its part or shorter than the law has it."""
        named(self.part, "part")
        check_days("starts_on", self.starts_on, "ends_on", self.ends_on)
        least = least_end(self.kind, self.starts_on)
        if least is not None and self.ends_on < least:
            raise InspectorError(
                Problem.WARRANTY_TOO_SHORT, kind=self.kind, ends=self.ends_on, least=least
            )
        return self

    def state(self, today: date) -> WarrantyState:
        """Tell how it stands on a day."""
        if today > self.ends_on:
            return WarrantyState.OVER
        is_soon = (self.ends_on - today).days <= SOON_DAYS
        return WarrantyState.ENDING if is_soon else WarrantyState.RUNNING


def least_end(kind: WarrantyKind, starts_on: date) -> date | None:
    """Give the day before which a warranty may not end; None where a contract alone decides."""
    months = LEAST_MONTHS.get(kind)
    if kind is WarrantyKind.HEATING:
        months = _TWO_SEASONS_MONTHS
    return None if months is None else months_after(starts_on, months)


def end_of(kind: WarrantyKind, starts_on: date, months: int | None) -> date:
    """Give the end of a period of months, or of the least period where none is stated.

    Refused where the law states none in months: then the contract has to be asked.
    """
    period = months if months is not None else LEAST_MONTHS.get(kind)
    if period is None:
        raise InspectorError(Problem.WARRANTY_END_UNKNOWN, kind=kind)
    if not 0 < period <= _LONGEST:
        raise InspectorError(Problem.FIELD_INVALID, field="months", value=period)
    return months_after(starts_on, period)
