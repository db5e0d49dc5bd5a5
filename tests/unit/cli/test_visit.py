"""`visit`: the list of a visit frozen, supplemented and printed by commands."""

import pytest

from tests.kit.builders import make_defect, make_place, make_project, make_visit, make_workspace
from tests.kit.commands import command, command_data


@pytest.fixture
def site(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    place, visit = make_place(workspace, project), make_visit(workspace, project)
    make_defect(workspace, project, place, visit_id=visit.id)
    workspace.close()
    return ("--workspace", workspace.folder), place


def test_a_list_goes_its_way_by_commands(site, tmp_path):
    where, place = site
    frozen = command_data("visit", "freeze", "--note", "当场送达", *where)
    assert [one["supplement"] for one in frozen["lists"]] == [False]
    assert command("visit", "freeze", *where).code == 1
    assert command("visit", "supplement", *where).code == 2
    ended = command("visit", "supplement", "--reason", "雨后复看", *where)
    assert ended.code == 1
    assert "没有尚未告知" in ended.err
    visit = frozen["code"]
    later = command_data(
        *("defect", "add", "--place", place.code, "--text", "井盖异响", "--severity", "minor"),
        *("--visit", visit, *where),
    )
    assert command_data("visit", "told", *where)["untold"] == [later["code"]]
    told = command_data("visit", "supplement", "--reason", "雨后复看", *where)
    first, second = told["lists"]
    assert (second["title"], told["untold"]) == ("雨后复看", [])
    for number, one in enumerate((first, second)):
        out = tmp_path / f"{number}.pdf"
        command_data("report", "disclosure", "--list", one["code"], "--out", out, *where)
        assert out.stat().st_size
    assert command("report", "disclosure", "--list", "GZ-1", "--out", tmp_path / "x", *where).code
