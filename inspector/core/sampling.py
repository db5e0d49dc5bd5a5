"""How many points are due: the sampling hints of a check item."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

_WIDE_FROM_M = Decimal(9)
_WIDEST_OVER_M = Decimal(15)


class SamplePart(StrEnum):
    """What a number of points is counted for."""

    BATCH = "batch"
    BUILDING = "building"
    CIRCUIT = "circuit"
    CONTRACT = "contract"
    FLOOR = "floor"
    GROUP = "group"
    PROJECT = "project"
    ROAD = "road"
    SECTION = "section"
    SYSTEM = "system"
    TYPE = "type"
    UNIT = "unit"


class Share(StrEnum):
    """How much of a part is looked at where no number is given."""

    ALL = "all"
    SAMPLE = "sample"


class Spot(StrEnum):
    """A place that must be among the points."""

    LOWEST = "lowest"
    NARROWEST = "narrowest"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerPart:
    """Points for each part (unit, floor, pipe section …): a number, all of it, or a sample."""

    part: SamplePart
    points: int | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WidthSteps:
    """Points across a road by its width (CJJ 1-2008, table 8.5.1)."""

    under_9_m: int
    from_9_to_15_m: int
    over_15_m: int

    def at(self, width_m: Decimal) -> int:
        """Give the points across a road of this width; 9 m and 15 m belong to the middle step."""
        if width_m < _WIDE_FROM_M:
            return self.under_9_m
        return self.from_9_to_15_m if width_m <= _WIDEST_OVER_M else self.over_15_m


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """A sampling rule as far as it can be counted; the sentence beside it says the rest."""

    every: bool = False
    each: int | None = None
    per_m: Decimal | None = None
    per_m2: Decimal | None = None
    points: int | None = None
    per_layer: bool = False
    percent: Decimal | None = None
    at_least: int | None = None
    by_width: WidthSteps | None = None
    per: tuple[PerPart, ...] = ()
    points_per_group: int | None = None
    must: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much there is to sample; what is not known stays None."""

    count: int | None = None
    length_m: Decimal | None = None
    area_m2: Decimal | None = None
    width_m: Decimal | None = None
    layers: int | None = None


def due_points(sampling: Sampling, quantity: Quantity) -> int | None:
    """Suggest the number of points due, or None where the hint and the quantity do not say.

    Every begun stretch or area counts as a whole one; a percentage is rounded up, kept at or
    above its stated minimum, and never asks for more than there is.
    """
    if sampling.per_m is not None:
        return _along(sampling, quantity)
    if sampling.per_m2 is not None:
        return _over_area(sampling, quantity)
    if sampling.percent is not None:
        return _of_percent(sampling.percent, sampling.at_least or 1, quantity.count)
    return _counted(sampling, quantity)


def _along(sampling: Sampling, quantity: Quantity) -> int | None:
    if quantity.length_m is None or sampling.per_m is None:
        return None
    across = sampling.points or 1
    if sampling.by_width is not None:
        if quantity.width_m is None:
            return None
        across = sampling.by_width.at(quantity.width_m)
    return _begun(quantity.length_m, sampling.per_m) * across


def _over_area(sampling: Sampling, quantity: Quantity) -> int | None:
    layers = quantity.layers if sampling.per_layer else 1
    if quantity.area_m2 is None or sampling.per_m2 is None or layers is None:
        return None
    return _begun(quantity.area_m2, sampling.per_m2) * (sampling.points or 1) * layers


def _of_percent(percent: Decimal, at_least: int, count: int | None) -> int | None:
    if count is None:
        return None
    share = _begun(percent * count, Decimal(100))
    return max(1, min(count, max(share, at_least)))


def _counted(sampling: Sampling, quantity: Quantity) -> int | None:
    each = 1 if sampling.every else sampling.each
    if len(sampling.per) == 1:
        each = _per_one(sampling.per[0], sampling.points or 1)
    if each is not None and quantity.count is not None:
        return max(quantity.count * each, sampling.at_least or 1)
    return sampling.at_least


def _per_one(per: PerPart, points: int) -> int | None:
    return None if per.points is None else per.points * points


def _begun(amount: Decimal, step: Decimal) -> int:
    return max(1, int((amount / step).to_integral_value(rounding=ROUND_CEILING)))
