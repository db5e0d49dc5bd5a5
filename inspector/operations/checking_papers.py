"""Compare a paper that somebody holds with the records: the same, changed since, or unknown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inspector.core.certificates import PdfSeal
from inspector.core.issued import EDITIONS, FORMS, IssuedReport, PaperKind
from inspector.core.lookups import CheckedPaper, FileState, PaperState
from inspector.core.papers import (
    PaperIdentity,
    PaperParts,
    PaperToken,
    ReportPaper,
    parts_of,
    read_token,
)
from inspector.folders import locale
from inspector.operations.acceptance import gather_acceptance, program_name
from inspector.operations.building_papers import building_of, gather_building
from inspector.operations.checking_notices import check_notice
from inspector.operations.disclosure_papers import disclosure_form
from inspector.operations.forms.gathering import gather_form
from inspector.operations.paper_files import begins_with, codes_in, file_sha256
from inspector.operations.record_papers import gather_defects, gather_visit
from inspector.operations.reports import kept_paper
from inspector.operations.trusting import trusted_ends, with_issuers
from inspector.operations.workspace import Workspace
from inspector.reports.pades import read_seals
from inspector.words.language import speaking


def check_paper(workspace: Workspace, code: str) -> CheckedPaper:
    """Look for the paper of a QR text, check code, number or number/version, and compare it."""
    token = read_token(code)
    reports = _all_reports(workspace)
    found = _meant(reports, token)
    if found is None:
        notice = check_notice(workspace, token, code.strip())
        return notice or CheckedPaper(state=PaperState.UNKNOWN, asked=code.strip())
    if token.shown and not found.snapshot.startswith(token.shown):
        return CheckedPaper(state=PaperState.ALTERED, asked=code.strip(), report=found)
    return _compared(workspace, reports, found, code.strip())


def check_paper_file(
    workspace: Workspace, path: Path, trusted: Sequence[Path] = ()
) -> CheckedPaper:
    """Look for the paper that a file is, and compare both its bytes and what it shows.

    Its certificate signatures are told with who stands behind them; whom to trust is said by the
    office, and by certificates in files.
    """
    sha256, reports = file_sha256(path), _all_reports(workspace)
    exact = next((one for one in reports if one.sha256 == sha256), None)
    if exact is not None:
        return _compared(workspace, reports, exact, path.name, FileState.EXACT)
    for shown in codes_in(path):
        found = _meant(reports, read_token(shown))
        if found is not None:
            state, seals = _state_of(workspace, path, found)
            look = _compared(workspace, reports, found, path.name, state)
            return replace(look, seals=with_issuers(seals, trusted_ends(workspace, trusted)))
        notice = check_notice(workspace, read_token(shown), path.name)
        if notice is not None:
            return notice
    return CheckedPaper(state=PaperState.UNKNOWN, asked=path.name)


def _state_of(
    workspace: Workspace, path: Path, report: IssuedReport
) -> tuple[FileState, tuple[PdfSeal, ...]]:
    made = kept_paper(workspace, report)
    is_pdf = report.suffix == EDITIONS[0]
    if not (is_pdf and made is not None and begins_with(path, made)):
        return FileState.DIFFERS, ()
    seals = read_seals(path.read_bytes(), path.name)
    is_signed = bool(seals) and all(seal.holds for seal in seals)
    return FileState.SIGNED if is_signed else FileState.EXTENDED, seals


def changed_since(workspace: Workspace, report: IssuedReport) -> frozenset[str]:
    """Name the parts of a report that the records tell otherwise now.

    One by another version of the program, whose wordings may differ, is not compared.
    """
    before = PaperParts.read(report.parts)
    if before is None or before.program != program_name():
        return frozenset()
    now = _parts_now(workspace, report, before)
    return frozenset(before.changed(now)) if now else frozenset()


def _all_reports(workspace: Workspace) -> list[IssuedReport]:
    with workspace.read() as office:
        projects = office.projects.all()
        return [one for project in projects for one in office.papers.reports(project.id)]


def _meant(reports: list[IssuedReport], token: PaperToken) -> IssuedReport | None:
    """Find the paper that is meant; of several, as by a number alone, the newest version."""
    if token.record_id is not None:
        found = [one for one in reports if one.id == token.record_id]
    elif token.number is not None:
        found = [one for one in reports if one.number.upper() == token.number]
        found = [one for one in found if token.version in {None, one.version}]
    else:
        found = [one for one in reports if one.snapshot.startswith(token.shown or " ")]
    exact = [one for one in found if token.shown and one.snapshot.startswith(token.shown)]
    return max(exact or found, key=lambda one: (one.version, one.made_at), default=None)


def _compared(
    workspace: Workspace,
    reports: list[IssuedReport],
    report: IssuedReport,
    asked: str,
    file: FileState | None = None,
) -> CheckedPaper:
    """Gather the paper again as it was made then, and compare part by part."""
    before = PaperParts.read(report.parts)
    now = None if before is None else _parts_now(workspace, report, before)
    changed = () if before is None or now is None else before.changed(now)
    state = PaperState.CHANGED if changed else PaperState.SAME
    versions = [one.version for one in reports if one.number == report.number]
    return CheckedPaper(
        state=PaperState.UNCOMPARED if now is None else state,
        asked=asked,
        report=report,
        changed=changed,
        newer=max(versions) if max(versions) > report.version else None,
        file=file,
        program=before.program if before and before.program != program_name() else None,
    )


def _parts_now(workspace: Workspace, report: IssuedReport, before: PaperParts) -> PaperParts | None:
    identity = PaperIdentity(
        number=report.number,
        version=report.version,
        made_at=datetime.fromisoformat(report.made_at),
        program=before.program,
    )
    with speaking(before.language, locale()):
        paper = _gathered(workspace, report, identity)
        return parts_of(paper, before.language) if paper else None


def _gathered(
    workspace: Workspace, report: IssuedReport, identity: PaperIdentity
) -> ReportPaper | None:
    """Gather a paper of this kind from the records of now; pictures are not looked at."""
    if report.kind in {PaperKind.VISIT, PaperKind.BUILDING, PaperKind.DISCLOSURE}:
        return _gathered_part(workspace, report, identity)
    if report.kind is PaperKind.ACCEPTANCE:
        return gather_acceptance(workspace, report.project_id, identity, None)
    if report.kind is PaperKind.DEFECTS:
        return gather_defects(workspace, report.project_id, identity, None)
    if report.kind in FORMS:
        return gather_form(workspace, report.project_id, report.kind, identity)
    return None


def _gathered_part(
    workspace: Workspace, report: IssuedReport, identity: PaperIdentity
) -> ReportPaper | None:
    """Gather what is about one visit, list or building; None where that is gone."""
    if report.kind is PaperKind.BUILDING:
        building = building_of(workspace, report.project_id, report.number)
        return gather_building(workspace, building, identity, None) if building else None
    with workspace.read() as office:
        visits = office.visits.of_project(report.project_id)
        lists = office.disclosures.of_project(report.project_id)
        told = next((one for one in lists if one.number == report.number), None)
        if report.kind is PaperKind.DISCLOSURE:
            return disclosure_form(office, told, identity) if told else None
    visit = next((one for one in visits if one.number == report.number), None)
    return gather_visit(workspace, visit, identity, None) if visit else None
