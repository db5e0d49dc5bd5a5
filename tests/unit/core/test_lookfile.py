"""The file by which an office sets its papers: what it may say, and where its faults are."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.lookfile import parse_look
from inspector.core.papers import USUAL, CaptionField
from inspector.folders import resources
from inspector.words.problems import explain

SHIPPED = (resources() / "rules" / "papers.toml").read_text(encoding="utf-8")
NOT_READ, UNKNOWN, WRONG = (
    Problem.LAYOUT_NOT_READ,
    Problem.LAYOUT_KEY_UNKNOWN,
    Problem.LAYOUT_VALUE_WRONG,
)


def test_the_shipped_file_says_what_is_usual():
    assert parse_look(SHIPPED, "papers.toml") == USUAL


def test_what_a_file_does_not_say_is_as_shipped():
    assert parse_look("format = 1\n", "f") == USUAL
    look = parse_look("format = 1\n[photos]\nper_page = 9\n", "f")
    assert (look.photos_per_page, look.photo_columns, look.caption) == (9, 3, USUAL.caption)


def test_everything_can_be_said():
    look = parse_look(
        'format = 1\n[photos]\nper_page = 2\ncaption = ["taken"]\n[seal]\ncircle = false\n'
        'diameter_mm = 50\n[letterhead]\nlines = ["某某区 办公室", "电话 1234"]\n',
        "f",
    )
    assert (look.photos_per_page, look.caption) == (2, frozenset({CaptionField.TAKEN}))
    assert (look.seal_mm, look.letterhead) == (None, ("某某区 办公室", "电话 1234"))
    assert parse_look("format = 1\nseal.diameter_mm = 50\n", "f").seal_mm == 50
    look = parse_look("format = 1\n[margins]\nleft_mm = 30\ntop_mm = 40\nbottom_mm = 16\n", "f")
    assert (look.left_mm, look.top_mm, look.bottom_mm) == (30, 40, 16)


FAULTS = [
    ("", WRONG, 1, "format"),
    ("format = 2", WRONG, 1, "format"),
    ("format = 1\n\n[photos]\nper_page = 3", WRONG, 4, "photos.per_page"),
    ("format = 1\n[photos]\nper_page = true", WRONG, 3, "photos.per_page"),
    ('format = 1\n[photos]\nper_page = "6"', WRONG, 3, "photos.per_page"),
    ('format = 1\n[photos]\n\n# x\ncaption = ["who"]', WRONG, 5, "photos.caption"),
    ('format = 1\n[photos]\ncaption = "taken"', WRONG, 3, "photos.caption"),
    ("format = 1\n[seal]\ncircle = 1", WRONG, 3, "seal.circle"),
    ("format = 1\n[seal]\ncircle = true\ndiameter_mm = 90", WRONG, 4, "seal.diameter_mm"),
    ('format = 1\n[letterhead]\nlines = ["a", "b", "c", "d"]', WRONG, 3, "letterhead.lines"),
    ('format = 1\n[letterhead]\nlines = [""]', WRONG, 3, "letterhead.lines"),
    ("format = 1\n[letterhead]\nlines = [7]", WRONG, 3, "letterhead.lines"),
    ("format = 1\nseal = 7", WRONG, 2, "seal"),
    ("format = 1\n[photos]\nperpage = 6", UNKNOWN, 3, "photos.perpage"),
    ("format = 1\n\n[margins]\nleft = 2", UNKNOWN, 4, "margins.left"),
    ('format = 1\n[letterhead]\npicture = "a/b.jpg"', WRONG, 3, "letterhead.picture"),
    ('format = 1\n[letterhead]\npicture = "b.png"', WRONG, 3, "letterhead.picture"),
    ("format = 1\n[letterhead]\nheight_mm = 7", WRONG, 3, "letterhead.height_mm"),
    ("format = 1\n[margins]\nleft_mm = 36", WRONG, 3, "margins.left_mm"),
    ("format = 1\n[margins]\ntop_mm = 17", WRONG, 3, "margins.top_mm"),
    ("format = 1\n[margins]\nbottom_mm = 20.5", WRONG, 3, "margins.bottom_mm"),
    ("format = 1\n\n[paper]\nleft = 2", UNKNOWN, 3, "paper"),
    ("format = 1\nseal.size = 4", UNKNOWN, 2, "seal.size"),
    ("format = 1\n[photos\nper_page = 6", NOT_READ, 2, None),
    ("format = 1\n[photos]\nper_page = ", NOT_READ, 3, None),
    ("format = 1\nformat = 1", NOT_READ, 2, None),
]


@pytest.mark.parametrize(("text", "problem", "line", "key"), FAULTS)
def test_a_fault_names_line_and_key(text, problem, line, key):
    with pytest.raises(InspectorError) as refused:
        parse_look(text, "papers.toml")
    facts = refused.value.facts
    assert (refused.value.problem, facts["line"], facts.get("key")) == (problem, line, key)
    told = explain(refused.value)
    assert "papers.toml" in told
    assert f"第 {line} 行" in told
    assert key is None or key in told


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    with suppress(InspectorError):
        assert parse_look(f"format = 1\n{text}", "f") == USUAL
