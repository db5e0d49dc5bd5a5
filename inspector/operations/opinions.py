"""What the parties say of the acceptance, and the conditions on which their consent hangs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.core.changes import Outcome, Topic
from inspector.core.checklists import Severity
from inspector.core.days import check_days
from inspector.core.defects import Defect
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id
from inspector.core.meetings import Letter, Meeting, Opinion, OpinionCondition, Stance
from inspector.core.projects import Party, PlaceKind
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.operations.defects import DefectDraft, write_defect
from inspector.operations.evidence_files import keep_evidence
from inspector.operations.meetings import at_meeting, told_of_meeting
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionDraft:
    """A condition of a consent: what must be done, by whom and until when."""

    text: str
    owner_id: str
    due_on: date
    place_id: str | None = None
    severity: Severity = Severity.MINOR


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionDraft:
    """What a party says; conditional consent names its conditions, a refusal its reason.

    `defect_ids` are conditions that are on record already: what is found need not be found twice.
    `letter` is the paper on which it says so; without one a party that is absent cannot consent.
    """

    stance: Stance
    text: str | None = None
    conditions: tuple[ConditionDraft, ...] = ()
    defect_ids: tuple[str, ...] = ()
    letter: Path | None = None


def give_opinion(
    workspace: Workspace, meeting_id: str, party_id: str, draft: OpinionDraft
) -> Outcome[Opinion]:
    """Put down what a party says; each condition becomes a defect that its owner must put right.

    A condition that is on record word for word is not put down again. What was written stays with
    the opinion while its stance is the same.
    """
    machine = workspace.device().code
    letter = keep_evidence(workspace, draft.letter) if draft.letter else None
    with workspace.act() as writing:
        office = writing.office
        meeting, party = at_meeting(office, meeting_id, party_id)
        text = clean(draft.text or "")[:LONGEST_TEXT] or None
        _check_opinion(office, meeting, party_id, draft, text)
        opinion = Opinion(
            id=natural_id(meeting.project_id, "opinion", meeting.id, party_id),
            project_id=meeting.project_id,
            meeting_id=meeting.id,
            party_id=party_id,
            stance=draft.stance,
            text=text,
            letter=letter or _letter_before(office, meeting, party, draft.stance),
        )
        _refuse_unheard(office, opinion, party)
        office.meetings.put_opinion(opinion)
        for condition in draft.conditions:
            if not _is_known(office, opinion, condition):
                defect = _write_condition(workspace, writing, opinion, condition, machine)
                _put_condition(office, opinion, defect.id)
        for defect_id in draft.defect_ids:
            _put_condition(office, opinion, _defect_of(office, meeting, defect_id))
    return told_of_meeting(opinion, meeting, writing, Topic.DEFECTS)


def _check_opinion(
    office: Office, meeting: Meeting, party_id: str, draft: OpinionDraft, text: str | None
) -> None:
    conditions = (*draft.conditions, *draft.defect_ids)
    if conditions and draft.stance is not Stance.CONDITIONAL:
        raise InspectorError(Problem.OPINION_WITH_CONDITIONS)
    if draft.stance is Stance.DISAGREE and text is None:
        raise InspectorError(Problem.OPINION_NEEDS_TEXT)
    if draft.stance is not Stance.CONDITIONAL:
        return
    known = any(
        one.meeting_id == meeting.id and one.party_id == party_id
        for one in office.meetings.conditions(meeting.project_id)
    )
    if not conditions and not known:
        raise InspectorError(Problem.OPINION_NEEDS_CONDITION)
    for condition in draft.conditions:
        check_days("held_on", meeting.held_on, "due_on", condition.due_on)


def _letter_before(office: Office, meeting: Meeting, party: Party, stance: Stance) -> Letter | None:
    """Give the paper of the opinion before, where it said the same."""
    said = {one.party_id: one for one in office.meetings.opinions(meeting.id)}.get(party.id)
    return said.letter if said and said.stance is stance else None


def _refuse_unheard(office: Office, opinion: Opinion, party: Party) -> None:
    came = {one.party_id: one for one in office.meetings.attendance(opinion.meeting_id)}
    presence = came[party.id].presence if party.id in came else None
    if not opinion.is_heard(presence):
        raise InspectorError(Problem.OPINION_WHILE_ABSENT, unit=party.unit)


def _is_known(office: Office, opinion: Opinion, draft: ConditionDraft) -> bool:
    """Tell whether a party's condition is on record and open; one with another day is refused."""
    place_id = draft.place_id or _whole_place(office, opinion.project_id)
    text = named(draft.text, "text", LONGEST_TEXT)
    for one in office.meetings.conditions(opinion.project_id):
        if (one.meeting_id, one.party_id) != (opinion.meeting_id, opinion.party_id):
            continue
        defect = office.defects.get(one.defect_id)
        same = (defect.text, defect.party_id, defect.place_id) == (text, draft.owner_id, place_id)
        if same and defect.is_open:
            if (defect.due_on, defect.severity) == (draft.due_on, draft.severity):
                return True
            raise InspectorError(
                Problem.CONDITION_TWICE, number=defect.number, due=defect.due_on or "—"
            )
    return False


def _defect_of(office: Office, meeting: Meeting, defect_id: str) -> str:
    """Check that a defect belongs to the project of the meeting."""
    if office.defects.get(defect_id).project_id != meeting.project_id:
        raise InspectorError(Problem.LINK_MISSING, record="defect", id=defect_id)
    return defect_id


def _write_condition(
    workspace: Workspace, writing: Writing, opinion: Opinion, draft: ConditionDraft, machine: str
) -> Defect:
    place_id = draft.place_id or _whole_place(writing.office, opinion.project_id)
    written = DefectDraft(
        place_id=place_id,
        text=named(draft.text, "text", LONGEST_TEXT),
        severity=draft.severity,
        party_id=draft.owner_id,
        due_on=draft.due_on,
    )
    return write_defect(workspace, writing, opinion.project_id, written, machine)


def _put_condition(office: Office, opinion: Opinion, defect_id: str) -> None:
    project_id, meeting_id, party_id = opinion.project_id, opinion.meeting_id, opinion.party_id
    office.meetings.put_condition(
        OpinionCondition(
            id=natural_id(project_id, "opinion_condition", meeting_id, party_id, defect_id),
            project_id=project_id,
            meeting_id=meeting_id,
            party_id=party_id,
            defect_id=defect_id,
        )
    )


def _whole_place(office: Office, project_id: str) -> str:
    """Give the place that stands for the whole project: its first community."""
    places = office.places.of_project(project_id)
    whole = [place for place in places if place.kind is PlaceKind.COMMUNITY] or places
    if not whole:
        raise InspectorError(Problem.LINK_MISSING, record="place", id="")
    return whole[0].id


def withdraw_opinion(workspace: Workspace, meeting_id: str, party_id: str) -> Outcome[None]:
    """Take back what a party said; defects that came of its conditions stay on record."""
    with workspace.act() as writing:
        office = writing.office
        meeting, _party = at_meeting(office, meeting_id, party_id)
        known = {one.party_id: one for one in office.meetings.opinions(meeting.id)}
        if party_id not in known:
            raise InspectorError(Problem.RECORD_MISSING, record="opinion", id=party_id)
        office.meetings.delete_opinion(known[party_id].id)
    return told_of_meeting(None, meeting, writing)
