"""Chapter 10: where people sign with a pen and units set their seals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector.core.papers import AcceptancePaper, PartyRow, SignatureRow, check_code
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered, in_points
from inspector.reports.layout.blocks import Block, Gap, Led, Stack, Uncut
from inspector.reports.layout.colours import AGAINST, SEAL
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Row, grid
from inspector.reports.layout.inkbox import InkBox
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor, Pen
from inspector.reports.layout.prose import Prose
from inspector.reports.proofline import proof_line
from inspector.reports.styles import BODY, CELL, CELL_BOLD, CELL_CENTRE, LABEL
from inspector.reports.wording import signed_line
from inspector.words.language import _

_SIGNER_MM = (60, 20, 24, 30, 26)
_HALF_MM = (80, 80)
_BOX_HEIGHT = 56 * MM
_SIGN_HEIGHT = 10.5 * MM
_INK_HEIGHT = 9 * MM
_FEWEST_SIGNERS = 6
_FEWEST_SEALS = 4
_AGAINST = CELL.but(colour=AGAINST)
_SEAL_NOTE = LABEL.but(colour=SEAL, face=Face.HEI)


def signing_chapter(composer: Composer, paper: AcceptancePaper, snapshot: str) -> Chapter:
    """Set chapter 10 with a line for each party and blank ones besides."""
    anchor = Anchor("chapter-10", _("十、签署页"))
    signers = composer.numbered(_("参加验收人员签名"))
    seals = composer.numbered(_("参加验收单位盖章"))
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, anchor, (signers, seals), snapshot),
        count=3,
        tables=(signers.anchor, seals.anchor),
        on_new_page=True,
    )


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    anchor: Anchor,
    tables: tuple[Numbered, Numbered],
    snapshot: str,
) -> Iterator[list[Block]]:
    signers, seals = tables
    intro = _("以下签名、盖章对应报告 {number} 第 {version} 版，校验码 {code}。").format(
        number=paper.identity.number,
        version=paper.identity.version,
        code=check_code(snapshot),
    )
    yield [Led([composer.heading(anchor)], composer.text(intro, BODY))]
    if paper.signed and paper.signed.rows:
        yield [composer.text(signed_line(paper.signed), BODY)]
    yield [
        _signers(composer, paper, signers),
        proof_line(composer, paper.identity, snapshot),
        Gap(4),
    ]
    yield [_seals(composer, paper.parties, seals)]


def _signers(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    rows: list[Row] = []
    for each in paper.parties:
        signed = paper.signed.of_unit(each.unit, each.role) if paper.signed else ()
        drawn = [_signed_row(composer, one) for one in signed]
        rows += drawn or [_signer_row(composer, each)]
    rows += [_signer_row(composer, None)] * max(_FEWEST_SIGNERS - len(rows), 2)
    head = composer.head(_("单位"), _("姓名"), _("职务"), _("签名"), _("日期"))
    notes = "\n".join(paper.signed.withdrawn) if paper.signed else ""
    return grid(
        in_points(_SIGNER_MM),
        rows,
        head=head,
        caption=numbered.caption,
        note=composer.remark(notes) if notes else None,
        least=_SIGN_HEIGHT,
    )


def _signed_row(composer: Composer, each: SignatureRow) -> Row:
    unit = [composer.text(_("{unit}（{role}）").format(unit=each.unit, role=each.role), CELL)]
    if each.remark:
        unit.append(composer.text(each.remark, _AGAINST))
    drawn: Block = (
        InkBox(each.ink, _INK_HEIGHT) if each.ink else composer.text(each.kind, CELL_CENTRE)
    )
    return (
        Cell(Stack(*unit)),
        Cell(composer.text(each.signer or "", CELL_CENTRE)),
        Cell(composer.text(each.post or "", CELL_CENTRE)),
        Cell(drawn),
        Cell(composer.text(each.day, LABEL)),
    )


def _signer_row(composer: Composer, each: PartyRow | None) -> Row:
    unit = _("{unit}（{role}）").format(unit=each.unit, role=each.role) if each else ""
    return (
        Cell(composer.text(unit, CELL)),
        Cell(composer.text((each and each.representative) or "", CELL_CENTRE)),
        Cell(composer.text((each and each.post) or "", CELL_CENTRE)),
        Cell(composer.text("", CELL)),
        Cell(composer.text(_("　　年　月　日"), LABEL)),
    )


@dataclass(slots=True)
class SealBox(Uncut):
    """Room for one unit: its opinion, its head's signature, and a seal of 42 mm."""

    unit: Prose
    opinion: Prose
    signature: Prose
    day: Prose
    seal: Prose
    radius: float
    is_circled: bool
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:
        """Give room for the unit's name above the seal."""
        return max(_BOX_HEIGHT, self.unit.height(width) + 2 * self.radius + 6 * MM)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the circle first, so that nothing hides below a seal."""
        bottom = top - self.height(width)
        middle = bottom + self.radius + 2 * MM
        centre = x + width - self.radius - 2 * MM
        if self.is_circled:
            pen.dashed_circle(centre, middle, self.radius, SEAL)
        self.seal.draw(pen, centre - self.radius, middle + 7, 2 * self.radius)
        self.unit.draw(pen, x, top, width)
        left = width - 2 * self.radius
        self.opinion.draw(pen, x, bottom + 36 * MM, left)
        self.signature.draw(pen, x, bottom + 24 * MM, left)
        self.day.draw(pen, x, bottom + 8 * MM, left)


def _seals(composer: Composer, parties: Sequence[PartyRow], numbered: Numbered) -> Block:
    units: list[PartyRow | None] = [*parties]
    units += [None] * max(_FEWEST_SEALS - len(units), len(units) % 2)
    boxes = [Cell(_seal_box(composer, each), top=True) for each in units]
    rows = [tuple(boxes[at : at + 2]) for at in range(0, len(boxes), 2)]
    return grid(in_points(_HALF_MM), rows, caption=numbered.caption)


def _seal_box(composer: Composer, each: PartyRow | None) -> SealBox:
    name = _("{role}：{unit}").format(role=each.role, unit=each.unit) if each else _("单位：")
    return SealBox(
        unit=composer.text(name, CELL_BOLD),
        opinion=composer.text(_("意见：□ 同意\n　　　□ 不同意"), CELL),
        signature=composer.text(_("负责人（签字）："), CELL),
        day=composer.text(_("　　年　月　日"), CELL),
        seal=composer.text(_("（公章）"), _SEAL_NOTE),
        radius=composer.seal_radius,
        is_circled=composer.look.seal_mm is not None,
    )
