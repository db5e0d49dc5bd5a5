"""Sign issued reports with certificates (PAdES): one file, several parties, verified offline."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector.core.certificates import (
    Certificate,
    PdfSeal,
    SealConcern,
    seal_reason,
    units_sharing,
    with_concerns,
)
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import IssuedReport
from inspector.core.meetings import Letter
from inspector.core.signatures import Signature, SignatureKind
from inspector.core.text import named
from inspector.folders import FILES
from inspector.operations.checking_papers import changed_since
from inspector.operations.files import content_path, keep_content, refuse_target, write_whole
from inspector.operations.reports import kept_paper
from inspector.operations.signing import (
    SigningSheet,
    declared_sheet,
    line_of,
    refuse_absent,
    signing_moment,
    signing_over,
)
from inspector.operations.trusting import trusted_ends, with_issuers
from inspector.operations.verdicts import MeetingSheet, PartyLine
from inspector.operations.workspace import Workspace
from inspector.reports.pades import SealOrder, read_seals, seal_pdf
from inspector.store.office import Office
from inspector.sync.certificates import make_certificate, open_certificate, public_certificate
from inspector.words.language import _
from inspector.words.records import role_name

CERTIFICATE_NAME = "signing.p12"
_SUFFIX = ".pdf"
_AGREED = frozenset({"project", "parties", "meeting", "disciplines", "measured", "not_applicable"})
"""The parts of a report that the parties agree on; defects go on while they sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealDraft:
    """Who signs for which party: the certificate's file and what opens it.

    `is_confirmed` tells that the person was asked and said yes to a certificate of another unit,
    or to one that signed for another party already.
    """

    party_id: str
    certificate: Path
    passphrase: str
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPdf:
    """A PDF with its certificate signatures as they were verified."""

    path: Path
    sha256: str
    seals: tuple[PdfSeal, ...]

    @property
    def holds(self) -> bool:
        """Tell whether it is signed and every signature holds."""
        return bool(self.seals) and all(seal.holds for seal in self.seals)

    @property
    def is_trusted(self) -> bool:
        """Tell whether every signature holds and comes from somebody who is trusted."""
        return self.holds and all(seal.is_trusted for seal in self.seals)


# -- certificates ---------------------------------------------------------------------------------


def office_certificate(workspace: Workspace) -> Path:
    """Tell where this person's own certificate lies: in the profile, in no workspace."""
    return certificate_of(workspace.profile)


def certificate_of(profile: Path) -> Path:
    """Tell where the certificate of a profile lies."""
    return profile / "keys" / CERTIFICATE_NAME


def public_part(certificate: Path) -> Path:
    """Tell where the public part of a certificate of one's own lies."""
    return certificate.with_suffix(".cer")


def create_certificate(
    workspace: Workspace, holder: str, unit: str, passphrase: str, out: Path | None = None
) -> tuple[Path, Certificate]:
    """Make a certificate of one's own; a file that is there is never written over.

    Its public part lies beside it, for those who are to verify what is signed with it.
    """
    path = out or office_certificate(workspace)
    path.parent.mkdir(parents=True, exist_ok=True)
    for target in (path, public_part(path)):
        refuse_target(workspace.folder, target)
    name, of_unit = named(holder, "signer"), named(unit, "unit")
    made = make_certificate(name, of_unit, passphrase, workspace.now())
    write_whole(path, made)
    path.chmod(0o600)
    write_whole(public_part(path), public_certificate(made, passphrase))
    return path, open_certificate(path, passphrase)[1]


# -- signing --------------------------------------------------------------------------------------


def seal_file(
    workspace: Workspace, meeting_id: str, file: Path, draft: SealDraft
) -> Outcome[Signature]:
    """Sign a PDF where it lies; it must be an issued report, or one that others signed already."""
    content = _content(file)
    with workspace.read() as office:
        report = _report_of(workspace, office, meeting_id, content, file)
        newest = _newest(workspace, office, report)
    if len(content) < len(newest) and newest.startswith(content):
        raise InspectorError(Problem.PDF_OLDER, file=file)
    return _seal(workspace, meeting_id, _Base(report, content, file), draft)


