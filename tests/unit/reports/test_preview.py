"""The preview of a look: the same marks as the PDF has, noted instead of written."""

from dataclasses import replace

import pytest

from inspector.core.marks import CircleMark, PhotoMark, TextMark
from inspector.core.papers import PHOTOS_PER_PAGE, USUAL
from inspector.operations.looks import preview_look


@pytest.mark.parametrize("count", PHOTOS_PER_PAGE)
def test_the_second_page_has_the_wanted_photos(count):
    _sheet, photos = preview_look(replace(USUAL, photos_per_page=count))
    shown = [mark for mark in photos.marks if isinstance(mark, PhotoMark)]
    assert len(shown) == count
    assert all(mark.path.is_file() for mark in shown)


def test_marks_lie_on_the_page_and_name_it():
    pages = preview_look(replace(USUAL, letterhead=("某某办",)))
    for number, page in enumerate(pages, start=1):
        texts = [mark for mark in page.marks if isinstance(mark, TextMark)]
        assert all(0 < mark.x < mark.x + mark.width < page.size[0] for mark in texts)
        assert all(0 < mark.base < page.size[1] for mark in texts)
        assert f"第 {number} 页 / 共 {len(pages)} 页" in "".join(mark.text for mark in texts)
    assert "某某办" in [mark.text for mark in pages[0].marks if isinstance(mark, TextMark)]


def test_a_circle_of_a_seal_is_drawn_or_not():
    for diameter, wanted in ((50, 4), (None, 0)):
        sheet, _photos = preview_look(replace(USUAL, seal_mm=diameter))
        circles = [mark for mark in sheet.marks if isinstance(mark, CircleMark)]
        assert len(circles) == wanted
