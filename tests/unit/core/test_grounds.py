"""Identifiers, numbers, texts and trees that everything stands on."""

import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import natural_id, uuid7
from inspector.core.numbers import (
    checked_place_code,
    checked_project_code,
    document_number,
    human_number,
)
from inspector.core.people import CROCKFORD, checked_machine_code, machine_code
from inspector.core.projects import Place, PlaceKind, address_of, building_code, by_tree, path_of
from inspector.core.text import clean, named

MS = st.integers(0, 2**48 - 1)


@given(MS, st.binary(min_size=10, max_size=10))
def test_an_identifier_is_a_uuid_of_version_7_that_tells_its_time(now_ms, random):
    made = uuid.UUID(uuid7(now_ms, random))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == now_ms


@given(MS, MS, st.binary(min_size=10, max_size=10))
def test_identifiers_sort_by_time(early, late, random):
    if early < late:
        assert uuid7(early, random) < uuid7(late, b"\0" * 10)


def test_a_natural_key_gives_one_identifier_everywhere():
    assert natural_id("p", "answer", "v", "b", "RD-001") == natural_id(
        "p", "answer", "v", "b", "RD-001"
    )
    assert natural_id("p", "answer", "v", "b") != natural_id("p", "answer", "vb")
    assert natural_id("p", "answer", "v") != natural_id("q", "answer", "v")


def test_numbers_read_as_people_write_them():
    assert human_number("JF2", "12", "K7", 43) == "JF2-12-K7-0043"
    assert human_number("JF2", "00", "K7", 12345) == "JF2-00-K7-12345"
    assert document_number("ZG", 2026, "JF2", "K7", 7) == "ZG-2026-JF2-K7-007"


@pytest.mark.parametrize("code", ["jf2", " JF2 ", "JF2"])
def test_a_project_code_is_kept_in_capitals(code):
    assert checked_project_code(code) == "JF2"


@pytest.mark.parametrize("code", ["", "2JF", "J", "JF-2", "景芳", "JFJFJFJFJ", "JF2\n", "É2"])
def test_a_project_code_that_would_break_numbers_is_refused(code):
    if code.strip() != "JF2":
        with pytest.raises(InspectorError) as caught:
            checked_project_code(code)
        assert caught.value.problem is Problem.CODE_INVALID


@pytest.mark.parametrize("code", ["", "12-1", "一", "1234567"])
def test_a_place_code_that_would_break_numbers_is_refused(code):
    with pytest.raises(InspectorError):
        checked_place_code(code)


@given(st.binary(min_size=16, max_size=16))
def test_a_derived_machine_code_is_one_that_an_office_could_give(replica):
    code = machine_code(replica)
    assert checked_machine_code(code) == code
    assert set(code) <= set(CROCKFORD)


@pytest.mark.parametrize("code", ["L1", "AI", "O1", "1U", "A", "ABCD", "一1", ""])
def test_a_machine_code_that_could_be_misread_is_refused_by_its_own_rule(code):
    with pytest.raises(InspectorError) as caught:
        checked_machine_code(code)
    assert caught.value.problem is Problem.MACHINE_CODE_INVALID


@given(st.text())
def test_a_cleaned_text_stays_as_it_is_when_cleaned_again(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  张㛃 ", "张㛃"),
        ("陈\u0000䶮", "陈䶮"),
        ("左\u202e右", "左右"),
        ("a\r\nb", "a\nb"),
        ("𠮷𬭎", "𠮷𬭎"),
        ("<b>\"'", "<b>\"'"),
        ("e\u0301", "é"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_the_rest_kept(typed, kept):
    assert clean(typed) == kept


def test_a_name_is_one_line_and_not_empty():
    assert named("景芳\n二区", "name") == "景芳 二区"
    with pytest.raises(InspectorError) as caught:
        named(" \u200b ", "name")
    assert caught.value.facts == {"field": "name"}


def test_equal_data_are_spelled_alike():
    assert (
        canonical({"b": Decimal("7.40"), "a": None, "c": [1, "二"]}) == '{"b":"7.40","c":[1,"二"]}'
    )
    with pytest.raises(TypeError):
        canonical({"x": 0.1})


def make_place(place_id, parent=None, kind=PlaceKind.OUTDOOR, code="1", position=0):
    return Place(
        id=place_id,
        project_id="p",
        kind=kind,
        code=code,
        name=place_id,
        parent_id=parent,
        position=position,
    )


def test_places_stand_as_a_tree_in_their_order():
    places = [
        make_place("u1", "b2"),
        make_place("b2", "c", position=2),
        make_place("b1", "c", position=1),
        make_place("c"),
    ]
    assert [(depth, place.id) for depth, place in by_tree(places)] == [
        (0, "c"),
        (1, "b1"),
        (1, "b2"),
        (2, "u1"),
    ]


def test_a_place_whose_parent_has_not_arrived_is_shown_at_the_root():
    assert [depth for depth, _place in by_tree([make_place("x", "gone")])] == [0]


def test_a_ring_of_parents_hides_nothing_and_ends():
    ring = [make_place("a", "b"), make_place("b", "a")]
    assert {place.id for _depth, place in by_tree(ring)} == {"a", "b"}
    assert [place.id for place in path_of("a", {place.id: place for place in ring})] == ["b", "a"]


@given(st.lists(st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 9))), max_size=12))
def test_no_place_is_ever_left_out_of_the_tree(links):
    places = list(
        {str(i): make_place(str(i), None if p is None else str(p)) for i, p in links}.values()
    )
    assert sorted(place.id for _depth, place in by_tree(places)) == sorted(p.id for p in places)


def test_the_building_of_a_place_is_found_upwards():
    places = {
        "c": make_place("c", kind=PlaceKind.COMMUNITY),
        "b": make_place("b", "c", PlaceKind.BUILDING, "12"),
        "u": make_place("u", "b", PlaceKind.UNIT, "2"),
    }
    assert building_code("u", places) == "12"
    assert building_code("c", places) is None


@pytest.mark.parametrize(
    ("communities", "address"),
    [([], ["b", "u"]), (["c"], ["b", "u"]), (["c", "d"], ["c", "b", "u"])],
)
def test_an_address_names_the_building_and_one_of_several_communities(communities, address):
    above = communities[0] if communities else None
    grounds = [
        *(make_place(one, kind=PlaceKind.COMMUNITY) for one in communities),
        make_place("b", above, PlaceKind.BUILDING, "12"),
        make_place("u", "b", PlaceKind.UNIT, "2"),
    ]
    places = {place.id: place for place in grounds}
    assert [place.id for place in address_of("u", places)] == address
    assert [place.id for place in address_of("c", places)] == communities[:1]
    assert address_of("gone", places) == ()
