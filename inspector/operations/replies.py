"""Reply sheets: made for a notice, filled in by people without the program, taken back in."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.defects import Defect, DefectEvent, DefectStep, Notice, RecheckMode, can_follow
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.ids import natural_id
from inspector.core.imports import SheetFault, SheetFaultCode
from inspector.core.progress import Progress, Unwatched
from inspector.core.replies import Picture, Reply, ReplyRow, ReplyText
from inspector.core.text import clean
from inspector.core.times import wall_time
from inspector.folders import FILES
from inspector.operations.defects import MoveDraft, link_defect_photos, write_move
from inspector.operations.files import keep_copy, refuse_target, write_whole
from inspector.operations.finding import only
from inspector.operations.notices import refuse_withdrawn
from inspector.operations.paper_photos import place_text
from inspector.operations.reply_photos import PhotosTaken, take_pictures
from inspector.operations.workspace import Workspace
from inspector.sheets.columns import Column
from inspector.sheets.reply_form import (
    DONE_ON,
    MEASURE,
    NUMBER,
    ROWS,
    SHEET,
    ReplyForm,
    ReplyLine,
    reply_workbook,
)
from inspector.sheets.reply_photos import photos_beside
from inspector.sheets.reply_read import DOCX, XLSX, read_reply
from inspector.store.database import Writing
from inspector.store.office import Office
from inspector.words.notices import notice_due_text
from inspector.words.records import state_name

REPLY_ENDS = (XLSX, DOCX)
"""How a reply sheet may be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAnswer:
    """One row of a reply: what it says of which defect, with its pictures."""

    row: ReplyRow
    defect: Defect
    pictures: tuple[Picture, ...]
    event_id: str | None = None
    """The step that the same answer took before; then only pictures that are new are added."""

    @property
    def is_known(self) -> bool:
        """Tell whether the same was taken in before."""
        return self.event_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPlan:
    """What taking a reply in would do; nothing is written yet."""

    file: Path
    photos: Path | None
    notice: Notice
    answers: tuple[ReplyAnswer, ...]
    unplaced: tuple[Picture, ...]
    """Pictures whose row nobody can tell: they come in loose, to be hung by a person."""
    unanswered: tuple[str, ...]
    """Defects of the notice that still wait for a reply after this one."""
    bare: tuple[str, ...] = ()
    """Defects that are answered anew without any photo."""
    owing: tuple[str, ...] = ()
    """Defects whose answer does not count: the notice is rechecked by photo, and there is none."""

    @property
    def fresh(self) -> tuple[ReplyAnswer, ...]:
        """Give the answers that are new."""
        return tuple(one for one in self.answers if not one.is_known)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReceipt:
    """What became of a reply: answers, and every picture of it."""

    plan: ReplyPlan
    reply: Reply
    photos: PhotosTaken

    @property
    def changed(self) -> bool:
        """Tell whether anything was new."""
        return bool(self.plan.fresh or self.photos.linked or self.photos.loose)


# -- making


def make_reply_sheet(workspace: Workspace, notice_id: str, out: Path) -> Path:
    """Write the empty reply sheet of a notice as a workbook or a Word document."""
    refuse_target(workspace.folder, out)
    kind = out.suffix.lower()
    if kind not in REPLY_ENDS:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=" ".join(REPLY_ENDS))
    with workspace.read() as office:
        form = reply_form(office, office.notices.get(notice_id))
    if kind == DOCX:
        from inspector.reports.replyfile import reply_document

        content = reply_document(form)
    else:
        content = reply_workbook(form)
    write_whole(out, content)
    return out


def reply_form(office: Office, notice: Notice) -> ReplyForm:
    """Give the empty reply sheet of a notice: the rows that still wait for a reply."""
    refuse_withdrawn(notice)
    project = office.projects.get(notice.project_id)
    places = {place.id: place for place in office.places.of_project(project.id)}
    parties = {party.id: party for party in office.parties.of_project(project.id)}
    party = parties.get(notice.party_id)
    lines = tuple(
        ReplyLine(
            serial=serial,
            number=defect.number,
            place=place_text(defect.place_id, places) or "—",
            text=defect.text,
            demand=defect.demand,
        )
        for serial, defect in _listed(office, notice)
        if can_follow(defect, DefectStep.REPLY)
    )
    if not lines:
        raise InspectorError(Problem.REPLY_NOT_OWED, number=notice.number)
    return ReplyForm(
        notice_number=notice.number,
        project=f"{project.name}（{project.code}）",
        to=party.unit if party else "—",
        issuer=office.people.get(notice.by).unit,
        due=notice_due_text(notice),
        demand=notice.demand,
        lines=lines,
    )


