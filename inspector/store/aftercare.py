"""Final account, warranties, handover and long-term management, as rows."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from inspector.core.aftercare.account import FinalAccount
from inspector.core.aftercare.care import CareAnswer, CarePoint, CareState
from inspector.core.aftercare.claim import WarrantyClaim
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management, ManagementMode
from inspector.core.aftercare.warranty import Warranty, WarrantyKind
from inspector.store.rows import Row, Rows, from_day, from_decimal, to_day, to_decimal

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Record = FinalAccount | Warranty | HandoverRow | Management | CareAnswer | WarrantyClaim

_TABLES: Mapping[type, str] = {
    FinalAccount: "final_account",
    Warranty: "warranty",
    HandoverRow: "handover_row",
    Management: "management",
    CareAnswer: "care_answer",
    WarrantyClaim: "warranty_claim",
}
_IN_ORDER = "ORDER BY position, id"


class AftercareRepository:
    """What is on record of a project after its acceptance."""

    def __init__(self, db: "Tables") -> None:
        self._db = db
        self._rows = {name: Rows(db, name) for name in _TABLES.values()}

    def account(self, project_id: str) -> FinalAccount | None:
        """Read the final account of a project."""
        found = list(self._rows["final_account"].of_project(project_id, "ORDER BY id LIMIT 1"))
        return _account(found[0]) if found else None

    def management(self, project_id: str) -> Management | None:
        """Read how a project is managed."""
        found = list(self._rows["management"].of_project(project_id, "ORDER BY id LIMIT 1"))
        return _management(found[0]) if found else None

    def warranties(self, project_id: str) -> list[Warranty]:
        """List the warranties of a project in the order in which they were entered."""
        return [_warranty(row) for row in self._rows["warranty"].of_project(project_id, _IN_ORDER)]

    def warranty(self, warranty_id: str) -> Warranty:
        """Read one warranty."""
        return _warranty(self._rows["warranty"].get(warranty_id))

    def handover(self, project_id: str) -> list[HandoverRow]:
        """List what a project hands over, in the order in which it was entered."""
        rows = self._rows["handover_row"].of_project(project_id, _IN_ORDER)
        return [_handover(row) for row in rows]

    def handover_row(self, row_id: str) -> HandoverRow:
        """Read one line of the list."""
        return _handover(self._rows["handover_row"].get(row_id))

    def claims(self, project_id: str) -> list[WarrantyClaim]:
        """List the claims within warranties of a project, in the order in which they came."""
        return [
            _claim(row) for row in self._rows["warranty_claim"].of_project(project_id, _IN_ORDER)
        ]

    def claim(self, claim_id: str) -> WarrantyClaim:
        """Read one claim."""
        return _claim(self._rows["warranty_claim"].get(claim_id))

    def claims_named(self, code: str) -> list[WarrantyClaim]:
        """List the claims with this id or number."""
        found = self._rows["warranty_claim"].where("id = ? OR number = ?", [code, code.upper()])
        return [_claim(row) for row in found]

    def claim_numbers(self, prefix: str) -> list[str]:
        """List the numbers that begin so, also of claims that were taken off: none comes twice."""
        found = self._db.execute(
            "SELECT number FROM warranty_claim WHERE substr(number, 1, length(?1)) = ?1", [prefix]
        )
        return [number for (number,) in found.fetchall()]

    def answers(self, project_id: str) -> list[CareAnswer]:
        """List what the visits of a project found of the points."""
        return [_answer(row) for row in self._rows["care_answer"].of_project(project_id)]

    def put(self, record: Record) -> None:
        """Keep a record."""
        self._rows[_TABLES[type(record)]].put(_plain(record))

    def table_of(self, record_id: str) -> str | None:
        """Tell in which of these tables a record stands."""
        return next((name for name, rows in self._rows.items() if rows.find(record_id)), None)

    def delete(self, table: str, record_id: str) -> None:
        """Mark a record as deleted."""
        self._rows[table].delete(record_id)


def _plain(record: Record) -> Row:
    """Spell a record whose fields are the columns."""
    return {one.name: _spelled(getattr(record, one.name)) for one in fields(record)}


def _spelled(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return to_decimal(value)
    return to_day(value) if isinstance(value, date) else value


def _account(row: Row) -> FinalAccount:
    texts = ("id", "project_id", "explanation", "approved_by", "approval_paper")
    sums: Row = {name: from_decimal(value) for name, value in row.items() if name.endswith("_yuan")}
    return FinalAccount(
        **{name: row[name] for name in texts},
        **sums,
        due_on=from_day(row["due_on"]),
        approved_on=from_day(row["approved_on"]),
    )


def _warranty(row: Row) -> Warranty:
    names = ("id", "project_id", "months", "party_id", "paper")
    return Warranty(
        **{name: row[name] for name in names},
        kind=WarrantyKind(row["kind"]),
        part=row["part"] or "",
        starts_on=_day(row["starts_on"]),
        ends_on=_day(row["ends_on"]),
        position=row["position"] or 0,
    )


def _handover(row: Row) -> HandoverRow:
    names = ("id", "project_id", "quantity", "receiver", "paper", "note")
    return HandoverRow(
        **{name: row[name] for name in names},
        kind=HandoverKind(row["kind"]),
        item=row["item"] or "",
        handed_on=from_day(row["handed_on"]),
        position=row["position"] or 0,
    )


def _management(row: Row) -> Management:
    names = ("signed_on", "until_on", "fund_on", "rules_on")
    days: Row = {name: from_day(row[name]) for name in names}
    return Management(
        **{name: row[name] for name in ("id", "project_id", "body", "agreement", "note")},
        **days,
        mode=ManagementMode(row["mode"]) if row["mode"] else None,
    )


def _answer(row: Row) -> CareAnswer:
    return CareAnswer(
        **{name: row[name] for name in ("id", "project_id", "visit_id", "note")},
        point=CarePoint(row["point"]),
        state=CareState(row["state"]),
    )


def _claim(row: Row) -> WarrantyClaim:
    texts = ("id", "project_id", "place_id", "warranty_id", "party_id", "repaired_by", "repair")
    return WarrantyClaim(
        **{name: row[name] for name in (*texts, "closed_by", "note")},
        number=row["number"] or "",
        reported_on=_day(row["reported_on"]),
        text=row["text"] or "",
        repaired_on=from_day(row["repaired_on"]),
        closed_on=from_day(row["closed_on"]),
        position=row["position"] or 0,
    )


def _day(text: str | None) -> date:
    day = from_day(text)
    if day is None:
        message = "a warranty or claim without its days was stored"
        raise ValueError(message)
    return day
