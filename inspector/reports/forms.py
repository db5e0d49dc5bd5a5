"""The forms of a joint acceptance as PDF/A-2u: facts, tables, room to sign (guide 2.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.core.papers import (
    USUAL,
    FormPaper,
    FormSheet,
    FormTable,
    FormValue,
    PaperLook,
    SignBox,
    Written,
    snapshot_sha256,
)
from inspector.core.progress import Progress
from inspector.reports.chapters.photos import photo_row
from inspector.reports.composer import DASH, Composer, in_points
from inspector.reports.layout.blocks import Block, Led, NewPage, Uncut, stacked, stacked_height
from inspector.reports.layout.colours import SEAL
from inspector.reports.layout.fitting import fitted
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Grid, Row, grid
from inspector.reports.layout.inkbox import InkBox
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Pen
from inspector.reports.layout.prose import Prose
from inspector.reports.press import Press, running_head
from inspector.reports.proofline import Beside, proof_code
from inspector.reports.styles import BODY, CELL, CELL_BOLD, FORM_TITLE, LABEL, SUBTITLE
from inspector.words.language import _

_FACT_MM = (30, 104)
_CODE_SIDE, _CODE_LEFT = 22 * MM, 138 * MM
_HALF = 80 * MM
_LEAST = 7 * MM
_SIGN_LINE = 9 * MM
_PLAIN_ROOM = 6 * MM
_INK_HIGH, _INK_LEFT = 9 * MM, 17 * MM
"""A drawing stands behind the words of its line."""
_SEAL_NOTE = LABEL.but(colour=SEAL, face=Face.HEI)


def write_form(
    paper: FormPaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write a form; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    right = _("{number} · 第 {version} 版").format(
        number=paper.identity.number, version=paper.identity.version
    )
    furniture = press.furniture(running_head(paper.project, paper.title), right)
    pieces = form_pieces(press, paper)
    press.fill_watched(pieces, len(paper.sheets), furniture, progress)
    subject = _("{project}（{code}）").format(project=paper.project.name, code=paper.project.code)
    return press.finish(out, paper.identity, paper.title, subject)


def form_pieces(press: Press, paper: FormPaper) -> Iterator[list[Block]]:
    """Set the sheets of a form."""
    for number, sheet in enumerate(paper.sheets):
        blocks = list(_sheet(press, paper, sheet))
        yield [NewPage(), *blocks] if number and paper.is_parted else blocks


def _sheet(press: Press, paper: FormPaper, sheet: FormSheet) -> Iterator[Block]:
    composer = press.composer
    yield from composer.letterhead()
    yield composer.text(paper.title, FORM_TITLE)
    if paper.is_parted:
        yield composer.text(sheet.title, SUBTITLE.but(size=12, leading=20))
    code = proof_code(paper.identity, press.snapshot, _CODE_SIDE)
    yield Beside(_facts(composer, sheet), code, _CODE_LEFT)
    for line in sheet.lines:
        yield composer.text(line, BODY)
    for table in sheet.tables:
        yield _table(composer, table)
    for at in range(0, len(sheet.photos), composer.look.photo_columns):
        yield photo_row(composer, sheet.photos[at : at + composer.look.photo_columns])
    yield from sign_boxes(composer, sheet.signs, _HALF)
    yield composer.remark(_closing_note())


def _closing_note() -> str:
    return _(
        "二维码含报告编号和校验码，可与数据库中的记录比对；内容如有改动，校验码不同。"
        "本表签署后请扫描归档。"
    )


def _facts(composer: Composer, sheet: FormSheet) -> Grid:
    rows = [(composer.label(name), _cell(composer, value)) for name, value in sheet.facts]
    return grid(in_points(_FACT_MM), rows, least=_LEAST)


def _cell(composer: Composer, value: FormValue) -> Cell:
    return Cell(composer.text(DASH if value is None else str(value), CELL))


def _table(composer: Composer, table: FormTable) -> Block:
    head = composer.head(*table.head)
    rows: list[Row] = [tuple(_cell(composer, value) for value in row) for row in table.rows]
    widths = fitted(in_points(table.widths), [*head, *rows])
    title = composer.text(table.title, CELL_BOLD.but(before=6, after=2))
    note = composer.remark(table.note) if table.note else None
    return Led([title], grid(widths, rows, head=head, least=table.row_mm * MM, note=note))


# -- boxes to sign ----------


def sign_boxes(composer: Composer, signs: Sequence[SignBox], half: float) -> Iterator[Block]:
    """Set boxes two in a row, each `half` wide; one that stands alone takes the whole width."""
    if len(signs) == 1:
        yield grid([2 * half], [(_sign_cell(composer, signs[0]),)]).kept_whole()
        return
    cells = [_sign_cell(composer, each) for each in signs]
    if len(cells) % 2:
        cells.append(Cell(composer.text("", CELL)))
    for at in range(0, len(cells), 2):
        row = grid([half, half], [tuple(cells[at : at + 2])]).kept_whole()
        row.before, row.after = (0 if at else row.before), 0
        yield row


def _sign_cell(composer: Composer, each: SignBox) -> Cell:
    room = SignRoom(
        title=composer.text(each.title, CELL_BOLD),
        told=composer.paragraphs(each.told, CELL),
        lines=composer.paragraphs(each.lines, CELL),
        seal=composer.text(_("（公章）"), _SEAL_NOTE) if each.has_seal else None,
        radius=composer.seal_radius,
        is_circled=composer.look.seal_mm is not None,
        ink=InkBox(each.ink, _INK_HIGH) if each.ink else None,
        ink_at=each.ink_at,
    )
    return Cell(room, top=True)


@dataclass(slots=True)
class SignRoom(Uncut):
    """Room for one unit or person: what is on record above, lines to sign and a seal below."""

    title: Prose
    told: list[Prose]
    lines: list[Prose]
    seal: Prose | None
    radius: float
    is_circled: bool
    ink: InkBox | None = None
    ink_at: int = 0
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:
        """Add up what is told and the room to sign in."""
        return self._told_height(width) + self._room(width) + 3 * MM

    def _above(self) -> list[Block]:
        return [self.title, *self.told]

    def _told_height(self, width: float) -> float:
        return stacked_height(self._above(), width) + 2 * MM

    def _left(self, width: float) -> float:
        return width - (2 * self.radius + 2 * MM if self.seal else 0)

    def _room(self, width: float) -> float:
        lines = sum(max(_SIGN_LINE, one.height(self._left(width))) for one in self.lines)
        return max(lines + _PLAIN_ROOM, 2 * self.radius if self.seal else 0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the circle first, so that nothing hides below a seal."""
        low = top - self._told_height(width)
        if self.seal is not None:
            centre, middle = x + width - self.radius, low - self.radius
            if self.is_circled:
                pen.dashed_circle(centre, middle, self.radius, SEAL)
            self.seal.draw(pen, centre - self.radius, middle + 7, 2 * self.radius)
        for block, offset in stacked(self._above(), width):
            block.draw(pen, x, top - offset, width)
        left = self._left(width)
        for at, line in enumerate(self.lines):
            line.draw(pen, x, low - 2 * MM, left)
            if self.ink is not None and at == self.ink_at:
                self.ink.draw(pen, x + _INK_LEFT, low + 1 * MM, left - _INK_LEFT)
            low -= max(_SIGN_LINE, line.height(left))
