"""The computation behind a verdict, statement by statement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from inspector.core.verdicts import NEEDED_PERCENT, Assessment, Gap, Rule, Status


class Step(StrEnum):
    """One statement of a computation; `words` gives each its sentence."""

    VARIANT_MISSING = "variant_missing"
    DESIGN_MISSING = "design_missing"
    CHOICE_MISSING = "choice_missing"
    POINTS_MISSING = "points_missing"
    ALREADY_LOST = "already_lost"
    RATE = "rate"
    ALL_REACHED = "all_reached"
    ALL_MISSED = "all_missed"
    SHARE_REACHED = "share_reached"
    SHARE_MISSED = "share_missed"
    SHARE_MISSED_CLOSELY = "share_missed_closely"
    HIGHEST_WITHIN = "highest_within"
    HIGHEST_BEYOND = "highest_beyond"
    LOWEST_WITHIN = "lowest_within"
    LOWEST_BEYOND = "lowest_beyond"
    ZERO_BOUND_BROKEN = "zero_bound_broken"
    NO_TOLERANCE = "no_tolerance"
    FAILING_POINTS = "failing_points"
    VALUE_HOLDS = "value_holds"
    VALUE_BREAKS = "value_breaks"
    CHOICE_PASSES = "choice_passes"
    CHOICE_FAILS = "choice_fails"


@dataclass(frozen=True, slots=True)
class Statement:
    """A step with its facts: numbers exactly as compared, points with their number from one."""

    step: Step
    facts: Mapping[str, object] = field(default_factory=dict)
    points: tuple[tuple[int, Decimal], ...] = ()


_GAPS = {
    Gap.VARIANT: Step.VARIANT_MISSING,
    Gap.DESIGN: Step.DESIGN_MISSING,
    Gap.CHOICE: Step.CHOICE_MISSING,
}


def explain(assessment: Assessment) -> tuple[Statement, ...]:
    """Tell the computation step by step, so that a reader can repeat it by hand."""
    if assessment.gap in _GAPS:
        return (Statement(_GAPS[assessment.gap]),)
    if assessment.gap is Gap.POINTS:
        return _explain_missing(assessment)
    if assessment.rule is Rule.CHOICE:
        step = Step.CHOICE_PASSES if assessment.status is Status.PASS else Step.CHOICE_FAILS
        return (Statement(step, {"choice": assessment.choice}),)
    if assessment.rule is Rule.SINGLE:
        return _explain_single(assessment)
    return (_explain_rate(assessment), _explain_share(assessment), *_explain_worst(assessment))


def _explain_missing(seen: Assessment) -> tuple[Statement, ...]:
    facts = {"measured": seen.measured, "due": seen.due}
    missing = Statement(Step.POINTS_MISSING, facts)
    return (missing, Statement(Step.ALREADY_LOST)) if seen.is_lost else (missing,)


def _explain_single(seen: Assessment) -> tuple[Statement, ...]:
    step = Step.VALUE_BREAKS if seen.failing else Step.VALUE_HOLDS
    bound = None if seen.bounds is None or seen.worst is None else seen.bounds.nearest(seen.worst)
    return (Statement(step, {"value": seen.worst, "bound": bound}),)


def _explain_rate(seen: Assessment) -> Statement:
    facts = {"passing": seen.passing, "due": seen.due, "rate": seen.rate_text}
    return Statement(Step.RATE, facts)


def _explain_share(seen: Assessment) -> Statement:
    if seen.rule is not Rule.GENERAL:
        return Statement(Step.ALL_MISSED if seen.failing else Step.ALL_REACHED)
    if seen.rate is None or seen.rate.reaches(NEEDED_PERCENT):
        return Statement(Step.SHARE_REACHED, {"needed": NEEDED_PERCENT})
    if seen.rate.text == f"{NEEDED_PERCENT}.0":
        left, right = 100 * seen.rate.part, NEEDED_PERCENT * seen.rate.whole
        facts = {"needed": NEEDED_PERCENT, "left": left, "right": right}
        return Statement(Step.SHARE_MISSED_CLOSELY, facts)
    return Statement(Step.SHARE_MISSED, {"needed": NEEDED_PERCENT})


def _explain_worst(seen: Assessment) -> tuple[Statement, ...]:
    bounds, worst = seen.bounds, seen.worst
    if bounds is None or worst is None or not seen.failing:
        return ()
    points = tuple((i + 1, seen.values[i]) for i in seen.failing)
    listed = Statement(Step.FAILING_POINTS, points=points)
    if seen.rule is not Rule.GENERAL:
        return (listed,)
    if not bounds.has_tolerance:
        return (Statement(Step.NO_TOLERANCE), listed)
    bound = bounds.nearest(worst)
    facts = {"worst": worst, "bound": bound, "limit": seen.worst_limit}
    return (Statement(_worst_step(seen, is_high=bounds.is_high_side(worst)), facts), listed)


def _worst_step(seen: Assessment, *, is_high: bool) -> Step:
    if seen.over_1_5 and seen.worst_limit == 0:
        return Step.ZERO_BOUND_BROKEN
    if is_high:
        return Step.HIGHEST_BEYOND if seen.over_1_5 else Step.HIGHEST_WITHIN
    return Step.LOWEST_BEYOND if seen.over_1_5 else Step.LOWEST_WITHIN
