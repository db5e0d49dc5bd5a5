"""Spelling, hashing and comparing packs; the sentences about them."""

import string
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.checklists.codec import parse, plain
from inspector.checklists.diff import diff
from inspector.checklists.dump import content_hash, dump, spell
from inspector.checklists.load import load_bytes
from inspector.core.checklists import (
    AnswerSpec,
    AnswerState,
    AnswerType,
    Confidence,
    Control,
    Duty,
    EvidenceKind,
    Item,
    Level,
    Limits,
    Pack,
    Reference,
    Severity,
    Standard,
    Tier,
    Tolerance,
    Variant,
)
from inspector.core.packs import FaultCode, PackFault
from inspector.core.verdicts import Contradiction, Status, assess_item
from inspector.words import checklists as words
from inspector.words import packs as pack_words
from inspector.words import verdicts as verdict_words
from tests.kit.packs import make_head, make_item


def make_pack(*items, **head):
    made = make_head(**head)
    return Pack(head=made, items=items, hash=content_hash(spell(made, items)))


TEXTS = st.text(string.ascii_letters + "路面平整㛃𠮷䶮𬭎\"'\\<&>=", min_size=1, max_size=8)
DECIMALS = st.decimals(min_value=0, max_value=999, places=2)


@st.composite
def measured_items(draw):
    low = draw(st.none() | DECIMALS)
    high = draw(DECIMALS)
    limits = Limits(minimum=None if low is None else min(low, high), maximum=high)
    tolerance = Tolerance(minus=-draw(DECIMALS), plus=draw(st.none() | DECIMALS))
    variants = draw(st.sampled_from([(), (Variant(key="A", label_zh="甲", tolerance=tolerance),)]))
    answer = AnswerSpec(
        type=AnswerType.MEASURE,
        unit=draw(st.none() | TEXTS),
        decimals=draw(st.integers(0, 6)),
        points=draw(st.booleans()),
        limits=limits,
    )
    return make_item(
        answer=answer,
        variants=variants,
        title_zh=draw(TEXTS),
        note=draw(st.none() | TEXTS),
        evidence=tuple(draw(st.lists(st.sampled_from(EvidenceKind), max_size=3))),
        retired=draw(st.booleans()),
    )


@settings(max_examples=60)
@given(measured_items())
def test_any_item_survives_storing_and_reading_back(item):
    pack = make_pack(item)
    assert load_bytes(dump(pack), "stored.json") == pack
    assert parse(Item, plain(item)) == (item, [])


def test_numbers_keep_the_digits_that_were_written():
    answer = AnswerSpec(type=AnswerType.RATIO, limits=Limits(minimum=Decimal("4.0")))
    pack = make_pack(make_item(answer=answer))
    read = load_bytes(dump(pack), "x").items[0].answer.limits.minimum
    assert str(read) == "4.0"
    assert 'minimum":"4.0"' in dump(pack).decode()


def test_another_wording_has_another_hash():
    assert make_pack(make_item()).hash != make_pack(make_item(note="注")).hash


# -- differences -------------------------------------------------------------------------------

OLD_ANSWER = AnswerSpec(type=AnswerType.MEASURE, unit="mm", limits=Limits(maximum=Decimal(5)))
NEW_ANSWER = replace(OLD_ANSWER, limits=Limits(maximum=Decimal(3)))
CASES = (
    Variant(key="A", label_zh="甲", limits=Limits(maximum=Decimal(5))),
    Variant(key="B", label_zh="乙", limits=Limits(maximum=Decimal(4))),
)


def test_the_same_pack_shows_no_difference():
    assert diff(make_pack(make_item()), make_pack(make_item())).is_empty


