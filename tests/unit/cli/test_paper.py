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
