"""How signatures look on the command line: as data and as lines."""

from inspector.cli.shapes import Shape
from inspector.cli.telling import Told, facts, table
from inspector.operations.signing import SignatureLine, SigningSheet
from inspector.words.language import _
from inspector.words.meetings import stance_name, verdict_title
from inspector.words.records import field_name, role_name
from inspector.words.signatures import part_name, signature_kind_name, standing_text


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
