"""Two records out of one in conflict: people meant different things by it (sync design, 3.7)."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict, ConflictKind, ConflictValue
from inspector.core.splitting import can_split
from inspector.operations.conflicts import demand_right, settle_within
from inspector.operations.defects import copy_defect
from inspector.operations.history import TOPICS
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing

Copy = Callable[[Workspace, Writing, Conflict, ConflictValue], str]


def split_conflict(workspace: Workspace, conflict: Conflict) -> Outcome[tuple[str, ...]]:
    """Leave the record the value that it shows, and make one more for each other value.

    Give the new records. All of it is one act, which undo takes back as a whole.
    """
    demand_right(workspace)
    is_field = conflict.kind is ConflictKind.FIELD
    is_here = not any(one.is_withheld for one in conflict.values)
    if not (is_field and is_here and can_split(conflict.table, conflict.column)):
        raise InspectorError(Problem.SPLIT_IMPOSSIBLE, field=conflict.column)
    shown, *others = conflict.sides()
    with workspace.act() as writing:
        settle_within(writing.office, conflict, shown[0])
        copy = _COPIES.get(conflict.table, _copied)
        made = tuple(copy(workspace, writing, conflict, side[0]) for side in others)
    topics = frozenset({Topic.CONFLICTS, TOPICS[conflict.table]})
    return Outcome(made, Changes(topics, frozenset({conflict.row, *made})), writing.act)


def _copied(
    workspace: Workspace, writing: Writing, conflict: Conflict, value: ConflictValue
) -> str:
    """Put the record down once more, behind the others, with another value."""
    rows = writing.office.rows(conflict.table)
    row: dict[str, Any] = rows.get(conflict.row)
    family = _FAMILIES[conflict.table]
    siblings = rows.where(f"{family} = ?", [row[family]])
    place = max(int(one["position"] or 0) for one in siblings) + 1
    made = workspace.new_id()
    rows.put({**row, "id": made, conflict.column: value.value, "position": place})
    return made


def _copied_defect(
    workspace: Workspace, writing: Writing, conflict: Conflict, value: ConflictValue
) -> str:
    fields = {conflict.column: value.value}
    return copy_defect(workspace, writing, conflict.row, fields).id


_FAMILIES: Mapping[str, str] = {"reading": "answer_id", "party": "project_id"}
"""By which column records are numbered."""
_COPIES: Mapping[str, Copy] = {"defect": _copied_defect}
