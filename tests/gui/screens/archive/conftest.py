"""The sample community, ready to be sealed, and the screen over it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from inspector.ui.screens.archive.view import ArchiveScreen
from tests.gui.conftest import Recorder
from tests.kit.sample import SampleWorkspace, sample_workspace


@pytest.fixture
def sample(tmp_path) -> Iterator[SampleWorkspace]:
    with sample_workspace(tmp_path / "site", is_strict=True) as made:
        yield made


@pytest.fixture
def make_screen(desk, qtbot, settled):
    """Show the screen over a workspace, read to the end."""

    def make(workspace, width=1294, height=716, **parts) -> ArchiveScreen:
        screen = ArchiveScreen(replace(desk, workspace=workspace, **parts))
        screen.board.open_path = Recorder()
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
        qtbot.wait(1)  # new lines get their places

    return settle
