"""One record for each building: all of them, again after a stop, and all but those that fail."""

import json
import os
import signal
import time
from contextlib import suppress

import pytest

from inspector.core.batches import LIST_NAME, EntryState
from inspector.core.checklists import AnswerState
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.issued import MEETING_SHEETS, PaperKind
from inspector.core.lookups import PaperState
from inspector.core.projects import PlaceKind
from inspector.operations import batches
from inspector.operations.batches import make_batch
from inspector.operations.checking_papers import check_paper
from inspector.operations.inspecting import set_result
from inspector.operations.reports import list_reports
from tests.kit.builders import (
    make_defect,
    make_place,
    make_project,
    make_spot,
    make_visit,
    make_workspace,
    reopen,
)
from tests.kit.pdf import joined, whole_text
from tests.kit.processes import start
from tests.unit.operations.test_meeting_papers import editions_text

CODES = ("1", "2", "3", "4")
PROGRAM = """
import sys
from pathlib import Path
from inspector.operations.batches import make_batch
from tests.kit.builders import reopen
workspace = reopen(Path(sys.argv[1]))
with workspace.read() as office:
    project = office.projects.all()[0]
print("begun", flush=True)
make_batch(workspace, project.id, Path(sys.argv[2]))
"""


def fill(workspace):
    """Give a project with four buildings, one of them with an answer and a defect upstairs."""
    project = make_project(workspace)
    places = [make_place(workspace, project, code) for code in CODES]
    visit = make_visit(workspace, project)
    unit = make_place(
        workspace, project, "1", kind=PlaceKind.UNIT, name="一单元", parent_id=places[1].id
    )
    spot = make_spot(workspace, project, unit, visit, "RD-005")
    set_result(workspace, visit, spot, AnswerState.FAIL)
    make_defect(workspace, project, unit, "楼道灯不亮")
    return project, places


def states(batch):
    return [one.state for one in batch.entries]


def kept(folder):
    return json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))


class StopsAfter:
    """A person who stops after some pieces."""

    def __init__(self, pieces):
        self.pieces = pieces

    def report(self, done, total):
        self.done = done

    def wants_stop(self):
        return self.done >= self.pieces


@pytest.mark.parametrize("end", [".pdf", ".docx", ".xlsx"])
def test_each_building_has_its_own_record(workspace, tmp_path, end):
    project, _places = fill(workspace)
    batch = make_batch(workspace, project.id, tmp_path / "out", end).value
    assert states(batch) == [EntryState.DONE] * 4
    files = [tmp_path / "out" / one.file for one in batch.entries]
    texts = [whole_text(f) if end == ".pdf" else joined(editions_text(f)) for f in files]
    assert ["楼道灯不亮" in text for text in texts] == [False, True, False, False]
    assert ["RD-005" in text for text in texts] == [False, True, False, False]
    reports = list_reports(workspace, project.id)
    assert {one.number for one in reports} == {f"LD-JF2-{code}" for code in CODES}
    assert all(one.kind is PaperKind.BUILDING for one in reports)
    for report in reports:
        assert check_paper(workspace, report.number).state is PaperState.SAME


def test_a_stopped_batch_goes_on_where_it_was(workspace, tmp_path):
    project, _places = fill(workspace)
    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        make_batch(workspace, project.id, out, progress=StopsAfter(2))
    before = {one: one.stat().st_mtime_ns for one in out.glob("*.pdf")}
    assert len(before) == 2
    batch = make_batch(workspace, project.id, out).value
    assert states(batch) == [EntryState.DONE] * 4
    assert all(one.stat().st_mtime_ns == at for one, at in before.items())
    assert len(list_reports(workspace, project.id)) == 4
    again = make_batch(workspace, project.id, out)
    assert again.value == batch
    assert not again.act


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Unix")
def test_a_killed_batch_goes_on_and_makes_none_twice(tmp_path):
    workspace = make_workspace(tmp_path)
    project, _places = fill(workspace)
    workspace.close()
    out = tmp_path / "out"
    for pieces in (1, 3):
        program = start(PROGRAM, tmp_path, out)
        while len(list(out.glob("*.pdf"))) < pieces and program.poll() is None:
            time.sleep(0.001)
        with suppress(ProcessLookupError):
            os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    workspace = reopen(tmp_path)
    batch = make_batch(workspace, project.id, out).value
    assert states(batch) == [EntryState.DONE] * 4
    reports = list_reports(workspace, project.id)
    hashes = {report.sha256 for report in reports}
    assert all(one.sha256 in hashes for one in batch.entries)
    assert len({report.number for report in reports}) == len(reports) == 4
    assert sorted(one.name for one in out.iterdir()) == sorted(
        [LIST_NAME, *(one.file for one in batch.entries)]
    )
    workspace.close()


def test_one_failure_costs_one_and_is_tried_again(workspace, tmp_path, monkeypatch, caplog):
    project, places = fill(workspace)
    out = tmp_path / "out"
    whole = batches.issue_building_report

    def failing(workspace, building, path, progress=None):
        if building.id == places[0].id:
            raise InspectorError(Problem.DISK_FULL, file=path)
        if building.id == places[2].id:
            raise ZeroDivisionError
        return whole(workspace, building, path, progress)

    monkeypatch.setattr(batches, "issue_building_report", failing)
    batch = make_batch(workspace, project.id, out).value
    failed, done = EntryState.FAILED, EntryState.DONE
    assert states(batch) == [failed, done, failed, done]
    assert "磁盘" in batch.entries[0].reason
    assert "ZeroDivisionError" in batch.entries[2].reason
    assert "a paper of a batch failed" in caplog.text
    assert [one["state"] for one in kept(out)["entries"]] == ["failed", "done", "failed", "done"]
    monkeypatch.undo()
    assert states(make_batch(workspace, project.id, out).value) == [done] * 4


