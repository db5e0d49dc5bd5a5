"""Photos attached to an answer: linked once, in order, undone in one go."""

import pytest

from inspector.core.checklists import AnswerState
from inspector.operations.attaching import attach_photos, list_photos_of
from inspector.operations.history import undo
from inspector.operations.inspecting import answer_id, show_item
from inspector.operations.sites import list_sites, newest_visit
from tests.kit.builders import (
    make_place,
    make_project,
    make_spot,
    make_visit,
    make_workspace,
)
from tests.kit.photo_files import make_block, make_jpeg, segment


@pytest.fixture
def workspace(tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def visited(workspace):
    project = make_project(workspace)
    visit = make_visit(workspace, project)
    return visit, make_spot(workspace, project, make_place(workspace, project), visit)


def photo(folder, name):
    path = folder / name
    path.write_bytes(make_jpeg(make_block(), before=segment(0xFE, name.encode())))
    return path


def names_of(workspace, visit, spot):
    linked = list_photos_of(workspace, answer_id(visit.project_id, spot))
    return [one.photo.name for one in linked]


def test_photos_are_linked_in_their_order_and_begin_the_answer(workspace, visited, tmp_path):
    visit, spot = visited
    outcome = attach_photos(
        workspace, visit, spot, [photo(tmp_path, n) for n in ("a.jpg", "b.jpg")]
    )
    assert len(outcome.value.taken) == 2
    assert names_of(workspace, visit, spot) == ["a.jpg", "b.jpg"]
    line = show_item(workspace, visit, spot)
    assert (line.state, line.photo_count) == (AnswerState.UNCHECKED, 2)


def test_the_same_photo_again_is_linked_once(workspace, visited, tmp_path):
    visit, spot = visited
    path = photo(tmp_path, "a.jpg")
    attach_photos(workspace, visit, spot, [path])
    again = attach_photos(workspace, visit, spot, [path])
    assert len(again.value.known) == 1
    assert names_of(workspace, visit, spot) == ["a.jpg"]


def test_one_undo_takes_all_links_back_and_keeps_the_photos(workspace, visited, tmp_path):
    visit, spot = visited
    outcome = attach_photos(
        workspace, visit, spot, [photo(tmp_path, n) for n in ("a.jpg", "b.jpg")]
    )
    undo(workspace, outcome.act)
    assert names_of(workspace, visit, spot) == []


def test_what_is_no_photo_leaves_no_answer_behind(workspace, visited, tmp_path):
    visit, spot = visited
    path = tmp_path / "note.txt"
    path.write_text("no photo", encoding="utf-8")
    outcome = attach_photos(workspace, visit, spot, [path])
    assert len(outcome.value.refused) == 1
    assert show_item(workspace, visit, spot).answer is None


def test_inspecting_begins_at_the_visit_that_began_last(workspace):
    assert newest_visit(workspace) is None
    first, second = make_project(workspace), make_project(workspace, "TS3", "天水三弄")
    make_visit(workspace, second)
    latest = make_visit(workspace, first)
    assert [project.code for project in list_sites(workspace)] == ["JF2", "TS3"]
    assert newest_visit(workspace).first_on == latest.first_on
