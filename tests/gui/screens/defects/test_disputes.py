"""A severity or state in dispute never shows its bare winner."""

import re

from inspector.operations.conflicts import list_conflicts, settle_conflict
from inspector.operations.defects import edit_defect, list_defects
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.defects.model import row_of
from tests.kit.builders import make_defect
from tests.kit.crossing import carry, make_laptop


def row_here(site):
    (line,) = list_defects(site.workspace, site.project.id)
    return row_of(line, site.today)


def test_the_list_and_the_sheet_show_what_each_one_said(screen, hands, site, tmp_path):
    defect = make_defect(site.workspace, site.project, site.place)
    other = make_laptop(tmp_path, "乙")
    carry(site.workspace, other, tmp_path)
    edit_defect(other, defect.id, severity="critical")
    edit_defect(site.workspace, defect.id, severity="major")
    carry(other, site.workspace, tmp_path)
    other.close()
    hands.open()
    screen.go_to(defect=defect.id)
    shown = row_here(site).severity
    assert shown.tone is Tone.FAIL
    assert set(shown.text.removeprefix("冲突 ").split("／")) == {"严重", "一般"}
    banner = screen.work.sheet.dispute
    assert banner.isVisible()
    assert re.search("严重（乙工，[0-9A-Z]+ 机，", banner.words())
    (conflict,) = list_conflicts(site.workspace)
    settle_conflict(site.workspace, conflict, conflict.values[0])
    screen.reread()
    assert not banner.isVisible()
    assert "冲突" not in row_here(site).severity.text


def test_a_number_that_two_bear_is_said_on_the_sheet(screen, hands, site):
    defect, twin = (make_defect(site.workspace, site.project, site.place) for _each in range(2))
    with site.workspace.act() as writing:
        writing.office.rows("defect").set_columns(twin.id, {"number": defect.number})
    hands.open()
    screen.go_to(defect=defect.id)
    assert f"{defect.number} 有 2 条" in screen.work.sheet.dispute.words()
