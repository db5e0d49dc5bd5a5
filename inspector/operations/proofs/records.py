"""The tables of a bundle held against their hash at sealing, and against the journal."""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

from inspector.archive.contents import DATA, Contents
from inspector.core.errors import Cancelled
from inspector.core.faults import Fault, FaultCode
from inspector.core.ids import ORG
from inspector.core.progress import Progress
from inspector.core.proofs import CheckName, Proof
from inspector.core.segments import Reference, Segment
from inspector.operations.bundle_data import BUNDLE_FACTS, JOURNAL
from inspector.store.content import hash_of_rows
from inspector.store.entries import replica_alias
from inspector.store.export import SHARED
from inspector.store.triggers import INSERT_MARK
from inspector.sync.cells import Candidate, heads_of, shown_value, uncovered

_MOST_TOLD = 20
_WHOLE = "integer"
_DELETED, _PROJECT = "deleted", "project_id"
_NO_TABLES = frozenset({BUNDLE_FACTS, "columns.json", "completeness.json"})
_NOR_SUCH = (JOURNAL, "checklist-")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables as the bundle holds them, and the columns that they had at sealing."""

    columns: Mapping[str, Mapping[str, str]]
    rows: Mapping[str, Mapping[str, Row]]
    twice: Sequence[tuple[str, str]] = ()
    """Records that a table holds more than once: a reader may take either."""

    def of_project(self, project_id: str) -> Iterator[tuple[str, str, Row]]:
        for table, rows in self.rows.items():
            for row_id, row in rows.items():
                if row.get(_PROJECT) == project_id:
                    yield table, row_id, row

    def strangers(self, project_id: str) -> Iterator[Fault]:
        """Find what no journal here could tell of: records of others, unknown fields, doubles."""
        for table, row_id in self.twice:
            yield _differs(table, row_id, "id")
        for table, rows in self.rows.items():
            known = {"id", _PROJECT, _DELETED, *self.columns[table]}
            for row_id, row in rows.items():
                if row.get(_PROJECT) not in {project_id, ORG}:
                    yield _differs(table, row_id, _PROJECT)
                for column in row.keys() - known:
                    yield _differs(table, row_id, column)


def prove_records(
    bag: Contents, journals: Sequence[Mapping[str, Segment]], progress: Progress
) -> Proof:
    """Compute the hash over all rows anew, then every field from the operations on it."""
    name = f"{DATA}{BUNDLE_FACTS}"
    try:
        if not bag.has(name) or not bag.has(f"{DATA}columns.json"):
            return Proof(check=CheckName.RECORDS)
        facts = bag.json(name)
        tables = _tables(bag)
        project_id, said = facts["project"], facts["content_hash"]
        found = _hash(tables, project_id)
        told: Iterator[Fault] = iter(())
        if found != said:
            told = iter([Fault(FaultCode.RECORDS_DIFFER, name, {"said": said, "found": found})])
        project, office = (_History.of(segments) for segments in journals)
        wrong = chain(
            _fields(tables, project_id, project, progress),
            _fields(tables, ORG, office, progress),
            _unwritten(tables, project, tables.columns),
            _unwritten(tables, office, SHARED & tables.columns.keys()),
            tables.strangers(project_id),
        )
        faults = (*told, *_unknown(bag, tables), *islice(wrong, _MOST_TOLD))
    except _UnreadableError as error:
        fault = Fault(FaultCode.LIST_UNREADABLE, error.name)
        return Proof(check=CheckName.RECORDS, looked_at=1, faults=(fault,))
    except (ValueError, LookupError, TypeError, AttributeError):
        fault = Fault(FaultCode.LIST_UNREADABLE, name)
        return Proof(check=CheckName.RECORDS, looked_at=1, faults=(fault,))
    count = sum(len(rows) for rows in tables.rows.values())
    return Proof(check=CheckName.RECORDS, looked_at=count, faults=faults)


def _tables(bag: Contents) -> _Tables:
    columns = _json(bag, f"{DATA}columns.json")
    names = {table: f"{DATA}{table}.json" for table in columns}
    listed = {table: _json(bag, name) if bag.has(name) else [] for table, name in names.items()}
    counts = Counter((table, row["id"]) for table, rows in listed.items() for row in rows)
    return _Tables(
        columns,
        {table: {row["id"]: row for row in rows} for table, rows in listed.items()},
        [one for one, count in counts.items() if count > 1],
    )


class _UnreadableError(ValueError):
    """A file of the records that is no JSON; carries its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _json(bag: Contents, name: str) -> Any:
    try:
        return bag.json(name)
    except ValueError:
        raise _UnreadableError(name) from None


def _unknown(bag: Contents, tables: _Tables) -> Iterator[Fault]:
    """Find tables that the list of tables does not name, so that nothing was held against them."""
    for name in bag.below(DATA, ".json"):
        file = name.removeprefix(DATA)
        is_table = "/" not in file and file not in _NO_TABLES and not file.startswith(_NOR_SUCH)
        if is_table and file.removesuffix(".json") not in tables.columns:
            yield Fault(FaultCode.FILE_WITHOUT_ENTRY, name, {"source": "columns.json"})


