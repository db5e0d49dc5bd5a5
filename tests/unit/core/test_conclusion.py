"""What the records alone come to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.conclusion import ConclusionKind, Condition, Figures, conclude

CLEAN = Figures(
    due=100,
    unchecked=0,
    contradictions=0,
    dominant_failed=0,
    mandatory_failed=0,
    general_failed=0,
    open_critical=0,
    open_major=0,
    open_minor=0,
)
ORDER = [ConclusionKind.PASS, ConclusionKind.REWORK, ConclusionKind.UNDECIDED]
COUNTS = [
    "contradictions",
    "dominant_failed",
    "mandatory_failed",
    "general_failed",
    "open_critical",
    "open_major",
]


def test_clean_records_pass():
    conclusion = conclude(CLEAN)
    assert conclusion.kind is ConclusionKind.PASS
    assert all(reason.is_met for reason in conclusion.reasons)
    assert len(conclusion.reasons) == len(Condition)


@pytest.mark.parametrize("field", COUNTS)
def test_one_record_against_any_binding_condition_asks_for_rework(field):
    assert conclude(replace(CLEAN, **{field: 1})).kind is ConclusionKind.REWORK


def test_open_minor_defects_are_named_but_do_not_stop():
    conclusion = conclude(replace(CLEAN, open_minor=3))
    assert conclusion.kind is ConclusionKind.PASS
    told = {reason.condition: reason.against for reason in conclusion.reasons}
    assert told[Condition.NO_OPEN_MINOR] == 3


def test_something_unchecked_leaves_everything_undecided():
    figures = replace(CLEAN, unchecked=1, open_critical=5)
    assert conclude(figures).kind is ConclusionKind.UNDECIDED


def test_a_project_without_scope_is_never_passed():
    assert conclude(replace(CLEAN, due=0)).kind is ConclusionKind.UNDECIDED


@given(
    st.builds(
        Figures,
        due=st.integers(1, 50),
        unchecked=st.integers(0, 3),
        contradictions=st.integers(0, 3),
        dominant_failed=st.integers(0, 3),
        mandatory_failed=st.integers(0, 3),
        general_failed=st.integers(0, 3),
        open_critical=st.integers(0, 3),
        open_major=st.integers(0, 3),
        open_minor=st.integers(0, 3),
    ),
    st.sampled_from([*COUNTS, "open_minor"]),
)
def test_one_more_record_against_never_betters_the_conclusion(figures, field):
    worse = replace(figures, **{field: getattr(figures, field) + 1})
    before, after = conclude(figures).kind, conclude(worse).kind
    assert ORDER.index(after) >= ORDER.index(before)
