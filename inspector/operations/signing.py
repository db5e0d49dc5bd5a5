"""Sign what a meeting came to: the sheet that is shown, its digest, and who signed it."""

from collections import Counter
from dataclasses import dataclass
from typing import TypeVar

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.defects import Defect
from inspector.core.errors import InspectorError, Problem
from inspector.core.ink import Ink, checked_ink
from inspector.core.meetings import PERSONAL_ROLES, Meeting, MeetingGroup, Presence
from inspector.core.papers import check_code
from inspector.core.signatures import (
    Part,
    Shown,
    Signature,
    SignatureKind,
    Withdrawal,
    changed_parts,
    shown,
)
from inspector.core.text import clean, named
from inspector.operations.standing import Finding, defects_of_works
from inspector.operations.verdicts import MeetingSheet, PartyLine, sheet_over
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLine:
    """A signature as it stands: what changed since, and whether the party signed that twice."""

    signature: Signature
    changed: tuple[Part, ...] = ()
    is_double: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether it is not taken back and still fits the content."""
        return self.signature.withdrawn is None and not self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSheet:
    """What is shown to be signed, and who signed; `lines` are in the order of signing."""

    sheet: MeetingSheet
    shown: Shown
    lines: tuple[SignatureLine, ...]

    @property
    def code(self) -> str:
        """Give the check code of what is shown, as a person compares it."""
        return check_code(self.shown.sha256)

    def of_party(self, party_id: str) -> tuple[SignatureLine, ...]:
        """List a party's signatures."""
        return tuple(line for line in self.lines if line.signature.party_id == party_id)

    @property
    def unsigned(self) -> tuple[PartyLine, ...]:
        """Give the parties without a signature that counts."""
        signed = {line.signature.party_id for line in self.lines if line.counts}
        return tuple(line for line in self.sheet.parties if line.party.id not in signed)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureDraft:
    """What a person draws: for which party, who draws (None: who came for it), what was shown.

    What was shown may be told by its digest or check code alone; then nobody can say what changed.
    """

    party_id: str
    shown: Shown | str
    ink: Ink
    signer: str | None = None
    post: str | None = None


def show_signatures(workspace: Workspace, meeting_id: str) -> SigningSheet:
    """Read what there is to sign of a meeting, and who signed it."""
    with workspace.read() as office:
        sheet = sheet_over(workspace, office, office.meetings.get(meeting_id))
        return signing_over(office, sheet)


def signing_over(office: Office, sheet: MeetingSheet) -> SigningSheet:
    """Gather the signatures of a meeting from one consistent state of the records."""
    now = shown(_contents(office, sheet))
    signatures = office.signatures.of_meeting(sheet.meeting.id)
    standing = Counter(_sameness(one) for one in signatures if one.withdrawn is None)
    lines = tuple(
        SignatureLine(
            signature=one,
            changed=changed_parts(one.shown, now),
            is_double=one.withdrawn is None and standing[_sameness(one)] > 1,
        )
        for one in signatures
    )
    return SigningSheet(sheet=sheet, shown=now, lines=lines)


def _sameness(one: Signature) -> tuple[str, str, str]:
    """Tell signatures apart: a pad and a scanned page of one party do not double each other."""
    return one.party_id, one.kind, one.shown.sha256


# -- acts -----------------------------------------------------------------------------------------


def sign(workspace: Workspace, meeting_id: str, draft: SignatureDraft) -> Outcome[Signature]:
    """Keep a drawn signature, bound to what was shown; refused if that is not what stands now."""
    ink = checked_ink(draft.ink)
    with workspace.act() as writing:
        sheet = declared_sheet(workspace, writing.office, meeting_id)
        signing = signing_over(writing.office, sheet)
        _refuse_changed(draft.shown, signing.shown)
        line = line_of(writing.office, sheet, draft.party_id)
        refuse_absent(line)
        _refuse_second(signing, draft.party_id)
        signature = Signature(
            id=workspace.new_id(),
            project_id=sheet.meeting.project_id,
            meeting_id=sheet.meeting.id,
            party_id=draft.party_id,
            kind=SignatureKind.INK,
            shown=signing.shown,
            signed_at=signing_moment(workspace),
            device=workspace.device().code,
            signer=named(draft.signer or representative_of(line) or "", "signer"),
            post=clean(draft.post or "") or (line.attendance.post if line.attendance else None),
            ink=ink,
        )
        writing.office.signatures.put(signature)
    return told_of(signature, sheet.meeting, writing)


def withdraw_signature(workspace: Workspace, signature_id: str, reason: str) -> Outcome[Signature]:
    """Take a signature back for a reason; it stays on record with who did it and when."""
    why = named(reason, "reason")
    with workspace.act() as writing:
        office = writing.office
        signature = office.signatures.get(signature_id)
        if signature.withdrawn is not None:
            raise InspectorError(Problem.SIGN_WITHDRAWN)
        by = office.journal.user_id() or ""
        office.signatures.withdraw(
            signature.id, Withdrawal(by=by, at_ms=workspace.now_ms(), reason=why)
        )
        changed = office.signatures.get(signature_id)
        meeting = office.meetings.get(signature.meeting_id)
    return told_of(changed, meeting, writing)


def declared_sheet(workspace: Workspace, office: Office, meeting_id: str) -> MeetingSheet:
    """Give the meeting; what has no verdict that was read out is not signed."""
    sheet = sheet_over(workspace, office, office.meetings.get(meeting_id))
    if sheet.meeting.declared is None:
        raise InspectorError(Problem.SIGN_BEFORE_VERDICT)
    return sheet


