"""Packages are written for whom one chooses: size before, safe to remove after."""

import pytest

from inspector.core.errors import Problem
from inspector.operations.defects import list_defects
from inspector.operations.organisation import found_organisation
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.sent import list_sent
from inspector.operations.taking import take_packages
from inspector.ui.kit.actions import unclear
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.texts import Words
from tests.kit.builders import make_defect, make_project
from tests.kit.exchanging import PHRASE, key_of
from tests.kit.photo_files import make_jpeg


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words) if one.isVisibleTo(widget))


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "kingston"
    folder.mkdir()
    return folder


@pytest.fixture
def room(crossed, make_screen, press, stick):
    """The room over a laptop that has something new, on its page of sending, with a stick in."""
    make_defect(crossed.laptop, crossed.project, crossed.place, "井盖松动")
    screen = make_screen(crossed.laptop, sticks=[stick])
    press(screen, "send")
    return screen


def names(stick):
    return sorted(path.name for path in stick.iterdir())


def test_what_waits_is_said_and_how_large_it_is(room):
    assert room.pages.currentWidget() is room.sending
    assert "还没有送到任何一台电脑" in room.sending._remark.text
    said = words(room.sending)
    assert "项记录，0 张照片，共 " in said
    assert "不加密，谁都能打开" in said


def test_one_press_writes_to_the_stick_and_says_that_it_can_be_taken_out(
    crossed, room, press, stick
):
    assert "KINGSTON" in room.findChild(KeyButton, "send_0").text()
    press(room, "send_0")
    (name,) = names(stick)
    assert room.sending.written.isVisible()
    said = words(room.sending.written)
    assert "可以拔出 U 盘" in said
    assert name in said
    take_packages(crossed.office, [stick / name])
    texts = {line.defect.text for line in list_defects(crossed.office, crossed.project.id)}
    assert "井盖松动" in texts


def test_what_was_written_here_is_not_offered_to_be_taken_in(room, press, stick):
    press(room, "send_0")
    assert names(stick)
    room.board.look()
    assert room.board.ready() == []


def test_for_one_laptop_only_what_it_lacks(crossed, room, settled, press, stick):
    everything = room.dispatch.sum.size
    crossed.pass_on(crossed.office, crossed.laptop)
    room.reread()
    settled()
    room.sending.whom._chips[key_of(crossed.office)].click()
    settled()
    assert room.dispatch.sum.size < everything
    press(room, "send_0")
    (sent,) = [one for one in list_sent(crossed.laptop) if one.receiver]
    assert sent.receiver == key_of(crossed.office)


def test_anybody_and_somebody_exclude_each_other(crossed, room, settled):
    crossed.pass_on(crossed.office, crossed.laptop)
    room.reread()
    settled()
    whom = room.sending.whom
    whom._chips[key_of(crossed.office)].click()
    assert [key for key, chip in whom._chips.items() if chip.isChecked()] == [
        key_of(crossed.office)
    ]
    whom._chips[""].click()
    assert whom.chosen() == frozenset()
    settled()


def test_projects_and_photos_are_chosen(crossed, room, settled, tmp_path):
    other = make_project(crossed.laptop, code="XX1", name="新村")
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(make_jpeg())
    import_photos(crossed.laptop, [file], IntakeOrder(project_id=other.id))
    room.reread()
    settled()
    page = room.sending
    assert page.wish().photos
    assert "1 张照片" in room.dispatch.sum.text
    page.projects._chips[crossed.project.id].click()
    settled()
    assert "0 张照片" in room.dispatch.sum.text
    page.projects._chips[other.id].click()
    page.photos._segments["thumbs"].click()
    settled()
    wish = page.wish()
    assert wish.projects == {crossed.project.id, other.id}
    assert not wish.photos
    assert "0 张照片" in room.dispatch.sum.text


def test_without_a_stick_one_chooses_a_folder(crossed, make_screen, press, desk, stick):
    screen = make_screen(crossed.laptop)
    press(screen, "send")
    desk.ask.answers.append(stick)
    press(screen, "send_elsewhere")
    assert len(names(stick)) == 1
    assert screen.sending.written.isVisible()


def test_a_stick_that_cannot_be_written_to_says_so(crossed, room, desk, press, tmp_path):
    desk.ask.answers.append(tmp_path / "nowhere")
    press(room, "send_elsewhere")
    assert not room.sending.written.isVisible()
    assert room.sending.banner.words() in {str(one) for one in Problem}


def test_a_sealed_package_says_who_can_open_it(crossed, make_screen, press, settled, stick):
    admit = [key_of(crossed.laptop)]
    found_organisation(crossed.office, "区住建局", PHRASE, admit)
    screen = make_screen(crossed.office, sticks=[stick])
    press(screen, "send")
    screen.sending.whom._chips[key_of(crossed.laptop)].click()
    settled()
    # a laptop enrolled by what is here of it gave no key to seal for
    assert "不加密" in words(screen.sending)


def test_stop_leaves_nothing_and_says_so(crossed, make_screen, press, desk, stick):
    def stop_at_once(_title, job):
        job.stop()
        desk.jobs.long.start(job)

    screen = make_screen(crossed.laptop, sticks=[stick], long_work=stop_at_once)
    press(screen, "send")
    press(screen, "send_0")
    assert names(stick) == []
    assert "已停下" in desk.toast.calls[-1][0][0]
    assert screen.findChild(KeyButton, "send_0").isEnabled()


def test_the_page_is_in_order(room, assert_accessible):
    assert unclear(room.actions_table()) == []
    assert_accessible(room)
