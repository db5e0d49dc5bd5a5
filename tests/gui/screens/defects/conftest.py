"""A community with parties and places, and the screen of its defects."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.core.projects import Party, Place, Project
from inspector.operations.workspace import Workspace
from inspector.ui.screens.defects.view import DefectsScreen
from tests.kit.builders import (
    FIRST_DAY,
    StoppedClock,
    make_party,
    make_place,
    make_project,
    make_workspace,
)
from tests.kit.photo_files import make_block, make_jpeg


@dataclass
class Site:
    workspace: Workspace
    clock: StoppedClock
    project: Project
    place: Place
    party: Party
    today: date = FIRST_DAY


@pytest.fixture
def site(tmp_path):
    clock = StoppedClock()
    workspace = make_workspace(tmp_path, clock=clock)
    project = make_project(workspace)
    place = make_place(workspace, project)
    party = make_party(workspace, project)
    yield Site(workspace, clock, project, place, party)
    workspace.close()


class Hands:
    """A person before the screen: opens it, presses buttons, waits for what follows."""

    def __init__(self, screen, qtbot, idle, ask, clock):
        self.screen, self.ask, self.clock = screen, ask, clock
        self._qtbot, self._idle = qtbot, idle

    def open(self):
        self.screen.show()
        self.screen.activateWindow()
        self._qtbot.waitUntil(self.screen.isActiveWindow)
        self.screen.side.list.setFocus()
        return self.screen

    def press(self, name):
        found = self.screen.findChildren(QWidget, name)
        self.clock.tick()
        button = next(one for one in found if one.isVisible())
        assert button.isEnabled()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def settle(self):
        self._idle(self.screen.desk.jobs)
        self._qtbot.wait(1)


@pytest.fixture
def pictures():
    """Ask for real previews; without it none are made, as most tests look at none."""


@pytest.fixture
def screen(request, qtbot, desk, site, monkeypatch):
    if "pictures" not in request.fixturenames:
        monkeypatch.setattr(site.workspace.previews, "submit", lambda *_order: Future())
    made = DefectsScreen(replace(desk, workspace=site.workspace))
    qtbot.addWidget(made)
    made.resize(1294, 716)
    return made


@pytest.fixture
def hands(screen, qtbot, idle, ask, site):
    return Hands(screen, qtbot, idle, ask, site.clock)


@pytest.fixture
def photo_file(tmp_path):
    """Write a photo with a time of its own, so that no two are the same."""

    def write(name, at="2026-05-11T09:10:00"):
        path = tmp_path / name
        block = make_block(taken_local=datetime.fromisoformat(at))
        path.write_bytes(make_jpeg(block))
        return path

    return write
