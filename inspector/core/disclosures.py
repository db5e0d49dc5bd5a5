"""What a visit found, told once in writing and frozen; what comes later is a supplement.

一次性书面告知: the list of a visit is told whole. What is added afterwards becomes a numbered
supplement with a reason, and the reports mark it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.core.checklists import Severity
from inspector.core.defects import Defect, DefectState


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """A defect as it was told: later changes of the record do not change it."""

    defect_id: str
    number: str
    place: str
    text: str
    severity: Severity
    item: str | None = None
    measured: str | None = None
    demand: str | None = None
    basis: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A frozen list; one with a reason supplements the list of its visit."""

    id: str
    project_id: str
    visit_id: str
    number: str
    issued_on: date
    by: str
    at_ms: int
    rows: tuple[ToldRow, ...]
    reason: str | None = None
    note: str | None = None

    @property
    def is_supplement(self) -> bool:
        """Tell whether it came after the list of its visit."""
        return self.reason is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateMark:
    """Why a defect is marked in reports: told by a supplement, or not told at all."""

    supplement: Disclosure | None = None


def untold(defects: Iterable[Defect], lists: Iterable[Disclosure]) -> list[Defect]:
    """Give the defects that no list has told; what was recorded by mistake needs no telling."""
    told = {row.defect_id for one in lists for row in one.rows}
    return [one for one in defects if one.id not in told and one.state is not DefectState.VOIDED]


def late_marks(defects: Iterable[Defect], lists: Sequence[Disclosure]) -> dict[str, LateMark]:
    """Mark the defects of frozen visits that their visit's own list did not tell."""
    frozen = {one.visit_id for one in lists}
    first = {row.defect_id for one in lists if not one.is_supplement for row in one.rows}
    later = {row.defect_id: one for one in lists if one.is_supplement for row in one.rows}
    return {
        defect.id: LateMark(supplement=later.get(defect.id))
        for defect in defects
        if defect.visit_id in frozen
        and defect.id not in first
        and (defect.id in later or defect.state is not DefectState.VOIDED)
    }
