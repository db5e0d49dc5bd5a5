"""Laptops to the office and back, beside geodiff and SQLite's session changesets.

`EXCHANGE_ROWS=10000,100000,1000000` adds the largest size, which needs 10 GB and some minutes.
The records are written through the journal, packed and merged by the product's own functions.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import changes
from benchmarks.laptops import Pair, make_base
from benchmarks.measure import Cost, Table, judge, measured, say

OURS, GEODIFF, SESSION = "Inspector", "geodiff", "session changeset (cannot keep both values)"
COUNTS = (1_000, 10_000)
_ROUNDS = {10_000: 5, 100_000: 3}
_MINE, _THEIRS = 11, 22


@dataclass(frozen=True, slots=True)
class _Found:
    """The tables of one size, and what an operation weighs."""

    make: Table
    merge: Table
    bytes_per_op: float


def run(folder: Path) -> None:
    """Compare making and merging on databases of several sizes, then judge how they grow."""
    sizes = [int(one) for one in os.environ.get("EXCHANGE_ROWS", "10000,100000").split(",")]
    found = {}
    for rows in sizes:
        place = folder / str(rows)
        project = make_base(place / "base", rows)
        changes.make_bare(place / "bare.db", project, rows)
        _weigh(place, rows)
        for count in COUNTS:
            if count < rows:
                found[rows, count] = _compare(place, project, rows, count)
        shutil.rmtree(place)
    _judge(found, sizes)


def _compare(place: Path, project: str, rows: int, count: int) -> _Found:
    """Let two people change as many records each, and merge one's work into the other's."""
    title = f"{rows:,} records, {count:,} changed on each side"
    make = Table(f"{title}: make", OURS, {name: [] for name in (OURS, GEODIFF, SESSION)})
    merge = Table(f"{title}: merge", OURS, {name: [] for name in (OURS, GEODIFF, SESSION)})
    ids = changes.ids_of(place / "bare.db")
    shared = changes.picked(ids, count, _MINE)
    mine = list(changes.changes(project, ids, count, _MINE))
    theirs = list(changes.changes(project, ids, count, _THEIRS, shared))
    per_op = 0.0
    for _round in range(_ROUNDS.get(rows, 1)):
        per_op = _ours(place, mine, theirs, (make, merge))
        _theirs(place, mine, theirs, (make, merge))
    make.show()
    merge.show()
    judge("on the wire", per_op, 40, "bytes an operation")
    return _Found(make, merge, per_op)


def _ours(
    place: Path,
    mine: list[changes.Statement],
    theirs: list[changes.Statement],
    to: tuple[Table, Table],
) -> float:
    with Pair(place / "base", place / "pair") as pair:
        pair.write(pair.laptop, mine)
        pair.write(pair.office, theirs)
        pair.office.seal()
        to[0].costs[OURS].append(measured(pair.pack))
        to[1].costs[OURS].append(measured(pair.take))
        to[1].remarks[OURS] = f"{pair.conflicts()} fields in dispute"
        to[0].remarks[OURS] = f"{pair.operations():,} operations, {pair.size():,} bytes"
        return pair.size() / pair.operations()


def _theirs(
    place: Path,
    mine: list[changes.Statement],
    theirs: list[changes.Statement],
    to: tuple[Table, Table],
) -> None:
    base, left, right = place / "bare.db", place / "mine.db", place / "theirs.db"
    shutil.copyfile(base, right)
    changes.write_changes(right, theirs)
    shutil.copyfile(base, left)
    (place / "mine.json").write_text(json.dumps(mine), encoding="utf-8")
    told = _peer("session", left, right, place / "mine.json")
    for name, table in (("make", to[0]), ("apply", to[1])):
        table.costs[SESSION].append(Cost(*told[name]))
    shutil.copyfile(base, right)
    changes.write_changes(right, theirs)
    told = _peer("geodiff", base, left, right, place)
    for name, table in (("make", to[0]), ("merge", to[1])):
        table.costs[GEODIFF].append(Cost(*told[name]))
    to[1].remarks[GEODIFF] = f"apply without the other's changes: {told['apply'][1]:.4f} cpu s"


def _peer(name: str, *arguments: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", f"benchmarks.peers.{name}", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - own
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _weigh(place: Path, rows: int) -> None:
    """Compare the whole database with a file of the bare table, both without free pages."""
    whole = place / "whole.db"
    changes.copy_without_gaps(place / "base" / "inspector.db", whole)
    bare = (place / "bare.db").stat().st_size
    size = whole.stat().st_size
    say(f"\n## {rows:,} records: database {size / 1e6:.0f} MB, bare table {bare / 1e6:.0f} MB")
    judge("database to the bare table", size / bare, 1.8)
    whole.unlink()


def _judge(found: dict[tuple[int, int], _Found], sizes: list[int]) -> None:
    say("\n## How it grows (CPU seconds)")
    small, large = min(sizes), max(sizes)
    count = COUNTS[0]
    if small < large:
        grown = f"({large:,} / {small:,} records, {count:,} changed)"
        pair = found[large, count], found[small, count]
        judge(f"make {grown}", pair[0].make.cpu(OURS) / pair[1].make.cpu(OURS), 2)
        judge(f"merge {grown}", pair[0].merge.cpu(OURS) / pair[1].merge.cpu(OURS), 4)
    for rows, target in ((100_000, 5), (1_000_000, 30)):
        if (rows, count) in found:
            merge = found[rows, count].merge
            cheaper = merge.cpu(GEODIFF) / merge.cpu(OURS)
            judge(f"merge cheaper than geodiff at {rows:,}", cheaper, target, at_least=True)
