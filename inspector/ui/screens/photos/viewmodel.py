"""The board of photos: which are shown, what they prove, and what the person does to one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.core.changes import Changes, Topic
from inspector.core.defects import DefectState
from inspector.core.errors import InspectorError
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target, Whereabouts
from inspector.core.ids import TRAY
from inspector.core.progress import Progress
from inspector.core.projects import Place, Project, address_of
from inspector.operations.defects import DefectFilter, DefectLine, list_defects
from inspector.operations.inspecting import list_items
from inspector.operations.packs import find_pack
from inspector.operations.photos import (  # type: ignore[attr-defined]  # PreviewKind: see there
    IntakeOrder,
    PhotoLine,
    PreviewKind,
    Receipt,
    Suggestion,
    describe_photo,
    import_photos,
    link_photo,
    list_photos,
    original_of,
    place_photo_by_hand,
    request_preview,
    suggest_targets,
    take_from_tray,
    unlink_photo,
)
from inspector.operations.projects import list_places, list_projects
from inspector.operations.visits import list_visits
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.photos.model import (
    Cell,
    Section,
    Setting,
    Shelf,
    belongs,
    cell_of,
    counts,
    doubt_words,
    evidence,
    is_loose,
    sections,
)
from inspector.words.checklists import item_title
from inspector.words.language import _
from inspector.words.records import address_text, photo_role_name

if TYPE_CHECKING:
    from concurrent.futures import Future

    from inspector.core.inspections import Visit

Refused = Callable[[InspectorError], None]
_MOST_FOUND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A record that a photo can be linked to."""

    target: Target
    target_id: str
    title: str
    remark: str = ""
    role: PhotoRole = PhotoRole.EVIDENCE

    def as_role(self, role: PhotoRole) -> "Goal":
        """Return the goal with what the photo shows of it."""
        return replace(self, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link of a photo in words."""

    link_id: str
    target: Target
    target_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything that is shown of one photo."""

    photo: Photo
    facts: list[tuple[str, str]]
    doubts: tuple[str, ...]
    ties: list[Tie]
    where: Whereabouts
    is_foreign: bool
    """It lies in the tray of no project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One reading of everything that the sheet shows."""

    project: Project | None = None
    lines: list[PhotoLine]
    places: list[tuple[int, Place]] = field(default_factory=list)
    visits: "list[Visit]" = field(default_factory=list)
    defects: list[DefectLine] = field(default_factory=list)


class PhotoBoard:
    """Reads for the screen and acts for the person; holds no widget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.project: Project | None = None
        self.shelf = Shelf.ALL
        self.places: list[tuple[int, Place]] = []
        self._lines: dict[str, PhotoLine] = {}
        self._defects: dict[str, DefectLine] = {}
        self._visits: dict[str, Visit] = {}
        self._answers: dict[tuple[str, str], list[Goal]] = {}
        self._projects: list[Project] | None = None
        self._turn = 0
        self._setting = Setting({}, {}, {}, {})

    # -- reading ----------

    def projects(self) -> list[Project]:
        """List the projects to choose from; they are kept until one is touched."""
        if self._projects is None:
            listed = list_projects(self._desk.workspace)
            self._projects = [summary.project for summary in listed]
        return self._projects

    def forget(self, changes: Changes) -> None:
        """Forget what was kept and is touched now."""
        if changes.touches(Topic.PROJECTS):
            self._projects = None

    def open_project(self, project_id: str) -> None:
        """Turn to a project."""
        chosen = next((one for one in self.projects() if one.id == project_id), None)
        self.project = chosen or self.project

    def read(self, on_ready: Callable[[], object]) -> None:
        """Read the photos off the screen's thread; only the newest reading counts.

        Reading goes to the worker of long work, so that acts do not wait for it, unless long
        work is under way: the person should not wait for that either.
        """
        self._turn += 1
        turn, jobs = self._turn, self._desk.jobs
        wanted = self.project.id if self.project else ""

        def ready(found: _Found) -> None:
            if turn == self._turn:
                self._take_over(found)
                on_ready()

        runner = jobs.acts if jobs.long.is_busy() else jobs.long
        runner.start(
            Job(
                work=lambda _progress: self._found(wanted),
                on_success=ready,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def _found(self, project_id: str) -> "_Found":
        """Read everything that the sheet shows (on a worker's thread)."""
        workspace, known = self._desk.workspace, self.projects()
        first = known[0] if known else None
        project = next((one for one in known if one.id == project_id), first)
        lines = list_photos(workspace, TRAY)
        if project is None:
            return _Found(lines=lines)
        return _Found(
            project=project,
            lines=[*lines, *list_photos(workspace, project.id)],
            places=list_places(workspace, project.id),
            visits=list_visits(workspace, project.id),
            defects=list_defects(workspace, project.id),
        )

    def _take_over(self, found: "_Found") -> None:
        self.project, self.places = found.project, found.places
        self._visits = {visit.id: visit for visit in found.visits}
        self._defects = {line.defect.id: line for line in found.defects}
        self._lines = {line.photo.id: line for line in found.lines}
        self._answers = {}
        self._setting = Setting(
            visits=self._visits,
            places=_place_names(self.places),
            order={place.id: number for number, (_depth, place) in enumerate(self.places)},
            places_of_targets={key: line.defect.place_id for key, line in self._defects.items()},
        )

    def sections(self) -> list[Section]:
        """Give what the sheet shows, under its titles."""
        lines = [line for line in self._lines.values() if belongs(line, self.shelf)]
        return sections(lines, self._setting)

    def page(self, ids: Sequence[str]) -> Mapping[str, Cell]:
        """Give the cells of some photos."""
        return {one: cell_of(self._lines[one], self._setting) for one in ids if one in self._lines}

    def counts(self) -> dict[Shelf, int]:
        """Count what the chips would show."""
        return counts(list(self._lines.values()))

    def loose(self) -> int:
        """Count the photos that show nothing of any record yet."""
        return sum(is_loose(line) for line in self._lines.values())

    def foreign_ids(self) -> list[str]:
        """List the photos that no project has taken."""
        return [key for key, line in self._lines.items() if line.photo.project_id == TRAY]

    def tell(self, photo_id: str) -> Told | None:
        """Gather what is shown of a photo; None if it is gone."""
        line = self._lines.get(photo_id)
        if line is None:
            return None
        visit = self._visits.get(line.photo.visit_id or "")
        if any(link.target is Target.ANSWER for link in line.links):
            self._answered(line.photo)
        return Told(
            photo=line.photo,
            facts=evidence(line.photo, visit.title if visit else ""),
            doubts=doubt_words(line.doubts),
            ties=[self._tie(link) for link in line.links],
            where=line.where,
            is_foreign=line.photo.project_id == TRAY,
        )

    def goals(self, photo_id: str) -> list[Goal]:
        """Suggest where a loose photo belongs: what was written near its time, then its place."""
        line = self._lines.get(photo_id)
        if line is None or not is_loose(line) or line.photo.project_id == TRAY:
            return []
        near = [self._near(one) for one in suggest_targets(self._desk.workspace, photo_id)]
        place = line.photo.place_id
        if place:
            near.append(self._goal(Target.PLACE, place, _("照片所在部位")))
        return near

    def find(self, photo_id: str, text: str) -> list[Goal]:
        """Search records that a photo may show: defects, places, items answered on the spot."""
        wanted = text.strip().lower()
        line = self._lines.get(photo_id)
        if self.project is None or line is None:
            return []
        found = list_defects(self._desk.workspace, self.project.id, DefectFilter(text=wanted))
        goals = [self._goal(Target.DEFECT, one.defect.id) for one in found]
        goals += [one for one in self._answered(line.photo) if wanted in one.title.lower()]
        goals += [
            self._goal(Target.PLACE, place.id)
            for _depth, place in self.places
            if wanted and wanted in place.name.lower()
        ]
        return goals[:_MOST_FOUND]

    def thumbnail(self, sha256: str) -> "Future[Any]":
        """Ask for the small picture of a photo."""
        return request_preview(self._desk.workspace, sha256, PreviewKind.THUMBNAIL)

    def large(self, sha256: str) -> "Future[Any]":
        """Ask for the large picture of a photo."""
        return request_preview(self._desk.workspace, sha256, PreviewKind.SCREEN)

    def original(self, photo_id: str) -> Path:
        """Give the file of the original, or refuse where it is lost."""
        return original_of(self._desk.workspace, self._lines[photo_id].photo)

    def _answered(self, photo: Photo) -> list[Goal]:
        """List the items answered in the photo's visit at its place."""
        visit, place = self._visits.get(photo.visit_id or ""), photo.place_id
        if visit is None or not place:
            return []
        key = (visit.id, place)
        if key not in self._answers:
            self._answers[key] = [
                Goal(
                    target=Target.ANSWER,
                    target_id=line.answer.id,
                    title=f"{line.item.id} {item_title(line.item)}",
                    remark=visit.title,
                )
                for line in list_items(self._desk.workspace, visit, place)
                if line.answer is not None
            ]
        return self._answers[key]

    def _tie(self, link: PhotoLink) -> Tie:
        named = self._named(link.target, link.target_id)
        text = f"{photo_role_name(link.role)} · {named}"
        return Tie(link_id=link.id, target=link.target, target_id=link.target_id, text=text)

    def _near(self, near: Suggestion) -> Goal:
        goal = self._goal(
            near.target, near.target_id, _("相差 {n} 分钟").format(n=near.minutes_apart)
        )
        if near.target is not Target.ANSWER:
            return goal
        item = find_pack(self._desk.workspace).by_id().get(near.title)
        title = item_title(item) if item else ""
        named = _("检查项 {title}").format(title=f"{near.title} {title}".strip())
        return replace(goal, title=named)

    def _goal(self, target: Target, target_id: str, remark: str = "") -> Goal:
        line = self._defects.get(target_id)
        role = role_at(line.defect.state) if line else PhotoRole.EVIDENCE
        title = self._named(target, target_id)
        return Goal(target=target, target_id=target_id, title=title, remark=remark, role=role)

    def _named(self, target: Target, target_id: str) -> str:
        line = self._defects.get(target_id)
        if line is not None:
            return f"{line.defect.number} {line.defect.text}"
        if target is Target.PLACE:
            name = self._setting.places.get(target_id, "—")
            return _("部位 {name}").format(name=name)
        known = (goal for goals in self._answers.values() for goal in goals)
        titles = (goal.title for goal in known if goal.target_id == target_id)
        return _("检查项 {title}").format(title=next(titles, "")).strip()

    # -- acting ----------

    def link(self, photo_id: str, goal: Goal, on_done: Callable[[Any], object]) -> None:
        """Say what a photo shows."""
        workspace = self._desk.workspace
        self._desk.act(
            lambda: link_photo(workspace, photo_id, goal.target, goal.target_id, goal.role),
            on_done,
        )

    def unlink(self, link_id: str) -> None:
        """Take a link back."""
        workspace = self._desk.workspace
        self._desk.act(lambda: unlink_photo(workspace, link_id))

    def describe(self, photo_id: str, **fields: str) -> None:
        """Give a photo its caption, photographer or place."""
        workspace = self._desk.workspace
        self._desk.act(lambda: describe_photo(workspace, photo_id, **fields))

    def place_by_hand(self, photo_id: str, latitude: Decimal, longitude: Decimal) -> None:
        """Give a photo a position that the person knows."""
        workspace = self._desk.workspace
        self._desk.act(lambda: place_photo_by_hand(workspace, photo_id, latitude, longitude))

    def take(self, photo_ids: Sequence[str], on_done: Callable[[list[Photo]], object]) -> None:
        """Give photos of the tray to the project."""
        if self.project is None:
            return
        workspace, project_id = self._desk.workspace, self.project.id
        self._desk.act(lambda: take_from_tray(workspace, project_id, photo_ids), on_done)

    def take_in(
        self,
        paths: Sequence[Path],
        on_receipt: Callable[[Receipt], object],
        on_stopped: Callable[[int], object],
    ) -> None:
        """Take files and folders in; stopped in the middle, those that are in stay."""
        desk, workspace = self._desk, self._desk.workspace
        order = IntakeOrder(project_id=self.project.id if self.project else TRAY)
        ended: list[bool] = []
        done_so_far = [0]

        def work(progress: Progress) -> Any:
            return import_photos(workspace, list(paths), order, progress)

        def done(outcome: Any) -> None:
            ended.append(True)
            desk.hub.tell_outcome(outcome)
            on_receipt(outcome.value)

        def refused(error: InspectorError) -> None:
            ended.append(True)
            desk.hub.tell(Changes.of(Topic.PHOTOS))
            desk.ask.refuse(error)

        def end() -> None:
            if not ended:
                desk.hub.tell(Changes.of(Topic.PHOTOS))
                on_stopped(done_so_far[0])

        def count(done: int, _total: int) -> None:
            done_so_far[0] = done

        job = Job(work=work, on_success=done, on_refusal=refused, on_end=end, on_progress=count)
        desk.long_work(_("正在导入照片"), job)


def _place_names(places: Sequence[tuple[int, Place]]) -> dict[str, str]:
    """Name each place with the building that it lies in; the community goes without saying."""
    known = {place.id: place for _depth, place in places}
    return {place_id: address_text(address_of(place_id, known)) for place_id in known}


def role_at(state: DefectState) -> PhotoRole:
    """Tell what a photo that is linked now shows of a defect."""
    if state in {DefectState.REPAIRING, DefectState.RECHECK_FAILED}:
        return PhotoRole.AFTER
    after = {DefectState.REPLIED, DefectState.CLOSED}
    return PhotoRole.RECHECK if state in after else PhotoRole.BEFORE
