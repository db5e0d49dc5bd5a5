"""Catalogues that a bundle holds twice: as XML for programs, as a table for people."""

from collections.abc import Iterator, Mapping

from inspector.archive.contents import OTHERS, Contents
from inspector.core.faults import Fault, FaultCode
from inspector.operations.proofs.lists import PHOTO_TABLE, VOLUME_TABLE, VOLUMES, Lists, Row
from inspector.sheets.list_xml import read_list

PHOTO_XML = f"{OTHERS}照片目录.XML"
_MOST_TOLD = 20
_OF_VOLUMES: Mapping[str, str] = {
    "档号": "档号",
    "案卷题名": "题名",
    "编制单位": "责任者",
    "编制日期": "日期",
    "密级": "密级",
}
"""Columns of 案卷目录.csv, each with the element of 案卷目录.XML that tells the same."""
_TERM, _NOTE = "保管期限", "备注"


def unlike(bag: Contents, lists: Lists) -> Iterator[Fault]:
    """Find what one form of a catalogue says otherwise than the other."""
    volumes = [row for _folder, row in lists.volumes()]
    if volumes:
        yield from _volumes(volumes, lists.table(VOLUME_TABLE))
    yield from _photos(bag, lists.table(PHOTO_TABLE))


def _volumes(told: list[Row], table: list[Row]) -> Iterator[Fault]:
    by_code = {row.get("档号", ""): row for row in told}
    for row in table:
        twin = by_code.get(row.get("档号", ""))
        if twin is None:
            yield _differs(VOLUME_TABLE, VOLUMES, "档号", row.get("档号", ""), "")
            continue
        for column, element in _OF_VOLUMES.items():
            if _plain(row.get(column, "")) != _plain(twin.get(element, "")):
                yield _differs(VOLUME_TABLE, VOLUMES, column, twin.get(element, ""), row[column])
        term = row.get(_TERM, "")
        if term and term not in twin.get(_NOTE, ""):
            yield _differs(VOLUME_TABLE, VOLUMES, _TERM, twin.get(_NOTE, ""), term)


def _photos(bag: Contents, table: list[Row]) -> Iterator[Fault]:
    if not table or not bag.has(PHOTO_XML):
        return
    try:
        told = read_list(bag.content(PHOTO_XML))
    except ValueError:
        yield Fault(FaultCode.LIST_UNREADABLE, PHOTO_XML)
        return
    if len(told) != len(table):
        yield _differs(PHOTO_TABLE, PHOTO_XML, "照片号", len(told), len(table))
        return
    found = (
        _differs(PHOTO_TABLE, PHOTO_XML, column, twin.get(column, ""), text)
        for row, twin in zip(table, told, strict=True)
        for column, text in row.items()
        if _plain(text) != _plain(twin.get(column, ""))
    )
    for _number, fault in zip(range(_MOST_TOLD), found, strict=False):
        yield fault


def _plain(text: str) -> str:
    """Pass over blanks, and the apostrophe that keeps a table from running a text."""
    return "".join(char for char in text if char.isprintable() and char != " ").lstrip("'")


def _differs(member: str, twin: str, column: str, said: str | int, found: str | int) -> Fault:
    facts = {"source": twin.rpartition("/")[2], "field": column, "said": said, "found": found}
    return Fault(FaultCode.ENTRY_DIFFERS, member, facts)
