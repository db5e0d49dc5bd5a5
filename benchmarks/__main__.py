"""Run all benchmarks, or those named: `python -m benchmarks [intake report …]`."""

import importlib
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import describe_machine, say

NAMES = (
    "answers",
    "rows",
    "frame",
    "intake",
    "report",
    "bundle",
    "exchange",
    "sticks",
    "answering",
)


def main() -> int:
    """Measure, one subject after the other, in a folder that goes away."""
    wanted = sys.argv[1:] or NAMES
    unknown = set(wanted) - set(NAMES)
    if unknown:
        say(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(NAMES)}")
        return 2
    describe_machine()
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix=f"inspector-{name}-") as place:
            importlib.import_module(f"benchmarks.{name}").run(Path(place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
