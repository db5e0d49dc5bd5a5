"""Releasing originals: plans first, and deletes only what is asked for then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.progress import Progress
from inspector.operations.organisation import list_devices
from inspector.operations.photos import list_photos
from inspector.operations.projects import all_projects
from inspector.operations.releasing import ReleasePlan, plan_release, release_originals
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.sync.laptops.model import title_of
from inspector.ui.screens.sync.release.model import ReleaseFacts, facts_of, released_text
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.core.evidence import Photo
    from inspector.operations.workspace import Workspace

Projects = list[tuple[str, str]]


def originals_here(workspace: "Workspace", project_id: str) -> "list[Photo]":
    """List the photos of a project, or of all, whose originals are on this computer."""
    lines = list_photos(workspace, project_id or None)
    return [line.photo for line in lines if line.is_here]


def gather_release(workspace: "Workspace", project_id: str) -> tuple[Projects, ReleaseFacts]:
    """Read the projects, plan, and say the plan."""
    projects = [(one.id, one.name) for one in all_projects(workspace)]
    plan = plan_release(workspace, originals_here(workspace, project_id))
    titles = {device.key: title_of(device) for device in list_devices(workspace)}
    return projects, facts_of(plan, titles, workspace.now())


class ReleaseBoard(QObject):
    """Plans for the page of releasing, and deletes.

    Signals:
        planned(): what could be released is known, or being found out.
        released(str): it is done, in words.
        refused(object): it was not (InspectorError).
    """

    planned = Signal()
    released = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self._asked = 0
        self.projects: Projects = []
        self.facts: ReleaseFacts | None = None

    def plan(self, project_id: str) -> None:
        """Find out what could be released; the newest question counts."""
        self._asked += 1
        number, workspace = self._asked, self._workspace
        self.facts = None
        self.planned.emit()

        def done(found: tuple[Projects, ReleaseFacts]) -> None:
            if number == self._asked:
                self.projects, self.facts = found
                self.planned.emit()

        self._desk.jobs.long.start(
            Job(
                work=lambda _progress: gather_release(workspace, project_id),
                on_success=done,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def release(self, project_id: str) -> None:
        """Delete what can be released, under the strip with count and Stop."""
        workspace = self._workspace
        self.facts = None
        self.planned.emit()

        def work(progress: Progress) -> Outcome[ReleasePlan]:
            return release_originals(workspace, originals_here(workspace, project_id), progress)

        def done(outcome: Outcome[ReleasePlan]) -> None:
            self._desk.hub.tell_outcome(outcome)
            self.released.emit(released_text(outcome.value))

        self._desk.long_work(
            _("正在腾出空间"),
            Job(
                work=work,
                on_success=done,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
                on_end=lambda: self.plan(project_id),
            ),
        )
