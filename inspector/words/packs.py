"""What is wrong in a pack's file, and what differs between two versions, in sentences."""

from collections.abc import Iterable, Mapping

from inspector.core.packs import FaultCode, PackDiff, PackFault
from inspector.words.language import N_, _

PACK_LABELS: Mapping[str, str] = {
    "owner": "所属编号",
    "id": "编号",
    "version": "版本",
    "title_zh": "名称（中文）",
    "title_en": "名称（英文）",
    "basis_zh": "依据说明（中文）",
    "basis_en": "依据说明（英文）",
    "checked_on": "核对日期",
    "region": "地区",
    "caution_zh": "提示（中文）",
    "caution_en": "提示（英文）",
    "code": "代码",
    "core": "核心专业",
    "key": "代码",
    "confidence": "核对程度",
    "confidence_basis": "核对依据",
    "note": "备注",
    "text": "内容",
    "levels": "层级",
    "tier": "改造类别",
    "name": "当地名称",
    "target": "对象（专业或检查项）",
    "discipline": "专业代码",
    "group": "分组（中文）",
    "group_en": "分组（英文）",
    "level": "一般检查位置",
    "requirement_zh": "要求（中文）",
    "requirement_en": "要求（英文）",
    "duty": "必改/可选",
    "duty_basis": "必改依据",
    "control": "主控/一般",
    "control_basis": "主控依据",
    "answer.type": "应答类型",
    "answer.unit": "单位",
    "answer.decimals": "小数位数",
    "answer.points": "逐点测量",
    "answer.limits.minimum": "下限",
    "answer.limits.maximum": "上限",
    "answer.limits.design": "设计值为哪一侧限值",
    "answer.limits.strict_minimum": "须大于下限",
    "answer.tolerance.minus": "允许负偏差",
    "answer.tolerance.plus": "允许正偏差",
    "answer.relative_to": "偏差相对于",
    "answer.options": "选项（每行一个）",
    "answer.options_en": "选项英文（每行一个）",
    "answer.pass_options": "合格选项（每行一个）",
    "label_zh": "分档名称（中文）",
    "label_en": "分档名称（英文）",
    "limits.minimum": "下限",
    "limits.maximum": "上限",
    "limits.design": "设计值为哪一侧限值",
    "limits.strict_minimum": "须大于下限",
    "tolerance.minus": "允许负偏差",
    "tolerance.plus": "允许正偏差",
    "method_zh": "检查方法（中文）",
    "method_en": "检查方法（英文）",
    "tools": "工具代码（每行一个）",
    "sampling_zh": "抽样（中文）",
    "sampling_en": "抽样（英文）",
    "evidence": "证据（每行一个）",
    "severity_default": "缺省严重程度",
    "shown_when.item": "显示条件：检查项",
    "shown_when.state": "显示条件：结论",
    "retired": "已停用",
    "std": "标准",
    "std_key": "标准代码",
    "clause": "条款",
    "source": "来源代码",
    "part": "份额单位",
    "points": "点数",
    "share": "份额",
}
"""Headers of a pack's sheets, for people; the field's own name stands behind each in brackets."""

_FAULTS: Mapping[FaultCode, str] = {
    FaultCode.SYNTAX: N_("第 {line} 行第 {column} 列附近的写法有误，无法往下读。"),
    FaultCode.UNREADABLE: N_(
        "无法读取，文件须为 UTF-8 编码的 TOML 或 JSON，或 xlsx 表格（{reason}）。"
    ),
    FaultCode.TOO_LARGE: N_("文件超过 {limit_mb} MB，不像检查清单。"),
    FaultCode.FIELD_UNKNOWN: N_("没有这个字段，请核对拼写或删去。"),
    FaultCode.FIELD_MISSING: N_("缺少这个字段，请补上。"),
    FaultCode.TYPE_WRONG: N_("“{value}”的类型不对，应为{wanted}。"),
    FaultCode.VALUE_UNKNOWN: N_("“{value}”不是可用的值，可用：{allowed}。"),
    FaultCode.TEXT_EMPTY: N_("内容为空，请填写。"),
    FaultCode.TEXT_UNCLEAN: N_("文字首尾有空格，或含有看不见的字符，应为“{value}”。"),
    FaultCode.NUMBER_OUT_OF_RANGE: N_("{value} 超出范围，应为 {allowed}。"),
    FaultCode.CODE_INVALID: N_("“{value}”不能用作编号。"),
    FaultCode.DUPLICATE: N_("“{value}”重复，先出现在 {first}。"),
    FaultCode.REFERENCE_UNKNOWN: N_("所指的“{value}”在本清单中不存在。"),
    FaultCode.LIMITS_MISSING: N_("没有给出限值。"),
    FaultCode.LIMITS_UNWANTED: N_("这类应答不用这种限值，请删去或改应答类型。"),
    FaultCode.LIMITS_REVERSED: N_("下限 {low} 与上限 {high} 之间没有可合格的值。"),
    FaultCode.LIMITS_TWICE: N_("同一侧给了两个限值，请只留一个。"),
    FaultCode.TOLERANCE_SIGN: N_("允许偏差 {value} 的正负号不对：负偏差应 ≤ 0，正偏差应 ≥ 0。"),
    FaultCode.OPTIONS_MISSING: N_("选项没有写全。"),
    FaultCode.OPTIONS_UNWANTED: N_("只有选择类应答才有选项。"),
    FaultCode.CONTROL_WITHOUT_BASIS: N_(
        "主控/一般与其依据不一致：写了类别须写依据，没有类别依据写 none。"
    ),
    FaultCode.RULE_IN_CIRCLE: N_("显示条件互相循环：{value}。"),
    FaultCode.RULE_NEVER_SHOWS: N_("条件“{value}”不可能成立，这一项永远不会显示。"),
    FaultCode.ITEMS_MISSING: N_("清单里没有检查项。"),
}
_TYPES: Mapping[str, str] = {
    "str": N_("文字"),
    "int": N_("整数"),
    "bool": N_("true 或 false"),
    "Decimal": N_("数字"),
    "date": N_("日期（如 2026-01-31）"),
    "list": N_("列表 [ … ]"),
    "table": N_("表 { … }"),
}


def fault_sentence(fault: PackFault) -> str:
    """Say what is wrong, after the file, item and field in which it is."""
    facts = dict(fault.facts)
    if "wanted" in facts:
        facts["wanted"] = _(_TYPES[facts["wanted"]])
    where = _(" · ").join(part for part in (fault.file, fault.item, fault.field) if part)
    sentence = _(_FAULTS[fault.code]).format(**facts)
    return _("{where}：{sentence}").format(where=where, sentence=sentence)


def fault_lines(faults: Iterable[PackFault]) -> list[str]:
    """Say everything that is wrong, a line for each fault."""
    return [fault_sentence(fault) for fault in faults]


def diff_lines(diff: PackDiff) -> list[str]:
    """Say what differs between two versions, a line for each item or field."""
    lines = [_("新增 {item}").format(item=item_id) for item_id in diff.added]
    lines += [_("取消 {item}").format(item=item_id) for item_id in diff.removed]
    changes = [("", change) for change in diff.head]
    changes += [(item.item_id, change) for item in diff.changed for change in item.fields]
    for item_id, change in changes:
        where = _(" · ").join(part for part in (item_id, change.field) if part)
        line = _("{where}：“{before}”改为“{after}”")
        lines.append(line.format(where=where, before=change.before, after=change.after))
    return lines
