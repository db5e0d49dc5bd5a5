"""Who manages the place afterwards (长效管理): the body, its agreement, fund and rules in force."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.core.days import check_days, check_not_later
from inspector.core.errors import InspectorError, Problem


class ManagementMode(StrEnum):
    """How it is managed (LM-001; S4)."""

    PROFESSIONAL = "professional"
    COMMUNITY = "community"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Management:
    """How a project is managed; what is not settled yet is None."""

    id: str
    project_id: str
    mode: ManagementMode | None = None
    body: str | None = None
    agreement: str | None = None
    signed_on: date | None = None
    until_on: date | None = None
    fund_on: date | None = None
    """Since when the maintenance fund is raised (维修资金补建续筹)."""
    rules_on: date | None = None
    """Since when the residents' rules are in force (管理规约)."""
    note: str | None = None

    def checked(self, today: date) -> "Management":
        """Return it, or refuse a signature without a body, and days that cannot be."""
        for field in ("signed_on", "fund_on", "rules_on"):
            day = getattr(self, field)
            if day is not None:
                check_not_later(field, day, today)
        if self.signed_on is not None:
            if not self.body:
                raise InspectorError(Problem.NAME_EMPTY, field="body")
            if self.until_on is not None:
                check_days("signed_on", self.signed_on, "until_on", self.until_on)
        return self
