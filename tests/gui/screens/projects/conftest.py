"""The room of projects over a real workspace."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.ui.screens.projects.view import ProjectsScreen
from tests.kit.builders import make_project, make_workspace, reopen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """Make an empty workspace once in a run."""
    folder = tmp_path_factory.mktemp("fresh")
    make_workspace(folder).close()
    return folder


@pytest.fixture
def workspace(fresh, tmp_path):
    for part in ("workspace", "profile"):
        shutil.copytree(fresh / part, tmp_path / part)
    made = reopen(tmp_path)
    yield made
    made.close()


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def make_screen(workspace, desk, jobs, qtbot, idle):
    """Open the room, as it stands in the window."""

    def make():
        screen = ProjectsScreen(replace(desk, workspace=workspace))
        qtbot.addWidget(screen)
        screen.resize(1294, 716)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        idle(jobs)
        return screen

    return make


@pytest.fixture
def screen(make_screen):
    return make_screen()


@pytest.fixture
def hands(screen, jobs, qtbot, idle):
    return Hands(screen, jobs, qtbot, idle)


class Hands:
    """What a person does: press, type, and wait until it is done."""

    def __init__(self, screen, jobs, qtbot, idle):
        self.screen = screen
        self._qtbot = qtbot
        self._done = lambda: idle(jobs)

    def press(self, name, within=None):
        """Press the button of a name that can be seen."""
        place = within or self.screen

        def seen():
            return [one for one in place.findChildren(QWidget, name) if one.isVisible()]

        self._qtbot.waitUntil(lambda: bool(seen()))
        self._qtbot.mouseClick(seen()[0], LEFT)
        self._done()

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None):
        self._qtbot.keyClick(widget or self.screen, key, modifiers)
        self._done()

    def field(self, form, key, text):
        """Type into a field and leave it with Enter."""
        self.type(form, **{key: text})
        self._qtbot.keyClick(form.editor(key), Qt.Key.Key_Return)
        self._done()

    def type(self, form, **texts):
        """Type into fields without giving the form."""
        for key, text in texts.items():
            editor = form.editor(key)
            editor.setFocus()
            editor.selectAll()
            write(editor, text)

    def choose(self, box, key):
        """Choose in a drop-down."""
        box.choose(key)
        box.chosen.emit(key)
        self._done()

    def wait(self):
        self._done()


def write(editor, text):
    """Write as an input method does: it knows more letters than a key board."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)
