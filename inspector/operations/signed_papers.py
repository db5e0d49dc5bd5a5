"""What was signed beside the records: reports by certificate, scanned pages, written opinions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.core.issued import IssuedReport
from inspector.core.meetings import Meeting, Opinion
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
        units = {one.id: one.unit for one in office.parties.of_project(project_id)}
        said = [(held, one) for held in meetings for one in office.meetings.opinions(held.id)]
    papers = list(_papers(workspace, reports, signatures))
    return [*papers, *_opinions(workspace, units, said)]


def _opinions(
    workspace: Workspace, units: dict[str, str], said: list[tuple[Meeting, Opinion]]
) -> Iterator[SignedPaper]:
    """Give the papers on which parties that did not come gave their opinions."""
    for held, one in said:
        file = kept_evidence(workspace, one.letter) if one.letter else None
        if one.letter is not None and file is not None:
            yield SignedPaper(
                title=_("书面意见（{unit}）").format(unit=units.get(one.party_id, "—")),
                number=held.number,
                signed_on=held.held_on,
                file=file,
                sha256=one.letter.sha256,
            )


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
