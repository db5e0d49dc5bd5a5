"""Notices and the papers of a volume: their fields, and that they are sound documents."""

from dataclasses import replace

import pytest

from inspector.core.volumelist import FormSet
from inspector.reports.notice import write_notice
from inspector.reports.volume import write_catalogue, write_cover, write_note_form
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, whole_text
from tests.kit.sample_papers import (
    FONTS,
    make_catalogue,
    make_cover,
    make_note_form,
    make_notice,
)

WRITERS = {
    "cover": (write_cover, make_cover),
    "catalogue": (write_catalogue, make_catalogue),
    "note_form": (write_note_form, make_note_form),
}


@pytest.fixture(scope="module")
def notice(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notice")
    return write_notice(make_notice(folder), folder / "notice.pdf", FONTS)


def test_a_notice_says_what_was_looked_at_and_approved(notice):
    pages = "\n\f\n".join(page_texts(notice.path))
    assert_golden("notice.txt", pages.replace(notice.check_code, "<code>"))


def test_a_notice_is_sound_and_inside_its_margins(notice):
    assert quick_faults(notice.path) == []
    assert all(picture(notice.path, number).spill == 0 for number in range(notice.pages))


def test_a_notice_with_few_problems_fits_one_page_besides_photos(tmp_path):
    paper = make_notice(tmp_path, rows=3, photos=2)
    assert write_notice(paper, tmp_path / "n.pdf", FONTS).pages == 2


def test_a_notice_of_many_problems_names_each_once(tmp_path):
    made = write_notice(make_notice(tmp_path, rows=120, photos=0), tmp_path / "n.pdf", FONTS)
    text = whole_text(made.path)
    assert all(text.count(f"JF2-12-K7-{number:04d}") == 1 for number in range(1, 121))


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_of_a_volume_says_what_was_looked_at_and_approved(name, tmp_path):
    write, make = WRITERS[name]
    made = write(make(), tmp_path / "p.pdf", FONTS)
    assert_golden(f"{name}.txt", "\n\f\n".join(page_texts(made.path)))
    assert quick_faults(made.path) == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_of_a_volume_carries_no_page_number(name, tmp_path):
    write, make = WRITERS[name]
    assert "页 / 共" not in "".join(page_texts(write(make(), tmp_path / "p.pdf", FONTS).path))


def test_a_long_catalogue_keeps_its_head_on_every_page(tmp_path):
    made = write_catalogue(make_catalogue(200), tmp_path / "p.pdf", FONTS)
    assert made.pages > 5
    assert all("文件题名" in page for page in page_texts(made.path))


@pytest.mark.parametrize("length", [20, 70, 200])
def test_a_cover_stays_on_one_page_however_long_its_title(length, tmp_path):
    paper = make_cover()
    long = replace(paper, volume=replace(paper.volume, title="老旧小区综合改造" * (length // 8)))
    made = write_cover(long, tmp_path / "p.pdf", FONTS)
    assert made.pages == 1
    assert picture(made.path, 0).spill == 0
    assert long.volume.title in whole_text(made.path)


def test_the_cover_has_every_field_of_the_standard(tmp_path):
    text = whole_text(write_cover(make_cover(), tmp_path / "p.pdf", FONTS).path)
    for field in ("档号", "编制单位", "起止日期", "密级", "保管期限", "案卷总量", "本卷排序"):
        assert field in text
    assert joined("20260316至20261122") in text


def science(paper):
    """Give a paper of a volume that is filed by GB/T 11822."""
    return replace(paper, volume=replace(paper.volume, forms=FormSet.SCIENCE))


@pytest.mark.parametrize("name", WRITERS)
def test_forms_by_the_other_standard_were_looked_at_and_approved_too(name, tmp_path):
    write, make = WRITERS[name]
    made = write(science(make()), tmp_path / "p.pdf", FONTS)
    assert_golden(f"{name}_science.txt", "\n\f\n".join(page_texts(made.path)))
    assert quick_faults(made.path) == []


def test_forms_by_the_other_standard_have_its_fields(tmp_path):
    cover = whole_text(write_cover(science(make_cover()), tmp_path / "c.pdf", FONTS).path)
    for field in ("档号", "案卷题名", "立卷单位", "起止日期", "保管期限", "密级"):
        assert field in cover
    assert "案卷总量" not in cover
    assert "案卷脊背" in cover
    note = whole_text(write_note_form(science(make_note_form()), tmp_path / "n.pdf", FONTS).path)
    for field in ("档号", "互见号", "说明", "立卷人", "检查人"):
        assert field in note
    assert "审核人" not in note


@pytest.mark.parametrize("length", [1, 36, 37, 200])
def test_the_spine_has_every_letter_of_the_title_on_one_page(length, tmp_path):
    letters = "".join(chr(0x4E00 + number) for number in range(length))
    paper = science(make_cover())
    long = replace(paper, volume=replace(paper.volume, title=letters))
    made = write_cover(long, tmp_path / "c.pdf", FONTS)
    assert made.pages == 2
    assert picture(made.path, 1).spill == 0
    spine = joined(page_texts(made.path)[1])
    assert all(spine.count(letter) >= 1 for letter in letters)
    for field in ("保管期限", "档号", "案卷题名", long.volume.code, long.volume.retention):
        assert field in spine


def test_a_long_remark_keeps_the_note_form_on_its_page(tmp_path):
    paper = make_note_form(note="缺少的材料及理由，由建设单位另行补交。" * 40)
    made = write_note_form(paper, tmp_path / "p.pdf", FONTS)
    assert made.pages == 1
    assert picture(made.path, 0).spill == 0
    assert "审核人：" in whole_text(made.path)


def test_the_note_form_adds_up_its_pages(tmp_path):
    paper = make_note_form(text_pages=80, drawing_pages=6, photo_count=12)
    text = whole_text(write_note_form(paper, tmp_path / "p.pdf", FONTS).path)
    assert "文件材料86页，其中：文字材料80页，图样材料6页，照片12张" in text
