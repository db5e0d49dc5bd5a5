"""What the step of signing shows: what is signed in words, and how far each party is."""

from dataclasses import dataclass

from inspector.core.meetings import Presence
from inspector.core.signatures import Shown, SignatureKind
from inspector.operations.signing import SignatureLine, SigningSheet
from inspector.operations.verdicts import PartyLine
from inspector.ui.kit.style.tokens import Tone
from inspector.words.language import _
from inspector.words.meetings import presence_name, round_name, said_name, verdict_title
from inspector.words.records import role_name
from inspector.words.signatures import change_text, signature_kind_name


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """A party in the list: `signature_id` is the one that can be taken back, if any."""

    party_id: str
    unit: str
    under: str
    state: str
    tone: Tone
    may_sign: bool
    signature_id: str = ""
    is_absent: bool = False
    is_signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PadText:
    """What the pad says above the paper: exactly what `shown` is the digest of, in short."""

    party_id: str
    shown: Shown
    unit: str
    signer: str
    verdict: str
    opinion: str
    subject: str
    code: str


def can_sign(signing: SigningSheet) -> bool:
    """Tell whether the verdict was read out: nothing is signed before."""
    return signing.sheet.meeting.declared is not None


def heading(signing: SigningSheet) -> str:
    """Say what is signed."""
    verdict = verdict_title(signing.sheet.judgement, signing.sheet.kind)
    if not can_sign(signing):
        return _("会议尚未宣布结论，还不能签字。")
    return _("验收结论：{verdict} · 校验码 {code}").format(verdict=verdict, code=signing.code)


def progress(signing: SigningSheet) -> str:
    """Say how many parties signed what stands now."""
    whole = len(signing.sheet.parties)
    return _("已签 {signed} / {whole} 方").format(signed=whole - len(signing.unsigned), whole=whole)


def signer_rows(signing: SigningSheet) -> list[SignerRow]:
    """Give the parties in their order, each with how far it is."""
    return [_row(signing, line) for line in signing.sheet.parties]


def _row(signing: SigningSheet, line: PartyLine) -> SignerRow:
    standing = [one for one in signing.of_party(line.party.id) if one.signature.withdrawn is None]
    drawn = [one for one in standing if one.signature.kind is SignatureKind.INK]
    is_absent = line.presence is Presence.ABSENT
    state, tone = _state(standing)
    if is_absent and not standing:
        state = presence_name(Presence.ABSENT)
    return SignerRow(
        party_id=line.party.id,
        unit=line.party.unit,
        under=" · ".join(filter(None, (role_name(line.party.role), _opinion(line)))),
        state=state,
        tone=tone,
        may_sign=can_sign(signing) and not is_absent and not any(one.counts for one in drawn),
        signature_id=standing[-1].signature.id if standing else "",
        is_signed=any(one.counts for one in standing),
        is_absent=is_absent,
    )


def _opinion(line: PartyLine) -> str:
    return said_name(line.opinion, line.presence)


def _state(standing: list[SignatureLine]) -> tuple[str, Tone]:
    if not standing:
        return _("未签字"), Tone.MUTED
    if any(one.is_double for one in standing):
        return _("重复签字（{count} 个）").format(count=len(standing)), Tone.WARN
    last = standing[-1]
    if last.changed:
        return change_text(last.changed), Tone.FAIL
    one = last.signature
    kind = "" if one.kind is SignatureKind.INK else signature_kind_name(one.kind)
    told = (_("已签"), one.signer or "", one.signed_at[11:16], kind)
    return " ".join(filter(None, told)), Tone.PASS


def pad_text(signing: SigningSheet, party_id: str) -> PadText:
    """Say what a party is about to sign."""
    line = next(one for one in signing.sheet.parties if one.party.id == party_id)
    meeting, project = signing.sheet.meeting, signing.sheet.standing.project
    came = line.attendance
    said = line.opinion.text if line.opinion and line.opinion.text else ""
    hung_on = _("；").join(defect.text for defect in line.conditions)
    return PadText(
        party_id=party_id,
        shown=signing.shown,
        unit=f"{line.party.unit}（{role_name(line.party.role)}）",
        signer=(came and came.representative) or line.party.representative or "",
        verdict=verdict_title(signing.sheet.judgement, signing.sheet.kind),
        opinion=_("；").join(filter(None, (_opinion(line), said, hung_on))),
        subject=f"{project.name}　{round_name(meeting.round)}　{meeting.held_on}",
        code=signing.code,
    )
