"""Read a project workbook into a draft: whole, or a list of everything that is wrong."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from inspector.core.checklists import Duty
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import (
    PartyDraft,
    ProjectDraft,
    ProjectFactsDraft,
    SchemeDraft,
    SheetFault,
    SheetFaultCode,
)
from inspector.core.projects import PartyRole
from inspector.sheets import project_form as form
from inspector.sheets.project_places import PlaceTree, build_places
from inspector.sheets.tables import Reading, Row, read_tables
from inspector.sheets.workbook import read_workbook


def import_project(path: Path, items: frozenset[str] | None = None) -> ProjectDraft:
    """Read a filled project workbook.

    `items` are the ids of the checklist pack in use; without them item ids are taken as they are.
    Everything wrong is told at once, by sheet, row and column.
    """
    sheets = read_workbook(path)
    reading = read_tables(sheets, form.TABLES, frozenset({form.HELP_SHEET}))
    draft = _Assembly(reading, items).draft()
    if reading.faults or draft is None:
        faults = tuple(sorted(reading.faults, key=_in_reading_order))
        raise InspectorError(
            Problem.SHEET_INVALID, file=str(path), count=len(faults), faults=faults
        )
    return draft


def _in_reading_order(fault: SheetFault) -> tuple[int, int, int]:
    names = [table.sheet for table in form.TABLES]
    place = names.index(fault.sheet) if fault.sheet in names else len(names)
    return place, fault.row or 0, fault.column or 0


class _Assembly:
    """Puts the rows of one workbook together; what does not fit becomes a fault."""

    def __init__(self, reading: Reading, items: frozenset[str] | None) -> None:
        self._reading = reading
        self._items = items

    def draft(self) -> ProjectDraft | None:
        """Give the draft, or None where not even the project itself can be read."""
        tree = build_places(
            self._rows(form.COMMUNITIES.sheet),
            self._rows(form.BUILDINGS.sheet),
            self._rows(form.PLACES.sheet),
        )
        if not self._rows(form.COMMUNITIES.sheet) and not self._is_missing(form.COMMUNITIES.sheet):
            self._fault(SheetFault(code=SheetFaultCode.NO_ROWS, sheet=form.COMMUNITIES.sheet))
        scheme = tuple(self._scheme(tree))
        self._reading.faults.extend(tree.faults)
        projects = self._rows(form.PROJECT.sheet)
        if not projects:
            return None
        parties = tuple(self._parties(projects[0]))
        facts = self._facts(projects[0])
        if facts is None:
            return None
        return ProjectDraft(project=facts, places=tree.places, parties=parties, scheme=scheme)

    def _rows(self, sheet: str) -> Sequence[Row]:
        return self._reading.rows[sheet]

    def _is_missing(self, sheet: str) -> bool:
        return any(
            fault.code is SheetFaultCode.SHEET_MISSING and fault.sheet == sheet
            for fault in self._reading.faults
        )

    def _fault(self, fault: SheetFault) -> None:
        self._reading.faults.append(fault)

    def _facts(self, row: Row) -> ProjectFactsDraft | None:
        code, name = row.get("code"), row.get("name")
        start, finish = row.get("planned_start_on"), row.get("planned_finish_on")
        if isinstance(start, date) and isinstance(finish, date) and finish < start:
            self._fault(
                row.fault(SheetFaultCode.DATES_REVERSED, "planned_finish_on", start.isoformat())
            )
        if not isinstance(code, str) or not isinstance(name, str):
            return None
        year, investment = row.get("plan_year"), row.get("investment_yuan")
        return ProjectFactsDraft(
            code=code,
            name=name,
            plan_year=year if isinstance(year, int) else None,
            district=_text(row, "district"),
            subdistrict=_text(row, "subdistrict"),
            address=_text(row, "address"),
            approval_number=_text(row, "approval_number"),
            investment_yuan=investment if isinstance(investment, Decimal) else None,
            planned_start_on=start if isinstance(start, date) else None,
            planned_finish_on=finish if isinstance(finish, date) else None,
        )

    def _parties(self, project: Row) -> Iterator[PartyDraft]:
        """Give the parties; the owner stands in the sheet 项目 and may stand here once more."""
        owner = _text(project, "owner")
        seen: dict[tuple[str, str], int] = {}
        owners: list[str] = []
        for row in self._rows(form.PARTIES.sheet):
            role, unit = row.get("role"), row.get("unit")
            if not isinstance(role, str) or not isinstance(unit, str):
                continue
            first = seen.setdefault((role, unit), row.number)
            if first != row.number:
                self._fault(row.fault(SheetFaultCode.TAKEN, "unit", str(first)))
                continue
            if role == PartyRole.OWNER:
                owners.append(unit)
            yield PartyDraft(
                role=PartyRole(role),
                unit=unit,
                representative=_text(row, "representative"),
                phone=_text(row, "phone"),
            )
        if owner is not None and not owners:
            yield PartyDraft(role=PartyRole.OWNER, unit=owner)
        elif owner is not None and owner not in owners:
            self._fault(project.fault(SheetFaultCode.OWNER_DIFFERS, "owner", *owners))

    def _scheme(self, tree: PlaceTree) -> Iterator[SchemeDraft]:
        seen: dict[tuple[str, tuple[str, ...]], int] = {}
        for row in self._rows(form.SCHEME.sheet):
            item, duty = row.get("item_id"), row.get("duty")
            if isinstance(item, str) and self._items is not None and item not in self._items:
                self._fault(row.fault(SheetFaultCode.ITEM_UNKNOWN, "item_id"))
            places = tree.scope(row, "places")
            if not isinstance(item, str) or not isinstance(duty, str):
                continue
            for place in places:
                first = seen.setdefault((item, place), row.number)
                if first != row.number:
                    where = "/".join(place)
                    self._fault(row.fault(SheetFaultCode.TAKEN, "places", str(first), where))
                else:
                    yield _scheme_draft(row, item, place, Duty(duty))


def _scheme_draft(row: Row, item: str, place: tuple[str, ...], duty: Duty) -> SchemeDraft:
    quantity = row.get("planned_quantity")
    return SchemeDraft(
        item_id=item,
        place=place,
        duty=duty,
        planned_quantity=quantity if isinstance(quantity, Decimal) else None,
        quantity_unit=_text(row, "quantity_unit"),
        design_value=_text(row, "design_value"),
        note=_text(row, "note"),
        row=row.number,
    )


def _text(row: Row, name: str) -> str | None:
    value = row.get(name)
    return value if isinstance(value, str) else None
