"""Put on record what moves a project on: votes, publicity, papers, and what people say."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoLink, PhotoRole, Target
from inspector.core.ids import natural_id
from inspector.core.process.names import (
    DocumentKind,
    DocumentOpinion,
    EventKind,
    VoteSubject,
)
from inspector.core.process.path import checked_target
from inspector.core.process.records import GateDocument, GateRecord, Objection, Publicity
from inspector.core.process.votes import Ballot, Vote, VoteRule
from inspector.core.progress import Progress
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.folders import FILES
from inspector.operations.blobs import DOCUMENT_SUFFIXES, file_suffix
from inspector.operations.files import content_path, keep_content
from inspector.operations.photos import IntakeOrder, Receipt, import_photos
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office
from inspector.words.language import _
from inspector.words.process import document_name

T = TypeVar("T")

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; a longer file is no paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteDraft:
    """What a person gives to put a vote on record; without a rule that of the subject holds."""

    subject: VoteSubject
    households: Ballot
    first_on: date
    last_on: date
    area_m2: Ballot | None = None
    rule: VoteRule | None = None
    method: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityDraft:
    """What a person gives to put a publicity on record."""

    start_on: date
    end_on: date
    place: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDraft:
    """What a person gives to put a paper on record; an empty title is that of its kind."""

    kind: DocumentKind
    title: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    opinion: DocumentOpinion | None = None
    file: Path | None = None


_LASTING = frozenset({EventKind.CONFIRM, EventKind.WAIVE})
"""What holds until the contrary is said; a stop may come a second time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What somebody says of a project's way, since when, on whose authority and what paper."""

    kind: EventKind
    target: str = ""
    authority: str = ""
    paper: str = ""
    reason: str = ""
    holds: bool = True
    said_on: date | None = None


def record_vote(workspace: Workspace, project_id: str, draft: VoteDraft) -> Outcome[Vote]:
    """Put a vote on record."""
    vote = Vote(
        id=workspace.new_id(),
        project_id=project_id,
        subject=draft.subject,
        households=draft.households,
        area_m2=draft.area_m2,
        rule=draft.rule,
        first_on=draft.first_on,
        last_on=draft.last_on,
        method=_text(draft.method),
        note=_text(draft.note),
    ).checked(workspace.today())
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        writing.office.process.put_vote(vote)
    return _done(vote, writing, vote.id)


def record_publicity(
    workspace: Workspace, project_id: str, draft: PublicityDraft
) -> Outcome[Publicity]:
    """Put a publicity on record; it may still be running."""
    publicity = _publicity(workspace.new_id(), project_id, draft)
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        writing.office.process.put_publicity(publicity)
    return _done(publicity, writing, publicity.id)


def edit_publicity(
    workspace: Workspace, publicity_id: str, draft: PublicityDraft
) -> Outcome[Publicity]:
    """Correct a publicity."""
    with workspace.act() as writing:
        before = writing.office.process.publicity(publicity_id)
        publicity = _publicity(before.id, before.project_id, draft)
        writing.office.process.put_publicity(publicity)
    return _done(publicity, writing, publicity.id)


def attach_publicity_photos(
    workspace: Workspace,
    publicity_id: str,
    role: PhotoRole,
    paths: list[Path],
    progress: Progress | None = None,
) -> Outcome[Receipt]:
    """Take photos of the first or last day in and link them; a known photo is linked too."""
    with workspace.read() as office:
        project_id = office.process.publicity(publicity_id).project_id
    order = IntakeOrder(project_id=project_id, photographer=workspace.person().name)
    came = import_photos(workspace, paths, order, progress)
    with workspace.act() as writing:
        photos = writing.office.photos
        position = len(photos.links_of(publicity_id))
        for number, photo in enumerate((*came.value.taken, *came.value.known), start=1):
            photos.put_link(
                PhotoLink(
                    id=natural_id(project_id, "photo_link", photo.id, publicity_id, role.value),
                    project_id=project_id,
                    photo_id=photo.id,
                    target=Target.PUBLICITY,
                    target_id=publicity_id,
                    role=role,
                    position=position + number,
                )
            )
    topics = came.changes.topics | {Topic.PHOTOS, Topic.PROCESS}
    changes = replace(came.changes, topics=topics, ids=came.changes.ids | {publicity_id})
    return Outcome(came.value, changes, writing.act)


def record_objection(
    workspace: Workspace, publicity_id: str, text: str, raised_on: date
) -> Outcome[Objection]:
    """Put an objection to a publicity on record, without the name of who raised it."""
    words = named(text, "objection", LONGEST_TEXT)
    with workspace.act() as writing:
        publicity = writing.office.process.publicity(publicity_id)
        objection = Objection(
            id=workspace.new_id(),
            project_id=publicity.project_id,
            publicity_id=publicity_id,
            text=words,
            raised_on=raised_on,
        ).checked(workspace.today())
        writing.office.process.put_objection(objection)
    return _done(objection, writing, objection.id)


