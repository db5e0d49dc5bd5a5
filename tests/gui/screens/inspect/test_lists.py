"""Places and items: progress, filters, undo, other visits, small windows, empty screens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QLineEdit

from inspector.core.checklists import AnswerState
from inspector.core.inspections import VisitKind
from inspector.operations.history import undo
from inspector.operations.inspecting import set_result
from inspector.operations.projects import create_project
from inspector.operations.visits import VisitDraft, create_visit, list_visits
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.style.look import look
from inspector.ui.kit.widgets.folding import Fold
from inspector.ui.screens.inspect.model import Counts, HeadRow, ItemFilter, short_name
from inspector.ui.screens.inspect.visits.view import NewVisitDialog
from tests.kit.builders import make_project, make_visit

KEY = Qt.Key


def rows(hands):
    model = hands.screen.items.list.model()
    return [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]


def item_ids(hands):
    return [row.line.item.id for row in rows(hands) if not isinstance(row, HeadRow)]


def place_row(hands, place_id):
    return next(row for row in hands.board.place_rows() if row.id == place_id)


# -- places


def test_places_stand_as_a_tree_with_progress_of_all_that_is_in_them(hands, site):
    hands.key(KEY.Key_1)
    hands.board.choose_place(site.unit)
    hands.screen._focus_list()
    hands.key(KEY.Key_2)
    road, building = place_row(hands, site.road), place_row(hands, site.building)
    assert (road.whole.answered, road.whole.due) == (1, 5)
    assert (building.own.answered, building.whole.answered, building.whole.due) == (0, 1, 8)
    assert building.whole.failed == 1
    assert hands.board.whole() == Counts(
        due=13, answered=2, failed=1, mandatory_unchecked=hands.board.whole().mandatory_unchecked
    )


def test_counts_at_other_places_stay_right_while_one_goes_about(hands, site):
    for place in (site.road, site.building, site.unit):
        hands.board.choose_place(place)
        hands.screen._focus_list()
        hands.key(KEY.Key_1)
    before = hands.board.whole()
    hands.board.reread()
    assert hands.board.whole() == before


def test_a_unit_does_not_repeat_the_name_of_its_building(hands, site):
    assert place_row(hands, site.unit).name == "一单元"
    assert short_name("12幢", "12幢") == "12幢"


@pytest.mark.parametrize("which", ["places", "items"])
def test_models_keep_qts_rules(hands, qtmodeltester, which):
    view = hands.screen.places.tree if which == "places" else hands.screen.items.list
    qtmodeltester.check(view.model(), force_py=True)


def test_numbers_change_without_closing_the_tree(hands, site):
    tree = hands.screen.places.tree
    model = tree.model()
    tree.setExpanded(model.index_of(site.building), True)
    hands.key(KEY.Key_1)
    assert tree.isExpanded(model.index_of(site.building))


# -- items


def test_items_stand_under_their_disciplines(hands, site):
    hands.board.choose_place(site.building)
    heads = [row for row in rows(hands) if isinstance(row, HeadRow)]
    assert [(head.title, head.due) for head in heads] == [("消防", 2), ("房屋本体", 2)]


def test_filters_show_a_part_and_count_it(hands):
    hands.key(KEY.Key_2)
    chips = hands.screen.items.chips
    assert [chip.text() for chip in chips._chips.values()] == ["全部", "未查 4", "不合格 1"]
    chips.chosen.emit(ItemFilter.FAILED)
    assert item_ids(hands) == ["RD-005"]
    chips.chosen.emit(ItemFilter.OPEN)
    assert "RD-005" in item_ids(hands)  # what is looked at stays
    hands.board.choose_item("RD-010")
    chips.chosen.emit(ItemFilter.OPEN)
    assert "RD-005" not in item_ids(hands)


def test_the_list_keeps_its_place_when_an_item_no_longer_fits_the_filter(hands):
    hands.board.choose_filter(ItemFilter.OPEN)
    before = item_ids(hands)
    hands.key(KEY.Key_1)
    assert item_ids(hands) == before
    assert hands.board.item_id == "RD-005"


def test_an_empty_filter_offers_the_whole_list(hands, site):
    hands.board.choose_filter(ItemFilter.FAILED)
    hands.board.item_id = ""
    hands.board.choose_filter(ItemFilter.FAILED)
    pane = hands.screen.items
    assert pane._stack.currentWidget() is pane._empty
    pane._empty.asked.emit()
    assert len(item_ids(hands)) == 5


def test_the_persons_own_act_reads_nothing_again(hands, monkeypatch):
    reread = []
    monkeypatch.setattr(hands.board, "reread", lambda: reread.append(1))
    hands.key(KEY.Key_1)
    hands.key(KEY.Key_2)
    assert reread == []
    assert hands.board.line().state is AnswerState.FAIL


def test_what_others_touch_is_read_again_in_place(hands, site):
    hands.board.choose_item("RD-010")
    outcome = set_result(
        site.workspace, site.visit, site.line("RD-010").spot, AnswerState.FAIL, None
    )
    hands.desk.hub.tell_outcome(outcome)
    assert hands.board.item_id == "RD-010"
    assert hands.board.line().state is AnswerState.FAIL
    assert hands.screen.findChild(object, "verdict_fail").isChecked()


def test_undo_shows_what_was_before(hands, site):
    hands.key(KEY.Key_1)
    ((outcome,), _more) = hands.desk.remember.calls[-1]
    hands.desk.hub.tell_outcome(undo(site.workspace, outcome.act))
    assert hands.board.line().state is AnswerState.UNCHECKED
    assert place_row(hands, site.road).own.answered == 0


# -- visits and projects


def test_crumbs_offer_the_other_visits_and_a_new_one(hands, site):
    other = make_visit(site.workspace, site.project)
    hands.board.reread()
    project, visit = hands.screen.crumbs()
    assert project.text == "解放二村"
    assert [choice.text for choice in visit.choices][-1] == "新查验…"
    wanted = next(choice for choice in visit.choices if not choice.is_current)
    hands.key(KEY.Key_1)
    here = hands.board.visit
    wanted.slot()
    assert {hands.board.visit.id, here.id} == {other.id, site.visit.id}
    assert hands.board.counts().answered == 0  # what was found belongs to the visit


def test_another_project_brings_its_newest_visit(hands, site):
    other = make_project(site.workspace, "TS3", "天水三弄")
    hands.board.reread()
    project = hands.screen.crumbs()[0]
    next(choice for choice in project.choices if choice.text == other.name).slot()
    assert hands.board.project == other
    assert hands.board.visit is None


def test_a_visit_is_begun_in_a_dialog_that_is_filled_in(hands, site, qtbot):
    hands.screen.begin_visit()
    dialog = hands.screen.findChild(QDialog, "new_visit")
    assert dialog.findChild(QLineEdit, "visit_people").text() == "李工"
    dialog.findChild(QDateEdit, "visit_day").setDate(QDate(2026, 5, 12))
    assert dialog.findChild(QLineEdit, "visit_title").placeholderText() == "05-12 巡查"
    qtbot.mouseClick(dialog.findChild(object, "give_visit"), Qt.MouseButton.LeftButton)
    hands.settle()
    assert hands.board.visit.title == "05-12 巡查"
    assert len(list_visits(site.workspace, site.project.id)) == 2


def test_several_inspectors_are_told_apart(qtbot, site):
    given = []
    dialog = NewVisitDialog(site.workspace.today(), "李工、John Smith，王工", given.append)
    dialog._give()
    (draft,) = given
    assert draft.inspectors == ("李工", "John Smith", "王工")
    assert draft.kind is VisitKind.PATROL


# -- being led here


def test_a_search_hit_leads_to_a_place_and_an_item(hands, site):
    hands.screen.go_to(project=site.project.id, place=site.unit, item="FS-017")
    assert (hands.board.place_id, hands.board.item_id) == (site.unit, "FS-017")


def test_an_item_alone_is_found_at_the_first_place_that_has_it(hands, site):
    hands.screen.go_to(project="", item="BE-001")
    assert (hands.board.place_id, hands.board.item_id) == (site.building, "BE-001")
    hands.screen.go_to(item="LM-001")  # in scope nowhere
    assert hands.board.item_id == "BE-001"


def test_a_visit_alone_leads_there(hands, site):
    draft = VisitDraft(kind=VisitKind.JOINT, first_on=site.workspace.today())
    other = create_visit(site.workspace, site.project.id, draft).value
    hands.screen.go_to(visit=other.id)
    assert hands.board.visit == other


# -- nothing here yet


def test_without_a_project_the_screen_leads_to_the_projects(seat, empty):
    hands = seat(empty)
    assert hands.screen._nothing.button.text() == "去建立项目"
    hands.screen._nothing.button.click()
    assert hands.desk.go.calls == [(("projects",), {})]


def test_without_a_visit_the_screen_offers_one(seat, empty):
    create_project(empty, "JF2", "解放二村")
    hands = seat(empty)
    assert hands.screen._nothing.button.text() == "新查验…"
    hands.screen._nothing.button.click()
    dialog = hands.screen.findChild(QDialog, "new_visit")
    assert dialog.isVisible()
    dialog.reject()


def test_without_a_scheme_the_screen_leads_to_it(seat, empty):
    project = make_project(empty)
    make_visit(empty, project)
    hands = seat(empty)
    hands.screen._nothing.button.click()
    assert hands.desk.go.calls == [(("projects",), {"project": project.id})]


# -- fitting


@pytest.mark.parametrize(
    ("size", "fold"),
    [((1294, 716), Fold.ALL), ((911, 460), Fold.NO_TREE), ((840, 460), Fold.PAGES)],
)
def test_the_panes_fold_with_the_window(seat, site, size, fold):
    hands = seat(site.workspace, size)
    assert hands.screen.panes.fold() is fold


def test_in_a_short_window_the_verdict_stays_in_reach(seat, site, qtbot):
    hands = seat(site.workspace, (911, 460))
    hands.key(KEY.Key_R)
    hands.board.choose_item("RD-006")
    button = hands.screen.findChild(object, "verdict_pass")
    qtbot.waitUntil(lambda: button.isVisible() and not button.visibleRegion().isEmpty())
    corner = button.mapTo(hands.screen, button.rect().bottomRight())
    assert hands.screen.rect().contains(corner)
    hands.screen.resize(1294, 716)
    assert hands.sheet._pinned.isHidden()


def test_a_narrow_window_shows_one_page_after_the_other(seat, site):
    hands = seat(site.workspace, (840, 460))
    assert hands.sheet.isHidden() or not hands.sheet.isVisible()
    hands.key(KEY.Key_1, KEY.Key_Return)
    assert hands.sheet.isVisible()
    assert hands.board.item_id == "RD-006"
    hands.key(KEY.Key_Escape)
    assert hands.screen.items.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
def test_everything_has_a_name_and_a_size_in_every_mode(hands, assert_accessible, qtbot, mode):
    look().choose(mode)
    for item in ("RD-005", "RD-006", "RD-009"):
        hands.board.choose_item(item)
        hands.key(KEY.Key_2)
        assert_accessible(hands.screen)
    hands.key(KEY.Key_N, control=True)
    qtbot.waitUntil(lambda: hands.sheet.findChild(object, "give_defect").height() > 40)
    assert_accessible(hands.screen)


def test_rows_say_themselves_to_screen_readers(hands):
    model = hands.screen.items.list.model()
    said = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert said[:2] == ["道路 0/5", "RD-005 沥青路面外观 必改 · 一般项目 未查"]
    tree = hands.screen.places.tree.model()
    assert tree.index(0, 0).data() == "一号路，已查 0，共 5，不合格 0"


def test_counts_add_up():
    one = Counts(due=3, answered=1, failed=1, mandatory_unchecked=2)
    assert one.plus(one) == replace(one, due=6, answered=2, failed=2, mandatory_unchecked=4)
    assert one.unchecked == 2
