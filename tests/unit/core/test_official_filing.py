"""What the filing asks for: codes that check themselves, a position, the day it is owed."""

from datetime import date
from decimal import Decimal

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.official_filing import Filing, filing_due, is_unit_code

TODAY = date(2026, 12, 1)


def filing(**facts):
    return Filing(id="f", project_id="p", **facts)


@pytest.mark.parametrize("code", ["91350100M000100Y43", "911101085923662400"])
def test_a_code_whose_last_sign_checks_is_taken(code):
    assert is_unit_code(code)
    assert filing(owner_code=code).checked(TODAY).owner_code == code


@pytest.mark.parametrize(
    "code",
    [
        "91350100M000100Y44",
        "91350100M000100Z43",
        "91350100M000100Y4",
        "91350100I000100Y43",
        "91350100m000100y43",
        "",
    ],
)
def test_a_mistyped_code_is_refused(code):
    assert not is_unit_code(code)


@pytest.mark.parametrize("at", range(17))
def test_any_one_wrong_figure_is_noticed(at):
    code = "91350100M000100Y43"
    other = "5" if code[at] != "5" else "6"
    assert not is_unit_code(code[:at] + other + code[at + 1 :])


@pytest.mark.parametrize(
    ("facts", "problem", "field"),
    [
        ({"region_code": "3301"}, Problem.REGION_CODE_WRONG, "region_code"),
        ({"region_code": "33010a"}, Problem.REGION_CODE_WRONG, "region_code"),
        ({"owner_code": "91350100M000100Y44"}, Problem.UNIT_CODE_WRONG, "owner_code"),
        (
            {"latitude": Decimal(91), "longitude": Decimal(120)},
            Problem.FIELD_INVALID,
            "latitude",
        ),
        (
            {"latitude": Decimal("NaN"), "longitude": Decimal(120)},
            Problem.FIELD_INVALID,
            "latitude",
        ),
        ({"latitude": Decimal(30)}, Problem.NAME_EMPTY, "longitude"),
        ({"filed_on": date(2026, 12, 2)}, Problem.DAY_TO_COME, "filed_on"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(facts, problem, field):
    with pytest.raises(InspectorError) as caught:
        filing(**facts).checked(TODAY)
    assert caught.value.problem is problem
    assert caught.value.facts["field"] == field


@pytest.mark.parametrize("code", ["330104", "330104001", "330104001002"])
def test_counties_subdistricts_and_communities_have_codes(code):
    assert filing(region_code=code).checked(TODAY).region_code == code


def test_it_is_owed_fifteen_days_after_the_acceptance():
    assert filing_due(date(2026, 11, 22)) == date(2026, 12, 7)
    assert filing_due(None) is None
