"""The outlines of the register of defects and of what a visit found."""

from inspector.core.papers import (
    BuildingPaper,
    DefectsPaper,
    PaperPhoto,
    VisitPaper,
    snapshot_sha256,
)
from inspector.reports.outline import (
    Outline,
    OutlinePhoto,
    OutlineTable,
    Section,
    Value,
    facts_table,
    photos_table,
)
from inspector.reports.outlines.common import defects_section, identity_table, project_table
from inspector.words.language import _


def defects_outline(paper: DefectsPaper) -> Outline:
    """Draw the register of defects."""
    snapshot = snapshot_sha256(paper)
    return Outline(
        title=_("问题台账"),
        subject=paper.project.name,
        code=paper.project.code,
        identity=paper.identity,
        snapshot=snapshot,
        sections=(
            Section(title=_("工程概况"), tables=(project_table(paper.project),)),
            defects_section(_("问题与整改"), paper.defect_lines, paper.defects),
            Section(title=_("照片"), tables=(photos_table(_photos_of(paper)),)),
            Section(title=_("数据说明"), tables=(identity_table(paper.identity, snapshot),)),
        ),
    )


def _photos_of(paper: DefectsPaper) -> list[PaperPhoto]:
    pairs = [pair for each in paper.defects for pair in each.pairs]
    shown = [photo for pair in pairs for photo in (pair.before, pair.after) if photo]
    return sorted({photo.number: photo for photo in shown}.values(), key=lambda one: one.number)


def visit_outline(paper: VisitPaper) -> Outline:
    """Draw what a visit found."""
    first = Section(title=_("查验概况"), tables=(visit_table(paper),))
    return _findings(paper, _("查验记录"), first, _("本次登记的问题"))


def building_outline(paper: BuildingPaper) -> Outline:
    """Draw how a building stands."""
    first = Section(title=_("楼栋概况"), tables=(building_table(paper),))
    return _findings(paper, _("分幢查验记录"), first, _("问题与整改"))


def building_table(paper: BuildingPaper) -> OutlineTable:
    """Say which building it is."""
    return facts_table(_("楼栋概况"), paper.facts)


def _findings(
    paper: VisitPaper | BuildingPaper, title: str, first: Section, defects_title: str
) -> Outline:
    snapshot = snapshot_sha256(paper)
    sections = [
        first,
        _results(paper),
        defects_section(defects_title, paper.defect_lines, paper.defects),
    ]
    if paper.photos:
        sections.append(
            Section(
                title=_("照片"),
                tables=(photos_table(paper.photos),),
                photos=tuple(OutlinePhoto(photo) for photo in paper.photos),
            )
        )
    statement = identity_table(paper.identity, snapshot)
    sections.append(Section(title=_("数据说明"), tables=(statement,)))
    return Outline(
        title=title,
        subject=paper.project.name,
        code=paper.project.code,
        identity=paper.identity,
        snapshot=snapshot,
        sections=tuple(sections),
    )


def visit_table(paper: VisitPaper) -> OutlineTable:
    """Say which visit it was."""
    visit = paper.visit
    facts: list[tuple[str, Value]] = [
        (_("工程名称"), paper.project.name),
        (_("项目编码"), paper.project.code),
        (_("类别"), visit.kind),
        (_("日期"), visit.day),
        (_("查验人员"), visit.people),
        (_("范围"), visit.scope),
        (_("记录（项次）"), visit.answers),
        (_("备注"), paper.note),
    ]
    return facts_table(_("查验概况"), facts)


def _results(paper: VisitPaper | BuildingPaper) -> Section:
    if not paper.answers:
        return Section(title=_("查验结果"), lines=(_("尚无现场查验记录。"),))
    rows = (
        (
            *(each.item, each.place, each.verdict, each.readings),
            *(each.computation, each.reason, each.note),
        )
        for each in paper.answers
    )
    head = (
        *(_("检查项"), _("部位"), _("判定"), _("读数")),
        *(_("计算"), _("原因"), _("备注")),
    )
    table = OutlineTable(
        title=_("查验结果"), head=head, rows=tuple(rows), widths=(34, 24, 14, 26, 34, 14, 14)
    )
    return Section(title=_("查验结果"), tables=(table,))
