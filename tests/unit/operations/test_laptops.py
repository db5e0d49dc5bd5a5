"""The picture of the laptops: what of each is here, what it lacks, which photos went astray."""

import pytest

from inspector.core.devices import DeviceStanding
from inspector.operations.laptops import list_laptops
from inspector.operations.photos import IntakeOrder, import_photos
from tests.kit.builders import make_project
from tests.kit.exchanging import hand_over, laptops
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


def seen(workspace, other):
    key = other.key().public.hex()
    (one,) = (laptop for laptop in list_laptops(workspace) if laptop.device.key == key)
    return one


def test_alone_there_is_only_oneself(two):
    office, _laptop = two
    (own,) = list_laptops(office)
    assert own.device.standing is DeviceStanding.OWN
    assert own.lacks == 0


def test_what_came_is_counted_and_what_it_lacks(two):
    office, laptop = two
    make_project(laptop)
    (receipt,) = hand_over(laptop, office)
    found = seen(office, laptop)
    assert found.merged == receipt.received
    assert (found.photos, found.astray) == (0, 0)
    office.seal()
    with office.read() as records:
        own = sum(one.count for one in records.segments.all() if one.is_own)
    assert seen(office, laptop).lacks == own > 0
    hand_over(office, laptop)
    hand_over(laptop, office)
    assert seen(office, laptop).lacks == 0


def test_photos_without_their_originals_are_astray_until_they_come(two, tmp_path):
    office, laptop = two
    project = make_project(laptop)
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(make_jpeg())
    import_photos(laptop, [file], IntakeOrder(project_id=project.id))
    hand_over(laptop, office, photos=False)
    assert (seen(office, laptop).photos, seen(office, laptop).astray) == (1, 1)
    hand_over(laptop, office)
    assert (seen(office, laptop).photos, seen(office, laptop).astray) == (1, 0)
