"""五方责任主体签署页: 建设, 勘察, 设计, 施工, 监理 (guide 2.7)."""

from collections.abc import Iterator

from inspector.core.papers import FormSheet, FormValue, SignBox
from inspector.core.projects import PartyRole
from inspector.operations.forms.book import (
    FormBook,
    day_blank,
    meeting_facts,
    opinion_lines,
    representative_of,
    stance_boxes,
)
from inspector.operations.signing import SignatureLine, SigningSheet
from inspector.operations.verdicts import PartyLine
from inspector.words.acceptance import conclusion_title
from inspector.words.language import _
from inspector.words.meetings import verdict_title, verdict_wording
from inspector.words.records import role_name
from inspector.words.signatures import change_text, signature_kind_name

FIVE = (
    PartyRole.OWNER,
    PartyRole.SURVEY,
    PartyRole.DESIGN,
    PartyRole.CONTRACTOR,
    PartyRole.SUPERVISOR,
)
"""The parties that answer for quality (五方责任主体, 建质〔2014〕124号)."""
_SIGN_AT = 1
"""Which line of a box is signed."""


def five_sheets(book: FormBook) -> tuple[FormSheet, ...]:
    """Give one sheet with the verdict and a box for each of the five parties."""
    return (
        FormSheet(
            title=_("五方责任主体签署"),
            facts=(*meeting_facts(book), *_verdict(book)),
            lines=tuple(_wording(book)),
            signs=tuple(box for role in FIVE for box in _boxes(book, role)),
        ),
    )


def _verdict(book: FormBook) -> tuple[tuple[str, FormValue], ...]:
    sheet = book.sheet
    if sheet is None:
        conclusion = book.standing.conclusion
        said = _("{title}（按记录计算，未经会议）").format(title=conclusion_title(conclusion.kind))
        return ((_("验收结论"), said),)
    said = verdict_title(sheet.judgement, sheet.kind)
    if sheet.meeting.declared is None:
        said = _("{title}（尚未宣布）").format(title=said)
    return ((_("验收结论"), said), (_("主持人"), sheet.meeting.chair))


def _wording(book: FormBook) -> Iterator[str]:
    if book.sheet is not None:
        yield verdict_wording(book.sheet.kind)


def _boxes(book: FormBook, role: PartyRole) -> Iterator[SignBox]:
    """Give a box for each unit of a role; one for the role where no unit is registered."""
    lines = [one for one in book.parties if one.party.role is role]
    for line in lines:
        title = _("{role}：{unit}").format(role=role_name(role), unit=line.party.unit)
        yield _box(title, role, line, book.signing)
    if not lines:
        yield _box(_("{role}：未登记").format(role=role_name(role)), role, None, None)


def _box(
    title: str, role: PartyRole, line: PartyLine | None, signing: SigningSheet | None
) -> SignBox:
    name = (representative_of(line) if line else None) or ""
    blank = (_("意见：{boxes}").format(boxes=stance_boxes(None)),)
    registered = role is not PartyRole.OWNER
    signed = _signed(signing, line.party.id) if signing and line else []
    drawn = [one.signature.ink for one in signed if one.signature.ink]
    return SignBox(
        title=title,
        told=(*(opinion_lines(line) if line else blank), *map(_signature, signed)),
        lines=(
            _("项目负责人：{name}").format(name=name),
            _("签字："),
            *([_("执业印章：")] if registered else []),
            day_blank(),
        ),
        ink=drawn[-1] if drawn else None,
        ink_at=_SIGN_AT,
    )


def _signed(signing: SigningSheet, party_id: str) -> list[SignatureLine]:
    """List the signatures of a party that were not taken back."""
    return [one for one in signing.of_party(party_id) if one.signature.withdrawn is None]


def _signature(line: SignatureLine) -> str:
    one = line.signature
    told = _("{kind}：{signer} {at}").format(
        kind=signature_kind_name(one.kind),
        signer=one.signer or "—",
        at=one.signed_at[:16].replace("T", " "),
    )
    remarks = (change_text(line.changed), _("重复签字") if line.is_double else "")
    return _("；").join(filter(None, (told, *remarks)))
