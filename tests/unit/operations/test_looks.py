"""The office's file of how papers are set: kept, taken over, refused with its line."""

import zipfile

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind
from inspector.core.marks import PhotoMark
from inspector.core.papers import USUAL
from inspector.operations.looks import (
    LOOK,
    export_look,
    keep_look,
    look_text,
    office_look,
    preview_look,
    shipped_look,
    take_look,
    take_picture,
)
from inspector.operations.papers import make_paper
from inspector.reports.layout.measures import MM
from inspector.words.problems import explain
from tests.kit.builders import make_project
from tests.kit.commands import command, command_data
from tests.kit.pdf import quick_faults, whole_text
from tests.kit.sample_papers import draw_photo

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


PICTURED = 'format = 1\n[letterhead]\npicture = "抬头.jpg"\nheight_mm = 20\n'


def refusal(act, *arguments):
    with pytest.raises(InspectorError) as refused:
        act(*arguments)
    return refused.value


def photos(page):
    return [mark for mark in page.marks if isinstance(mark, PhotoMark)]


def test_the_picture_of_a_letterhead_lies_beside_the_file(workspace, tmp_path):
    error = refusal(keep_look, workspace, PICTURED)
    assert error.problem is Problem.LAYOUT_PICTURE_UNFIT
    assert "抬头.jpg" in explain(error)
    picture = draw_photo(tmp_path / "抬头.jpg", 1)
    assert take_picture(workspace, picture) == "抬头.jpg"
    look = keep_look(workspace, PICTURED)
    assert look.picture_at.read_bytes() == picture.read_bytes()
    plain, pictured = preview_look(USUAL), preview_look(look)
    assert (len(photos(plain[0])), len(photos(pictured[0]))) == (0, 1)
    (_x, _y, _wide, high) = photos(pictured[0])[0].frame
    assert high == pytest.approx(20 * MM)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    assert refusal(take_picture, workspace, bad).problem is Problem.LAYOUT_PICTURE_UNFIT
    assert refusal(take_picture, workspace, tmp_path / "no.jpg")


def test_a_look_travels_with_its_picture(workspace, tmp_path):
    picture = draw_photo(tmp_path / "抬头.jpg", 1)
    take_picture(workspace, picture)
    look = keep_look(workspace, PICTURED)
    out = tmp_path / "elsewhere" / "look.toml"
    out.parent.mkdir()
    export_look(workspace, out)
    assert (out.parent / "抬头.jpg").read_bytes() == picture.read_bytes()
    look.picture_at.unlink()
    assert refusal(office_look, workspace).problem is Problem.LAYOUT_PICTURE_UNFIT
    assert take_look(workspace, out) == look
    project = make_project(workspace)
    for end in (".pdf", ".docx", ".xlsx"):
        make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / f"g{end}")
    assert quick_faults(tmp_path / "g.pdf") == []
    with zipfile.ZipFile(tmp_path / "g.docx") as parts:
        shown = [parts.read(one) for one in parts.namelist() if "/media/" in one]
    assert shown == [picture.read_bytes()]
