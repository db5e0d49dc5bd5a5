"""Packages written: read back equal, in volumes, sealed; whole or absent on any medium."""

import errno
import os
import subprocess
import sys
import textwrap
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.manifests import ManifestError
from inspector.core.progress import Unwatched
from inspector.sync import package as package_module
from inspector.sync.envelope import envelope_key
from inspector.sync.package import Contents, Sealing, write_package
from tests.kit.packages import (
    key_of,
    make_blob,
    make_contents,
    make_manifest,
    make_private,
    make_segment,
    read_all,
    write_small,
)

ROOT = Path(__file__).parents[3]
OPEN = Sealing(key=key_of())


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def refusal(*arguments):
    with pytest.raises(InspectorError) as caught:
        write_package(*arguments)
    return caught.value


def test_everything_comes_back_as_it_was_packed(tmp_path, stick):
    contents = make_contents(tmp_path / "blobs", (3000, 0, 20 << 20))
    (path,) = write_package(stick / "包.ipkg", make_manifest(), contents, OPEN)
    read = read_all(path, tmp_path)
    assert read.segments == contents.segments
    assert list(read.blobs) == [blob.path.read_bytes() for blob in contents.blobs]
    assert set(read.private) == set(contents.private)
    assert read.manifest.projects == make_manifest().projects
    assert read.manifest.stored_blobs == ("06" * 32,)
    assert names_in(stick) == ["包.ipkg"]


def test_other_programs_read_it_too(tmp_path):
    with zipfile.ZipFile(write_small(tmp_path)) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.namelist()[:2] == ["manifest.json", "manifest.sig"]


def test_a_package_may_be_empty_of_contents(tmp_path, stick):
    (path,) = write_package(stick / "receipt.ipkg", make_manifest(), Contents(), OPEN)
    read = read_all(path, tmp_path)
    assert (read.segments, read.blobs, read.private) == ((), (), ())


def test_the_same_contents_give_the_same_bytes(tmp_path):
    assert write_small(tmp_path, "a.ipkg").read_bytes() == (
        write_small(tmp_path, "b.ipkg").read_bytes()
    )


def test_volumes_stay_under_their_limit_and_serve_in_any_order(tmp_path, stick):
    contents = make_contents(tmp_path / "blobs", (60_000, 60_000, 60_001, 300_000, 5))
    sealing = Sealing(key=key_of(), volume_bytes=200_000)
    paths = write_package(stick / "包.ipkg", make_manifest(), contents, sealing)
    assert [path.name for path in paths] == [f"包.{n}of{len(paths)}.ipkg" for n in (1, 2, 3, 4)]
    sizes = [path.stat().st_size for path in paths]
    assert max(sizes[0], sizes[1], sizes[3]) <= 200_000 < sizes[2]
    volumes = [read_all(path, tmp_path) for path in reversed(paths)]
    first = volumes.pop()
    assert (first.segments, len(first.private)) == (contents.segments, 2)
    assert all(not (v.segments or v.private or v.manifest.stored_blobs) for v in volumes)
    assert {v.manifest.id for v in volumes} == {first.manifest.id}
    blobs = [*first.blobs, *(blob for volume in reversed(volumes) for blob in volume.blobs)]
    assert blobs == [blob.path.read_bytes() for blob in contents.blobs]


@pytest.mark.parametrize("limit", [70_000, 80_000, 100_000, 150_000])
def test_no_volume_of_many_small_blobs_exceeds_the_limit(tmp_path, stick, limit):
    blobs = tuple(make_blob(tmp_path, os.urandom(size)) for size in range(1, 500, 9))
    sealing = Sealing(key=key_of(), volume_bytes=limit)
    paths = write_package(stick / "p.ipkg", make_manifest(), Contents(blobs=blobs), sealing)
    assert all(path.stat().st_size <= limit for path in paths)
    found = [blob for path in paths for blob in read_all(path, tmp_path).blobs]
    assert found == [blob.path.read_bytes() for blob in blobs]


def test_a_sealed_package_opens_for_each_receiver_only(tmp_path):
    keys = [envelope_key(tmp_path / name) for name in ("a", "b", "c")]
    path = write_small(tmp_path, recipients=[key.recipient for key in keys[:2]])
    assert path.name == "small.ipkg.age"
    plain = read_all(write_small(tmp_path), tmp_path)
    assert read_all(path, tmp_path, (keys[0],)) == plain
    assert read_all(path, tmp_path, (keys[2], keys[1])) == plain
    with pytest.raises(InspectorError) as caught:
        read_all(path, tmp_path, (keys[2],))
    assert caught.value.problem is Problem.PACKAGE_SEALED


def test_a_sealed_package_shows_nothing_of_what_is_inside(tmp_path):
    key = envelope_key(tmp_path / "a")
    sealed = write_small(tmp_path, recipients=[key.recipient]).read_bytes()
    assert b"manifest" not in sealed
    assert b"13800000000" not in sealed


