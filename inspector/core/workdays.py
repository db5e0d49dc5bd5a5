"""Working days by a table of holidays: a year without a table asks, it never guesses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from inspector.core.errors import InspectorError, Problem

_SATURDAY = 5
_DAY = timedelta(days=1)
_RANGE = ".."
_LONGEST_RANGE = 31


@dataclass(frozen=True, slots=True)
class YearTable:
    """The days of one year that differ from its weeks: holidays, and worked weekend days (调休)."""

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()

    @classmethod
    def read(cls, year: int, told: Mapping[str, object]) -> "YearTable":
        """Read a year of a table: days such as 2026-05-09, runs such as 2026-05-01..2026-05-05.

        Refused is what is no day of that year, and a day that is both off and worked.
        """
        unknown = set(told) - {"off", "work"}
        off, work = (frozenset(_days(year, told.get(name, []))) for name in ("off", "work"))
        both = off & work
        if unknown or both:
            wrong = min(both).isoformat() if both else min(unknown)
            raise InspectorError(Problem.CALENDAR_INVALID, year=year, value=wrong)
        return cls(off, work)


def spell_days(days: Iterable[date]) -> tuple[str, ...]:
    """Spell days as a table has them: those that follow each other as one run."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] == _DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(
        first.isoformat() if first == last else f"{first.isoformat()}{_RANGE}{last.isoformat()}"
        for first, last in runs
    )


def _days(year: int, told: object) -> Iterator[date]:
    for text in told if isinstance(told, list) else [told]:
        first_text, _dots, last_text = str(text).partition(_RANGE)
        try:
            first = date.fromisoformat(first_text.strip())
            last = date.fromisoformat(last_text.strip()) if last_text else first
        except ValueError:
            raise InspectorError(Problem.CALENDAR_INVALID, year=year, value=text) from None
        count = (last - first).days + 1
        if not 1 <= count <= _LONGEST_RANGE or {first.year, last.year} != {year}:
            raise InspectorError(Problem.CALENDAR_INVALID, year=year, value=text)
        yield from (first + number * _DAY for number in range(count))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The tables that are known, by year."""

    years: Mapping[int, YearTable] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Tell whether a day is worked; of a year without a table nobody here can tell."""
        table = self.years.get(day.year)
        if table is None:
            raise InspectorError(Problem.CALENDAR_YEAR_UNKNOWN, year=day.year)
        return day in table.work or (day.weekday() < _SATURDAY and day not in table.off)

    def working_days(self, start: date, end: date) -> int:
        """Count the working days of a period; the day on which it begins does not count.

        Civil Code, article 201: a period in days runs from the day after.
        """
        days = (start + number * _DAY for number in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

    def after(self, start: date, count: int) -> date:
        """Give the day on which a period of so many working days ends."""
        day = start
        while count > 0:
            day += _DAY
            count -= self.is_working(day)
        return day
