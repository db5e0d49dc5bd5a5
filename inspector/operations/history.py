"""What happened to a record, and taking one's own acts back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector.core.changes import Act, Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.restoring import DELETED, is_restorable
from inspector.operations.naming import device_names
from inspector.operations.workspace import Workspace
from inspector.store.entries import Entry, field_before
from inspector.store.office import Office
from inspector.store.rows import Rows, reveal
from inspector.store.schema import BY_NAME

TOPICS: Mapping[str, Topic] = {
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
    "reply": Topic.NOTICES,
    "photo": Topic.PHOTOS,
    "photo_link": Topic.PHOTOS,
    "report": Topic.REPORTS,
    "sealed_bundle": Topic.BUNDLES,
    "checklist_pack": Topic.PACKS,
    "device": Topic.DEVICES,
    "mandate": Topic.DEVICES,
    "mandate_end": Topic.DEVICES,
    "programme": Topic.PROJECTS,
    "annual_plan": Topic.PROJECTS,
    "erasure": Topic.PARTIES,
    "meeting": Topic.MEETINGS,
    "attendance": Topic.MEETINGS,
    "opinion": Topic.MEETINGS,
    "opinion_condition": Topic.MEETINGS,
    "meeting_group": Topic.MEETINGS,
    "resident_voice": Topic.MEETINGS,
    "signature": Topic.MEETINGS,
    "vote": Topic.PROCESS,
    "publicity": Topic.PROCESS,
    "objection": Topic.PROCESS,
    "document": Topic.PROCESS,
    "gate_record": Topic.PROCESS,
    "final_account": Topic.PROCESS,
    "warranty": Topic.PROCESS,
    "handover_row": Topic.PROCESS,
    "management": Topic.PROCESS,
    "care_answer": Topic.PROCESS,
    "warranty_claim": Topic.PROCESS,
    "filing": Topic.PROCESS,
    "appraisal": Topic.PARTIES,
    "photo_mask": Topic.PHOTOS,
    "photo_review": Topic.PHOTOS,
    "public_copy": Topic.BUNDLES,
    "disclosure": Topic.VISITS,
    "disclosure_row": Topic.VISITS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The package that brought an entry here."""

    package: str
    name: str
    sender: str
    taken_at_ms: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A former value of a field that can be given back, and the entry that wrote it."""

    opid: int
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One entry of a record's history: who, when, on which laptop, which field, from what to what.

    An insert has the column `*` and the whole record as its new value. A personal value shows as
    it is kept here; `is_withheld` marks one that was erased or never came to this laptop.
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
    is_withheld: bool = False
    settles: bool = False
    """Whether it chose between values that people had left open."""
    origin: Origin | None = None
    """Nothing for what was written here."""
    skew_ms: int = 0
    """How far the clock of that laptop was ahead, at most, when it was last seen."""
    offer: Offer | None = None


def history_of(workspace: Workspace, record_id: str) -> list[HistoryLine]:
    """List everything that was written of a record and of what hangs on it, oldest first."""
    with workspace.read() as office:
        rows = (record_id, *children_of(office, record_id))
        entries = office.journal.entries_of(*rows)
        if not entries:
            raise InspectorError(Problem.RECORD_MISSING, record="record", id=record_id)
        teller = _Teller(office, entries, office.journal.parents_of(*rows))
        return [teller.line(entry) for entry in entries]


class _Teller:
    """Tells entries, with what is known of their writers and of the packages that brought them."""

    def __init__(
        self, office: Office, entries: Sequence[Entry], parents: Mapping[int, Sequence[int]]
    ) -> None:
        self._office = office
        self._known = {entry.opid: entry for entry in entries}
        self._settled = settled_in(entries, parents)
        self._followed = {entry.prev for entry in entries}
        self._people = {person.id: person.name for person in office.people.all()}
        self._devices = device_names(office)
        self._skews = {peer.replica: peer.skew_ms for peer in office.peers.all()}
        came = any(entry.via for entry in entries)
        self._receipts = {one.id: one for one in office.peers.receipts()} if came else {}

    def line(self, entry: Entry) -> HistoryLine:
        """Tell one entry."""
        before = field_before(entry, self._known.get(entry.prev or -1))
        after = None if entry.value is None else json.loads(entry.value)
        shown = [_shown(self._office, entry, value) for value in (before, after)]
        replica = entry.replica.hex()
        return HistoryLine(
            opid=entry.opid,
            at_ms=entry.at_ms,
            person=self._people.get(entry.user_id or "", ""),
            device=self._devices.get(replica, ""),
            record_id=entry.row,
            table=entry.table,
            column=entry.column,
            before=shown[0],
            after=shown[1],
            sealed=entry.segment_hash is not None,
            is_withheld=_lacks(shown[0], before) or _lacks(shown[1], after),
            settles=entry.opid in self._settled,
            origin=self._origin(entry.via),
            skew_ms=max(0, self._skews.get(replica, 0)),
            offer=self._offer(entry),
        )

    def _offer(self, entry: Entry) -> Offer | None:
        """Offer what an entry wrote, if nothing followed it, else what it replaced."""
        column, previous = entry.column, self._known.get(entry.prev or -1)
        if previous is None or not is_restorable(entry.table, column) or column == DELETED:
            return None
        rows = self._office.rows(entry.table)
        if rows.stored(entry.row, DELETED):
            return None
        meant = previous if entry.opid in self._followed else entry
        now = rows.stored(entry.row, column)
        if value_of(meant, column) == now:
            meant = previous
        value = value_of(meant, column)
        shown = _shown(self._office, entry, value)
        return None if value == now or _lacks(shown, value) else Offer(meant.opid, shown)

    def _origin(self, package: str | None) -> Origin | None:
        receipt = self._receipts.get(package or "")
        if receipt is None:
            return None
        return Origin(
            package=receipt.id,
            name=receipt.name,
            sender=receipt.sender_name,
            taken_at_ms=receipt.taken_at_ms,
        )


def settled_in(entries: Sequence[Entry], parents: Mapping[int, Sequence[int]]) -> set[int]:
    """Name the entries that chose between different values: the mark stays in the history."""
    known = {entry.opid: entry for entry in entries}
    return {
        entry.opid
        for entry in entries
        if not entry.is_insert
        and entry.prev in known
        and (
            _closes_another_value(entry, known, parents.get(entry.opid, ()))
            if entry.column != "deleted"
            else _ends_a_deletion(entry, known, parents)
        )
    }


def _closes_another_value(entry: Entry, known: Mapping[int, Entry], parents: Sequence[int]) -> bool:
    seen = value_of(known[entry.prev or 0], entry.column)
    return any(value_of(known[one], entry.column) != seen for one in parents if one in known)


def _ends_a_deletion(
    entry: Entry, known: Mapping[int, Entry], parents: Mapping[int, Sequence[int]]
) -> bool:
    """Tell whether an entry kept or let go a record that some deleted while others worked on it."""
    deletion = known[entry.prev or 0]
    if deletion.column != "deleted" or value_of(deletion, "deleted") != 1:
        return False
    if value_of(entry, "deleted") == 1:
        return True
    earlier = [one for one in known.values() if one.row == entry.row and one.rank < entry.rank]
    replaced = {one.prev for one in earlier}
    covered = set(parents.get(deletion.opid, ()))
    live = {one.opid for one in earlier if one.column != "deleted" and one.opid not in replaced}
    return bool(live - covered)


def value_of(entry: Entry, column: str) -> Any:
    """Give what an entry wrote into a field."""
    value = json.loads(entry.value or "null")
    return value.get(column) if entry.is_insert else value


def _shown(office: Office, entry: Entry, value: Any) -> Any:
    """Put the personal values that are kept here in the place of their hashes."""
    personal = BY_NAME[entry.table].personal if entry.table in BY_NAME else frozenset()
    if isinstance(value, dict):
        return {
            name: reveal(office.db, entry.row, name, item) if name in personal else item
            for name, item in value.items()
        }
    if entry.column in personal and value is not None:
        return reveal(office.db, entry.row, entry.column, value)
    return value


def _lacks(shown: Any, written: Any) -> bool:
    if isinstance(shown, dict):
        return None in shown.values()
    return shown is None and written is not None


def children_of(office: Office, record_id: str) -> list[str]:
    """Find what hangs on a record: readings, events, photos, objections; deleted ones included."""
    found = office.db.execute(
        "SELECT id FROM reading WHERE answer_id = ? UNION ALL"
        " SELECT id FROM defect_event WHERE defect_id = ? UNION ALL"
        " SELECT id FROM photo_link WHERE target_id = ? UNION ALL"
        " SELECT id FROM notice_row WHERE notice_id = ? UNION ALL"
        " SELECT id FROM objection WHERE publicity_id = ?",
        [record_id] * 5,
    )
    return [row_id for (row_id,) in found]


def undo(workspace: Workspace, act: Act) -> Outcome[None]:
    """Take an act back by a new act; undoing that one is redo.

    Refused as a whole where somebody has changed a field since, so that it no longer has the
    value that the act gave it: then the history offers the values to choose from. A field that
    was changed and changed back may be undone, so that several acts on one field can be taken
    back one after the other. An erasure is never taken back.
    """
    with workspace.act() as writing:
        journal = writing.office.journal
        entries = journal.entries_in(act)
        if not entries or any(entry.table == "erasure" for entry in entries):
            raise InspectorError(Problem.NOTHING_TO_UNDO)
        made = {entry.row: entry.table for entry in entries if entry.is_insert}
        for row, table in made.items():
            _take_away(writing.office, row, table, act)
        for record in _records([entry for entry in entries if entry.row not in made]):
            _set_back(writing.office, record)
    topics = {TOPICS[entry.table] for entry in entries if entry.table in TOPICS}
    changes = Changes(frozenset(topics), frozenset(entry.row for entry in entries))
    return Outcome(None, changes, writing.act)


def _records(entries: list[Entry]) -> list[list[Entry]]:
    """Group the entries by record, each group oldest first."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.table, entry.row), []).append(entry)
    return list(groups.values())


