"""The laptops around this one: how each stands, and what is done about it."""

import shutil
from datetime import timedelta

import pytest

from inspector.core.devices import DeviceStanding
from inspector.operations.defects import list_defects
from inspector.operations.offices import view_office
from inspector.operations.organisation import found_organisation, list_devices
from inspector.operations.taking import take_packages
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.texts import Words
from tests.kit.builders import make_defect, reopen
from tests.kit.exchanging import PHRASE, key_of

WRONG = "something else"


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words) if one.isVisibleTo(widget))


def card_of(screen, workspace):
    key = key_of(workspace)
    (card,) = (one for one in screen.side.laptops.cards() if one.facts.key == key)
    return card.facts


def open_laptop(screen, workspace, settled):
    screen.open_laptop(key_of(workspace))
    settled()


def standing_of(office, workspace):
    (found,) = (one for one in list_devices(office) if one.key == key_of(workspace))
    return found.standing


def test_alone_the_list_says_what_belongs_there(crossed, make_screen):
    screen = make_screen(crossed.office)
    assert screen.side.laptops.cards() == []
    assert "还没有收到过别的电脑的记录" in words(screen.side)


def test_a_laptop_says_when_it_came_and_what_it_holds(crossed, make_screen):
    crossed.differ(laptop="李工的描述")
    crossed.gather()
    screen = make_screen(crossed.office)
    facts = card_of(screen, crossed.laptop)
    assert facts.word == "已收齐"
    assert facts.title.endswith("机 · 李工")
    assert "最近 今天 09:00" in facts.line
    assert "待发" in card_of(screen, crossed.other).line


def test_a_clock_that_is_ahead_is_told(crossed, make_screen, settled):
    crossed.clock.tick(timedelta(days=3))
    path = crossed.packed(crossed.laptop)
    crossed.clock.tick(timedelta(days=-3))
    take_packages(crossed.office, [path])
    screen = make_screen(crossed.office)
    assert "时钟快 3 天" in card_of(screen, crossed.laptop).line
    open_laptop(screen, crossed.laptop, settled)
    assert "请在那台电脑上校准日期和时间" in words(screen.laptop)


def test_a_laptop_whose_disk_was_put_back_is_to_be_checked(crossed, make_screen, settled, tmp_path):
    folder = tmp_path / "laptop"
    crossed.laptop.close()
    image = shutil.copytree(folder, tmp_path / "image")
    for text in ("先改的", "恢复后改的"):
        crossed.laptop = reopen(folder, clock=crossed.clock)
        crossed.differ(laptop=text)
        crossed.pass_on(crossed.laptop, crossed.office)
        crossed.laptop.close()
        shutil.rmtree(folder)
        shutil.copytree(image, folder)
    crossed.laptop = reopen(folder, clock=crossed.clock)
    screen = make_screen(crossed.office)
    assert card_of(screen, crossed.laptop).word == "请核对"
    open_laptop(screen, crossed.laptop, settled)
    assert "从备份恢复过" in words(screen.laptop)


def test_what_came_after_a_restore_is_told_apart_in_words(crossed, make_screen, settled, tmp_path):
    folder = tmp_path / "laptop"
    crossed.laptop.close()
    image = shutil.copytree(folder / "workspace", tmp_path / "image")
    for text in ("先改的", "恢复后改的"):
        shutil.rmtree(folder / "workspace")
        shutil.copytree(image, folder / "workspace")
        crossed.laptop = reopen(folder, clock=crossed.clock)
        crossed.differ(laptop=text)
        crossed.pass_on(crossed.laptop, crossed.office)
        crossed.laptop.close()
    crossed.laptop = reopen(folder, clock=crossed.clock)
    screen = make_screen(crossed.office)
    facts = card_of(screen, crossed.laptop)
    assert facts.title == f"{facts.device.code} 机 · 李工"
    (later, first, *_office) = screen.board.entries()
    assert first.title == facts.title
    assert later.title.startswith(f"{facts.device.code} 机（恢复后 ")
    open_laptop(screen, crossed.laptop, settled)
    assert "数据恢复或复制过，此后的记录写作" in words(screen.laptop)
    (conflict,) = screen.board.cards()
    assert conflict.why.startswith("同一台电脑的两份数据")


def test_our_own_laptop_says_which_originals_lie_here(crossed, make_screen, settled):
    crossed.gather()
    screen = make_screen(crossed.office)
    assert card_of(screen, crossed.office).line == "原件在本机的照片 0 张"


def test_sending_to_a_laptop_begins_at_its_page(crossed, make_screen, settled, press):
    crossed.gather()
    screen = make_screen(crossed.office)
    open_laptop(screen, crossed.laptop, settled)
    press(screen, "send_to")
    assert screen.pages.currentWidget() is screen.sending
    assert screen.sending.whom.chosen() == {key_of(crossed.laptop)}


