"""What a single item must keep to: limits, tolerances, options, sampling, class."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from inspector.checklists.codec import Complaint
from inspector.core.checklists import (
    AnswerSpec,
    AnswerType,
    ControlBasis,
    DesignSide,
    Item,
    Limits,
    Tolerance,
    Variant,
)
from inspector.core.packs import FaultCode
from inspector.core.sampling import PerPart, Sampling

_ITEM_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_MAX_DECIMALS = 6
_NUMBERS = frozenset({AnswerType.MEASURE, AnswerType.COUNT, AnswerType.RATIO})
_MAX_PERCENT = 100
_COUNTS = ("each", "per_m", "per_m2", "points", "percent", "at_least", "points_per_group")
_STEPS = ("under_9_m", "from_9_to_15_m", "over_15_m")


def complaints_of(item: Item) -> Iterator[Complaint]:
    """Find what is wrong with an item by itself."""
    if not _ITEM_ID.fullmatch(item.id):
        yield Complaint(FaultCode.CODE_INVALID, "id", (("value", item.id),))
    if (item.control is None) != (item.control_basis is ControlBasis.NONE):
        yield Complaint(FaultCode.CONTROL_WITHOUT_BASIS, "control_basis")
    yield from _complaints_of_answer(item.answer, has_variants=bool(item.variants))
    yield from _complaints_of_variants(item)
    yield from _complaints_of_sampling(item.sampling)


def _complaints_of_answer(answer: AnswerSpec, *, has_variants: bool) -> Iterator[Complaint]:
    if not 0 <= answer.decimals <= _MAX_DECIMALS:
        yield _range("answer.decimals", answer.decimals, f"0 … {_MAX_DECIMALS}")
    if answer.type is AnswerType.CHOICE:
        yield from _complaints_of_options(answer)
    elif answer.options or answer.options_en or answer.pass_options:
        yield Complaint(FaultCode.OPTIONS_UNWANTED, "answer.options")
    yield from _complaints_of_bounds(answer.limits, answer.tolerance, "answer")
    yield from _misplaced_bounds(answer, has_variants=has_variants)


def _misplaced_bounds(answer: AnswerSpec, *, has_variants: bool) -> Iterator[Complaint]:
    """Ask for the bound that the type of answer needs, and for no other."""
    wants_limits = answer.type in _NUMBERS
    wants_tolerance = answer.type is AnswerType.DEVIATION
    if wants_limits and answer.limits is None and not has_variants:
        yield Complaint(FaultCode.LIMITS_MISSING, "answer.limits")
    if wants_tolerance and answer.tolerance is None and not has_variants:
        yield Complaint(FaultCode.LIMITS_MISSING, "answer.tolerance")
    if answer.limits is not None and not wants_limits:
        yield Complaint(FaultCode.LIMITS_UNWANTED, "answer.limits")
    if answer.tolerance is not None and not wants_tolerance:
        yield Complaint(FaultCode.LIMITS_UNWANTED, "answer.tolerance")


def _complaints_of_options(answer: AnswerSpec) -> Iterator[Complaint]:
    if not answer.options:
        yield Complaint(FaultCode.OPTIONS_MISSING, "answer.options")
    if not answer.pass_options:
        yield Complaint(FaultCode.OPTIONS_MISSING, "answer.pass_options")
    yield from _repeated("answer.options", list(answer.options))
    if answer.options_en and len(answer.options_en) != len(answer.options):
        yield Complaint(FaultCode.OPTIONS_MISSING, "answer.options_en")
    for option in answer.pass_options:
        if option not in answer.options:
            facts = (("value", option),)
            yield Complaint(FaultCode.REFERENCE_UNKNOWN, "answer.pass_options", facts)


def _complaints_of_variants(item: Item) -> Iterator[Complaint]:
    takes_variants = item.answer.type in _NUMBERS or item.answer.type is AnswerType.DEVIATION
    if item.variants and not takes_variants:
        yield Complaint(FaultCode.LIMITS_UNWANTED, "variants")
    yield from _repeated("variants.key", [variant.key for variant in item.variants])
    yield from _repeated("variants.label_zh", [variant.label_zh for variant in item.variants])
    for number, variant in enumerate(item.variants, 1):
        yield from _complaints_of_variant(variant, f"variants[{number}]")


def _complaints_of_variant(variant: Variant, field: str) -> Iterator[Complaint]:
    if variant.limits is None and variant.tolerance is None:
        yield Complaint(FaultCode.LIMITS_MISSING, field)
    if variant.limits is not None and variant.tolerance is not None:
        yield Complaint(FaultCode.LIMITS_TWICE, field)
    yield from _complaints_of_bounds(variant.limits, variant.tolerance, field)


def _complaints_of_bounds(
    limits: Limits | None, tolerance: Tolerance | None, field: str
) -> Iterator[Complaint]:
    if limits is not None:
        yield from _complaints_of_limits(limits, f"{field}.limits")
    if tolerance is not None:
        yield from _complaints_of_tolerance(tolerance, f"{field}.tolerance")


def _complaints_of_limits(limits: Limits, field: str) -> Iterator[Complaint]:
    low, high = limits.minimum, limits.maximum
    if low is None and high is None and limits.design is None:
        yield Complaint(FaultCode.LIMITS_MISSING, field)
    if low is not None and high is not None and (low > high or _is_empty(limits)):
        yield Complaint(FaultCode.LIMITS_REVERSED, field, (("low", str(low)), ("high", str(high))))
    if _is_given_twice(limits):
        yield Complaint(FaultCode.LIMITS_TWICE, f"{field}.design")
    if limits.strict_minimum and low is None:
        yield Complaint(FaultCode.LIMITS_MISSING, f"{field}.minimum")


def _is_empty(limits: Limits) -> bool:
    return limits.strict_minimum and limits.minimum == limits.maximum


def _is_given_twice(limits: Limits) -> bool:
    given = {DesignSide.MINIMUM: limits.minimum, DesignSide.MAXIMUM: limits.maximum}
    return limits.design is not None and given[limits.design] is not None


def _complaints_of_tolerance(tolerance: Tolerance, field: str) -> Iterator[Complaint]:
    if tolerance.minus is None and tolerance.plus is None:
        yield Complaint(FaultCode.LIMITS_MISSING, field)
    if tolerance.minus is not None and tolerance.minus > 0:
        facts = (("value", str(tolerance.minus)),)
        yield Complaint(FaultCode.TOLERANCE_SIGN, f"{field}.minus", facts)
    if tolerance.plus is not None and tolerance.plus < 0:
        facts = (("value", str(tolerance.plus)),)
        yield Complaint(FaultCode.TOLERANCE_SIGN, f"{field}.plus", facts)


def _complaints_of_sampling(sampling: Sampling) -> Iterator[Complaint]:
    for name in _COUNTS:
        value = getattr(sampling, name)
        if value is not None and value <= 0:
            yield _range(f"sampling.{name}", value, "> 0")
    if sampling.percent is not None and sampling.percent > _MAX_PERCENT:
        yield _range("sampling.percent", sampling.percent, f"≤ {_MAX_PERCENT}")
    for number, per in enumerate(sampling.per, 1):
        yield from _complaints_of_part(per, f"sampling.per[{number}]")
    for name in _STEPS if sampling.by_width else ():
        if getattr(sampling.by_width, name) <= 0:
            yield _range(f"sampling.by_width.{name}", getattr(sampling.by_width, name), "> 0")


def _complaints_of_part(per: PerPart, field: str) -> Iterator[Complaint]:
    if (per.points is None) == (per.share is None):
        yield Complaint(FaultCode.FIELD_MISSING, f"{field}.points")
    if per.points is not None and per.points <= 0:
        yield _range(f"{field}.points", per.points, "> 0")


def _range(field: str, value: Decimal | int, allowed: str) -> Complaint:
    facts = (("value", str(value)), ("allowed", allowed))
    return Complaint(FaultCode.NUMBER_OUT_OF_RANGE, field, facts)


def _repeated(field: str, values: list[str]) -> Iterator[Complaint]:
    for value, times in Counter(values).items():
        if times > 1:
            yield Complaint(FaultCode.DUPLICATE, field, (("value", value), ("first", field)))
