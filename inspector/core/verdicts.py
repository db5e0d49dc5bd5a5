"""The pass-rate rule: from readings and limits to a verdict that can be repeated by hand.

Dominant items need every point; general items need 80 % of the points due and no failing point
beyond 1.5 times its allowed deviation (GB 50268-2008 3.2.3; JGJ/T 304-2013 3.0.8; CJJ 1-2008
chapter 18). Unrounded values are compared (GB/T 8170-2008, 全数值比较法), as exact decimals.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inspector.core.bounds import Bounds, bounds_of
from inspector.core.checklists import AnswerSpec, AnswerState, AnswerType, Control, Item
from inspector.core.errors import InspectorError, Problem

NEEDED_PERCENT = 80
"""Share of the points due that a general item needs (GB 50268-2008 3.2.3)."""

_SPARE_DECIMALS = 2
_NUMBER = re.compile(r"[+-]?([0-9]{1,9}(\.[0-9]{1,9})?|\.[0-9]{1,9})")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+")
_TYPED = str.maketrans("０１２３４５６７８９．。｡，＋－−", "0123456789...,+--")


class Status(StrEnum):
    """What the readings say."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    INCOMPLETE = "incomplete"


class Rule(StrEnum):
    """The rule that was applied."""

    DOMINANT = "dominant"
    GENERAL = "general"
    UNCLASSED = "unclassed"
    SINGLE = "single"
    CHOICE = "choice"


class Gap(StrEnum):
    """What is missing for a verdict."""

    POINTS = "points"
    DESIGN = "design"
    VARIANT = "variant"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share kept as two whole numbers, so that nothing is lost."""

    part: int
    whole: int

    def reaches(self, percent: int) -> bool:
        """Compare in whole numbers (100 x part >= percent x whole)."""
        return 100 * self.part >= percent * self.whole

    @property
    def text(self) -> str:
        """Give the share in percent with one decimal, a half to even (GB/T 8170-2008)."""
        tenths, rest = divmod(1000 * self.part, self.whole)
        if 2 * rest > self.whole or (2 * rest == self.whole and tenths % 2):
            tenths += 1
        return f"{tenths // 10}.{tenths % 10}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A verdict with everything that is needed to repeat it by hand.

    `failing` holds positions among the readings, from nought. `rate` and `passing` are None
    while something is missing. `is_lost` tells of an incomplete series that can no longer pass.
    """

    status: Status
    rule: Rule
    due: int = 1
    values: tuple[Decimal, ...] = ()
    failing: tuple[int, ...] = ()
    bounds: Bounds | None = None
    rate: Rate | None = None
    worst: Decimal | None = None
    worst_limit: Decimal | None = None
    over_1_5: bool = False
    is_lost: bool = False
    gap: Gap | None = None
    choice: str | None = None

    @property
    def measured(self) -> int:
        """Count the readings so far."""
        return len(self.values)

    @property
    def passing(self) -> int | None:
        """Count the passing points of a complete series."""
        return None if self.rate is None else self.rate.part

    @property
    def rate_text(self) -> str | None:
        """Give the pass rate in percent with one decimal, once the series is complete."""
        return None if self.rate is None else self.rate.text


def parse_reading(text: str, decimals: int | None = None) -> Decimal:
    """Read a typed number: full-width digits too, with a point, a Chinese stop or a comma.

    A comma before exactly three digits could part thousands (1,200) and is refused. With the
    item's `decimals`, a number with over two places more is taken for a slip of the hand.
    """
    plain = text.strip().translate(_TYPED)
    number = plain if _GROUPED.fullmatch(plain) else plain.replace(",", ".")
    if not _NUMBER.fullmatch(number) or _places(number) > _places_allowed(decimals):
        raise InspectorError(Problem.READING_INVALID, text=text)
    value = Decimal(number)
    return value or abs(value)


def _places(number: str) -> int:
    return len(number.partition(".")[2])


def _places_allowed(decimals: int | None) -> int:
    return 9 if decimals is None else decimals + _SPARE_DECIMALS


def assess(
    readings: Sequence[Decimal], due: int, bounds: Bounds, control: Control | None
) -> Assessment:
    """Judge a series of points by the class of its item.

    An item without a class is judged like a dominant one (ours: the stricter rule). Points
    beyond those due count as due, so that a rate never exceeds 100 %.
    """
    due = max(due, len(readings), 1)
    values = tuple(bounds.value_of(reading) for reading in readings)
    failing = tuple(i for i, value in enumerate(values) if not bounds.holds(value))
    worst = max(values, key=lambda v: (bounds.is_beyond_widest(v), bounds.excess(v)), default=None)
    over = any(bounds.is_beyond_widest(values[i]) for i in failing)
    best = Rate(due - len(failing), due)
    is_lost = bool(failing) if control is not Control.GENERAL else _general_fails(best, over=over)
    is_complete = len(readings) == due
    return Assessment(
        status=_status(is_complete=is_complete, is_lost=is_lost),
        rule=_rule_of(control),
        due=due,
        values=values,
        failing=failing,
        bounds=bounds,
        rate=best if is_complete else None,
        worst=worst,
        worst_limit=None if worst is None else bounds.widest(worst),
        over_1_5=over,
        is_lost=is_lost,
        gap=None if is_complete else Gap.POINTS,
    )