def _take_away(office: Office, row: str, table: str, act: Act) -> None:
    """Mark a record that the act made as deleted, if it still is as the act left it."""
    entries = office.journal.entries_of(row)
    last_of_act = max(last for _first, last in act.spans)
    then = _fields([entry for entry in entries if entry.opid <= last_of_act])
    if _fields(entries) != then:
        raise InspectorError(Problem.CHANGED_SINCE)
    Rows(office.db, table).delete(row)


def _fields(entries: list[Entry]) -> dict[str, Any]:
    """Fold a record's entries into what they make of it."""
    fields: dict[str, Any] = {"deleted": 0}
    for entry in entries:
        value = json.loads(entry.value or "null")
        fields.update(value if entry.is_insert else {entry.column: value})
    return {name: value for name, value in fields.items() if value is not None}


def _set_back(office: Office, record: list[Entry]) -> None:
    """Give a record's fields the values that they had before the act, if they still have its.

    A deleted record is not edited: it comes back before its fields do, and goes after them.
    """
    row, rows = record[0].row, Rows(office.db, record[0].table)
    fields: dict[str, list[Entry]] = {}
    for entry in record:
        fields.setdefault(entry.column, []).append(entry)
    values = {}
    for column, entries in fields.items():
        if rows.stored(row, column) != json.loads(entries[-1].value or "null"):
            raise InspectorError(Problem.CHANGED_SINCE)
        values[column] = _value_before(office, entries[0])
    deleted = values.pop("deleted", None)
    if deleted == 0:
        rows.set_columns(row, {"deleted": 0})
    if values and rows.stored(row, "deleted"):
        raise InspectorError(Problem.CHANGED_SINCE)
    if values:
        rows.set_columns(row, values)
    if deleted:
        rows.set_columns(row, {"deleted": 1})


def _value_before(office: Office, entry: Entry) -> Any:
    """Give what a field showed before: a record that was deleted had been there."""
    if entry.column == "deleted" and json.loads(entry.value or "null") == 1:
        return 0
    previous = office.journal.entry(entry.prev) if entry.prev is not None else None
    value = field_before(entry, previous)
    return value or 0 if entry.column == "deleted" else value
