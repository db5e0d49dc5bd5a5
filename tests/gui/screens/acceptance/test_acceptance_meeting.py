"""The meeting in the window, run from top to bottom; what it writes is read back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.core.checklists import AnswerState, Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.meetings import Presence, Stance
from inspector.core.projects import PartyRole
from inspector.operations.defects import list_defects
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import MeetingDraft, create_meeting
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.verdicts import list_meetings, show_meeting
from inspector.operations.visits import list_visits
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.lines import MarkLine
from inspector.ui.screens.acceptance.meeting.forms.view import (
    AttendanceForm,
    ConditionForm,
    GroupForm,
    PartyForm,
    ResidentForm,
    SettingsForm,
)
from inspector.ui.screens.acceptance.meeting.model import party_rows
from inspector.words.acceptance import conclusion_title
from tests.kit.builders import FIRST_DAY, make_party
from tests.kit.crossing import carry, make_laptop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parties(troubled):
    project = troubled.project
    return {
        role: make_party(troubled.workspace, project, f"{role}单位", role=PartyRole(role))
        for role in ("owner", "contractor")
    }


@pytest.fixture
def screen(troubled, parties, make_screen):
    return make_screen(troubled.workspace)


@pytest.fixture
def press(qtbot, settled, screen):
    """Press what has a name, and wait until it is done."""

    def press(name, inside=None):
        button = (inside or screen).findChild(PaintedButton, name)
        assert button.isVisible(), name
        qtbot.mouseClick(button, LEFT)
        settled()

    return press


@pytest.fixture
def held(press, screen):
    """Open the meeting and its first round."""
    press("hold_meeting")
    press("open_round")
    return screen.meeting


@pytest.fixture
def fill(held, screen, write):
    """Put texts into a form's fields; the last one ends with Enter."""

    def fill(form, **texts):
        *others, (last, end) = texts.items()
        for key, text in others:
            screen.findChild(QLineEdit, f"{form}_{key}").setText(text)
        write(f"{form}_{last}", end)

    return fill


@pytest.fixture
def file_for(tmp_path, desk, press):
    """Choose a file in a form."""

    def file_for(button, name, content):
        path = tmp_path / name
        path.write_bytes(content)
        desk.ask.answers = [[path]]
        press(button)

    return file_for


@pytest.fixture
def choose(screen, press):
    """Press one choice of a party's line."""

    def choose(kind, party, key):
        line = screen.findChild(Segmented, f"{kind}_{party.id}")
        press(f"segment_{key}", line)

    return choose


