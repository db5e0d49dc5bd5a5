"""One snapshot, three editions: PDF, Word and Excel say the same."""

import re
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from inspector.core.papers import FormPaper, NoticePaper, WarningCode
from inspector.core.progress import Unwatched
from inspector.folders import locale
from inspector.reports.editions import write_edition
from inspector.reports.outlines import outline_of
from inspector.sheets.workbook import read_workbook
from inspector.words.language import speak
from tests.kit.pdf import joined, quick_faults, verapdf_faults, whole_text
from tests.kit.sample_forms import make_five, make_form
from tests.kit.sample_papers import FONTS, make_acceptance, make_notice, make_photo
from tests.kit.sample_records import make_building, make_defects, make_visit

MAKERS = {
    "acceptance": make_acceptance,
    "defects": make_defects,
    "visit": make_visit,
    "building": make_building,
    "notice": make_notice,
    "groups": lambda _folder: make_form(),
    "five": lambda _folder: make_five(),
}
ENDS = (".pdf", ".docx", ".xlsx")


@pytest.fixture(scope="module", params=MAKERS)
def editions(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    paper = MAKERS[request.param](folder)
    made = {end: write_edition(paper, folder / f"r{end}", FONTS, Unwatched()) for end in ENDS}
    return paper, made


def word_text(path):
    """Give all that a Word document shows, its headings and tables."""
    return "\n".join(node.text or "" for node in Document(str(path)).element.iter(qn("w:t")))


def sheet_text(path):
    rows = (row for sheet in read_workbook(path) for row in sheet.rows)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def numbers_of(outline):
    """Give every value of every table with a digit in it."""
    tables = (table for section in outline.sections for table in section.tables)
    cells = (cell for table in tables for row in table.rows for cell in row)
    return {str(cell) for cell in cells if cell is not None and re.search(r"\d", str(cell))}


def test_every_number_of_the_snapshot_is_in_word_and_excel(editions):
    paper, made = editions
    word, sheet = joined(word_text(made[".docx"].path)), joined(sheet_text(made[".xlsx"].path))
    values = {joined(value) for value in numbers_of(outline_of(paper))}
    assert len(values) > 10
    assert [value for value in values if value not in word] == []
    assert [value for value in values if value not in sheet] == []


def test_the_three_carry_one_check_code(editions):
    _paper, made = editions
    assert len({written.snapshot for written in made.values()}) == 1
    code = made[".pdf"].check_code
    for text in (whole_text(made[".pdf"].path), sheet_text(made[".xlsx"].path)):
        assert code in text
    foot = Document(str(made[".docx"].path)).sections[0].footer.paragraphs[0].text
    assert code in foot


def test_what_the_tables_say_is_on_the_pages_too(editions):
    paper, made = editions
    pages = joined(whole_text(made[".pdf"].path))
    defects = _shown_of(paper)
    assert defects
    assert [value for value in defects if joined(value) not in pages] == []


def _shown_of(paper):
    if isinstance(paper, FormPaper):
        return [text for sheet in paper.sheets for box in sheet.signs for text in box.told]
    if isinstance(paper, NoticePaper):
        rows = [value for one in paper.rows for value in (one.number, one.measured, one.demand)]
        return [*rows, paper.due, paper.identity.number]
    return [value for one in paper.defects for value in (one.number, one.due, one.party)]


def test_equal_papers_give_equal_bytes(editions, tmp_path):
    paper, made = editions
    for end, written in made.items():
        again = write_edition(paper, tmp_path / f"a{end}", FONTS, Unwatched())
        assert again.sha256 == written.sha256
        assert (tmp_path / f"a{end}").read_bytes() == written.path.read_bytes()


def test_the_printed_records_are_archival(tmp_path):
    for make in (make_defects, make_visit, make_building):
        out = tmp_path / f"{make.__name__}.pdf"
        write_edition(make(tmp_path), out, FONTS, Unwatched())
        assert quick_faults(out) == []
    outs = sorted(tmp_path.glob("*.pdf"))
    assert all(not faults for faults in verapdf_faults(*outs).values())


def test_markup_and_rare_names_are_only_text(tmp_path):
    written = write_edition(make_visit(tmp_path), tmp_path / "v.docx", FONTS, Unwatched())
    text = word_text(written.path)
    assert "<b>&备注" in text
    assert "张㛃" in text


def test_a_word_document_names_the_photos_that_it_cannot_show(tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    lost = make_photo(tmp_path, 41, preview=None, trouble="原件缺失")
    paper = replace(
        make_visit(tmp_path), photos=(lost, make_photo(tmp_path, 42, preview=broken)), defects=()
    )
    written = write_edition(paper, tmp_path / "v.docx", FONTS, Unwatched())
    assert [one.code for one in written.warnings] == [
        WarningCode.PHOTO_MISSING,
        WarningCode.PHOTO_BROKEN,
    ]
    assert "〔原件缺失〕" in word_text(written.path)


def test_the_sheets_have_names_of_their_own_in_english_too(tmp_path):
    speak("en", locale())
    try:
        for name, make in MAKERS.items():
            out = tmp_path / f"{name}.xlsx"
            write_edition(make(tmp_path), out, FONTS, Unwatched())
            names = [sheet.name for sheet in read_workbook(out)]
            assert len(names) == len(set(names))
    finally:
        speak("zh", locale())


TOLD = ("二、", "三、", "四、", "五、", "八、", "附件 B", "附件 C", "附件 D")


def test_every_value_of_the_chapters_told_once_is_on_the_pages(tmp_path):
    paper = make_acceptance(tmp_path, defects=1, photos=1)
    out = tmp_path / "r.pdf"
    write_edition(paper, out, FONTS, Unwatched())
    pages = joined(whole_text(out))
    sections = [one for one in outline_of(paper).sections if one.title.startswith(TOLD)]
    assert len(sections) == len(TOLD)
    cells = {
        joined(str(cell))
        for section in sections
        for table in section.tables
        for row in table.rows
        for cell in row
        if cell is not None
    }
    assert len(cells) > 100
    assert [cell for cell in cells if cell not in pages] == []


def test_what_speaks_against_the_acceptance_is_red_in_word_too(tmp_path):
    out = tmp_path / "r.docx"
    write_edition(make_acceptance(tmp_path, defects=1, photos=1), out, FONTS, Unwatched())
    runs = [
        run
        for table in Document(str(out)).tables
        for row in table.rows
        for cell in row.cells
        for run in cell.paragraphs[0].runs
        if run.font.color.rgb is not None
    ]
    assert {"缺", "未达标", "未齐"} <= {run.text for run in runs}
