"""The real window over a real workspace: first start, one instance, undo, who acts."""

import importlib.util
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QScrollArea, QWidget

from inspector.core.errors import InspectorError, Problem
from inspector.operations.projects import add_place, edit_place, list_places, list_projects
from inspector.operations.upkeep import workspace_info
from inspector.operations.workspace import list_people
from inspector.ui import main as front
from inspector.ui.kit.actions import unclear
from inspector.ui.window.crash import CrashReporter
from inspector.ui.window.header import CrumbButton
from inspector.ui.window.instance import SingleInstance
from inspector.ui.window.person import PersonDialog
from inspector.ui.window.rooms import ROOMS
from inspector.ui.window.start import StartChoice, StartDialog
from tests.kit.builders import START, make_place, make_project, make_workspace
from tests.kit.crossing import packed

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROOT = Path(__file__).parents[3]


def is_built(key):
    """Tell whether a room's code is in this checkout."""
    try:
        return importlib.util.find_spec(f"inspector.ui.screens.{key}.view") is not None
    except ModuleNotFoundError:
        return False


BUILT = [spec.key for spec in ROOMS if is_built(spec.key)]


@pytest.fixture
def workspace(tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(workspace, tmp_path, qtbot):
    """Give the window as main() builds it, and its memory of acts."""
    reporter = CrashReporter(tmp_path / "logs", lambda: START)
    window, acts = front._window(workspace, tmp_path / "profile", reporter)
    qtbot.addWidget(window)
    window.start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window, acts
    window.close()


def settle(window, qtbot):
    jobs = window.desk.jobs
    qtbot.waitUntil(lambda: not jobs.acts.is_busy() and not jobs.long.is_busy())


# -- rooms ----------


@pytest.mark.parametrize("key", BUILT)
def test_every_room_opens_over_an_empty_workspace(opened, qtbot, key):
    window, _acts = opened
    window.go(key)
    assert window.current_key() == key
    settle(window, qtbot)


def test_every_room_opens_over_a_project_and_no_two_share_a_key(workspace, opened, qtbot):
    project = make_project(workspace)
    make_place(workspace, project)
    window, _acts = opened
    for key in BUILT:
        window.go(key)
        settle(window, qtbot)
        assert unclear(window._all_actions()) == []


def test_the_title_names_the_workspace(opened):
    window, _acts = opened
    assert "workspace" in window.windowTitle()


# -- undo ----------


def names(workspace, project):
    return [place.name for _depth, place in list_places(workspace, project.id)]


def press(window, qtbot, modifiers):
    qtbot.keyClick(window, Qt.Key.Key_Z, modifiers)
    settle(window, qtbot)


def test_an_edit_is_taken_back_and_done_again_by_key(workspace, opened, qtbot):
    window, _acts = opened
    project = make_project(workspace)
    place = make_place(workspace, project, "3")
    window.desk.act(lambda: edit_place(workspace, place.id, name="三号楼"))
    settle(window, qtbot)
    press(window, qtbot, CTRL)
    assert names(workspace, project) == ["3号楼"]
    press(window, qtbot, CTRL | SHIFT)
    assert names(workspace, project) == ["三号楼"]
    press(window, qtbot, CTRL)
    assert names(workspace, project) == ["3号楼"]


def test_a_place_that_was_added_goes_and_comes_back(workspace, opened, qtbot):
    from inspector.core.projects import PlaceKind
    from inspector.operations.projects import PlaceDraft

    window, _acts = opened
    project = make_project(workspace)
    draft = PlaceDraft(kind=PlaceKind.ROAD, code="R1", name="一号路")
    window.desk.act(lambda: add_place(workspace, project.id, draft))
    settle(window, qtbot)
    press(window, qtbot, CTRL)
    assert names(workspace, project) == []
    press(window, qtbot, CTRL | SHIFT)
    assert names(workspace, project) == ["一号路"]


def test_undoing_nothing_writes_nothing(workspace, opened, qtbot):
    window, _acts = opened
    before = workspace_info(workspace.folder).operations
    press(window, qtbot, CTRL)
    press(window, qtbot, CTRL | SHIFT)
    assert workspace_info(workspace.folder).operations == before


def test_a_new_act_ends_what_could_be_redone(workspace, opened, qtbot):
    window, _acts = opened
    project = make_project(workspace)
    place = make_place(workspace, project, "3")
    for name in ("甲楼", "乙楼"):
        window.desk.act(partial(edit_place, workspace, place.id, name=name))
        settle(window, qtbot)
    press(window, qtbot, CTRL)
    window.desk.act(lambda: edit_place(workspace, place.id, name="丙楼"))
    settle(window, qtbot)
    press(window, qtbot, CTRL | SHIFT)
    assert names(workspace, project) == ["丙楼"]


def test_a_refused_undo_says_why(workspace, opened, qtbot, monkeypatch):
    window, acts = opened
    said = []
    monkeypatch.setattr(acts._ask, "refuse", said.append)
    project = make_project(workspace)
    place = make_place(workspace, project, "3")
    window.desk.act(lambda: edit_place(workspace, place.id, name="甲楼"))
    settle(window, qtbot)
    edit_place(workspace, place.id, name="别人改的")
    press(window, qtbot, CTRL)
    assert [error.problem for error in said] == [Problem.CHANGED_SINCE]
    assert names(workspace, project) == ["别人改的"]


# -- who acts ----------


def person_dialog(window):
    return window.findChild(PersonDialog)


def test_the_header_changes_who_acts(workspace, opened, qtbot):
    window, _acts = opened
    qtbot.mouseClick(window.header.findChild(object, "person"), LEFT)
    dialog = person_dialog(window)
    name, unit = (dialog.findChild(object, f"person_{part}") for part in ("name", "unit"))
    assert (name.text(), unit.text()) == ("李工", "区住建局")
    name.setText("王工")
    unit.setText("监理单位")
    qtbot.mouseClick(dialog.findChild(object, "give_person"), LEFT)
    settle(window, qtbot)
    assert workspace.person().name == "王工"
    assert window.header.findChild(object, "person").text() == "王工"


def test_an_empty_name_is_said_in_place(opened, qtbot):
    window, acts = opened
    acts.change_person()
    dialog = person_dialog(window)
    dialog.findChild(object, "person_name").clear()
    qtbot.mouseClick(dialog.findChild(object, "give_person"), LEFT)
    assert dialog._name_row.error()
    assert dialog.isVisible()
    dialog.reject()


def test_nobody_takes_back_what_another_person_did(workspace, opened, qtbot):
    window, acts = opened
    project = make_project(workspace)
    place = make_place(workspace, project, "3")
    window.desk.act(lambda: edit_place(workspace, place.id, name="甲楼"))
    settle(window, qtbot)
    acts.change_person()
    dialog = person_dialog(window)
    dialog.findChild(object, "person_name").setText("王工")
    qtbot.mouseClick(dialog.findChild(object, "give_person"), LEFT)
    settle(window, qtbot)
    press(window, qtbot, CTRL)
    assert names(workspace, project) == ["甲楼"]


def test_a_person_who_acted_before_is_one_choice_away(workspace, opened, qtbot):
    from inspector.operations.workspace import change_person

    change_person(workspace, "王工", "监理单位")
    window, acts = opened
    acts.change_person()
    dialog = person_dialog(window)
    first = next(person for person in list_people(workspace) if person.name == "李工")
    dialog._take_known(first.id)
    assert dialog.findChild(object, "person_unit").text() == "区住建局"
    dialog.reject()


# -- the first start ----------


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profile"


def start_dialog(qtbot, folder, profile, trouble=""):
    dialog = StartDialog(folder, "li", partial(front._begin, profile), trouble)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_start_dialog_makes_a_workspace(qtbot, tmp_path, profile, assert_accessible):
    dialog = start_dialog(qtbot, tmp_path / "我的工作区", profile)
    assert_accessible(dialog)
    dialog.findChild(object, "start_name").setText("李工")
    dialog.findChild(object, "start_unit").setText("区住建局")
    qtbot.mouseClick(dialog.findChild(object, "start_begin"), LEFT)
    assert dialog.result() == QDialog.DialogCode.Accepted
    try:
        assert dialog.opened.person().name == "李工"
        assert dialog.opened.folder == tmp_path / "我的工作区"
    finally:
        dialog.opened.close()


def test_the_start_dialog_scrolls_where_the_screen_is_low(qtbot, tmp_path, profile):
    dialog = start_dialog(qtbot, tmp_path / "neu", profile)
    (area,) = dialog.findChildren(QScrollArea)
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert area.verticalScrollBar().maximum() == 0
    dialog.resize(520, 300)
    begin = dialog.findChild(QWidget, "start_begin")
    assert dialog.rect().contains(begin.geometry())
    assert area.verticalScrollBar().maximum() > 0


def test_the_start_dialog_asks_for_what_is_missing(qtbot, tmp_path, profile):
    dialog = start_dialog(qtbot, tmp_path / "neu", profile)
    qtbot.mouseClick(dialog.findChild(object, "start_begin"), LEFT)
    assert dialog._unit_row.error()
    assert not dialog._name_row.error()
    assert dialog.opened is None
    assert not (tmp_path / "neu").exists()


def test_the_start_dialog_says_why_a_folder_does_not_serve(qtbot, tmp_path, profile):
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    dialog = start_dialog(qtbot, tmp_path / "datei", profile)
    dialog.findChild(object, "start_unit").setText("区住建局")
    qtbot.mouseClick(dialog.findChild(object, "start_begin"), LEFT)
    assert dialog._banner.isVisible()
    assert dialog.opened is None


def test_a_workspace_begins_with_all_that_a_package_holds(workspace, qtbot, tmp_path, profile):
    project = make_project(workspace)
    package = packed(workspace, tmp_path)
    dialog = start_dialog(qtbot, tmp_path / "neu", tmp_path / "other")
    dialog.take_package(package)
    assert dialog._unit_row.error()
    dialog.findChild(object, "start_unit").setText("区住建局")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.take_package(package)
    try:
        assert [one.project.code for one in list_projects(dialog.opened)] == [project.code]
        assert dialog.opened.person().unit == "区住建局"
    finally:
        dialog.opened.close()


def test_a_package_that_is_none_is_refused_and_leaves_nothing(qtbot, tmp_path, profile):
    path = tmp_path / "x.ipkg"
    path.write_bytes(b"no package")
    dialog = start_dialog(qtbot, tmp_path / "neu", profile)
    dialog.findChild(object, "start_unit").setText("区住建局")
    dialog.take_package(path)
    qtbot.waitUntil(lambda: not dialog._jobs.is_busy(), timeout=10_000)
    assert str(path.name) in dialog._banner.words()
    assert dialog._content.isEnabled()
    assert not (tmp_path / "neu").exists()
    dialog.reject()


def test_a_folder_that_has_a_workspace_is_offered_for_opening(workspace, qtbot, tmp_path, profile):
    dialog = start_dialog(qtbot, workspace.folder, profile)
    dialog.findChild(object, "start_unit").setText("区住建局")
    qtbot.mouseClick(dialog.findChild(object, "start_begin"), LEFT)
    assert "已经有工作区" in dialog._banner.words()


def test_the_reason_for_being_asked_is_shown(qtbot, tmp_path, profile):
    dialog = start_dialog(qtbot, tmp_path / "neu", profile, "数据库已损坏。")
    assert dialog._banner.words() == "数据库已损坏。"


def test_an_existing_workspace_is_opened(tmp_path, profile):
    made = make_workspace(tmp_path)
    made.close()
    again = front._begin(profile, StartChoice(folder=made.folder, is_new=False))
    assert again.person().name == "李工"
    again.close()


# -- one instance ----------


def test_a_second_start_is_heard_and_the_window_comes_forward(workspace, opened, qtbot):
    window, _acts = opened
    first = SingleInstance(workspace.folder)
    first.listen(window)
    window.showMinimized()
    assert SingleInstance(workspace.folder).raise_other()
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isVisible()
    first.close()


def test_nobody_listens_on_another_folder(workspace, tmp_path):
    assert not SingleInstance(tmp_path / "other").raise_other()


def test_a_window_that_was_maximised_stays_so(workspace, opened, qtbot):
    window, _acts = opened
    first = SingleInstance(workspace.folder)
    first.listen(window)
    window.showMaximized()
    with qtbot.waitSignal(first._server.newConnection):
        assert SingleInstance(workspace.folder).raise_other()
    assert window.isMaximized()
    first.close()


def program(profile: Path, *arguments: str, **more: str):
    environment = {
        **{key: value for key, value in os.environ.items() if key != "INSPECTOR_WORKSPACE"},
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(profile),
        "PYTHONPATH": str(ROOT),
        **more,
    }
    command = [sys.executable, "-m", "inspector", *arguments]
    return subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
def test_a_second_program_raises_the_first_and_never_writes(workspace, opened, qtbot, tmp_path):
    window, _acts = opened
    first = SingleInstance(workspace.folder)
    first.listen(window)
    window.showMinimized()
    before = workspace_info(workspace.folder)
    second = program(tmp_path / "other", "--workspace", str(workspace.folder))
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert (second.returncode, second.stderr.read()) == (0, "")
    second.stderr.close()
    assert not window.isMinimized()
    assert workspace_info(workspace.folder) == before
    first.close()


@pytest.mark.slow
def test_the_whole_program_opens_a_workspace_and_closes_in_order(tmp_path, qtbot):
    made = make_workspace(tmp_path)
    made.close()
    run = program(tmp_path / "other", "--workspace", str(made.folder), **{front.SMOKE: "1"})
    qtbot.waitUntil(lambda: run.poll() is not None, timeout=30_000)
    errors = run.stderr.read()
    run.stderr.close()
    assert (
        run.returncode,
        errors.replace("This plugin does not support propagateSizeHints()\n", ""),
    ) == (0, "")


def test_a_workspace_in_use_is_refused_not_shared(workspace, profile):
    with pytest.raises(InspectorError) as refused:
        front._begin(profile, StartChoice(folder=workspace.folder, is_new=False))
    assert refused.value.problem is Problem.WORKSPACE_IN_USE


def project_crumb_of(window, qtbot):
    def shown():
        crumbs = [one for one in window.header.findChildren(CrumbButton) if one.isVisible()]
        return [one for one in crumbs if one.text().startswith("解放")]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


@pytest.mark.parametrize("key", ["inspect", "defects", "photos", "acceptance", "archive"])
def test_the_project_beside_is_one_choice_of_the_crumb_away(workspace, opened, qtbot, key):
    make_project(workspace)
    make_project(workspace, "JF3", "解放三村")
    window, _acts = opened
    window.go(key)
    settle(window, qtbot)
    first = project_crumb_of(window, qtbot)
    named = first.text()
    qtbot.mouseClick(first, LEFT)
    menu = first.findChild(QMenu)
    next(entry for entry in menu.actions() if entry.text() != named).trigger()
    menu.close()
    settle(window, qtbot)
    assert project_crumb_of(window, qtbot).text() != named
