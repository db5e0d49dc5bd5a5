"""What follows an acceptance: sums of the final account, warranty periods, handover, care."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector.core.aftercare.account import AccountLack, FinalAccount, account_lacks, differences
from inspector.core.aftercare.care import (
    GROUPS,
    CareAnswer,
    CareGroup,
    CarePoint,
    CareState,
    tally_care,
)
from inspector.core.aftercare.management import Management
from inspector.core.aftercare.warranty import (
    LEAST_MONTHS,
    Warranty,
    WarrantyKind,
    WarrantyState,
    end_of,
    least_end,
)
from inspector.core.days import months_after
from inspector.core.errors import InspectorError, Problem
from tests.kit.processes_of_projects import a_handed_row, an_account

TODAY = date(2026, 11, 2)
ACCEPTED = date(2026, 5, 29)
BARE = FinalAccount(id="f", project_id="p")


def refusal(act, *given, **more):
    with pytest.raises(InspectorError) as refused:
        act(*given, **more)
    return refused.value


# -- periods ----------


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 5, 29), 60, date(2031, 5, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_a_period_of_months_ends_on_the_same_day_of_its_last_month(start, months, end):
    assert months_after(start, months) == end


def test_a_period_beyond_the_calendar_is_refused():
    assert refusal(months_after, date(9999, 1, 1), 24).problem is Problem.FIELD_INVALID


# -- the final account ----------


def test_a_whole_account_lacks_nothing():
    assert account_lacks(an_account()) == ()


def test_an_empty_account_lacks_its_sums_first():
    assert account_lacks(BARE) == (
        AccountLack.SUMS_MISSING,
        AccountLack.FUNDING_MISSING,
        AccountLack.NOT_APPROVED,
    )


def test_differences_are_exact_to_the_fen():
    account = an_account(
        estimate_yuan=Decimal("1000000.10"),
        contract_yuan=Decimal("999999.99"),
        settled_yuan=Decimal("1000000.00"),
        final_yuan=Decimal("1000000.11"),
        fiscal_yuan=Decimal("1000000.10"),
        residents_yuan=Decimal("0.01"),
        social_yuan=None,
    )
    assert [(one.part, one.amount, one.is_over) for one in differences(account)] == [
        ("contract_yuan", Decimal("-0.11"), False),
        ("settled_yuan", Decimal("0.01"), True),
        ("final_yuan", Decimal("0.01"), True),
        ("funded", Decimal("0.00"), False),
    ]


@pytest.mark.parametrize("field", ["contract_yuan", "settled_yuan", "final_yuan"])
def test_a_sum_beyond_its_bound_owes_an_explanation(field):
    account = an_account(**{field: Decimal(101)}, fiscal_yuan=Decimal(84))
    account = replace(account, residents_yuan=account.final_yuan - 84, social_yuan=None)
    assert account_lacks(account) == (AccountLack.UNEXPLAINED,)
    assert account_lacks(replace(account, explanation="设计变更")) == ()


def test_funding_that_differs_is_not_explained_away():
    account = an_account(social_yuan=Decimal(6), explanation="暂欠")
    assert account_lacks(account) == (AccountLack.FUNDING_DIFFERS,)


@pytest.mark.parametrize("value", ["-1", "0.001", "10000000000000", "NaN", "Infinity"])
def test_a_sum_that_is_no_money_is_refused(value):
    account = replace(BARE, social_yuan=Decimal(value))
    error = refusal(account.checked, TODAY)
    assert (error.problem, error.facts["field"]) == (Problem.FIELD_INVALID, "social_yuan")


def test_zero_is_a_sum_and_trailing_zeros_are_no_fractions_of_a_fen():
    told = replace(BARE, social_yuan=Decimal("0.000"), residents_yuan=Decimal("12.3400"))
    assert told.checked(TODAY) is told


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"approved_by": None}, "approved_by"),
        ({"final_yuan": None}, "final_yuan"),
        ({"approved_on": date(2026, 11, 3)}, "approved_on"),
    ],
)
def test_half_an_approval_is_refused(given, field):
    assert refusal(an_account(**given).checked, TODAY).facts["field"] == field


def test_the_account_is_due_three_months_after_completion_unless_agreed_otherwise():
    assert BARE.due(date(2026, 11, 30)) == date(2027, 2, 28)
    assert BARE.due(None) is None
    agreed = replace(BARE, due_on=date(2026, 9, 30))
    assert agreed.due(date(2026, 11, 30)) == date(2026, 9, 30)
    assert agreed.is_overdue(None, date(2026, 10, 1))
    assert not agreed.is_overdue(None, date(2026, 9, 30))
    assert not replace(agreed, approved_on=TODAY).is_overdue(None, TODAY)


# -- warranties ----------


def a_warranty(kind=WarrantyKind.WATERPROOFING, **more):
    days = {"starts_on": ACCEPTED, "ends_on": date(2031, 5, 29)}
    return Warranty(**{"id": "w", "project_id": "p", "kind": kind, "part": "屋面", **days, **more})


@pytest.mark.parametrize(
    ("kind", "years"),
    [
        (WarrantyKind.WATERPROOFING, 5),
        (WarrantyKind.ELECTRICS, 2),
        (WarrantyKind.WATER, 2),
        (WarrantyKind.EQUIPMENT, 2),
        (WarrantyKind.DECORATION, 2),
    ],
)
def test_the_least_periods_are_those_of_article_40(kind, years):
    end = date(ACCEPTED.year + years, 5, 29)
    assert end_of(kind, ACCEPTED, None) == least_end(kind, ACCEPTED) == end
    assert a_warranty(kind, ends_on=end).checked()
    short = a_warranty(kind, ends_on=end.replace(day=28))
    error = refusal(short.checked)
    assert (error.problem, error.facts["least"]) == (Problem.WARRANTY_TOO_SHORT, end)


def test_two_heating_seasons_are_stated_as_a_day():
    assert refusal(end_of, WarrantyKind.HEATING, ACCEPTED, None).problem is (
        Problem.WARRANTY_END_UNKNOWN
    )
    assert a_warranty(WarrantyKind.HEATING, ends_on=date(2028, 3, 15)).checked()
    too_soon = a_warranty(WarrantyKind.HEATING, ends_on=date(2027, 3, 15))
    assert refusal(too_soon.checked).problem is Problem.WARRANTY_TOO_SHORT


@pytest.mark.parametrize("kind", [WarrantyKind.STRUCTURE, WarrantyKind.OTHER])
def test_where_a_contract_alone_decides_any_period_goes(kind):
    assert kind not in LEAST_MONTHS
    assert a_warranty(kind, ends_on=ACCEPTED).checked()
    assert end_of(kind, ACCEPTED, 600) == date(2076, 5, 29)


@pytest.mark.parametrize("months", [0, -1, 1201])
def test_a_period_that_is_none_is_refused(months):
    assert refusal(end_of, WarrantyKind.WATER, ACCEPTED, months).facts["field"] == "months"


def test_a_warranty_that_ends_before_it_begins_is_refused():
    wrong = a_warranty(WarrantyKind.OTHER, ends_on=date(2026, 5, 28))
    assert refusal(wrong.checked).problem is Problem.DAYS_UNORDERED


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2031, 2, 27), WarrantyState.RUNNING),
        (date(2031, 2, 28), WarrantyState.ENDING),
        (date(2031, 5, 29), WarrantyState.ENDING),
        (date(2031, 5, 30), WarrantyState.OVER),
    ],
)
def test_a_warranty_runs_through_its_last_day(today, state):
    assert a_warranty().state(today) is state


# -- handover and management ----------


@pytest.mark.parametrize(
    ("given", "problem", "field"),
    [
        ({"receiver": None}, Problem.NAME_EMPTY, "receiver"),
        ({"paper": None}, Problem.NAME_EMPTY, "paper"),
        ({"item": " "}, Problem.NAME_EMPTY, "item"),
        ({"handed_on": date(2026, 11, 3)}, Problem.DAY_TO_COME, "handed_on"),
    ],
)
def test_what_was_handed_over_names_to_whom_and_by_what(given, problem, field):
    error = refusal(a_handed_row(**given).checked, TODAY)
    assert (error.problem, error.facts["field"]) == (problem, field)


def test_what_waits_owes_only_its_name():
    row = a_handed_row(receiver=None, paper=None, handed_on=None).checked(TODAY)
    assert not row.is_done


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"signed_on": TODAY}, Problem.NAME_EMPTY),
        ({"body": "甲", "signed_on": date(2026, 11, 3)}, Problem.DAY_TO_COME),
        ({"rules_on": date(2027, 1, 1)}, Problem.DAY_TO_COME),
        ({"body": "甲", "signed_on": TODAY, "until_on": ACCEPTED}, Problem.DAYS_UNORDERED),
    ],
)
def test_a_management_that_cannot_be_is_refused(given, problem):
    management = Management(id="m", project_id="p", **given)
    assert refusal(management.checked, TODAY).problem is problem


# -- long-term management ----------


def answer(point, state, note="缺"):
    return CareAnswer(id=point, project_id="p", visit_id="v", point=point, state=state, note=note)


def test_there_are_six_and_eight_and_four_points():
    counts = [list(GROUPS.values()).count(group) for group in CareGroup]
    assert counts == [6, 8, 4]
    assert set(GROUPS) == set(CarePoint)


def test_what_lacks_owes_a_word_on_what():
    for state in (CareState.PARTLY, CareState.LACKING):
        bare = answer(CarePoint.PARKING, state, note=None)
        assert refusal(bare.checked).problem is Problem.REASON_NEEDED
    assert answer(CarePoint.PARKING, CareState.HELD, note=None).checked()


def test_each_list_is_counted_for_itself():
    found = [
        answer(CarePoint.CULTURE, CareState.LACKING),
        answer(CarePoint.PARKING, CareState.HELD),
        answer(CarePoint.ROADS, CareState.PARTLY),
    ]
    told = [(one.held, one.partly, one.lacking, one.unchecked) for one in tally_care(found)]
    assert told == [(0, 0, 1, 5), (1, 1, 0, 6), (0, 0, 0, 4)]
    assert [one.total for one in tally_care([])] == [6, 8, 4]
