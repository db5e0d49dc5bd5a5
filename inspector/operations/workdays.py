"""The table of holidays that this office goes by: the shipped one under its own."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.workdays import WorkCalendar, YearTable
from inspector.folders import resources
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

FILE_NAME = "holidays.toml"
_HEAD = "# Holidays (off) and worked weekend days (work, 调休) of this office, year by year.\n"


def work_calendar(workspace: Workspace) -> WorkCalendar:
    """Give the calendar: a year of the office's own table goes before the shipped one."""
    return WorkCalendar({**_read(_shipped_path()), **_read(own_table_path(workspace))})


def own_years(workspace: Workspace) -> list[int]:
    """List the years that the office has said itself."""
    return sorted(_read(own_table_path(workspace)))


def set_year(
    workspace: Workspace, year: int, off: Iterable[str], work: Iterable[str]
) -> WorkCalendar:
    """Say the holidays and worked weekend days of a year, instead of what was known of it."""
    told = {"off": list(off), "work": list(work)}
    tables = {**_read(own_table_path(workspace)), year: YearTable.read(year, told)}
    text = "".join(_spelled(one, tables[one]) for one in sorted(tables))
    write_whole(own_table_path(workspace), (_HEAD + text).encode())
    return work_calendar(workspace)


def edit_year(
    workspace: Workspace, year: int, off: Iterable[str], work: Iterable[str]
) -> Outcome[WorkCalendar]:
    """Say the holidays and worked weekend days of a year, and tell what depends on them."""
    return Outcome(set_year(workspace, year, off, work), Changes.of(Topic.PROCESS))


def own_table_path(workspace: Workspace) -> Path:
    """Give where the office's own table lies; a text file that may also be edited by hand."""
    return workspace.profile / FILE_NAME


def _shipped_path() -> Path:
    return resources() / "calendar" / FILE_NAME


def _read(path: Path) -> dict[int, YearTable]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InspectorError(Problem.CALENDAR_UNREADABLE, file=path, detail=error) from error
    tables: dict[int, YearTable] = {}
    for key, table in told.items():
        if not (key.isdecimal() and isinstance(table, dict)):
            raise InspectorError(Problem.CALENDAR_UNREADABLE, file=path, detail=key)
        tables[int(key)] = YearTable.read(int(key), table)
    return tables


def _spelled(year: int, table: YearTable) -> str:
    def listed(days: Iterable[date]) -> str:
        return ", ".join(f'"{day.isoformat()}"' for day in sorted(days))

    return f"\n[{year}]\noff = [{listed(table.off)}]\nwork = [{listed(table.work)}]\n"
