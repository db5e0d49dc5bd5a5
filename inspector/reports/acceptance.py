"""The joint completion acceptance report (联合竣工验收报告) as PDF/A-2u.

All chapters and annexes of guide 2.8 (建质〔2013〕171号, art. 7) stand in every report, in their
order; one of which nothing is on record says so in a sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from inspector.core.papers import USUAL, AcceptancePaper, PaperLook, Written, snapshot_sha256
from inspector.core.progress import Progress
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.conclusion import conclusion_chapter
from inspector.reports.chapters.defects import defects_chapter
from inspector.reports.chapters.documents import documents_chapter
from inspector.reports.chapters.location import location_chapter
from inspector.reports.chapters.photos import photos_chapter
from inspector.reports.chapters.project import project_chapter
from inspector.reports.chapters.results import results_chapter
from inspector.reports.chapters.signing import signing_chapter
from inspector.reports.chapters.statement import statement_chapter
from inspector.reports.chapters.told import told_chapter
from inspector.reports.composer import Composer
from inspector.reports.cover import contents, cover
from inspector.reports.layout.blocks import Block, NewPage
from inspector.reports.outlines.meeting import organisation_section, residents_section
from inspector.reports.outlines.way import builders_section, papers_section, procedure_section
from inspector.reports.outlines.works import care_section
from inspector.reports.press import Press, running_head
from inspector.words.language import _


def write_acceptance(
    paper: AcceptancePaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write the report; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    chapters = _chapters(press.composer, paper, press.snapshot)
    right = _("{number} · 第 {version} 版").format(
        number=paper.identity.number, version=paper.identity.version
    )
    left = running_head(paper.project, _("联合竣工验收报告"))
    if not paper.is_final:
        left = _("（未定稿）") + left
    furniture = press.furniture(left, right)
    press.fill(cover(press.composer, paper), press.furniture("", "", with_head=False))
    press.fill(contents(press.composer, chapters), furniture)
    total = sum(chapter.count for chapter in chapters)
    press.fill_watched(_pieces(chapters), total, furniture, progress)
    subject = _("{project}（{code}）").format(project=paper.project.name, code=paper.project.code)
    return press.finish(out, paper.identity, _("联合竣工验收报告"), subject)


def _chapters(composer: Composer, paper: AcceptancePaper, snapshot: str) -> list[Chapter]:
    return [
        project_chapter(composer, paper),
        told_chapter(composer, "chapter-2", procedure_section(paper.way)),
        told_chapter(composer, "chapter-3", builders_section(paper.builders)),
        told_chapter(composer, "chapter-4", organisation_section(paper)),
        told_chapter(composer, "chapter-5", papers_section(paper)),
        results_chapter(composer, paper),
        defects_chapter(composer, paper),
        told_chapter(composer, "chapter-8", residents_section(paper.meeting)),
        conclusion_chapter(composer, paper),
        signing_chapter(composer, paper, snapshot),
        photos_chapter(composer, paper),
        documents_chapter(composer, paper.papers),
        told_chapter(composer, "annex-c", care_section(paper.after)),
        location_chapter(composer, paper.after),
        statement_chapter(composer, paper, snapshot),
    ]


def _pieces(chapters: Sequence[Chapter]) -> Iterator[Iterable[Block]]:
    for chapter in chapters:
        for number, blocks in enumerate(chapter.pieces):
            if number == 0 and chapter.on_new_page:
                yield [NewPage(), *blocks]
            else:
                yield blocks
