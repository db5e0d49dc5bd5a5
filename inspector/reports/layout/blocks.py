"""What a page is filled with: the protocol of blocks, and the plain ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.pen import Anchor, Pen


class Block(Protocol):
    """Something with a height that is drawn from its top, and may be cut at a page's end."""

    before: float
    after: float

    def height(self, width: float) -> float:
        """Tell the height in this width, without `before` and `after`."""

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple["Block | None", "Block | None"]:
        """Cut to what fits and the rest; nothing fits: (None, self), unless forced to give."""

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw from `top` downwards."""


class Uncut:
    """A block that stays in one piece."""

    before: float = 0
    after: float = 0

    def split(
        self,
        width: float,  # noqa: ARG002 - the protocol's
        room: float,  # noqa: ARG002 - likewise
        *,
        force: bool = False,
    ) -> tuple["Block | None", "Block | None"]:
        """Stay whole."""
        whole: Block = self  # type: ignore[assignment]  # every heir is a block
        return (whole, None) if force else (None, whole)


@dataclass(slots=True)
class Gap(Uncut):
    """Empty room; it vanishes at the top of a page."""

    size: float
    before: float = 0
    after: float = 0

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        """Give the room."""
        return self.size

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Leave the room empty."""


@dataclass(slots=True)
class Rule(Uncut):
    """A line across the text, such as below a letterhead."""

    before: float = 2
    after: float = 0

    def height(self, width: float) -> float:  # noqa: ARG002 - the protocol's
        """Give the line's own room."""
        return 2.0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the line."""
        pen.lines([(x, top - 1, x + width, top - 1)], 1.2, AGAINST)


class NewPage(Gap):
    """Ends the page."""

    def __init__(self) -> None:
        super().__init__(0)


class Stack(Uncut):
    """Blocks one below the other that stay together: a photo and its caption."""

    def __init__(self, *blocks: Block, before: float = 0, after: float = 0) -> None:
        self._blocks = blocks
        self.before, self.after = before, after

    def height(self, width: float) -> float:
        """Add up the blocks and the room between them."""
        return stacked_height(self._blocks, width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the blocks downwards."""
        for block, offset in stacked(self._blocks, width):
            block.draw(pen, x, top - offset, width)


class Anchored(Uncut):
    """A block that the contents page and the outline lead to."""

    def __init__(self, anchor: Anchor, block: Block) -> None:
        self._anchor, self._block = anchor, block
        self.before, self.after = block.before, block.after

    def height(self, width: float) -> float:
        """Give the block's height."""
        return self._block.height(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Set the anchor and draw the block."""
        pen.anchor(self._anchor, top + self.before)
        self._block.draw(pen, x, top, width)


class Led:
    """Headings that never part from the beginning of what they lead to."""

    def __init__(self, lead: Sequence[Block], body: Block) -> None:
        self._lead, self._body = list(lead), body
        self.before = self._lead[0].before if self._lead else body.before
        self.after = body.after

    def height(self, width: float) -> float:
        """Add up headings and body."""
        return stacked_height([*self._lead, self._body], width)

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """Cut the body only, where enough of it stays with its headings."""
        used = stacked_height(self._lead, width)
        used += _between(self._lead[-1], self._body) if self._lead else 0
        head, rest = self._body.split(width, room - used, force=force)
        if head is None:
            return None, self
        return Led(self._lead, head), rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw headings and body downwards."""
        for block, offset in stacked([*self._lead, self._body], width):
            block.draw(pen, x, top - offset, width)


def stacked(blocks: Sequence[Block], width: float) -> list[tuple[Block, float]]:
    """Give each block with how far below the top it stands."""
    placed: list[tuple[Block, float]] = []
    offset = 0.0
    for at, block in enumerate(blocks):
        offset += _between(blocks[at - 1], block) if at else 0
        placed.append((block, offset))
        offset += block.height(width)
    return placed


def stacked_height(blocks: Sequence[Block], width: float) -> float:
    """Add up heights and the room between blocks."""
    if not blocks:
        return 0
    last, offset = stacked(blocks, width)[-1]
    return offset + last.height(width)


def _between(above: Block, below: Block) -> float:
    return max(above.after, below.before)
