"""The papers of a project: which there are, which were made, and making one by its kind."""

from dataclasses import dataclass
from pathlib import Path

from inspector.core.changes import Outcome
from inspector.core.issued import OF_PROJECT, IssuedReport, PaperKind
from inspector.core.progress import Progress
from inspector.operations.reports import (
    MadeReport,
    issue_acceptance_report,
    issue_defects_report,
    issue_form,
    list_reports,
)
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A paper that can be made, and the newest that was made of it."""

    kind: PaperKind
    newest: IssuedReport | None = None
    made: int = 0


def list_papers(workspace: Workspace, project_id: str) -> list[PaperLine]:
    """List the papers of a project, each with the newest one made."""
    reports = list_reports(workspace, project_id)
    lines = []
    for kind in OF_PROJECT:
        own = sorted(
            (report for report in reports if report.kind is kind),
            key=lambda report: (report.version, report.made_at),
        )
        lines.append(PaperLine(kind=kind, newest=own[-1] if own else None, made=len(own)))
    return lines


def make_paper(
    workspace: Workspace,
    project_id: str,
    kind: PaperKind,
    out: Path,
    progress: Progress | None = None,
) -> Outcome[MadeReport]:
    """Make a paper of a project in the edition that the file's name asks for."""
    if kind is PaperKind.ACCEPTANCE:
        return issue_acceptance_report(workspace, project_id, out, progress)
    if kind is PaperKind.DEFECTS:
        return issue_defects_report(workspace, project_id, out, progress)
    return issue_form(workspace, project_id, kind, out, progress)
