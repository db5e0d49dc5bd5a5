"""A district on one day: its communities, twenty laptops, and offices that take in their sticks.

Each laptop and each office runs in a process of its own, as it does in life; what they tell
comes back as plain data.
"""

import random
import resource
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from inspector.core.checklists import AnswerState, PackRef
from inspector.core.inspections import Answer, Result, answer_id
from inspector.operations.conflicts import list_conflicts, settle_conflict
from inspector.operations.packing import PackOrder, pack
from inspector.operations.taking import take_packages
from inspector.operations.workspace import Workspace, change_person, open_workspace
from inspector.store.content import content_hash, row_counts
from tests.kit.builders import (
    StoppedClock,
    make_place,
    make_project,
    make_visit,
    make_workspace,
)

PLACES = 8


@dataclass(frozen=True)
class Spot:
    """Where something is to be answered."""

    project_id: str
    visit_id: str
    place_id: str
    item_id: str

    @property
    def answer_id(self) -> str:
        """Give the id that whoever answers here gives the answer."""
        return answer_id(self.project_id, self.visit_id, self.place_id, self.item_id)


@dataclass(frozen=True)
class Round:
    """What one laptop does on the day: spots that pass, and those that fail."""

    name: str
    passing: tuple[Spot, ...]
    failing: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Evening:
    """How an office stands after all sticks are in."""

    content: str
    answers: int
    merged: int
    conflicts: tuple[str, ...]
    seconds: float
    busy: float
    peak_mb: float


def found_district(folder: Path, communities: int) -> tuple[Path, PackRef, list[list[Spot]]]:
    """Make the workspace from which all set out, and list the spots of each community."""
    workspace = make_workspace(folder, person="主任")
    with workspace.read() as office:
        ref = office.packs.all()[0][0]
    items = [item.id for item in workspace.pack(ref).items]
    spots = [_community(workspace, number, items) for number in range(communities)]
    workspace.close()
    return workspace.folder, ref, spots


def _community(workspace: Workspace, number: int, items: Sequence[str]) -> list[Spot]:
    project = make_project(workspace, f"C{number:02}", f"{number}号小区")
    visit = make_visit(workspace, project)
    places = [make_place(workspace, project, str(one)).id for one in range(1, PLACES + 1)]
    return [Spot(project.id, visit.id, place, item) for place in places for item in items]


def spend_day(base: Path, folder: Path, ref: PackRef, day: Round) -> Path:
    """Answer everything on a laptop that set out from the base, and pack a stick."""
    workspace = _set_out(base, folder)
    change_person(workspace, f"{day.name}工", "区住建局")
    for spots, state in ((day.passing, AnswerState.PASS), (day.failing, AnswerState.FAIL)):
        for some in _by_thousands(spots):
            with workspace.act() as writing:
                for spot in some:
                    writing.office.answers.put(_answer(spot, ref, state))
    (path,) = pack(workspace, folder / "stick", PackOrder(photos=False)).paths
    workspace.close()
    return path


def take_all(base: Path, folder: Path, sticks: Sequence[Path], seed: int) -> Evening:
    """Take all sticks in, in an order of one's own, five at a time."""
    workspace = _set_out(base, folder)
    order = list(sticks)
    random.Random(seed).shuffle(order)  # noqa: S311 - an order, no secret
    start, busy, merged = time.perf_counter(), time.process_time(), 0
    for at in range(0, len(order), 5):
        intake = take_packages(workspace, order[at : at + 5]).value
        assert not intake.refused
        assert all(receipt.is_balanced for receipt in intake.receipts)
        merged += sum(receipt.applied + receipt.conflict for receipt in intake.receipts)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    evening = replace(_evening(workspace), merged=merged, seconds=seconds, busy=busy)
    workspace.close()
    return evening


def settle_all(folder: Path) -> tuple[Path, Evening]:
    """Settle every conflict for the worse value, and pack what the other office lacks."""
    workspace = _go_on(folder)
    for conflict in list_conflicts(workspace):
        worse = next(one for one in conflict.values if AnswerState.FAIL.value in str(one.value))
        settle_conflict(workspace, conflict, worse)
    (path,) = pack(
        workspace, folder.with_name(f"{folder.name}-back"), PackOrder(photos=False)
    ).paths
    evening = _evening(workspace)
    workspace.close()
    return path, evening


def take_one(folder: Path, stick: Path) -> Evening:
    """Take one more stick in at an office."""
    workspace = _go_on(folder)
    assert not take_packages(workspace, [stick]).value.refused
    evening = _evening(workspace)
    workspace.close()
    return evening


def _set_out(base: Path, folder: Path) -> Workspace:
    """Begin on a copy of the base: another laptop, with a key of its own."""
    shutil.copytree(base, folder / "workspace")
    return _go_on(folder)


def _go_on(folder: Path) -> Workspace:
    clock = StoppedClock()
    clock.tick(timedelta(days=1))
    return open_workspace(folder / "workspace", folder / "profile", clock)


def _by_thousands(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    left = iter(spots)
    while some := list(islice(left, 1000)):
        yield some


def _answer(spot: Spot, ref: PackRef, state: AnswerState) -> Answer:
    return Answer(
        id=spot.answer_id,
        project_id=spot.project_id,
        visit_id=spot.visit_id,
        place_id=spot.place_id,
        item_id=spot.item_id,
        pack=ref,
        result=Result(state),
    )


def _evening(workspace: Workspace) -> Evening:
    with workspace.read() as office:
        answers, content = row_counts(office.db)["answer"], content_hash(office.db)
    return Evening(
        content=content,
        answers=answers,
        merged=0,
        conflicts=tuple(sorted(conflict.row for conflict in list_conflicts(workspace))),
        seconds=0,
        busy=0,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )
