"""What a person overwrites is what their form showed, though more has come since (design, 3.3).

A package that is taken in while a form is open changes what the record shows. What is saved then
replaces the value that was seen, not the one that came: both stand, and people choose.
"""

import json
from collections.abc import Collection
from typing import Any

from inspector.core.changes import Act, Seen
from inspector.core.errors import InspectorError, Problem
from inspector.store.entries import Entry
from inspector.store.office import Office
from inspector.store.unsealed import UnsealedOps
from inspector.sync.deriving import derive
from inspector.sync.past import head_then


def stand_on_what_was_seen(office: Office, act: Act, seen: Seen) -> None:
    """Let what an act wrote replace what was seen; what the person left as it was stays as it came.

    Refused where nothing of the record had been there to be seen.
    """
    unseen = [entry for entry in office.journal.entries_in(act) if _overwrites(office, entry, seen)]
    if not unseen:
        return
    with office.cells.suspended():
        for entry in unseen:
            _set_right(office, entry, seen.rows[entry.row])
        derive(office.cells)


def _set_right(office: Office, entry: Entry, known: Collection[int]) -> None:
    cells, unsealed = office.cells, UnsealedOps(office.db)
    opid = head_then(cells, entry.row, entry.table, entry.column, known)
    if opid is None or entry.prev is None:
        raise InspectorError(Problem.CAME_MEANWHILE, field=entry.column)
    shown, came = office.journal.entry(opid), office.journal.entry(entry.prev)
    if _said(shown, entry.column) == _said(entry, entry.column):
        unsealed.say_again(entry.opid, json.dumps(_said(came, entry.column), ensure_ascii=False))
    else:
        unsealed.stand_on(entry.opid, opid)
    cells.touch(entry.row, cells.column(entry.table, entry.column).cid)


def _said(entry: Entry, column: str) -> Any:
    value = json.loads(entry.value or "null")
    return value.get(column) if entry.is_insert else value


def _overwrites(office: Office, entry: Entry, seen: Seen) -> bool:
    is_edit = not entry.is_insert and entry.column != "deleted"
    known = seen.rows.get(entry.row)
    return is_edit and known is not None and _overwrites_unseen(office, entry, known)


def _overwrites_unseen(office: Office, entry: Entry, known: Collection[int]) -> bool:
    """Tell whether between what was seen and this entry somebody else wrote on the field."""
    own, at = office.journal.replica(), entry.prev
    while at is not None and at not in known:
        before = office.journal.entry(at)
        if before.replica != own:
            return True
        at = before.prev
    return False
