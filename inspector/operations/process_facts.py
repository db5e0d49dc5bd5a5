"""Everything on record that the gates of a project look at."""

from collections.abc import Iterable
from datetime import date, datetime

from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.issued import PaperKind
from inspector.core.process.facts import DefectFact, Posted, ProcessFacts
from inspector.core.projects import AnnualPlan, Place, PlaceKind, Programme, Project
from inspector.operations.standing import Standing, standing_over
from inspector.operations.workdays import work_calendar
from inspector.operations.workspace import Workspace
from inspector.store.office import Office

_AFTERWARDS = frozenset({PhotoRole.AFTER, PhotoRole.RECHECK})


def facts_over(
    workspace: Workspace, office: Office, project_id: str, standing: Standing | None = None
) -> ProcessFacts:
    """Gather what the gates look at, from one consistent state of the records."""
    stands = standing or standing_over(workspace, office, project_id)
    project = office.projects.get(project_id)
    programme, plan = _plan_of(office, project)
    process, links = office.process, office.photos.links_of_project(project_id)
    reports = office.papers.reports(project_id)
    places = office.places.of_project(project_id)
    return ProcessFacts(
        project=project,
        today=workspace.today(),
        calendar=work_calendar(workspace),
        figures=stands.figures,
        programme=programme,
        plan=plan,
        built_years=_built_years(places),
        roles=frozenset(party.role for party in office.parties.in_force(project_id)),
        documents=tuple(process.documents(project_id)),
        votes=tuple(process.votes(project_id)),
        posted=tuple(_posted(office, project_id, links)),
        events=tuple(process.records(project_id)),
        visits=frozenset(visit.kind for visit in office.visits.of_project(project_id)),
        defects=tuple(_defects(office, project_id, links)),
        notices=len(office.notices.in_force(project_id)),
        reports=sum(1 for report in reports if report.kind is PaperKind.ACCEPTANCE),
        bundles=len(office.papers.bundles(project_id)),
        account=office.aftercare.account(project_id),
        handover=tuple(office.aftercare.handover(project_id)),
        management=office.aftercare.management(project_id),
    )


def _plan_of(office: Office, project: Project) -> tuple[Programme | None, AnnualPlan | None]:
    """Give the programme of a project and its plan of the project's year, as far as they came."""
    known = {programme.id: programme for programme in office.programmes.all()}
    programme = known.get(project.programme_id or "")
    if programme is None:
        return None, None
    plans = {plan.year: plan for plan in office.annual_plans.of_programme(programme.id)}
    return programme, plans.get(project.plan_year or 0)


def _built_years(places: list[Place]) -> tuple[int | None, ...]:
    """Give the years of the communities; where one is not known, those of the buildings."""
    by_kind = {
        kind: tuple(place.facts.built_year for place in places if place.kind is kind)
        for kind in (PlaceKind.COMMUNITY, PlaceKind.BUILDING)
    }
    communities, buildings = by_kind[PlaceKind.COMMUNITY], by_kind[PlaceKind.BUILDING]
    return communities if communities and None not in communities else buildings or communities


def _posted(office: Office, project_id: str, links: Iterable[PhotoLink]) -> Iterable[Posted]:
    shown = [link for link in links if link.target is Target.PUBLICITY]
    photos = {one.id: one for one in office.photos.of_project(project_id)} if shown else {}
    objections = office.process.objections(project_id)

    def days(publicity_id: str, role: PhotoRole) -> tuple[date | None, ...]:
        return tuple(
            _day_of(photos[link.photo_id])
            for link in shown
            if link.target_id == publicity_id and link.role is role and link.photo_id in photos
        )

    for publicity in office.process.publicities(project_id):
        yield Posted(
            publicity=publicity,
            objections=tuple(one for one in objections if one.publicity_id == publicity.id),
            first_photos=days(publicity.id, PhotoRole.FIRST_DAY),
            last_photos=days(publicity.id, PhotoRole.LAST_DAY),
        )


def _day_of(photo: Photo) -> date | None:
    """Give the local day on which a photo says it was taken."""
    local = photo.facts.taken_local
    return datetime.fromisoformat(local).date() if local else None


def _defects(office: Office, project_id: str, links: Iterable[PhotoLink]) -> Iterable[DefectFact]:
    kinds = {visit.id: visit.kind for visit in office.visits.of_project(project_id)}
    notices = office.notices.in_force(project_id)
    issued = {defect_id for notice in notices for defect_id in notice.defect_ids}
    repaired = {link.target_id for link in links if link.role in _AFTERWARDS}
    for defect in office.defects.of_project(project_id):
        yield DefectFact(
            number=defect.number,
            state=defect.state,
            is_open=defect.is_open,
            is_assigned=defect.party_id is not None and defect.due_on is not None,
            has_photo_after=defect.id in repaired,
            is_issued=defect.id in issued,
            found_at=kinds.get(defect.visit_id or ""),
        )
