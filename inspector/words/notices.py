"""What is said of rectification notices: until when, and how they stand."""

from collections.abc import Sequence

from inspector.core.defects import Notice
from inspector.core.firstchecks import FirstChecks, together
from inspector.core.notices import NoticeStanding
from inspector.core.times import wall_time
from inspector.words.language import _


def notice_due_text(notice: Notice) -> str:
    """Give the day, and the term that it was reckoned from."""
    day = notice.due_on.isoformat()
    if notice.term is None:
        return day
    return _("{day}（自下发次日起 {term} 个工作日）").format(day=day, term=notice.term)


def withdrawn_text(notice: Notice) -> str | None:
    """Say when and why a notice was taken back; None where it stands."""
    if notice.withdrawn is None:
        return None
    day = wall_time(notice.withdrawn.at_ms).date().isoformat()
    return _("{day} 撤回，原因：{reason}").format(day=day, reason=notice.withdrawn.reason)


def standing_text(notice: Notice, standing: NoticeStanding) -> str:
    """Say in a few words how a notice stands."""
    if notice.withdrawn is not None:
        return _("已撤回")
    if standing.overdue:
        return _("{count} 条超期，最长 {days} 天").format(
            count=standing.overdue, days=standing.days
        )
    if standing.replied:
        return _("{count} 条已回复，待复验").format(count=standing.replied)
    return _("整改中") if standing.still_open else _("已全部了结")


def checks_text(checks: FirstChecks) -> str:
    """Write how many of the first re-checks passed, with the share: 8/10（80.0 %）."""
    return _("{passed}/{checked}（{percent} %）").format(
        passed=checks.passed, checked=checks.checked, percent=checks.percent or "—"
    )


def first_checks_line(rows: Sequence[tuple[str | None, FirstChecks]]) -> str:
    """Say it of all parties in one sentence, and together; None is nobody."""
    told = [f"{unit or _('未指定责任单位')} {checks_text(checks)}" for unit, checks in rows]
    whole = checks_text(together(checks for _unit, checks in rows))
    return _("一次复验合格率：{parties}；合计 {whole}。").format(
        parties=_("；").join(told), whole=whole
    )
