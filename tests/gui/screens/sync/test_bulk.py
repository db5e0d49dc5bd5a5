"""Many conflicts are settled by one rule, after one has seen which, and by one undo taken back."""

import pytest
from PySide6.QtCore import Qt

from inspector.operations.conflicts import count_conflicts, list_conflicts
from inspector.operations.defects import show_defect
from inspector.operations.history import undo
from tests.kit.builders import make_defect


def text_of(crossed, defect):
    return show_defect(crossed.office, defect.id).defect.text


@pytest.fixture
def room(crossed, make_screen, press):
    """Three conflicts, one of them critical, and the page of rules."""
    second = make_defect(crossed.office, crossed.project, crossed.place, "雨水管脱落")
    for laptop in (crossed.laptop, crossed.other):
        crossed.pass_on(crossed.office, laptop)
    crossed.differ()
    crossed.differ(field="severity", laptop="critical", other="major")
    first, crossed.defect = crossed.defect, second
    crossed.differ(laptop="李工说的", other="张工说的")
    crossed.defect = first
    crossed.gather()
    crossed.second = second
    screen = make_screen(crossed.office)
    press(screen, "show_bulk")
    return screen


def test_the_rule_says_what_it_would_settle_and_then_does(crossed, room, press):
    assert room.pages.currentWidget() is room.bulk
    assert len(room.bulk.lines()) == 2
    shown = {one.id: one.values[0].value for one in list_conflicts(crossed.office)}
    assert any("不用" in line for line in room.bulk.lines())
    assert room.bulk.give.text() == "裁定这 2 处"
    press(room, "give_rule")
    (left,) = list_conflicts(crossed.office)
    assert left.column == "severity"
    assert text_of(crossed, crossed.defect) == shown[f"{crossed.defect.id}:text"]
    assert room.pages.currentWidget() is room.inbox


def test_what_bears_on_a_verdict_only_by_wish(crossed, room, press):
    room.bulk.critical.setChecked(True)
    assert "1 处影响结论" in room.bulk._told.words()
    press(room, "give_rule")
    assert count_conflicts(crossed.office) == 0


def test_by_one_laptop_its_values_are_taken(crossed, room, press):
    with crossed.laptop.read() as office:
        code = office.devices.of_replica(office.journal.replica()).code
    room.bulk.preference._segments["laptop"].click()
    room.bulk.laptop.choose(code)
    room.bulk.laptop.chosen.emit(code)
    press(room, "give_rule")
    assert text_of(crossed, crossed.defect) == "李工的描述"
    assert text_of(crossed, crossed.second) == "李工说的"


def test_by_the_clock_the_last_is_taken(crossed, room, press):
    room.bulk.preference._segments["latest"].click()
    press(room, "give_rule")
    assert text_of(crossed, crossed.second) == "张工说的"


def test_one_undo_sets_all_values_back(crossed, room, press, desk):
    defects = (crossed.defect, crossed.second)
    before = [text_of(crossed, one) for one in defects]
    code = next(
        value.device
        for one in list_conflicts(crossed.office)
        for value in one.values
        if one.column == "text" and not value.is_shown
    )
    room.bulk.preference._segments["laptop"].click()
    room.bulk.laptop.choose(code)
    room.bulk.laptop.chosen.emit(code)
    press(room, "give_rule")
    assert [text_of(crossed, one) for one in defects] != before
    assert "Ctrl+Z" in desk.toast.calls[-1][0][0]
    outcome = desk.remember.calls[-1][0][0]
    undo(crossed.office, outcome.act)
    assert [text_of(crossed, one) for one in defects] == before


def test_where_nothing_shown_changes_no_undo_is_promised(room, press, desk):
    press(room, "give_rule")
    assert desk.toast.calls[-1][0][0] == "已裁定 2 处"


def test_a_project_narrows_it(crossed, room):
    assert [room.bulk.project.itemText(n) for n in range(room.bulk.project.count())] == [
        "全部项目",
        "JF2 解放二村",
    ]


def test_the_key_settles_and_escape_leaves(crossed, room, qtbot, settled):
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert room.pages.currentWidget() is room.inbox
    room.open_bulk()
    qtbot.keyClick(room.bulk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert count_conflicts(crossed.office) == 1


def test_the_page_is_in_order(room, assert_accessible):
    assert_accessible(room)
