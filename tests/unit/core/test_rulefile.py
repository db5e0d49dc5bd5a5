"""The rule table of an office as a text file: what it says counts, each fault is named."""

# ruff: noqa: E501 - the table of faults: one line each
from fractions import Fraction

import pytest

from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import Presence
from inspector.core.projects import PartyRole
from inspector.core.rulefile import parse_rules
from inspector.core.rules import CONSEQUENCES, FIXED, Clause, RuleTable
from inspector.folders import resources

SHIPPED = (resources() / "rules" / "acceptance.toml").read_text(encoding="utf-8")
HEAD = 'format = 1\nname = "试行"\n'


def refused(text):
    with pytest.raises(InspectorError) as error:
        parse_rules(text, "规则.toml")
    return error.value


def test_the_shipped_table_says_every_value_that_a_table_has():
    table = parse_rules(SHIPPED, "acceptance.toml")
    assert table.required >= {PartyRole.OFFICE, PartyRole.OWNER, PartyRole.RESIDENTS}
    assert table.residents_share == Fraction(2, 3)
    assert table.general_share == Fraction(4, 5)
    assert not table.in_principle
    assert dict(table.consequences) == dict(CONSEQUENCES)
    for clause in CONSEQUENCES:
        assert f"\n{clause.value} = " in SHIPPED


def test_what_a_file_leaves_out_is_as_usual():
    assert parse_rules(HEAD, "规则.toml") == RuleTable(name="试行")


def test_an_office_writes_its_own_values():
    text = (
        HEAD
        + '[parties]\nrequired = ["owner"]\nveto = []\nleft_early_attends = true\n'
        + 'late_attends = false\n[opinions]\nresidents_share = "66.5%"\nin_principle = true\n'
        + '[records]\nopen_major_max = 2\n[consequences]\nopen_critical = "fail"\n'
    )
    table = parse_rules(text, "规则.toml")
    assert table.required == {PartyRole.OWNER}
    assert table.attends == {Presence.PRESENT, Presence.LEFT_EARLY}
    assert table.residents_share == Fraction(133, 200)
    assert table.major_max == 2
    assert table.consequence(Clause.OPEN_CRITICAL) is ConclusionKind.FAIL
    assert table.consequence(Clause.OPEN_MINOR) is ConclusionKind.IN_PRINCIPLE


@pytest.mark.parametrize(
    ("text", "problem", "key"),
    [
        ("format = ", Problem.RULES_NOT_READ, None),
        ("x" * 200_000, Problem.RULES_NOT_READ, None),
        ('name = "试行"', Problem.RULES_VALUE_WRONG, "format"),
        ("format = 1", Problem.RULES_VALUE_WRONG, "name"),
        (HEAD + "parties = 3", Problem.RULES_VALUE_WRONG, "parties"),
        (HEAD + "consequences = 3", Problem.RULES_VALUE_WRONG, "consequences"),
        (HEAD + "[party]\nveto = []", Problem.RULES_KEY_UNKNOWN, "party"),
        (HEAD + "[parties]\nvetos = []", Problem.RULES_KEY_UNKNOWN, "parties.vetos"),
        (HEAD + '[parties]\nveto = ["街道"]', Problem.RULES_VALUE_WRONG, "parties.veto"),
        (HEAD + '[parties]\nveto = "owner"', Problem.RULES_VALUE_WRONG, "parties.veto"),
        (HEAD + "[parties]\nlate_attends = 1", Problem.RULES_VALUE_WRONG, "parties.late_attends"),
        (HEAD + "[opinions]\ndisagree_max = -1", Problem.RULES_VALUE_WRONG, "opinions.disagree_max"),
        (HEAD + "[opinions]\ndisagree_max = true", Problem.RULES_VALUE_WRONG, "opinions.disagree_max"),
        *(
            (
                HEAD + f"[records]\ngeneral_share = {share}",
                Problem.RULES_VALUE_WRONG,
                "records.general_share",
            )
            for share in ("0.8", '"80"', '"120%"', '"2/0"', '"许多%"', '"-1/2"')
        ),
        (HEAD + '[consequences]\nno_veto = "undecided"', Problem.RULES_VALUE_WRONG, "consequences.no_veto"),
        (HEAD + '[consequences]\nno_veto = "pass"', Problem.RULES_VALUE_WRONG, "consequences.no_veto"),
        (HEAD + '[consequences]\nall_checked = "rework"', Problem.RULES_KEY_UNKNOWN, "consequences.all_checked"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_key(text, problem, key):
    error = refused(text)
    assert error.problem is problem
    assert error.facts["file"] == "规则.toml"
    assert error.facts.get("key") == key


@pytest.mark.parametrize("clause", FIXED)
def test_no_office_softens_what_is_not_complete(clause):
    assert RuleTable(name="试行").consequence(clause) is ConclusionKind.UNDECIDED
