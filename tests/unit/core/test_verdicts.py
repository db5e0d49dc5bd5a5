"""The pass-rate rule: vectors of the trade, hand computation with fractions, explanations."""

import math
import tomllib
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.bounds import BoundKind, Bounds, bounds_of
from inspector.core.checklists import (
    AnswerSpec,
    AnswerState,
    AnswerType,
    Control,
    DesignSide,
    Limits,
    Tolerance,
    Variant,
)
from inspector.core.computations import Step, explain
from inspector.core.errors import InspectorError, Problem
from inspector.core.tallies import summarise, tally
from inspector.core.verdicts import (
    Contradiction,
    Gap,
    Rate,
    Rule,
    Status,
    assess,
    assess_item,
    contradiction,
    parse_reading,
)
from inspector.words.verdicts import computation
from tests.kit.packs import make_item

VECTORS = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "pass_rate_vectors.toml").read_text("utf-8")
)["vectors"]


def number(text):
    return None if text is None else Decimal(text)


def bounds_of_vector(vector):
    if "minus" in vector or "plus" in vector:
        low, high, kind = vector.get("minus"), vector.get("plus"), BoundKind.DEVIATION
    else:
        low, high, kind = vector.get("minimum"), vector.get("maximum"), BoundKind.LIMIT
    return Bounds(kind=kind, low=number(low), high=number(high))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors_of_the_rule_hold(vector):
    seen = assess(
        [Decimal(point) for point in vector["points"]],
        vector["due"],
        bounds_of_vector(vector),
        Control(vector["control"]),
    )
    assert seen.status == vector["status"]
    assert seen.passing == vector.get("passing")
    assert seen.rate_text == vector.get("rate")
    if "over_1_5" in vector:
        assert seen.over_1_5 is vector["over_1_5"]


# -- against an independent computation by hand ------------------------------------------------

NUMBERS = st.decimals(min_value=-50, max_value=50, places=2)
SMALL = st.decimals(min_value=0, max_value=10, places=1)
CONTROLS = st.sampled_from([*Control, None])


@st.composite
def some_bounds(draw):
    if draw(st.booleans()):
        low, high = draw(st.none() | SMALL.map(lambda d: -d)), draw(st.none() | SMALL)
        return Bounds(kind=BoundKind.DEVIATION, low=low, high=high)
    low, high = draw(st.none() | NUMBERS), draw(st.none() | NUMBERS)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Bounds(kind=BoundKind.LIMIT, low=low, high=high)


def by_hand(readings, due, bounds, control):
    """Repeat the rule in fractions, written from the rule's text and not from the program."""
    low = -math.inf if bounds.low is None else Fraction(bounds.low)
    high = math.inf if bounds.high is None else Fraction(bounds.high)
    values = [Fraction(reading) for reading in readings]
    good = sum(low <= value <= high for value in values)
    due = max(due, len(values), 1)
    if len(values) < due:
        return Status.INCOMPLETE
    if control is not Control.GENERAL:
        return Status.PASS if good == due else Status.FAIL
    if bounds.kind is BoundKind.DEVIATION:
        widest = (low * Fraction(3, 2), high * Fraction(3, 2))
    elif bounds.low is None and bounds.high is not None and bounds.high >= 0:
        widest = (-math.inf, high * Fraction(3, 2))
    else:
        widest = (-math.inf, math.inf)
    if any(not widest[0] <= value <= widest[1] for value in values):
        return Status.FAIL
    return Status.PASS if Fraction(good, due) >= Fraction(8, 10) else Status.FAIL


@given(st.lists(NUMBERS, max_size=12), st.integers(0, 12), some_bounds(), CONTROLS)
def test_the_verdict_never_disagrees_with_fractions_by_hand(readings, due, bounds, control):
    assert assess(readings, due, bounds, control).status is by_hand(readings, due, bounds, control)


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.data(), some_bounds(), CONTROLS, SMALL)
def test_a_reading_moved_away_from_its_limit_never_improves_the_verdict(
    readings, data, bounds, control, step
):
    position = data.draw(st.integers(0, len(readings) - 1))
    reading = readings[position]
    outward = step if bounds.is_high_side(reading) else -step
    if bounds.nearest(reading) is None or bounds.excess(reading) < 0:
        return
    moved = [*readings[:position], reading + outward, *readings[position + 1 :]]
    order = {Status.FAIL: 0, Status.PASS: 1}
    before = assess(readings, len(readings), bounds, control).status
    after = assess(moved, len(readings), bounds, control).status
    assert order[after] <= order[before]


