"""Tell a visit's list once in writing, frozen; supplement it later with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.defects import Defect
from inspector.core.disclosures import Disclosure, ToldRow, untold
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import Visit
from inspector.core.numbers import document_number
from inspector.core.papers import FormPaper, PaperIdentity
from inspector.core.progress import Progress
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.core.times import wall_time
from inspector.operations.defect_papers import references
from inspector.operations.disclosure_papers import disclosure_form
from inspector.operations.paper_photos import basis_text, place_text
from inspector.operations.reports import MadeReport, issue_numbered
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office
from inspector.words.checklists import item_title

PREFIX = "GZ"
"""告知: what a list's number begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLists:
    """What was told of a visit, and what waits to be told."""

    visit: Visit
    lists: tuple[Disclosure, ...]
    untold: tuple[Defect, ...]

    @property
    def is_frozen(self) -> bool:
        """Tell whether the visit's own list was told."""
        return bool(self.lists)


def lists_of_visit(workspace: Workspace, visit_id: str) -> VisitLists:
    """Read what was told of a visit, and what was not."""
    with workspace.read() as office:
        return _lists(office, visit_id)


def _lists(office: Office, visit_id: str) -> VisitLists:
    visit = office.visits.get(visit_id)
    lists = office.disclosures.of_visit(visit_id)
    found = [d for d in office.defects.of_project(visit.project_id) if d.visit_id == visit_id]
    return VisitLists(visit=visit, lists=tuple(lists), untold=tuple(untold(found, lists)))


def freeze_visit(workspace: Workspace, visit_id: str, note: str = "") -> Outcome[Disclosure]:
    """Tell everything that a visit found, once and for all."""
    with workspace.act() as writing:
        known = _lists(writing.office, visit_id)
        if known.is_frozen:
            first = known.lists[0]
            raise InspectorError(
                Problem.VISIT_FROZEN,
                number=known.visit.number,
                day=first.issued_on.isoformat(),
                list=first.number,
            )
        made = _write(workspace, writing, known, known.untold, note=clean(note) or None)
    return _told(made, writing)


def supplement_visit(
    workspace: Workspace, visit_id: str, reason: str, defect_ids: Sequence[str] = ()
) -> Outcome[Disclosure]:
    """Tell what came after the list, with the reason; without ids all that was not told yet."""
    why = named(reason, "reason", LONGEST_TEXT)
    with workspace.act() as writing:
        known = _lists(writing.office, visit_id)
        if not known.is_frozen:
            raise InspectorError(Problem.VISIT_NOT_FROZEN, number=known.visit.number)
        chosen = _chosen(writing.office, known, defect_ids) if defect_ids else known.untold
        made = _write(workspace, writing, known, chosen, reason=why)
    return _told(made, writing)


def issue_disclosure(
    workspace: Workspace, disclosure_id: str, out: Path, progress: Progress | None = None
) -> Outcome[MadeReport]:
    """Make the paper of a list (一次性告知书): what was frozen, and the supplements so far."""
    with workspace.read() as office:
        told = office.disclosures.get(disclosure_id)

    def gather(identity: PaperIdentity, _watch: Progress) -> FormPaper:
        with workspace.read() as office:
            return disclosure_form(office, told, identity)

    return issue_numbered(workspace, told.project_id, told.number, gather, out, progress)


def _told(made: Disclosure, writing: Writing) -> Outcome[Disclosure]:
    changes = Changes.of(Topic.VISITS, Topic.DEFECTS, ids={made.id, made.visit_id})
    return Outcome(made, changes, writing.act)


def _chosen(office: Office, known: VisitLists, defect_ids: Sequence[str]) -> tuple[Defect, ...]:
    waiting = {one.id: one for one in known.untold}
    for defect_id in defect_ids:
        if defect_id in waiting:
            continue
        defect = office.defects.get(defect_id)
        told = next(
            (one for one in known.lists if defect_id in {row.defect_id for row in one.rows}), None
        )
        if told is not None:
            raise InspectorError(Problem.TOLD_ALREADY, defect=defect.number, list=told.number)
        raise InspectorError(
            Problem.DEFECT_OF_OTHER_VISIT, defect=defect.number, number=known.visit.number
        )
    return tuple(waiting[one] for one in dict.fromkeys(defect_ids))


def _write(
    workspace: Workspace,
    writing: Writing,
    known: VisitLists,
    defects: Sequence[Defect],
    *,
    reason: str | None = None,
    note: str | None = None,
) -> Disclosure:
    if not defects:
        raise InspectorError(Problem.NOTHING_TO_TELL, number=known.visit.number)
    office, at_ms = writing.office, workspace.now_ms()
    made = Disclosure(
        id=workspace.new_id(),
        project_id=known.visit.project_id,
        visit_id=known.visit.id,
        number=_next_number(workspace, office, known.visit.project_id),
        issued_on=wall_time(at_ms).date(),
        by=office.journal.user_id() or "",
        at_ms=at_ms,
        rows=_rows(workspace, office, defects),
        reason=reason,
        note=note,
    )
    office.disclosures.put(made)
    return made


def _next_number(workspace: Workspace, office: Office, project_id: str) -> str:
    code, machine = office.projects.get(project_id).code, workspace.device().code
    year = workspace.today().year
    prefix = f"{PREFIX}-{year}-{code}-{machine}-"
    serials = (int(one[len(prefix) :]) for one in office.disclosures.numbers(project_id, prefix))
    return document_number(PREFIX, year, code, machine, 1 + max(serials, default=0))


def _rows(workspace: Workspace, office: Office, defects: Sequence[Defect]) -> tuple[ToldRow, ...]:
    project_id = defects[0].project_id
    places = {place.id: place for place in office.places.of_project(project_id)}
    parties = {party.id: party.unit for party in office.parties.of_project(project_id)}
    rows = []
    for defect in defects:
        item = (
            workspace.pack(defect.pack).by_id().get(defect.item_id)
            if defect.pack is not None and defect.item_id is not None
            else None
        )
        rows.append(
            ToldRow(
                defect_id=defect.id,
                number=defect.number,
                place=place_text(defect.place_id, places) or "—",
                text=defect.text,
                severity=defect.severity,
                item=f"{item.id} {item_title(item)}" if item else defect.item_id,
                measured=defect.measured,
                demand=defect.demand,
                basis=basis_text(defect, references(item) if item else ""),
                party=parties.get(defect.party_id or ""),
            )
        )
    return tuple(rows)
