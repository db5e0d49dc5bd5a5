import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.masks import LEAST, WHOLE, Box, box_text, corners, parse_box

SIDE = st.integers(-WHOLE, 2 * WHOLE)


@given(SIDE, SIDE, SIDE, SIDE)
def test_a_box_lies_in_the_picture_or_is_refused(x, y, other_x, other_y):
    try:
        box = corners(x, y, other_x, other_y).checked()
    except InspectorError:
        outside = max(min(x, other_x), 0) + LEAST, max(min(y, other_y), 0) + LEAST
        assert outside[0] > min(max(x, other_x), WHOLE) or outside[1] > min(max(y, other_y), WHOLE)
        return
    assert 0 <= box.left <= box.right - LEAST
    assert box.right <= WHOLE
    assert parse_box(box_text(box)) == box


@given(SIDE, SIDE)
def test_a_moved_box_keeps_its_size_and_stays_inside(across, down):
    box = Box(1000, 2000, 3000, 2500).moved(across, down)
    assert (box.right - box.left, box.bottom - box.top) == (2000, 500)
    assert box.checked() == box


@given(st.integers(1, 4000), st.integers(1, 4000), SIDE, SIDE, SIDE, SIDE)
def test_pixels_cover_the_box_and_end_at_blocks(width, height, x, y, other_x, other_y):
    try:
        box = corners(x, y, other_x, other_y).checked()
    except InspectorError:
        return
    left, top, right, bottom = box.pixels(width, height, 16)
    assert left % 16 == top % 16 == 0
    assert right == width or right % 16 == 0
    assert bottom == height or bottom % 16 == 0
    assert left * WHOLE <= box.left * width
    assert right * WHOLE >= box.right * width
    assert top * WHOLE <= box.top * height
    assert bottom * WHOLE >= box.bottom * height


@pytest.mark.parametrize(
    "text", ["", "0.1,0.1,0.2", "a,b,c,d", "-0.1,0,1,1", "1e-1,0,1,1", "nan,0,1,1"]
)
def test_what_is_no_box_is_refused(text):
    with pytest.raises(InspectorError) as caught:
        parse_box(text)
    assert caught.value.problem is Problem.MASK_UNREADABLE


def test_full_width_commas_are_understood():
    assert parse_box("0.25，0.1，.2，0.3") == Box(2500, 1000, 4500, 4000)
