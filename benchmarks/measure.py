"""Interleaved rounds and their medians: what a busy machine does, it does to all contestants."""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: wall seconds, and CPU seconds of this process and its children."""

    wall: float
    cpu: float


@dataclass(slots=True)
class Table:
    """The medians of some contestants, shown beside a floor."""

    title: str
    floor: str
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)

    def wall(self, name: str) -> float:
        """Give a contestant's median wall time."""
        return statistics.median(cost.wall for cost in self.costs[name])

    def cpu(self, name: str) -> float:
        """Give a contestant's median CPU time."""
        return statistics.median(cost.cpu for cost in self.costs[name])

    def ratio(self, name: str, to: str | None = None) -> float:
        """Give a contestant's wall time as a multiple of another's, the floor's by default."""
        return self.wall(name) / self.wall(to or self.floor)

    def show(self) -> None:
        """Write the table."""
        say(f"\n## {self.title}")
        say(f"{'':44} {'wall s':>9} {'x':>7} {'cpu s':>9} {'x':>7}")
        for name in self.costs:
            wall, cpu = self.wall(name), self.cpu(name)
            times = f"{wall:9.4f} {self.ratio(name):7.2f} {cpu:9.4f}"
            floor = self.cpu(self.floor)
            share = f"{cpu / floor:7.2f}" if floor else f"{'-':>7}"
            say(f"{name:44} {times} {share}  {self.remarks.get(name, '')}")


def compete(
    title: str,
    floor: str,
    contestants: Mapping[str, Callable[[], object]],
    rounds: int = ROUNDS,
) -> Table:
    """Run all contestants in turn, round after round; the first, warming round does not count."""
    table = Table(title, floor, {name: [] for name in contestants})
    for number in range(rounds + 1):
        for name, run in contestants.items():
            cost = measured(run)
            if number:
                table.costs[name].append(cost)
    table.show()
    return table


def measured(run: Callable[[], object]) -> Cost:
    """Run once and tell what it cost."""
    before, start = _cpu(), time.perf_counter()
    run()
    return Cost(time.perf_counter() - start, _cpu() - before)


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def judge(
    what: str, value: float, target: float, unit: str = "x", *, at_least: bool = False
) -> None:
    """Say whether a target is met, and by how much it is missed."""
    met = value >= target if at_least else value <= target
    sign = ">=" if at_least else "<="
    say(f"   {'met   ' if met else 'MISSED'} {what}: {value:.2f} {unit} (target {sign} {target:g})")


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def describe_machine() -> None:
    """Say what the figures were measured on."""
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    say(f"{os.cpu_count()} cores, load {load}, Python {sys.version.split()[0]}")
