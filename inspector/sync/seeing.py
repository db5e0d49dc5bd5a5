"""What a person overwrites is what their form showed, though more has come since (design, 3.3).

A package that is taken in while a form is open changes what the record shows. What is saved then
replaces the value that was seen, not the one that came: both stand, and people choose.
"""

from collections.abc import Collection

from inspector.core.changes import Act, Seen
from inspector.core.errors import InspectorError, Problem
from inspector.store.journal import Entry
from inspector.store.office import Office
from inspector.sync.deriving import derive
from inspector.sync.past import head_then


def stand_on_what_was_seen(office: Office, act: Act, seen: Seen) -> bool:
    """Let what an act wrote replace what was seen; tell whether anything else had come.

    Refused where nothing of the record had been there to be seen.
    """
    moved = []
    for entry in office.journal.entries_in(act):
        known = seen.rows.get(entry.row)
        if known is None or entry.is_insert or entry.column == "deleted":
            continue
        if _overwrites_unseen(office, entry, known):
            shown = head_then(office.cells, entry.row, entry.table, entry.column, known)
            if shown is None:
                raise InspectorError(Problem.CAME_MEANWHILE, field=entry.column)
            moved.append((entry, shown))
    if moved:
        with office.cells.suspended():
            for entry, shown in moved:
                office.cells.stand_on(entry.opid, shown)
                office.cells.touch(entry.row, office.cells.column(entry.table, entry.column).cid)
            derive(office.cells)
    return bool(moved)


def _overwrites_unseen(office: Office, entry: Entry, known: Collection[int]) -> bool:
    """Tell whether between what was seen and this entry somebody else wrote on the field."""
    own, at = office.journal.replica(), entry.prev
    while at is not None and at not in known:
        before = office.journal.entry(at)
        if before.replica != own:
            return True
        at = before.prev
    return False
