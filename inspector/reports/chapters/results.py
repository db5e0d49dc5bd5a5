"""Chapter 6: what was found on site, by discipline and by measurement."""

from collections.abc import Iterator

from inspector.core.papers import AcceptancePaper, DisciplineRow, MeasuredRow
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.told import told_table
from inspector.reports.composer import DASH, Composer, Numbered
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.grid import Cell, Row
from inspector.reports.layout.pen import Anchor
from inspector.reports.layout.prose import Run, Style
from inspector.reports.outlines.common import result_lines
from inspector.reports.outlines.works import trials_table
from inspector.reports.styles import CELL, CELL_BOLD, CELL_CENTRE, CELL_CENTRE_BOLD
from inspector.reports.wording import grouped, percent_text
from inspector.words.language import _

_VISIT_MM = (22, 34, 38, 42, 24)
_DISCIPLINE_MM = (32, 14, 14, 14, 15, 15, 19, 22, 15)
_MEASURED_MM = (34, 30, 14, 68, 14)
_IDLE_MM = (46, 60, 54)
_READING_GAP = "　"


def results_chapter(composer: Composer, paper: AcceptancePaper) -> Chapter:
    """Set chapter 6; tables without rows are left out."""
    anchor = Anchor("chapter-6", _("六、现场查验结果"))
    visits = composer.numbered(_("现场查验批次")) if paper.visits else None
    disciplines = composer.numbered(_("分专业查验汇总")) if paper.disciplines else None
    measured = composer.numbered(_("实测实量")) if paper.measured else None
    trials = composer.numbered(trials_table(paper.works).title) if paper.works.trials else None
    idle = composer.numbered(_("不适用的检查项")) if paper.not_applicable else None
    tables = (visits, disciplines, measured, trials, idle)
    found = [each for each in tables if each]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, anchor, tables),
        count=1 + len(found),
        tables=tuple(each.anchor for each in found),
    )


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    anchor: Anchor,
    tables: tuple[Numbered | None, ...],
) -> Iterator[list[Block]]:
    heading = composer.heading(anchor)
    first, *rest = composer.paragraphs(result_lines(paper)) or [composer.text("")]
    yield [Led([heading], first), *rest]
    makers = (_visits, _disciplines, _measured, _trials, _idle)
    for made, numbered in zip(makers, tables, strict=True):
        if numbered:
            yield [made(composer, paper, numbered)]


def _visits(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (_("类别"), _("日期"), _("查验人员"), _("范围"), _("记录（项次）"))
    rows = [
        (
            composer.centred(each.kind),
            composer.centred(each.day),
            composer.cell(each.people),
            composer.cell(each.scope),
            composer.centred(None if each.answers is None else grouped(each.answers)),
        )
        for each in paper.visits
    ]
    return composer.table(_VISIT_MM, head, rows, numbered)


def _disciplines(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (
        _("专业"),
        _("应查"),
        _("合格"),
        _("不合格"),
        _("不适用"),
        _("未查"),
        _("主控合格率"),
        _("一般合格点率"),
        _("结论"),
    )
    rows = [_discipline_row(composer, each) for each in paper.disciplines]
    if paper.total is not None:
        rows.append(_discipline_row(composer, paper.total, bold=True))
    return composer.table(_DISCIPLINE_MM, head, rows, numbered)


def _discipline_row(composer: Composer, each: DisciplineRow, *, bold: bool = False) -> Row:
    name, middle = (CELL_BOLD, CELL_CENTRE_BOLD) if bold else (CELL, CELL_CENTRE)
    figures = (
        grouped(each.due),
        grouped(each.passed),
        grouped(each.failed),
        grouped(each.not_applicable),
        grouped(each.unchecked),
        percent_text(each.dominant_percent),
        percent_text(each.general_percent),
    )
    return (
        composer.cell(each.discipline, style=name),
        *(composer.cell(figure, style=middle) for figure in figures),
        composer.cell(each.verdict, style=_verdict_style(middle, against=each.is_against)),
    )


def _verdict_style(style: Style, *, against: bool) -> Style:
    return style.but(face=Face.SONG_BOLD, colour=AGAINST) if against else style


def _measured(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    """Set the measured values by item: its name and limit once, then a row for each place."""
    head = (_("部位"), _("读数"), _("最不利值"), _("计算"), _("判定"))
    rows: list[Row] = []
    said: tuple[str, str] | None = None
    for each in paper.measured:
        if said != (each.item, each.limit):
            said = (each.item, each.limit)
            rows.append(_item_row(composer, each))
        rows.append(_measured_row(composer, each))
    note = paper.rule_note or _("读数加粗标红者为不合格点。")
    return composer.table(_MEASURED_MM, head, rows, numbered, note)


def _trials(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    return told_table(composer, trials_table(paper.works), numbered)


def _idle(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (_("检查项"), _("部位"), _("不适用的原因"))
    rows = [
        (composer.cell(each.item), composer.cell(each.places), composer.cell(each.reason))
        for each in paper.not_applicable
    ]
    return composer.table(_IDLE_MM, head, rows, numbered)


def _item_row(composer: Composer, each: MeasuredRow) -> Row:
    text = _("{item}　{limit}").format(item=each.item, limit=each.limit).strip()
    return (composer.label(text, span=len(_MEASURED_MM)),)


def _measured_row(composer: Composer, each: MeasuredRow) -> Row:
    return (
        composer.cell(each.place),
        _readings(composer, each),
        composer.centred(each.worst),
        composer.cell("\n".join(each.computation)),
        composer.cell(each.verdict, style=_verdict_style(CELL_CENTRE, against=each.is_against)),
    )


def _readings(composer: Composer, each: MeasuredRow) -> Cell:
    """Set the readings in their order; a failing one is bold and red."""
    if not each.readings:
        return composer.centred(DASH)
    runs: list[Run] = []
    for at, reading in enumerate(each.readings):
        gap = _READING_GAP if at else ""
        if reading.holds:
            runs.append(Run(gap + reading.text))
        else:
            runs += [Run(gap), Run(reading.text, Face.SONG_BOLD, AGAINST)]
    if each.unit and each.unit not in each.limit:
        runs.append(Run(_("（{unit}）").format(unit=each.unit)))
    return Cell(composer.text(runs, CELL))
