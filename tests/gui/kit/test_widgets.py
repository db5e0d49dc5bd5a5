"""The widgets, by mouse and by key."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.look import look
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.buttons import KeyButton, VerdictButton
from inspector.ui.kit.widgets.chips import ChipRow, ChipSpec, Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.notices import Toast, WorkStrip
from inspector.ui.kit.widgets.panels import Banner, EmptyPanel
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.stories import Event, Step, Stepper, StepState, Timeline
from inspector.ui.kit.widgets.texts import CountBadge, ElidedLabel, Pairs, Words
from tests.gui.kit.gallery import page

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot):
    def show(widget, width=600, height=200):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return show


def test_a_button_of_an_empty_panel_never_stands_alone(qtbot, qapp):
    seen = set(map(id, qapp.topLevelWidgets()))
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt names it
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                shown.append(watched)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    panel = EmptyPanel("home", "还没有项目", "先建一个。", "新建项目")
    qapp.removeEventFilter(watch)
    qtbot.addWidget(panel)
    assert shown == []
    assert [w for w in qapp.topLevelWidgets() if id(w) not in seen] == [panel]


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
def test_the_whole_gallery_paints_and_is_accessible(shown, assert_accessible, mode):
    look().choose(mode)
    gallery = shown(page(), 1366, 1000)
    assert not gallery.grab().isNull()
    assert_accessible(gallery)


def test_a_button_is_pressed_by_mouse_space_and_nothing_else(shown, qtbot):
    button = shown(KeyButton("备注", keys="Ctrl+E"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.mouseClick(button, LEFT)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert button.height() >= 44
    assert button.accessibleDescription() == "Ctrl+E"


def test_the_focus_ring_shows_for_keys_and_not_for_the_mouse(shown, qtbot):
    home = shown(QWidget())
    row = QHBoxLayout(home)
    first, second = KeyButton("备注"), KeyButton("记问题")
    row.addWidget(first)
    row.addWidget(second)
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.shows_ring()
    qtbot.mouseClick(first, LEFT)
    assert first.hasFocus()
    assert not first.shows_ring()


def test_a_verdict_button_is_56_high_and_stays_down(shown, qtbot):
    button = shown(VerdictButton("合格", keys="1", icon="check", tone=Tone.PASS))
    qtbot.mouseClick(button, LEFT)
    assert button.isChecked()
    assert button.sizeHint().height() >= 56


def test_one_filter_is_on_and_it_stays_on_when_counts_change(shown, qtbot):
    row = shown(ChipRow([ChipSpec(key="a", text="全部"), ChipSpec(key="b", text="未查", count=8)]))
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(row.findChild(QWidget, "chip_b"), LEFT)
    assert chosen.args == ["b"]
    row.set_chips([ChipSpec(key="a", text="全部"), ChipSpec(key="b", text="未查", count=7)])
    assert row.current() == "b"
    assert row.findChild(QWidget, "chip_b").text() == "未查 7"
    row.set_chips([ChipSpec(key="c", text="超期"), ChipSpec(key="b", text="未查", count=7)])
    assert row.current() == "b"
    row.set_chips([ChipSpec(key="d", text="无")])
    assert row.current() == "d"


def test_filters_wrap_where_room_is_short(shown):
    specs = [ChipSpec(key=str(n), text="很长的筛选条件") for n in range(5)]
    row = shown(ChipRow(specs))
    assert row.heightForWidth(200) > row.heightForWidth(2000)


def test_arrows_move_a_segmented_choice(shown, qtbot):
    control = shown(Segmented([("a", "浅色"), ("b", "深色")], "外观"))
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control, Qt.Key.Key_Right)
    assert chosen.args == ["b"]
    qtbot.keyClick(control, Qt.Key.Key_Right)
    assert control.current() == "a"


def test_markup_in_words_is_shown_as_typed(shown):
    words = shown(Words("<b>一</b> & 二"))
    assert "&lt;b&gt;" in words.text()
    assert words.words() == "<b>一</b> & 二"


def test_a_cut_line_tells_the_whole_in_its_tooltip(shown):
    label = shown(ElidedLabel("很长很长很长很长的名称"), 60, 24)
    assert label.toolTip() == "很长很长很长很长的名称"
    label.resize(600, 24)
    assert label.toolTip() == ""


def test_a_pair_without_value_is_left_out(shown):
    pairs = shown(Pairs(2))
    pairs.set([("期限", "11-22"), ("依据", "")])
    shown_words = [w.words() for w in pairs.findChildren(Words) if not w.isHidden()]
    assert shown_words == ["期限", "11-22"]
    pairs.set([])
    assert all(w.isHidden() for w in pairs.findChildren(Words))


def test_a_count_of_nothing_is_not_shown(qtbot):
    badge = CountBadge(3)
    qtbot.addWidget(badge)
    assert not badge.isVisible(), "alone it must not open as a window"


def test_a_field_says_what_is_wrong_and_forgets_it(shown):
    field = shown(FieldRow("项目码", line_edit(), "大写字母"))
    field.show_error("不能有空格。")
    assert field.error() == "不能有空格。"
    assert field.editor.accessibleDescription() == "不能有空格。"
    field.clear_error()
    assert field.error() == ""
    assert field.editor.accessibleName() == "项目码"


def test_a_choice_keeps_what_is_still_offered(shown):
    box = shown(ChoiceBox([("a", "甲"), ("b", "乙")], "单位"))
    box.choose("b")
    box.set_choices([("b", "乙"), ("c", "丙")])
    assert box.current() == "b"
    box.set_choices([("c", "丙")])
    assert box.current() == "c"


def test_a_broken_photo_says_so(shown):
    thumb = shown(PhotoThumb("IMG_1"))
    thumb.set_picture(QImage())
    assert thumb.is_broken()
    thumb.set_picture(QImage(4, 3, QImage.Format.Format_RGB32))
    assert not thumb.is_broken()
    thumb.set_mark(Mark.WARN, "没有位置")
    assert "没有位置" in thumb.toolTip()
    assert not thumb.grab().isNull()


def test_a_banner_acts_once_and_goes(shown, qtbot):
    banner = shown(Banner())
    done = []
    banner.say("没有存上", Tone.FAIL, "再试", lambda: done.append(1))
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.findChild(KeyButton), LEFT)
    assert done == [1]
    assert not banner.isVisible()


def test_an_empty_panel_offers_one_step(shown, qtbot):
    panel = shown(EmptyPanel("camera", "还没有照片", "拖到这里。", "导入…"), 500, 400)
    with qtbot.waitSignal(panel.asked):
        qtbot.mouseClick(panel.button, LEFT)
    panel.set("没有找到", "换一个条件。")
    assert panel.button.isHidden()


def test_a_path_is_walked_by_arrows_and_press(shown, qtbot):
    path = shown(Stepper("步骤"), 600, 44)
    path.set([Step("a", "签到", StepState.DONE), Step("b", "结论", StepState.NOW)])
    path.grab()
    with qtbot.waitSignal(path.chosen) as chosen:
        qtbot.keyClick(path, Qt.Key.Key_Left)
        qtbot.keyClick(path, Qt.Key.Key_Return)
    assert chosen.args == ["a"]
    with qtbot.waitSignal(path.chosen) as chosen:
        qtbot.mouseClick(path, LEFT, pos=QPoint(5, 22))
    assert chosen.args == ["a"]


def test_an_event_of_a_story_can_offer_something(shown, qtbot):
    line = shown(Timeline())
    events = [Event(when="1", text="a"), Event(when="2", text="b", act="恢复", key="b")]
    line.set(events)
    assert (line.button(0), line.button(1).text()) == (None, "恢复")
    with qtbot.waitSignal(line.pressed) as told:
        line.button(1).click()
    assert told.args == ["b"]
    line.set(events[:1])
    assert line.button(1) is None


def test_a_story_can_get_shorter(shown):
    line = shown(Timeline())
    line.set([Event(when="1", text="记录"), Event(when="2", text="下发", tone=Tone.ACCENT)])
    line.set([Event(when="1", text="记录")])
    line.grab()
    assert sum(not words.isHidden() for words in line.findChildren(Words)) == 2


@pytest.mark.parametrize(
    ("width", "fold"), [(1366, Fold.ALL), (1000, Fold.ALL), (999, Fold.NO_TREE), (899, Fold.PAGES)]
)
def test_panes_fold_with_the_window(shown, width, fold):
    tree, middle, detail = QWidget(), QWidget(), QWidget()
    panes = shown(FoldingPanes(tree, middle, detail), width, 500)
    assert panes.fold() is fold
    assert tree.isVisible() is (fold is Fold.ALL)
    assert detail.isVisible() is (fold is not Fold.PAGES)


def test_the_focus_goes_along_when_a_page_is_turned(shown, qtbot):
    middle, detail = QWidget(), QWidget()
    button = KeyButton("打开", parent=middle)
    panes = shown(FoldingPanes(None, middle, detail), 800, 500)
    panes.activateWindow()
    qtbot.waitUntil(panes.isActiveWindow)
    button.setFocus()
    panes.show_detail()
    assert panes.focusWidget() is detail
    panes.show_list()
    assert panes.focusWidget() is middle


def test_pages_turn_and_unfold_again(shown, qtbot):
    tree, middle, detail = QWidget(), QWidget(), QWidget()
    panes = shown(FoldingPanes(tree, middle, detail), 800, 500)
    panes.show_detail()
    assert detail.isVisible()
    assert not middle.isVisible()
    qtbot.mouseClick(panes.back_button, LEFT)
    assert middle.isVisible()
    panes.open_tree()
    assert tree.isVisible()
    panes.close_tree()
    panes.resize(1200, 500)
    qtbot.waitUntil(lambda: panes.fold() is Fold.ALL)
    assert tree.isVisible()
    assert tree.parent() is panes


def test_the_strip_waits_before_it_shows(shown, qtbot):
    strip = WorkStrip()
    qtbot.addWidget(strip)
    strip.begin("生成报告")
    assert not strip.isVisible()
    strip.report(3, 9)
    qtbot.waitUntil(strip.isVisible)
    assert strip.counted() == "3 / 9"
    with qtbot.waitSignal(strip.stopped):
        qtbot.mouseClick(strip.findChild(QWidget, "stop_work"), LEFT)
    strip.end()
    assert not strip.isVisible()


def test_quick_work_shows_no_strip(qtbot):
    strip = WorkStrip()
    qtbot.addWidget(strip)
    strip.begin("快")
    strip.end()
    assert not strip._wait.isActive()


def test_a_toast_offers_undo_and_stays_inside(shown, qtbot):
    home = shown(QWidget(), 500, 300)
    toast = Toast(home)
    done = []
    toast.say("已删除", "撤销", lambda: done.append(1))
    home.resize(320, 200)
    assert home.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.findChild(KeyButton), LEFT)
    assert done == [1]
    assert not toast.isVisible()


def test_over_a_strip_a_toast_leaves_the_state_free_where_it_can(shown):
    strip = shown(QWidget(), 900, 52)
    toast = Toast(strip, lambda: 200)
    toast.say("已记录")
    assert strip.rect().contains(toast.geometry())
    assert toast.geometry().right() <= 700
    toast.say("已采用" * 60)
    assert strip.rect().contains(toast.geometry())
    assert toast.geometry().right() > 700
