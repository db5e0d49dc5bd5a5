"""Find the pictures of one sheet of a workbook, each with the row that it stands in.

Three programs keep them in three ways: floating pictures in a drawing (every program), cell
pictures of WPS (`DISPIMG` and xl/cellimages.xml), and pictures in cells of newer Excel (a rich
value per cell). Rows count from 1, as spreadsheet programs show them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inspector.core.errors import InspectorError, Problem
from inspector.sheets.ooxml import REL, Element, OfficeFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_BOOK = "xl/workbook.xml"
_CELL_IMAGES = "xl/cellimages.xml"
_METADATA = "xl/metadata.xml"
_RICH = "xl/richData/"
DISPIMG = re.compile(r"DISPIMG\(\s*[\"“]([^\"”]+)[\"”]", re.IGNORECASE)
_ANCHORS = frozenset({f"{_DRAWING}twoCellAnchor", f"{_DRAWING}oneCellAnchor"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture and its row; without a part it is only linked and did not come with the file."""

    part: str
    row: int


def pictures_of(file: OfficeFile, sheet: str) -> list[Placed]:
    """List the pictures of a sheet in the order of its rows; damage is told by its part."""
    try:
        part = _part_of(file, sheet)
        if part is None:
            return []
        page = file.xml(part)
        cells = list(page.iter(f"{_MAIN}c"))
        found = [*_floating(file, part, page), *_of_wps(file, cells), *_of_excel(file, cells)]
    except (ValueError, IndexError, KeyError) as error:
        raise InspectorError(Problem.REPLY_DAMAGED, file=sheet, part=str(error)) from error
    return sorted(dict.fromkeys(found), key=lambda one: one.row)


def embedded(element: Element, related: dict[str, str]) -> Iterator[str]:
    """Yield the parts that the pictures inside an element show; a linked one has no name."""
    for blip in element.iter(BLIP):
        embed, link = blip.get(f"{REL}embed"), blip.get(f"{REL}link")
        if embed is not None:
            yield related.get(embed, "")
        elif link is not None:
            yield ""


def _part_of(file: OfficeFile, sheet: str) -> str | None:
    related = file.related(_BOOK)
    for one in file.xml(_BOOK).iter(f"{_MAIN}sheet"):
        if (one.get("name") or "").strip() == sheet:
            return related.get(one.get(f"{REL}id", "")) or None
    return None


def _row_of(cell: Element) -> int:
    digits = "".join(char for char in cell.get("r", "") if char.isdigit())
    return int(digits)


# -- pictures that float over cells


def _floating(file: OfficeFile, part: str, page: Element) -> Iterator[Placed]:
    """Take the row that the upper edge of a picture lies in."""
    related = file.related(part)
    for one in page.iter(f"{_MAIN}drawing"):
        drawing = related.get(one.get(f"{REL}id", ""), "")
        if drawing not in file:
            continue
        shown = file.related(drawing)
        for anchor in file.xml(drawing):
            if anchor.tag in _ANCHORS:
                row = int(anchor.findtext(f"{_DRAWING}from/{_DRAWING}row") or 0) + 1
                yield from (Placed(picture, row) for picture in embedded(anchor, shown))


# -- cell pictures of WPS


def _of_wps(file: OfficeFile, cells: list[Element]) -> Iterator[Placed]:
    named = _wps_pictures(file) if _CELL_IMAGES in file else {}
    for cell in cells:
        told = " ".join(cell.itertext())
        for key in dict.fromkeys(DISPIMG.findall(told)):
            yield Placed(named.get(key, ""), _row_of(cell))


def _wps_pictures(file: OfficeFile) -> dict[str, str]:
    """Give the parts of xl/cellimages.xml by the names that the formulas call them."""
    related = file.related(_CELL_IMAGES)
    named = {}
    for picture in file.xml(_CELL_IMAGES).iter(f"{_DRAWING}pic"):
        name = next((one.get("name") for one in picture.iter(f"{_DRAWING}cNvPr")), None)
        part = next(embedded(picture, related), "")
        if name:
            named[name] = part
    return named


# -- pictures in cells of Excel


def _of_excel(file: OfficeFile, cells: list[Element]) -> Iterator[Placed]:
    marked = [cell for cell in cells if cell.get("vm")]
    if not marked or _METADATA not in file:
        return
    values = _rich_values(file)
    for cell in marked:
        part = values.get(int(cell.get("vm")))
        if part:
            yield Placed(part, _row_of(cell))


def _rich_values(file: OfficeFile) -> dict[int, str]:
    """Give the picture that each value mark (`vm`, from 1) stands for.

    A mark leads through the metadata to a rich value, whose first part is the place of the
    picture in the list of related pictures ([MS-XLSX] 2.3.6.3, XLRICHVALUE).
    """
    metadata = file.xml(_METADATA)
    future = next(
        (
            one
            for one in metadata.iter(f"{_MAIN}futureMetadata")
            if one.get("name") == "XLRICHVALUE"
        ),
        None,
    )
    marks = metadata.find(f"{_MAIN}valueMetadata")
    if future is None or marks is None:
        return {}
    values = [_rich_index(one) for one in future.findall(f"{_MAIN}bk")]
    pictures = _rich_pictures(file)
    found = {}
    for mark, block in enumerate(marks.findall(f"{_MAIN}bk"), start=1):
        record = block.find(f"{_MAIN}rc")
        at = values[int(record.get("v"))] if record is not None else None
        if at is not None and at in pictures:
            found[mark] = pictures[at]
    return found


def _rich_index(block: Element) -> int | None:
    rich = next((one for one in block.iter() if one.tag.endswith("}rvb")), None)
    return None if rich is None else int(rich.get("i"))


def _rich_pictures(file: OfficeFile) -> dict[int, str]:
    """Give the pictures by the number of their rich value."""
    listed, values = f"{_RICH}richValueRel.xml", f"{_RICH}rdrichvalue.xml"
    if listed not in file or values not in file:
        return {}
    related = file.related(listed)
    parts = [related.get(one.get(f"{REL}id", ""), "") for one in file.xml(listed)]
    found = {}
    rich = [one for one in file.xml(values) if one.tag.endswith("}rv")]
    for at, value in enumerate(rich):
        first = next(iter(value), None)
        place = (first.text or "") if first is not None else ""
        if place.isdecimal() and int(place) < len(parts):
            found[at] = parts[int(place)]
    return found
