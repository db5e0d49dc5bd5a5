"""Inspecting by keyboard: verdicts, readings, what contradicts, and where Enter leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.core.checklists import AnswerState
from inspector.core.errors import Problem
from inspector.core.verdicts import Status
from inspector.operations.inspecting import list_items, list_progress
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.panels import Banner, Card
from tests.kit.ruled_packs import take_in_rules

KEY = Qt.Key
DOWN, UP, ENTER = KEY.Key_Down, KEY.Key_Up, KEY.Key_Return


def go(hands, item_id):
    hands.board.find_item(item_id)
    assert hands.board.item_id == item_id


def banner(hands, name):
    return hands.sheet.findChild(Banner, name)


def said(hands):
    return hands.sheet._steps.words(), hands.sheet._result.words()


# -- verdicts


def test_the_first_item_is_ready_and_one_key_passes_it(hands, site):
    assert hands.board.item_id == "RD-005"
    hands.key(KEY.Key_1)
    assert site.state("RD-005") is AnswerState.PASS


@pytest.mark.parametrize(
    ("key", "state"), [(KEY.Key_1, AnswerState.PASS), (KEY.Key_2, AnswerState.FAIL)]
)
def test_in_a_field_the_verdict_takes_control(hands, site, key, state):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    assert QApplication.focusWidget() is hands.sheet.readings.field
    hands.key(key, control=True)
    assert site.state("RD-006") is state


def test_ten_items_are_inspected_without_a_mouse(hands, site):
    for number in range(10):
        line = hands.board.line()
        if line.item.variants:
            hands.screen.findChild(object, "variant").setFocus()
            hands.key(DOWN)
            hands.screen._focus_list()
        hands.key(KEY.Key_2 if number % 4 == 3 else KEY.Key_1)
        hands.key(ENTER)
    done = [
        line.state
        for place in (site.road, site.building, site.unit)
        for line in list_items(site.workspace, site.visit, place)
        if line.state is not AnswerState.UNCHECKED
    ]
    assert sorted(done) == [AnswerState.FAIL] * 2 + [AnswerState.PASS] * 8
    assert hands.desk.ask.said == []


def test_the_same_verdict_again_is_no_act(hands):
    hands.key(KEY.Key_1, KEY.Key_1)
    assert len(hands.desk.remember.calls) == 1


def test_a_verdict_can_be_taken_back_to_unchecked(hands, site):
    hands.key(KEY.Key_2, KEY.Key_0)
    assert site.state("RD-005") is AnswerState.UNCHECKED


def test_a_click_on_the_verdict_that_holds_changes_nothing(hands, site, qtbot):
    hands.key(KEY.Key_1)
    button = hands.screen.findChild(object, "verdict_pass")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()
    assert site.state("RD-005") is AnswerState.PASS
    assert button.isChecked()


# -- not applicable


def test_not_applicable_asks_for_a_reason_and_takes_none_without(hands, site):
    hands.key(KEY.Key_3)
    hands.key(ENTER)
    assert site.state("RD-005") is AnswerState.UNCHECKED
    assert hands.sheet.verdicts._box._row.error()
    hands.type("无沥青路面")
    hands.key(ENTER)
    assert site.line("RD-005").answer.result.reason == "无沥青路面"
    assert hands.screen.findChild(object, "verdict_not_applicable").isChecked()


def test_what_a_rule_hides_says_so_and_comes_back(hands, site, tmp_path):
    pack = take_in_rules(site.workspace, tmp_path, {"RD-006": "RD-005=pass"})
    drafts = [SchemeDraft(item_id=item, place_id=site.road) for item in ("RD-005", "RD-006")]
    put_in_scope(site.workspace, site.project.id, pack.ref, drafts)
    hands.board.reread()
    go(hands, "RD-005")
    hands.key(KEY.Key_2)
    go(hands, "RD-006")
    assert hands.board.line().state is AnswerState.NOT_APPLICABLE
    said = hands.sheet.verdicts._reason.words()
    assert said == "原因：仅在 RD-005 为“合格”时查验（清单规则 RD-006:RD-005=pass）"
    assert hands.board.counts().unchecked == 3
    hands.key(KEY.Key_1)
    assert hands.desk.ask.said[-1] == Problem.ITEM_HIDDEN
    assert site.state("RD-006") is AnswerState.NOT_APPLICABLE
    go(hands, "RD-005")
    hands.key(KEY.Key_1)
    assert site.state("RD-006") is AnswerState.UNCHECKED
    assert hands.board.counts().unchecked == 4


def test_the_last_reason_is_given_again_with_two_keys(hands, site):
    hands.key(KEY.Key_3)
    hands.type("不在本次范围")
    hands.key(ENTER)
    go(hands, "RD-010")
    hands.key(KEY.Key_3, ENTER)
    assert site.line("RD-010").answer.result.reason == "不在本次范围"


def test_an_offered_reason_is_one_press(hands, site, qtbot):
    hands.key(KEY.Key_3)
    offered = hands.sheet.verdicts._box._offered[0]
    qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    hands.settle()
    assert site.line("RD-005").answer.result.reason == offered.text()


def test_escape_leaves_the_verdict_as_it_was(hands, site):
    hands.key(KEY.Key_1, KEY.Key_3, KEY.Key_Escape)
    assert not hands.sheet.verdicts.asks_reason()
    assert site.state("RD-005") is AnswerState.PASS


# -- readings


def test_readings_are_typed_and_the_computation_follows(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0", "4.0", "5.0", "5.0")
    assert said(hands) == ("应测 5 点，已测 4 点，未测全，不能判合格",) * 2
    hands.read("7.4")
    assert hands.cells() == ["3.0", "4.0", "5.0", "5.0", "7.4"]
    assert said(hands)[0].startswith("合格点 4/5 = 80.0 %，达到 80 %；最大 7.4，未超 1.5 × 5 = 7.5")
    assert said(hands)[1] == "按一般项目，读数判定为合格"
    assert QApplication.focusWidget() is hands.sheet.readings.field


def test_a_failing_reading_is_marked_and_says_so(hands):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3", "7.4", "9")
    shown = hands.sheet.readings._seen()
    assert [cell.shown.tone for cell in shown] == [Tone.PLAIN, Tone.WARN, Tone.FAIL]
    assert shown[1].accessibleName() == "第 2 点 7.4，不合格"


def test_several_numbers_at_once_are_several_readings(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0 4.0  5.0")
    assert [str(r.value) for r in site.line("RD-006").readings] == ["3.0", "4.0", "5.0"]


def test_what_is_no_number_stays_to_be_put_right(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("5x")
    assert hands.sheet.readings.field.text() == "5x"
    assert not hands.sheet.readings._wrong.isHidden()
    assert site.line("RD-006").readings == ()


def test_a_reading_is_corrected_where_it_stands(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0", "40")
    hands.key(KEY.Key_Left, KEY.Key_F2)
    hands.type("4.0")
    hands.key(ENTER)
    assert hands.cells() == ["3.0", "4.0"]
    assert [str(r.value) for r in site.line("RD-006").readings] == ["3.0", "4.0"]


def test_arrows_move_between_readings_and_delete_takes_one_back(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("1", "2", "3")
    hands.key(KEY.Key_Left, KEY.Key_Left, KEY.Key_Delete)
    assert hands.cells() == ["1", "3"]


def test_escape_leaves_a_reading_as_it_was(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0")
    hands.key(KEY.Key_Left, KEY.Key_Space)
    hands.type("9")
    hands.key(KEY.Key_Escape)
    assert [str(r.value) for r in site.line("RD-006").readings] == ["3.0"]


def test_an_emptied_reading_is_taken_back(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0")
    hands.key(KEY.Key_Left, KEY.Key_F2, KEY.Key_Backspace, ENTER)
    assert site.line("RD-006").readings == ()


def test_a_number_half_typed_is_not_lost_on_the_way_to_the_next_item(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.type("4.2")
    hands.key(DOWN)
    assert hands.board.item_id == "RD-009"
    assert [str(r.value) for r in site.line("RD-006").readings] == ["4.2"]


def test_enter_in_the_empty_field_goes_on(hands):
    go(hands, "RD-006")
    hands.key(KEY.Key_R, ENTER)
    assert hands.board.item_id == "RD-009"


# -- what the limits depend on


def test_no_verdict_before_the_case_is_picked(hands, site):
    go(hands, "RD-009")
    hands.key(KEY.Key_1)
    assert site.state("RD-009") is AnswerState.UNCHECKED
    assert hands.sheet.limits._case_row.error()
    hands.key(DOWN)  # the focus went to the choice
    assert site.line("RD-009").variant == "A"
    assert not hands.sheet.limits._case_row.error()
    hands.screen._focus_list()
    hands.key(KEY.Key_1)
    assert site.state("RD-009") is AnswerState.PASS


def test_not_applicable_needs_no_case(hands, site):
    go(hands, "RD-009")
    hands.key(KEY.Key_3)
    hands.type("没有检查井")
    hands.key(ENTER)
    assert site.state("RD-009") is AnswerState.NOT_APPLICABLE


def test_a_design_value_opens_the_limit(hands, site):
    hands.board.choose_place(site.building, "BE-002")
    assert "设计值" in said(hands)[1]
    hands.sheet.limits.design.setFocus()
    hands.type("250")
    hands.key(ENTER)
    assert site.line("BE-002", site.building).design_value == "250"
    assert "250" in hands.sheet.readings._limit.text
    hands.read("260", "255")
    assert site.line("BE-002", site.building).assessment.status is Status.PASS


def test_an_option_is_chosen_and_judged(hands, site):
    hands.board.choose_place(site.unit, "PP-006")
    assert hands.sheet.readings.isHidden()
    hands.screen.findChild(object, "choice").setFocus()
    hands.key(DOWN, DOWN, DOWN)
    assert site.line("PP-006", site.unit).answer.choice == "2级"
    assert said(hands)[1] == "按所选项判定为不合格"


def test_points_due_are_asked_where_the_scheme_leaves_them_open(hands, site):
    hands.board.choose_place(site.road, "RD-006")
    assert hands.sheet.limits._due_row.isHidden()


# -- contradictions


def test_a_verdict_that_readings_contradict_is_shown_with_both(hands, site):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("9 9 9 9 9")
    hands.key(KEY.Key_1, control=True)
    clash = banner(hands, "clash")
    assert clash.words() == "结论为合格，但读数不合格。"
    assert site.state("RD-006") is AnswerState.PASS
    clash._act()
    hands.settle()
    assert site.state("RD-006") is AnswerState.FAIL
    assert banner(hands, "clash").isHidden()


def test_a_pass_before_all_points_are_measured_is_a_contradiction_without_a_way_out(hands):
    go(hands, "RD-006")
    hands.key(KEY.Key_R)
    hands.read("1")
    hands.key(KEY.Key_1, control=True)
    clash = banner(hands, "clash")
    assert clash.words() == "结论为合格，但应测的点还没有测全。"
    assert clash._button.isHidden()


def test_the_computation_takes_the_tone_of_what_follows(hands):
    go(hands, "RD-006")
    card = hands.sheet._card
    assert isinstance(card, Card)
    hands.key(KEY.Key_R)
    hands.read("9 9 9 9 9")
    assert card._tone is Tone.FAIL


# -- the next item


def test_enter_goes_to_the_next_unchecked_item_and_on_to_the_next_place(hands, site):
    hands.board.choose_item("RD-010")
    hands.key(KEY.Key_1, ENTER)
    assert hands.board.item_id == "RD-020"
    hands.key(KEY.Key_1, ENTER)
    assert hands.board.item_id == "RD-005"  # what was left over here comes first
    for item in ("RD-005", "RD-006"):
        hands.board.choose_item(item)
        hands.key(KEY.Key_1)
    hands.board.choose_item("RD-009")
    hands.key(KEY.Key_3)
    hands.type("没有")
    hands.key(ENTER, ENTER)
    assert (hands.board.place_id, hands.board.item_id) == (site.building, "FS-005")


def test_when_all_is_inspected_enter_says_so(hands, site):
    for place in (site.road, site.building, site.unit):
        hands.board.choose_place(place)
        for line in list(hands.board.lines()):
            hands.board.choose_item(line.item.id)
            hands.sheet.verdicts.give(AnswerState.NOT_APPLICABLE)
            hands.sheet.verdicts._box._editor.setText("没有")
            hands.sheet.verdicts.finish()
            hands.settle()
    hands.screen._focus_list()
    hands.key(ENTER)
    assert hands.desk.toast.calls[-1][0] == ("本次查验的检查项都查完了",)
    progress = list_progress(site.workspace, site.visit)
    assert sum(line.progress.due - line.progress.answered for line in progress) == 0


def test_arrows_walk_the_items_over_the_heads(hands, site):
    hands.board.choose_place(site.building, "FS-012")
    hands.key(DOWN)
    assert hands.board.item_id == "BE-001"
    hands.key(UP)
    assert hands.board.item_id == "FS-012"


def test_page_keys_walk_the_places(hands, site):
    hands.key(KEY.Key_PageDown)
    assert hands.board.place_id == site.building
    hands.key(KEY.Key_PageDown)
    assert hands.board.place_id == site.unit
    hands.key(KEY.Key_PageUp, KEY.Key_PageUp)
    assert hands.board.place_id == site.road


def test_keys_of_the_screen_are_unique(hands):
    from inspector.ui.kit.actions import unclear

    assert unclear(hands.screen.actions_table()) == []


def test_tab_follows_the_reading_order(hands, photo_file):
    hands.desk.ask.answers.append([photo_file("one.jpg")])
    go(hands, "RD-009")
    hands.screen.findChild(object, "variant").setFocus()
    hands.key(DOWN)
    hands.key(KEY.Key_R)
    hands.read("1")
    hands.key(KEY.Key_P, control=True)
    hands.screen.items.chips._chips["all"].setFocus()
    names = []
    for _step in range(12):
        names.append(QApplication.focusWidget().objectName())
        hands.key(KEY.Key_Tab)
    assert names == [
        *("chip_all", "items", "more", "variant", "reading_1", "reading_field"),
        *("verdict_pass", "verdict_fail", "verdict_not_applicable"),
        *("photo_0", "add_photo", "write_note"),
    ]
