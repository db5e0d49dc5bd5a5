"""What people left open: list it, and settle it by an act that closes exactly what was seen."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from inspector.core.changes import Act, Changes, Outcome, Topic
from inspector.core.disputes import ValueKind, kind_of, written
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict, ConflictKind, ConflictValue
from inspector.operations.history import TOPICS
from inspector.operations.naming import device_names
from inspector.operations.organisation import may_settle
from inspector.operations.workspace import Workspace
from inspector.store.conflicts import Head
from inspector.store.entries import Entry
from inspector.store.office import Office
from inspector.store.rows import reveal
from inspector.store.schema import BY_NAME
from inspector.sync.settling import keep_record, settle_field

DELETED = "deleted"
_LINKS: Mapping[str, str] = {
    "party_id": "party",
    "place_id": "place",
    "parent_id": "place",
    "visit_id": "visit",
    "answer_id": "answer",
    "defect_id": "defect",
    "notice_id": "notice",
    "report_id": "report",
    "programme_id": "programme",
    "meeting_id": "meeting",
}


def count_conflicts(workspace: Workspace) -> int:
    """Count what people must settle."""
    with workspace.read() as office:
        return office.conflicts.count()


def list_conflicts(workspace: Workspace, project_id: str | None = None) -> list[Conflict]:
    """List what people left open, the critical first."""
    with workspace.read() as office:
        return conflicts_over(office, project_id)


def conflicts_over(
    office: Office, project_id: str | None = None, rows: Iterable[str] | None = None
) -> list[Conflict]:
    """List what people left open of a project, of some records or of all, in one state."""
    wanted = None if rows is None else tuple(rows)
    heads = list(office.conflicts.disputed(project_id, wanted))
    left = list(office.conflicts.uncovered(project_id, wanted))
    if not heads and not left:
        return []
    teller = Teller(office)
    teller.learn([*(head.opid for head in heads), *(opid for *_row, opid in left)])
    found = [*_fields(office, teller, heads), *_records(office, teller, left)]
    return sorted(found, key=lambda one: (not one.is_critical, one.title, one.id))


def critical_by_row(office: Office, rows: Iterable[str]) -> dict[str, tuple[Conflict, ...]]:
    """Give what is critical and open of some records, by record."""
    found: dict[str, tuple[Conflict, ...]] = {}
    for conflict in conflicts_over(office, rows=rows):
        if conflict.is_critical:
            found[conflict.row] = (*found.get(conflict.row, ()), conflict)
    return found


def name_links(workspace: Workspace, conflicts: Iterable[Conflict]) -> dict[str, str]:
    """Name the projects of conflicts, and the records to which their values lead."""
    found = list(conflicts)
    wanted = {("project", one.project_id) for one in found}
    for conflict in found:
        origin = (conflict.origin,) if conflict.origin else ()
        for value in (*conflict.values, *origin):
            whole = value.value if isinstance(value.value, dict) else {value.column: value.value}
            wanted |= {(_LINKS[name], str(one)) for name, one in whole.items() if name in _LINKS}
    with workspace.read() as office:
        return {
            row: office.conflicts.title_of(table, row)
            for table, row in wanted
            if office.conflicts.exists(table, row)
        }


def find_conflict(workspace: Workspace, conflict_id: str) -> Conflict:
    """Give one conflict by its id, or say that it is not open (any more)."""
    row, _colon, _column = conflict_id.partition(":")
    with workspace.read() as office:
        for conflict in conflicts_over(office, rows=[row]):
            if conflict.id == conflict_id:
                return conflict
    raise InspectorError(Problem.CONFLICT_CLOSED, id=conflict_id)


def settle_conflict(workspace: Workspace, conflict: Conflict, value: object) -> Outcome[Conflict]:
    """Give a field the value that a person chose or wrote; only what they saw is closed.

    `value` is one of the conflict's values, or what a person typed.
    """
    demand_right(workspace)
    with workspace.act() as writing:
        settle_within(writing.office, conflict, value)
    return Outcome(conflict, _touched([conflict]), writing.act)


def settle_deleted(workspace: Workspace, conflict: Conflict, *, keep: bool) -> Outcome[Conflict]:
    """Keep a record that somebody deleted while others worked on it, or let it go after all.

    Keeping cannot be taken back, for nothing that is shown changes; letting go can.
    """
    if conflict.kind is not ConflictKind.DELETED:
        raise InspectorError(Problem.FIELD_INVALID, field=DELETED, value=keep)
    demand_right(workspace)
    seen = {one.opid for one in conflict.values if not one.deletes}
    with workspace.act() as writing:
        office = writing.office
        if set(office.cells.uncovered_of(conflict.row)) != seen:
            raise InspectorError(Problem.CHANGED_SINCE)
        if keep:
            keep_record(office, conflict.project_id, conflict.row, conflict.table)
        else:
            office.rows(conflict.table).delete(conflict.row)
    return Outcome(conflict, _touched([conflict]), Act() if keep else writing.act)


def settle_many(workspace: Workspace, choices: Sequence[tuple[Conflict, object]]) -> Outcome[int]:
    """Settle several fields in one act: all of them, or none."""
    demand_right(workspace)
    with workspace.act() as writing:
        for conflict, value in choices:
            settle_within(writing.office, conflict, value)
    touched = _touched([conflict for conflict, _value in choices])
    return Outcome(len(choices), touched, writing.act)


def settle_within(office: Office, conflict: Conflict, value: object) -> None:
    """Settle a field within an act."""
    if conflict.kind is not ConflictKind.FIELD:
        raise InspectorError(Problem.FIELD_INVALID, field=DELETED, value=value)
    cell = (conflict.row, office.cells.column(conflict.table, conflict.column).cid)
    seen = [one.opid for one in conflict.values]
    settle_field(office, conflict.project_id, cell, _stored(office, conflict, value), seen)


def _stored(office: Office, conflict: Conflict, value: object) -> str | int | None:
    """Give what the column is to hold: of a chosen value exactly what its author stored."""
    chosen = value if isinstance(value, ConflictValue) else _same(conflict, value)
    if chosen is not None:
        stored: str | int | None = _written(office.journal.entry(chosen.opid), conflict.column)
        return stored
    is_whole = office.cells.column(conflict.table, conflict.column).is_whole
    text = written(conflict.column, conflict.writes, str(value), is_whole=is_whole)
    if conflict.column not in BY_NAME[conflict.table].personal:
        return text
    return office.rows(conflict.table).keep_private(conflict.row, conflict.column, str(text))


def _same(conflict: Conflict, value: object) -> ConflictValue | None:
    """Find the value that was meant; of those that are not here, none can be told apart."""
    known = (one for one in conflict.values if not one.is_withheld)
    return next((one for one in known if one.value == value), None)


def _touched(conflicts: Iterable[Conflict]) -> Changes:
    topics, rows = {Topic.CONFLICTS}, set()
    for conflict in conflicts:
        topics.add(TOPICS[conflict.table])
        rows.add(conflict.row)
    return Changes(frozenset(topics), frozenset(rows))


def demand_right(workspace: Workspace) -> None:
    """Refuse whoever may not settle."""
    if not may_settle(workspace):
        raise InspectorError(Problem.SUPERVISOR_NEEDED, person=workspace.person().name)


# -- reading --------------------------------------------------------------------------------------


class Teller:
    """Tells what an operation said, and who wrote it when and on which laptop."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._people = {person.id: person.name for person in office.people.all()}
        self._names = device_names(office)
        self._skews = {peer.replica: peer.skew_ms for peer in office.peers.all()}
        self._entries: dict[int, Entry] = {}

    def learn(self, opids: Iterable[int]) -> None:
        """Read operations of which it will be told, all at once."""
        self._entries |= self._office.journal.entries_at(set(opids))

    def tell(
        self, opid: int, table: str, column: str | None, *, is_shown: bool = False
    ) -> ConflictValue:
        """Tell one operation; without a column, whichever field it wrote."""
        entry = self._entries.get(opid) or self._office.journal.entry(opid)
        name, replica = column or entry.column, entry.replica.hex()
        raw = _written(entry, name)
        value = self._revealed(entry.row, table, name, raw)
        return ConflictValue(
            opid=opid,
            column=name,
            value=value,
            person=self._people.get(entry.user_id or "", ""),
            device=self._names.get(replica, replica[:8]),
            at_ms=entry.at_ms,
            is_shown=is_shown,
            skew_ms=max(0, self._skews.get(replica, 0)),
            deletes=column == DELETED,
            is_withheld=value is None and raw is not None,
        )

    def _revealed(self, row: str, table: str, column: str, raw: object) -> object:
        """Put the personal values that are kept here in the place of their hashes."""
        if column in BY_NAME[table].personal and isinstance(raw, str):
            return reveal(self._office.db, row, column, raw)
        if isinstance(raw, dict):
            items = raw.items()
            return {name: self._revealed(row, table, name, item) for name, item in items}
        return raw


