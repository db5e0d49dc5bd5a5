"""The joint completion acceptance report (联合竣工验收报告) as PDF/A-2u.

Chapters keep their official numbers (guide 2.8; 建质〔2013〕171号, art. 7). A chapter whose data
the product cannot hold yet is left out, and the contents say so.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from inspector.core.papers import AcceptancePaper, Written, snapshot_sha256
from inspector.core.progress import Progress
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.conclusion import conclusion_chapter
from inspector.reports.chapters.defects import defects_chapter
from inspector.reports.chapters.meeting import organisation_chapter, residents_chapter
from inspector.reports.chapters.photos import photos_chapter
from inspector.reports.chapters.project import project_chapter
from inspector.reports.chapters.results import results_chapter
from inspector.reports.chapters.signing import signing_chapter
from inspector.reports.chapters.statement import statement_chapter
from inspector.reports.composer import Composer
from inspector.reports.cover import contents, cover
from inspector.reports.layout.blocks import Block, NewPage
from inspector.reports.press import Press, running_head
from inspector.words.language import N_, _

_CHAPTERS = {2: N_("二"), 3: N_("三"), 4: N_("四"), 5: N_("五"), 8: N_("八")}
"""The chapters that a report has only where there is something to tell."""


def write_acceptance(paper: AcceptancePaper, out: Path, fonts: Path, progress: Progress) -> Written:
    """Write the report; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper))
    chapters = _chapters(press.composer, paper, press.snapshot)
    right = _("{number} · 第 {version} 版").format(
        number=paper.identity.number, version=paper.identity.version
    )
    left = running_head(paper.project, _("联合竣工验收报告"))
    if not paper.is_final:
        left = _("（未定稿）") + left
    furniture = press.furniture(left, right)
    press.fill(cover(press.composer, paper), press.furniture("", "", with_head=False))
    press.fill(contents(press.composer, chapters, _absent(paper)), furniture)
    total = sum(chapter.count for chapter in chapters)
    press.fill_watched(_pieces(chapters), total, furniture, progress)
    subject = _("{project}（{code}）").format(project=paper.project.name, code=paper.project.code)
    return press.finish(out, paper.identity, _("联合竣工验收报告"), subject)


def _chapters(composer: Composer, paper: AcceptancePaper, snapshot: str) -> list[Chapter]:
    meeting = paper.meeting
    chapters = [
        project_chapter(composer, paper),
        *([organisation_chapter(composer, meeting)] if meeting else []),
        results_chapter(composer, paper),
        defects_chapter(composer, paper),
        *([residents_chapter(composer, meeting)] if meeting and meeting.satisfaction else []),
        conclusion_chapter(composer, paper),
        signing_chapter(composer, paper, snapshot),
    ]
    if paper.photos:
        chapters.append(photos_chapter(composer, paper))
    chapters.append(statement_chapter(composer, paper, snapshot))
    return chapters


def _pieces(chapters: Sequence[Chapter]) -> Iterator[Iterable[Block]]:
    for chapter in chapters:
        for number, blocks in enumerate(chapter.pieces):
            if number == 0 and chapter.on_new_page:
                yield [NewPage(), *blocks]
            else:
                yield blocks


def _absent(paper: AcceptancePaper) -> str:
    """Name the chapters that a full report has and this one has not."""
    annexes = _("B、C、D") if paper.photos else _("A、B、C、D")
    meeting = paper.meeting
    kept = {4: meeting is not None, 8: meeting is not None and bool(meeting.satisfaction)}
    chapters = [name for number, name in _CHAPTERS.items() if not kept.get(number, False)]
    return _(
        "说明：第{chapters}章和附件 {annexes} 所需资料尚未录入，本报告不含这些部分；"
        "其余章节和附件沿用统一编号。"
    ).format(chapters=_("、").join(_(name) for name in chapters), annexes=annexes)
