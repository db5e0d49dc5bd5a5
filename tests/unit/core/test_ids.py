"""Identifiers: made here, in the order of time, and the same for the same natural key."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.ids import IdMaker, made_ms, natural_id, uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_a_version_7_identifier_holds_its_time(now_ms, random):
    made = uuid.UUID(uuid7(now_ms, random))
    assert (made.version, made.variant, made.int >> 80) == (7, uuid.RFC_4122, now_ms)
    assert made_ms(str(made)) == now_ms


def test_other_identifiers_tell_no_time():
    assert [made_ms(natural_id("a", "party")), made_ms("方")] == [0, 0]


def test_ten_random_bytes_are_asked_for():
    with pytest.raises(ValueError, match="ten"):
        uuid7(1, b"short")


@given(st.lists(st.integers(0, 2), min_size=1, max_size=40), st.binary(min_size=10, max_size=10))
def test_identifiers_of_a_clock_that_does_not_go_back_grow(steps, random):
    maker, now, made = IdMaker(lambda size: random[:size]), 1_000, []
    for step in steps:
        now += step
        made.append(maker.make(now))
    assert made == sorted(set(made))
    assert all(uuid.UUID(one).version == 7 for one in made)


def test_a_clock_set_back_is_no_failure():
    maker = IdMaker(bytes)
    assert maker.make(2_000) > maker.make(1_000)


def test_a_natural_key_gives_one_identifier_and_parts_do_not_run_together():
    assert natural_id("p", "answer", "a", "b") == natural_id("p", "answer", "a", "b")
    assert natural_id("p", "answer", "ab", "") != natural_id("p", "answer", "a", "b")
