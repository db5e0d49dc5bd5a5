"""Scheme rows, visits, answers and readings as rows."""

from datetime import date
from typing import TYPE_CHECKING, Any

from inspector.core.checklists import AnswerState, Duty, PackRef
from inspector.core.inspections import Answer, Reading, Result, Visit, VisitKind
from inspector.core.projects import SchemeRow
from inspector.store.rows import Row, Rows, from_decimal, from_json, to_decimal, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


def pack_to_json(pack: PackRef | None) -> str | None:
    """Spell a pack's id, version and hash as one value."""
    if pack is None:
        return None
    return to_json({"id": pack.pack_id, "version": pack.version, "hash": pack.hash})


def pack_from_json(text: str | None) -> PackRef | None:
    """Read it back."""
    if text is None:
        return None
    told = from_json(text)
    return PackRef(told["id"], told["version"], told["hash"])


class SchemeRepository:
    """Which items are in scope where."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "scheme_row")

    def of_project(self, project_id: str) -> list[SchemeRow]:
        """List the scheme of a project."""
        rows = self._rows.of_project(project_id, "ORDER BY item_id, place_id")
        return [_scheme_row(row) for row in rows]

    def of_place(self, project_id: str, place_id: str) -> list[SchemeRow]:
        """List what is in scope at one place."""
        rows = self._rows.where(
            "project_id = ? AND place_id = ?", [project_id, place_id], "ORDER BY item_id"
        )
        return [_scheme_row(row) for row in rows]

    def packs_at(self, project_id: str, place_id: str, visit_id: str) -> list[PackRef]:
        """List the packs of the scheme and of a visit's answers at one place."""
        found = self._rows.database.execute(
            """
            SELECT pack FROM scheme_row WHERE project_id = ? AND place_id = ? AND deleted = 0
            UNION
            SELECT pack FROM answer WHERE visit_id = ? AND place_id = ? AND deleted = 0
            """,
            [project_id, place_id, visit_id, place_id],
        )
        return [_known_pack(pack) for (pack,) in found.fetchall()]

    def find(self, row_id: str) -> SchemeRow | None:
        """Read one row, if it is there."""
        row = self._rows.find(row_id)
        return None if row is None else _scheme_row(row)

    def put(self, scheme: SchemeRow) -> None:
        """Keep a row of the scheme."""
        planned: dict[str, Any] = {"unit": scheme.quantity_unit}
        planned["quantity"] = to_decimal(scheme.planned_quantity)
        has_plan = scheme.planned_quantity is not None or scheme.quantity_unit
        self._rows.put(
            {
                "id": scheme.id,
                "project_id": scheme.project_id,
                "pack": pack_to_json(scheme.pack),
                "item_id": scheme.item_id,
                "place_id": scheme.place_id,
                "duty": scheme.duty.value,
                "planned": to_json(planned) if has_plan else None,
                "done_quantity": to_decimal(scheme.done_quantity),
                "design_value": scheme.design_value,
                "variant": scheme.variant,
                "due_points": scheme.due_points,
                "note": scheme.note,
            }
        )

    def delete(self, row_id: str) -> None:
        """Take an item out of scope at a place."""
        self._rows.delete(row_id)


