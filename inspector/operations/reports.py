"""Make papers that leave the program, and keep exactly what was made."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import is_hash, natural_id
from inspector.core.inspections import Visit
from inspector.core.issued import EDITIONS, IssuedReport, PaperKind, edition_of
from inspector.core.numbers import document_number
from inspector.core.papers import (
    AcceptancePaper,
    BuildingPaper,
    ConflictRow,
    DefectsPaper,
    FormPaper,
    PaperIdentity,
    ReportPaper,
    VisitPaper,
    Written,
    parts_of,
    snapshot_sha256,
)
from inspector.core.progress import Progress, Unwatched
from inspector.core.projects import Place
from inspector.folders import FILES, fonts
from inspector.operations.acceptance import gather_acceptance, program_name
from inspector.operations.building_papers import building_number, gather_building
from inspector.operations.files import content_path, keep_content, refuse_target
from inspector.operations.forms.gathering import gather_form
from inspector.operations.looks import office_look
from inspector.operations.record_papers import gather_defects, gather_visit
from inspector.operations.workspace import Workspace
from inspector.reports.editions import write_edition
from inspector.words.language import language
from inspector.words.records import paper_name
from inspector.words.reports import warning_sentence

REPORT_PREFIX = "LJ"
_PREFIXES = {
    PaperKind.ACCEPTANCE: REPORT_PREFIX,
    PaperKind.DEFECTS: "TZ",
    PaperKind.GROUPS: "FZ",
    PaperKind.DEPARTMENTS: "HQ",
    PaperKind.RESIDENTS: "JM",
    PaperKind.FIVE_PARTIES: "WF",
    PaperKind.FILING: "BA",
    PaperKind.AFTERCARE: "HG",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport:
    """A report as it now lies on the disk, and what could not be shown in it as it should.

    `unmet` are the conditions of its conclusion that do not hold; a report that is not final
    lists in `conflicts` what is disputed.
    """

    report: IssuedReport
    path: Path
    pages: int
    warnings: tuple[str, ...]
    is_final: bool = True
    unmet: tuple[str, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()


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

    def gather(identity: PaperIdentity, watch: Progress) -> AcceptancePaper:
        return gather_acceptance(workspace, project_id, identity, watch)

    subject = _Subject(project_id, PaperKind.ACCEPTANCE)
    return _issue(workspace, subject, gather, out, progress)


def issue_defects_report(
    workspace: Workspace, project_id: str, out: Path, progress: Progress | None = None
) -> Outcome[MadeReport]:
    """Make the register of defects with what happened to each, and its photos."""

    def gather(identity: PaperIdentity, watch: Progress) -> DefectsPaper:
        return gather_defects(workspace, project_id, identity, watch)

    return _issue(workspace, _Subject(project_id, PaperKind.DEFECTS), gather, out, progress)


def issue_visit_report(
    workspace: Workspace, visit: Visit, out: Path, progress: Progress | None = None
) -> Outcome[MadeReport]:
    """Make the record of a visit; it carries the visit's number."""

    def gather(identity: PaperIdentity, watch: Progress) -> VisitPaper:
        return gather_visit(workspace, visit, identity, watch)

    subject = _Subject(visit.project_id, PaperKind.VISIT, visit.number)
    return _issue(workspace, subject, gather, out, progress)


def issue_form(
    workspace: Workspace,
    project_id: str,
    kind: PaperKind,
    out: Path,
    progress: Progress | None = None,
) -> Outcome[MadeReport]:
    """Make one of the forms that are signed at the joint acceptance."""

    def gather(identity: PaperIdentity, watch: Progress) -> FormPaper:
        return gather_form(workspace, project_id, kind, identity, watch)

    return _issue(workspace, _Subject(project_id, kind), gather, out, progress)


def issue_building_report(
    workspace: Workspace, building: Place, out: Path, progress: Progress | None = None
) -> Outcome[MadeReport]:
    """Make the record of a building over all visits; its number names the building."""

    def gather(identity: PaperIdentity, watch: Progress) -> BuildingPaper:
        return gather_building(workspace, building, identity, watch)

    with workspace.read() as office:
        number = building_number(office, building)
    subject = _Subject(building.project_id, PaperKind.BUILDING, number)
    return _issue(workspace, subject, gather, out, progress)


