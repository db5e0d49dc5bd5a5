"""The organisation as its people see it, and its key file on its way to a safe and back."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.offices import put_root_key, save_root_key, view_office
from inspector.operations.organisation import found_organisation, withdraw
from tests.kit.exchanging import PHRASE, admit, laptops, stick, taken


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


def test_before_it_is_founded_there_is_nothing(two, tmp_path):
    office, _laptop = two
    assert view_office(office).name == ""
    for act in (save_root_key, put_root_key):
        with pytest.raises(InspectorError) as refused:
            act(office, tmp_path / "key.pem")
        assert refused.value.problem is Problem.ORGANISATION_NOT_FOUNDED


def test_each_laptop_knows_whether_it_belongs_and_who_supervises(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    seen = view_office(office)
    assert (seen.name, seen.has_key, seen.is_enrolled) == ("区住建局", True, True)
    assert [person.name for person in seen.supervisors] == ["甲工"]
    admit(office, laptop, supervises=True)
    assert {person.name for person in view_office(office).supervisors} == {"甲工", "乙工"}
    taken(laptop, stick(office, to=laptop))
    there = view_office(laptop)
    assert (there.name, there.has_key, there.is_enrolled) == ("区住建局", False, True)
    (second,) = (one for one in there.supervisors if one.name == "乙工")
    withdraw(office, second.id, "调走", PHRASE)
    assert [person.name for person in view_office(office).supervisors] == ["甲工"]


def test_the_key_file_goes_to_a_safe_and_to_another_computer(two, tmp_path):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    admit(office, laptop)
    taken(laptop, stick(office, to=laptop))
    with pytest.raises(InspectorError) as refused:
        save_root_key(laptop, tmp_path / "none.pem")
    assert refused.value.problem is Problem.ROOT_KEY_MISSING
    copy = save_root_key(office, tmp_path / "safe.pem")
    with pytest.raises(InspectorError) as refused:
        save_root_key(office, copy)
    assert refused.value.problem is Problem.FILE_EXISTS
    put_root_key(laptop, copy)
    assert view_office(laptop).has_key
    admit(laptop, office, code="K9")


@pytest.mark.parametrize(
    ("text", "problem"),
    [(None, Problem.FILE_MISSING), (b"no key", Problem.ROOT_KEY_MISSING)],
)
def test_what_is_no_key_file_is_refused(two, tmp_path, text, problem):
    office, _laptop = two
    found_organisation(office, "区住建局", PHRASE)
    source = tmp_path / "wrong.pem"
    if text is not None:
        source.write_bytes(text)
    with pytest.raises(InspectorError) as refused:
        put_root_key(office, source)
    assert refused.value.problem is problem
    assert view_office(office).has_key
