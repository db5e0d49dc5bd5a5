"""What bounds a reading: limits, tolerances, and how far beyond them a value lies."""

from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from enum import StrEnum

from inspector.core.checklists import AnswerSpec, AnswerType, DesignSide, Item, Limits, Tolerance

WIDEST = Decimal("1.5")
"""A failing point of a general item may reach this multiple of its allowed deviation."""

_EXACT = Context(prec=200, traps=[Inexact])


class BoundKind(StrEnum):
    """Whether the value itself is bounded, or its deviation from the design."""

    LIMIT = "limit"
    DEVIATION = "deviation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The bounds of a reading, both included unless the lower one is strict.

    With a `nominal` the reading is a measured value and its deviation from that is bounded.
    """

    kind: BoundKind
    low: Decimal | None = None
    high: Decimal | None = None
    strict_low: bool = False
    from_design: bool = False
    nominal: Decimal | None = None

    def value_of(self, reading: Decimal) -> Decimal:
        """Give what is compared: the reading, or its deviation from the nominal value."""
        return reading if self.nominal is None else _EXACT.subtract(reading, self.nominal)

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value lies within the bounds."""
        if self.low is not None and (value < self.low or (self.strict_low and value == self.low)):
            return False
        return self.high is None or value <= self.high

    @property
    def has_tolerance(self) -> bool:
        """Tell whether the 1.5 rule can apply.

        An allowed deviation has it, and so has a lone upper limit (a gap or step of at most
        5 mm is a deviation from nought). A minimum, a range of absolute values (850-900 mm), a
        design value or a negative upper limit is no deviation; the codes are silent, and our
        rule is that the 1.5 test does not apply while every failing point is listed.
        """
        if self.kind is BoundKind.DEVIATION:
            return True
        return self.low is None and self.high is not None and self._is_deviation_from_nought

    @property
    def _is_deviation_from_nought(self) -> bool:
        return self.high is not None and self.high >= 0 and not self.from_design

    def widest(self, value: Decimal) -> Decimal | None:
        """Give 1.5 times the bound on the side of a value, or None where the rule is silent."""
        bound = self.nearest(value)
        if bound is None or not self.has_tolerance:
            return None
        return _EXACT.multiply(WIDEST, bound)

    def is_high_side(self, value: Decimal) -> bool:
        """Tell whether the upper bound is the one that a value breaks or comes nearest to."""
        if self.low is None or self.high is None:
            return self.high is not None
        above, below = _EXACT.subtract(value, self.high), _EXACT.subtract(self.low, value)
        return above >= below

    def nearest(self, value: Decimal) -> Decimal | None:
        """Give the bound that a value breaks or comes nearest to."""
        return self.high if self.is_high_side(value) else self.low

    def excess(self, value: Decimal) -> Decimal:
        """Measure how far a value lies beyond its nearest bound; negative inside."""
        bound = self.nearest(value)
        if bound is None:
            return Decimal(0)
        gap = _EXACT.subtract(value, bound)
        return gap if self.is_high_side(value) else gap.copy_negate()

    def is_beyond_widest(self, value: Decimal) -> bool:
        """Tell whether a failing value exceeds 1.5 times its bound; nought allows nothing."""
        widest = self.widest(value)
        if widest is None or self.holds(value):
            return False
        return value > widest if self.is_high_side(value) else value < widest


def allowed(item: Item, variant: str | None = None) -> tuple[Limits | None, Tolerance | None]:
    """Give the limits or the tolerance in force: the variant's, else the item's own."""
    case = item.answer if variant is None else item.variant(variant)
    return case.limits, case.tolerance


def bounds_of(item: Item, variant: str | None, design: Decimal | None) -> Bounds | None:
    """Give the bounds in force, or None while the design value that they need is unknown.

    Readings of a `deviation` item are deviations as noted on site; where an item that measures
    the value itself has a variant with a tolerance, readings are compared with the design value.
    """
    limits, tolerance = allowed(item, variant)
    if tolerance is not None:
        return _bounds_of_tolerance(item.answer, tolerance, design)
    if limits is None or (limits.design is not None and design is None):
        return None
    at_least = design if limits.design is DesignSide.MINIMUM else limits.minimum
    at_most = design if limits.design is DesignSide.MAXIMUM else limits.maximum
    return Bounds(
        kind=BoundKind.LIMIT,
        low=at_least,
        high=at_most,
        strict_low=limits.strict_minimum,
        from_design=limits.design is not None,
    )


def _bounds_of_tolerance(
    answer: AnswerSpec, tolerance: Tolerance, design: Decimal | None
) -> Bounds | None:
    nominal = None if answer.type is AnswerType.DEVIATION else design
    if answer.type is not AnswerType.DEVIATION and design is None:
        return None
    return Bounds(
        kind=BoundKind.DEVIATION, low=tolerance.minus, high=tolerance.plus, nominal=nominal
    )