def issue_numbered(
    workspace: Workspace,
    project_id: str,
    number: str,
    gather: Callable[[PaperIdentity, Progress], FormPaper],
    out: Path,
    progress: Progress | None = None,
) -> Outcome[MadeReport]:
    """Make the paper of a frozen list, which has its number already."""
    subject = _Subject(project_id, PaperKind.DISCLOSURE, number)
    return _issue(workspace, subject, gather, out, progress)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a report is about, and the number that it has already."""

    project_id: str
    kind: PaperKind
    number: str | None = None


def _issue(
    workspace: Workspace,
    subject: _Subject,
    gather: Callable[[PaperIdentity, Progress], ReportPaper],
    out: Path,
    progress: Progress | None,
) -> Outcome[MadeReport]:
    """Gather a paper, write it, keep it and put it on record."""
    watch = progress or Unwatched()
    refuse_target(workspace.folder, out)
    if edition_of(out.name) is None:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=out, editions=" ".join(EDITIONS))
    look = office_look(workspace)
    workspace.seal()
    identity = _identity(workspace, subject)
    paper = _on_record(subject, gather(identity, watch))
    made = write_edition(paper, out, fonts(), watch, look)
    report = _report(workspace, subject, paper, made)
    keep_paper(workspace, made.path, report)
    with workspace.act() as writing:
        writing.office.papers.put_report(report)
    told = MadeReport(
        report=report,
        path=out,
        pages=made.pages,
        warnings=tuple(warning_sentence(w) for w in made.warnings),
    )
    if isinstance(paper, AcceptancePaper):
        told = replace(
            told,
            is_final=paper.is_final,
            unmet=tuple(line.text for line in paper.conclusion.reasons if not line.is_met),
            conflicts=paper.conflicts,
        )
    return Outcome(told, Changes.of(Topic.REPORTS, ids={report.id}), writing.act)


def _report(
    workspace: Workspace, subject: _Subject, paper: ReportPaper, made: Written
) -> IssuedReport:
    identity = paper.identity
    return IssuedReport(
        id=identity.record_id or workspace.new_id(),
        project_id=subject.project_id,
        number=identity.number,
        version=identity.version,
        kind=subject.kind,
        title=paper_name(subject.kind),
        made_at=identity.made_at.isoformat(timespec="seconds"),
        name=made.path.name,
        sha256=made.sha256,
        snapshot=made.snapshot,
        pages=made.pages,
        conclusion=paper.conclusion.kind.value if isinstance(paper, AcceptancePaper) else None,
        parts=parts_of(paper, language()).spelled(),
    )


def _on_record(subject: _Subject, paper: ReportPaper) -> ReportPaper:
    """Give the paper the id of its record: equal papers have one, so that their bytes are equal."""
    identity = paper.identity
    parts = (identity.number, str(identity.version), snapshot_sha256(paper))
    record_id = natural_id(subject.project_id, "report", *parts)
    return replace(paper, identity=replace(identity, record_id=record_id))


def keep_paper(workspace: Workspace, path: Path, report: IssuedReport) -> None:
    """Keep a copy of a finished paper under its hash."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != report.sha256:
        raise InspectorError(Problem.BUNDLE_SOURCE_CHANGED, file=path, member=path.name)
    keep_content(workspace.folder / FILES, report.sha256, report.suffix, content)


def kept_paper(workspace: Workspace, report: IssuedReport) -> Path | None:
    """Find the kept copy of a paper, if it is here."""
    path = content_path(workspace.folder / FILES, report.sha256, report.suffix)
    return path if is_hash(report.sha256) and path.is_file() else None


def _identity(workspace: Workspace, subject: _Subject) -> PaperIdentity:
    """Give a report its number (one for each project and kind) and its next version."""
    person, machine = workspace.person(), workspace.device().code
    now = workspace.now()
    with workspace.read() as office:
        project = office.projects.get(subject.project_id)
        earlier = [
            report
            for report in office.papers.reports(subject.project_id)
            if report.kind is subject.kind and subject.number in {None, report.number}
        ]
    number = subject.number or (
        earlier[0].number
        if earlier
        else document_number(_PREFIXES[subject.kind], now.year, project.code, machine, 1)
    )
    return PaperIdentity(
        number=number,
        made_at=now.replace(microsecond=0),
        program=program_name(),
        version=1 + max((report.version for report in earlier), default=0),
        made_by=person.name,
        unit=person.unit,
        mark=workspace.mark,
    )
