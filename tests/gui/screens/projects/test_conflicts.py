"""What several laptops wrote differently is told on the first screen, and leads to its room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from inspector.operations.conflicts import settle_conflict
from inspector.operations.projects import list_projects, summarise_project
from inspector.ui.screens.projects.cards.model import lead_of, numbers_of
from inspector.ui.screens.projects.view import ProjectsScreen
from tests.kit.crossed import crossing


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        made.differ()
        made.gather()
        yield made


@pytest.fixture
def shown(crossed, desk, qtbot):
    screen = ProjectsScreen(replace(desk, workspace=crossed.office))
    qtbot.addWidget(screen)
    screen.resize(1294, 716)
    screen.show()
    return screen


def test_open_conflicts_are_told_and_lead_to_where_they_are_settled(crossed, shown, qtbot, desk):
    assert "有 1 处待定" in shown.cards.banner.words()
    qtbot.mouseClick(shown.cards.banner._button, Qt.MouseButton.LeftButton)
    assert desk.go.calls == [(("sync",), {"show": "inbox"})]


def test_the_card_counts_them_only_while_there_are_any(crossed, shown):
    (summary,) = list_projects(crossed.office)
    assert summary.conflicts == 1
    assert numbers_of(summary)[0].text == "待定 1"
    assert lead_of("conflicts", crossed.project.id).screen == "sync"
    conflict = crossed.open_one()
    settle_conflict(crossed.office, conflict, conflict.values[0])
    after = summarise_project(crossed.office, crossed.project.id)
    assert after.conflicts == 0
    assert "conflicts" not in {number.key for number in numbers_of(after)}
    shown.reread()
    assert not shown.cards.banner.isVisible()
