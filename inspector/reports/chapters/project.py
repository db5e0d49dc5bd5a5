"""Chapter 1: the project, who takes part, and what was to be done."""

from collections.abc import Callable, Iterator, Sequence

from inspector.core.papers import AcceptancePaper, CommunityFacts, ScopeRow
from inspector.reports.chapter import Chapter
from inspector.reports.chapters.told import told_table
from inspector.reports.composer import Composer, Numbered, in_points
from inspector.reports.layout.blocks import Block, Led
from inspector.reports.layout.grid import Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.outline import OutlineTable
from inspector.reports.outlines.common import unrecorded_facts
from inspector.reports.outlines.works import works_tables
from inspector.reports.wording import area_text, day_text, grouped, investment_text
from inspector.words.language import _

_Maker = Callable[[Composer, AcceptancePaper, Numbered], Block]

_FACTS_MM = (24, 56, 24, 56)
_COMMUNITY_MM = (52, 24, 18, 18, 20, 28)
_PARTY_MM = (30, 70, 30, 30)
_SCOPE_MM = (24, 37, 14, 20, 20, 16, 29)


def project_chapter(composer: Composer, paper: AcceptancePaper) -> Chapter:
    """Set chapter 1; of a table without rows a sentence says so."""
    anchor = Anchor("chapter-1", _("一、工程概况"))
    tables: list[tuple[Numbered, _Maker]] = [(composer.numbered(_("工程基本情况")), _facts)]
    if paper.project.communities:
        tables.append((composer.numbered(_("小区情况")), _communities))
    if paper.parties:
        tables.append((composer.numbered(_("参建单位和参加单位")), _parties))
    if paper.scope:
        tables.append((composer.numbered(_("改造内容与完成情况")), _scope))
    works = [table for table in works_tables(paper.works) if table.rows]
    tables += [(composer.numbered(table.title), _told(table)) for table in works]
    return Chapter(
        anchor=anchor,
        pieces=_pieces(composer, paper, anchor, tables),
        count=len(tables),
        tables=tuple(numbered.anchor for numbered, _maker in tables),
    )


def _told(table: OutlineTable) -> _Maker:
    return lambda composer, _paper, numbered: told_table(composer, table, numbered)


def _pieces(
    composer: Composer,
    paper: AcceptancePaper,
    anchor: Anchor,
    tables: Sequence[tuple[Numbered, _Maker]],
) -> Iterator[list[Block]]:
    lead: list[Block] = [composer.heading(anchor)]
    for numbered, make in tables:
        block = make(composer, paper, numbered)
        rest = composer.paragraphs(unrecorded_facts(paper)) if lead else []
        yield [Led(lead, block) if lead else block, *rest]
        lead = []


def _facts(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    """Set T1: what is not known prints as a dash."""
    project = paper.project
    wide: list[tuple[str, str | None]] = [
        (_("工程名称"), project.name),
        (_("工程地址"), project.address),
    ]
    plan = None if project.plan_year is None else _("{year} 年").format(year=project.plan_year)
    pairs: list[tuple[str, str | None]] = [
        (_("项目编码"), project.code),
        (_("所在区域"), project.district),
        (_("建设单位"), project.owner_unit),
        (_("年度计划"), " ".join(filter(None, (plan, project.plan_number))) or None),
        (_("批准文号"), project.approval_number),
        (_("批准投资"), investment_text(project.investment_yuan)),
        (_("开工日期"), day_text(project.started_on)),
        (_("完工日期"), day_text(project.finished_on)),
        *project.renovation_types,
    ]
    rows: list[Row] = [
        (composer.label(label), composer.cell(value, span=3)) for label, value in wide
    ]
    rows += [_pair_row(composer, pairs[at : at + 2]) for at in range(0, len(pairs), 2)]
    return grid(in_points(_FACTS_MM), rows, caption=numbered.caption, least=7 * MM)


def _pair_row(composer: Composer, pair: Sequence[tuple[str, str | None]]) -> Row:
    (label, value), *rest = pair
    if not rest:
        return (composer.label(label), composer.cell(value, span=3))
    second = rest[0]
    return (
        composer.label(label),
        composer.cell(value),
        composer.label(second[0]),
        composer.cell(second[1]),
    )


def _communities(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (_("小区"), _("建成年份"), _("幢数"), _("单元数"), _("户数"), _("建筑面积（㎡）"))
    rows = [_community_row(composer, each) for each in paper.project.communities]
    if len(rows) > 1:
        rows.append(_community_row(composer, _total(paper.project.communities)))
    return composer.table(_COMMUNITY_MM, head, rows, numbered)


def _community_row(composer: Composer, each: CommunityFacts) -> Row:
    counts = (each.buildings, each.units, each.households)
    return (
        composer.cell(each.name),
        composer.centred(each.built),
        *(composer.centred(None if count is None else grouped(count)) for count in counts),
        composer.centred(area_text(each.floor_area_m2)),
    )


def _total(communities: Sequence[CommunityFacts]) -> CommunityFacts:
    """Add up what is known of every community; a sum with a gap is no sum."""
    areas = [each.floor_area_m2 for each in communities]
    known = [area for area in areas if area is not None]
    return CommunityFacts(
        name=_("合计"),
        buildings=_sum([each.buildings for each in communities]),
        units=_sum([each.units for each in communities]),
        households=_sum([each.households for each in communities]),
        floor_area_m2=sum(known[1:], known[0]) if len(known) == len(areas) else None,
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _parties(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    rows = [
        (
            composer.centred(each.role),
            composer.cell(each.unit),
            composer.centred(each.representative),
            composer.centred(each.post),
        )
        for each in paper.parties
    ]
    head = (_("参与方"), _("单位名称"), _("代表"), _("职务"))
    return composer.table(_PARTY_MM, head, rows, numbered)


def _scope(composer: Composer, paper: AcceptancePaper, numbered: Numbered) -> Block:
    head = (
        _("专业"),
        _("改造内容"),
        _("性质"),
        _("计划量"),
        _("完成量"),
        _("差异"),
        _("差异原因"),
    )
    rows = [_scope_row(composer, each) for each in paper.scope]
    return composer.table(_SCOPE_MM, head, rows, numbered)


def _scope_row(composer: Composer, each: ScopeRow) -> Row:
    return (
        composer.centred(each.discipline),
        composer.cell(each.content),
        composer.centred(each.duty),
        composer.centred(each.planned),
        composer.centred(each.done),
        composer.centred(each.difference),
        composer.cell(each.reason),
    )
