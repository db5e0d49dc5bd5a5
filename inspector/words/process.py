"""What the process is called, and the sentence for what each condition found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from inspector.core.aftercare.account import AccountLack
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.canonical import spell_decimal
from inspector.core.checklists import Severity
from inspector.core.errors import Problem
from inspector.core.inspections import VisitKind
from inspector.core.process.facts import Seen, Why
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    DocumentOpinion,
    EventKind,
    GateId,
    Phase,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.path import GateStatus
from inspector.core.process.votes import ShareKind, ShareLine, VoteBase, VoteMeasure
from inspector.core.projects import PartyRole
from inspector.core.sums import SumCheck
from inspector.words.aftercare import lack_text, warranty_kind_name, yuan_text
from inspector.words.checklists import severity_name
from inspector.words.language import N_, _
from inspector.words.records import field_name, role_name, visit_kind_name

PROBLEMS: Mapping[Problem, str] = {
    Problem.CALENDAR_YEAR_UNKNOWN: N_(
        "没有 {year} 年的节假日表，不能计算工作日。请填写该年的放假和调休"
        "（命令行：process calendar）。"
    ),
    Problem.CALENDAR_INVALID: N_(
        "{year} 年的节假日表里“{value}”不合要求：日期写作 2026-05-01 或 2026-05-01..2026-05-05，"
        "须在该年内，同一天不能又放假又上班。"
    ),
    Problem.CALENDAR_NOT_READ: N_(
        "文字里找不到 {year} 年的放假日期，没有保存。请粘贴国务院办公厅的通知全文，或直接填写日期。"
    ),
    Problem.CALENDAR_UNREADABLE: N_(
        "节假日表“{file}”读不懂（{detail}）。请改正，或删除后重新填写。"
    ),
    Problem.VOTE_AREA_INCOMPLETE: N_(
        "面积只填了一部分，没有保存。应参加和同意的面积请一并填写，或都不填。"
    ),
    Problem.VOTE_OVERCOUNTED: N_(
        "{measure}：{part} {count} 多于{whole} {most}，没有保存。请核对表决结果。"
    ),
    Problem.DAYS_UNORDERED: N_("{later}（{later_on}）早于{earlier}（{earlier_on}），没有保存。"),
    Problem.DAY_TO_COME: N_("{field}（{day}）还没有到，没有保存。请核对日期。"),
    Problem.SAID_ALREADY: N_("{day} 已有同样的记录（{authority}，{paper}），没有再记。"),
    Problem.TARGET_UNKNOWN: N_("流程里没有“{target}”这一项，或它由记录得出，不能另行确认。"),
    Problem.STATE_NOT_ASSERTABLE: N_("不能认定为“{state}”：这一状态由记录得出，或另有操作。"),
    Problem.FILE_KIND_UNFIT: N_(
        "“{file}”不能作为文件归入：可用的格式为 {allowed}，不能为空，不超过 {megabytes} MB。"
    ),
}

_PHASES: Mapping[Phase, str] = {
    Phase.PLANNING: N_("计划申报"),
    Phase.ISSUING: N_("计划下发"),
    Phase.BUILDING: N_("项目实施"),
    Phase.ACCEPTANCE: N_("项目验收"),
    Phase.AFTER: N_("后续管理"),
    Phase.ANY: N_("任一阶段"),
}
_STATES: Mapping[ProjectState, str] = {
    ProjectState.CANDIDATE: N_("摸底入库"),
    ProjectState.WILLING: N_("意愿征集达标"),
    ProjectState.SCHEME_DRAFTED: N_("初步方案编成"),
    ProjectState.PRE_REVIEWED: N_("办公室初审通过"),
    ProjectState.PUBLICIZED: N_("公示期满"),
    ProjectState.DECLARED: N_("已申报"),
    ProjectState.DECIDED: N_("领导小组讨论确定"),
    ProjectState.PLANNED: N_("年度计划已下发"),
    ProjectState.JOINTLY_REVIEWED: N_("方案联合审查通过"),
    ProjectState.TENDERED: N_("招投标完成"),
    ProjectState.PERMITTED: N_("施工许可已办"),
    ProjectState.BUILDING: N_("施工中"),
    ProjectState.COMPLETED: N_("完工预验收通过"),
    ProjectState.IN_ACCEPTANCE: N_("联合竣工验收中"),
    ProjectState.RECTIFYING: N_("整改中"),
    ProjectState.ACCEPTED: N_("验收通过"),
    ProjectState.SETTLED: N_("竣工财务决算完成"),
    ProjectState.HANDED_OVER: N_("资料归档与移交完成"),
    ProjectState.MANAGED: N_("长效管理中"),
    ProjectState.SUSPENDED: N_("暂停"),
    ProjectState.WITHDRAWN: N_("撤回或未列入"),
}
_GATES: Mapping[GateId, str] = {
    GateId.G1: N_("对象与改造意愿"),
    GateId.G2: N_("初步方案"),
    GateId.G3: N_("办公室初审"),
    GateId.G4: N_("公示"),
    GateId.G5: N_("方案认可与申报"),
    GateId.G6: N_("审核汇总与领导小组"),
    GateId.G7: N_("区政府同意与联合下发"),
    GateId.G8: N_("方案联合审查"),
    GateId.G9: N_("招投标"),
    GateId.G10: N_("施工许可"),
    GateId.G11: N_("开工"),
    GateId.G12: N_("完工"),
    GateId.G13: N_("提请联合验收"),
    GateId.G14: N_("验收通过"),
    GateId.G15: N_("整改后复验"),
    GateId.G16: N_("整改回复与申请复验"),
    GateId.G17: N_("验收不通过"),
    GateId.G18: N_("竣工财务决算"),
    GateId.G19: N_("归档与移交"),
    GateId.G20: N_("长效管理落实"),
}
_STATUSES: Mapping[GateStatus, str] = {
    GateStatus.PASSED: N_("已通过"),
    GateStatus.WAIVED: N_("已豁免"),
    GateStatus.ASSERTED: N_("接入时认定"),
    GateStatus.READY: N_("已备"),
    GateStatus.OPEN: N_("未齐"),
}
_CONDITIONS: Mapping[Condition, str] = {
    Condition.BUILT_BEFORE_CUTOFF: N_("建成年份在计划范围内"),
    Condition.NOT_LATELY_RENOVATED: N_("近 5 年未综合改造"),
    Condition.NOT_TO_BE_DEMOLISHED: N_("未列入 5 年内拆迁计划"),
    Condition.RESIDENTS_WILLING: N_("改造同意率达标"),
    Condition.DESIGNER_COMMISSIONED: N_("街道已委托设计单位"),
    Condition.SCHEME_PAPERS_PRESENT: N_("方案、预算、资金和长效方案齐全"),
    Condition.OFFICE_AGREED: N_("办公室初审意见为同意"),
    Condition.PUBLICIZED_LONG_ENOUGH: N_("公示不少于 5 个工作日"),
    Condition.POSTED_WITH_PHOTOS: N_("在小区内张贴，有首末日照片"),
    Condition.OBJECTIONS_ANSWERED: N_("异议均已答复"),
    Condition.SCHEME_APPROVED: N_("方案认可率达标"),
    Condition.DECLARED_IN_TIME: N_("在截止日前申报"),
    Condition.OFFICE_CHECKED: N_("类型、预算、资金匹配已审核"),
    Condition.GROUP_MINUTED: N_("领导小组已讨论确定"),
    Condition.GOVERNMENT_APPROVED: N_("区政府已同意"),
    Condition.ISSUED_JOINTLY: N_("住建、发改、财政联合下发"),
    Condition.DESIGN_DEEPENED: N_("扩初设计已完成"),
    Condition.DEPARTMENTS_REVIEWED: N_("部门和专家已审查"),
    Condition.REVIEW_ISSUED: N_("联审纪要和概算意见已出具"),
    Condition.REVIEW_HANDED_IN: N_("招标时已提交联审纪要和概算意见"),
    Condition.BUILDERS_CHOSEN: N_("施工和监理单位已确定"),
    Condition.PERMIT_ISSUED: N_("施工许可已办理"),
    Condition.ILLEGAL_STRUCTURES_CLEARED: N_("开工前违建已清"),
    Condition.WATCH_GROUP_SET_UP: N_("居民监督小组已成立"),
    Condition.START_ORDERED: N_("已下达开工令"),
    Condition.CONTENT_COMPLETE: N_("合同内容已完成"),
    Condition.SELF_CHECKED: N_("施工单位已自检"),
    Condition.PRE_ACCEPTANCE_CLOSED: N_("预验收问题已闭合"),
    Condition.SPOT_CHECKS_CLOSED: N_("住建局抽检问题已闭合"),
    Condition.PRECONDITIONS_MET: N_("验收前置条件齐全"),
    Condition.MEETING_CALLED: N_("会议通知已发"),
    Condition.NO_OPEN_CRITICAL: N_("没有未了结的严重问题"),
    Condition.DOMINANT_QUALIFIED: N_("主控项目全部合格"),
    Condition.GENERAL_QUALIFIED: N_("一般项目达到合格率"),
    Condition.MANDATORY_DONE: N_("必改项目全部完成"),
    Condition.PARTIES_SIGNED: N_("应到各方均已签署"),
    Condition.DEFECTS_LISTED: N_("问题均有责任单位和期限"),
    Condition.NOTHING_FORBIDS: N_("没有不得验收的情形"),
    Condition.DEFECTS_ANSWERED: N_("通知的问题均有回复和照片"),
    Condition.SUPERVISOR_CHECKED: N_("监理已复查同意"),
    Condition.ACCEPTANCE_FORBIDDEN: N_("有不得验收的情形"),
    Condition.SETTLEMENT_AUDITED: N_("竣工结算已审核"),
    Condition.FINAL_ACCOUNT_APPROVED: N_("竣工财务决算已批准"),
    Condition.ARCHIVE_ACCEPTED: N_("归档包已封存并接收"),
    Condition.ASSETS_HANDED_OVER: N_("资产和资料已移交"),
    Condition.BODY_SIGNED: N_("管理单位已签约"),
    Condition.RULES_IN_FORCE: N_("维修资金和管理规约已生效"),
}
_DOCUMENTS: Mapping[DocumentKind, str] = {
    DocumentKind.WILLINGNESS_FORM: N_("意愿征求表"),
    DocumentKind.NEEDS_LIST: N_("需求清单"),
    DocumentKind.DRAFT_SCHEME: N_("初步改造方案"),
    DocumentKind.BUDGET: N_("预算"),
    DocumentKind.RESIDENT_FUNDING: N_("居民资金筹集方案"),
    DocumentKind.MAINTENANCE_FUND: N_("维修资金补建续筹方案"),
    DocumentKind.PROPERTY_SERVICE: N_("物业服务引进方案"),
    DocumentKind.OFFICE_REVIEW: N_("初审意见"),
    DocumentKind.PUBLICITY_TEXT: N_("公示文本"),
    DocumentKind.PUBLICITY_PHOTOS: N_("公示照片"),
    DocumentKind.OBJECTION_RECORD: N_("异议处理记录"),
    DocumentKind.SCHEME_FORM: N_("方案认可表"),
    DocumentKind.DECLARATION: N_("申报表"),
    DocumentKind.GROUP_MINUTES: N_("领导小组会议纪要"),
    DocumentKind.PROGRAMME_PAPER: N_("三年行动计划"),
    DocumentKind.ANNUAL_PLAN_PAPER: N_("年度改造计划"),
    DocumentKind.FUND_BUDGET: N_("资金预算"),
    DocumentKind.DEEPENED_DESIGN: N_("扩初设计"),
    DocumentKind.REVIEW_MINUTES: N_("联审纪要"),
    DocumentKind.ESTIMATE_OPINION: N_("概算审核意见书"),
    DocumentKind.DRAWINGS: N_("施工图和设计变更"),
    DocumentKind.TENDER_FILING: N_("招标备案"),
    DocumentKind.AWARD_NOTICE: N_("中标通知书"),
    DocumentKind.CONSTRUCTION_CONTRACT: N_("施工合同"),
    DocumentKind.SUPERVISION_CONTRACT: N_("监理合同"),
    DocumentKind.PERMIT: N_("施工许可证"),
    DocumentKind.DEMOLITION_LEDGER: N_("违建拆除台账"),
    DocumentKind.WATCH_GROUP_LIST: N_("居民监督小组名单"),
    DocumentKind.START_ORDER: N_("开工令"),
    DocumentKind.MATERIAL_PAPERS: N_("材料合格证和进场复验"),
    DocumentKind.CONCEALED_RECORDS: N_("隐蔽工程和检验批记录"),
    DocumentKind.TEST_REPORTS: N_("功能性试验报告"),
    DocumentKind.COMPLETION_REPORT: N_("工程竣工报告"),
    DocumentKind.PRE_ACCEPTANCE_RECORD: N_("预验收记录"),
    DocumentKind.SPOT_CHECK_RECORD: N_("抽检记录"),
    DocumentKind.QUALITY_ASSESSMENT: N_("工程质量评估报告"),
    DocumentKind.DESIGN_CHECK: N_("勘察设计质量检查报告"),
    DocumentKind.SPECIAL_ACCEPTANCE: N_("专项验收意见"),
    DocumentKind.WARRANTY: N_("工程质量保修书"),
    DocumentKind.AS_BUILT_DRAWINGS: N_("竣工图"),
    DocumentKind.ORDERS_FULFILLED: N_("责令整改完成证明"),
    DocumentKind.MANAGEMENT_PLAN: N_("长效管理方案"),
    DocumentKind.ACCEPTANCE_APPLICATION: N_("联合验收申请"),
    DocumentKind.PAPERS_CHECK: N_("资料核查表"),
    DocumentKind.MEETING_NOTICE: N_("会议通知"),
    DocumentKind.ACCEPTANCE_REPORT: N_("联合竣工验收报告"),
    DocumentKind.RECTIFICATION_NOTICE: N_("整改通知单"),
    DocumentKind.RECTIFICATION_REPLY: N_("整改回复单"),
    DocumentKind.RECHECK_OPINION: N_("复查意见"),
    DocumentKind.REFUSAL_OPINION: N_("不通过意见书"),
    DocumentKind.SETTLEMENT_AUDIT: N_("竣工结算审核"),
    DocumentKind.FINAL_ACCOUNT: N_("竣工财务决算"),
    DocumentKind.ARCHIVE_HANDOVER: N_("档案移交书"),
    DocumentKind.ASSET_LIST: N_("资产移交清单"),
    DocumentKind.MANAGEMENT_AGREEMENT: N_("管理协议"),
    DocumentKind.MANAGEMENT_RULES: N_("管理规约"),
    DocumentKind.OTHER: N_("其他文件"),
}
_OPINIONS: Mapping[DocumentOpinion, str] = {
    DocumentOpinion.AGREE: N_("同意"),
    DocumentOpinion.CONDITIONAL: N_("有条件同意"),
    DocumentOpinion.DISAGREE: N_("不同意"),
}
_SUBJECTS: Mapping[VoteSubject, str] = {
    VoteSubject.WILLINGNESS: N_("改造意愿"),
    VoteSubject.SCHEME: N_("改造方案认可"),
    VoteSubject.LIFT: N_("加装电梯"),
    VoteSubject.FUND: N_("筹集维修资金"),
    VoteSubject.FUND_USE: N_("使用维修资金"),
    VoteSubject.PROPERTY: N_("选聘物业"),
}
_BASES: Mapping[VoteBase, str] = {
    VoteBase.ENTITLED: N_("应参加者"),
    VoteBase.TAKING_PART: N_("参加表决者"),
}
_MEASURES: Mapping[VoteMeasure, str] = {
    VoteMeasure.HOUSEHOLDS: N_("户数（户）"),
    VoteMeasure.AREA: N_("专有面积（㎡）"),
}
_EVENTS: Mapping[EventKind, str] = {
    EventKind.CONFIRM: N_("确认"),
    EventKind.WAIVE: N_("豁免"),
    EventKind.ASSERT: N_("认定状态"),
    EventKind.SUSPEND: N_("暂停"),
    EventKind.WITHDRAW: N_("撤回"),
    EventKind.RESUME: N_("恢复进行"),
}
_WHYS: Mapping[Why, str] = {
    Why.BUILT_IN_TIME: N_("最晚建于 {year} 年，计划为 {cutoff} 年（含）以前"),
    Why.BUILT_TOO_LATE: N_("建于 {year} 年，晚于计划的 {cutoff} 年"),
    Why.BUILT_YEAR_UNKNOWN: N_("有小区或楼栋没有填建成年份"),
    Why.CUTOFF_UNKNOWN: N_("所属计划没有填“建成年份截止”"),
    Why.CONFIRMED: N_("{authority} 已确认{basis}"),
    Why.DENIED: N_("{authority} 认为不符合{basis}"),
    Why.NOT_CONFIRMED: N_("还没有人确认"),
    Why.VOTE_COUNTED: "{count_text}",
    Why.VOTE_MISSING: N_("没有“{subject}”的表决记录"),
    Why.PARTY_KNOWN: N_("已登记{roles}"),
    Why.PARTY_MISSING: N_("参建单位里没有{roles}"),
    Why.PAPERS_THERE: N_("已有{kinds}"),
    Why.PAPERS_MISSING: N_("缺少{kinds}"),
    Why.OPINION_AGREES: N_("{kind}为同意"),
    Why.OPINION_OTHER: N_("{kind}的意见是：{opinion}"),
    Why.PUBLICITY_LASTED: N_("{start} 至 {end}，{days} 个工作日"),
    Why.PUBLICITY_SHORT: N_("{start} 至 {end} 只有 {days} 个工作日，至少 {least} 个"),
    Why.PUBLICITY_RUNNING: N_("公示到 {end}，还没有期满"),
    Why.PUBLICITY_MISSING: N_("没有公示记录"),
    Why.YEAR_WITHOUT_TABLE: N_("没有 {year} 年的节假日表，请先填写"),
    Why.PHOTOS_THERE: N_("张贴于{place}，首末日照片齐全"),
    Why.PHOTOS_MISSING: N_("缺少{which}照片"),
    Why.PHOTO_OF_OTHER_DAY: N_("照片拍摄于 {taken}，应为 {wanted}"),
    Why.NO_OBJECTION: N_("没有异议"),
    Why.OBJECTIONS_ANSWERED: N_("{count} 条异议均已答复"),
    Why.OBJECTIONS_OPEN: N_("{count} 条异议没有答复"),
    Why.DECLARED_BY: N_("{day} 申报，截止 {deadline}"),
    Why.DECLARED_LATE: N_("{day} 申报，晚于截止日 {deadline}"),
    Why.DEADLINE_UNKNOWN: N_("年度计划没有填申报截止日"),
    Why.DAY_UNKNOWN: N_("{kind}没有填日期"),
    Why.APPROVAL_NUMBERED: N_("批准文号 {number}"),
    Why.ISSUERS_COMPLETE: N_("由{issuer}下发"),
    Why.ISSUERS_LACKING: N_("年度改造计划的下发单位缺少：{names}"),
    Why.HANDED_IN_AFTER: N_("{kind}（{day}）晚于招标备案（{filed}）"),
    Why.VISIT_MISSING: N_("没有{kind}记录"),
    Why.DEFECTS_CLOSED: N_("{count} 个问题均已闭合"),
    Why.DEFECTS_OPEN: N_("{count} 个问题未了结"),
    Why.PRECONDITIONS_THERE: N_("24 项齐全或已豁免"),
    Why.PRECONDITIONS_LACKING: N_("缺少 {count} 项：{numbers}"),
    Why.ITEMS_UNCHECKED: N_("{due} 项中 {count} 项未查"),
    Why.NOTHING_TO_CHECK: N_("方案里还没有检查项"),
    Why.ITEMS_QUALIFIED: N_("已全部查验，没有不合格"),
    Why.ITEMS_CONCEDED: N_("已全部查验，除让步接收的 {count} 项外没有不合格"),
    Why.ITEMS_FAILED: N_("{count} 项不合格"),
    Why.SHARE_REACHED: N_("{count} 项不合格，合格率达到判定规则的要求"),
    Why.DEFECTS_NOT_ASSIGNED: N_("{count} 个问题没有责任单位或期限"),
    Why.DEFECTS_ASSIGNED: N_("{count} 个问题均已落实"),
    Why.NO_DEFECT_OPEN: N_("没有未了结的问题"),
    Why.DEFECTS_UNANSWERED: N_("{count} 个问题没有回复"),
    Why.DEFECTS_WITHOUT_PHOTO: N_("{count} 个问题没有整改后照片"),
    Why.DEFECTS_ALL_ANSWERED: N_("{count} 个问题均已回复"),
    Why.NOTHING_ISSUED: N_("没有下发过整改通知单"),
    Why.BUNDLE_MISSING: N_("还没有封存归档包"),
    Why.ACCOUNT_MISSING: N_("没有填竣工财务决算"),
    Why.ACCOUNT_LACKING: N_("{lacks}"),
    Why.ACCOUNT_APPROVED: N_("{authority} {day} 批准，决算 {yuan} 元"),
    Why.SETTLED: N_("结算审定价 {yuan} 元"),
    Why.NOT_SETTLED: N_("没有填结算审定价"),
    Why.HANDOVER_MISSING: N_("移交清单是空的"),
    Why.HANDOVER_OPEN: N_("{count} 项没有移交：{names}"),
    Why.HANDED_OVER: N_("{count} 项均已移交"),
    Why.BODY_MISSING: N_("没有填管理单位"),
    Why.BODY_UNSIGNED: N_("{name}还没有签约"),
    Why.BODY_SIGNED: N_("{name} {day} 签约"),
    Why.AGREEMENT_OVER: N_("{name}的协议 {day} 已到期"),
    Why.IN_FORCE: N_("维修资金 {fund} 生效，管理规约 {rules} 生效"),
    Why.ALL_SIGNED: N_("{number}：应签的 {count} 方均已签署"),
    Why.NOT_SIGNED: N_("已签 {count} 方，还没有签署：{names}"),
    Why.CHANGED_SINCE_SIGNED: N_("签后有变更，须重新签署：{names}"),
    Why.NOT_FORBIDDEN: N_("没有人提出"),
    Why.FORBIDDEN: N_("{authority} 提出{basis}"),
}


def phase_name(phase: Phase) -> str:
    """Name a part of the process."""
    return _(_PHASES[phase])


def project_state_name(state: ProjectState) -> str:
    """Name where a project stands."""
    return _(_STATES[state])


def gate_name(gate: GateId) -> str:
    """Name a gate."""
    return _(_GATES[gate])


def gate_status_name(status: GateStatus) -> str:
    """Name how a gate stands."""
    return _(_STATUSES[status])


def condition_name(condition: Condition) -> str:
    """Name a condition."""
    return _(_CONDITIONS[condition])


def document_name(kind: DocumentKind) -> str:
    """Name a paper."""
    return _(_DOCUMENTS[kind])


def opinion_name(opinion: DocumentOpinion | None) -> str:
    """Name what a paper says; a dash where it says nothing."""
    return _(_OPINIONS[opinion]) if opinion else "—"


def subject_name(subject: VoteSubject) -> str:
    """Name what is voted on."""
    return _(_SUBJECTS[subject])


def base_name(base: VoteBase) -> str:
    """Name of whom a share is taken."""
    return _(_BASES[base])


def measure_name(measure: VoteMeasure) -> str:
    """Name what is counted, with its unit."""
    return _(_MEASURES[measure])


def event_name(kind: EventKind) -> str:
    """Name what was said."""
    return _(_EVENTS[kind])


def seen_text(seen: Seen) -> str:
    """Say what a condition found, with its figures."""
    facts = {name: _spoken(value) for name, value in seen.facts.items()}
    template = _WHYS[seen.why]
    more = {name: say(seen.facts) for name, say in _MORE.get(seen.why, {}).items()}
    return (template if seen.why is Why.VOTE_COUNTED else _(template)).format(**facts, **more)


def sum_text(check: SumCheck) -> str:
    """Say which sum does not hold, with its figures."""
    parts = " + ".join("—" if part is None else spell_decimal(part) for part in check.parts)
    return _("{name}：{field}合计 {parts} = {total}，与总数 {whole} 不符。").format(
        name=check.name,
        field=field_name(check.field),
        parts=parts,
        total=spell_decimal(check.total),
        whole=spell_decimal(check.whole),
    )


def share_text(line: ShareLine) -> str:
    """Write one comparison of a count so that a reader can repeat it by hand."""
    names = {
        ShareKind.TURNOUT: _("参加"),
        ShareKind.AGREEMENT: _("同意"),
    }
    sign = _comparison(line)
    unit = _("户") if line.measure is VoteMeasure.HOUSEHOLDS else _("㎡")
    if line.count is None or line.whole is None:
        return _("{what}（{unit}）：没有统计，应{sign} {share}").format(
            what=names[line.kind], unit=unit, sign=sign, share=line.share
        )
    return _("{what} {count}/{whole} {unit}，应{sign} {share}，即 {needed}").format(
        what=names[line.kind],
        count=spell_decimal(line.count),
        whole=spell_decimal(line.whole),
        unit=unit,
        sign=sign,
        share=line.share,
        needed=line.needed,
    )


def _comparison(line: ShareLine) -> str:
    return ">" if line.exceeds else "≥"


def _basis(facts: Mapping[str, object]) -> str:
    parts = [str(one) for one in (facts.get("paper"), facts.get("day")) if one]
    return _("（{parts}）").format(parts=_("，").join(parts)) if parts else ""


def _which(facts: Mapping[str, object]) -> str:
    ends = ((facts.get("is_first"), _("首日")), (facts.get("is_last"), _("末日")))
    return _("、").join(text for is_missing, text in ends if is_missing)


def _counted(facts: Mapping[str, object]) -> str:
    lines = facts.get("lines", ())
    told = [one for one in lines if isinstance(one, ShareLine)] if isinstance(lines, tuple) else []
    return _("；").join(share_text(line) for line in told)


_MORE: Mapping[Why, Mapping[str, Callable[[Mapping[str, object]], str]]] = {
    Why.CONFIRMED: {"basis": _basis},
    Why.DENIED: {"basis": _basis},
    Why.FORBIDDEN: {"basis": _basis},
    Why.PHOTOS_MISSING: {"which": _which},
    Why.VOTE_COUNTED: {"count_text": _counted},
}


def _spoken(value: object) -> object:
    if isinstance(value, tuple):
        return _listed(value)
    for kind, name in _NAMED:
        if isinstance(value, kind):
            return name(value)
    if value is None:
        return "—"
    return value.isoformat() if isinstance(value, date) else value


def _listed(values: Sequence[object] | Iterable[object]) -> str:
    return _("、").join(str(_spoken(value)) for value in values)


_NAMED: tuple[tuple[type, Callable[..., str]], ...] = (
    (DocumentKind, document_name),
    (DocumentOpinion, opinion_name),
    (VoteSubject, subject_name),
    (PartyRole, role_name),
    (VisitKind, visit_kind_name),
    (Severity, severity_name),
    (ProjectState, project_state_name),
    (VoteMeasure, measure_name),
    (Fraction, str),
    (AccountLack, lack_text),
    (WarrantyKind, warranty_kind_name),
    (Decimal, yuan_text),
)


def spoken_fact(value: object) -> object:
    """Name a fact of a problem that is a word of the process; others stay as they are."""
    is_word = isinstance(value, ProjectState | VoteMeasure | WarrantyKind)
    return _spoken(value) if is_word else value
