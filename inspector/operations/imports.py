"""A whole project from one workbook, in one act; and the empty workbook to fill."""

from dataclasses import asdict
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import ProjectDraft, ProjectFactsDraft
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.core.projects import Place, Project
from inspector.operations.packs import find_pack
from inspector.operations.projects import (
    PartyDraft,
    PlaceDraft,
    add_project,
    put_party,
    put_place,
)
from inspector.operations.scheme import SchemeDraft, write_scheme
from inspector.operations.workspace import Workspace
from inspector.sheets.project_import import import_project as read_project
from inspector.sheets.template import FILE_NAME as TEMPLATE_NAME
from inspector.sheets.template import write_template
from inspector.store.database import Writing

__all__ = ["TEMPLATE_NAME", "import_project", "save_template"]

_Codes = tuple[str, ...]


def import_project(
    workspace: Workspace, file: Path, progress: Progress | None = None
) -> Outcome[Project]:
    """Make a project of a filled workbook: all of it, or nothing and a list of what is wrong.

    The scheme stands under the newest national pack; a code that exists is refused.
    """
    pack = find_pack(workspace)
    draft = read_project(file, frozenset(pack.by_id()))
    watch = progress or Unwatched()
    with workspace.act() as writing:
        facts = _facts_of(draft.project)
        project = add_project(workspace, writing, draft.project.code, draft.project.name, facts)
        places = _put_places(workspace, writing, project.id, draft, watch)
        for party in draft.parties:
            put_party(workspace, writing, project.id, PartyDraft(**asdict(party)))
        rows = [
            SchemeDraft(
                item_id=row.item_id,
                place_id=places[row.place].id,
                duty=row.duty,
                planned_quantity=row.planned_quantity,
                quantity_unit=row.quantity_unit,
                design_value=row.design_value,
                note=row.note,
            )
            for row in draft.scheme
        ]
        write_scheme(workspace, writing, project.id, pack.ref, rows)
    touched = Changes.of(
        Topic.PROJECTS, Topic.PLACES, Topic.PARTIES, Topic.SCHEME, ids={project.id}
    )
    return Outcome(project, touched, writing.act)


def save_template(out: Path) -> Path:
    """Write the empty workbook, with examples and help; a file that exists is left alone."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    return write_template(out)


def _facts_of(draft: ProjectFactsDraft) -> dict[str, object]:
    """Give the facts that a project keeps."""
    names = (
        *("plan_year", "district", "subdistrict", "address"),
        *("approval_number", "investment_yuan", "planned_start_on", "planned_finish_on"),
    )
    return {name: getattr(draft, name) for name in names}


def _put_places(
    workspace: Workspace,
    writing: Writing,
    project_id: str,
    draft: ProjectDraft,
    progress: Progress,
) -> dict[_Codes, Place]:
    """Put the places, parents first, and give them by their codes."""
    placed: dict[_Codes, Place] = {}
    for place in tracked(draft.places, len(draft.places), progress):
        parent = placed.get(place.parent)
        placed[place.path] = put_place(
            workspace,
            writing,
            project_id,
            PlaceDraft(
                kind=place.kind,
                code=place.code,
                name=place.name,
                parent_id=parent.id if parent else None,
                facts=place.facts,
            ),
        )
    return placed
