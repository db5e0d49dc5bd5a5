"""The index of operations: segments go in some operations at a time, and come out whole.

What is written or taken away is noted as touched (`cells`), so that it is derived; the caller
holds the transaction and has told the triggers not to write.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from inspector.core.segments import Reference, Segment
from inspector.store.cells import CellRepository
from inspector.store.entries import INDEX_MASK, replica_alias
from inspector.store.schema import BY_NAME
from inspector.store.triggers import INDEX_BITS, INSERT_MARK

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_TEXTS = frozenset({str, type(None)})


@dataclass(frozen=True, slots=True)
class WrittenAt:
    """Where an operation stands: its record, `table.column`, and its rank without the alias."""

    row: str
    column: str
    rank_ms: int


class OpIndex:
    """What the journal knows of merged segments, operation by operation."""

    def __init__(self, db: "Tables", cells: CellRepository) -> None:
        self._db = db
        self._cells = cells

    def indexed(self, seg: int) -> int:
        """Count the operations of a segment that are in the index: always its first ones."""
        (last,) = self._db.execute(
            "SELECT max(opid) FROM sync_op WHERE opid >= ? AND opid < ?",
            [seg << INDEX_BITS, (seg + 1) << INDEX_BITS],
        ).fetchone()
        return 0 if last is None else (last & INDEX_MASK) + 1

    def store_ops(
        self, seg: int, segment: Segment, aliases: Mapping[str, int], span: range
    ) -> None:
        """Index some operations of a sound segment, and note which fields they touch."""
        base = seg << INDEX_BITS
        alias = replica_alias(bytes.fromhex(segment.replica))
        written = [(base | index, segment.ops[index]) for index in span]
        cids = self._numbers({op.column for _opid, op in written})
        ops: list[tuple[Any, ...]] = []
        parents: list[tuple[int, int | None]] = []
        inserts, values = [], []
        for opid, op in written:
            cid, is_insert = cids[op.column], op.column.endswith(INSERT_MARK)
            ops.append(
                (
                    opid,
                    op.row,
                    cid,
                    op.rank_ms << 16 | alias,
                    op.at_ms,
                    self._opid(op.prev, seg, aliases),
                    None if is_insert else op.value,
                )
            )
            parents.extend((opid, self._opid(parent, seg, aliases)) for parent in op.parents)
            if is_insert:
                inserts.append((opid, op.row, cid))
                values.append((op.row, op.column.partition(".")[0], op.value))
        self._db.conn.executemany("INSERT INTO sync_op VALUES (?, ?, ?, ?, ?, ?, ?)", ops)
        self._db.conn.executemany("INSERT OR IGNORE INTO sync_parent VALUES (?, ?)", parents)
        self._db.conn.executemany("INSERT INTO new_insert VALUES (?, ?, ?)", inserts)
        self._insert_rows(values)
        self._cells.touch_span(base + span.start, base + span.stop)

    def written_at(
        self, references: Iterable[Reference], aliases: Mapping[str, int]
    ) -> dict[Reference, WrittenAt]:
        """Tell on which field, and how high, operations of merged segments stand."""
        wanted = {aliases[seg] << INDEX_BITS | i: (seg, i) for seg, i in references if seg}
        return {
            wanted[opid]: WrittenAt(row, f"{table}.{column}", rank)
            for opid, row, table, column, rank in self._db.execute(
                "SELECT o.opid, o.row, c.tbl, c.col, o.rank >> 16 FROM json_each(?) r"
                " JOIN sync_op o ON o.opid = r.value JOIN sync_col c ON c.cid = o.cid",
                [json.dumps(list(wanted))],
            )
        }

    @staticmethod
    def _opid(reference: Any, seg: int, aliases: Mapping[str, int]) -> int | None:
        if reference is None:
            return None
        digest, index = reference
        opid: int = (seg if digest is None else aliases[digest]) << INDEX_BITS | index
        return opid

    def _numbers(self, names: set[str]) -> dict[str, int]:
        """Give the numbers of columns; a name that this program does not know gets one too."""
        numbers = {}
        for name in names:
            table, _dot, column = name.partition(".")
            self._db.execute(
                "INSERT OR IGNORE INTO sync_col(tbl, col) VALUES (?, ?)", [table, column]
            )
            (numbers[name],) = self._db.execute(
                "SELECT cid FROM sync_col WHERE tbl = ? AND col = ?", [table, column]
            ).fetchone()
        return numbers

    def _insert_rows(self, values: Sequence[tuple[str, str, str]]) -> None:
        """Make the records that are new, as their inserts say."""
        for table, group in groupby(sorted(values, key=itemgetter(1)), itemgetter(1)):
            if table not in BY_NAME:
                continue
            names = ("project_id", *BY_NAME[table].column_names)
            rows = [(row, *_fitting_row(table, json.loads(text))) for row, _table, text in group]
            marks = ", ".join("?" for _name in ("id", *names))
            self._db.conn.executemany(
                f"INSERT OR IGNORE INTO {table}(id, {', '.join(names)}) VALUES ({marks})", rows
            )

    def remove_ops(self, seg: int) -> None:
        """Take a segment's operations out of the index; what they touched must be derived."""
        self._cells.touch_ops(seg)
        low, high = seg << INDEX_BITS, (seg + 1) << INDEX_BITS
        self._db.execute(
            "INSERT OR IGNORE INTO touched SELECT o.row, d.cid FROM sync_op o"
            " JOIN sync_col c ON c.cid = o.cid JOIN sync_col d ON d.tbl = c.tbl AND d.col <> ?"
            " WHERE o.opid >= ? AND o.opid < ? AND c.col = ?",
            [INSERT_MARK, low, high, INSERT_MARK],
        )
        rows = self._db.execute(
            "SELECT DISTINCT o.row, c.tbl FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.opid >= ? AND o.opid < ? AND c.col = ?",
            [low, high, INSERT_MARK],
        ).fetchall()
        self._forget_ops(seg)
        for row, table in rows:
            self._forget_row(row, table)

    def _forget_ops(self, seg: int) -> None:
        low, high = seg << INDEX_BITS, (seg + 1) << INDEX_BITS
        self._db.execute("DELETE FROM sync_parent WHERE opid >= ? AND opid < ?", [low, high])
        self._db.execute("DELETE FROM sync_op WHERE opid >= ? AND opid < ?", [low, high])
        self._db.execute("DELETE FROM new_insert WHERE opid >= ? AND opid < ?", [low, high])

    def _forget_row(self, row: str, table: str) -> None:
        """Drop a record that no insert makes any more, and what is noted of it."""
        (left,) = self._db.execute(
            "SELECT count(*) FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
            " WHERE o.row = ? AND c.col = ?",
            [row, INSERT_MARK],
        ).fetchone()
        if left:
            self._cells.touch_whole([row])
        else:
            self._db.execute("DELETE FROM sync_multi WHERE row = ?", [row])
            if table in BY_NAME:
                self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row])
            for name in ("touched", "sync_head", "sync_uncovered"):
                self._db.execute(f"DELETE FROM {name} WHERE row = ?", [row])


def _fitting_row(table: str, said: Mapping[str, Any]) -> tuple[Any, ...]:
    """Give what an insert says of each column, and nothing where it does not fit."""
    names, wholes = _insertable(table)
    values = tuple(map(said.get, names))
    if _TEXTS.issuperset(map(type, values)) and not any(
        said.get(name) is not None for name in wholes
    ):
        return values
    return tuple(
        _fitting(value, whole=name in wholes) for name, value in zip(names, values, strict=True)
    )


@cache
def _insertable(table: str) -> tuple[tuple[str, ...], frozenset[str]]:
    columns = BY_NAME[table].columns
    wholes = frozenset(column.name for column in columns if column.whole)
    return ("project_id", *BY_NAME[table].column_names), wholes


def _fitting(value: Any, *, whole: bool) -> Any:
    if whole:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        return value if is_whole and -(2**63) <= value < 2**63 else None
    return value if isinstance(value, str) else None
