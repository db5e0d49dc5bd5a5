"""Projects with their places and parties."""

from dataclasses import dataclass, field, replace
from datetime import date

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.defects import ENDED
from inspector.core.errors import InspectorError, Problem
from inspector.core.numbers import checked_place_code, checked_project_code
from inspector.core.projects import (
    Dismissal,
    Party,
    PartyRole,
    Place,
    PlaceFacts,
    PlaceKind,
    Project,
    by_tree,
)
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.operations.aftercare import accepted_on
from inspector.operations.finding import project_of
from inspector.operations.programmes import programme_name, with_programme
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.figures import count_of_project, progress_of_project
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSummary:
    """A project with the numbers that its card shows.

    `due` counts items in scope × place, `answered` those with a verdict in any visit (the newest
    counts), `failed` those whose newest verdict is 不合格, `conflicts` what people left open.
    """

    project: Project
    buildings: int
    due: int
    answered: int
    failed: int
    open_defects: int
    open_critical: int
    photos: int
    visits: int
    programme: str | None = None
    conflicts: int = 0
    accepted_on: date | None = None
    """The day of the meeting that accepted the works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """What a person gives to put a place on record."""

    kind: PlaceKind
    code: str
    name: str
    parent_id: str | None = None
    facts: PlaceFacts = field(default_factory=PlaceFacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDraft:
    """What a person gives to put a party on record."""

    role: PartyRole
    unit: str
    representative: str | None = None
    phone: str | None = None


def list_projects(workspace: Workspace) -> list[ProjectSummary]:
    """List all projects with their numbers, by code."""
    with workspace.read() as office:
        conflicts = office.conflicts.count_by_project()
        return [
            _summary(office, project, conflicts.get(project.id, 0))
            for project in office.projects.all()
        ]


def all_projects(workspace: Workspace) -> list[Project]:
    """List all projects without their numbers."""
    with workspace.read() as office:
        return list(office.projects.all())


def find_project(workspace: Workspace, code: str) -> Project:
    """Find a project by id or code."""
    with workspace.read() as office:
        return project_of(office, code)


def summarise_project(workspace: Workspace, project_id: str) -> ProjectSummary:
    """Give the numbers of one project."""
    with workspace.read() as office:
        conflicts = office.conflicts.count_by_project()
        project = office.projects.get(project_id)
        return _summary(office, project, conflicts.get(project_id, 0))


def create_project(workspace: Workspace, code: str, name: str, **facts: object) -> Outcome[Project]:
    """Put a project on record; its code must be free and never changes afterwards.

    `facts` are the optional fields of Project (district, address, plan_year …), and `programme`:
    the name of the programme that it belongs to, which is put on record if it is new.
    """
    with workspace.act() as writing:
        project = add_project(workspace, writing, code, name, facts)
    return Outcome(project, Changes.of(Topic.PROJECTS, ids={project.id}), writing.act)


def add_project(
    workspace: Workspace, writing: Writing, code: str, name: str, facts: dict[str, object]
) -> Project:
    """Put a project on record within an act."""
    project = Project(
        id=workspace.new_id(), code=checked_project_code(code), name=named(name, "name")
    )
    office = writing.office
    project = _with_facts(project, with_programme(office, facts))
    if office.projects.named(project.code):
        raise InspectorError(Problem.CODE_TAKEN, code=project.code)
    office.journal.open_project(project.id)
    office.projects.put(project)
    return project


def edit_project(workspace: Workspace, project_id: str, **facts: object) -> Outcome[Project]:
    """Change facts of a project; its code stays what it is."""
    with workspace.act() as writing:
        known = with_programme(writing.office, facts)
        project = _with_facts(writing.office.projects.get(project_id), known)
        writing.office.projects.put(project)
    return Outcome(project, Changes.of(Topic.PROJECTS, ids={project_id}), writing.act)


_EDITABLE = frozenset(Project.__dataclass_fields__) - {"id", "code"}


def _with_facts(project: Project, facts: dict[str, object]) -> Project:
    for column, value in facts.items():
        if column not in _EDITABLE:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=column)
        if column == "name":
            project = replace(project, name=named(str(value), "name"))
        else:
            fit = (clean(value) or None) if isinstance(value, str) else value
            project = replace(project, **{column: fit})  # type: ignore[arg-type]  # names checked above
    return project.checked()


# -- places ---------------------------------------------------------------------------------------


def list_places(workspace: Workspace, project_id: str) -> list[tuple[int, Place]]:
    """List the places of a project as a tree: (depth, place)."""
    with workspace.read() as office:
        return by_tree(office.places.of_project(project_id))


def add_place(workspace: Workspace, project_id: str, draft: PlaceDraft) -> Outcome[Place]:
    """Put a place on record; the code is unique among the places under one parent."""
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        place = put_place(workspace, writing, project_id, draft)
    return Outcome(place, Changes.of(Topic.PLACES, ids={place.id}), writing.act)


def put_place(workspace: Workspace, writing: Writing, project_id: str, draft: PlaceDraft) -> Place:
    """Put a place on record within an act."""
    places = writing.office.places.of_project(project_id)
    if draft.parent_id is not None and draft.parent_id not in {place.id for place in places}:
        raise InspectorError(Problem.LINK_MISSING, record="place", id=draft.parent_id)
    code = checked_place_code(draft.code)
    siblings = [place for place in places if place.parent_id == draft.parent_id]
    if any(place.code == code and place.kind is draft.kind for place in siblings):
        raise InspectorError(Problem.CODE_TAKEN, code=code)
    place = Place(
        id=workspace.new_id(),
        project_id=project_id,
        kind=draft.kind,
        code=code,
        name=named(draft.name, "name"),
        parent_id=draft.parent_id,
        position=max((place.position for place in siblings), default=0) + 1,
        facts=draft.facts,
    )
    writing.office.places.put(place)
    return place


def edit_place(
    workspace: Workspace, place_id: str, *, name: str | None = None, facts: PlaceFacts | None = None
) -> Outcome[Place]:
    """Change a place's name or facts."""
    with workspace.act() as writing:
        place = writing.office.places.get(place_id)
        place = replace(
            place,
            name=place.name if name is None else named(name, "name"),
            facts=place.facts if facts is None else facts,
        )
        writing.office.places.put(place)
    return Outcome(place, Changes.of(Topic.PLACES, ids={place_id}), writing.act)


