"""Half-typed text survives a kill, and never stands in the way of a workspace."""

import os
import signal

import pytest

from inspector.operations.drafts import forget_draft, keep_draft, list_drafts
from inspector.store.drafts import DRAFTS_NAME, Draft
from tests.kit.builders import make_workspace, reopen
from tests.kit.processes import finish, next_line, start


def test_what_was_typed_last_is_kept_newest_first(workspace, clock):
    keep_draft(workspace, "answer/1/note", "裂")
    clock.tick()
    keep_draft(workspace, "answer/2/note", "㛃𠮷")
    clock.tick()
    keep_draft(workspace, "answer/1/note", "裂缝宽 0.")
    assert list_drafts(workspace) == [
        Draft("answer/1/note", "裂缝宽 0.", clock.ms),
        Draft("answer/2/note", "㛃𠮷", clock.ms - 1000),
    ]


def test_what_was_given_is_forgotten(workspace):
    keep_draft(workspace, "a", "x")
    forget_draft(workspace, "a")
    forget_draft(workspace, "never kept")
    assert list_drafts(workspace) == []


def test_a_workspace_without_drafts_has_no_file_of_them(workspace):
    assert list_drafts(workspace) == []
    forget_draft(workspace, "a")
    assert not (workspace.folder / DRAFTS_NAME).exists()


def test_drafts_are_there_after_closing_and_opening(tmp_path):
    workspace = make_workspace(tmp_path)
    keep_draft(workspace, "a", "x")
    workspace.close()
    again = reopen(tmp_path)
    assert [draft.text for draft in list_drafts(again)] == ["x"]
    again.close()


TYPING = """
import sys
from pathlib import Path
from inspector.operations.drafts import keep_draft
from tests.kit.builders import reopen
workspace = reopen(Path(sys.argv[1]))
keep_draft(workspace, "note", "half of a sen")
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Unix")
def test_a_kill_does_not_lose_what_was_kept(tmp_path):
    make_workspace(tmp_path).close()
    process = start(TYPING, tmp_path)
    assert next_line(process) == "kept"
    os.kill(process.pid, signal.SIGKILL)
    finish(process)
    workspace = reopen(tmp_path)
    assert [draft.text for draft in list_drafts(workspace)] == ["half of a sen"]
    workspace.close()


def test_damaged_drafts_are_put_aside_and_said_so(workspace, caplog):
    (workspace.folder / DRAFTS_NAME).write_bytes(b"no database at all" * 50)
    keep_draft(workspace, "a", "x")
    assert [draft.text for draft in list_drafts(workspace)] == ["x"]
    assert (workspace.folder / f"{DRAFTS_NAME}.damaged").exists()
    assert "put aside" in caplog.text


def test_keeping_a_draft_does_not_wait_for_the_writer(workspace):
    with workspace.act():
        keep_draft(workspace, "a", "x")
    assert len(list_drafts(workspace)) == 1
