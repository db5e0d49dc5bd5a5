"""The scheme of a project (一小区一方案): which items are in scope where."""

from dataclasses import dataclass, replace
from decimal import Decimal

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import Duty, PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id
from inspector.core.projects import SchemeRow
from inspector.operations.showing import apply_rules_in_visits
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeDraft:
    """One item to be put on one place; None keeps the pack's own value."""

    item_id: str
    place_id: str
    duty: Duty | None = None
    planned_quantity: Decimal | None = None
    quantity_unit: str | None = None
    design_value: str | None = None
    variant: str | None = None
    due_points: int | None = None
    note: str | None = None


def list_scheme(workspace: Workspace, project_id: str) -> list[SchemeRow]:
    """List the scheme of a project."""
    with workspace.read() as office:
        return office.scheme.of_project(project_id)


def put_in_scope(
    workspace: Workspace, project_id: str, pack: PackRef, drafts: list[SchemeDraft]
) -> Outcome[list[SchemeRow]]:
    """Put items on places; what is in scope already takes the new values."""
    with workspace.act() as writing:
        rows = write_scheme(workspace, writing, project_id, pack, drafts)
    changes = Changes.of(Topic.SCHEME, ids={row.id for row in rows})
    return Outcome(rows, changes, writing.act)


def write_scheme(
    workspace: Workspace,
    writing: Writing,
    project_id: str,
    pack: PackRef,
    drafts: list[SchemeDraft],
) -> list[SchemeRow]:
    """Put items on places within an act; what was built of a row that is there stays."""
    items = workspace.pack(pack).by_id()
    places = {place.id for place in writing.office.places.of_project(project_id)}
    rows = []
    for draft in drafts:
        if draft.item_id not in items:
            raise InspectorError(Problem.RECORD_MISSING, record="item_id", id=draft.item_id)
        if draft.place_id not in places:
            raise InspectorError(Problem.LINK_MISSING, record="place", id=draft.place_id)
        if draft.variant is not None:
            items[draft.item_id].variant(draft.variant)
        row_id = scheme_id(project_id, draft.item_id, draft.place_id)
        there = writing.office.scheme.find(row_id)
        rows.append(
            SchemeRow(
                id=row_id,
                project_id=project_id,
                pack=pack,
                item_id=draft.item_id,
                place_id=draft.place_id,
                duty=draft.duty or items[draft.item_id].duty,
                planned_quantity=draft.planned_quantity,
                done_quantity=there.done_quantity if there else None,
                quantity_unit=draft.quantity_unit,
                design_value=draft.design_value,
                variant=draft.variant,
                due_points=draft.due_points,
                note=draft.note,
            )
        )
        writing.office.scheme.put(rows[-1])
    apply_rules_in_visits(workspace, writing.office, project_id, {row.place_id for row in rows})
    return rows


def scheme_id(project_id: str, item_id: str, place_id: str) -> str:
    """Give the id of an item at a place: two people who add it make one row."""
    return natural_id(project_id, "scheme_row", item_id, place_id)


def record_done(workspace: Workspace, row_id: str, quantity: Decimal | None) -> Outcome[SchemeRow]:
    """Record how much of a row was really built."""
    with workspace.act() as writing:
        row = writing.office.scheme.find(row_id)
        if row is None:
            raise InspectorError(Problem.RECORD_MISSING, record="scheme_row", id=row_id)
        row = replace(row, done_quantity=quantity)
        writing.office.scheme.put(row)
    return Outcome(row, Changes.of(Topic.SCHEME, ids={row_id}), writing.act)


def take_out_of_scope(workspace: Workspace, row_ids: list[str]) -> Outcome[None]:
    """Take items out of scope; their answers stay on record."""
    with workspace.act() as writing:
        for row_id in row_ids:
            writing.office.scheme.delete(row_id)
    return Outcome(None, Changes.of(Topic.SCHEME, ids=set(row_ids)), writing.act)
