"""What a look does to papers, on two pages: one of photos, one to be signed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from inspector.core.marks import DrawnPage
from inspector.core.papers import (
    FormPaper,
    FormSheet,
    PaperIdentity,
    PaperLook,
    PaperPhoto,
    ProjectFacts,
    SignBox,
    snapshot_sha256,
)
from inspector.reports.chapters.photos import photo_row
from inspector.reports.forms import form_pieces
from inspector.reports.layout.blocks import Block, NewPage
from inspector.reports.layout.fonts import font_shelf
from inspector.reports.layout.markpen import MarkPen
from inspector.reports.press import Press, running_head
from inspector.words.language import _, language

_MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=8)))
_BOXES = 4


def draw_preview(fonts: Path, picture: Path, look: PaperLook) -> tuple[DrawnPage, ...]:
    """Draw a sheet to be signed and the first page of photos in a look."""
    paper = _sample()
    snapshot = snapshot_sha256(paper)
    press = Press(fonts, snapshot, look)
    pen = MarkPen(font_shelf(fonts), language())
    press.pen = pen
    right = _("{number} · 第 {version} 版").format(number=paper.identity.number, version=1)
    furniture = press.furniture(running_head(paper.project, paper.title), right)
    blocks = [block for piece in form_pieces(press, paper) for block in piece]
    press.fill([*blocks, NewPage(), *_photos(press, picture)], furniture)
    pen.finish()
    first, *rest = pen.pages
    return (first, rest[-1] if rest else first)


def _photos(press: Press, picture: Path) -> Iterator[Block]:
    look = press.composer.look
    photos = [_photo(number, picture) for number in range(1, look.photos_per_page + 1)]
    for at in range(0, len(photos), look.photo_columns):
        yield photo_row(press.composer, photos[at : at + look.photo_columns])


def _photo(number: int, picture: Path) -> PaperPhoto:
    return PaperPhoto(
        number=f"P-{number:03d}",
        sha256="0" * 64,
        caption=_("楼道照明（示例）"),
        taken="2026-11-20 10:32 +08:00",
        place=_("12幢 一单元"),
        position="30.25741°N 120.20512°E ±6 m",
        direction=_("朝向 212°（真北）"),
        photographer=_("示例"),
        preview=picture,
    )


def _sample() -> FormPaper:
    """Give a form with nothing in it that could be taken for a record."""
    boxes = tuple(
        SignBox(
            title=_("单位：（示例 {number}）").format(number=number),
            told=(_("意见：{boxes}").format(boxes="□　□　□"),),
            lines=(_("项目负责人：{name}").format(name=""), _("签字："), _("　　　年　　月　　日")),
        )
        for number in range(1, _BOXES + 1)
    )
    facts = ((_("工程名称"), _("示例小区改造工程")), (_("日期"), date(2026, 11, 22).isoformat()))
    return FormPaper(
        identity=PaperIdentity(number="WF-2026-XX-00-001", made_at=_MADE_AT, program=""),
        project=ProjectFacts(name=_("示例小区改造工程"), code="XX"),
        title=_("版面预览"),
        sheets=(FormSheet(title="", facts=facts, signs=boxes),),
    )
