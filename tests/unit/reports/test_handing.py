"""The papers by which volumes are handed over: their fields, their sums, sound documents."""

import pytest

from inspector.reports.handing import write_transfer, write_volume_list
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, whole_text
from tests.kit.sample_papers import FONTS, make_transfer, make_volume_list

WRITERS = {
    "volume_list": (write_volume_list, make_volume_list),
    "transfer": (write_transfer, make_transfer),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_of_the_hand_over_says_what_was_looked_at_and_approved(name, tmp_path):
    write, make = WRITERS[name]
    made = write(make(), tmp_path / "p.pdf", FONTS)
    assert_golden(f"{name}.txt", "\n\f\n".join(page_texts(made.path)))
    assert quick_faults(made.path) == []
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


@pytest.mark.parametrize("name", WRITERS)
def test_equal_papers_are_equal_files_and_carry_no_page_number(name, tmp_path):
    write, make = WRITERS[name]
    first, again = (write(make(), tmp_path / f"{n}.pdf", FONTS) for n in (1, 2))
    assert first.sha256 == again.sha256
    assert "页 / 共" not in "".join(page_texts(first.path))


def test_a_long_list_keeps_its_head_and_ends_with_its_sums(tmp_path):
    paper = make_volume_list(120)
    made = write_volume_list(paper, tmp_path / "p.pdf", FONTS)
    pages = [joined(page) for page in page_texts(made.path)]
    assert len(pages) > 5
    assert all("案卷题名" in page for page in pages)
    assert f"合计共120卷，{sum(row.pages for row in paper.rows)}页" in pages[-1]
    assert all(f"JF2-2026-E1-{n:03d}" in "".join(pages) for n in range(1, 121))


def test_the_letter_has_every_field_and_room_for_both_sides(tmp_path):
    text = whole_text(write_transfer(make_transfer(), tmp_path / "p.pdf", FONTS).path)
    for field in ("移交单位", "接收单位", "工程名称", "案卷数", "张数", "载体", "附件"):
        assert field in text
    for line in ("负责人（签字）", "经办人（签字）", "（盖章）"):
        assert text.count(line) == 2
    assert "文字材料415页，图样材料3页，合计418页；照片184张" in text


def test_a_known_receiver_is_printed(tmp_path):
    made = write_transfer(make_transfer(receiver="某市城建档案馆"), tmp_path / "p.pdf", FONTS)
    assert whole_text(made.path).count("某市城建档案馆") == 2
