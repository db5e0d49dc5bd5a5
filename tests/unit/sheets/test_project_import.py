"""The project workbook: read whole, or refused with every fault by sheet, row and column."""

import shutil
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector.core.checklists import Duty
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import PartyDraft, SheetFaultCode
from inspector.core.projects import PartyRole, PlaceKind
from inspector.sheets import project_form as form
from inspector.sheets.project_import import import_project
from inspector.sheets.template import template_sheets
from inspector.sheets.writing import write_workbook
from inspector.words.records import place_kind_name, role_name
from inspector.words.sheets import FAULTS, sheet_fault_sentence
from tests.kit.sheets import make_workbook, with_cell, with_header, with_rows, without_sheet

ITEMS = frozenset({"RD-001", "FS-001"})
NO_UNITS = (None,) * 8


@pytest.fixture
def read(tmp_path):
    def read(*changes):
        return import_project(make_workbook(tmp_path / "项目.xlsx", *changes), ITEMS)

    return read


@pytest.fixture
def faults(read):
    def faults(*changes):
        with pytest.raises(InspectorError) as caught:
            read(*changes)
        assert caught.value.problem is Problem.SHEET_INVALID
        assert caught.value.facts["count"] == len(caught.value.facts["faults"])
        return caught.value.facts["faults"]

    return faults


def test_the_template_with_its_examples_is_a_project(read):
    draft = read()
    assert (draft.project.code, draft.project.plan_year) == ("JF2", 2026)
    assert draft.project.investment_yuan == Decimal(38605000)
    assert draft.project.planned_start_on == date(2026, 3, 1)
    assert [place.name for place in draft.communities] == ["景芳二区", "景芳三区"]
    assert [place.path for place in draft.buildings] == [("A", "1"), ("A", "2"), ("B", "1")]
    assert [place.name for place in draft.buildings] == ["1幢", "2幢", "1幢"]
    facts = draft.buildings[0].facts
    assert (facts.floor_area_m2, facts.height_m) == (Decimal("2312.5"), Decimal("17.4"))
    assert facts.has_lift is False
    units = [place for place in draft.places if place.kind is PlaceKind.UNIT]
    assert len(units) == 3 + 4 + 2
    assert draft.parties[-1] == PartyDraft(role=PartyRole.OWNER, unit="示例街道办事处")
    road, *hydrants = draft.scheme
    assert (road.item_id, road.place, road.duty) == ("RD-001", ("A", "R1"), Duty.MANDATORY)
    assert (road.planned_quantity, road.quantity_unit) == (Decimal(1250), "㎡")
    assert [row.place for row in hydrants] == [place.path for place in units]


def test_parents_stand_before_their_children(read):
    draft = read()
    seen = {()}
    for place in draft.places:
        assert place.parent in seen
        seen.add(place.path)
    assert [place.position for place in draft.places] == list(range(1, len(draft.places) + 1))


def test_labels_are_those_of_the_window():
    assert {label: role_name(role) for label, role in form.ROLES.items()} == {
        label: label for label in form.ROLES
    }
    assert {place_kind_name(kind) for kind in PlaceKind} == set(form.KINDS)
    assert set(form.ROLES.values()) == set(PartyRole)


