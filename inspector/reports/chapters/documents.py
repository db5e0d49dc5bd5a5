"""Annex B: the documents on record, then the copies that can be printed, a page each."""

from collections.abc import Iterator

from inspector.core.papers import PapersText
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.told import told_chapter
from inspector.reports.composer import Composer
from inspector.reports.layout.blocks import Block
from inspector.reports.layout.photobox import captioned
from inspector.reports.outlines.works import copy_title, documents_section
from inspector.reports.styles import PHOTO_TITLE

_COPY_MM = (160, 222)


def documents_chapter(composer: Composer, papers: PapersText) -> Chapter:
    """Set annex B."""
    told = told_chapter(composer, "annex-b", documents_section(papers), on_new_page=True)
    return Chapter(
        anchor=told.anchor,
        pieces=_pieces(composer, told, papers),
        count=told.count + len(papers.copies),
        tables=told.tables,
        on_new_page=True,
    )


def _pieces(composer: Composer, told: Chapter, papers: PapersText) -> Iterator[list[Block]]:
    for blocks in told.pieces:
        yield list(blocks)
    for copy in papers.copies:
        title = composer.text(copy_title(copy), PHOTO_TITLE)
        yield [captioned(composer.photo(copy, *_COPY_MM), title)]
