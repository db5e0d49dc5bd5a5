"""A record as it was, and giving one of its fields a value that it once had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from inspector.core.changes import Changes, Outcome
from inspector.core.errors import InspectorError, Problem
from inspector.core.restoring import DELETED, is_restorable
from inspector.core.times import wall_time
from inspector.operations.history import TOPICS, HistoryLine, children_of, value_of
from inspector.operations.workspace import Workspace
from inspector.store.entries import Entry
from inspector.store.office import Office
from inspector.store.rows import reveal
from inspector.store.schema import BY_NAME
from inspector.sync.past import fields_then

_TARGETS: Mapping[str, str] = {
    "programme_id": "programme",
    "parent_id": "place",
    "place_id": "place",
    "visit_id": "visit",
    "party_id": "party",
}
"""What the links lead to that can be restored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRecord:
    """A record as it was: fields by name, of which some are not here any more."""

    id: str
    table: str
    fields: Mapping[str, Any]
    withheld: frozenset[str]
    is_deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A field that was given back a value."""

    record_id: str
    table: str
    column: str
    before: Any
    after: Any


def record_as_of(workspace: Workspace, record_id: str, at_ms: int) -> tuple[PastRecord, ...]:
    """Show a record and what hangs on it as all that was written by a moment makes them.

    The moments are those of each writer's clock. What is here by now counts, also where it came
    later with a package. Nothing, where the record was not made yet.
    """
    with workspace.read() as office:
        _table_of(office, record_id)
        rows = (record_id, *children_of(office, record_id))
        found = (_then(office, row, at_ms) for row in rows)
        return tuple(record for record in found if record is not None)


def restore_written(
    workspace: Workspace, record_id: str, column: str, opid: int
) -> Outcome[Restored]:
    """Give a field the value that one entry of its history wrote."""
    with workspace.act() as writing:
        office = writing.office
        entries = {entry.opid: entry for entry in office.journal.entries_of(record_id)}
        entry = entries.get(opid)
        if entry is None or (entry.column != column and not entry.is_insert):
            raise InspectorError(Problem.RECORD_MISSING, record="entry", id=opid)
        done = _restore(office, entry.table, record_id, column, _wrote(entry, column))
    return Outcome(done, _changes(done), writing.act)


def restore_as_of(
    workspace: Workspace, record_id: str, column: str, at_ms: int
) -> Outcome[Restored]:
    """Give a field the value that it showed at a moment."""
    with workspace.act() as writing:
        office = writing.office
        table = _table_of(office, record_id)
        fields = _fields_then(office, record_id, table, at_ms)
        if fields is None:
            then = f"{wall_time(at_ms):%Y-%m-%d %H:%M}"
            raise InspectorError(Problem.RECORD_NOT_YET, record=table, id=record_id, time=then)
        done = _restore(office, table, record_id, column, fields.get(column))
    return Outcome(done, _changes(done), writing.act)


def restore_offered(workspace: Workspace, line: HistoryLine) -> Outcome[Restored]:
    """Give back what a line of a history offers."""
    if line.offer is None:
        raise InspectorError(Problem.VALUE_FIXED, field=line.column)
    return restore_written(workspace, line.record_id, line.column, line.offer.opid)


def end_of_day_ms(workspace: Workspace, day: date) -> int:
    """Give the last instant of a day by this computer's time."""
    end = datetime.combine(day, time.max, workspace.now().tzinfo)
    return int(end.timestamp() * 1000)


def _changes(done: Restored) -> Changes:
    return Changes(frozenset({TOPICS[done.table]}), frozenset({done.record_id}))


def _wrote(entry: Entry, column: str) -> Any:
    """Give what an entry says of a field; an insert makes the record, so it is there."""
    return 0 if entry.is_insert and column == DELETED else value_of(entry, column)


# -- reading --------------------------------------------------------------------------------------


def _table_of(office: Office, record_id: str) -> str:
    entries = office.journal.entries_of(record_id)
    tables = [entry.table for entry in entries if entry.is_insert and entry.table in BY_NAME]
    standing = [name for name in tables if office.rows(name).stored(record_id, "id")]
    if not standing:
        raise InspectorError(Problem.RECORD_MISSING, record="record", id=record_id)
    return standing[0]


def _fields_then(
    office: Office, row: str, table: str, at_ms: int
) -> Mapping[str, str | int | None] | None:
    written = {entry.opid for entry in office.journal.entries_of(row) if entry.at_ms <= at_ms}
    project = str(office.rows(table).stored(row, "project_id"))
    return fields_then(office.cells, row, table, project, written)


def _then(office: Office, row: str, at_ms: int) -> PastRecord | None:
    table = _table_of(office, row)
    fields = _fields_then(office, row, table, at_ms)
    if fields is None:
        return None
    personal = BY_NAME[table].personal
    shown = {
        name: reveal(office.db, row, name, str(value))
        if name in personal and value is not None
        else value
        for name, value in fields.items()
        if name != DELETED
    }
    withheld = {name for name in personal if fields[name] is not None and shown[name] is None}
    return PastRecord(
        id=row,
        table=table,
        fields=shown,
        withheld=frozenset(withheld),
        is_deleted=bool(fields[DELETED]),
    )


# -- restoring ------------------------------------------------------------------------------------


def _restore(office: Office, table: str, row: str, column: str, value: Any) -> Restored:
    if column not in (*BY_NAME[table].column_names, DELETED):
        raise InspectorError(Problem.FIELD_UNKNOWN, field=column)
    if not is_restorable(table, column):
        raise InspectorError(Problem.VALUE_FIXED, field=column)
    rows = office.rows(table)
    before = rows.stored(row, column)
    if before == value:
        raise InspectorError(Problem.VALUE_STANDS, field=column)
    if rows.stored(row, DELETED) and column != DELETED:
        raise InspectorError(Problem.RECORD_DELETED, record=table)
    _refuse_what_is_gone(office, table, row, column, value)
    rows.set_columns(row, {column: value})
    return Restored(record_id=row, table=table, column=column, before=before, after=value)


def _refuse_what_is_gone(office: Office, table: str, row: str, column: str, value: Any) -> None:
    """Refuse a personal value that was erased, and a link to a record that is not here."""
    is_personal = column in BY_NAME[table].personal and value is not None
    if is_personal and reveal(office.db, row, column, str(value)) is None:
        raise InspectorError(Problem.VALUE_ABSENT, field=column)
    target = _TARGETS.get(column)
    if target and value and not office.conflicts.exists(target, str(value)):
        raise InspectorError(Problem.LINK_MISSING, record=target, id=value)
