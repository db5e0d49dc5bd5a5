"""A visit's list is told once and frozen; what comes later is a numbered supplement, and marked."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind
from inspector.operations.defects import MoveDraft, edit_defect, move_defect
from inspector.operations.disclosures import (
    freeze_visit,
    issue_disclosure,
    lists_of_visit,
    supplement_visit,
)
from inspector.operations.history import undo
from inspector.operations.reports import (
    issue_acceptance_report,
    issue_visit_report,
    list_reports,
)
from inspector.sheets.workbook import read_workbook
from inspector.words.problems import explain
from tests.kit.builders import make_defect, make_party, make_place, make_project, make_visit
from tests.kit.pdf import joined, quick_faults, whole_text


@pytest.fixture
def site(workspace):
    project = make_project(workspace)
    place = make_place(workspace, project)
    make_party(workspace, project)
    visit = make_visit(workspace, project)
    return project, place, visit


def found(workspace, site, text, **more):
    project, place, visit = site
    return make_defect(workspace, project, place, text, **{"visit_id": visit.id, **more})


def refusal(call, *arguments):
    with pytest.raises(InspectorError) as caught:
        call(*arguments)
    assert "—" not in explain(caught.value)
    return caught.value.problem


def told(workspace, site):
    return [[row.text for row in one.rows] for one in lists_of_visit(workspace, site[2].id).lists]


def test_a_list_is_told_whole_once_and_stays_as_it_was(workspace, site):
    first = found(workspace, site, "外墙起皮", demand="铲除重做")
    found(workspace, site, "别处的问题", visit_id=None)
    voided = found(workspace, site, "误记")
    move_defect(workspace, voided.id, MoveDraft(step=DefectStep.VOID, reason="误记"))
    made = freeze_visit(workspace, site[2].id, "随查验记录送达").value
    machine = workspace.device().code
    assert (made.number, made.is_supplement) == (f"GZ-2026-JF2-{machine}-001", False)
    edit_defect(workspace, first.id, text="外墙大面积起皮", demand="")
    known = lists_of_visit(workspace, site[2].id)
    (row,) = known.lists[0].rows
    assert (row.text, row.demand, row.place) == ("外墙起皮", "铲除重做", "12号楼")
    assert known.untold == ()
    assert refusal(freeze_visit, workspace, site[2].id) is Problem.VISIT_FROZEN


def test_what_comes_later_is_a_numbered_supplement_with_a_reason(workspace, site, clock):
    first = found(workspace, site, "外墙起皮")
    freeze_visit(workspace, site[2].id)
    second, third = found(workspace, site, "井盖异响"), found(workspace, site, "扶手松动")
    assert [one.id for one in lists_of_visit(workspace, site[2].id).untold] == [
        second.id,
        third.id,
    ]
    clock.tick()
    made = supplement_visit(workspace, site[2].id, " 雨后复看 ", [third.id]).value
    assert (made.number[-3:], made.reason, made.is_supplement) == ("002", "雨后复看", True)
    clock.tick()
    supplement_visit(workspace, site[2].id, "资料后到")
    assert told(workspace, site) == [["外墙起皮"], ["扶手松动"], ["井盖异响"]]
    for ids, problem in (
        ([first.id], Problem.TOLD_ALREADY),
        ([found(workspace, site, "别的", visit_id=None).id], Problem.DEFECT_OF_OTHER_VISIT),
        ([], Problem.NOTHING_TO_TELL),
    ):
        assert refusal(supplement_visit, workspace, site[2].id, "再补", ids) is problem
    assert len(told(workspace, site)) == 3


def test_nothing_is_frozen_or_supplemented_without_cause(workspace, site):
    assert refusal(freeze_visit, workspace, site[2].id) is Problem.NOTHING_TO_TELL
    found(workspace, site, "外墙起皮")
    assert refusal(supplement_visit, workspace, site[2].id, "原因") is Problem.VISIT_NOT_FROZEN
    freeze_visit(workspace, site[2].id)
    found(workspace, site, "井盖异响")
    assert refusal(supplement_visit, workspace, site[2].id, "  ") is Problem.NAME_EMPTY
    assert told(workspace, site) == [["外墙起皮"]]


def test_a_number_that_was_taken_back_is_not_given_again(workspace, site):
    found(workspace, site, "外墙起皮")
    undo(workspace, freeze_visit(workspace, site[2].id).act)
    assert told(workspace, site) == []
    assert freeze_visit(workspace, site[2].id).value.number.endswith("-002")


def text_of(path):
    if path.suffix == ".pdf":
        assert quick_faults(path) == []
        return joined(whole_text(path))
    if path.suffix == ".docx":
        nodes = Document(str(path)).element.iter(qn("w:t"))
        return joined("".join(node.text or "" for node in nodes))
    rows = (row for sheet in read_workbook(path) for row in sheet.rows)
    return joined("".join(str(cell) for row in rows for cell in row if cell is not None))


@pytest.mark.parametrize("end", [".pdf", ".docx", ".xlsx"])
def test_the_paper_says_what_was_frozen(workspace, site, tmp_path, clock, end):
    project, _place, visit = site
    defect = found(workspace, site, "外墙起皮", measured="0.8 m", demand="不小于 1.1 m")
    first = freeze_visit(workspace, visit.id).value
    edit_defect(workspace, defect.id, text="改了的说法")
    later = found(workspace, site, "井盖异响")
    clock.tick()
    second = supplement_visit(workspace, visit.id, "雨后复看").value
    one = issue_disclosure(workspace, first.id, tmp_path / f"1{end}").value
    clock.tick()
    two = issue_disclosure(workspace, second.id, tmp_path / f"2{end}").value
    text = text_of(one.path)
    for part in (first.number, defect.number, "外墙起皮", "0.8m", "不小于1.1m", "市政建设集团"):
        assert joined(part) in text
    assert "改了的说法" not in text
    assert later.number not in text
    text = text_of(two.path)
    for part in ("补充", second.number, first.number, "雨后复看", "井盖异响"):
        assert part in text
    kept = [(r.kind, r.number, r.version) for r in list_reports(workspace, project.id)]
    assert kept == [
        (PaperKind.DISCLOSURE, first.number, 1),
        (PaperKind.DISCLOSURE, second.number, 1),
    ]


@pytest.mark.parametrize("end", [".pdf", ".xlsx"])
def test_reports_mark_what_the_list_did_not_tell(workspace, site, tmp_path, clock, end):
    project, _place, visit = site
    found(workspace, site, "外墙起皮")
    out = tmp_path / f"0{end}"
    assert "告知" not in text_of(issue_visit_report(workspace, visit, out).value.path)
    freeze_visit(workspace, visit.id)
    supplemented = found(workspace, site, "井盖异响")
    clock.tick()
    made = supplement_visit(workspace, visit.id, "雨后复看", [supplemented.id]).value
    found(workspace, site, "扶手松动")
    out = tmp_path / f"1{end}"
    report = issue_acceptance_report(workspace, project.id, out).value
    text = text_of(report.path)
    assert joined(f"补充告知 {made.number}，原因：雨后复看") in text
    assert text.count("未列入一次性告知") == text.count("扶手松动")
