"""SQLite's session extension by APSW: a changeset recorded while writing, replayed elsewhere.

In a process of its own: the library brings a second SQLite (sync design, 4.4).
`python -m benchmarks.peers.session MINE THEIRS STATEMENTS`: two bare files and a JSON list of
[sql, values]; THEIRS has its own changes already.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import apsw


def main() -> int:
    """Write under a session, make the changeset, apply it, and tell what that cost."""
    mine, theirs = apsw.Connection(sys.argv[1]), apsw.Connection(sys.argv[2])
    statements = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    for connection in (mine, theirs):
        connection.execute("PRAGMA cache_size = -65536")
    session = apsw.Session(mine, "main")
    session.attach()
    with mine:
        for sql, values in statements:
            mine.execute(sql, values)
    changeset: list[bytes] = []
    told = {
        "make": _cost(lambda: changeset.append(session.changeset())),
        "apply": _cost(lambda: apsw.Changeset.apply(changeset[0], theirs, conflict=_take_theirs)),
        "size": len(changeset[0]),
    }
    session.close()
    sys.stdout.write(json.dumps(told))
    return 0


def _take_theirs(reason: int, _change: object) -> int:
    """Replace what differs: that loses the other's value, and knows no better."""
    replaceable = (apsw.SQLITE_CHANGESET_DATA, apsw.SQLITE_CHANGESET_CONFLICT)
    return apsw.SQLITE_CHANGESET_REPLACE if reason in replaceable else apsw.SQLITE_CHANGESET_OMIT


def _cost(run: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    sys.exit(main())
