"""The organisation: founded, joined, its key kept, its supervisors; the shared folder."""

import pytest

from inspector.core.devices import DeviceStanding
from inspector.operations.offices import view_office
from inspector.operations.organisation import (
    found_organisation,
    list_devices,
    load_request,
    organisation_of,
    write_request,
)
from inspector.operations.pasting import answer_as_text, code_of
from inspector.operations.taking import take_packages
from inspector.operations.watching import watched_folder
from inspector.ui.kit.widgets.codes import CodeView
from inspector.ui.kit.widgets.texts import Words
from tests.kit.builders import make_defect
from tests.kit.exchanging import PHRASE, key_of

SHORT = "short"


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words) if one.isVisibleTo(widget))


def fill(form, **given):
    for key, text in given.items():
        form.fill(key, text)


@pytest.fixture
def room(crossed, make_screen, press):
    crossed.gather()
    screen = make_screen(crossed.office)
    press(screen, "show_office")
    return screen


def test_before_there_is_one_the_page_says_what_that_means(room):
    assert room.pages.currentWidget() is room.office
    assert room.office.title() == "还没有建立单位"
    assert "现在任何人的记录都收入" in words(room.office)
    assert "还没有建立单位" in room.side.office.toolTip()


def test_founding_admits_the_laptops_that_stay_ticked(crossed, room, press):
    press(room, "found")
    form = room.office.form
    form._ticks[key_of(crossed.other)].setChecked(False)
    fill(form, name="区住建局", passphrase=PHRASE, again="another phrase")
    press(room, "give_form")
    assert form.error("again") == "两次输入的口令不一样。"
    assert organisation_of(crossed.office) is None
    fill(form, again=PHRASE)
    press(room, "give_form")
    assert organisation_of(crossed.office).name == "区住建局"
    standing = {one.key: one.standing for one in list_devices(crossed.office)}
    assert standing[key_of(crossed.laptop)] is DeviceStanding.ENROLLED
    assert standing[key_of(crossed.other)] is DeviceStanding.UNKNOWN
    assert room.office.form is None
    assert "单位：区住建局" in room.side.office.toolTip()
    assert "请另存一份到安全的地方" in words(room.office)


def test_a_short_passphrase_is_said_beside_it(crossed, room, press):
    press(room, "found")
    fill(room.office.form, name="区住建局", passphrase=SHORT, again=SHORT)
    press(room, "give_form")
    assert room.office.form.error("passphrase") == "passphrase_short"
    assert organisation_of(crossed.office) is None


def test_a_laptop_asks_the_office_enrols_and_the_answer_lets_it_join(
    crossed, room, make_screen, press, settled, tmp_path
):
    crossed.pass_on(crossed.office, crossed.laptop)
    laptop = make_screen(crossed.laptop)
    press(laptop, "show_office")
    asked = tmp_path / "request"
    room.desk.ask.answers.append(asked)
    press(laptop, "give_request")
    request = load_request(asked.with_suffix(".json"))
    assert request.name == "李工"
    found_organisation(crossed.office, "区住建局", PHRASE)
    room.reread()
    settled()
    room.desk.ask.answers.append([asked.with_suffix(".json")])
    press(room, "read_request")
    fill(room.office.form, code="K7", passphrase=PHRASE)
    press(room, "give_form")
    stick = tmp_path / "stick"
    stick.mkdir()
    room.desk.ask.answers.append(stick)
    press(room, "answer_file")
    (answer,) = stick.iterdir()
    assert answer.name.endswith("_to-K7.ipkg.age")
    take_packages(crossed.laptop, [answer])
    assert view_office(crossed.laptop).is_enrolled
    laptop.reread()
    settled()
    assert "本机已登记" in words(laptop.office)


def test_a_laptop_joins_by_two_texts_that_are_copied_and_pasted(
    crossed, room, make_screen, press, settled, qapp
):
    crossed.pass_on(crossed.office, crossed.laptop)
    found_organisation(crossed.office, "区住建局", PHRASE)
    laptop = make_screen(crossed.laptop)
    press(laptop, "show_office")
    press(laptop, "show_request")
    press(laptop, "copy_text")
    assert qapp.clipboard().text().startswith("INSPECTOR-REQUEST-1:")
    room.reread()
    settled()
    press(room, "paste_request")
    press(room, "give_form")
    assert "登记 李工" in words(room.office)
    fill(room.office.form, code="K7", passphrase=PHRASE)
    press(room, "give_form")
    press(room, "answer_text")
    press(room, "copy_text")
    press(laptop, "paste_answer")
    press(laptop, "give_form")
    assert view_office(crossed.laptop).is_enrolled
    assert laptop.office.form is None
    assert "本机已登记" in words(laptop.office)