@given(st.lists(NUMBERS, max_size=12), st.integers(1, 12), some_bounds(), CONTROLS)
def test_a_lost_series_cannot_be_saved_by_any_further_reading(readings, due, bounds, control):
    seen = assess(readings, due, bounds, control)
    middle = next((b for b in (bounds.low, bounds.high) if b is not None), Decimal(0))
    best = [*readings, *[middle] * (seen.due - len(readings))]
    final = assess(best, due, bounds, control).status
    assert final is (Status.FAIL if seen.is_lost else Status.PASS)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_rates_round_a_half_to_even_as_decimals_do(part, whole):
    exact = Fraction(100 * part, whole)
    tenths = round(exact * 10)  # round() of a fraction is exact, a half to even
    assert Rate(part, whole).text == f"{tenths // 10}.{tenths % 10}"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (4, 5, "80.0"),
        (7, 9, "77.8"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 2000, "0.0"),  # 0.05: a half goes to the even nought
        (3, 2000, "0.2"),  # 0.15: a half goes to the even two
        (5, 2000, "0.2"),  # 0.25
        (7, 2000, "0.4"),  # 0.35
        (1999, 2000, "100.0"),  # 99.95
        (1997, 2000, "99.8"),  # 99.85
        (0, 7, "0.0"),
        (7, 7, "100.0"),
    ],
)
def test_rates_are_rounded_as_the_standard_says(part, whole, text):
    by_decimal = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    assert Rate(part, whole).text == text == str(by_decimal)


def test_a_rate_that_only_rounds_to_eighty_does_not_reach_it():
    readings = [Decimal(0)] * 1999 + [Decimal(6)] * 501
    seen = assess(readings, 2500, Bounds(kind=BoundKind.LIMIT, high=Decimal(5)), Control.GENERAL)
    assert (seen.rate_text, seen.status) == ("80.0", Status.FAIL)
    assert "100 × 合格点 = 199900，小于 80 × 应测点 = 200000" in computation(seen)


@pytest.mark.parametrize(
    "readings",
    [["0.1", "0.2", "0.30"], ["0.3"], ["-0.3"], ["0.29999999"], ["0.300000000"]],
)
def test_values_on_the_bound_pass_where_binary_floats_might_not(readings):
    values = [Decimal(reading) for reading in readings]
    bounds = Bounds(kind=BoundKind.DEVIATION, low=Decimal("-0.3"), high=Decimal("0.3"))
    assert assess(values, len(values), bounds, Control.DOMINANT).status is Status.PASS


def test_a_deviation_is_taken_from_the_design_value_exactly():
    bounds = Bounds(
        kind=BoundKind.DEVIATION,
        low=Decimal("-0.1"),
        high=Decimal("0.1"),
        nominal=Decimal("0.2"),
    )
    readings = [Decimal("0.3"), Decimal("0.1")]  # as floats 0.3 - 0.2 < 0.1 and 0.1 - 0.2 = -0.1
    assert assess(readings, 2, bounds, Control.DOMINANT).values == (Decimal("0.1"), Decimal("-0.1"))


def test_a_strict_minimum_does_not_hold_its_own_value():
    bounds = Bounds(kind=BoundKind.LIMIT, low=Decimal(150), strict_low=True)
    assert not bounds.holds(Decimal(150))
    assert bounds.holds(Decimal("150.1"))


def test_equal_bounds_on_both_sides_measure_the_excess_on_either():
    five = Decimal(5)
    bounds = Bounds(kind=BoundKind.LIMIT, low=five, high=five)
    assert bounds.excess(Decimal(3)) == bounds.excess(Decimal(7)) == 2


def test_unbounded_values_always_hold():
    seen = assess([Decimal(9)], 1, Bounds(kind=BoundKind.LIMIT), Control.GENERAL)
    assert (seen.status, seen.worst_limit) == (Status.PASS, None)


# -- items -----------------------------------------------------------------------------------


def measured(**answer):
    return make_item(answer=AnswerSpec(type=AnswerType.MEASURE, points=True, unit="mm", **answer))


def test_an_item_for_the_eye_has_no_computed_verdict():
    assert assess_item(make_item()) is None


