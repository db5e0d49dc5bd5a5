"""The contact sheet and the large view."""

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from inspector.core.evidence import Target
from inspector.operations.photos import link_photo
from inspector.ui.kit.style.look import look
from inspector.ui.screens.photos.model import Shelf
from inspector.ui.screens.photos.view import PhotosScreen
from tests.kit.builders import make_defect, make_workspace
from tests.kit.photo_files import make_block, make_jpeg

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def filed(site):
    """Twenty photos of a defect, and five loose ones."""
    photos = site.taken(25)
    defect = make_defect(site.workspace, site.project, site.place)
    for photo in photos[:20]:
        link_photo(site.workspace, photo.id, Target.DEFECT, defect.id)
    return photos


def test_the_models_keep_qts_contract(hands, filed, qtmodeltester):
    shown = hands.open()
    qtmodeltester.check(shown._model)


def test_the_tray_stands_first_and_visits_follow_by_place(hands, filed, site):
    shown = hands.open()
    tray, rest = shown._board.sections()
    assert (tray.is_tray, len(tray.ids)) == (True, 5)
    assert (rest.title, len(rest.ids)) == (site.visit.title, 20)
    assert shown._model.row_at(5).place == "12号楼"


def test_chips_count_and_narrow(hands, filed, qtbot):
    shown = hands.open()
    counts = {key: chip.spec.count for key, chip in shown.chips._chips.items()}
    assert (counts["all"], counts["loose"], counts["lost"]) == (25, 5, 0)
    qtbot.mouseClick(shown.chips._chips["loose"], LEFT)
    assert shown._model.rowCount() == 5
    qtbot.mouseClick(shown.chips._chips["lost"], LEFT)
    assert shown.empty.isVisible()
    qtbot.mouseClick(shown.empty.button, LEFT)
    assert shown._board.shelf is Shelf.ALL
    assert shown._model.rowCount() == 25


def test_previews_are_asked_for_only_where_they_are_in_sight(hands, filed, pictures, qtbot):
    shown = hands.open()
    qtbot.waitUntil(shown.thumbnails.is_idle, timeout=20_000)
    assert 0 < len(shown.thumbnails._shown) < 25
    assert len(shown.sheet.in_sight()) == len(shown.thumbnails._shown)
    hands.key(Qt.Key.Key_End)
    last = shown._model.row_at(24)
    qtbot.waitUntil(lambda: shown.thumbnails.picture(last.sha256) is not None, timeout=20_000)
    qtbot.waitUntil(shown.thumbnails.is_idle, timeout=20_000)


def test_arrows_move_as_the_eye_does_across_sections(hands, filed):
    shown = hands.open()
    sheet = shown.sheet
    columns = sheet._columns
    assert columns > 3
    hands.key(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert sheet.currentIndex().row() == 2
    hands.key(Qt.Key.Key_End)
    assert sheet.currentIndex().row() == 24
    hands.key(Qt.Key.Key_Home, Qt.Key.Key_Down)
    first_of_visit = min(5, columns)
    assert sheet.currentIndex().row() == first_of_visit
    hands.key(Qt.Key.Key_Up)
    assert sheet.currentIndex().row() == 0
    hands.key(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert sheet.currentIndex().row() >= 20


def test_every_photo_is_found_where_it_is_drawn_and_nowhere_else(hands, filed):
    sheet = hands.open().sheet
    for place in sheet.in_sight():
        area = sheet.visualRect(sheet.model().index(place, 0))
        seen = area.intersected(sheet.viewport().rect())
        assert sheet.indexAt(seen.center()).row() == place
    assert not sheet.indexAt(sheet.viewport().rect().topLeft()).isValid()
    drawn = [sheet.visualRect(sheet.model().index(n, 0)) for n in range(25)]
    assert not any(a.intersects(b) for n, a in enumerate(drawn) for b in drawn[:n])


@pytest.mark.parametrize("width", [420, 905, 1294, 2400])
def test_cells_fill_the_width_and_never_leave_it(hands, filed, width):
    shown = hands.open()
    shown.resize(width, 600)
    sheet = shown.sheet
    view = QRect(0, 0, sheet.viewport().width(), 10**6)
    assert all(view.contains(sheet._place(n)) for n in range(25))


def test_a_press_chooses_and_enter_opens_large(hands, filed, qtbot):
    shown = hands.open()
    third = shown.sheet.visualRect(shown._model.index(2))
    qtbot.mouseClick(shown.sheet.viewport(), LEFT, pos=third.center())
    assert shown.told().photo.id == shown._ids[2]
    hands.key(Qt.Key.Key_Return)
    assert shown.viewer.isVisible()
    assert shown.viewer.current() == shown._ids[2]
    qtbot.waitUntil(shown.viewer.isActiveWindow)
    qtbot.keyClick(shown.viewer.canvas, Qt.Key.Key_Escape)
    assert not shown.viewer.isVisible()


def test_the_viewer_pages_zooms_fits_and_brings_the_sheet_along(hands, filed, pictures, qtbot):
    shown = hands.open()
    hands.key(Qt.Key.Key_Return)
    viewer = shown.viewer
    qtbot.waitUntil(viewer.isActiveWindow)
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Right)
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Right)
    assert viewer.current() == shown._ids[2]
    assert shown.sheet.currentIndex().row() == 2
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Left)
    assert viewer.current() == shown._ids[1]
    qtbot.waitUntil(viewer.canvas.is_shown, timeout=20_000)
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Plus)
    assert viewer.canvas.level() > 1
    QTest.keyClick(viewer.canvas, Qt.Key.Key_0)
    assert viewer.canvas.level() == 1
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(shown.thumbnails.is_idle, timeout=20_000)


