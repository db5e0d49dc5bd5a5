"""The tables of the works: by building, quantities, sampling, tests; and annexes B, C, D."""

from collections.abc import Iterator
from dataclasses import replace

from inspector.core.papers import AfterText, PaperPhoto, PapersText, WorksText
from inspector.reports.outline import (
    OutlinePhoto,
    OutlineTable,
    Section,
    stated,
    told_section,
    unrecorded,
)
from inspector.words.language import _


def works_tables(works: WorksText) -> Iterator[OutlineTable]:
    """Draw what was done by building, and the quantities on record (T3)."""
    yield OutlineTable(
        title=_("分幢（部位）完成情况"),
        head=(
            *(_("部位"), _("检查项次"), _("合格")),
            *(_("不合格"), _("不适用"), _("未查")),
        ),
        rows=tuple(
            (
                *(one.place, one.items, one.passed),
                *(one.failed, one.not_applicable, one.unchecked),
            )
            for one in works.blocks
        ),
        widths=(60, 20, 20, 20, 20, 20),
    )
    yield OutlineTable(
        title=_("分项工程量"),
        head=(
            *(_("检查项"), _("部位"), _("计划量")),
            *(_("完成量"), _("差异"), _("说明")),
        ),
        rows=tuple(
            (
                *(one.item, one.place, one.planned, one.done),
                stated(one.difference, against=one.is_against) if one.difference else None,
                one.note,
            )
            for one in works.quantities
        ),
        widths=(44, 36, 20, 20, 16, 24),
        middle=frozenset({2, 3, 4}),
    )


def sampling_table(works: WorksText) -> OutlineTable:
    """Draw how each item is looked at and how much of it was (chapter 4)."""
    return OutlineTable(
        title=_("查验方法与抽样"),
        head=(
            *(_("检查项"), _("控制类别"), _("检查方法")),
            *(_("抽样规定"), _("应查（处）"), _("已查（处）")),
        ),
        rows=tuple(
            (one.item, one.control, one.method, one.sampling, one.places, one.checked)
            for one in works.samples
        ),
        widths=(40, 18, 38, 34, 15, 15),
        middle=frozenset({1}),
    )


def trials_table(works: WorksText) -> OutlineTable:
    """Draw what tests came to, by item and result (T9)."""
    return OutlineTable(
        title=_("功能性试验与检测"),
        head=(
            *(_("试验项目"), _("要求"), _("部位")),
            *(_("日期"), _("结果"), _("说明")),
        ),
        rows=tuple(
            (
                *(one.item, one.demand, one.places, one.days),
                *(stated(one.verdict, against=one.is_against), one.note),
            )
            for one in works.trials
        ),
        widths=(32, 38, 36, 21, 14, 19),
        middle=frozenset({3, 4}),
    )


# -- annexes ----------


def documents_section(papers: PapersText) -> Section:
    """Draw annex B: every document on record, and its copy by hash."""
    table = OutlineTable(
        title=_("文件目录"),
        head=(
            *(_("序号"), _("文件"), _("文号"), _("日期")),
            *(_("出具单位"), _("电子副本"), _("SHA-256")),
        ),
        rows=tuple(
            (
                *(f"B-{number}", one.name, one.number, one.day, one.issuer),
                *(one.file or _("无"), one.sha256),
            )
            for number, one in enumerate(papers.documents, start=1)
        ),
        widths=(11, 30, 26, 21, 26, 22, 24),
        middle=frozenset({3}),
    )
    lines = [_copies_line(papers)] if papers.documents else [unrecorded(_("程序文件"))]
    section = told_section(_("附件 B　文件副本"), lines, (table,))
    return replace(section, photos=tuple(OutlinePhoto(one, _("文件副本")) for one in papers.copies))


def copy_title(copy: PaperPhoto) -> str:
    """Say which line of the list a copy belongs to."""
    return _("附件 {number}　{title}").format(number=copy.number, title=copy.caption or "")