def test_a_design_limit_waits_for_the_design_value():
    item = measured(limits=Limits(design=DesignSide.MINIMUM))
    readings = [Decimal("4.0")]
    waiting = assess_item(item, readings=readings)
    assert (waiting.status, waiting.gap, waiting.measured) == (Status.INCOMPLETE, Gap.DESIGN, 1)
    assert assess_item(item, design=Decimal("4.0"), readings=readings).status is Status.PASS
    assert assess_item(item, design=Decimal("4.01"), readings=readings).status is Status.FAIL


def test_a_design_maximum_is_no_tolerance():
    item = replace(measured(limits=Limits(design=DesignSide.MAXIMUM)), control=Control.GENERAL)
    readings = [Decimal(1)] * 4 + [Decimal(9)]
    seen = assess_item(item, design=Decimal(2), readings=readings, due=5)
    assert (seen.status, seen.over_1_5) == (Status.PASS, False)


CASES = (
    Variant(key="A", label_zh="沥青", limits=Limits(maximum=Decimal(5))),
    Variant(key="B", label_zh="水泥", limits=Limits(maximum=Decimal(3))),
    Variant(key="C", label_zh="按偏差", tolerance=Tolerance(minus=Decimal(-20), plus=Decimal(0))),
)


def test_no_verdict_rests_on_a_case_that_nobody_picked():
    item = replace(measured(limits=Limits(maximum=Decimal(5))), variants=CASES)
    readings = [Decimal(4)]
    assert assess_item(item, readings=readings).gap is Gap.VARIANT
    assert assess_item(item, variant="A", readings=readings).status is Status.PASS
    assert assess_item(item, variant="B", readings=readings).status is Status.FAIL


def test_an_unknown_case_is_refused():
    item = replace(measured(limits=Limits(maximum=Decimal(5))), variants=CASES)
    with pytest.raises(InspectorError) as refused:
        assess_item(item, variant="Z", readings=[])
    assert refused.value.problem is Problem.VARIANT_UNKNOWN


def test_a_case_with_a_tolerance_compares_measured_values_with_the_design():
    item = replace(measured(limits=Limits(maximum=Decimal(5))), variants=CASES)
    readings = [Decimal(3990), Decimal(4000)]
    seen = assess_item(item, variant="C", design=Decimal(4000), readings=readings, due=2)
    assert (seen.status, seen.values) == (Status.PASS, (Decimal(-10), Decimal(0)))
    assert assess_item(item, variant="C", readings=readings).gap is Gap.DESIGN


def test_readings_of_a_deviation_item_are_deviations_whatever_the_design_value():
    answer = AnswerSpec(
        type=AnswerType.DEVIATION,
        points=True,
        tolerance=Tolerance(minus=Decimal(-5), plus=Decimal(5)),
    )
    item = make_item(answer=answer)
    assert assess_item(item, design=Decimal(300), readings=[Decimal(4)]).status is Status.PASS
    assert bounds_of(item, None, None).nominal is None


def test_a_ratio_is_one_value_that_must_hold_whatever_the_class():
    answer = AnswerSpec(type=AnswerType.RATIO, unit="%", limits=Limits(minimum=Decimal(98)))
    item = replace(make_item(answer=answer), control=Control.GENERAL)
    assert assess_item(item, readings=[Decimal("97.99")]).status is Status.FAIL
    holds = assess_item(item, readings=[Decimal("98.0")], due=30)
    assert (holds.status, holds.rule, holds.due) == (Status.PASS, Rule.SINGLE, 1)
    assert assess_item(item).status is Status.INCOMPLETE


def test_a_choice_passes_by_its_options():
    answer = AnswerSpec(
        type=AnswerType.CHOICE, options=("无缺陷", "1级", "2级"), pass_options=("无缺陷", "1级")
    )
    item = make_item(answer=answer)
    assert assess_item(item).gap is Gap.CHOICE
    assert assess_item(item, choice="1级").status is Status.PASS
    assert assess_item(item, choice="2级").status is Status.FAIL
    with pytest.raises(InspectorError):
        assess_item(item, choice="9级")


def test_an_item_without_a_class_needs_every_point():
    item = replace(measured(limits=Limits(maximum=Decimal(5))), control=None)
    readings = [Decimal(1)] * 9 + [Decimal("5.1")]
    seen = assess_item(item, readings=readings, due=10)
    assert (seen.status, seen.rule) == (Status.FAIL, Rule.UNCLASSED)


# -- words -----------------------------------------------------------------------------------

