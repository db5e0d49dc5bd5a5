"""Take in scans of pages that parties signed on paper, bound to what that paper shows."""

from dataclasses import dataclass
from pathlib import Path

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import IssuedReport, PaperKind
from inspector.core.meetings import Letter, Meeting
from inspector.core.papers import PaperParts, check_code
from inspector.core.signatures import Printed, Shown, Signature, SignatureKind
from inspector.operations.checking_papers import changed_since
from inspector.operations.evidence_files import keep_evidence
from inspector.operations.signing import (
    SigningSheet,
    bare_code,
    declared_sheet,
    line_of,
    refuse_absent,
    representative_of,
    signing_moment,
    signing_over,
    told_of,
)
from inspector.operations.verdicts import PartyLine
from inspector.operations.workspace import Workspace
from inspector.store.office import Office

SIGNED_PAPERS = (PaperKind.ACCEPTANCE, PaperKind.FIVE_PARTIES)
"""The papers on which parties sign what the meeting came to."""
_UNKNOWN = Shown((), 0)
"""What a paper shows that nobody can compare: every part of it counts as changed."""
_APART = frozenset({"signed", "photos"})
"""Parts of a paper that are not what the meeting decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanDraft:
    """A scanned page that parties signed; `code` is the check code that the page carries."""

    file: Path
    code: str
    party_ids: tuple[str, ...] = ()


def add_scan(
    workspace: Workspace, meeting_id: str, draft: ScanDraft
) -> Outcome[tuple[Signature, ...]]:
    """Take in a scan of a page that was signed on paper, for those parties who signed it.

    The check code on the page says which issued paper it is; a page of none is refused. The
    signature is bound to what that paper shows, so that a page printed before a change says so.
    A scan that was taken in for a party already is not taken in for it again.
    """
    scan = keep_evidence(workspace, draft.file)
    with workspace.read() as office:
        report = _report_with(office, office.meetings.get(meeting_id), draft.code)
    printed = _printed(workspace, report)
    with workspace.act() as writing:
        office = writing.office
        sheet = declared_sheet(workspace, office, meeting_id)
        signing = signing_over(office, sheet)
        _refuse_other(office, report, printed, sheet.meeting)
        shown = printed.shown if printed else signing.shown
        wanted = draft.party_ids or tuple(
            line.party.id for line in sheet.parties if line not in sheet.absent_now
        )
        lines = [line_of(office, sheet, party_id) for party_id in dict.fromkeys(wanted)]
        for line in lines:
            refuse_absent(line, may_write=True)
        signatures = tuple(
            _signature(workspace, line, (report, shown, scan), sheet.meeting)
            for line in _without_scan(signing, lines, scan)
        )
        for one in signatures:
            office.signatures.put(one)
    return told_of(signatures, sheet.meeting, writing)


def _signature(
    workspace: Workspace, line: PartyLine, page: tuple[IssuedReport, Shown, Letter], held: Meeting
) -> Signature:
    report, shown, scan = page
    return Signature(
        id=workspace.new_id(),
        project_id=held.project_id,
        meeting_id=held.id,
        party_id=line.party.id,
        kind=SignatureKind.SCAN,
        shown=shown,
        signed_at=signing_moment(workspace),
        device=workspace.device().code,
        signer=representative_of(line),
        post=line.attendance.post if line.attendance else None,
        scan=scan,
        report_id=report.id,
    )


def _without_scan(signing: SigningSheet, lines: list[PartyLine], scan: Letter) -> list[PartyLine]:
    """Leave out the parties for whom this very page is on record; refuse it where all are."""
    there = {
        line.signature.party_id: line.signature.signed_at
        for line in signing.lines
        if line.signature.withdrawn is None
        and line.signature.scan is not None
        and line.signature.scan.sha256 == scan.sha256
    }
    left = [line for line in lines if line.party.id not in there]
    if lines and not left:
        at = there[lines[0].party.id][:16].replace("T", " ")
        raise InspectorError(Problem.SCAN_TWICE, file=scan.name, at=at)
    return left


def _report_with(office: Office, meeting: Meeting, code: str) -> IssuedReport:
    """Find the paper to be signed that carries a check code."""
    for report in office.papers.reports(meeting.project_id):
        is_meant = bare_code(check_code(report.snapshot)) == bare_code(code)
        if report.kind in SIGNED_PAPERS and is_meant:
            return report
    raise InspectorError(Problem.SCAN_CODE_UNKNOWN, code=code)


def _printed(workspace: Workspace, report: IssuedReport) -> Printed | None:
    """Tell what a paper shows of its meeting; None where it shows what stands now.

    Of a paper from before these digests were kept one can only tell whether it changed since.
    """
    parts = PaperParts.read(report.parts)
    if parts and parts.printed:
        return parts.printed
    is_old = bool(changed_since(workspace, report) - _APART)
    return Printed("", _UNKNOWN) if is_old else None


def _refuse_other(
    office: Office, report: IssuedReport, printed: Printed | None, meeting: Meeting
) -> None:
    """Refuse the paper of another round."""
    if printed is None or printed.meeting_id in {"", meeting.id}:
        return
    held = {one.id: one.round for one in office.meetings.of_project(report.project_id)}
    raise InspectorError(
        Problem.SCAN_OTHER_MEETING,
        number=report.number,
        version=report.version,
        round=held.get(printed.meeting_id, 0),
        meant=meeting.round,
    )
