"""A project from a workbook: whole, or nothing and everything that is wrong."""

from decimal import Decimal

import pytest

from inspector.core.checklists import Duty
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.operations.imports import TEMPLATE_NAME, import_project, save_template
from inspector.operations.projects import list_parties, list_places, list_projects
from inspector.operations.scheme import list_scheme
from inspector.sheets.project_import import import_project as read_project
from inspector.store.content import content_hash
from tests.kit.builders import make_project
from tests.kit.sheets import make_workbook, with_cell, with_header, with_rows


def hash_now(workspace):
    with workspace.read() as office:
        return content_hash(office.db)


def test_the_template_with_its_examples_makes_a_whole_project(workspace, tmp_path):
    file = save_template(tmp_path / TEMPLATE_NAME)
    draft = read_project(file)
    project = import_project(workspace, file).value
    assert (project.code, project.name) == (draft.project.code, draft.project.name)
    assert project.investment_yuan == draft.project.investment_yuan
    places = [place for _depth, place in list_places(workspace, project.id)]
    assert len(places) == len(draft.places)
    by_id = {place.id: place for place in places}
    for place in places:
        if place.parent_id:
            assert by_id[place.parent_id].project_id == project.id
    assert len(list_parties(workspace, project.id)) == len(draft.parties)
    rows = list_scheme(workspace, project.id)
    assert len(rows) == len(draft.scheme)
    assert {row.pack.version for row in rows} == {"2026.2"}
    planned = {row.item_id: (row.duty, row.planned_quantity) for row in draft.scheme}
    assert {row.item_id: (row.duty, row.planned_quantity) for row in rows} == planned
    assert {type(row.duty) for row in rows} == {Duty}


def test_planned_days_are_not_taken_for_real_ones(workspace, tmp_path):
    project = import_project(workspace, save_template(tmp_path / "t.xlsx")).value
    assert (project.started_on, project.finished_on) == (None, None)


def test_a_whole_import_is_one_act(workspace, tmp_path):
    outcome = import_project(workspace, save_template(tmp_path / "t.xlsx"))
    assert outcome.act
    assert outcome.changes.ids == {outcome.value.id}


@pytest.mark.parametrize(
    "change",
    [
        with_header("楼栋", "楼栋编号", "楼房号"),
        with_cell("改造方案", "检查项编号", 2, "XX-999"),
        with_cell("项目", "项目编码", 2, "二"),
    ],
)
def test_a_fault_anywhere_leaves_everything_as_it_was(workspace, tmp_path, change):
    file = make_workbook(tmp_path / "t.xlsx", change)
    before = hash_now(workspace)
    with pytest.raises(InspectorError) as refused:
        import_project(workspace, file)
    assert refused.value.problem is Problem.SHEET_INVALID
    assert hash_now(workspace) == before


def test_a_code_that_exists_is_refused_whole(workspace, tmp_path):
    file = save_template(tmp_path / "t.xlsx")
    make_project(workspace, read_project(file).project.code)
    before = hash_now(workspace)
    with pytest.raises(InspectorError) as refused:
        import_project(workspace, file)
    assert refused.value.problem is Problem.CODE_TAKEN
    assert hash_now(workspace) == before


def test_stopping_halfway_leaves_nothing(workspace, tmp_path):
    class Impatient:
        def __init__(self):
            self.done = 0

        def report(self, done, _total):
            self.done = done

        def wants_stop(self):
            return self.done == 2

    before = hash_now(workspace)
    with pytest.raises(Cancelled):
        import_project(workspace, save_template(tmp_path / "t.xlsx"), Impatient())
    assert hash_now(workspace) == before
    assert list_projects(workspace) == []


def test_a_template_overwrites_nothing(tmp_path):
    out = tmp_path / "t.xlsx"
    out.write_text("mine")
    with pytest.raises(InspectorError) as refused:
        save_template(out)
    assert refused.value.problem is Problem.FILE_EXISTS
    assert out.read_text() == "mine"


def test_quantities_stay_exact(workspace, tmp_path):
    rows = read_project(save_template(tmp_path / "t.xlsx")).scheme
    wanted = next(row for row in rows if row.planned_quantity is not None)
    project = import_project(workspace, tmp_path / "t.xlsx").value
    found = [row for row in list_scheme(workspace, project.id) if row.item_id == wanted.item_id]
    assert isinstance(found[0].planned_quantity, Decimal)
    assert found[0].planned_quantity == wanted.planned_quantity


def test_a_project_needs_no_scheme_yet(workspace, tmp_path):
    file = make_workbook(tmp_path / "t.xlsx", with_rows("改造方案"))
    project = import_project(workspace, file).value
    assert list_scheme(workspace, project.id) == []
