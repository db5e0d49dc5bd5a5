"""Enrolling by text that is pasted: signed, sealed, whole or refused, and readable by a phone."""

import pytest

from inspector.core.devices import DeviceStanding
from inspector.core.errors import InspectorError, Problem
from inspector.core.spelled import SpelledKind, read_spelled, spell
from inspector.operations import pasting
from inspector.operations.offices import view_office
from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    list_devices,
    load_request,
    request_in,
)
from inspector.operations.pasting import answer_as_text, code_of, request_as_text, take_answer
from tests.kit.builders import make_project
from tests.kit.commands import command, command_data
from tests.kit.exchanging import PHRASE, codes_in, everything_in, hand_over, key_of, laptops


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "督", "甲") as (office, laptop):
        found_organisation(office, "区住建局", PHRASE)
        yield office, laptop


def problem_of(attempt, *given, **more):
    with pytest.raises(InspectorError) as refused:
        attempt(*given, **more)
    return refused.value.problem


def enrolled(office, laptop):
    request = request_in(request_as_text(laptop))
    enrol(office, Enrolment(request=request, code="K7"), PHRASE)
    return answer_as_text(office, request.key)


def test_a_laptop_joins_by_two_texts_and_its_work_counts(two):
    office, laptop = two
    make_project(laptop, "QT1")
    text = enrolled(office, laptop)
    (receipt,) = take_answer(laptop, f"王工：\n{text[:70]}\n{text[70:]} 请收").value.receipts
    assert (receipt.joined, receipt.quarantined) == (True, 0)
    assert view_office(laptop).is_enrolled
    assert list((laptop.folder / "inbox").iterdir()) == []
    hand_over(laptop, office, to=office)
    assert codes_in(office) == ["QT1"]
    (own, *_others) = list_devices(laptop)
    assert (own.standing, own.code) == (DeviceStanding.OWN, "K7")


def test_the_request_says_all_that_its_file_says(two, tmp_path):
    _office, laptop = two
    text = request_as_text(laptop)
    file = tmp_path / "chat.txt"
    file.write_text(f"请登记：{text}", encoding="utf-8")
    request = load_request(file)
    assert (request.name, request.unit, request.key) == ("甲工", "区住建局", key_of(laptop))
    assert request.seal_key.startswith("age1")
    assert len(text) < 400


def test_a_text_that_lost_its_end_or_was_changed_is_refused(two):
    _office, laptop = two
    text = request_as_text(laptop)
    for wrong in (text[:-1], text[:-20], text.replace(":", ":A"), "INSPECTOR-REQUEST-1:AAAA.", ""):
        assert problem_of(request_in, wrong) is Problem.REQUEST_TEXT_INVALID
    data = bytearray(read_spelled(SpelledKind.REQUEST, text))
    data[-4] ^= 1  # the code, say, or the name
    assert (
        problem_of(request_in, spell(SpelledKind.REQUEST, bytes(data)))
        is Problem.REQUEST_TEXT_INVALID
    )
    assert problem_of(take_answer, laptop, text) is Problem.ANSWER_TEXT_INVALID


def test_an_answer_opens_for_its_laptop_alone(two, tmp_path):
    office, laptop = two
    text = enrolled(office, laptop)
    with laptops(tmp_path / "more", "乙") as (stranger,):
        stranger.seal()
        before = everything_in(stranger)
        assert problem_of(take_answer, stranger, text) is Problem.PACKAGE_SEALED
        assert everything_in(stranger) == before


def test_an_answer_carries_records_and_no_files(two):
    office, laptop = two
    text = enrolled(office, laptop)
    assert len(text) < pasting.LONGEST_ANSWER / 2
    assert list((office.folder / "outbox").glob("tmp*")) == []


def test_an_answer_too_long_to_paste_is_refused(two, monkeypatch):
    office, laptop = two
    monkeypatch.setattr(pasting, "LONGEST_ANSWER", 100)
    assert problem_of(enrolled, office, laptop) is Problem.ANSWER_TOO_LONG


def test_the_code_has_the_marks_of_a_qr_code_and_differs_with_the_text():
    rows = code_of("INSPECTOR-REQUEST-1:AAAA.")
    eye = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    corner = ["".join("01"[dot] for dot in row[:7]) for row in rows[:7]]
    assert corner == eye
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == len(rows[0])
    assert code_of("INSPECTOR-REQUEST-1:AAAB.") != rows


# -- on the command line ---------------------------------------------------------------------------


def test_the_commands_enrol_by_text(tmp_path):
    def run(name, *words):
        return command_data(*words, "--workspace", tmp_path / name)

    run("office", "workspace", "create", "--person", "王工", "--unit", "区住建局")
    run("office", "device", "found", "--name", "区住建局", "--passphrase", PHRASE)
    run("laptop", "workspace", "create", "--person", "李工", "--unit", "监理")
    text = run("laptop", "device", "request", "--text")["text"]
    told = run("office", "device", "enrol", text, "--code", "K7", "--passphrase", PHRASE, "--text")
    assert told["title"] == "李工"
    file = tmp_path / "answer.txt"
    file.write_text(told["text"], encoding="utf-8")
    assert run("laptop", "device", "join", file) == {"title": "区住建局", "joined": True}


def test_asking_needs_a_way(tmp_path):
    command_data("workspace", "create", "--person", "王工", "--workspace", tmp_path / "own")
    told = command("device", "request", "--workspace", tmp_path / "own")
    assert told.code == 2
    assert "--text" in told.err


def test_a_cut_text_is_told_in_a_sentence(tmp_path):
    command_data("workspace", "create", "--person", "王工", "--workspace", tmp_path / "own")
    text = "INSPECTOR-ANSWER-1:abcdef"
    told = command("device", "join", text, "--workspace", tmp_path / "own")
    assert told.code == 1
    assert "不是完整的登记答复" in told.err
