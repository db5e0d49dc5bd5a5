"""A group of photos describes itself: what it shows, from when to when, how many (GB/T 11821)."""

import pytest

from inspector.core.photodata import PhotoGroup


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-05-11", "2026-05-13", "地锁 4 把；2026-05-11至2026-05-13；共3张"),
        ("2026-05-11", "2026-05-11", "地锁 4 把；2026-05-11；共3张"),
        ("", "", "地锁 4 把；共3张"),
    ],
)
def test_a_group_describes_itself(first, last, told):
    group = PhotoGroup(number=7, title="地锁 4 把。", count=3, first=first, last=last)
    assert (group.code, group.described) == ("0007", told)
