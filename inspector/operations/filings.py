"""What the filing asks for (竣工验收备案), and what is said of the parties' work."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from inspector.core.appraisals import Appraisal
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id
from inspector.core.official_filing import Filing, filing_due, new_filing
from inspector.core.text import LONGEST_TEXT, clean, named
from inspector.operations.aftercare import accepted_on
from inspector.operations.work_papers import mean_position
from inspector.operations.workspace import Workspace
from inspector.store.office import Office

STATED = tuple(
    one.name for one in fields(Filing) if one.name not in {"id", "project_id", "position"}
)
"""The fields that a person states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingView:
    """The filing of a project, with the day by which it is owed and where the photos lie."""

    filing: Filing
    accepted_on: date | None = None
    due_on: date | None = None
    photos_at: tuple[Decimal, Decimal] | None = None


def filing_of(workspace: Workspace, project_id: str) -> FilingView:
    """Read the filing of a project."""
    with workspace.read() as office:
        office.projects.get(project_id)
        return filing_over(office, project_id)


def filing_over(office: Office, project_id: str) -> FilingView:
    """Read the filing from one consistent state of the records."""
    accepted = accepted_on(office, project_id)
    return FilingView(
        filing=office.filings.of_project(project_id) or new_filing(project_id),
        accepted_on=accepted,
        due_on=filing_due(accepted),
        photos_at=mean_position(office.photos.of_project(project_id)),
    )


def state_filing(
    workspace: Workspace, project_id: str, facts: Mapping[str, object]
) -> Outcome[Filing]:
    """Set fields of the filing; None, or an empty text, takes a value away."""
    for name in facts:
        if name not in STATED:
            raise InspectorError(Problem.FIELD_UNKNOWN, field=name)
    told = {
        name: _text(name, value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        before = writing.office.filings.of_project(project_id) or new_filing(project_id)
        filing = replace(before, **told).checked(workspace.today())  # type: ignore[arg-type]
        writing.office.filings.put(filing)
    return Outcome(filing, Changes.of(Topic.PROCESS, ids={filing.id}), writing.act)


def _text(name: str, value: str) -> str | None:
    text = clean(value)
    if not text:
        return None
    return named(text.upper() if name == "owner_code" else text, name)


def appraise_party(workspace: Workspace, party_id: str, text: str) -> Outcome[Appraisal | None]:
    """Put on record what is said of a party's work; an empty text takes it away."""
    words = clean(text)
    with workspace.act() as writing:
        office = writing.office
        party = office.parties.get(party_id)
        appraisal_id = natural_id(party.project_id, "appraisal", party.id)
        appraisal = Appraisal(
            id=appraisal_id,
            project_id=party.project_id,
            party_id=party.id,
            text=named(words, "text", LONGEST_TEXT) if words else "",
            said_on=workspace.today(),
            by=office.journal.user_id() or "",
        )
        if words:
            office.appraisals.put(appraisal)
        elif any(one.id == appraisal_id for one in office.appraisals.of_project(party.project_id)):
            office.appraisals.delete(appraisal_id)
    changes = Changes.of(Topic.PARTIES, ids={appraisal_id, party_id})
    return Outcome(appraisal if words else None, changes, writing.act)


def list_appraisals(workspace: Workspace, project_id: str) -> dict[str, Appraisal]:
    """Give the appraisals of a project by party."""
    with workspace.read() as office:
        return {one.party_id: one for one in office.appraisals.of_project(project_id)}