def seal_report(
    workspace: Workspace, meeting_id: str, report_id: str, out: Path, draft: SealDraft
) -> Outcome[Signature]:
    """Sign the newest state of an issued report and write it to a file."""
    refuse_target(workspace.folder, out)
    with workspace.read() as office:
        project_id = office.meetings.get(meeting_id).project_id
        report = _sealable(office, project_id, report_id)
        newest = _newest(workspace, office, report)
    if not newest:
        raise InspectorError(Problem.FILE_MISSING, file=report.name)
    return _seal(workspace, meeting_id, _Base(report, newest, out), draft)


def newest_sealed(workspace: Workspace, report: IssuedReport) -> Path | None:
    """Find the copy of a report that carries the most signatures, if it is here."""
    with workspace.read() as office:
        return _newest_path(workspace, office, report)


@dataclass(frozen=True, slots=True)
class _Base:
    """What is signed: a report's bytes so far, and where the signed file goes."""

    report: IssuedReport
    content: bytes
    out: Path


def _seal(
    workspace: Workspace, meeting_id: str, base: _Base, draft: SealDraft
) -> Outcome[Signature]:
    pkcs12, certificate = open_certificate(draft.certificate, draft.passphrase)
    check_term(certificate, draft.certificate, workspace.now())
    before = read_seals(base.content, base.out.name)
    if not all(seal.holds for seal in before):
        raise InspectorError(Problem.PDF_CHANGED, file=base.out)
    if changed_since(workspace, base.report) & _AGREED:
        raise InspectorError(Problem.PDF_CONTENT_OLD, file=base.report.name)
    with workspace.act() as writing:
        office = writing.office
        sheet = declared_sheet(workspace, office, meeting_id)
        line = line_of(office, sheet, draft.party_id)
        refuse_absent(line, may_write=True)
        _refuse_second(office, sheet, line, base.report)
        reason = _reason(line)
        if not draft.is_confirmed:
            known = (*before, *_seals_elsewhere(workspace, office, base.report))
            _refuse_doubtful(certificate, line, reason, known)
        order = SealOrder(
            pkcs12=pkcs12,
            passphrase=draft.passphrase,
            field=f"signature-{len(before) + 1}",
            at=workspace.now(),
            reason=reason,
            name=certificate.holder,
        )
        sealed = seal_pdf(base.content, order)
        kept = Letter(sha256=hashlib.sha256(sealed).hexdigest(), name=base.out.name)
        keep_content(workspace.folder / FILES, kept.sha256, _SUFFIX, sealed)
        signature = _signature(workspace, signing_over(office, sheet), line, kept)
        signature = replace(signature, signer=certificate.holder, report_id=base.report.id)
        office.signatures.put(signature)
        write_whole(base.out, sealed)
    changes = Changes.of(Topic.MEETINGS, Topic.REPORTS, ids={sheet.meeting.id, base.report.id})
    return Outcome(signature, changes, writing.act)


def _signature(
    workspace: Workspace, signing: SigningSheet, line: PartyLine, kept: Letter
) -> Signature:
    meeting = signing.sheet.meeting
    return Signature(
        id=workspace.new_id(),
        project_id=meeting.project_id,
        meeting_id=meeting.id,
        party_id=line.party.id,
        kind=SignatureKind.CERTIFICATE,
        shown=signing.shown,
        signed_at=signing_moment(workspace),
        device=workspace.device().code,
        scan=kept,
    )


def _reason(line: PartyLine) -> str:
    return seal_reason(_("联合竣工验收"), role_name(line.party.role), line.party.unit)


def _refuse_doubtful(
    certificate: Certificate, line: PartyLine, reason: str, known: tuple[PdfSeal, ...]
) -> None:
    """Refuse a certificate of another unit, or one that signed for another party already."""
    given = PdfSeal(field="", certificate=certificate, signed_at=None, reason=reason)
    concerns = with_concerns((*known, given))[-1].concerns
    facts = {"holder": certificate.holder, "unit": certificate.unit or certificate.holder}
    if SealConcern.SHARED in concerns:
        others = units_sharing(given, known)
        raise InspectorError(
            Problem.CERTIFICATE_SHARED, **facts, party=line.party.unit, others=others
        )
    if SealConcern.OTHER_UNIT in concerns:
        raise InspectorError(Problem.CERTIFICATE_OTHER_UNIT, **facts, party=line.party.unit)


