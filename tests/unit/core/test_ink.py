"""Drawn signatures: one spelling, bounds, and what is no signature."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.ink import MOST_POINTS, Ink, InkPoint, checked_ink, read_ink, spell_ink

LINE = (InkPoint(10, 10, 0), InkPoint(400, 200, 80, 500))


def refusal(act, *arguments):
    with pytest.raises(InspectorError) as refused:
        act(*arguments)
    return refused.value.problem


@st.composite
def inks(draw):
    width, height = draw(st.integers(200, 20_000)), draw(st.integers(200, 20_000))
    points = st.tuples(st.integers(0, width), st.integers(0, height))
    strokes, ms = [((InkPoint(0, 0, 0), InkPoint(width, height, 5)))], 5
    for stroke in draw(st.lists(st.lists(points, min_size=1, max_size=8), max_size=5)):
        line = []
        for x, y in stroke:
            ms += draw(st.integers(0, 50))
            line.append(InkPoint(x, y, ms, draw(st.none() | st.integers(0, 1000))))
        strokes.append(tuple(line))
    return Ink(width, height, tuple(strokes))


@given(inks())
def test_a_drawing_comes_back_as_it_was_spelled(ink):
    assert read_ink(spell_ink(ink)) == ink
    assert spell_ink(read_ink(spell_ink(ink))) == spell_ink(ink)


@pytest.mark.parametrize(
    ("ink", "problem"),
    [
        (Ink(1000, 500, ()), Problem.INK_EMPTY),
        (Ink(1000, 500, ((InkPoint(5, 5, 0),),)), Problem.INK_EMPTY),
        (Ink(1000, 500, (LINE, ())), Problem.INK_INVALID),
        (Ink(0, 500, (LINE,)), Problem.INK_INVALID),
        (Ink(300, 500, (LINE,)), Problem.INK_INVALID),
        (Ink(1000, 500, ((InkPoint(-1, 5, 0), *LINE),)), Problem.INK_INVALID),
        (Ink(1000, 500, (LINE, LINE)), Problem.INK_INVALID),
        (Ink(1000, 500, ((*LINE, InkPoint(9, 9, 99, 1001)),)), Problem.INK_INVALID),
        (Ink(1000, 500, (LINE[:1] * (MOST_POINTS + 1),)), Problem.INK_TOO_LONG),
    ],
)
def test_what_is_no_signature_is_refused(ink, problem):
    assert refusal(checked_ink, ink) is problem


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "null", '{"width":1000,"height":500,"strokes":[[[1,2]]]}'),
        '{"width":1000,"height":500,"strokes":[[[1,2,3],[4.5,5,6]]]}',
        '{"width":1000,"height":500,"strokes":[[[1,2,3],[true,5,6]]]}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_drawing_is_refused(text):
    assert refusal(read_ink, text) is Problem.INK_INVALID