class VisitRepository:
    """Visits to the site."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "visit")

    def get(self, visit_id: str) -> Visit:
        """Read one visit."""
        return _visit(self._rows.get(visit_id))

    def of_project(self, project_id: str) -> list[Visit]:
        """List the visits of a project, oldest first."""
        visits = [_visit(row) for row in self._rows.of_project(project_id)]
        return sorted(visits, key=lambda visit: (visit.first_on, visit.number, visit.id))

    def numbers(self, project_id: str) -> list[str]:
        """List the numbers that were given in a project, deleted visits included."""
        found = self._rows.database.execute(
            "SELECT number FROM visit WHERE project_id = ? AND number IS NOT NULL", [project_id]
        )
        return [number for (number,) in found]

    def put(self, visit: Visit) -> None:
        """Keep a visit."""
        days = {"first": visit.first_on.isoformat(), "last": visit.last_on.isoformat()}
        self._rows.put(
            {
                "id": visit.id,
                "project_id": visit.project_id,
                "number": visit.number,
                "kind": visit.kind.value,
                "title": visit.title,
                "days": to_json(days),
                "inspectors": to_json({"names": list(visit.inspectors)}),
                "note": visit.note,
            }
        )


class AnswerRepository:
    """Answers with their readings."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "answer")
        self._readings = Rows(db, "reading")

    def find(self, answer_id: str) -> Answer | None:
        """Read one answer, if it was given."""
        row = self._rows.find(answer_id)
        return None if row is None else _answer(row)

    def of_visit(self, visit_id: str) -> list[Answer]:
        """List the answers of a visit."""
        return [_answer(row) for row in self._rows.where("visit_id = ?", [visit_id])]

    def of_place(self, visit_id: str, place_id: str) -> list[Answer]:
        """List the answers of a visit at one place."""
        found = self._rows.where("visit_id = ? AND place_id = ?", [visit_id, place_id])
        return [_answer(row) for row in found]

    def of_project(self, project_id: str) -> list[Answer]:
        """List all answers of a project."""
        return [_answer(row) for row in self._rows.of_project(project_id)]

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        self._rows.put(
            {
                "id": answer.id,
                "project_id": answer.project_id,
                "visit_id": answer.visit_id,
                "place_id": answer.place_id,
                "item_id": answer.item_id,
                "pack": pack_to_json(answer.pack),
                "result": to_json(_result_fields(answer.result)),
                "variant": answer.variant,
                "choice": answer.choice,
                "design_value": answer.design_value,
                "due_points": answer.due_points,
                "note": answer.note,
            }
        )

    def readings(self, answer_id: str) -> list[Reading]:
        """List the readings of an answer in the order in which they were taken."""
        rows = self._readings.where("answer_id = ?", [answer_id], "ORDER BY position, id")
        return [_reading(row) for row in rows]

    def readings_of_project(self, project_id: str) -> dict[str, list[Reading]]:
        """Give all readings of a project by answer."""
        grouped: dict[str, list[Reading]] = {}
        for row in self._readings.of_project(project_id, "ORDER BY position, id"):
            grouped.setdefault(row["answer_id"], []).append(_reading(row))
        return grouped

    def put_reading(self, project_id: str, reading: Reading) -> None:
        """Keep one reading."""
        self._readings.put(
            {
                "id": reading.id,
                "project_id": project_id,
                "answer_id": reading.answer_id,
                "position": reading.position,
                "value": to_decimal(reading.value),
            }
        )

    def delete_reading(self, reading_id: str) -> None:
        """Mark a reading as deleted."""
        self._readings.delete(reading_id)


def _scheme_row(row: Row) -> SchemeRow:
    planned = from_json(row["planned"])
    return SchemeRow(
        id=row["id"],
        project_id=row["project_id"],
        pack=_known_pack(row["pack"]),
        item_id=row["item_id"],
        place_id=row["place_id"],
        duty=Duty(row["duty"]),
        planned_quantity=from_decimal(planned.get("quantity")),
        done_quantity=from_decimal(row["done_quantity"]),
        quantity_unit=planned.get("unit"),
        design_value=row["design_value"],
        variant=row["variant"],
        due_points=row["due_points"],
        note=row["note"],
    )


def _visit(row: Row) -> Visit:
    days = from_json(row["days"])
    return Visit(
        id=row["id"],
        project_id=row["project_id"],
        number=row["number"] or "",
        kind=VisitKind(row["kind"]),
        title=row["title"] or "",
        first_on=date.fromisoformat(days["first"]),
        last_on=date.fromisoformat(days["last"]),
        inspectors=tuple(from_json(row["inspectors"]).get("names", ())),
        note=row["note"],
    )


def _answer(row: Row) -> Answer:
    return Answer(
        id=row["id"],
        project_id=row["project_id"],
        visit_id=row["visit_id"],
        place_id=row["place_id"],
        item_id=row["item_id"],
        pack=_known_pack(row["pack"]),
        result=_result(from_json(row["result"])),
        variant=row["variant"],
        choice=row["choice"],
        design_value=row["design_value"],
        due_points=row["due_points"],
        note=row["note"],
    )


def _result_fields(result: Result) -> dict[str, Any]:
    """Spell a result; where no rule hides the item, nothing is said of rules."""
    fields: dict[str, Any] = {"state": result.state.value, "reason": result.reason}
    if result.rule is not None:
        fields["rule"] = result.rule
    if result.held is not None:
        fields["held"] = _result_fields(result.held)
    return fields


def _result(fields: dict[str, Any]) -> Result:
    held = fields.get("held")
    return Result(
        AnswerState(fields.get("state", "unchecked")),
        fields.get("reason"),
        fields.get("rule"),
        _result(held) if held else None,
    )


def _reading(row: Row) -> Reading:
    value = from_decimal(row["value"])
    if value is None:
        message = "a reading without a value was stored"
        raise ValueError(message)
    return Reading(
        id=row["id"], answer_id=row["answer_id"], position=row["position"] or 0, value=value
    )


def _known_pack(text: str | None) -> PackRef:
    pack = pack_from_json(text)
    return pack if pack is not None else PackRef("", "", "")
