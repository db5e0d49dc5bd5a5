"""Programmes and annual plans by hand."""

from PySide6.QtWidgets import QWidget

from inspector.core.changes import Changes, Topic
from inspector.operations.programmes import (
    create_programme,
    list_programmes,
    list_years,
    save_programme_template,
)
from inspector.operations.projects import list_projects

NAME = "2026—2028 三年行动计划"


def begin(hands):
    hands.press("show_programmes")
    hands.press("begin_programme")
    return hands.screen.programmes


def test_a_programme_is_made_by_hand_and_its_years_get_targets(project, hands, workspace):
    page = begin(hands)
    hands.type(page.new.form, name=NAME, district="上城区", first_year="2026", last_year="2028")
    hands.press("make", page.new)
    (made,) = list_programmes(workspace)
    assert (made.name, made.district, made.first_year, made.last_year) == (
        NAME,
        "上城区",
        2026,
        2028,
    )
    hands.field(page.years.form, "2026_communities", "7")
    hands.field(page.years.form, "2026_buildings", "186")
    hands.field(page.years.form, "2027_communities", "43")
    targets = [one.targets for one in list_years(workspace, made.id)]
    assert [(one.communities, one.buildings) for one in targets] == [
        (7, 186),
        (43, None),
        (None, None),
    ]
    assert page.years.form.editor("2026_communities").text() == "7"


def test_a_change_saves_itself_and_other_years_bring_other_fields(project, hands, workspace):
    made = create_programme(workspace, NAME, first_year=2026, last_year=2026).value
    hands.press("show_programmes")
    page = hands.screen.programmes
    hands.field(page.sheet.form, "buildings", "941")
    hands.field(page.sheet.form, "last_year", "2027")
    (found,) = list_programmes(workspace)
    assert (found.id, found.buildings, found.last_year) == (made.id, 941, 2027)
    assert page.years.form.editor("2027_buildings").isVisible()


def test_what_is_refused_is_said_at_its_field(project, hands, workspace):
    create_programme(workspace, NAME, first_year=2026, last_year=2028)
    page = begin(hands)
    hands.type(page.new.form, name=NAME)
    hands.press("make", page.new)
    assert page.new.form.error("name") == "name_taken"
    hands.type(page.new.form, name="另一个计划", first_year="2028", last_year="2026")
    hands.press("make", page.new)
    assert page.new.form.error("last_year") == "years_unfit"
    page.leave()
    hands.field(page.sheet.form, "last_year", "2020")
    assert page.sheet.form.error("last_year")
    assert len(list_programmes(workspace)) == 1


def test_a_project_is_put_into_a_known_programme(project, hands, workspace, desk):
    create_programme(workspace, NAME)
    desk.hub.tell(Changes.of(Topic.PROJECTS))
    hands.screen.show_project(project.id)
    hands.wait()
    form = hands.screen.project.overview.form
    completer = form.editor("programme").completer()
    completer.setCompletionPrefix("行动")
    assert completer.currentCompletion() == NAME
    hands.field(form, "programme", NAME)
    hands.field(form, "plan_year", "2026")
    (summary,) = list_projects(workspace)
    assert (summary.programme, summary.project.plan_year) == (NAME, 2026)
    (known,) = list_programmes(workspace)
    assert [(one.year, one.projects) for one in list_years(workspace, known.id)] == [(2026, 1)]


def test_escape_leaves_one_thing_at_a_time(project, hands):
    page = begin(hands)
    assert hands.screen.page() == "programmes"
    hands.screen._back()
    assert hands.screen.page() == "cards"
    assert not page.is_drafting()


def test_the_acts_of_all_projects_fit_the_least_window(project, screen, qtbot):
    screen.resize(688, 440)
    assert screen.minimumSizeHint().width() <= 688
    button = screen.findChild(QWidget, "begin_project")
    qtbot.waitUntil(
        lambda: screen.rect().contains(button.mapTo(screen, button.rect().bottomRight()))
    )


def test_a_programme_can_come_before_the_first_project(hands):
    hands.press("show_programmes")
    hands.press("begin_programme")
    assert hands.screen.programmes.new.isVisible()


def test_a_programme_comes_from_a_workbook_and_wrong_sums_are_said(
    project, hands, workspace, ask, tmp_path
):
    book = save_programme_template(tmp_path / "计划.xlsx")
    hands.press("show_programmes")
    ask.answers.append([book])
    hands.press("import_programme")
    (made,) = list_programmes(workspace)
    page = hands.screen.programmes
    assert (made.communities, page.years.sums.isVisible()) == (73, False)
    hands.field(page.years.form, "2028_communities", "24")
    assert "7 + 43 + 24 = 74" in page.years.sums.text()
    ask.answers.append([tmp_path / "gone.xlsx"])
    hands.press("import_programme")
    assert ask.said[-1]
