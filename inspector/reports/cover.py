"""The first two pages of a report: cover and contents."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.papers import AcceptancePaper
from inspector.reports.chapter import Chapter
from inspector.reports.composer import DASH, Composer
from inspector.reports.layout.blocks import Block, Gap, Uncut
from inspector.reports.layout.colours import GREY, INK, LINE
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor, Pen, Piece
from inspector.reports.layout.prose import Prose
from inspector.reports.layout.typesetter import Typesetter
from inspector.reports.styles import (
    CELL,
    FIELD_LABEL,
    FIELD_VALUE,
    FORM_TITLE,
    PLAIN,
    SUBTITLE,
    TITLE,
)
from inspector.reports.wording import day_text
from inspector.words.language import _

_LABEL_WIDTH = 34 * MM
_VALUE_LEFT = 38 * MM
_SIDE = 12 * MM
_CHAPTER_ENTRY = PLAIN.but(face=Face.HEI, size=10.5, leading=22)
_TABLE_ENTRY = CELL.but(leading=16)
_ENTRY_INDENT = 8 * MM
_DOT_STEP = 4.0
_GAP = 6.0


@dataclass(slots=True)
class Field(Uncut):
    """A label and its value on a line to write on, as covers have them."""

    label: Prose
    value: Prose
    before: float = 7
    after: float = 0

    def height(self, width: float) -> float:
        """Give the height of the value, which may take several lines."""
        return max(self.label.height(_LABEL_WIDTH), self.value.height(self._room(width))) + 3

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw label and value, with a rule below the value."""
        self.label.draw(pen, x + _SIDE, top, _LABEL_WIDTH)
        left, room = x + _SIDE + _VALUE_LEFT, self._room(width)
        self.value.draw(pen, left, top, room)
        bottom = top - self.height(width)
        pen.lines([(left, bottom, left + room, bottom)], 0.5, LINE)

    @staticmethod
    def _room(width: float) -> float:
        return width - 2 * _SIDE - _VALUE_LEFT


def cover(composer: Composer, paper: AcceptancePaper) -> list[Block]:
    """Set the cover (guide 2.8)."""
    return [
        *composer.letterhead(),
        Gap(32 * MM),
        composer.text(_("老旧小区改造项目"), SUBTITLE),
        Gap(6 * MM),
        composer.text(_("联合竣工验收报告"), TITLE),
        Gap(6 * MM),
        composer.text(_standing(paper), SUBTITLE.but(size=12)),
        Gap(24 * MM),
        *(field_line(composer, label, value) for label, value in _cover_fields(paper)),
    ]


def _standing(paper: AcceptancePaper) -> str:
    """Say what the report does not have yet: a meeting, or records that have come together."""
    marks = (
        _("（未经会议）") if paper.conclusion.without_meeting else "",
        "" if paper.is_final else _("（未定稿）"),
    )
    return "".join(marks)


def field_line(composer: Composer, label: str, value: str | None) -> Field:
    """Set a labelled line of a cover."""
    return Field(composer.text(label, FIELD_LABEL), composer.text(value or DASH, FIELD_VALUE))


def _cover_fields(paper: AcceptancePaper) -> list[tuple[str, str | None]]:
    project, identity = paper.project, paper.identity
    packs = _("、").join(
        _("{title} {version}").format(title=pack.title, version=pack.version)
        for pack in paper.statement.packs
    )
    plan = " ".join(
        part
        for part in (
            _("{year} 年").format(year=project.plan_year) if project.plan_year else "",
            project.plan_number or "",
        )
        if part
    )
    return [
        (_("项目名称"), project.name),
        (_("项目编码"), project.code),
        (_("年度计划"), plan),
        (_("项目地址"), project.address),
        (_("建设单位"), project.owner_unit),
        (
            _("报告编号"),
            _("{number}（第 {version} 版）").format(
                number=identity.number, version=identity.version
            ),
        ),
        (_("验收日期"), paper.acceptance_day),
        (_("编制日期"), day_text(identity.made_at.date())),
        (_("检查清单"), packs),
    ]


@dataclass(slots=True)
class ContentsLine(Uncut):
    """One line of the contents: title, leader, and the page once it is known."""

    setter: Typesetter
    anchor: Anchor
    text: Prose
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:
        """Give the height of the title."""
        return self.text.height(self._room(width))

    def _room(self, width: float) -> float:
        return width - self._indent - 16 * MM

    @property
    def _indent(self) -> float:
        return _ENTRY_INDENT * self.anchor.level

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the title and a link over the line; the page number waits."""
        left = x + self._indent
        self.text.draw(pen, left, top, self._room(width))
        bottom = top - self.height(width)
        pen.link(self.anchor.key, (left, bottom, x + width, top), self.anchor.title)
        used = self.text.last_line_width(self._room(width))
        base = bottom + (self.text.style.leading - self.text.style.size) / 2 + 1.2
        start, end = left + used + _GAP, x + width

        def number(pen: Pen, _page: int, _total: int) -> None:
            self._draw_number(pen, start, end, base)

        pen.later(number)

    def _draw_number(self, pen: Pen, start: float, end: float, base: float) -> None:
        size = self.text.style.size
        shown = str(pen.drawn.pages_of.get(self.anchor.key, DASH))
        width = self.setter.width(shown, Face.SONG, size)
        self._draw(pen, end - width, base, shown)
        dots = int(max(end - width - _GAP - start, 0) // _DOT_STEP)
        first = end - width - _GAP - dots * _DOT_STEP
        for at in range(dots):
            pen.box((first + at * _DOT_STEP, base + 1, 0.7, 0.7), fill=GREY)

    def _draw(self, pen: Pen, x: float, base: float, text: str) -> None:
        pieces = [Piece(face, INK, piece) for face, piece in self.setter.pieces(text, Face.SONG)]
        pen.text(x, base, pieces, self.text.style.size)


def contents(composer: Composer, chapters: Sequence[Chapter]) -> list[Block]:
    """Set the contents."""
    blocks: list[Block] = [composer.text(_("目　录"), FORM_TITLE.but(after=10))]
    for chapter in chapters:
        blocks.append(_line(composer, chapter.anchor))
        blocks += [_line(composer, table) for table in chapter.tables]
    return blocks


def _line(composer: Composer, anchor: Anchor) -> ContentsLine:
    style = _TABLE_ENTRY if anchor.level else _CHAPTER_ENTRY
    return ContentsLine(composer.setter, anchor, composer.text(anchor.title, style))
