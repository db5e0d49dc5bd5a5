"""`paper`: the list, and making each kind in each edition."""

import pytest

from inspector.core.issued import OF_PROJECT
from tests.kit.builders import make_place, make_project, make_workspace
from tests.kit.commands import command, command_data


@pytest.fixture
def at(tmp_path):
    workspace = make_workspace(tmp_path)
    make_place(workspace, make_project(workspace))
    workspace.close()
    return ("--workspace", tmp_path / "workspace", "paper")


def test_each_paper_is_made_and_listed(at, tmp_path):
    assert [one["made"] for one in command_data(*at, "list")] == [0] * len(OF_PROJECT)
    for kind in OF_PROJECT:
        made = command_data(*at, "make", kind.value, "--out", tmp_path / f"{kind.value}.xlsx")
        assert (made["kind"], made["version"]) == (kind.value, 1)
    listed = command_data(*at, "list")
    assert [one["newest"]["name"] for one in listed] == [
        f"{kind.value}.xlsx" for kind in OF_PROJECT
    ]
    assert "五方责任主体签署页" in command(*at, "list").out


def test_an_unknown_paper_or_edition_is_refused(at, tmp_path):
    assert command(*at, "make", "poem", "--out", tmp_path / "p.pdf").code == 2
    refused = command(*at, "make", "groups", "--out", tmp_path / "p.odt")
    assert refused.code == 1
    assert ".docx" in refused.err
    assert not (tmp_path / "p.odt").exists()


def test_a_paper_is_checked_by_its_code_and_its_file(at, tmp_path):
    out = tmp_path / "g.pdf"
    made = command_data(*at, "make", "groups", "--out", out)
    place = at[:2]
    look = command_data(*place, "report", "check", made["code"])
    assert (look["state"], look["report"]["id"], look["changed"]) == ("same", made["id"], [])
    assert "parts" not in look["report"]
    assert command_data(*place, "report", "check", out)["file"] == "exact"
    command_data(*place, "party", "add", "--role", "expert", "--unit", "专家组")
    assert command(*place, "report", "check", made["code"]).code == 0
    five = command_data(*at, "make", "five_parties", "--out", tmp_path / "w.pdf")
    command_data(*place, "party", "add", "--role", "design", "--unit", "设计院")
    ended = command(*place, "report", "check", five["code"])
    assert ended.code == 1
    assert "之后有变化" in ended.out
    assert "设计单位" in ended.out
    assert command(*place, "report", "check", "7F3A-91C2-0B5D").code == 1
    missing = command(*place, "report", "check", tmp_path / "none.pdf")
    assert missing.code == 1
    assert "none.pdf" in missing.err


def test_no_paper_is_asked_for_by_nothing(at):
    refused = command(*at[:2], "report", "check", " ")
    assert (refused.code, "请给出二维码内容" in refused.err) == (2, True)


def test_every_building_gets_its_record(at, tmp_path):
    place = (*at[:2], "report", "batch", "--out", tmp_path / "out", "--buildings-only")
    batch = command_data(*place, "--format", "xlsx")
    assert [one["state"] for one in batch["entries"]] == ["done"]
    assert (tmp_path / "out" / batch["entries"][0]["file"]).is_file()
    assert command(*place, "--format", "docx").code == 1
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / batch["entries"][0]["file"]).write_bytes(b"mine")
    ended = command(*at[:2], "report", "batch", "--out", tmp_path / "other", "--format", "xlsx")
    assert ended.code == 1
    assert "共 5 份，生成 4 份，未能生成 1 份" in ended.out
    assert len(list((tmp_path / "other").glob("*.xlsx"))) == 5