def _refuse_changed(seen: Shown | str, now: Shown) -> None:
    code = check_code(now.sha256)
    if isinstance(seen, str):
        if bare_code(seen) not in {now.sha256, bare_code(code)}:
            raise InspectorError(Problem.SIGN_CONTENT_OTHER, given=seen, code=code)
    elif seen.sha256 != now.sha256:
        parts = changed_parts(seen, now)
        raise InspectorError(Problem.SIGN_CONTENT_CHANGED, parts=parts, code=code)


def bare_code(code: str) -> str:
    """Take a check code or digest as people write it down to its digits."""
    return clean(code).lower().replace("-", "").replace(" ", "")


def _refuse_second(signing: SigningSheet, party_id: str) -> None:
    for line in signing.of_party(party_id):
        if line.counts and line.signature.kind is SignatureKind.INK:
            at = line.signature.signed_at[:16].replace("T", " ")
            raise InspectorError(Problem.SIGN_TWICE, at=at)


def line_of(office: Office, sheet: MeetingSheet, party_id: str) -> PartyLine:
    """Find a party at the meeting; who is on the register but none of the meeting is named."""
    found = next((line for line in sheet.parties if line.party.id == party_id), None)
    if found is not None:
        return found
    for party in office.parties.of_project(sheet.meeting.project_id):
        if party.id == party_id:
            number = sheet.meeting.round
            raise InspectorError(Problem.PARTY_NOT_AT_MEETING, unit=party.unit, round=number)
    raise InspectorError(Problem.LINK_MISSING, record="party", id=party_id)


def refuse_absent(line: PartyLine, *, may_write: bool = False) -> None:
    """Refuse a party that is absent; `may_write` lets one sign that gave a written opinion."""
    is_absent = line.presence is Presence.ABSENT
    wrote = line.opinion is not None and line.opinion.letter is not None
    if is_absent and not (may_write and wrote):
        raise InspectorError(Problem.SIGN_WHILE_ABSENT, unit=line.party.unit)


def representative_of(line: PartyLine) -> str | None:
    """Name who stands for a party: as noted at the meeting, else as the party is on record."""
    return (line.attendance and line.attendance.representative) or line.party.representative


def signing_moment(workspace: Workspace) -> str:
    """Spell the present moment with the offset of the wall clock."""
    return workspace.now().isoformat(timespec="milliseconds")


# -- what is shown --------------------------------------------------------------------------------


def _contents(office: Office, sheet: MeetingSheet) -> dict[Part, object]:
    """Spell all that a meeting shows, part by part; personal values are no part of it."""
    meeting, project = sheet.meeting, sheet.standing.project
    defects = sorted(defects_of_works(office, project.id), key=lambda one: one.id)
    said = meeting.declared
    return {
        Part.PROJECT: [project.id, project.name, project.code, project.address],
        Part.MEETING: [
            *(meeting.number, meeting.round, meeting.held_on.isoformat()),
            *(meeting.venue, meeting.chair, meeting.agenda, meeting.rules),
        ],
        Part.ATTENDANCE: [_attendance(line) for line in sheet.parties],
        Part.RESULTS: dict(_result(one) for one in sheet.standing.findings),
        Part.DEFECTS: [_defect(one) for one in defects],
        Part.PROGRESS: [[one.id, one.state.value] for one in defects],
        Part.GROUPS: [_group(one) for one in sheet.groups],
        Part.OPINIONS: [_opinion(line) for line in sheet.parties if line.opinion],
        Part.RESIDENTS: [[one.home, one.level.value, one.comment] for one in sheet.residents],
        Part.VERDICT: [said.kind.value, said.reason, said.basis]
        if said
        else [sheet.judgement.kind.value],
    }


def _attendance(line: PartyLine) -> list[object]:
    party, came = line.party, line.attendance
    named_openly = party.role not in PERSONAL_ROLES
    return [
        *(party.id, party.role.value, party.unit),
        came.presence.value if came else None,
        representative_of(line) if named_openly else None,
        came.post if came else None,
        came.letter.sha256 if came and came.letter else None,
    ]


def _opinion(line: PartyLine) -> list[object]:
    said = line.opinion
    hung_on = sorted(defect.id for defect in line.conditions)
    letter = [said.letter.sha256] if said and said.letter else []  # none: as before there was any
    told = [line.party.id, said.stance.value if said else None, said and said.text, hung_on]
    return [*told, *letter]


def _group(group: MeetingGroup) -> list[object]:
    return [
        *(group.kind.value, group.name, group.scope, group.items, group.members),
        *(group.stance and group.stance.value, group.text, group.missing),
    ]


def _result(finding: Finding) -> tuple[str, object]:
    """Tell an item in scope: its row, and its duty, verdict and what that rests on."""
    row, answer = finding.row, finding.answer
    return row.id, {
        "at": [row.place_id, row.item_id, row.duty.value],
        "state": finding.state.value,
        "reason": answer.result.reason if answer else None,
        "rule": answer.result.rule if answer else None,
        "variant": (answer and answer.variant) or row.variant,
        "choice": answer.choice if answer else None,
        "design": (answer and answer.design_value) or row.design_value,
        "due": (answer and answer.due_points) or row.due_points,
        "readings": [[one.position, one.value] for one in finding.readings],
    }


def _defect(defect: Defect) -> list[object]:
    return [
        *(defect.id, defect.number, defect.place_id, defect.text, defect.severity.value),
        *(defect.party_id, defect.due_on and defect.due_on.isoformat()),
        *(defect.measured, defect.demand),
    ]


T = TypeVar("T")


def told_of(value: T, meeting: Meeting, writing: Writing) -> Outcome[T]:
    """Tell what an act on the signatures of a meeting touched."""
    return Outcome(value, Changes.of(Topic.MEETINGS, ids={meeting.id}), writing.act)
