"""Chapter 7: the register of defects, then each with its photos before and after."""

from collections.abc import Iterator, Sequence

from inspector.core.papers import DefectSheet, PaperPhoto, PhotoPair, RecordPaper
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, Numbered, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Row, filled, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.photobox import captioned
from inspector.reports.photocaptions import caption_lines
from inspector.reports.styles import CELL_CENTRE, CELL_CENTRE_BOLD, LABEL, PHOTO_ABSENCE, PHOTO_NOTE
from inspector.words.language import _

_REGISTER_MM = (26, 22, 13, 37, 10, 20, 18, 14)
_SHEET_MM = (20, 10, 50, 31, 27, 22)
_PHOTO_MM = (60, 45)
_PHOTO_PAD = 2 * MM


def defects_chapter(composer: Composer, paper: RecordPaper, title: str = "") -> Chapter:
    """Set chapter 7; without defects it says so."""
    anchor = Anchor("chapter-7", title or _("七、问题与整改"))
    register = composer.numbered(_("问题台账")) if paper.defects else None
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, anchor, register),
        count=1 + len(paper.defects),
        tables=(register.anchor,) if register else (),
    )


def _pieces(
    composer: Composer, paper: RecordPaper, anchor: Anchor, register: Numbered | None
) -> Iterator[list[Block]]:
    lines = paper.defect_lines or ((_("未登记问题。"),) if not paper.defects else ())
    texts = composer.paragraphs(lines) or [composer.text("")]
    if register:
        lead: list[Block] = [composer.heading(anchor), *texts]
        yield [Led(lead, _register(composer, paper, register))]
    else:
        yield [Led([composer.heading(anchor)], texts[0]), *texts[1:]]
    for each in paper.defects:
        yield [_sheet(composer, each)]


def _register(composer: Composer, paper: RecordPaper, numbered: Numbered) -> Block:
    head = (
        *(_("编号"), _("部位"), _("检查项"), _("问题"), _("程度")),
        *(_("责任单位"), _("整改期限"), _("状态")),
    )
    rows = [_register_row(composer, each) for each in paper.defects]
    return composer.table(_REGISTER_MM, head, rows, numbered)


def _register_row(composer: Composer, each: DefectSheet) -> Row:
    return (
        composer.cell(each.number),
        composer.cell(each.place),
        composer.cell(each.item.partition(" ")[0] if each.item else None),
        composer.cell(f"{each.text}\n〔{each.late}〕" if each.late else each.text),
        composer.centred(each.severity),
        composer.cell(each.party),
        composer.centred(_due(each)),
        _status(composer, each),
    )


def _due(each: DefectSheet) -> str | None:
    return "\n".join(part for part in (each.due, each.overdue) if part) or None


def _status(composer: Composer, each: DefectSheet) -> Cell:
    style = CELL_CENTRE_BOLD.but(colour=AGAINST) if each.is_open else CELL_CENTRE
    rounds = _("复验 {count} 次").format(count=each.rechecks)
    return composer.cell(f"{each.status}\n{rounds}" if each.rechecks else each.status, style=style)


def _sheet(composer: Composer, each: DefectSheet) -> Block:
    """Set one defect whole: what, who, until when, what happened, before and after."""
    rows: list[Row] = [_fact_row(composer, label, text) for label, text in _facts(each)]
    rows += _photo_rows(composer, each.pairs)
    if each.events or each.recheck:
        rows.append(_history_row(composer, each))
    return grid(in_points(_SHEET_MM), rows, head=(_sheet_head(composer, each),)).kept_whole()


def _sheet_head(composer: Composer, each: DefectSheet) -> Row:
    bold = LABEL.but(face=Face.HEI_BOLD)
    cells = (
        composer.cell(each.number, span=2, style=bold),
        composer.cell(each.place, style=LABEL),
        composer.cell(each.party, style=LABEL),
        composer.cell(_("期限 {due}").format(due=_due(each) or "—"), style=LABEL),
        composer.cell(f"{each.severity}·{each.status}", style=bold),
    )
    return tuple(filled(cell) for cell in cells)


def _facts(each: DefectSheet) -> Iterator[tuple[str, str]]:
    yield _("问题"), each.text
    if each.late:
        yield _("告知"), each.late
    found = [
        each.item,
        _("实测 {measured}").format(measured=each.measured) if each.measured else None,
        _("要求 {demand}").format(demand=each.demand) if each.demand else None,
        _("依据 {basis}").format(basis=each.basis) if each.basis else None,
    ]
    parts = [part.rstrip("。；") for part in found if part]
    if parts:
        yield _("检查项"), _("；").join(parts) + _("。")


def _fact_row(composer: Composer, label: str, text: str) -> Row:
    return (composer.label(label), composer.cell(text, span=5))


def _history_row(composer: Composer, each: DefectSheet) -> Row:
    """Set the history in two columns, read down the left one first."""
    lines = [
        "　".join(
            part for part in (event.at, event.step, event.by, event.note, event.photos) if part
        )
        for event in each.events
    ]
    lines += [each.recheck] if each.recheck else []
    middle = (len(lines) + 1) // 2
    left, right = "\n".join(lines[:middle]), "\n".join(lines[middle:])
    return (
        composer.label(_("经过")),
        Cell(composer.text(left, PHOTO_NOTE), span=2, top=True),
        Cell(composer.text(right, PHOTO_NOTE), span=3, top=True),
    )


def _photo_rows(composer: Composer, pairs: Sequence[PhotoPair]) -> list[Row]:
    """Set true pairs side by side, then the photos that have no counterpart, two in a row."""
    roles = {"before": _("整改前"), "after": _("整改后")}
    cells: list[Cell] = []
    for pair in pairs:
        if pair.before and pair.after:
            cells.append(_photo_cell(composer, pair.before, roles["before"], None))
            cells.append(
                _photo_cell(composer, pair.after, roles["after"], pair.distance, pair.doubt)
            )
    alone = [pair for pair in pairs if not (pair.before and pair.after)]
    for pair in alone:
        if pair.before:
            cells.append(_photo_cell(composer, pair.before, roles["before"], None))
        if pair.after:
            cells.append(_photo_cell(composer, pair.after, roles["after"], None))
    if len(cells) % 2:
        note = "" if len(cells) > 1 else _missing_side(alone)
        cells.append(Cell(composer.text(note, LABEL), span=3))
    return [tuple(cells[at : at + 2]) for at in range(0, len(cells), 2)]


def _missing_side(pairs: Sequence[PhotoPair]) -> str:
    """Say which photo a defect with a single one lacks."""
    return _("无整改后照片") if any(pair.before for pair in pairs) else _("无整改前照片")


def _photo_cell(
    composer: Composer,
    photo: PaperPhoto,
    role: str,
    distance: str | None,
    doubt: str | None = None,
) -> Cell:
    lines = caption_lines(composer, photo, role)
    if distance:
        text = _("与整改前照片的拍摄位置{distance}").format(distance=distance)
        lines.append(composer.text(text, PHOTO_NOTE))
    if doubt:
        lines.append(composer.text(doubt, PHOTO_ABSENCE))
    box = composer.photo(photo, *_PHOTO_MM)
    return Cell(captioned(box, *lines), span=3, top=True, pad=_PHOTO_PAD)
