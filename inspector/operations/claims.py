"""Claims within a warranty: reported, repaired, closed by another than the repairer."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from inspector.core.aftercare.claim import ClaimState, WarrantyClaim
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.numbers import document_number
from inspector.core.text import LONGEST_NAME, LONGEST_TEXT, clean, named
from inspector.operations.finding import only
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office

PREFIX = "BX"
"""报修: what a claim's number begins with."""
_CLOSING = frozenset({"closed_on", "closed_by"})
_FIXED = frozenset({"id", "project_id", "number", "position"}) | _CLOSING
_LONG = frozenset({"text", "repair", "note"})
_OWED = frozenset({"text", "reported_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """What a person gives to put a claim on record; without a party it is the warranty's."""

    text: str
    reported_on: date | None = None
    place_id: str | None = None
    warranty_id: str | None = None
    party_id: str | None = None
    note: str | None = None


def claim_of(workspace: Workspace, code: str) -> WarrantyClaim:
    """Find a claim by id or number."""
    with workspace.read() as office:
        return only(office.aftercare.claims_named(code), "warranty_claim", code)


def count_claims(workspace: Workspace, project_id: str) -> dict[str, int]:
    """Count the claims of a project, those that wait for repair, and for somebody to close them."""
    with workspace.read() as office:
        states = [one.state for one in office.aftercare.claims(project_id)]
    return {
        "total": len(states),
        "open": states.count(ClaimState.OPEN),
        "repaired": states.count(ClaimState.REPAIRED),
    }


def report_claim(
    workspace: Workspace, project_id: str, draft: ClaimDraft
) -> Outcome[WarrantyClaim]:
    """Put a claim on record with a number that never changes; it is reported today if not said."""
    today, machine = workspace.today(), workspace.device().code
    with workspace.act() as writing:
        office = writing.office
        code = office.projects.get(project_id).code
        known = office.aftercare.claims(project_id)
        claim = WarrantyClaim(
            id=workspace.new_id(),
            project_id=project_id,
            number=_number(office, today.year, code, machine),
            reported_on=draft.reported_on or today,
            text=named(draft.text, "text", LONGEST_TEXT),
            place_id=draft.place_id,
            warranty_id=draft.warranty_id,
            party_id=draft.party_id,
            note=clean(draft.note or "") or None,
            position=1 + max((one.position for one in known), default=0),
        )
        claim = _linked(office, claim).checked(today)
        office.aftercare.put(claim)
    return _done(claim, writing)


def edit_claim(
    workspace: Workspace, claim_id: str, facts: Mapping[str, object]
) -> Outcome[WarrantyClaim]:
    """Change facts of a claim that is not closed; the repair is put on record so, too."""
    with workspace.act() as writing:
        office = writing.office
        before = office.aftercare.claim(claim_id)
        if before.closed_on is not None:
            raise InspectorError(Problem.CLAIM_CLOSED, number=before.number)
        claim = _linked(office, _with(before, facts)).checked(workspace.today())
        office.aftercare.put(claim)
    return _done(claim, writing)


def repair_claim(
    workspace: Workspace, claim_id: str, repaired_on: date, repaired_by: str, repair: str = ""
) -> Outcome[WarrantyClaim]:
    """Put on record when, by whom and how it was repaired."""
    facts = {"repaired_on": repaired_on, "repaired_by": repaired_by, "repair": repair}
    return edit_claim(workspace, claim_id, facts)


def close_claim(
    workspace: Workspace, claim_id: str, closed_on: date | None = None
) -> Outcome[WarrantyClaim]:
    """Close a repaired claim; who closes it is the person at this laptop, not the repairer."""
    with workspace.act() as writing:
        before = writing.office.aftercare.claim(claim_id)
        if before.closed_on is not None:
            raise InspectorError(Problem.CLAIM_CLOSED, number=before.number)
        claim = replace(
            before,
            closed_on=closed_on or workspace.today(),
            closed_by=workspace.person().name,
        ).checked(workspace.today())
        writing.office.aftercare.put(claim)
    return _done(claim, writing)


def reopen_claim(workspace: Workspace, claim_id: str) -> Outcome[WarrantyClaim]:
    """Take a closing back; what was repaired stays on record."""
    with workspace.act() as writing:
        before = writing.office.aftercare.claim(claim_id)
        claim = replace(before, closed_on=None, closed_by=None)
        writing.office.aftercare.put(claim)
    return _done(claim, writing)


def _number(office: Office, year: int, code: str, machine: str) -> str:
    """Count per project, laptop and year; a number that was taken is not given again."""
    prefix = f"{PREFIX}-{year}-{code}-{machine}-"
    taken = office.aftercare.claim_numbers(prefix)
    serials = [int(number.removeprefix(prefix)) for number in taken]
    return document_number(PREFIX, year, code, machine, 1 + max(serials, default=0))


def _linked(office: Office, claim: WarrantyClaim) -> WarrantyClaim:
    """Refuse what is not on record; a claim without a party goes to that of its warranty."""
    project_id = claim.project_id
    warranties = {one.id: one for one in office.aftercare.warranties(project_id)}
    known = {
        "warranty": warranties.keys(),
        "place": {one.id for one in office.places.of_project(project_id)},
        "party": {one.id for one in office.parties.of_project(project_id)},
    }
    for record, ids in known.items():
        linked = getattr(claim, f"{record}_id")
        if linked is not None and linked not in ids:
            raise InspectorError(Problem.LINK_MISSING, record=record, id=linked)
    warranty = warranties.get(claim.warranty_id or "")
    return claim if claim.party_id or not warranty else replace(claim, party_id=warranty.party_id)


def _with(claim: WarrantyClaim, facts: Mapping[str, object]) -> WarrantyClaim:
    known = {one.name for one in fields(claim)} - _FIXED
    told: dict[str, object] = {}
    for name, value in facts.items():
        if name not in known:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=name)
        told[name] = _text(name, value) if isinstance(value, str) else value
        if told[name] is None and name in _OWED:
            raise InspectorError(Problem.NAME_EMPTY, field=name)
    return replace(claim, **told)  # type: ignore[arg-type]  # fields by their own names


def _text(name: str, value: str) -> str | None:
    text = clean(value)
    return named(text, name, LONGEST_TEXT if name in _LONG else LONGEST_NAME) if text else None


def _done(claim: WarrantyClaim, writing: Writing) -> Outcome[WarrantyClaim]:
    return Outcome(claim, Changes.of(Topic.PROCESS, ids={claim.id}), writing.act)
