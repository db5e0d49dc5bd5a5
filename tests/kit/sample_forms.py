"""Forms of the made-up community, as full as they get."""

from dataclasses import replace

from inspector.core.papers import FormPaper, FormSheet, FormTable, SignBox
from tests.kit.sample_papers import IDENTITY, PARTIES, PROJECT

FACTS = (("会议", "第 1 轮联合竣工验收会议"), ("日期", "2026-11-22"), ("地点", None))


def make_form(groups: int = 3, rows: int = 5) -> FormPaper:
    """Make a form with a sheet for each of some groups."""
    return FormPaper(
        identity=replace(IDENTITY, number="FZ-2026-JF2-K7-001"),
        project=PROJECT,
        title="分组验收意见表",
        sheets=tuple(make_sheet(number, rows) for number in range(1, groups + 1)),
        is_parted=True,
    )


def make_sheet(number: int = 1, rows: int = 5) -> FormSheet:
    """Make the sheet of a group; what a person typed is taken for nothing but text."""
    return FormSheet(
        title=f"现场{number}组",
        facts=(*FACTS, ("组别", f"现场{number}组")),
        lines=("抽查的检查项未登记问题 <b>&。",),
        tables=(
            FormTable(
                title="抽查结果",
                head=("检查项", "应查", "合格"),
                rows=tuple((f"RD-{row:03d} 平整度", 40 + row, 39 + row) for row in range(rows)),
                widths=(100, 30, 30),
            ),
        ),
        signs=(
            SignBox(title="分组意见", told=("■ 同意",), lines=("组长（签字）：",), has_seal=False),
        ),
    )


def make_five() -> FormPaper:
    """Make a form with a box and a seal for each party."""
    boxes = tuple(
        SignBox(
            title=f"{each.role}：{each.unit}",
            told=("意见：■ 同意　□ 有条件同意　□ 不同意", "条件：补种行道树（JF2-12-K7-0001）"),
            lines=(
                f"项目负责人：{each.representative or ''}",
                "签字：",
                "执业印章：",
                "年　月　日",
            ),
        )
        for each in PARTIES
    )
    return FormPaper(
        identity=replace(IDENTITY, number="WF-2026-JF2-K7-001"),
        project=PROJECT,
        title="五方责任主体签署页",
        sheets=(FormSheet(title="五方责任主体签署", facts=FACTS, lines=("同意。",), signs=boxes),),
    )
