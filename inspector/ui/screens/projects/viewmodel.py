"""What the room of projects knows: all projects, the open one, and how that stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from inspector.core.changes import Outcome, Seen
from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.core.projects import Place, Project, address_of
from inspector.core.sums import SumCheck
from inspector.operations.history import history_of
from inspector.operations.imports import import_project, save_template
from inspector.operations.past import end_of_day_ms, record_as_of, restore_offered
from inspector.operations.programmes import list_programmes, sums_of_project
from inspector.operations.projects import (
    ProjectSummary,
    edit_project,
    list_places,
    list_projects,
)
from inspector.operations.seeing import look_at_projects
from inspector.operations.standing import Standing, stand_of
from inspector.operations.taxonomies import RenovationType, types_over
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.widgets.stories import Event
from inspector.ui.screens.projects.history.model import events_of, facts_then
from inspector.ui.screens.projects.overview.model import Heat, heat_of
from inspector.words.language import _
from inspector.words.records import address_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """How a project stands, as its first page shows it."""

    project_id: str
    standing: Standing
    heat: Heat
    types: tuple[RenovationType, ...] = ()
    sums: tuple[SumCheck, ...] = ()
    """The sums that do not hold."""


class ProjectBoard(QObject):
    """The projects of a workspace; acts go through the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._summaries: dict[str, ProjectSummary] = {}
        self.project_id = ""
        self._looked = self._seen = Seen({})

    def read(self) -> list[ProjectSummary]:
        """Read all projects with their numbers."""
        self._looked = look_at_projects(self._desk.workspace)  # before they are read
        found = list_projects(self._desk.workspace)
        self._summaries = {summary.project.id: summary for summary in found}
        if self.project_id not in self._summaries:
            self.project_id = ""
        return found

    def summaries(self) -> list[ProjectSummary]:
        """Give what was read last."""
        return list(self._summaries.values())

    def knows(self, project_id: str) -> bool:
        """Tell whether a project is on record."""
        return project_id in self._summaries

    def open(self, project_id: str) -> None:
        """Make a project the open one."""
        self.project_id = project_id

    def current(self) -> ProjectSummary | None:
        """Give the open project."""
        return self._summaries.get(self.project_id)

    def show_read(self) -> None:
        """Know that what was read last is what the form shows now."""
        self._seen = self._looked

    def programme_names(self) -> list[str]:
        """Name the programmes that a project can belong to."""
        return [programme.name for programme in list_programmes(self._desk.workspace)]

    def picture(self, on_picture: Callable[[Picture], object]) -> None:
        """Compute how the open project stands, beside the window's work."""
        workspace, project_id = self._desk.workspace, self.project_id

        def work(_progress: Progress) -> Picture:
            standing = stand_of(workspace, project_id)
            heat = heat_of(standing, list_places(workspace, project_id))
            return Picture(
                project_id=project_id,
                standing=standing,
                heat=heat,
                types=types_over(workspace, standing),
                sums=tuple(sums_of_project(workspace, project_id)),
            )

        def done(picture: Picture) -> None:
            if picture.project_id == self.project_id:
                on_picture(picture)

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=done,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def give_fact(self, key: str, value: object, on_refused: Callable[[str], object]) -> None:
        """Change a fact of the open project."""
        workspace = self._desk.workspace.having_seen(self._seen)
        project_id = self.project_id
        self._desk.act(
            lambda: edit_project(workspace, project_id, **{key: value}),
            None,
            lambda error: _tell(on_refused, self._desk.ask.explain(error)),
        )

    def take_workbook(
        self,
        path: Path,
        on_done: Callable[[Project], object],
        on_refused: Callable[[InspectorError], None],
    ) -> None:
        """Make a project of a workbook, with progress and Stop."""
        workspace = self._desk.workspace

        def work(progress: Progress) -> Outcome[Project]:
            return import_project(workspace, path, progress)

        def done(outcome: Outcome[Project]) -> None:
            self._desk.remember(outcome)
            self._desk.hub.tell_outcome(outcome)
            on_done(outcome.value)

        title = _("正在导入 {file}").format(file=path.name)
        self._desk.long_work(title, Job(work=work, on_success=done, on_refusal=on_refused))

    def give_template(self, path: Path) -> None:
        """Write the empty workbook where the person wants it."""
        try:
            written = save_template(path)
        except InspectorError as error:
            self._desk.ask.refuse(error)
        else:
            self._desk.toast(_("模板已保存：{file}").format(file=written.name))

    def history(self, record_id: str) -> list[Event]:
        """Tell what happened to a record, in local time."""
        workspace = self._desk.workspace
        lines = history_of(workspace, record_id)
        return events_of(lines, workspace.now().tzinfo, self._names())

    def history_then(self, record_id: str, day: date) -> list[tuple[str, str]]:
        """Tell how a record was at the end of a day; nothing before it was made."""
        workspace = self._desk.workspace
        found = record_as_of(workspace, record_id, end_of_day_ms(workspace, day))
        own = [record for record in found if record.id == record_id and not record.is_deleted]
        return facts_then(own[0], self._names()) if own else []

    def restore(self, record_id: str, key: str, on_done: Callable[[object], object]) -> None:
        """Give back what an event of a record's history offers."""
        workspace = self._desk.workspace
        line = next(one for one in history_of(workspace, record_id) if str(one.opid) == key)
        self._desk.act(lambda: restore_offered(workspace, line), on_done)

    def _names(self) -> dict[str, str]:
        """Name what records of the open project point at."""
        places = {place.id: place for _depth, place in self._places()}
        return {place_id: address_text(address_of(place_id, places)) for place_id in places} | {
            programme.id: programme.name for programme in list_programmes(self._desk.workspace)
        }

    def _places(self) -> list[tuple[int, Place]]:
        return list_places(self._desk.workspace, self.project_id)


def _tell(listener: Callable[[str], object], text: str) -> None:
    listener(text)
