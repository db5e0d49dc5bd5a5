"""The papers of the volumes can be looked at before anything is sealed."""

import re
import zipfile

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations import volume_drafts
from inspector.operations.bundles import list_bundles, seal_bundle
from inspector.operations.volume_drafts import draft_forms
from tests.kit.commands import command
from tests.kit.pdf import whole_text
from tests.kit.sample import sample_workspace


def names_below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def told(paper):
    """Give what a paper says, without the bundle's number and what follows from it."""
    return re.sub(r"校验码[0-9A-F-]{14}|DA-2026-JF2-\w+-\d+", "", whole_text(paper))


def test_the_papers_are_those_that_sealing_makes(tmp_path):
    out = tmp_path / "forms"
    with sample_workspace(tmp_path) as sample:
        seal_bundle(sample.workspace, sample.project_id, tmp_path / "b.zip")
        made = draft_forms(sample.workspace, sample.project_id, out)
        assert len(list_bundles(sample.workspace)) == 1
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        sealed = {name: archive.read(name) for name in archive.namelist()}
    assert {path.relative_to(out).as_posix() for path in made} == names_below(out)
    for name in names_below(out):
        last = name.rpartition("/")[2]
        ending = name if name.endswith(".pdf") and "/" in name else f"其他/{last}"
        (whole,) = [content for one, content in sealed.items() if one.endswith(f"/{ending}")]
        if name.endswith(".pdf"):
            (tmp_path / "s.pdf").write_bytes(whole)
            assert told(out / name) == told(tmp_path / "s.pdf")
        elif not name.startswith("移交书"):
            assert (out / name).read_bytes() == whole


def test_before_the_first_report_they_can_be_seen_too(tmp_path):
    with sample_workspace(tmp_path) as sample:
        workspace = ("--workspace", sample.workspace.folder)
    out = tmp_path / "forms"
    told = command(*workspace, "bundle", "forms", "--out", out, "--json")
    assert told.code == 0
    assert set(told.data["files"]) == names_below(out)
    assert {"案卷目录.pdf", "移交书.pdf", "卷内备考表.csv"} <= names_below(out)
    assert [name for name in names_below(out) if name.endswith("/000_照片册.pdf")]


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "mine").write_text("mine")
    with sample_workspace(tmp_path) as sample, pytest.raises(InspectorError) as caught:
        draft_forms(sample.workspace, sample.project_id, tmp_path / "forms")
    assert caught.value.problem is Problem.FILE_EXISTS
    assert names_below(tmp_path / "forms") == {"mine"}


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(volume_drafts, "list_files", full)
    place = tmp_path / "place"
    place.mkdir()
    with sample_workspace(tmp_path) as sample, pytest.raises(InspectorError) as caught:
        draft_forms(sample.workspace, sample.project_id, place / "forms")
    assert caught.value.problem is Problem.DISK_FULL
    assert list(place.iterdir()) == []
