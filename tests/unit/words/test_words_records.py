"""Names of records and fields: where a place is, what heads a column."""

import pytest

from inspector.core.projects import Place, PlaceKind
from inspector.words.records import address_text, field_name


def make_place(name):
    return Place(id=name, project_id="p", kind=PlaceKind.OUTDOOR, code="1", name=name)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["1幢", "一单元"], "1幢 一单元"),
        (["1幢", "1幢一单元", "加装电梯"], "1幢一单元 加装电梯"),
        ([], "部位待到"),
    ],
)
def test_an_address_says_each_building_once(names, text):
    assert address_text([make_place(name) for name in names]) == text


def test_an_address_is_parted_as_one_asks():
    assert address_text([make_place("1幢"), make_place("一单元")], " › ") == "1幢 › 一单元"


def test_a_column_of_fields_has_a_heading():
    assert (field_name("record"), field_name("field")) == ("记录", "字段")
