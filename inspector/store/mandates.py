"""What the organisation allows, as rows; which of them count is decided in `sync`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.core.ids import ORG
from inspector.store.rows import Rows

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow:
    """A mandate as it is on record."""

    id: str
    kind: str
    subject: str
    role: str
    name: str
    unit: str
    code: str
    seal_key: str
    at_ms: int


class MandateRepository:
    """Mandates: written only by the organisation (`sync.speaking`)."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "mandate")

    def all(self) -> list[MandateRow]:
        """List the mandates, the oldest first."""
        return [
            MandateRow(
                id=row["id"],
                kind=row["kind"] or "",
                subject=row["subject"] or "",
                role=row["role"] or "",
                name=row["name"] or "",
                unit=row["unit"] or "",
                code=row["code"] or "",
                seal_key=row["seal_key"] or "",
                at_ms=row["at_ms"] or 0,
            )
            for row in self._rows.of_project(ORG, "ORDER BY at_ms, id")
        ]

    def seal_keys(self, subject: str) -> list[str]:
        """List the age recipients that were enrolled for a laptop's key."""
        found = [row.seal_key for row in self.all() if row.subject == subject and row.seal_key]
        return sorted(set(found))
