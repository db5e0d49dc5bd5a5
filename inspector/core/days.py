"""Days that people state: in order, not to come, and the ends of periods in months."""

from calendar import monthrange
from datetime import date

from inspector.core.errors import InspectorError, Problem

_MONTHS = 12


def check_days(first_field: str, first: date, last_field: str, last: date) -> None:
    """Refuse a period that ends before it begins."""
    if last < first:
        raise InspectorError(
            Problem.DAYS_UNORDERED,
            earlier=first_field,
            earlier_on=first,
            later=last_field,
            later_on=last,
            field=last_field,
        )


def check_not_later(field: str, day: date, today: date) -> None:
    """Refuse a day that has not come yet."""
    if day > today:
        raise InspectorError(Problem.DAY_TO_COME, field=field, day=day)


def months_after(start: date, months: int) -> date:
    """Give the last day of a period of months: the same day of its last month.

    Where that month has no such day it is the last of the month (Civil Code, article 202).
    """
    index = start.year * _MONTHS + start.month - 1 + months
    year, month = index // _MONTHS, index % _MONTHS + 1
    if year > date.max.year:
        raise InspectorError(Problem.FIELD_INVALID, field="months", value=months)
    return date(year, month, min(start.day, monthrange(year, month)[1]))
