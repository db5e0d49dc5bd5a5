"""Erasing personal values: the value goes, its hash and the record of who and why stay."""

from typing import TYPE_CHECKING, Any

from inspector.core.errors import InspectorError, Problem
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class ErasureRepository:
    """What was erased, by whom and why; the journal signs it like any other record."""

    def __init__(self, db: "Tables") -> None:
        self._db = db
        self._rows = Rows(db, "erasure")

    def owner_of(self, record_id: str, column: str) -> tuple[str, str] | None:
        """Give (table, project) of a record that has a personal column, deleted ones included."""
        for table in TABLES:
            if column in table.personal:
                sql = f"SELECT project_id FROM {table.name} WHERE id = ?"
                found = self._db.execute(sql, [record_id]).fetchone()
                if found:
                    return table.name, found[0]
        return None

    def erase(self, erasure: dict[str, Any], table: str) -> None:
        """Remove every kept value of one personal field and record the removal.

        `erasure` is the row: id, project_id, row_id, column_name, reason, at_ms, by_id. It is
        never earlier than what was written on the field, whatever the clocks: by that others
        tell what it erased from what was written after it.
        """
        column = str(erasure["column_name"])
        if column not in BY_NAME[table].personal:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=column)
        last_ms = self._last_written(erasure["row_id"], column)
        self._rows.put({**erasure, "at_ms": max(erasure["at_ms"], last_ms)})
        self._db.execute(
            "DELETE FROM private_value WHERE row = ? AND col = ?", [erasure["row_id"], column]
        )

    def _last_written(self, row: str, column: str) -> int:
        (at_ms,) = self._db.execute(
            "SELECT coalesce(max(o.rank >> 16), 0) FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.row = ? AND c.col = ?",
            [row, column],
        ).fetchone()
        return int(at_ms)
