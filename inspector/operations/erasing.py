"""Erasing a personal value: the value goes for ever, who erased it and why stays on record."""

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.text import clean
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.store.schema import TABLES


def erase_personal_value(
    workspace: Workspace, record_id: str, field: str, reason: str
) -> Outcome[None]:
    """Erase every value that a personal field of a record ever had on this laptop.

    Column, journal and hashes stay as they are (docs/adr/0007); it cannot be taken back, so the
    outcome carries no act to undo. Backups made before keep the value until they are thinned.
    """
    why = clean(reason)
    if not why:
        raise InspectorError(Problem.REASON_NEEDED)
    with workspace.act() as writing:
        office = writing.office
        table, project_id = _record(office, record_id, field)
        erasure: dict[str, object] = {
            "id": workspace.new_id(),
            "project_id": project_id,
            "row_id": record_id,
            "column_name": field,
            "reason": why,
            "at_ms": workspace.now_ms(),
            "by_id": office.journal.user_id(),
        }
        office.erasures.erase(erasure, table)
    workspace.write_back()
    return Outcome(None, Changes.of(Topic.PARTIES, ids={record_id}))


def _record(office: Office, record_id: str, field: str) -> tuple[str, str]:
    """Find the table and project of a record that has this personal field."""
    if not any(field in table.personal for table in TABLES):
        raise InspectorError(Problem.FIELD_UNKNOWN, field=field)
    found = office.erasures.owner_of(record_id, field)
    if found is None:
        raise InspectorError(Problem.RECORD_MISSING, record="record", id=record_id)
    return found
