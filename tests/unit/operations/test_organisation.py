"""An organisation enrols and revokes laptops; who counts never depends on the order of arrival."""

import shutil

import pytest

from inspector.core.devices import DeviceStanding
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import SetAside
from inspector.operations.exchange import sync_status
from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    key_of,
    list_devices,
    load_request,
    may_settle,
    request_of_known,
    revoke,
    withdraw,
    write_request,
)
from inspector.operations.packing import PackOrder, plan_package
from inspector.operations.workspace import open_workspace
from tests.kit.builders import StoppedClock, make_project
from tests.kit.exchanging import (
    PHRASE,
    admit,
    assert_sound,
    codes_in,
    everything_in,
    hand_over,
    laptops,
    meet,
    stick,
    taken,
)
from tests.kit.exchanging import key_of as key_name


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


@pytest.fixture
def organised(two):
    """Give an office and a laptop that it enrolled as K7."""
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    admit(office, laptop, code="K7")
    taken(laptop, stick(office, to=laptop))
    return office, laptop


def problem_of(attempt, *given):
    with pytest.raises(InspectorError) as refused:
        attempt(*given)
    return refused.value.problem


def standing(workspace, laptop):
    return next(one.standing for one in list_devices(workspace) if one.key == key_name(laptop))


# -- founding --------------------------------------------------------------------------------------


def test_founded_once_with_a_phrase_that_holds(two):
    office = two[0]
    before = everything_in(office)
    assert problem_of(found_organisation, office, "区住建局", "short") is Problem.PASSPHRASE_SHORT
    assert problem_of(found_organisation, office, " ", PHRASE) is Problem.NAME_EMPTY
    assert everything_in(office) == before
    made = found_organisation(office, "区住建局", PHRASE).value
    assert made.key_file.stat().st_mode & 0o777 == 0o600
    assert problem_of(found_organisation, office, "再来", PHRASE) is Problem.ORGANISATION_EXISTS


def test_the_founder_supervises_and_is_own(two):
    office = two[0]
    assert may_settle(office)
    found_organisation(office, "区住建局", PHRASE)
    assert may_settle(office)
    assert standing(office, office) is DeviceStanding.OWN


def test_work_that_is_here_counts_on_where_it_is_admitted(two):
    office, laptop = two
    make_project(laptop)
    hand_over(laptop, office)
    found_organisation(office, "区住建局", PHRASE, admit=[key_name(laptop)])
    assert codes_in(office) == ["JF2"]
    assert standing(office, laptop) is DeviceStanding.ENROLLED


def test_work_of_others_is_set_aside_by_founding(two):
    office, laptop = two
    make_project(laptop)
    hand_over(laptop, office)
    found_organisation(office, "区住建局", PHRASE)
    assert codes_in(office) == []
    assert sync_status(office).quarantined > 0
    enrol(office, Enrolment(request=request_of_known(office, key_name(laptop))), PHRASE)
    assert codes_in(office) == ["JF2"]
    hand_over(laptop, office)
    assert sync_status(office).quarantined == 0


