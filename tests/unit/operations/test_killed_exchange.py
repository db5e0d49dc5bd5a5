"""A program killed while it seals, packs or takes in: all of it happened, or nothing did."""

import os
import random
import shutil
import signal
import time
from contextlib import closing, suppress

import pytest

from inspector.core.progress import Unwatched
from inspector.operations.packing import PackOrder, pack
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.taking import take_packages
from inspector.operations.upkeep import check_workspace
from inspector.operations.workspace import open_workspace
from inspector.store.rows import Rows
from inspector.sync.envelope import envelope_key
from inspector.sync.opening import open_package
from tests.kit.builders import StoppedClock, make_project, random_id
from tests.kit.exchanging import codes_in, laptops, shows, stick, taken
from tests.kit.journals import assert_journal_explains_tables, sample_row
from tests.kit.photo_files import make_jpeg
from tests.kit.processes import finish, next_line, start

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Unix"),
    pytest.mark.slow,
]

KILLS = 40
RECORDS = 300
NURSERY = """
import os, sys
from pathlib import Path
from inspector.operations.packing import PackOrder, pack
from inspector.operations.taking import take_packages
from inspector.operations.workspace import open_workspace
from tests.kit.builders import StoppedClock

def seal(workspace, _file):
    workspace.seal()

def pack_all(workspace, file):
    pack(workspace, file, PackOrder())

def take(workspace, file):
    take_packages(workspace, [file])

act = {"seal": seal, "pack": pack_all, "take": take}[sys.argv[1]]
profile, file = map(Path, sys.argv[2:])
for line in iter(sys.stdin.readline, ""):
    child = os.fork()
    if child == 0:
        workspace = open_workspace(Path(line.strip()), profile, StoppedClock())
        os.write(1, f"{os.getpid()}\\n".encode())
        act(workspace, file)
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    os.write(1, b"killed\\n" if os.WIFSIGNALED(status) else b"done\\n")
"""


class Nursery:
    """A program that has loaded everything and forks a child for each act, to be killed."""

    def __init__(self, act, profile, file):
        self._process = start(NURSERY, act, profile, file)
        self.killed = 0

    def close(self):
        finish(self._process)

    def run(self, folder, seconds=None):
        """Do the act in a folder, and kill it after some seconds. Gives how long it took."""
        self._process.stdin.write(f"{folder}\n")
        self._process.stdin.flush()
        child, begun = int(next_line(self._process)), time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            with suppress(ProcessLookupError):  # it was done before
                os.kill(child, signal.SIGKILL)
        self.killed += next_line(self._process) == "killed"
        return time.monotonic() - begun


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


def write_much(workspace, code):
    """Put a project with many records and some photos on record, in a journal not yet sealed."""
    project = make_project(workspace, code, f"{code}小区")
    folder = workspace.folder.parent / "camera"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.jpg").write_bytes(make_jpeg(size=(640 + number, 480)))
    import_photos(workspace, [folder], IntakeOrder(project_id=project.id))
    with workspace.act() as writing:
        for _number in range(RECORDS):
            row = sample_row("defect", random_id(), project.id)
            Rows(writing.office.db, "defect").put(row)


def kill_often(nursery, base, work, check):
    """Do an act in copies of a folder, each killed at another moment, and check each copy."""
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    whole = shutil.copytree(base, work / "whole")
    took = nursery.run(whole)
    check(whole)
    while nursery.killed < KILLS:
        folder = shutil.copytree(base, work / "killed")
        killed = nursery.killed
        nursery.run(folder, chance.uniform(0, took))
        if nursery.killed == killed:
            took *= 0.8
        check(folder)
        shutil.rmtree(folder)


def reopened(laptop, folder):
    return closing(open_workspace(folder, laptop.profile, StoppedClock()))


def assert_whole(folder):
    findings = check_workspace(folder).findings
    assert not [one for one in findings if not one.is_harmless], findings


def test_killed_while_taking_in(two, tmp_path):
    giver, taker = two
    write_much(giver, "JF2")
    write_some_here(taker)
    package = stick(giver)
    taker.close()
    outcomes, shown = [], set()

    def check(folder):
        with reopened(taker, folder) as workspace:
            outcomes.append(codes_in(workspace))
            (receipt,) = taken(workspace, package)
            assert receipt.applied + receipt.same == receipt.received
            assert codes_in(workspace) == ["HERE", "JF2"]
            shown.add(shows(workspace))
        assert_whole(folder)

    nursery = Nursery("take", taker.profile, package)
    kill_often(nursery, taker.folder, tmp_path, check)
    nursery.close()
    assert ["HERE"] in outcomes
    assert all(one in (["HERE"], ["HERE", "JF2"]) for one in outcomes)
    assert len(shown) == 1


def write_some_here(workspace):
    make_project(workspace, "HERE", "本地小区")


def test_killed_while_sealing(two, tmp_path):
    laptop, _other = two
    write_much(laptop, "JF2")
    before = shows(laptop)
    laptop.close()

    def check(folder):
        with reopened(laptop, folder) as workspace:
            assert shows(workspace) == before
            workspace.seal()
            assert_journal_explains_tables(workspace)
        assert_whole(folder)

    nursery = Nursery("seal", laptop.profile, tmp_path / "none")
    kill_often(nursery, laptop.folder, tmp_path, check)
    nursery.close()


def test_killed_while_packing(two, tmp_path):
    laptop, other = two
    write_much(laptop, "JF2")
    before = shows(laptop)
    laptop.close()
    medium = tmp_path / "stick"
    medium.mkdir()
    room = tmp_path / "room"
    room.mkdir()

    def check(folder):
        for path in medium.glob("*.ipkg"):
            with open_package(path, [envelope_key(other.profile)], room, Unwatched()) as package:
                assert sum(1 for _part in package.segments()) > 0
                for blob in package.manifest.blobs:
                    assert sum(map(len, package.blob(blob))) == blob.size
        with reopened(laptop, folder) as workspace:
            assert shows(workspace) == before
            again = pack(workspace, medium / "again.ipkg", PackOrder()).paths
        assert take_packages(other, again).value.receipts[0].is_balanced
        for path in medium.iterdir():
            path.unlink()

    nursery = Nursery("pack", laptop.profile, medium / "first.ipkg")
    kill_often(nursery, laptop.folder, tmp_path, check)
    nursery.close()
    assert codes_in(other) == ["JF2"]
