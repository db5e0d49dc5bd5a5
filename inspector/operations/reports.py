"""Make papers that leave the program, and keep exactly what was made."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import IssuedReport, PaperKind
from inspector.core.numbers import document_number
from inspector.core.papers import PaperIdentity, snapshot_sha256
from inspector.core.progress import Progress, Unwatched
from inspector.folders import FILES, fonts
from inspector.operations.acceptance import gather_acceptance, program_name
from inspector.operations.files import content_path, keep_content
from inspector.operations.workspace import Workspace
from inspector.reports.acceptance import write_acceptance
from inspector.words.records import paper_name
from inspector.words.reports import warning_sentence

_PDF = ".pdf"
REPORT_PREFIX = "LJ"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport:
    """A report as it now lies on the disk, and what could not be shown in it as it should."""

    report: IssuedReport
    path: Path
    pages: int
    warnings: tuple[str, ...]


def list_reports(workspace: Workspace, project_id: str) -> list[IssuedReport]:
    """List the papers made of a project, oldest first."""
    with workspace.read() as office:
        return office.papers.reports(project_id)


def issue_acceptance_report(
    workspace: Workspace, project_id: str, out: Path, progress: Progress | None = None
) -> Outcome[MadeReport]:
    """Make the joint acceptance report; what is on record then is sealed first.

    The same bytes are kept in the workspace under their hash. A file that exists is never
    overwritten. A project has one report number; each report made is its next version.
    """
    watch = progress or Unwatched()
    refuse_existing(out)
    workspace.seal()
    identity, version = _identity(workspace, project_id)
    paper = gather_acceptance(workspace, project_id, identity, watch)
    made = write_acceptance(paper, out, fonts(), watch)
    keep_paper(workspace, made.path, made.sha256)
    report = IssuedReport(
        id=workspace.new_id(),
        project_id=project_id,
        number=identity.number,
        version=version,
        kind=PaperKind.ACCEPTANCE,
        title=paper_name(PaperKind.ACCEPTANCE),
        made_at=identity.made_at.isoformat(timespec="seconds"),
        name=out.name,
        sha256=made.sha256,
        snapshot=snapshot_sha256(paper),
        pages=made.pages,
        conclusion=paper.conclusion.kind.value,
    )
    with workspace.act() as writing:
        writing.office.papers.put_report(report)
    told = MadeReport(
        report=report,
        path=out,
        pages=made.pages,
        warnings=tuple(warning_sentence(w) for w in made.warnings),
    )
    return Outcome(told, Changes.of(Topic.REPORTS, ids={report.id}), writing.act)


def refuse_existing(out: Path) -> None:
    """Refuse to write over a file that is there, or into a folder that is not."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    if not out.parent.is_dir():
        raise InspectorError(Problem.FILE_MISSING, file=out.parent)


def keep_paper(workspace: Workspace, path: Path, sha256: str) -> None:
    """Keep a copy of a finished paper under its hash."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise InspectorError(Problem.BUNDLE_SOURCE_CHANGED, file=path, member=path.name)
    keep_content(workspace.folder / FILES, sha256, _PDF, content)


def kept_paper(workspace: Workspace, report: IssuedReport) -> Path | None:
    """Find the kept copy of a paper, if it is here."""
    path = content_path(workspace.folder / FILES, report.sha256, _PDF)
    return path if path.is_file() else None


def _identity(workspace: Workspace, project_id: str) -> tuple[PaperIdentity, int]:
    """Give the report its number (one for each project) and its next version."""
    person, machine = workspace.person(), workspace.device().code
    now = workspace.now()
    with workspace.read() as office:
        project = office.projects.get(project_id)
        earlier = [
            report
            for report in office.papers.reports(project_id)
            if report.kind is PaperKind.ACCEPTANCE
        ]
    number = (
        earlier[0].number
        if earlier
        else document_number(REPORT_PREFIX, now.year, project.code, machine, 1)
    )
    version = 1 + max((report.version for report in earlier), default=0)
    identity = PaperIdentity(
        number=number,
        made_at=now.replace(microsecond=0),
        program=program_name(),
        version=version,
        made_by=person.name,
        unit=person.unit,
    )
    return identity, version
