"""Items and packs by themselves."""

import pytest

from inspector.core.checklists import (
    AnswerState,
    Discipline,
    Pack,
    PackRef,
    ShowRule,
    Tier,
    TierName,
    TierOverride,
    TierProfile,
)
from inspector.core.errors import InspectorError, Problem
from tests.kit.packs import make_head, make_item

LAMP = make_item("LT-001", shown_when=ShowRule(item="RD-001", state=AnswerState.PASS))


def make_pack(*items):
    return Pack(head=make_head(), items=items, hash="ab12")


def test_a_pack_is_referred_to_by_id_version_and_hash():
    assert make_pack(make_item()).ref == PackRef("cn-test", "1", "ab12")


def test_an_item_is_found_by_its_id_or_refused():
    pack = make_pack(make_item("RD-001"), make_item("RD-002"))
    assert pack.item("RD-002").id == "RD-002"
    with pytest.raises(InspectorError) as refused:
        pack.item("RD-999")
    assert refused.value.problem is Problem.RECORD_MISSING


def test_retired_items_stay_readable_but_are_not_in_force():
    pack = make_pack(make_item("RD-001"), make_item("RD-002", retired=True))
    assert [item.id for item in pack.of_discipline("RD")] == ["RD-001"]
    assert pack.item("RD-002").retired
    assert list(pack.by_id()) == ["RD-001", "RD-002"]


@pytest.mark.parametrize(
    ("states", "rule"),
    [
        ({"RD-001": AnswerState.PASS}, None),
        ({"RD-001": AnswerState.FAIL}, "LT-001:RD-001=pass"),
        ({"RD-001": AnswerState.NOT_APPLICABLE}, "LT-001:RD-001=pass"),
        ({"RD-001": AnswerState.UNCHECKED}, None),
        ({}, None),
    ],
)
def test_a_hidden_item_names_the_rule_that_hides_it(states, rule):
    assert LAMP.hidden_by(states) == rule


def test_an_item_without_a_rule_always_shows():
    assert make_item().hidden_by({}) is None


def test_a_region_names_tiers_by_item_then_discipline_then_tier():
    profile = TierProfile(
        code="x",
        title_zh="某地",
        levels=("甲", "乙", "丙"),
        names=(TierName(tier=Tier.BASIC, name="甲"),),
        overrides=(
            TierOverride(target="RD-002", name="丙"),
            TierOverride(target="LT", name="乙"),
        ),
    )
    assert profile.name_of(make_item("RD-001")) == "甲"
    assert profile.name_of(make_item("RD-002")) == "丙"
    assert profile.name_of(make_item("RD-003", tier=Tier.UPLIFT)) is None


def test_a_pack_gives_its_heads_facts():
    pack = make_pack(make_item())
    assert (pack.id, pack.version) == ("cn-test", "1")
    assert pack.disciplines == (Discipline(code="RD", title_zh="道路", title_en="Roads"),)
