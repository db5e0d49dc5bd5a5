"""The outline of a rectification notice."""

from inspector.core.papers import NoticePaper, NoticeRow, snapshot_sha256
from inspector.reports.outline import (
    Outline,
    OutlinePhoto,
    OutlineTable,
    Section,
    Value,
    facts_table,
    photos_table,
)
from inspector.reports.outlines.common import identity_table
from inspector.words.language import _


def notice_outline(paper: NoticePaper) -> Outline:
    """Draw a notice: to whom, what must be put right, until when, the photos."""
    snapshot = snapshot_sha256(paper)
    title = _("整改通知单") + (_("（已撤回）") if paper.withdrawn else "")
    sections = [
        Section(
            title=_("通知"),
            lines=(paper.withdrawn,) if paper.withdrawn else (),
            tables=(facts_table(_("整改通知"), _facts(paper)),),
        ),
        Section(title=_("问题"), tables=(_problems(paper),)),
    ]
    if paper.photos:
        sections.append(
            Section(
                title=_("附：问题照片"),
                tables=(photos_table(paper.photos),),
                photos=tuple(OutlinePhoto(photo) for photo in paper.photos),
            )
        )
    statement = identity_table(paper.identity, snapshot)
    sections.append(Section(title=_("数据说明"), tables=(statement,)))
    return Outline(
        title=title,
        subject=_("致 {unit}：{project}").format(unit=paper.to, project=paper.project.name),
        code=paper.project.code,
        identity=paper.identity,
        snapshot=snapshot,
        sections=tuple(sections),
    )


def _facts(paper: NoticePaper) -> list[tuple[str, Value]]:
    return [
        (_("编号"), paper.identity.number),
        (_("工程名称"), paper.project.name),
        (_("项目编码"), paper.project.code),
        (_("部位"), paper.part),
        (_("责任单位"), paper.to),
        (_("签发单位"), paper.issuer),
        (_("抄送"), _("、").join(paper.copies_to) or None),
        (_("整改要求"), paper.demand),
        (_("整改期限"), paper.due),
        (_("复查方式"), paper.recheck_mode),
        (_("复查单位"), paper.recheck_unit),
    ]


def _problems(paper: NoticePaper) -> OutlineTable:
    rows = (_problem(number, row) for number, row in enumerate(paper.rows, start=1))
    return OutlineTable(
        title=_("问题清单"),
        head=(
            *(_("序号"), _("问题编号"), _("部位"), _("问题描述"), _("程度")),
            *(_("实测"), _("要求"), _("依据"), _("照片")),
        ),
        rows=tuple(rows),
        widths=(10, 26, 22, 34, 10, 14, 16, 20, 14),
    )


def _problem(number: int, row: NoticeRow) -> tuple[Value, ...]:
    return (
        *(number, row.number, row.place, row.text, row.severity),
        *(row.measured, row.demand, row.basis, row.photo_numbers),
    )
