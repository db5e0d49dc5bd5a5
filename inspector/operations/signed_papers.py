"""What was signed beside the records: reports with certificate signatures, scans of pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.core.issued import IssuedReport
from inspector.core.signatures import Signature, SignatureKind
from inspector.operations.evidence_files import kept_evidence
from inspector.operations.workspace import Workspace
from inspector.words.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper:
    """A signed file that is here; `pages` is zero where nobody counted them."""

    title: str
    number: str
    signed_on: date
    file: Path
    sha256: str
    pages: int = 0


def signed_papers(workspace: Workspace, project_id: str) -> list[SignedPaper]:
    """List the signed files of a project, oldest first.

    Of a report that several signed only the last state is given: it holds the others.
    """
    with workspace.read() as office:
        reports = {one.id: one for one in office.papers.reports(project_id)}
        meetings = office.meetings.of_project(project_id)
        signatures = [one for held in meetings for one in office.signatures.of_meeting(held.id)]
    return list(_papers(workspace, reports, signatures))


def _papers(
    workspace: Workspace, reports: dict[str, IssuedReport], signatures: list[Signature]
) -> Iterator[SignedPaper]:
    last = {one.report_id: one for one in signatures if one.kind is SignatureKind.CERTIFICATE}
    scans = {one.scan: one for one in signatures if one.kind is SignatureKind.SCAN}
    for one in (*last.values(), *scans.values()):
        file = kept_evidence(workspace, one.scan) if one.scan else None
        report = reports.get(one.report_id or "")
        if one.scan is None or file is None:
            continue
        is_sealed = one.kind is SignatureKind.CERTIFICATE
        yield SignedPaper(
            title=_("联合竣工验收报告（证书签名）") if is_sealed else _("签字页扫描件"),
            number=report.number if report else "",
            signed_on=date.fromisoformat(one.signed_at[:10]),
            file=file,
            sha256=one.scan.sha256,
            pages=report.pages if report and is_sealed else 0,
        )
