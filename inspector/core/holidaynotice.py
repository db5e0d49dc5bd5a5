"""The holidays of a year as the State Council announces them (国务院办公厅部分节假日安排的通知).

A person pastes the text; what is read of it is shown before it counts. Read are days of the form
“10月1日（周四）至7日（周三）放假调休” and “9月20日（周日）、10月10日（周六）上班”.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from inspector.core.errors import InspectorError, Problem
from inspector.core.workdays import YearTable

_BRACKETS = re.compile(r"（[^）]*）|\([^)]*\)")
_ENDS = re.compile(r"[。；;，,\n\r]")
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_RUN = re.compile(rf"{_DAY}(?:\s*(?:至|到|—|－|-|～|~)\s*{_DAY})?")
_OFF, _WORK = "放假", "上班"
_LONGEST = 31


def read_notice(text: str, year: int) -> YearTable:
    """Read the days off and the worked weekend days of a year; days of other years are left out.

    Refused is a text in which no day off of that year can be found, and a day that cannot be.
    """
    off: set[date] = set()
    work: set[date] = set()
    for clause in _ENDS.split(_BRACKETS.sub("", text)):
        for word, found in ((_OFF, off), (_WORK, work)):
            if word in clause:
                found.update(_days(clause.partition(word)[0], year))
    if not off:
        raise InspectorError(Problem.CALENDAR_NOT_READ, year=year)
    told = {
        name: [one.isoformat() for one in days] for name, days in (("off", off), ("work", work))
    }
    return YearTable.read(year, told)


def _days(clause: str, year: int) -> Iterator[date]:
    """Give the days of runs; a run that begins in the year before gives those of this year."""
    own_year, month = year, 0
    for found in _RUN.finditer(clause):
        first_year, first_month, first_day, last_year, last_month, last_day = found.groups()
        own_year, month = int(first_year or own_year), int(first_month or month)
        first = _day(own_year, month, int(first_day), found.group())
        last = first
        if last_day is not None:
            own_year, month = int(last_year or own_year), int(last_month or month)
            last = _day(own_year, month, int(last_day), found.group())
        count = (last - first).days + 1
        if not 1 <= count <= _LONGEST:
            raise InspectorError(Problem.CALENDAR_INVALID, year=year, value=found.group())
        days = (first + timedelta(days=number) for number in range(count))
        yield from (day for day in days if day.year == year)


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InspectorError(Problem.CALENDAR_INVALID, year=year, value=text) from None
