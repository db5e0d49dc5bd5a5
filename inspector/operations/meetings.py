"""The joint acceptance meeting: rounds, who comes, what each says, and the verdict read out."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from inspector.core.basis import spell_judgement
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id
from inspector.core.joint import Judgement
from inspector.core.meetings import (
    Attendance,
    Declared,
    GroupKind,
    Meeting,
    MeetingGroup,
    Presence,
    ResidentVoice,
    Satisfaction,
    Stance,
    meeting_id,
)
from inspector.core.projects import Party
from inspector.core.rulefile import parse_rules
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.folders import locale
from inspector.operations.evidence_files import keep_evidence
from inspector.operations.rules import office_rules, read_rules
from inspector.operations.verdicts import MeetingSheet, is_of_meeting, sheet_over
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office
from inspector.words.language import LANGUAGES, speaking

_PASSING = frozenset({ConclusionKind.PASS, ConclusionKind.IN_PRINCIPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """What a person gives to open a meeting; without a round it is the next one.

    Without a file of rules the office's own table counts, else the shipped one.
    """

    held_on: date
    venue: str | None = None
    chair: str | None = None
    agenda: str | None = None
    round: int | None = None
    rules: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceDraft:
    """How a party attended and who stood for it; a letter is taken in as it is.

    `withdraws_opinion` takes back the consent of a party that turns out to be absent.
    """

    presence: Presence
    representative: str | None = None
    post: str | None = None
    letter: Path | None = None
    withdraws_opinion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """A group of the meeting; `missing` are papers that it did not find; what is None stays."""

    kind: GroupKind
    name: str
    scope: str | None = None
    items: tuple[str, ...] | None = None
    members: str | None = None
    stance: Stance | None = None
    text: str | None = None
    missing: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentDraft:
    """What a resident says; name and phone stay on the laptops and never enter the public copy."""

    level: Satisfaction
    home: str | None = None
    comment: str | None = None
    name: str | None = None
    phone: str | None = None


# -- the meeting itself ---------------------------------------------------------------------------


def create_meeting(workspace: Workspace, project_id: str, draft: MeetingDraft) -> Outcome[Meeting]:
    """Open a round of the acceptance; the same round on another laptop is the same meeting."""
    rules = read_rules(draft.rules) if draft.rules else office_rules(workspace)
    parse_rules(rules, "acceptance.toml")
    with workspace.act() as writing:
        office = writing.office
        project = office.projects.get(project_id)
        held = office.meetings.of_project(project_id)
        round_number = draft.round or 1 + max((one.round for one in held), default=0)
        if any(one.round == round_number for one in held):
            raise InspectorError(Problem.MEETING_EXISTS, round=round_number)
        meeting = Meeting(
            id=meeting_id(project_id, round_number),
            project_id=project_id,
            number=f"{project.code}-HY{round_number}",
            round=round_number,
            held_on=draft.held_on,
            rules=rules,
            venue=clean(draft.venue or "") or None,
            chair=clean(draft.chair or "") or None,
            agenda=clean(draft.agenda or "")[:LONGEST_TEXT] or None,
        )
        _check_days(meeting, held)
        office.meetings.put(meeting)
    return told_of_meeting(meeting, meeting, writing)


def _check_days(meeting: Meeting, held: list[Meeting]) -> None:
    """Refuse rounds that are out of order."""
    for other in held:
        if (other.round - meeting.round) * (other.held_on - meeting.held_on).days < 0:
            raise InspectorError(
                Problem.MEETING_DAYS_CROSS,
                round=meeting.round,
                day=meeting.held_on,
                other=other.round,
                other_day=other.held_on,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEdit:
    """What is to change of a meeting; what is None stays."""

    held_on: date | None = None
    venue: str | None = None
    chair: str | None = None
    agenda: str | None = None
    rules: Path | None = None


def edit_meeting(workspace: Workspace, meeting_id: str, edit: MeetingEdit) -> Outcome[Meeting]:
    """Change a meeting's day, venue, chair, agenda or rule table."""
    rules = read_rules(edit.rules) if edit.rules else None
    with workspace.act() as writing:
        meetings = writing.office.meetings
        meeting = meetings.get(meeting_id)
        meeting = replace(
            meeting,
            held_on=edit.held_on or meeting.held_on,
            venue=_text(edit.venue, meeting.venue),
            chair=_text(edit.chair, meeting.chair),
            agenda=_text(edit.agenda, meeting.agenda),
            rules=rules or meeting.rules,
        )
        others = [one for one in meetings.of_project(meeting.project_id) if one.id != meeting.id]
        _check_days(meeting, others)
        meetings.put(meeting)
    return told_of_meeting(meeting, meeting, writing)


