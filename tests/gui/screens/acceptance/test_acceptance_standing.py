"""How a project stands, and where each reason and number leads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from inspector.core.changes import Changes, Topic
from inspector.core.checklists import AnswerState
from inspector.core.conclusion import OF_EXCHANGE, Condition, Figures, conclude
from inspector.operations.inspecting import set_result, show_item
from inspector.operations.standing import stand_of
from inspector.operations.visits import list_visits
from inspector.ui.kit.actions import unclear
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.look import look
from inspector.ui.kit.widgets.lines import MarkLine
from inspector.ui.screens.acceptance.findings.model import items_against
from inspector.ui.screens.acceptance.model import (
    COLUMNS,
    Col,
    reason_lines,
    table_rows,
)
from inspector.words.acceptance import conclusion_title, reason_text
from inspector.words.checklists import discipline_title, state_name
from tests.kit.builders import make_project, make_workspace
from tests.kit.crossing import carry, make_laptop

LEFT = Qt.MouseButton.LeftButton
ABOUT_ITEMS = [
    Condition.ALL_CHECKED,
    Condition.NO_CONTRADICTION,
    Condition.DOMINANT_QUALIFIED,
    Condition.MANDATORY_QUALIFIED,
    Condition.GENERAL_QUALIFIED,
]
SEVERITIES = {
    Condition.NO_OPEN_CRITICAL: "critical",
    Condition.NO_OPEN_MAJOR: "major",
    Condition.NO_OPEN_MINOR: "minor",
}
counts = st.integers(0, 50)


def line_of(screen, condition):
    return screen.findChild(MarkLine, f"reason_{condition.value}")


def cell_at(screen, discipline, column):
    table = screen.standing.table
    index = table.standing.place_of(discipline, column)
    return table, index


def press_cell(qtbot, screen, discipline, column):
    table, index = cell_at(screen, discipline, column)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


# -- the conclusion and its reasons ----------


@given(
    st.builds(
        Figures,
        due=st.integers(1, 100),
        unchecked=counts,
        contradictions=counts,
        dominant_failed=counts,
        mandatory_failed=counts,
        general_failed=counts,
        open_critical=counts,
        open_major=counts,
        open_minor=counts,
        conflicts=counts,
        waiting=counts,
        missing=counts,
    )
)
def test_the_list_says_every_condition_once_and_those_unmet_first(figures):
    conclusion = conclude(figures)
    rows = reason_lines(conclusion)
    told = told_of(conclusion)

    assert {row.key: row.text for row in rows} == {
        reason.condition: reason_text(reason) for reason in told
    }
    assert len(rows) == len(told)
    assert [row.is_loud for row in rows] == sorted((row.is_loud for row in rows), reverse=True)
    met = {reason.condition for reason in told if reason.is_met}
    assert {row.key for row in rows if row.mark is Mark.PASS} == met


def told_of(conclusion):
    """Leave out what only exchange can bring, where it brought nothing."""
    return [one for one in conclusion.reasons if not (one.is_met and one.condition in OF_EXCHANGE)]


def test_the_screen_shows_what_is_computed(make_screen, troubled):
    screen = make_screen(troubled.workspace)
    conclusion = stand_of(troubled.workspace, troubled.project.id).conclusion

    assert screen.standing.verdict.words() == conclusion_title(conclusion.kind) == "不能判定"
    assert {row.text for row in screen.standing.reasons.lines()} == {
        reason_text(reason) for reason in told_of(conclusion)
    }
    assert [crumb.text for crumb in screen.crumbs()] == [troubled.project.name, "验收"]


def test_a_dispute_is_listed_with_both_values_and_leads_to_its_record(
    make_screen, troubled, tmp_path, desk, qtbot
):
    other = make_laptop(tmp_path, "乙")
    carry(troubled.workspace, other, tmp_path)
    visit = list_visits(other, troubled.project.id)[0]
    spot = next(iter(troubled.spots.values()))
    before = show_item(other, visit, spot).state
    said = AnswerState.PASS if before is AnswerState.FAIL else AnswerState.FAIL
    set_result(other, visit, spot, said)
    set_result(troubled.workspace, visit, spot, AnswerState.NOT_APPLICABLE, "没有")
    carry(other, troubled.workspace, tmp_path)
    other.close()
    screen = make_screen(troubled.workspace)

    assert "未定稿" in screen.standing.basis.words()
    qtbot.mouseClick(line_of(screen, Condition.NO_CONFLICT), LEFT)
    (row,) = screen.findings.rows()
    assert "不适用（没有）（李工" in row.place
    assert f"{state_name(said)}（乙工" in row.place
    screen.findings.followed.emit(row.lead)
    ((room,), target) = desk.go.calls[0]
    assert (room, target["place"], target["item"]) == ("inspect", spot.place_id, spot.item_id)


@pytest.mark.parametrize("condition", ABOUT_ITEMS)
def test_the_items_against_a_condition_are_as_many_as_its_figure(troubled, condition):
    standing = stand_of(troubled.workspace, troubled.project.id)
    reason = next(one for one in standing.conclusion.reasons if one.condition is condition)

    found = [finding for finding in standing.findings if items_against(condition)(finding)]

    assert len(found) == reason.against > 0


@pytest.mark.parametrize("condition", list(SEVERITIES))
def test_a_reason_about_defects_leads_to_the_open_ones_of_its_severity(
    make_screen, troubled, desk, qtbot, condition
):
    screen = make_screen(troubled.workspace)
    qtbot.mouseClick(line_of(screen, condition), LEFT)

    assert desk.go.calls == [
        (
            ("defects",),
            {
                "project": troubled.project.id,
                "state": "open",
                "severity": SEVERITIES[condition],
            },
        )
    ]


def test_a_reason_with_one_item_leads_to_the_item_itself(make_screen, troubled, desk, qtbot):
    screen = make_screen(troubled.workspace)
    spot = troubled.spots["doubted"]

    qtbot.mouseClick(line_of(screen, Condition.NO_CONTRADICTION), LEFT)

    assert desk.go.calls == [
        (
            ("inspect",),
            {
                "project": troubled.project.id,
                "visit": spot.visit_id,
                "place": spot.place_id,
                "item": spot.item_id,
            },
        )
    ]


def test_an_unchecked_item_leads_to_its_place_in_whichever_visit(
    make_screen, troubled, desk, qtbot
):
    screen = make_screen(troubled.workspace)
    qtbot.mouseClick(line_of(screen, Condition.ALL_CHECKED), LEFT)

    ((_screen,), target) = desk.go.calls[0]
    assert target["item"] == troubled.spots["left"].item_id
    assert "visit" not in target


def test_a_reason_with_several_items_lists_them_and_each_leads_on(
    make_screen, troubled, desk, qtbot
):
    screen = make_screen(troubled.workspace)
    line = line_of(screen, Condition.MANDATORY_QUALIFIED)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)

    assert screen.findings.title() == line.line.text
    codes = {row.code for row in screen.findings.rows()}
    assert codes == {troubled.spots["dominant"].item_id, troubled.spots["failed"].item_id}
    qtbot.keyClick(screen.findings.list, Qt.Key.Key_Down)
    qtbot.keyClick(screen.findings.list, Qt.Key.Key_Return)
    ((_screen,), target) = desk.go.calls[-1]
    assert target["item"] == screen.findings.rows()[1].code


def test_a_met_condition_leads_nowhere(make_screen, sample, desk, qtbot):
    screen = make_screen(sample.workspace)
    line = line_of(screen, Condition.DOMINANT_QUALIFIED)

    qtbot.mouseClick(line, LEFT)

    assert not line.isEnabled()
    assert desk.go.calls == []


# -- the table ----------


def test_the_table_shows_the_standing_of_every_discipline_and_their_sum(make_screen, sample):
    screen = make_screen(sample.workspace)
    standing = stand_of(sample.workspace, sample.project_id)
    rows = table_rows(standing)

    model = screen.standing.table.standing
    assert model.rowCount() == len(standing.disciplines) + 1
    for place, one in enumerate(standing.disciplines):
        together = one.summary.together
        shown = [model.index(place, column).data() for column in range(len(COLUMNS))]
        assert shown[:6] == [
            discipline_title(one.discipline),
            str(together.total),
            str(together.passed),
            str(together.failed),
            str(together.not_applicable),
            str(together.unchecked),
        ]
    assert rows[-1][1].text == str(standing.figures.due)


def test_every_number_opens_a_list_of_just_as_many_items(make_screen, troubled, qtbot):
    screen = make_screen(troubled.workspace)
    rows = table_rows(stand_of(troubled.workspace, troubled.project.id))
    opened = 0
    for row in rows:
        for cell in row:
            if not cell.leads:
                continue
            screen.board.follow_cell(cell)
            assert len(screen.findings.rows()) == cell.count
            if cell.text.isdigit():
                assert cell.text == str(cell.count)
            opened += 1
    assert opened > len(rows)


def test_a_press_on_a_number_opens_its_list_and_escape_comes_back(make_screen, sample, qtbot):
    screen = make_screen(sample.workspace)
    press_cell(qtbot, screen, "道路", Col.FAILED)

    assert screen.findings.isVisible()
    assert screen.findings.title() == "道路 · 不合格"
    assert [row.word for row in screen.findings.rows()] == ["不合格"]
    qtbot.keyClick(screen.findings.list, Qt.Key.Key_Escape)
    assert screen.standing.isVisible()
    assert screen.standing.table.hasFocus()


def test_a_nought_opens_nothing(make_screen, sample, qtbot):
    screen = make_screen(sample.workspace)
    press_cell(qtbot, screen, "道路", Col.UNCHECKED)
    assert not screen.findings.isVisible()


def test_the_keyboard_walks_the_table_and_the_page_follows(make_screen, sample, qtbot):
    screen = make_screen(sample.workspace, height=420)
    table = screen.standing.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.standing.index(0, 1))
    for _step in range(table.standing.rowCount() - 1):
        qtbot.keyClick(table, Qt.Key.Key_Down)

    seen = screen.standing.area.viewport()
    place = table.viewport().mapTo(seen, table.visualRect(table.currentIndex()).center())
    assert seen.rect().contains(place)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    due = stand_of(sample.workspace, sample.project_id).figures.due
    assert len(screen.findings.rows()) == due


@pytest.mark.parametrize("width", [1294, 839])
def test_all_columns_are_seen_whatever_the_width(make_screen, sample, width):
    screen = make_screen(sample.workspace, width)
    table = screen.standing.table
    across = table.horizontalHeader()
    assert across.length() <= table.viewport().width()
    assert across.sectionSize(0) >= 80


# -- keeping up ----------


def test_what_changes_elsewhere_is_computed_anew(make_screen, troubled, desk, settled):
    screen = make_screen(troubled.workspace)
    visit = list_visits(troubled.workspace, troubled.project.id)[0]
    set_result(troubled.workspace, visit, troubled.spots["left"], AnswerState.PASS)

    desk.hub.tell(Changes.of(Topic.ANSWERS))
    desk.hub.tell(Changes.of(Topic.ANSWERS))
    settled()

    assert screen.standing.verdict.words() == "整改后复验"


def test_another_project_is_chosen_in_the_crumb(make_screen, troubled, settled):
    other = make_project(troubled.workspace, "JF3", "解放三村")
    screen = make_screen(troubled.workspace)
    choice = next(one for one in screen.crumbs()[0].choices if one.text == other.name)

    choice.slot()
    settled()

    assert screen.crumbs()[0].text == other.name
    assert screen.board.empty_text()[0] == "还没有方案"
    assert not screen.make_button.isEnabled()
    screen.go_to(project=troubled.project.id)
    settled()
    assert screen.standing.isVisible()


def test_without_a_project_the_screen_says_what_to_do(make_screen, tmp_path, desk, qtbot):
    workspace = make_workspace(tmp_path / "site")
    screen = make_screen(workspace)

    screen.findChild(type(screen.make_button), "empty_step").click()

    assert desk.go.calls == [(("projects",), {})]
    assert not screen.make_button.isEnabled()
    workspace.close()


# -- for everybody ----------


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
@pytest.mark.parametrize("size", [(1294, 716), (839, 460), (620, 400)])
def test_it_is_accessible_in_every_mode_and_size(
    make_screen, troubled, assert_accessible, mode, size
):
    look().choose(mode)
    screen = make_screen(troubled.workspace, *size)
    assert_accessible(screen)
    screen.board.follow_reason(Condition.MANDATORY_QUALIFIED)
    assert_accessible(screen)
    assert not screen.grab().isNull()


def test_in_a_narrow_window_the_reports_are_a_page(make_screen, sample, qtbot):
    screen = make_screen(sample.workspace, 760, 400)
    assert not screen.papers.isVisible()
    qtbot.mouseClick(screen.standing.papers_button, LEFT)
    assert screen.papers.isVisible()
    assert not screen.standing.isVisible()
    qtbot.mouseClick(screen.panes.back_button, LEFT)
    assert screen.standing.isVisible()


def test_keys_are_clear(make_screen, sample):
    assert unclear(make_screen(sample.workspace).actions_table()) == []


def test_the_models_keep_qts_rules(make_screen, troubled, qtmodeltester):
    screen = make_screen(troubled.workspace)
    screen.board.follow_reason(Condition.MANDATORY_QUALIFIED)
    for model in (screen.standing.table.standing, screen.findings.model, screen.papers_model):
        qtmodeltester.check(model)


def test_a_screen_that_is_not_seen_reads_when_it_is_shown(make_screen, troubled, desk, settled):
    screen = make_screen(troubled.workspace)
    screen.hide()
    visit = list_visits(troubled.workspace, troubled.project.id)[0]
    set_result(troubled.workspace, visit, troubled.spots["left"], AnswerState.PASS)
    desk.hub.tell(Changes.of(Topic.ANSWERS))
    settled()
    assert screen.standing.verdict.words() == "不能判定"

    screen.show()
    settled()
    assert screen.standing.verdict.words() == "整改后复验"


def test_a_crash_while_reading_is_told(make_screen, troubled, desk, settled, monkeypatch, caplog):
    screen = make_screen(troubled.workspace)
    wrong = replace(troubled.project, id="gone")
    screen.board.project = wrong
    screen.board._read_standing()
    settled()
    assert desk.ask.said or desk.crashed.calls
    caplog.clear()
