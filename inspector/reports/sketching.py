"""Draws a paper as marks, for a preview: nothing is written."""

from collections.abc import Iterable
from pathlib import Path

from inspector.core.marks import DrawnPage
from inspector.reports.layout.blocks import Block
from inspector.reports.layout.flow import Frame, Furniture
from inspector.reports.layout.fonts import font_shelf
from inspector.reports.layout.markpen import MarkPen
from inspector.reports.press import Press
from inspector.words.language import language


def drawn_pages(
    press: Press,
    fonts: Path,
    blocks: Iterable[Block],
    furniture: Furniture,
    frame: Frame | None = None,
) -> tuple[DrawnPage, ...]:
    """Put blocks on pages of marks, as the press would put them on paper."""
    pen = MarkPen(font_shelf(fonts), language())
    press.pen = pen
    press.fill(blocks, furniture, frame)
    pen.finish()
    return tuple(pen.pages)
