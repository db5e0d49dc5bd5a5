"""What a meeting comes to: everything that its rule table asks for, gathered from the records."""

import json
from dataclasses import dataclass, replace

from inspector.core.basis import read_judgement
from inspector.core.checklists import AnswerState, Duty
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import Defect
from inspector.core.exchange import Conflict
from inspector.core.ids import made_ms
from inspector.core.joint import Case, CheckedItem, GroupVoice, Judgement, Voice, judge
from inspector.core.meetings import (
    Attendance,
    GroupKind,
    Meeting,
    MeetingGroup,
    Opinion,
    Presence,
    ResidentVoice,
)
from inspector.core.process.facts import ProcessFacts
from inspector.core.projects import Party
from inspector.core.rulefile import parse_rules
from inspector.operations.conflicts import conflicts_over
from inspector.operations.process_facts import facts_over
from inspector.operations.standing import (
    Finding,
    Standing,
    conceded_answers,
    defects_of_works,
    standing_over,
)
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.checklists import discipline_title
from inspector.words.language import language
from inspector.words.preconditions import excused_papers, lacking_papers


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party at a meeting: how it attended, what it said, on which defects its consent hangs."""

    party: Party
    attendance: Attendance | None
    opinion: Opinion | None
    conditions: tuple[Defect, ...] = ()
    is_double: bool = False
    """Whether another party of the same role and unit is on record: two laptops wrote it."""
    disputes: tuple[Conflict, ...] = ()
    """What two laptops noted differently: how it attended, what it said."""

    @property
    def presence(self) -> Presence | None:
        """Tell how it attended, if that was noted."""
        return self.attendance.presence if self.attendance else None

    @property
    def is_heard(self) -> bool:
        """Tell whether its opinion counts; two laptops may note it absent and consenting."""
        return self.opinion is None or self.opinion.is_heard(self.presence)

    @property
    def open_conditions(self) -> int:
        """Count its conditions that are not closed."""
        return sum(defect.is_open for defect in self.conditions)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet:
    """Everything about one meeting; `judgement` is computed now, `declared` was read out."""

    meeting: Meeting
    parties: tuple[PartyLine, ...]
    groups: tuple[MeetingGroup, ...]
    residents: tuple[ResidentVoice, ...]
    judgement: Judgement
    declared: Judgement | None
    standing: Standing
    declared_by: str = ""
    open_defects: tuple[Defect, ...] = ()
    dropped: tuple[Finding, ...] = ()
    """The items that had been 不合格 and became 不适用; each has its reason."""

    @property
    def kind(self) -> ConclusionKind:
        """Give the verdict as it was read out, before that as it is computed."""
        said = self.meeting.declared
        return self.judgement.kind if said is None else said.kind

    @property
    def is_override(self) -> bool:
        """Tell whether the chair read out another verdict than the computed one."""
        said = self.meeting.declared
        return said is not None and self.declared is not None and said.kind != self.declared.kind

    @property
    def absent_now(self) -> tuple[PartyLine, ...]:
        """Give the parties that are noted absent."""
        return tuple(line for line in self.parties if line.presence is Presence.ABSENT)

    @property
    def absent(self) -> tuple[PartyLine, ...]:
        """Give the parties that did not come, or of which nobody noted it."""
        return tuple(line for line in self.parties if line.presence in {None, Presence.ABSENT})


def show_meeting(workspace: Workspace, meeting_id: str) -> MeetingSheet:
    """Read everything about one meeting and compute its verdict."""
    with workspace.read() as office:
        return sheet_over(workspace, office, office.meetings.get(meeting_id))


def stand_with_meeting(
    workspace: Workspace, project_id: str
) -> tuple[Standing, MeetingSheet | None]:
    """Compute how a project stands now, beside the newest round of its acceptance, if any."""
    with workspace.read() as office:
        standing = standing_over(workspace, office, project_id)
        meeting = latest_meeting(office, project_id)
        if meeting is None:
            return standing, None
        return standing, sheet_over(workspace, office, meeting, standing)


def list_meetings(workspace: Workspace, project_id: str) -> list[Meeting]:
    """List the meetings of a project by round."""
    with workspace.read() as office:
        return office.meetings.of_project(project_id)


def latest_meeting(office: Office, project_id: str) -> Meeting | None:
    """Give the newest round of a project's acceptance, if any was held."""
    return next(reversed(office.meetings.of_project(project_id)), None)


