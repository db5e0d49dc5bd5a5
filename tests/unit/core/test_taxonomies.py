"""The kind of renovation under each taxonomy, derived from the works in scope (guide 5.4)."""

from types import SimpleNamespace

import pytest

from inspector.core.checklists import Tier, TierName, TierOverride, TierProfile
from inspector.core.taxonomies import renovation_type

HANGZHOU = TierProfile(
    code="hangzhou",
    title_zh="基础类／综合类",
    levels=("基础类改造", "综合类改造"),
    names=(
        TierName(tier=Tier.BASIC, name="基础类改造"),
        TierName(tier=Tier.IMPROVEMENT, name="综合类改造"),
        TierName(tier=Tier.UPLIFT, name="综合类改造"),
    ),
    overrides=(
        TierOverride(target="GR", name="基础类改造"),
        TierOverride(target="GR-009", name="综合类改造"),
    ),
)


def item(item_id, tier):
    return SimpleNamespace(id=item_id, discipline=item_id[:2], tier=tier)


@pytest.mark.parametrize(
    ("items", "name"),
    [
        ([item("RD-001", Tier.BASIC)], "基础类改造"),
        ([item("RD-001", Tier.BASIC), item("PK-001", Tier.IMPROVEMENT)], "综合类改造"),
        ([item("GR-001", Tier.IMPROVEMENT)], "基础类改造"),
        ([item("GR-001", Tier.IMPROVEMENT), item("GR-009", Tier.BASIC)], "综合类改造"),
        ([], None),
    ],
)
def test_the_highest_level_in_scope_names_the_renovation(items, name):
    assert renovation_type(HANGZHOU, items) == name


def test_a_level_that_the_taxonomy_does_not_list_is_none():
    profile = TierProfile(code="x", title_zh="x", levels=("甲",))
    assert renovation_type(profile, [item("RD-001", Tier.BASIC)]) is None