def _written(entry: Entry, column: str) -> Any:
    """Give what an operation wrote into a field; `*` means all that it inserted."""
    value = json.loads(entry.value or "null")
    return value.get(column) if entry.is_insert and column != "*" else value


def _fields(office: Office, teller: Teller, heads: Iterable[Head]) -> Iterator[Conflict]:
    groups = groupby(heads, lambda one: (one.row, one.table, one.column, one.project))
    fields = [(field, [head.opid for head in group]) for field, group in groups]
    origins = [office.conflicts.ancestor(opids) for _field, opids in fields]
    teller.learn(origin for origin in origins if origin is not None)
    for ((row, table, column, project), opids), origin in zip(fields, origins, strict=True):
        told = None if origin is None else teller.tell(origin, table, column)
        yield Conflict(
            id=f"{row}:{column}",
            kind=ConflictKind.FIELD,
            project_id=project,
            row=row,
            table=table,
            column=column,
            title=office.conflicts.title_of(table, row),
            values=tuple(
                teller.tell(opid, table, column, is_shown=place == 0)
                for place, opid in enumerate(opids)
            ),
            origin=told,
            writes=_kind(table, column),
        )


def _kind(table: str, name: str) -> ValueKind:
    columns = BY_NAME[table].columns
    is_whole = any(column.whole for column in columns if column.name == name)
    return kind_of(table, name, is_whole=is_whole)


def _records(
    office: Office, teller: Teller, left: Iterable[tuple[str, str, str, int]]
) -> Iterator[Conflict]:
    for (row, table, project), group in groupby(left, lambda one: one[:3]):
        edits = [teller.tell(opid, table, None) for *_row, opid in group]
        deletes = [teller.tell(one, table, DELETED) for one in office.conflicts.deletes_of(row)]
        yield Conflict(
            id=f"{row}:{DELETED}",
            kind=ConflictKind.DELETED,
            project_id=project,
            row=row,
            table=table,
            column=DELETED,
            title=office.conflicts.title_of(table, row),
            values=(*edits, *deletes),
        )
