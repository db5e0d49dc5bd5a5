"""What happened to a record, and taking one's own acts back."""

import json
from dataclasses import dataclass
from typing import Any

from inspector.core.changes import Act, Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.operations.workspace import Workspace
from inspector.store.journal import Entry, field_before
from inspector.store.office import Office
from inspector.store.rows import Rows

_TOPICS = {
    "person": Topic.PEOPLE,
    "project": Topic.PROJECTS,
    "place": Topic.PLACES,
    "party": Topic.PARTIES,
    "scheme_row": Topic.SCHEME,
    "visit": Topic.VISITS,
    "answer": Topic.ANSWERS,
    "reading": Topic.ANSWERS,
    "defect": Topic.DEFECTS,
    "defect_event": Topic.DEFECTS,
    "notice": Topic.NOTICES,
    "notice_row": Topic.NOTICES,
    "photo": Topic.PHOTOS,
    "photo_link": Topic.PHOTOS,
    "report": Topic.REPORTS,
    "sealed_bundle": Topic.BUNDLES,
    "checklist_pack": Topic.PACKS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One entry of a record's history: who, when, on which laptop, which field, from what to what.

    An insert has the column `*` and the whole record as its new value.
    """

    opid: int
    at_ms: int
    person: str
    device: str
    record_id: str
    table: str
    column: str
    before: Any
    after: Any
    sealed: bool


def history_of(workspace: Workspace, record_id: str) -> list[HistoryLine]:
    """List everything that was written of a record and of what hangs on it, oldest first."""
    with workspace.read() as office:
        people = {person.id: person.name for person in office.people.all()}
        devices = {device.id: device.code for device in office.devices.all()}
        here = office.devices.of_replica(office.journal.replica()).code
        entries = office.journal.entries_of(record_id, *_children(office, record_id))
        if not entries:
            raise InspectorError(Problem.RECORD_MISSING, record="", id=record_id)
        known = {entry.opid: entry for entry in entries}
        own = office.journal.replica()
        return [
            HistoryLine(
                opid=entry.opid,
                at_ms=entry.at_ms,
                person=people.get(entry.user_id or "", ""),
                device=here if entry.replica == own else devices.get(entry.replica.hex(), ""),
                record_id=entry.row,
                table=entry.table,
                column=entry.column,
                before=field_before(entry, known.get(entry.prev or -1)),
                after=None if entry.value is None else json.loads(entry.value),
                sealed=entry.segment_hash is not None,
            )
            for entry in entries
        ]


def _children(office: Office, record_id: str) -> list[str]:
    """Find the readings of an answer and the events of a defect, deleted ones included."""
    found = office.db.execute(
        "SELECT id FROM reading WHERE answer_id = ? UNION ALL"
        " SELECT id FROM defect_event WHERE defect_id = ? UNION ALL"
        " SELECT id FROM photo_link WHERE target_id = ? UNION ALL"
        " SELECT id FROM notice_row WHERE notice_id = ?",
        [record_id] * 4,
    )
    return [row_id for (row_id,) in found]


def undo(workspace: Workspace, act: Act) -> Outcome[None]:
    """Take an act back by a new act; undoing that one is redo.

    Refused as a whole where somebody has changed a field since: then the history offers the
    values to choose from.
    """
    if not act:
        raise InspectorError(Problem.NOTHING_TO_UNDO)
    with workspace.act() as writing:
        entries = writing.office.journal.entries_in(act)
        made = {entry.row for entry in entries if entry.is_insert}
        for row, table in {(entry.row, entry.table) for entry in entries if entry.is_insert}:
            Rows(writing.office.db, table).delete(row)
        for cell in _cells([entry for entry in entries if entry.row not in made]):
            _set_back(writing.office, cell)
    topics = {_TOPICS[entry.table] for entry in entries if entry.table in _TOPICS}
    changes = Changes(frozenset(topics), frozenset(entry.row for entry in entries))
    return Outcome(None, changes, writing.act)


def _cells(entries: list[Entry]) -> list[list[Entry]]:
    """Group the entries by record and field, each group oldest first."""
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.table, entry.row, entry.column), []).append(entry)
    return list(groups.values())


def _set_back(office: Office, cell: list[Entry]) -> None:
    """Give a field the value that it had before the act, if the act's is still the newest."""
    first, last = cell[0], cell[-1]
    if office.journal.newest_of(last.row, last.table, last.column) != last.opid:
        raise InspectorError(Problem.CHANGED_SINCE)
    previous = office.journal.entry(first.prev) if first.prev is not None else None
    value = field_before(first, previous)
    if first.column == "deleted":
        value = value or 0
    Rows(office.db, last.table).set_columns(last.row, {last.column: value})
