"""Amounts as people write them."""

from decimal import Decimal

import pytest

from inspector.core.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2.5万", "25000", ""),
        ("2.5万套", "25000", "套"),
        ("３，６００ 户", "3600", "户"),
        ("1,234,567.89元", "1234567.89", "元"),
        ("1.2亿元", "120000000", "元"),
        ("245万㎡", "2450000", "m2"),
        ("0", "0", ""),
    ],
)
def test_an_amount_is_read_with_its_scale_and_unit(text, value, unit):
    assert read_amount(text) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "三万", "约3万", "-3", "1,2", "3,60", "1e5", "NaN", "3万5"])
def test_what_is_no_amount_is_not_guessed(text):
    assert read_amount(text) is None
