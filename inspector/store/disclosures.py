"""Frozen lists of visits with their rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from inspector.core.checklists import Severity
from inspector.core.disclosures import Disclosure, ToldRow
from inspector.core.ids import natural_id
from inspector.store.rows import Row, Rows, from_day, from_json, to_day, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_TOLD = ("number", "place", "text", "item", "measured", "demand", "basis", "party")


_ORDER = "ORDER BY at_ms, reason IS NOT NULL, number, id"
"""A list before its supplements, also where all were made at one moment."""


class DisclosureRepository:
    """Frozen lists; a list is written once and never edited."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "disclosure")
        self._lines = Rows(db, "disclosure_row")

    def get(self, disclosure_id: str) -> Disclosure:
        """Read one list."""
        return self._whole(self._rows.get(disclosure_id))

    def of_visit(self, visit_id: str) -> list[Disclosure]:
        """List what was told of a visit, the first list first."""
        found = self._rows.where("visit_id = ?", [visit_id], _ORDER)
        return [self._whole(row) for row in found]

    def of_project(self, project_id: str) -> list[Disclosure]:
        """List what was told in a project, oldest first."""
        return [self._whole(row) for row in self._rows.of_project(project_id, _ORDER)]

    def numbers(self, project_id: str, prefix: str) -> list[str]:
        """List the numbers that begin so, those of lists that were taken back included."""
        found = self._rows.database.execute(
            "SELECT number FROM disclosure WHERE project_id = ? AND number LIKE ?",
            [project_id, f"{prefix}%"],
        )
        return [number for (number,) in found]

    def put(self, one: Disclosure) -> None:
        """Keep a list and its rows."""
        self._rows.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "number": one.number,
                "visit_id": one.visit_id,
                "issued_on": to_day(one.issued_on),
                "reason": one.reason,
                "note": one.note,
                "at_ms": one.at_ms,
                "by_id": one.by,
            }
        )
        for position, row in enumerate(one.rows, start=1):
            told: dict[str, Any] = {name: getattr(row, name) for name in _TOLD}
            self._lines.put(
                {
                    "id": natural_id(one.project_id, "disclosure_row", one.id, row.defect_id),
                    "project_id": one.project_id,
                    "disclosure_id": one.id,
                    "defect_id": row.defect_id,
                    "position": position,
                    "told": to_json({**told, "severity": row.severity.value}),
                }
            )

    def _whole(self, row: Row) -> Disclosure:
        issued = from_day(row["issued_on"])
        if issued is None:
            message = "a frozen list without its day was stored"
            raise ValueError(message)
        return Disclosure(
            id=row["id"],
            project_id=row["project_id"],
            visit_id=row["visit_id"] or "",
            number=row["number"] or "",
            issued_on=issued,
            by=row["by_id"] or "",
            at_ms=row["at_ms"] or 0,
            rows=tuple(self._told(row["id"])),
            reason=row["reason"],
            note=row["note"],
        )

    def _told(self, disclosure_id: str) -> Iterator[ToldRow]:
        lines = self._lines.where("disclosure_id = ?", [disclosure_id], "ORDER BY position, id")
        for line in lines:
            told = from_json(line["told"])
            shown: dict[str, Any] = {name: told.get(name) for name in _TOLD}
            yield ToldRow(defect_id=line["defect_id"], severity=Severity(told["severity"]), **shown)
