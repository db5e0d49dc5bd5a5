"""The same report by fpdf2: the same fonts, texts and ready previews, images by path.

fpdf2 embeds a JPEG file's bytes as they are, does not compress them again, and keeps the whole
file in memory; it writes no PDF/A output intent here, which is in its favour.
"""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF

from inspector.core.papers import AcceptancePaper, DefectSheet, PaperPhoto

_COLUMN_MM = 78
_LAST_TEXT_MM, _LAST_PHOTO_MM = 190, 200


def write_report(paper: AcceptancePaper, out: Path, fonts: Path) -> None:
    """Write register, before/after pairs, photo sheets and the hashes of the originals."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_font("song", "", str(fonts / "NotoSerifSC-Regular.ttf"))
    pdf.add_font("song", "B", str(fonts / "NotoSerifSC-Bold.ttf"))
    pdf.add_font("hei", "", str(fonts / "NotoSansSC-Bold.ttf"))
    pdf.add_page()
    pdf.set_font("hei", size=30)
    pdf.cell(0, 60, "联合竣工验收报告", new_x="LMARGIN", new_y="NEXT", align="C")
    _register(pdf, paper.defects)
    for defect in paper.defects:
        _defect(pdf, defect)
    _sheet(pdf, paper.photos)
    _hashes(pdf, paper.photos)
    pdf.output(str(out))


def _register(pdf: FPDF, defects: Sequence[DefectSheet]) -> None:
    pdf.set_font("song", size=9)
    widths = (28, 24, 44, 12, 28, 22, 16)
    with pdf.table(col_widths=widths, line_height=5, padding=1) as table:
        table.row(["编号", "部位", "问题", "程度", "责任单位", "整改期限", "状态"])
        for one in defects:
            cells = (one.number, one.place, one.text, one.severity, one.party, one.due, one.status)
            table.row([cell or "—" for cell in cells])


def _defect(pdf: FPDF, defect: DefectSheet) -> None:
    if pdf.get_y() > _LAST_TEXT_MM:
        pdf.add_page()
    pdf.set_font("song", size=9)
    pdf.multi_cell(
        0, 6, f"{defect.number} {defect.place} {defect.text}", new_x="LMARGIN", new_y="NEXT"
    )
    for event in defect.events:
        pdf.multi_cell(
            0, 5, f"{event.at} {event.step} {event.by or ''}", new_x="LMARGIN", new_y="NEXT"
        )
    for pair in defect.pairs:
        _pair(pdf, [photo for photo in (pair.before, pair.after) if photo is not None])


def _sheet(pdf: FPDF, photos: Sequence[PaperPhoto]) -> None:
    for at in range(0, len(photos), 2):
        _pair(pdf, photos[at : at + 2])


def _pair(pdf: FPDF, photos: Sequence[PaperPhoto]) -> None:
    if pdf.get_y() > _LAST_PHOTO_MM:
        pdf.add_page()
    top = pdf.get_y()
    for column, photo in enumerate(photos):
        left = 10 + column * (_COLUMN_MM + 4)
        pdf.image(str(photo.preview), x=left, y=top, w=_COLUMN_MM)
        pdf.set_xy(left, top + 60)
        told = (
            *(photo.number, photo.caption, photo.taken, photo.photographer),
            *(photo.place, photo.direction, photo.position),
        )
        pdf.multi_cell(_COLUMN_MM, 4, "　".join(part for part in told if part))
    pdf.set_xy(10, top + 76)


def _hashes(pdf: FPDF, photos: Sequence[PaperPhoto]) -> None:
    pdf.add_page()
    pdf.set_font("song", size=7)
    with pdf.table(col_widths=(20, 80, 20, 80), line_height=4) as table:
        table.row(["照片", "SHA-256"] * 2)
        for at in range(0, len(photos), 2):
            row = [text for one in photos[at : at + 2] for text in (one.number, one.sha256)]
            table.row(row + [""] * (4 - len(row)))
