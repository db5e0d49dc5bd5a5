"""Registers as workbooks, to be sorted and passed on."""

from collections.abc import Sequence
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import Project
from inspector.operations.defects import DefectLine
from inspector.sheets.workbook import Cell
from inspector.sheets.writing import ColumnWritten, SheetWritten, write_workbook
from inspector.words.checklists import severity_name
from inspector.words.language import _
from inspector.words.records import field_name, role_name, state_name

_COLUMNS = (
    *(("number", 20), ("place_id", 24), ("item_id", 10), ("text", 44), ("measured", 16)),
    *(("demand", 36), ("severity", 10), ("state", 12), ("role", 12), ("party_id", 28)),
    *(("due_on", 12), ("reason", 24)),
)


def export_defects(project: Project, lines: Sequence[DefectLine], out: Path) -> Path:
    """Write defects as a workbook, one row each; a file that exists is left alone."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    columns = tuple(ColumnWritten(header=field_name(name), width=width) for name, width in _COLUMNS)
    title = _("{code} 问题台账").format(code=project.code)
    return write_workbook([SheetWritten(title, columns, [_row(line) for line in lines])], out)


def _row(line: DefectLine) -> tuple[Cell, ...]:
    defect = line.defect
    return (
        defect.number,
        "/".join(place.name for place in line.place_path),
        defect.item_id,
        defect.text,
        defect.measured,
        defect.demand,
        severity_name(defect.severity),
        state_name(defect.state),
        role_name(line.party.role) if line.party else None,
        line.party.unit if line.party else None,
        defect.due_on,
        defect.standing.reason,
    )
