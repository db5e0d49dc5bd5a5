"""What a workspace refuses to open, and that it then touches nothing and loses nothing."""

import hashlib
import os
import sqlite3
import subprocess
import sys

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.store import database, engine
from inspector.store.database import DATABASE_NAME, reading
from inspector.store.migrations import SCHEMA_VERSION
from inspector.store.schema import APPLICATION_ID
from inspector.words.problems import explain
from tests.kit.builders import make_defect, make_place, make_project, make_workspace, reopen
from tests.kit.foreign import run_foreign
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.processes import ROOT, finish, next_line, start


def database_of(folder):
    return folder / "workspace" / DATABASE_NAME


def hashes_of(folder):
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted((folder / "workspace").glob(f"{DATABASE_NAME}*"))
        if not file.name.endswith("-shm")  # not data: rebuilt by every reader
    }


def problem_of(attempt):
    with pytest.raises(InspectorError) as caught:
        attempt()
    assert "{" not in explain(caught.value)
    return caught.value.problem


@pytest.fixture
def closed(tmp_path):
    """Give the folder of a workspace with a project, closed."""
    made = make_workspace(tmp_path)
    make_project(made)
    made.close()
    return tmp_path


def test_a_folder_without_a_workspace_is_said_to_be_so(tmp_path):
    assert problem_of(lambda: reopen(tmp_path)) is Problem.WORKSPACE_MISSING


def test_an_existing_workspace_is_not_made_again(closed):
    before = hashes_of(closed)
    assert problem_of(lambda: make_workspace(closed)) is Problem.WORKSPACE_EXISTS
    assert hashes_of(closed) == before


@pytest.mark.parametrize(
    "sql",
    [
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
        "INSERT INTO _sqlite_migrations(migration_set, name) VALUES ('inspector', '002_future')",
    ],
)
def test_a_newer_database_is_refused_whole_and_untouched(closed, sql):
    run_foreign(database_of(closed), sql)
    before = hashes_of(closed)
    assert problem_of(lambda: reopen(closed)) is Problem.DATABASE_NEWER
    assert hashes_of(closed) == before


NEWER_WITH_SIDE_FILE = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA user_version = 99")
connection.execute("CREATE TABLE from_the_future(a)")
print("done", flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_newer_database_that_was_killed_keeps_its_side_file(closed):
    process = start(NEWER_WITH_SIDE_FILE, database_of(closed))
    assert next_line(process) == "done"
    finish(process)
    before = hashes_of(closed)
    assert f"{DATABASE_NAME}-wal" in before
    assert problem_of(lambda: reopen(closed)) is Problem.DATABASE_NEWER
    assert hashes_of(closed) == before


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty", b"", Problem.DATABASE_FOREIGN),
        ("text", b"not a database at all, only text" * 40, Problem.DATABASE_DAMAGED),
        ("zeros", bytes(8192), Problem.DATABASE_DAMAGED),
        ("header only", b"SQLite format 3\0" + bytes(84), Problem.DATABASE_DAMAGED),
    ],
)
def test_a_file_that_is_no_database_is_refused(tmp_path, name, content, problem):
    file = database_of(tmp_path)
    file.parent.mkdir()
    file.write_bytes(content)
    assert problem_of(lambda: reopen(tmp_path)) is problem
    assert file.read_bytes() == content


def test_the_database_of_another_program_is_refused_untouched(tmp_path):
    file = database_of(tmp_path)
    file.parent.mkdir()
    run_foreign(file, "CREATE TABLE songs(title)", "INSERT INTO songs VALUES ('a')")
    before = hashes_of(tmp_path)
    assert problem_of(lambda: reopen(tmp_path)) is Problem.DATABASE_FOREIGN
    assert hashes_of(tmp_path) == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_database_is_refused(closed, share):
    file = database_of(closed)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    assert problem_of(lambda: reopen(closed)) is Problem.DATABASE_DAMAGED


def test_a_destroyed_first_table_page_is_refused(closed):
    file = database_of(closed)
    whole = bytearray(file.read_bytes())
    whole[100:4096] = bytes(3996)
    file.write_bytes(whole)
    assert problem_of(lambda: reopen(closed)) is Problem.DATABASE_DAMAGED


def test_a_database_that_another_program_keeps_locked_is_said_to_be_busy(closed, monkeypatch):
    workspace = reopen(closed)
    process = start(HOLD_A_LOCK, database_of(closed))
    assert next_line(process) == "locked"
    with workspace.read() as office:
        assert len(office.projects.all()) == 1
    workspace._database._connection.execute("PRAGMA busy_timeout = 50")
    assert problem_of(lambda: make_project(workspace, "X1")) is Problem.DATABASE_BUSY
    finish(process)
    make_project(workspace, "X1")
    workspace.close()