def test_a_receiver_without_a_real_key_is_refused(tmp_path, stick):
    sealing = Sealing(key=key_of(), recipients=["age1nonsense"])
    error = refusal(stick / "p.ipkg", make_manifest(), Contents(), sealing)
    assert error.problem is Problem.PACKAGE_RECEIVER_INVALID
    assert names_in(stick) == []


# -- what stops it before or while it is written -------------------------------------------------


def test_an_existing_file_is_never_replaced(stick):
    (stick / "p.ipkg").write_bytes(b"old")
    error = refusal(stick / "p.ipkg", make_manifest(), Contents(), OPEN)
    assert error.problem is Problem.FILE_EXISTS
    assert (stick / "p.ipkg").read_bytes() == b"old"


def test_what_an_earlier_run_left_unfinished_is_replaced(tmp_path, stick):
    (stick / "p.ipkg.part").write_bytes(b"half")
    write_package(stick / "p.ipkg", make_manifest(), make_contents(tmp_path), OPEN)
    assert names_in(stick) == ["p.ipkg"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_left_under_the_unfinished_name_is_not_followed(tmp_path, stick):
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (stick / "p.ipkg.part").symlink_to(victim)
    write_package(stick / "p.ipkg", make_manifest(), Contents(), OPEN)
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize("change", ["gone", "shorter", "longer", "other"])
@pytest.mark.parametrize("size", [3000, 17 << 20])
def test_a_blob_that_is_not_what_is_said_stops_the_package(tmp_path, stick, change, size):
    blob = make_blob(tmp_path / "blobs", bytes(size))
    blob.path.write_bytes(
        {"shorter": bytes(size - 1), "longer": bytes(size + 1)}.get(change, b"x" * size)
    )
    if change == "gone":
        blob.path.unlink()
    error = refusal(stick / "p.ipkg", make_manifest(), Contents(blobs=(blob,)), OPEN)
    missing = Problem.PACKAGE_SOURCE_MISSING
    assert error.problem is (missing if change == "gone" else Problem.PACKAGE_SOURCE_DIFFERS)
    assert error.facts["file"] == str(blob.path)
    assert names_in(stick) == []


@pytest.mark.parametrize("field", ["hash", "signature", "key", "body", "raw_length"])
def test_a_segment_that_receivers_would_refuse_is_not_packed(stick, field):
    part = make_segment()
    value = getattr(part, field)
    wrong = value + 1 if isinstance(value, int) else bytes([value[0] ^ 1]) + value[1:]
    contents = Contents(segments=(replace(part, **{field: wrong}),))
    error = refusal(stick / "p.ipkg", make_manifest(), contents, OPEN)
    assert error.problem is Problem.PACKAGE_SEGMENT_DAMAGED


def test_a_blob_twice_is_the_callers_mistake(tmp_path, stick):
    blob = make_blob(tmp_path, b"x")
    with pytest.raises(ManifestError, match="duplicate"):
        write_package(stick / "p.ipkg", make_manifest(), Contents(blobs=(blob, blob)), OPEN)


def test_a_personal_value_that_is_not_the_hashed_one_is_the_callers_mistake(stick):
    contents = Contents(private=(replace(make_private(), value="other"),))
    with pytest.raises(ManifestError, match="digest"):
        write_package(stick / "p.ipkg", make_manifest(), contents, OPEN)


class StopsAfter(Unwatched):
    def __init__(self, asked):
        self.left = asked
        self.told = []

    def report(self, done, total):
        self.told.append((done, total))

    def wants_stop(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("sealed", [False, True])
def test_stop_at_any_point_leaves_nothing(tmp_path, stick, sealed):
    contents = make_contents(tmp_path / "blobs", (60_000, 60_000, 60_001))
    recipients = [envelope_key(tmp_path / "a").recipient] if sealed else []
    sealing = Sealing(key=key_of(), recipients=recipients, volume_bytes=100_000)
    asked = 0
    while True:
        progress = StopsAfter(asked)
        try:
            write_package(stick / "p.ipkg", make_manifest(), contents, sealing, progress)
            break
        except Cancelled:
            assert names_in(stick) == []
        asked += 1
    assert asked > 10
    assert progress.told[0][0] == 0
    assert progress.told == sorted(progress.told)
    assert progress.told[-1][0] == progress.told[-1][1]


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, Problem.DISK_FULL),
        (errno.EFBIG, Problem.DISK_FULL),
        (errno.EROFS, Problem.MEDIUM_READ_ONLY),
        (errno.EACCES, Problem.FOLDER_NOT_WRITABLE),
        (errno.EIO, Problem.MEDIUM_FAILED),
        (errno.ENOENT, Problem.MEDIUM_FAILED),
        (errno.ENODEV, Problem.MEDIUM_FAILED),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_medium_that_fails_while_writing_leaves_nothing(
    tmp_path, stick, monkeypatch, number, problem, sealed
):
    def fails(_self, _data):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(package_module._Hashing, "write", fails)
    recipients = [envelope_key(tmp_path / "a").recipient] if sealed else []
    sealing = Sealing(key=key_of(), recipients=recipients)
    error = refusal(stick / "p.ipkg", make_manifest(), make_contents(tmp_path), sealing)
    assert error.problem is problem
    assert names_in(stick) == []


def test_a_failing_rename_removes_the_volumes_before_it(tmp_path, stick, monkeypatch):
    contents = make_contents(tmp_path / "blobs", (60_000, 60_000, 60_001))
    rename = Path.rename

    def fails_at_the_second(self, target):
        if ".2of" in target.name:
            raise OSError(errno.EIO, "gone")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails_at_the_second)
    sealing = Sealing(key=key_of(), volume_bytes=100_000)
    error = refusal(stick / "p.ipkg", make_manifest(), contents, sealing)
    assert error.problem is Problem.MEDIUM_FAILED
    assert names_in(stick) == []


