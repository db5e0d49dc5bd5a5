"""Defects: record, edit, move, list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import PackRef, Severity
from inspector.core.defects import (
    Defect,
    DefectEvent,
    DefectState,
    DefectStep,
    Move,
    Standing,
    moved,
    rounds,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target, Whereabouts
from inspector.core.exchange import Conflict
from inspector.core.numbers import NO_BUILDING, human_number
from inspector.core.projects import Party, Place, address_of, building_code, path_of
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.operations.blobs import whereabouts_over
from inspector.operations.conflicts import critical_by_row
from inspector.operations.finding import only
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectDraft:
    """What a person gives to record a defect."""

    place_id: str
    text: str
    severity: Severity
    item_id: str | None = None
    pack: PackRef | None = None
    visit_id: str | None = None
    answer_id: str | None = None
    party_id: str | None = None
    measured: str | None = None
    demand: str | None = None
    due_on: date | None = None
    photo_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectLine:
    """A defect as a list shows it."""

    defect: Defect
    place_path: tuple[Place, ...]
    address: tuple[Place, ...]
    party: Party | None
    overdue: bool
    photo_ids: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    """What is critical and in dispute: severity, state, whether it is deleted."""
    bearers: int = 1
    """How many defects of the project bear this number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPhoto:
    """A photo with what it shows of the record."""

    photo: Photo
    link: PhotoLink
    where: Whereabouts = Whereabouts.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectSheet:
    """Everything about one defect."""

    line: DefectLine
    events: tuple[DefectEvent, ...]
    photos: tuple[LinkedPhoto, ...]
    people: dict[str, str]
    notice_numbers: tuple[str, ...]

    @property
    def defect(self) -> Defect:
        """Give the defect itself."""
        return self.line.defect


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectFilter:
    """Which defects to list; None or empty means any."""

    states: frozenset[DefectState] = frozenset()
    severities: frozenset[Severity] = frozenset()
    party_id: str | None = None
    place_id: str | None = None
    only_open: bool = False
    only_overdue: bool = False
    text: str = ""


def list_defects(
    workspace: Workspace, project_id: str, wanted: DefectFilter | None = None
) -> list[DefectLine]:
    """List the defects of a project that a filter lets through, by number."""
    chosen = wanted or DefectFilter()
    with workspace.read() as office:
        lines = defect_lines(office, project_id, workspace.today())
    return [line for line in lines if _passes(line, chosen)]


def defect_lines(office: Office, project_id: str, today: date) -> list[DefectLine]:
    """List all defects of a project with place, party and photos."""
    places = {place.id: place for place in office.places.of_project(project_id)}
    parties = {party.id: party for party in office.parties.of_project(project_id)}
    photos: dict[str, list[str]] = {}
    for link in office.photos.links_of_project(project_id):
        if link.target is Target.DEFECT:
            photos.setdefault(link.target_id, []).append(link.photo_id)
    defects = office.defects.of_project(project_id)
    disputed = critical_by_row(office, [defect.id for defect in defects])
    bearers = Counter(defect.number for defect in defects)
    return [
        DefectLine(
            defect=defect,
            place_path=path_of(defect.place_id, places),
            address=address_of(defect.place_id, places),
            party=parties.get(defect.party_id or ""),
            overdue=defect.is_overdue(today),
            photo_ids=tuple(photos.get(defect.id, ())),
            conflicts=disputed.get(defect.id, ()),
            bearers=bearers[defect.number],
        )
        for defect in defects
    ]


def _passes(line: DefectLine, wanted: DefectFilter) -> bool:
    defect, text = line.defect, wanted.text.strip().lower()
    inside = wanted.place_id is None or wanted.place_id in {p.id for p in line.place_path}
    return (
        inside
        and (not wanted.states or defect.state in wanted.states)
        and (not wanted.severities or defect.severity in wanted.severities)
        and wanted.party_id in {None, defect.party_id}
        and (defect.is_open or not wanted.only_open)
        and (line.overdue or not wanted.only_overdue)
        and text in f"{defect.number} {defect.text}".lower()
    )


def show_defect(workspace: Workspace, defect_id: str) -> DefectSheet:
    """Read everything about one defect, named by id or number."""
    with workspace.read() as office:
        defect = only(office.defects.named(defect_id), "defect", defect_id)
        lines = defect_lines(office, defect.project_id, workspace.today())
        notices = office.notices.of_project(defect.project_id)
        return DefectSheet(
            line=next(line for line in lines if line.defect.id == defect.id),
            events=tuple(office.defects.events(defect.id)),
            photos=linked_photos(workspace, office, defect.id),
            people={person.id: person.name for person in office.people.all()},
            notice_numbers=tuple(n.number for n in notices if defect.id in n.defect_ids),
        )


