"""The six caption elements of photos are said of one, or of many at once."""

from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.core.bundles import PhotoElement
from inspector.operations.archive_photos import captioned_photos, lacking_photos
from inspector.operations.projects import list_places
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Chip

LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(qtbot, widget, name):
    qtbot.mouseClick(widget.findChild(KeyButton, name), LEFT)


@pytest.fixture
def dialog(make_screen, sample, qtbot, settled, monkeypatch):
    monkeypatch.setattr(sample.workspace.previews, "submit", lambda *_order: Future())
    screen = make_screen(sample.workspace)
    qtbot.keyClick(screen, Qt.Key.Key_E, CTRL_SHIFT)
    settled()
    shown = screen.captions.dialog
    yield shown
    if screen.captions.dialog is not None:
        press(qtbot, shown, "captions_leave")


def said(dialog, element):
    return dialog.findChild(QLineEdit, f"said_{element}")


def ids(dialog):
    return [dialog.model.id_at(place) for place in range(dialog.model.rowCount())]


def test_photos_that_lack_something_are_listed_with_what(dialog, sample, qtbot):
    lacking = lacking_photos(sample.workspace, sample.project_id)
    assert ids(dialog) == [photo.photo_id for photo in lacking]
    assert "人物" in dialog.model.row_at(0).told
    qtbot.mouseClick(dialog.chips.findChild(Chip, "chip_all"), LEFT)
    assert len(ids(dialog)) == len(captioned_photos(sample.workspace, sample.project_id))


def test_many_get_the_same_words_in_one_act_and_keep_the_rest(dialog, sample, desk, qtbot, settled):
    before = {
        photo.photo_id: photo for photo in captioned_photos(sample.workspace, sample.project_id)
    }
    meant = ids(dialog)
    press(qtbot, dialog, "choose_all")
    assert len(dialog.chosen()) == len(meant)
    assert "各张不同" in said(dialog, PhotoElement.MATTER).placeholderText()
    said(dialog, PhotoElement.PEOPLE).setText("无")
    press(qtbot, dialog, "captions_give")
    settled()
    now = {photo.photo_id: photo for photo in captioned_photos(sample.workspace, sample.project_id)}
    assert {now[one].people for one in meant} == {"无"}
    assert all(now[one].matter == before[one].matter for one in now)
    assert len(desk.remember.calls) == 1
    assert f"{len(meant)} 张" in desk.toast.calls[-1][0][0]


def test_one_photo_gets_its_place_and_shows_its_picture(dialog, sample, qtbot, settled):
    row = dialog.chosen()[0]
    assert dialog._thumb.isVisible()
    _depth, place = list_places(sample.workspace, sample.project_id)[1]
    dialog.fields.place.choose(place.id)
    said(dialog, PhotoElement.BACKGROUND).setText("施工围挡拆除后")
    press(qtbot, dialog, "captions_give")
    settled()
    now = {one.photo_id: one for one in captioned_photos(sample.workspace, sample.project_id)}
    assert place.name in now[row.photo.photo_id].place
    assert now[row.photo.photo_id].background == "施工围挡拆除后"


def test_nothing_changed_is_said_and_nothing_written(dialog, desk, qtbot, settled):
    press(qtbot, dialog, "captions_give")
    settled()
    assert dialog.banner.isVisible()
    assert desk.remember.calls == []


def test_it_is_accessible(dialog, assert_accessible):
    assert_accessible(dialog)
