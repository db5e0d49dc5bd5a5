"""Names that travel to every system, and values of a bundle."""

import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.bundles import (
    MAX_PART,
    BundlePlan,
    CatalogueEntry,
    Member,
    NameFault,
    date8,
    fit_part,
    name_fault,
    part_fault,
    taken_names,
)
from inspector.core.errors import InspectorError, Problem

MADE_AT = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("001_联合竣工验收报告.pdf", None),
        ("𠮷䶮㛃.jpg", None),
        (".htaccess", None),
        ("", NameFault.EMPTY),
        ("e\u0301.jpg", NameFault.NOT_NFC),
        ('a"b', NameFault.UNFIT_CHARACTER),
        ("50%", NameFault.UNFIT_CHARACTER),
        ("a\\b", NameFault.UNFIT_CHARACTER),
        ("a\u202eb", NameFault.UNFIT_CHARACTER),
        ("a\x00", NameFault.UNFIT_CHARACTER),
        ("字" * 61, NameFault.TOO_LONG),
        ("a ", NameFault.OUTER_DOT_OR_SPACE),
        ("　a", NameFault.OUTER_DOT_OR_SPACE),
        ("a.", NameFault.OUTER_DOT_OR_SPACE),
        ("..", NameFault.OUTER_DOT_OR_SPACE),
        (".", NameFault.OUTER_DOT_OR_SPACE),
        ("nul.txt", NameFault.DEVICE_NAME),
        ("Com1", NameFault.DEVICE_NAME),
        ("COM¹.log", NameFault.DEVICE_NAME),
        ("aux .txt", NameFault.DEVICE_NAME),
        ("COM10", None),
    ],
)
def test_a_part_of_a_name_is_judged(part, fault):
    assert part_fault(part) is fault


@pytest.mark.parametrize("name", ["/a", "a//b", "a/", "../a", "a/../b", "a/./b"])
def test_a_path_that_leads_elsewhere_is_no_name(name):
    assert name_fault(name) is not None


@given(st.text(max_size=120), st.sampled_from(["", ".pdf", ".jpg", ".tar.gz"]))
def test_any_text_can_be_made_a_fit_name(text, suffix):
    part = fit_part(text, suffix)
    assert part_fault(part) is None
    assert part.endswith(suffix)
    assert len(part) <= MAX_PART


@given(st.text(max_size=60))
def test_a_fit_name_is_left_as_it_is(text):
    part = fit_part(text)
    assert fit_part(part) == part


def test_characters_that_windows_refuses_become_their_full_width_twins():
    assert fit_part('问题: "甲/乙" <3?>', ".pdf") == "问题： ＂甲／乙＂ ＜3？＞.pdf"


def test_a_long_title_keeps_its_suffix():
    assert fit_part("验" * 99, ".pdf") == "验" * 56 + ".pdf"


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        (["a", "b"], ()),
        (["A.jpg", "a.JPG"], ("a.JPG",)),
        (["straße", "STRASSE"], ("STRASSE",)),
        (["a", "a/b"], ("a/b",)),
        (["a/b", "A"], ("A",)),
        (["a/b/c", "a/B"], ("a/B",)),
        (["é", "e\u0301"], ("e\u0301",)),
    ],
)
def test_names_that_fall_together_are_found(names, taken):
    assert taken_names(names) == taken


@given(st.lists(st.text(min_size=1, max_size=4)))
def test_two_spellings_of_one_name_are_never_both_free(names):
    doubled = [n.upper() for n in names] + [unicodedata.normalize("NFD", n) for n in names]
    assert len(taken_names([*names, *doubled])) >= len(names)


@pytest.mark.parametrize(
    ("root", "members", "problem"),
    [
        ("包", (), Problem.BUNDLE_EMPTY),
        ("a/b", (Member("x", b""),), Problem.BUNDLE_NAME_UNFIT),
        ("包", (Member("../x", b""),), Problem.BUNDLE_NAME_UNFIT),
        ("包", (Member("x", b""), Member("X", b"")), Problem.BUNDLE_NAME_UNFIT),
    ],
)
def test_a_plan_that_cannot_be_unpacked_everywhere_is_refused(root, members, problem):
    with pytest.raises(InspectorError) as caught:
        BundlePlan(root=root, members=members, info=(), made_at=MADE_AT)
    assert caught.value.problem is problem


def test_a_sound_plan_stands():
    plan = BundlePlan(root="包", members=(Member("a/b", Path("x")),), info=(), made_at=MADE_AT)
    assert plan.members[0].name == "a/b"


@pytest.mark.parametrize(
    ("first", "last", "is_last", "text"),
    [(None, None, True, ""), (3, 9, False, "3"), (3, 9, True, "3-9"), (3, 3, True, "3-3")],
)
def test_only_the_last_document_shows_its_end_page(first, last, is_last, text):
    entry = CatalogueEntry(
        sequence=1,
        number="",
        creator="",
        title="",
        date8="",
        first_page=first,
        last_page=last,
        is_last=is_last,
    )
    assert entry.pages_text == text


def test_a_date_has_eight_digits():
    assert date8(date(2026, 1, 2)) == "20260102"
