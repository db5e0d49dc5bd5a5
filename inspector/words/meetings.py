"""What is said of a meeting: presence, opinions, the verdict line by line, and its refusals."""

from collections.abc import Mapping
from fractions import Fraction

from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import Problem
from inspector.core.joint import ClauseLine, Judgement, Share
from inspector.core.meetings import GroupKind, Opinion, Presence, Satisfaction, Stance
from inspector.core.rules import Clause
from inspector.core.verdicts import Rate
from inspector.words.acceptance import conclusion_title
from inspector.words.language import N_, _
from inspector.words.records import role_name

PROBLEMS: Mapping[Problem, str] = {
    Problem.RULES_NOT_READ: N_(
        "判定规则“{file}”不是可读的 TOML 文本：{detail}。请对照随附的规则文件改正。"
    ),
    Problem.RULES_KEY_UNKNOWN: N_(
        "判定规则“{file}”里的“{key}”不是规则文件的项目。请对照随附的规则文件改正。"
    ),
    Problem.RULES_VALUE_WRONG: N_(
        "判定规则“{file}”里“{key}”的值“{value}”不合要求，可用：{allowed}。"
    ),
    Problem.MEETING_EXISTS: N_("第 {round} 轮验收会议已经建立，请直接填写这次会议。"),
    Problem.MEETING_DAYS_CROSS: N_(
        "第 {round} 轮会议的日期 {day} 与第 {other} 轮的 {other_day} 次序不对。请核对日期。"
    ),
    Problem.OPINION_NEEDS_TEXT: N_("“不同意”须写明理由。"),
    Problem.OPINION_NEEDS_CONDITION: N_("“有条件同意”须写明条件、责任单位和期限。"),
    Problem.OPINION_WITH_CONDITIONS: N_("只有“有条件同意”才能附条件。"),
    Problem.OPINION_WHILE_ABSENT: N_(
        "“{unit}”记为缺席，不能登记“同意”。到会的请先更正签到；收到书面意见的，请附上该文件"
        "（命令行加 --letter）。"
    ),
    Problem.ABSENT_WITH_OPINION: N_(
        "“{unit}”已登记“同意”，没有改为缺席。确未到会的，请同时撤回其意见"
        "（命令行加 --withdraw-opinion），或先附上书面意见。"
    ),
    Problem.CONDITION_TWICE: N_(
        "同样的条件已登记为问题 {number}（期限 {due}）。要改期限或严重程度，请改该问题。"
    ),
    Problem.VERDICT_UNDECIDED: N_(
        "按判定规则目前不能判定，没有宣布结论。请先补齐所列事项；主持人另有决定的，请写明理由。"
    ),
    Problem.VERDICT_UNKNOWN: N_(
        "不能宣布“{kind}”：{lines}。没有查到的、尚有争议的不能判为通过，写明理由也不行。"
        "请先补齐；不在本次范围的，请注明“不适用”及原因。"
    ),
    Problem.EVIDENCE_KIND_UNKNOWN: N_(
        "“{file}”不是 PDF、JPEG 或 PNG，没有收入。请改用扫描件或照片。"
    ),
    Problem.EVIDENCE_TOO_LARGE: N_("“{file}”超过 {size} MB，没有收入。请缩小后再试。"),
}

_PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: N_("到"),
    Presence.LATE: N_("迟到"),
    Presence.LEFT_EARLY: N_("早退"),
    Presence.ABSENT: N_("缺席"),
}
_STANCES: Mapping[Stance, str] = {
    Stance.AGREE: N_("同意"),
    Stance.CONDITIONAL: N_("有条件同意"),
    Stance.DISAGREE: N_("不同意"),
}
_LEVELS: Mapping[Satisfaction, str] = {
    Satisfaction.SATISFIED: N_("满意"),
    Satisfaction.FAIRLY: N_("基本满意"),
    Satisfaction.DISSATISFIED: N_("不满意"),
}

