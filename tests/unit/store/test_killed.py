"""A program that is killed loses nothing that it said was recorded (reliability notes, B4)."""

import os
import random
import signal
import time

import pytest

from inspector.store import engine
from inspector.store.database import DATABASE_NAME, reading
from tests.kit.builders import StoppedClock, make_workspace, reopen
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.processes import finish, next_line, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Unix")

KILLS = 20
ACTING = """
import sys
from pathlib import Path
from tests.kit.builders import make_defect, make_place, make_project, reopen
workspace = reopen(Path(sys.argv[1]))
code = sys.argv[2]
project = make_project(workspace, code)
place = make_place(workspace, project)
print("open", flush=True)
for number in range(100_000):
    defect = make_defect(workspace, project, place, "裂缝 " * 20)
    workspace.drafts.keep("note", f"{code} {number}", number)
    if number % 7 == 0:
        workspace.seal()
    print(defect.id, flush=True)
"""


@pytest.mark.slow
def test_every_acknowledged_act_outlives_any_kill(tmp_path):
    make_workspace(tmp_path).close()
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    acknowledged = set()
    for number in range(KILLS):
        process = start(ACTING, tmp_path, f"K{number}")
        assert next_line(process) == "open"
        time.sleep(chance.uniform(0, 0.15))
        os.kill(process.pid, signal.SIGKILL)
        said, _complaint = process.communicate(timeout=30)
        ids = {line for line in said.split("\n")[:-1] if line}
        acknowledged |= ids
        with reading(tmp_path / "workspace") as office:
            there = {i for (i,) in office.db.execute("SELECT id FROM defect")}
            assert acknowledged <= there
            assert office.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert acknowledged
    workspace = reopen(tmp_path)
    assert_journal_explains_tables(workspace)
    assert [draft.key for draft in workspace.drafts.all()] == ["note"]
    workspace.close()


MIGRATING = """
import sys, os
from pathlib import Path
from inspector.store import migrations
from inspector.store.database import Database

@migrations.MIGRATIONS(name="999_slow")
def slow(db):
    for number in range(40):
        db.execute(f"CREATE TABLE slow_{number}(a)")
        print("table", flush=True)
        sys.stdin.readline()

migrations.KNOWN = (*migrations.KNOWN, "999_slow")
Database(Path(sys.argv[1]), lambda: 1).open()
print("migrated", flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize("tables", [1, 7, 40])
def test_a_migration_that_is_killed_midway_has_not_happened(tmp_path, tables):
    make_workspace(tmp_path).close()
    process = start(MIGRATING, tmp_path / "workspace")
    for _table in range(tables):
        assert next_line(process) == "table"
        process.stdin.write("\n")
        process.stdin.flush()
    if tables == 40:
        assert next_line(process) == "migrated"
    os.kill(process.pid, signal.SIGKILL)
    finish(process)
    connection = engine.connect_reader(tmp_path / "workspace" / DATABASE_NAME)
    names = connection.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'slow%'")
    applied = connection.execute("SELECT count(*) FROM _sqlite_migrations WHERE name LIKE '999%'")
    expected = (40, 1) if tables == 40 else (0, 0)
    assert (names.fetchone()[0], applied.fetchone()[0]) == expected
    connection.close()
    if tables < 40:
        reopen(tmp_path, clock=StoppedClock()).close()


CREATING = """
import sys
from pathlib import Path
from inspector.store.journal import Journal
from tests.kit.builders import make_workspace
whole = Journal.open_project
def stop(journal, project_id):
    whole(journal, project_id)
    print("half", flush=True)
    sys.stdin.readline()
Journal.open_project = stop
make_workspace(Path(sys.argv[1]))
"""


def test_a_creation_that_is_killed_midway_can_be_done_again(tmp_path):
    process = start(CREATING, tmp_path)
    assert next_line(process) == "half"
    os.kill(process.pid, signal.SIGKILL)
    finish(process)
    workspace = make_workspace(tmp_path)
    assert workspace.person().name == "李工"
    assert not list((tmp_path / "workspace").glob("*.part*"))
    workspace.close()
