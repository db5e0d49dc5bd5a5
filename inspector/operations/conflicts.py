"""What people left open: list it, and settle it by an act that closes exactly what was seen."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from inspector.core.changes import Act, Changes, Outcome, Topic
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
        teller = _Teller(office)
        found = [*_fields(office, teller), *_records(office, teller)]
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
    _demand_right(workspace)
    with workspace.act() as writing:
        _settle(writing.office, conflict, value)
    return Outcome(conflict, _touched([conflict]), writing.act)


def settle_deleted(workspace: Workspace, conflict: Conflict, *, keep: bool) -> Outcome[Conflict]:
    """Keep a record that somebody deleted while others worked on it, or let it go after all.

    Keeping cannot be taken back, for nothing that is shown changes; letting go can.
    """
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
    return Outcome(conflict, _touched([conflict]), Act() if keep else writing.act)


def settle_many(workspace: Workspace, choices: Sequence[tuple[Conflict, object]]) -> Outcome[int]:
    """Settle several fields in one act: all of them, or none."""
    _demand_right(workspace)
    with workspace.act() as writing:
        for conflict, value in choices:
            _settle(writing.office, conflict, value)
    touched = _touched([conflict for conflict, _value in choices])
    return Outcome(len(choices), touched, writing.act)


def _settle(office: Office, conflict: Conflict, value: object) -> None:
    if conflict.kind is not ConflictKind.FIELD:
        raise InspectorError(Problem.FIELD_INVALID, field=DELETED, value=value)
    column = office.cells.column(conflict.table, conflict.column)
    stored = _stored(value, whole=column.is_whole, field=conflict.column)
    seen = [one.opid for one in conflict.values]
    settle_field(office, conflict.project_id, (conflict.row, column.cid), stored, seen)


def _touched(conflicts: Iterable[Conflict]) -> Changes:
    topics, rows = {Topic.CONFLICTS}, set()
    for conflict in conflicts:
        topics.add(TOPICS[conflict.table])
        rows.add(conflict.row)
    return Changes(frozenset(topics), frozenset(rows))


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


class _Teller:
    """Tells what an operation said, and who wrote it when and on which laptop."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._people = {person.id: person.name for person in office.people.all()}
        self._names = device_names(office)
        self._skews = {peer.replica: peer.skew_ms for peer in office.peers.all()}

    def tell(
        self, opid: int, table: str, column: str | None, *, is_shown: bool = False
    ) -> ConflictValue:
        """Tell one operation; without a column, whichever field it wrote."""
        entry = self._office.journal.entry(opid)
        replica = entry.replica.hex()
        return ConflictValue(
            opid=opid,
            value=self._value(entry, table, column or entry.column),
            person=self._people.get(entry.user_id or "", ""),
            device=self._names.get(replica, replica[:8]),
            at_ms=entry.at_ms,
            is_shown=is_shown,
            skew_ms=max(0, self._skews.get(replica, 0)),
            deletes=column == DELETED,
        )

    def _value(self, entry: Entry, table: str, column: str) -> object:
        value = json.loads(entry.value or "null")
        if entry.is_insert:
            value = value.get(column) if column != "*" else value
        if column in BY_NAME[table].personal and isinstance(value, str):
            return reveal(self._office.db, entry.row, column, value)
        return value


def _fields(office: Office, teller: _Teller) -> Iterator[Conflict]:
    heads = office.conflicts.disputed()
    for (row, table, column), group in groupby(heads, lambda one: (one.row, one.table, one.column)):
        if table not in BY_NAME or not office.conflicts.exists(table, row):
            continue
        opids = [head.opid for head in group]
        origin = office.conflicts.ancestor(opids)
        told = None if origin is None else teller.tell(origin, table, column)
        yield Conflict(
            id=f"{row}:{column}",
            kind=ConflictKind.FIELD,
            project_id=office.conflicts.project_of(table, row),
            row=row,
            table=table,
            column=column,
            title=office.conflicts.title_of(table, row),
            values=tuple(
                teller.tell(opid, table, column, is_shown=place == 0)
                for place, opid in enumerate(opids)
            ),
            origin=told,
            is_critical=(table, column) in CRITICAL,
        )


def _records(office: Office, teller: _Teller) -> Iterator[Conflict]:
    left = office.conflicts.uncovered()
    for (row, table), group in groupby(left, lambda one: (one[0], one[1])):
        if table not in BY_NAME:
            continue
        edits = [teller.tell(opid, table, None) for _row, _table, opid in group]
        deletes = [teller.tell(one, table, DELETED) for one in office.conflicts.deletes_of(row)]
        yield Conflict(
            id=f"{row}:{DELETED}",
            kind=ConflictKind.DELETED,
            project_id=office.conflicts.project_of(table, row),
            row=row,
            table=table,
            column=DELETED,
            title=office.conflicts.title_of(table, row),
            values=(*edits, *deletes),
            is_critical=table in {"defect", "answer"},
        )