C = SheetFaultCode
WRONG = [
    # sheet, header, row, value, code, cell
    ("项目", "项目编码", 2, "2JF", C.NOT_A_PROJECT_CODE, "A2"),
    ("项目", "项目编码", 2, None, C.VALUE_MISSING, "A2"),
    ("项目", "项目名称", 2, "  ", C.VALUE_MISSING, "B2"),
    ("项目", "项目名称", 2, "名" * 501, C.TEXT_TOO_LONG, "B2"),
    ("项目", "年度", 2, "二〇二六", C.NOT_A_NUMBER, "C2"),
    ("项目", "年度", 2, Decimal("2026.5"), C.NOT_WHOLE, "C2"),
    ("项目", "年度", 2, Decimal(26), C.OUT_OF_RANGE, "C2"),
    ("项目", "计划开工日期", 2, "3月1日", C.NOT_A_DATE, "I2"),
    ("项目", "计划开工日期", 2, "2026/2/30", C.NOT_A_DATE, "I2"),
    ("项目", "计划开工日期", 2, Decimal(46000), C.NOT_A_DATE, "I2"),
    ("项目", "计划竣工日期", 2, date(2026, 2, 1), C.DATES_REVERSED, "J2"),
    ("项目", "投资(万元)", 2, Decimal(-1), C.OUT_OF_RANGE, "K2"),
    ("项目", "投资(万元)", 2, "3860万", C.NOT_A_NUMBER, "K2"),
    ("项目", "项目名称", 3, "另一个项目", C.TOO_MANY_ROWS, "3"),
    ("小区", "小区编码", 3, "A", C.TAKEN, "A3"),
    ("小区", "小区编码", 3, "B-1", C.NOT_A_CODE, "A3"),
    ("楼栋", "小区编码", 4, "C", C.COMMUNITY_UNKNOWN, "A4"),
    ("楼栋", "楼栋编号", 3, "1", C.TAKEN, "B3"),
    ("楼栋", "楼栋编号", 3, date(2026, 1, 2), C.DATE_IN_TEXT, "B3"),
    ("楼栋", "层数", 2, "6层", C.NOT_A_NUMBER, "E2"),
    ("楼栋", "层数", 2, Decimal(0), C.OUT_OF_RANGE, "E2"),
    ("楼栋", "高度m", 2, date(2026, 1, 2), C.NOT_A_NUMBER, "H2"),
    ("楼栋", "电梯", 2, "不详", C.NOT_A_CHOICE, "K2"),
    ("部位", "上级", 2, "Z", C.PLACE_UNKNOWN, "A2"),
    ("部位", "上级", 2, "1", C.PLACE_AMBIGUOUS, "A2"),
    ("部位", "类型", 2, "屋顶", C.NOT_A_CHOICE, "B2"),
    ("部位", "编码", 2, "1", C.TAKEN, "C2"),
    ("参建单位", "角色", 2, "总包", C.NOT_A_CHOICE, "A2"),
    ("改造方案", "检查项编号", 2, "XX-999", C.ITEM_UNKNOWN, "A2"),
    ("改造方案", "部位", 2, "R9", C.PLACE_UNKNOWN, "B2"),
    ("改造方案", "部位", 2, "全部楼层", C.SCOPE_EMPTY, "B2"),
    ("改造方案", "改造要求", 2, "也许", C.NOT_A_CHOICE, "C2"),
    ("改造方案", "计划工程量", 2, "约1250", C.NOT_A_NUMBER, "D2"),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong[0]} {wrong[5]} {wrong[4]}")
def test_a_wrong_cell_is_named(faults, wrong):
    sheet, header, row, value, code, cell = wrong
    found = [fault for fault in faults(with_cell(sheet, header, row, value)) if fault.code is code]
    assert [(fault.sheet, fault.cell) for fault in found] == [(sheet, cell)]
    assert found[0].header in {header, ""}
    sentence = sheet_fault_sentence(found[0])
    assert f"“{sheet}”" in sentence
    assert (cell if cell[0].isalpha() else f"第 {cell} 行") in sentence


def test_what_leans_on_a_faulty_row_is_not_told_again(faults):
    found = faults(with_cell("部位", "上级", 2, "Z"))
    assert [(fault.code, fault.cell) for fault in found] == [(C.PLACE_UNKNOWN, "A2")]


def test_every_wrong_choice_tells_what_is_allowed(faults):
    found = faults(with_cell("参建单位", "角色", 2, "总包"))[0]
    assert "施工单位" in found.allowed
    assert "可填：领导小组办公室、" in sheet_fault_sentence(found)


def test_all_faults_come_at_once_in_reading_order(faults):
    found = faults(
        with_cell("改造方案", "改造要求", 2, "?"),
        with_cell("楼栋", "层数", 3, "?"),
        with_cell("楼栋", "户数", 2, "?"),
        with_cell("项目", "年度", 2, "?"),
    )
    assert [(fault.sheet, fault.cell) for fault in found] == [
        ("项目", "C2"),
        ("楼栋", "F2"),
        ("楼栋", "E3"),
        ("改造方案", "C2"),
    ]


