"""The window around the rooms."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from inspector.core.changes import Changes, Topic
from inspector.operations.exchange import Pending
from inspector.settings import Mode, load_settings
from inspector.ui.kit.actions import unclear
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.window.frame import MainWindow
from inspector.ui.window.header import CrumbButton
from inspector.ui.window.keys import KeyCap, KeyList
from inspector.ui.window.rooms import ROOMS
from tests.gui.window.demo import Parts

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def parts(tmp_path, ask, qapp):
    made = Parts(tmp_path / "profile", ask)
    yield made
    made.jobs.close()


@pytest.fixture
def window(parts, qtbot):
    made = MainWindow(parts.frame)
    qtbot.addWidget(made)
    made.start()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def room(window):
    return window._rooms[window.current_key()]


def test_the_first_room_opens_and_no_other_is_built(window):
    assert window.current_key() == "projects"
    assert list(window._rooms) == ["projects"]


def test_rooms_open_by_press_and_by_key(window, qtbot):
    qtbot.mouseClick(window.rail._doors["defects"], LEFT)
    assert window.current_key() == "defects"
    qtbot.keyClick(window, "2", ALT)
    assert window.current_key() == "inspect"
    assert window.rail._doors["inspect"].isChecked()
    assert not window.rail._doors["defects"].isChecked()


def test_the_keys_go_to_the_room_after_a_press_on_the_rail(window, qtbot):
    qtbot.mouseClick(window.rail._doors["defects"], LEFT)
    assert room(window).editor.hasFocus()
    qtbot.mouseClick(window.rail._doors["defects"], LEFT)
    assert room(window).editor.hasFocus()
    assert window.rail._doors["defects"].isChecked()


def test_the_keys_go_back_to_where_they_were_in_a_room(window, qtbot):
    window.go("defects")
    second = line_edit()
    room(window).layout().addWidget(second)
    second.show()
    second.setFocus()
    assert second.hasFocus()
    window.go("inspect")
    qtbot.mouseClick(window.rail._doors["defects"], LEFT)
    assert second.hasFocus()


def test_no_door_stays_lit_for_a_room_without_one(window):
    window.go("defects")
    window.go("settings")
    assert not [key for key, door in window.rail._doors.items() if door.isChecked()]


def test_a_room_is_kept_and_led_to_its_target(window):
    window.go("inspect", item="RD-006")
    inspect = room(window)
    window.go("projects")
    window.go("inspect", item="RD-007")
    assert room(window) is inspect
    assert inspect.targets == [{"item": "RD-006"}, {"item": "RD-007"}]


def test_what_waits_shows_on_the_rail(window, parts):
    parts.hub.tell(Changes.of(Topic.DEFECTS))
    assert window.rail._doors["projects"].waiting() == 2


def test_the_header_says_when_something_was_saved(window, parts):
    assert window.header.saved_words() == ""
    parts.hub.tell(Changes.of(Topic.ANSWERS))
    assert "14:32" in window.header.saved_words()
    window.header.show_waiting(18)
    assert "18" in window.header.saved_words()


def test_crumbs_lead_back_and_offer_neighbours(window, qtbot):
    back, here = window.header.findChildren(CrumbButton)
    qtbot.mouseClick(back, LEFT)
    assert room(window).acted == ["景芳二区"]
    qtbot.mouseClick(here, LEFT)
    menu = here.findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert room(window).acted == ["景芳二区", "11-19"]


def test_ids_and_keys_are_unique_with_every_room(window, parts):
    for spec in parts.frame.screens:
        window.go(spec.key)
        assert unclear(window._all_actions()) == []


def test_f1_lists_the_rooms_keys_and_the_windows(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeyList)
    caps = [cap.accessibleName() for cap in sheet.findChildren(KeyCap)]
    assert caps[:2] == ["1", "Enter"]
    assert {"Ctrl+K", "Alt+1", "F1", "Ctrl+Z"} <= set(caps)
    sheet.close()


def test_undo_and_redo_go_to_the_owner(window, parts, qtbot):
    qtbot.keyClick(window, "z", CTRL)
    qtbot.keyClick(window, "z", CTRL | SHIFT)
    assert parts.done == ["undo", "redo"]


def test_the_person_can_be_changed(window, parts, qtbot):
    person = window.header.findChild(object, "person")
    assert person.text() == "李工"
    qtbot.mouseClick(person, LEFT)
    assert parts.done == ["person"]


# -- search


def search(window, qtbot, text):
    qtbot.keyClick(window, "k", CTRL)
    window.search.editor.clear()
    qtbot.keyClicks(window.search.editor, text)


def test_the_hits_stay_inside_a_low_window(window, parts, qtbot):
    window.resize(900, 300)
    search(window, qtbot, "rd")
    qtbot.waitUntil(lambda: len(window.search.hits()) == 3)
    assert window.search.geometry().bottom() < window.search.parentWidget().height()


def test_search_finds_elsewhere_and_leads_there(window, parts, qtbot):
    search(window, qtbot, "rd")
    qtbot.waitUntil(lambda: len(window.search.hits()) == 3)
    assert parts.threads
    assert threading.main_thread().name not in parts.threads
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Down)
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Up)
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Return)
    assert window.current_key() == "inspect"
    assert room(window).targets == [{"item": "RD-006"}]
    assert not window.search.isVisible()


def test_search_finds_commands_too(window, parts, qtbot):
    search(window, qtbot, "ctrl")
    window.search.editor.setText("撤销")
    qtbot.waitUntil(lambda: [hit.title for hit in window.search.hits()] == ["撤销上一步"])
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Return)
    assert parts.done == ["undo"]


def test_nothing_found_says_what_to_try(window, qtbot):
    search(window, qtbot, "qq")
    qtbot.waitUntil(lambda: "没有找到" in window.search._note.words())
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Escape)
    assert not window.search.isVisible()


def test_leaving_the_search_gives_the_focus_back(window, qtbot):
    room(window).editor.setFocus()
    qtbot.keyClick(window, "k", CTRL)
    assert window.search.editor.hasFocus()
    qtbot.keyClick(window.search.editor, Qt.Key.Key_Escape)
    assert room(window).editor.hasFocus()


def test_an_old_answer_never_replaces_a_newer_one(window):
    window.search._asked = "新"
    window.search._found(("旧", [object()]))
    assert window.search.hits() == []


def test_search_goes_when_the_person_goes_elsewhere(window, qtbot):
    qtbot.keyClick(window, "k", CTRL)
    assert window.search.isVisible()
    room(window).editor.setFocus()
    qtbot.waitUntil(lambda: not window.search.isVisible())


# -- long work


def test_long_work_shows_counts_and_stops(window, parts, qtbot):
    started, told = threading.Event(), []

    def work(progress):
        progress.report(3, 9)
        started.set()
        while not progress.wants_stop():
            pass

    window.long_work("生成报告", Job(work=work, on_progress=lambda *n: told.append(n)))
    window.long_work("封存", Job(work=lambda _progress: None, on_end=lambda: told.append("end")))
    started.wait()
    qtbot.waitUntil(lambda: window.strip.isVisible() and window.strip.counted() == "3 / 9")
    qtbot.mouseClick(window.strip._stop, LEFT)
    qtbot.waitUntil(lambda: told == [(3, 9), "end"])
    assert not window.strip.isVisible()


def test_a_fault_in_long_work_is_reported(window, parts, qtbot, caplog):
    window.desk.long_work("报告", Job(work=lambda _progress: 1 // 0))
    qtbot.waitUntil(lambda: len(parts.done) == 1)
    assert isinstance(parts.done[0], ZeroDivisionError)
    caplog.clear()


def test_leaving_during_long_work_asks_first(window, parts, ask, qtbot):
    def work(progress):
        while not progress.wants_stop():
            pass

    window.long_work("封存", Job(work=work))
    ask.answers = [False, True]
    assert not window.close()
    assert window.isVisible()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert ask.said == ["还有工作没有做完"] * 2


def test_reading_in_the_background_is_no_reason_to_stay(window, parts, ask):
    may_go = threading.Event()
    parts.jobs.long.start(Job(work=lambda _progress: may_go.wait(5)))
    threading.Timer(0.05, may_go.set).start()
    assert window.close()
    assert ask.said == []


def test_an_act_that_was_given_is_done_before_the_window_is_gone(window, parts):
    done = []
    parts.jobs.acts.start(Job(work=lambda _progress: threading.Event().wait(0.05)))
    parts.jobs.acts.start(Job(work=lambda _progress: done.append("answer")))
    window.close()
    assert done == ["answer"]


def test_the_question_before_leaving_names_all_work(window, parts, monkeypatch, ask):
    asked = []
    monkeypatch.setattr(ask, "confirm", lambda question, _on_yes: asked.append(question))
    may_go = threading.Event()
    window.long_work("正在封存", Job(work=lambda _progress: may_go.wait()))
    window.long_work("正在生成报告", Job(work=lambda _progress: None))
    assert not window.close()
    assert "“正在封存”、“正在生成报告”" in asked[0].text
    assert (asked[0].yes, asked[0].no) == ("停下并退出", "等它做完")
    may_go.set()


# -- the place on the screen, and the mode


def test_size_and_room_are_found_again(window, parts, qtbot):
    window.resize(780, 600)
    window.go("photos")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert load_settings(parts.frame.profile).last_screen == "photos"
    again = MainWindow(parts.frame)
    qtbot.addWidget(again)
    again.start()
    assert (again.width(), again.height()) == (780, 600)
    assert again.current_key() == "photos"


def test_the_menu_changes_the_mode_at_once(window, parts):
    menu = window._menu()
    texts = [entry.text() for entry in menu.actions()]
    assert texts[0] == "设置"
    next(entry for entry in menu.actions() if entry.objectName() == "mode_sun").trigger()
    menu.deleteLater()
    assert tokens().name == "sun"
    assert parts.preferences.value.mode is Mode.SUN


def test_settings_open_from_the_menu_and_not_from_the_rail(window):
    assert "settings" not in window.rail._doors
    menu = window._menu()
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert window.current_key() == "settings"


def test_it_fits_a_small_screen(window, assert_accessible):
    window.resize(900, 480)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (900, 480)
    rail = window.rail.rect()
    for door in window.rail._doors.values():
        assert rail.contains(door.geometry())
    end = window.header._person.mapTo(window, QPoint(window.header._person.width(), 0))
    assert end.x() <= 900
    assert_accessible(window)


def test_about_says_what_it_is(window, ask):
    window._about()
    assert "Apache-2.0" in ask.said[0]


# -- what waits to be sent and decided ----------


def test_what_waits_is_counted_at_the_start_and_after_acts(parts, window, qtbot):
    assert "待传" not in window.header.saved_words()
    parts.pending = Pending(unsent=18, conflicts=2, set_aside=1)
    parts.hub.tell(Changes(frozenset({Topic.ANSWERS})))
    qtbot.waitUntil(lambda: "待传 18 · 待定 2" in window.header.saved_words())
    assert window.rail._doors["sync"].waiting() == 3


def test_a_window_that_closes_counts_no_more(parts, window):
    parts.hub.tell(Changes(frozenset({Topic.ANSWERS})))
    window.close()
    assert not window._counting.isActive()


def with_taker(parts, qtbot, taking):
    """Open a window whose room of defects takes what is dropped."""
    screens = [
        replace(spec, **taking) if spec.key == "defects" else spec for spec in parts.frame.screens
    ]
    made = MainWindow(replace(parts.frame, screens=screens))
    qtbot.addWidget(made)
    made.start()
    return made


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, button, keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, button, keys))
    return enter.isAccepted()


def test_what_is_dropped_goes_to_the_room_that_takes_it(parts, qtbot, tmp_path):
    spec = {"takes": lambda path: path.suffix == ".zip", "dropped_as": "bundle"}
    window = with_taker(parts, qtbot, spec)
    one, two = tmp_path / "甲.zip", tmp_path / "乙.zip"
    assert drop(window, [one, two])
    assert window.current_key() == "defects"
    assert room(window).targets == [{"bundle": f"{one}\n{two}"}]


def test_the_archive_takes_bundles_and_folders_of_them(tmp_path):
    takes = next(spec.takes for spec in ROOMS if spec.key == "archive")
    (tmp_path / "盘").mkdir()
    (tmp_path / "照片").mkdir()
    (tmp_path / "盘" / "一.zip").touch()
    (tmp_path / "照片" / "一.jpg").touch()
    assert [takes(tmp_path / name) for name in ("盘", "照片", "盘/一.zip", "照片/一.jpg")] == [
        True,
        False,
        True,
        False,
    ]


def test_what_no_room_takes_is_not_taken(parts, qtbot, tmp_path):
    window = with_taker(parts, qtbot, {"takes": lambda path: path.suffix == ".zip"})
    assert not drop(window, [tmp_path / "甲.zip", tmp_path / "乙.txt"])
    assert window.current_key() == "projects"
