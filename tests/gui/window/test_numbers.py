"""Every number that leads somewhere opens a list of exactly as many records."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from inspector.core.checklists import AnswerState, Severity
from inspector.core.conclusion import Condition
from inspector.operations.defects import DefectDraft, record_defect
from inspector.operations.inspecting import Spot, set_result
from inspector.operations.photos import import_photos, list_photos, original_of
from inspector.operations.projects import list_places, summarise_project
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.standing import stand_of
from inspector.ui import main as front
from inspector.ui.kit.widgets.lines import MarkLine
from inspector.ui.screens.projects.cards.model import numbers_of
from inspector.ui.screens.projects.cards.view import card_in, inside, number_spots
from inspector.ui.window.crash import CrashReporter
from tests.kit.builders import START, national_pack
from tests.kit.photo_files import make_jpeg
from tests.kit.sample import sample_workspace

LEFT = Qt.MouseButton.LeftButton
KEYS = ("answered", "failed", "critical", "defects", "photos", "visits")
FOUND_BY = ("card", "overview")


@pytest.fixture
def site(tmp_path):
    """The sample, with a failure more, a defect of each severity, and a photo of no project."""
    with sample_workspace(tmp_path / "site") as made:
        place = next(place for _depth, place in list_places(made.workspace, made.project_id))
        for severity in Severity:
            draft = DefectDraft(place_id=place.id, text="墙面渗水", severity=severity)
            record_defect(made.workspace, made.project_id, draft)
        _fail_one(made)
        _leave_one(made, place)
        loose = tmp_path / "loose.jpg"
        loose.write_bytes(make_jpeg())
        import_photos(made.workspace, [loose])
        yield made


def _fail_one(made):
    found = stand_of(made.workspace, made.project_id).findings
    passed = next(one for one in found if one.state is AnswerState.PASS and not one.readings)
    spot = spot_of(passed)
    set_result(made.workspace, passed.visit, spot, AnswerState.FAIL)


def _leave_one(made, place):
    """Put an item in scope that nobody has looked at."""
    ref, pack = national_pack(made.workspace)
    found = stand_of(made.workspace, made.project_id).findings
    here = {one.item.id for one in found if one.row.place_id == place.id}
    item = next(one for one in pack.items if one.id not in here and not one.retired)
    put_in_scope(
        made.workspace, made.project_id, ref, [SchemeDraft(item_id=item.id, place_id=place.id)]
    )


def spot_of(finding):
    return Spot(finding.visit.id, finding.row.place_id, finding.row.item_id)


@pytest.fixture
def window(site, tmp_path, qtbot):
    reporter = CrashReporter(tmp_path / "logs", lambda: START)
    made, _acts = front._window(site.workspace, tmp_path / "profile", reporter)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.start()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("projects")
    settle(made, qtbot)
    yield made
    made.close()


def settle(window, qtbot):
    jobs = window.desk.jobs
    for _round in range(3):
        qtbot.waitUntil(lambda: not jobs.acts.is_busy() and not jobs.long.is_busy(), timeout=30_000)
        qtbot.wait(1)


def room(window):
    return window._rooms[window.current_key()]


def press(window, qtbot, widget, spot=None):
    qtbot.mouseClick(widget, LEFT, pos=QPoint() if spot is None else spot)
    settle(window, qtbot)


def press_number(window, qtbot, key, where):
    """Press a number of the card, or of the project's first page."""
    screen = room(window)
    if where == "card":
        cards = screen.cards.cards
        area = inside(card_in(QRectF(cards.visualRect(screen.cards.model.index(0)))))
        spots = number_spots(area, screen.cards.model.row_at(0))
        spot = next(place.center().toPoint() for number, place in spots if number.key == key)
        press(window, qtbot, cards.viewport(), spot)
    else:
        screen.show_project(screen.cards.model.row_at(0).project.id)
        settle(window, qtbot)
        button = screen.findChild(object, f"number_{key}")
        press(window, qtbot, button, button.rect().center())


def listed(window):
    """Count the rows that are shown in the room where one was led."""
    screen, key = room(window), window.current_key()
    if key == "acceptance":
        assert screen.findings.isVisible()
        assert screen.findings.model.rowCount() == len(screen.findings.rows())
        return screen.findings.model.rowCount()
    if key == "defects":
        return screen.side.list.model().rowCount()
    if key == "photos":
        return screen.sheet.model().rowCount()
    assert (key, screen.tab()) == ("projects", "visits")
    return screen.project.visits.records.model.rowCount()


