"""A file removed, added, renamed, exchanged or changed is named: in a folder, a ZIP, and parts."""

import shutil
import zipfile
from collections import Counter

import pytest

from inspector.archive.folderbag import seal_folder
from inspector.archive.parts import parts_of
from inspector.archive.verify import verify
from inspector.core.faults import FaultCode, FileState
from inspector.core.progress import Unwatched
from inspector.words.archive import fault_sentence
from tests.kit.bundles import make_plan

QUIET = Unwatched()
PHOTOS = "data/电子档案/照片"
ONE, OTHER = (f"{PHOTOS}/LJ-000{number} 100％.jpg" for number in (3, 4))


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return make_plan(tmp_path_factory.mktemp("src"), (90_000,) * 2 + (70_000, 60_000))


@pytest.fixture(params=["folder", "zip", "parts as folders", "parts as zips"])
def harmed(request, plan, tmp_path):
    """Give a way to harm a sealed bundle and verify it: all bags of it."""
    parted = request.param.startswith("parts")
    plans = parts_of(plan, 300_000) if parted else (plan,)
    assert len(plans) == (2 if parted else 1)
    bags = [tmp_path / one.root for one in plans]
    for one, bag in zip(plans, bags, strict=True):
        seal_folder(one, bag, QUIET)

    def verified(harm):
        harm(bags[-1])  # the files that are harmed lie in the last part
        if not request.param.endswith(("zip", "zips")):
            return [verify(bag, QUIET) for bag in bags]
        return [verify(packed(bag), QUIET) for bag in bags]

    return verified


def packed(bag):
    """Pack a bag as any program would."""
    path = bag.with_name(f"{bag.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(path for path in bag.rglob("*") if path.is_file()):
            archive.write(file, f"{bag.name}/{file.relative_to(bag).as_posix()}")
    return path


def remove(bag):
    (bag / ONE).unlink()


def add(bag):
    shutil.copy(bag / ONE, bag / PHOTOS / "另一张.jpg")


def rename(bag):
    (bag / ONE).rename(bag / PHOTOS / "另一张.jpg")


def swap(bag):
    (bag / ONE).rename(bag / "kept")
    (bag / OTHER).rename(bag / ONE)
    (bag / "kept").rename(bag / OTHER)


def change(bag):
    content = (bag / ONE).read_bytes()
    (bag / ONE).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize(
    ("harm", "states", "codes"),
    [
        (remove, {ONE: FileState.MISSING}, {FaultCode.MEMBER_MISSING: ONE}),
        (
            add,
            {f"{PHOTOS}/另一张.jpg": FileState.EXTRA},
            {FaultCode.MEMBER_EXTRA: f"{PHOTOS}/另一张.jpg"},
        ),
        (
            rename,
            {ONE: FileState.MISSING, f"{PHOTOS}/另一张.jpg": FileState.EXTRA},
            {FaultCode.MEMBER_RENAMED: f"{PHOTOS}/另一张.jpg"},
        ),
        (
            swap,
            {ONE: FileState.DAMAGED, OTHER: FileState.DAMAGED},
            {FaultCode.MEMBER_SWAPPED: OTHER},
        ),
        (change, {ONE: FileState.DAMAGED}, {FaultCode.HASH_DIFFERS: ONE}),
    ],
    ids=["removed", "added", "renamed", "swapped", "changed"],
)
def test_each_file_has_its_state_in_every_form(harmed, harm, states, codes):
    found = harmed(harm)
    assert not found[-1].ok
    assert all(one.ok for one in found[:-1])
    told = {one.name: one.state for one in found[-1].members}
    well = {FileState.OK, FileState.NOT_LISTED}
    assert {name: state for name, state in told.items() if state not in well} == states
    named = {(fault.code, fault.member) for fault in found[-1].faults}
    assert set(codes.items()) <= named
    for fault in found[-1].faults:
        if fault.code in codes:
            assert fault.member in fault_sentence(fault)
    assert Counter(one.state for one in found[-1].members)[FileState.NOT_LISTED] <= 1


def test_a_file_that_moved_to_another_part_is_told_in_both(plan, tmp_path):
    """A disc was put together again by hand, and a photo came into the wrong folder."""
    bags = []
    for number, one in enumerate(parts_of(plan, 300_000)):
        bags.append(tmp_path / str(number))
        seal_folder(one, bags[-1], QUIET)
    (bags[1] / ONE).rename(bags[0] / ONE)
    first, second = (verify(bag, QUIET) for bag in bags)
    assert (FaultCode.MEMBER_EXTRA, ONE) in {(f.code, f.member) for f in first.faults}
    assert (FaultCode.MEMBER_MISSING, ONE) in {(f.code, f.member) for f in second.faults}
