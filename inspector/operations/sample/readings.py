"""Readings that a passing place gives: plausible, within the limits, drawn from a seed."""

import random
from collections.abc import Mapping
from decimal import Decimal

from inspector.core.bounds import Bounds, bounds_of
from inspector.core.checklists import AnswerType, Item
from inspector.operations.sample.scheme import Scope

_TYPICAL: Mapping[str, tuple[str, str]] = {
    "RD-001": ("95.6", "98.4"),
    "RD-002": ("95.6", "98.2"),
    "RD-006": ("1.0", "4.8"),
    "FS-001": ("4.02", "5.30"),
    "FS-002": ("4.20", "5.60"),
    "FS-003": ("0.6", "4.2"),
    "FS-006": ("68", "112"),
    "FS-007": ("0.60", "1.60"),
    "FS-008": ("0.22", "0.31"),
    "FS-011": ("1.28", "1.48"),
    "FS-014": ("1.11", "1.24"),
    "PP-003": ("8.20", "18.60"),
    "PP-007": ("95.6", "98.6"),
    "PP-012": ("0.02", "0.12"),
    "PP-014": ("0.000", "0.020"),
    "PP-019": ("5.10", "5.80"),
    "GR-001": ("6.4", "7.6"),
    "GR-002": ("31", "42"),
    "GR-005": ("-0.4", "0.8"),
    "GR-008": ("96.2", "99.4"),
    "GR-010": ("95.8", "99.2"),
    "GR-011": ("95.6", "98.8"),
    "GR-015": ("7260", "7260"),
    "BF-001": ("1.22", "1.86"),
    "BF-003": ("6.80", "8.20"),
    "BF-004": ("1.21", "1.32"),
    "BF-005": ("320", "680"),
    "BF-006": ("1.51", "1.68"),
    "BF-010": ("42", "56"),
    "BF-015": ("1.51", "1.80"),
    "BF-016": ("0.82", "0.96"),
    "LT-001": ("100", "100"),
    "LT-002": ("5.4", "9.8"),
    "LT-004": ("0.8", "2.6"),
    "LT-005": ("25.0", "180.0"),
    "BE-002": ("252", "290"),
    "BE-008": ("0.91", "1.02"),
    "SC-002": ("31", "42"),
    "SC-001": ("6", "8"),
    "EL-005": ("1", "7"),
    "PK-001": ("102", "102"),
    "PK-002": ("2.41", "2.52"),
    "SP-001": ("0.12", "0.26"),
    "SP-005": ("62.5", "62.5"),
    "CS-001": ("326.4", "326.4"),
    "CS-003": ("240", "240"),
    "LM-009": ("93.6", "93.6"),
    "FS-010": ("4", "6"),
    "WS-001": ("3", "3"),
    "BF-017": ("1", "2"),
}
_HIGHEST_SHARE = Decimal(100)
_INNER = (Decimal("0.1"), Decimal("0.9"))


def passing_readings(scope: Scope, rng: random.Random) -> tuple[str, ...]:
    """Draw as many readings as are due, all of them within the limits."""
    item = scope.item
    design = Decimal(scope.design) if scope.design else None
    bounds = bounds_of(item, scope.variant, design)
    if bounds is None or item.answer.type in {AnswerType.CHOICE, AnswerType.PASS_FAIL_NA}:
        return ()
    low, high = _range(item, bounds)
    return tuple(_drawn(low, high, item.answer.decimals, rng) for _point in range(scope.due or 1))


def _range(item: Item, bounds: Bounds) -> tuple[Decimal, Decimal]:
    """Give the range that readings of this item usually have."""
    if item.id in _TYPICAL:
        first, last = _TYPICAL[item.id]
        return Decimal(first), Decimal(last)
    low, high = _limits(bounds)
    if item.answer.type is AnswerType.RATIO:
        return max(low, _HIGHEST_SHARE), _HIGHEST_SHARE
    if item.answer.type is AnswerType.COUNT:
        return low, low
    return low + (high - low) * _INNER[0], low + (high - low) * _INNER[1]


def _limits(bounds: Bounds) -> tuple[Decimal, Decimal]:
    """Give both ends of what is allowed; an open end is set a little away."""
    low, high = bounds.low, bounds.high
    if bounds.nominal is not None:
        low = None if low is None else low + bounds.nominal
        high = None if high is None else high + bounds.nominal
    if low is None:
        return Decimal(0), high if high is not None else Decimal(1)
    if high is None:
        return low, low + abs(low) / 10
    return low, high


def _drawn(low: Decimal, high: Decimal, decimals: int, rng: random.Random) -> str:
    step = Decimal(1).scaleb(-decimals)
    first, last = int((low / step).to_integral_value()), int(high / step)
    return str((Decimal(rng.randint(first, max(first, last))) * step).quantize(step))
