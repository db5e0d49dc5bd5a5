"""A community, files of photos, and the screen of its photos."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.core.inspections import Visit
from inspector.core.projects import Place, Project
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.workspace import Workspace
from inspector.ui.screens.photos.view import PhotosScreen
from tests.kit.builders import (
    StoppedClock,
    make_place,
    make_project,
    make_visit,
    make_workspace,
)
from tests.kit.photo_files import make_block, make_jpeg


@dataclass
class Site:
    workspace: Workspace
    clock: StoppedClock
    project: Project
    place: Place
    visit: Visit
    folder: Path

    def file(self, name, at="2026-05-11T09:10:00", **changes):
        """Write a photo with a time of its own, so that no two are the same."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        block = make_block(taken_local=datetime.fromisoformat(at), **changes)
        path.write_bytes(make_jpeg(block))
        return path

    def taken(self, count=1, **order):
        """Take photos into the project, a minute apart, by an operation."""
        files = [
            self.file(f"card/IMG_{n:04}.jpg", f"2026-05-11T{9 + n // 60:02}:{n % 60:02}:00")
            for n in range(count)
        ]
        into = IntakeOrder(**{"project_id": self.project.id, **order})
        return import_photos(self.workspace, files, into).value.taken


@pytest.fixture
def site(tmp_path):
    clock = StoppedClock()
    workspace = make_workspace(tmp_path, clock=clock)
    project = make_project(workspace)
    place = make_place(workspace, project)
    visit = make_visit(workspace, project)
    yield Site(workspace, clock, project, place, visit, tmp_path)
    workspace.close()


class Hands:
    """A person before the screen: opens it, presses buttons and keys, waits for what follows."""

    def __init__(self, screen, qtbot, idle, ask):
        self.screen, self.ask = screen, ask
        self._qtbot, self._idle = qtbot, idle

    def open(self):
        self.screen.show()
        self.screen.activateWindow()
        self._qtbot.waitUntil(self.screen.isActiveWindow)
        self.settle()
        self.screen.sheet.setFocus()
        return self.screen

    def press(self, name):
        found = self.screen.findChildren(QWidget, name)
        button = next(one for one in found if one.isVisible())
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, *keys):
        for key in keys:
            self._qtbot.keyClick(self.screen.sheet, key)

    def settle(self):
        for _round in range(3):  # an act is followed by a reading
            self._idle(self.screen.desk.jobs)
            self._qtbot.wait(1)


@pytest.fixture
def pictures():
    """Ask for real previews; without it none are made, as most tests look at none."""


@pytest.fixture
def screen(request, qtbot, desk, site, monkeypatch):
    if "pictures" not in request.fixturenames:
        monkeypatch.setattr(site.workspace.previews, "submit", lambda *_order: Future())
    made = PhotosScreen(replace(desk, workspace=site.workspace))
    qtbot.addWidget(made)
    made.resize(1294, 716)
    return made


@pytest.fixture
def hands(screen, qtbot, idle, ask):
    return Hands(screen, qtbot, idle, ask)
