"""What follows an acceptance: names of sums, warranties, things handed over, points of care."""

from collections.abc import Mapping
from decimal import Decimal

from inspector.core.aftercare.account import AccountLack, Difference
from inspector.core.aftercare.care import ITEMS, CareGroup, CarePoint, CareState, CareTally
from inspector.core.aftercare.claim import ClaimState, Cover
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.management import ManagementMode
from inspector.core.aftercare.warranty import WarrantyKind, WarrantyState
from inspector.core.errors import Problem
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.WARRANTY_TOO_SHORT: N_(
        "{kind}的保修到 {ends} 止，短于法定最低期限（最早 {least}，《建设工程质量管理条例》"
        "第四十条），没有保存。请核对合同和日期。"
    ),
    Problem.WARRANTY_END_UNKNOWN: N_(
        "{kind}的保修期没有以月计的法定期限，没有保存。请按合同填写“保修月数”或“保修截止”。"
    ),
    Problem.CARE_NOT_ANSWERED: N_(
        "“{point}”这一点还没有结果，照片没有收入。请先填写有、不全或没有，再加照片。"
    ),
    Problem.CLAIM_NOT_REPAIRED: N_("报修 {number} 还没有修复日期，不能销项。请先登记修复。"),
    Problem.CLAIM_OWN_REPAIR: N_(
        "报修 {number} 由 {name} 维修，销项的人不能是维修人。请由另一人查看后销项。"
    ),
    Problem.CLAIM_CLOSED: N_("报修 {number} 已销项，没有改动。请先撤销销项再改。"),
    Problem.NOT_A_CARE_VISIT: N_(
        "{number} 不是长效管理检查，没有保存。请新建一次“长效管理检查”再填写。"
    ),
}

_KINDS: Mapping[WarrantyKind, str] = {
    WarrantyKind.WATERPROOFING: N_("防水防渗漏"),
    WarrantyKind.HEATING: N_("供热与供冷系统"),
    WarrantyKind.ELECTRICS: N_("电气管线"),
    WarrantyKind.WATER: N_("给排水管道"),
    WarrantyKind.EQUIPMENT: N_("设备安装"),
    WarrantyKind.DECORATION: N_("装修工程"),
    WarrantyKind.STRUCTURE: N_("地基基础和主体结构"),
    WarrantyKind.OTHER: N_("其他（按合同）"),
}
_LEAST: Mapping[WarrantyKind, str] = {
    WarrantyKind.WATERPROOFING: N_("不少于 5 年"),
    WarrantyKind.HEATING: N_("不少于 2 个采暖期、供冷期"),
    WarrantyKind.ELECTRICS: N_("不少于 2 年"),
    WarrantyKind.WATER: N_("不少于 2 年"),
    WarrantyKind.EQUIPMENT: N_("不少于 2 年"),
    WarrantyKind.DECORATION: N_("不少于 2 年"),
    WarrantyKind.STRUCTURE: N_("按设计合理使用年限"),
    WarrantyKind.OTHER: N_("按合同约定"),
}
_STATES: Mapping[WarrantyState, str] = {
    WarrantyState.RUNNING: N_("保修中"),
    WarrantyState.ENDING: N_("即将到期"),
    WarrantyState.OVER: N_("已到期"),
}
_THINGS: Mapping[HandoverKind, str] = {
    HandoverKind.FACILITY: N_("设施设备"),
    HandoverKind.ROOM: N_("用房"),
    HandoverKind.PAPERS: N_("图纸资料"),
    HandoverKind.OTHER: N_("其他"),
}
_MODES: Mapping[ManagementMode, str] = {
    ManagementMode.PROFESSIONAL: N_("专业物业"),
    ManagementMode.COMMUNITY: N_("社区（街道）托管"),
    ManagementMode.OWNERS: N_("业主自管"),
}
_LACKS: Mapping[AccountLack, str] = {
    AccountLack.SUMS_MISSING: N_("概算、合同价、结算、决算没有填全"),
    AccountLack.FUNDING_MISSING: N_("没有填资金来源"),
    AccountLack.FUNDING_DIFFERS: N_("资金来源合计与决算不等"),
    AccountLack.UNEXPLAINED: N_("有超出，没有填差异说明"),
    AccountLack.NOT_APPROVED: N_("没有批准"),
}
_SUMS: Mapping[str, str] = {
    "estimate_yuan": N_("概算"),
    "contract_yuan": N_("合同价"),
    "settled_yuan": N_("结算审定价"),
    "final_yuan": N_("决算"),
    "funded": N_("资金来源合计"),
}
_GROUPS: Mapping[CareGroup, str] = {
    CareGroup.SIX: N_("六有"),
    CareGroup.EIGHT: N_("八个有"),
    CareGroup.FOUR: N_("四位一体"),
}
_POINTS: Mapping[CarePoint, str] = {
    CarePoint.FACILITIES: N_("有完善设施"),
    CarePoint.CLEAN_PLACE: N_("有整洁环境"),
    CarePoint.SERVICES: N_("有配套服务"),
    CarePoint.LASTING_CARE: N_("有长效管理"),
    CarePoint.CULTURE: N_("有特色文化"),
    CarePoint.HARMONY: N_("有和谐关系"),
    CarePoint.OFFICE_ROOM: N_("有物管用房"),
    CarePoint.CLEANING: N_("有公共保洁"),
    CarePoint.ORDER: N_("有秩序维护"),
    CarePoint.PARKING: N_("有停车管理"),
    CarePoint.UPKEEP: N_("有设施维保"),
    CarePoint.GREENING: N_("有绿化养护"),
    CarePoint.ROADS: N_("有道路保养"),
    CarePoint.REPAIRS: N_("有维修管理"),
    CarePoint.PARTY_LEADS: N_("社区党组织领导到位"),
    CarePoint.COMMITTEE: N_("社区居委会参与"),
    CarePoint.OWNERS: N_("业主委员会履职"),
    CarePoint.SERVICE_FIRM: N_("物业服务企业到位"),
}
_FOUND: Mapping[CareState, str] = {
    CareState.HELD: N_("有"),
    CareState.PARTLY: N_("不全"),
    CareState.LACKING: N_("没有"),
}

