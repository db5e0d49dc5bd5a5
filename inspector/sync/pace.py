"""How long a step of taking in may hold the writer, whatever the computer and its disk are like."""

from dataclasses import dataclass

STEP_OPS, LEAST_OPS = 250, 25
"""How many operations a step merges at most, some 15 ms on an idle computer, and at least."""
STEP_S = 0.03
"""How long a step should hold the writer at most: people's acts wait for it."""


@dataclass(slots=True)
class Pace:
    """How many operations the next step merges: fewer when the last one took too long."""

    ops: int = STEP_OPS

    def took(self, ops: int, seconds: float) -> None:
        """Learn from a step: one that was quick enough lets the next ones grow back."""
        if seconds <= STEP_S:
            self.ops = min(STEP_OPS, 2 * self.ops)
        else:
            self.ops = max(LEAST_OPS, int(ops * STEP_S / seconds))
