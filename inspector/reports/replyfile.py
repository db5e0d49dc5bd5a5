"""The reply sheet as a Word document: only the cells to be filled can be changed.

Word and WPS protect a document as a whole and let marked ranges be written, so that numbers and
demands stay as the notice says them. Words and columns are those of the workbook.
"""

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from inspector.core.text import clean
from inspector.reports.wordfile import undated
from inspector.sheets.reply_form import (
    HELP,
    OPEN_COLUMNS,
    ROWS,
    SIGNATURES,
    TITLE,
    ReplyForm,
)
from inspector.sheets.writing import FIXED_DATE

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell

_FONT = "宋体"
_WIDTHS_MM = (11, 32, 30, 44, 32, 42, 22, 18, 42)
_MARGIN = Mm(12)
_YELLOW = "FFF9DB"
_TEXT, _SMALL = Pt(10.5), Pt(9)


def reply_document(form: ReplyForm) -> bytes:
    """Make the document; equal forms give equal bytes."""
    document = Document()
    _prepare(document, form)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(TITLE)
    run.font.size, run.font.bold = Pt(18), True
    _facts(document, form)
    for text in HELP:
        document.add_paragraph().add_run(text).font.size = _SMALL
    _rows(document, form)
    document.add_paragraph()
    signing = document.add_table(rows=2, cols=2, style="Table Grid")
    cells = [cell for row in signing.rows for cell in row.cells]
    for cell, text in zip(cells, SIGNATURES, strict=True):
        _write(cell, f"{text}\n\n")
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream)


def _prepare(document: "Paper", form: ReplyForm) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, _TEXT
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    known = document.core_properties
    known.title = f"{TITLE} {form.notice_number}"
    known.author = known.last_modified_by = clean(form.issuer)
    known.created = known.modified = FIXED_DATE
    known.comments = ""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    protection.set(qn("w:enforcement"), "1")
    settings = document.settings.element
    settings.insert_element_before(protection, "w:defaultTabStop", "w:characterSpacingControl")


def _facts(document: "Paper", form: ReplyForm) -> None:
    facts = form.facts()
    table = document.add_table(rows=len(facts), cols=2, style="Table Grid")
    _set_widths(table, (36, 237))
    for row, (label, value) in zip(table.rows, facts, strict=True):
        _write(row.cells[0], label, bold=True)
        _write(row.cells[1], value)


def _rows(document: "Paper", form: ReplyForm) -> None:
    lines = form.cells()
    table = document.add_table(rows=1 + len(lines), cols=len(ROWS.columns), style="Table Grid")
    _set_widths(table, _WIDTHS_MM)
    rows = [list(row.cells) for row in table.rows]
    for cell, column in zip(rows[0], ROWS.columns, strict=True):
        _write(cell, column.header, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no public way
    ranges = 0
    for cells, texts in zip(rows[1:], lines, strict=True):
        for at, column in enumerate(ROWS.columns):
            if column.name in OPEN_COLUMNS:
                ranges += 1
                _open(cells[at], ranges)
            else:
                _write(cells[at], texts[at])


def _set_widths(table: "Table", widths_mm: tuple[int, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _write(cell: "_Cell", text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(clean(text) if text.strip() else "")
    run.font.size, run.font.bold = _SMALL, bold


def _open(cell: "_Cell", number: int) -> None:
    """Let everybody write in a cell of the protected document."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _YELLOW)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no public way
    begin, end = OxmlElement("w:permStart"), OxmlElement("w:permEnd")
    begin.set(qn("w:id"), str(number))
    begin.set(qn("w:edGrp"), "everyone")
    end.set(qn("w:id"), str(number))
    paragraph = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx has no public way to a range
    paragraph.append(begin)
    paragraph.append(end)
