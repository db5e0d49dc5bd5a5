"""Spans of time as people say them."""

from inspector.words.language import _

_MINUTE, _HOUR = 60, 3600
_STEP = 5


def left_text(seconds: int) -> str:
    """Say about how long something will still take."""
    if seconds < _MINUTE:
        return _("约剩 {count} 秒").format(count=max(_STEP, -(-seconds // _STEP) * _STEP))
    if seconds < _HOUR:
        return _("约剩 {count} 分钟").format(count=-(-seconds // _MINUTE))
    hours, rest = divmod(seconds, _HOUR)
    return _("约剩 {hours} 小时 {minutes} 分钟").format(hours=hours, minutes=rest // _MINUTE)
