"""A copied folder and a restored backup write streams of their own, and nothing is lost."""

import json
import shutil
from datetime import timedelta

import pytest

from inspector.operations.backups import backup_workspace, restore_workspace
from inspector.operations.conflicts import list_conflicts
from inspector.operations.defects import edit_defect
from inspector.operations.exchange import sync_status
from inspector.operations.incarnations import Descent
from inspector.operations.projects import edit_project, find_project
from inspector.operations.workspace import create_workspace, open_workspace
from tests.kit.builders import StoppedClock, make_defect, make_place, make_project, make_workspace
from tests.kit.exchanging import (
    assert_sound,
    codes_in,
    copy_of,
    hand_over,
    laptops,
    meet,
    replica_of,
)


@pytest.fixture
def other(tmp_path):
    with laptops(tmp_path, "乙") as (made,):
        yield made


@pytest.fixture
def folder(tmp_path):
    """Give the folder of a closed workspace with a project."""
    made = make_workspace(tmp_path / "甲")
    make_project(made, "JF1")
    made.close()
    return made.folder


def opened(folder, profile=None):
    return open_workspace(folder, profile or folder.parent / "profile", StoppedClock())


def test_the_same_folder_goes_on(folder):
    streams = set()
    for _time in range(2):
        workspace = opened(folder)
        assert workspace.descent is Descent.SAME
        streams.add(replica_of(workspace))
        workspace.close()
    assert len(streams) == 1


def test_a_moved_folder_goes_on(folder, tmp_path):
    moved = folder.rename(tmp_path / "moved")
    workspace = opened(moved, tmp_path / "甲" / "profile")
    assert workspace.descent is Descent.SAME
    workspace.close()


def test_a_copy_goes_on_as_another(folder, tmp_path, other):
    original = opened(folder)
    copied = copy_of(original, tmp_path / "copy")
    try:
        assert (original.descent, copied.descent) == (Descent.SAME, Descent.COPIED)
        assert replica_of(original) != replica_of(copied)
        make_project(original, "JF2")
        make_project(copied, "JF3")
        meet(original, copied, other)
        assert codes_in(other) == ["JF1", "JF2", "JF3"]
        assert_sound(original, copied, other)
        assert sync_status(other).forks == ()
    finally:
        original.close()
        copied.close()


def test_a_copy_on_another_machine_goes_on_as_another(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    workspace = opened(tmp_path / "copy", tmp_path / "new profile")
    assert workspace.descent is Descent.COPIED
    workspace.close()


def test_a_restored_backup_gets_back_what_it_had_sent(tmp_path, other):
    clock = StoppedClock()
    first = create_workspace(
        tmp_path / "甲" / "workspace", tmp_path / "甲" / "profile", clock, "甲工", "区住建局"
    )
    project = make_project(first, "JF1")
    defect = make_defect(first, project, make_place(first, project), "原文")
    kept = backup_workspace(first, tmp_path / "backups")
    clock.tick(timedelta(days=7))
    edit_defect(first, defect.id, text="后来改的")
    make_project(first, "JF2")
    hand_over(first, other)
    first.close()
    restored = restore_workspace(kept, tmp_path / "restored")
    second = open_workspace(restored, first.profile, clock)
    try:
        assert second.descent is not Descent.SAME
        assert codes_in(second) == ["JF1"]
        edit_defect(second, defect.id, text="恢复后改的")
        make_project(second, "JF3")
        meet(second, other)
        assert codes_in(second) == codes_in(other) == ["JF1", "JF2", "JF3"]
        assert_sound(second, other)
        (conflict,) = list_conflicts(other)
        assert {one.value for one in conflict.values} == {"后来改的", "恢复后改的"}
    finally:
        second.close()


def test_a_database_put_back_in_place_is_noticed(folder, tmp_path, other):
    shutil.copytree(folder, tmp_path / "old")
    workspace = opened(folder)
    make_project(workspace, "JF2")
    hand_over(workspace, other)
    workspace.close()
    before = replica_of(workspace)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "old", folder)
    workspace = opened(folder)
    try:
        assert workspace.descent is Descent.RESTORED
        assert replica_of(workspace) != before
        make_project(workspace, "JF3")
        meet(workspace, other)
        assert codes_in(workspace) == codes_in(other) == ["JF1", "JF2", "JF3"]
        assert_sound(workspace, other)
    finally:
        workspace.close()


def test_a_whole_disk_put_back_is_found_out_by_what_comes(folder, tmp_path, other):
    """An image restores the card too; the stream that comes back from others tells."""
    shutil.copytree(folder.parent, tmp_path / "image")
    workspace = opened(folder)
    project = find_project(workspace, "JF1")
    edit_project(workspace, project.id, name="丢失的名字")
    hand_over(workspace, other)
    workspace.close()
    shutil.rmtree(folder.parent)
    shutil.copytree(tmp_path / "image", folder.parent)
    workspace = opened(folder)
    try:
        assert workspace.descent is Descent.SAME
        before = replica_of(workspace)
        edit_project(workspace, project.id, name="再起的名字")
        (receipt,) = hand_over(other, workspace)
        assert receipt.new_stream
        assert replica_of(workspace) != before
        make_project(workspace, "JF2")
        meet(workspace, other)
        assert codes_in(workspace) == codes_in(other) == ["JF1", "JF2"]
        assert_sound(workspace, other)
        (conflict,) = list_conflicts(other)
        assert {one.value for one in conflict.values} == {"丢失的名字", "再起的名字"}
        (fork,) = sync_status(other).forks
        assert fork.replica == before
    finally:
        workspace.close()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"replica": 1}'])
def test_a_card_that_cannot_be_read_costs_a_stream_and_nothing_else(folder, text):
    (card,) = (folder.parent / "profile" / "instances").glob("*.json")
    card.write_text(text)
    workspace = opened(folder)
    assert workspace.descent is Descent.COPIED
    assert codes_in(workspace) == ["JF1"]
    workspace.close()
    assert json.loads(card.read_text())["replica"] == replica_of(workspace)
