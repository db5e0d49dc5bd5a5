"""A workspace: made whole, opened, handed over, closed; clear sentences when it cannot be."""

import re

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.people import CROCKFORD
from inspector.folders import WORKSPACE_FOLDERS
from inspector.operations.projects import edit_project
from inspector.operations.workspace import (
    change_person,
    create_workspace,
    list_people,
    open_for_reading,
)
from tests.kit.builders import StoppedClock, make_project, make_workspace, reopen
from tests.kit.journals import entries_of


def test_a_first_start_makes_person_laptop_folders_and_starter_pack(workspace):
    assert (workspace.person().name, workspace.person().unit) == ("李工", "区住建局")
    assert re.fullmatch(f"[{CROCKFORD}]{{3}}", workspace.device().code)
    assert {path.name for path in workspace.folder.iterdir()} >= set(WORKSPACE_FOLDERS)
    with workspace.read() as office:
        (pack,) = office.packs.all()
    assert len(workspace.pack(pack[0]).by_id()) == 180


def test_the_laptops_row_names_its_key(workspace):
    assert workspace.device().key == workspace.key().public.hex()


@pytest.mark.parametrize(("person", "unit"), [("", "局"), ("李工", " \n "), ("\u202e\x00", "局")])
def test_a_person_without_a_name_or_unit_makes_no_workspace(tmp_path, person, unit):
    with pytest.raises(InspectorError) as caught:
        make_workspace(tmp_path, person=person, unit=unit)
    assert caught.value.problem is Problem.NAME_EMPTY
    assert not (tmp_path / "workspace").exists()


@pytest.mark.parametrize(
    "name", ['O\'Brien "x"', "<b>王</b>", "㛃𠮷䶮𬭎", "a; DROP TABLE person; --", "{name} %s"]
)
def test_any_name_is_kept_as_it_is(tmp_path, name):
    workspace = make_workspace(tmp_path, person=name)
    workspace.close()
    again = reopen(tmp_path)
    assert again.person().name == name
    again.close()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "workspace").write_text("mine", encoding="utf-8")
    with pytest.raises(InspectorError) as caught:
        make_workspace(tmp_path)
    assert caught.value.problem is Problem.FIELD_INVALID
    assert (tmp_path / "workspace").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_other_things_keeps_them(tmp_path):
    (tmp_path / "workspace").mkdir()
    (tmp_path / "workspace" / "letter.txt").write_text("mine", encoding="utf-8")
    make_workspace(tmp_path).close()
    assert (tmp_path / "workspace" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_closing_seals_and_leaves_one_file(tmp_path):
    workspace = make_workspace(tmp_path)
    make_project(workspace)
    workspace.close()
    assert [path.name for path in workspace.folder.glob("inspector.db*")] == ["inspector.db"]
    again = reopen(tmp_path)
    with again.read() as office:
        assert office.journal.unsealed() == []
    again.close()
    again.close()


def test_a_change_of_person_keeps_both_and_knows_the_former_again(workspace):
    li = workspace.person()
    zhang = change_person(workspace, " 张工 ", "监理公司").value
    assert workspace.person() == zhang
    assert change_person(workspace, "李工", "区住建局").value == li
    assert {person.name for person in list_people(workspace)} == {"李工", "张工"}


def test_what_is_written_during_a_change_of_person_bears_one_of_the_two_names(workspace):
    project = make_project(workspace)
    edit_project(workspace, project.id, name="甲")
    first = workspace.person().id
    second = change_person(workspace, "张工", "监理公司").value.id
    edit_project(workspace, project.id, name="乙")
    assert [entry.user_id for entry in entries_of(workspace, project.id)] == [first, first, second]


def test_a_start_removes_what_was_left_unfinished_and_nothing_else(tmp_path):
    workspace = make_workspace(tmp_path)
    workspace.close()
    mine = workspace.folder / "exports" / "report.part"
    left = [
        workspace.folder / "files" / "ab" / ".cd.json.99.part",
        workspace.folder / "exports" / ".F.pdf.99.part",
        workspace.folder / "backups" / ".20260511-090000.part" / "inspector.db",
    ]
    for file in (mine, *left):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    reopen(tmp_path).close()
    assert mine.exists()
    assert not [file for file in left if file.exists()]
    assert not left[2].parent.exists()


def test_looking_writes_nothing_and_takes_no_lock(workspace, tmp_path):
    project = make_project(workspace)
    looking = open_for_reading(workspace.folder, tmp_path / "profile", StoppedClock())
    with looking as other, other.read() as office:
        assert office.projects.get(project.id) == project
    edit_project(workspace, project.id, name="改")


def test_looking_where_nothing_is_is_refused(tmp_path):
    with (
        pytest.raises(InspectorError) as caught,
        open_for_reading(tmp_path, tmp_path, StoppedClock()),
    ):
        pass
    assert caught.value.problem is Problem.WORKSPACE_MISSING


def test_a_pack_whose_content_is_lost_is_said_so(workspace):
    with workspace.read() as office:
        ref = office.packs.all()[0][0]
    workspace._packs.clear()
    next((workspace.folder / "files").rglob("*.json")).unlink()
    with pytest.raises(InspectorError) as caught:
        workspace.pack(ref)
    assert caught.value.problem is Problem.FILE_MISSING


def test_two_workspaces_of_one_person_share_the_key_but_not_the_code(tmp_path):
    made = [
        create_workspace(tmp_path / name, tmp_path / "profile", StoppedClock(), "李工", "局")
        for name in ("a", "b")
    ]
    assert made[0].key().public == made[1].key().public
    with made[0].read() as one, made[1].read() as other:
        assert one.journal.replica() != other.journal.replica()
    for workspace in made:
        workspace.close()
