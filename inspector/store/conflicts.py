"""What people left open, read from the heads that were kept beside the tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.core.canonical import canonical
from inspector.store.schema import BY_NAME, TABLES
from inspector.store.triggers import INDEX_BITS

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_NAMING = ("number", "code", "item_id", "name", "title", "text", "unit", "value", "caption")
_IS_HERE = " ".join(
    f"WHEN '{table.name}' THEN EXISTS"
    f" (SELECT 1 FROM {table.name} t WHERE t.id = h.row AND t.deleted = 0)"
    for table in TABLES
)
"""Whether the record of a head is one of ours and not deleted: nobody settles what is gone."""
_DISPUTED = (
    "SELECT h.row, h.cid, c.tbl, c.col, h.opid, h.val, g.project_id, p.rank, g.hash"
    " FROM sync_head h"
    " JOIN sync_col c ON c.cid = h.cid JOIN sync_op p ON p.opid = h.opid"
    f" JOIN sync_segment g ON g.seg = h.opid >> {INDEX_BITS}"
    " WHERE (SELECT count(DISTINCT coalesce(o.val, 'null'))"
    "   FROM sync_head o WHERE o.row = h.row AND o.cid = h.cid) > 1"
    f" AND CASE c.tbl {_IS_HERE} ELSE 0 END"
)
_UNCOVERED = (
    "SELECT h.row, c.tbl, h.opid, g.project_id FROM sync_uncovered h"
    " JOIN sync_op o ON o.opid = h.opid JOIN sync_col c ON c.cid = o.cid"
    f" JOIN sync_segment g ON g.seg = h.opid >> {INDEX_BITS}"
    f" WHERE CASE c.tbl {_IS_HERE} ELSE 0 END"
)
_WANTED = (
    "(?1 IS NULL OR project_id = ?1) AND (?2 IS NULL OR row IN (SELECT value FROM json_each(?2)))"
)


@dataclass(frozen=True, slots=True)
class Head:
    """One operation that stands against others: `value` is JSON text."""

    row: str
    table: str
    column: str
    opid: int
    value: str
    project: str


class ConflictRepository:
    """Disputed fields and records deleted by some and edited by others."""

    def __init__(self, db: "Tables") -> None:
        self._db = db

    def disputed(
        self, project_id: str | None = None, rows: Iterable[str] | None = None
    ) -> Iterator[Head]:
        """Yield the heads of every field in conflict, field by field, the greatest first.

        Of one project, of some records, or all.
        """
        for row, table, column, opid, value, project in self._db.execute(
            f"SELECT row, tbl, col, opid, val, project_id FROM ({_DISPUTED}) WHERE {_WANTED}"
            " ORDER BY row, cid, rank DESC, hash DESC, opid DESC",
            _wanted(project_id, rows),
        ).fetchall():
            yield Head(row, table, column, opid, value, project)

    def uncovered(
        self, project_id: str | None = None, rows: Iterable[str] | None = None
    ) -> Iterator[tuple[str, str, str, int]]:
        """Yield (row, table, project, operation) of what deletes had not seen."""
        for row, table, opid, project in self._db.execute(
            f"SELECT * FROM ({_UNCOVERED}) WHERE {_WANTED} ORDER BY row, opid",
            _wanted(project_id, rows),
        ).fetchall():
            yield row, table, project, opid

    def count(self) -> int:
        """Count the fields and records that people must settle."""
        (number,) = self._db.execute(
            f"SELECT (SELECT count(*) FROM (SELECT DISTINCT row, cid FROM ({_DISPUTED})))"
            f" + (SELECT count(DISTINCT row) FROM ({_UNCOVERED}))"
        ).fetchone()
        return int(number)

    def count_by_project(self) -> dict[str, int]:
        """Count the fields and records that people must settle, project by project."""
        return dict(
            self._db.execute(
                "SELECT project_id, count(*) FROM ("
                f"SELECT DISTINCT project_id, row, cid FROM ({_DISPUTED})"
                f" UNION ALL SELECT DISTINCT project_id, row, -1 FROM ({_UNCOVERED}))"
                " GROUP BY project_id"
            ).fetchall()
        )

    def count_in(self, segs: Iterable[int]) -> int:
        """Count the operations of some segments that stand against others."""
        (number,) = self._db.execute(
            f"SELECT count(*) FROM (SELECT opid FROM ({_DISPUTED})"
            " UNION SELECT opid FROM sync_uncovered)"
            f" WHERE opid >> {INDEX_BITS} IN (SELECT value FROM json_each(?))",
            [canonical(sorted(segs))],
        ).fetchone()
        return int(number)

    def exists(self, table: str, row: str) -> bool:
        """Tell whether a record is here and not deleted."""
        sql = f"SELECT 1 FROM {table} WHERE id = ? AND deleted = 0"
        return self._db.execute(sql, [row]).fetchone() is not None

    def title_of(self, table: str, row: str) -> str:
        """Name a record by what people call it: its number, name or text, and where it is."""
        own = [name for name in _NAMING if name in BY_NAME[table].column_names]
        own = [name for name in own if name not in BY_NAME[table].personal]
        found = self._db.execute(
            f"SELECT {', '.join(own) or 'id'} FROM {table} WHERE id = ?", [row]
        ).fetchone()
        parts = [str(value) for value in found if value] if own else []
        where = self._place_of(table, row) or ([] if parts else self._party_of(table, row))
        return " ".join([*where, *parts[:2]]) or row[:8]

    def _place_of(self, table: str, row: str) -> list[str]:
        if "place_id" not in BY_NAME[table].column_names:
            return []
        found = self._db.execute(
            f"SELECT p.name FROM {table} t JOIN place p ON p.id = t.place_id WHERE t.id = ?", [row]
        ).fetchone()
        return [found[0]] if found and found[0] else []

    def _party_of(self, table: str, row: str) -> list[str]:
        if "party_id" not in BY_NAME[table].column_names:
            return []
        found = self._db.execute(
            f"SELECT p.unit FROM {table} t JOIN party p ON p.id = t.party_id WHERE t.id = ?", [row]
        ).fetchone()
        return [found[0]] if found and found[0] else []

    def deletes_of(self, row: str) -> list[int]:
        """List the operations that deleted a record and that nothing took back."""
        found = self._db.execute(
            "SELECT o.opid FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.row = ? AND c.col = 'deleted' AND o.val = '1' AND NOT EXISTS"
            " (SELECT 1 FROM sync_op n WHERE n.row = o.row AND n.cid = o.cid AND n.prev = o.opid)"
            " ORDER BY o.rank DESC",
            [row],
        )
        return [opid for (opid,) in found]

    def ancestor(self, opids: Sequence[int]) -> int | None:
        """Give the newest operation that all of these descend from, by what each replaced."""
        chains = [self._chain(opid) for opid in opids]
        for opid in chains[0] if chains else ():
            if all(opid in chain for chain in chains):
                return opid
        return None

    def _chain(self, opid: int) -> list[int]:
        found = self._db.execute(
            "WITH RECURSIVE chain(opid, prev, depth) AS (SELECT opid, prev, 0 FROM sync_op"
            " WHERE opid = ? UNION ALL SELECT o.opid, o.prev, depth + 1 FROM chain"
            " JOIN sync_op o ON o.opid = chain.prev) SELECT opid FROM chain ORDER BY depth",
            [opid],
        )
        return [one for (one,) in found]


def _wanted(project_id: str | None, rows: Iterable[str] | None) -> list[str | None]:
    return [project_id, None if rows is None else canonical(sorted(rows))]
