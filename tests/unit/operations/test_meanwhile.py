"""While a package is taken in people go on working; a stop or a crash leaves nothing half done."""

import pytest

from inspector.core.errors import Cancelled
from inspector.core.progress import Unwatched
from inspector.operations.exchange import sync_status
from inspector.operations.taking import take_packages
from inspector.operations.workspace import open_workspace
from inspector.store.rows import Rows
from inspector.sync.pace import STEP_OPS
from tests.kit.builders import make_project, random_id
from tests.kit.exchanging import (
    assert_sound,
    codes_in,
    everything_in,
    hand_over,
    laptops,
    stick,
    taken,
)

READINGS = 4 * STEP_OPS + 100


class Meanwhile(Unwatched):
    """Does something once, when the package is in half; then wants to stop, if it stops."""

    def __init__(self, workspace, act, *, stops=False):
        self._workspace, self._act, self._stops = workspace, act, stops
        self.happened = False

    def report(self, done, total):
        if not self.happened and 0 < len(readings_in(self._workspace)) < READINGS:
            self.happened = True
            self._act()

    def wants_stop(self):
        return self._stops and self.happened


class CrashError(Exception):
    """The program died."""


def crash():
    raise CrashError


def nothing():
    pass


def readings_in(workspace):
    with workspace.read() as office:
        return [row for (row,) in office.db.execute("SELECT id FROM reading ORDER BY id")]


def edit_one(workspace):
    row = readings_in(workspace)[0]
    with workspace.act() as writing:
        Rows(writing.office.db, "reading").set_columns(row, {"value": "7.40"})
    return row


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


@pytest.fixture
def package(two):
    """Give a stick with many operations of one project."""
    giver = two[0]
    project = make_project(giver, "JF2", "解放二村")
    with giver.act() as writing:
        for _number in range(READINGS):
            row = {"id": random_id(), "project_id": project.id, "value": "1"}
            Rows(writing.office.db, "reading").put(row)
    return stick(giver)


def test_what_is_written_meanwhile_stands_and_travels(two, package):
    giver, taker = two
    meanwhile = Meanwhile(taker, lambda: make_project(taker, "HERE", "本地小区"))
    (receipt,) = take_packages(taker, [package], meanwhile).value.receipts
    assert meanwhile.happened
    assert receipt.applied == receipt.received > READINGS
    assert codes_in(taker) == ["HERE", "JF2"]
    hand_over(taker, giver)
    assert_sound(giver, taker)


def test_what_came_so_far_can_be_worked_on(two, package):
    giver, taker = two
    edited = []
    take_packages(taker, [package], Meanwhile(taker, lambda: edited.append(edit_one(taker))))
    hand_over(taker, giver)
    assert_sound(giver, taker)
    with giver.read() as office:
        values = [Rows(office.db, "reading").stored(row, "value") for row in edited]
    assert values == ["7.40"]


def test_a_stop_halfway_is_as_if_nothing_had_come(two, package):
    taker = two[1]
    taker.seal()
    before = everything_in(taker)
    with pytest.raises(Cancelled):
        take_packages(taker, [package], Meanwhile(taker, nothing, stops=True))
    assert everything_in(taker) == before


def test_a_stop_after_work_done_meanwhile_comes_too_late(two, package):
    giver, taker = two
    meanwhile = Meanwhile(taker, lambda: edit_one(taker), stops=True)
    (receipt,) = take_packages(taker, [package], meanwhile).value.receipts
    assert receipt.applied == receipt.received
    hand_over(taker, giver)
    assert_sound(giver, taker)


def test_what_a_crash_left_is_finished_at_the_next_start(two, package):
    giver, taker = two
    with pytest.raises(CrashError):
        take_packages(taker, [package], Meanwhile(taker, crash))
    assert 0 < len(readings_in(taker)) < READINGS
    taker.close()
    taker = two[1] = open_workspace(taker.folder, taker.profile, taker.now)
    assert len(readings_in(taker)) == READINGS
    assert sync_status(taker).waiting == 0
    (receipt,) = taken(taker, package)
    assert receipt.same == receipt.received
    hand_over(taker, giver)
    assert_sound(giver, taker)
