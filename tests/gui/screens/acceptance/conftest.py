"""A project on which everything can stand against acceptance, and the sample community."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from inspector.core.checklists import AnswerState, Control, Duty, Severity
from inspector.core.projects import Place, Project
from inspector.operations.inspecting import Spot, add_readings, set_result
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.workspace import Workspace
from inspector.ui.screens.acceptance.view import AcceptanceScreen
from tests.gui.conftest import Recorder
from tests.kit.builders import (
    make_defect,
    make_place,
    make_project,
    make_visit,
    make_workspace,
    national_pack,
)
from tests.kit.sample import SampleWorkspace, sample_workspace


@dataclass(frozen=True)
class Troubled:
    """A project with one item of each trouble and an open defect of each severity."""

    workspace: Workspace
    project: Project
    place: Place
    spots: dict[str, Spot]


@pytest.fixture
def sample(tmp_path) -> Iterator[SampleWorkspace]:
    with sample_workspace(tmp_path / "site") as made:
        yield made


@pytest.fixture
def troubled(tmp_path) -> Iterator[Troubled]:
    workspace = make_workspace(tmp_path / "site")
    try:
        yield _make_troubled(workspace)
    finally:
        workspace.close()


@pytest.fixture
def make_screen(qtbot, desk):
    """Show the screen over a workspace, read to the end."""

    def make(workspace, width=1294, height=716) -> AcceptanceScreen:
        screen = AcceptanceScreen(replace(desk, workspace=workspace))
        screen.board.open_path = Recorder()
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        settle(qtbot, desk)
        return screen

    return make


@pytest.fixture
def settled(qtbot, desk):
    """Wait until both workers have told everything."""
    return lambda: settle(qtbot, desk)


def settle(qtbot, desk):
    jobs = desk.jobs
    qtbot.waitUntil(lambda: not jobs.acts.is_busy() and not jobs.long.is_busy(), timeout=60_000)
    qtbot.wait(1)  # new lines get their places


def _make_troubled(workspace: Workspace) -> Troubled:
    project = make_project(workspace)
    place = make_place(workspace, project)
    visit = make_visit(workspace, project)
    ref, pack = national_pack(workspace)
    items = [item for item in pack.items if not item.variants and not item.retired]
    dominant = next(item for item in items if item.control is Control.DOMINANT)
    general = [item for item in items if item.control is Control.GENERAL]
    measured = next(
        item
        for item in general
        if item.answer.points and item.answer.limits and item.answer.limits.maximum
    )
    plain = [item for item in general if not item.answer.points][:2]
    chosen = {"dominant": dominant, "doubted": measured, "failed": plain[0], "left": plain[1]}
    drafts = [
        SchemeDraft(item_id=item.id, place_id=place.id, duty=Duty.MANDATORY)
        for item in chosen.values()
    ]
    put_in_scope(workspace, project.id, ref, drafts)
    spots = {name: Spot(visit.id, place.id, item.id) for name, item in chosen.items()}
    set_result(workspace, visit, spots["dominant"], AnswerState.FAIL)
    set_result(workspace, visit, spots["failed"], AnswerState.FAIL)
    set_result(workspace, visit, spots["doubted"], AnswerState.PASS)
    add_readings(workspace, visit, spots["doubted"], ["900"])
    for severity in Severity:
        make_defect(workspace, project, place, severity=severity)
    return Troubled(workspace=workspace, project=project, place=place, spots=spots)
