"""Wall time: China has one zone (UTC+08:00), and papers bear it.

A laptop whose system stands in another zone, or in none, must not date a paper a day early.
"""

from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def wall_time(at_ms: int) -> datetime:
    """Give the wall time of a moment in milliseconds since 1970 UTC."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(CHINA)
