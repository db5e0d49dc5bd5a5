"""After the acceptance: final account, warranties, handover, long-term management."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TypeVar

from inspector.core.aftercare.account import (
    AccountLack,
    Difference,
    FinalAccount,
    account_lacks,
    differences,
)
from inspector.core.aftercare.care import CareAnswer, CarePoint, CareState, CareTally, tally_care
from inspector.core.aftercare.claim import Cover, WarrantyClaim, cover_on
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management
from inspector.core.aftercare.warranty import Warranty, WarrantyKind, end_of
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, PhotoRole
from inspector.core.ids import natural_id
from inspector.core.inspections import Visit, VisitKind
from inspector.core.official_filing import Filing, filing_due, new_filing
from inspector.core.projects import Party, Project, address_of
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office
from inspector.words.records import address_text

R = TypeVar("R", FinalAccount, Warranty, HandoverRow, Management)
T = TypeVar("T")
_ACCEPTED = frozenset({ConclusionKind.PASS, ConclusionKind.IN_PRINCIPLE})
_OF_THE_RECORD = frozenset({"id", "project_id", "position"})


@dataclass(frozen=True, slots=True)
class CareVisit:
    """A visit of long-term management with what it found, and the three lists counted."""

    visit: Visit
    answers: Mapping[CarePoint, CareAnswer]
    photos: Mapping[CarePoint, tuple[Photo, ...]] = field(default_factory=dict)
    """The photos of each point, in their order."""

    @property
    def tallies(self) -> tuple[CareTally, ...]:
        """Count each list."""
        return tally_care(self.answers.values())


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim within a warranty, and whether it is within it; photos before and after."""

    claim: WarrantyClaim
    warranty: Warranty | None
    cover: Cover
    place: str | None = None
    before: tuple[Photo, ...] = ()
    after: tuple[Photo, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftercare:
    """Everything on record of a project after its acceptance, as of a day."""

    project: Project
    today: date
    accepted_on: date | None
    account: FinalAccount
    management: Management
    filing: Filing
    warranties: tuple[Warranty, ...]
    handover: tuple[HandoverRow, ...]
    visits: tuple[CareVisit, ...]
    claims: tuple[ClaimLine, ...]
    parties: Mapping[str, Party]

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Give the photos of the newest visit and of the claims, each once, as they are told."""
        seen = [
            photo for one in self.visits[-1:] for found in one.photos.values() for photo in found
        ]
        seen += [photo for line in self.claims for photo in (*line.before, *line.after)]
        return tuple({photo.id: photo for photo in seen}.values())

    @property
    def finished_on(self) -> date | None:
        """Give the day on which the works were finished, or else accepted."""
        return self.project.finished_on or self.accepted_on

    @property
    def filing_due_on(self) -> date | None:
        """Give the day by which the acceptance is to be filed with the authority."""
        return filing_due(self.accepted_on)

    @property
    def due_on(self) -> date | None:
        """Give the day by which the final account is owed."""
        return self.account.due(self.finished_on)

    @property
    def is_overdue(self) -> bool:
        """Tell whether the final account is late."""
        return self.account.is_overdue(self.finished_on, self.today)

    @property
    def lacks(self) -> tuple[AccountLack, ...]:
        """List what keeps the final account from being closed."""
        return account_lacks(self.account)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Give how the sums of the final account differ."""
        return differences(self.account)


def aftercare_of(workspace: Workspace, project_id: str) -> Aftercare:
    """Tell everything on record of a project after its acceptance."""
    with workspace.read() as office:
        return aftercare_over(office, project_id, workspace.today())


def aftercare_over(office: Office, project_id: str, today: date) -> Aftercare:
    """Tell it from one consistent state of the records."""
    kept = office.aftercare
    return Aftercare(
        project=office.projects.get(project_id),
        today=today,
        accepted_on=accepted_on(office, project_id),
        account=kept.account(project_id) or _new_account(project_id),
        management=kept.management(project_id) or _new_management(project_id),
        filing=office.filings.of_project(project_id) or new_filing(project_id),
        warranties=tuple(kept.warranties(project_id)),
        handover=tuple(kept.handover(project_id)),
        visits=tuple(_visits(office, project_id)),
        claims=tuple(_claims(office, project_id)),
        parties={party.id: party for party in office.parties.of_project(project_id)},
    )


def accepted_on(office: Office, project_id: str) -> date | None:
    """Give the day of the meeting that accepted the works; warranties run from it."""
    days = [
        meeting.held_on
        for meeting in office.meetings.of_project(project_id)
        if meeting.declared is not None and meeting.declared.kind in _ACCEPTED
    ]
    return days[-1] if days else None


def _visits(office: Office, project_id: str) -> Iterable[CareVisit]:
    answers = office.aftercare.answers(project_id)
    for visit in office.visits.of_project(project_id):
        if visit.kind is VisitKind.AFTERCARE:
            own = [answer for answer in answers if answer.visit_id == visit.id]
            shown = {one.point: tuple(_photos(office, one.id)) for one in own}
            yield CareVisit(visit, {answer.point: answer for answer in own}, shown)


def _claims(office: Office, project_id: str) -> Iterable[ClaimLine]:
    warranties = {one.id: one for one in office.aftercare.warranties(project_id)}
    places = {place.id: place for place in office.places.of_project(project_id)}
    for claim in office.aftercare.claims(project_id):
        place = claim.place_id and address_text(address_of(claim.place_id, places))
        warranty = warranties.get(claim.warranty_id or "")
        after = tuple(_photos(office, claim.id, PhotoRole.AFTER))
        before = tuple(one for one in _photos(office, claim.id) if one not in after)
        cover = cover_on(claim.reported_on, warranty)
        yield ClaimLine(claim, warranty, cover, place or None, before, after)


def _photos(office: Office, target_id: str, role: PhotoRole | None = None) -> Iterable[Photo]:
    """Give the photos of a record that are here, in their order."""
    for link in office.photos.links_of(target_id):
        photo = office.photos.find(link.photo_id)
        if photo is not None and (role is None or link.role is role):
            yield photo


def _new_account(project_id: str) -> FinalAccount:
    return FinalAccount(id=natural_id(project_id, "final_account"), project_id=project_id)


def _new_management(project_id: str) -> Management:
    return Management(id=natural_id(project_id, "management"), project_id=project_id)


# -- final account and managing body --------------------------------------------------------------


def state_account(
    workspace: Workspace, project_id: str, facts: Mapping[str, object]
) -> Outcome[FinalAccount]:
    """Set fields of the final account; None takes a value away."""
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        before = writing.office.aftercare.account(project_id) or _new_account(project_id)
        account = _with(before, facts).checked(workspace.today())
        writing.office.aftercare.put(account)
    return _done(account, writing, account.id)


def state_management(
    workspace: Workspace, project_id: str, facts: Mapping[str, object]
) -> Outcome[Management]:
    """Set who manages the place, by which agreement, and what is in force; None takes away."""
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        before = writing.office.aftercare.management(project_id) or _new_management(project_id)
        management = _with(before, facts).checked(workspace.today())
        writing.office.aftercare.put(management)
    return _done(management, writing, management.id)


# -- warranties -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantyDraft:
    """What a person gives to put a warranty on record.

    Without a start it runs from the acceptance; without months or an end it is as long as the law
    has it at least.
    """

    kind: WarrantyKind
    part: str
    starts_on: date | None = None
    months: int | None = None
    ends_on: date | None = None
    party_id: str | None = None
    paper: str | None = None


def add_warranty(workspace: Workspace, project_id: str, draft: WarrantyDraft) -> Outcome[Warranty]:
    """Put a part under warranty on record."""
    with workspace.act() as writing:
        office = writing.office
        office.projects.get(project_id)
        starts_on = draft.starts_on or accepted_on(office, project_id)
        if starts_on is None:
            raise InspectorError(Problem.NAME_EMPTY, field="starts_on")
        warranty = Warranty(
            id=workspace.new_id(),
            project_id=project_id,
            kind=draft.kind,
            part=named(draft.part, "part"),
            starts_on=starts_on,
            ends_on=draft.ends_on or end_of(draft.kind, starts_on, draft.months),
            months=None if draft.ends_on else draft.months,
            party_id=draft.party_id,
            paper=clean(draft.paper or "") or None,
            position=_next(office.aftercare.warranties(project_id)),
        ).checked()
        _check_party(office, project_id, warranty.party_id)
        office.aftercare.put(warranty)
    return _done(warranty, writing, warranty.id)


def edit_warranty(
    workspace: Workspace, warranty_id: str, facts: Mapping[str, object]
) -> Outcome[Warranty]:
    """Change facts of a warranty; its end follows start and months unless it is stated itself."""
    with workspace.act() as writing:
        office = writing.office
        warranty = _ending(_with(office.aftercare.warranty(warranty_id), facts), facts).checked()
        _check_party(office, warranty.project_id, warranty.party_id)
        office.aftercare.put(warranty)
    return _done(warranty, writing, warranty.id)


def _ending(warranty: Warranty, facts: Mapping[str, object]) -> Warranty:
    """Let the end follow what was changed."""
    if facts.get("ends_on") is not None:
        return replace(warranty, months=None)
    if "months" in facts or (warranty.months is not None and "starts_on" in facts):
        ends_on = end_of(warranty.kind, warranty.starts_on, warranty.months)
        return replace(warranty, ends_on=ends_on)
    return warranty


def _check_party(office: Office, project_id: str, party_id: str | None) -> None:
    known = {party.id for party in office.parties.of_project(project_id)}
    if party_id is not None and party_id not in known:
        raise InspectorError(Problem.LINK_MISSING, record="party", id=party_id)


# -- handover -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDraft:
    """What a person gives to put a line on the handover list."""

    kind: HandoverKind
    item: str
    quantity: str | None = None
    receiver: str | None = None
    handed_on: date | None = None
    paper: str | None = None
    note: str | None = None


def add_handover(
    workspace: Workspace, project_id: str, draft: HandoverDraft
) -> Outcome[HandoverRow]:
    """Put a thing on the handover list."""
    with workspace.act() as writing:
        office = writing.office
        office.projects.get(project_id)
        row = HandoverRow(
            id=workspace.new_id(),
            project_id=project_id,
            kind=draft.kind,
            item=named(draft.item, "item"),
            handed_on=draft.handed_on,
            position=_next(office.aftercare.handover(project_id)),
            **{
                name: clean(getattr(draft, name) or "") or None
                for name in ("quantity", "receiver", "paper", "note")
            },
        ).checked(workspace.today())
        office.aftercare.put(row)
    return _done(row, writing, row.id)


def edit_handover(
    workspace: Workspace, row_ids: Iterable[str], facts: Mapping[str, object]
) -> Outcome[list[HandoverRow]]:
    """Change facts of lines of the list; several are handed over in one act."""
    changed: list[HandoverRow] = []
    with workspace.act() as writing:
        for row_id in row_ids:
            before = writing.office.aftercare.handover_row(row_id)
            changed.append(_with(before, facts).checked(workspace.today()))
            writing.office.aftercare.put(changed[-1])
    ids = {row.id for row in changed}
    return Outcome(changed, Changes.of(Topic.PROCESS, ids=ids), writing.act)


# -- visits of long-term management ---------------------------------------------------------------


def answer_care(
    workspace: Workspace,
    visit_id: str,
    point: CarePoint,
    state: CareState | None,
    note: str | None = None,
) -> Outcome[None]:
    """Put on record what a visit found of a point; without a state it is open again."""
    with workspace.act() as writing:
        office = writing.office
        visit = office.visits.get(visit_id)
        if visit.kind is not VisitKind.AFTERCARE:
            raise InspectorError(Problem.NOT_A_CARE_VISIT, number=visit.number)
        answer_id = natural_id(visit.project_id, "care_answer", visit.id, point.value)
        if state is None:
            if office.aftercare.table_of(answer_id):
                office.aftercare.delete("care_answer", answer_id)
        else:
            answer = CareAnswer(
                id=answer_id,
                project_id=visit.project_id,
                visit_id=visit.id,
                point=point,
                state=state,
                note=_text("note", note),
            )
            office.aftercare.put(answer.checked())
    return _done(None, writing, visit_id)


# -- what they share ------------------------------------------------------------------------------


def remove_aftercare_record(workspace: Workspace, record_id: str) -> Outcome[None]:
    """Take a record off that was entered by mistake; its history stays."""
    with workspace.act() as writing:
        table = writing.office.aftercare.table_of(record_id)
        if table is None:
            raise InspectorError(Problem.RECORD_MISSING, record="record", id=record_id)
        writing.office.aftercare.delete(table, record_id)
    return _done(None, writing, record_id)


def _with(record: R, facts: Mapping[str, object]) -> R:
    """Set fields of a record by their names; texts are cleaned, empty ones taken away."""
    known = {one.name for one in fields(record)} - _OF_THE_RECORD
    for name in facts:
        if name not in known:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=name)
    told = {
        name: _text(name, value) if type(value) is str else value for name, value in facts.items()
    }
    for name in ("kind", "part", "item", "starts_on", "ends_on"):
        if name in told and told[name] is None:
            raise InspectorError(Problem.NAME_EMPTY, field=name)
    return replace(record, **told)  # type: ignore[arg-type]  # fields by their own names


def _text(name: str, value: object) -> str | None:
    text = clean(str(value or ""))
    return named(text, name, LONGEST_TEXT) if text else None


def _next(records: Iterable[Warranty | HandoverRow]) -> int:
    return 1 + max((one.position for one in records), default=0)


def _done(value: T, writing: Writing, record_id: str) -> Outcome[T]:
    return Outcome(value, Changes.of(Topic.PROCESS, ids={record_id}), writing.act)
