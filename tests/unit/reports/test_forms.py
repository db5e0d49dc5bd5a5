"""Forms in PDF, Word and Excel: the same figures, sound documents, room to sign."""

import re

import pytest
from docx import Document

from inspector.core.progress import Unwatched
from inspector.reports.editions import write_edition
from inspector.reports.outlines import outline_of
from inspector.sheets.workbook import read_workbook
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, verapdf_faults, whole_text
from tests.kit.sample_forms import make_five, make_form
from tests.kit.sample_papers import FONTS

MAKERS = {"groups": make_form, "five": make_five}


@pytest.fixture(scope="module", params=MAKERS)
def printed(request, tmp_path_factory):
    paper = MAKERS[request.param]()
    out = tmp_path_factory.mktemp("forms") / f"{request.param}.pdf"
    return request.param, paper, write_edition(paper, out, FONTS, Unwatched())


def test_a_form_says_what_was_looked_at_and_approved(printed):
    name, _paper, made = printed
    pages = "\n\f\n".join(page_texts(made.path))
    assert_golden(f"form_{name}.txt", pages.replace(made.check_code, "<code>"))


def test_a_form_is_archival_and_inside_its_margins(printed):
    _name, _paper, made = printed
    assert quick_faults(made.path) == []
    assert not any(verapdf_faults(made.path).values())
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


def test_every_page_names_project_number_and_itself(printed):
    _name, paper, made = printed
    for number, page in enumerate(page_texts(made.path), start=1):
        told = joined(page)
        assert paper.project.code in told
        assert paper.identity.number in told
        assert f"第{number}页/共{made.pages}页" in told


def test_what_the_outline_counts_is_on_the_pages(printed):
    _name, paper, made = printed
    pages = whole_text(made.path)
    cells = {
        joined(str(cell))
        for section in outline_of(paper).sections[:-1]
        for table in section.tables
        for row in table.rows
        for cell in row
        if cell is not None and re.search(r"\d", str(cell))
    }
    assert cells
    assert [cell for cell in cells if cell not in pages] == []


def test_each_group_has_pages_of_its_own(tmp_path):
    made = write_edition(make_form(groups=3), tmp_path / "f.pdf", FONTS, Unwatched())
    pages = [joined(page) for page in page_texts(made.path)]
    assert len(pages) == 3
    assert [[f"现场{group}组" in page for group in (1, 2, 3)] for page in pages] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_word_and_excel_name_project_and_page_on_every_page(tmp_path):
    paper = make_form()
    write_edition(paper, tmp_path / "f.docx", FONTS, Unwatched())
    foot = Document(str(tmp_path / "f.docx")).sections[0].footer.paragraphs[0]
    assert paper.project.code in foot.text
    assert paper.identity.number in foot.text
    assert re.findall(r'w:instr="(\w+)"', foot._p.xml) == ["PAGE", "NUMPAGES"]
    write_edition(paper, tmp_path / "f.xlsx", FONTS, Unwatched())
    names = [sheet.name for sheet in read_workbook(tmp_path / "f.xlsx")]
    assert len(names) == len(set(names)) == 1 + 3 * 3 + 1
