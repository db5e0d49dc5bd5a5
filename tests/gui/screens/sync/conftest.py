"""An office and two laptops, and the room of exchange over the office."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from inspector.ui.kit.sticks import Stick
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.screens.sync.view import SyncScreen
from tests.kit.crossed import Crossing, crossing


@pytest.fixture
def crossed(tmp_path) -> Iterator[Crossing]:
    with crossing(tmp_path) as made:
        yield made


@pytest.fixture
def make_screen(desk, qtbot, settled):
    """Show the room over a workspace, read to the end; `sticks` are the folders plugged in."""

    def make(workspace, width=1294, height=716, sticks=(), **parts) -> SyncScreen:
        def plugged_in():
            return [Stick(folder, folder.name.upper(), 8_000_000_000) for folder in sticks]

        screen = SyncScreen(replace(desk, workspace=workspace, **parts), plugged_in)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        settled()
        return screen

    return make


@pytest.fixture
def settled(qtbot, desk):
    """Wait until both workers have told everything."""

    def settle():
        jobs = desk.jobs
        qtbot.waitUntil(lambda: not jobs.acts.is_busy() and not jobs.long.is_busy(), timeout=60_000)
        qtbot.wait(1)  # new parts get their places

    return settle


@pytest.fixture
def press(qtbot, settled):
    """Press a button by its name and wait for what comes of it."""

    def act(screen, name):
        (button,) = (b for b in screen.findChildren(PaintedButton, name) if b.isVisible())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settled()

    return act