def test_differences_are_told_item_by_item_and_field_by_field():
    before = make_pack(make_item("RD-001", OLD_ANSWER, variants=CASES), make_item("RD-002"))
    after = make_pack(
        make_item("RD-001", NEW_ANSWER, variants=CASES[1:], tools=("eye", "tape")),
        make_item("RD-003"),
        version="2",
    )
    found = diff(before, after)
    assert (found.added, found.removed) == (("RD-003",), ("RD-002",))
    assert [(c.field, c.before, c.after) for c in found.head] == [("version", "1", "2")]
    (item,) = found.changed
    assert item.item_id == "RD-001"
    assert [(c.field, c.before, c.after) for c in item.fields] == [
        ("answer.limits.maximum", "5", "3"),
        ("variants[A].key", "A", ""),
        ("variants[A].label_zh", "甲", ""),
        ("variants[A].limits.maximum", "5", ""),
        ("tools", "", "eye、tape"),
    ]
    assert pack_words.diff_lines(found)[:4] == [
        "新增 RD-003",
        "取消 RD-002",
        "version：“1”改为“2”",
        "RD-001 · answer.limits.maximum：“5”改为“3”",
    ]


def test_a_change_in_a_list_of_the_head_is_told_by_its_key():
    standard = Standard(
        key="CJJ1", code="CJJ 1-2008", title_zh="规范", title_en="Code", confidence=Confidence.KNOWN
    )
    before = make_pack(make_item(), standards=(standard,), checked_on=date(2026, 1, 1))
    renewed = replace(standard, code="CJJ 1-2027")
    after = make_pack(make_item(), standards=(renewed,), checked_on=date(2027, 1, 1))
    assert [change.field for change in diff(before, after).head] == [
        "checked_on",
        "standards[CJJ1].code",
    ]


# -- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (words.state_name, AnswerState),
        (words.severity_name, Severity),
        (words.duty_name, Duty),
        (words.control_name, [*Control, None]),
        (words.tier_name, Tier),
        (words.level_name, Level),
        (words.confidence_name, Confidence),
        (words.evidence_name, EvidenceKind),
        (words.answer_type_name, AnswerType),
        (words.contradiction_sentence, Contradiction),
        (verdict_words.status_name, Status),
    ],
)
def test_every_code_has_a_name_of_its_own(name, codes):
    names = [name(code) for code in codes]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_a_sentence(code):
    names = ("line", "column", "reason", "limit_mb", "value", "allowed", "first", "low", "high")
    facts = (*((name, f"⟨{name}⟩") for name in names), ("wanted", "str"))
    fault = PackFault(file="RD.toml", item="RD-001", field="answer", code=code, facts=facts)
    assert pack_words.fault_sentence(fault).startswith("RD.toml · RD-001 · answer：")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (AnswerSpec(type=AnswerType.MEASURE, limits=Limits(maximum=Decimal(-5))), "≤ −5"),
        (
            AnswerSpec(
                type=AnswerType.MEASURE,
                unit="cm",
                limits=Limits(minimum=Decimal(1), maximum=Decimal(2), strict_minimum=True),
            ),
            "> 1，≤ 2 cm",
        ),
        (AnswerSpec(type=AnswerType.DEVIATION, tolerance=Tolerance(plus=Decimal(3))), "≤ +3"),
    ],
)
def test_unusual_limits_are_written_plainly(answer, text):
    assert words.limit_text(make_item(answer=answer)) == text


def test_a_reference_is_cited_with_its_mark():
    ref = Reference(
        std="CJJ 1-2008", std_key="CJJ1", clause="8.5.1", confidence=Confidence.VERIFIED
    )
    assert words.reference_text(ref) == "CJJ 1-2008 8.5.1（已核）"
    assert words.reference_text(replace(ref, clause=None)) == "CJJ 1-2008（已核）"


def test_a_failed_item_suggests_the_text_of_its_defect():
    item = make_item(answer=replace(OLD_ANSWER, points=True))
    seen = assess_item(item, readings=[Decimal(3), Decimal("7.6")])
    assert words.suggested_defect_text(item, seen) == (
        "沥青路面平整度不符合要求：最不利值 7.6 mm，1 点不合格"
    )
    assert words.suggested_defect_text(item, None) == "沥青路面平整度不符合要求"


def test_titles_follow_the_language_and_fall_back_on_chinese():
    item = make_item()
    assert words.item_title(item) == "沥青路面平整度"
    assert words.requirement(item) == "表面平整。"
    assert words.variant_label(CASES[0]) == "甲"
    assert words.discipline_title(make_head().disciplines[0]) == "道路"
