"""What the papers of all volumes of one bundle share: project, template, number, time."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.core.bundles import Volume
from inspector.core.filing import FilingTemplate, Numbering
from inspector.core.numbers import document_number
from inspector.core.papers import PaperIdentity
from inspector.core.projects import PartyRole
from inspector.operations.acceptance import program_name
from inspector.operations.filing_templates import office_template
from inspector.operations.workspace import Workspace
from inspector.words.language import _

BUNDLE_PREFIX = "DA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """What the papers of all volumes of a bundle share."""

    workspace: Workspace
    project_id: str
    template: FilingTemplate
    identity: PaperIdentity
    head: Volume
    folder: Path
    gaps_reason: str = ""
    """Why the bundle is sealed although something lacks."""

    @property
    def numbering(self) -> Numbering:
        """Give what the volumes' numbers are made of."""
        return Numbering(self.head.project_code, self.head.year)


def binder_of(
    workspace: Workspace, project_id: str, folder: Path, begun: datetime | None = None
) -> Binder:
    """Give what the papers share; a sealing that was killed goes on under its own time."""
    person, machine = workspace.person(), workspace.device().code
    now = workspace.now().replace(microsecond=0)
    made_at = now if begun is None else begun.astimezone(now.tzinfo)
    with workspace.read() as office:
        project = office.projects.get(project_id)
        parties = office.parties.in_force(project_id)
        serial = office.papers.bundles_ever(project_id) + 1
    number = document_number(BUNDLE_PREFIX, made_at.year, project.code, machine, serial)
    owners = [party.unit for party in parties if party.role is PartyRole.OWNER]
    head = Volume(
        archive_number=number,
        title=_("{name}联合竣工验收").format(name=project.name),
        unit=owners[0] if owners else person.unit,
        project_code=project.code,
        project_name=project.name,
        year=made_at.year,
        made_at=made_at,
        compiled_by=person.name,
    )
    identity = PaperIdentity(
        number=number,
        made_at=made_at,
        program=program_name(),
        made_by=person.name,
        unit=person.unit,
        mark=workspace.mark,
    )
    return Binder(
        workspace=workspace,
        project_id=project_id,
        template=office_template(workspace),
        identity=identity,
        head=head,
        folder=folder,
    )
