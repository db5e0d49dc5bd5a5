"""Names and sentences of checklists: codes, limits, and what a pack says of itself."""

from collections.abc import Mapping
from decimal import Decimal

from inspector.core.bounds import allowed
from inspector.core.checklists import (
    AnswerState,
    AnswerType,
    Confidence,
    Control,
    DesignSide,
    Discipline,
    Duty,
    EvidenceKind,
    Item,
    Level,
    Limits,
    Reference,
    Severity,
    Tier,
    Tolerance,
    Variant,
)
from inspector.core.errors import Problem
from inspector.core.inspections import Result
from inspector.core.verdicts import Assessment, Contradiction
from inspector.words.language import N_, _, local

PROBLEMS: Mapping[Problem, str] = {
    Problem.PACK_SHEET_MISSING: N_(
        "“{file}”里没有工作表“{sheet}”，不像检查清单。请用 checklist export 导出的表格填写。"
    ),
    Problem.PACK_COLUMN_UNKNOWN: N_(
        "“{file}”的 {cell}：表头“{value}”认不出是哪个字段。请保留方括号里的字段名。"
    ),
    Problem.PACK_OWNER_UNKNOWN: N_(
        "“{file}”的 {cell}：“{value}”不是表中已有的编号，这一行不知道属于谁。请改正编号。"
    ),
    Problem.FORM_NOT_TAKEN: N_(
        "“{file}”的 {cell}：“{value}”不在可导入的 XLSForm 范围内（分组、单选、整数、小数，"
        "relevant 与 constraint 的简单写法），没有导入。请改写后再导入。"
    ),
    Problem.PACK_INVALID: N_(
        "检查清单“{file}”有 {count} 处错误，没有导入。请按所列位置改正后再试。"
    ),
    Problem.PACK_VERSION_TAKEN: N_(
        "检查清单 {pack} 已经发布，内容不能再改，没有导入“{file}”。请改用新的版本号再导入。"
    ),
    Problem.READING_INVALID: N_(
        "“{text}”不是可用的读数。请只填数字，可带正负号和小数点，例如 7.4 或 -0.3。"
    ),
}

_STATES: Mapping[AnswerState, str] = {
    AnswerState.UNCHECKED: N_("未查"),
    AnswerState.PASS: N_("合格"),
    AnswerState.FAIL: N_("不合格"),
    AnswerState.NOT_APPLICABLE: N_("不适用"),
}
_SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: N_("严重"),
    Severity.MAJOR: N_("一般"),
    Severity.MINOR: N_("轻微"),
}
_DUTIES: Mapping[Duty, str] = {Duty.MANDATORY: N_("必改"), Duty.OPTIONAL: N_("可选")}
_CONTROLS: Mapping[Control, str] = {
    Control.DOMINANT: N_("主控项目"),
    Control.GENERAL: N_("一般项目"),
}
_TIERS: Mapping[Tier, str] = {
    Tier.BASIC: N_("基础类"),
    Tier.IMPROVEMENT: N_("完善类"),
    Tier.UPLIFT: N_("提升类"),
}
_LEVELS: Mapping[Level, str] = {
    Level.PROJECT: N_("小区"),
    Level.BUILDING: N_("楼栋"),
    Level.UNIT: N_("单元"),
}
_CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.VERIFIED: N_("已核"),
    Confidence.KNOWN: N_("凭记忆"),
    Confidence.UNSURE: N_("待核"),
}
_EVIDENCE: Mapping[EvidenceKind, str] = {
    EvidenceKind.PHOTO: N_("照片"),
    EvidenceKind.PHOTO_BEFORE_AFTER: N_("改造前后照片"),
    EvidenceKind.TEST_REPORT: N_("检测报告"),
    EvidenceKind.HIDDEN_WORK_RECORD: N_("隐蔽工程验收记录"),
    EvidenceKind.CERTIFICATE: N_("合格证"),
    EvidenceKind.VIDEO: N_("录像"),
    EvidenceKind.AS_BUILT_DRAWING: N_("竣工图"),
    EvidenceKind.DOCUMENT: N_("文件资料"),
    EvidenceKind.SIGNED_FORM: N_("签字表单"),
}
_ANSWER_TYPES: Mapping[AnswerType, str] = {
    AnswerType.PASS_FAIL_NA: N_("合格/不合格/不适用"),
    AnswerType.MEASURE: N_("实测值"),
    AnswerType.DEVIATION: N_("偏差值"),
    AnswerType.COUNT: N_("数量"),
    AnswerType.CHOICE: N_("选项"),
    AnswerType.RATIO: N_("比率"),
}
_CONTRADICTIONS: Mapping[Contradiction, str] = {
    Contradiction.PASS_BUT_FAILING: N_("结论为合格，但读数不合格。"),
    Contradiction.PASS_BUT_INCOMPLETE: N_("结论为合格，但应测的点还没有测全。"),
    Contradiction.FAIL_BUT_PASSING: N_("结论为不合格，但读数都符合要求。"),
    Contradiction.NOT_APPLICABLE_BUT_MEASURED: N_("结论为不适用，但已有读数。"),
}


def state_name(state: AnswerState) -> str:
    """Name an answer's state."""
    return _(_STATES[state])


def reason_said(item: Item, result: Result) -> str:
    """Say why an item is not applicable: the person's reason, or the rule that hides it."""
    if result.rule is None or item.shown_when is None:
        return result.reason or result.rule or ""
    return _("仅在 {asked} 为“{state}”时查验（清单规则 {rule}）").format(
        asked=item.shown_when.item, state=state_name(item.shown_when.state), rule=result.rule
    )


