"""What is said of signatures: the parts of what was shown, what changed since, and refusals."""

from collections.abc import Iterable, Mapping

from inspector.core.errors import Problem
from inspector.core.signatures import Part, SignatureKind
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.INK_INVALID: N_("签名笔迹不可用：{detail}。请清除后重签。"),
    Problem.INK_TOO_LONG: N_("签名笔迹超过 {most} 个点。请清除后重签，只写姓名。"),
    Problem.INK_EMPTY: N_("还没有写下签名。请在签名区写下姓名后再按“完成”。"),
    Problem.SIGN_BEFORE_VERDICT: N_("会议尚未宣布结论，还不能签字。请先宣布结论。"),
    Problem.SIGN_CONTENT_CHANGED: N_(
        "出示以后内容有变更：{parts}。没有签字；请核对现在的内容（校验码 {code}）后再签。"
    ),
    Problem.SIGN_CONTENT_OTHER: N_(
        "“{given}”不是现在内容的校验码。没有签字；请核对现在的内容（校验码 {code}）后再签。"
    ),
    Problem.SIGN_TWICE: N_("该单位已于 {at} 就同一内容签字。如需重签，请先写明理由撤回。"),
    Problem.SIGN_WITHDRAWN: N_("这个签名已经撤回。"),
    Problem.SCAN_CODE_UNKNOWN: N_(
        "校验码“{code}”不是本项目任何一份验收报告的。请核对扫描页页脚的校验码。"
    ),
}

_PARTS: Mapping[Part, str] = {
    Part.PROJECT: N_("工程概况"),
    Part.MEETING: N_("会议日期、地点、主持人或判定规则"),
    Part.ATTENDANCE: N_("参加单位和到会情况"),
    Part.RESULTS: N_("查验结果"),
    Part.DEFECTS: N_("问题清单"),
    Part.PROGRESS: N_("整改进展"),
    Part.GROUPS: N_("分组和资料核查"),
    Part.OPINIONS: N_("各方意见"),
    Part.RESIDENTS: N_("居民意见"),
    Part.VERDICT: N_("验收结论"),
}
_KINDS: Mapping[SignatureKind, str] = {
    SignatureKind.INK: N_("手写签名"),
    SignatureKind.SCAN: N_("纸质签字页扫描件"),
}


def part_name(part: Part) -> str:
    """Name a part of what was shown."""
    return _(_PARTS[part])


def signature_kind_name(kind: SignatureKind) -> str:
    """Name a way of signing."""
    return _(_KINDS[kind])


def change_text(parts: Iterable[Part]) -> str:
    """Say which parts changed after signing; nothing where none did."""
    names = _("、").join(part_name(part) for part in parts)
    return _("签后有变更：{parts}").format(parts=names) if names else ""


def standing_text(parts: Iterable[Part], *, is_double: bool, withdrawn: str | None) -> str:
    """Say how a signature stands."""
    if withdrawn is not None:
        return _("已撤回：{reason}").format(reason=withdrawn)
    said = [*([_("重复签字")] if is_double else []), *([change_text(parts)] if parts else [])]
    return _("；").join(said) or _("有效")