def remove_place(workspace: Workspace, place_id: str) -> Outcome[None]:
    """Mark a place as deleted; what was recorded there stays and shows as without its place."""
    with workspace.act() as writing:
        writing.office.places.get(place_id)
        writing.office.places.delete(place_id)
    return Outcome(None, Changes.of(Topic.PLACES, ids={place_id}), writing.act)


# -- parties --------------------------------------------------------------------------------------


def list_parties(workspace: Workspace, project_id: str) -> list[Party]:
    """List the parties of a project."""
    with workspace.read() as office:
        return office.parties.in_force(project_id)


def list_dismissed(workspace: Workspace, project_id: str) -> list[Party]:
    """List the parties of a project that left the register."""
    with workspace.read() as office:
        known = office.parties.of_project(project_id)
    return [party for party in known if party.dismissed is not None]


def add_party(workspace: Workspace, project_id: str, draft: PartyDraft) -> Outcome[Party]:
    """Put a party on record."""
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        party = put_party(workspace, writing, project_id, draft)
    return Outcome(party, Changes.of(Topic.PARTIES, ids={party.id}), writing.act)


def put_party(workspace: Workspace, writing: Writing, project_id: str, draft: PartyDraft) -> Party:
    """Put a party on record within an act."""
    known = writing.office.parties.of_project(project_id)
    party = Party(
        id=workspace.new_id(),
        project_id=project_id,
        role=draft.role,
        unit=named(draft.unit, "unit"),
        representative=clean(draft.representative or "") or None,
        phone=clean(draft.phone or "") or None,
        position=len(known) + 1,
    )
    writing.office.parties.put(party)
    return party


def edit_party(workspace: Workspace, party_id: str, draft: PartyDraft) -> Outcome[Party]:
    """Change a party."""
    with workspace.act() as writing:
        party = replace(
            writing.office.parties.get(party_id),
            role=draft.role,
            unit=named(draft.unit, "unit"),
            representative=clean(draft.representative or "") or None,
            phone=clean(draft.phone or "") or None,
        )
        writing.office.parties.put(party)
    return Outcome(party, Changes.of(Topic.PARTIES, ids={party_id}), writing.act)


def dismiss_party(workspace: Workspace, party_id: str, reason: str) -> Outcome[Party]:
    """Let a party leave the register; what it said, signed and owes stays on record.

    A meeting whose verdict was read out keeps it among its parties.
    """
    why = named(reason, "reason", LONGEST_TEXT)
    with workspace.act() as writing:
        party = writing.office.parties.get(party_id)
        if party.dismissed is not None:
            raise InspectorError(
                Problem.PARTY_DISMISSED, unit=party.unit, why=party.dismissed.reason
            )
        by = writing.office.journal.user_id() or ""
        told = Dismissal(by=by, at_ms=workspace.now_ms(), reason=why)
        party = replace(party, dismissed=told)
        writing.office.parties.put(party)
    return Outcome(party, _of_party(party_id), writing.act)


def readmit_party(workspace: Workspace, party_id: str) -> Outcome[Party]:
    """Put a party that left back on the register."""
    with workspace.act() as writing:
        party = replace(writing.office.parties.get(party_id), dismissed=None)
        writing.office.parties.put(party)
    return Outcome(party, _of_party(party_id), writing.act)


def _of_party(party_id: str) -> Changes:
    return Changes.of(Topic.PARTIES, Topic.MEETINGS, ids={party_id})


def remove_party(workspace: Workspace, party_id: str) -> Outcome[None]:
    """Mark a party as deleted."""
    with workspace.act() as writing:
        writing.office.parties.get(party_id)
        writing.office.parties.delete(party_id)
    return Outcome(None, Changes.of(Topic.PARTIES, ids={party_id}), writing.act)


def _summary(office: Office, project: Project, conflicts: int) -> ProjectSummary:
    progress = progress_of_project(office.db, project.id)
    ended = ", ".join(f"'{state}'" for state in sorted(ENDED))
    opened = f"json_extract(state, '$.state') NOT IN ({ended})"
    return ProjectSummary(
        project=project,
        buildings=count_of_project(office.db, "place", project.id, "kind = 'building'"),
        due=progress.due,
        answered=progress.answered,
        failed=progress.failed,
        open_defects=count_of_project(office.db, "defect", project.id, opened),
        open_critical=count_of_project(
            office.db, "defect", project.id, f"{opened} AND severity = 'critical'"
        ),
        photos=count_of_project(office.db, "photo", project.id),
        visits=count_of_project(office.db, "visit", project.id),
        programme=programme_name(office, project.programme_id),
        conflicts=conflicts,
        accepted_on=accepted_on(office, project.id),
    )
