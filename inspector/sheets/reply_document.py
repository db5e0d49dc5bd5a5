"""Read the tables of a Word document as if they were a sheet, with the pictures of their rows."""

from collections.abc import Iterator
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.text import clean
from inspector.sheets.ooxml import REL, Element, OfficeFile, opened
from inspector.sheets.reply_form import SHEET
from inspector.sheets.sheet_pictures import Placed, embedded
from inspector.sheets.workbook import MAX_COLUMNS, MAX_ROWS, Cell, SheetRead

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IMAGEDATA = "{urn:schemas-microsoft-com:vml}imagedata"
_BODY = "word/document.xml"
_OLE_START = b"\xd0\xcf\x11\xe0"


def read_document(path: Path) -> tuple[list[SheetRead], list[Placed], list[str]]:
    """Give all rows of the document's tables as one sheet, its placed pictures, and all pictures.

    Rows count through all tables, so that a table that was parted in two is read whole.
    """
    with path.open("rb") as stream:
        if stream.read(len(_OLE_START)) == _OLE_START:
            raise InspectorError(Problem.REPLY_ENCRYPTED, file=str(path))
    with opened(path) as file:
        if _BODY not in file:
            raise InspectorError(Problem.REPLY_FOREIGN, file=str(path), sheet=SHEET)
        related = file.related(_BODY)
        rows: list[tuple[Cell, ...]] = []
        placed: list[Placed] = []
        for row in _rows(file):
            rows.append(tuple(_cells(row)))
            pictures = dict.fromkeys((*embedded(row, related), *_old_pictures(row, related)))
            placed += [Placed(part if part in file else "", len(rows)) for part in pictures]
            if len(rows) > MAX_ROWS or len(rows[-1]) > MAX_COLUMNS:
                raise InspectorError(
                    Problem.REPLY_DAMAGED, file=str(path), part=f"{_BODY}: {len(rows)}"
                )
        return [SheetRead(SHEET, tuple(rows))], placed, file.media()


def _rows(file: OfficeFile) -> Iterator[Element]:
    """Yield the rows of the tables in order; a table inside a cell belongs to that cell."""
    body = file.xml(_BODY).find(f"{_W}body")
    for table in _outermost(body, f"{_W}tbl") if body is not None else ():
        yield from _outermost(table, f"{_W}tr")


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    """Yield what has this tag below an element, without going into what was found."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _cells(row: Element) -> Iterator[Cell]:
    """Give the texts of a row; a cell over several columns takes as many places."""
    for cell in _outermost(row, f"{_W}tc"):
        text = "\n".join(_paragraph(one) for one in cell.iter(f"{_W}p"))
        yield clean(text) or None
        yield from (None for _more in range(_span(cell) - 1))


def _paragraph(paragraph: Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def _span(cell: Element) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    told = found.get(f"{_W}val", "1") if found is not None else "1"
    return min(int(told), MAX_COLUMNS) if told.isdecimal() else 1


def _old_pictures(row: Element, related: dict[str, str]) -> Iterator[str]:
    """Yield pictures in the form that older programs write (VML)."""
    for one in row.iter(_IMAGEDATA):
        key = one.get(f"{REL}id")
        if key is not None:
            yield related.get(key, "")