def _hash(tables: _Tables, project_id: str) -> str:
    """Hash the rows as the store does, by the columns that there were when it was sealed."""
    return hash_of_rows(
        (
            table,
            names := ("id", *sorted(tables.columns[table]), _DELETED),
            (
                tuple(row.get(name) for name in names)
                for row_id, row in sorted(tables.rows[table].items(), key=_by_bytes)
                if row[_PROJECT] == project_id
            ),
        )
        for table in sorted(tables.columns)
    )


def _by_bytes(item: tuple[str, Row]) -> bytes:
    return item[0].encode()


# -- what the journal comes to -------------------------------------------------------------------


@dataclass(slots=True)
class _History:
    """The operations of one journal, by the field that they write."""

    inserts: dict[tuple[str, str], list[tuple[Candidate, Row]]] = field(default_factory=dict)
    """Each with the fields that it set."""
    writes: dict[tuple[str, str, str], list[Candidate]] = field(default_factory=dict)
    _numbers: dict[Reference, int] = field(default_factory=dict)

    @classmethod
    def of(cls, segments: Mapping[str, Segment]) -> "_History":
        history = cls()
        for digest, segment in segments.items():
            for index in range(len(segment.ops)):
                history._numbers[digest, index] = len(history._numbers)
        for digest, segment in segments.items():
            history._read(digest, segment)
        return history

    def _read(self, digest: str, segment: Segment) -> None:
        alias = replica_alias(bytes.fromhex(segment.replica))
        for index, op in enumerate(segment.ops):
            table, _dot, column = op.column.partition(".")
            made = Candidate(
                opid=self._numbers[digest, index],
                rank=op.rank_ms << 16 | alias,
                segment=bytes.fromhex(digest),
                index=index,
                value=op.value,
                prev=None if op.prev is None else self._numbers[op.prev[0] or digest, op.prev[1]],
                parents=tuple(self._numbers[one[0] or digest, one[1]] for one in op.parents),
            )
            if column == INSERT_MARK:
                self.inserts.setdefault((table, op.row), []).append((made, json.loads(op.value)))
            else:
                self.writes.setdefault((table, op.row, column), []).append(made)

    def candidates(self, table: str, row: str, column: str) -> list[Candidate]:
        """Give all that may be what a field shows; an insert stands in for each field it sets."""
        found = list(self.writes.get((table, row, column), ()))
        for insert, fields in self.inserts.get((table, row), ()):
            value = fields.get(column)
            if value is not None:
                text = json.dumps(value, ensure_ascii=False)
                found.append(
                    Candidate(insert.opid, insert.rank, insert.segment, insert.index, text)
                )
        return found

    def shows(self, table: str, row: str, column: str, *, whole: bool) -> set[str | int | None]:
        """Give what a field may show: who may settle a conflict is not judged here."""
        inserts = self.inserts.get((table, row), ())
        if len(inserts) == 1 and (table, row, column) not in self.writes:
            value = inserts[0][1].get(column)  # the ordinary case, without a choice
            if value is None or (type(value) is int if whole else isinstance(value, str)):
                return {value}
        found = self.candidates(table, row, column)
        shown = {shown_value(heads_of(found), found, whole=whole)}
        if any(one.parents for one in found):
            found = [replace(one, may_resolve=False) for one in found]
            shown.add(shown_value(heads_of(found), found, whole=whole))
        return shown

    def stays(self, table: str, row: str, columns: Iterable[str]) -> bool:
        """Tell whether a record stays though somebody deleted it, who had not seen all of it."""
        live = {one.opid for one, _fields in self.inserts.get((table, row), ())}
        for column in columns:
            live |= {one.opid for one in heads_of(self.candidates(table, row, column))}
        heads = heads_of(self.candidates(table, row, _DELETED))
        return bool(uncovered(heads, {one.opid: one.parents for one in heads}, live))


def _fields(
    tables: _Tables, project_id: str, history: _History, progress: Progress
) -> Iterator[Fault]:
    """Find fields that do not show what the operations on them come to."""
    for table, row_id, row in tables.of_project(project_id):
        if progress.wants_stop():  # a sign of life would cost more than a row does
            raise Cancelled
        columns = tables.columns[table]
        for column, kind in columns.items():
            shown = history.shows(table, row_id, column, whole=kind == _WHOLE)
            if row.get(column) not in shown:
                yield _differs(table, row_id, column)
        deleted = history.shows(table, row_id, _DELETED, whole=True)
        stands = {one or 0 for one in deleted}
        if history.stays(table, row_id, columns) if stands == {1} else False:
            stands = {0}
        if row[_DELETED] not in stands or (table, row_id) not in history.inserts:
            yield _differs(table, row_id, _DELETED)


def _unwritten(tables: _Tables, history: _History, judged: Container[str]) -> Iterator[Fault]:
    """Find records that the journal tells of and the tables do not hold."""
    for table, row_id in history.inserts:
        if table in judged and row_id not in tables.rows[table]:
            yield _differs(table, row_id, "id")


def _differs(table: str, record: str, column: str) -> Fault:
    facts = {"record": record, "column": column}
    return Fault(FaultCode.RECORD_DIFFERS, f"{DATA}{table}.json", facts)
