"""Spans of time in words."""

import pytest

from inspector.words.durations import left_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "约剩 5 秒"),
        (6, "约剩 10 秒"),
        (59, "约剩 60 秒"),
        (60, "约剩 1 分钟"),
        (61, "约剩 2 分钟"),
        (3600, "约剩 1 小时 0 分钟"),
        (9000, "约剩 2 小时 30 分钟"),
    ],
)
def test_a_span_is_rounded_as_people_say_it(seconds, text):
    assert left_text(seconds) == text