_CLAIMS: Mapping[ClaimState, str] = {
    ClaimState.OPEN: N_("待修复"),
    ClaimState.REPAIRED: N_("已修复，待查看"),
    ClaimState.CLOSED: N_("已销项"),
}
_COVERS: Mapping[Cover, str] = {
    Cover.WITHIN: N_("质保期内"),
    Cover.BEFORE: N_("早于质保期"),
    Cover.OVER: N_("已过质保期"),
    Cover.NONE: N_("未指明保修"),
}


def warranty_kind_name(kind: WarrantyKind) -> str:
    """Name a part of the works under warranty."""
    return _(_KINDS[kind])


def least_text(kind: WarrantyKind) -> str:
    """Say how long a warranty has to be at least."""
    return _(_LEAST[kind])


def warranty_state_name(state: WarrantyState) -> str:
    """Name how a warranty stands."""
    return _(_STATES[state])


def claim_state_name(state: ClaimState) -> str:
    """Name how far a claim is."""
    return _(_CLAIMS[state])


def cover_text(cover: Cover) -> str:
    """Say whether a claim lies within its warranty."""
    return _(_COVERS[cover])


def handover_kind_name(kind: HandoverKind) -> str:
    """Name a kind of thing that is handed over."""
    return _(_THINGS[kind])


def mode_name(mode: ManagementMode) -> str:
    """Name how a place is managed."""
    return _(_MODES[mode])


def lack_text(lack: AccountLack) -> str:
    """Say what keeps a final account open."""
    return _(_LACKS[lack])


def difference_text(one: Difference) -> str:
    """Say by how much a sum differs from the one that it is held against."""
    amount = yuan_text(abs(one.amount))
    names = {"part": _(_SUMS[one.part]), "whole": _(_SUMS[one.whole]), "amount": amount}
    if not one.amount:
        return _("{part}与{whole}相等").format(**names)
    if one.amount > 0:
        return _("{part}比{whole}多 {amount} 元").format(**names)
    return _("{part}比{whole}少 {amount} 元").format(**names)


def yuan_text(value: Decimal) -> str:
    """Write a sum in yuan with its thousands parted, and fen where there are some: 1,234.50."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def group_name(group: CareGroup) -> str:
    """Name a list of points."""
    return _(_GROUPS[group])


def point_name(point: CarePoint) -> str:
    """Name a point."""
    return _(_POINTS[point])


def point_text(point: CarePoint) -> str:
    """Name a point with the item of the checklist by which it was accepted."""
    item = ITEMS.get(point)
    name = point_name(point)
    return _("{point}（{item}）").format(point=name, item=item) if item else name


def care_state_name(state: CareState | None) -> str:
    """Name what was found of a point."""
    return _(_FOUND[state]) if state else _("未查")


def tally_text(tally: CareTally) -> str:
    """Say how a list stands: 八个有 6/8."""
    return f"{group_name(tally.group)} {tally.held}/{tally.total}"


def claims_text(total: int, open: int, repaired: int) -> str:  # noqa: A002 - as they are counted
    """Say how many claims there are and how far they are."""
    told = _("质保报修 {total} 项：待修复 {open}，已修复待查看 {repaired}")
    return told.format(total=total, open=open, repaired=repaired)
