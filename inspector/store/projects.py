"""Projects, places and parties as rows."""

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from inspector.core.meetings import PERSONAL_ROLES
from inspector.core.projects import (
    Dismissal,
    Party,
    PartyRole,
    Place,
    PlaceFacts,
    PlaceKind,
    Project,
)
from inspector.store.rows import (
    Row,
    Rows,
    from_day,
    from_decimal,
    from_json,
    to_day,
    to_decimal,
    to_json,
)

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class ProjectRepository:
    """Projects; a project's row lives in its own stream, so its id is its project_id."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "project")

    def get(self, project_id: str) -> Project:
        """Read one project."""
        return _project(self._rows.get(project_id))

    def all(self) -> list[Project]:
        """List all projects by code."""
        return [_project(row) for row in self._rows.where("1", (), "ORDER BY code, id")]

    def named(self, code_or_id: str) -> list[Project]:
        """List the projects that have this id or code."""
        found = self._rows.where("id = ? OR code = ?", [code_or_id, code_or_id.upper()])
        return [_project(row) for row in found]

    def put(self, project: Project) -> None:
        """Keep a project."""
        self._rows.put(
            {
                "id": project.id,
                "project_id": project.id,
                "code": project.code,
                "name": project.name,
                "programme_id": project.programme_id,
                "plan_year": project.plan_year,
                "district": project.district,
                "subdistrict": project.subdistrict,
                "address": project.address,
                "approval_number": project.approval_number,
                "investment_yuan": to_decimal(project.investment_yuan),
                "planned_start_on": to_day(project.planned_start_on),
                "planned_finish_on": to_day(project.planned_finish_on),
                "started_on": to_day(project.started_on),
                "finished_on": to_day(project.finished_on),
            }
        )


class PlaceRepository:
    """Places of a project."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "place")

    def get(self, place_id: str) -> Place:
        """Read one place."""
        return _place(self._rows.get(place_id))

    def of_project(self, project_id: str) -> list[Place]:
        """List the places of a project in the order in which they were put."""
        return [
            _place(row) for row in self._rows.of_project(project_id, "ORDER BY position, code, id")
        ]

    def put(self, place: Place) -> None:
        """Keep a place."""
        facts = place.facts
        self._rows.put(
            {
                "id": place.id,
                "project_id": place.project_id,
                "parent_id": place.parent_id,
                "kind": place.kind.value,
                "code": place.code,
                "name": place.name,
                "position": place.position,
                "built_year": facts.built_year,
                "storeys": facts.storeys,
                "units": facts.units,
                "households": facts.households,
                "floor_area_m2": to_decimal(facts.floor_area_m2),
                "height_m": to_decimal(facts.height_m),
                "structure": facts.structure,
                "has_lift": None if facts.has_lift is None else int(facts.has_lift),
                "address": facts.address,
            }
        )

    def delete(self, place_id: str) -> None:
        """Mark a place as deleted."""
        self._rows.delete(place_id)


class PartyRepository:
    """Parties of a project; the phone is kept apart as a personal value."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "party")

    def get(self, party_id: str) -> Party:
        """Read one party."""
        return _party(self._rows.get(party_id))

    def of_project(self, project_id: str) -> list[Party]:
        """List all parties of a project in order, also those that left the register."""
        return [
            _party(row) for row in self._rows.of_project(project_id, "ORDER BY position, role, id")
        ]

    def in_force(self, project_id: str) -> list[Party]:
        """List those of them that did not leave the register."""
        return [party for party in self.of_project(project_id) if party.dismissed is None]

    def put(self, party: Party) -> None:
        """Keep a party; the name of who stands for residents is kept as a personal value."""
        is_personal = party.role in PERSONAL_ROLES
        self._rows.put(
            {
                "id": party.id,
                "project_id": party.project_id,
                "role": party.role.value,
                "unit": party.unit,
                "representative": None if is_personal else party.representative,
                "resident": party.representative if is_personal else None,
                "phone": party.phone,
                "position": party.position,
                "dismissed": to_json(asdict(party.dismissed)) if party.dismissed else None,
            }
        )

    def delete(self, party_id: str) -> None:
        """Mark a party as deleted."""
        self._rows.delete(party_id)


def _project(row: Row) -> Project:
    return Project(
        id=row["id"],
        code=row["code"] or "",
        name=row["name"] or "",
        programme_id=row["programme_id"],
        plan_year=row["plan_year"],
        district=row["district"],
        subdistrict=row["subdistrict"],
        address=row["address"],
        approval_number=row["approval_number"],
        investment_yuan=from_decimal(row["investment_yuan"]),
        planned_start_on=from_day(row["planned_start_on"]),
        planned_finish_on=from_day(row["planned_finish_on"]),
        started_on=from_day(row["started_on"]),
        finished_on=from_day(row["finished_on"]),
    )


def _place(row: Row) -> Place:
    facts = {field.name: row[field.name] for field in fields(PlaceFacts)}
    facts["floor_area_m2"] = from_decimal(row["floor_area_m2"])
    facts["height_m"] = from_decimal(row["height_m"])
    facts["has_lift"] = None if row["has_lift"] is None else bool(row["has_lift"])
    return Place(
        id=row["id"],
        project_id=row["project_id"],
        kind=PlaceKind(row["kind"]),
        code=row["code"] or "",
        name=row["name"] or "",
        parent_id=row["parent_id"],
        position=row["position"] or 0,
        facts=PlaceFacts(**facts),
    )


def _party(row: Row) -> Party:
    return Party(
        id=row["id"],
        project_id=row["project_id"],
        role=PartyRole(row["role"]),
        unit=row["unit"] or "",
        representative=row["representative"] or row["resident"],
        phone=row["phone"],
        position=row["position"] or 0,
        dismissed=_dismissal(row["dismissed"]),
    )


def _dismissal(text: str | None) -> Dismissal | None:
    return None if text is None else Dismissal(**from_json(text))
