"""Gather how one building stands: the newest answer of every item at every place in it."""

from collections.abc import Iterator, Sequence

from inspector.core.checklists import AnswerState
from inspector.core.defects import Defect
from inspector.core.papers import AnswerRow, BuildingPaper, FormValue, PaperIdentity
from inspector.core.progress import Progress
from inspector.core.projects import Place, PlaceKind, by_tree, path_of
from inspector.operations.defect_papers import defect_lines, defect_sheets
from inspector.operations.paper_photos import PhotoSheet, place_text
from inspector.operations.project_papers import project_facts
from inspector.operations.standing import Finding, standing_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.checklists import item_title, number_text, reason_said, state_name
from inspector.words.language import _
from inspector.words.records import field_name
from inspector.words.verdicts import computation

PREFIX = "LD"
"""楼栋: what the number of a building's record begins with."""
_GAP = "　"
_COUNTED = (AnswerState.PASS, AnswerState.FAIL, AnswerState.NOT_APPLICABLE, AnswerState.UNCHECKED)


def list_buildings(workspace: Workspace, project_id: str) -> list[Place]:
    """List the buildings of a project as its tree has them."""
    with workspace.read() as office:
        tree = by_tree(office.places.of_project(project_id))
    return [place for _depth, place in tree if place.kind is PlaceKind.BUILDING]


def building_number(office: Office, building: Place) -> str:
    """Give the number of a building's record: the codes that lead to it, on every laptop alike."""
    project = office.projects.get(building.project_id)
    places = {place.id: place for place in office.places.of_project(building.project_id)}
    codes = (place.code for place in path_of(building.id, places))
    return "-".join((PREFIX, project.code, *codes))


def building_of(workspace: Workspace, project_id: str, number: str) -> Place | None:
    """Find the building that a record's number names."""
    buildings = list_buildings(workspace, project_id)
    with workspace.read() as office:
        named = (one for one in buildings if building_number(office, one) == number)
        return next(named, None)


def gather_building(
    workspace: Workspace, building: Place, identity: PaperIdentity, progress: Progress | None
) -> BuildingPaper:
    """Gather the record of a building from one consistent state of the records."""
    day = identity.made_at.date()
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(building.project_id)}
        inside = {one for one in places if building.id in {p.id for p in path_of(one, places)}}
        taken = office.photos.of_project(building.project_id)
        photos = PhotoSheet(taken, places)
        photos.with_previews(workspace, progress)
        standing = standing_over(workspace, office, building.project_id)
        findings = [one for one in standing.findings if one.row.place_id in inside]
        known = office.defects.of_project(building.project_id)
        defects = [one for one in known if one.place_id in inside]
        return BuildingPaper(
            identity=identity,
            project=project_facts(office, standing.project, places),
            facts=tuple(_facts(places[building.id], places, findings, defects)),
            answers=tuple(_row(finding, places) for finding in findings),
            defect_lines=defect_lines(defects, day),
            defects=defect_sheets(workspace, office, photos, defects, day),
            photos=photos.of(photo.id for photo in taken if photo.place_id in inside),
        )


def _facts(
    building: Place,
    places: dict[str, Place],
    findings: Sequence[Finding],
    defects: Sequence[Defect],
) -> Iterator[tuple[str, FormValue]]:
    """Say which building it is, and what its records come to."""
    facts, states = building.facts, [finding.state for finding in findings]
    yield field_name("place"), place_text(building.id, places)
    yield field_name("code"), building.code
    yield field_name("built_year"), facts.built_year
    yield field_name("storeys"), facts.storeys
    yield field_name("units"), facts.units
    yield field_name("households"), facts.households
    area = facts.floor_area_m2
    yield field_name("floor_area_m2"), None if area is None else number_text(area)
    yield _("应查（项次）"), len(states)
    for state in _COUNTED:
        yield _("{state}（项次）").format(state=state_name(state)), states.count(state)
    yield _("问题（条）"), len(defects)
    yield _("未了结的问题（条）"), sum(defect.is_open for defect in defects)


def _row(finding: Finding, places: dict[str, Place]) -> AnswerRow:
    answer, seen = finding.answer, finding.assessment
    readings = _GAP.join(number_text(reading.value) for reading in finding.readings)
    return AnswerRow(
        item=f"{finding.item.id} {item_title(finding.item)}",
        place=place_text(finding.row.place_id, places) or "—",
        verdict=state_name(finding.state),
        reason=(reason_said(finding.item, answer.result) if answer else None) or None,
        readings=readings or None,
        computation=computation(seen) if seen and finding.readings else None,
        note=answer.note if answer else None,
        is_against=finding.state is AnswerState.FAIL,
    )