def _copies_line(papers: PapersText) -> str:
    with_copy = sum(one.sha256 is not None for one in papers.documents)
    return _(
        "在案文件 {count} 份，其中有电子副本 {copies} 份；副本以 SHA-256 与本表对应，"
        "没有副本的以纸质原件为准。JPEG 扫描件印在表后。"
    ).format(count=len(papers.documents), copies=with_copy)


def care_section(after: AfterText) -> Section:
    """Draw annex C: long-term management and handover."""
    there = sum(one.document is not None for one in after.care)
    told = _("长效管理和移交资料 {count} 种，在案 {there} 种。")
    papers = told.format(count=len(after.care), there=there)
    missing = (
        (after.handover, _("移交清单")),
        (after.warranties, _("质量保修")),
        (after.care_items, _("长效管理查验")),
    )
    lines = [
        papers if there else unrecorded(_("长效管理方案和移交资料")),
        after.managed or unrecorded(_("管理单位")),
        *(unrecorded(what) for rows, what in missing if not rows),
    ]
    tables = (_care_papers(after), _handover(after), _warranties(after), _care_items(after))
    return told_section(_("附件 C　长效管理方案与移交清单"), lines, tables)


def _care_papers(after: AfterText) -> OutlineTable:
    return OutlineTable(
        title=_("长效管理和移交资料"),
        head=(_("资料"), _("文号"), _("日期"), _("出具单位"), _("情况")),
        rows=tuple((one.name, one.document, one.day, one.issuer, one.status) for one in after.care),
        widths=(46, 38, 22, 36, 18),
        middle=frozenset({2, 4}),
    )


def _handover(after: AfterText) -> OutlineTable:
    return OutlineTable(
        title=_("移交清单"),
        head=(
            *(_("类别"), _("移交事项"), _("数量")),
            *(_("接收单位"), _("移交日期"), _("依据文件")),
        ),
        rows=tuple(
            (one.kind, one.item, one.quantity, one.receiver, one.day or _("待移交"), one.paper)
            for one in after.handover
        ),
        widths=(20, 46, 18, 32, 22, 22),
        middle=frozenset({0, 2, 4}),
    )


def _warranties(after: AfterText) -> OutlineTable:
    return OutlineTable(
        title=_("质量保修"),
        head=(_("类别"), _("保修部位"), _("起止日期"), _("保修单位"), _("依据文件")),
        rows=tuple((one.kind, one.part, one.days, one.unit, one.paper) for one in after.warranties),
        widths=(28, 44, 24, 36, 28),
        middle=frozenset({2}),
    )


def _care_items(after: AfterText) -> OutlineTable:
    return OutlineTable(
        title=_("长效管理查验"),
        head=(_("检查项"), _("部位"), _("判定"), _("说明")),
        rows=tuple(
            (one.item, one.place, stated(one.verdict, against=one.is_against), one.note)
            for one in after.care_items
        ),
        widths=(60, 36, 18, 46),
        middle=frozenset({2}),
    )


def location_section(after: AfterText) -> Section:
    """Draw annex D: where each building and outdoor part lies."""
    table = OutlineTable(
        title=_("部位坐标"),
        head=(
            *(_("图上编号"), _("部位"), _("北纬（°）"), _("东经（°）")),
            *(_("坐标系"), _("照片（张）")),
        ),
        rows=tuple(
            (
                *(one.label, one.place, str(one.latitude), str(one.longitude)),
                *(one.datum, one.photos),
            )
            for one in after.spots
        ),
        widths=(18, 48, 24, 24, 30, 16),
        note=_("坐标为该部位照片定位的平均值，未作偏移，只示意位置，不作测量依据。"),
        middle=frozenset({0, 2, 3, 4}),
    )
    lines = [] if after.spots else [_("照片没有定位，部位坐标未记录。")]
    return told_section(_("附件 D　位置图"), lines, (table,))


def with_figure_note(section: Section) -> Section:
    """Say where the sketch stands in an edition that has none."""
    if not section.tables:
        return section
    return replace(section, lines=(*section.lines, _("位置示意图见 PDF 版。")))
