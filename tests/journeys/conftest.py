"""A site to inspect, as the command line sees it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kit.builders import StoppedClock
from tests.kit.commands import Ended, command, command_data


class Site:
    """A workspace on the disk and the commands that one types there."""

    def __init__(self, folder: Path, clock: Callable[[], Any]) -> None:
        self.folder = folder
        self.clock = clock

    def do(self, *arguments: object) -> Any:
        """Do a command that must succeed, and give its data."""
        return command_data("--workspace", self.folder, *arguments, clock=self.clock)

    def type(self, *arguments: object) -> Ended:
        """Type a command, whatever comes of it."""
        return command("--workspace", self.folder, *arguments, clock=self.clock)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def ready_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with one project, one building and one visit; tests take copies."""
    made = Site(tmp_path_factory.mktemp("ready") / "w", StoppedClock())
    made.do("workspace", "create", made.folder, "--person", "李工", "--unit", "区住建局")
    made.do("project", "create", "--code", "JF2", "--name", "解放二村")
    made.do("place", "add", "--kind", "community", "--code", "C", "--name", "解放二村")
    made.do("place", "add", "--code", "12", "--name", "12幢", "--parent", "C")
    made.do("visit", "create", "--kind", "spot_check")
    made.do("party", "add", "--role", "contractor", "--unit", "市政建设集团")
    return made.folder


@pytest.fixture
def site(tmp_path: Path, clock: StoppedClock, ready_folder: Path) -> Site:
    """Give a workspace with one project, one building and one visit."""
    folder = tmp_path / "w"
    shutil.copytree(ready_folder, folder)
    return Site(folder, clock)