# -- who comes, what each says --------------------------------------------------------------------


def note_attendance(
    workspace: Workspace, meeting_id: str, party_id: str, draft: AttendanceDraft
) -> Outcome[Attendance]:
    """Note how a party attended; what is not given anew stays as it was noted.

    A party that consented without a paper is not noted absent unless its opinion is taken back.
    """
    letter = keep_evidence(workspace, draft.letter) if draft.letter else None
    with workspace.act() as writing:
        office = writing.office
        meeting, party = at_meeting(office, meeting_id, party_id)
        before = {one.party_id: one for one in office.meetings.attendance(meeting.id)}
        old = before.get(party_id)
        named_now = clean(draft.representative or "") or None
        attendance = Attendance(
            id=natural_id(meeting.project_id, "attendance", meeting.id, party_id),
            project_id=meeting.project_id,
            meeting_id=meeting.id,
            party_id=party_id,
            presence=draft.presence,
            representative=named_now or (old.representative if old else party.representative),
            post=clean(draft.post or "") or (old.post if old else None),
            letter=letter or (old.letter if old else None),
        )
        _settle_opinion(office, attendance, party, withdraws=draft.withdraws_opinion)
        office.meetings.put_attendance(attendance)
    return told_of_meeting(attendance, meeting, writing)


def _settle_opinion(
    office: Office, attendance: Attendance, party: Party, *, withdraws: bool
) -> None:
    said = {one.party_id: one for one in office.meetings.opinions(attendance.meeting_id)}
    opinion = said.get(party.id)
    if opinion is None or opinion.is_heard(attendance.presence):
        return
    if not withdraws:
        raise InspectorError(Problem.ABSENT_WITH_OPINION, unit=party.unit)
    office.meetings.delete_opinion(opinion.id)


def withdraw_attendance(workspace: Workspace, meeting_id: str, party_id: str) -> Outcome[None]:
    """Take back what was noted of a party's attendance."""
    with workspace.act() as writing:
        office = writing.office
        meeting, _party = at_meeting(office, meeting_id, party_id)
        known = {one.party_id: one for one in office.meetings.attendance(meeting.id)}
        if party_id not in known:
            raise InspectorError(Problem.RECORD_MISSING, record="attendance", id=party_id)
        office.meetings.delete_attendance(known[party_id].id)
    return told_of_meeting(None, meeting, writing)


def put_group(workspace: Workspace, meeting_id: str, draft: GroupDraft) -> Outcome[MeetingGroup]:
    """Put a group on record, or change the one of that name."""
    with workspace.act() as writing:
        office = writing.office
        meeting = office.meetings.get(meeting_id)
        name = named(draft.name, "name")
        known = office.meetings.groups(meeting.id)
        row_id = natural_id(meeting.project_id, "meeting_group", meeting.id, name)
        blank = MeetingGroup(
            id=row_id,
            project_id=meeting.project_id,
            meeting_id=meeting.id,
            kind=draft.kind,
            name=name,
            position=len(known) + 1,
        )
        old = next((one for one in known if one.id == row_id), blank)
        group = replace(
            old,
            kind=draft.kind,
            scope=_text(draft.scope, old.scope),
            items=_texts(draft.items, old.items),
            members=_text(draft.members, old.members),
            stance=draft.stance or old.stance,
            text=_text(draft.text, old.text),
            missing=_texts(draft.missing, old.missing),
        )
        office.meetings.put_group(group)
    return told_of_meeting(group, meeting, writing)


def _text(given: str | None, before: str | None) -> str | None:
    return before if given is None else clean(given) or None


def _texts(given: tuple[str, ...] | None, before: tuple[str, ...]) -> tuple[str, ...]:
    return before if given is None else tuple(text for text in map(clean, given) if text)


def remove_group(workspace: Workspace, meeting_id: str, name: str) -> Outcome[None]:
    """Take a group off the record."""
    with workspace.act() as writing:
        meetings = writing.office.meetings
        meeting = meetings.get(meeting_id)
        known = {one.name: one for one in meetings.groups(meeting.id)}
        if name not in known:
            raise InspectorError(Problem.RECORD_MISSING, record="meeting_group", id=name)
        meetings.delete_group(known[name].id)
    return told_of_meeting(None, meeting, writing)


