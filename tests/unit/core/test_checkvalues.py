"""A check value as people type it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.checkvalues import (
    Comparison,
    Likeness,
    compare_values,
    differing_groups,
    grouped,
    qr_of,
    whole_value,
)
from inspector.core.errors import InspectorError, Problem

VALUE = hashlib.sha256(b"bundle").hexdigest()


def test_it_is_written_in_groups_of_four():
    assert grouped("0123456789ab") == "0123 4567 89ab"
    assert grouped(VALUE).replace(" ", "") == VALUE


@pytest.mark.parametrize(
    "typed",
    [
        VALUE,
        VALUE.upper(),
        grouped(VALUE),
        f"  {grouped(VALUE)}\n",
        grouped(VALUE).replace(" ", "-"),
        grouped(VALUE).replace(" ", "\u3000"),
        "".join(chr(ord(char) + 0xFEE0) for char in VALUE),
        qr_of(VALUE),
        f"sha256: {VALUE}",
    ],
)
def test_blanks_hyphens_capitals_and_full_width_letters_do_not_matter(typed):
    assert compare_values(typed, VALUE) == Comparison(Likeness.SAME)
    assert whole_value(typed) == VALUE


def test_nothing_typed_says_nothing():
    assert compare_values(" - ", VALUE) == Comparison(Likeness.NOTHING)


@pytest.mark.parametrize(("length", "group"), [(1, 1), (4, 2), (7, 2), (63, 16)])
def test_a_beginning_is_not_yet_the_same(length, group):
    assert compare_values(VALUE[:length], VALUE) == Comparison(Likeness.SO_FAR, group)


@pytest.mark.parametrize("place", range(64))
def test_every_wrong_letter_is_found_in_its_group(place):
    wrong = "g" if VALUE[place] == "0" else "0"
    typed = VALUE[:place] + wrong + VALUE[place + 1 :]
    assert compare_values(typed, VALUE) == Comparison(Likeness.DIFFERS, place // 4 + 1)


def test_too_much_is_another_value():
    assert compare_values(VALUE + "0", VALUE) == Comparison(Likeness.DIFFERS, 17)


def test_a_letter_that_is_no_digit_is_named_with_its_group():
    with pytest.raises(InspectorError) as caught:
        whole_value(f"{VALUE[:9]}o{VALUE[10:]}")
    assert caught.value.problem is Problem.CHECK_VALUE_DIGIT
    assert caught.value.facts == {"digit": "o", "group": 3, "place": 10}


@pytest.mark.parametrize("typed", ["", "sha256", VALUE[:-1], f"{VALUE}0", VALUE[:12]])
def test_a_value_that_is_not_whole_is_refused(typed):
    with pytest.raises(InspectorError) as caught:
        whole_value(typed)
    assert caught.value.problem is Problem.CHECK_VALUE_LENGTH
    assert caught.value.facts["wanted"] == 64


@given(st.binary(min_size=32, max_size=32), st.sets(st.integers(0, 63)))
def test_the_groups_that_differ_are_exactly_those_that_were_changed(value, places):
    digits = value.hex()
    changed = "".join(
        f"{int(digit, 16) ^ 1:x}" if at in places else digit for at, digit in enumerate(digits)
    )
    expected = sorted({at // 4 + 1 for at in places})
    assert list(differing_groups(digits, changed)) == expected
    assert whole_value(grouped(changed)) == changed
