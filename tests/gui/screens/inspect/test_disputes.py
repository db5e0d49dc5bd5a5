"""A verdict in dispute never shows its bare winner: list and sheet show both values."""

import re

from inspector.core.checklists import AnswerState
from inspector.operations.conflicts import list_conflicts, settle_conflict
from inspector.operations.inspecting import Spot, set_result
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.screens.inspect.facts import verdict
from tests.gui.screens.inspect.conftest import ROAD
from tests.kit.crossing import carry, make_laptop


def disagree(site, folder):
    spot = Spot(site.visit.id, site.road, ROAD[0])
    other = make_laptop(folder, "乙")
    carry(site.workspace, other, folder)
    set_result(other, site.visit, spot, AnswerState.FAIL)
    set_result(site.workspace, site.visit, spot, AnswerState.PASS)
    carry(other, site.workspace, folder)
    other.close()


def test_the_list_and_the_sheet_show_what_each_one_said(seat, site, tmp_path):
    disagree(site, tmp_path)
    hands = seat(site.workspace)
    hands.screen.go_to(place=site.road, item=ROAD[0])
    line = site.line(ROAD[0])
    assert set(verdict(line).split("／")) == {"合格", "不合格"}
    banner = hands.sheet.findChild(Banner, "dispute")
    assert banner.isVisible()
    assert re.search("合格（李工，[0-9A-Z]+ 机，", banner.words())
    assert re.search("不合格（乙工，[0-9A-Z]+ 机，", banner.words())
    (conflict,) = list_conflicts(site.workspace)
    settle_conflict(site.workspace, conflict, conflict.values[0])
    hands.board.reread()
    assert not banner.isVisible()
    assert "／" not in verdict(site.line(ROAD[0]))
