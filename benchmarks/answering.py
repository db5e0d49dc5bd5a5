"""Answering while a stick is taken in: from the key press to the answer on the disk."""

import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from benchmarks import changes
from benchmarks.laptops import Pair, make_base
from benchmarks.measure import judge, say
from inspector.core.checklists import AnswerState
from inspector.core.inspections import Visit, VisitKind
from inspector.core.projects import PlaceKind
from inspector.operations.inspecting import Spot, set_result
from inspector.operations.projects import PlaceDraft, add_place, create_project
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import Workspace

ROWS, CHANGED = 100_000, 44_000
ALONE, PAUSE_S, TARGET_MS = 100, 0.02, 100
_MINE, _THEIRS = 11, 22


def run(folder: Path) -> None:
    """Take 80,000 operations in beside somebody who answers without a pause: some hundred times."""
    project = make_base(folder / "base", ROWS)
    changes.make_bare(folder / "bare.db", project, ROWS)
    ids = changes.ids_of(folder / "bare.db")
    shared = changes.picked(ids, CHANGED, _MINE)
    with Pair(folder / "base", folder / "pair") as pair:
        pair.write(pair.laptop, changes.changes(project, ids, CHANGED, _MINE))
        pair.write(pair.office, changes.changes(project, ids, CHANGED, _THEIRS, shared))
        pair.office.seal()
        pair.pack()
        visit, spot = scene(pair.office)
        alone = [_answer(pair.office, visit, spot, state) for state in _states(ALONE)]
        say(f"\n## Answers while {pair.operations():,} operations come in, {ROWS:,} records")
        _tell("alone", alone)
        beside, taking = [], threading.Thread(target=pair.take)
        start = time.perf_counter()
        taking.start()
        states = _states()
        while taking.is_alive():
            beside.append(_answer(pair.office, visit, spot, next(states)))
            time.sleep(PAUSE_S)
        say(f"   taken in within {time.perf_counter() - start:.1f} s")
        _tell("beside", beside)
    judge("99 of 100 answers beside it", _quantile(beside, 0.99), TARGET_MS, "ms")
    shutil.rmtree(folder)


def scene(workspace: Workspace) -> tuple[Visit, Spot]:
    """Put a visit with one place in scope on record."""
    project = create_project(workspace, "AW", "答").value
    place = add_place(
        workspace, project.id, PlaceDraft(kind=PlaceKind.ROAD, code="1", name="路")
    ).value
    with workspace.read() as office:
        pack = office.packs.all()[0][0]
    items = [item for item in workspace.pack(pack).items if not item.variants]
    drafts = [SchemeDraft(item_id=item.id, place_id=place.id) for item in items]
    put_in_scope(workspace, project.id, pack, drafts)
    draft = VisitDraft(kind=VisitKind.PATROL, first_on=date(2026, 11, 20))
    visit = create_visit(workspace, project.id, draft).value
    return visit, Spot(visit.id, place.id, items[0].id)


def _states(count: int | None = None) -> Iterator[AnswerState]:
    return islice(cycle((AnswerState.PASS, AnswerState.FAIL)), count)


def _answer(workspace: Workspace, visit: Visit, spot: Spot, state: AnswerState) -> float:
    """Answer once; give the milliseconds until the answer was on the disk."""
    start = time.perf_counter()
    set_result(workspace, visit, spot, state)
    return (time.perf_counter() - start) * 1000


def _tell(name: str, spent: Sequence[float]) -> None:
    half, most, longest = _quantile(spent, 0.5), _quantile(spent, 0.99), max(spent)
    figures = f"half {half:.0f} ms, 99 % {most:.0f} ms, all {longest:.0f} ms"
    say(f"   {name:8} {len(spent):5} answers: {figures}")


def _quantile(spent: Sequence[float], share: float) -> float:
    return sorted(spent)[int(share * (len(spent) - 1))]
