"""The outline of the joint acceptance report; chapters keep their official numbers."""

from collections.abc import Iterator

from inspector.core.papers import AcceptancePaper, DisciplineRow, ReasonLine, snapshot_sha256
from inspector.reports.outline import (
    Outline,
    OutlinePhoto,
    OutlineTable,
    Section,
    Value,
    photos_table,
    told_section,
    unrecorded,
)
from inspector.reports.outlines.common import (
    defects_section,
    identity_table,
    project_table,
    result_lines,
    unrecorded_facts,
)
from inspector.reports.outlines.meeting import (
    opinions_tables,
    organisation_section,
    residents_section,
)
from inspector.reports.outlines.way import builders_section, papers_section, procedure_section
from inspector.reports.outlines.works import (
    care_section,
    documents_section,
    location_section,
    trials_table,
    with_figure_note,
    works_tables,
)
from inspector.reports.wording import (
    area_text,
    percent_text,
    signed_line,
    without_meeting_note,
)
from inspector.words.language import _


def acceptance_outline(paper: AcceptancePaper) -> Outline:
    """Draw the joint acceptance report."""
    snapshot = snapshot_sha256(paper)
    sections = [
        _project(paper),
        procedure_section(paper.way),
        builders_section(paper.builders),
        organisation_section(paper),
        papers_section(paper),
        _results(paper),
        defects_section(_("七、问题与整改"), paper.defect_lines, paper.defects),
        residents_section(paper.meeting),
        _conclusion(paper),
        _signing(paper),
        _photos(paper),
        documents_section(paper.papers),
        care_section(paper.after),
        with_figure_note(location_section(paper.after)),
        Section(title=_("附件 E　数据说明"), tables=tuple(_statement(paper, snapshot))),
    ]
    return Outline(
        title=_("联合竣工验收报告") + ("" if paper.is_final else _("（未定稿）")),
        subject=paper.project.name,
        code=paper.project.code,
        identity=paper.identity,
        snapshot=snapshot,
        sections=tuple(sections),
    )


def _photos(paper: AcceptancePaper) -> Section:
    return Section(
        title=_("附件 A　照片"),
        lines=() if paper.photos else (unrecorded(_("照片")),),
        tables=(photos_table(paper.photos),) if paper.photos else (),
        photos=tuple(OutlinePhoto(photo) for photo in paper.photos),
    )


def _project(paper: AcceptancePaper) -> Section:
    """Draw chapter 1."""
    return told_section(
        _("一、工程概况"),
        unrecorded_facts(paper),
        (*_project_tables(paper), *works_tables(paper.works)),
    )


def _project_tables(paper: AcceptancePaper) -> Iterator[OutlineTable]:
    yield project_table(paper.project)
    if paper.project.communities:
        yield OutlineTable(
            title=_("小区情况"),
            head=(
                *(_("小区"), _("建成年份"), _("幢数"), _("单元数")),
                *(_("户数"), _("建筑面积（㎡）")),
            ),
            rows=tuple(
                (
                    *(each.name, each.built, each.buildings, each.units),
                    *(each.households, area_text(each.floor_area_m2)),
                )
                for each in paper.project.communities
            ),
            widths=(52, 24, 18, 18, 20, 28),
        )
    if paper.parties:
        yield OutlineTable(
            title=_("参建单位和参加单位"),
            head=(_("参与方"), _("单位名称"), _("代表"), _("职务")),
            rows=tuple(
                (each.role, each.unit, each.representative, each.post) for each in paper.parties
            ),
            widths=(30, 70, 30, 30),
        )
    if paper.scope:
        yield _scope(paper)


def _scope(paper: AcceptancePaper) -> OutlineTable:
    head = (
        *(_("专业"), _("改造内容"), _("性质"), _("计划量"), _("完成量")),
        *(_("差异"), _("差异原因")),
    )
    rows = (
        (
            *(each.discipline, each.content, each.duty, each.planned, each.done),
            *(each.difference, each.reason),
        )
        for each in paper.scope
    )
    widths = (24, 37, 14, 20, 20, 16, 29)
    title = _("改造内容与完成情况")
    return OutlineTable(title=title, head=head, rows=tuple(rows), widths=widths)


def _results(paper: AcceptancePaper) -> Section:
    made = (
        *(_visits(paper), _disciplines(paper), _measured(paper)),
        *(trials_table(paper.works), _idle(paper)),
    )
    return told_section(_("六、现场查验结果"), result_lines(paper), made)


def _visits(paper: AcceptancePaper) -> OutlineTable:
    return OutlineTable(
        title=_("现场查验批次"),
        head=(_("类别"), _("日期"), _("查验人员"), _("范围"), _("记录（项次）")),
        rows=tuple(
            (each.kind, each.day, each.people, each.scope, each.answers) for each in paper.visits
        ),
        widths=(22, 34, 38, 42, 24),
    )


