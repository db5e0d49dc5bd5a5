"""The sentences of the joint acceptance report; figures come in, nothing is invented."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from inspector.core.conclusion import Conclusion, ConclusionKind, Condition, Figures, Reason
from inspector.core.photos import PhotoFacts, PositionReason
from inspector.core.verdicts import Status
from inspector.words.language import N_, _
from inspector.words.photos import POSITION_REASONS, POSITION_SOURCES

_TITLES: Mapping[ConclusionKind, str] = {
    ConclusionKind.PASS: N_("通过"),
    ConclusionKind.IN_PRINCIPLE: N_("原则通过，限期整改"),
    ConclusionKind.REWORK: N_("整改后复验"),
    ConclusionKind.FAIL: N_("不通过"),
    ConclusionKind.UNDECIDED: N_("不能判定"),
}
_WORDINGS: Mapping[ConclusionKind, str] = {
    ConclusionKind.PASS: N_(
        "根据现场查验记录，方案范围内的检查项均已查验，主控项目全部合格，一般项目合格点率符合要求，"
        "没有未销项的严重和一般问题，按记录计算的结论为“通过”。"
    ),
    ConclusionKind.REWORK: N_(
        "根据现场查验记录，方案范围内的检查项均已查验，但尚存在下列条件未满足的情形（问题见第七章）。"
        "按记录计算的结论为“整改后复验”：请责任单位在期限前整改完毕并书面回复，经复验合格后办理验收手续。"
    ),
    ConclusionKind.UNDECIDED: N_(
        "方案范围内尚有未查验的检查项，按记录不能判定。请完成查验后重新计算结论。"
    ),
}
_UNSETTLED = N_(
    "各台电脑的记录还没有汇齐一致（见结论依据），本报告未定稿，按记录不能判定。"
    "请裁定冲突、收齐同步包后重新计算结论。"
)
_CONDITIONS: Mapping[Condition, tuple[str, str]] = {
    Condition.NO_CONFLICT: (
        N_("没有未裁定的关键冲突"),
        N_("未裁定的关键冲突 {count} 处（结论、读数、严重程度、状态等，各方所记不一）"),
    ),
    Condition.ALL_ARRIVED: (
        N_("收到的记录均已并入"),
        N_("{count} 项记录在等前面的同步包，尚未并入"),
    ),
    Condition.NO_TARGET_MISSING: (
        N_("记录所指的内容均已到"),
        N_("{count} 条记录所指的内容待到"),
    ),
    Condition.ALL_CHECKED: (
        N_("检查项全部查验：未查 0 项"),
        N_("检查项未全部查验：未查 {count} 项"),
    ),
    Condition.NO_CONTRADICTION: (
        N_("结论与读数一致"),
        N_("结论与读数不一致：{count} 项判为合格而读数不支持"),
    ),
    Condition.DOMINANT_QUALIFIED: (N_("主控项目全部合格"), N_("主控项目不合格 {count} 项次")),
    Condition.MANDATORY_QUALIFIED: (N_("必改项目全部合格"), N_("必改项目不合格 {count} 项次")),
    Condition.GENERAL_QUALIFIED: (N_("一般项目全部合格"), N_("一般项目不合格 {count} 项次")),
    Condition.NO_OPEN_CRITICAL: (N_("没有未销项的严重问题"), N_("未销项的严重问题 {count} 条")),
    Condition.NO_OPEN_MAJOR: (N_("没有未销项的一般问题"), N_("未销项的一般问题 {count} 条")),
    Condition.NO_OPEN_MINOR: (
        N_("没有未销项的轻微问题"),
        N_("未销项的轻微问题 {count} 条（不影响结论，须按期限整改）"),
    ),
}
_STATUSES: Mapping[Status, str] = {
    Status.PASS: N_("合格"),
    Status.FAIL: N_("不合格"),
    Status.INCOMPLETE: N_("未查全"),
}


def conclusion_title(kind: ConclusionKind) -> str:
    """Name a conclusion."""
    return _(_TITLES[kind])


def conclusion_wording(conclusion: Conclusion) -> str:
    """Word a conclusion that rests on records alone."""
    return _(_WORDINGS[conclusion.kind] if conclusion.is_final else _UNSETTLED)


def reason_text(reason: Reason) -> str:
    """Say how one condition stands."""
    met, unmet = _CONDITIONS[reason.condition]
    told = _(met) if reason.is_met else _(unmet).format(count=reason.against)
    if reason.conceded:
        told += _("（让步接收 {count} 项次，另计）").format(count=reason.conceded)
    return told


def status_name(status: Status | None) -> str:
    """Name what the answers of a discipline come to."""
    return "—" if status is None else _(_STATUSES[status])


def result_line(figures: Figures, *, places: int, checked: int, failed: int, na: int) -> str:
    """Say in one sentence what was inspected; the counts add up to the items due."""
    return _(
        "按改造方案确定的范围，对 {places} 处部位进行查验：应查 {due} 项次，已查 {checked} 项次，"
        "其中合格 {passed} 项次、不合格 {failed} 项次、不适用 {na} 项次；未查 {unchecked} 项次。"
    ).format(
        places=places,
        due=figures.due,
        checked=checked,
        passed=checked - failed - na,
        failed=failed,
        na=na,
        unchecked=figures.unchecked,
    )


def rule_note() -> str:
    """State the rule by which readings are judged, with its source."""
    return _(
        "判定规则：主控项目各点均须合格；一般项目合格点数不少于应测点数的 80 %，"
        "且不合格点不超过允许偏差的 1.5 倍（GB 50268-2008 3.2.3、CJJ 1-2008）；"
        "比较用未修约的数值（GB/T 8170-2008）。"
        "读数加粗标红者为不合格点。"
    )


def defect_line(*, total: int, ended: int, still_open: int) -> str:
    """Say in one sentence how the defects stand."""
    if total == 0:
        return _("查验中没有记录问题。")
    return _("共记录问题 {total} 条，已了结 {ended} 条，未了结 {open} 条。").format(
        total=total, ended=ended, open=still_open
    )


def overdue_line(count: int, on: date) -> str:
    """Say how many defects were late on the day of the report."""
    return _("截至 {day}，超过整改期限未回复的 {count} 条。").format(
        day=on.isoformat(), count=count
    )


def day_text(day: date | None) -> str | None:
    """Write a day as papers do."""
    return (
        None
        if day is None
        else _("{y} 年 {m} 月 {d} 日").format(y=day.year, m=day.month, d=day.day)
    )


def taken_text(facts: PhotoFacts) -> str | None:
    """Write when a photo was taken, as the file says it."""
    if facts.taken_local is None:
        return None
    return f"{datetime.fromisoformat(facts.taken_local):%Y-%m-%d %H:%M}"


def position_text(facts: PhotoFacts) -> str:
    """Write where a photo was taken with datum, source and accuracy, or why that is unknown."""
    position = facts.position
    if position is None:
        return _(POSITION_REASONS[facts.position_reason or PositionReason.ABSENT])
    accuracy = f" ±{_short(position.accuracy_m)} m" if position.accuracy_m is not None else ""
    return _("{lat}°N {lon}°E{accuracy}（{source}，{datum}）").format(
        lat=_degrees(position.latitude),
        lon=_degrees(position.longitude),
        source=_(POSITION_SOURCES[position.source]),
        datum=datum_text(position.datum),
        accuracy=accuracy,
    )


def datum_text(datum: str) -> str:
    """Name the datum of a position, and whether it is only assumed."""
    return datum.replace("(assumed)", _("推定"))


def direction_text(facts: PhotoFacts) -> str | None:
    """Write which way the camera looked, as a text of its own."""
    bearing = bearing_text(facts)
    return _("朝向 {bearing}").format(bearing=bearing) if bearing else None


def bearing_text(facts: PhotoFacts) -> str | None:
    """Write which way the camera looked, in degrees from which north."""
    if facts.direction_deg is None:
        return None
    north = _("磁北") if facts.direction_ref == "M" else _("真北")
    return _("{deg}°（{north}）").format(deg=_short(facts.direction_deg), north=north)


def _degrees(value: Decimal) -> str:
    return f"{value:.5f}"


def _short(value: Decimal) -> str:
    return f"{value.normalize():f}" if value == value.to_integral() else f"{value:.1f}"


_TROUBLES: Mapping[str, str] = {
    "missing": N_("原件不在本机"),
    "undecodable": N_("画面无法读出"),
    "too_large": N_("画面过大"),
    "too_slow": N_("画面处理超时"),
    "disk_full": N_("磁盘已满"),
    "not_writable": N_("缓存文件夹不能写入"),
    "cut_short": N_("文件不完整，只显示读出的部分"),
}


def trouble_name(code: str) -> str:
    """Say why there is no picture of a photo, or only a part of one."""
    return _(_TROUBLES[code]) if code in _TROUBLES else code
