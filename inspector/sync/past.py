"""What a record showed when only some of its operations had been written (DESIGN, 8)."""

from collections.abc import Collection, Mapping, Sequence

from inspector.store.cells import CellRepository, WrittenOp
from inspector.store.entries import INDEX_MASK
from inspector.store.triggers import INDEX_BITS, INSERT_MARK
from inspector.sync.cells import NOT_SAID, Candidate, heads_of
from inspector.sync.rebuilding import fields_of


def fields_then(
    cells: CellRepository, row: str, table: str, project: str, written: Collection[int]
) -> Mapping[str, str | int | None] | None:
    """Give the fields of a record by those of its operations alone; None before it was made."""
    standing, columns = cells.standing(), cells.columns()

    def candidates(ops: Sequence[WrittenOp]) -> list[Candidate]:
        here = [op for op in ops if standing[op.opid >> INDEX_BITS][2] == project]
        return _candidates(cells, here, written)

    inserts = candidates(cells.inserts_of(row, table))
    if not inserts:
        return None
    by_column = {
        columns[cid].name: candidates(ops) for cid, ops in cells.ops_of(row, table).items()
    }
    by_column.pop(INSERT_MARK, None)
    return fields_of(table, inserts, by_column)


def head_then(
    cells: CellRepository, row: str, table: str, column: str, written: Collection[int]
) -> int | None:
    """Name the operation that a field showed by those alone; None before the record was made."""
    cid = cells.column(table, column).cid
    ops = cells.ops_of(row, table).get(cid, [])
    found = heads_of(_candidates(cells, ops, written))
    found = found or heads_of(_candidates(cells, cells.inserts_of(row, table), written))
    return found[0].opid if found else None


def _candidates(
    cells: CellRepository, ops: Sequence[WrittenOp], written: Collection[int]
) -> list[Candidate]:
    standing = cells.standing()
    found = []
    for op in ops:
        digest, may_resolve, _project = standing[op.opid >> INDEX_BITS]
        if op.opid in written:
            found.append(
                Candidate(
                    opid=op.opid,
                    rank=op.rank,
                    segment=digest,
                    index=op.opid & INDEX_MASK,
                    value=op.value or NOT_SAID,
                    prev=op.prev,
                    parents=op.parents,
                    may_resolve=may_resolve,
                )
            )
    return found