def test_the_sheets_of_the_meeting_are_made_beside_and_go_on_too(workspace, tmp_path, monkeypatch):
    project, _places = fill(workspace)
    out = tmp_path / "out"
    with pytest.raises(Cancelled):
        make_batch(workspace, project.id, out, progress=StopsAfter(5), sheets=MEETING_SHEETS)
    assert len(list(out.glob("*.pdf"))) == 5
    whole = batches.issue_form

    def failing(workspace, project_id, kind, path, progress=None):
        if kind is PaperKind.DEPARTMENTS:
            raise InspectorError(Problem.DISK_FULL, file=path)
        return whole(workspace, project_id, kind, path, progress)

    monkeypatch.setattr(batches, "issue_form", failing)
    batch = make_batch(workspace, project.id, out, sheets=MEETING_SHEETS).value
    assert len(batch.entries) == 8
    (failed,) = batch.in_state(EntryState.FAILED)
    assert failed.paper is PaperKind.DEPARTMENTS
    monkeypatch.undo()
    batch = make_batch(workspace, project.id, out, sheets=MEETING_SHEETS).value
    assert states(batch) == [EntryState.DONE] * 8
    made = {one.kind for one in list_reports(workspace, project.id)}
    assert made == {PaperKind.BUILDING, *MEETING_SHEETS}
    assert len(list_reports(workspace, project.id)) == 8
    assert "五方责任主体签署" in whole_text(out / batch.entries[-1].file)


def test_a_list_of_buildings_alone_goes_on_with_the_sheets(workspace, tmp_path):
    project, _places = fill(workspace)
    out = tmp_path / "out"
    before = make_batch(workspace, project.id, out).value
    batch = make_batch(workspace, project.id, out, sheets=MEETING_SHEETS).value
    assert batch.entries[:4] == before.entries
    assert [one.paper for one in batch.entries[4:]] == [*MEETING_SHEETS]
    assert states(batch) == [EntryState.DONE] * 8


def test_a_file_of_that_name_is_left_alone_and_told(workspace, tmp_path):
    project, _places = fill(workspace)
    out = tmp_path / "out"
    name = make_batch(workspace, project.id, tmp_path / "first").value.entries[0].file
    out.mkdir()
    (out / name).write_text("a person's own", encoding="utf-8")
    batch = make_batch(workspace, project.id, out).value
    assert [one.state for one in batch.entries[1:]] == [EntryState.DONE] * 3
    assert batch.entries[0].state is EntryState.FAILED
    assert name in batch.entries[0].reason
    make_batch(workspace, project.id, out)
    assert (out / name).read_text(encoding="utf-8") == "a person's own"


def test_a_paper_that_was_taken_away_is_made_again(workspace, tmp_path):
    project, _places = fill(workspace)
    batch = make_batch(workspace, project.id, tmp_path / "out").value
    (tmp_path / "out" / batch.entries[1].file).unlink()
    make_batch(workspace, project.id, tmp_path / "out")
    assert (tmp_path / "out" / batch.entries[1].file).is_file()


OUTSIDE = (
    '{"format": 1, "project": "p", "edition": ".pdf", "entries": [{"place_id": "p",'
    ' "title": "t", "file": "../../x.pdf", "state": "todo"}]}'
)
STRANGE_PAPER = OUTSIDE.replace("../../x.pdf", "x.pdf").replace(
    '"state"', '"paper": "none", "state"'
)
SPOILT = (
    STRANGE_PAPER,
    OUTSIDE,
    *("", "[]", "{", '{"format": 2}', '{"format": 1, "project": "p", "edition": ".pdf"}'),
    '{"format": 1, "project": "p", "edition": ".pdf", "entries": [{"file": "../x"}]}',
)


@pytest.mark.parametrize("text", SPOILT)
def test_a_spoilt_list_is_refused_and_nothing_is_made(workspace, tmp_path, text):
    project, _places = fill(workspace)
    (tmp_path / LIST_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(InspectorError) as refused:
        make_batch(workspace, project.id, tmp_path)
    assert refused.value.problem is Problem.BATCH_FOREIGN
    assert not list(tmp_path.glob("*.pdf"))


def test_what_cannot_be_begun_is_refused(workspace, tmp_path):
    empty = make_project(workspace, code="KONG", name="空")
    project, _places = fill(workspace)
    make_batch(workspace, project.id, tmp_path / "out")
    cases = (
        (empty.id, tmp_path / "new", ".pdf", Problem.BATCH_EMPTY),
        (project.id, tmp_path / "out", ".docx", Problem.BATCH_FOREIGN),
        (project.id, tmp_path / "no" / "such", ".pdf", Problem.FOLDER_MISSING),
        (project.id, tmp_path / "new", ".odt", Problem.EDITION_UNKNOWN),
        (project.id, workspace.folder / "files", ".pdf", Problem.FILE_AMONG_RECORDS),
    )
    for project_id, folder, end, problem in cases:
        with pytest.raises(InspectorError) as refused:
            make_batch(workspace, project_id, folder, end)
        assert refused.value.problem is problem
    assert not (tmp_path / "new").exists()
