"""What the reports say of a project: its basic data, those who take part, the scheme's scope."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFacts:
    """One community of the project; counts in 幢, 单元, 户, the floor area in m²."""

    name: str
    built: str | None = None
    buildings: int | None = None
    units: int | None = None
    households: int | None = None
    floor_area_m2: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """The basic data of a project (guide 2.8, T1)."""

    name: str
    code: str
    address: str | None = None
    district: str | None = None
    plan_year: int | None = None
    plan_number: str | None = None
    owner_unit: str | None = None
    approval_number: str | None = None
    investment_yuan: Decimal | None = None
    started_on: date | None = None
    finished_on: date | None = None
    renovation_types: tuple[tuple[str, str], ...] = ()
    """Taxonomy and value, such as (改造类型, 综合整治)."""
    communities: tuple[CommunityFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A unit that takes part (T2); phone numbers are personal and stay out."""

    role: str
    unit: str
    representative: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """One piece of work of the scheme (T3)."""

    discipline: str
    content: str
    duty: str
    planned: str | None = None
    done: str | None = None
    difference: str | None = None
    reason: str | None = None
