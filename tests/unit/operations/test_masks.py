import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.masks import WHOLE, Box, MaskKind
from inspector.operations.history import undo
from inspector.operations.masks import (
    add_mask,
    change_mask,
    list_masked,
    masked_photo,
    remove_mask,
    review_photo,
)
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.store.rows import Rows
from tests.kit.builders import make_project, random_id
from tests.kit.photo_files import make_jpeg

BOX = Box(1000, 1000, 3000, 4000)


@pytest.fixture
def photo(workspace, tmp_path):
    file = tmp_path / "a.jpg"
    file.write_bytes(make_jpeg())
    project = make_project(workspace)
    return import_photos(workspace, [file], IntakeOrder(project_id=project.id)).value.taken[0]


def test_a_box_is_drawn_listed_and_taken_away(workspace, photo):
    mask = add_mask(workspace, photo.id, BOX, MaskKind.PLATE).value
    (one,) = list_masked(workspace, photo.project_id)
    assert one.masks == (mask,)
    assert (mask.box, mask.kind, mask.by) == (BOX, MaskKind.PLATE, workspace.person().id)
    remove_mask(workspace, mask.id)
    assert masked_photo(workspace, photo.id).masks == ()


def test_drawing_and_removing_can_be_undone(workspace, photo):
    drawn = add_mask(workspace, photo.id, BOX)
    gone = remove_mask(workspace, drawn.value.id)
    undo(workspace, gone.act)
    assert masked_photo(workspace, photo.id).masks == (drawn.value,)


def test_drawing_is_not_yet_having_looked_at_all(workspace, photo):
    add_mask(workspace, photo.id, BOX)
    assert masked_photo(workspace, photo.id).review is None
    review_photo(workspace, photo.id)
    assert masked_photo(workspace, photo.id).review.by == workspace.person().id
    review_photo(workspace, photo.id, done=False)
    assert masked_photo(workspace, photo.id).review is None
    review_photo(workspace, photo.id)
    assert masked_photo(workspace, photo.id).review is not None


def test_a_slip_of_the_hand_is_no_box(workspace, photo):
    with pytest.raises(InspectorError) as caught:
        add_mask(workspace, photo.id, Box(100, 100, 105, 105))
    assert caught.value.problem is Problem.MASK_TOO_SMALL
    assert masked_photo(workspace, photo.id).masks == ()


@pytest.mark.parametrize("told", [None, "", "[1,2]", "[0,0,0,0]", '["a",1,2,3]', "{}"])
def test_a_box_that_nobody_understands_hides_the_whole_picture(workspace, photo, told):
    row = {"id": random_id(), "project_id": photo.project_id, "photo_id": photo.id, "box": told}
    with workspace.act() as writing:
        Rows(writing.office.db, "photo_mask").put(row)
    (mask,) = masked_photo(workspace, photo.id).masks
    assert (mask.box, mask.kind) == (Box(0, 0, WHOLE, WHOLE), MaskKind.OTHER)


def test_a_box_drawn_anew_takes_the_place_of_the_other_in_one_act(workspace, photo):
    before = add_mask(workspace, photo.id, BOX).value
    moved = change_mask(workspace, before.id, BOX.moved(500, 0))
    (mask,) = masked_photo(workspace, photo.id).masks
    assert (mask, mask.box, mask.kind) == (moved.value, BOX.moved(500, 0), MaskKind.FACE)
    undo(workspace, moved.act)
    assert masked_photo(workspace, photo.id).masks == (before,)
    assert not change_mask(workspace, before.id, BOX).act
