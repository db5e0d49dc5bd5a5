"""A check value as people type it."""

import hashlib

import pytest

from inspector.core.checkvalues import Comparison, Likeness, compare_values, grouped

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
    ],
)
def test_blanks_hyphens_capitals_and_full_width_letters_do_not_matter(typed):
    assert compare_values(typed, VALUE) == Comparison(Likeness.SAME)


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
