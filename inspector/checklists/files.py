"""A pack's files, read as tables: TOML by hand, JSON from a store or an export."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from inspector.checklists.codec import shown
from inspector.core.errors import InspectorError, Problem
from inspector.core.packs import FaultCode, PackFault

HEAD_FILE = "pack.toml"
MAX_BYTES = 16 * 1024 * 1024
_ITEMS = "items"
_MAX_REASON = 200
_AT_END = "at end of document"
_PLACE = re.compile(r"line (?P<line>[0-9]+),? column (?P<column>[0-9]+)")


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item's table with the file that it stands in and its place there, from one."""

    file: str
    number: int
    table: Mapping[str, object]

    @property
    def name(self) -> str:
        """Give the id if there is one, else the place in the file."""
        item_id = self.table.get("id")
        name = shown(item_id) if isinstance(item_id, str) else ""
        return name or f"#{self.number}"


@dataclass(frozen=True, slots=True)
class RawPack:
    """A pack as it stands in its files, nothing checked yet but the syntax."""

    file: str
    head: Mapping[str, object]
    items: tuple[RawItem, ...]
    faults: tuple[PackFault, ...] = ()

    @property
    def unread(self) -> frozenset[str]:
        """Name the files that could not be read at all, so that nothing is known of them."""
        lost = {FaultCode.SYNTAX, FaultCode.UNREADABLE, FaultCode.TOO_LARGE}
        return frozenset(fault.file for fault in self.faults if fault.code in lost)


def read_folder(folder: Path) -> RawPack:
    """Read `pack.toml` and every other TOML file of a folder, in the order of their names."""
    head = read_bytes(_bytes_of(folder / HEAD_FILE), HEAD_FILE)
    parts = [
        read_bytes(_bytes_of(path), path.name)
        for path in sorted(folder.glob("*.toml"))
        if path.name != HEAD_FILE
    ]
    strays = [
        PackFault(file=part.file, code=FaultCode.FIELD_UNKNOWN, field=shown(key))
        for part in parts
        for key in part.head
    ]
    faults = [fault for part in (head, *parts) for fault in part.faults]
    items = [item for part in (head, *parts) for item in part.items]
    return RawPack(HEAD_FILE, head.head, tuple(items), (*faults, *strays))


def read_file(path: Path) -> RawPack:
    """Read a pack that is one TOML or JSON file."""
    return read_bytes(_bytes_of(path), path.name)


def read_bytes(data: bytes, name: str) -> RawPack:
    """Read a pack, or a part of one, from bytes; a faulty syntax is a fault of the whole file."""
    if len(data) > MAX_BYTES:
        facts = (("limit_mb", str(MAX_BYTES // 1024**2)),)
        return _broken(name, PackFault(file=name, code=FaultCode.TOO_LARGE, facts=facts))
    try:
        table = _reader(data)(data.decode("utf-8-sig"))
    except (ValueError, ArithmeticError, RecursionError) as error:
        return _broken(name, _syntax_fault(name, str(error), data))
    return split(name, table)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InspectorError(Problem.FILE_MISSING, file=path) from error


def _reader(data: bytes) -> Callable[[str], object]:
    return _from_json if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" else _from_toml


def _from_toml(text: str) -> object:
    return tomllib.loads(text, parse_float=Decimal)


def _from_json(text: str) -> object:
    return json.loads(text, parse_float=Decimal)


def _syntax_fault(name: str, reason: str, data: bytes) -> PackFault:
    """Tell line and column where the parser names them ("at line 2, column 11")."""
    place = _PLACE.search(reason)
    if place is not None:
        return _syntax_fault_at(name, place["line"], place["column"])
    if _AT_END in reason:
        lines = data.split(b"\n")
        return _syntax_fault_at(name, str(len(lines)), str(len(lines[-1]) + 1))
    facts = (("reason", reason[:_MAX_REASON]),)
    return PackFault(file=name, code=FaultCode.UNREADABLE, facts=facts)


def _syntax_fault_at(name: str, line: str, column: str) -> PackFault:
    facts = (("line", line), ("column", column))
    return PackFault(file=name, code=FaultCode.SYNTAX, facts=facts)


def _broken(name: str, fault: PackFault) -> RawPack:
    return RawPack(name, {}, (), (fault,))


def split(name: str, table: object) -> RawPack:
    """Part the table of a whole file into head and items."""
    head = dict(table) if isinstance(table, Mapping) else {}
    listed = head.pop(_ITEMS, [])
    if not isinstance(listed, list):
        return RawPack(name, head, (), (_not_a("list", name, _ITEMS),))
    faults = [
        _not_a("table", name, f"{_ITEMS}[{number}]")
        for number, item in enumerate(listed, 1)
        if not isinstance(item, Mapping)
    ]
    items = [
        RawItem(name, number, item)
        for number, item in enumerate(listed, 1)
        if isinstance(item, Mapping)
    ]
    return RawPack(name, head, tuple(items), tuple(faults))


def _not_a(wanted: str, file: str, field: str) -> PackFault:
    facts = (("value", ""), ("wanted", wanted))
    return PackFault(file=file, code=FaultCode.TYPE_WRONG, field=field, facts=facts)