def test_a_wrong_header_is_named_with_the_columns_that_exist(faults):
    unknown, missing = sorted(
        faults(with_header("楼栋", "户数", "住户")), key=lambda f: f.code, reverse=True
    )
    assert (unknown.code, unknown.cell, unknown.header) == (C.COLUMN_UNKNOWN, "F1", "住户")
    assert "户数" in unknown.allowed
    assert (missing.code, missing.header) == (C.COLUMN_MISSING, "户数")


def test_a_column_that_is_there_twice_is_named(faults):
    found = faults(with_header("楼栋", "户数", "层数"))
    assert (C.COLUMN_TWICE, "F1") in {(fault.code, fault.cell) for fault in found}


@pytest.mark.parametrize("sheet", [table.sheet for table in form.TABLES])
def test_a_missing_sheet_is_named(faults, sheet):
    assert (C.SHEET_MISSING, sheet) in {
        (fault.code, fault.sheet) for fault in faults(without_sheet(sheet))
    }


@pytest.mark.parametrize("sheet", ["项目", "小区"])
def test_a_sheet_without_rows_is_named(faults, sheet):
    assert (C.NO_ROWS, sheet) in {(f.code, f.sheet) for f in faults(with_rows(sheet))}


def test_a_sheet_that_is_no_part_of_the_form_is_named(faults):
    def add(sheets):
        sheets["旧表"] = replace(sheets["小区"], name="旧表")

    assert [(f.code, f.sheet) for f in faults(add)] == [(C.SHEET_UNKNOWN, "旧表")]


def test_a_value_beside_the_form_is_named(faults):
    def add(sheets):
        rows = [*sheets["小区"].rows[:-1], (*sheets["小区"].rows[-1], None, "记一下")]
        sheets["小区"] = replace(sheets["小区"], rows=rows)

    found = faults(add)
    assert [(f.code, f.cell, f.value) for f in found] == [(C.VALUE_WITHOUT_HEADER, "F3", "记一下")]


def test_an_owner_that_differs_between_sheets_is_named(faults):
    found = faults(with_cell("参建单位", "角色", 2, "建设单位"))
    assert [fault.code for fault in found] == [C.OWNER_DIFFERS]
    assert "示例建设集团有限公司" in sheet_fault_sentence(found[0])


def test_a_scheme_row_that_is_there_twice_is_named(faults):
    found = faults(
        with_rows(
            "改造方案",
            ("RD-001", "R1", "必改", None, None, None, None),
            ("RD-001", "A/R1、全部道路", "可选", None, None, None, None),
        )
    )
    assert [(f.code, f.cell, f.allowed[0]) for f in found] == [(C.TAKEN, "B3", "2")]


def test_a_party_that_is_there_twice_is_named(faults):
    row = ("施工单位", "甲公司", None, None)
    assert [f.code for f in faults(with_rows("参建单位", row, row))] == [C.TAKEN]


def test_the_order_of_columns_is_free(tmp_path):
    sheets = template_sheets()
    turned = [
        replace(s, columns=s.columns[::-1], rows=[tuple(row)[::-1] for row in s.rows])
        for s in sheets
    ]
    write_workbook(sheets, tmp_path / "a.xlsx")
    write_workbook(turned, tmp_path / "b.xlsx")
    assert import_project(tmp_path / "a.xlsx") == import_project(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    "typed", ["2026/3/1", "2026-03-01", "2026.3.1", "2026年3月1日", "20260301", "２０２６／３／１"]
)
def test_a_day_typed_as_text_is_a_day(read, typed):
    draft = read(with_cell("项目", "计划开工日期", 2, typed))
    assert draft.project.planned_start_on == date(2026, 3, 1)


@pytest.mark.parametrize(
    "name", ["=1+1", '=HYPERLINK("http://x","y")', "http://example.org", "@SUM(A1)", "-x", "1E5"]
)
def test_text_that_looks_like_a_formula_stays_text(read, name):
    assert read(with_cell("项目", "项目名称", 2, name)).project.name == name


