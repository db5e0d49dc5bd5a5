"""Where a project stands on its way, with the records behind it."""

from dataclasses import dataclass

from inspector.core.process.facts import ProcessFacts
from inspector.core.process.path import ProcessSeen, see_process
from inspector.core.projects import Project
from inspector.operations.gate_facts import gate_facts
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView:
    """A project with where it stands, and the records behind it."""

    project: Project
    seen: ProcessSeen
    facts: ProcessFacts


def process_of(workspace: Workspace, project_id: str) -> ProcessView:
    """Derive where a project stands now."""
    with workspace.read() as office:
        facts = gate_facts(workspace, office, project_id)
    return ProcessView(project=facts.project, seen=see_process(facts), facts=facts)
