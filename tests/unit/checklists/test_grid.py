"""A pack as sheets and back: nothing lost, and each fault named by sheet, row and column."""

import json

import pytest

from inspector.checklists.dump import dump
from inspector.checklists.grid import Sheet, sheets_of
from inspector.checklists.load import load_sheets, national
from inspector.core.errors import InspectorError, Problem
from inspector.words.packs import PACK_LABELS, fault_lines


@pytest.fixture(scope="module")
def sheets():
    return sheets_of(json.loads(dump(national())), PACK_LABELS)


def changed(sheets, name, cell, value):
    """Give the sheets with one cell changed: (row from one, header's field)."""
    row, path = cell
    made = []
    for sheet in sheets:
        rows = [list(one) for one in sheet.rows]
        if sheet.name == name:
            at = next(n for n, head in enumerate(rows[0]) if head.endswith(f"[{path}]"))
            rows[row - 1][at] = value
        made.append(Sheet(sheet.name, tuple(tuple(one) for one in rows)))
    return made


def faults(sheets):
    with pytest.raises(InspectorError) as refused:
        load_sheets(sheets, "清单.xlsx")
    assert refused.value.problem is Problem.PACK_INVALID
    return fault_lines(refused.value.facts["faults"])


def test_the_national_pack_comes_back_the_same(sheets):
    again = load_sheets(sheets, "清单.xlsx")
    assert again == national()
    assert again.hash == national().hash


def test_blank_rows_and_spaces_around_words_change_nothing(sheets):
    loose = [
        Sheet(one.name, (*one.rows, tuple(None for _cell in one.rows[0]), ("  ",)))
        for one in changed(sheets, "检查项", (2, "title_zh"), None)
    ]
    title = national().items[0].title_zh
    assert load_sheets(changed(loose, "检查项", (2, "title_zh"), f" {title} "), "a") == national()


@pytest.mark.parametrize(
    ("name", "cell", "value", "place"),
    [
        ("检查项", (5, "duty"), "必改", "检查项!J5"),
        ("检查项", (2, "title_zh"), None, "检查项!F2"),
        ("清单", (2, "checked_on"), "去年", "清单!G2"),
        ("专业", (3, "title_en"), None, "专业!C3"),
        ("分档", (2, "label_zh"), None, "分档!"),
        ("依据", (9, "std_key"), "no-such", "依据!"),
    ],
)
def test_a_fault_names_its_cell(sheets, name, cell, value, place):
    assert any(place in line for line in faults(changed(sheets, name, cell, value)))


def test_a_header_without_its_field_is_refused(sheets):
    broken = [
        Sheet(one.name, (("随便", *one.rows[0][1:]), *one.rows[1:])) if one.name == "专业" else one
        for one in sheets
    ]
    with pytest.raises(InspectorError) as refused:
        load_sheets(broken, "清单.xlsx")
    assert refused.value.problem is Problem.PACK_COLUMN_UNKNOWN
    assert refused.value.facts["cell"] == "专业!A1"


def test_a_row_of_nobody_is_refused(sheets):
    with pytest.raises(InspectorError) as refused:
        load_sheets(changed(sheets, "分档", (2, "owner"), "XX-999"), "清单.xlsx")
    assert refused.value.problem is Problem.PACK_OWNER_UNKNOWN
    assert refused.value.facts["cell"] == "分档!A2"


def test_a_workbook_without_items_is_no_checklist(sheets):
    with pytest.raises(InspectorError) as refused:
        load_sheets([one for one in sheets if one.name != "检查项"], "清单.xlsx")
    assert refused.value.problem is Problem.PACK_SHEET_MISSING


def test_every_column_has_a_name_for_people(sheets):
    paths = {head.rpartition("[")[2].rstrip("]") for one in sheets for head in one.rows[0]}
    unnamed = {path for path in paths if path not in PACK_LABELS}
    assert {path for path in unnamed if not path.startswith("sampling.")} == set()
