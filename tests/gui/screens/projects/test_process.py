"""The tab of the process: what the gates lack, and putting it on record from there."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from inspector.core.process.names import DocumentKind, GateId, ProjectState, VoteSubject
from inspector.core.process.path import GateStatus
from inspector.core.process.votes import DEFAULT_RULES, VoteBase, VoteMeasure, VoteRule
from inspector.operations.process import process_of
from inspector.operations.recording import PublicityDraft, record_objection, record_publicity
from inspector.operations.workdays import work_calendar
from inspector.ui.screens.projects.process.model import Form
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def pane(project, hands):
    hands.screen.show_project(project.id, "process")
    hands.wait()
    return hands.screen.project.process


def facts(workspace, project):
    return process_of(workspace, project.id).facts


def test_the_path_names_every_gate_and_leads_to_the_next(pane):
    assert pane.records.count.text == "摸底入库 · 下一关 G1 对象与改造意愿"
    assert pane.records.model.rowCount() == 20
    texts = [line.text for line in pane.sheet.conditions.lines()]
    assert "改造同意率达标：没有“改造意愿”的表决记录" in texts


def test_a_vote_is_recorded_where_it_is_missing(pane, project, hands, workspace):
    hands.press("condition_residents_willing")
    form = pane.form(Form.VOTE).form
    days = {"first_on": "2026-4-1", "last_on": "2026-4-8"}
    hands.type(form, entitled="1000", agreeing="1001", **days)
    hands.press("make", pane.form(Form.VOTE))
    assert form.error("agreeing") == "vote_overcounted"
    hands.type(form, agreeing="667")
    hands.press("make", pane.form(Form.VOTE))
    (vote,) = facts(workspace, project).votes
    assert (vote.subject, vote.households.agreeing) == (VoteSubject.WILLINGNESS, 667)
    hands.wait()
    texts = [line.text for line in pane.sheet.conditions.lines()]
    assert "改造同意率达标：同意 667/1000 户，应≥ 2/3，即 667" in texts


def test_a_condition_is_confirmed_and_a_gate_waived(pane, project, hands, workspace):
    hands.press("condition_not_lately_renovated")
    hands.type(pane.form(Form.CONFIRM).form, authority="文一街道", paper="摸底表")
    hands.press("make", pane.form(Form.CONFIRM))
    (said,) = facts(workspace, project).events
    assert (said.target, said.holds) == ("not_lately_renovated", True)
    hands.press("begin_waive")
    hands.type(pane.form(Form.WAIVE).form, authority="区领导小组", paper="〔2026〕2号")
    hands.press("make", pane.form(Form.WAIVE))
    assert pane.form(Form.WAIVE).form.error("reason")
    hands.type(pane.form(Form.WAIVE).form, reason="抢险")
    hands.press("make", pane.form(Form.WAIVE))
    view = process_of(workspace, project.id)
    assert view.seen.gate(GateId.G1).status is GateStatus.WAIVED
    assert view.seen.state is ProjectState.WILLING


def test_a_state_is_asserted_for_a_project_taken_in_half_way(pane, project, hands, workspace):
    hands.press("begin_assert")
    hands.type(pane.form(Form.ASSERT).form, authority="区改造办", paper="移交单")
    hands.press("make", pane.form(Form.ASSERT))
    assert process_of(workspace, project.id).seen.state is ProjectState.BUILDING


def test_a_document_comes_with_its_file(pane, project, hands, workspace, ask, tmp_path):
    scan = tmp_path / "征求表.pdf"
    scan.write_bytes(b"%PDF-1.7")
    ask.answers.append([scan])
    hands.press("paper_willingness_form")
    hands.type(pane.form(Form.DOCUMENT).form, number="1号", issued_on="2026-4-1")
    hands.press("make", pane.form(Form.DOCUMENT))
    (document,) = facts(workspace, project).documents
    assert (document.kind, document.name) == (DocumentKind.WILLINGNESS_FORM, "征求表.pdf")
    assert document.issued_on == date(2026, 4, 1)


def test_publicity_its_photos_and_objections(pane, project, hands, workspace, ask, tmp_path):
    pane.records.choose("G4")
    hands.press("condition_posted_with_photos")
    sheet = pane.form(Form.PUBLICITY)
    hands.type(sheet.form, start_on="2026-4-20", end_on="2026-4-27", place="公告栏")
    hands.press("make", sheet)
    photo = tmp_path / "a.jpg"
    photo.write_bytes(make_jpeg())
    ask.answers.append([photo])
    hands.press("condition_posted_with_photos")
    hands.press("make", pane.form(Form.PHOTOS))
    (posted,) = facts(workspace, project).posted
    assert (len(posted.first_photos), posted.last_photos) == (1, ())
    record_objection(workspace, posted.publicity.id, "噪声", date(2026, 4, 21))
    pane.show_project(project.id)
    hands.wait()
    hands.press("condition_objections_answered")
    assert "噪声" in pane.form(Form.ANSWER).remark.text()
    hands.type(pane.form(Form.ANSWER).form, text="夜间不施工")
    hands.press("make", pane.form(Form.ANSWER))
    (posted,) = facts(workspace, project).posted
    assert posted.objections[0].answer == "夜间不施工"


def test_an_objection_is_recorded_and_escape_leaves_the_form(pane, project, hands, workspace):
    draft = PublicityDraft(start_on=date(2026, 4, 20), end_on=date(2026, 4, 27), place="公告栏")
    record_publicity(workspace, project.id, draft)
    pane.show_project(project.id)
    hands.wait()
    pane.records.choose("G4")
    hands.press("condition_objections_answered")
    hands.type(pane.form(Form.OBJECTION).form, text="停车", raised_on="2026-4-22")
    hands.press("make", pane.form(Form.OBJECTION))
    assert facts(workspace, project).posted[0].objections[0].text == "停车"
    pane.begin()
    assert pane.is_drafting()
    hands.screen.project.leave()
    assert not pane.is_drafting()
    hands.screen.project.leave()
    assert hands.screen.page() == "cards"


def test_a_project_is_suspended_and_goes_on(pane, project, hands, workspace):
    hands.press("begin_stop")
    sheet = pane.form(Form.STOP)
    hands.type(sheet.form, authority="区改造办")
    hands.press("make", sheet)
    assert sheet.form.error("reason")
    hands.type(sheet.form, reason="资金未到位")
    hands.press("make", sheet)
    assert process_of(workspace, project.id).seen.state is ProjectState.SUSPENDED
    hands.wait()
    assert pane.records.count.text == "暂停：资金未到位"
    hands.press("begin_stop")
    hands.type(pane.form(Form.RESUME).form, authority="区改造办", reason="资金已到位")
    hands.press("make", pane.form(Form.RESUME))
    assert process_of(workspace, project.id).seen.state is ProjectState.CANDIDATE


def test_a_project_is_withdrawn(pane, project, hands, workspace):
    hands.press("begin_stop")
    sheet = pane.form(Form.STOP)
    hands.choose(sheet.form.editor("kind"), "withdraw")
    hands.type(sheet.form, authority="街道", reason="未列入年度计划")
    hands.press("make", sheet)
    assert process_of(workspace, project.id).seen.state is ProjectState.WITHDRAWN


def test_a_precondition_is_waived_from_its_gate(pane, project, hands, workspace):
    assert not pane.sheet.preconditions.lines()
    pane.records.choose("G13")
    assert len(pane.sheet.preconditions.lines()) == 24
    hands.press("precondition_P20")
    sheet = pane.form(Form.WAIVE)
    assert sheet.remark.words() == "前置条件 20 专项验收意见"
    hands.type(sheet.form, authority="区领导小组", paper="〔2026〕9号", reason="无电梯和燃气工程")
    hands.press("make", sheet)
    hands.wait()
    line = next(one for one in pane.sheet.preconditions.lines() if one.key == "P20")
    assert (line.word, line.leads) == ("已豁免", False)
    assert facts(workspace, project).waiver("P20").paper == "〔2026〕9号"


def test_a_vote_goes_by_a_rule_of_its_own(pane, project, hands, workspace):
    hands.press("condition_residents_willing")
    form = pane.form(Form.VOTE).form
    days = {"first_on": "2026-4-1", "last_on": "2026-4-8"}
    hands.type(form, entitled="100", agreeing="70", taking_part="80", threshold="三分之二", **days)
    hands.press("make", pane.form(Form.VOTE))
    assert form.error("threshold") == "field_invalid"
    form.editor("threshold").clear()
    hands.type(form, threshold="3/4", quorum="2/3")
    hands.choose(form.editor("base"), "taking_part")
    hands.choose(form.editor("exceeds"), "yes")
    hands.press("make", pane.form(Form.VOTE))
    (vote,) = facts(workspace, project).votes
    assert vote.rule == VoteRule(
        share=Fraction(3, 4), base=VoteBase.TAKING_PART, exceeds=True, quorum=Fraction(2, 3)
    )


def test_what_is_not_said_of_a_rule_is_as_the_subject_has_it(pane, project, hands, workspace):
    hands.press("condition_residents_willing")
    form = pane.form(Form.VOTE).form
    days = {"first_on": "2026-4-1", "last_on": "2026-4-8"}
    hands.type(form, entitled="100", agreeing="70", taking_part="80", **days)
    hands.choose(form.editor("subject"), "lift")
    hands.choose(form.editor("measures"), "households")
    hands.press("make", pane.form(Form.VOTE))
    (vote,) = facts(workspace, project).votes
    assert vote.rule == replace(DEFAULT_RULES[VoteSubject.LIFT], measures=(VoteMeasure.HOUSEHOLDS,))


def test_holidays_of_a_year_are_set_where_they_lack(pane, project, hands, workspace):
    draft = PublicityDraft(start_on=date(2031, 4, 20), end_on=date(2031, 4, 28), place="公告栏")
    record_publicity(workspace, project.id, draft)
    pane.show_project(project.id)
    hands.wait()
    pane.records.choose("G4")
    hands.press("condition_publicized_long_enough")
    sheet = pane.form(Form.CALENDAR)
    assert sheet.form.editor("year").text() == "2031"
    hands.type(sheet.form, off="2031-10-01..2031-10-07，2030-01-01")
    hands.press("make", sheet)
    assert sheet.form.error("off") == "calendar_invalid"
    hands.type(sheet.form, off="2031-10-01..2031-10-07，2031-01-01", work="2031-09-27")
    hands.press("make", sheet)
    calendar = work_calendar(workspace)
    assert not calendar.is_working(date(2031, 10, 1))
    assert calendar.is_working(date(2031, 9, 27))
    hands.wait()
    texts = [line.text for line in pane.sheet.conditions.lines()]
    assert any("公示到 2031-04-28，还没有期满" in text for text in texts)
    pane.ask(Form.CALENDAR.value, "2031")
    assert sheet.form.editor("off").text() == "2031-01-01 2031-10-01..2031-10-07"


def test_the_holidays_of_this_year_are_a_button_away(pane, hands):
    hands.press("begin_calendar")
    assert pane.form(Form.CALENDAR).form.editor("off").text().startswith("2026-01-01")
