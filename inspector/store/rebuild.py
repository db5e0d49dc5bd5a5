"""Build the data tables from the journal alone, in a database of its own (invariant I4).

`workspace check` compares the result with the live tables: what a foreign hand changed without
the journal shows here.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from inspector.core.segments import Op, Segment
from inspector.store.engine import connect_memory, tables_over
from inspector.store.journal import replica_alias
from inspector.store.schema import BY_NAME, TABLES, create_table_sql
from inspector.store.triggers import INSERT_MARK

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Key = tuple[str, int]
"""An operation by segment name and index."""

Heads = dict[Key, tuple[int, Op]]
"""The operations on one field that no other replaces, each with its rank."""


def rebuild(segments: Iterable[tuple[str, Segment]]) -> "Tables":
    """Replay (name, segment) pairs, oldest first, into a database in memory.

    A field shows the head with the greatest (rank, segment, index): heads are the operations
    that no other replaces (sync design, 3.7).
    """
    db = tables_over(connect_memory())
    for table in TABLES:
        for statement in create_table_sql(table):
            db.execute(statement)
    db.execute("BEGIN")
    cells: dict[tuple[str, str], Heads] = {}
    for name, segment in segments:
        alias = replica_alias(bytes.fromhex(segment.replica))
        for index, op in enumerate(segment.ops):
            if op.column.endswith(INSERT_MARK):
                _insert(db, op)
            else:
                heads = cells.setdefault((op.row, op.column), {})
                _set(heads, (name, index), op.rank_ms << 16 | alias, op)
    for (row, column), heads in cells.items():
        _apply(db, row, column, heads)
    db.execute("COMMIT")
    return db


def _insert(db: "Tables", op: Op) -> None:
    table = op.column.partition(".")[0]
    if table not in BY_NAME:
        return
    values = json.loads(op.value)
    names = ["id", *(name for name in values if name in _columns(table))]
    marks = ", ".join("?" for _name in names)
    db.execute(
        f"INSERT OR IGNORE INTO {table}({', '.join(names)}) VALUES ({marks})",
        [op.row, *(values[name] for name in names[1:])],
    )


def _set(heads: Heads, key: Key, rank: int, op: Op) -> None:
    name, _index = key
    for reference in (op.prev, *op.parents):
        if reference is not None:
            ref, index = reference
            heads.pop((name if ref is None else ref, index), None)
    heads[key] = (rank, op)


def _apply(db: "Tables", row: str, column: str, heads: Heads) -> None:
    table, _dot, name = column.partition(".")
    if table not in BY_NAME or name not in (*_columns(table), "deleted"):
        return
    key = max(heads, key=lambda key: (heads[key][0], key))
    value = json.loads(heads[key][1].value)
    db.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", [value, row])


def _columns(table: str) -> tuple[str, ...]:
    return ("project_id", *BY_NAME[table].column_names)


def differing_rows(live: "Tables", rebuilt: "Tables") -> Iterator[tuple[str, str]]:
    """Name (table, id) of each row that is not the same in both."""
    for table in TABLES:
        names = ", ".join(("id", "project_id", *table.column_names, "deleted"))
        sql = f"SELECT {names} FROM {table.name}"
        here: set[tuple[Any, ...]] = set(live.execute(sql))
        there: set[tuple[Any, ...]] = set(rebuilt.execute(sql))
        for row_id in sorted({row[0] for row in here ^ there}):
            yield table.name, row_id


def dump(db: "Tables", table: str) -> list[tuple[Any, ...]]:
    """Give all rows of a table in the order of their ids, for a byte-for-byte comparison."""
    names = ", ".join(("id", "project_id", *BY_NAME[table].column_names, "deleted"))
    return list(db.execute(f"SELECT {names} FROM {table} ORDER BY id"))