def severity_name(severity: Severity) -> str:
    """Name how bad a defect is."""
    return _(_SEVERITIES[severity])


def duty_name(duty: Duty) -> str:
    """Name whether an item is mandatory."""
    return _(_DUTIES[duty])


def control_name(control: Control | None) -> str:
    """Name the class of an item; one without a class says so."""
    return _("不分主控、一般") if control is None else _(_CONTROLS[control])


def tier_name(tier: Tier) -> str:
    """Name the class of renovation in the national words."""
    return _(_TIERS[tier])


def level_name(level: Level) -> str:
    """Name where an item is usually inspected."""
    return _(_LEVELS[level])


def confidence_name(confidence: Confidence) -> str:
    """Name how well a statement was checked."""
    return _(_CONFIDENCES[confidence])


def evidence_name(kind: EvidenceKind) -> str:
    """Name a kind of evidence."""
    return _(_EVIDENCE[kind])


def answer_type_name(kind: AnswerType) -> str:
    """Name what is to be answered."""
    return _(_ANSWER_TYPES[kind])


def contradiction_sentence(found: Contradiction) -> str:
    """Say how a stated answer and its readings disagree."""
    return _(_CONTRADICTIONS[found])


def item_title(item: Item) -> str:
    """Give an item's title in the language in use."""
    return local(item.title_zh, item.title_en)


def requirement(item: Item) -> str:
    """Give an item's requirement; the Chinese wording is the one that counts."""
    return local(item.requirement_zh, item.requirement_en or "")


def method(item: Item) -> str:
    """Say how an item is looked at."""
    return local(item.method_zh, item.method_en or "")


def sampling(item: Item) -> str:
    """Say how often it is looked at."""
    return local(item.sampling_zh, item.sampling_en or "")


def group_title(item: Item) -> str:
    """Name the group of an item within its discipline."""
    return local(item.group, item.group_en or "")


def option_label(item: Item, option: str) -> str:
    """Give what an option is called; the Chinese one is what an answer keeps."""
    answer = item.answer
    named = dict(zip(answer.options, answer.options_en, strict=False))
    return local(option, named.get(option, ""))


def discipline_title(discipline: Discipline) -> str:
    """Give a discipline's title in the language in use."""
    return local(discipline.title_zh, discipline.title_en)


def variant_label(variant: Variant) -> str:
    """Give what a case is called."""
    return local(variant.label_zh, variant.label_en or "")


def reference_text(ref: Reference) -> str:
    """Cite a document and clause, with the mark of how well it was checked."""
    cited = f"{ref.std} {ref.clause}" if ref.clause else ref.std
    return _("{cited}（{confidence}）").format(
        cited=cited, confidence=confidence_name(ref.confidence)
    )


def number_text(value: Decimal, *, signed: bool = False) -> str:
    """Write a number with a true minus sign, its digits as given."""
    text = format(value, "+f" if signed and value else "f")
    return text.replace("-", "−")


def limit_text(item: Item, variant: str | None = None, design: Decimal | None = None) -> str:
    """Write what is allowed: "≤ 5 mm", "−5…+10 mm", "≥ 设计值 4.0 m"; empty if the eye judges."""
    if item.answer.type is AnswerType.CHOICE:
        return _("、").join(option_label(item, option) for option in item.answer.pass_options)
    limits, tolerance = allowed(item, variant)
    unit = item.answer.unit or ""
    if tolerance is not None:
        return f"{_tolerance_text(tolerance)} {unit}".strip()
    if limits is None:
        return ""
    has_number = limits.design is None or design is not None
    return f"{_limits_text(limits, design)} {unit if has_number else ''}".strip()


def _tolerance_text(tolerance: Tolerance) -> str:
    low, high = tolerance.minus, tolerance.plus
    if low is not None and high is not None:
        both = f"{number_text(low, signed=True)}…{number_text(high, signed=True)}"
        return f"±{number_text(high)}" if low == -high else both
    if low is not None:
        return f"≥ {number_text(low, signed=True)}"
    return "" if high is None else f"≤ {number_text(high, signed=True)}"


def _limits_text(limits: Limits, design: Decimal | None) -> str:
    more = ">" if limits.strict_minimum else "≥"
    low = _side_text(limits.minimum, design, is_design=limits.design is DesignSide.MINIMUM)
    high = _side_text(limits.maximum, design, is_design=limits.design is DesignSide.MAXIMUM)
    if low and high and not limits.strict_minimum:
        return f"{low}…{high}"
    parts = [f"{more} {low}"] if low else []
    return _("，").join([*parts, *([f"≤ {high}"] if high else [])])


def _side_text(value: Decimal | None, design: Decimal | None, *, is_design: bool) -> str:
    if not is_design:
        return "" if value is None else number_text(value)
    return _("设计值") if design is None else _("设计值 {value}").format(value=number_text(design))


def suggested_defect_text(item: Item, assessment: Assessment | None) -> str:
    """Describe a failed item as a defect: its title, and the worst value that breaks its limit."""
    title = item_title(item)
    if assessment is None or not assessment.failing or assessment.worst is None:
        return _("{title}不符合要求").format(title=title)
    unit = item.answer.unit or ""
    return _("{title}不符合要求：最不利值 {worst} {unit}，{count} 点不合格").format(
        title=title,
        worst=number_text(assessment.worst),
        unit=unit,
        count=len(assessment.failing),
    )
