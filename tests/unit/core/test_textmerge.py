"""Two texts that grew from one are merged where they can be, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.textmerge import joined_texts, merged_text, merged_texts

SENTENCES = st.lists(
    st.sampled_from(["外墙。", "开裂。", "起皮；", "渗水", "。", "\n", "A!"]), max_size=8
)
TEXTS = SENTENCES.map("".join)


@pytest.mark.parametrize(
    ("origin", "one", "other", "merged"),
    [
        ("甲。乙。丙。", "甲一。乙。丙。", "甲。乙。丙三。", "甲一。乙。丙三。"),
        ("甲。乙。", "甲。乙。丙。", "零。甲。乙。", "零。甲。乙。丙。"),
        ("甲。乙。丙。", "甲。丙。", "甲。乙。丙。丁。", "甲。丙。丁。"),
        ("甲。乙。", "甲。新。乙。", "甲。新。乙。", "甲。新。乙。"),
        (
            "一行\n二行\n三行",
            "一行\n二行改\n三行",
            "一行\n二行\n三行\n四行",
            "一行\n二行改\n三行\n四行",
        ),
        (
            "一行\n二行\n三行\n",
            "一行改\n二行\n三行\n",
            "一行\n二行\n三行\n四行",
            "一行改\n二行\n三行\n四行",
        ),
        ("甲。", "乙。", "丙。", None),
        ("", "乙。", "丙。", None),
        ("甲。乙。", "甲。新。乙。", "甲。别。乙。", None),
        ("甲。乙。", "", "甲。乙改。", None),
    ],
)
def test_what_each_changed_is_in_it_or_nothing_is_said(origin, one, other, merged):
    assert merged_text(origin, one, other) == merged


@given(TEXTS, TEXTS)
def test_an_unchanged_side_gives_the_other(origin, text):
    assert merged_text(origin, origin, text) == text
    assert merged_text(origin, text, origin) == text


@given(TEXTS, TEXTS)
def test_the_same_change_on_both_sides_is_that_change(origin, text):
    assert merged_text(origin, text, text) == text


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_makes_no_difference(origin, one, other):
    assert merged_text(origin, one, other) == merged_text(origin, other, one)


@given(
    st.lists(st.text("甲乙丙丁", min_size=1, max_size=3), unique=True, min_size=3, max_size=9),
    st.data(),
)
def test_changes_apart_from_each_other_all_survive(words, data):
    """Of different sentences two that have one between them are changed: both changes are there."""
    at = data.draw(st.integers(0, len(words) - 3))
    origin = [f"{word}。" for word in words]
    one = [*origin[:at], "左。", *origin[at + 1 :]]
    other = [*origin[: at + 2], "右。", *origin[at + 3 :]]
    both = [*one[: at + 2], "右。", *origin[at + 3 :]]
    assert merged_text("".join(origin), "".join(one), "".join(other)) == "".join(both)


@given(TEXTS, TEXTS, TEXTS)
def test_no_sentence_comes_from_nowhere(origin, one, other):
    merged = merged_text(origin, one, other)
    if merged is not None:
        assert set(merged) <= set(origin + one + other)


def test_several_are_merged_one_after_the_other():
    origin = "甲。乙。丙。丁。戊。"
    texts = [origin.replace("甲", "一"), origin.replace("丙", "三"), origin.replace("戊", "五")]
    assert merged_texts(origin, texts) == "一。乙。三。丁。五。"
    assert merged_texts(origin, [*texts, origin.replace("甲", "七")]) is None
    assert merged_texts(origin, []) == origin


def test_both_are_kept_one_below_the_other():
    assert joined_texts(["甲说的", "乙说的", "甲说的"]) == "甲说的\n乙说的"
    assert joined_texts(["裂缝", "裂缝，宽 2 mm"]) == "裂缝，宽 2 mm"
    assert joined_texts([" 甲 ", ""]) == "甲"
