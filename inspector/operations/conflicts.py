"""What people left open: list it, and settle it by an act that closes exactly what was seen."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict, ConflictKind, ConflictValue
from inspector.operations.history import TOPICS
from inspector.operations.organisation import may_settle
from inspector.operations.taking import device_names
from inspector.operations.workspace import Workspace
from inspector.store.journal import Entry
from inspector.store.office import Office
from inspector.store.rows import reveal
from inspector.store.schema import BY_NAME
from inspector.sync.settling import keep_record, settle_field

CRITICAL = frozenset(
    {
        ("answer", "result"),
        ("answer", "pack"),
        ("reading", "value"),
        ("defect", "severity"),
        ("defect", "state"),
        ("scheme_row", "duty"),
    }
)
"""Fields whose bare winner may never pass for the truth: a report is not final meanwhile."""
DELETED = "deleted"


def count_conflicts(workspace: Workspace) -> int:
    """Count what people must settle."""
    with workspace.read() as office:
        return office.conflicts.count()


def list_conflicts(workspace: Workspace, project_id: str | None = None) -> list[Conflict]:
    """List what people left open, the critical first."""
    with workspace.read() as office:
        found = [*_fields(office), *_records(office)]
    wanted = [one for one in found if project_id in (None, one.project_id)]
    return sorted(wanted, key=lambda one: (not one.is_critical, one.title, one.id))


def find_conflict(workspace: Workspace, conflict_id: str) -> Conflict:
    """Give one conflict by its id, or say that it is not open (any more)."""
    for conflict in list_conflicts(workspace):
        if conflict.id == conflict_id:
            return conflict
    raise InspectorError(Problem.CONFLICT_CLOSED, id=conflict_id)


def settle_conflict(workspace: Workspace, conflict: Conflict, value: object) -> Outcome[Conflict]:
    """Give a field the value that a person chose or wrote; only what they saw is closed."""
    if conflict.kind is not ConflictKind.FIELD:
        raise InspectorError(Problem.FIELD_INVALID, field=DELETED, value=value)
    _demand_right(workspace)
    seen = [one.opid for one in conflict.values]
    with workspace.act() as writing:
        column = writing.office.cells.column(conflict.table, conflict.column)
        stored = _stored(value, whole=column.is_whole, field=conflict.column)
        settle_field(writing.office, conflict.project_id, (conflict.row, column.cid), stored, seen)
    return _settled(conflict)


def settle_deleted(workspace: Workspace, conflict: Conflict, *, keep: bool) -> Outcome[Conflict]:
    """Keep a record that somebody deleted while others worked on it, or let it go after all."""
    if conflict.kind is not ConflictKind.DELETED:
        raise InspectorError(Problem.FIELD_INVALID, field=DELETED, value=keep)
    _demand_right(workspace)
    seen = {one.opid for one in conflict.values if not one.deletes}
    with workspace.act() as writing:
        office = writing.office
        if set(office.cells.uncovered_of(conflict.row)) != seen:
            raise InspectorError(Problem.CHANGED_SINCE)
        if keep:
            keep_record(office, conflict.project_id, conflict.row, conflict.table)
        else:
            office.rows(conflict.table).delete(conflict.row)
    return _settled(conflict)


def settle_many(workspace: Workspace, choices: Sequence[tuple[Conflict, object]]) -> Outcome[int]:
    """Settle several fields in one act: all of them, or none."""
    _demand_right(workspace)
    with workspace.act() as writing:
        for conflict, value in choices:
            column = writing.office.cells.column(conflict.table, conflict.column)
            stored = _stored(value, whole=column.is_whole, field=conflict.column)
            cell = (conflict.row, column.cid)
            seen = [one.opid for one in conflict.values]
            settle_field(writing.office, conflict.project_id, cell, stored, seen)
    topics = {TOPICS.get(conflict.table) for conflict, _value in choices} | {Topic.CONFLICTS}
    return Outcome(len(choices), Changes(frozenset(topic for topic in topics if topic)))


def _settled(conflict: Conflict) -> Outcome[Conflict]:
    topics = {Topic.CONFLICTS} | ({TOPICS[conflict.table]} & set(Topic))
    return Outcome(conflict, Changes(frozenset(topics), frozenset({conflict.row})))


def _demand_right(workspace: Workspace) -> None:
    if not may_settle(workspace):
        raise InspectorError(Problem.SUPERVISOR_NEEDED, person=workspace.person().name)


def _stored(value: object, *, whole: bool, field: str) -> str | int | None:
    """Read a value as it was typed or chosen into what the column holds."""
    if value is None:
        return None
    if not whole:
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    try:
        return int(str(value))
    except ValueError:
        raise InspectorError(Problem.FIELD_INVALID, field=field, value=value) from None


# -- reading --------------------------------------------------------------------------------------


def _fields(office: Office) -> Iterable[Conflict]:
    heads = office.conflicts.disputed()
    for (row, table, column), group in groupby(heads, lambda one: (one.row, one.table, one.column)):
        if table not in BY_NAME or not office.conflicts.exists(table, row):
            continue
        opids = [head.opid for head in group]
        values = _values(office, table, column, opids)
        origin = office.conflicts.ancestor(opids)
        yield Conflict(
            id=f"{row}:{column}",
            kind=ConflictKind.FIELD,
            project_id=office.conflicts.project_of(table, row),
            row=row,
            table=table,
            column=column,
            title=office.conflicts.title_of(table, row),
            values=values,
            ancestor=_ancestor(office, table, column, origin),
            is_critical=(table, column) in CRITICAL,
        )


def _ancestor(office: Office, table: str, column: str, opid: int | None) -> object:
    if opid is None:
        return None
    return _value(office, office.journal.entry(opid), table, column)


def _records(office: Office) -> Iterable[Conflict]:
    left = office.conflicts.uncovered()
    for (row, table), group in groupby(left, lambda one: (one[0], one[1])):
        if table not in BY_NAME:
            continue
        opids = [opid for _row, _table, opid in group]
        deletes = office.conflicts.deletes_of(row)
        values = _values(office, table, None, opids)
        values += _values(office, table, DELETED, deletes)
        yield Conflict(
            id=f"{row}:{DELETED}",
            kind=ConflictKind.DELETED,
            project_id=office.conflicts.project_of(table, row),
            row=row,
            table=table,
            column=DELETED,
            title=office.conflicts.title_of(table, row),
            values=values,
            is_critical=table in {"defect", "answer"},
        )


def _values(
    office: Office, table: str, column: str | None, opids: Sequence[int]
) -> tuple[ConflictValue, ...]:
    people = {person.id: person.name for person in office.people.all()}
    names = device_names(office)
    skews = {peer.replica: peer.skew_ms for peer in office.peers.all()}
    found = []
    for place, opid in enumerate(opids):
        entry = office.journal.entry(opid)
        replica = entry.replica.hex()
        found.append(
            ConflictValue(
                opid=opid,
                value=_value(office, entry, table, column or entry.column),
                person=people.get(entry.user_id or "", ""),
                device=names.get(replica, replica[:8]),
                at_ms=entry.at_ms,
                is_shown=place == 0 and column not in (None, DELETED),
                skew_ms=max(0, skews.get(replica, 0)),
                deletes=column == DELETED,
            )
        )
    return tuple(found)


def _value(office: Office, entry: Entry, table: str, column: str) -> object:
    value = json.loads(entry.value or "null")
    if entry.is_insert:
        value = value.get(column) if column != "*" else value
    if column in BY_NAME[table].personal and isinstance(value, str):
        return reveal(office.db, entry.row, column, value)
    return value
