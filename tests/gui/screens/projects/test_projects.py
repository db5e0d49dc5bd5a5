"""The list of projects, a new one by hand, and one from a workbook."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import Severity
from inspector.core.projects import PlaceKind
from inspector.operations.conflicts import list_conflicts
from inspector.operations.projects import edit_project, find_project, list_places, list_projects
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.ui.kit.style.look import look
from inspector.ui.kit.widgets.stories import StepState
from inspector.ui.screens.projects.cards.model import lead_of, numbers_of, sentence_of, stage_of
from inspector.ui.screens.projects.cards.view import card_in, inside, number_spots
from inspector.ui.screens.projects.history.view import HistoryDialog
from inspector.ui.screens.projects.overview.view import HeatHead, even_lines, steps_of
from inspector.ui.screens.projects.page.view import TABS
from tests.kit.builders import (
    FIRST_DAY,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_visit,
    make_workspace,
    national_pack,
)
from tests.kit.crossing import carry
from tests.kit.sample import sample_workspace
from tests.kit.sheets import make_workbook, with_cell

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def crumbs(screen):
    return [crumb.text for crumb in screen.crumbs()]


# -- cards ----------


def test_an_empty_workspace_says_what_to_do_next(screen, hands, assert_accessible):
    assert_accessible(screen)
    assert screen.cards._stack.currentIndex() == 1
    hands.key(Qt.Key.Key_N, CTRL)
    assert screen.page() == "begin"


def test_the_cards_model_keeps_qts_contract(project, screen, qtmodeltester):
    qtmodeltester.check(screen.cards.model)


def test_a_card_says_the_numbers_that_operations_give(workspace, project, screen):
    place = make_place(workspace, project)
    make_defect(workspace, project, place, severity=Severity.CRITICAL)
    summary = list_projects(workspace)[0]
    shown = {number.key: number.value for number in numbers_of(summary)}
    assert shown["critical"] == "1"
    assert shown["defects"] == "1"
    assert shown["answered"] == "0/0"
    assert project.name in sentence_of(summary)


def spot_of(screen, key):
    """Find a number on the first card."""
    cards = screen.cards.cards
    index = screen.cards.model.index(0)
    area = inside(card_in(QRectF(cards.visualRect(index))))
    spots = number_spots(area, screen.cards.model.row_at(0))
    return next(place.center().toPoint() for number, place in spots if number.key == key)


@pytest.mark.parametrize("key", ["answered", "failed", "critical", "defects", "photos"])
def test_a_press_on_a_number_opens_its_list(project, screen, qtbot, desk, key):
    qtbot.mouseClick(screen.cards.cards.viewport(), LEFT, pos=spot_of(screen, key))
    lead = lead_of(key, project.id)
    assert desk.go.calls == [((lead.screen,), dict(lead.target))]


def test_the_number_of_visits_opens_them_here(project, screen, qtbot, desk):
    qtbot.mouseClick(screen.cards.cards.viewport(), LEFT, pos=spot_of(screen, "visits"))
    assert screen.tab() == "visits"
    assert desk.go.calls == []


def test_a_press_on_a_card_opens_the_project(project, screen, qtbot):
    qtbot.mouseClick(screen.cards.cards.viewport(), LEFT, pos=QPoint(60, 40))
    assert screen.tab() == "overview"
    assert crumbs(screen) == ["项目", project.name]


def test_enter_opens_the_project_and_escape_leads_back(project, screen, hands):
    hands.key(Qt.Key.Key_Return, widget=screen.cards.cards)
    assert screen.tab() == "overview"
    hands.key(Qt.Key.Key_Escape)
    assert screen.page() == "cards"


def test_a_project_on_its_way_tells_its_next_step(workspace, project):
    summary = list_projects(workspace)[0]
    assert stage_of(summary).text == "建档"
    make_place(workspace, project)
    assert stage_of(list_projects(workspace)[0]).text == "编制方案"


def test_an_accepted_project_says_so_and_what_is_left(workspace, project):
    (summary,) = list_projects(workspace)
    checked = replace(summary, buildings=1, due=3, answered=3, open_defects=2)
    assert stage_of(checked).text == "整改中"
    assert [step.state for step in steps_of(checked)][-2:] == [StepState.NOW, StepState.NEXT]
    accepted = replace(checked, accepted_on=FIRST_DAY)
    assert (stage_of(accepted).text, "2 条" in stage_of(accepted).next_step) == ("已验收", True)
    assert {step.state for step in steps_of(accepted)} == {StepState.DONE}
    whole = replace(accepted, open_defects=0)
    assert "长效管理" in stage_of(whole).next_step


@pytest.mark.parametrize("mode", ["dark", "sun", "light"])
def test_cards_paint_in_every_mode(project, screen, mode):
    look().choose(mode)
    assert not screen.grab().isNull()


# -- a new project ----------


def test_a_project_is_made_by_typing(workspace, screen, hands):
    hands.key(Qt.Key.Key_N, CTRL)
    form = screen.begin.form
    hands.type(
        form,
        code="jf2",
        name="景芳二区老旧小区改造",
        plan_year="2026",
        district="上城区",
        subdistrict="四季青街道",
        address="景芳路 1 号",
        investment_yuan="12,500,000.50",
        started_on="2026-3-1",
        finished_on="2026年11月30日",
    )
    hands.press("give_project")
    made = find_project(workspace, "JF2")
    assert (made.name, made.plan_year) == ("景芳二区老旧小区改造", 2026)
    assert made.investment_yuan == Decimal("12500000.50")
    assert (made.started_on, made.finished_on) == (date(2026, 3, 1), date(2026, 11, 30))
    assert screen.tab() == "places"
    assert crumbs(screen) == ["项目", made.name]


def test_enter_in_the_last_field_makes_the_project(workspace, screen, hands):
    screen.begin_project()
    hands.type(screen.begin.form, code="JF2")
    hands.field(screen.begin.form, "name", "景芳二区")
    assert find_project(workspace, "JF2").name == "景芳二区"


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"code": "", "name": "景芳二区"}, "code"),
        ({"code": "JF2", "name": ""}, "name"),
        ({"code": "2J", "name": "景芳二区"}, "code"),
        ({"code": "景芳", "name": "景芳二区"}, "code"),
        ({"code": "JF2", "name": "景芳二区", "plan_year": "今年"}, "plan_year"),
        ({"code": "JF2", "name": "景芳二区", "plan_year": "20"}, "plan_year"),
        ({"code": "JF2", "name": "景芳二区", "investment_yuan": "一千万"}, "investment_yuan"),
        ({"code": "JF2", "name": "景芳二区", "investment_yuan": "-1"}, "investment_yuan"),
        ({"code": "JF2", "name": "景芳二区", "started_on": "2026-2-30"}, "started_on"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(workspace, screen, hands, texts, field):
    screen.begin_project()
    hands.type(screen.begin.form, **texts)
    hands.press("give_project")
    assert screen.begin.form.error(field)
    assert list_projects(workspace) == []


def test_a_code_that_is_taken_is_said_at_the_code(workspace, project, screen, hands):
    screen.begin_project()
    hands.type(screen.begin.form, code="jf2", name="别的小区")
    hands.press("give_project")
    assert "code_taken" in screen.begin.form.error("code")
    assert len(list_projects(workspace)) == 1


def test_all_faults_stay_in_view_at_once(screen, hands):
    screen.begin_project()
    hands.type(screen.begin.form, plan_year="今年", started_on="昨天")
    hands.press("give_project")
    form = screen.begin.form
    assert all(form.error(key) for key in ("code", "name", "plan_year", "started_on"))


# -- workbooks ----------


def test_the_template_is_saved(tmp_path, screen, hands, ask, desk):
    ask.answers = [tmp_path / "模板.xlsx"]
    screen.ask_template()
    assert (tmp_path / "模板.xlsx").stat().st_size > 1000
    assert "模板.xlsx" in desk.toast.calls[0][0][0]


def test_a_template_never_overwrites(tmp_path, screen, ask):
    (tmp_path / "模板.xlsx").write_text("mine", encoding="utf-8")
    ask.answers = [tmp_path / "模板.xlsx"]
    screen.ask_template()
    assert (tmp_path / "模板.xlsx").read_text(encoding="utf-8") == "mine"
    assert "file_exists" in ask.said[-1]


def test_a_good_workbook_becomes_a_project(workspace, tmp_path, screen, hands, ask):
    ask.answers = [[make_workbook(tmp_path / "gut.xlsx")]]
    hands.key(Qt.Key.Key_I, CTRL)
    made = list_projects(workspace)[0].project
    assert screen.tab() == "overview"
    assert crumbs(screen) == ["项目", made.name]
    assert list_places(workspace, made.id)


def test_a_bad_workbook_lists_sheet_row_and_column(workspace, tmp_path, screen, hands, ask):
    bad = make_workbook(
        tmp_path / "schlecht.xlsx",
        with_cell("项目", "年度", 2, "今年"),
        with_cell("楼栋", "楼栋编号", 3, "一号楼"),
    )
    ask.answers = [[bad]]
    hands.key(Qt.Key.Key_I, CTRL)
    assert screen.page() == "faults"
    lines = screen.faults.lines()
    assert any("项目" in line and "2" in line and "年度" in line for line in lines)
    assert any("楼栋" in line and "3" in line and "楼栋编号" in line for line in lines)
    assert list_projects(workspace) == []
    ask.answers = [[make_workbook(tmp_path / "gut.xlsx")]]
    hands.key(Qt.Key.Key_I, CTRL)
    assert screen.tab() == "overview"


def test_a_file_that_is_no_workbook_is_refused_in_words(tmp_path, screen, hands, ask):
    (tmp_path / "notes.xlsx").write_text("no", encoding="utf-8")
    ask.answers = [[tmp_path / "notes.xlsx"]]
    hands.key(Qt.Key.Key_I, CTRL)
    assert "sheet" in ask.said[-1]
    assert screen.page() == "cards"


# -- going about ----------


def test_another_screen_leads_to_a_place_and_a_party(workspace, project, screen, hands):
    place = make_place(workspace, project)
    party = make_party(workspace, project)
    screen.go_to(project=project.id, place=place.id)
    assert (screen.tab(), screen.project.places.chosen_id()) == ("places", place.id)
    screen.go_to(project=project.id, party=party.id)
    assert (screen.tab(), screen.project.parties.chosen_id()) == ("parties", party.id)
    screen.go_to(project=project.id)
    assert screen.tab() == "overview"
    hands.wait()


def test_a_project_that_is_not_here_leaves_the_place(screen):
    screen.go_to(project="gone")
    assert screen.page() == "cards"


def test_tabs_have_keys(project, screen, hands):
    screen.show_project(project.id)
    for number, key in enumerate(dict(TABS), start=1):
        hands.key(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert screen.tab() == key


def test_tabs_fold_into_a_choice_where_room_is_short(project, screen, hands):
    screen.show_project(project.id)
    hands.wait()
    page = screen.project
    assert page.tabs.isVisible()
    assert not page.tab_box.isVisible()
    screen.resize(520, 500)
    hands.wait()
    assert not page.tabs.isVisible()
    page.tab_box.choose("parties")
    page.tab_box.chosen.emit("parties")
    assert screen.tab() == "parties"
    page.show_tab("visits")
    assert page.tab_box.current() == "visits"


def test_every_tab_can_be_reached_and_read(project, screen, hands, assert_accessible):
    screen.show_project(project.id)
    for key in dict(TABS):
        screen.project.show_tab(key)
        hands.wait()
        assert_accessible(screen)


def test_neighbours_are_one_choice_away(workspace, project, screen, hands):
    other = make_project(workspace, "XH9", "嘉绿苑")
    screen.reread()
    screen.show_project(project.id, "parties")
    choices = screen.crumbs()[-1].choices
    assert [choice.is_current for choice in choices] == [True, False]
    choices[1].slot()
    assert screen.board.project_id == other.id
    assert screen.tab() == "parties"
    hands.wait()


def test_the_history_of_a_project_is_told(workspace, project, screen, hands, qtbot):
    screen.show_project(project.id)
    screen.board.give_fact("district", "上城区", print)
    hands.wait()
    hands.key(Qt.Key.Key_H, CTRL)
    dialog = screen.findChild(HistoryDialog)
    texts = [event.text for event in dialog.timeline._events]
    assert texts[0].startswith("建立")
    assert "区县：空 → 上城区" in texts
    assert all("李工" in event.detail for event in dialog.timeline._events)
    dialog.accept()


@pytest.fixture
def elsewhere(workspace, project, tmp_path):
    laptop = make_workspace(tmp_path / "other", person="张工")
    carry(workspace, laptop, tmp_path)
    yield workspace, project, laptop, tmp_path
    laptop.close()


@pytest.mark.parametrize("is_told", [False, True])
def test_a_fact_that_came_while_one_is_typed_is_not_overwritten(
    elsewhere, screen, hands, qtbot, is_told
):
    workspace, project, laptop, tmp_path = elsewhere
    screen.show_project(project.id)
    form = screen.project.overview.form
    hands.type(form, address="这里写的")
    edit_project(laptop, project.id, address="那里写的")
    carry(laptop, workspace, tmp_path)
    if is_told:
        screen.desk.hub.tell_outcome(Outcome(None, Changes(frozenset(Topic))))
    hands.key(Qt.Key.Key_Return, widget=form.editor("address"))
    (conflict,) = list_conflicts(workspace)
    assert {one.value for one in conflict.values} == {"这里写的", "那里写的"}
    screen.reread()
    number = screen.project.overview._numbers["conflicts"]
    assert not number.isHidden()
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    assert screen.desk.go.calls[-1] == (("sync",), {"show": "inbox", "project": project.id})


def test_a_history_shows_a_day_and_gives_a_value_back(workspace, project, screen, hands, qtbot):
    screen.show_project(project.id)
    for district in ("上城区", "西湖区"):
        screen.board.give_fact("district", district, print)
        hands.wait()
    hands.key(Qt.Key.Key_H, CTRL)
    past = screen.findChild(HistoryDialog).past
    past.day.setText("昨天")
    qtbot.keyClick(past.day, Qt.Key.Key_Return)
    assert past.head() == ""
    past.day.setText(workspace.today().isoformat())
    qtbot.keyClick(past.day, Qt.Key.Key_Return)
    assert past.head().startswith(workspace.today().isoformat())
    assert "西湖区" in [label.words() for label in past.facts._labels]
    past.day.setText("2001-01-01")
    qtbot.keyClick(past.day, Qt.Key.Key_Return)
    assert "还没有这条记录" in past.head()
    offers = [past.timeline.button(place) for place in range(len(past.timeline._events))]
    assert [button.text() for button in offers if button] == ["恢复为“空”", "恢复为“上城区”"]
    qtbot.mouseClick(offers[-1], Qt.MouseButton.LeftButton)
    hands.wait()
    assert find_project(workspace, project.id).district == "上城区"
    assert past.timeline._events[-1].text == "区县：西湖区 → 上城区"
    screen.findChild(HistoryDialog).accept()


def test_a_history_speaks_of_days_people_and_places(workspace, project, screen, hands):
    screen.show_project(project.id)
    hands.wait()
    place = make_place(workspace, project)
    unit = make_place(
        workspace, project, "1", kind=PlaceKind.UNIT, name="一单元", parent_id=place.id
    )
    visit = make_visit(workspace, project)
    scope = SchemeDraft(
        item_id="RD-006", place_id=unit.id, planned_quantity=Decimal(12), quantity_unit="m"
    )
    ref, _pack = national_pack(workspace)
    (row,) = put_in_scope(workspace, project.id, ref, [scope]).value
    made = {record.id: screen.board.history(record.id)[0].text for record in (unit, visit, row)}
    assert "上级部位 12号楼" in made[unit.id]
    assert f"日期 {visit.first_on.isoformat()}" in made[visit.id]
    assert "查验人员 李工" in made[visit.id]
    assert "计划工程量 12 m" in made[row.id]
    assert "部位 12号楼 一单元" in made[row.id]
    assert f"检查清单版本 {ref.pack_id} {ref.version}" in made[row.id]
    assert not any(sign in text for text in made.values() for sign in '{"}')


# -- at a glance ----------


def test_a_head_breaks_evenly():
    assert even_lines("房屋本体", 40) == "房屋\n本体"
    assert even_lines("安防", 40) == "安防"


def test_the_heads_of_the_map_stand_where_a_word_is_wider_than_its_column(qtbot):
    head = HeatHead()
    qtbot.addWidget(head)
    names = QStandardItemModel(1, 1)
    head.setModel(names)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.resizeSection(0, 50)
    low = head.sizeHint().height()
    for name, stands in (("停车与充电", False), ("Roads and pavements", True)):
        names.setHeaderData(0, Qt.Orientation.Horizontal, name)
        assert head.stands() is stands
    assert head.sizeHint().height() > low


def test_a_fact_saves_itself_when_the_field_is_left(workspace, project, screen, hands):
    screen.show_project(project.id)
    hands.wait()
    hands.field(screen.project.overview.form, "district", "上城区")
    assert find_project(workspace, "JF2").district == "上城区"
    hands.field(screen.project.overview.form, "plan_year", "明年")
    assert screen.project.overview.form.error("plan_year")
    assert find_project(workspace, "JF2").plan_year is None


def test_a_name_cannot_be_emptied(workspace, project, screen, hands):
    screen.show_project(project.id)
    hands.wait()
    editor = screen.project.overview.form.editor("name")
    editor.setFocus()
    editor.clear()
    hands.key(Qt.Key.Key_Return, widget=editor)
    assert screen.project.overview.form.error("name")
    assert find_project(workspace, "JF2").name == project.name


def test_an_empty_project_leads_to_its_next_step(project, screen, hands, qtbot):
    screen.show_project(project.id)
    hands.wait()
    qtbot.mouseClick(screen.project.overview._nothing.button, LEFT)
    assert screen.tab() == "places"


@pytest.mark.slow
def test_the_heat_map_counts_as_operations_do(tmp_path, desk, jobs, qtbot, idle, qtmodeltester):
    from dataclasses import replace

    from inspector.core.checklists import AnswerState
    from inspector.operations.standing import stand_of
    from inspector.ui.screens.projects.view import ProjectsScreen

    with sample_workspace(tmp_path) as sample:
        screen = ProjectsScreen(replace(desk, workspace=sample.workspace))
        qtbot.addWidget(screen)
        screen.resize(1294, 716)
        screen.show()
        screen.show_project(sample.project_id)
        idle(jobs)
        standing = stand_of(sample.workspace, sample.project_id)
        heat = screen.project.overview.heat_model.heat
        tallies = heat.tallies.values()
        assert sum(tally.total for tally in tallies) == standing.figures.due
        assert sum(tally.unchecked for tally in tallies) == standing.figures.unchecked
        failed = sum(f.state is AnswerState.FAIL for f in standing.findings)
        assert sum(tally.failed for tally in tallies) == failed
        for one in standing.disciplines:
            code = one.discipline.code
            passed = sum(t.passed for key, t in heat.tallies.items() if key[1] == code)
            assert passed == one.summary.together.passed
        qtmodeltester.check(screen.project.overview.heat_model)
        opened = press_a_cell(screen, qtbot)
        idle(jobs)
        assert desk.go.calls[-1] == (
            ("acceptance",),
            {
                "project": sample.project_id,
                "items": "failed" if opened.tally.failed else "due",
                "block": opened.place.id,
                "discipline": opened.discipline.code,
            },
        )
        for mode in ("dark", "sun", "light"):
            look().choose(mode)
            assert not screen.grab().isNull()


def press_a_cell(screen, qtbot):
    """Press the first cell that has items."""
    model, table = screen.project.overview.heat_model, screen.project.overview.heat
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            cell = model.heat.cell(row, column)
            if cell.tally.total:
                spot = table.visualRect(model.index(row, column)).center()
                qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
                return cell
    raise AssertionError("no cell has items")
