"""Build the records from the journal alone, without a database (invariant I4).

`workspace check` compares the result with the live tables: what a foreign hand changed without
the journal shows here.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspector.core.segments import Op, Reference, Segment
from inspector.store.entries import INDEX_MASK, replica_alias
from inspector.store.schema import BY_NAME, TABLES, Column
from inspector.store.triggers import INDEX_BITS, INSERT_MARK
from inspector.sync.cells import Candidate, heads_of, shown_value, uncovered

Row = tuple[Any, ...]
"""id, project_id, the columns in the order of the schema, deleted."""

_DELETED = Column("deleted", whole=True)


@dataclass(slots=True)
class _Record:
    """All that was written of one record: its inserts, and operations by column."""

    table: str
    inserts: list[Candidate] = field(default_factory=list)
    cells: dict[str, list[Candidate]] = field(default_factory=dict)

    def first(self) -> tuple[int, bytes, int]:
        """Give the order of the first insert: of records with one identifier the first counts."""
        return min(insert.order for insert in self.inserts)


def rebuild(segments: Iterable[tuple[str, Segment, bool]]) -> dict[str, dict[str, Row]]:
    """Make the rows of every table from (name, segment, whether its person may settle)."""
    whole = list(segments)
    numbers = {name: number for number, (name, _segment, _right) in enumerate(whole)}
    records: dict[str, dict[tuple[str, str], _Record]] = {}
    for name, segment, may_resolve in whole:
        for index, op in enumerate(segment.ops):
            table, _dot, column = op.column.partition(".")
            same = records.setdefault(op.row, {})
            record = same.setdefault((table, segment.project), _Record(table))
            candidate = _candidate(name, segment, index, numbers, may_resolve=may_resolve)
            if column == INSERT_MARK:
                record.inserts.append(candidate)
            else:
                record.cells.setdefault(column, []).append(candidate)
    tables: dict[str, dict[str, Row]] = {table.name: {} for table in TABLES}
    for row, same in records.items():
        inserted = [record for record in same.values() if record.inserts]
        first = min(inserted, key=_Record.first, default=None)
        if first is not None and first.table in BY_NAME:
            tables[first.table][row] = _row(row, first)
    return tables


def _candidate(
    name: str, segment: Segment, index: int, numbers: Mapping[str, int], *, may_resolve: bool
) -> Candidate:
    op: Op = segment.ops[index]

    def opid(reference: Reference) -> int:
        digest, place = reference
        return numbers[name if digest is None else digest] << INDEX_BITS | place

    return Candidate(
        opid=numbers[name] << INDEX_BITS | index & INDEX_MASK,
        rank=op.rank_ms << 16 | replica_alias(bytes.fromhex(segment.replica)),
        segment=b"" if name.startswith("open-") else bytes.fromhex(name),
        index=index,
        value=op.value,
        prev=opid(op.prev) if op.prev is not None else None,
        parents=tuple(opid(parent) for parent in op.parents),
        may_resolve=may_resolve,
    )


def fields_of(
    table: str, inserts: Sequence[Candidate], cells: Mapping[str, Sequence[Candidate]]
) -> dict[str, str | int | None]:
    """Give what a record shows by its inserts, and by the operations on each of its columns."""
    record = _Record(table, list(inserts), {name: list(ops) for name, ops in cells.items()})
    columns = (Column("project_id"), *BY_NAME[table].columns, _DELETED)
    values = {column.name: _shown(record, column) for column in columns}
    if values["deleted"]:
        values["deleted"] = int(not _uncovered(record))
    return {**values, "deleted": values["deleted"] or 0}


def _row(row: str, record: _Record) -> Row:
    return (row, *fields_of(record.table, record.inserts, record.cells).values())


def _shown(record: _Record, column: Column) -> str | int | None:
    candidates = _candidates(record, column.name)
    return shown_value(heads_of(candidates), candidates, whole=column.whole)


def _candidates(record: _Record, column: str) -> list[Candidate]:
    found = list(record.cells.get(column, ()))
    for insert in record.inserts:
        value = json.loads(insert.value).get(column)
        if value is not None:
            text = json.dumps(value, ensure_ascii=False)
            found.append(Candidate(insert.opid, insert.rank, insert.segment, insert.index, text))
    return found


def _uncovered(record: _Record) -> list[int]:
    deletes = _candidates(record, "deleted")
    inserts = {insert.opid for insert in record.inserts}
    live = set(inserts)
    for column in record.cells.keys() - {"deleted"}:
        heads = heads_of(_candidates(record, column))
        live |= {head.opid for head in heads} - inserts
    parents = {candidate.opid: candidate.parents for candidate in deletes}
    return uncovered(heads_of(deletes), parents, live)
