"""A small site to inspect: a road and a building with a unit, and hands that only type."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.core.checklists import AnswerState
from inspector.core.inspections import Visit
from inspector.core.projects import PlaceKind, Project
from inspector.operations.inspecting import ItemLine, Spot, show_item
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.workspace import Workspace
from inspector.ui.kit.desk import Desk
from inspector.ui.screens.inspect.view import InspectScreen
from tests.kit.builders import (
    make_party,
    make_place,
    make_project,
    make_visit,
    make_workspace,
    national_pack,
)
from tests.kit.photo_files import make_block, make_jpeg, segment

ROAD = ("RD-005", "RD-006", "RD-009", "RD-010", "RD-020")
BUILDING = ("FS-005", "FS-012", "BE-001", "BE-002")
UNIT = ("FS-013", "FS-017", "BE-007", "PP-006")
DUE = {"RD-006": 5, "BE-002": 2, "RD-009": 2}


@dataclass
class Site:
    """What there is to inspect."""

    workspace: Workspace
    project: Project
    visit: Visit
    road: str
    building: str
    unit: str

    def line(self, item_id: str, place: str = "") -> ItemLine:
        spot = Spot(self.visit.id, place or self.road, item_id)
        return show_item(self.workspace, self.visit, spot)

    def state(self, item_id: str, place: str = "") -> AnswerState:
        return self.line(item_id, place).state


def build_site(workspace: Workspace) -> Site:
    project = make_project(workspace)
    road = make_place(workspace, project, "R1", kind=PlaceKind.ROAD, name="一号路")
    building = make_place(workspace, project, "1", name="1幢")
    unit = make_place(
        workspace, project, "U1", kind=PlaceKind.UNIT, name="1幢一单元", parent_id=building.id
    )
    make_party(workspace, project)
    ref, _pack = national_pack(workspace)
    scope = [(road.id, ROAD), (building.id, BUILDING), (unit.id, UNIT)]
    drafts = [
        SchemeDraft(item_id=item, place_id=place, due_points=DUE.get(item))
        for place, items in scope
        for item in items
    ]
    put_in_scope(workspace, project.id, ref, drafts)
    visit = make_visit(workspace, project)
    return Site(workspace, project, visit, road.id, building.id, unit.id)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace in which nobody has begun anything."""
    workspace = make_workspace(tmp_path)
    yield workspace
    workspace.close()


@pytest.fixture
def site(empty: Workspace) -> Site:
    return build_site(empty)


class Hands:
    """A person at the keyboard."""

    def __init__(self, screen: InspectScreen, desk: Desk, settle: Callable[[], None]) -> None:
        self.screen = screen
        self.board = screen.board
        self.sheet = screen.sheet
        self.desk = desk
        self.settle = settle

    def key(self, *keys: Qt.Key, control: bool = False) -> None:
        """Press keys where the focus is, and let the acts end."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.screen, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is; Chinese comes from the input method."""
        field = QApplication.focusWidget()
        if text.isascii():
            QTest.keyClicks(field, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(field, composed)

    def read(self, *numbers: str) -> None:
        """Type readings, each with Enter."""
        for number in numbers:
            self.type(number)
            self.key(Qt.Key.Key_Return)

    def cells(self) -> list[str]:
        """Give the readings that are shown."""
        return [cell.text() for cell in self.sheet.readings._seen()]


@pytest.fixture
def seat(qtbot, desk, idle):
    """Sit somebody down before a workspace."""

    def sit(workspace: Workspace, size: tuple[int, int] = (1294, 716)) -> Hands:
        mine = replace(desk, workspace=workspace)
        screen = InspectScreen(mine)
        qtbot.addWidget(screen)
        screen.resize(*size)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        thumbs = screen.sheet.photos

        def settle() -> None:
            """Wait for the acts, and for the small pictures that they brought."""
            idle(desk.jobs)
            qtbot.waitUntil(lambda: all(t._pixmap or t.is_broken() for t in thumbs._thumbs))

        hands = Hands(screen, mine, settle)
        hands.settle()
        return hands

    return sit


@pytest.fixture
def hands(seat, site: Site) -> Hands:
    return seat(site.workspace)


@pytest.fixture
def photo_file(tmp_path: Path) -> Callable[[str], Path]:
    """Make a photo; each name gives other bytes."""

    def make(name: str, at: str = "2026-05-11T09:10:00") -> Path:
        path = tmp_path / name
        block = make_block(taken_local=datetime.fromisoformat(at))
        path.write_bytes(make_jpeg(block, before=segment(0xFE, name.encode())))
        return path

    return make