def _general_fails(best: Rate, *, over: bool) -> bool:
    return over or not best.reaches(NEEDED_PERCENT)


def _status(*, is_complete: bool, is_lost: bool) -> Status:
    if not is_complete:
        return Status.INCOMPLETE
    return Status.FAIL if is_lost else Status.PASS


def _rule_of(control: Control | None) -> Rule:
    return Rule.UNCLASSED if control is None else Rule(control.value)


def assess_item(
    item: Item,
    *,
    variant: str | None = None,
    design: Decimal | None = None,
    readings: Sequence[Decimal] = (),
    due: int | None = None,
    choice: str | None = None,
) -> Assessment | None:
    """Judge what was given for an item, or None where only the eye judges.

    Where limits depend on a case, the case must be picked: no verdict rests on a limit that
    nobody chose. A count or ratio is one value; without a number of points due, those measured
    are the points due.
    """
    if item.answer.type is AnswerType.PASS_FAIL_NA:
        return None
    if item.answer.type is AnswerType.CHOICE:
        return _assess_choice(item.answer, choice)
    rule = _rule_of(item.control)
    if item.variants and variant is None:
        return _unjudged(rule, readings, due or 1, Gap.VARIANT)
    bounds = bounds_of(item, variant, design)
    if bounds is None:
        return _unjudged(rule, readings, due or 1, Gap.DESIGN)
    return _assess_readings(item, readings, due or 1, bounds)


def _unjudged(rule: Rule, readings: Sequence[Decimal], due: int, gap: Gap) -> Assessment:
    return Assessment(status=Status.INCOMPLETE, rule=rule, due=due, values=tuple(readings), gap=gap)


def _assess_readings(
    item: Item, readings: Sequence[Decimal], due: int, bounds: Bounds
) -> Assessment:
    if item.answer.points:
        return assess(readings, due, bounds, item.control)
    return _assess_single(readings, bounds)


def _assess_choice(answer: AnswerSpec, choice: str | None) -> Assessment:
    if choice is None:
        return Assessment(status=Status.INCOMPLETE, rule=Rule.CHOICE, gap=Gap.CHOICE)
    if choice not in answer.options:
        raise InspectorError(Problem.READING_INVALID, text=choice)
    passes = choice in answer.pass_options
    return Assessment(
        status=Status.PASS if passes else Status.FAIL,
        rule=Rule.CHOICE,
        rate=Rate(int(passes), 1),
        choice=choice,
    )


def _assess_single(readings: Sequence[Decimal], bounds: Bounds) -> Assessment:
    """Judge a count or ratio: the value must hold, whatever the item's class."""
    seen = assess(readings, 1, bounds, None)
    return Assessment(
        status=seen.status,
        rule=Rule.SINGLE,
        due=seen.due,
        values=seen.values,
        failing=seen.failing,
        bounds=bounds,
        rate=seen.rate,
        worst=seen.worst,
        is_lost=seen.is_lost,
        gap=seen.gap,
    )


class Contradiction(StrEnum):
    """A stated answer that its own readings speak against."""

    PASS_BUT_FAILING = "pass_but_failing"  # noqa: S105 - a doubt, not a password
    PASS_BUT_INCOMPLETE = "pass_but_incomplete"  # noqa: S105 - likewise
    FAIL_BUT_PASSING = "fail_but_passing"
    NOT_APPLICABLE_BUT_MEASURED = "not_applicable_but_measured"


def contradiction(state: AnswerState, seen: Assessment | None) -> Contradiction | None:
    """Tell how a stated answer and its readings disagree, or None where they do not.

    A stated failure beside passing readings may be right (the eye saw more); it is shown, never
    corrected.
    """
    if seen is None:
        return None
    if state is AnswerState.NOT_APPLICABLE:
        return Contradiction.NOT_APPLICABLE_BUT_MEASURED if seen.measured else None
    status = Status.FAIL if seen.is_lost else seen.status
    return _CONTRADICTIONS.get((state, status))


_CONTRADICTIONS = {
    (AnswerState.FAIL, Status.PASS): Contradiction.FAIL_BUT_PASSING,
    (AnswerState.PASS, Status.FAIL): Contradiction.PASS_BUT_FAILING,
    (AnswerState.PASS, Status.INCOMPLETE): Contradiction.PASS_BUT_INCOMPLETE,
}
