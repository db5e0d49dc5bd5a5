"""What a record showed when only some of its operations had been written (DESIGN, 8)."""

from collections.abc import Collection, Mapping

from inspector.store.cells import CellRepository, WrittenOp
from inspector.store.journal import INDEX_MASK
from inspector.store.triggers import INDEX_BITS, INSERT_MARK
from inspector.sync.cells import NOT_SAID, Candidate
from inspector.sync.rebuilding import fields_of


def fields_then(
    cells: CellRepository, row: str, table: str, project: str, written: Collection[int]
) -> Mapping[str, str | int | None] | None:
    """Give the fields of a record by those of its operations alone; None before it was made."""
    standing, columns = cells.standing(), cells.columns()

    def candidates(ops: list[WrittenOp]) -> list[Candidate]:
        found = []
        for op in ops:
            digest, may_resolve, home = standing[op.opid >> INDEX_BITS]
            if op.opid in written and home == project:
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

    inserts = candidates(cells.inserts_of(row, table))
    if not inserts:
        return None
    by_column = {
        columns[cid].name: candidates(ops) for cid, ops in cells.ops_of(row, table).items()
    }
    by_column.pop(INSERT_MARK, None)
    return fields_of(table, inserts, by_column)
