"""What the gates look at, and what the meeting adds: who signed, and the share that it asks."""

from dataclasses import replace

from inspector.core.meetings import Meeting
from inspector.core.process.facts import ProcessFacts, SignedMeeting
from inspector.core.rulefile import parse_rules
from inspector.core.rules import Clause
from inspector.core.signatures import Part
from inspector.operations.process_facts import facts_over
from inspector.operations.signing import SignatureLine, SigningSheet, signing_over
from inspector.operations.standing import Standing, standing_over
from inspector.operations.verdicts import sheet_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office

_MOVES_ON = frozenset({Part.PROGRESS})
"""Parts of what was signed that go on after a meeting without touching what it decided."""


def gate_facts(
    workspace: Workspace, office: Office, project_id: str, standing: Standing | None = None
) -> ProcessFacts:
    """Gather all that the gates look at; screen, command line and report show the same.

    The last round whose verdict was read out counts: one that is only being prepared takes
    nothing from it.
    """
    stands = standing or standing_over(workspace, office, project_id)
    facts = facts_over(workspace, office, project_id, stands)
    meeting = last_declared(office, project_id)
    if meeting is None:
        return facts
    sheet = sheet_over(workspace, office, meeting, stands)
    return replace(
        facts,
        signing=_signed(signing_over(office, sheet)),
        general_reached=any(
            line.clause is Clause.GENERAL_SHARE and line.is_met for line in sheet.judgement.lines
        ),
    )


def last_declared(office: Office, project_id: str) -> Meeting | None:
    """Give the newest round whose verdict was read out, if any was."""
    held = office.meetings.of_project(project_id)
    return next((one for one in reversed(held) if one.declared is not None), None)


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