# -- with an organisation ----------


@pytest.fixture
def unknown(crossed, make_screen):
    """The room over an office to which a laptop came that nobody has enrolled."""
    found_organisation(crossed.office, "区住建局", PHRASE)
    make_defect(crossed.laptop, crossed.project, crossed.place, "井盖松动")
    crossed.pass_on(crossed.laptop, crossed.office)
    return make_screen(crossed.office)


def texts(crossed):
    return {line.defect.text for line in list_defects(crossed.office, crossed.project.id)}


def fill(form, **given):
    for key, text in given.items():
        form.fill(key, text)


def test_what_is_set_aside_comes_in_by_enrolling_from_the_receipt(crossed, unknown, press, settled):
    assert "井盖松动" not in texts(crossed)
    assert unknown.board.next_step().text.startswith("有 1 台电脑的记录没有收入")
    unknown.show_page(unknown.intake)
    (button,) = (one for one in unknown.intake.findChildren(KeyButton) if one.text() == "登记…")
    button.click()
    assert unknown.pages.currentWidget() is unknown.laptop
    press(unknown, "enrol")
    fill(unknown.laptop.form, passphrase=PHRASE, code="K7")
    press(unknown, "give_form")
    assert standing_of(crossed.office, crossed.laptop) is DeviceStanding.ENROLLED
    assert "井盖松动" in texts(crossed)
    assert unknown.laptop.form is None
    assert card_of(unknown, crossed.laptop).word == "已收齐"
    assert unknown.board.waiting() == 0


def test_in_a_low_window_the_form_is_scrolled_into_view(crossed, unknown, press, settled, qtbot):
    unknown.resize(617, 330)
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    page = unknown.laptop
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() > 0)


def test_a_wrong_passphrase_is_said_beside_it(crossed, unknown, press, settled):
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    fill(unknown.laptop.form, passphrase=WRONG)
    press(unknown, "give_form")
    assert unknown.laptop.form.error("passphrase") == "passphrase_wrong"
    assert standing_of(crossed.office, crossed.laptop) is DeviceStanding.UNKNOWN
    fill(unknown.laptop.form, passphrase="")
    press(unknown, "give_form")
    assert unknown.laptop.form.error("passphrase") == "请填写内容。"


def test_a_code_that_is_none_is_said_beside_it(crossed, unknown, press, settled):
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    fill(unknown.laptop.form, passphrase=PHRASE, code="一号机")
    press(unknown, "give_form")
    assert unknown.laptop.form.error("code") == "machine_code_invalid"


def test_an_enrolled_laptop_is_revoked_with_a_reason(crossed, make_screen, press, settled):
    found_organisation(crossed.office, "区住建局", PHRASE, [key_of(crossed.laptop)])
    crossed.pass_on(crossed.laptop, crossed.office)
    screen = make_screen(crossed.office)
    open_laptop(screen, crossed.laptop, settled)
    press(screen, "revoke")
    fill(screen.laptop.form, passphrase=PHRASE)
    press(screen, "give_form")
    assert screen.laptop.form.error("reason") == "请填写内容。"
    fill(screen.laptop.form, reason="电脑丢失")
    press(screen, "give_form")
    assert standing_of(crossed.office, crossed.laptop) is DeviceStanding.REVOKED
    assert card_of(screen, crossed.laptop).word == "已撤销"


def test_the_person_of_a_laptop_becomes_a_supervisor(crossed, make_screen, press, settled):
    found_organisation(crossed.office, "区住建局", PHRASE, [key_of(crossed.laptop)])
    crossed.pass_on(crossed.laptop, crossed.office)
    screen = make_screen(crossed.office)
    open_laptop(screen, crossed.laptop, settled)
    press(screen, "promote")
    fill(screen.laptop.form, passphrase=PHRASE)
    press(screen, "give_form")
    assert len(view_office(crossed.office).supervisors) == 2


def test_escape_leaves_the_form_and_then_the_page(crossed, unknown, press, settled):
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    unknown._leave()
    assert unknown.laptop.form is None
    assert unknown.pages.currentWidget() is unknown.laptop
    unknown._leave()
    assert unknown.pages.currentWidget() is unknown.inbox


def test_a_form_survives_reading_again(crossed, unknown, press, settled):
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    fill(unknown.laptop.form, passphrase=WRONG)
    unknown.reread()
    settled()
    assert unknown.laptop.form.text_of("passphrase") == WRONG


def test_the_page_is_in_order(crossed, unknown, press, settled, assert_accessible):
    open_laptop(unknown, crossed.laptop, settled)
    press(unknown, "enrol")
    assert_accessible(unknown)
