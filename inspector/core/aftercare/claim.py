"""Claims within a warranty (质保期内报修): what broke, whose duty it is, repaired, and closed.

《建设工程质量管理条例》 article 41: what goes wrong within the scope and the period of a warranty
is repaired by the contractor, who also answers for the loss.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.core.aftercare.warranty import Warranty
from inspector.core.days import check_days, check_not_later
from inspector.core.errors import InspectorError, Problem
from inspector.core.text import clean, named


class ClaimState(StrEnum):
    """How far a claim is."""

    OPEN = "open"
    REPAIRED = "repaired"
    CLOSED = "closed"


class Cover(StrEnum):
    """Whether the day of a claim lies within a warranty."""

    WITHIN = "within"
    BEFORE = "before"
    OVER = "over"
    NONE = "none"
    """No warranty is named, so nobody can tell."""


def cover_on(day: date, warranty: Warranty | None) -> Cover:
    """Tell whether a day lies within a warranty; its first and last day do."""
    if warranty is None:
        return Cover.NONE
    if day < warranty.starts_on:
        return Cover.BEFORE
    return Cover.OVER if day > warranty.ends_on else Cover.WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantyClaim:
    """One claim; who closes it is not who repaired it."""

    id: str
    project_id: str
    number: str
    reported_on: date
    text: str
    place_id: str | None = None
    warranty_id: str | None = None
    party_id: str | None = None
    repaired_on: date | None = None
    repaired_by: str | None = None
    repair: str | None = None
    """What was done."""
    closed_on: date | None = None
    closed_by: str | None = None
    note: str | None = None
    position: int = 0

    @property
    def state(self) -> ClaimState:
        """Tell how far it is."""
        if self.closed_on is not None:
            return ClaimState.CLOSED
        return ClaimState.OPEN if self.repaired_on is None else ClaimState.REPAIRED

    def checked(self, today: date) -> "WarrantyClaim":
        """Return the claim, or refuse one whose facts cannot be true together."""
        named(self.text, "text")
        check_not_later("reported_on", self.reported_on, today)
        if self.repaired_on is not None:
            check_days("reported_on", self.reported_on, "repaired_on", self.repaired_on)
            check_not_later("repaired_on", self.repaired_on, today)
            if not self.repaired_by:
                raise InspectorError(Problem.NAME_EMPTY, field="repaired_by")
        if self.closed_on is not None:
            self._check_closing(today)
        return self

    def _check_closing(self, today: date) -> None:
        if self.repaired_on is None or self.closed_on is None:
            raise InspectorError(Problem.CLAIM_NOT_REPAIRED, number=self.number)
        check_days("repaired_on", self.repaired_on, "closed_on", self.closed_on)
        check_not_later("closed_on", self.closed_on, today)
        if not self.closed_by or clean(self.closed_by) == clean(self.repaired_by or ""):
            raise InspectorError(
                Problem.CLAIM_OWN_REPAIR, number=self.number, name=self.repaired_by or ""
            )
