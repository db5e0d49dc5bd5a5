"""Fields that operations touched: what is written on them, and what they come to show.

The decisions are made in `sync`; here is the SQL on both sides of them. While it runs the
triggers are told not to write (`suspended`), inside one transaction.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from inspector.core.segments import Segment, segment_of, unpacked
from inspector.store.engine import CLOCK_FUNCTION
from inspector.store.entries import INDEX_MASK
from inspector.store.schema import BY_NAME
from inspector.store.triggers import INDEX_BITS, INSERT_MARK

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Cell = tuple[str, int]
"""A field of a record: (row, number of the column)."""

_TEMP = """
CREATE TEMP TABLE IF NOT EXISTS touched(
  row TEXT NOT NULL, cid INTEGER NOT NULL, PRIMARY KEY (row, cid)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS new_insert(
  opid INTEGER PRIMARY KEY, row TEXT NOT NULL, cid INTEGER NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class WrittenOp:
    """An operation on a field as the index holds it; `value` is None for a sealed insert."""

    opid: int
    rank: int
    value: str | None
    prev: int | None
    parents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its number: `table` and `name` as the journal knows them."""

    cid: int
    table: str
    name: str

    @property
    def is_known(self) -> bool:
        """Tell whether this program has the column; a newer one may have written it."""
        return _is_known(self.table, self.name)

    @property
    def is_whole(self) -> bool:
        """Tell whether it holds whole numbers."""
        return _is_whole(self.table, self.name)


@cache
def _is_known(table: str, name: str) -> bool:
    return table in BY_NAME and name in (*BY_NAME[table].column_names, "deleted")


@cache
def _is_whole(table: str, name: str) -> bool:
    return name == "deleted" or any(
        column.name == name and column.whole for column in BY_NAME[table].columns
    )


@dataclass(slots=True)
class _Bodies:
    """Segments that were read for the values of their inserts."""

    read: dict[int, Segment] = field(default_factory=dict)


class CellRepository:
    """Operations by field, and the tables that they make; the caller holds the transaction."""

    def __init__(self, db: "Tables") -> None:
        self._db = db
        self._bodies = _Bodies()

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Keep the triggers from writing, and forget what was touched before."""
        for statement in _TEMP.split(";\n"):
            self._db.execute(statement)
        self._db.execute("DELETE FROM touched")
        self._db.execute("DELETE FROM new_insert")
        self._bodies.read.clear()
        self._db.execute("UPDATE sync_self SET applying = 1")
        yield
        self._db.execute("UPDATE sync_self SET applying = 0")
        self._bodies.read.clear()

    def columns(self) -> dict[int, Column]:
        """Give every column that the journal knows by its number."""
        return {
            cid: Column(cid, table, name)
            for cid, table, name in self._db.execute("SELECT cid, tbl, col FROM sync_col")
        }

    # -- what is touched ------------------------------------------------------------------

    def touch_ops(self, seg: int) -> None:
        """Note the fields that a segment writes on."""
        self.touch_span(seg << INDEX_BITS, (seg + 1) << INDEX_BITS)

    def touch_span(self, first: int, end: int) -> None:
        """Note the fields that a span of operations writes on; `end` is not among them."""
        self._db.execute(
            "INSERT OR IGNORE INTO touched SELECT o.row, o.cid FROM sync_op o"
            " JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.opid >= ? AND o.opid < ? AND c.col <> ?",
            [first, end, INSERT_MARK],
        )

    def touch_disputed(self, seg: int) -> None:
        """Note the fields that a segment writes on where heads are kept beside the table."""
        self._db.execute(
            "INSERT OR IGNORE INTO touched SELECT o.row, o.cid FROM sync_op o"
            " JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.opid >= ? AND o.opid < ? AND c.col <> ? AND (o.row IN"
            " (SELECT row FROM sync_head UNION SELECT row FROM sync_uncovered"
            "  UNION SELECT row FROM sync_multi))",
            [seg << INDEX_BITS, (seg + 1) << INDEX_BITS, INSERT_MARK],
        )

    def touch(self, row: str, cid: int) -> None:
        """Note one field."""
        self._db.execute("INSERT OR IGNORE INTO touched VALUES (?, ?)", [row, cid])

    def touch_all(self) -> None:
        """Note every field of every record that a newer program wrote before this one grew."""
        self._db.execute(
            "INSERT OR IGNORE INTO touched SELECT DISTINCT o.row, d.cid FROM sync_op o"
            " JOIN sync_col c ON c.cid = o.cid JOIN sync_col d ON d.tbl = c.tbl AND d.col <> ?",
            [INSERT_MARK],
        )

    def spread_inserts(self) -> None:
        """Where a record was inserted by several, note each of its fields."""
        self._db.execute(
            "INSERT OR IGNORE INTO sync_multi SELECT n.row FROM new_insert n WHERE EXISTS"
            " (SELECT 1 FROM sync_op i JOIN sync_col c ON c.cid = i.cid"
            "   WHERE i.row = n.row AND c.col = ? AND i.opid <> n.opid)",
            [INSERT_MARK],
        )
        several = self._db.execute(
            "SELECT DISTINCT n.row FROM new_insert n JOIN sync_multi m ON m.row = n.row"
        )
        self.touch_whole([row for (row,) in several])

    def touch_whole(self, rows: Sequence[str]) -> None:
        """Note every field that the inserts of some records give them."""
        self._db.execute(
            "INSERT OR IGNORE INTO touched SELECT o.row, d.cid FROM json_each(?) r"
            " CROSS JOIN sync_op o ON o.row = r.value JOIN sync_col c ON c.cid = o.cid"
            " JOIN sync_col d ON d.tbl = c.tbl AND d.col <> c.col WHERE c.col = ?",
            [json.dumps(rows), INSERT_MARK],
        )

    def touched(self) -> Iterator[tuple[Cell, list[WrittenOp]]]:
        """Yield each field that was noted, with all operations on it that are indexed."""
        parents = self._parents_of_touched()
        found = self._db.execute(
            "SELECT t.row, t.cid, o.opid, o.rank, o.val, o.prev FROM touched t"
            " LEFT JOIN sync_op o ON o.row = t.row AND o.cid = t.cid ORDER BY t.row, t.cid"
        ).fetchall()
        for cell, group in groupby(found, key=itemgetter(0, 1)):
            yield (
                cell,
                [
                    WrittenOp(opid, rank, value, prev, parents.get(opid, ()))
                    for _row, _cid, opid, rank, value, prev in group
                    if opid is not None
                ],
            )

    def _parents_of_touched(self) -> dict[int, tuple[int, ...]]:
        parents: dict[int, tuple[int, ...]] = {}
        for opid, parent in self._db.execute(
            "SELECT p.opid, p.parent FROM touched t"
            " JOIN sync_op o ON o.row = t.row AND o.cid = t.cid"
            " JOIN sync_parent p ON p.opid = o.opid"
        ):
            parents[opid] = (*parents.get(opid, ()), parent)
        return parents

    def several(self) -> list[tuple[str, str, int, int]]:
        """List (row, table, operation, rank) of the inserts of touched records with several."""
        return self._db.execute(
            "SELECT m.row, c.tbl, o.opid, o.rank FROM sync_multi m JOIN sync_op o ON o.row = m.row"
            " JOIN sync_col c ON c.cid = o.cid WHERE c.col = ?"
            " AND m.row IN (SELECT row FROM touched) ORDER BY m.row",
            [INSERT_MARK],
        ).fetchall()

    def house(self, row: str, table: str, project: str, others: Iterable[str]) -> None:
        """Let a record stand in one table and project only; its fields must be derived."""
        self._db.execute("DELETE FROM sync_uncovered WHERE row = ?", [row])
        for other in others:
            if other in BY_NAME:
                self._db.execute(f"DELETE FROM {other} WHERE id = ?", [row])
        if table not in BY_NAME:
            return
        standing = self._db.execute(f"SELECT project_id FROM {table} WHERE id = ?", [row])
        if standing.fetchone() != (project,):
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row])
            self._db.execute(f"INSERT INTO {table}(id, project_id) VALUES (?, ?)", [row, project])

    def inserts_of(self, row: str, table: str) -> list[WrittenOp]:
        """Read the inserts of a record into a table, with what each says."""
        return [
            WrittenOp(opid, rank, value or self._insert_value(opid), None, ())
            for opid, rank, value in self._db.execute(
                "SELECT o.opid, o.rank, o.val FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
                " WHERE o.row = ? AND c.tbl = ? AND c.col = ?",
                [row, table, INSERT_MARK],
            ).fetchall()
        ]

    def _insert_value(self, opid: int) -> str:
        seg = opid >> INDEX_BITS
        if seg not in self._bodies.read:
            (body,) = self._db.execute(
                "SELECT body FROM sync_segment WHERE seg = ?", [seg]
            ).fetchone()
            self._bodies.read[seg] = segment_of(unpacked(bytes(body)))
        return self._bodies.read[seg].ops[opid & INDEX_MASK].value

    def deleted_rows(self) -> list[tuple[str, str]]:
        """List (row, table) of the touched records of which somebody set `deleted`.

        Also those that stayed although they were deleted: whoever did so may be out again.
        """
        return self._db.execute(
            "SELECT DISTINCT t.row, d.tbl FROM touched t JOIN sync_col c ON c.cid = t.cid"
            " JOIN sync_col d ON d.tbl = c.tbl AND d.col = 'deleted'"
            " WHERE EXISTS (SELECT 1 FROM sync_op o WHERE o.row = t.row AND o.cid = d.cid)"
            " OR EXISTS (SELECT 1 FROM sync_uncovered u WHERE u.row = t.row)"
        ).fetchall()

    def ops_of(self, row: str, table: str) -> dict[int, list[WrittenOp]]:
        """Read all operations on a record of a table by column."""
        parents: dict[int, tuple[int, ...]] = {}
        for opid, parent in self._db.execute(
            "SELECT p.opid, p.parent FROM sync_op o JOIN sync_parent p ON p.opid = o.opid"
            " WHERE o.row = ?",
            [row],
        ):
            parents[opid] = (*parents.get(opid, ()), parent)
        cells: dict[int, list[WrittenOp]] = {}
        for cid, opid, rank, value, prev in self._db.execute(
            "SELECT o.cid, o.opid, o.rank, o.val, o.prev FROM sync_op o"
            " JOIN sync_col c ON c.cid = o.cid WHERE o.row = ? AND c.tbl = ?",
            [row, table],
        ):
            op = WrittenOp(opid, rank, value, prev, parents.get(opid, ()))
            cells.setdefault(cid, []).append(op)
        return cells

    def standing(self) -> dict[int, tuple[bytes, bool, str]]:
        """Give each segment's hash, whether its person may settle conflicts, its project."""
        return {
            seg: (bytes(digest or b""), bool(resolves), project)
            for seg, digest, resolves, project in self._db.execute(
                "SELECT seg, hash, resolves, project_id FROM sync_segment"
                " WHERE +state IN (0, 1)"  # plus: the index that holds all of it, not the bodies
            )
        }

    # -- settling ---------------------------------------------------------------------------

    def column(self, table: str, name: str) -> Column:
        """Give a column by its names."""
        (cid,) = self._db.execute(
            "SELECT cid FROM sync_col WHERE tbl = ? AND col = ?", [table, name]
        ).fetchone()
        return Column(cid, table, name)

    def heads_kept(self, row: str, cid: int) -> list[tuple[int, str]]:
        """List (operation, value) of the heads that are kept of a field, several or none."""
        return self._db.execute(
            "SELECT opid, val FROM sync_head WHERE row = ? AND cid = ? ORDER BY opid", [row, cid]
        ).fetchall()

    def uncovered_of(self, row: str) -> list[int]:
        """List what the delete of a record had not seen."""
        sql = "SELECT opid FROM sync_uncovered WHERE row = ? ORDER BY opid"
        return [opid for (opid,) in self._db.execute(sql, [row])]

    def by_rank(self, opids: Sequence[int]) -> list[int]:
        """Order operations, the greatest first."""
        found = self._db.execute(
            "SELECT opid FROM sync_op WHERE opid IN (SELECT value FROM json_each(?))"
            " ORDER BY rank DESC, opid DESC",
            [json.dumps(list(opids))],
        )
        return [opid for (opid,) in found]

    def write_op(
        self, project: str, cell: Cell, value: str, prev: int, parents: Sequence[int]
    ) -> None:
        """Write an operation that replaces exactly what it names; deriving makes it show.

        `prev` is the greatest of them: the operation outranks all, whatever the clock says.
        """
        row, cid = cell
        self._db.execute(
            "INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)"
            " SELECT coalesce((SELECT max(opid) + 1 FROM sync_op"
            f"   WHERE opid >= s.seg << {INDEX_BITS} AND opid < (s.seg + 1) << {INDEX_BITS}),"
            f"   s.seg << {INDEX_BITS}), ?1, ?2,"
            "   max(t.ms, 1 + (SELECT rank >> 16 FROM sync_op WHERE opid = ?3)) << 16 | t.rep16,"
            "   t.ms, ?3, ?4"
            f" FROM sync_open s, (SELECT {CLOCK_FUNCTION}() AS ms, rep16 FROM sync_self) t"
            " WHERE s.project_id = ?5",
            [row, cid, prev, value, project],
        )
        self._db.execute(
            "INSERT INTO sync_parent SELECT (SELECT o.opid FROM sync_op o JOIN sync_segment g"
            f" ON g.seg = o.opid >> {INDEX_BITS} WHERE o.row = ?1 AND o.cid = ?2 AND g.state = 0"
            " ORDER BY o.opid DESC LIMIT 1), value FROM json_each(?3)",
            [row, cid, json.dumps([parent for parent in parents if parent != prev])],
        )

    # -- what they come to show -----------------------------------------------------------

    def show(self, column: Column, values: Sequence[tuple[Any, str]]) -> None:
        """Set (value, row) pairs of a column where they differ."""
        self._db.conn.executemany(
            f"UPDATE {column.table} SET {column.name} = ?1"
            f" WHERE id = ?2 AND {column.name} IS NOT ?1",
            values,
        )

    def keep_heads(self, heads: Sequence[tuple[str, int, int, str]]) -> None:
        """Keep (row, column, operation, value) of the heads of the touched fields."""
        self._db.execute(
            "DELETE FROM sync_head WHERE EXISTS (SELECT 1 FROM touched t"
            " WHERE t.row = sync_head.row AND t.cid = sync_head.cid)"
        )
        self._db.conn.executemany("INSERT INTO sync_head VALUES (?, ?, ?, ?)", heads)

    def keep_uncovered(self, row: str, opids: Sequence[int]) -> None:
        """Keep what a delete of a record had not seen."""
        self._db.execute("DELETE FROM sync_uncovered WHERE row = ?", [row])
        self._db.conn.executemany(
            "INSERT INTO sync_uncovered VALUES (?, ?)", [(row, opid) for opid in opids]
        )

    def tables_touched(self) -> dict[str, set[str]]:
        """Name the records that were touched or are new, by table."""
        found: dict[str, set[str]] = {}
        for table, row in self._db.execute(
            "SELECT c.tbl, t.row FROM touched t JOIN sync_col c ON c.cid = t.cid"
            " UNION SELECT c.tbl, n.row FROM new_insert n JOIN sync_col c ON c.cid = n.cid"
        ):
            found.setdefault(table, set()).add(row)
        return found
