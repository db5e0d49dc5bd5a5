"""Programmes (三年行动计划) and their annual plans: what several projects belong to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG, natural_id
from inspector.core.projects import FIRST_YEAR, LONGEST_PROGRAMME, AnnualPlan, Programme
from inspector.core.sums import SumCheck, community_sums, programme_sums
from inspector.core.text import clean, named
from inspector.operations.finding import only
from inspector.operations.workspace import Workspace
from inspector.sheets.programme_form import read_programme, write_programme_template
from inspector.store.office import Office

_FIRST_YEAR = 1980
_MOST = 999_999_999


def list_programmes(workspace: Workspace) -> list[Programme]:
    """List all programmes by name."""
    with workspace.read() as office:
        return office.programmes.all()


def find_programme(workspace: Workspace, name: str) -> Programme:
    """Find a programme by id or name."""
    with workspace.read() as office:
        found = [one for one in office.programmes.all() if name in {one.id, one.name}]
    return only(found, "programme", name)


def create_programme(workspace: Workspace, name: str, **facts: object) -> Outcome[Programme]:
    """Put a programme on record; its name must be free. `facts` are its other fields."""
    with workspace.act() as writing:
        office = writing.office
        _refuse_taken(office, named(name, "programme"))
        programme = _with_facts(_named(office, name), facts)
        office.programmes.put(programme)
    return Outcome(programme, Changes.of(Topic.PROJECTS, ids={programme.id}), writing.act)


def edit_programme(workspace: Workspace, programme_id: str, **facts: object) -> Outcome[Programme]:
    """Change facts of a programme; its projects follow a new name."""
    with workspace.act() as writing:
        office = writing.office
        before = office.programmes.get(programme_id)
        programme = _with_facts(before, facts)
        if programme.name != before.name:
            _refuse_taken(office, programme.name)
        office.programmes.put(programme)
    return Outcome(programme, Changes.of(Topic.PROJECTS, ids={programme.id}), writing.act)


def put_programme(
    workspace: Workspace, name: str, *, district: str | None = None
) -> Outcome[Programme]:
    """Put a programme on record, or give the one that has the name already its district."""
    with workspace.act() as writing:
        programme = _named(writing.office, name)
        programme = replace(programme, district=district or programme.district)
        writing.office.programmes.put(programme)
    return Outcome(programme, Changes.of(Topic.PROJECTS, ids={programme.id}), writing.act)


# -- year by year ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTargets:
    """What is to be renovated in a year, by which day it is declared; None is not stated."""

    communities: int | None = None
    buildings: int | None = None
    flats: int | None = None
    households: int | None = None
    floor_area_m2: int | None = None
    declare_by: date | None = None
    document_number: str | None = None


_COUNTS = ("communities", "buildings", "flats", "households", "floor_area_m2")
_TARGETS = tuple(PlanTargets.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One year of a programme: its targets, and the projects on record for it."""

    year: int
    targets: PlanTargets
    projects: int


def list_years(workspace: Workspace, programme_id: str) -> list[YearLine]:
    """List the years that a programme spans, plans or has projects in."""
    with workspace.read() as office:
        programme = office.programmes.get(programme_id)
        plans = {plan.year: plan for plan in office.annual_plans.of_programme(programme_id)}
        own = [one for one in office.projects.all() if one.programme_id == programme_id]
    targets = {
        year: PlanTargets(**{name: getattr(plan, name) for name in _TARGETS})
        for year, plan in plans.items()
    }
    stated = {year for year, target in targets.items() if target != PlanTargets()}
    built = Counter(project.plan_year for project in own if project.plan_year is not None)
    return [
        YearLine(year=year, targets=targets.get(year, PlanTargets()), projects=built[year])
        for year in sorted({*programme.years(), *stated, *built})
    ]


def plan_year(
    workspace: Workspace, programme_id: str, year: int, targets: PlanTargets
) -> Outcome[AnnualPlan]:
    """Set what a programme is to reach in a year; without targets the year has no plan."""
    with workspace.act() as writing:
        programme = writing.office.programmes.get(programme_id)
        _refuse_outside(programme, year)
        plan = AnnualPlan(
            id=natural_id(ORG, "annual_plan", programme_id, str(year)),
            programme_id=programme_id,
            year=_checked_whole("year", year, least=_FIRST_YEAR) or 0,
            declare_by=targets.declare_by,
            document_number=clean(targets.document_number or "") or None,
            **{name: _checked_whole(name, getattr(targets, name)) for name in _COUNTS},
        )
        writing.office.annual_plans.put(plan)
    return Outcome(plan, Changes.of(Topic.PROJECTS, ids={programme_id}), writing.act)


# -- from a workbook, and whether it adds up ------------------------------------------------------


