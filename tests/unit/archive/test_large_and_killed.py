"""Bundles larger than a plain ZIP can tell, and sealings that are killed again and again."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time
import zipfile
from datetime import UTC, datetime

import pytest

from inspector.archive import journal, placing
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import BundlePlan, Member
from inspector.core.faults import FileState
from inspector.core.progress import Unwatched
from inspector.core.zipform import LIMIT_32
from tests.kit.bundles import make_plan

QUIET = Unwatched()
KILLS = 20
posix_only = pytest.mark.skipif(os.name == "nt", reason="holes in files and SIGKILL are POSIX's")


def hole(path, size):
    """Make a file of zeros that takes no room."""
    with path.open("wb") as out:
        out.truncate(size)
    return path


@pytest.fixture
def holes(monkeypatch):
    """Leave out the writing of zeros: the file reads the same and takes no room."""
    write_at, zeros = placing._Placed.write_at, bytes(1 << 20)

    def sparse(self, data, offset):
        if bytes(data) != zeros[: len(data)]:
            write_at(self, data, offset)

    monkeypatch.setattr(placing._Placed, "write_at", sparse)


@posix_only
@pytest.mark.slow
def test_a_bundle_of_six_and_a_half_gigabytes_is_sound(tmp_path, holes):
    if shutil.disk_usage(tmp_path).free < 7_000_000_000:
        pytest.skip("the disk has no 7 GB: sealing rightly refuses")
    last = "最后一份：偏移超过 4 GiB".encode()
    plan = BundlePlan(
        root="大包",
        members=(
            Member("一/说明.txt", b"first"),
            Member("一/录像.mp4", hole(tmp_path / "a", LIMIT_32 + 5)),
            Member("二/点云.las", hole(tmp_path / "b", 2_206_000_000)),
            Member("二/最后.txt", last, hashlib.sha256(last).hexdigest()),
        ),
        info=(("Bag-Software-Agent", "Inspector 0.1.0"),),
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    out = tmp_path / "b.zip"
    sealed = seal(plan, out, QUIET)
    assert sealed.bytes == LIMIT_32 + 5 + 2_206_000_000 + 5 + len(last) > 6_500_000_000
    assert out.stat().st_size > sealed.bytes
    assert out.stat().st_blocks * 512 < 10_000_000
    found = verify(out, QUIET)
    assert (found.faults, found.remarks, found.bytes) == ((), (), sealed.bytes)
    first_end = 30 + len("大包/data/一/说明.txt".encode()) + 5
    with zipfile.ZipFile(out) as archive:
        large, far = (
            archive.getinfo(f"大包/data/{name}") for name in ("一/录像.mp4", "二/最后.txt")
        )
        assert (large.file_size, large.header_offset) == (LIMIT_32 + 5, first_end)
        assert far.header_offset > LIMIT_32
        assert archive.read(far) == last
    if shutil.which("unzip"):
        told = subprocess.run(["unzip", "-p", out, far.filename], capture_output=True, check=False)  # noqa: S603, S607 - unzip itself
        assert told.stdout == last
    with out.open("r+b") as stream:
        stream.seek(5_000_000_000)
        stream.write(b"\1")
    states = {one.name: one.state for one in verify(out, QUIET).members}
    damaged = [name for name, state in states.items() if state is FileState.DAMAGED]
    assert damaged == ["data/二/点云.las"]


def sealing(plan, out):
    """Seal in a process of its own; give its id."""
    child = os.fork()
    if child == 0:
        try:
            seal(plan, out, QUIET)
        finally:
            os._exit(0)
    return child


@posix_only
def test_a_sealing_killed_at_any_moment_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "SYNC_EVERY", 400_000)
    plan = make_plan(tmp_path / "src", (150_000,) * 60)
    whole = tmp_path / "whole.zip"
    start = time.monotonic()
    seal(plan, whole, QUIET)
    usual = time.monotonic() - start
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "b.zip"
    went_on = 0
    for _kill in range(KILLS):
        child = sealing(plan, out)
        time.sleep(chance.uniform(0, usual))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if out.exists():
            assert out.read_bytes() == whole.read_bytes()
            out.unlink()
        else:
            went_on += bool(journal.Journal(folder / "b.zip.journal", "").head())
    assert went_on
    seal(plan, out, QUIET)
    assert out.read_bytes() == whole.read_bytes()
    assert [path.name for path in folder.iterdir()] == ["b.zip"]
