"""The basic data of a project as papers show them (T1)."""

from decimal import Decimal

from inspector.core.papers import CommunityFacts, ProjectFacts
from inspector.core.projects import PartyRole, Place, PlaceKind, Project
from inspector.store.office import Office


def project_facts(office: Office, project: Project, places: dict[str, Place]) -> ProjectFacts:
    """Give the basic data of a project as papers show them."""
    parties = office.parties.in_force(project.id)
    owners = (party.unit for party in parties if party.role is PartyRole.OWNER)
    programmes = {programme.id: programme for programme in office.programmes.all()}
    programme = programmes.get(project.programme_id or "")
    return ProjectFacts(
        name=project.name,
        code=project.code,
        address=project.address,
        district=" ".join(part for part in (project.district, project.subdistrict) if part) or None,
        plan_year=project.plan_year,
        plan_number=programme.name if programme else None,
        owner_unit=next(owners, None),
        approval_number=project.approval_number,
        investment_yuan=project.investment_yuan,
        started_on=project.started_on,
        finished_on=project.finished_on,
        communities=tuple(_communities(places)),
    )


def _communities(places: dict[str, Place]) -> list[CommunityFacts]:
    communities = [p for p in places.values() if p.kind is PlaceKind.COMMUNITY]
    return [_community(community, places) for community in communities]


def _community(community: Place, places: dict[str, Place]) -> CommunityFacts:
    buildings = [
        place.facts
        for place in places.values()
        if place.kind is PlaceKind.BUILDING and place.parent_id == community.id
    ]
    years = [facts.built_year for facts in buildings if facts.built_year is not None]
    areas = [facts.floor_area_m2 for facts in buildings if facts.floor_area_m2 is not None]
    units = [facts.units for facts in buildings if facts.units is not None]
    households = [facts.households for facts in buildings if facts.households is not None]
    built = (
        f"{min(years)}-{max(years)}" if len(set(years)) > 1 else str(years[0]) if years else None
    )
    return CommunityFacts(
        name=community.name,
        built=built or (str(community.facts.built_year) if community.facts.built_year else None),
        buildings=len(buildings) or None,
        units=sum(units) if units else None,
        households=sum(households) if households else None,
        floor_area_m2=sum(areas, Decimal(0)) if areas else None,
    )
