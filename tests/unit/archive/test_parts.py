"""A bundle as a folder, and dealt out over discs: each part a bag, none may lack."""

import errno
import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archive import folderbag
from inspector.archive.folderbag import seal_folder
from inspector.archive.parts import parts_of
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import Member, Part, absent_parts, part_of
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.faults import FaultCode
from inspector.core.progress import Unwatched
from tests.kit.bundles import make_plan

QUIET = Unwatched()
K = 1000


def refusal(call, *given):
    with pytest.raises(InspectorError) as caught:
        call(*given)
    return caught.value


def test_the_folder_is_the_zip_unpacked(tmp_path):
    plan = make_plan(tmp_path / "src")
    in_zip = seal(plan, tmp_path / "b.zip", QUIET)
    in_folder = seal_folder(plan, tmp_path / "bag", QUIET)
    assert (in_folder.sha256, in_folder.files, in_folder.bytes) == (
        in_zip.sha256,
        in_zip.files,
        in_zip.bytes,
    )
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        packed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    written = {
        path.relative_to(tmp_path / "bag").as_posix(): path.read_bytes()
        for path in (tmp_path / "bag").rglob("*")
        if path.is_file()
    }
    assert written == packed
    assert verify(tmp_path / "bag", QUIET).ok


def test_bagit_takes_the_folder(tmp_path):
    seal_folder(make_plan(tmp_path / "src"), tmp_path / "bag", QUIET)
    command = [sys.executable, "-m", "bagit", "--validate", tmp_path / "bag"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - bagit itself
    assert done.returncode == 0


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "bag").mkdir()
    error = refusal(seal_folder, make_plan(tmp_path / "src"), tmp_path / "bag", QUIET)
    assert error.problem is Problem.BUNDLE_EXISTS
    assert list((tmp_path / "bag").iterdir()) == []


def test_a_photo_that_differs_from_its_intake_stops_the_folder(tmp_path):
    plan = make_plan(tmp_path / "src")
    (tmp_path / "src/源3.jpg").write_bytes(b"x" * 300_000)
    error = refusal(seal_folder, plan, tmp_path / "bag", QUIET)
    assert error.problem is Problem.BUNDLE_SOURCE_DIFFERS
    assert [path.name for path in tmp_path.iterdir()] == ["src"]


def test_a_full_disk_and_a_stop_leave_nothing(tmp_path, monkeypatch):
    class Stop(Unwatched):
        def wants_stop(self):
            return True

    plan = make_plan(tmp_path / "src")
    with pytest.raises(Cancelled):
        seal_folder(plan, tmp_path / "bag", Stop())
    monkeypatch.setattr(folderbag, "_put", full)
    assert refusal(seal_folder, plan, tmp_path / "bag", QUIET).problem is Problem.DISK_FULL
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 1000))
    assert refusal(seal_folder, plan, tmp_path / "bag", QUIET).problem is Problem.DISK_FULL
    assert [path.name for path in tmp_path.iterdir()] == ["src"]


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_pulled_out_in_mid_write_is_named(tmp_path, monkeypatch):
    def lost(*_given):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))

    monkeypatch.setattr(folderbag, "_put", lost)
    error = refusal(seal_folder, make_plan(tmp_path / "src"), tmp_path / "bag", QUIET)
    assert error.problem is Problem.BUNDLE_DISK_LOST
    assert not (tmp_path / "bag").exists()


def everywhere(plan):
    return [*plan.members, Member("说明.txt", b"read me", everywhere=True)]


def test_what_fits_on_one_disc_stays_one(tmp_path):
    plan = make_plan(tmp_path / "src")
    assert parts_of(plan, 10_000 * K) == (plan,)


def test_each_part_is_a_bag_and_together_they_are_the_bundle(tmp_path):
    plan = make_plan(tmp_path / "src", (300_000, 200_000, 400_000, 5))
    plan = make_plan(tmp_path / "src", (300_000, 200_000, 400_000, 5), members=everywhere(plan))
    parts = parts_of(plan, 600 * K)
    assert len(parts) == 2
    found = []
    for number, part in enumerate(parts, start=1):
        sealed = seal(part, tmp_path / f"{number}.zip", QUIET)
        assert sealed.path.stat().st_size <= 600 * K
        found.append(verify(sealed.path, QUIET))
    assert all(one.ok for one in found)
    assert [one.remarks[0].code for one in found] == [FaultCode.PART_OF_SEVERAL] * 2
    names = [{m.name for m in part.members} for part in parts]
    assert names[0] & names[1] == {"说明.txt"}
    assert names[0] | names[1] == {member.name for member in plan.members}
    told = [part_of(dict(one.info)) for one in found]
    assert absent_parts(told) == ()
    assert [one.number for one in absent_parts(told[:1])] == [2]
    assert len({part.root for part in parts}) == 2


def test_a_file_larger_than_a_part_is_named(tmp_path):
    plan = make_plan(tmp_path / "src", (300_000,))
    error = refusal(parts_of, plan, 200 * K)
    assert error.problem is Problem.PART_TOO_SMALL
    assert "LJ-0001" in error.facts["member"]


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return make_plan(tmp_path_factory.mktemp("many"), tuple(range(0, 90 * K, 4567)))


@given(limit=st.integers(170 * K, 1500 * K))
def test_parts_hold_every_file_once_and_never_too_much(many, limit):
    parts = parts_of(many, limit)
    names = [member.name for part in parts for member in part.members]
    assert names == [member.name for member in many.members]
    for part in parts:
        sizes = [
            len(m.source) if isinstance(m.source, bytes) else m.source.stat().st_size
            for m in part.members
        ]
        assert sum(sizes) + 600 * len(sizes) < limit


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("2 of 3", Part("G", 3, 2)),
        ("1 of 1", Part("G", 1, 1)),
        ("4 of 3", None),
        ("0 of 3", None),
        ("two of 3", None),
        ("", None),
    ],
)
def test_which_part_a_bag_says_it_is(said, part):
    assert part_of({"Bag-Count": said, "Bag-Group-Identifier": "G"}) == part


def test_long_names_and_sm3_do_not_make_a_part_too_large(tmp_path):
    folders = "/".join("长" * 59 + digit for digit in "1234")
    members = tuple(Member(f"{folders}/{number:04d}.txt", b"x") for number in range(800))
    plan = make_plan(tmp_path / "src", members=members, root="卷" * 60, with_sm3=True)
    parts = parts_of(plan, 600 * K)
    assert len(parts) > 1
    for number, part in enumerate(parts):
        out = seal(part, tmp_path / f"{number}.zip", QUIET).path
        assert out.stat().st_size <= 600 * K
