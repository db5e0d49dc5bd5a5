"""What a template asks for is there, missing, waived, or not asked for; each with its ground."""

import pytest

from inspector.core.completeness import (
    Excuse,
    Ground,
    Held,
    Holding,
    Holdings,
    Subject,
    WantState,
    judge,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.filingfile import parse_template
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind

KINDS = [*PaperKind, *DocumentKind]
TEXT = """
format = 1
name = "试"
number = "{project}-{class}-{volume:03d}"
photo = "{volume}-{number:04d}"
pages_per_volume = 10
retentions = ["永久"]
secrecies = ["公开"]
excused = { budget = "区里统一存档" }
only_with = { special_acceptance = ["FS", "EL"] }
photo_elements = ["matter", "taken"]
[[class]]
code = "A"
title = "准备"
retention = "永久"
secrecy = "公开"
kinds = ["permit", "budget", "special_acceptance"]
required = ["permit", "budget", "special_acceptance"]
[[class]]
code = "E"
title = "其他"
retention = "永久"
secrecy = "公开"
required = ["notice_replies"]
rest = true
photos = true
"""
FILE = Held(title="施工许可证", number="3301-7", sha256="ab")
WAIVER = Excuse(ground=Ground.WAIVER, authority="区改造办", paper="会议纪要 3 号", reason="免办")


@pytest.fixture(scope="module")
def template():
    return parse_template(TEXT, "试.toml", KINDS)


def standing(template, what, holding=None, excuse=None, disciplines=("FS",)):
    holdings = Holdings(
        by_want={what: holding} if holding else {},
        excuses={what: excuse} if excuse else {},
        disciplines=frozenset(disciplines),
    )
    return next(one for one in judge(template, holdings).wants if one.what == what)


@pytest.mark.parametrize(
    ("what", "holding", "excuse", "disciplines", "stands"),
    [
        ("permit", Holding(there=(FILE,)), None, "", "there held"),
        ("permit", Holding(there=(FILE,)), WAIVER, "", "there held"),
        ("permit", None, None, "", "missing nothing_held"),
        ("permit", None, WAIVER, "", "waived waiver"),
        ("permit", Holding(lacking=("7",), lack=Ground.NO_FILE), None, "", "missing no_file"),
        ("permit", Holding(there=(FILE,), lacking=("7",)), None, "", "missing part_lacks"),
        ("permit", Holding(there=(FILE,), lacking=("7",)), WAIVER, "", "waived waiver"),
        ("budget", None, None, "", "not_applicable by_template"),
        ("budget", Holding(there=(FILE,)), None, "", "there held"),
        ("special_acceptance", None, None, "RD", "not_applicable out_of_scheme"),
        ("special_acceptance", None, None, "FS", "missing nothing_held"),
        ("special_acceptance", None, WAIVER, "EL", "waived waiver"),
        ("notice_replies", Holding(is_owed=False), None, "", "not_applicable not_owed"),
        ("notice_replies", Holding(lacking=("1",)), None, "", "missing part_lacks"),
    ],
)
def test_each_want_stands_as_the_records_have_it(
    template, what, holding, excuse, disciplines, stands
):
    state, ground = stands.split()
    want = standing(template, what, holding, excuse, (disciplines,))
    assert (want.state, want.ground) == (state, ground)
    assert (want.excuse is not None) == (state == "waived")
    assert want.reason == ("区里统一存档" if ground == "by_template" else "")


def test_only_what_is_missing_is_a_gap(template):
    found = judge(template, Holdings(by_want={"permit": Holding(there=(FILE,))}))
    assert [one.what for one in found.wants] == [
        *("permit", "budget", "special_acceptance", Subject.NOTICE_REPLIES)
    ]
    assert [one.what for one in found.gaps] == [Subject.NOTICE_REPLIES]
    assert not found.is_complete
    assert sum(found.count(state) for state in WantState) == len(found.wants)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('["notice_replies"]', '["notice_reply"]', "class[2].required"),
        ('["notice_replies"]', '["permit"]', "class[2].required"),
        ('["notice_replies"]', '["notice_replies", "notice_replies"]', "class[2].required"),
        ('["notice_replies"]', "3", "class[2].required"),
        ("budget = ", "drawings = ", "excused.drawings"),
        ('"区里统一存档"', '" "', "excused.budget"),
        ('["FS", "EL"]', "[]", "only_with.special_acceptance"),
        ('["FS", "EL"]', '"FS"', "only_with.special_acceptance"),
        ("special_acceptance = [", "permits = [", "only_with.permits"),
        ('"matter", "taken"', '"matter", "who"', "photo_elements"),
        ("pages_per_volume", "drawings_per_volume = 0\npages_per_volume", "drawings_per_volume"),
    ],
)
def test_each_fault_of_what_is_asked_for_is_named_by_its_key(old, new, key):
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    with pytest.raises(InspectorError) as caught:
        parse_template(text, "试.toml", KINDS)
    assert caught.value.problem is Problem.FILING_VALUE_WRONG
    assert caught.value.facts["key"] == key


def test_a_template_of_before_asks_for_nothing_but_all_elements():
    text = "\n".join(
        line for line in TEXT.splitlines() if not line.startswith(("required", "excused", "only"))
    ).replace('photo_elements = ["matter", "taken"]', "")
    template = parse_template(text, "旧.toml", KINDS)
    assert judge(template, Holdings(by_want={})).wants == ()
    assert len(template.photo_elements) == 6