def test_zooming_keeps_what_is_under_the_pointer_and_never_loses_the_picture(hands, filed):
    canvas = hands.open().viewer.canvas
    canvas.resize(800, 600)
    canvas.set(QPixmap(1600, 1200))
    spot = QPointF(200, 150)
    before = canvas._share_under(spot)
    canvas.zoom(4.0, spot)
    after = canvas._share_under(spot)
    assert (after - before).manhattanLength() < 0.01
    canvas.zoom(100)
    assert canvas.level() == 8
    canvas.zoom(0.0001)
    assert canvas.level() == 1
    assert canvas._area().contains(QPointF(400, 300))


def test_a_damaged_photo_says_so_in_sheet_and_viewer(hands, site, pictures, qtbot):
    site.taken(1)
    shown = hands.open()
    shown._board.original(shown._current).write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 50)
    for cached in (site.workspace.folder / "cache").rglob("*.jpg"):
        cached.unlink()
    shown._open_large()
    qtbot.waitUntil(lambda: bool(shown.viewer.canvas._why), timeout=20_000)
    assert "原件未改动" in shown.viewer.canvas._why
    shown.viewer._leave()


def test_a_photo_is_led_to(hands, filed, site):
    shown = hands.open()
    shown.go_to(project=site.project.id, photo=filed[15].id)
    hands.settle()
    assert shown.told().photo.id == filed[15].id
    area = shown.sheet.visualRect(shown.sheet.currentIndex())
    assert shown.sheet.viewport().rect().contains(area)


def test_an_empty_room_offers_to_import(hands, site):
    shown = hands.open()
    assert shown.empty.isVisible()
    hands.ask.answers.append([site.file("a.jpg")])
    shown.empty.button.click()
    hands.settle()
    assert not shown.empty.isVisible()


def test_without_a_project_photos_wait_in_the_tray_of_none(qtbot, desk, tmp_path, idle):
    workspace = make_workspace(tmp_path)
    workspace.previews.submit = lambda *_order: Future()
    try:
        screen = PhotosScreen(replace(desk, workspace=workspace))
        qtbot.addWidget(screen)
        screen.show()
        file = tmp_path / "a.jpg"
        file.write_bytes(make_jpeg(make_block()))
        screen.take_in([file])
        qtbot.waitUntil(lambda: screen._model.rowCount() == 1)
        assert screen.told().is_foreign
        assert not screen.take_all.isVisible()
    finally:
        idle(desk.jobs)
        workspace.close()


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
def test_it_paints_in_every_mode_and_is_accessible(hands, filed, assert_accessible, mode):
    look().choose(mode)
    shown = hands.open()
    assert not shown.grab().isNull()
    assert_accessible(shown)
    shown._open_large()
    assert_accessible(shown.viewer)
    shown.viewer._leave()