def linked_photos(workspace: Workspace, office: Office, target_id: str) -> tuple[LinkedPhoto, ...]:
    """Give the photos that are linked to a record, and where their originals lie."""
    found = [
        (photo, link)
        for link in office.photos.links_of(target_id)
        if (photo := office.photos.find(link.photo_id)) is not None
    ]
    hashes = {photo.sha256 for photo, _link in found}
    where = whereabouts_over(workspace.folder, office, hashes)
    return tuple(
        LinkedPhoto(photo=photo, link=link, where=where[photo.sha256]) for photo, link in found
    )


def record_defect(workspace: Workspace, project_id: str, draft: DefectDraft) -> Outcome[Defect]:
    """Put a defect on record with a number that never changes."""
    machine = workspace.device().code
    with workspace.act() as writing:
        defect = write_defect(workspace, writing, project_id, draft, machine)
    changes = Changes.of(Topic.DEFECTS, Topic.PHOTOS, ids={defect.id})
    return Outcome(defect, changes, writing.act)


def write_defect(
    workspace: Workspace, writing: Writing, project_id: str, draft: DefectDraft, machine: str
) -> Defect:
    """Put a defect on record within an act."""
    office = writing.office
    _check_links(office, project_id, draft)
    by, at_ms = office.journal.user_id() or "", workspace.now_ms()
    defect = Defect(
        id=workspace.new_id(),
        project_id=project_id,
        number=_next_number(office, project_id, draft.place_id, machine),
        place_id=draft.place_id,
        text=named(draft.text, "text", LONGEST_TEXT),
        severity=draft.severity,
        standing=Standing(DefectState.RECORDED, by, at_ms),
        visit_id=draft.visit_id,
        item_id=draft.item_id,
        pack=draft.pack,
        answer_id=draft.answer_id,
        party_id=draft.party_id,
        measured=clean(draft.measured or "") or None,
        demand=clean(draft.demand or "") or None,
        due_on=draft.due_on,
    )
    office.defects.put(defect)
    move = Move(step=DefectStep.RECORD, by=by, at_ms=at_ms, party_id=draft.party_id)
    event_id = _add_event(workspace, office, defect, move, 0)
    link_defect_photos(workspace, office, defect, draft.photo_ids, PhotoRole.BEFORE, event_id)
    return defect


def copy_defect(
    workspace: Workspace, writing: Writing, defect_id: str, fields: Mapping[str, object]
) -> Defect:
    """Put a defect down once more within an act, with some fields other and its own number."""
    defect = writing.office.defects.get(defect_id)
    for field, value in fields.items():
        defect = replace(defect, **{field: _EDITABLE[field](value)})
    before = [
        link.photo_id
        for link in writing.office.photos.links_of(defect_id)
        if link.role not in {PhotoRole.AFTER, PhotoRole.RECHECK}
    ]
    draft = DefectDraft(
        place_id=defect.place_id,
        text=defect.text,
        severity=defect.severity,
        item_id=defect.item_id,
        pack=defect.pack,
        visit_id=defect.visit_id,
        answer_id=defect.answer_id,
        party_id=defect.party_id,
        measured=defect.measured,
        demand=defect.demand,
        due_on=defect.due_on,
        photo_ids=tuple(before),
    )
    return write_defect(workspace, writing, defect.project_id, draft, workspace.device().code)


def _check_links(office: Office, project_id: str, draft: DefectDraft) -> None:
    places = {place.id for place in office.places.of_project(project_id)}
    if draft.place_id not in places:
        raise InspectorError(Problem.LINK_MISSING, record="place", id=draft.place_id)
    parties = {party.id for party in office.parties.of_project(project_id)}
    if draft.party_id is not None and draft.party_id not in parties:
        raise InspectorError(Problem.LINK_MISSING, record="party", id=draft.party_id)
    for photo_id in draft.photo_ids:
        if office.photos.find(photo_id) is None:
            raise InspectorError(Problem.LINK_MISSING, record="photo", id=photo_id)


def _next_number(office: Office, project_id: str, place_id: str, machine: str) -> str:
    places = {place.id: place for place in office.places.of_project(project_id)}
    taken = office.defects.serials(project_id, machine)
    serial = 1 + max((int(number.rpartition("-")[2]) for number in taken), default=0)
    building = building_code(place_id, places) or NO_BUILDING
    return human_number(office.projects.get(project_id).code, building, machine, serial)


def link_defect_photos(
    workspace: Workspace,
    office: Office,
    defect: Defect,
    photo_ids: Sequence[str],
    role: PhotoRole,
    event_id: str | None = None,
) -> None:
    """Link photos to a defect within an act, after those that are there, with their step."""
    there = len(office.photos.links_of(defect.id)) if photo_ids else 0
    for position, photo_id in enumerate(photo_ids, start=there + 1):
        office.photos.put_link(
            PhotoLink(
                id=workspace.new_id(),
                project_id=defect.project_id,
                photo_id=photo_id,
                target=Target.DEFECT,
                target_id=defect.id,
                role=role,
                position=position,
                event_id=event_id,
            )
        )


