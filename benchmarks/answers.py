"""Saving one answer: a person presses a key, the journal is written, the disk has it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from benchmarks.answering import scene
from benchmarks.measure import compete, judge
from inspector.core.checklists import AnswerState
from inspector.operations.inspecting import set_result
from inspector.operations.workspace import create_workspace
from inspector.store.engine import connect_plain

ACTS = 200


def run(folder: Path) -> None:
    """Compare an answer with a bare commit of one row under the same pragmas."""
    workspace = create_workspace(folder / "w", folder / "profile", _clock, "测", "试")
    visit, spot = scene(workspace)
    states = cycle((AnswerState.PASS, AnswerState.FAIL))
    bare = connect_plain(folder / "bare.db")
    bare.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE answer(id TEXT PRIMARY KEY, result TEXT)")
    table = compete(
        f"{ACTS} answers, each its own durable act",
        "a bare commit of one row (floor)",
        {
            "a bare commit of one row (floor)": lambda: _bare(bare, states),
            "set_result": lambda: [
                set_result(workspace, visit, spot, next(states)) for _act in range(ACTS)
            ],
        },
    )
    judge("an answer to a bare commit", table.ratio("set_result"), 1.3)
    bare.close()
    workspace.close()


def _bare(connection: object, states: Iterator[AnswerState]) -> None:
    execute = connection.execute  # type: ignore[attr-defined]  # a database connection
    for _act in range(ACTS):
        execute("BEGIN IMMEDIATE")
        execute(
            "INSERT INTO answer VALUES ('a', ?)"
            " ON CONFLICT (id) DO UPDATE SET result = excluded.result",
            [next(states).value],
        )
        execute("COMMIT")


def _clock() -> datetime:
    return datetime.now(UTC).astimezone()
