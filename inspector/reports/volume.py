"""The papers of an archival volume: cover, in-volume catalogue, note form (GB/T 50328).

None of the three carries a page number (GB/T 50328, rules for page numbers).
"""

from collections.abc import Iterator
from pathlib import Path

from inspector.core.marks import DrawnPage
from inspector.core.papers import (
    CataloguePaper,
    CoverPaper,
    NoteFormPaper,
    Written,
    snapshot_sha256,
)
from inspector.core.volumelist import FormSet
from inspector.reports.composer import Composer, in_points
from inspector.reports.cover import field_line
from inspector.reports.layout.blocks import Block, Gap, NewPage, Stack, stacked_height
from inspector.reports.layout.fitting import fitted
from inspector.reports.layout.flow import Frame
from inspector.reports.layout.grid import Cell, Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Pen
from inspector.reports.layout.prose import Align
from inspector.reports.press import Press
from inspector.reports.sketching import drawn_pages
from inspector.reports.spine import spine
from inspector.reports.styles import BODY, CELL, FORM_TITLE, LABEL, PLAIN, TITLE
from inspector.words.language import _

_CATALOGUE_FRAME = Frame(side=15 * MM)
_CATALOGUE_MM = (10, 35, 36, 44, 17, 14, 24)
_LEAST = 9 * MM
_NOTE_ROOM = 122 * MM
"""What counts and remarks take above the signatures, written or left empty."""
_WIDE_MM = (160,)
_CODE = PLAIN.but(align=Align.LEFT)
_VOLUME_TITLE = TITLE.but(size=20, leading=34)
_LABEL = LABEL.but(size=11, leading=20, after=4)
_SMALL_TITLE = _VOLUME_TITLE.but(size=15, leading=24)
_LONG_TITLE = 60
_TITLE_ROOM = 86 * MM
"""What the title takes with the empty room around it, however long it is."""
_DATE8 = "%Y%m%d"
_SIGN = BODY.but(indent=25, align=Align.LEFT, leading=22)


def write_cover(paper: CoverPaper, out: Path, fonts: Path) -> Written:
    """Write the cover of a volume (案卷封面)."""
    press = Press(fonts, snapshot_sha256(paper))
    press.fill(_cover(press.composer, paper), no_furniture)
    return press.finish(out, paper.identity, _("案卷封面"), paper.volume.title)


def write_catalogue(paper: CataloguePaper, out: Path, fonts: Path) -> Written:
    """Write the in-volume catalogue (卷内目录)."""
    press = Press(fonts, snapshot_sha256(paper))
    press.fill(_catalogue(press.composer, paper), no_furniture, _CATALOGUE_FRAME)
    return press.finish(out, paper.identity, _("卷内目录"), paper.volume.title)


def write_note_form(paper: NoteFormPaper, out: Path, fonts: Path) -> Written:
    """Write the note form that closes a volume (卷内备考表)."""
    press = Press(fonts, snapshot_sha256(paper))
    press.fill(_note_form(press.composer, paper), no_furniture)
    return press.finish(out, paper.identity, _("卷内备考表"), paper.volume.title)


def draw_cover(paper: CoverPaper, fonts: Path) -> tuple[DrawnPage, ...]:
    """Draw the cover as it would be printed."""
    press = Press(fonts, snapshot_sha256(paper))
    return drawn_pages(press, fonts, _cover(press.composer, paper), no_furniture)


def draw_catalogue(paper: CataloguePaper, fonts: Path) -> tuple[DrawnPage, ...]:
    """Draw the in-volume catalogue as it would be printed."""
    press = Press(fonts, snapshot_sha256(paper))
    blocks = _catalogue(press.composer, paper)
    return drawn_pages(press, fonts, blocks, no_furniture, _CATALOGUE_FRAME)


def draw_note_form(paper: NoteFormPaper, fonts: Path) -> tuple[DrawnPage, ...]:
    """Draw the note form as it would be printed."""
    press = Press(fonts, snapshot_sha256(paper))
    return drawn_pages(press, fonts, _note_form(press.composer, paper), no_furniture)


def no_furniture(pen: Pen, frame: Frame) -> None:
    """Leave head and foot empty."""


