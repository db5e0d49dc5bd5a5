"""Make data, heads and conflicts what the journal says, for the fields that were touched.

The state is a function of the operations; deriving only what was touched is the same function,
computed where it may have changed (invariant I4; a test compares with a naive oracle).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from inspector.store.cells import Cell, CellRepository, Column, WrittenOp
from inspector.store.entries import INDEX_MASK
from inspector.store.triggers import INDEX_BITS, INSERT_MARK
from inspector.sync.cells import (
    NOT_SAID,
    PRESENT,
    Candidate,
    heads_of,
    shown_value,
    uncovered,
)

Standing = Mapping[int, tuple[bytes, bool, str]]
"""Of each segment: its hash, whether its person may settle conflicts, and its project."""
Home = tuple[str, str]
"""The table and the project of a record."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What deriving asks again and again."""

    cells: CellRepository
    columns: Mapping[int, Column]
    standing: Standing
    homes: Mapping[str, Home]
    """Where the touched records with several inserts belong."""

    def candidates(self, cell: Cell, ops: Sequence[WrittenOp]) -> list[Candidate]:
        """Give all that may be what a field shows."""
        row, cid = cell
        at_home = self.at_home(cell, ops)
        found = [self.candidate(op, op.value or NOT_SAID) for op in at_home]
        name = self.columns[cid].name
        if row in self.homes or self._asks_for_insert(ops, found):
            inserts = self.cells.inserts_of(row, self.columns[cid].table)
            for insert in self.at_home(cell, inserts):
                value = json.loads(insert.value or "{}").get(name)
                if value is not None:
                    found.append(self.candidate(insert, json.dumps(value, ensure_ascii=False)))
        return found

    def at_home(self, cell: Cell, ops: Sequence[WrittenOp]) -> list[WrittenOp]:
        """Leave out what was written on another record that bears the same identifier."""
        row, cid = cell
        if row not in self.homes:
            return list(ops)
        table, project = self.homes[row]
        if self.columns[cid].table != table:
            return []
        return [op for op in ops if self.standing[op.opid >> INDEX_BITS][2] == project]

    @staticmethod
    def _asks_for_insert(ops: Sequence[WrittenOp], found: Sequence[Candidate]) -> bool:
        return not ops or any(op.parents and not op.may_resolve for op in found)

    def candidate(self, op: WrittenOp, value: str) -> Candidate:
        """Put an operation beside its segment."""
        digest, may_resolve, _project = self.standing[op.opid >> INDEX_BITS]
        return Candidate(
            opid=op.opid,
            rank=op.rank,
            segment=digest,
            index=op.opid & INDEX_MASK,
            value=value,
            prev=op.prev,
            parents=op.parents,
            may_resolve=may_resolve,
        )


def derive(cells: CellRepository) -> None:
    """Derive the touched fields; the caller has told the triggers not to write."""
    cells.spread_inserts()
    standing = cells.standing()
    table = _Table(cells, cells.columns(), standing, _settle_homes(cells, standing))
    shown: dict[int, list[tuple[str | int | None, str]]] = {}
    kept: list[tuple[str, int, int, str]] = []
    for cell, ops in cells.touched():
        row, cid = cell
        column = table.columns[cid]
        candidates = table.candidates(cell, ops)
        heads = heads_of(candidates)
        if column.is_known:
            value = shown_value(heads, candidates, whole=column.is_whole)
            default = 0 if column.name == "deleted" else None
            shown.setdefault(cid, []).append((default if value is None else value, row))
        if len(heads) > 1 or row in table.homes:
            kept.extend((row, cid, head.opid, head.value) for head in heads)
    for cid, values in shown.items():
        cells.show(table.columns[cid], values)
    cells.keep_heads(kept)
    _derive_deleted(table)


def fold(cells: CellRepository, segs: Iterable[int], changed: Iterable[int]) -> None:
    """Fold this workspace's own operations into the conflicts that they touch.

    Of segments whose person may no longer settle conflicts, or may now, all is derived anew.
    """
    with cells.suspended():
        for seg in changed:
            cells.touch_ops(seg)
        for seg in segs:
            cells.touch_disputed(seg)
        derive(cells)


def _settle_homes(cells: CellRepository, standing: Standing) -> dict[str, Home]:
    """Let each record with several inserts stand where the first of them put it."""
    homes = {}
    for row, group in groupby(cells.several(), itemgetter(0)):
        inserts = [
            (rank, standing[opid >> INDEX_BITS][0], opid & INDEX_MASK, name, opid >> INDEX_BITS)
            for _row, name, opid, rank in group
        ]
        *_order, name, seg = min(inserts)
        homes[row] = name, standing[seg][2]
        cells.house(row, *homes[row], {insert[3] for insert in inserts} - {name})
    return homes


def _derive_deleted(table: _Table) -> None:
    """Let a record that somebody deleted stay while there is anything they had not seen."""
    deleted = {column.table: column for column in table.columns.values() if _is_deleted(column)}
    for row, name in table.cells.deleted_rows():
        column = deleted[name]
        if row in table.homes and table.homes[row][0] != name:
            continue
        found = table.cells.ops_of(row, name).items()
        ops = {cid: table.at_home((row, cid), written) for cid, written in found}
        delete_ops = ops.pop(column.cid, [])
        delete_heads = heads_of(table.candidates((row, column.cid), delete_ops))
        parents = {op.opid: op.parents for op in delete_ops}
        left = uncovered(delete_heads, parents, _live(table, row, ops))
        table.cells.keep_uncovered(row, left)
        if left and column.is_known:
            table.cells.show(column, [(int(PRESENT), row)])


def _is_deleted(column: Column) -> bool:
    return column.name == "deleted"


def _live(table: _Table, row: str, ops: Mapping[int, Sequence[WrittenOp]]) -> Iterator[int]:
    """Yield the inserts of a record and the heads of its fields."""
    inserts = {
        op.opid
        for cid, written in ops.items()
        if table.columns[cid].name == INSERT_MARK
        for op in written
    }
    yield from inserts
    for cid, written in ops.items():
        if table.columns[cid].name != INSERT_MARK:
            heads = heads_of(table.candidates((row, cid), written))
            yield from (head.opid for head in heads if head.opid not in inserts)
