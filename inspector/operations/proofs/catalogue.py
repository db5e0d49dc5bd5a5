"""Catalogues held against the files: every entry has its file, every file its entry."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from inspector.archive.catalogue import PHOTO_FOLDER
from inspector.archive.contents import RECORDS, Contents
from inspector.archive.tags import PAYLOAD
from inspector.core.faults import Fault, FaultCode
from inspector.core.progress import Progress
from inspector.core.proofs import CheckName, Proof
from inspector.operations.proofs.lists import (
    FILES,
    PHOTO_TABLE,
    VOLUME_TABLE,
    VOLUMES,
    Lists,
    Row,
    contents_name,
    stated_pages,
)
from inspector.operations.proofs.twins import PHOTO_XML, unlike

_FORMS_OWED = ("000_案卷封面.pdf", "000_卷内目录.pdf", "999_卷内备考表.pdf")
_FORMS = ("000_", "999_")
"""Cover, in-volume catalogue and note form open and close a volume and are listed nowhere."""


def prove_catalogue(bag: Contents, progress: Progress) -> Iterator[Proof]:
    """Compare both national lists and the tables beside them with what is there."""
    del progress
    lists = Lists(bag)
    entries, volumes = lists.files(), lists.volumes()
    faults = [
        *_absent(bag, volumes),
        *_entries(bag, entries),
        *_strays(bag, entries),
        *(fault for volume in volumes for fault in _volume(bag, volume, entries)),
        *_volume_table(bag, lists),
        *_titles(lists, entries),
        *_photos(bag, lists.table(PHOTO_TABLE)),
        *unlike(bag, lists),
    ]
    yield Proof(
        check=CheckName.CATALOGUE,
        looked_at=len(entries) + len(volumes),
        faults=(*lists.faults, *faults),
    )


def has_volumes(bag: Contents) -> bool:
    """Tell whether there are volumes, by their lists or the forms that open and close them."""
    return bag.has(VOLUMES) or bag.has(FILES) or any(map(_is_form, bag.below(RECORDS)))


def _absent(bag: Contents, volumes: list[tuple[str, Row]]) -> Iterator[Fault]:
    """Find volumes that no list tells of, and lists and forms that each volume of ours has."""
    if not has_volumes(bag):
        return
    for name in (FILES, VOLUMES):
        if bag.lacks(name):
            yield Fault(FaultCode.LIST_ABSENT, name)
    if bag.is_ours:
        for name in dict.fromkeys(_owed(bag, volumes)):
            if bag.lacks(name):
                yield Fault(FaultCode.MEMBER_MISSING, name)


def _owed(bag: Contents, volumes: list[tuple[str, Row]]) -> Iterator[str]:
    yield VOLUME_TABLE
    for folder, row in volumes:
        yield contents_name(row.get("档号", ""))
        yield from (f"{folder}/{form}" for form in _FORMS_OWED)
        if bag.below(f"{folder}/{PHOTO_FOLDER}/"):
            yield from (PHOTO_TABLE, PHOTO_XML)


def _entries(bag: Contents, entries: list[tuple[str, Row]]) -> Iterator[Fault]:
    for name, _row in entries:
        if bag.lacks(name):
            yield Fault(FaultCode.ENTRY_WITHOUT_FILE, name, {"source": _short(FILES)})


def _strays(bag: Contents, entries: list[tuple[str, Row]]) -> Iterator[Fault]:
    if not bag.has(FILES):
        return
    listed = {name for name, _row in entries}
    for name in bag.below(RECORDS):
        if name not in listed and not _is_form(name):
            yield Fault(FaultCode.FILE_WITHOUT_ENTRY, name, {"source": _short(FILES)})


def _is_form(name: str) -> bool:
    return PurePosixPath(name).name.startswith(_FORMS)


def _volume(
    bag: Contents, volume: tuple[str, Row], entries: list[tuple[str, Row]]
) -> Iterator[Fault]:
    """Find a volume without its folder, or with more or fewer files than 案卷目录 says."""
    folder, row = volume
    if bag.is_whole and not bag.below(f"{folder}/"):
        yield Fault(FaultCode.ENTRY_WITHOUT_FILE, folder, {"source": _short(VOLUMES)})
    said = re.search(r"共\s*(\d+)\s*件", row.get("备注", ""))
    own = sum(name.startswith(f"{folder}/") for name, _row in entries)
    if said is not None and int(said[1]) != own and bag.has(FILES):
        yield _differs(folder, VOLUMES, "件数", said[1], own)


def _volume_table(bag: Contents, lists: Lists) -> Iterator[Fault]:
    """Compare the pages and photos of each volume with 案卷目录.csv."""
    folders = {row.get("档号", ""): folder for folder, row in lists.volumes()}
    pages: dict[str, int] = {}
    for stated in stated_pages(lists):
        pages[stated.source] = pages.get(stated.source, 0) + stated.pages
    for row in lists.table(VOLUME_TABLE):
        folder = folders.get(row.get("档号", ""))
        if folder is None:
            continue
        photos = len(bag.below(f"{folder}/{PHOTO_FOLDER}/"))
        said = row.get("照片张数", "")
        if bag.is_whole and said.isdecimal() and int(said) != photos:
            yield _differs(folder, VOLUME_TABLE, "照片张数", said, photos)
        source = contents_name(row.get("档号", ""))
        said = row.get("页数", "")
        if bag.has(source) and said.isdecimal() and int(said) != pages.get(source, 0):
            yield _differs(folder, VOLUME_TABLE, "页数", said, pages.get(source, 0))


def _titles(lists: Lists, entries: list[tuple[str, Row]]) -> Iterator[Fault]:
    """Find documents that bear one title here and another there."""
    by_number = {row.get("档号", ""): (name, row.get("题名", "")) for name, row in entries}
    for _folder, volume in lists.volumes():
        code = volume.get("档号", "")
        for row in lists.table(contents_name(code)):
            number = f"{code}-{row.get('序号', '').zfill(3)}"
            name, title = by_number.get(number, ("", ""))
            said = " ".join(row.get("文件题名", "").split())
            if name and said != " ".join(title.split()):
                yield _differs(name, contents_name(code), "文件题名", said, title)


def _photos(bag: Contents, rows: list[Row]) -> Iterator[Fault]:
    """Compare each photo with the length and the digest that 照片目录 gives."""
    for row in rows:
        name = f"{PAYLOAD}{row.get('文件名', '')}"
        if not bag.has(name):
            if bag.lacks(name):
                yield Fault(FaultCode.ENTRY_WITHOUT_FILE, name, {"source": _short(PHOTO_TABLE)})
            continue
        is_so = {"字节数": str(bag.sizes[name]), "SHA-256": bag.digests.get(name, "")}
        for column, value in is_so.items():
            if value and row.get(column, value) != value:
                yield _differs(name, PHOTO_TABLE, column, row[column], value)


def _differs(member: str, source: str, column: str, said: str, found: str | int) -> Fault:
    facts = {"source": _short(source), "field": column, "said": said, "found": found}
    return Fault(FaultCode.ENTRY_DIFFERS, member, facts)


def _short(name: str) -> str:
    return PurePosixPath(name).name
