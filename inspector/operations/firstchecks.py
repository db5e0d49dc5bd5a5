"""The rate of first re-checks passed, by responsible party, as it is on record."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.defects import Defect
from inspector.core.firstchecks import FirstChecks, first_checks
from inspector.core.projects import Party
from inspector.operations.workspace import Workspace
from inspector.store.office import Office


@dataclass(frozen=True, slots=True)
class PartyChecks:
    """A party with its first re-checks; None is nobody."""

    party: Party | None
    checks: FirstChecks

    @property
    def unit(self) -> str | None:
        """Name the party."""
        return self.party.unit if self.party else None


def party_checks(workspace: Workspace, project_id: str) -> tuple[PartyChecks, ...]:
    """Count the first re-checks of a project by party, in the order of the register."""
    with workspace.read() as office:
        return checks_over(office, project_id, office.defects.of_project(project_id))


def checks_over(
    office: Office, project_id: str, defects: Sequence[Defect]
) -> tuple[PartyChecks, ...]:
    """Count those of some defects from one consistent state of the records."""
    counted = first_checks(defects, office.defects.events_of_project(project_id))
    found = {one.party_id: one for one in counted}
    known = {party.id: party for party in office.parties.of_project(project_id)}
    ordered = sorted(found, key=lambda key: list(known).index(key) if key in known else len(known))
    return tuple(PartyChecks(known.get(key or ""), found[key]) for key in ordered)
