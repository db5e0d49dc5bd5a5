"""Settle what people left open: one operation that closes exactly what its author saw (3.7)."""

import json
from collections.abc import Sequence

from inspector.core.errors import InspectorError, Problem
from inspector.store.cells import Cell
from inspector.store.office import Office
from inspector.store.triggers import INDEX_BITS
from inspector.sync.deriving import derive


def settle_field(
    office: Office, project: str, cell: Cell, value: str | int | None, seen: Sequence[int]
) -> None:
    """Give a field in conflict its value, closing the heads that were seen and no others."""
    row, cid = cell
    heads = dict(office.cells.heads_kept(row, cid))
    closing = [opid for opid in seen if opid in heads]
    if not closing or len(closing) < len(seen):
        raise InspectorError(Problem.CHANGED_SINCE)
    _write(office, project, cell, value, closing)


def keep_record(office: Office, project: str, row: str, table: str) -> None:
    """Keep a record that somebody deleted while others worked on it."""
    column = office.cells.column(table, "deleted")
    standing = office.cells.standing()
    heads = [
        op
        for op in office.cells.ops_of(row, table).get(column.cid, ())
        if op.value == "1" and standing[op.opid >> INDEX_BITS][2] == project
    ]
    if not heads or not office.cells.uncovered_of(row):
        raise InspectorError(Problem.CHANGED_SINCE)
    _write(office, project, (row, column.cid), 0, [op.opid for op in heads])


def _write(
    office: Office, project: str, cell: Cell, value: str | int | None, closing: Sequence[int]
) -> None:
    text = json.dumps(value, ensure_ascii=False)
    prev, *parents = office.cells.by_rank(closing)
    office.cells.write_op(project, cell, text, prev, parents)
    with office.cells.suspended():
        office.cells.touch(*cell)
        derive(office.cells)