def import_programme(workspace: Workspace, file: Path) -> Outcome[Programme]:
    """Put a programme with its years on record as a filled workbook states them.

    One of the same name gets what the workbook states; what it leaves open stays. All or nothing.
    """
    draft = read_programme(file)
    with workspace.act() as writing:
        office = writing.office
        known = _named(office, draft.programme.name)
        programme = _with_facts(known, _stated(draft.programme, ("name", "district", *_WHOLE)))
        office.programmes.put(programme)
        before = {plan.year: plan for plan in office.annual_plans.of_programme(programme.id)}
        for plan in draft.plans:
            _refuse_outside(programme, plan.year)
            fresh = AnnualPlan(
                id=natural_id(ORG, "annual_plan", programme.id, str(plan.year)),
                programme_id=programme.id,
                year=plan.year,
            )
            stated = _stated(plan, _TARGETS)
            office.annual_plans.put(replace(before.get(plan.year, fresh), **stated))  # type: ignore[arg-type]  # as the sheet reads them
    return Outcome(programme, Changes.of(Topic.PROJECTS, ids={programme.id}), writing.act)


def save_programme_template(out: Path) -> Path:
    """Write the empty workbook; a file that exists is left alone."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    return write_programme_template(out)


def check_sums(workspace: Workspace, programme_id: str) -> list[SumCheck]:
    """List the sums of a programme and of its communities that do not hold."""
    with workspace.read() as office:
        programme = office.programmes.get(programme_id)
        sums = list(programme_sums(programme, office.annual_plans.of_programme(programme_id)))
        for project in office.projects.all():
            if project.programme_id == programme_id:
                sums += community_sums(office.places.of_project(project.id))
    return [one for one in sums if not one.holds]


def sums_of_project(workspace: Workspace, project_id: str) -> list[SumCheck]:
    """List the sums of a project's communities and of its programme that do not hold."""
    with workspace.read() as office:
        project = office.projects.get(project_id)
        sums = list(community_sums(office.places.of_project(project_id)))
        known = {programme.id: programme for programme in office.programmes.all()}
        programme = known.get(project.programme_id or "")
        if programme is not None:
            sums += programme_sums(programme, office.annual_plans.of_programme(programme.id))
    return [one for one in sums if not one.holds]


def _stated(told: object, names: Iterable[str]) -> dict[str, object]:
    values = {name: getattr(told, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


# -- within an act --------------------------------------------------------------------------------


def with_programme(office: Office, facts: dict[str, object]) -> dict[str, object]:
    """Turn a programme's name among the facts of a project into its id, within an act.

    A new name makes a programme; an empty one takes the project out of its programme.
    """
    if "programme" not in facts:
        return facts
    rest = {key: value for key, value in facts.items() if key != "programme"}
    name = facts["programme"]
    if not isinstance(name, str) or not name.strip():
        return {**rest, "programme_id": None}
    programme = _named(office, name)
    office.programmes.put(programme)
    return {**rest, "programme_id": programme.id}


def programme_name(office: Office, programme_id: str | None) -> str | None:
    """Give the name of a programme; None where there is none, or it has not arrived."""
    known = {programme.id: programme.name for programme in office.programmes.all()}
    return known.get(programme_id or "")


def _named(office: Office, name: str) -> Programme:
    """Find a programme by its name, or begin one: the same name on two laptops is one.

    An id whose programme got another name since stays with that one.
    """
    wanted = named(name, "programme")
    known = office.programmes.all()
    found = next((one for one in known if one.name == wanted), None)
    if found is not None:
        return found
    taken = {one.id for one in known}
    tries = (("programme", wanted, *(["again"] * count)) for count in range(len(taken) + 1))
    ids = (natural_id(ORG, *parts) for parts in tries)
    return Programme(id=next(one for one in ids if one not in taken), name=wanted)


def _refuse_taken(office: Office, name: str) -> None:
    if any(one.name == name for one in office.programmes.all()):
        raise InspectorError(Problem.NAME_TAKEN, name=name)


_WHOLE = {
    **dict.fromkeys(("first_year", "last_year"), _FIRST_YEAR),
    "cutoff_year": FIRST_YEAR,
    **dict.fromkeys(_COUNTS, 0),
}


def _with_facts(programme: Programme, facts: Mapping[str, object]) -> Programme:
    for column, value in facts.items():
        if column == "name":
            programme = replace(programme, name=named(str(value or ""), "name"))
        elif column == "district":
            programme = replace(programme, district=clean(str(value or "")) or None)
        elif column in _WHOLE:
            whole = _checked_whole(column, value, least=_WHOLE[column])
            programme = replace(programme, **{column: whole})  # type: ignore[arg-type]  # whole numbers all
        else:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=column)
    first, last = programme.first_year, programme.last_year
    if first is not None and last is not None and not first <= last < first + LONGEST_PROGRAMME:
        raise _unfit(last, first, first + LONGEST_PROGRAMME - 1)
    return programme


def _refuse_outside(programme: Programme, year: int) -> None:
    span = programme.years()
    if span and year not in span:
        raise _unfit(year, span[0], span[-1])


def _unfit(year: int, first: int, last: int) -> InspectorError:
    facts = {"year": year, "first": first, "last": last, "most": LONGEST_PROGRAMME}
    return InspectorError(Problem.YEARS_UNFIT, **facts)


def _checked_whole(field: str, value: object, *, least: int = 0) -> int | None:
    """Give a whole number that fits its column, or None where it is not stated."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _MOST:
        raise InspectorError(Problem.FIELD_INVALID, field=field, value=value)
    return value
