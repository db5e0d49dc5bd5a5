"""Acts, screens, actions, questions and drafts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QVBoxLayout, QWidget

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.settings import Mode, load_settings
from inspector.ui.kit.actions import Action, install, unclear
from inspector.ui.kit.ask import Ask, FileQuestion, Question, TextDialog, TextQuestion
from inspector.ui.kit.draft import DraftKeeper
from inspector.ui.kit.screen import Crumb, Screen
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.fields import FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.panels import Banner

LEFT = Qt.MouseButton.LeftButton


# -- acts


def test_an_act_tells_the_hub_is_remembered_and_gives_its_value(desk, jobs, idle):
    heard, got = [], []
    desk.hub.changed.connect(heard.append)
    outcome = Outcome("记录", Changes.of(Topic.DEFECTS))
    desk.act(lambda: outcome, got.append)
    idle(jobs)
    assert got == ["记录"]
    assert heard == [outcome.changes]
    assert desk.remember.calls == [((outcome,), {})]


def test_a_refused_act_says_why_and_touches_nothing(desk, jobs, idle, ask):
    def refuse():
        raise InspectorError(Problem.NAME_EMPTY, field="name")

    desk.act(refuse)
    idle(jobs)
    assert ask.said == ["name_empty"]
    assert desk.remember.calls == []


def test_a_refusal_can_be_shown_in_place(desk, jobs, idle, ask):
    seen = []

    def refuse():
        raise InspectorError(Problem.NAME_EMPTY, field="name")

    desk.act(refuse, on_refused=seen.append)
    idle(jobs)
    assert [error.problem for error in seen] == [Problem.NAME_EMPTY]
    assert ask.said == []


def test_our_own_fault_is_reported(desk, jobs, idle, caplog):
    desk.act(lambda: 1 // 0)
    idle(jobs)
    assert len(desk.crashed.calls) == 1
    caplog.clear()


def test_an_outcome_that_touched_nothing_is_not_announced(desk, qtbot):
    with qtbot.assertNotEmitted(desk.hub.changed):
        desk.hub.tell_outcome(Outcome(None))


# -- screens


class Room(Screen):
    reads = frozenset({Topic.DEFECTS})

    def __init__(self, desk):
        super().__init__(desk)
        self.readings = 0

    def reread(self):
        self.readings += 1


@pytest.fixture
def room(desk, qtbot):
    made = Room(desk)
    qtbot.addWidget(made)
    return made


def test_a_screen_reads_when_shown_first_and_when_touched(room, desk):
    assert room.readings == 0
    room.show()
    assert room.readings == 1
    desk.hub.tell(Changes.of(Topic.DEFECTS))
    assert room.readings == 2
    desk.hub.tell(Changes.of(Topic.PEOPLE))
    assert room.readings == 2


def test_a_hidden_screen_reads_once_when_it_is_shown_again(room, desk):
    room.show()
    room.hide()
    desk.hub.tell(Changes.of(Topic.DEFECTS))
    desk.hub.tell(Changes.of(Topic.DEFECTS))
    assert room.readings == 1
    room.show()
    assert room.readings == 2
    room.hide()
    room.show()
    assert room.readings == 2


def test_crumbs_are_told_and_kept(room, qtbot):
    with qtbot.waitSignal(room.crumbs_changed):
        room.set_crumbs(Crumb("景芳二区"), Crumb("问题"))
    assert [crumb.text for crumb in room.crumbs()] == ["景芳二区", "问题"]


# -- actions


@pytest.fixture
def panel(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    made.field = line_edit()
    made.note = text_edit()
    made.button = KeyButton("按钮")
    for part in (made.field, made.note, made.button):
        made.layout().addWidget(part)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_bare_key_acts_outside_of_fields_and_is_typed_inside(panel, qtbot):
    done = []
    install([Action(id="a", text="合格", shortcut="1", slot=lambda: done.append(1))], panel)
    panel.button.setFocus()
    qtbot.keyClick(panel.button, "1")
    assert done == [1]
    panel.field.setFocus()
    qtbot.keyClick(panel.field, "1")
    assert done == [1]
    assert panel.field.text() == "1"


def test_enter_in_a_field_belongs_to_the_field(panel, qtbot):
    done = []
    install([Action(id="a", text="下一项", shortcut="Return", slot=lambda: done.append(1))], panel)
    panel.field.returnPressed.connect(lambda: done.append("field"))
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert done == ["field"]
    panel.note.setFocus()
    qtbot.keyClick(panel.note, Qt.Key.Key_Return)
    assert panel.note.toPlainText() == "\n"
    panel.button.setFocus()
    qtbot.keyClick(panel.button, Qt.Key.Key_Enter)
    assert done == ["field", 1]


def test_a_key_with_ctrl_acts_everywhere(panel, qtbot):
    done = []
    action = Action(id="a", text="合格", shortcut="Ctrl+1", slot=lambda: done.append(1))
    install([action], panel)
    panel.field.setFocus()
    qtbot.keyClick(panel.field, "1", Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_an_action_can_be_switched_off(panel, qtbot, desk):
    done = []
    action = Action(
        id="a",
        text="合格",
        shortcut="F5",
        slot=lambda: done.append(1),
        enabled=panel.button.toggled,
        is_enabled=False,
    )
    install([action], panel)
    qtbot.keyClick(panel.button, Qt.Key.Key_F5)
    assert done == []
    panel.button.toggled.emit(True)
    qtbot.keyClick(panel.button, Qt.Key.Key_F5)
    assert done == [1]


def test_a_table_with_a_key_twice_is_unclear():
    table = [
        Action(id="a", text="", shortcut="Ctrl+N", slot=print),
        Action(id="b", text="", shortcut="ctrl+n", slot=print),
        Action(id="b", text="", slot=print),
    ]
    assert unclear(table) == ["Ctrl+N", "b"]


# -- questions


@pytest.fixture
def real_ask(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    return Ask(lambda error: f"原因：{error.problem}", home)


def opened(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_yes_runs_what_was_asked_and_no_does_not(real_ask, qtbot):
    done = []
    question = Question(title="作废？", text="不能恢复。", yes="作废", is_grave=True)
    for number in (0, 1):
        real_ask.confirm(question, lambda: done.append(1))
        box = opened(QMessageBox)
        assert box.informativeText() == "不能恢复。"
        box.buttons()[1 - number].click()
    assert done == [1]


def test_a_refusal_is_said_in_words(real_ask):
    real_ask.refuse(InspectorError(Problem.NAME_EMPTY))
    box = opened(QMessageBox)
    assert box.informativeText() == "原因：name_empty"
    box.close()


def test_a_text_must_say_something(real_ask, qtbot):
    said = []
    real_ask.text(TextQuestion(title="作废", label="原因", yes="作废"), said.append)
    dialog = opened(TextDialog)
    give = dialog.findChild(KeyButton, "give_text")
    qtbot.mouseClick(give, LEFT)
    assert said == []
    assert dialog.findChild(FieldRow).error()
    dialog.findChild(FieldRow).editor.setPlainText(" 重复记录 ")
    qtbot.mouseClick(give, LEFT)
    assert said == ["重复记录"]


def test_files_and_folders_come_as_paths(real_ask, tmp_path):
    got = []
    question = FileQuestion(
        title="导入", folder=str(tmp_path), kinds="JPEG (*.jpg)", name="报告.pdf"
    )
    for method in (real_ask.files, real_ask.folder, real_ask.save_as):
        method(question, got.append)
        dialog = opened(QFileDialog)
        name = str(tmp_path / "一.jpg")
        dialog.filesSelected.emit([name])
        dialog.fileSelected.emit(name)
        dialog.close()
    one = Path(name)
    assert got == [[one], one, one]


# -- drafts


@pytest.fixture
def kept():
    return {}


@pytest.fixture
def keeper(kept, qtbot):
    made = DraftKeeper(kept.__setitem__, lambda key: kept.pop(key, None))
    yield made
    made.flush()


def test_typing_is_kept_within_half_a_second(keeper, kept, qtbot):
    editor = line_edit()
    qtbot.addWidget(editor)
    keeper.attach(editor, "note/1")
    qtbot.keyClicks(editor, "abc")
    assert kept == {}
    qtbot.waitUntil(lambda: kept == {"note/1": "abc"})


def test_what_the_screen_writes_is_no_draft(keeper, kept, qtbot):
    line, note = line_edit(), text_edit()
    for number, editor in enumerate((line, note)):
        qtbot.addWidget(editor)
        keeper.attach(editor, f"note/{number}")
    line.setText("由程序填写")
    note.setPlainText("由程序填写")
    keeper.flush()
    assert kept == {}


def test_moving_to_another_record_keeps_the_first_ones_text(keeper, kept, qtbot):
    editor = text_edit()
    qtbot.addWidget(editor)
    keeper.attach(editor, "note/1")
    qtbot.keyClicks(editor, "a")
    keeper.attach(editor, "note/2")
    assert kept == {"note/1": "a"}
    qtbot.keyClicks(editor, "b")
    keeper.flush()
    assert kept == {"note/1": "a", "note/2": "ab"}


def test_a_text_that_was_given_is_forgotten(keeper, kept, qtbot):
    editor = line_edit()
    qtbot.addWidget(editor)
    keeper.attach(editor, "note/1")
    qtbot.keyClicks(editor, "a")
    keeper.flush()
    qtbot.keyClicks(editor, "b")
    keeper.given(editor)
    keeper.flush()
    assert kept == {}


def test_a_draft_is_offered_and_put_back(keeper, qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    editor, banner = line_edit(), Banner(home)
    editor.setParent(home)
    keeper.attach(editor, "note/1")
    home.show()
    keeper.offer(editor, "", banner)
    assert not banner.isVisible()
    keeper.offer(editor, "上次写的", banner)
    assert "上次写的" in banner.words()
    qtbot.mouseClick(banner.findChild(KeyButton), LEFT)
    assert editor.text() == "上次写的"


# -- preferences


def test_a_changed_setting_is_written_at_once(desk, tmp_path, qtbot):
    with qtbot.waitSignal(desk.preferences.changed):
        desk.preferences.change(mode=Mode.SUN)
    assert load_settings(tmp_path / "profile").mode is Mode.SUN
    with qtbot.assertNotEmitted(desk.preferences.changed):
        desk.preferences.change(mode=Mode.SUN)
