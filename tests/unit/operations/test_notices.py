"""Notices: one act moves every defect; numbers are never given twice."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from inspector.core.checklists import Severity
from inspector.core.defects import DefectState, DefectStep, RecheckMode
from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import PartyRole
from inspector.operations.defects import MoveDraft, move_defect, show_defect
from inspector.operations.history import undo
from inspector.operations.notices import (
    NoticeDraft,
    issue_notice,
    list_notices,
    print_notice,
    withdraw_notice,
    write_notice_papers,
)
from inspector.operations.workdays import set_year
from inspector.sheets.workbook import read_workbook
from tests.kit.builders import FIRST_DAY, make_defect, make_party, make_place, make_project
from tests.kit.pdf import joined, whole_text

DUE = FIRST_DAY + timedelta(days=14)


@pytest.fixture
def site(workspace):
    project = make_project(workspace)
    place = make_place(workspace, project)
    party = make_party(workspace, project)
    defects = [
        make_defect(workspace, project, place, text, party_id=party.id)
        for text in ("外墙涂层起皮", "井盖异响 <b>&amp; 㛃𠮷䶮𬭎")
    ]
    return project, place, party, defects


def refusal(workspace, project, **fields):
    with pytest.raises(InspectorError) as refused:
        issue_notice(workspace, project.id, NoticeDraft(**fields))
    return refused.value.problem


def test_a_notice_issues_all_that_the_party_owes(workspace, site):
    project, place, party, defects = site
    other = make_party(workspace, project, "园林公司", role=PartyRole.OPERATOR)
    theirs = make_defect(workspace, project, place, "乔木枯死", party_id=other.id)
    notice = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, due_on=DUE)).value
    machine = workspace.device().code
    assert notice.number == f"ZG-2026-JF2-{machine}-001"
    assert notice.defect_ids == tuple(defect.id for defect in defects)
    for defect in defects:
        sheet = show_defect(workspace, defect.id)
        assert sheet.defect.state is DefectState.ISSUED
        assert sheet.defect.due_on == DUE
        assert sheet.notice_numbers == (notice.number,)
    assert show_defect(workspace, theirs.id).defect.state is DefectState.RECORDED


def test_a_notice_may_name_its_defects(workspace, site):
    project, _place, party, (first, second) = site
    draft = NoticeDraft(
        party_id=party.id,
        due_on=DUE,
        defect_ids=(second.id, second.id),
        recheck_mode=RecheckMode.BY_PHOTO,
        demand="  铲除重做 ",
    )
    notice = issue_notice(workspace, project.id, draft).value
    assert (notice.defect_ids, notice.demand) == ((second.id,), "铲除重做")
    assert show_defect(workspace, first.id).defect.state is DefectState.RECORDED
    (line,) = list_notices(workspace, project.id)
    assert (line.notice, line.party, line.open_defects) == (notice, party, 1)


def test_numbers_count_on_even_after_undo(workspace, site):
    project, _place, party, (first, second) = site
    one = NoticeDraft(party_id=party.id, due_on=DUE, defect_ids=(first.id,))
    undo(workspace, issue_notice(workspace, project.id, one).act)
    assert list_notices(workspace, project.id) == []
    assert show_defect(workspace, first.id).defect.state is DefectState.RECORDED
    two = NoticeDraft(party_id=party.id, due_on=DUE, defect_ids=(second.id,))
    assert issue_notice(workspace, project.id, two).value.number.endswith("-002")


def test_what_was_issued_is_not_issued_again(workspace, site):
    project, _place, party, (first, second) = site
    one = NoticeDraft(party_id=party.id, due_on=DUE, defect_ids=(first.id,))
    issue_notice(workspace, project.id, one)
    both = {"party_id": party.id, "due_on": DUE, "defect_ids": (second.id, first.id)}
    assert refusal(workspace, project, **both) is Problem.DEFECT_STEP_FORBIDDEN
    assert show_defect(workspace, second.id).defect.state is DefectState.RECORDED
    assert len(list_notices(workspace, project.id)) == 1


def test_nothing_to_issue_is_said_so(workspace, site):
    project, *_rest = site
    idle = make_party(workspace, project, "监理公司", role=PartyRole.SUPERVISOR)
    assert refusal(workspace, project, party_id=idle.id, due_on=DUE) is Problem.NOTICE_EMPTY


def test_a_notice_takes_no_strange_defect_party_or_past_day(workspace, site):
    project, place, party, _defects = site
    free = make_defect(workspace, project, place, "无人负责", severity=Severity.MINOR)
    strange = {"party_id": party.id, "due_on": DUE, "defect_ids": (free.id,)}
    assert refusal(workspace, project, **strange) is Problem.LINK_MISSING
    assert refusal(workspace, project, party_id="nobody", due_on=DUE) is Problem.LINK_MISSING
    past = FIRST_DAY - timedelta(days=1)
    assert refusal(workspace, project, party_id=party.id, due_on=past) is Problem.DAYS_UNORDERED
    assert list_notices(workspace, project.id) == []


def test_a_notice_prints_and_overwrites_nothing(workspace, site, tmp_path):
    project, _place, party, _defects = site
    notice = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, due_on=DUE)).value
    made = print_notice(workspace, notice.id, tmp_path / "n.pdf")
    assert made.path.read_bytes().startswith(b"%PDF-")
    assert made.pages >= 1
    with pytest.raises(InspectorError) as refused:
        print_notice(workspace, notice.id, tmp_path / "n.pdf")
    assert refused.value.problem is Problem.FILE_EXISTS


@pytest.mark.parametrize("where", [".", "photos", "files/ab", "backups"])
def test_a_notice_is_not_written_among_records(workspace, site, where):
    project, _place, party, _defects = site
    notice = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, due_on=DUE)).value
    folder = workspace.folder / where
    folder.mkdir(parents=True, exist_ok=True)
    with pytest.raises(InspectorError) as refused:
        print_notice(workspace, notice.id, folder / "n.pdf")
    assert refused.value.problem is Problem.FILE_AMONG_RECORDS
    assert not (folder / "n.pdf").exists()
    assert print_notice(workspace, notice.id, workspace.folder / "exports" / "n.pdf").pages


def test_equal_records_print_equal_bytes(workspace, site, tmp_path, clock):
    project, _place, party, _defects = site
    notice = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, due_on=DUE)).value
    one = print_notice(workspace, notice.id, tmp_path / "1.pdf")
    clock.tick(timedelta(days=3))
    assert print_notice(workspace, notice.id, tmp_path / "2.pdf").sha256 == one.sha256


def test_the_archive_gets_every_notice(workspace, site, tmp_path: Path):
    project, _place, party, _defects = site
    notice = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, due_on=DUE)).value
    (paper,) = write_notice_papers(workspace, project.id, tmp_path)
    assert (paper.number, paper.dated_on) == (notice.number, FIRST_DAY)
    assert paper.file.stat().st_size == paper.size


def issued(workspace, site, **time):
    project, _place, party, _defects = site
    return issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, **time)).value


def test_a_term_counts_working_days_by_the_table(workspace, site, clock):
    clock.at = clock.at.replace(month=9, day=24)  # a Thursday; Friday to Sunday are off
    notice = issued(workspace, site, term=3)
    assert (notice.due_on, notice.term) == (date(2026, 9, 30), 3)
    for defect_id in notice.defect_ids:
        assert show_defect(workspace, defect_id).defect.due_on == date(2026, 9, 30)


def test_a_term_into_a_year_without_a_table_asks(workspace, site, clock):
    project, _place, _party, _defects = site
    clock.at = clock.at.replace(month=12, day=28)
    with pytest.raises(InspectorError) as refused:
        issued(workspace, site, term=5)
    assert refused.value.problem is Problem.CALENDAR_YEAR_UNKNOWN
    assert refused.value.facts["year"] == 2027
    assert list_notices(workspace, project.id) == []
    set_year(workspace, 2027, ["2027-01-01..2027-01-03"], [])
    assert issued(workspace, site, term=5).due_on == date(2027, 1, 5)


@pytest.mark.parametrize(
    "time", [{}, {"term": 0}, {"term": -1}, {"term": 251}, {"term": 5, "due_on": DUE}]
)
def test_a_notice_has_one_time_and_a_possible_one(workspace, site, time):
    project, _place, party, _defects = site
    found = refusal(workspace, project, party_id=party.id, **time)
    assert found is Problem.NOTICE_TERM_UNCLEAR
    assert list_notices(workspace, project.id) == []


def test_a_list_tells_what_is_late_on_a_day(workspace, site):
    project, _place, _party, (first, _second) = site
    issued(workspace, site, due_on=DUE)
    move_defect(workspace, first.id, MoveDraft(step=DefectStep.REPLY, reason="已修补"))
    (line,) = list_notices(workspace, project.id, DUE)
    assert (line.standing.overdue, line.standing.replied) == (0, 1)
    (line,) = list_notices(workspace, project.id, DUE + timedelta(days=4))
    assert (line.standing.overdue, line.standing.days) == (1, 4)


def test_a_withdrawn_notice_leaves_what_was_answered_and_frees_the_rest(workspace, site):
    project, _place, party, (first, second) = site
    notice = issued(workspace, site, due_on=DUE)
    move_defect(workspace, first.id, MoveDraft(step=DefectStep.REPLY, reason="已修补"))
    withdrawn = withdraw_notice(workspace, notice.id, "  责任单位有误 ").value
    assert withdrawn.withdrawn.reason == "责任单位有误"
    assert show_defect(workspace, first.id).defect.state is DefectState.REPLIED
    freed = show_defect(workspace, second.id).defect
    assert (freed.state, freed.due_on) == (DefectState.RECORDED, None)
    assert notice.number in freed.standing.reason
    again = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, term=5)).value
    assert (again.defect_ids, again.number[-3:]) == ((second.id,), "002")
    (line, _new) = list_notices(workspace, project.id)
    assert line.open_defects == 0


def test_a_notice_is_withdrawn_once_and_with_a_reason(workspace, site):
    notice = issued(workspace, site, due_on=DUE)
    with pytest.raises(InspectorError) as refused:
        withdraw_notice(workspace, notice.id, "  ")
    assert refused.value.problem is Problem.NAME_EMPTY
    withdraw_notice(workspace, notice.id, "重复下发")
    with pytest.raises(InspectorError) as refused:
        withdraw_notice(workspace, notice.id, "再撤一次")
    assert refused.value.problem is Problem.NOTICE_WITHDRAWN
    assert refused.value.facts["why"] == "重复下发"


def test_undo_gives_a_withdrawn_notice_back(workspace, site):
    project, _place, _party, defects = site
    notice = issued(workspace, site, due_on=DUE)
    undo(workspace, withdraw_notice(workspace, notice.id, "误撤").act)
    (line,) = list_notices(workspace, project.id)
    assert line.notice == notice
    assert [show_defect(workspace, one.id).defect.due_on for one in defects] == [DUE, DUE]


@pytest.mark.parametrize("end", [".pdf", ".docx", ".xlsx"])
def test_each_edition_prints_the_term_and_the_withdrawal(workspace, site, tmp_path, end):
    notice = issued(workspace, site, term=10)
    withdraw_notice(workspace, notice.id, "重复下发")
    made = print_notice(workspace, notice.id, tmp_path / f"n{end}")
    text = joined(_READERS[end](made.path))
    assert "2026-05-25（自下发次日起10个工作日）" in text
    assert "已撤回" in text
    assert "重复下发" in text


def test_the_catalogue_says_that_a_notice_was_withdrawn(workspace, site, tmp_path):
    project, _place, party, _defects = site
    notice = issued(workspace, site, due_on=DUE)
    withdraw_notice(workspace, notice.id, "重复下发")
    (paper,) = write_notice_papers(workspace, project.id, tmp_path)
    assert paper.remark == f"{party.unit}（已撤回）"


def test_a_notice_is_not_written_as_something_else(workspace, site, tmp_path):
    notice = issued(workspace, site, due_on=DUE)
    with pytest.raises(InspectorError) as refused:
        print_notice(workspace, notice.id, tmp_path / "n.odt")
    assert refused.value.problem is Problem.EDITION_UNKNOWN


def _word_text(path):
    return "".join(node.text or "" for node in Document(str(path)).element.iter(qn("w:t")))


def _sheet_text(path):
    rows = (row for sheet in read_workbook(path) for row in sheet.rows)
    return "".join(str(cell) for row in rows for cell in row if cell is not None)


_READERS = {".pdf": whole_text, ".docx": _word_text, ".xlsx": _sheet_text}
