"""Packs from folders, files and bytes: read, checked whole, put in order, hashed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from inspector.checklists.check import faults_of, parse_head, parse_items
from inspector.checklists.dump import content_hash, spell
from inspector.checklists.files import RawPack, read_bytes, read_file, read_folder, split
from inspector.checklists.grid import Sheet, table_of
from inspector.checklists.xlsform import is_form, table_of_form
from inspector.core.checklists import Item, Pack, PackHead
from inspector.core.errors import InspectorError, Problem

if TYPE_CHECKING:
    from inspector.core.packs import PackFault

NATIONAL_FOLDER = Path(__file__).parent / "data" / "national"
"""The national starter pack as people write it."""
NATIONAL = NATIONAL_FOLDER.with_suffix(".json")
"""The same as it is stored, made by `tools/packs.py`: read faster than the folder."""


def national() -> Pack:
    """Load the national starter pack that ships with the program; callers keep it."""
    return load_file(NATIONAL)


def national_spelling() -> tuple[PackHead, bytes]:
    """Give what the national starter pack says of itself, and its spelling, without its items.

    A new workspace stores it unread: a test has checked it. It is parsed when it is first used.
    """
    content = NATIONAL.read_bytes()
    head, complaints = parse_head(read_bytes(content, NATIONAL.name))
    if head is None:
        raise InspectorError(
            Problem.PACK_INVALID,
            file=NATIONAL.name,
            count=len(complaints),
            faults=tuple(complaints),
        )
    return head, content


def load_path(path: Path) -> Pack:
    """Load a pack from a folder, or from a single TOML or JSON file."""
    return load_folder(path) if path.is_dir() else load_file(path)


def load_folder(folder: Path) -> Pack:
    """Load a pack from a folder: `pack.toml` and one file for each discipline."""
    return _made(read_folder(folder))


def load_file(path: Path) -> Pack:
    """Load a pack from a single TOML or JSON file."""
    return _made(read_file(path))


def load_bytes(data: bytes, name: str) -> Pack:
    """Load a pack from the bytes of a single file; the name serves the sentences on faults."""
    return _made(read_bytes(data, name))


def load_sheets(sheets: Sequence[Sheet], name: str) -> Pack:
    """Load a pack from a workbook: our own sheets, or an XLSForm.

    A fault in our own sheets names the cell that it stands in, one in a form the item.
    """
    if is_form(sheets):
        return _made(split(name, table_of_form(sheets, name)))
    table, places = table_of(sheets, name)
    try:
        return _made(split(name, table))
    except InspectorError as error:
        if error.problem is not Problem.PACK_INVALID:
            raise
        faults = tuple(
            replace(fault, file=f"{name} {places.of(fault.item, fault.field)}")
            for fault in cast("Sequence[PackFault]", error.facts["faults"])
        )
        facts = {**error.facts, "faults": faults}
        raise InspectorError(Problem.PACK_INVALID, **facts) from error


def _made(raw: RawPack) -> Pack:
    """Make a pack, or refuse it with everything that is wrong with it."""
    faults = list(raw.faults)
    head, head_faults = (None, []) if raw.file in raw.unread else parse_head(raw)
    items, item_faults = parse_items(raw.items)
    faults += head_faults + item_faults + faults_of(raw, head, items)
    if faults or head is None:
        raise InspectorError(
            Problem.PACK_INVALID, file=raw.file, count=len(faults), faults=tuple(faults)
        )
    ordered = _in_order(head, [item for _raw, item in items])
    return Pack(head=head, items=ordered, hash=content_hash(spell(head, ordered)))


def _in_order(head: PackHead, items: list[Item]) -> tuple[Item, ...]:
    """Order items by discipline; within one they stay as they stand in the file."""
    position = {discipline.code: i for i, discipline in enumerate(head.disciplines)}
    return tuple(sorted(items, key=lambda item: position[item.discipline]))
