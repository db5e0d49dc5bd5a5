"""A report as a Word document, to be worked on; the signed paper is the PDF."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from inspector.core.papers import (
    USUAL,
    CaptionField,
    PaperLook,
    PaperPhoto,
    PaperWarning,
    WarningCode,
    check_code,
)
from inspector.core.progress import Progress, tracked
from inspector.core.text import clean
from inspector.reports.layout.jpegs import NotAJpeg, read_jpeg
from inspector.reports.outline import Against, Outline, OutlinePhoto, OutlineTable, Section, Value
from inspector.words.language import _

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_DASH = "—"
_PAGE = (Mm(210), Mm(297))
_MARGIN = Mm(25)
_AGAINST = RGBColor(0xA3, 0x16, 0x0D)
_NARROW_MM, _WIDE_MM = 160, 247
_MANY_COLUMNS = 9
_ROOM_MM = 160
_BODY_FONT, _SMALL = "宋体", Pt(8)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def document_of(
    outline: Outline, progress: Progress, look: PaperLook = USUAL
) -> tuple[bytes, tuple[PaperWarning, ...]]:
    """Make the Word document of a report; equal outlines give equal bytes."""
    document = Document()
    _prepare(document, outline)
    warnings: list[PaperWarning] = []
    _opening(document, outline, look)
    for section in tracked(outline.sections, len(outline.sections), progress):
        warnings += _add_section(document, section, look)
    stream = io.BytesIO()
    document.save(stream)
    return undated(stream), tuple(dict.fromkeys(warnings))


def _prepare(document: "Paper", outline: Outline) -> None:
    """Set fonts, page, footer and what the file says of itself."""
    identity = outline.identity
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = _BODY_FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _BODY_FONT)
    document.styles["Normal"].font.size = Pt(10.5)
    known = document.core_properties
    known.title, known.subject = clean(outline.title), clean(outline.subject)
    known.author = clean(identity.unit or identity.made_by or identity.program)
    known.last_modified_by, known.comments = known.author, ""
    known.keywords = f"{identity.number}; {check_code(outline.snapshot)}"
    known.created = known.modified = identity.made_at.astimezone(UTC).replace(tzinfo=None)
    page = document.sections[0]
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    _add_foot(page.footer.paragraphs[0], outline)


def _add_foot(foot: "Paragraph", outline: Outline) -> None:
    """Say on every page which project and report it belongs to, and which page it is."""
    code = _("校验码 {code}").format(code=check_code(outline.snapshot))
    named = f"{outline.code}　{outline.identity.number}　{code}　"
    before, _page, rest = _("第 {page} 页 / 共 {total} 页").partition("{page}")
    between, _total, after = rest.partition("{total}")
    foot.add_run(f"{clean(named)}　{before}").font.size = _SMALL
    _add_field(foot, "PAGE")
    foot.add_run(between).font.size = _SMALL
    _add_field(foot, "NUMPAGES")
    foot.add_run(after).font.size = _SMALL


def _add_field(paragraph: "Paragraph", name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no public way to a field


def _opening(document: "Paper", outline: Outline, look: PaperLook) -> None:
    if look.picture_at is not None:
        shown = document.add_paragraph()
        shown.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shown.add_run().add_picture(str(look.picture_at), height=Mm(look.picture_mm))
    for line in look.letterhead:
        document.add_paragraph(clean(line)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(clean(outline.title), style="Title")
    document.add_paragraph(clean(outline.subject))
    number = _("{number} · 第 {version} 版").format(
        number=outline.identity.number, version=outline.identity.version
    )
    document.add_paragraph(number)
    document.add_paragraph(_("本文档供编辑使用；签署和归档以 PDF 版为准。"))


def _add_section(document: "Paper", section: Section, look: PaperLook) -> Iterable[PaperWarning]:
    is_wide = any(len(table.head) > _MANY_COLUMNS for table in section.tables)
    if is_wide:
        _turn(document, is_wide=True)
    document.add_heading(clean(section.title), level=1)
    for line in section.lines:
        document.add_paragraph(clean(line))
    for table in section.tables:
        _add_table(document, table, _WIDE_MM if is_wide else _NARROW_MM)
    warnings = _add_photos(document, section.photos, look)
    if is_wide:
        _turn(document, is_wide=False)
    return warnings


def _turn(document: "Paper", *, is_wide: bool) -> None:
    """Go on on a page that lies, or stands again."""
    page = document.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = reversed(_PAGE) if is_wide else _PAGE


def _add_table(document: "Paper", table: OutlineTable, room_mm: int) -> None:
    document.add_heading(clean(table.title), level=2)
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
    made.autofit = False
    share = room_mm / sum(table.widths)
    for column, width in zip(made.columns, table.widths, strict=True):
        column.width = Mm(width * share)
    for row, values in zip(made.rows, (table.head, *table.rows), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            _fill(cell, value)
    _repeat_head(made)
    if table.note:
        document.add_paragraph(clean(table.note))


def _fill(cell: "_Cell", value: Value) -> None:
    text = _DASH if value is None else clean(str(value))
    run = cell.paragraphs[0].add_run(text)
    run.font.size = _SMALL
    if isinstance(value, Against):
        run.font.bold, run.font.color.rgb = True, _AGAINST


def _repeat_head(table: "Table") -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public way
    properties.append(OxmlElement("w:tblHeader"))


def _add_photos(
    document: "Paper", photos: tuple[OutlinePhoto, ...], look: PaperLook
) -> Iterable[PaperWarning]:
    """Set photos in rows, captions below; one without a picture says why."""
    warnings: list[PaperWarning] = []
    if not photos:
        return warnings
    columns = look.photo_columns
    rows = -(-len(photos) // columns)
    made = document.add_table(rows=rows, cols=columns, style="Table Grid")
    cells = (cell for row in made.rows for cell in row.cells)
    for cell, shown in zip(cells, photos, strict=False):
        warnings += _add_photo(cell, shown, look)
    return warnings


def _add_photo(cell: "_Cell", shown: OutlinePhoto, look: PaperLook) -> Iterable[PaperWarning]:
    photo, frame = shown.photo, cell.paragraphs[0]
    frame.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption = cell.add_paragraph()
    title = _("照片 {number}").format(number=photo.number)
    told = ((shown.role, None), *((getattr(photo, one.value), one) for one in CaptionField))
    parts = (text for text, one in told if text and (one is None or one in look.caption))
    text = "　".join((title, *parts))
    caption.add_run(clean(text)).font.size = _SMALL
    if photo.absence:
        _add_absence(caption, photo.absence)
    missing = _missing(photo)
    if missing is None:
        frame.add_run().add_picture(str(photo.preview), width=Mm(_ROOM_MM / look.photo_columns - 8))
        return []
    frame.add_run(f"〔{clean(missing.detail)}〕")
    return [missing]


def _add_absence(caption: "Paragraph", absence: str) -> None:
    run = caption.add_run(f"　{clean(absence)}")
    run.font.size, run.font.bold, run.font.color.rgb = _SMALL, True, _AGAINST


def _missing(photo: PaperPhoto) -> PaperWarning | None:
    """Say why a photo cannot be shown, or nothing if it can."""
    code, reason = WarningCode.PHOTO_MISSING, photo.trouble
    if photo.preview is not None:
        try:
            read_jpeg(photo.preview)
        except NotAJpeg:
            code, reason = WarningCode.PHOTO_BROKEN, _("预览文件已损坏")
        except OSError:
            reason = reason or _("找不到预览文件")
        else:
            return None
    return PaperWarning(code, photo.number, reason or _("没有预览"))


def undated(stream: io.BytesIO) -> bytes:
    """Write the container again without the time of day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(out, "w") as told:
        for name in made.namelist():
            kind = zipfile.ZIP_STORED if name.endswith(".jpg") else zipfile.ZIP_DEFLATED
            told.writestr(zipfile.ZipInfo(name, _ZIP_DAY), made.read(name), kind)
    return out.getvalue()
