"""A chapter of a report: its title and tables are known before its pages are set."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.reports.layout.blocks import Block
from inspector.reports.layout.pen import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """`pieces` are set one after the other; a heading never parts from its piece."""

    anchor: Anchor
    pieces: Iterable[Iterable[Block]]
    count: int
    tables: tuple[Anchor, ...] = ()
    on_new_page: bool = False
