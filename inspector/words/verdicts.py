"""The computation behind a verdict, in words that a reader can repeat by hand."""

from collections.abc import Mapping
from decimal import Decimal

from inspector.core.computations import Statement, Step, explain
from inspector.core.verdicts import Assessment, Status
from inspector.words.checklists import number_text
from inspector.words.language import N_, _

_STATUSES: Mapping[Status, str] = {
    Status.PASS: N_("合格"),
    Status.FAIL: N_("不合格"),
    Status.INCOMPLETE: N_("不完整"),
}
_STEPS: Mapping[Step, str] = {
    Step.VARIANT_MISSING: N_("未选分档，暂不判定"),
    Step.DESIGN_MISSING: N_("未填设计值，暂不判定"),
    Step.CHOICE_MISSING: N_("未选选项，暂不判定"),
    Step.POINTS_MISSING: N_("应测 {due} 点，已测 {measured} 点，未测全，不能判合格"),
    Step.ALREADY_LOST: N_("按已测的点，补测后也不能合格"),
    Step.RATE: N_("合格点 {passing}/{due} = {rate} %"),
    Step.ALL_REACHED: N_("须全部合格，达到"),
    Step.ALL_MISSED: N_("须全部合格，未达到"),
    Step.SHARE_REACHED: N_("达到 {needed} %"),
    Step.SHARE_MISSED: N_("未达到 {needed} %"),
    Step.SHARE_MISSED_CLOSELY: N_(
        "未达到 {needed} %（100 × 合格点 = {left}，小于 {needed} × 应测点 = {right}）"
    ),
    Step.HIGHEST_WITHIN: N_("最大 {worst}，未超 1.5 × {bound} = {limit}"),
    Step.HIGHEST_BEYOND: N_("最大 {worst}，超过 1.5 × {bound} = {limit}"),
    Step.LOWEST_WITHIN: N_("最小 {worst}，未超 1.5 × ({bound}) = {limit}"),
    Step.LOWEST_BEYOND: N_("最小 {worst}，超过 1.5 × ({bound}) = {limit}"),
    Step.ZERO_BOUND_BROKEN: N_("{worst} 超出允许值 0，0 的 1.5 倍仍为 0"),
    Step.NO_TOLERANCE: N_("该限值没有允许偏差，不适用 1.5 倍规则"),
    Step.FAILING_POINTS: N_("不合格点：{points}"),
    Step.VALUE_HOLDS: N_("实测 {value}，符合限值 {bound}"),
    Step.VALUE_BREAKS: N_("实测 {value}，不符合限值 {bound}"),
    Step.CHOICE_PASSES: N_("“{choice}”属于合格选项"),
    Step.CHOICE_FAILS: N_("“{choice}”不属于合格选项"),
}


def status_name(status: Status) -> str:
    """Name what readings say."""
    return _(_STATUSES[status])


def computation(assessment: Assessment) -> str:
    """Write a computation: "合格点 4/5 = 80.0 %，达到 80 %；最大 7.4，未超 1.5 × 5 = 7.5"."""
    text = ""
    for statement in explain(assessment):
        text += statement_text(statement)
        text += _("，") if statement.step is Step.RATE else _("；")
    return text[: -len(_("；"))]


def statement_text(statement: Statement) -> str:
    """Write one statement of a computation."""
    facts = {name: _fact_text(value) for name, value in statement.facts.items()}
    if statement.points:
        facts["points"] = _("、").join(_point_text(*point) for point in statement.points)
    return _(_STEPS[statement.step]).format(**facts)


def _point_text(number: int, value: Decimal) -> str:
    return _("第 {number} 点 {value}").format(number=number, value=number_text(value))


def _fact_text(value: object) -> str:
    """Write a fact; a product such as 1.5 × 5.0 drops the noughts at its end."""
    if not isinstance(value, Decimal):
        return str(value)
    text = number_text(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
