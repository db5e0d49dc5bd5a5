"""Where a project stands on its way, with the records behind it."""

from dataclasses import dataclass, replace

from inspector.core.process.facts import ProcessFacts, SignedMeeting
from inspector.core.process.path import ProcessSeen, see_process
from inspector.core.projects import Project
from inspector.core.rulefile import parse_rules
from inspector.core.rules import Clause
from inspector.core.signatures import Part
from inspector.operations.process_facts import facts_over
from inspector.operations.signing import SignatureLine, SigningSheet, signing_over
from inspector.operations.standing import standing_over
from inspector.operations.verdicts import latest_meeting, sheet_over
from inspector.operations.workspace import Workspace

_MOVES_ON = frozenset({Part.PROGRESS})
"""Parts of what was signed that go on after a meeting without touching what it decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView:
    """A project with where it stands, and the records behind it."""

    project: Project
    seen: ProcessSeen
    facts: ProcessFacts


def process_of(workspace: Workspace, project_id: str) -> ProcessView:
    """Derive where a project stands now."""
    with workspace.read() as office:
        standing = standing_over(workspace, office, project_id)
        facts = facts_over(workspace, office, project_id, standing)
        meeting = latest_meeting(office, project_id)
        if meeting is not None and meeting.declared is not None:
            sheet = sheet_over(workspace, office, meeting, standing)
            facts = replace(
                facts,
                signing=_signed(signing_over(office, sheet)),
                general_reached=any(
                    line.clause is Clause.GENERAL_SHARE and line.is_met
                    for line in sheet.judgement.lines
                ),
            )
    return ProcessView(project=facts.project, seen=see_process(facts), facts=facts)


def _signed(signing: SigningSheet) -> SignedMeeting | None:
    """Tell who of those that have to be there signed; None where nobody signed anything here."""
    standing = [line for line in signing.lines if line.signature.withdrawn is None]
    if not standing:
        return None
    meeting = signing.sheet.meeting
    required = parse_rules(meeting.rules, meeting.number).required
    owing = [
        line.party for line in signing.sheet.parties if not required or line.party.role in required
    ]
    good = {line.signature.party_id for line in standing if _holds(line)}
    stale = {line.signature.party_id for line in standing} - good
    known = {party.role for party in owing}
    return SignedMeeting(
        number=meeting.number,
        signed=sum(party.id in good for party in owing),
        lacking=tuple(party.unit for party in owing if party.id not in good | stale),
        changed=tuple(party.unit for party in owing if party.id in stale),
        unknown=tuple(role for role in sorted(required) if role not in known),
    )


def _holds(line: SignatureLine) -> bool:
    return _MOVES_ON.issuperset(line.changed)
