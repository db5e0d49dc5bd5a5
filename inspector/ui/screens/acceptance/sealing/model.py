"""What the dialog of certificate signatures shows: who signed the report, who may sign now."""

from dataclasses import dataclass
from pathlib import Path

from inspector.core.certificates import PdfSeal
from inspector.core.issued import IssuedReport
from inspector.core.projects import Party
from inspector.operations.sealing import CheckedPdf
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.widgets.lines import Line
from inspector.words.language import _
from inspector.words.records import role_name
from inspector.words.signatures import concern_texts, seal_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealable:
    """A report that can be signed: the newest state of its file, the round, and its parties.

    `own` is the person's own certificate, where there is one.
    """

    report: IssuedReport
    meeting_id: str
    parties: tuple[Party, ...]
    checked: CheckedPdf
    own: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealWish:
    """What was filled in: a chosen certificate, or whose certificate to make first."""

    party_id: str
    passphrase: str
    certificate: Path | None = None
    holder: str = ""
    unit: str = ""


def heading(sealable: Sealable) -> str:
    """Name what is signed."""
    report = sealable.report
    return _("证书签名：{number} 第 {version} 版").format(
        number=report.number, version=report.version
    )


def seal_lines(sealable: Sealable) -> list[Line]:
    """Say who signed the file, and whether each signature holds."""
    return [_line(seal, at) for at, seal in enumerate(sealable.checked.seals, 1)]


def _line(seal: PdfSeal, at: int) -> Line:
    holder = seal.certificate.holder if seal.certificate else "—"
    unit = seal.certificate.unit if seal.certificate else None
    when = f"{seal.signed_at:%Y-%m-%d %H:%M}" if seal.signed_at else "—"
    mark = Mark.WARN if seal.concerns else Mark.PASS
    mark = mark if seal.holds else Mark.FAIL
    return Line(
        key=str(at),
        text=" · ".join(filter(None, (holder, unit, when))),
        word=_("；").join((_("成立"), *concern_texts(seal))) if seal.holds else seal_text(seal),
        word_tone=mark.tone,
        mark=mark,
        is_tall=False,
    )


def party_choices(sealable: Sealable) -> list[tuple[str, str]]:
    """Give for whom one may sign."""
    return [
        (party.id, _("{unit}（{role}）").format(unit=party.unit, role=role_name(party.role)))
        for party in sealable.parties
    ]


def signed_name(sealable: Sealable) -> str:
    """Name the signed file beside the report."""
    stem = Path(sealable.report.name).stem
    return _("{name}_已签{count}.pdf").format(name=stem, count=len(sealable.checked.seals) + 1)
