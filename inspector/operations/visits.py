"""Visits to the site."""

from dataclasses import dataclass
from datetime import date

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.days import check_days
from inspector.core.inspections import Visit, VisitKind
from inspector.core.text import clean, named
from inspector.operations.workspace import Workspace
from inspector.words.records import visit_kind_name


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDraft:
    """What a person gives to begin a visit; an empty title is made of day and kind."""

    kind: VisitKind
    first_on: date
    last_on: date | None = None
    title: str = ""
    inspectors: tuple[str, ...] = ()
    note: str | None = None


def list_visits(workspace: Workspace, project_id: str) -> list[Visit]:
    """List the visits of a project, oldest first."""
    with workspace.read() as office:
        return office.visits.of_project(project_id)


def create_visit(workspace: Workspace, project_id: str, draft: VisitDraft) -> Outcome[Visit]:
    """Begin a visit; it takes the next number of this laptop."""
    last_on = draft.last_on or draft.first_on
    check_days("first_on", draft.first_on, "last_on", last_on)
    machine = workspace.device().code
    with workspace.act() as writing:
        office = writing.office
        project = office.projects.get(project_id)
        prefix = f"{project.code}-V-{machine}-"
        taken = office.visits.numbers(project_id)
        serial = 1 + max(
            (int(number[len(prefix) :]) for number in taken if number.startswith(prefix)), default=0
        )
        title = clean(draft.title) or f"{draft.first_on:%m-%d} {visit_kind_name(draft.kind)}"
        visit = Visit(
            id=workspace.new_id(),
            project_id=project_id,
            number=f"{prefix}{serial:02d}",
            kind=draft.kind,
            title=title,
            first_on=draft.first_on,
            last_on=last_on,
            inspectors=tuple(named(name, "inspectors") for name in draft.inspectors)
            or (office.people.get(office.journal.user_id() or "").name,),
            note=clean(draft.note or "") or None,
        )
        office.visits.put(visit)
    return Outcome(visit, Changes.of(Topic.VISITS, ids={visit.id}), writing.act)