@pytest.mark.parametrize("where", FOUND_BY)
@pytest.mark.parametrize("key", KEYS)
def test_a_number_of_a_project_opens_as_many_records(window, site, qtbot, key, where):
    summary = summarise_project(site.workspace, site.project_id)
    number = next(one for one in numbers_of(summary) if one.key == key)
    wanted = int(number.value.split("/")[0])
    assert wanted > 0
    press_number(window, qtbot, key, where)
    assert listed(window) == wanted


def test_a_number_opens_its_list_whatever_narrowed_it_before(window, site, qtbot):
    window.go("defects")
    settle(window, qtbot)
    room(window).side.panel.text.setText("没有这样的问题")
    room(window).side.chips.chosen.emit("overdue")
    window.go("photos")
    settle(window, qtbot)
    room(window).chips.chosen.emit("doubtful")
    summary = summarise_project(site.workspace, site.project_id)
    for key, wanted in (("defects", summary.open_defects), ("photos", summary.photos)):
        window.go("projects")
        press_number(window, qtbot, key, "overview")
        assert listed(window) == wanted


def test_a_cell_of_the_map_opens_the_items_that_it_counts(window, qtbot):
    room(window).show_project(room(window).cards.model.row_at(0).project.id)
    settle(window, qtbot)
    overview = room(window).project.overview
    model, table = overview.heat_model, overview.heat
    cells = [
        (model.index(row, column), model.heat.cell(row, column))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.heat.cell(row, column).tally.total
    ]
    failing = next(pair for pair in cells if pair[1].tally.failed)
    calm = next(pair for pair in cells if not pair[1].tally.failed)
    for index, cell in (failing, calm):
        window.go("projects")
        settle(window, qtbot)
        table.scrollTo(index)
        press(window, qtbot, table.viewport(), table.visualRect(index).center())
        assert listed(window) == (cell.tally.failed or cell.tally.total)
        assert cell.place.name in room(window).findings.title()


@pytest.mark.parametrize("severity", list(Severity))
def test_a_reason_about_defects_opens_as_many(window, site, qtbot, severity):
    condition = Condition(f"no_open_{severity.value}")
    window.go("acceptance")
    settle(window, qtbot)
    reasons = stand_of(site.workspace, site.project_id).conclusion.reasons
    against = next(one.against for one in reasons if one.condition is condition)
    line = room(window).findChild(MarkLine, f"reason_{condition.value}")
    press(window, qtbot, line, line.rect().center())
    assert window.current_key() == "defects"
    assert listed(window) == against > 0


def test_a_list_behind_a_number_follows_what_is_done_meanwhile(window, site, qtbot):
    press_number(window, qtbot, "failed", "card")
    before = listed(window)
    failed = next(
        one
        for one in stand_of(site.workspace, site.project_id).findings
        if one.state is AnswerState.FAIL
    )
    window.desk.act(
        lambda: set_result(site.workspace, failed.visit, spot_of(failed), AnswerState.PASS)
    )
    settle(window, qtbot)
    assert listed(window) == before - 1


@pytest.mark.parametrize("key", ["defects", "photos"])
def test_the_badge_on_the_rail_opens_what_waits(window, qtbot, key):
    door = window.rail._doors[key]
    window.go(key)
    settle(window, qtbot)
    chips = room(window).side.chips if key == "defects" else room(window).chips
    chips.chosen.emit("all")
    window.go("projects")
    settle(window, qtbot)
    assert door.waiting() > 0
    press(window, qtbot, door, door.badge_area().center().toPoint())
    assert window.current_key() == key
    assert listed(window) == door.waiting()


def test_the_door_beside_its_badge_leaves_the_list_as_it_was(window, qtbot):
    window.go("defects")
    settle(window, qtbot)
    room(window).side.chips.chosen.emit("all")
    shown = listed(window)
    window.go("projects")
    door = window.rail._doors["defects"]
    press(window, qtbot, door, QPointF(door.rect().bottomLeft()).toPoint() + QPoint(12, -12))
    assert listed(window) == shown > door.waiting()


@pytest.mark.parametrize("part", ["photos", "tray", "missing", "records", "defects"])
def test_a_number_of_the_archive_opens_as_many(window, site, qtbot, part):
    photo = list_photos(site.workspace, site.project_id)[0].photo
    original_of(site.workspace, photo).unlink()
    summary = summarise_project(site.workspace, site.project_id)
    wanted = {
        "photos": summary.photos,
        "tray": 1,
        "missing": 1,
        "records": summary.due - summary.answered,
        "defects": summary.open_defects,
    }[part]
    window.go("archive")
    settle(window, qtbot)
    line = room(window).findChild(MarkLine, f"part_{part}")
    press(window, qtbot, line, line.rect().center())
    assert listed(window) == wanted
