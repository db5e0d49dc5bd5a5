"""Consent votes: exactly two thirds pass, nothing is rounded, more than entitled is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.process.names import VoteSubject
from inspector.core.process.votes import (
    Ballot,
    ShareKind,
    VoteBase,
    VoteMeasure,
    VoteRule,
    count_vote,
    passes,
)
from tests.kit.processes_of_projects import TODAY, a_vote


def a_ballot(entitled, taking_part, agreeing):
    """Make a ballot of decimals."""
    taking = None if taking_part is None else Decimal(taking_part)
    return Ballot(entitled=Decimal(entitled), taking_part=taking, agreeing=Decimal(agreeing))


@pytest.mark.parametrize(
    ("agreeing", "entitled", "passed"),
    [
        (667, 1000, True),
        (666, 1000, False),
        (2, 3, True),
        (200, 300, True),
        (199, 300, False),
        (66_666, 100_000, False),
        (66_667, 100_000, True),
        (1, 1, True),
        (0, 1, False),
    ],
)
def test_two_thirds_of_the_households_are_enough(agreeing, entitled, passed):
    assert passes(a_vote(agreeing, entitled)) is passed


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_the_least_that_is_enough_is_enough_and_one_less_is_not(entitled, offset):
    (line,) = count_vote(a_vote(0, entitled))
    needed = line.needed
    assert passes(a_vote(needed, entitled))
    assert not passes(a_vote(needed - 1, entitled))
    agreeing = min(offset, entitled)
    assert passes(a_vote(agreeing, entitled)) is (3 * agreeing >= 2 * entitled)


@pytest.mark.parametrize(
    ("subject", "households", "area", "passed"),
    [
        (VoteSubject.LIFT, (30, 20, 15), ("2400", "1600", "1200"), True),  # 2/3 and 3/4 exactly
        (VoteSubject.LIFT, (30, 19, 15), ("2400", "1600", "1200"), False),  # too few take part
        (VoteSubject.LIFT, (30, 20, 15), ("2400", "1600", "1199.99"), False),  # area falls short
        (VoteSubject.LIFT, (30, 20, 14), ("2400", "1600", "1200"), False),
        (VoteSubject.LIFT, (30, None, 15), ("2400", "1600", "1200"), False),  # nobody counted them
        (VoteSubject.FUND, (8, 8, 6), ("800", "800", "600"), True),
        (VoteSubject.FUND_USE, (30, 20, 10), ("2400", "1600", "801"), False),  # half is not more
        (VoteSubject.FUND_USE, (30, 20, 11), ("2400", "1600", "800.01"), True),
        (VoteSubject.PROPERTY, (30, 20, 11), ("2400", "1600", "800"), False),
        (VoteSubject.SCHEME, (30, None, 20), ("2400", None, "1"), True),  # only households count
    ],
)
def test_each_subject_has_its_own_threshold_base_and_measure(subject, households, area, passed):
    vote = a_vote(subject=subject, households=a_ballot(*households), area_m2=a_ballot(*area))
    assert passes(vote) is passed


def test_a_vote_may_go_by_a_rule_of_its_own():
    rule = VoteRule(Fraction(3, 4), VoteBase.ENTITLED, (VoteMeasure.AREA,))
    vote = a_vote(1000, 1000, rule=rule, area_m2=a_ballot("100", None, "74.99"))
    (line,) = count_vote(vote)
    assert (line.kind, line.measure, line.is_met) == (ShareKind.AGREEMENT, VoteMeasure.AREA, False)
    assert passes(replace(vote, area_m2=a_ballot("100", None, "75")))


@pytest.mark.parametrize(
    ("entitled", "agreeing", "exceeds", "needed"),
    [
        ("1000.01", "666.68", False, "666.68"),
        ("1000.01", "666.67", False, "666.68"),
        ("1000.01", "667", False, "666.68"),
        ("900", "600", False, "600"),
        ("900", "600", True, "601"),
        ("900.0", "600.1", True, "600.1"),
    ],
)
def test_the_least_area_is_told_as_finely_as_it_was_measured(entitled, agreeing, exceeds, needed):
    rule = VoteRule(Fraction(2, 3), VoteBase.ENTITLED, (VoteMeasure.AREA,), exceeds=exceeds)
    (line,) = count_vote(a_vote(rule=rule, area_m2=a_ballot(entitled, None, agreeing)))
    assert str(line.needed) == needed
    assert line.is_met is (Decimal(agreeing) >= Decimal(needed))


def test_a_measure_that_was_not_counted_is_not_reached():
    vote = a_vote(subject=VoteSubject.LIFT, households=a_ballot(30, 20, 15))
    lines = [line for line in count_vote(vote) if line.measure is VoteMeasure.AREA]
    assert [(line.is_met, line.needed) for line in lines] == [(False, None)] * 2


@pytest.mark.parametrize(
    ("ballot", "part", "whole"),
    [
        (a_ballot(1000, None, 1001), "agreeing", "entitled"),
        (a_ballot(1000, 800, 801), "agreeing", "taking_part"),
        (a_ballot(1000, 1001, 700), "taking_part", "entitled"),
    ],
)
def test_more_voices_than_there_are_are_refused(ballot, part, whole):
    with pytest.raises(InspectorError) as refused:
        a_vote(households=ballot).checked(TODAY)
    assert refused.value.problem is Problem.VOTE_OVERCOUNTED
    assert (refused.value.facts["part"], refused.value.facts["whole"]) == (part, whole)
    with pytest.raises(InspectorError):
        a_vote(area_m2=ballot).checked(TODAY)


@pytest.mark.parametrize(
    "vote",
    [
        a_vote(0, 0),
        a_vote(-1, 5),
        a_vote(households=a_ballot("10", None, "6.5")),
        a_vote(rule=VoteRule(Fraction(4, 3))),
    ],
)
def test_counts_and_shares_that_cannot_be_are_refused(vote):
    with pytest.raises(InspectorError) as refused:
        vote.checked(TODAY)
    assert refused.value.problem is Problem.FIELD_INVALID


def test_days_out_of_order_or_to_come_are_refused():
    with pytest.raises(InspectorError) as refused:
        a_vote(first_on=date(2026, 3, 9)).checked(TODAY)
    assert refused.value.problem is Problem.DAYS_UNORDERED
    with pytest.raises(InspectorError) as refused:
        a_vote(last_on=date(2026, 12, 1)).checked(TODAY)
    assert refused.value.problem is Problem.DAY_TO_COME