HOLD_A_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_creation_that_fails_leaves_no_workspace_and_can_be_done_again(tmp_path, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("power")

    with monkeypatch.context() as patch:
        patch.setattr(database.Database, "_disconnect", fail)
        with pytest.raises(RuntimeError, match="power"):
            make_workspace(tmp_path)
    assert not database_of(tmp_path).exists()


def test_the_first_act_is_part_of_the_creation(tmp_path, clock):
    def fail(_writing):
        raise RuntimeError("stop")

    tmp_path.joinpath("w").mkdir()
    made = database.Database(tmp_path / "w", lambda: clock.ms)
    with pytest.raises(RuntimeError, match="stop"):
        made.create(fail)
    assert not list((tmp_path / "w").glob("*inspector.db*"))
    made.create(lambda _writing: None)
    made.close()


def test_a_fresh_file_says_whose_it_is(closed):
    with reading(closed / "workspace") as office:
        assert office.db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert office.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert office.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_writer_keeps_every_commit_through_a_power_cut(workspace):
    connection = workspace._database._connection
    for pragma, value in (("synchronous", 2), ("recursive_triggers", 1), ("secure_delete", 1)):
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


# -- disks that refuse --------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """Give a disk of eight megabytes, where this system lets us make one."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def fill(folder):
    """Use the disk up to the last block."""
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def test_a_full_disk_is_said_so_and_nothing_recorded_is_lost(small_disk):
    workspace = make_workspace(small_disk)
    project = make_project(workspace)
    place = make_place(workspace, project)
    fill(small_disk)
    recorded, problem = [], None
    while problem is None:
        try:
            recorded.append(make_defect(workspace, project, place, "裂缝" * 50).id)
        except InspectorError as refused:
            problem = refused.problem
    assert problem is Problem.DISK_FULL
    with workspace.read() as office:
        assert [d.id for d in office.defects.of_project(project.id)] == recorded
    (small_disk / "filler").unlink()
    recorded.append(make_defect(workspace, project, place).id)
    with workspace.read() as office:
        assert [d.id for d in office.defects.of_project(project.id)] == recorded
    assert_journal_explains_tables(workspace)
    workspace.close()


def test_a_workspace_closes_on_a_full_disk_and_opens_again(small_disk):
    workspace = make_workspace(small_disk)
    project = make_project(workspace)
    fill(small_disk)
    assert problem_of(workspace.close) is Problem.DISK_FULL
    (small_disk / "filler").unlink()
    again = reopen(small_disk)
    with again.read() as office:
        assert [one.id for one in office.projects.all()] == [project.id]
    again.close()


def test_no_half_workspace_is_made_on_a_full_disk(small_disk):
    (small_disk / "profile").mkdir()
    fill(small_disk)
    assert problem_of(lambda: make_workspace(small_disk)) is Problem.DISK_FULL
    assert not database_of(small_disk).exists()
    (small_disk / "filler").unlink()
    make_workspace(small_disk).close()


@pytest.fixture
def read_only(closed):
    """Give the closed workspace on a medium that cannot be written to."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can mount a folder read-only")
    folder = str(closed / "workspace")
    bind = subprocess.run(["mount", "--bind", folder, folder], check=False, capture_output=True)  # noqa: S603, S607
    if bind.returncode:
        pytest.skip("this machine mounts nothing")
    subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)  # noqa: S603, S607
    yield closed
    subprocess.run(["umount", "-l", folder], check=True)  # noqa: S603, S607


def test_a_read_only_folder_is_refused_for_work_and_open_for_reading(read_only):
    assert problem_of(lambda: reopen(read_only)) is Problem.FOLDER_NOT_WRITABLE
    with reading(read_only / "workspace") as office:
        assert len(office.projects.all()) == 1


LIMITED = """
import resource, signal, sys
from pathlib import Path
from inspector.core.errors import InspectorError
from tests.kit.builders import make_defect, make_place, make_project, make_workspace
workspace = make_workspace(Path(sys.argv[1]))
project = make_project(workspace)
place = make_place(workspace, project)
workspace.write_back()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
count = 0
try:
    while count < 5_000:
        make_defect(workspace, project, place, "x" * 500)
        count += 1
except InspectorError as refused:
    print(count, refused.problem, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="a limit of Unix")
def test_a_file_that_may_not_grow_loses_nothing(tmp_path):
    process = start(LIMITED, tmp_path)
    count, problem = next_line(process).split()
    finish(process)
    assert problem == Problem.DISK_FULL
    workspace = reopen(tmp_path)
    with workspace.read() as office:
        (project,) = office.projects.all()
        assert len(office.defects.of_project(project.id)) == int(count)
    assert_journal_explains_tables(workspace)
    workspace.close()


def test_only_the_chosen_engine_ever_opens_the_database(tmp_path):
    """Two copies of SQLite in one process break each other's locks (DESIGN, 8)."""
    if engine.ENGINE_NAME == "sqlite3":
        pytest.skip("this run has only one engine")
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", COUNT_OPENINGS, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "0"
    assert sqlite3.sqlite_version


COUNT_OPENINGS = """
import sys
from pathlib import Path
opened = []
sys.addaudithook(lambda event, facts: opened.append(facts) if event == "sqlite3.connect" else None)
from tests.kit.builders import make_project, make_workspace
workspace = make_workspace(Path(sys.argv[1]))
make_project(workspace)
workspace.drafts.keep("key", "text", 1)
workspace.close()
print(len(opened))
"""