def test_a_stick_that_gives_back_other_bytes_is_refused(tmp_path, stick, monkeypatch):
    def lies(descriptor):
        path = stick / "p.ipkg.part"
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)

    monkeypatch.setattr(package_module, "drop_from_memory", lies)
    error = refusal(stick / "p.ipkg", make_manifest(), make_contents(tmp_path), OPEN)
    assert error.problem is Problem.MEDIUM_UNRELIABLE
    assert names_in(stick) == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    error = refusal(tmp_path / "none" / "p.ipkg", make_manifest(), Contents(), OPEN)
    assert error.problem is Problem.MEDIUM_FAILED
    assert error.facts["folder"] == str(tmp_path / "none")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounting needs root on Unix")
@pytest.mark.parametrize(
    ("options", "problem"),
    [("size=2m", Problem.DISK_FULL), ("ro", Problem.MEDIUM_READ_ONLY)],
)
@pytest.mark.parametrize("room_is_told", [True, False])
def test_a_full_and_a_protected_stick(tmp_path, stick, monkeypatch, options, problem, room_is_told):
    contents = make_contents(tmp_path / "blobs", (900_000, 900_001, 900_002))
    if not room_is_told:  # quotas are not seen beforehand
        monkeypatch.setattr(package_module, "_check_room", lambda *_: None)
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(stick)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this machine lets nobody mount")
    try:
        sealing = Sealing(key=key_of(), volume_bytes=1_000_000)
        error = refusal(stick / "p.ipkg", make_manifest(), contents, sealing)
        assert error.problem is problem
        assert names_in(stick) == []
    finally:
        subprocess.run(["umount", str(stick)], check=True)  # noqa: S603, S607


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
def test_a_file_that_may_not_grow_further_is_removed(tmp_path, stick):
    code = """
        import os, resource, sys
        from pathlib import Path
        from inspector.core.errors import InspectorError
        from inspector.sync.package import Sealing, write_package
        from tests.kit.packages import key_of, make_contents, make_manifest
        contents = make_contents(Path(sys.argv[1]), (90_000, 90_001))
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            write_package(
                Path(sys.argv[2]) / "p.ipkg", make_manifest(), contents, Sealing(key=key_of())
            )
        except InspectorError as error:
            print(error.problem)
    """
    done = subprocess.run(  # noqa: S603 - this file's own code
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "blobs"), str(stick)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == Problem.DISK_FULL
    assert names_in(stick) == []


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Unix")
@pytest.mark.parametrize("sealed", [False, True])
def test_killed_at_any_moment_no_named_file_fails_to_verify(tmp_path, stick, sealed):
    """Die at a line of the writer, later each time: a finished name holds a whole package."""
    code = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        from inspector.core.progress import Unwatched
        from inspector.sync import package
        from inspector.sync.envelope import envelope_key
        from tests.kit.packages import key_of, make_contents, make_manifest

        root, stick, step, sealed = *map(Path, sys.argv[1:3]), *map(int, sys.argv[3:5])
        key = envelope_key(root / "profile")
        contents = make_contents(root / "blobs", (60_000, 60_000, 60_001))

        def dies(frame, event, argument):
            global step
            if frame.f_code.co_filename == package.__file__:
                step -= 1
                if step < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return dies

        sealing = package.Sealing(
            key=key_of(), recipients=[key.recipient] if sealed else [], volume_bytes=100_000
        )
        sys.settrace(dies)
        package.write_package(stick / "p.ipkg", make_manifest(), contents, sealing)
        sys.settrace(None)
    """)
    key = envelope_key(tmp_path / "profile")
    seen_killed, step = 0, 3
    while True:
        for path in stick.iterdir():
            path.unlink()
        done = subprocess.run(  # noqa: S603 - this file's own code
            [sys.executable, "-c", code, tmp_path, stick, str(step), str(int(sealed))],
            capture_output=True,
            check=False,
            cwd=ROOT,
        )
        for path in stick.iterdir():
            if path.suffix != ".part":
                read_all(path, tmp_path, (key,))
        if done.returncode == 0:
            break
        assert done.returncode == -9, done.stderr.decode()
        seen_killed += 1
        step = step * 4 // 3 + 1
    assert seen_killed > 10
    assert not list(stick.glob("*.part"))