AT_MOST_5 = Bounds(kind=BoundKind.LIMIT, high=Decimal(5))
GULLY = Bounds(kind=BoundKind.DEVIATION, low=Decimal(-5), high=Decimal(0))
WIDE = Bounds(kind=BoundKind.DEVIATION, low=Decimal(-5), high=Decimal(10))
AT_LEAST_4 = Bounds(kind=BoundKind.LIMIT, low=Decimal("4.0"))


@pytest.mark.parametrize(
    ("points", "due", "bounds", "control", "sentence"),
    [
        (
            "3 4 5 5 7.4",
            5,
            AT_MOST_5,
            Control.GENERAL,
            "合格点 4/5 = 80.0 %，达到 80 %；最大 7.4，未超 1.5 × 5 = 7.5；不合格点：第 5 点 7.4",
        ),
        (
            "3 4 5 5 7.6",
            5,
            AT_MOST_5,
            Control.GENERAL,
            "合格点 4/5 = 80.0 %，达到 80 %；最大 7.6，超过 1.5 × 5 = 7.5；不合格点：第 5 点 7.6",
        ),
        (
            "-1 -2 -3 -4 1",
            5,
            GULLY,
            Control.GENERAL,
            (
                "合格点 4/5 = 80.0 %，达到 80 %；1 超出允许值 0，0 的 1.5 倍仍为 0；"
                "不合格点：第 5 点 1"
            ),
        ),
        (
            "0 0 0 0 -8",
            5,
            WIDE,
            Control.GENERAL,
            "合格点 4/5 = 80.0 %，达到 80 %；最小 −8，超过 1.5 × (−5) = −7.5；不合格点：第 5 点 −8",
        ),
        (
            "0 0 0 0 -7",
            5,
            WIDE,
            Control.GENERAL,
            "合格点 4/5 = 80.0 %，达到 80 %；最小 −7，未超 1.5 × (−5) = −7.5；不合格点：第 5 点 −7",
        ),
        (
            "4.0 4.0 4.0 3.9",
            4,
            AT_LEAST_4,
            Control.GENERAL,
            (
                "合格点 3/4 = 75.0 %，未达到 80 %；该限值没有允许偏差，不适用 1.5 倍规则；"
                "不合格点：第 4 点 3.9"
            ),
        ),
        ("1 2", 2, AT_MOST_5, Control.DOMINANT, "合格点 2/2 = 100.0 %，须全部合格，达到"),
        (
            "1 6",
            2,
            AT_MOST_5,
            Control.DOMINANT,
            "合格点 1/2 = 50.0 %，须全部合格，未达到；不合格点：第 2 点 6",
        ),
        ("1 2 3", 5, AT_MOST_5, Control.GENERAL, "应测 5 点，已测 3 点，未测全，不能判合格"),
        (
            "9 2 3",
            5,
            AT_MOST_5,
            Control.GENERAL,
            "应测 5 点，已测 3 点，未测全，不能判合格；按已测的点，补测后也不能合格",
        ),
    ],
)
def test_the_computation_is_printed_so_that_a_reader_can_repeat_it(
    points, due, bounds, control, sentence
):
    readings = [Decimal(point) for point in points.split()]
    assert computation(assess(readings, due, bounds, control)) == sentence


def test_single_values_choices_and_gaps_are_explained():
    ratio = make_item(answer=AnswerSpec(type=AnswerType.RATIO, limits=Limits(minimum=Decimal(98))))
    assert computation(assess_item(ratio, readings=[Decimal(97)])) == "实测 97，不符合限值 98"
    assert computation(assess_item(ratio, readings=[Decimal(99)])) == "实测 99，符合限值 98"
    choice = make_item(
        answer=AnswerSpec(type=AnswerType.CHOICE, options=("甲", "乙"), pass_options=("甲",))
    )
    assert computation(assess_item(choice, choice="甲")) == "“甲”属于合格选项"
    assert computation(assess_item(choice, choice="乙")) == "“乙”不属于合格选项"
    assert computation(assess_item(choice)) == "未选选项，暂不判定"


@given(st.lists(NUMBERS, max_size=8), st.integers(0, 8), some_bounds(), CONTROLS)
def test_every_assessment_can_be_explained(readings, due, bounds, control):
    seen = assess(readings, due, bounds, control)
    assert computation(seen)
    steps = {statement.step for statement in explain(seen)}
    missed = {Step.HIGHEST_BEYOND, Step.LOWEST_BEYOND, Step.ZERO_BOUND_BROKEN}
    missed |= {Step.ALL_MISSED, Step.SHARE_MISSED, Step.SHARE_MISSED_CLOSELY}
    assert bool(steps & missed) == (seen.status is Status.FAIL)


