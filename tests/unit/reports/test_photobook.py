"""Contact sheets: every photo with its number and six elements, streamed, the same each time."""

import subprocess
import sys
from dataclasses import replace

import pytest

from inspector.core.papers import WarningCode
from inspector.core.progress import Unwatched
from inspector.reports.photobook import write_photo_book
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, whole_text
from tests.kit.processes import ROOT
from tests.kit.sample_papers import FONTS, make_photo_book

MEASURED = """
import resource, sys
from pathlib import Path
from inspector.core.progress import Unwatched
from inspector.reports.photobook import write_photo_book
from tests.kit.sample_papers import FONTS, make_photo_book
folder, photos = Path(sys.argv[1]), int(sys.argv[2])
write_photo_book(make_photo_book(folder, photos), folder / "b.pdf", FONTS, Unwatched())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def written(paper, out):
    return write_photo_book(paper, out, FONTS, Unwatched())


def test_a_book_says_what_was_looked_at_and_approved(tmp_path):
    made = written(make_photo_book(tmp_path), tmp_path / "b.pdf")
    pages = "\n\f\n".join(page_texts(made.path))
    assert_golden("photo_book.txt", pages.replace(made.check_code, "<code>"))
    assert quick_faults(made.path) == []
    assert made.warnings == ()


def test_every_photo_stands_there_once_with_its_six_elements(tmp_path):
    paper = make_photo_book(tmp_path, 40)
    made = written(paper, tmp_path / "b.pdf")
    text = whole_text(made.path)
    for photo in paper.photos:
        own = f"{photo.shown.number}{joined(photo.group + photo.group_title)}"
        assert text.count(f"{own}事由：{joined(photo.matter)}") == 1
    for name in ("事由", "时间", "地点", "人物", "背景", "摄影者"):
        assert text.count(f"{name}：") == 40
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


def test_a_group_is_named_at_each_of_its_photos_and_told_at_its_first(tmp_path):
    paper = make_photo_book(tmp_path, 12)
    text = whole_text(written(paper, tmp_path / "b.pdf").path)
    assert all(text.count(f"第{number}组") == 2 for number in range(1, 7))
    assert text.count("（2张）") == 6


def test_equal_photos_give_equal_bytes(tmp_path):
    one, other = (written(make_photo_book(tmp_path), tmp_path / f"{n}.pdf") for n in "ab")
    assert one.sha256 == other.sha256


def test_a_photo_without_preview_keeps_its_place_and_says_why(tmp_path):
    paper = make_photo_book(tmp_path, 3)
    lost = replace(
        paper.photos[1],
        shown=replace(paper.photos[1].shown, preview=None, trouble="文件无法解码"),
    )
    paper = replace(paper, photos=(paper.photos[0], lost, paper.photos[2]))
    made = written(paper, tmp_path / "b.pdf")
    assert [one.code for one in made.warnings] == [WarningCode.PHOTO_MISSING]
    assert "文件无法解码" in whole_text(made.path)


def test_long_captions_are_cut_and_nothing_leaves_the_page(tmp_path):
    paper = make_photo_book(tmp_path, 6)
    long = tuple(
        replace(photo, matter="楼道照明不亮" * 300, place="某街道" * 200, group_title="长" * 300)
        for photo in paper.photos
    )
    made = written(replace(paper, photos=long), tmp_path / "b.pdf")
    assert whole_text(made.path).count("全文见照片目录") == 18
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


def test_a_missing_element_is_a_dash(tmp_path):
    paper = make_photo_book(tmp_path, 1)
    bare = replace(paper.photos[0], matter="", taken="", people="", group="", group_title="")
    text = whole_text(written(replace(paper, photos=(bare,)), tmp_path / "b.pdf").path)
    for name in ("事由", "时间", "人物"):
        assert f"{name}：—" in text


@pytest.mark.slow
def test_memory_stays_flat_however_many_photos(tmp_path):
    peaks = []
    for photos in (20, 400):
        folder = tmp_path / str(photos)
        folder.mkdir()
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", MEASURED, str(folder), str(photos)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(done.stdout))
    assert peaks[1] - peaks[0] < 24 << 10
