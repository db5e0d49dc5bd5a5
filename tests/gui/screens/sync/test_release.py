"""Releasing originals: the plan names who holds them; only then are they deleted."""

import pytest

from inspector.operations.blobs import blob_path
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.ui.screens.sync.page.view import Marked
from inspector.words.sizes import size_text
from tests.kit.builders import make_project
from tests.kit.photo_files import make_jpeg


def take_photo(crossed, name, width):
    file = crossed.folder / name
    file.write_bytes(make_jpeg(size=(width, 40)))
    order = IntakeOrder(project_id=crossed.project.id)
    (photo,) = import_photos(crossed.laptop, [file], order).value.taken
    return photo


def lines(room):
    return [one.words.words() for one in room.release.findChildren(Marked) if not one.isHidden()]


def open_page(room, press):
    (own,) = (one for one in room.side.laptops.cards() if one.facts.word == "本机")
    own.click()
    press(room, "show_release")


def is_here(crossed, photo):
    return blob_path(crossed.laptop.folder, photo.sha256) is not None


@pytest.fixture
def held(crossed):
    """A photo that the office said it holds, and one that nobody else has."""
    held = take_photo(crossed, "a.jpg", 60)
    crossed.pass_on(crossed.laptop, crossed.office)
    crossed.pass_on(crossed.office, crossed.laptop)
    return held, take_photo(crossed, "b.jpg", 70)


def test_the_plan_says_how_much_and_who_holds_it_before_anything_goes(
    crossed, held, make_screen, press
):
    room = make_screen(crossed.laptop)
    open_page(room, press)
    assert room.pages.currentWidget() is room.release
    assert room.release.told.words() == f"可以删除 1 张原件，腾出 {size_text(held[0].size)}"
    who, rest = lines(room)
    assert " 机 · 王工 存有其中 1 张：今天 09:00 收到的“" in who
    assert ".ipkg”里写明" in who
    assert rest.startswith("1 张还没有别的已登记电脑说存有原件")
    assert is_here(crossed, held[0])


def test_what_was_agreed_to_goes_and_nothing_else(crossed, held, make_screen, press):
    room = make_screen(crossed.laptop)
    open_page(room, press)
    assert room.release.give.text() == "删除这 1 张原件"
    press(room, "give_release")
    assert [is_here(crossed, photo) for photo in held] == [False, True]
    assert room.release.banner.words().startswith("已删除 1 张原件，腾出 ")
    assert room.release.told.words() == "现在没有可以删除的原件"
    assert not room.release.give.isEnabled()
    assert room.releaser.board.facts.count == 0


def test_a_project_without_photos_says_so(crossed, held, make_screen, press, settled):
    other = make_project(crossed.laptop, "QT1")
    room = make_screen(crossed.laptop)
    open_page(room, press)
    room.release.project.choose(other.id)
    room.release.project.chosen.emit(other.id)
    settled()
    assert room.release.told.words() == "这里没有照片原件"
    assert lines(room) == []


def test_the_page_is_in_order(crossed, held, make_screen, press, assert_accessible):
    room = make_screen(crossed.laptop)
    open_page(room, press)
    assert_accessible(room)