def _listed(office: Office, notice: Notice) -> Iterator[tuple[int, Defect]]:
    """Give the defects of a notice with their serial numbers in it."""
    own = {one.id: one for one in office.defects.of_project(notice.project_id)}
    for serial, defect_id in enumerate(notice.defect_ids, start=1):
        if defect_id in own:
            yield serial, own[defect_id]


# -- taking back


def preview_reply(
    workspace: Workspace, file: Path, photos: Path | None = None, notice_id: str | None = None
) -> ReplyPlan:
    """Read a filled sheet and say what taking it in would do, or all that is wrong with it.

    With `notice_id` a sheet of another notice is refused.
    """
    text = read_reply(file)
    with workspace.read() as office:
        notice = _notice_of(office, file, text.notice_number, notice_id)
        checked = _Checked(office, notice, text, workspace.today())
        with photos_beside(photos) as beside:
            pictures = (*text.pictures, *beside.pictures(text.rows_by_number, text.serials))
        return checked.plan(file, photos, pictures)


def take_reply(
    workspace: Workspace,
    file: Path,
    photos: Path | None = None,
    notice_id: str | None = None,
    progress: Progress | None = None,
) -> Outcome[ReplyReceipt]:
    """Take a filled sheet in: all its answers in one act, or none; its pictures before them.

    The file is kept under its hash as it came. Taking the same again changes nothing.
    """
    plan = preview_reply(workspace, file, photos, notice_id)
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    rows = {one.row.row: one.defect for one in plan.answers}
    pictures = [picture for one in plan.answers for picture in one.pictures]
    taken = take_pictures(
        workspace,
        plan.notice,
        (file, photos),
        rows,
        (*pictures, *plan.unplaced),
        progress or Unwatched(),
    )
    keep_copy(workspace.folder / FILES, digest, file.suffix.lower(), file)
    with workspace.act() as writing:
        reply = _keep_reply(workspace, writing, plan, digest)
        linked = sum(_answer(workspace, writing, plan, reply, one, taken) for one in plan.answers)
    taken = taken.having_linked(linked)
    touched = {plan.notice.id, *(one.defect.id for one in plan.answers)}
    changes = Changes.of(Topic.NOTICES, Topic.DEFECTS, Topic.PHOTOS, ids=touched)
    receipt = ReplyReceipt(plan=plan, reply=reply, photos=taken)
    return Outcome(receipt, changes, writing.act)


def list_replies(workspace: Workspace, notice_id: str) -> list[Reply]:
    """List the reply sheets that were taken in for a notice, oldest first."""
    with workspace.read() as office:
        return office.replies.of_notice(notice_id)


def _notice_of(office: Office, file: Path, number: str, wanted: str | None) -> Notice:
    notices = [n for p in office.projects.all() for n in office.notices.of_project(p.id)]
    if wanted is not None:
        notice = office.notices.get(wanted)
        if notice.number != number:
            raise InspectorError(
                Problem.REPLY_OTHER_NOTICE, file=file.name, number=number, expected=notice.number
            )
    else:
        found = [one for one in notices if one.number == number]
        if not found:
            raise InspectorError(Problem.REPLY_NOTICE_UNKNOWN, file=file.name, number=number)
        notice = only(found, "notice", number)
    refuse_withdrawn(notice)
    return notice


