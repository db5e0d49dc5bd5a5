"""A shelf of bundles is checked again in the window, beside its last check."""

import csv
import shutil

import pytest
from PySide6.QtCore import Qt

from inspector.archive.record import read_record
from inspector.archive.zipbag import seal
from inspector.core.progress import Unwatched
from inspector.core.rechecks import RECORD_NAME, BundleState
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Chip
from tests.kit.bundles import make_plan

LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(KeyButton, name), LEFT)


@pytest.fixture
def shelf(tmp_path):
    """Give a folder with three sealed bundles."""
    folder = tmp_path / "库房"
    folder.mkdir()
    for number in (1, 2, 3):
        plan = make_plan(tmp_path / f"src{number}", (number, 900), root=f"LJ-{number}")
        seal(plan, folder / f"{number}.zip", Unwatched())
    return folder


@pytest.fixture
def opened(make_screen, sample, desk, shelf, qtbot, settled):
    """Give the screen with the shelf chosen by key."""
    screen = make_screen(sample.workspace)
    desk.ask.answers.append(shelf)
    qtbot.keyClick(screen, Qt.Key.Key_R, CTRL_SHIFT)
    settled()
    return screen


def recheck(screen, qtbot, settled):
    press(qtbot, screen, "recheck_shelf")
    settled()
    settled()


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def found(screen):
    return {row.place: row.state for row in screen.right.shelf.shown()}


def test_a_shelf_is_shown_unread_then_checked_and_recorded(opened, shelf, qtbot, settled):
    assert set(found(opened).values()) == {None}
    assert not (shelf / RECORD_NAME).exists()
    assert "3 个未复查" in opened.right.shelf._told.words()
    recheck(opened, qtbot, settled)
    assert set(found(opened).values()) == {BundleState.SOUND}
    assert len(read_record((shelf / RECORD_NAME).read_bytes())) == 3
    assert str(shelf / RECORD_NAME) in opened.banner.words()
    assert all("首次复查" in row.times for row in opened.right.shelf.shown())


def test_damaged_and_missing_ones_stand_first_beside_their_last_check(
    opened, shelf, qtbot, settled
):
    recheck(opened, qtbot, settled)
    flip(shelf / "2.zip")
    (shelf / "3.zip").unlink()
    recheck(opened, qtbot, settled)
    rows = opened.right.shelf.shown()
    assert [row.place for row in rows] == ["2.zip", "3.zip", "1.zip"]
    assert [row.state for row in rows[:2]] == [BundleState.DAMAGED, BundleState.MISSING]
    assert all("上次" in row.times and "完好" in row.times for row in rows)
    qtbot.mouseClick(opened.right.shelf.findChild(Chip, "chip_amiss"), LEFT)
    assert len(opened.right.shelf.shown()) == 2


def test_enter_checks_one_bundle_file_by_file(opened, shelf, qtbot, settled):
    flip(shelf / "1.zip")
    recheck(opened, qtbot, settled)
    assert opened.right.shelf.shown()[0].place == "1.zip"
    qtbot.keyClick(opened.right.shelf.list, Qt.Key.Key_Return)
    settled()
    assert opened.right.turned_to() == "check"
    assert opened.right.result.result.path == shelf / "1.zip"
    assert opened.right.result.result.word == "不通过"


def test_the_report_is_saved_and_opens_elsewhere(opened, desk, tmp_path, qtbot, settled):
    assert not opened.right.shelf._save.isEnabled()
    recheck(opened, qtbot, settled)
    desk.ask.answers.append(tmp_path / "复查.csv")
    press(qtbot, opened, "save_shelf_report")
    settled()
    rows = list(csv.reader((tmp_path / "复查.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 4


def test_a_record_that_another_program_broke_is_refused_in_place(
    opened, desk, shelf, qtbot, settled
):
    (shelf / RECORD_NAME).write_text("不是记录", encoding="utf-8")
    recheck(opened, qtbot, settled)
    assert opened.banner.words() == "record_unreadable"
    assert (shelf / RECORD_NAME).read_text("utf-8") == "不是记录"


def test_an_empty_folder_says_so(opened, desk, tmp_path, qtbot, settled):
    empty = tmp_path / "空"
    empty.mkdir()
    desk.ask.answers.append(empty)
    press(qtbot, opened, "other_shelf")
    settled()
    assert opened.right.shelf._told.words() == "这个文件夹里没有归档包。"
    assert not opened.right.shelf.recheck_button.isEnabled()


def test_a_shelf_that_goes_while_it_is_shown_is_refused(opened, shelf, qtbot, settled):
    shutil.rmtree(shelf)
    recheck(opened, qtbot, settled)
    assert opened.banner.words() == "folder_missing"


@pytest.mark.parametrize("size", [(1294, 716), (839, 460), (620, 400)])
def test_it_is_accessible_in_every_size(opened, assert_accessible, qtbot, settled, size):
    recheck(opened, qtbot, settled)
    opened.resize(*size)
    settled()
    assert_accessible(opened)
