"""How signatures look on the command line: as data and as lines."""

from collections.abc import Sequence
from pathlib import Path

from inspector.cli.shapes import Shape
from inspector.cli.telling import Told, facts, table
from inspector.core.certificates import Certificate, DetachedSeal, PdfSeal
from inspector.operations.sealing import CheckedPdf, public_part
from inspector.operations.signing import SignatureLine, SigningSheet
from inspector.words.language import _
from inspector.words.meetings import stance_name, verdict_title
from inspector.words.records import field_name, role_name
from inspector.words.signatures import (
    detached_text,
    part_name,
    seal_text,
    signature_kind_name,
    standing_text,
)


def signing_told(signing: SigningSheet) -> Told:
    """Tell what there is to sign and who signed it."""
    sheet = signing.sheet
    heads = facts(
        [
            (field_name("number"), sheet.meeting.number),
            (field_name("verdict"), verdict_title(sheet.judgement, sheet.kind)),
            (_("校验码"), signing.code),
            (_("校验值"), signing.shown.sha256),
            (_("尚未签字"), _("、").join(line.party.unit for line in signing.unsigned)),
        ]
    )
    headers = (
        *(_("参加方"), field_name("role"), field_name("said"), field_name("signer")),
        *(field_name("kind"), field_name("signed_at"), field_name("state"), "id"),
    )
    rows = [_cells(signing, line) for line in signing.lines]
    lines = table(headers, rows) if rows else (_("还没有人签字。"),)
    return Told(data=_shape(signing), lines=(*heads, "", *lines))


def signature_told(signing: SigningSheet, signature_id: str) -> Told:
    """Tell of one signature that was written."""
    line = next(one for one in signing.lines if one.signature.id == signature_id)
    cells = _cells(signing, line)
    said = "　".join(str(cell) for cell in cells if cell)
    return Told(data=_line_shape(line), lines=(said,))


def _cells(signing: SigningSheet, line: SignatureLine) -> tuple[object, ...]:
    one = line.signature
    party = next((p for p in signing.sheet.parties if p.party.id == one.party_id), None)
    stance = party.opinion.stance if party and party.opinion else None
    return (
        party.party.unit if party else one.party_id,
        role_name(party.party.role) if party else None,
        stance_name(stance),
        one.signer,
        signature_kind_name(one.kind),
        one.signed_at[:16].replace("T", " "),
        _standing(line),
        one.id,
    )


def _standing(line: SignatureLine) -> str:
    withdrawn = line.signature.withdrawn
    return standing_text(
        line.changed,
        is_double=line.is_double,
        withdrawn=withdrawn.reason if withdrawn else None,
    )


def _shape(signing: SigningSheet) -> Shape:
    return {
        "meeting_id": signing.sheet.meeting.id,
        "code": signing.code,
        "sha256": signing.shown.sha256,
        "form": signing.shown.form,
        "parts": dict(signing.shown.parts),
        "unsigned": [line.party.id for line in signing.unsigned],
        "signatures": [_line_shape(line) for line in signing.lines],
    }


def _line_shape(line: SignatureLine) -> Shape:
    one = line.signature
    return {
        "id": one.id,
        "party_id": one.party_id,
        "kind": one.kind,
        "signer": one.signer,
        "post": one.post,
        "signed_at": one.signed_at,
        "device": one.device,
        "sha256": one.shown.sha256,
        "counts": line.counts,
        "changed": [{"code": part, "title": part_name(part)} for part in line.changed],
        "is_double": line.is_double,
        "has_ink": one.ink is not None,
        "scan": one.scan.sha256 if one.scan else None,
        "report_id": one.report_id,
        "withdrawn": None
        if one.withdrawn is None
        else {"at_ms": one.withdrawn.at_ms, "reason": one.withdrawn.reason},
    }


def certificate_told(path: Path, certificate: Certificate) -> Told:
    """Tell of a certificate that was made."""
    public = public_part(path)
    shown = facts(
        [
            (_("证书文件"), path),
            (_("交给收件方核对用的证书"), public),
            (field_name("signer"), certificate.holder),
            (field_name("unit"), certificate.unit),
            (_("有效期至"), certificate.not_after.date()),
            (_("校验值"), certificate.sha256),
        ]
    )
    note = _("自制证书证明内容未改、由该密钥签名，不是可靠电子签名；口令遗失不能找回。")
    return Told(
        data={"file": path, "public": public, **certificate_shape(certificate)},
        lines=shown,
        sentences=(note,),
    )


def checked_told(checked: CheckedPdf, *, trust_asked: bool = False) -> Told:
    """Tell how the certificate signatures of a PDF stand; unsigned is not done.

    Where it was asked whom to trust, a signature of somebody else is not done either.
    """
    headers = (
        field_name("signer"),
        field_name("unit"),
        field_name("signed_at"),
        _("说明"),
        _("结果"),
    )
    rows = [
        (
            seal.certificate.holder if seal.certificate else None,
            seal.certificate.unit if seal.certificate else None,
            seal.signed_at.isoformat(sep=" ", timespec="minutes") if seal.signed_at else None,
            seal.reason,
            seal_text(seal),
        )
        for seal in checked.seals
    ]
    lines = table(headers, rows) if rows else (_("这份 PDF 没有证书签名。"),)
    data = {
        "file": checked.path,
        "sha256": checked.sha256,
        "holds": checked.holds,
        "is_trusted": checked.is_trusted,
        "signatures": [seal_shape(seal) for seal in checked.seals],
    }
    done = checked.is_trusted if trust_asked else checked.holds
    return Told(data=data, lines=lines, done=done)


def certificate_shape(certificate: Certificate) -> Shape:
    """Show a certificate."""
    return {
        "holder": certificate.holder,
        "unit": certificate.unit,
        "issuer": certificate.issuer,
        "sha256": certificate.sha256,
        "not_before": certificate.not_before,
        "not_after": certificate.not_after,
        "is_self_made": certificate.is_self_made,
    }


def seal_shape(seal: PdfSeal) -> Shape:
    """Show a certificate signature on a PDF."""
    return {
        "field": seal.field,
        "holds": seal.holds,
        "signed_at": seal.signed_at,
        "reason": seal.reason,
        "unit": seal.unit,
        "troubles": seal.troubles,
        "concerns": seal.concerns,
        "issuers": seal.issuers,
        "is_trusted": seal.is_trusted,
        "title": seal_text(seal),
        "certificate": certificate_shape(seal.certificate) if seal.certificate else None,
    }


def detached_shape(seal: DetachedSeal) -> Shape:
    """Show a signature on a bundle."""
    return {
        "file": seal.file,
        "holds": seal.holds,
        "is_trusted": seal.is_trusted,
        "signed_at": seal.signed_at,
        "issuers": list(seal.issuers),
        "troubles": seal.troubles,
        "title": detached_text(seal),
        "certificate": certificate_shape(seal.certificate) if seal.certificate else None,
    }


def trusted_told(found: Sequence[Certificate]) -> Told:
    """List the certificates that the office trusts."""
    headers = (_("证书"), field_name("unit"), _("签发者"), _("有效期至"), _("校验值"))
    rows = [(one.holder, one.unit, one.issuer, one.not_after.date(), one.sha256) for one in found]
    lines = table(headers, rows) if rows else (_("没有指定可信的证书。"),)
    return Told(data=[certificate_shape(one) for one in found], lines=lines)
