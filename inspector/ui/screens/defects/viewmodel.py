"""The board of defects: which project, which of them, and what the person does to one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.core.changes import Changes, Outcome, Seen, Topic
from inspector.core.checklists import Duty, Item, Severity
from inspector.core.defects import Defect, DefectState, DefectStep, Notice
from inspector.core.errors import InspectorError
from inspector.core.evidence import Photo, PhotoRole, Target
from inspector.core.progress import Progress
from inspector.core.projects import Party, Place, Project, SchemeRow
from inspector.folders import EXPORTS
from inspector.operations.defects import (
    DefectDraft,
    DefectFilter,
    DefectLine,
    MoveDraft,
    edit_defect,
    list_defects,
    move_defect,
    record_defect,
    show_defect,
)
from inspector.operations.drafts import forget_draft, keep_draft, list_drafts
from inspector.operations.history import HistoryLine, history_of
from inspector.operations.inspecting import Spot, show_item
from inspector.operations.notices import NoticeDraft, due_day, issue_notice, print_notice
from inspector.operations.packs import find_pack
from inspector.operations.past import end_of_day_ms, record_as_of, restore_offered
from inspector.operations.photos import (  # type: ignore[attr-defined]  # PreviewKind: see there
    IntakeOrder,
    PreviewKind,
    Receipt,
    import_photos,
    link_photo,
    request_preview,
)
from inspector.operations.projects import list_dismissed, list_parties, list_places, list_projects
from inspector.operations.scheme import list_scheme
from inspector.operations.seeing import look_at
from inspector.operations.visits import list_visits
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.defects.model import (
    Acts,
    Pair,
    Row,
    Said,
    Shelf,
    StoryLine,
    acts_from,
    belongs,
    by_urgency,
    counts,
    disputes,
    pairs_of,
    party_text,
    row_of,
    severity_said,
    severity_shown,
    story,
    waiting,
)
from inspector.ui.screens.defects.past import facts_then, past_lines
from inspector.words.checklists import duty_name, item_title, reference_text
from inspector.words.language import _
from inspector.words.records import address_text

if TYPE_CHECKING:
    from concurrent.futures import Future

Refused = Callable[[InspectorError], None]
_EXPLAINED = {
    DefectState.RECHECK_FAILED,
    DefectState.CONCEDED,
    DefectState.LEFT_OPEN,
    DefectState.VOIDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything that the sheet shows of one defect."""

    defect: Defect
    head: str
    severity: Said
    duty: str
    pairs: list[Pair]
    facts: list[tuple[str, str]]
    story: list[StoryLine]
    acts: Acts
    disputes: list[str]


