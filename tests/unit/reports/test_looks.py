"""Papers as an office sets them: photos on a page, captions, seals, letterhead."""

from dataclasses import replace

import pytest
from docx import Document

from inspector.core.papers import USUAL, CaptionField
from inspector.core.progress import Unwatched
from inspector.reports.editions import write_edition
from inspector.reports.layout.measures import MM, PAGE_HEIGHT, PAGE_WIDTH
from inspector.reports.layout.pen import Pen
from inspector.sheets.workbook import read_workbook
from tests.kit.pdf import joined, page_texts, picture, quick_faults, verapdf_faults, whole_text
from tests.kit.sample_forms import make_five
from tests.kit.sample_papers import FONTS, make_acceptance, make_notice, make_photo
from tests.kit.sample_records import make_defects, make_visit

HEAD = ("某某区老旧小区综合改造提升领导小组办公室", "地址：某路 1 号")


def written(paper, out, look):
    return write_edition(paper, out, FONTS, Unwatched(), look)


@pytest.mark.parametrize("count", [1, 2, 4, 6, 9])
def test_as_many_photos_stand_on_a_page_as_are_wanted(count, tmp_path):
    photos = tuple(make_photo(tmp_path, number) for number in range(1, 2 * count + 2))
    paper = replace(make_visit(tmp_path), photos=photos, defects=())
    for wanted in (frozenset(CaptionField), frozenset()):
        look = replace(USUAL, photos_per_page=count, caption=wanted)
        made = written(paper, tmp_path / f"{len(wanted)}.pdf", look)
        shown = [joined(page).count("照片P-") for page in page_texts(made.path)]
        assert [number for number in shown if number] == [count, count, 1]
        assert all(picture(made.path, page).spill == 0 for page in range(made.pages))


def test_only_the_wanted_facts_stand_below_a_photo(tmp_path):
    photo = make_photo(tmp_path, 1)
    paper = replace(make_visit(tmp_path), photos=(photo,), defects=())
    look = replace(USUAL, caption=frozenset({CaptionField.TAKEN, CaptionField.POSITION}))
    text = whole_text(written(paper, tmp_path / "p.pdf", look).path)
    assert joined(photo.taken) in text
    assert joined(photo.position) in text
    for absent in (photo.caption, photo.photographer, photo.direction):
        assert joined(absent) not in text.replace(joined(paper.visit.people), "")
    document = Document(str(written(paper, tmp_path / "p.docx", look).path))
    caption = document.tables[-2].rows[0].cells[0].text
    assert photo.taken in caption
    assert photo.caption not in caption


@pytest.mark.parametrize("make", [make_acceptance, make_notice, make_defects, make_visit])
@pytest.mark.parametrize("end", [".pdf", ".docx", ".xlsx"])
def test_the_letterhead_stands_on_every_paper(make, end, tmp_path):
    paper = make(tmp_path)
    look = replace(USUAL, letterhead=HEAD)
    made = written(paper, tmp_path / f"p{end}", look)
    if end == ".pdf":
        text = joined(page_texts(made.path)[0])
    elif end == ".docx":
        text = joined("".join(one.text for one in Document(str(made.path)).paragraphs[:2]))
    else:
        rows = next(iter(read_workbook(made.path))).rows
        text = joined("".join(str(cell) for row in rows for cell in row))
    assert all(joined(line) in text for line in HEAD)


@pytest.mark.parametrize("make", [make_acceptance, lambda _folder: make_five()])
def test_the_circle_of_a_seal_has_the_wanted_size_or_none(make, tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(Pen, "dashed_circle", lambda _pen, _x, _y, r, _colour: drawn.append(r))
    paper = make(tmp_path)
    for diameter in (42, 50, None):
        drawn.clear()
        made = written(paper, tmp_path / f"{diameter}.pdf", replace(USUAL, seal_mm=diameter))
        wanted = {round(diameter / 2 * 72 / 25.4, 3)} if diameter else set()
        assert {round(radius, 3) for radius in drawn} == wanted
        assert "（公章）" in whole_text(made.path)
        assert all(picture(made.path, page).spill == 0 for page in range(made.pages))


@pytest.mark.parametrize(("left", "top", "bottom"), [(25, 22, 20), (15, 18, 16), (35, 40, 40)])
def test_the_text_keeps_the_margins_of_an_office(left, top, bottom, tmp_path, monkeypatch):
    drawn, whole = [], Pen.text
    monkeypatch.setattr(
        Pen, "text", lambda pen, x, y, *more: drawn.append((x, y)) or whole(pen, x, y, *more)
    )
    look = replace(USUAL, left_mm=left, top_mm=top, bottom_mm=bottom)
    made = written(make_five(), tmp_path / "m.pdf", look)
    assert min(x for x, _y in drawn) == pytest.approx(left * MM)
    assert max(x for x, _y in drawn) < PAGE_WIDTH - (50 - left) * MM
    head, foot = max(y for _x, y in drawn), min(y for _x, y in drawn)
    assert (PAGE_HEIGHT - head, foot) == pytest.approx(((top - 7) * MM, (bottom - 8) * MM))
    inside = [y for _x, y in drawn if y not in {head, foot}]
    assert bottom * MM < min(inside)
    assert max(inside) < PAGE_HEIGHT - top * MM
    assert made.pages == len(page_texts(made.path))


def test_a_look_is_no_content_and_equal_looks_give_equal_bytes(tmp_path):
    paper = make_visit(tmp_path)
    other = replace(USUAL, photos_per_page=9, letterhead=HEAD, seal_mm=None)
    for end in (".pdf", ".docx", ".xlsx"):
        plain = written(paper, tmp_path / f"plain{end}", USUAL)
        first = written(paper, tmp_path / f"first{end}", other)
        again = written(paper, tmp_path / f"again{end}", other)
        assert first.snapshot == plain.snapshot
        assert first.sha256 == again.sha256 != plain.sha256


def test_papers_in_an_office_look_are_archival(tmp_path):
    look = replace(
        USUAL,
        photos_per_page=9,
        letterhead=(*HEAD, "张㛃 𠮷"),
        seal_mm=60,
        left_mm=30,
        top_mm=40,
    )
    for number, paper in enumerate((make_visit(tmp_path), make_five())):
        written(paper, tmp_path / f"{number}.pdf", look)
        assert quick_faults(tmp_path / f"{number}.pdf") == []
    faults = verapdf_faults(*sorted(tmp_path.glob("*.pdf")))
    assert not any(faults.values()), faults