# -- contradictions and counts -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "points", "found"),
    [
        (AnswerState.PASS, "6 1", Contradiction.PASS_BUT_FAILING),
        (AnswerState.PASS, "6", Contradiction.PASS_BUT_FAILING),
        (AnswerState.PASS, "1", Contradiction.PASS_BUT_INCOMPLETE),
        (AnswerState.PASS, "1 2", None),
        (AnswerState.FAIL, "1 2", Contradiction.FAIL_BUT_PASSING),
        (AnswerState.FAIL, "1", None),
        (AnswerState.FAIL, "6 6", None),
        (AnswerState.NOT_APPLICABLE, "1", Contradiction.NOT_APPLICABLE_BUT_MEASURED),
        (AnswerState.NOT_APPLICABLE, "", None),
        (AnswerState.UNCHECKED, "6 6", None),
    ],
)
def test_a_stated_answer_is_held_against_its_readings(state, points, found):
    readings = [Decimal(point) for point in points.split()]
    seen = assess(readings, 2, AT_MOST_5, Control.DOMINANT)
    assert contradiction(state, seen) is found


def test_an_answer_by_eye_contradicts_nothing():
    assert contradiction(AnswerState.PASS, None) is None


def test_a_lot_is_counted_by_class():
    answers = [
        (Control.DOMINANT, AnswerState.PASS),
        (Control.DOMINANT, AnswerState.FAIL),
        (Control.GENERAL, AnswerState.PASS),
        (Control.GENERAL, AnswerState.NOT_APPLICABLE),
        (None, AnswerState.UNCHECKED),
    ]
    lot = summarise(answers)
    assert (lot.dominant.rate.text, lot.dominant.status) == ("50.0", Status.FAIL)
    assert (lot.general.rate.text, lot.general.status) == ("100.0", Status.PASS)
    assert (lot.unclassed.rate.text, lot.unclassed.status) == ("0.0", Status.INCOMPLETE)
    assert (lot.together.total, lot.together.status) == (5, Status.FAIL)


@given(st.lists(st.sampled_from(AnswerState)))
def test_the_four_counts_add_up_and_unchecked_never_passes(states):
    seen = tally(states)
    assert seen.total == len(states)
    if AnswerState.UNCHECKED in states:
        assert seen.status is not Status.PASS


def test_where_nothing_applies_there_is_neither_rate_nor_verdict():
    seen = tally([AnswerState.NOT_APPLICABLE])
    assert (seen.rate, seen.status) == (None, None)


# -- typed readings ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7.4", "7.4"),
        ("7.40", "7.40"),
        (" 7 ", "7"),
        ("７．４", "7.4"),
        ("－０．３", "-0.3"),
        ("−5", "-5"),
        ("+5", "5"),
        ("7。4", "7.4"),
        ("7,4", "7.4"),
        ("7，45", "7.45"),
        (".5", "0.5"),
        ("-0", "0"),
        ("-0.0", "0.0"),
        ("007", "7"),
    ],
)
def test_readings_are_taken_as_people_type_them(text, value):
    assert str(parse_reading(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", ".", "5.", "nan", "NaN", "inf", "-Infinity", "1e3", "1E+3", "1_000"),
        *("1,200", "1，200", "1.2.3", "1,2,3", "７²", "½", "①", "٣", "0x10", "5mm", "--5", "±3"),
        *("1234567890", "0.1234567890", "9" * 400),
    ],
)
def test_what_is_no_plain_number_is_refused_with_the_text(text):
    with pytest.raises(InspectorError) as refused:
        parse_reading(text)
    assert refused.value.problem is Problem.READING_INVALID
    assert refused.value.facts == {"text": text}


def test_far_more_decimals_than_the_item_has_are_taken_for_a_slip():
    assert parse_reading("7.455", decimals=1) == Decimal("7.455")
    with pytest.raises(InspectorError):
        parse_reading("7.4555", decimals=1)


@given(st.text(max_size=12))
def test_any_typed_text_is_a_finite_number_or_a_plain_refusal(text):
    try:
        value = parse_reading(text)
    except InspectorError as refused:
        assert refused.problem is Problem.READING_INVALID  # noqa: PT017 - either ending is right
    else:
        assert value.is_finite()