class DefectBoard:
    """Reads for the screen and acts for the person; holds no widget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.project: Project | None = None
        self.shelf = Shelf.OPEN
        self.wanted = DefectFilter()
        self.places: list[tuple[int, Place]] = []
        self.parties: list[Party] = []
        self._lines: dict[str, DefectLine] = {}
        self._owed = 0
        self._projects: list[Project] | None = None
        self._scheme: dict[str, list[SchemeRow]] | None = None

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
        if changes.touches(Topic.PROJECTS, Topic.SCHEME):
            self._scheme = None

    def open_project(self, project_id: str) -> None:
        """Turn to a project; what narrowed the list of the last one is forgotten."""
        chosen = next((one for one in self.projects() if one.id == project_id), None)
        if chosen is not None and chosen != self.project:
            self.project, self._scheme = chosen, None
            self.wanted = DefectFilter()

    def narrow_to(self, shelf: Shelf, severity: str = "") -> None:
        """List one shelf, of one severity if that is named, and nothing narrows it besides."""
        self.shelf = shelf
        self.wanted = DefectFilter(severities=frozenset({Severity(severity)} if severity else ()))

    def read(self) -> None:
        """Read the project's defects again; the first project is the one to begin with."""
        known = self.projects()
        current = self.project.id if self.project else ""
        first = known[0] if known else None
        self.project = next((one for one in known if one.id == current), first)
        if self.project is None:
            self._lines, self.places, self.parties, self._owed = {}, [], [], 0
            return
        workspace, project_id = self._desk.workspace, self.project.id
        lines = list_defects(workspace, project_id)
        self._owed = waiting(lines)
        if self.wanted != DefectFilter():
            lines = list_defects(workspace, project_id, self.wanted)
        self._lines = {line.defect.id: line for line in lines}
        self.places = list_places(workspace, project_id)
        gone = list_dismissed(workspace, project_id)
        self.parties = [*list_parties(workspace, project_id), *gone]

    def ids(self) -> list[str]:
        """Give what is listed, in order."""
        lines = by_urgency(line for line in self._lines.values() if belongs(line, self.shelf))
        return [line.defect.id for line in lines]

    def page(self, ids: Sequence[str]) -> Mapping[str, Row]:
        """Give the rows of some defects."""
        today = self.today()
        return {one: row_of(self._lines[one], today) for one in ids if one in self._lines}

    def counts(self) -> dict[Shelf, int]:
        """Count what the chips would show."""
        return counts(list(self._lines.values()))

    def waiting(self) -> int:
        """Count what somebody owes in this project, whatever is filtered."""
        return self._owed

    def today(self) -> date:
        """Give the local day."""
        today: date = self._desk.workspace.today()
        return today

    def tell(self, defect_id: str) -> Told | None:
        """Gather the sheet of a defect; None if it is gone."""
        workspace = self._desk.workspace
        try:
            sheet = show_defect(workspace, defect_id)
        except InspectorError:
            return None
        defect, line = sheet.defect, sheet.line
        item = self._item(defect)
        parties = {party.id: party for party in self.parties}
        named = f"{item.id} {item_title(item)}" if item else defect.item_id or ""
        head = (defect.number, address_text(line.address), named)
        return Told(
            defect=defect,
            head=" · ".join(part for part in head if part),
            severity=severity_shown(line),
            duty=duty_name(self._duty(defect, item)) if item else "",
            pairs=pairs_of(sheet.photos),
            facts=_facts(line, item),
            story=story(sheet, parties, workspace.now().tzinfo),
            acts=acts_from(defect.state),
            disputes=disputes(line),
        )

    def past(self, defect_id: str) -> list[StoryLine]:
        """Tell everything that was ever written of a defect, newest first."""
        workspace = self._desk.workspace
        lines: list[HistoryLine] = history_of(workspace, defect_id)
        return past_lines(lines, self._names(), workspace.now().tzinfo)

    def past_then(self, defect_id: str, day: date) -> list[tuple[str, str]]:
        """Tell how a defect was at the end of a day; nothing before it was made."""
        workspace = self._desk.workspace
        found = record_as_of(workspace, defect_id, end_of_day_ms(workspace, day))
        own = [record for record in found if record.id == defect_id and not record.is_deleted]
        return facts_then(own[0], self._names()) if own else []

    def restore(self, defect_id: str, key: str, on_done: Callable[[object], object]) -> None:
        """Give back what an event of a defect's history offers."""
        workspace = self._desk.workspace
        line = next(one for one in history_of(workspace, defect_id) if str(one.opid) == key)
        self._desk.act(lambda: restore_offered(workspace, line), on_done)

    def _names(self) -> dict[str, str]:
        names = {place.id: place.name for _depth, place in self.places}
        return names | {party.id: party.unit for party in self.parties}

    def items_at(self, place_id: str) -> list[Item]:
        """List the items of the scheme at a place, as far as it is read."""
        items = self._library()
        return [items[row.item_id] for row in self._rows_at(place_id) if row.item_id in items]

    def read_scheme(self, on_ready: Callable[[], object]) -> None:
        """Read the scheme off the screen's thread: it has thousands of rows."""
        if self.project is None or self._scheme is not None:
            return
        workspace, project_id = self._desk.workspace, self.project.id

        def ready(rows: list[SchemeRow]) -> None:
            self._scheme = {}
            for row in rows:
                self._scheme.setdefault(row.place_id, []).append(row)
            on_ready()

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: list_scheme(workspace, project_id),
                on_success=ready,
                on_crash=self._desk.crashed,
            )
        )

    def recorded_of(self, party_id: str) -> list[Defect]:
        """List the defects of a party that wait to be issued."""
        if self.project is None:
            return []
        wanted = DefectFilter(party_id=party_id, states=frozenset({DefectState.RECORDED}))
        lines = list_defects(self._desk.workspace, self.project.id, wanted)
        return [line.defect for line in by_urgency(lines)]

    def picture(self, sha256: str) -> "Future[Any]":
        """Ask for the picture of a photo."""
        return request_preview(self._desk.workspace, sha256, PreviewKind.SCREEN)

    def _rows_at(self, place_id: str) -> list[SchemeRow]:
        return (self._scheme or {}).get(place_id, [])

    def _duty(self, defect: Defect, item: Item) -> Duty:
        """Give the duty by the scheme; the pack's own where the item left it."""
        workspace = self._desk.workspace
        visits = list_visits(workspace, defect.project_id)
        visit = next((one for one in visits if one.id == defect.visit_id), None)
        if visit is None:
            return item.duty
        try:
            return show_item(workspace, visit, Spot(visit.id, defect.place_id, item.id)).duty
        except InspectorError:
            return item.duty

    def _item(self, defect: Defect) -> Item | None:
        if defect.item_id is None:
            return None
        if defect.pack is None:
            return self._library().get(defect.item_id)
        found: Item | None = self._desk.workspace.pack(defect.pack).by_id().get(defect.item_id)
        return found

    def _library(self) -> dict[str, Item]:
        return find_pack(self._desk.workspace).by_id()

    # -- acting ----------

    def record(
        self, draft: DefectDraft, on_done: Callable[[Defect], object], on_refused: Refused
    ) -> None:
        """Put a defect on record; one of the scheme keeps the pack it was written under."""
        if self.project is None:
            return
        project_id, workspace = self.project.id, self._desk.workspace
        if draft.item_id is not None:
            rows = self._rows_at(draft.place_id)
            pack = next((row.pack for row in rows if row.item_id == draft.item_id), None)
            draft = replace(draft, pack=pack)
        self._desk.act(lambda: record_defect(workspace, project_id, draft), on_done, on_refused)

    def look_at(self, defect_id: str) -> Seen:
        """Remember what a form that is opened now shows."""
        return look_at(self._desk.workspace, defect_id)

    def edit(
        self,
        defect_id: str,
        fields: Mapping[str, str],
        on_done: Callable[[Defect], object],
        on_refused: Refused,
        seen: Seen,
    ) -> None:
        """Change the facts of a defect, of which the form showed what was there then."""
        workspace = self._desk.workspace.having_seen(seen)

        def work() -> Outcome[Defect]:
            done = edit_defect(workspace, defect_id, **fields)
            return replace(done, changes=done.changes.also(Topic.CONFLICTS))

        self._desk.act(work, on_done, on_refused)

    def move(
        self,
        defect_id: str,
        draft: MoveDraft,
        on_done: Callable[[Defect], object],
        on_refused: Refused,
    ) -> None:
        """Take a defect one step on."""
        workspace = self._desk.workspace
        self._desk.act(lambda: move_defect(workspace, defect_id, draft), on_done, on_refused)

    def issue(
        self, draft: NoticeDraft, on_done: Callable[[Notice], object], on_refused: Refused
    ) -> None:
        """Issue a notice."""
        if self.project is None:
            return
        project_id, workspace = self.project.id, self._desk.workspace
        self._desk.act(lambda: issue_notice(workspace, project_id, draft), on_done, on_refused)

    def end_of_term(self, days: int) -> date | InspectorError:
        """Give the day on which so many working days from now end, or say why nobody can tell."""
        try:
            return due_day(self._desk.workspace, NoticeDraft(party_id="", term=days))
        except InspectorError as error:
            return error

    def explain(self, error: InspectorError) -> str:
        """Say a refusal in words."""
        return self._desk.ask.explain(error)

    def due_of(self, draft: NoticeDraft) -> date:
        """Give the day that a draft sets."""
        return due_day(self._desk.workspace, draft)

    def print(self, notice: Notice, on_done: Callable[[Path], None], on_refused: Refused) -> None:
        """Write the paper of a notice into the workspace's exports."""
        workspace = self._desk.workspace
        out = free_path(workspace.folder / EXPORTS, notice.number)

        def work(progress: Progress) -> Path:
            print_notice(workspace, notice.id, out, progress)
            return out

        job = Job(work=work, on_success=on_done, on_refusal=on_refused)
        self._desk.long_work(_("正在生成整改通知单"), job)

    def take_in(
        self,
        paths: Sequence[Path],
        on_receipt: Callable[[Receipt], object],
        *,
        place_id: str | None = None,
        photographer: str | None = None,
    ) -> None:
        """Take photos into the project as long work; they are linked by the act that follows."""
        if self.project is None:
            return
        desk, workspace = self._desk, self._desk.workspace
        order = IntakeOrder(
            project_id=self.project.id, place_id=place_id, photographer=photographer
        )

        def work(progress: Progress) -> Any:
            return import_photos(workspace, list(paths), order, progress)

        def done(outcome: Any) -> None:
            desk.hub.tell_outcome(outcome)
            on_receipt(outcome.value)

        def ended() -> None:
            desk.hub.tell(Changes.of(Topic.PHOTOS))

        job = Job(work=work, on_success=done, on_refusal=desk.ask.refuse, on_end=ended)
        desk.long_work(_("正在收入照片"), job)

    def attach(self, defect: Defect, photos: Sequence[Photo], on_refused: Refused) -> None:
        """Link photos to a defect as what they show at this stage."""
        workspace, role = self._desk.workspace, role_at(defect.state)
        for photo in photos:
            self._desk.act(
                lambda photo=photo: link_photo(  # type: ignore[misc]  # bound now, not later
                    workspace, photo.id, Target.DEFECT, defect.id, role
                ),
                on_refused=on_refused,
            )

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what is typed and not yet given."""
        keep_draft(self._desk.workspace, key, text)

    def forget_draft(self, key: str) -> None:
        """Let a draft go: its text was given."""
        forget_draft(self._desk.workspace, key)

    def draft(self, key: str) -> str:
        """Give what was typed under a key and never given."""
        drafts = list_drafts(self._desk.workspace)
        return next((draft.text for draft in drafts if draft.key == key), "")

    def me(self) -> str:
        """Name who acts."""
        name: str = self._desk.workspace.person().name
        return name


def free_path(folder: Path, number: str) -> Path:
    """Name a paper after its number; one that was written before is left alone."""
    names = (f"{number}.pdf", *(f"{number}-{copy}.pdf" for copy in range(2, 1000)))
    return next(path for name in names if not (path := folder / name).exists())


def role_at(state: DefectState) -> PhotoRole:
    """Tell what a photo that is added now shows of the defect."""
    if state in {DefectState.REPAIRING, DefectState.RECHECK_FAILED}:
        return PhotoRole.AFTER
    return PhotoRole.RECHECK if state is DefectState.REPLIED else PhotoRole.BEFORE


def severities() -> list[Said]:
    """Name the severities in their order."""
    return [severity_said(severity) for severity in Severity]


def _facts(line: DefectLine, item: Item | None) -> list[tuple[str, str]]:
    defect = line.defect
    due = defect.due_on.isoformat() if defect.due_on else _("未定")
    refs = _("；").join(reference_text(ref) for ref in item.refs) if item else ""
    return [
        (_("责任单位"), party_text(line.party)),
        (_("期限"), due),
        (_("实测值"), defect.measured or ""),
        (_("要求"), defect.demand or ""),
        (_("依据"), refs),
        (_("原因"), (defect.standing.reason or "") if defect.state in _EXPLAINED else ""),
    ]


def next_reason_title(step: DefectStep) -> str:
    """Ask why, in words that fit the step."""
    return {
        DefectStep.RECHECK_FAIL: _("哪里还不合格？"),
        DefectStep.CONCEDE: _("为什么让步接收？"),
        DefectStep.LEAVE_OPEN: _("为什么列为遗留？"),
        DefectStep.VOID: _("为什么作废？"),
        DefectStep.REOPEN: _("为什么重新打开？"),
    }.get(step, _("请写明原因"))
