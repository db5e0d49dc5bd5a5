"""Find one record by what a person types: an id, or a code or number."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from inspector.core.defects import Defect
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import Visit
from inspector.core.projects import Party, Place, Project
from inspector.store.office import Office
from inspector.words.records import role_name


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def only(found: Sequence[T], record: str, code: str) -> T:
    """Give the one record found, or say that there is none or more than one."""
    if not found:
        raise InspectorError(Problem.RECORD_MISSING, record=record, id=code)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise InspectorError(Problem.RECORD_AMBIGUOUS, code=code, ids=ids)
    return found[0]


def project_of(office: Office, code: str) -> Project:
    """Find a project by id or code."""
    return only(office.projects.named(code), "project", code)


def place_of(office: Office, project_id: str, code: str) -> Place:
    """Find a place of a project by id, or by its code or name."""
    places = office.places.of_project(project_id)
    exact = [place for place in places if place.id == code]
    named = [place for place in places if code in {place.code, place.name}]
    return only(exact or named, "place", code)


def party_of(office: Office, project_id: str, code: str) -> Party:
    """Find a party of a project by id, unit or role; a role by its code or as people read it."""
    parties = office.parties.of_project(project_id)
    exact = [party for party in parties if code in {party.id, party.unit}]
    named = [party for party in parties if code in {party.role.value, role_name(party.role)}]
    return only(exact or named, "party", code)


def visit_of(office: Office, project_id: str, code: str) -> Visit:
    """Find a visit of a project by id or number."""
    visits = office.visits.of_project(project_id)
    return only([v for v in visits if code in {v.id, v.number}], "visit", code)


def defect_of(office: Office, code: str) -> Defect:
    """Find a defect by id or number."""
    return only(office.defects.named(code), "defect", code)
