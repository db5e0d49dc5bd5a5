"""Which items rules hide, along chains of rules."""

import pytest

from inspector.core.checklists import AnswerState, ShowRule
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import Result
from inspector.core.show_rules import rule_over
from tests.kit.packs import make_item

UNCHECKED, PASS, FAIL, NONE = AnswerState


def shown(item_id, asked, state):
    return make_item(item_id, shown_when=ShowRule(item=asked, state=state))


LIFT = {
    item.id: item
    for item in (
        make_item("EL-1"),
        shown("EL-2", "EL-1", PASS),
        shown("EL-3", "EL-2", FAIL),
        shown("EL-4", "EL-2", NONE),
    )
}


def hidden(**stated):
    states = {name.replace("_", "-"): state for name, state in stated.items()}
    return {item.id for item in LIFT.values() if rule_over(item, LIFT, states)}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, set()),
        ({"EL_1": PASS}, set()),
        ({"EL_1": FAIL}, {"EL-2", "EL-3"}),
        ({"EL_1": NONE}, {"EL-2", "EL-3"}),
        ({"EL_1": FAIL, "EL_2": FAIL}, {"EL-2", "EL-3"}),
        ({"EL_1": PASS, "EL_2": FAIL}, {"EL-4"}),
        ({"EL_1": PASS, "EL_2": PASS}, {"EL-3", "EL-4"}),
        ({"EL_1": PASS, "EL_2": NONE}, {"EL-3"}),
        ({"EL_2": PASS}, {"EL-3", "EL-4"}),
    ],
)
def test_a_hidden_item_counts_as_not_applicable_for_the_rules_that_ask_for_it(stated, expected):
    assert hidden(**stated) == expected


def test_rules_that_run_in_a_circle_over_two_packs_end():
    items = {item.id: item for item in (shown("A", "B", PASS), shown("B", "A", PASS))}
    assert rule_over(items["A"], items, {"A": FAIL, "B": PASS}) == "A:B=pass"
    assert rule_over(items["A"], items, {"A": PASS, "B": PASS}) is None


def test_a_rule_takes_the_place_of_a_reason_and_keeps_what_was_stated():
    said = Result(FAIL, "高差 12 mm")
    under = said.under("B:A=pass").checked()
    assert (under.state, under.reason, under.rule) == (NONE, None, "B:A=pass")
    assert under.under("B:C=pass").stated == said
    assert under.under(None) == said
    assert Result().under("B:A=pass").under(None) == Result()


def test_what_a_rule_hides_takes_no_verdict_of_a_person():
    with pytest.raises(InspectorError) as refused:
        Result().under("B:A=pass").given(Result(PASS), "B")
    assert refused.value.problem is Problem.ITEM_HIDDEN
    assert Result(FAIL).given(Result(PASS), "B") == Result(PASS)
