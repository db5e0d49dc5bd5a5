"""Moments and clocks as the room of exchange writes them."""

from datetime import UTC, datetime, timedelta

from inspector.core.exchange import FAST_CLOCK_MS
from inspector.words.language import _

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


def moment(at_ms: int, now: datetime) -> str:
    """Write a moment beside today: today and yesterday by name, this year without the year."""
    at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(now.tzinfo)
    if at.date() == now.date():
        return _("今天 {time}").format(time=f"{at:%H:%M}")
    if at.date() == now.date() - timedelta(days=1):
        return _("昨天 {time}").format(time=f"{at:%H:%M}")
    return f"{at:%m-%d %H:%M}" if at.year == now.year else f"{at:%Y-%m-%d %H:%M}"


def fast_clock(skew_ms: int) -> str:
    """Say how far a laptop's clock is ahead; nothing where it is right, or behind."""
    if skew_ms < FAST_CLOCK_MS:
        return ""
    for unit_ms, text in (
        (_DAY_MS, _("时钟快 {count} 天")),
        (_HOUR_MS, _("时钟快 {count} 小时")),
        (_MINUTE_MS, _("时钟快 {count} 分钟")),
    ):
        if skew_ms >= unit_ms:
            return text.format(count=skew_ms // unit_ms)
    return ""
