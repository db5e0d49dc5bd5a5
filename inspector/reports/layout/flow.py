"""Fills pages with blocks, one after the other, each page in the same frame."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.reports.layout.blocks import Block, NewPage
from inspector.reports.layout.measures import MM, PAGE_HEIGHT, PAGE_WIDTH
from inspector.reports.layout.pen import Pen

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Frame:
    """The margins of a page, in points (UI, Papers); `shift` moves the text to the right."""

    side: float = 25 * MM
    top: float = 22 * MM
    bottom: float = 20 * MM
    shift: float = 0

    @property
    def left(self) -> float:
        """Tell where the text begins."""
        return self.side + self.shift

    @property
    def right(self) -> float:
        """Tell where the text ends."""
        return self.left + self.width

    @property
    def width(self) -> float:
        """Give the width of the text."""
        return PAGE_WIDTH - 2 * self.side

    @property
    def height(self) -> float:
        """Give the height of the text."""
        return PAGE_HEIGHT - self.top - self.bottom


Furniture = Callable[[Pen, Frame], None]
"""Draws what stands on every page outside the text: running head and foot."""


class Flow:
    """Puts blocks on pages; a page is furnished when it ends."""

    def __init__(self, pen: Pen, furniture: Furniture, frame: Frame | None = None) -> None:
        self._pen, self._furniture = pen, furniture
        self.frame = frame or Frame()
        self._top = PAGE_HEIGHT - self.frame.top
        self._y = self._top
        self._after = 0.0

    @property
    def _at_top(self) -> bool:
        return self._y == self._top

    def put(self, block: Block) -> None:
        """Put a block, cut over as many pages as it takes."""
        rest: Block | None = block
        while rest is not None:
            if isinstance(rest, NewPage):
                self.new_page()
                return
            rest = self._put_part(rest)

    def _put_part(self, block: Block) -> Block | None:
        """Put what fits; give back the rest."""
        width = self.frame.width
        gap = 0.0 if self._at_top else max(self._after, block.before)
        room = self._y - self.frame.bottom - gap
        if block.height(width) <= room + _ROUNDING:
            self._draw(block, gap)
            return None
        head, rest = block.split(width, room)
        if head is None and self._at_top:
            head, rest = block.split(width, room, force=True)
        if head is not None:
            self._draw(head, gap)
        if rest is not None:
            self.new_page()
        return rest

    def _draw(self, block: Block, gap: float) -> None:
        self._y -= gap
        width = self.frame.width
        block.draw(self._pen, self.frame.left, self._y, width)
        self._y -= block.height(width)
        self._after = block.after

    def new_page(self) -> None:
        """End the page, unless nothing stands on it."""
        if not self._at_top:
            self.end()

    def end(self) -> None:
        """Furnish the page and close it."""
        self._furniture(self._pen, self.frame)
        self._pen.end_page()
        self._y, self._after = self._top, 0.0