_GROUP_KINDS: Mapping[GroupKind, str] = {
    GroupKind.PAPERS: N_("资料"),
    GroupKind.SITE: N_("现场"),
    GroupKind.RESIDENTS: N_("居民意见"),
}
_CLAUSES: Mapping[Clause, str] = {
    Clause.NO_CONFLICT: N_("关键冲突"),
    Clause.ALL_ARRIVED: N_("收到的记录"),
    Clause.NO_TARGET_MISSING: N_("记录所指的内容"),
    Clause.ALL_CHECKED: N_("应查项目"),
    Clause.NO_CONTRADICTION: N_("结论与读数"),
    Clause.NO_FAILURE_DROPPED: N_("不合格改为不适用"),
    Clause.REQUIRED_PRESENT: N_("必到单位"),
    Clause.OPINIONS_GIVEN: N_("应表态的各方"),
    Clause.NO_VETO: N_("一票否决"),
    Clause.NO_REFUSAL: N_("不同意的参加方"),
    Clause.NO_RESERVE: N_("保留意见"),
    Clause.RESIDENTS_AGREE: N_("居民代表同意比例"),
    Clause.RESIDENTS_SATISFIED: N_("居民满意度"),
    Clause.GROUPS_AGREE: N_("分组意见"),
    Clause.PAPERS_REVIEWED: N_("资料核查"),
    Clause.PAPERS_COMPLETE: N_("应有资料"),
    Clause.DOMINANT_SHARE: N_("主控项目合格率"),
    Clause.MANDATORY_SHARE: N_("必改项目合格率"),
    Clause.GENERAL_SHARE: N_("一般项目合格率"),
    Clause.OPEN_CRITICAL: N_("未销项的严重问题"),
    Clause.OPEN_MAJOR: N_("未销项的一般及以上问题"),
    Clause.OPEN_MINOR: N_("未销项的全部问题"),
}
_MET: Mapping[Clause, str] = {
    Clause.NO_CONFLICT: N_("均已裁定"),
    Clause.ALL_ARRIVED: N_("均已并入"),
    Clause.NO_TARGET_MISSING: N_("均已到"),
    Clause.ALL_CHECKED: N_("全部查验，未查 0 项"),
    Clause.NO_CONTRADICTION: N_("一致"),
    Clause.NO_FAILURE_DROPPED: N_("无"),
    Clause.REQUIRED_PRESENT: N_("均已到会"),
    Clause.OPINIONS_GIVEN: N_("均已表态"),
    Clause.NO_VETO: N_("无"),
    Clause.NO_REFUSAL: N_("无"),
    Clause.NO_RESERVE: N_("无"),
    Clause.GROUPS_AGREE: N_("没有组不同意"),
    Clause.PAPERS_REVIEWED: N_("已核查"),
    Clause.PAPERS_COMPLETE: N_("齐全"),
}

_AGAINST: Mapping[Clause, str] = {
    Clause.NO_CONFLICT: N_("未裁定 {against} 处"),
    Clause.ALL_ARRIVED: N_("{against} 项记录在等前面的同步包"),
    Clause.NO_TARGET_MISSING: N_("{against} 条记录所指的内容待到"),
    Clause.ALL_CHECKED: N_("未查 {against} 项"),
    Clause.NO_CONTRADICTION: N_("{against} 项判为合格而读数不支持，按读数计"),
    Clause.NO_FAILURE_DROPPED: N_("{against} 项原判不合格，后改为不适用，理由见不适用项目表"),
    Clause.REQUIRED_PRESENT: N_("缺 {against} 方：{names}"),
    Clause.OPINIONS_GIVEN: N_("{against} 方还没有意见：{names}"),
    Clause.NO_VETO: N_("{against} 方否决：{names}"),
    Clause.NO_REFUSAL: N_("{against} 方不同意：{names}（允许 {allowed} 方）"),
    Clause.NO_RESERVE: N_("{against} 方有未落实的条件或不同意：{names}"),
    Clause.GROUPS_AGREE: N_("{against} 个组不同意：{names}"),
    Clause.PAPERS_REVIEWED: N_("资料组还没有核查结果"),
    Clause.PAPERS_COMPLETE: N_("缺 {against} 项：{names}"),
    Clause.OPEN_CRITICAL: N_("{against} 条（允许 {allowed} 条）"),
    Clause.OPEN_MAJOR: N_("{against} 条（允许 {allowed} 条）"),
    Clause.OPEN_MINOR: N_("{against} 条（允许 {allowed} 条）"),
}

_WORDINGS: Mapping[ConclusionKind, str] = {
    ConclusionKind.PASS: N_(
        "经资料核查、现场查验和会议讨论，本项目已完成批准的改造内容，符合判定规则的各项条件，"
        "同意通过联合竣工验收。"
    ),
    ConclusionKind.IN_PRINCIPLE: N_(
        "经资料核查、现场查验和会议讨论，本项目原则通过联合竣工验收；附表所列问题和条件请责任单位"
        "在期限前整改完毕并书面回复，逐项销项。"
    ),
    ConclusionKind.REWORK: N_(
        "本项目主要改造内容已完成，但尚有下列条件未满足。请责任单位在期限前整改完毕并书面回复，"
        "经复验合格后办理验收手续。"
    ),
    ConclusionKind.FAIL: N_("本项目不具备验收条件，不予通过。请完成整改后重新申请联合竣工验收。"),
    ConclusionKind.UNDECIDED: N_("按判定规则目前不能判定，尚缺下列事项。"),
}