@pytest.fixture
def write(qtbot, settled, screen):
    def write(name, text):
        editor = screen.findChild(QLineEdit, name)
        editor.insert(text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        settled()

    return write


def sheet_of(troubled):
    (meeting,) = list_meetings(troubled.workspace, troubled.project.id)
    return show_meeting(troubled.workspace, meeting.id)


def line_of(troubled, party):
    return next(line for line in sheet_of(troubled).parties if line.party.id == party.id)


def test_a_project_without_a_meeting_offers_the_first_round(screen, press, troubled):
    press("hold_meeting")
    assert not screen.meeting.running.isVisible()
    press("open_round")
    assert sheet_of(troubled).meeting.round == 1
    assert screen.meeting.running.isVisible()


def test_a_meeting_that_is_not_read_yet_is_not_called_missing(screen, qtbot, settled):
    qtbot.keyClick(screen, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert screen.meeting.whole.currentWidget() is screen.meeting.waiting
    settled()
    assert screen.meeting.whole.currentWidget() is screen.meeting.empty


def test_parties_sign_in_by_one_press(held, choose, parties, troubled, screen, qtbot):
    choose("presence", parties["owner"], "late")
    assert line_of(troubled, parties["owner"]).attendance.presence is Presence.LATE
    choose("presence", parties["owner"], "")
    assert line_of(troubled, parties["owner"]).attendance is None


def test_who_turns_out_absent_loses_its_consent_only_when_asked(held, choose, parties, troubled):
    owner, ask = parties["owner"], held._desk.ask
    held.go_step("opinions")
    choose("stance", owner, Stance.AGREE)
    held.go_step("attend")
    ask.answers = [False]
    choose("presence", owner, Presence.ABSENT)
    assert ask.said[-1] == "改为缺席"
    assert line_of(troubled, owner).presence is None
    ask.answers = [True]
    choose("presence", owner, Presence.ABSENT)
    line = line_of(troubled, owner)
    assert (line.presence, line.opinion) == (Presence.ABSENT, None)


def test_an_absent_party_consents_by_a_paper(held, choose, parties, troubled, tmp_path):
    owner, ask = parties["owner"], held._desk.ask
    choose("presence", owner, Presence.ABSENT)
    held.go_step("opinions")
    ask.answers = [False]
    choose("stance", owner, Stance.AGREE)
    assert line_of(troubled, owner).opinion is None
    paper = tmp_path / "回函.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    ask.answers = [True, [paper]]
    choose("stance", owner, Stance.AGREE)
    line = line_of(troubled, owner)
    assert (line.opinion.letter.name, line.is_heard) == ("回函.pdf", True)
    assert "书面意见：回函.pdf" in party_rows(sheet_of(troubled))[0].remark


def test_the_next_step_leads_through_the_pages(held, press, screen, qtbot):
    seen = [screen.meeting.steps.current()]
    while screen.meeting.next.isVisible():
        press("next_step")
        seen.append(screen.meeting.steps.current())
    assert seen == ["attend", "results", "defects", "opinions", "verdict", "sign"]
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.meeting.isVisible()


def test_a_refusal_asks_for_its_reason(held, choose, parties, troubled, press, write):
    held.go_step("opinions")
    choose("stance", parties["owner"], "disagree")
    press("opinion_give")
    asking = held.opinions.asking
    assert asking.isVisible()
    assert asking.field.error()
    assert line_of(troubled, parties["owner"]).opinion is None
    write("opinion_text", "井盖异响")
    said = line_of(troubled, parties["owner"]).opinion
    assert (said.stance, said.text) == (Stance.DISAGREE, "井盖异响")
    choose("stance", parties["owner"], "")
    assert line_of(troubled, parties["owner"]).opinion is None


def test_a_condition_becomes_a_defect(held, choose, parties, troubled, screen, write):
    screen.meeting.go_step("opinions")
    choose("stance", parties["owner"], "conditional")
    form = screen.findChild(ConditionForm)
    form.owner.choose(parties["contractor"].id)
    form.severity.choose("major")
    form.due.editor.setText("2026-6-31")
    write("condition_text", "补种行道树")
    assert form.isVisible()
    assert line_of(troubled, parties["owner"]).opinion is None
    form.due.editor.setText("2026-07-01")
    write("condition_said", "绿化未补齐")
    assert not screen.findChildren(ConditionForm)
    line = line_of(troubled, parties["owner"])
    assert line.opinion.text == "绿化未补齐"
    assert line.conditions[0].due_on == date(2026, 7, 1)
    assert line.conditions[0].severity is Severity.MAJOR
    assert line.opinion.stance is Stance.CONDITIONAL
    (defect,) = line.conditions
    assert (defect.text, defect.party_id) == ("补种行道树", parties["contractor"].id)
    assert defect.id in {
        one.defect.id for one in list_defects(troubled.workspace, defect.project_id)
    }


def test_a_consent_may_hang_on_a_defect_that_is_on_record(
    held, choose, parties, troubled, qtbot, settled
):
    held.go_step("opinions")
    choose("stance", parties["owner"], "conditional")
    form = held.findChild(ConditionForm)
    known = list_defects(troubled.workspace, troubled.project.id)[0].defect
    form.defect.choose(known.id)
    form.defect.chosen.emit(known.id)
    assert not form.text.isEnabled()
    qtbot.mouseClick(form.yes, LEFT)
    settled()
    assert [one.id for one in line_of(troubled, parties["owner"]).conditions] == [known.id]
    assert len(list_defects(troubled.workspace, troubled.project.id)) == 3


def test_a_condition_that_is_left_says_nothing(held, choose, parties, screen, qtbot):
    screen.meeting.go_step("opinions")
    choose("stance", parties["owner"], "conditional")
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.meeting.isVisible()
    assert screen.meeting.pages.currentWidget() is screen.meeting.opinions
    line = screen.findChild(Segmented, f"stance_{parties['owner'].id}")
    assert line.current() == ""


def test_who_stands_for_a_party_and_by_which_letter(parties, troubled, press, fill, file_for):
    press(f"presence_form_{parties['owner'].id}")
    file_for("attendance_letter", "授权书.pdf", b"%PDF-1.7\n")
    fill("attendance", representative="陈敏", post="项目负责人")
    one = line_of(troubled, parties["owner"]).attendance
    assert (one.representative, one.post) == ("陈敏", "项目负责人")
    assert one.letter.name == "授权书.pdf"
    assert "授权书.pdf" in party_rows(sheet_of(troubled))[0].came_with


def test_a_letter_that_is_no_paper_is_refused_in_its_form(held, parties, press, fill, file_for):
    press(f"presence_form_{parties['owner'].id}")
    file_for("attendance_letter", "授权书.exe", b"MZ")
    fill("attendance", post="项目负责人")
    form = held.findChild(AttendanceForm)
    assert form.refusal.isVisible()
    assert form.post.text().endswith("项目负责人")
    assert held.board.sheet.parties[0].attendance is None
    press("attendance_leave")


def test_day_place_chair_and_rules_are_set(held, troubled, press, fill, file_for):
    press("meeting_settings")
    file_for("settings_rules", "规则.toml", 'format = 1\nname = "本区规则"\n'.encode())
    held.findChild(SettingsForm).agenda.setPlainText("先报告，后查验")
    fill("settings", chair="周主任", venue="社区会议室")
    sheet = sheet_of(troubled)
    assert (sheet.meeting.chair, sheet.meeting.venue) == ("周主任", "社区会议室")
    assert sheet.meeting.agenda == "先报告，后查验"
    assert sheet.judgement.rules == "本区规则"
    assert "社区会议室" in held.title.text


def test_a_party_that_nobody_expected_is_put_on_record(held, troubled, screen, press, write):
    press("begin_party_here")
    press("party_give")
    assert screen.findChild(PartyForm).isVisible()
    write("party_unit", "区燃气公司")
    assert "区燃气公司" in {line.party.unit for line in sheet_of(troubled).parties}


def test_a_group_has_its_scope_its_sample_and_its_opinion(held, troubled, screen, press, fill):
    held.go_step("results")
    press("begin_group")
    fill("group", name="现场一组", scope="室外道路", items="RD-005，PP-008")
    (group,) = sheet_of(troubled).groups
    assert (group.scope, group.items, group.stance) == ("室外道路", ("RD-005", "PP-008"), None)
    press(f"group_{group.id}")
    screen.findChild(GroupForm).stance.choose("agree")
    fill("group", text="室外部分合格")
    (group,) = sheet_of(troubled).groups
    assert (group.stance, group.text, group.scope) == (Stance.AGREE, "室外部分合格", "室外道路")
    press(f"group_{group.id}")
    press("group_remove")
    assert sheet_of(troubled).groups == ()


def test_what_a_resident_says_is_noted_put_right_and_taken_back(
    held, troubled, screen, press, fill
):
    held.go_step("results")
    press("begin_resident")
    screen.findChild(ResidentForm).level.choose("dissatisfied")
    fill("resident", name="赵阿姨", comment="楼道灯不亮")
    (voice,) = sheet_of(troubled).residents
    assert (voice.name, voice.comment, voice.level) == ("赵阿姨", "楼道灯不亮", "dissatisfied")
    press(f"voice_{voice.id}")
    fill("resident", home="12幢")
    (voice,) = sheet_of(troubled).residents
    assert (voice.home, voice.comment) == ("12幢", "楼道灯不亮")
    press(f"voice_{voice.id}")
    press("resident_remove")
    assert sheet_of(troubled).residents == ()


def test_what_is_left_to_do_stands_on_top_and_leads_there(held, parties, press, choose):
    assert "2 方未签到" in held.todo.line.text
    assert "资料未核查" in held.todo.line.text
    for party in parties.values():
        choose("presence", party, "present")
    assert "未签到" not in held.todo.line.text
    held.go_step("verdict")
    press("meeting_todo")
    assert held.steps.current() == "attend"
    assert "必到单位缺" in held.todo.line.text


def test_one_who_thinks_better_of_it_says_nothing(held, choose, parties, troubled, screen, press):
    screen.meeting.go_step("opinions")
    choose("stance", parties["owner"], "disagree")
    press("opinion_leave")
    assert line_of(troubled, parties["owner"]).opinion is None
    line = screen.findChild(Segmented, f"stance_{parties['owner'].id}")
    assert line.current() == ""
    choose("stance", parties["owner"], "agree")
    assert line_of(troubled, parties["owner"]).opinion.stance is Stance.AGREE


def test_the_papers_are_reviewed_and_residents_counted(held, troubled, screen, press, write):
    held.go_step("results")
    papers = screen.findChild(Segmented, "papers")
    press("segment_lacking", papers)
    press("papers_leave")
    assert papers.current() == ""
    press("segment_lacking", papers)
    write("papers_text", "竣工图、保修书")
    assert sheet_of(troubled).groups[0].missing == ("竣工图", "保修书")
    press("segment_complete", papers)
    assert sheet_of(troubled).groups[0].missing == ()
    press("tally_satisfied")
    press("tally_dissatisfied")
    assert len(sheet_of(troubled).residents) == 2
    assert held.results.levels["satisfied"].text().endswith("1")


def test_the_verdict_is_explained_line_by_line(held, screen, troubled):
    screen.meeting.go_step("verdict")
    sheet = sheet_of(troubled)
    word = screen.meeting.verdict.word.words()
    assert word == conclusion_title(ConclusionKind.UNDECIDED)
    for line in sheet.judgement.lines:
        assert screen.findChild(MarkLine, f"clause_{line.clause.value}").isVisible()
    assert not screen.meeting.verdict.declare.isEnabled()


def test_the_chair_decides_otherwise_and_takes_it_back(held, screen, troubled, press, write):
    screen.meeting.go_step("verdict")
    press("override_verdict")
    screen.meeting.verdict.asking.choice.choose("fail")
    write("override_text", "消防车道试车不通")
    assert sheet_of(troubled).kind is ConclusionKind.FAIL
    assert screen.meeting.verdict.word.words() == conclusion_title(ConclusionKind.FAIL)
    assert "消防车道试车不通" in screen.meeting.verdict.basis.words()
    press("take_verdict_back")
    assert sheet_of(troubled).meeting.declared is None


def test_a_round_that_did_not_pass_is_followed_by_the_next(held, troubled, press, write):
    held.go_step("verdict")
    press("override_verdict")
    held.verdict.asking.choice.choose("rework")
    write("override_text", "改期再议")
    press("next_round")
    held_now = list_meetings(troubled.workspace, troubled.project.id)
    assert [one.round for one in held_now] == [1, 2]
    assert held.steps.current() == "attend"
    assert held.board.sheet.meeting.round == 2


def test_what_had_failed_and_does_not_apply_now_is_listed_with_its_reason(held, troubled, settled):
    spot = troubled.spots["failed"]
    visit = list_visits(troubled.workspace, troubled.project.id)[0]
    gone = AnswerState.NOT_APPLICABLE
    set_result(troubled.workspace, visit, spot, gone, "此处无此项")
    held.board.reread()
    settled()
    held.go_step("defects")
    (line,) = held.dropped.lines()
    assert line.text.startswith(spot.item_id)
    assert line.word == "此处无此项"


def test_what_two_laptops_noted_differently_is_shown_where_it_stands(
    troubled, parties, make_screen, tmp_path, settled
):
    other = make_laptop(tmp_path, "乙")
    meeting = create_meeting(
        troubled.workspace, troubled.project.id, MeetingDraft(held_on=FIRST_DAY)
    ).value
    carry(troubled.workspace, other, tmp_path)
    owner = parties["owner"].id
    for workspace, stance in ((troubled.workspace, Stance.AGREE), (other, Stance.DISAGREE)):
        said = OpinionDraft(stance=stance, text="井盖异响")
        give_opinion(workspace, meeting.id, owner, said)
    carry(other, troubled.workspace, tmp_path)
    other.close()
    screen = make_screen(troubled.workspace)
    screen.meet_button.click()
    settled()
    row = next(row for row in screen.meeting.bar.rows() if row.id == owner)
    assert row.state == "所记不一"
    assert "不同意（井盖异响）" in row.doubt
    assert "1 处冲突未裁定" in screen.meeting.todo.line.text


def test_open_defects_lead_to_their_list(held, screen, desk, troubled, qtbot, settled):
    screen.meeting.go_step("defects")
    settled()
    line = screen.findChild(MarkLine, "open_critical")
    qtbot.mouseClick(line, LEFT)
    wanted = {"project": troubled.project.id, "state": "open", "severity": "critical"}
    assert desk.go.calls == [(("defects",), wanted)]


@pytest.mark.parametrize(("width", "height"), [(1294, 716), (828, 428)])
def test_the_meeting_fits_its_window(held, screen, qtbot, width, height):
    screen.resize(width, height)
    for key in ("attend", "opinions", "verdict"):
        screen.meeting.go_step(key)
        qtbot.wait(1)
        for button in (screen.meeting.back, screen.meeting.steps):
            right = button.mapTo(screen, button.rect().bottomRight())
            assert screen.rect().contains(right)
