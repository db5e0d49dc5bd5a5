"""What is said of rectification notices: until when, and how they stand."""

from inspector.core.defects import Notice
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