@pytest.mark.parametrize("name", ["㛃𠮷䶮𬭎", "<b>&\"'", "a\u202eb", "换\n行"])
def test_rare_and_awkward_characters(read, name):
    shown = read(with_cell("小区", "小区名称", 2, name)).communities[0].name
    assert shown == name.replace("\u202e", "").replace("\n", " ")


@pytest.mark.parametrize(
    ("typed", "code"), [(Decimal(12), "12"), ("12", "12"), (" b2 ", "B2"), ("０１", "01")]
)
def test_a_building_code_may_be_a_number_cell(read, typed, code):
    assert read(with_cell("楼栋", "楼栋编号", 3, typed)).buildings[1].code == code


@pytest.mark.parametrize("typed", ["0.1", "2312.37", "123456.78", "0.07", "99999.99"])
@pytest.mark.parametrize("as_type", [str, Decimal])
def test_measured_values_are_exactly_those_typed(read, typed, as_type):
    draft = read(with_cell("楼栋", "建筑面积㎡", 2, as_type(typed)))
    assert draft.buildings[0].facts.floor_area_m2 == Decimal(typed)


def test_an_empty_cell_is_unknown_and_never_zero(read):
    draft = read(with_cell("楼栋", "层数", 2, None), with_cell("楼栋", "电梯", 2, None))
    assert (draft.buildings[0].facts.storeys, draft.buildings[0].facts.has_lift) == (None, None)


def test_a_unit_may_be_named_in_the_sheet_of_places(read):
    draft = read(with_rows("部位", ("A/1", "单元", "2", "东单元")), with_rows("改造方案"))
    units = [p for p in draft.places if p.path[:2] == ("A", "1") and len(p.path) == 3]
    assert [unit.name for unit in units] == ["1单元", "东单元", "3单元"]


def test_a_role_may_be_given_by_its_code(read):
    draft = read(with_cell("参建单位", "角色", 2, "contractor"))
    assert draft.parties[0].role is PartyRole.CONTRACTOR


def test_item_ids_are_free_where_no_pack_is_known(tmp_path):
    path = make_workbook(tmp_path / "a.xlsx", with_cell("改造方案", "检查项编号", 2, "X-1"))
    assert import_project(path).scheme[0].item_id == "X-1"


def test_ten_thousand_buildings(read):
    rows = [("A", f"{n:05d}", None, *NO_UNITS) for n in range(10_000)]
    draft = read(with_rows("楼栋", *rows), with_rows("部位"), with_rows("改造方案"))
    assert len(draft.buildings) == 10_000


def refusal(path):
    with pytest.raises(InspectorError) as caught:
        import_project(path)
    assert caught.value.facts["file"] == str(path)
    return caught.value.problem


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.SHEET_NOT_XLSX),
        ("项目编码,项目名称\r\n".encode(), Problem.SHEET_NOT_XLSX),
        (OLE + b"\0" * 600, Problem.SHEET_NOT_XLSX),
        (OLE + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le"), Problem.SHEET_ENCRYPTED),
        (b"PK\x03\x04 and then nothing", Problem.SHEET_DAMAGED),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path, content, problem):
    path = tmp_path / "项目.xlsx"
    path.write_bytes(content)
    assert refusal(path) is problem


def test_any_zip_renamed_is_refused(tmp_path):
    path = tmp_path / "项目.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("照片.jpg", b"x")
    assert refusal(path) is Problem.SHEET_NOT_XLSX


def test_a_path_where_nothing_lies_is_refused(tmp_path):
    assert refusal(tmp_path / "none.xlsx") is Problem.FILE_MISSING


def test_every_fault_has_its_sentence():
    assert set(FAULTS) == set(SheetFaultCode)


def test_importing_leaves_the_file_as_it_was(tmp_path):
    path = make_workbook(tmp_path / "a.xlsx")
    shutil.copy(path, tmp_path / "b.xlsx")
    import_project(path)
    assert path.read_bytes() == (tmp_path / "b.xlsx").read_bytes()
