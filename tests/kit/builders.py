"""Real workspaces and records for tests, with everything filled in that a test does not name."""

import secrets
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from inspector.core.checklists import AnswerState, Pack, PackRef, Severity
from inspector.core.defects import Defect
from inspector.core.ids import uuid7
from inspector.core.inspections import Visit, VisitKind
from inspector.core.process.names import EventKind, ProjectState
from inspector.core.projects import Party, PartyRole, Place, PlaceKind, Project
from inspector.operations.defects import DefectDraft, record_defect
from inspector.operations.inspecting import Spot, set_result
from inspector.operations.projects import (
    PartyDraft,
    PlaceDraft,
    add_party,
    add_place,
    create_project,
)
from inspector.operations.recording import Saying, say
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import Workspace, create_workspace, open_workspace

HOME_TIME = timezone(timedelta(hours=8))
START = datetime(2026, 5, 11, 9, 0, tzinfo=HOME_TIME)
FIRST_DAY = START.date()


class StoppedClock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Give the moment."""
        return self.at

    def tick(self, by: timedelta = timedelta(seconds=1)) -> None:
        """Move on, or back."""
        self.at += by

    @property
    def ms(self) -> int:
        """Give the moment in milliseconds since 1970 UTC."""
        return int(self.at.timestamp() * 1000)


def make_workspace(
    folder: Path, *, clock: StoppedClock | None = None, person: str = "李工", unit: str = "区住建局"
) -> Workspace:
    """Create a workspace under a folder, with the profile beside it."""
    return create_workspace(
        folder / "workspace", folder / "profile", clock or StoppedClock(), person, unit
    )


def reopen(folder: Path, *, clock: StoppedClock | None = None) -> Workspace:
    """Open the workspace that `make_workspace` made under a folder."""
    return open_workspace(folder / "workspace", folder / "profile", clock or StoppedClock())


def make_project(workspace: Workspace, code: str = "JF2", name: str = "解放二村") -> Project:
    """Put a project on record."""
    return create_project(workspace, code, name).value


def take_in(
    workspace: Workspace,
    project: Project,
    state: ProjectState = ProjectState.IN_ACCEPTANCE,
) -> Project:
    """Take a project in half-way: what came before is asserted."""
    asserted = Saying(
        kind=EventKind.ASSERT,
        target=state,
        authority="区改造办",
        paper="接入清单",
        said_on=workspace.today(),
    )
    say(workspace, project.id, asserted)
    return project


def make_place(workspace: Workspace, project: Project, code: str = "12", **more: Any) -> Place:
    """Put a building on record."""
    draft = PlaceDraft(**{"kind": PlaceKind.BUILDING, "code": code, "name": f"{code}号楼", **more})
    return add_place(workspace, project.id, draft).value


def make_party(
    workspace: Workspace,
    project: Project,
    unit: str = "市政建设集团",
    *,
    phone: str | None = None,
    role: PartyRole = PartyRole.CONTRACTOR,
) -> Party:
    """Put a party on record."""
    draft = PartyDraft(role=role, unit=unit, representative="王经理", phone=phone)
    return add_party(workspace, project.id, draft).value


def make_visit(workspace: Workspace, project: Project, first_on: date = FIRST_DAY) -> Visit:
    """Put a spot check on record."""
    draft = VisitDraft(kind=VisitKind.SPOT_CHECK, first_on=first_on, inspectors=("李工",))
    return create_visit(workspace, project.id, draft).value


def make_defect(
    workspace: Workspace, project: Project, place: Place, text: str = "外墙涂层起皮", **more: Any
) -> Defect:
    """Put a defect on record."""
    draft = DefectDraft(**{"place_id": place.id, "text": text, "severity": Severity.MINOR, **more})
    return record_defect(workspace, project.id, draft).value


def national_pack(workspace: Workspace) -> tuple[PackRef, Pack]:
    """Give the starter pack that every workspace has."""
    with workspace.read() as office:
        ref = office.packs.all()[0][0]
    return ref, workspace.pack(ref)


def make_spot(
    workspace: Workspace, project: Project, place: Place, visit: Visit, item_id: str | None = None
) -> Spot:
    """Put an item in scope at a place and name it in a visit."""
    ref, pack = national_pack(workspace)
    chosen = item_id or next(iter(pack.by_id()))
    draft = SchemeDraft(item_id=chosen, place_id=place.id)
    put_in_scope(workspace, project.id, ref, [draft])
    return Spot(visit.id, place.id, chosen)


def make_checked(workspace: Workspace, project: Project, place: Place) -> Spot:
    """Put one item in scope that was found qualified, so that a verdict can be read out."""
    visit = make_visit(workspace, project)
    spot = make_spot(workspace, project, place, visit, "RD-005")
    set_result(workspace, visit, spot, AnswerState.PASS)
    return spot


def random_id(at: datetime = START) -> str:
    """Make an identifier as the program does."""
    ms = int(at.astimezone(UTC).timestamp() * 1000)
    return uuid7(ms, secrets.token_bytes(10))
