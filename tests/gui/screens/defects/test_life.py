"""The whole life of a defect, by clicks and keys, with what is refused on the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QMenu

from inspector.core.checklists import Severity
from inspector.core.defects import DefectState, DefectStep
from inspector.core.evidence import PhotoRole
from inspector.operations.conflicts import list_conflicts
from inspector.operations.defects import (
    MoveDraft,
    edit_defect,
    list_defects,
    move_defect,
    show_defect,
)
from inspector.operations.drafts import list_drafts
from inspector.operations.history import undo
from inspector.operations.notices import list_notices
from inspector.operations.workspace import change_person
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.yeardays import YearDialog
from tests.kit.builders import make_defect, make_party, make_workspace
from tests.kit.crossing import carry

LEFT = Qt.MouseButton.LeftButton


def state_of(site):
    return list_defects(site.workspace, site.project.id)[0].defect.state


def another_person(site, name="周工"):
    change_person(site.workspace, name, "监理公司")


def recorded(site, **more):
    return make_defect(site.workspace, site.project, site.place, party_id=site.party.id, **more)


def test_a_defect_lives_from_record_to_closure_by_clicks(hands, site, photo_file):
    work = hands.open().work
    record_by_clicks(hands, work, site, photo_file("before.jpg"))
    assert work.sheet.title_words() == "楼道扶手松动"

    hands.press("next_step")
    hands.press("issue_plainly")
    hands.settle()
    assert state_of(site) is DefectState.ISSUED

    reply_by_clicks(hands, work, "已加固", photo_file("after.jpg", "2026-05-12T15:00:00"))
    assert state_of(site) is DefectState.REPLIED

    hands.ask.answers.append("仍有晃动")
    hands.press("beside_step")
    hands.settle()
    assert state_of(site) is DefectState.RECHECK_FAILED

    reply_by_clicks(hands, work, "换了膨胀螺栓")
    another_person(site)
    hands.press("next_step")
    hands.settle()
    assert hands.screen.desk.toast.calls[-1][0][0].endswith("已销项")
    sheet = show_defect(site.workspace, list_defects(site.workspace, site.project.id)[0].defect.id)
    assert [linked.link.role for linked in sheet.photos] == [PhotoRole.BEFORE, PhotoRole.AFTER]
    assert [event.step.value for event in sheet.events] == [
        *("record", "issue", "reply", "recheck_fail", "reply", "recheck_pass")
    ]


def record_by_clicks(hands, work, site, photo):
    hands.press("new_defect")
    work.form.text.setPlainText("楼道扶手松动")
    work.form.severity.choose(Severity.CRITICAL.value)
    work.form.party.choose(site.party.id)
    work.form.due.editor.setText("2026-05-20")
    hands.ask.answers.append([photo])
    hands.press("attach_photos")
    hands.settle()
    hands.press("give_form")
    hands.settle()


def reply_by_clicks(hands, work, words, *photos):
    hands.press("next_step")
    work.form.words.setPlainText(words)
    if photos:
        hands.ask.answers.append(list(photos))
        hands.press("attach_photos")
        hands.settle()
    hands.press("give_form")
    hands.settle()


def replied(site, photo_ids=()):
    defect = recorded(site)
    for draft in (
        MoveDraft(step=DefectStep.ISSUE, due_on=site.today + timedelta(days=3)),
        MoveDraft(step=DefectStep.REPLY, reason="修好了", photo_ids=photo_ids),
    ):
        move_defect(site.workspace, defect.id, draft)
    return defect


def test_whoever_recorded_the_reply_may_not_close_and_reads_why_in_place(hands, site):
    replied(site)
    shown = hands.open()
    hands.press("next_step")
    hands.settle()
    assert shown.work.sheet.refusal.isVisible()
    assert shown.work.sheet.refusal.words() == "defect_closer_repaired"
    assert state_of(site) is DefectState.REPLIED


def test_without_an_after_photo_the_refusal_offers_to_add_one(hands, site, photo_file, qtbot):
    replied(site)
    another_person(site)
    shown = hands.open()
    hands.press("next_step")
    hands.settle()
    refusal = shown.work.sheet.refusal
    assert refusal.words() == "defect_has_no_photo"
    hands.ask.answers.append([photo_file("recheck.jpg")])
    qtbot.mouseClick(refusal._button, LEFT)
    hands.settle()
    hands.settle()
    hands.press("next_step")
    hands.settle()
    assert state_of(site) is DefectState.CLOSED


def test_one_key_takes_the_next_step_and_none_while_a_panel_is_open(hands, site, qtbot):
    recorded(site)
    shown = hands.open()
    qtbot.keyClick(shown.side.list, "1")
    form = shown.work.form
    assert form is not None
    form.mode.setFocus()
    qtbot.keyClick(form, "1")
    assert shown.work.form is form
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert shown.work.form is None


def test_a_defect_without_a_party_says_so_before_it_is_issued(hands, site, qtbot):
    make_defect(site.workspace, site.project, site.place)
    shown = hands.open()
    hands.press("next_step")
    assert "责任单位" in shown.work.sheet.refusal.words()
    qtbot.mouseClick(shown.work.sheet.refusal._button, LEFT)
    assert shown.work.form is not None


def test_a_notice_of_one_party_is_issued_and_its_paper_lies_in_exports(
    hands, site, qtbot, monkeypatch
):
    other = make_party(site.workspace, site.project, "绿化公司")
    first, second = recorded(site), recorded(site, text="井盖缺失")
    make_defect(site.workspace, site.project, site.place, party_id=other.id)
    shown = hands.open()
    hands.press("new_notice")
    form = shown.work.form
    form.party.choose(site.party.id)
    assert set(form.chosen_ids()) == {first.id, second.id}
    form.term.setText("8")
    hands.press("give_form")
    hands.settle()
    qtbot.waitUntil(lambda: hasattr(shown.work.form, "path"), timeout=20_000)
    (notice,) = list_notices(site.workspace, site.project.id)
    assert (notice.notice.term, notice.notice.due_on.isoformat()) == (8, "2026-05-21")
    path = shown.work.form.path
    assert path.parent == site.workspace.folder / "exports"
    assert path.name == f"{notice.notice.number}.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hands.press("give_form")
    hands.press("show_folder")
    assert opened == [QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(path.parent))]


def test_a_notice_without_a_day_or_with_a_past_one_is_refused_in_place(hands, site):
    recorded(site)
    shown = hands.open()
    hands.press("new_notice")
    form = shown.work.form
    hands.press("segment_day")
    hands.press("give_form")
    assert form._due_row.error() == "请填写日期。"
    form.due.editor.setText("2026/05/21")
    hands.press("give_form")
    assert "年-月-日" in form._due_row.error()
    form.due.editor.setText("2026-05-01")
    hands.press("give_form")
    hands.settle()
    assert form.refusal.isVisible()
    assert form.refusal.words() == "days_unordered"
    for box in form.findChildren(QCheckBox):
        box.setChecked(False)
    hands.press("give_form")
    assert "至少选择一条" in form.refusal.words()


def test_a_term_tells_its_end_or_why_it_cannot_be_told(hands, site):
    recorded(site)
    shown = hands.open()
    hands.press("new_notice")
    form = shown.work.form
    hands.press("give_form")
    assert "工作日数" in form._term_row.error()
    form.term.setText("10")
    form.term.editingFinished.emit()
    assert "2026-05-25" in form._ends.words()
    form.term.setText("240")
    form.term.editingFinished.emit()
    assert form._term_row.error() == "calendar_year_unknown"
    assert form._ends.words() == ""
    assert list_notices(site.workspace, site.project.id) == []


def test_a_year_that_a_term_asks_for_is_filled_in_there(hands, site, qtbot):
    recorded(site)
    shown = hands.open()
    hands.press("new_notice")
    form = shown.work.form
    form.term.setText("240")
    form.term.editingFinished.emit()
    hands.press("fill_year")
    (dialog,) = shown.window().findChildren(YearDialog)
    dialog.notice.setPlainText("另行通知。")
    assert dialog._notice_row.error() == "calendar_not_read"
    dialog.notice.setPlainText("元旦：1月1日（周五）至3日（周日）放假，共3天。2月6日（周六）上班。")
    assert dialog.off.text() == "2027-01-01..2027-01-03"
    assert dialog.work.text() == "2027-02-06"
    qtbot.mouseClick(dialog.findChild(PaintedButton, "give_year"), LEFT)
    qtbot.waitUntil(lambda: not shown.window().findChildren(YearDialog))
    assert form._term_row.error() == ""
    assert "2027-" in form._ends.words()
    assert not form.year.isVisible()


def test_an_extension_needs_a_day_and_a_reason(hands, site):
    defect = recorded(site)
    move_defect(site.workspace, defect.id, MoveDraft(step=DefectStep.ISSUE))
    shown = hands.open()
    hands.press("step_extend")
    form = shown.work.form
    hands.press("give_form")
    assert form._due_row.error()
    hands.press("in_7_days")
    hands.press("give_form")
    assert form._words_row.error() == "请写明原因。"
    form.words.setPlainText("材料未到")
    hands.press("give_form")
    hands.settle()
    assert show_defect(site.workspace, defect.id).defect.due_on.isoformat() == "2026-05-18"


def test_an_extension_to_the_day_or_before_is_refused_under_the_field(hands, site):
    defect = recorded(site)
    due_on = site.today + timedelta(days=7)
    move_defect(site.workspace, defect.id, MoveDraft(step=DefectStep.ISSUE, due_on=due_on))
    shown = hands.open()
    hands.press("step_extend")
    form = shown.work.form
    form.words.setPlainText("材料未到")
    hands.press("in_7_days")
    hands.press("give_form")
    assert form._due_row.error() == "须晚于原期限 2026-05-18。"
    form.due.editor.setText("2026-05-19")
    hands.press("give_form")
    hands.settle()
    assert show_defect(site.workspace, defect.id).defect.due_on.isoformat() == "2026-05-19"


@pytest.mark.parametrize(
    ("step", "state"),
    [
        ("step_concede", DefectState.CONCEDED),
        ("step_leave_open", DefectState.LEFT_OPEN),
        ("step_void", DefectState.VOIDED),
    ],
)
def test_an_end_other_than_closure_asks_why(hands, site, step, state):
    defect = recorded(site)
    hands.open()
    hands.ask.answers.append(None)
    hands.press(step)
    hands.settle()
    assert state_of(site) is DefectState.RECORDED
    hands.ask.answers.append("与设计一致")
    hands.press(step)
    hands.settle()
    found = show_defect(site.workspace, defect.id).defect
    assert (found.state, found.standing.reason) == (state, "与设计一致")


def test_facts_are_changed_in_place_and_only_those_that_differ(hands, site):
    defect = recorded(site, measured="1.02 m")
    shown = hands.open()
    hands.press("edit_defect")
    form = shown.work.form
    form.text.setPlainText("净宽不足")
    form.due.editor.setText("2026-05-30")
    hands.press("give_form")
    hands.settle()
    found = show_defect(site.workspace, defect.id).defect
    assert (found.text, found.measured) == ("净宽不足", "1.02 m")
    assert found.due_on.isoformat() == "2026-05-30"
    assert shown.work.form is None
    assert shown.work.sheet.title_words() == "净宽不足"


def test_an_empty_description_is_refused_under_its_field(hands, site):
    shown = hands.open()
    hands.press("new_defect")
    hands.press("give_form")
    assert shown.work.form._text_row.error() == "请写明问题是什么。"
    assert list_defects(site.workspace, site.project.id) == []


def test_undo_is_shown_at_once(hands, site):
    defect = recorded(site)
    shown = hands.open()
    hands.press("edit_defect")
    shown.work.form.text.setPlainText("别的")
    hands.press("give_form")
    hands.settle()
    outcome = shown.desk.remember.calls[-1][0][0]
    shown.desk.hub.tell_outcome(undo(site.workspace, outcome.act))
    assert shown.work.sheet.title_words() == defect.text


def test_a_form_that_was_open_while_a_package_came_overwrites_nothing(hands, site, tmp_path):
    defect = recorded(site)
    laptop = make_workspace(tmp_path / "other", clock=site.clock, person="张工")
    carry(site.workspace, laptop, tmp_path)
    shown = hands.open()
    hands.press("edit_defect")
    site.clock.tick()
    edit_defect(laptop, defect.id, text="张工的描述")
    carry(laptop, site.workspace, tmp_path)
    laptop.close()
    shown.work.form.text.setPlainText("表单里写的")
    hands.press("give_form")
    hands.settle()
    (conflict,) = list_conflicts(site.workspace)
    assert {one.value for one in conflict.values} == {"张工的描述", "表单里写的"}


def test_the_history_gives_a_value_back_and_shows_a_day(hands, site, qtbot):
    defect = make_defect(site.workspace, site.project, site.place)
    edit_defect(site.workspace, defect.id, text="改错了")
    shown = hands.open()
    hands.press("defect_history")
    past = shown.work.form.past
    qtbot.keyClicks(past.day, site.today.isoformat())
    qtbot.keyClick(past.day, Qt.Key.Key_Return)
    assert "改错了" in [label.words() for label in past.facts._labels]
    button = past.timeline.button(0)
    assert button.text() == f"恢复为“{defect.text}”"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()
    assert show_defect(site.workspace, defect.id).defect.text == defect.text
    assert past.timeline._events[0].text.endswith(f"改错了 → {defect.text}")


def test_the_history_tells_who_changed_what_from_what_to_what(hands, site):
    defect = recorded(site)
    site.clock.tick()
    move_defect(site.workspace, defect.id, MoveDraft(step=DefectStep.ISSUE))
    shown = hands.open()
    hands.press("edit_defect")
    shown.work.form.text.setPlainText("净宽不足")
    hands.press("give_form")
    hands.settle()
    hands.press("defect_history")
    told = [event.text for event in shown.work.form.story._events]
    assert "问题描述：外墙涂层起皮 → 净宽不足" in told
    assert "状态：已记录 → 已下发" in told
    assert any(text.startswith("新增问题") for text in told)
    hands.press("leave_form")
    assert shown.work.form is None


def test_a_reply_that_holds_a_file_that_is_no_photo_says_which(hands, site, tmp_path, photo_file):
    defect = recorded(site)
    move_defect(site.workspace, defect.id, MoveDraft(step=DefectStep.ISSUE))
    shown = hands.open()
    hands.press("next_step")
    bad = tmp_path / "notes.jpg"
    bad.write_text("no photo")
    hands.ask.answers.append([bad, photo_file("after.jpg")])
    hands.press("attach_photos")
    hands.settle()
    strip = shown.work.form.attach
    assert len(strip.photo_ids()) == 1
    assert strip._remark.words() == "not_a_photo"


def test_rare_steps_fold_into_a_menu_where_room_is_short(hands, site, qtbot):
    replied(site)
    shown = hands.open()
    steps = shown.work.sheet.steps
    assert not steps._more.isVisible()
    shown.resize(905, 420)
    qtbot.waitUntil(steps._more.isVisible)
    steps.open_menu()
    menu = steps.findChild(QMenu)
    assert [act.text() for act in menu.actions()] == ["延期…", "让步接收…", "列为遗留…", "作废…"]
    menu.close()


def test_half_typed_words_are_kept_and_offered_again_until_they_are_given(hands, site, qtbot):
    defect = recorded(site)
    move_defect(site.workspace, defect.id, MoveDraft(step=DefectStep.ISSUE))
    work = hands.open().work
    hands.press("next_step")
    qtbot.keyClicks(work.form.words, "half")
    qtbot.waitUntil(lambda: bool(list_drafts(site.workspace)), timeout=3000)
    work.close_form()
    hands.press("next_step")
    assert "half" in work.form.refusal.words()
    qtbot.mouseClick(work.form.refusal._button, LEFT)
    assert work.form.words.toPlainText() == "half"
    hands.press("give_form")
    hands.settle()
    assert list_drafts(site.workspace) == []
