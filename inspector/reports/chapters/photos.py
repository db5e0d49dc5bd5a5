"""Annex A: the photo sheets, as many photos on a page as the office wants."""

from collections.abc import Iterator, Sequence

from inspector.core.papers import AcceptancePaper, BuildingPaper, PaperPhoto, VisitPaper
from inspector.reports.chapter import Chapter
from inspector.reports.composer import Composer, in_points
from inspector.reports.layout.blocks import Block, Led, NewPage
from inspector.reports.layout.grid import Cell, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.photobox import captioned
from inspector.reports.outline import unrecorded
from inspector.reports.photocaptions import caption_lines
from inspector.reports.styles import CELL
from inspector.words.language import _

_WIDTH_MM = 160
_PAD = 2 * MM


def photos_chapter(
    composer: Composer, paper: AcceptancePaper | VisitPaper | BuildingPaper, title: str = ""
) -> Chapter:
    """Set annex A on pages of its own."""
    anchor = Anchor("annex-a", title or _("附件 A　照片"))
    columns = composer.look.photo_columns
    rows = [paper.photos[at : at + columns] for at in range(0, len(paper.photos), columns)]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, anchor, rows),
        count=max(len(rows), 1),
        on_new_page=True,
    )


def _pieces(
    composer: Composer, anchor: Anchor, rows: Sequence[Sequence[PaperPhoto]]
) -> Iterator[list[Block]]:
    """Set the rows, a new page after as many photos as the office wants on one."""
    if not rows:
        yield [Led([composer.heading(anchor)], composer.text(unrecorded(_("照片"))))]
    on_page = composer.look.photos_per_page // composer.look.photo_columns
    for number, row in enumerate(rows):
        block = photo_row(composer, row)
        if number == 0:
            yield [Led([composer.heading(anchor)], block)]
        else:
            yield [block] if number % on_page else [NewPage(), block]


def photo_row(composer: Composer, photos: Sequence[PaperPhoto]) -> Block:
    """Set photos side by side in a ruled row, captions below."""
    columns = composer.look.photo_columns
    cells = [_cell(composer, photo) for photo in photos]
    cells += [Cell(composer.text("", CELL))] * (columns - len(cells))
    row = grid(in_points([_WIDTH_MM / columns] * columns), [tuple(cells)]).kept_whole()
    row.before = row.after = 0
    return row


def _cell(composer: Composer, photo: PaperPhoto) -> Cell:
    box = composer.photo(photo, *composer.look.photo_mm)
    return Cell(captioned(box, *caption_lines(composer, photo)), top=True, pad=_PAD)