def _seals_elsewhere(
    workspace: Workspace, office: Office, report: IssuedReport
) -> Iterator[PdfSeal]:
    """Give the signatures on the other reports of a project, as far as those are here."""
    for other in office.papers.reports(report.project_id):
        if other.id != report.id and office.signatures.sealing(other.id):
            content = _newest(workspace, office, other)
            yield from read_seals(content, other.name) if content else ()


def check_term(certificate: Certificate, file: Path, now: datetime) -> None:
    """Refuse a certificate that does not count at this moment."""
    if now > certificate.not_after:
        day = certificate.not_after.date()
        raise InspectorError(Problem.CERTIFICATE_EXPIRED, file=file, day=day)
    if now < certificate.not_before:
        day = certificate.not_before.date()
        raise InspectorError(Problem.CERTIFICATE_EARLY, file=file, day=day)


def _refuse_second(
    office: Office, sheet: MeetingSheet, line: PartyLine, report: IssuedReport
) -> None:
    for one in _sealed(office, sheet.meeting.id, report.id):
        if one.party_id == line.party.id and one.withdrawn is None:
            raise InspectorError(Problem.SIGN_TWICE, at=one.signed_at[:16].replace("T", " "))


def _sealed(office: Office, meeting_id: str, report_id: str) -> Iterator[Signature]:
    for one in office.signatures.of_meeting(meeting_id):
        if one.kind is SignatureKind.CERTIFICATE and one.report_id == report_id:
            yield one


# -- which file is which --------------------------------------------------------------------------


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=file)
    return file.read_bytes()


def _report_of(
    workspace: Workspace, office: Office, meeting_id: str, content: bytes, file: Path
) -> IssuedReport:
    """Find the report that a file is or began as: signing only appends."""
    project_id = office.meetings.get(meeting_id).project_id
    for report in reversed(office.papers.reports(project_id)):
        kept = kept_paper(workspace, report) if report.is_sealed_report else None
        if kept is not None:
            start = content[: kept.stat().st_size]
            if hashlib.sha256(start).hexdigest() == report.sha256:
                return report
    raise InspectorError(Problem.PDF_NOT_ISSUED, file=file)


def _sealable(office: Office, project_id: str, report_id: str) -> IssuedReport:
    for report in office.papers.reports(project_id):
        if report.id == report_id and report.is_sealed_report:
            return report
    raise InspectorError(Problem.RECORD_MISSING, record="report", id=report_id)


def _newest(workspace: Workspace, office: Office, report: IssuedReport) -> bytes:
    path = _newest_path(workspace, office, report)
    return path.read_bytes() if path else b""


def _newest_path(workspace: Workspace, office: Office, report: IssuedReport) -> Path | None:
    """Find the longest state of a report: each signature makes it longer."""
    folder = workspace.folder / FILES
    signed = [one.scan.sha256 for one in office.signatures.sealing(report.id) if one.scan]
    states = [kept_paper(workspace, report), *(content_path(folder, s, _SUFFIX) for s in signed)]
    here = [path for path in states if path is not None and path.is_file()]
    return max(here, key=lambda path: path.stat().st_size, default=None)


# -- verifying ------------------------------------------------------------------------------------


def verify_pdf(
    file: Path, trusted: Sequence[Path] = (), workspace: Workspace | None = None
) -> CheckedPdf:
    """Verify every certificate signature of a PDF; needs no network, and no workspace.

    Whom to trust is said by certificates in files, and by those of the workspace's office.
    """
    content = _content(file)
    seals = with_issuers(read_seals(content, file.name), trusted_ends(workspace, trusted))
    return CheckedPdf(path=file, sha256=hashlib.sha256(content).hexdigest(), seals=seals)
