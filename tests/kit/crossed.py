"""Workspaces of several people who pass packages to each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.core.exchange import Conflict
from inspector.operations.conflicts import list_conflicts
from inspector.operations.defects import edit_defect
from inspector.operations.packing import PackOrder, pack
from inspector.operations.taking import take_packages
from inspector.operations.workspace import Workspace
from tests.kit.builders import (
    StoppedClock,
    make_defect,
    make_place,
    make_project,
    make_workspace,
)

PEOPLE = {"office": "王工", "laptop": "李工", "other": "张工"}


class Crossing:
    """An office and two laptops that know one project with one defect, under one clock."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self._count = folder, StoppedClock(), 0
        self.office, self.laptop, self.other = (
            make_workspace(folder / name, clock=self.clock, person=person)
            for name, person in PEOPLE.items()
        )
        self.project = make_project(self.office)
        self.place = make_place(self.office, self.project)
        self.defect = make_defect(self.office, self.project, self.place)
        for laptop in (self.laptop, self.other):
            self.pass_on(self.office, laptop)

    def close(self) -> None:
        """Give the workspaces free."""
        for workspace in (self.office, self.laptop, self.other):
            workspace.close()

    def packed(self, sender: Workspace, name: str = "") -> Path:
        """Pack everything of a workspace."""
        self._count += 1
        target = self.folder / (name or f"{self._count}.ipkg")
        return pack(sender, target, PackOrder()).paths[0]

    def pass_on(self, sender: Workspace, receiver: Workspace) -> None:
        """Carry a package from one to the other."""
        take_packages(receiver, [self.packed(sender)])

    def differ(self, field: str = "text", **values: object) -> None:
        """Let both laptops change the defect before they see each other."""
        for name, value in (values or {"laptop": "李工的描述", "other": "张工的描述"}).items():
            self.clock.tick()
            edit_defect(getattr(self, name), self.defect.id, **{field: value})

    def gather(self) -> None:
        """Bring what the laptops have to the office."""
        for laptop in (self.laptop, self.other):
            self.pass_on(laptop, self.office)

    def open_one(self) -> Conflict:
        """Give the office's one conflict."""
        (conflict,) = list_conflicts(self.office)
        return conflict


@contextmanager
def crossing(folder: Path) -> Iterator[Crossing]:
    """Make the workspaces; closed at the end."""
    made = Crossing(folder)
    try:
        yield made
    finally:
        made.close()
