"""Whether a segment goes on with its own stream and stands on its own fields.

Pure: it follows from the segment and those that it refers to, so it is the same everywhere.
"""

from collections.abc import Iterator, Mapping

from inspector.core.segments import Op, Reference, Segment
from inspector.store.opindex import WrittenAt
from inspector.store.segments import Known
from inspector.store.triggers import INSERT_MARK


def references_of(segment: Segment) -> Iterator[Reference]:
    """Yield the operations of other segments that those of a segment name."""
    for op in segment.ops:
        for reference in (op.prev, *op.parents):
            if reference is not None and reference[0] is not None:
                yield reference


def goes_on(segment: Segment, needed: Mapping[str, Known]) -> bool:
    """Tell whether a segment keeps to its project, and continues its own stream."""
    if any(known.project != segment.project for known in needed.values()):
        return False
    if segment.prev is None:
        return True
    before = needed[segment.prev]
    return before.replica == segment.replica and before.height + 1 == segment.height


def stands(segment: Segment, elsewhere: Mapping[Reference, WrittenAt]) -> bool:
    """Tell whether every operation replaces one on its own field, and just outranks it.

    A rank higher than the clock or the chain asks for would leave others no room above it.
    """
    for op in segment.ops:
        if op.prev is not None:
            found = _written_at(op.prev, segment, elsewhere)
            if found is None or not _replaces(op, found):
                return False
        for parent in op.parents:
            found = _written_at(parent, segment, elsewhere)
            if found is None or not _may_name(op, found):
                return False
    return True


def _written_at(
    reference: Reference, segment: Segment, elsewhere: Mapping[Reference, WrittenAt]
) -> WrittenAt | None:
    digest, index = reference
    if digest is not None:
        return elsewhere.get(reference)
    if index >= len(segment.ops):
        return None
    op = segment.ops[index]
    return WrittenAt(op.row, op.column, op.rank_ms)


def _replaces(op: Op, found: WrittenAt) -> bool:
    table, _dot, _column = op.column.partition(".")
    return (
        found.row == op.row
        and found.column in (op.column, f"{table}.{INSERT_MARK}")
        and found.rank_ms < op.rank_ms <= max(op.at_ms, found.rank_ms + 1)
    )


def _may_name(op: Op, found: WrittenAt) -> bool:
    """Tell whether an operation may name another besides: of its field; a delete, of its record."""
    table, _dot, column = op.column.partition(".")
    other_table, _dot, other = found.column.partition(".")
    if found.row != op.row or other_table != table:
        return False
    if other == column:
        return found.rank_ms < op.rank_ms
    return other == INSERT_MARK or column == "deleted"