_EDITABLE: dict[str, Any] = {
    "text": lambda text: named(str(text), "text", LONGEST_TEXT),
    "severity": lambda text: _severity(str(text)),
    "party_id": lambda text: str(text) or None,
    "place_id": str,
    "measured": lambda text: clean(str(text)) or None,
    "demand": lambda text: clean(str(text)) or None,
    "due_on": lambda text: _day(str(text)),
}


def edit_defect(workspace: Workspace, defect_id: str, **fields: object) -> Outcome[Defect]:
    """Change fields of a defect; its number and state do not change this way."""
    with workspace.act() as writing:
        office = writing.office
        defect = only(office.defects.named(defect_id), "defect", defect_id)
        for field, value in fields.items():
            if field not in _EDITABLE:
                raise InspectorError(Problem.FIELD_UNKNOWN, field=field)
            defect = replace(defect, **{field: _EDITABLE[field](value)})
        draft = DefectDraft(
            place_id=defect.place_id,
            text=defect.text,
            severity=defect.severity,
            party_id=defect.party_id,
        )
        _check_links(office, defect.project_id, draft)
        office.defects.put(defect)
    return Outcome(defect, Changes.of(Topic.DEFECTS, ids={defect.id}), writing.act)


def _severity(text: str) -> Severity:
    try:
        return Severity(text)
    except ValueError:
        raise InspectorError(Problem.FIELD_INVALID, field="severity", value=text) from None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InspectorError(Problem.FIELD_INVALID, field="due_on", value=text) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDraft:
    """A step that a person chose, with the photos that belong to it."""

    step: DefectStep
    reason: str | None = None
    due_on: date | None = None
    party_id: str | None = None
    photo_ids: tuple[str, ...] = ()
    done_on: date | None = None
    done_by: str | None = None
    reply_id: str | None = None


def move_defect(workspace: Workspace, defect_id: str, draft: MoveDraft) -> Outcome[Defect]:
    """Take a defect one step on, as far as its state and the person allow."""
    with workspace.act() as writing:
        defect = only(writing.office.defects.named(defect_id), "defect", defect_id)
        defect = write_move(workspace, writing, defect, draft)
    changes = Changes.of(Topic.DEFECTS, Topic.PHOTOS, ids={defect.id})
    return Outcome(defect, changes, writing.act)


def write_move(workspace: Workspace, writing: Writing, defect: Defect, draft: MoveDraft) -> Defect:
    """Take a defect one step on within an act."""
    office = writing.office
    events = office.defects.events(defect.id)
    by = office.journal.user_id() or ""
    move = Move(
        step=draft.step,
        by=by,
        name=office.people.get(by).name if by else None,
        at_ms=workspace.now_ms(),
        reason=clean(draft.reason or "") or None,
        due_on=draft.due_on,
        party_id=draft.party_id,
        done_on=draft.done_on,
        done_by=draft.done_by,
        reply_id=draft.reply_id,
    )
    after = moved(defect, move, events)
    role = _PHOTO_ROLES.get(draft.step, PhotoRole.EVIDENCE)
    missing = next((one for one in draft.photo_ids if office.photos.find(one) is None), None)
    if missing is not None:
        raise InspectorError(Problem.LINK_MISSING, record="photo", id=missing)
    links = office.photos.links_of(defect.id)
    shown = {link.role for link in links} | ({role} if draft.photo_ids else set())
    if draft.step is DefectStep.RECHECK_PASS and not shown & {PhotoRole.AFTER, PhotoRole.RECHECK}:
        raise InspectorError(Problem.DEFECT_HAS_NO_PHOTO, number=defect.number)
    checks = {DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL}
    event_id = _add_event(workspace, office, defect, move, rounds(events) + (draft.step in checks))
    link_defect_photos(workspace, office, defect, draft.photo_ids, role, event_id)
    office.defects.put(after)
    return after


_PHOTO_ROLES = {
    DefectStep.REPLY: PhotoRole.AFTER,
    DefectStep.START_REPAIR: PhotoRole.AFTER,
    DefectStep.RECHECK_PASS: PhotoRole.RECHECK,
    DefectStep.RECHECK_FAIL: PhotoRole.RECHECK,
}


def _add_event(
    workspace: Workspace, office: Office, defect: Defect, move: Move, round_number: int
) -> str:
    event_id = workspace.new_id()
    office.defects.add_event(
        DefectEvent(
            id=event_id,
            project_id=defect.project_id,
            defect_id=defect.id,
            step=move.step,
            at_ms=move.at_ms,
            by=move.by,
            round=round_number,
            reason=move.reason,
            due_on=move.due_on,
            party_id=move.party_id,
            done_on=move.done_on,
            done_by=move.done_by,
            reply_id=move.reply_id,
        )
    )
    return event_id
