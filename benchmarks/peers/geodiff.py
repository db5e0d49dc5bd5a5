"""geodiff: the difference of two database files, and one rebased on another.

In a process of its own: the library brings a second SQLite (sync design, 4.4).
`python -m benchmarks.peers.geodiff BASE MINE THEIRS SCRATCH`, all bare files.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygeodiff


def main() -> int:
    """Make a changeset of MINE, rebase THEIRS on it, and tell what that cost."""
    base, mine, theirs = sys.argv[1:4]
    scratch = Path(sys.argv[4])
    changes, conflicts = scratch / "mine.diff", scratch / "conflicts.json"
    changes.unlink(missing_ok=True)
    conflicts.unlink(missing_ok=True)
    merged, plain = scratch / "merged.db", scratch / "plain.db"
    shutil.copyfile(theirs, merged)
    shutil.copyfile(base, plain)
    geodiff = pygeodiff.GeoDiff()
    told = {
        "make": _cost(lambda: geodiff.create_changeset(base, mine, str(changes))),
        "merge": _cost(lambda: geodiff.rebase(base, mine, str(merged), str(conflicts))),
        "apply": _cost(lambda: geodiff.apply_changeset(str(plain), str(changes))),
        "size": changes.stat().st_size,
    }
    sys.stdout.write(json.dumps(told))
    return 0


def _cost(run: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    sys.exit(main())
