"""Laptops of several people that exchange packages, as the program's own operations do it."""

from itertools import count
from pathlib import Path

from inspector.operations.packing import PackOrder, pack
from inspector.operations.taking import Intake, take_packages
from inspector.operations.workspace import Workspace
from tests.kit.builders import StoppedClock, make_workspace

_numbers = count(1)


def packed(workspace: Workspace, folder: Path, order: PackOrder | None = None) -> Path:
    """Pack what a workspace holds into a file of its own."""
    name = f"p{next(_numbers)}.ipkg"
    (path,) = pack(workspace, folder / name, order or PackOrder()).paths
    return path


def carry(source: Workspace, target: Workspace, folder: Path) -> Intake:
    """Carry everything from one workspace to another."""
    return take_packages(target, [packed(source, folder)]).value


def cross(one: Workspace, other: Workspace, folder: Path) -> None:
    """Let two workspaces exchange what they hold, both packed before either takes in."""
    first, second = packed(one, folder), packed(other, folder)
    take_packages(one, [second])
    take_packages(other, [first])


def make_laptop(folder: Path, name: str, clock: StoppedClock | None = None) -> Workspace:
    """Make the workspace of one person, with a profile of its own."""
    return make_workspace(folder / name, clock=clock, person=f"{name}工")
