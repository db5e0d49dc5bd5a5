"""The filing of an acceptance (竣工验收备案): what is added to the records for it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from inspector.core.days import check_not_later
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id

DUE_DAYS = 15
"""Within fifteen days of the acceptance (《建设工程质量管理条例》, article 49)."""
_REGION = re.compile(r"^\d{6}(\d{3}(\d{3})?)?$")
"""GB/T 2260: six figures for a county; nine with its subdistrict, twelve with its community."""
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_UNIT_LENGTH = 18
_FACTOR = 3
_BOUNDS = {"latitude": Decimal(90), "longitude": Decimal(180)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What the filing of a project asks for besides its records; unknown facts stay None.

    Position in degrees, where a person stated one; otherwise that of the photos serves.
    """

    id: str
    project_id: str
    works_code: str | None = None
    region_code: str | None = None
    owner_code: str | None = None
    filing_number: str | None = None
    filed_on: date | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    archive_opinion: str | None = None

    def checked(self, today: date) -> "Filing":
        """Return the filing, or refuse codes, a position or a day that cannot be."""
        if self.region_code is not None and not _REGION.match(self.region_code):
            raise InspectorError(
                Problem.REGION_CODE_WRONG, field="region_code", value=self.region_code
            )
        if self.owner_code is not None and not is_unit_code(self.owner_code):
            raise InspectorError(Problem.UNIT_CODE_WRONG, field="owner_code", value=self.owner_code)
        for field, most in _BOUNDS.items():
            value = getattr(self, field)
            if value is not None and not (value.is_finite() and abs(value) <= most):
                raise InspectorError(Problem.FIELD_INVALID, field=field, value=value)
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise InspectorError(Problem.NAME_EMPTY, field=missing)
        if self.filed_on is not None:
            check_not_later("filed_on", self.filed_on, today)
        return self


def new_filing(project_id: str) -> Filing:
    """Give the filing of a project of which nothing is stated yet."""
    return Filing(id=natural_id(project_id, "filing"), project_id=project_id)


def is_unit_code(text: str) -> bool:
    """Tell whether a text is a unified social credit code: its last sign checks the others.

    GB 32100-2015: each sign weighs 3 to the power of its place, modulo 31.
    """
    if len(text) != _UNIT_LENGTH or any(sign not in _ALPHABET for sign in text):
        return False
    *signs, check = (_ALPHABET.index(sign) for sign in text)
    base = len(_ALPHABET)
    weighed = sum(value * pow(_FACTOR, place, base) for place, value in enumerate(signs))
    return (base - weighed % base) % base == check


def filing_due(accepted_on: date | None) -> date | None:
    """Give the last day for the filing; none before the works were accepted."""
    return accepted_on + timedelta(days=DUE_DAYS) if accepted_on else None