class _Checked:
    """A reply that was read, held against what is on record."""

    def __init__(self, office: Office, notice: Notice, text: ReplyText, today: date) -> None:
        self._office = office
        self._notice = notice
        self._text = text
        self._today = today
        self._defects = {defect.number: defect for _serial, defect in _listed(office, notice)}
        self._faults: list[SheetFault] = list(text.faults)

    def plan(self, file: Path, photos: Path | None, pictures: tuple[Picture, ...]) -> ReplyPlan:
        """Give the plan, or refuse the sheet with all that is wrong in it."""
        answered = {row.row for row in self._text.rows}
        answers = [self._answer(row, pictures) for row in self._text.rows]
        self._blame_strange_numbers()
        if self._faults:
            faults = tuple(self._text.told(fault) for fault in self._faults)
            raise InspectorError(
                Problem.REPLY_INVALID, file=file.name, count=len(faults), faults=faults
            )
        if not answers:
            raise InspectorError(Problem.REPLY_EMPTY, file=file.name)
        told = [one for one in answers if one is not None]
        bare = [one for one in told if not (one.is_known or one.pictures)]
        is_owed = self._notice.recheck_mode is RecheckMode.BY_PHOTO
        numbers = tuple(one.defect.number for one in bare)
        counting = tuple(one for one in told if not (is_owed and one in bare))
        if not counting:
            raise InspectorError(Problem.REPLY_LACKS_PHOTOS, file=file.name, numbers=numbers)
        given = {one.row.number for one in counting}
        return ReplyPlan(
            file=file,
            photos=photos,
            notice=self._notice,
            bare=() if is_owed else numbers,
            owing=numbers if is_owed else (),
            answers=counting,
            unplaced=tuple(one for one in pictures if one.row not in answered),
            unanswered=tuple(
                number
                for number, defect in self._defects.items()
                if number not in given and can_follow(defect, DefectStep.REPLY)
            ),
        )

    def _answer(self, row: ReplyRow, pictures: tuple[Picture, ...]) -> ReplyAnswer | None:
        defect = self._defects.get(row.number)
        if defect is None:
            return None
        if row.done_on > self._today:
            self._blame(row.row, SheetFaultCode.DAY_TO_COME, DONE_ON, row.done_on.isoformat())
        elif row.done_on < self._notice.issued_on:
            issued = self._notice.issued_on.isoformat()
            self._blame(
                row.row, SheetFaultCode.DAY_TOO_EARLY, DONE_ON, row.done_on.isoformat(), issued
            )
        events = self._office.defects.events(defect.id)
        known = next((event.id for event in events if _says(event, row)), None)
        if known is None and not can_follow(defect, DefectStep.REPLY):
            self._blame_state(row, defect, events)
        own = tuple(one for one in pictures if one.row == row.row)
        return ReplyAnswer(row=row, defect=defect, pictures=own, event_id=known)

    def _blame_state(self, row: ReplyRow, defect: Defect, events: list[DefectEvent]) -> None:
        replies = [event for event in events if event.step is DefectStep.REPLY]
        if replies and not can_follow(defect, DefectStep.WITHDRAW) and defect.is_open:
            day = wall_time(replies[-1].at_ms).date().isoformat()
            self._blame(row.row, SheetFaultCode.REPLIED_ALREADY, MEASURE, row.number, day)
        else:
            state = state_name(defect.state)
            self._blame(row.row, SheetFaultCode.STATE_TAKES_NO_REPLY, MEASURE, row.number, state)

    def _blame_strange_numbers(self) -> None:
        """Name the numbers that the notice does not have, in answered rows or not."""
        for number, row in self._text.rows_by_number.items():
            if number not in self._defects:
                self._blame(row, SheetFaultCode.NOT_IN_NOTICE, NUMBER, number, *self._defects)

    def _blame(self, row: int, code: SheetFaultCode, name: str, *told: str) -> None:
        value, *allowed = told
        self._faults.append(
            SheetFault(
                code=code,
                sheet=SHEET,
                row=row,
                column=self._text.columns.get(name),
                header=_column(name).header,
                value=value,
                allowed=tuple(allowed),
            )
        )


def _column(name: str) -> Column:
    return next(column for column in ROWS.columns if column.name == name)


def _says(event: DefectEvent, row: ReplyRow) -> bool:
    """Tell whether an event is the very reply that a row says."""
    told = (event.reason, event.done_on, event.done_by)
    return event.step is DefectStep.REPLY and told == (clean(row.measure), row.done_on, row.done_by)


def _keep_reply(workspace: Workspace, writing: Writing, plan: ReplyPlan, digest: str) -> Reply:
    office, notice = writing.office, plan.notice
    reply_id = natural_id(notice.project_id, "reply", notice.id, digest)
    there = office.replies.find(reply_id)
    if there is not None:
        return there
    reply = Reply(
        id=reply_id,
        project_id=notice.project_id,
        notice_id=notice.id,
        sha256=digest,
        size=plan.file.stat().st_size,
        name=clean(plan.file.name),
        at_ms=workspace.now_ms(),
        by=office.journal.user_id() or "",
    )
    office.replies.put(reply)
    return reply


def _answer(
    workspace: Workspace,
    writing: Writing,
    plan: ReplyPlan,
    reply: Reply,
    answer: ReplyAnswer,
    taken: PhotosTaken,
) -> int:
    """Write one answer with its photos; give how many photos are linked anew."""
    office = writing.office
    defect = office.defects.get(answer.defect.id)
    there = {link.photo_id for link in office.photos.links_of(defect.id)}
    fresh = [one for one in taken.of_row(answer.row.row) if one not in there]
    if answer.is_known:
        link_defect_photos(workspace, office, defect, fresh, PhotoRole.AFTER, answer.event_id)
        return len(fresh)
    draft = MoveDraft(
        step=DefectStep.REPLY,
        reason=answer.row.measure,
        party_id=plan.notice.party_id,
        photo_ids=tuple(fresh),
        done_on=answer.row.done_on,
        done_by=answer.row.done_by,
        reply_id=reply.id,
    )
    write_move(workspace, writing, defect, draft)
    return len(fresh)
