"""The filing of a project and the appraisals of its parties, as rows."""

from typing import TYPE_CHECKING

from inspector.core.appraisals import Appraisal
from inspector.core.official_filing import Filing
from inspector.store.rows import Row, Rows, from_day, from_decimal, to_day, to_decimal

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_TEXTS = (
    *("id", "project_id", "works_code", "region_code", "owner_code"),
    *("filing_number", "archive_opinion"),
)


class FilingRepository:
    """What the filing of a project asks for besides its records."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "filing")

    def of_project(self, project_id: str) -> Filing | None:
        """Read the filing of a project."""
        found = list(self._rows.of_project(project_id, "ORDER BY id LIMIT 1"))
        return _filing(found[0]) if found else None

    def put(self, filing: Filing) -> None:
        """Keep a filing."""
        self._rows.put(
            {
                **{name: getattr(filing, name) for name in _TEXTS},
                "filed_on": to_day(filing.filed_on),
                "latitude": to_decimal(filing.latitude),
                "longitude": to_decimal(filing.longitude),
            }
        )


def _filing(row: Row) -> Filing:
    return Filing(
        **{name: row[name] for name in _TEXTS},
        filed_on=from_day(row["filed_on"]),
        latitude=from_decimal(row["latitude"]),
        longitude=from_decimal(row["longitude"]),
    )


class AppraisalRepository:
    """What is said of the parties' work."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "appraisal")

    def of_project(self, project_id: str) -> list[Appraisal]:
        """List the appraisals of a project."""
        return [_appraisal(row) for row in self._rows.of_project(project_id, "ORDER BY id")]

    def put(self, appraisal: Appraisal) -> None:
        """Keep an appraisal."""
        self._rows.put(
            {
                "id": appraisal.id,
                "project_id": appraisal.project_id,
                "party_id": appraisal.party_id,
                "text": appraisal.text,
                "said_on": to_day(appraisal.said_on),
                "by_id": appraisal.by,
            }
        )

    def delete(self, appraisal_id: str) -> None:
        """Mark an appraisal as deleted."""
        self._rows.delete(appraisal_id)


def _appraisal(row: Row) -> Appraisal:
    said_on = from_day(row["said_on"])
    if said_on is None:
        message = "an appraisal without its day was stored"
        raise ValueError(message)
    return Appraisal(
        id=row["id"],
        project_id=row["project_id"],
        party_id=row["party_id"] or "",
        text=row["text"] or "",
        said_on=said_on,
        by=row["by_id"] or "",
    )
