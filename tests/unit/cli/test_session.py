"""Which workspace is meant, and who may look while another writes."""

from pathlib import Path

import pytest

from inspector.cli.session import Session, chosen_folder
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Unwatched
from inspector.folders import default_workspace
from inspector.operations.projects import list_projects
from inspector.settings import Settings
from tests.kit.builders import make_project, make_workspace


def make_session(folder: Path, clock) -> Session:
    return Session(
        folder=folder / "workspace", profile=folder / "profile", clock=clock, progress=Unwatched()
    )


@pytest.mark.parametrize(
    ("given", "environment", "last", "chosen"),
    [
        (Path("/typed"), {"INSPECTOR_WORKSPACE": "/told"}, "/last", Path("/typed")),
        (None, {"INSPECTOR_WORKSPACE": "/told"}, "/last", Path("/told")),
        (None, {"INSPECTOR_WORKSPACE": ""}, "/last", Path("/last")),
        (Path("here"), {}, "", Path.cwd() / "here"),
        (Path("a/../b"), {}, "", Path.cwd() / "b"),
    ],
)
def test_the_workspace_is_the_nearest_one_named(given, environment, last, chosen):
    assert chosen_folder(given, Settings(last_workspace=last), environment) == chosen


def test_without_any_name_it_is_among_the_documents():
    assert chosen_folder(None, Settings(), {}) == default_workspace()


def test_reading_goes_on_beside_a_program_that_writes(workspace, tmp_path, clock):
    make_project(workspace)
    with make_session(tmp_path, clock).reading() as beside:
        assert [one.project.code for one in list_projects(beside)] == ["JF2"]


def test_a_second_writer_is_refused_with_the_name_of_the_first(workspace, tmp_path, clock):
    with (
        pytest.raises(InspectorError) as refused,
        make_session(tmp_path, clock).writing(),
    ):
        pass
    assert refused.value.problem is Problem.WORKSPACE_IN_USE


def test_what_was_written_is_sealed_at_the_end(tmp_path, clock):
    make_workspace(tmp_path, clock=clock).close()
    with make_session(tmp_path, clock).writing() as mine:
        make_project(mine)
    with make_session(tmp_path, clock).reading() as beside, beside.read() as office:
        assert office.journal.unsealed() == []


def test_a_folder_without_a_workspace_is_said_plainly(tmp_path, clock):
    with (
        pytest.raises(InspectorError) as refused,
        make_session(tmp_path, clock).reading(),
    ):
        pass
    assert refused.value.problem is Problem.WORKSPACE_MISSING
