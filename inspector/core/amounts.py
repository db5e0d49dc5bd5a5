"""Amounts as people write them: 2.5万套, 3,600户, 1200万元; exact, in ASCII or full width."""

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(
    r"(?P<number>\d{1,12}(?:\.\d{1,8})?)(?P<scale>[万亿]?)(?P<unit>(?:[^\d.,]+2?)?)"
)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}

COUNT_UNITS = {
    "communities": ("个", "小区", "个小区"),
    "buildings": ("幢", "栋"),
    "flats": ("套",),
    "households": ("户",),
    "floor_area_m2": ("平方米", "m2", "㎡"),
}
"""How each count of a plan is counted, the usual unit first; 套 and 户 are not the same."""


def read_amount(text: str) -> tuple[Decimal, str] | None:
    """Read a number with 万 or 亿 and give it with the unit behind it; None where it is none.

    A comma parts thousands only. Chinese numerals (三万) are not read: they are easily misread.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _AMOUNT.fullmatch(_GROUPED.sub("", plain))
    if found is None:
        return None
    return Decimal(found["number"]) * _SCALES[found["scale"]], found["unit"]