def test_the_code_shows_exactly_what_the_text_says(crossed, room, press):
    press(room, "show_request")
    (view,) = room.office.findChildren(CodeView)
    picture = view.grab().toImage()
    dots = code_of(room.office.card.text)
    side = picture.width() // (len(dots) + 8)
    seen = tuple(
        tuple(picture.pixelColor((x + 4) * side + 1, (y + 4) * side + 1).value() < 128 for x in row)
        for y, row in enumerate([range(len(dots))] * len(dots))
    )
    assert seen == dots
    room._leave()
    assert room.office.card is None


def test_a_text_that_is_no_answer_is_said_beside_the_field(crossed, room, press):
    press(room, "paste_answer")
    fill(room.office.form, text="INSPECTOR-ANSWER-1:abc")
    press(room, "give_form")
    assert room.office.form.error("text") == "answer_text_invalid"
    assert organisation_of(crossed.office) is None


def test_an_answer_that_was_not_asked_for_joins_only_on_a_word(
    crossed, make_screen, press, settled, desk
):
    crossed.gather()
    found_organisation(crossed.office, "区住建局", PHRASE, [key_of(crossed.laptop)])
    text = answer_as_text(crossed.office, key_of(crossed.laptop))
    laptop = make_screen(crossed.laptop)
    press(laptop, "show_office")
    for answer, joined in ((False, None), (True, "区住建局")):
        desk.ask.answers.append(answer)
        press(laptop, "paste_answer")
        fill(laptop.office.form, text=text)
        press(laptop, "give_form")
        pin = organisation_of(crossed.laptop)
        assert (pin.name if pin else None) == joined


def test_what_is_no_request_is_refused(room, crossed, press, desk, settled, tmp_path):
    found_organisation(crossed.office, "区住建局", PHRASE)
    room.reread()
    settled()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    desk.ask.answers.append([wrong])
    press(room, "read_request")
    assert desk.ask.said[-1] == "request_invalid"
    assert room.office.form is None


def test_the_key_file_goes_to_a_safe_and_to_another_computer(
    crossed, room, make_screen, press, settled, tmp_path
):
    found_organisation(crossed.office, "区住建局", PHRASE, [key_of(crossed.laptop)])
    room.reread()
    settled()
    room.desk.ask.answers.append(tmp_path / "safe.pem")
    press(room, "save_key")
    assert (tmp_path / "safe.pem").is_file()
    take_packages(crossed.laptop, [crossed.packed(crossed.office)], join=True)
    laptop = make_screen(crossed.laptop)
    press(laptop, "show_office")
    assert "单位密钥不在这台电脑上" in words(laptop.office)
    room.desk.ask.answers.append([tmp_path / "safe.pem"])
    press(laptop, "put_key")
    assert view_office(crossed.laptop).has_key
    assert "单位密钥在这台电脑上" in words(laptop.office)


def test_a_supervisor_is_withdrawn(crossed, room, press, settled, tmp_path):
    found_organisation(crossed.office, "区住建局", PHRASE)
    request = load_request(write_request(crossed.laptop, tmp_path / "request.json"))
    room.reread()
    settled()
    room.office.open_request(request)
    settled()
    room.office.form._ticks["supervises"].setChecked(True)
    fill(room.office.form, code="K7", passphrase=PHRASE)
    press(room, "give_form")
    press(room, f"withdraw_{request.person_id}")
    fill(room.office.form, reason="调走", passphrase=PHRASE)
    press(room, "give_form")
    assert [one.name for one in view_office(crossed.office).supervisors] == ["王工"]


def test_a_shared_folder_is_watched_and_what_appears_is_offered(
    crossed, room, press, desk, settled, tmp_path
):
    shared = tmp_path / "shared"
    shared.mkdir()
    desk.ask.answers.append(shared)
    press(room, "watch")
    assert watched_folder(crossed.office) == shared
    make_defect(crossed.laptop, crossed.project, crossed.place, "井盖松动")
    crossed.packed(crossed.laptop, "shared/a.ipkg")
    room.board.look()
    settled()
    assert room.side.take.text() == "收取 1 包"
    assert "“shared”里有 1 个没收过的同步包" in room.side.next.words()
    press(room, "take")
    assert room.side.take.text() == "收取"
    press(room, "show_office")
    press(room, "unwatch")
    assert watched_folder(crossed.office) is None


def test_the_page_is_in_order(crossed, room, press, settled, assert_accessible):
    found_organisation(crossed.office, "区住建局", PHRASE)
    room.reread()
    settled()
    assert_accessible(room)