def answer_objection(
    workspace: Workspace, objection_id: str, answer: str, answered_on: date
) -> Outcome[Objection]:
    """Put on record what was answered to an objection."""
    words = named(answer, "answer_text", LONGEST_TEXT)
    with workspace.act() as writing:
        before = writing.office.process.objection(objection_id)
        objection = replace(before, answer=words, answered_on=answered_on)
        writing.office.process.put_objection(objection.checked(workspace.today()))
    return _done(objection, writing, objection.id)


def file_document(
    workspace: Workspace, project_id: str, draft: DocumentDraft
) -> Outcome[GateDocument]:
    """Put a paper on record, with its file kept untouched under its hash if there is one."""
    document = GateDocument(
        id=workspace.new_id(),
        project_id=project_id,
        kind=draft.kind,
        title=_text(draft.title) or document_name(draft.kind),
        number=_text(draft.number),
        issued_on=draft.issued_on,
        issuer=_text(draft.issuer),
        opinion=draft.opinion,
    ).checked(workspace.today())
    if draft.file:
        document = _with_file(workspace, document, draft.file)
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        writing.office.process.put_document(document)
    return _done(document, writing, document.id)


def say(workspace: Workspace, project_id: str, saying: Saying) -> Outcome[GateRecord]:
    """Put on record what somebody says: a confirmation, a waiver, an asserted state, a stop."""
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        record = GateRecord(
            id=workspace.new_id(),
            project_id=project_id,
            kind=saying.kind,
            target=saying.target,
            said_on=saying.said_on or workspace.today(),
            authority=clean(saying.authority),
            paper=clean(saying.paper),
            reason=clean(saying.reason),
            holds=saying.holds,
            by=writing.office.journal.user_id() or "",
        )
        record = checked_target(record.checked(workspace.today()))
        _refuse_again(writing.office, record)
        writing.office.process.add_record(record)
    return _done(record, writing, record.id)


def _refuse_again(office: Office, record: GateRecord) -> None:
    """Refuse what is on record as the last word already: the same waiver of the same paper."""
    if record.kind not in _LASTING:
        return
    known = [
        one
        for one in office.process.records(record.project_id)
        if (one.kind, one.target) == (record.kind, record.target)
    ]
    last = max(known, key=lambda one: (one.said_on, one.id), default=None)
    if last is not None and _said(last) == _said(record):
        raise InspectorError(
            Problem.SAID_ALREADY, day=last.said_on, authority=last.authority, paper=last.paper
        )


def _said(record: GateRecord) -> tuple[object, ...]:
    return record.authority, record.paper, record.reason, record.holds


def remove_process_record(workspace: Workspace, record_id: str) -> Outcome[None]:
    """Take a record off that was entered by mistake; its history stays."""
    with workspace.act() as writing:
        table = writing.office.process.table_of(record_id)
        if table is None:
            raise InspectorError(Problem.RECORD_MISSING, record="record", id=record_id)
        writing.office.process.delete(table, record_id)
    return _done(None, writing, record_id)


def document_path(workspace: Workspace, document: GateDocument) -> Path:
    """Find the file of a document, or say that it is not here."""
    if document.sha256 is None:
        raise InspectorError(Problem.FILE_MISSING, file=document.title)
    suffix = file_suffix(document.name or "")
    path = content_path(workspace.folder / FILES, document.sha256, suffix)
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=document.name or document.title)
    return path


def whole(count: int | None) -> Decimal | None:
    """Give a count as the exact decimal that ballots hold."""
    return None if count is None else Decimal(count)


def _publicity(record_id: str, project_id: str, draft: PublicityDraft) -> Publicity:
    return Publicity(
        id=record_id,
        project_id=project_id,
        title=_text(draft.title) or _("改造方案公示"),
        start_on=draft.start_on,
        end_on=draft.end_on,
        place=named(draft.place, "place"),
    ).checked()


def _with_file(workspace: Workspace, document: GateDocument, file: Path) -> GateDocument:
    suffix = file_suffix(file.name)
    try:
        size = file.stat().st_size
        if suffix not in DOCUMENT_SUFFIXES or not 0 < size <= LARGEST_FILE:
            raise InspectorError(
                Problem.FILE_KIND_UNFIT,
                file=file.name,
                allowed=tuple(sorted(DOCUMENT_SUFFIXES)),
                megabytes=LARGEST_FILE // 1024**2,
            )
        content = file.read_bytes()
    except OSError as error:
        raise InspectorError(Problem.FILE_MISSING, file=file) from error
    sha256 = hashlib.sha256(content).hexdigest()
    keep_content(workspace.folder / FILES, sha256, suffix, content)
    return replace(document, sha256=sha256, size=len(content), name=file.name)


def _text(text: str) -> str | None:
    return clean(text) or None


def _done(value: T, writing: Writing, record_id: str) -> Outcome[T]:
    return Outcome(value, Changes.of(Topic.PROCESS, ids={record_id}), writing.act)
