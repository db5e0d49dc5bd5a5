"""The register of defects and the record of a visit as PDF/A-2u."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from inspector.core.papers import (
    USUAL,
    AnswerRow,
    BuildingPaper,
    DefectsPaper,
    PaperLook,
    VisitPaper,
    Written,
    snapshot_sha256,
)
from inspector.core.progress import Progress
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.defects import defects_chapter
from inspector.reports.chapters.photos import photos_chapter
from inspector.reports.composer import Composer, in_points
from inspector.reports.layout.blocks import Block, Led, NewPage
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.outline import OutlineTable
from inspector.reports.outlines.common import identity_table, project_table
from inspector.reports.outlines.records import building_table, visit_table
from inspector.reports.press import Press, running_head
from inspector.reports.styles import CELL_CENTRE, FORM_TITLE
from inspector.words.language import _

_FACT_MM = (32, 128)
_ANSWER_MM = (32, 24, 14, 26, 38, 26)
_LEAST = 7 * MM


def write_defects(
    paper: DefectsPaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write the register of defects; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    composer, title = press.composer, _("问题台账")
    chapters = [
        _facts_chapter(composer, "chapter-1", _("工程概况"), project_table(paper.project)),
        defects_chapter(composer, paper, _("问题与整改")),
    ]
    return _printed(press, paper, title, chapters, out, progress)


def write_visit(
    paper: VisitPaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write what a visit found; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    composer, title = press.composer, _("查验记录")
    chapters = [
        _facts_chapter(composer, "chapter-1", _("查验概况"), visit_table(paper)),
        _answers_chapter(composer, paper),
        defects_chapter(composer, paper, _("本次登记的问题")),
    ]
    if paper.photos:
        chapters.append(photos_chapter(composer, paper, _("照片")))
    return _printed(press, paper, title, chapters, out, progress)


def write_building(
    paper: BuildingPaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write how a building stands; equal papers give equal bytes."""
    press = Press(fonts, snapshot_sha256(paper), look)
    composer, title = press.composer, _("分幢查验记录")
    chapters = [
        _facts_chapter(composer, "chapter-1", _("楼栋概况"), building_table(paper)),
        _answers_chapter(composer, paper),
        defects_chapter(composer, paper, _("问题与整改")),
    ]
    if paper.photos:
        chapters.append(photos_chapter(composer, paper, _("照片")))
    return _printed(press, paper, title, chapters, out, progress)


def _printed(
    press: Press,
    paper: DefectsPaper | VisitPaper | BuildingPaper,
    title: str,
    chapters: list[Chapter],
    out: Path,
    progress: Progress,
) -> Written:
    identity = paper.identity
    statement = identity_table(identity, press.snapshot)
    chapters.append(_facts_chapter(press.composer, "annex-e", _("数据说明"), statement))
    right = _("{number} · 第 {version} 版").format(number=identity.number, version=identity.version)
    furniture = press.furniture(running_head(paper.project, title), right)
    total = sum(chapter.count for chapter in chapters)
    press.fill_watched(_pieces(press.composer, title, chapters), total, furniture, progress)
    subject = _("{project}（{code}）").format(project=paper.project.name, code=paper.project.code)
    return press.finish(out, identity, title, subject)


def _pieces(
    composer: Composer, title: str, chapters: Sequence[Chapter]
) -> Iterator[Iterable[Block]]:
    yield [*composer.letterhead(), composer.text(title, FORM_TITLE)]
    for chapter in chapters:
        for number, blocks in enumerate(chapter.pieces):
            if number == 0 and chapter.on_new_page:
                yield [NewPage(), *blocks]
            else:
                yield blocks


def _facts_chapter(composer: Composer, name: str, title: str, facts: OutlineTable) -> Chapter:
    anchor = Anchor(name, title)
    rows = [(composer.label(str(row[0])), composer.cell(_said(row[1]))) for row in facts.rows]
    table = grid(in_points(_FACT_MM), rows, least=_LEAST)
    return Chapter(anchor=anchor, pieces=[[Led([composer.heading(anchor)], table)]], count=1)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _answers_chapter(composer: Composer, paper: VisitPaper | BuildingPaper) -> Chapter:
    anchor = Anchor("chapter-6", _("查验结果"))
    heading = composer.heading(anchor)
    if not paper.answers:
        said = composer.text(_("尚无现场查验记录。"))
        return Chapter(anchor=anchor, pieces=[[Led([heading], said)]], count=1)
    numbered = composer.numbered(_("查验结果"))
    head = (
        *(_("检查项"), _("部位"), _("判定"), _("读数")),
        *(_("计算"), _("原因和备注")),
    )
    rows = [_answer_row(composer, each) for each in paper.answers]
    table = composer.table(_ANSWER_MM, head, rows, numbered)
    return Chapter(
        anchor=anchor,
        pieces=[[Led([heading], table)]],
        count=1,
        tables=(numbered.anchor,),
    )


def _answer_row(composer: Composer, each: AnswerRow) -> Row:
    style = CELL_CENTRE.but(face=Face.SONG_BOLD, colour=AGAINST) if each.is_against else CELL_CENTRE
    said = _("；").join(part for part in (each.reason, each.note) if part)
    return (
        composer.cell(each.item),
        composer.cell(each.place),
        composer.cell(each.verdict, style=style),
        composer.cell(each.readings),
        composer.cell(each.computation),
        composer.cell(said or None),
    )