def presence_name(presence: Presence | None) -> str:
    """Name how a party attended."""
    return "—" if presence is None else _(_PRESENCES[presence])


def stance_name(stance: Stance | None) -> str:
    """Name what a party says."""
    return "—" if stance is None else _(_STANCES[stance])


def said_name(opinion: Opinion | None, presence: Presence | None) -> str:
    """Name what a party says, and whether it said so in writing or does not count."""
    if opinion is None:
        return "—"
    name = stance_name(opinion.stance)
    if opinion.letter is not None:
        return _("{stance}（书面）").format(stance=name)
    if not opinion.is_heard(presence):
        return _("{stance}（缺席，不计）").format(stance=name)
    return name


def satisfaction_name(level: Satisfaction) -> str:
    """Name how content a resident is."""
    return _(_LEVELS[level])


def group_kind_name(kind: GroupKind) -> str:
    """Name what a group looks at."""
    return _(_GROUP_KINDS[kind])


def clause_name(clause: Clause) -> str:
    """Name a line of the verdict."""
    return _(_CLAUSES[clause])


def clause_text(line: ClauseLine) -> str:
    """Say how a line stands, with its figures and who or what stands against it."""
    return _("{clause}：{told}").format(clause=clause_name(line.clause), told=_told(line))


def line_result(line: ClauseLine) -> str:
    """Say whether a line is met, and what follows where it is not."""
    if line.is_met:
        return _("满足")
    return _("提醒") if line.consequence is None else conclusion_title(line.consequence)


def verdict_title(judgement: Judgement, kind: ConclusionKind | None = None) -> str:
    """Name the verdict; one that passes while a condition is open is 附条件."""
    said = kind or judgement.kind
    title = conclusion_title(said)
    passes = said in {ConclusionKind.PASS, ConclusionKind.IN_PRINCIPLE}
    return (
        _("{title}（附条件）").format(title=title) if passes and judgement.is_conditional else title
    )


def round_name(number: int) -> str:
    """Name a meeting by its round."""
    return _("第 {round} 轮联合竣工验收会议").format(round=number)


def verdict_wording(kind: ConclusionKind) -> str:
    """Word the verdict of a meeting (guide 2.6)."""
    return _(_WORDINGS[kind])


def share_text(share: Fraction) -> str:
    """Write a share as people do: 80 %, or 2/3 where percent would round."""
    percent = share * 100
    return f"{percent} %" if percent.denominator == 1 else f"{share}"


def _told(line: ClauseLine) -> str:
    if line.needed is not None:
        return _shares_text(line, line.needed)
    told = _counted(line)
    if line.excused:
        told += _("；免交：{names}").format(names=_("、").join(line.excused))
    return told


def _counted(line: ClauseLine) -> str:
    if line.against == 0 and line.clause in _MET:
        return _(_MET[line.clause])
    names = (*(role_name(role) for role in line.roles), *line.units)
    return _(_AGAINST[line.clause]).format(
        against=line.against, allowed=line.allowed, names=_("、").join(names) or "—"
    )


def _shares_text(line: ClauseLine, needed: Fraction) -> str:
    counted = [share for share in line.shares if share.whole]
    short = [share for share in counted if not share.reaches(needed)]
    shown = short or sorted(counted, key=lambda share: Fraction(share.part, share.whole))[:1]
    told = [_share_text(share) for share in shown]
    if len(counted) > 1 and not short:
        told = [_("{count} 个专业均达到，最低为{share}").format(count=len(counted), share=told[0])]
    asked = _("要求 {needed}").format(needed=share_text(needed))
    return _("{shares}（{asked}）").format(
        shares=_("；").join(told) or _("没有可计的项"), asked=asked
    )


def _share_text(share: Share) -> str:
    about = _("约") if 1000 * share.part % share.whole else ""
    figure = _("{part}/{whole}，{about}{percent} %").format(
        part=share.part,
        whole=share.whole,
        about=about,
        percent=Rate(share.part, share.whole).text,
    )
    return f"{share.label} {figure}" if share.label else figure
