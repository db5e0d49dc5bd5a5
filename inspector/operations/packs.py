"""Checklist packs: several versions side by side, compared, taken in and given away."""

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from inspector.checklists.diff import diff
from inspector.checklists.dump import dump
from inspector.checklists.grid import NO, SECTIONS, YES, Sheet, sheets_of
from inspector.checklists.load import load_path, load_sheets
from inspector.checklists.xlsform import form_of
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import Pack, PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.packs import PackDiff
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace
from inspector.sheets.workbook import Cell, read_workbook
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.words.packs import PACK_LABELS

NATIONAL_ID = "cn-national"
"""The pack that ships with the program and that every workspace has from the start."""

_JSON, _XLSX = ".json", ".xlsx"
_WIDE, _NARROW = 36, 14
_SHORTEST_HASH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A pack as a list shows it; `code` is what a person types to name this version."""

    ref: PackRef
    title_zh: str
    title_en: str

    @property
    def code(self) -> str:
        """Give id and version, such as cn-national@2026.1."""
        return pack_code(self.ref)


def pack_code(ref: PackRef) -> str:
    """Name one version of a pack."""
    return f"{ref.pack_id}@{ref.version}"


def list_packs(workspace: Workspace) -> list[PackLine]:
    """List the packs that are here, oldest version first."""
    with workspace.read() as office:
        found = office.packs.all()
    lines = [PackLine(ref=ref, title_zh=zh, title_en=en) for ref, zh, en in found]
    return sorted(lines, key=lambda line: (line.ref.pack_id, _in_order(line.ref.version)))


def find_pack(workspace: Workspace, code: str = "") -> Pack:
    """Read a pack by id (its newest version), id@version, or the first digits of its hash.

    Without a code it is the newest version of the national pack.
    """
    wanted = code or NATIONAL_ID
    lines = list_packs(workspace)
    exact = [line for line in lines if wanted in {line.code, line.ref.hash}]
    newest = [line for line in lines if line.ref.pack_id == wanted][-1:]
    by_hash = [line for line in lines if _begins(line.ref.hash, wanted)]
    found = exact or newest or by_hash
    if not found:
        raise InspectorError(Problem.RECORD_MISSING, record="checklist_pack", id=code)
    if len(found) > 1:
        hashes = ", ".join(line.ref.hash[:12] for line in found)
        raise InspectorError(Problem.RECORD_AMBIGUOUS, code=code, ids=hashes)
    return workspace.pack(found[0].ref)


def check_pack(path: Path) -> Pack:
    """Read a pack's file or folder, or refuse it with everything that is wrong in it."""
    if not path.exists():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    if path.suffix.lower() == _XLSX:
        return load_sheets(_sheets_in(path), path.name)
    return load_path(path)


def _sheets_in(path: Path) -> list[Sheet]:
    return [
        Sheet(sheet.name, tuple(tuple(_text(cell) for cell in row) for row in sheet.rows))
        for sheet in read_workbook(path)
    ]


def _text(cell: Cell) -> str | None:
    """Read a cell as it was typed, whatever the spreadsheet made of it."""
    if cell is None:
        return None
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else cell


def import_pack(workspace: Workspace, path: Path) -> Outcome[Pack]:
    """Take a pack in; a published version never changes, so other content needs another version."""
    pack = check_pack(path)
    with workspace.act() as writing:
        for ref, _zh, _en in writing.office.packs.all():
            if pack_code(ref) == pack_code(pack.ref) and ref.hash != pack.hash:
                raise InspectorError(Problem.PACK_VERSION_TAKEN, pack=pack_code(ref), file=path)
        workspace.keep_pack(writing, pack)
    return Outcome(pack, Changes.of(Topic.PACKS), writing.act)


def compare_packs(before: Pack, after: Pack) -> PackDiff:
    """Tell item by item what differs between two versions."""
    return diff(before, after)


def export_pack(
    pack: Pack, out: Path, *, replace_existing: bool = False, as_form: bool = False
) -> Path:
    """Write a pack as JSON or as a workbook, which any workspace can take in again.

    `as_form` makes the workbook an XLSForm, for the tools that know those.
    """
    if out.exists() and not replace_existing:
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    suffix = out.suffix.lower()
    if as_form and suffix != _XLSX:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=_XLSX)
    if suffix not in {"", _JSON, _XLSX}:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=f"{_JSON} {_XLSX}")
    write_whole(out, _workbook(pack, as_form=as_form) if suffix == _XLSX else dump(pack))
    return out


def _workbook(pack: Pack, *, as_form: bool) -> bytes:
    """Lay a pack out for people who work in a spreadsheet."""
    table = json.loads(dump(pack))
    laid = form_of(table) if as_form else sheets_of(table, PACK_LABELS)
    required = {one.name: {c.path for c in one.columns() if c.is_required} for one in SECTIONS}
    return workbook_bytes(
        [
            SheetWritten(
                sheet.name,
                tuple(
                    _column(str(head), required.get(sheet.name, set())) for head in sheet.rows[0]
                ),
                sheet.rows[1:],
            )
            for sheet in laid
        ]
    )


def _column(header: str, required: set[str]) -> ColumnWritten:
    path = header.rpartition("[")[2].rstrip("]")
    width = _WIDE if path.endswith(("_zh", "_en", "note", "text")) else _NARROW
    return ColumnWritten(header=header, width=width, is_required=path in required, is_text=True)


def _begins(digest: str, wanted: str) -> bool:
    return len(wanted) >= _SHORTEST_HASH and digest.startswith(wanted.lower())


def _in_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Order versions as people count: 2026.10 after 2026.9, 2026.1-draft after 2026.1."""
    parts = re.findall(r"\d+|[^\d.]+", version)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)
