"""The papers by which volumes are handed over: their fields, their sums, sound documents."""

import pytest

from inspector.core.checkvalues import grouped, whole_value
from inspector.core.volumelist import FormSet
from inspector.reports.handing import write_transfer, write_volume_list
from inspector.reports.handover import gigabytes, write_handover
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, whole_text
from tests.kit.qr import qr_on_page
from tests.kit.sample_papers import FONTS, PROJECT, make_handover, make_transfer, make_volume_list

WRITERS = {
    "volume_list": (write_volume_list, make_volume_list),
    "transfer": (write_transfer, make_transfer),
    "handover": (write_handover, make_handover),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_of_the_hand_over_says_what_was_looked_at_and_approved(name, tmp_path):
    write, make = WRITERS[name]
    made = write(make(), tmp_path / "p.pdf", FONTS)
    pages = "\n\f\n".join(page_texts(made.path))
    assert_golden(f"{name}.txt", pages.replace(made.check_code, "<code>"))
    assert quick_faults(made.path) == []
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


@pytest.mark.parametrize("name", WRITERS)
def test_equal_papers_are_equal_files(name, tmp_path):
    write, make = WRITERS[name]
    first, again = (write(make(), tmp_path / f"{n}.pdf", FONTS) for n in (1, 2))
    assert first.sha256 == again.sha256


@pytest.mark.parametrize("name", ["volume_list", "transfer"])
def test_list_and_letter_carry_no_page_number(name, tmp_path):
    write, make = WRITERS[name]
    assert "页 / 共" not in "".join(page_texts(write(make(), tmp_path / "p.pdf", FONTS).path))


def test_the_list_by_the_other_standard_was_looked_at_and_approved_too(tmp_path):
    paper = make_volume_list(forms=FormSet.SCIENCE)
    made = write_volume_list(paper, tmp_path / "p.pdf", FONTS)
    assert_golden("volume_list_science.txt", "\n\f\n".join(page_texts(made.path)))
    text = whole_text(made.path)
    for field in ("序号", "档号", "案卷题名", "总页数", "保管期限", "备注"):
        assert field in text
    assert "照片184张" in text


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


def test_the_check_value_stands_on_the_sheet_that_is_signed(tmp_path):
    paper = make_handover()
    made = write_handover(paper, tmp_path / "p.pdf", FONTS)
    assert made.pages == 1
    text = whole_text(made.path)
    assert joined(grouped(paper.discs[0].sha256)) in text
    for field in ("准确性检验", "完整性检验", "可用性检验", "安全性检验", "载体外观检验"):
        assert field in text
    for field in ("填表人（签名）", "审核人（签名）", "单位（印章）", "载体起止顺序号"):
        assert field in text
    assert text.count("□合格□不合格") == 10


def test_a_phone_reads_the_check_value(tmp_path):
    paper = make_handover()
    made = write_handover(paper, tmp_path / "p.pdf", FONTS)
    read = qr_on_page(made.path, 0, (155, 212.6, 184, 237.5))
    assert whole_value(read) == paper.discs[0].sha256


def test_a_register_of_many_discs_names_each_under_the_same_head(tmp_path):
    paper = make_handover(40)
    made = write_handover(paper, tmp_path / "p.pdf", FONTS)
    pages = [joined(page) for page in page_texts(made.path)]
    assert all("数字摘要（SHA-256）" in page for page in pages)
    assert all(joined(grouped(disc.sha256)) in "".join(pages) for disc in paper.discs)
    assert f"第{len(pages)}页/共{len(pages)}页" in pages[-1]


def test_long_names_wrap_inside_their_cells(tmp_path):
    name = f"{PROJECT.name}（含景芳二区东、西两个片区及配套管网、道路、绿化、消防、安防提升）" * 3
    paper = make_handover(2, title=name, sender=name, receiver=name, medium=name)
    made = write_handover(paper, tmp_path / "p.pdf", FONTS)
    assert whole_text(made.path).count(joined(name)) == 4
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0.000 GB"),
        (1, "0.001 GB"),
        (184_176_369, "0.184 GB"),
        (184_500_000, "0.185 GB"),
        (4_700_000_000, "4.700 GB"),
    ],
)
def test_sizes_have_three_decimals_and_are_never_told_as_nothing(count, told):
    assert gigabytes(count) == told
