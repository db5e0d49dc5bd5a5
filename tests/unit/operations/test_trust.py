"""What the organisation signed counts; what anybody else writes over it does not."""

import pytest

from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    list_devices,
    load_request,
    organisation_of,
    write_request,
)
from inspector.operations.packing import PackOrder, pack, plan_package
from inspector.operations.taking import take_packages
from inspector.store.rows import Rows
from tests.kit.builders import make_workspace

PHRASE = "correct horse"


@pytest.fixture
def office_and_laptop(tmp_path):
    """Give an office with its organisation and a laptop that it enrolled as K7."""
    office, laptop = (make_workspace(tmp_path / name) for name in ("office", "laptop"))
    found_organisation(office, "区住建局", PHRASE)
    write_request(laptop, tmp_path / "k7.request")
    request = load_request(tmp_path / "k7.request")
    enrol(office, Enrolment(request=request, code="K7"), PHRASE)
    order = PackOrder(receiver=request.key)
    answer = pack(office, tmp_path / "answer.ipkg", order).paths
    take_packages(laptop, answer)
    yield office, laptop
    office.close()
    laptop.close()


def overwrite_mandates(workspace, **columns):
    with workspace.act() as writing:
        db = writing.office.db
        for (row,) in db.execute("SELECT id FROM mandate").fetchall():
            Rows(db, "mandate").set_columns(row, columns)


def test_the_answer_to_a_request_joins_and_numbers_the_laptop(office_and_laptop):
    office, laptop = office_and_laptop
    assert organisation_of(laptop) == organisation_of(office)
    assert organisation_of(laptop).name == "区住建局"
    assert laptop.device().code == "K7"


def test_an_enrolled_laptop_cannot_change_for_whom_packages_are_sealed(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    key = laptop.key().public.hex()
    overwrite_mandates(laptop, seal_key=None, name="改", code="ZZ")
    take_packages(office, pack(laptop, tmp_path / "forged.ipkg", PackOrder()).paths)
    assert plan_package(office, PackOrder(receiver=key)).is_sealed
    seen = next(one for one in list_devices(office) if one.key == key)
    assert (seen.code, seen.name) == ("K7", "李工")
    assert organisation_of(office).name == "区住建局"
