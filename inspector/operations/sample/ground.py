"""Put the community on record: programme, project, places, parties, scheme."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from inspector.core.ids import ORG
from inspector.core.projects import PlaceKind, Programme, Project
from inspector.operations.projects import (
    PartyDraft,
    PlaceDraft,
    create_project,
    edit_project,
    put_party,
    put_place,
)
from inspector.operations.sample.people import PARTIES
from inspector.operations.sample.places import BUILDINGS
from inspector.operations.sample.plan import Plan
from inspector.operations.sample.scheme import Scope
from inspector.operations.sample.way import put_way_on_record
from inspector.operations.scheme import SchemeDraft, write_scheme
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing

MACHINE_CODE = "K7"
"""The code that the office has given to the story's laptop: numbers read the same every time."""

_PROGRAMME = "××区老旧小区综合改造提升三年行动计划（示例）"
_FIRST_YEAR, _LAST_YEAR = 2025, 2027
_PROGRAMME_COMMUNITIES, _PROGRAMME_BUILDINGS = 73, 941


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The project with the ids of its places and parties, by the story's keys."""

    project: Project
    places: dict[str, str]
    parties: dict[str, str]


def lay_ground(workspace: Workspace, plan: Plan) -> Ground:
    """Put everything on record that must be there before the first visit."""
    programme = _programme(workspace)
    project = create_project(workspace, "JF2", "景芳二区老旧小区综合改造提升工程", **_facts()).value
    project = edit_project(workspace, project.id, programme_id=programme.id).value
    with workspace.act() as writing:
        places = _places(workspace, writing, project, plan)
        parties = _parties(workspace, writing, project)
    ground = Ground(project=project, places=places, parties=parties)
    with workspace.act() as writing:
        _scheme(workspace, writing, ground, plan)
    buildings = (one.facts for one in plan.places if one.kind is PlaceKind.BUILDING)
    put_way_on_record(workspace, project.id, sum(one.households or 0 for one in buildings))
    return ground


def _facts() -> dict[str, object]:
    return {
        "plan_year": 2026,
        "district": "××区",
        "subdistrict": "××街道",
        "address": f"××街道景芳二区1～{BUILDINGS}幢",
        "approval_number": "×改办〔2026〕示例8号",
        "investment_yuan": Decimal(48_600_000),
        "started_on": date(2026, 3, 16),
        "finished_on": date(2026, 11, 6),
    }


def _programme(workspace: Workspace) -> Programme:
    """Put the programme on record, and give the laptop its code."""
    programme = Programme(
        id=workspace.new_id(),
        name=_PROGRAMME,
        district="××区",
        first_year=_FIRST_YEAR,
        last_year=_LAST_YEAR,
        communities=_PROGRAMME_COMMUNITIES,
        buildings=_PROGRAMME_BUILDINGS,
    )
    with workspace.act() as writing:
        office = writing.office
        office.journal.open_project(ORG)
        office.programmes.put(programme)
        replica = office.journal.replica()
        device = office.devices.of_replica(replica)
        named = replace(device, code=MACHINE_CODE, name="联合验收1号笔记本")
        office.devices.put(named, replica)
    return programme


def _places(workspace: Workspace, writing: Writing, project: Project, plan: Plan) -> dict[str, str]:
    ids: dict[str, str] = {}
    for place in plan.places:
        draft = PlaceDraft(
            kind=place.kind,
            code=place.code,
            name=place.name,
            parent_id=ids[place.parent] if place.parent else None,
            facts=place.facts,
        )
        ids[place.key] = put_place(workspace, writing, project.id, draft).id
    return ids


def _parties(workspace: Workspace, writing: Writing, project: Project) -> dict[str, str]:
    ids: dict[str, str] = {}
    for party in PARTIES:
        draft = PartyDraft(
            role=party.role,
            unit=party.unit,
            representative=party.representative,
            phone=party.phone,
        )
        ids[party.key] = put_party(workspace, writing, project.id, draft).id
    return ids


def _scheme(workspace: Workspace, writing: Writing, ground: Ground, plan: Plan) -> None:
    """Write the scheme with what was planned, and what was really built where it is counted."""
    drafts = [_draft(ground, scope) for scope in plan.scopes]
    rows = write_scheme(workspace, writing, ground.project.id, plan.pack, drafts)
    for row, scope in zip(rows, plan.scopes, strict=True):
        if scope.quantum is not None:
            writing.office.scheme.put(replace(row, done_quantity=scope.quantum.done))


def _draft(ground: Ground, scope: Scope) -> SchemeDraft:
    quantum = scope.quantum
    return SchemeDraft(
        item_id=scope.item.id,
        place_id=ground.places[scope.place.key],
        planned_quantity=quantum.planned if quantum else None,
        quantity_unit=quantum.unit if quantum else None,
        design_value=scope.design,
        variant=scope.variant,
        due_points=scope.due,
    )
