"""Contact sheets of the photos of a volume: the picture, its number, six caption elements."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.core.papers import BookPhoto, PhotoBookPaper, Written, snapshot_sha256
from inspector.core.progress import Progress
from inspector.reports.composer import DASH, Composer, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.photobox import captioned
from inspector.reports.layout.prose import Prose
from inspector.reports.press import Press
from inspector.reports.styles import CELL, FORM_TITLE, PHOTO_NOTE, PHOTO_TITLE
from inspector.words.language import _

_COLUMNS = 3
_CELL_MM = 160 / 3
_PHOTO_MM = (49, 36.5)
_PAD = 2.1 * MM
_LONGEST = 240
"""Characters of one element that a cell takes."""
_GROUP = PHOTO_NOTE.but(face=Face.SONG_BOLD)


def write_photo_book(paper: PhotoBookPaper, out: Path, fonts: Path, progress: Progress) -> Written:
    """Write one book of contact sheets, photo by photo; pictures are copied from file to file."""
    press = Press(fonts, snapshot_sha256(paper))
    title = _("照片册")
    left = f"{paper.volume.code}　{title}　{paper.volume.project_name}"
    right = "" if paper.books == 1 else f"{paper.book} / {paper.books}"
    pieces = _pieces(press.composer, paper)
    rows = len(paper.photos) // _COLUMNS
    press.fill_watched(pieces, rows, press.furniture(left, right), progress)
    return press.finish(out, paper.identity, title, paper.volume.title)


def _pieces(composer: Composer, paper: PhotoBookPaper) -> Iterator[list[Block]]:
    """Set the title with the first row, then row by row."""
    lead: list[Block] = list(_title(composer, paper))
    for at in range(0, len(paper.photos), _COLUMNS):
        row = _row(composer, paper.photos[at : at + _COLUMNS])
        yield [row] if at else [Led(lead, row)]


def _title(composer: Composer, paper: PhotoBookPaper) -> Iterator[Block]:
    yield composer.text(_("照片册"), FORM_TITLE)
    first, last = paper.photos[0].shown.number, paper.photos[-1].shown.number
    told = _(
        "档号：{code}　　照片号：{first} 至 {last}（本册 {count} 张，全卷 {total} 张）"
    ).format(
        code=paper.volume.code,
        first=first,
        last=last,
        count=len(paper.photos),
        total=paper.photos_total,
    )
    yield composer.text(told, CELL.but(after=4))


def _row(composer: Composer, photos: Sequence[BookPhoto]) -> Block:
    cells = [_cell(composer, photo) for photo in photos]
    cells += [Cell(composer.text("", CELL))] * (_COLUMNS - len(cells))
    row = grid(in_points([_CELL_MM] * _COLUMNS), [tuple(cells)]).kept_whole()
    row.before = row.after = 0
    return row


def _cell(composer: Composer, photo: BookPhoto) -> Cell:
    box = composer.photo(photo.shown, *_PHOTO_MM)
    return Cell(captioned(box, *_caption(composer, photo)), top=True, pad=_PAD)


def _caption(composer: Composer, photo: BookPhoto) -> list[Prose]:
    """Set the six elements under their names (DA/T 50-2014); one that lacks is a dash."""
    elements = (
        (_("事由"), photo.matter),
        (_("时间"), photo.taken),
        (_("地点"), photo.place),
        (_("人物"), photo.people),
        (_("背景"), photo.background),
        (_("摄影者"), photo.photographer),
    )
    told = (
        _("{element}：{value}").format(element=name, value=_cut(value) or DASH)
        for name, value in elements
    )
    group = "　".join(part for part in (photo.group, _cut(photo.group_title)) if part)
    heads = [composer.text(photo.shown.number, PHOTO_TITLE)]
    heads += [composer.text(group, _GROUP)] if group else []
    return [*heads, *composer.paragraphs(told, PHOTO_NOTE)]


def _cut(text: str) -> str:
    """Cut a text that would leave no room for pictures; the photo catalogue has it whole."""
    if len(text) <= _LONGEST:
        return text
    return _("{start}……（全文见照片目录）").format(start=text[:_LONGEST])
