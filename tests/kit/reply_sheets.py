"""Reply sheets as people fill them in: by Excel, by WPS, by Word, and by hand where none can."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter
from docx import Document
from docx.shared import Mm

from inspector.sheets.reply_form import NOTICE_LABEL, ROWS, SHEET

HEADERS = [column.header for column in ROWS.columns]
MEASURE, DAY, BY, PHOTOS = 5, 6, 7, 8
HEAD_ROW = 4
"""The row of the table's head in the workbooks that are made here."""
FIRST_ROW = HEAD_ROW + 1


def answer(number: str, serial: int = 1, **told: object) -> dict[str, object]:
    """Give a filled row."""
    filled = {
        "serial": serial,
        "number": number,
        "measure": "已铲除重做",
        "day": date(2026, 5, 20),
        "by": "王师傅",
    }
    return {**filled, **told}


def _cells(row: Mapping[str, object]) -> list[object]:
    return [
        *(row["serial"], row["number"], "12号楼", "外墙起皮", "—"),
        *(row["measure"], row["day"], row["by"], None),
    ]


def workbook(
    path: Path,
    notice: str,
    rows: Sequence[Mapping[str, object]],
    *,
    floating: Mapping[int, Sequence[bytes]] | None = None,
    in_cells: Mapping[int, bytes] | None = None,
    sheet: str = SHEET,
) -> Path:
    """Write a filled workbook; pictures by row, floating or in the cell as newer Excel does."""
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, ["整改回复单"])
        page.write_row(1, 0, [NOTICE_LABEL, None, notice])
        page.write_row(HEAD_ROW - 1, 0, HEADERS)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for at, row in enumerate(rows, start=HEAD_ROW):
            for column, cell in enumerate(_cells(row)):
                if isinstance(cell, date):
                    page.write_datetime(at, column, cell, day)
                else:
                    page.write(at, column, cell)
        for row, pictures in (floating or {}).items():
            for number, picture in enumerate(pictures):
                place = {"image_data": io.BytesIO(picture), "x_offset": 9 * number, "y_offset": 5}
                page.insert_image(row - 1, PHOTOS, f"{row}-{number}.jpg", place)
        for row, picture in (in_cells or {}).items():
            page.embed_image(row - 1, PHOTOS, "in.jpg", {"image_data": io.BytesIO(picture)})
    return path


def fill_workbook(path: Path, answers: Mapping[str, Mapping[str, object]]) -> Path:
    """Fill in a sheet that the program made, leaving all else as it is."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet1.xml"].decode()
    strings = re.findall(r"<si><t[^>]*>(.*?)</t></si>", parts["xl/sharedStrings.xml"].decode())
    for number, told in answers.items():
        at = strings.index(number)
        row = re.search(rf'<c r="B(\d+)"[^>]*><v>{at}</v>', page)[1]
        for letter, text in zip("FGH", (told["measure"], told["day"], told["by"]), strict=True):
            blank = re.compile(rf'<c r="{letter}{row}"( s="\d+")/>')
            value = rf'<c r="{letter}{row}"\1 t="inlineStr"><is><t>{text}</t></is></c>'
            page, count = blank.subn(value, page)
            assert count == 1
    parts["xl/worksheets/sheet1.xml"] = page.encode()
    return packed(path, parts)


def with_cell_pictures(path: Path, pictures: Mapping[int, bytes]) -> Path:
    """Put pictures into cells as WPS does: DISPIMG formulas and xl/cellimages.xml, by row."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet1.xml"].decode()
    shown, related = [], []
    for number, (row, picture) in enumerate(pictures.items(), start=1):
        key = f"ID_{number:032X}"
        formula = f"_xlfn.DISPIMG(&quot;{key}&quot;,1)"
        cell = f'<c r="I{row}" t="str"><f>{formula}</f><v>={formula.removeprefix("_xlfn.")}</v></c>'
        page = re.sub(rf'(<row r="{row}"[^>]*>.*?)(</row>)', rf"\1{cell}\2", page, flags=re.DOTALL)
        parts[f"xl/media/image{900 + number}.jpeg"] = picture
        shown.append(
            f'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="{key}"/>'
            f'</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId{number}"/></xdr:blipFill></xdr:pic>'
            "</etc:cellImage>"
        )
        related.append(
            f'<Relationship Id="rId{number}" Target="media/image{900 + number}.jpeg" Type='
            '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        )
    parts["xl/worksheets/sheet1.xml"] = page.encode()
    parts["xl/cellimages.xml"] = (
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
        ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"{''.join(shown)}</etc:cellImages>"
    ).encode()
    parts["xl/_rels/cellimages.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(related)}</Relationships>"
    ).encode()
    return packed(path, parts)


def with_part(path: Path, name: str, content: bytes) -> Path:
    """Put a part into a container, or another in its place."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return packed(path, {**parts, name: content})


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Pack parts into a ZIP."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def fill_document(
    path: Path,
    answers: Mapping[str, Mapping[str, object]],
    pictures: Mapping[str, Sequence[bytes]] | None = None,
    loose: Sequence[bytes] = (),
) -> Path:
    """Fill in a Word document that the program made; loose pictures stand below its tables."""
    document = Document(str(path))
    for row in document.tables[1].rows[1:]:
        cells = row.cells
        number = cells[1].text
        told = answers.get(number)
        if told is not None:
            for at, key in ((MEASURE, "measure"), (DAY, "day"), (BY, "by")):
                cells[at].paragraphs[0].add_run(str(told[key]))
        for picture in (pictures or {}).get(number, ()):
            cells[PHOTOS].paragraphs[0].add_run().add_picture(io.BytesIO(picture), width=Mm(30))
    for picture in loose:
        document.add_paragraph().add_run().add_picture(io.BytesIO(picture), width=Mm(30))
    document.save(str(path))
    return path