def test_a_laptop_that_is_not_enrolled_is_meant_by_the_code_it_is_listed_with(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    make_project(laptop, "JF2")
    hand_over(laptop, office)
    (seen,) = (d for d in list_devices(office) if d.standing is DeviceStanding.UNKNOWN)
    assert seen.code == laptop.device().code
    request = request_of_known(office, seen.code)
    enrol(office, Enrolment(request=request, code=seen.code), PHRASE)
    assert codes_in(office) == ["JF2"]


def test_only_the_holder_of_the_key_speaks(organised, tmp_path):
    office, laptop = organised
    request = load_request(write_request(laptop, tmp_path / "again.json"))
    before = everything_in(office)
    attempt = Enrolment(request=request, code="K8")
    assert problem_of(enrol, office, attempt, "wrong phrase") is Problem.PASSPHRASE_WRONG
    assert problem_of(enrol, laptop, attempt, PHRASE) is Problem.ROOT_KEY_MISSING
    assert problem_of(revoke, office, "K7", "丢失", "wrong phrase") is Problem.PASSPHRASE_WRONG
    assert problem_of(revoke, office, "K7", " ", PHRASE) is Problem.REASON_NEEDED
    assert everything_in(office) == before


def test_a_request_that_another_wrote_is_refused(two, tmp_path):
    path = write_request(two[1], tmp_path / "request.json")
    path.write_text(path.read_text().replace("乙工", "丁工"))
    assert problem_of(load_request, path) is Problem.REQUEST_INVALID
    path.write_text("{}")
    assert problem_of(load_request, path) is Problem.REQUEST_INVALID
    assert problem_of(load_request, tmp_path / "none.json") is Problem.FILE_MISSING
    assert problem_of(write_request, two[1], path) is Problem.FILE_EXISTS


# -- revoking --------------------------------------------------------------------------------------


def test_a_revoked_laptop_keeps_what_was_here_and_adds_nothing(organised):
    office, laptop = organised
    make_project(laptop, "JF1")
    hand_over(laptop, office)
    assert revoke(office, "K7", "丢失", PHRASE).value == 1
    assert codes_in(office) == ["JF1"]
    make_project(laptop, "JF2")
    (receipt,) = hand_over(laptop, office)
    assert receipt.quarantined > 0
    assert {line.reason for line in receipt.lines} == {SetAside.REVOKED}
    assert codes_in(office) == ["JF1"]
    assert standing(office, laptop) is DeviceStanding.REVOKED
    assert problem_of(revoke, office, "K7", "再次", PHRASE) is Problem.LAPTOP_REVOKED


def test_the_laptop_at_hand_is_not_revoked(organised):
    office, laptop = organised
    assert problem_of(revoke, office, key_name(office), "写错", PHRASE) is Problem.OWN_LAPTOP_KEPT
    make_project(office, "JF1")
    (receipt,) = hand_over(office, laptop)
    assert (receipt.quarantined, codes_in(laptop)) == (0, ["JF1"])


def test_the_code_of_another_enrolled_laptop_is_taken(organised, tmp_path):
    office, laptop = organised
    with laptops(tmp_path, "丙") as (other,):
        assert problem_of(lambda: admit(office, other, code="k7")) is Problem.CODE_TAKEN
        admit(office, laptop, code="K7")
        revoke(office, "K7", "丢失", PHRASE)
        admit(office, other, code="K7")
        assert standing(office, other) is DeviceStanding.ENROLLED


def test_enrolled_again_everything_of_it_counts(organised):
    office, laptop = organised
    revoke(office, "K7", "丢失", PHRASE)
    make_project(laptop, "JF2")
    hand_over(laptop, office)
    assert codes_in(office) == []
    admit(office, laptop, code="K7")
    assert codes_in(office) == ["JF2"]
    assert standing(office, laptop) is DeviceStanding.ENROLLED
    meet(office, laptop)
    assert_sound(office, laptop)


def test_enrolled_again_without_a_request_it_is_sealed_to_as_before(organised):
    office, laptop = organised
    make_project(laptop, "JF2")
    hand_over(laptop, office)
    order = PackOrder(receiver=key_name(laptop))
    assert plan_package(office, order).is_sealed
    revoke(office, "K7", "丢失", PHRASE)
    enrol(office, Enrolment(request=request_of_known(office, "K7"), code="K7"), PHRASE)
    assert plan_package(office, order).is_sealed


def test_the_revocation_may_come_before_or_after_the_work(organised, tmp_path):
    office, laptop = organised
    with laptops(tmp_path, "丙", "丁") as others:
        for other in others:
            admit(office, other)
            taken(other, stick(office, to=other), join=True)
        make_project(laptop, "JF1")
        hand_over(laptop, office)
        revoke(office, "K7", "丢失", PHRASE)
        make_project(laptop, "JF2")
        word, work = stick(office), stick(laptop)
        taken(others[0], word, work)
        taken(others[1], work)
        assert codes_in(others[1]) == ["JF1", "JF2"]
        taken(others[1], word)
        assert codes_in(others[0]) == codes_in(others[1]) == ["JF1"]
        meet(office, *others)
        assert_sound(office, *others)


def test_the_revoked_laptop_still_shows_its_own_work(organised):
    office, laptop = organised
    revoke(office, "K7", "丢失", PHRASE)
    make_project(laptop, "JF2")
    hand_over(office, laptop)
    assert codes_in(laptop) == ["JF2"]


def test_a_role_that_is_withdrawn_is_gone_everywhere(organised):
    office, laptop = organised
    assert not may_settle(laptop)
    admit(office, laptop, supervises=True)
    hand_over(office, laptop)
    assert may_settle(laptop)
    assert withdraw(office, laptop.person().id, "调离", PHRASE).value == 1
    hand_over(office, laptop)
    assert not may_settle(laptop)


def test_a_laptop_is_meant_by_key_or_code(organised):
    office, laptop = organised
    assert key_of(office, "K7") == key_of(office, key_name(laptop)) == key_name(laptop)
    assert problem_of(key_of, office, "ZZ") is Problem.RECORD_MISSING
    assert problem_of(key_of, office, "") is Problem.RECORD_MISSING


def test_the_key_may_move_to_another_office_computer(organised, tmp_path):
    """The organisation speaks where its key file lies; two that speak apart agree in the end."""
    office, laptop = organised
    shutil.copytree(office.profile / "keys", tmp_path / "safe")
    (key_file,) = (tmp_path / "safe").glob("organisation-*")
    shutil.copy(key_file, laptop.profile / "keys")
    with laptops(tmp_path, "丙") as (other,):
        admit(laptop, other, code="K8")
        revoke(office, "K7", "丢失", PHRASE)
        word = [stick(office), stick(laptop)]
        taken(office, *word)
        taken(laptop, *word)
        assert standing(office, other) is standing(laptop, other) is DeviceStanding.ENROLLED
        assert standing(office, laptop) is DeviceStanding.REVOKED


# -- a laptop whose profile was lost ---------------------------------------------------------------


@pytest.fixture
def rekeyed(two, tmp_path):
    """Give an office, and a laptop that writes with a new key since its profile was lost."""
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    make_project(laptop, "QT1")
    laptop.close()
    again = open_workspace(laptop.folder, tmp_path / "new profile", StoppedClock())
    yield office, again
    again.close()


def test_with_a_new_key_its_person_stays_on_record_and_its_work_comes_in_later(rekeyed):
    office, laptop = rekeyed
    person = laptop.person()
    admit(office, laptop, code="K9")
    taken(laptop, stick(office, to=laptop))
    assert laptop.person() == person
    assert codes_in(laptop) == []
    (receipt,) = hand_over(laptop, office)
    assert receipt.quarantined > 0
    (former,) = (d for d in list_devices(office) if d.standing is DeviceStanding.UNKNOWN)
    enrol(office, Enrolment(request=request_of_known(office, former.key)), PHRASE)
    meet(office, laptop)
    assert codes_in(office) == codes_in(laptop) == ["QT1"]
    assert_sound(office, laptop)


def test_who_founds_with_a_new_key_stays_on_record(rekeyed):
    _office, laptop = rekeyed
    person = laptop.person()
    found_organisation(laptop, "另一个单位", PHRASE)
    assert laptop.person() == person
    assert may_settle(laptop)
    assert stick(laptop).is_file()
