"""A pack as sheets of cells, for people who work in a spreadsheet; and back, nothing lost.

Each kind of row has a sheet, each field a column whose header ends in the field's name in
brackets; what an item has several of (cases, references, sampling parts) stands on a sheet of
its own, each row under the id that it belongs to. The columns follow from the types, so a field
that is added to a pack is in its sheets as well.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspector.core.checklists import (
    Discipline,
    Item,
    PackHead,
    Reference,
    Source,
    Standard,
    TierName,
    TierOverride,
    TierProfile,
    Tool,
    Variant,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import column_letters
from inspector.core.sampling import PerPart

OWNER = "owner"
YES, NO = "是", "否"
_LINE = "\n"
_HEADER = re.compile(r"\[([a-z0-9_.]+)\]\s*$")
_LISTED = re.compile(r"([a-z0-9_.]+)\[(\d+)\](?:\.(.+))?")
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """One sheet: rows of a kind, found under `path` in the pack, or in each row of `parent`."""

    name: str
    kind: type
    path: str
    key: str = "code"
    parent: str = ""

    def columns(self) -> tuple["GridColumn", ...]:
        """Give the columns in the order of the fields; the owner's id comes first."""
        owner = (GridColumn(OWNER, "text", is_required=True),) if self.parent else ()
        return (*owner, *_columns(self.kind, ""))


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: the path of its field, and whether it holds text, numbers, flags or lines."""

    path: str
    form: str
    is_required: bool = False


SECTIONS = (
    Section("清单", PackHead, "", "id"),
    Section("专业", Discipline, "disciplines"),
    Section("工具", Tool, "tools"),
    Section("标准", Standard, "standards", "key"),
    Section("来源", Source, "sources"),
    Section("地区分类", TierProfile, "profiles"),
    Section("分类名称", TierName, "names", "tier", "地区分类"),
    Section("分类例外", TierOverride, "overrides", "target", "地区分类"),
    Section("检查项", Item, "items", "id"),
    Section("分档", Variant, "variants", "key", "检查项"),
    Section("依据", Reference, "refs", "std_key", "检查项"),
    Section("抽样份额", PerPart, "sampling.per", "part", "检查项"),
)
BY_NAME = {section.name: section for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of cells as text; the first row holds the headers."""

    name: str
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(slots=True)
class Places:
    """Where each row of each section stands, so that a fault can name sheet, row and column."""

    rows: dict[tuple[str, str, int], int] = field(default_factory=dict)
    """(section, owner's key or number, number among its owner's, from one) -> row."""
    columns: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, item: str, path: str) -> str:
        """Name the cell of a field of an item, or of the head where there is no item."""
        listed = _LISTED.fullmatch(path)
        if listed is not None:
            child = self._child("检查项" if item else "", listed[1])
            if child is not None:
                return self._cell(child, item, int(listed[2]), listed[3] or "")
            path = listed[1]
        return self._cell("检查项" if item else "清单", item, 1, path)

    @staticmethod
    def _child(parent: str, path: str) -> str | None:
        found = (one.name for one in SECTIONS if one.path == path and one.parent == parent)
        return next(found, None)

    def _cell(self, section: str, owner: str, number: int, path: str) -> str:
        row = self.rows.get((section, owner, number))
        column = self.columns.get((section, path))
        if row is None:
            return section
        return f"{section}!{'' if column is None else column_letters(column + 1)}{row}"


def _columns(kind: type, prefix: str) -> Iterator[GridColumn]:
    hints = typing.get_type_hints(kind)
    for one in dataclasses.fields(kind):
        path = f"{prefix}{one.name}"
        hint = hints[one.name]
        if isinstance(hint, types.UnionType):
            hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        if typing.get_origin(hint) is tuple:
            if not dataclasses.is_dataclass(typing.get_args(hint)[0]):
                yield GridColumn(path, "lines")
        elif dataclasses.is_dataclass(hint):
            yield from _columns(typing.cast("type", hint), f"{path}.")
        else:
            form = "flag" if hint is bool else "whole" if hint is int else "text"
            is_required = not prefix and one.default is dataclasses.MISSING
            yield GridColumn(path, form, is_required=is_required)


# -- out ------------------------------------------------------------------------------------------


def sheets_of(table: Mapping[str, Any], labels: Mapping[str, str]) -> list[Sheet]:
    """Lay a pack's plain table out; `labels` name fields for people."""
    sheets = []
    for section in SECTIONS:
        columns = section.columns()
        head = tuple(f"{labels.get(one.path, one.path)} [{one.path}]" for one in columns)
        rows = [_cells(columns, row) for row in _rows_of(section, table)]
        sheets.append(Sheet(section.name, (head, *rows)))
    return sheets


