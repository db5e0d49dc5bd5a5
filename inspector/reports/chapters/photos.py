"""Annex A: the photo sheets, two photos in a row."""

from collections.abc import Iterator, Sequence

from inspector.core.papers import AcceptancePaper, BuildingPaper, PaperPhoto, VisitPaper
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.grid import Cell, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.photobox import captioned
from inspector.reports.outline import unrecorded
from inspector.reports.photocaptions import caption_lines
from inspector.reports.styles import CELL
from inspector.words.language import _

_HALF_MM = (80, 80)
_PHOTO_MM = (66, 49.5)
_PAD = 2 * MM


def photos_chapter(
    composer: Composer, paper: AcceptancePaper | VisitPaper | BuildingPaper, title: str = ""
) -> Chapter:
    """Set annex A on pages of its own."""
    anchor = Anchor("annex-a", title or _("附件 A　照片"))
    rows = [paper.photos[at : at + 2] for at in range(0, len(paper.photos), 2)]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, anchor, rows),
        count=max(len(rows), 1),
        on_new_page=True,
    )


def _pieces(
    composer: Composer, anchor: Anchor, rows: Sequence[Sequence[PaperPhoto]]
) -> Iterator[list[Block]]:
    if not rows:
        yield [Led([composer.heading(anchor)], composer.text(unrecorded(_("照片"))))]
    for number, row in enumerate(rows):
        block = photo_row(composer, row)
        yield [Led([composer.heading(anchor)], block) if number == 0 else block]


def photo_row(composer: Composer, photos: Sequence[PaperPhoto]) -> Block:
    """Set one or two photos in a ruled row, captions below."""
    cells = [_cell(composer, photo) for photo in photos]
    if len(cells) == 1:
        cells.append(Cell(composer.text("", CELL)))
    row = grid(in_points(_HALF_MM), [tuple(cells)]).kept_whole()
    row.before = row.after = 0
    return row


def _cell(composer: Composer, photo: PaperPhoto) -> Cell:
    box = composer.photo(photo, *_PHOTO_MM)
    return Cell(captioned(box, *caption_lines(composer, photo)), top=True, pad=_PAD)
