"""Lines end where GB/T 15834 lets them, and numbers keep their units."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.reports.layout.linebreak import NO_END, NO_START, break_lines


def lines(text, room, first=None):
    """Break a text whose Han characters are 2 wide and others 1."""
    widths = [2.0 if ord(char) >= 0x2E80 else 1.0 for char in text]
    broken = break_lines(text, widths, room if first is None else first, room)
    return [text[line.start : line.end] for line in broken]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("验收合格", 4, ["验收", "合格"]),
        ("验收，合格", 4, ["验", "收，", "合格"]),
        ("验收（合格）", 6, ["验收", "（合", "格）"]),
        ("共《方案》", 4, ["共", "《方", "案》"]),
        ("他说“好”", 6, ["他说", "“好”"]),
        ("等等……后", 5, ["等等", "……后"]),
        ("说明——见", 5, ["说明", "——见"]),
        ("宽 1.10 m 合格", 8, ["宽", "1.10 m", "合格"]),
        ("限值 ≤ 5 mm", 7, ["限值", "≤ 5 mm"]),
        ("应查 3 012 项次", 8, ["应查", "3 012 项", "次"]),
        ("共30幢楼", 5, ["共", "30幢", "楼"]),
        ("2026年11月", 6, ["2026年", "11月"]),
        ("850～900 mm", 12, ["850～900 mm"]),
        ("合格率80%以上", 8, ["合格率", "80%以上"]),
        ("GB 50268-2008 见", 14, ["GB 50268-2008", "见"]),
        ("见https://a.cn/bc", 8, ["见", "https://", "a.cn/bc"]),
        ("ABCDEFGH", 3, ["ABC", "DEF", "GH"]),
        ("一\n\n二", 4, ["一", "", "二"]),
        ("甲 乙", 2, ["甲", "乙"]),
        ("不断\u00a0开", 4, ["不", "断\u00a0", "开"]),
        ("3.0　4.0　5.0", 8, ["3.0　4.0", "5.0"]),
        ("", 4, [""]),
    ],
)
def test_a_line_ends_where_it_may(text, room, expected):
    assert lines(text, room) == expected


def test_a_first_line_may_be_shorter():
    assert lines("一二三四五", 6, first=4) == ["一二", "三四五"]


TEXTS = st.text(alphabet="验收合格道路AB12 ，。（）“”……——%m≤\n", max_size=80)


@given(text=TEXTS, room=st.integers(min_value=8, max_value=40))
def test_nothing_but_blanks_and_line_ends_is_lost(text, room):
    assert "".join("".join(lines(text, room)).split()) == "".join(text.split())


@given(text=st.text(alphabet="验收合格ab，。（）《》！", max_size=80))
def test_marks_stand_on_their_side_of_a_line(text):
    broken = lines(text, 12)
    for upper, lower in pairwise(broken):
        runs_of_marks = upper[-1:] in NO_END or lower[:1] in NO_START
        assert not runs_of_marks or _unbreakable(upper, lower)


def _unbreakable(upper: str, lower: str) -> bool:
    """Tell whether the line was full of characters among which no break is allowed."""
    pairs = pairwise(upper)
    return all(
        after in NO_START or before in NO_END or before + after in _WORDS for before, after in pairs
    )


_WORDS = {a + b for a in "ab" for b in "ab"}


@given(text=TEXTS, room=st.integers(min_value=8, max_value=40))
def test_no_line_is_wider_than_the_room(text, room):
    for line in lines(text, room):
        shown = line.rstrip(" ")
        assert sum(2 if ord(char) >= 0x2E80 else 1 for char in shown) <= room