def add_resident(
    workspace: Workspace, meeting_id: str, draft: ResidentDraft, voice_id: str | None = None
) -> Outcome[ResidentVoice]:
    """Put down what a resident says of the renovation, or put what was put down right."""
    with workspace.act() as writing:
        meeting = writing.office.meetings.get(meeting_id)
        voice = ResidentVoice(
            id=voice_id or workspace.new_id(),
            project_id=meeting.project_id,
            meeting_id=meeting.id,
            home=clean(draft.home or "") or None,
            level=draft.level,
            comment=clean(draft.comment or "")[:LONGEST_TEXT] or None,
            name=clean(draft.name or "") or None,
            phone=clean(draft.phone or "") or None,
        )
        writing.office.meetings.put_resident(voice)
    return told_of_meeting(voice, meeting, writing)


def remove_resident(workspace: Workspace, meeting_id: str, voice_id: str) -> Outcome[None]:
    """Take back what a resident said."""
    with workspace.act() as writing:
        meeting = writing.office.meetings.get(meeting_id)
        writing.office.meetings.delete_resident(voice_id)
    return told_of_meeting(None, meeting, writing)


# -- the verdict ----------------------------------------------------------------------------------


def declare_verdict(
    workspace: Workspace,
    meeting_id: str,
    *,
    kind: ConclusionKind | None = None,
    reason: str | None = None,
) -> Outcome[MeetingSheet]:
    """Read the verdict out: the computed one, or the chair's own with a written reason.

    What it rested on is kept with it; reading it out again replaces it, and the journal keeps both.
    No reason makes a passing verdict of works that nobody looked at, or of records in dispute.
    """
    with workspace.act() as writing:
        office = writing.office
        meeting = office.meetings.get(meeting_id)
        before = sheet_over(workspace, office, meeting)
        judgement = before.judgement
        said = kind or judgement.kind
        why = clean(reason or "") or None
        if said is not judgement.kind and why is None:
            raise InspectorError(Problem.REASON_NEEDED)
        if said is ConclusionKind.UNDECIDED:
            raise InspectorError(Problem.VERDICT_UNDECIDED)
        if said in _PASSING and judgement.unknown:
            raise InspectorError(Problem.VERDICT_UNKNOWN, kind=said, lines=judgement.unknown)
        declared = Declared(
            kind=said,
            by=office.journal.user_id() or "",
            at_ms=workspace.now_ms(),
            basis=spell_judgement(judgement, _named_otherwise(workspace, office, before)),
            reason=why if said is not judgement.kind else None,
        )
        office.meetings.put(replace(meeting, declared=declared))
        now = office.meetings.get(meeting_id)
        sheet = sheet_over(workspace, office, now, before.standing)
    return told_of_meeting(sheet, meeting, writing)


def _named_otherwise(
    workspace: Workspace, office: Office, sheet: MeetingSheet
) -> dict[str, Judgement]:
    """Compute the same judgement with its names in each language of the program."""
    told = {}
    for code in LANGUAGES:
        with speaking(code, locale()):
            told[code] = sheet_over(workspace, office, sheet.meeting, sheet.standing).judgement
    return told


def withdraw_verdict(workspace: Workspace, meeting_id: str) -> Outcome[Meeting]:
    """Take the verdict that was read out back."""
    with workspace.act() as writing:
        meeting = replace(writing.office.meetings.get(meeting_id), declared=None)
        writing.office.meetings.put(meeting)
    return told_of_meeting(meeting, meeting, writing)


def at_meeting(office: Office, meeting_id: str, party_id: str) -> tuple[Meeting, Party]:
    """Read a meeting and one of the parties of its project."""
    meeting = office.meetings.get(meeting_id)
    parties = {party.id: party for party in office.parties.of_project(meeting.project_id)}
    if party_id not in parties:
        raise InspectorError(Problem.LINK_MISSING, record="party", id=party_id)
    left = parties[party_id].dismissed
    if left is not None and not is_of_meeting(parties[party_id], meeting, is_noted=True):
        unit = parties[party_id].unit
        raise InspectorError(Problem.PARTY_DISMISSED, unit=unit, why=left.reason)
    return meeting, parties[party_id]


T = TypeVar("T")


def told_of_meeting(value: T, meeting: Meeting, writing: Writing, *more: Topic) -> Outcome[T]:
    """Tell what an act on a meeting touched."""
    changes = Changes.of(Topic.MEETINGS, *more, ids={meeting.id})
    return Outcome(value, changes, writing.act)
