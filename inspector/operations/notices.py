"""Rectification notices: several defects of one party, issued in one act."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from inspector.core.bundles import Paper
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.days import check_days
from inspector.core.defects import (
    Defect,
    DefectState,
    DefectStep,
    Notice,
    RecheckMode,
    Withdrawal,
    can_follow,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import EDITIONS, PaperKind, edition_of
from inspector.core.notices import NoticeStanding, standing_on
from inspector.core.numbers import document_number
from inspector.core.papers import Written
from inspector.core.progress import Progress, Unwatched
from inspector.core.projects import Party
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.core.times import wall_time
from inspector.folders import fonts
from inspector.operations.defects import MoveDraft, write_move
from inspector.operations.files import refuse_target
from inspector.operations.looks import office_look
from inspector.operations.notice_papers import gather_notices
from inspector.operations.workdays import work_calendar
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.language import _
from inspector.words.records import paper_name

PREFIX = "ZG"
"""整改: what a notice's number begins with."""
LONGEST_TERM = 250
"""Working days; a year has about as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft:
    """What a person gives to issue a notice; without ids it is all that the party owes.

    The time is either a day or a count of working days.
    """

    party_id: str
    due_on: date | None = None
    term: int | None = None
    defect_ids: tuple[str, ...] = ()
    recheck_mode: RecheckMode = RecheckMode.ON_SITE
    demand: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """A notice as a list shows it."""

    notice: Notice
    party: Party | None
    standing: NoticeStanding
    issuer: str = ""

    @property
    def open_defects(self) -> int:
        """Count what is not ended."""
        return self.standing.still_open


def list_notices(workspace: Workspace, project_id: str, on: date | None = None) -> list[NoticeLine]:
    """List the notices of a project by number, as they stand on a day (today)."""
    day = on or workspace.today()
    with workspace.read() as office:
        parties = {party.id: party for party in office.parties.of_project(project_id)}
        defects = office.defects.of_project(project_id)
        people = {person.id: person.name for person in office.people.all()}
        notices = office.notices.of_project(project_id)
    return [
        NoticeLine(
            notice=notice,
            party=parties.get(notice.party_id),
            standing=standing_on(notice, defects, day),
            issuer=people.get(notice.by, ""),
        )
        for notice in notices
    ]


def due_day(workspace: Workspace, draft: NoticeDraft) -> date:
    """Give the day that a notice of today would set, by the office's table of holidays.

    A year without a table is a problem to be put to the person, never a guess.
    """
    if (draft.due_on is None) == (draft.term is None):
        raise InspectorError(Problem.NOTICE_TERM_UNCLEAR, most=LONGEST_TERM)
    today = workspace.today()
    if draft.due_on is not None:
        check_days("today", today, "due_on", draft.due_on)
        return draft.due_on
    term = draft.term or 0
    if not 1 <= term <= LONGEST_TERM:
        raise InspectorError(Problem.NOTICE_TERM_UNCLEAR, most=LONGEST_TERM)
    return work_calendar(workspace).after(today, term)


def issue_notice(workspace: Workspace, project_id: str, draft: NoticeDraft) -> Outcome[Notice]:
    """Issue recorded defects to their party, with one day by which they must be put right."""
    today, machine = workspace.today(), workspace.device().code
    due_on = due_day(workspace, draft)
    with workspace.act() as writing:
        office = writing.office
        defects = _chosen(office, project_id, draft)
        notice = Notice(
            id=workspace.new_id(),
            project_id=project_id,
            number=_next_number(office, project_id, machine, today.year),
            party_id=draft.party_id,
            issued_on=today,
            due_on=due_on,
            term=draft.term,
            recheck_mode=draft.recheck_mode,
            defect_ids=tuple(defect.id for defect in defects),
            by=office.journal.user_id() or "",
            demand=clean(draft.demand or "") or None,
        )
        office.notices.put(notice)
        move = MoveDraft(step=DefectStep.ISSUE, due_on=due_on, party_id=draft.party_id)
        for defect in defects:
            write_move(workspace, writing, defect, move)
    touched = {notice.id, *notice.defect_ids}
    return Outcome(notice, Changes.of(Topic.NOTICES, Topic.DEFECTS, ids=touched), writing.act)


def withdraw_notice(workspace: Workspace, notice_id: str, reason: str) -> Outcome[Notice]:
    """Take a notice back, with a reason; it stays on record under its number.

    What it issued and nobody has answered yet waits to be issued again, without a day. What was
    answered or ended stays as it is.
    """
    why = named(reason, "reason", LONGEST_TEXT)
    with workspace.act() as writing:
        office = writing.office
        notice = office.notices.get(notice_id)
        refuse_withdrawn(notice)
        by = office.journal.user_id() or ""
        notice = replace(notice, withdrawn=Withdrawal(by, workspace.now_ms(), why))
        office.notices.put(notice)
        move = MoveDraft(step=DefectStep.WITHDRAW, reason=f"{notice.number} {why}")
        for defect in _still_issued_by(office, notice):
            write_move(workspace, writing, defect, move)
    touched = {notice.id, *notice.defect_ids}
    return Outcome(notice, Changes.of(Topic.NOTICES, Topic.DEFECTS, ids=touched), writing.act)


def refuse_withdrawn(notice: Notice) -> None:
    """Refuse to go on with a notice that was taken back."""
    if notice.withdrawn is not None:
        raise InspectorError(
            Problem.NOTICE_WITHDRAWN,
            number=notice.number,
            day=wall_time(notice.withdrawn.at_ms).date(),
            why=notice.withdrawn.reason,
        )


def _still_issued_by(office: Office, notice: Notice) -> list[Defect]:
    """Give the defects that wait for a repair under this notice alone."""
    others = {
        defect_id
        for one in office.notices.in_force(notice.project_id)
        if one.id != notice.id
        for defect_id in one.defect_ids
    }
    own = {one.id: one for one in office.defects.of_project(notice.project_id)}
    return [
        own[one]
        for one in notice.defect_ids
        if one in own and one not in others and can_follow(own[one], DefectStep.WITHDRAW)
    ]


def print_notice(
    workspace: Workspace, notice_id: str, out: Path, progress: Progress | None = None
) -> Written:
    """Write a notice as PDF, Word or Excel; a file that exists is never overwritten."""
    from inspector.reports.editions import write_edition

    watch = progress or Unwatched()
    refuse_target(workspace.folder, out)
    if edition_of(out.name) is None:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=" ".join(EDITIONS))
    with workspace.read() as office:
        project_id = office.notices.get(notice_id).project_id
    gathered = gather_notices(workspace, project_id, watch)
    paper = next(paper for notice, paper in gathered if notice.id == notice_id)
    return write_edition(paper, out, fonts(), watch, office_look(workspace))


def write_notice_papers(workspace: Workspace, project_id: str, folder: Path) -> Iterator[Paper]:
    """Write all notices of a project for its archive, each with what a catalogue says of it."""
    from inspector.reports.notice import write_notice

    for notice, paper in gather_notices(workspace, project_id, Unwatched()):
        made = write_notice(paper, folder / f"{notice.number}.pdf", fonts(), office_look(workspace))
        yield Paper(
            title=paper_name(PaperKind.NOTICE),
            number=notice.number,
            creator=paper.issuer or "",
            dated_on=notice.issued_on,
            pages=made.pages,
            file=made.path,
            size=made.size,
            sha256=made.sha256,
            remark=_("{unit}（已撤回）").format(unit=paper.to) if paper.withdrawn else paper.to,
        )


def _chosen(office: Office, project_id: str, draft: NoticeDraft) -> list[Defect]:
    """Give the defects of the notice: those named, each owed by the party, or all recorded ones."""
    if draft.party_id not in {party.id for party in office.parties.of_project(project_id)}:
        raise InspectorError(Problem.LINK_MISSING, record="party", id=draft.party_id)
    owed = [d for d in office.defects.of_project(project_id) if d.party_id == draft.party_id]
    if draft.defect_ids:
        by_id = {defect.id: defect for defect in owed}
        strange = next((one for one in draft.defect_ids if one not in by_id), None)
        if strange is not None:
            raise InspectorError(Problem.LINK_MISSING, record="defect", id=strange)
        return [by_id[one] for one in dict.fromkeys(draft.defect_ids)]
    recorded = [defect for defect in owed if defect.state is DefectState.RECORDED]
    if not recorded:
        raise InspectorError(Problem.NOTICE_EMPTY)
    return recorded


def _next_number(office: Office, project_id: str, machine: str, year: int) -> str:
    """Count per project, laptop and year; a number that was taken back is not given again."""
    code = office.projects.get(project_id).code
    prefix = f"{PREFIX}-{year}-{code}-{machine}-"
    taken = office.db.execute(
        "SELECT number FROM notice WHERE project_id = ? AND number LIKE ?",
        [project_id, f"{prefix}%"],
    )
    serials = (int(number[len(prefix) :]) for (number,) in taken.fetchall())
    return document_number(PREFIX, year, code, machine, 1 + max(serials, default=0))
