"""Prints one paper: pages are filled as its blocks come, then the file is written."""

from collections.abc import Iterable
from pathlib import Path

from inspector.core.papers import (
    USUAL,
    PaperIdentity,
    PaperLook,
    ProjectFacts,
    Written,
    check_code,
)
from inspector.core.progress import Progress, tracked
from inspector.reports.composer import Composer
from inspector.reports.layout.blocks import Block
from inspector.reports.layout.colours import GREY, PALE_LINE, Colour
from inspector.reports.layout.flow import Flow, Frame, Furniture
from inspector.reports.layout.fonts import Face, font_shelf
from inspector.reports.layout.measures import MM, PAGE_HEIGHT, PAGE_WIDTH
from inspector.reports.layout.pdfa import FileFacts
from inspector.reports.layout.pdffile import write_file
from inspector.reports.layout.pen import Later, Pen, Piece
from inspector.reports.layout.typesetter import Typesetter
from inspector.words.language import _, language

_SMALL = 8.0
_HEAD_BASE = 7 * MM
_HEAD_RULE = 5 * MM
"""How far above the text the running head and its line stand."""
_FOOT_BASE = 8 * MM
"""How far below the text the foot stands."""
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def running_head(project: ProjectFacts, title: str) -> str:
    """Name project and paper at the head of a page, the code first: a long name is cut there."""
    return f"{project.code}　{title}　{project.name}"


def _frame(look: PaperLook) -> Frame:
    """Give the margins of an office; the text stays as wide as the tables are."""
    usual = Frame()
    return Frame(
        top=look.top_mm * MM,
        bottom=look.bottom_mm * MM,
        shift=look.left_mm * MM - usual.side,
    )


class Press:
    """One paper in the making."""

    def __init__(self, fonts: Path, snapshot: str, look: PaperLook = USUAL) -> None:
        shelf = font_shelf(fonts)
        self.setter = Typesetter(shelf)
        self.composer = Composer(self.setter, look)
        self.pen = Pen(shelf, _LANGUAGES[language()])
        self.snapshot = snapshot
        self.frame = _frame(look)

    def fill(
        self, blocks: Iterable[Block], furniture: Furniture, frame: Frame | None = None
    ) -> None:
        """Put blocks on pages of their own."""
        flow = Flow(self.pen, furniture, frame or self.frame)
        for block in blocks:
            flow.put(block)
        flow.new_page()

    def fill_watched(
        self,
        pieces: Iterable[Iterable[Block]],
        total: int,
        furniture: Furniture,
        progress: Progress,
    ) -> None:
        """Put many pieces on pages, telling how far it is; the person may stop between them."""
        flow = Flow(self.pen, furniture, self.frame)
        for blocks in tracked(pieces, total, progress):
            for block in blocks:
                flow.put(block)
        flow.new_page()

    def finish(self, out: Path, identity: PaperIdentity, title: str, subject: str) -> Written:
        """Write the file whole, or leave nothing."""
        pages = self.pen.finish()
        if identity.mark:
            self.pen.draw_on_all(self._marking(identity.mark))
        facts = FileFacts(
            title=f"{title} · {identity.mark}" if identity.mark else title,
            author=identity.unit or identity.made_by or identity.program,
            subject=subject,
            keywords=f"{identity.number}; {check_code(self.snapshot)}",
            program=identity.program,
            made_at=identity.made_at,
            snapshot=self.snapshot,
            language=_LANGUAGES[language()],
        )
        sha256, size = write_file(self.pen.drawn.canvas, facts, out)
        return Written(
            path=out,
            sha256=sha256,
            size=size,
            pages=pages,
            snapshot=self.snapshot,
            warnings=self.setter.warnings,
        )

    # -- what stands on every page

    def _marking(self, mark: str) -> Later:
        """Have a mark drawn in the middle of the foot, on covers and forms too."""
        left = (PAGE_WIDTH - self.setter.width(mark, Face.SONG, _SMALL)) / 2

        def draw(pen: Pen, _page: int, _total: int) -> None:
            self.small(pen, left, self.frame.bottom - _FOOT_BASE, mark)

        return draw

    def furniture(self, left: str, right: str, *, with_head: bool = True) -> Furniture:
        """Give the running head and the foot with check code and “page x of y”."""
        code = _("校验码 {code}").format(code=check_code(self.snapshot))

        def furnish(pen: Pen, frame: Frame) -> None:
            if with_head:
                self._draw_head(pen, frame, left, right)
            self.small(pen, frame.left, frame.bottom - _FOOT_BASE, code)
            pen.later(self._page_of)

        return furnish

    def _draw_head(self, pen: Pen, frame: Frame, left: str, right: str) -> None:
        top = PAGE_HEIGHT - frame.top
        base, rule = top + _HEAD_BASE, top + _HEAD_RULE
        right_width = self.setter.width(right, Face.SONG, _SMALL)
        fitted = self.setter.fitted(left, Face.SONG, _SMALL, frame.width - right_width - 8 * MM)
        self.small(pen, frame.left, base, fitted)
        self.small(pen, frame.right - right_width, base, right)
        pen.lines([(frame.left, rule, frame.right, rule)], 0.4, PALE_LINE)

    def _page_of(self, pen: Pen, page: int, total: int) -> None:
        shown = _("第 {page} 页 / 共 {total} 页").format(page=page, total=total)
        width = self.setter.width(shown, Face.SONG, _SMALL)
        self.small(pen, self.frame.right - width, self.frame.bottom - _FOOT_BASE, shown)

    def small(self, pen: Pen, x: float, base: float, text: str, colour: Colour = GREY) -> None:
        """Draw a line of small text."""
        pieces = [
            Piece(typeface, colour, piece)
            for typeface, piece in self.setter.pieces(text, Face.SONG)
        ]
        pen.text(x, base, pieces, _SMALL)