def _disciplines(paper: AcceptancePaper) -> OutlineTable:
    rows = [*paper.disciplines, *((paper.total,) if paper.total else ())]
    return OutlineTable(
        title=_("分专业查验汇总"),
        head=(
            *(_("专业"), _("应查"), _("合格"), _("不合格"), _("不适用"), _("未查")),
            *(_("主控合格率"), _("一般合格点率"), _("结论")),
        ),
        rows=tuple(_discipline_row(each) for each in rows),
        widths=(32, 14, 14, 14, 15, 15, 19, 22, 15),
    )


def _discipline_row(each: DisciplineRow) -> tuple[Value, ...]:
    return (
        *(each.discipline, each.due, each.passed, each.failed, each.not_applicable),
        *(each.unchecked, percent_text(each.dominant_percent)),
        *(percent_text(each.general_percent), each.verdict),
    )


def _measured(paper: AcceptancePaper) -> OutlineTable:
    rows = (
        (
            *(each.item, each.place, each.limit, "　".join(one.text for one in each.readings)),
            *(each.unit, each.worst, "\n".join(each.computation), each.verdict),
        )
        for each in paper.measured
    )
    return OutlineTable(
        title=_("实测实量"),
        head=(
            *(_("检查项"), _("部位"), _("限值"), _("读数")),
            *(_("单位"), _("最不利值"), _("计算"), _("判定")),
        ),
        rows=tuple(rows),
        widths=(32, 22, 18, 24, 10, 14, 30, 12),
        note=paper.rule_note,
    )


def _idle(paper: AcceptancePaper) -> OutlineTable:
    return OutlineTable(
        title=_("不适用的检查项"),
        head=(_("检查项"), _("部位"), _("不适用的原因")),
        rows=tuple((each.item, each.places, each.reason) for each in paper.not_applicable),
        widths=(46, 60, 54),
    )


def _conclusion(paper: AcceptancePaper) -> Section:
    said = paper.conclusion
    title = _("结论：") + said.title + (_("（未经会议）") if said.without_meeting else "")
    title += "" if paper.is_final else _("（未定稿）")
    table = OutlineTable(
        title=_("结论依据"),
        head=(_("序号"), _("条件与数据"), _("是否满足")),
        rows=tuple(
            (number, line.text, _met(line)) for number, line in enumerate(said.reasons, start=1)
        ),
        widths=(14, 122, 24),
    )
    return Section(
        title=_("九、验收结论"),
        lines=(
            *(title, said.wording),
            *((without_meeting_note(),) if said.without_meeting else ()),
            *said.notes,
        ),
        tables=tuple(
            one for one in (*opinions_tables(paper.meeting), table, _conflicts(paper)) if one.rows
        ),
    )


def _met(line: ReasonLine) -> str:
    if line.is_met:
        return _("满足")
    return (line.consequence or _("不满足")) if line.binding else _("提醒")


def _conflicts(paper: AcceptancePaper) -> OutlineTable:
    return OutlineTable(
        title=_("未裁定的冲突"),
        head=(_("序号"), _("记录"), _("争议的内容"), _("各方所记")),
        rows=tuple(
            (number, row.record, row.field, "\n".join(row.values))
            for number, row in enumerate(paper.conflicts, start=1)
        ),
        widths=(14, 44, 30, 72),
    )


def _signing(paper: AcceptancePaper) -> Section:
    signed = paper.signed
    lines = (signed_line(signed), *signed.withdrawn) if signed and signed.rows else ()
    return Section(title=_("十、签署页"), lines=lines, tables=(_signers(paper),))


def _signers(paper: AcceptancePaper) -> OutlineTable:
    rows: list[tuple[Value, ...]] = []
    for each in paper.parties:
        unit = _("{unit}（{role}）").format(unit=each.unit, role=each.role)
        signed = paper.signed.of_unit(each.unit, each.role) if paper.signed else ()
        rows += [
            (unit, one.signer, one.post, "\n".join(filter(None, (one.kind, one.remark))), one.day)
            for one in signed
        ] or [(unit, each.representative, each.post, "", "")]
    return OutlineTable(
        title=_("参加验收人员签名"),
        head=(_("单位"), _("姓名"), _("职务"), _("签名"), _("日期")),
        rows=tuple(rows),
        widths=(60, 20, 24, 30, 26),
    )


def _statement(paper: AcceptancePaper, snapshot: str) -> Iterator[OutlineTable]:
    yield identity_table(paper.identity, snapshot, paper.statement)
    if paper.statement.packs:
        yield OutlineTable(
            title=_("检查清单版本"),
            head=(_("清单"), _("版本"), _("SHA-256"), _("标准核对日期")),
            rows=tuple(
                (
                    *(pack.title, pack.version, pack.sha256),
                    pack.editions_checked_on.isoformat() if pack.editions_checked_on else None,
                )
                for pack in paper.statement.packs
            ),
            widths=(44, 22, 70, 24),
        )
