"""One program writes to a workspace; a second start is told who, and a dead one holds nothing."""

import os
import signal
import socket
import threading

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.store.database import reading
from inspector.store.lock import HOLDER_NAME, LOCK_NAME, WorkspaceLock, holder_of
from tests.kit.builders import make_project, make_workspace, reopen
from tests.kit.processes import finish, next_line, start

HOLD = """
import sys
from pathlib import Path
from tests.kit.builders import make_project, reopen
workspace = reopen(Path(sys.argv[1]))
print("open", flush=True)
for line in sys.stdin:
    make_project(workspace, line.strip())
    print("written", flush=True)
workspace.close()
"""


@pytest.fixture
def holder(tmp_path):
    """Give another process that has the workspace open."""
    make_workspace(tmp_path).close()
    process = start(HOLD, tmp_path)
    assert next_line(process) == "open"
    yield process
    if process.poll() is None:
        finish(process)


def test_a_second_start_is_refused_with_process_and_machine(tmp_path, holder):
    with pytest.raises(InspectorError) as caught:
        reopen(tmp_path)
    assert caught.value.problem is Problem.WORKSPACE_IN_USE
    assert caught.value.facts["pid"] == holder.pid
    assert caught.value.facts["host"] == socket.gethostname()


def test_a_second_workspace_object_in_one_program_is_refused_too(tmp_path):
    first = make_workspace(tmp_path)
    with pytest.raises(InspectorError) as caught:
        reopen(tmp_path)
    assert caught.value.problem is Problem.WORKSPACE_IN_USE
    assert caught.value.facts["pid"] == os.getpid()
    first.close()
    reopen(tmp_path).close()


def test_a_killed_program_holds_nothing(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait(10)
    finish(holder)
    reopen(tmp_path).close()


def test_a_reader_sees_what_the_other_program_writes(tmp_path, holder):
    folder = tmp_path / "workspace"
    for number, code in enumerate(("A1", "B2"), start=1):
        holder.stdin.write(f"{code}\n")
        holder.stdin.flush()
        assert next_line(holder) == "written"
        with reading(folder) as office:
            assert len(office.projects.all()) == number


def test_a_reader_cannot_write(tmp_path, holder):
    with (
        pytest.raises(InspectorError) as caught,
        reading(tmp_path / "workspace") as office,
    ):
        office.db.execute("DELETE FROM private_value")
    assert caught.value.problem is Problem.WORKSPACE_READ_ONLY


def test_a_workspace_opened_by_one_thread_may_be_closed_by_another(tmp_path):
    made = []
    thread = threading.Thread(target=lambda: made.append(make_workspace(tmp_path)))
    thread.start()
    thread.join()
    make_project(made[0])
    made[0].close()
    reopen(tmp_path).close()


def test_the_holder_is_a_courtesy_that_may_be_missing_or_damaged(tmp_path):
    lock = WorkspaceLock(tmp_path)
    lock.take()
    for text in (None, "", "{", "[]", '{"pid": "x"}'):
        if text is None:
            (tmp_path / HOLDER_NAME).unlink()
        else:
            (tmp_path / HOLDER_NAME).write_text(text, encoding="utf-8")
        assert holder_of(tmp_path) == {"pid": 0, "host": ""}
        with pytest.raises(InspectorError) as caught:
            WorkspaceLock(tmp_path).take()
        assert caught.value.problem is Problem.WORKSPACE_IN_USE
    lock.give_back()
    assert (tmp_path / LOCK_NAME).exists()


def test_giving_back_what_was_not_taken_is_no_harm(tmp_path):
    WorkspaceLock(tmp_path).give_back()
