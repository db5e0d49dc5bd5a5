"""The rectification notice to one party (整改通知单) as PDF/A-2u.

Fields: guide 2.9, after GB/T 50319-2013 A.0.3 and the notices that supervision stations use.
"""

from collections.abc import Iterator
from pathlib import Path

from inspector.core.papers import USUAL, NoticePaper, NoticeRow, PaperLook, Written, snapshot_sha256
from inspector.reports.chapters.photos import photo_row
from inspector.reports.composer import DASH, Composer, in_points
from inspector.reports.layout.blocks import Block, Gap, Led, NewPage, Stack
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.grid import Cell, Grid, Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.prose import Align
from inspector.reports.layout.qrcode import QrCode
from inspector.reports.press import Press, running_head
from inspector.reports.proofline import Beside, proof_code
from inspector.reports.styles import BODY, CELL, CHAPTER, FORM_TITLE, HEAD, REMARK
from inspector.reports.wording import day_text
from inspector.words.language import _

_FACT_MM, _BESIDE_MM = (24, 136), (24, 110)
_CODE_SIDE, _CODE_LEFT = 22 * MM, 138 * MM
_ROW_MM = (10, 27, 22, 49, 11, 27, 14)
_HALF_MM = (80, 80)
_LEAST = 7 * MM
_SEAL_ROOM = 20 * MM
_NUMBER = CELL.but(align=Align.RIGHT, size=10.5, leading=16, after=4)
_WITHDRAWN = FORM_TITLE.but(colour=AGAINST, after=0)
_WHY_WITHDRAWN = CELL.but(align=Align.CENTRE, colour=AGAINST, after=6)


def write_notice(paper: NoticePaper, out: Path, fonts: Path, look: PaperLook = USUAL) -> Written:
    """Write the notice; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    head = running_head(paper.project, _("整改通知单"))
    furniture = press.furniture(head, paper.identity.number)
    code = proof_code(paper.identity, press.snapshot, _CODE_SIDE)
    press.fill(_blocks(press.composer, paper, code), furniture)
    subject = _("致 {unit}：{project}").format(unit=paper.to, project=paper.project.name)
    return press.finish(out, paper.identity, _("整改通知单"), subject)


def _blocks(composer: Composer, paper: NoticePaper, code: QrCode) -> Iterator[Block]:
    number = _("编号：{number}").format(number=paper.identity.number)
    yield from composer.letterhead()
    yield composer.text(_("整改通知单"), FORM_TITLE)
    yield composer.text(number, _NUMBER)
    if paper.withdrawn:
        yield composer.text(_("已撤回"), _WITHDRAWN)
        yield composer.text(paper.withdrawn, _WHY_WITHDRAWN)
    yield Beside(_facts(composer, _heading_facts(paper), _BESIDE_MM), code, _CODE_LEFT)
    yield composer.text(
        _("经现场查验，上述工程存在下列问题，请你单位按要求整改，并在期限内书面回复。"), BODY
    )
    yield _problems(composer, paper)
    yield Led([_facts(composer, _demand_facts(paper))], _signatures(composer, paper))
    yield composer.text(_closing_note(), REMARK)
    yield from _photos(composer, paper)


def _heading_facts(paper: NoticePaper) -> list[tuple[str, str | None]]:
    return [
        (_("工程名称"), _named(paper)),
        (_("部位"), paper.part),
        (_("责任单位"), paper.to),
        (_("签发单位"), paper.issuer),
        (_("抄送"), _("、").join(paper.copies_to) or None),
    ]


def _named(paper: NoticePaper) -> str:
    return _("{name}（{code}）").format(name=paper.project.name, code=paper.project.code)


def _demand_facts(paper: NoticePaper) -> list[tuple[str, str | None]]:
    return [
        (_("整改要求"), paper.demand),
        (_("整改期限"), paper.due),
        (_("复查方式"), paper.recheck_mode),
        (_("复查单位"), paper.recheck_unit),
    ]


def _facts(
    composer: Composer,
    facts: list[tuple[str, str | None]],
    columns_mm: tuple[int, int] = _FACT_MM,
) -> Grid:
    rows = [(composer.label(label), composer.cell(value)) for label, value in facts]
    return grid(in_points(columns_mm), rows, least=_LEAST).kept_whole()


def _problems(composer: Composer, paper: NoticePaper) -> Block:
    head = composer.head(
        _("序号"),
        _("问题编号"),
        _("部位"),
        _("问题描述"),
        _("程度"),
        _("实测与要求"),
        _("照片"),
    )
    rows: list[Row] = []
    for number, each in enumerate(paper.rows, start=1):
        rows.append(_problem_row(composer, number, each))
    return grid(in_points(_ROW_MM), rows, head=head)


def _problem_row(composer: Composer, number: int, each: NoticeRow) -> Row:
    """Set a problem, with its basis on a line of its own."""
    stated = [
        _("实测 {measured}").format(measured=each.measured) if each.measured else "",
        _("要求 {demand}").format(demand=each.demand) if each.demand else "",
    ]
    text = each.text
    if each.basis:
        text = _("{text}\n依据：{basis}").format(text=each.text, basis=each.basis)
    return (
        composer.centred(str(number)),
        composer.cell(each.number),
        composer.cell(each.place),
        composer.cell(text),
        composer.centred(each.severity),
        composer.cell("\n".join(part for part in stated if part)),
        composer.cell(each.photo_numbers),
    )


def _signatures(composer: Composer, paper: NoticePaper) -> Grid:
    """Leave room for issuer and receiver to sign and seal."""
    issued = day_text(paper.identity.made_at.date()) or DASH
    left = _("签发单位（章）：\n\n签发人：{name}").format(name=paper.identity.made_by or "")
    right = _("责任单位（章）：\n\n签收人：")
    cells = (
        _sign_cell(composer, left, _("签发日期：{day}").format(day=issued)),
        _sign_cell(composer, right, _("签收日期：　　　年　　月　　日")),
    )
    head = composer.head(_("签发"), _("签收"))
    return grid(in_points(_HALF_MM), [cells], head=head).kept_whole()


def _sign_cell(composer: Composer, text: str, day: str) -> Cell:
    return Cell(
        Stack(composer.text(text, CELL), Gap(_SEAL_ROOM), composer.text(day, CELL)), top=True
    )


def _closing_note() -> str:
    return _(
        "本通知单一式三份，责任单位、建设单位（复查单位）、签发单位各执一份。"
        "对本通知单有异议的，请在整改期限内向签发单位书面提出。"
    )


def _photos(composer: Composer, paper: NoticePaper) -> Iterator[Block]:
    columns = composer.look.photo_columns
    rows = [paper.photos[at : at + columns] for at in range(0, len(paper.photos), columns)]
    for number, row in enumerate(rows):
        if number:
            yield photo_row(composer, row)
        else:
            heading = composer.text(_("附：问题照片"), CHAPTER.but(size=HEAD.size + 3))
            yield NewPage()
            yield Led([heading], photo_row(composer, row))
