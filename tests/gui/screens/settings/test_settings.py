"""The settings, over a real workspace."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector import __version__
from inspector.operations.backups import list_backups
from inspector.operations.upkeep import workspace_info
from inspector.operations.workspace import open_workspace
from inspector.settings import Language, Mode, load_settings
from inspector.ui.kit.style.look import look, tokens
from inspector.ui.screens.settings.view import SettingsScreen
from tests.kit.builders import StoppedClock, make_project, make_workspace

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(tmp_path):
    made = make_workspace(tmp_path)
    make_project(made)
    yield made
    made.close()


@pytest.fixture
def screen(workspace, desk, jobs, qtbot, idle):
    made = SettingsScreen(replace(desk, workspace=workspace))
    qtbot.addWidget(made)
    made.resize(1294, 716)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    idle(jobs)
    return made


@pytest.fixture
def press(screen, jobs, qtbot, idle):
    def one(name):
        qtbot.mouseClick(screen.findChild(QWidget, name), LEFT)
        idle(jobs)

    return one


def facts(screen):
    return {label.words() for label in screen._facts._labels}


def test_everything_can_be_reached_and_read(screen, assert_accessible):
    assert_accessible(screen)


def test_it_says_what_the_workspace_is(workspace, screen):
    info = workspace_info(workspace.folder)
    said = facts(screen)
    assert info.device_code in said
    assert info.content_hash[:16] in said
    assert str(info.schema_version) in said
    assert __version__ in said
    assert screen._folder.words() == str(workspace.folder)


# -- who acts ----------


def test_somebody_else_acts_from_now_on(workspace, screen, press, qtbot, desk):
    screen._name.setText("王工")
    screen._unit.setText("监理单位")
    press("give_person")
    person = workspace.person()
    assert (person.name, person.unit) == ("王工", "监理单位")
    assert "王工" in desk.toast.calls[-1][0][0]


def test_somebody_who_acted_before_is_one_choice_away(workspace, screen, press):
    assert screen._known_row.isHidden()
    screen._name.setText("王工")
    press("give_person")
    assert screen._known_row.isVisible()
    first = next(one for one in screen.board.people() if one.name == "李工")
    screen._known.choose(first.id)
    screen._known.chosen.emit(first.id)
    press("give_person")
    assert workspace.person().name == "李工"


def test_a_name_is_needed(workspace, screen, press):
    screen._name.clear()
    press("give_person")
    assert screen._name_row.error()
    assert workspace.person().name == "李工"


def test_another_screens_change_of_person_shows(workspace, screen, jobs, idle):
    from inspector.operations.workspace import change_person

    screen.desk.hub.tell_outcome(change_person(workspace, "王工", "监理单位"))
    idle(jobs)
    assert screen._name.text() == "王工"


# -- look ----------


def test_the_mode_is_kept_at_once(screen, press, tmp_path):
    press("segment_sun")
    assert screen.desk.preferences.value.mode is Mode.SUN
    assert load_settings(tmp_path / "profile").mode is Mode.SUN


def test_the_mode_switches_the_whole_window_live(workspace, tmp_path, qtbot):
    """Through the real window, which listens to the preferences."""
    from inspector.ui import main as front
    from inspector.ui.window.crash import CrashReporter

    reporter = CrashReporter(tmp_path / "logs", StoppedClock())
    window, _acts = front._window(workspace, tmp_path / "profile", reporter)
    qtbot.addWidget(window)
    window.start()
    window.go("settings")
    for mode in ("dark", "sun", "light"):
        segment = window.findChild(QWidget, f"segment_{mode}")
        qtbot.mouseClick(segment, LEFT)
        assert tokens().name == mode
        assert not window.grab().isNull()
    jobs = window.desk.jobs
    qtbot.waitUntil(lambda: not jobs.long.is_busy())
    window.close()


def test_a_mode_chosen_elsewhere_shows(screen):
    screen.desk.preferences.change(mode=Mode.DARK)
    assert screen._mode.current() == "dark"


def test_the_language_says_when_it_takes_effect(screen, press, tmp_path):
    press("segment_en")
    assert load_settings(tmp_path / "profile").language is Language.ENGLISH
    assert "下次启动" in screen._language_note.words()


@pytest.mark.parametrize("mode", ["dark", "sun", "light"])
def test_it_paints_in_every_mode(screen, mode):
    look().choose(mode)
    assert not screen.grab().isNull()


# -- care ----------


def test_a_backup_is_made_and_told(workspace, screen, jobs, qtbot, idle):
    assert screen._backups.words() == "还没有备份。"
    qtbot.keyClick(screen, Qt.Key.Key_B, CTRL)
    idle(jobs)
    assert len(list_backups(workspace.folder / "backups")) == 1
    assert "备份已完成" in screen._banner.words()
    assert "2026-05-11" in screen._backups.words()


def test_a_backup_with_photos_goes_where_the_person_wants(workspace, screen, press, ask, tmp_path):
    ask.answers = [tmp_path / "stick"]
    press("back_up_to")
    made = list_backups(tmp_path / "stick")
    assert [one.has_photos for one in made] == [True]


def test_a_backup_becomes_a_workspace_in_a_new_folder(workspace, screen, press, ask, tmp_path):
    press("back_up")
    backup = list_backups(workspace.folder / "backups")[0]
    ask.answers = [backup.folder, tmp_path / "again"]
    press("restore")
    assert "已恢复到" in screen._banner.words()
    again = open_workspace(tmp_path / "again", tmp_path / "other", StoppedClock())
    assert again.person().name == "李工"
    again.close()


def test_sound_data_are_said_to_be_sound(screen, jobs, qtbot, idle):
    qtbot.keyClick(screen, Qt.Key.Key_R, CTRL)
    idle(jobs)
    assert "数据完好" in screen._banner.words()
    assert screen._findings.isHidden()


def test_what_a_check_finds_is_told_in_words(workspace, screen, press):
    stray = workspace.folder / "photos" / "ab" / ("cd" * 31 + ".jpg")
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"x")
    press("check")
    assert stray.name in screen._findings.words()
    assert screen._findings.isVisible()


def test_a_backup_that_is_none_is_refused_in_words(screen, press, ask, tmp_path):
    (tmp_path / "none").mkdir()
    ask.answers = [tmp_path / "none", tmp_path / "new"]
    screen.desk.ask.said.clear()
    press("restore")
    assert not (tmp_path / "new" / "inspector.db").exists()
