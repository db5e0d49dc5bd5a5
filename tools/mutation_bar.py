"""Take out each rule of merging in turn: the state machine of exchange must notice every time.

    python tools/mutation_bar.py [EXAMPLES]
Prints after how many examples each is noticed, and fails where one is not, or where the machine
complains with every rule in place. Minutes of work: `make torture` runs it.
"""

# ruff: noqa: SLF001 - the rules that are taken out are inside their modules
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from inspector.store import triggers  # noqa: E402 - the checkout comes first
from inspector.sync import cells, deriving, segments  # noqa: E402
from tests.unit.sync.test_machine import Exchange  # noqa: E402

NOTICED = 7
"""What a run ends with in which the machine failed."""


def every_rule_in_place() -> None:
    """Change nothing."""


def equal_heads_as_parents() -> None:
    """Let an ordinary write replace only one of several equal values."""
    whole = triggers._journal_update

    def without(table: triggers.Table, column: str, cids: triggers.Cids) -> str:
        sql = whole(table, column, cids)
        begin = sql.index("  INSERT OR IGNORE INTO sync_parent(opid, parent)\n  SELECT w.opid, h")
        return sql[:begin] + sql[sql.index("  UPDATE OR REPLACE sync_head") :]

    triggers._journal_update = without


def coverage_of_deletes() -> None:
    """Let a delete hide what its author had not seen."""
    deriving.uncovered = lambda *_given: []


def replacing_by_parents() -> None:
    """Let an operation replace only what it stands on."""

    def without(candidate: cells.Candidate, _values: object) -> list[int]:
        return [] if candidate.prev is None else [candidate.prev]

    cells._replaced_by = without


def tie_break_by_hash() -> None:
    """Let the order of arrival decide between operations of one rank."""
    cells.Candidate.order = property(lambda self: (self.rank, b"", self.opid))


def folding_in_own_writes() -> None:
    """Leave what is written on a record in conflict out of the conflict."""
    segments.fold = lambda *_given: None


RULES: tuple[Callable[[], None], ...] = (
    every_rule_in_place,
    equal_heads_as_parents,
    coverage_of_deletes,
    replacing_by_parents,
    tie_break_by_hash,
    folding_in_own_writes,
)


def say(line: str) -> None:
    """Tell at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the machine once for each rule, each time in a process of its own."""
    examples = next(iter(sys.argv[1:]), "200")
    failed = False
    for rule in RULES:
        command = [sys.executable, __file__, examples, rule.__name__]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        noticed = done.returncode == NOTICED
        say(f"{rule.__name__:28}{done.stdout.strip() or done.stderr[-300:]}")
        failed |= noticed == (rule is every_rule_in_place) or done.returncode not in (0, NOTICED)
    return int(failed)


def run_without(name: str, examples: int) -> int:
    """Run the machine with one rule taken out."""
    next(rule for rule in RULES if rule.__name__ == name)()
    runs = []

    class Counted(Exchange):
        def __init__(self) -> None:
            runs.append(self)
            super().__init__()

    how = settings(
        max_examples=examples,
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        database=None,
    )
    try:
        run_state_machine_as_test(Counted, settings=how)
    except Exception as error:  # noqa: BLE001 - whatever the machine says is its complaint
        say(f"noticed after {len(runs)} of {examples} examples ({type(error).__name__})")
        return NOTICED
    say(f"not noticed in {len(runs)} examples")
    return 0


if __name__ == "__main__":
    _program, *said = sys.argv
    sys.exit(run_without(said[1], int(said[0])) if said[1:] else main())
