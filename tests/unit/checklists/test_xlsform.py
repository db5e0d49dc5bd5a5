"""A pack as an XLSForm and back, edits in a form tool, and forms that were made elsewhere."""

import json
from decimal import Decimal

import pytest

from inspector.checklists.dump import dump
from inspector.checklists.grid import Sheet
from inspector.checklists.load import load_sheets, national
from inspector.checklists.xlsform import form_of
from inspector.core.checklists import AnswerState, AnswerType, Duty
from inspector.core.errors import InspectorError, Problem


@pytest.fixture(scope="module")
def form():
    return form_of(json.loads(dump(national())))


def edited(form, name, **columns):
    """Give the form with cells of one question changed."""
    survey, *others = form
    head = survey.rows[0]
    rows = [
        tuple(columns.get(column, cell) for column, cell in zip(head, row, strict=True))
        if row[1] == name
        else row
        for row in survey.rows
    ]
    return [Sheet(survey.name, tuple(rows)), *others]


def test_the_national_pack_comes_back_the_same(form):
    assert load_sheets(form, "form.xlsx") == national()


def test_what_is_edited_in_a_form_tool_counts(form):
    measured = next(
        item for item in national().items if item.answer.limits and item.answer.limits.maximum
    )
    changes = {
        "label::中文 (zh)": "新的名称",
        "required": "no",
        "relevant": "${RD-001} = 'fail'",
        "constraint": ". > 1.50 and . <= 7",
    }
    item = load_sheets(edited(form, measured.id, **changes), "form.xlsx").item(measured.id)
    assert item.title_zh == "新的名称"
    assert item.duty is Duty.OPTIONAL
    assert (item.shown_when.item, item.shown_when.state) == ("RD-001", AnswerState.FAIL)
    limits = item.answer.limits
    assert (str(limits.minimum), limits.maximum) == ("1.50", Decimal(7))
    assert limits.strict_minimum
    assert item.answer.unit == measured.answer.unit


ELSEWHERE = [
    Sheet(
        "survey",
        (
            ("type", "name", "label", "hint", "required", "constraint"),
            ("begin group", "RD", "道路", None, None, None),
            ("decimal", "RD-1", "平整度", "最大间隙", "yes", ". <= 5"),
            ("select_one yn", "RD-2", "标线", None, None, None),
            ("end group", None, None, None, None, None),
        ),
    ),
    Sheet("choices", (("list_name", "name", "label"), ("yn", "y", "有"), ("yn", "n", "无"))),
    Sheet("settings", (("form_title", "form_id", "version"), ("道路检查", "roads", "3"))),
]


def test_a_form_made_elsewhere_is_taken_in_with_stated_defaults():
    pack = load_sheets(ELSEWHERE, "form.xlsx")
    assert (pack.id, pack.version, pack.head.title_zh) == ("roads", "3", "道路检查")
    measured, chosen = pack.items
    assert measured.answer.type is AnswerType.MEASURE
    assert measured.answer.limits.maximum == Decimal(5)
    assert measured.requirement_zh == "最大间隙"
    assert measured.duty is Duty.MANDATORY
    assert chosen.answer.options == ("有", "无")


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("type", "geopoint", "survey!A3"),
        ("constraint", "selected(., 'x')", "survey!I3"),
        ("relevant", "${a} + 1 = 2", "survey!H3"),
    ],
)
def test_what_the_subset_does_not_have_is_refused_by_its_cell(form, column, value, cell):
    survey = form[0]
    name = survey.rows[2][1]
    with pytest.raises(InspectorError) as refused:
        load_sheets(edited(form, name, **{column: value, "inspector::rest": None}), "f.xlsx")
    assert refused.value.problem is Problem.FORM_NOT_TAKEN
    assert refused.value.facts["cell"] == cell
