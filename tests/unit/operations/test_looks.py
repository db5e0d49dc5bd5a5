"""The office's file of how papers are set: kept, taken over, refused with its line."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind
from inspector.core.papers import USUAL
from inspector.operations.looks import (
    LOOK,
    export_look,
    keep_look,
    look_text,
    office_look,
    shipped_look,
    take_look,
)
from inspector.operations.papers import make_paper
from tests.kit.builders import make_project
from tests.kit.commands import command, command_data
from tests.kit.pdf import whole_text

OWN = 'format = 1\n[letterhead]\nlines = ["某某区办公室"]\n'


def test_without_a_file_papers_are_as_shipped(workspace):
    assert office_look(workspace) == USUAL
    assert look_text(workspace) == shipped_look()


def test_an_own_file_sets_the_papers(workspace, tmp_path):
    keep_look(workspace, OWN)
    project = make_project(workspace)
    make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf")
    assert "某某区办公室" in whole_text(tmp_path / "g.pdf")


def test_a_file_with_a_fault_is_not_kept_and_stops_a_paper(workspace, tmp_path):
    keep_look(workspace, OWN)
    with pytest.raises(InspectorError):
        keep_look(workspace, "format = 1\n[photos]\nper_page = 5\n")
    assert look_text(workspace) == OWN
    (workspace.folder / LOOK).write_bytes(b"format = 1\n\xff")
    project = make_project(workspace)
    with pytest.raises(InspectorError) as refused:
        make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf")
    assert refused.value.problem is Problem.LAYOUT_NOT_READ
    assert not (tmp_path / "g.pdf").exists()


def test_a_file_goes_from_laptop_to_laptop(workspace, tmp_path):
    out = export_look(workspace, tmp_path / "版面.toml")
    assert out.read_text(encoding="utf-8") == shipped_look()
    with pytest.raises(InspectorError) as refused:
        export_look(workspace, out)
    assert refused.value.problem is Problem.FILE_EXISTS
    out.write_text("\ufeff" + OWN, encoding="utf-8")
    assert take_look(workspace, out).letterhead == ("某某区办公室",)
    assert office_look(workspace).letterhead == ("某某区办公室",)
    with pytest.raises(InspectorError) as refused:
        take_look(workspace, tmp_path / "none.toml")
    assert refused.value.problem is Problem.FILE_MISSING


def test_the_command_line_writes_takes_and_shows(workspace, tmp_path):
    workspace.close()
    at = ("--workspace", workspace.folder, "paper", "layout")
    out = tmp_path / "版面.toml"
    assert command_data(*at, "--out", out)["photos_per_page"] == 6
    out.write_text(out.read_text(encoding="utf-8").replace("= 6", "= 4"), encoding="utf-8")
    assert command_data(*at, "--take", out)["photos_per_page"] == 4
    assert command_data(*at, "--show")["photos_per_page"] == 4
    out.write_text("format = 1\n[seal]\ncircle = 3\n", encoding="utf-8")
    refused = command(*at, "--take", out)
    assert refused.code == 1
    assert "第 3 行" in refused.err
    assert "seal.circle" in refused.err
    assert command(*at).code == 2
