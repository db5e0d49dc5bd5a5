"""Notes, defects, photos and history on the sheet of an item."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from inspector.core.checklists import AnswerState, Severity
from inspector.core.defects import DefectState
from inspector.core.errors import Problem
from inspector.operations.attaching import attach_photos, list_photos_of
from inspector.operations.conflicts import list_conflicts
from inspector.operations.defects import list_defects
from inspector.operations.drafts import list_drafts
from inspector.operations.history import undo
from inspector.operations.inspecting import set_note
from inspector.operations.photos import list_photos
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from tests.gui.screens.inspect.conftest import build_site
from tests.kit.builders import make_workspace, reopen
from tests.kit.crossing import carry

KEY = Qt.Key
ENTER = KEY.Key_Return
LEFT = Qt.MouseButton.LeftButton


def defects(site):
    return [line.defect for line in list_defects(site.workspace, site.project.id)]


def answer_of(site, item_id="RD-005"):
    return site.line(item_id).answer


# -- notes


def test_a_note_saves_itself_when_the_person_leaves_it(hands, site):
    hands.key(KEY.Key_E, control=True)
    hands.type("东侧有裂缝")
    hands.screen._focus_list()
    hands.settle()
    assert answer_of(site).note == "东侧有裂缝"
    assert hands.sheet.note._words.words() == "东侧有裂缝"
    assert list_drafts(site.workspace) == []


@pytest.mark.parametrize(("key", "control"), [(ENTER, True), (KEY.Key_Escape, False)])
def test_control_enter_and_escape_end_a_note_without_losing_it(hands, site, key, control):
    hands.key(KEY.Key_E, control=True)
    hands.type("two words")
    hands.key(key, control=control)
    assert answer_of(site).note == "two words"
    assert QApplication.focusWidget() is hands.screen.items.list


@pytest.fixture
def laptop(site, tmp_path):
    other = make_workspace(tmp_path / "other", person="张工")
    carry(site.workspace, other, tmp_path)
    yield other
    other.close()


def write_there(laptop, site, note, folder):
    """Let the other laptop write a note, which then comes in."""
    set_note(laptop, site.visit, site.line("RD-005").spot, note)
    carry(laptop, site.workspace, folder)


def test_a_note_that_came_while_one_is_written_is_not_overwritten(hands, site, laptop, tmp_path):
    write_there(laptop, site, "张工先写的", tmp_path)
    hands.board.refresh(site.line("RD-005").spot)
    hands.key(KEY.Key_E, control=True)
    write_there(laptop, site, "张工又改的", tmp_path)
    hands.sheet.note.editor.setPlainText("李工写的")
    hands.key(ENTER, control=True)
    (conflict,) = list_conflicts(site.workspace)
    assert {one.value for one in conflict.values} == {"张工又改的", "李工写的"}


def test_a_first_note_that_came_meanwhile_stays_and_the_words_are_kept(
    hands, site, laptop, tmp_path
):
    hands.key(KEY.Key_E, control=True)
    write_there(laptop, site, "张工写的", tmp_path)
    hands.type("没看过就写")
    hands.key(ENTER, control=True)
    assert answer_of(site).note == "张工写的"
    assert hands.desk.ask.said == ["came_meanwhile"]
    assert [draft.text for draft in list_drafts(site.workspace)] == ["没看过就写"]


def test_digits_in_a_note_are_text(hands, site):
    hands.key(KEY.Key_E, control=True)
    hands.type("123")
    hands.key(ENTER, control=True)
    assert answer_of(site).note == "123"
    assert site.state("RD-005") is AnswerState.UNCHECKED


def test_going_to_another_item_keeps_the_note_of_the_first(hands, site):
    hands.key(KEY.Key_E, control=True)
    hands.type("first")
    hands.board.choose_item("RD-010")
    hands.settle()
    assert answer_of(site).note == "first"
    assert answer_of(site, "RD-010") is None


def test_a_note_half_typed_before_a_kill_is_offered_in_a_new_window(tmp_path, seat, qtbot):
    workspace = make_workspace(tmp_path)
    try:
        site = build_site(workspace)
        hands = seat(workspace)
        hands.key(KEY.Key_E, control=True)
        hands.type("half a sent")
        qtbot.waitUntil(lambda: bool(list_drafts(workspace)))
        hands.sheet.note._keeper._typed.clear()  # the kill: nothing more is written
        hands.sheet.note.editor.hide()
    finally:
        workspace.close()
    again = reopen(tmp_path)
    try:
        fresh = seat(again)
        banner = fresh.sheet.note.banner
        assert "half a sent" in banner.words()
        banner._act()
        assert fresh.sheet.note.editor.toPlainText() == "half a sent"
        fresh.key(ENTER, control=True)
        site.workspace = again
        assert answer_of(site).note == "half a sent"
        assert list_drafts(again) == []
    finally:
        again.close()


# -- defects


def test_a_failed_item_offers_the_defect_at_once_with_everything_known(hands, site):
    hands.board.choose_item("RD-006")
    hands.key(KEY.Key_R)
    hands.read("9 9 9 9 9")
    hands.key(KEY.Key_2, control=True)
    offer = hands.sheet.findChild(Banner, "offer")
    assert offer.words() == "不合格，还没有记问题。"
    offer._act()
    panel = hands.sheet.defect
    assert panel.text.toPlainText().startswith("沥青路面平整度不符合要求：最不利值 9 mm，5 点")
    assert panel._party.currentText() == "市政建设集团（施工单位）"
    assert panel._severity.current() == Severity.MINOR


def test_two_chords_record_a_defect(hands, site):
    hands.key(KEY.Key_2)
    hands.key(KEY.Key_N, control=True)
    hands.key(ENTER, control=True)
    (defect,) = defects(site)
    assert defect.state is DefectState.RECORDED
    assert defect.text == "沥青路面外观不符合要求"
    assert defect.answer_id == answer_of(site).id
    assert defect.party_id is not None
    assert defect.due_on is not None
    assert hands.desk.toast.calls[-1][0][0] == f"已记录问题 {defect.number}"
    assert hands.sheet.findChild(Banner, "offer").isHidden()


def test_the_number_of_a_defect_leads_to_it(hands, site, qtbot):
    hands.key(KEY.Key_N, control=True)
    hands.key(ENTER, control=True)
    (defect,) = defects(site)
    button = hands.sheet.findChild(object, f"defect_{defect.number}")
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    assert hands.desk.go.calls == [(("defects",), {"defect": defect.number})]


def test_a_defect_is_given_in_the_persons_words_with_another_severity(hands, site, qtbot):
    hands.key(KEY.Key_N, control=True)
    hands.type("井盖松动")
    panel = hands.sheet.defect
    panel._severity.choose(Severity.CRITICAL)
    panel._severity.chosen.emit(Severity.CRITICAL)
    qtbot.mouseClick(hands.sheet.findChild(object, "give_defect"), LEFT)
    hands.settle()
    (defect,) = defects(site)
    assert (defect.text, defect.severity) == ("井盖松动", Severity.CRITICAL)
    assert (defect.due_on - site.workspace.today()).days == 3


def test_a_defect_without_words_is_not_recorded(hands, site):
    hands.key(KEY.Key_N, control=True)
    hands.sheet.defect.text.clear()
    hands.key(ENTER, control=True)
    assert defects(site) == []
    assert hands.sheet.defect._text_row.error()


def test_escape_records_nothing(hands, site):
    hands.key(KEY.Key_N, control=True)
    hands.key(KEY.Key_Escape)
    assert defects(site) == []
    assert hands.sheet.defect.isHidden()
    assert QApplication.focusWidget() is hands.screen.items.list


# -- photos


def test_photos_are_taken_in_and_linked_by_key(hands, site, photo_file, qtbot):
    hands.desk.ask.answers.append([photo_file("far.jpg"), photo_file("near.jpg")])
    hands.key(KEY.Key_P, control=True)
    assert len(list_photos_of(site.workspace, answer_of(site).id)) == 2
    assert len(hands.sheet.photos._thumbs) == 2
    assert "36.06712°N" in hands.sheet.photos._facts.words()
    qtbot.waitUntil(lambda: all(thumb._pixmap for thumb in hands.sheet.photos._thumbs))


def test_photos_dropped_on_the_sheet_are_linked(hands, site, photo_file):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(photo_file("one.jpg")))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        dropped,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    hands.sheet.dropEvent(event)
    hands.settle()
    assert site.line("RD-005").photo_count == 1


def test_a_photo_from_another_day_carries_a_doubt(hands, photo_file):
    hands.desk.ask.answers.append([photo_file("old.jpg", "2026-01-02T09:00:00")])
    hands.key(KEY.Key_P, control=True)
    (thumb,) = hands.sheet.photos._thumbs
    assert "拍摄时间不在本次检查期间" in thumb.toolTip()


def test_photos_that_a_verdict_owes_are_asked_for(hands, photo_file):
    owed = hands.sheet.findChild(object, "photos_owed")
    assert owed.isHidden()
    hands.key(KEY.Key_2)
    assert owed.words() == "不合格应有远景、近景照片各 1 张，现有 0 张"
    hands.desk.ask.answers.append([photo_file("far.jpg"), photo_file("near.jpg")])
    hands.key(KEY.Key_P, control=True)
    assert owed.isHidden()


def test_a_file_that_is_no_photo_is_named(hands, site, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("no photo", encoding="utf-8")
    hands.desk.ask.answers.append([path])
    hands.key(KEY.Key_P, control=True)
    assert hands.desk.toast.calls[-1][0] == (str(Problem.NOT_A_PHOTO),)
    assert answer_of(site) is None


def test_a_photo_is_taken_off_and_stays_on_record(hands, site, photo_file, qtbot):
    hands.desk.ask.answers.append([photo_file("one.jpg")])
    hands.key(KEY.Key_P, control=True)
    qtbot.mouseClick(hands.sheet.findChild(object, "photo_0"), LEFT)
    qtbot.mouseClick(hands.sheet.findChild(object, "unlink_photo"), LEFT)
    hands.settle()
    assert site.line("RD-005").photo_count == 0
    assert hands.sheet.photos._thumbs == []
    assert len(list_photos(site.workspace, site.project.id)) == 1


def test_one_undo_takes_back_all_links_of_one_drop(site, photo_file):
    spot = site.line("RD-005").spot
    paths = [photo_file("a.jpg"), photo_file("b.jpg")]
    outcome = attach_photos(site.workspace, site.visit, spot, paths)
    undo(site.workspace, outcome.act)
    assert site.line("RD-005").photo_count == 0


def test_the_defect_takes_the_photos_of_the_item(hands, site, photo_file):
    hands.desk.ask.answers.append([photo_file("one.jpg")])
    hands.key(KEY.Key_P, control=True)
    hands.key(KEY.Key_N, control=True)
    assert "附本项照片 1 张" in hands.sheet.defect._with.text
    hands.key(ENTER, control=True)
    (defect,) = defects(site)
    assert len(list_photos_of(site.workspace, defect.id)) == 1


# -- history


def told(hands):
    return [event.text for event in hands.sheet.timeline._events]


def test_the_history_tells_who_changed_what_from_what_to_what(hands):
    hands.board.choose_item("RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0 4.0", "7.4")
    hands.key(KEY.Key_1, control=True)
    hands.key(KEY.Key_2, control=True)
    hands.key(KEY.Key_H, control=True)
    assert told(hands)[-2:] == ["结论：未查 → 合格", "结论：合格 → 不合格"]
    assert any(text.startswith("加读数 3.0") for text in told(hands))
    assert "李工" in hands.sheet.timeline._events[-1].detail


def test_a_corrected_reading_shows_both_values(hands):
    hands.board.choose_item("RD-006")
    hands.key(KEY.Key_R)
    hands.read("40")
    hands.key(KEY.Key_Left, KEY.Key_F2)
    hands.type("4.0")
    hands.key(ENTER)
    hands.key(KEY.Key_H, control=True)
    assert told(hands)[-1] == "数值：40 → 4.0"


def test_a_former_value_is_given_back_from_the_history(hands, site, qtbot):
    hands.key(KEY.Key_1)
    hands.board.choose_item("RD-005")
    hands.key(KEY.Key_2, control=True)
    assert site.state("RD-005") is AnswerState.FAIL
    hands.key(KEY.Key_H, control=True)
    (number,) = (n for n, event in enumerate(hands.sheet.timeline._events) if event.act)
    button = hands.sheet.timeline.button(number)
    assert button.text() == "恢复为“合格”"
    button.click()
    hands.settle()
    assert site.state("RD-005") is AnswerState.PASS
    assert told(hands)[-1] == "结论：不合格 → 合格"
    undo(site.workspace, hands.screen.desk.remember.calls[-1][0][0].act)
    assert site.state("RD-005") is AnswerState.FAIL


def test_the_sheet_shows_what_the_answer_was_on_a_day(hands, site):
    hands.board.choose_item("RD-006")
    hands.key(KEY.Key_R)
    hands.read("3.0 4.0")
    hands.key(KEY.Key_1, control=True)
    hands.key(KEY.Key_H, control=True)
    past = hands.sheet.past
    past.day.setText("2026-05-11")
    past.day.returnPressed.emit()
    said = {label.words() for label in past.facts.findChildren(Words)}
    assert past.head().startswith("2026-05-11 结束时")
    assert {"结论", "合格", "读数", "3.0、4.0"} <= said
    past.day.setText("2026-05-10")
    past.day.returnPressed.emit()
    assert "那时还没有这条记录" in past.head()
    past.day.setText("昨天")
    past.day.returnPressed.emit()
    assert past._row.error() == "请按“年-月-日”填写，如 2026-11-22。"
    hands.board.choose_item("RD-005")
    assert past.head() == ""


def test_an_item_without_records_has_no_history(hands):
    hands.key(KEY.Key_H, control=True)
    assert told(hands) == []
    assert not hands.sheet._untold.isHidden()
    hands.key(KEY.Key_Escape)
    assert hands.sheet._story.isHidden()


def test_the_menu_of_the_sheet_leads_to_history_and_back_to_unchecked(hands, site, qtbot):
    hands.key(KEY.Key_1)
    qtbot.mouseClick(hands.sheet.findChild(object, "more"), LEFT)
    menu = hands.sheet.findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    hands.settle()
    assert site.state("RD-005") is AnswerState.UNCHECKED