def _cover(composer: Composer, paper: CoverPaper) -> Iterator[Block]:
    volume = paper.volume
    yield Gap(18 * MM)
    yield composer.text(_("案卷封面"), FORM_TITLE.but(size=16))
    style = _VOLUME_TITLE if len(volume.title) <= _LONG_TITLE else _SMALL_TITLE
    title = composer.text(_parted(composer, volume.title), style)
    room = max(_TITLE_ROOM - title.height(Frame().width), 16 * MM)
    yield Gap(room * 0.4)
    yield composer.text(_("案卷题名"), _LABEL)
    yield title
    yield Gap(room * 0.6)
    for label, value in cover_facts(paper):
        yield field_line(composer, label, value)
    if volume.forms is FormSet.SCIENCE:
        yield NewPage()
        yield from spine(composer, volume)


def cover_facts(paper: CoverPaper) -> list[tuple[str, str]]:
    """Give what the cover says below its title, name and value (GB/T 50328; GB/T 11822)."""
    volume = paper.volume
    days = [day.strftime(_DATE8) for day in (paper.first_on, paper.last_on) if day]
    if volume.forms is FormSet.SCIENCE:
        return [
            (_("档号"), volume.code),
            (_("立卷单位"), volume.unit),
            (_("起止日期"), _("至").join(days)),
            (_("保管期限"), volume.retention),
            (_("密级"), volume.secrecy),
        ]
    return [
        (_("档号"), volume.code),
        (_("编制单位"), volume.unit),
        (_("起止日期"), _("至").join(days)),
        (_("密级"), volume.secrecy),
        (_("保管期限"), volume.retention),
        (_("案卷总量"), _("共 {total} 卷").format(total=paper.volumes_total)),
        (_("本卷排序"), _("第 {number} 卷").format(number=volume.volume_number)),
    ]


def _parted(composer: Composer, title: str) -> str:
    """Part a title that is too wide for a line where its maker left a blank."""
    style = _VOLUME_TITLE
    fits = composer.setter.width(title, style.face, style.size) <= Frame().width
    return title if fits else title.replace(" ", "\n", 1)


def _catalogue(composer: Composer, paper: CataloguePaper) -> Iterator[Block]:
    yield composer.text(_("卷内目录"), FORM_TITLE)
    yield composer.text(_("档号：{code}").format(code=paper.volume.code), _CODE)
    head = composer.head(
        _("序号"),
        _("文件编号"),
        _("责任者"),
        _("文件题名"),
        _("日期"),
        _("页号") if paper.volume.forms is FormSet.SCIENCE else _("页次"),
        _("备注"),
    )
    rows: list[Row] = [
        (
            composer.centred(str(entry.sequence)),
            Cell(composer.text(entry.number, CELL)),
            Cell(composer.text(entry.creator, CELL)),
            Cell(composer.text(entry.title, CELL)),
            composer.centred(entry.date8),
            composer.centred(entry.pages_text),
            Cell(composer.text(entry.remark, CELL)),
        )
        for entry in paper.entries
    ]
    widths = fitted(in_points(_CATALOGUE_MM), [*head, *rows])
    yield grid(widths, rows, head=head, least=_LEAST)


def _note_form(composer: Composer, paper: NoteFormPaper) -> Iterator[Block]:
    """Set the form in one frame: counts, remarks, and who compiled and checked it."""
    yield composer.text(_("卷内备考表"), FORM_TITLE)
    yield composer.text(_("档号：{code}").format(code=paper.volume.code), _CODE)
    counts = _(
        "本案卷共有文件材料 {total} 页，其中：文字材料 {text} 页，图样材料 {drawings} 页，"
        "照片 {photos} 张。"
    ).format(
        total=paper.total_pages,
        text=paper.text_pages,
        drawings=paper.drawing_pages,
        photos=paper.photo_count,
    )
    told: list[Block] = [
        composer.text(counts, BODY),
        Gap(6 * MM),
        composer.text(_("说明："), BODY),
        composer.text(paper.note or "", BODY),
    ]
    is_science = paper.volume.forms is FormSet.SCIENCE
    if is_science:
        told = [composer.text(_("互见号："), BODY), Gap(6 * MM), *told]
    inner = in_points(_WIDE_MM)[0] - 12 * MM
    checker = _("检查人：") if is_science else _("审核人：")
    content = Stack(
        Gap(6 * MM),
        *told,
        Gap(max(_NOTE_ROOM - stacked_height(told, inner), _LEAST)),
        composer.text(_("立卷人：{name}").format(name=paper.volume.compiled_by), _SIGN),
        composer.text(_("　　　　　年　　月　　日"), _SIGN),
        Gap(8 * MM),
        composer.text(checker, _SIGN),
        composer.text(_("　　　　　年　　月　　日"), _SIGN),
        Gap(6 * MM),
    )
    yield grid(in_points(_WIDE_MM), [(Cell(content, top=True, pad=6 * MM),)])