def sheet_over(
    workspace: Workspace, office: Office, meeting: Meeting, standing: Standing | None = None
) -> MeetingSheet:
    """Gather a meeting from one consistent state of the records."""
    stands = standing or standing_over(workspace, office, meeting.project_id)
    defects = {one.id: one for one in defects_of_works(office, meeting.project_id)}
    parties = tuple(_parties(office, meeting, defects))
    dropped = dropped_failures(office, stands)
    groups = tuple(office.meetings.groups(meeting.id))
    residents = tuple(office.meetings.residents(meeting.id))
    facts = facts_over(workspace, office, meeting.project_id, stands)
    case = Case(
        items=tuple(_items(stands, defects, dropped)),
        open_defects=tuple(one.severity for one in defects.values() if one.is_open),
        voices=tuple(_voice(line) for line in parties),
        groups=tuple(GroupVoice(name=group.name, stance=group.stance) for group in groups),
        papers_reviewed=any(_has_reviewed(group) for group in groups),
        papers_missing=_missing(facts, groups),
        papers_excused=excused_papers(facts),
        residents=tuple(voice.level for voice in residents),
        disputed=stands.figures.conflicts,
        waiting=stands.figures.waiting,
        missing=stands.figures.missing,
    )
    said = meeting.declared
    people = {person.id: person.name for person in office.people.all()}
    return MeetingSheet(
        meeting=meeting,
        parties=parties,
        groups=groups,
        residents=residents,
        judgement=judge(parse_rules(meeting.rules, meeting.number), case),
        declared=None if said is None else read_judgement(said.basis, language()),
        standing=stands,
        declared_by=people.get(said.by, "") if said else "",
        open_defects=tuple(one for one in defects.values() if one.is_open),
        dropped=tuple(finding for finding in stands.findings if finding.row.id in dropped),
    )


def is_of_meeting(party: Party, meeting: Meeting, *, is_noted: bool) -> bool:
    """Tell whether a party is one of a meeting: it is on the register and did not leave it.

    Where the verdict was read out, the register of that moment counts. Who was put on it later is
    one only where it is noted that it came or what it said.
    """
    left, said = party.dismissed, meeting.declared
    if said is None:
        return left is None
    was_known = is_noted or made_ms(party.id) <= said.at_ms
    return was_known and (left is None or said.at_ms <= left.at_ms)


def _parties(office: Office, meeting: Meeting, defects: dict[str, Defect]) -> list[PartyLine]:
    attendance = {one.party_id: one for one in office.meetings.attendance(meeting.id)}
    opinions = {one.party_id: one for one in office.meetings.opinions(meeting.id)}
    conditions: dict[str, list[Defect]] = {}
    for one in office.meetings.conditions(meeting.project_id):
        if one.meeting_id == meeting.id and one.defect_id in defects:
            conditions.setdefault(one.party_id, []).append(defects[one.defect_id])
    known = office.parties.of_project(meeting.project_id)
    noted = attendance.keys() | opinions.keys()
    parties = [one for one in known if is_of_meeting(one, meeting, is_noted=one.id in noted)]
    names = [(party.role, party.unit) for party in parties]
    disputed: dict[str, list[Conflict]] = {}
    for conflict in conflicts_over(office, meeting.project_id):
        disputed.setdefault(conflict.row, []).append(conflict)
    lines = [
        PartyLine(
            party=party,
            attendance=attendance.get(party.id),
            opinion=opinions.get(party.id),
            conditions=tuple(conditions.get(party.id, ())),
            is_double=names.count((party.role, party.unit)) > 1,
        )
        for party in parties
    ]
    return [replace(line, disputes=_disputes(line, disputed)) for line in lines]


def _disputes(line: PartyLine, disputed: dict[str, list[Conflict]]) -> tuple[Conflict, ...]:
    rows = (line.attendance, line.opinion)
    return tuple(one for row in rows if row is not None for one in disputed.get(row.id, ()))


def _voice(line: PartyLine) -> Voice:
    return Voice(
        role=line.party.role,
        unit=line.party.unit,
        presence=line.presence,
        stance=line.opinion.stance if line.opinion and line.is_heard else None,
        open_conditions=line.open_conditions,
    )


def _has_reviewed(group: MeetingGroup) -> bool:
    return group.kind is GroupKind.PAPERS and group.stance is not None


def _missing(facts: ProcessFacts, groups: tuple[MeetingGroup, ...]) -> tuple[str, ...]:
    """Name what the preconditions lack by the records, and what the groups for papers miss."""
    found = (name for group in groups if _has_reviewed(group) for name in group.missing)
    return tuple(dict.fromkeys((*lacking_papers(facts), *found)))


def _items(
    standing: Standing, defects: dict[str, Defect], dropped: frozenset[str]
) -> list[CheckedItem]:
    titles = {one.discipline.code: one.discipline for one in standing.disciplines}
    conceded = conceded_answers(defects.values())
    return [
        CheckedItem(
            discipline=discipline_title(titles[finding.item.discipline]),
            control=finding.item.control,
            is_mandatory=finding.row.duty is Duty.MANDATORY,
            state=finding.state,
            seen=finding.assessment,
            is_waived=finding.answer is not None and finding.answer.id in conceded,
            was_failing=finding.row.id in dropped,
        )
        for finding in standing.findings
    ]


def dropped_failures(office: Office, standing: Standing) -> frozenset[str]:
    """Name the scheme rows whose item had failed in some visit and does not apply now."""
    out = [f for f in standing.findings if f.state is AnswerState.NOT_APPLICABLE]
    spots = {(finding.row.item_id, finding.row.place_id): finding for finding in out}
    rows: dict[str, str] = {}
    failed: set[str] = set()
    for answer in office.answers.of_project(standing.project.id):
        finding = spots.get((answer.item_id, answer.place_id))
        if finding is not None:
            rows[answer.id] = finding.row.id
            if answer.result.stated.state is AnswerState.FAIL:
                failed.add(answer.id)
    for row_id, value in office.journal.values_of("answer", "result", rows):
        if value and json.loads(value).get("state") == AnswerState.FAIL:
            failed.add(row_id)
    return frozenset(rows[row_id] for row_id in failed)
