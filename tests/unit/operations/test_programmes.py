"""Projects belong to programmes, which are known by their names."""

from inspector.operations.programmes import list_programmes, put_programme
from inspector.operations.projects import create_project, edit_project, summarise_project
from tests.kit.builders import make_workspace

NAME = "2026—2028 三年行动计划"


def test_a_project_brings_its_programme_and_the_next_one_joins_it(tmp_path):
    workspace = make_workspace(tmp_path)
    first = create_project(workspace, "JF2", "景芳二区", programme=NAME).value
    second = create_project(workspace, "JF3", "景芳三区", programme=f" {NAME} ").value
    assert first.programme_id == second.programme_id
    assert [programme.name for programme in list_programmes(workspace)] == [NAME]
    assert summarise_project(workspace, second.id).programme == NAME
    workspace.close()


def test_an_empty_name_takes_a_project_out_of_its_programme(tmp_path):
    workspace = make_workspace(tmp_path)
    project = create_project(workspace, "JF2", "景芳二区", programme=NAME).value
    edit_project(workspace, project.id, programme="")
    assert summarise_project(workspace, project.id).programme is None
    assert [programme.name for programme in list_programmes(workspace)] == [NAME]
    workspace.close()


def test_the_same_name_on_two_laptops_is_one_programme(tmp_path):
    one, other = make_workspace(tmp_path / "a"), make_workspace(tmp_path / "b")
    assert put_programme(one, NAME).value.id == put_programme(other, NAME, district="区").value.id
    one.close()
    other.close()