def _rows_of(section: Section, table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if not section.path:
        yield table
    elif not section.parent:
        yield from table.get(section.path, ())
    else:
        parent = BY_NAME[section.parent]
        for owner in table.get(parent.path, ()):
            for row in _at(owner, section.path) or ():
                yield {OWNER: owner[parent.key], **row}


def _at(row: Mapping[str, Any], path: str) -> Any:
    value: Any = row
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _cells(columns: Sequence[GridColumn], row: Mapping[str, Any]) -> tuple[str | None, ...]:
    return tuple(_spelled(column, _at(row, column.path)) for column in columns)


def _spelled(column: GridColumn, value: Any) -> str | None:
    if value is None:
        return None
    if column.form == "flag":
        return YES if value else NO
    return _LINE.join(value) if column.form == "lines" else str(value)


# -- in -------------------------------------------------------------------------------------------


def table_of(sheets: Sequence[Sheet], file: str) -> tuple[Table, Places]:
    """Put a pack's plain table together again, and say where each part of it stood."""
    given = {sheet.name: sheet for sheet in sheets}
    for needed in ("清单", "检查项"):
        if needed not in given:
            raise InspectorError(Problem.PACK_SHEET_MISSING, file=file, sheet=needed)
    places, table = Places(), {}
    tables: dict[str, list[Table]] = {}
    for section in SECTIONS:
        sheet = given.get(section.name, Sheet(section.name, ()))
        rows = list(_read_rows(section, sheet, file, places))
        tables[section.name] = [row for _number, row in rows]
        if not section.path:
            table = tables[section.name][0] if rows else {}
            _place(places, section, "", 1, rows[0][0] if rows else 1)
        elif not section.parent:
            _put(table, section.path, tables[section.name])
            for number, (at, row) in enumerate(rows, 1):
                owner = str(row.get(section.key) or f"#{number}")
                is_item = section.kind is Item
                _place(places, section, owner if is_item else "", 1 if is_item else number, at)
        else:
            _hang(section, rows, tables[section.parent], places, file)
    return table, places


def _place(places: Places, section: Section, owner: str, number: int, row: int) -> None:
    places.rows[section.name, owner, number] = row


def _hang(
    section: Section,
    rows: Sequence[tuple[int, Table]],
    owners: Sequence[Table],
    places: Places,
    file: str,
) -> None:
    """Give rows to those that they belong to, in their order."""
    parent = BY_NAME[section.parent]
    by_key = {str(owner.get(parent.key)): owner for owner in owners}
    counts: dict[str, int] = {}
    for at, row in rows:
        key = str(row.pop(OWNER, ""))
        if key not in by_key:
            cell = f"{section.name}!A{at}"
            raise InspectorError(Problem.PACK_OWNER_UNKNOWN, file=file, cell=cell, value=key)
        counts[key] = counts.get(key, 0) + 1
        _place(places, section, key, counts[key], at)
        holder = by_key[key]
        listed = _at(holder, section.path) or []
        _put(holder, section.path, [*listed, row])


def _read_rows(
    section: Section, sheet: Sheet, file: str, places: Places
) -> Iterator[tuple[int, Table]]:
    """Yield (row number, table) of the rows that hold anything."""
    if not sheet.rows:
        return
    chosen = _read_head(section, sheet, file)
    places.columns.update({(section.name, one.path): at for at, one in chosen.items()})
    for number, cells in enumerate(sheet.rows[1:], start=2):
        texts = [(cell or "").strip() for cell in cells]
        row: Table = {}
        for at, column in chosen.items():
            if at < len(texts) and texts[at]:
                _put(row, column.path, _value(column, texts[at]))
        if row:
            yield number, row


def _read_head(section: Section, sheet: Sheet, file: str) -> dict[int, GridColumn]:
    """Read which column holds which field, by the names in brackets."""
    known = {column.path: column for column in section.columns()}
    chosen: dict[int, GridColumn] = {}
    for at, header in enumerate(sheet.rows[0]):
        if header is None:
            continue
        found = _HEADER.search(header)
        if found is None or found[1] not in known:
            cell = f"{section.name}!{column_letters(at + 1)}1"
            raise InspectorError(Problem.PACK_COLUMN_UNKNOWN, file=file, cell=cell, value=header)
        chosen[at] = known[found[1]]
    return chosen


def _value(column: GridColumn, text: str) -> object:
    if column.form == "flag":
        return {YES: True, NO: False}.get(text, text)
    if column.form == "whole":
        return int(text) if re.fullmatch(r"-?\d{1,9}", text) else text
    if column.form == "lines":
        return [line.strip() for line in text.split(_LINE) if line.strip()]
    return text


def _put(row: Table, path: str, value: object) -> None:
    *steps, last = path.split(".")
    for step in steps:
        row = row.setdefault(step, {})
    row[last] = value
