"""What people left open, read from the heads that were kept beside the tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.core.canonical import canonical
from inspector.store.schema import BY_NAME
from inspector.store.triggers import INDEX_BITS

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_NAMING = ("number", "code", "item_id", "name", "title", "text", "unit", "value", "caption")
_DISPUTED = (
    "SELECT h.row, h.cid, c.tbl, c.col, h.opid, h.val FROM sync_head h"
    " JOIN sync_col c ON c.cid = h.cid WHERE (SELECT count(DISTINCT coalesce(o.val, 'null'))"
    " FROM sync_head o WHERE o.row = h.row AND o.cid = h.cid) > 1"
)


@dataclass(frozen=True, slots=True)
class Head:
    """One operation that stands against others: `value` is JSON text."""

    row: str
    table: str
    column: str
    opid: int
    value: str


class ConflictRepository:
    """Disputed fields and records deleted by some and edited by others."""

    def __init__(self, db: "Tables") -> None:
        self._db = db

    def disputed(self) -> Iterator[Head]:
        """Yield the heads of every field in conflict, field by field, the greatest first."""
        for row, _cid, table, column, opid, value in self._db.execute(
            f"{_DISPUTED} ORDER BY h.row, h.cid,"
            " (SELECT rank FROM sync_op WHERE opid = h.opid) DESC"
        ).fetchall():
            yield Head(row, table, column, opid, value)

    def uncovered(self) -> Iterator[tuple[str, str, int]]:
        """Yield (row, table, operation) of what deletes had not seen."""
        yield from self._db.execute(
            "SELECT u.row, c.tbl, u.opid FROM sync_uncovered u"
            " JOIN sync_op o ON o.opid = u.opid JOIN sync_col c ON c.cid = o.cid"
            " ORDER BY u.row, u.opid"
        ).fetchall()

    def count(self) -> int:
        """Count the fields and records that people must settle."""
        (number,) = self._db.execute(
            f"SELECT (SELECT count(*) FROM (SELECT DISTINCT row, cid FROM ({_DISPUTED})))"
            " + (SELECT count(DISTINCT row) FROM sync_uncovered)"
        ).fetchone()
        return int(number)

    def count_in(self, segs: Iterable[int]) -> int:
        """Count the operations of some segments that stand against others."""
        (number,) = self._db.execute(
            f"SELECT count(*) FROM (SELECT opid FROM ({_DISPUTED})"
            " UNION SELECT opid FROM sync_uncovered)"
            f" WHERE opid >> {INDEX_BITS} IN (SELECT value FROM json_each(?))",
            [canonical(sorted(segs))],
        ).fetchone()
        return int(number)

    def rows_in_conflict(self, project_id: str) -> set[str]:
        """List the records of a project of which anything is open."""
        found = self._db.execute(
            f"SELECT DISTINCT d.row FROM (SELECT row, opid FROM ({_DISPUTED})"
            " UNION SELECT row, opid FROM sync_uncovered) d"
            f" JOIN sync_segment g ON g.seg = d.opid >> {INDEX_BITS} WHERE g.project_id = ?",
            [project_id],
        )
        return {row for (row,) in found}

    def exists(self, table: str, row: str) -> bool:
        """Tell whether a record is here and not deleted."""
        sql = f"SELECT 1 FROM {table} WHERE id = ? AND deleted = 0"
        return self._db.execute(sql, [row]).fetchone() is not None

    def project_of(self, table: str, row: str) -> str:
        """Give the project of a record."""
        found = self._db.execute(f"SELECT project_id FROM {table} WHERE id = ?", [row]).fetchone()
        return str(found[0])

    def title_of(self, table: str, row: str) -> str:
        """Name a record by what people call it: its number, name or text, and where it is."""
        own = [name for name in _NAMING if name in BY_NAME[table].column_names]
        own = [name for name in own if name not in BY_NAME[table].personal]
        found = self._db.execute(
            f"SELECT {', '.join(own) or 'id'} FROM {table} WHERE id = ?", [row]
        ).fetchone()
        parts = [str(value) for value in found if value] if own else []
        return " ".join([*self._place_of(table, row), *parts[:2]]) or row[:8]

    def _place_of(self, table: str, row: str) -> list[str]:
        if "place_id" not in BY_NAME[table].column_names:
            return []
        found = self._db.execute(
            f"SELECT p.name FROM {table} t JOIN place p ON p.id = t.place_id WHERE t.id = ?", [row]
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

    def settled_marks(self, row: str) -> list[int]:
        """List the operations on a record that settled a conflict: a mark that stays."""
        found = self._db.execute(
            "SELECT DISTINCT o.opid FROM sync_op o JOIN sync_parent p ON p.opid = o.opid"
            " JOIN sync_op q ON q.opid = p.parent AND q.cid = o.cid WHERE o.row = ?",
            [row],
        )
        return [opid for (opid,) in found]
