"""What the acceptance report shows of signatures; residents sign without name and drawing."""

from collections.abc import Iterator

from inspector.core.meetings import PERSONAL_ROLES
from inspector.core.papers import SignatureRow, SignedText
from inspector.core.signatures import Printed
from inspector.operations.signing import SignatureLine, SigningSheet, signing_over
from inspector.operations.verdicts import MeetingSheet
from inspector.store.office import Office
from inspector.words.language import _
from inspector.words.records import role_name
from inspector.words.signatures import change_text, signature_kind_name


def signed_text(office: Office, sheets: tuple[MeetingSheet, ...]) -> SignedText | None:
    """Put the signatures of the newest round into words; None before any was held."""
    if not sheets:
        return None
    signing = signing_over(office, sheets[-1])
    return SignedText(
        code=signing.code,
        rows=tuple(_rows(signing)),
        withdrawn=tuple(_withdrawn(signing)),
        printed=Printed(signing.sheet.meeting.id, signing.shown),
    )


def _rows(signing: SigningSheet) -> Iterator[SignatureRow]:
    """Give the signatures that stand, in the order of the parties."""
    for party in (line.party for line in signing.sheet.parties):
        is_personal = party.role in PERSONAL_ROLES
        for line in signing.of_party(party.id):
            one = line.signature
            if one.withdrawn is None:
                yield SignatureRow(
                    role=role_name(party.role),
                    unit=party.unit,
                    kind=signature_kind_name(one.kind),
                    day=_day(one.signed_at),
                    signer=None if is_personal else one.signer,
                    post=one.post,
                    remark=_remark(line),
                    ink=None if is_personal else one.ink,
                )


def _remark(line: SignatureLine) -> str | None:
    said = [
        *([change_text(line.changed)] if line.changed else []),
        *([_("重复签字")] if line.is_double else []),
    ]
    return _("；").join(said) or None


def _withdrawn(signing: SigningSheet) -> Iterator[str]:
    units = {line.party.id: line.party.unit for line in signing.sheet.parties}
    for line in signing.lines:
        one = line.signature
        if one.withdrawn is not None:
            yield _("{unit} {day} 的签名已撤回：{reason}").format(
                unit=units.get(one.party_id, "—"),
                day=_day(one.signed_at),
                reason=one.withdrawn.reason,
            )


def _day(moment: str) -> str:
    return moment[:16].replace("T", " ")
