"""Packs side by side: named, compared, taken in, given away; a published one never changes."""

import json

import pytest

from inspector.checklists.load import national
from inspector.core.errors import InspectorError, Problem
from inspector.operations.packs import NATIONAL_ID as NATIONAL
from inspector.operations.packs import (
    check_pack,
    compare_packs,
    export_pack,
    find_pack,
    import_pack,
    list_packs,
)
from inspector.sheets.writing import ColumnWritten, SheetWritten, write_workbook


def make_version(workspace, out, version, **changes):
    """Write the national pack as another version, with changes to its first item."""
    export_pack(find_pack(workspace), out, replace_existing=True)
    told = json.loads(out.read_text(encoding="utf-8"))
    told["version"] = version
    told["items"][0] |= changes
    out.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return out


def test_the_national_pack_is_there_from_the_start(workspace):
    (line,) = list_packs(workspace)
    assert line.code == f"{NATIONAL}@2026.2"
    assert line.ref == national().ref
    assert len(find_pack(workspace).items) == 180


def test_a_pack_is_named_by_id_version_or_hash(workspace, tmp_path):
    import_pack(workspace, make_version(workspace, tmp_path / "p.json", "2026.3"))
    assert find_pack(workspace, NATIONAL).version == "2026.3"
    assert find_pack(workspace, f"{NATIONAL}@2026.2").version == "2026.2"
    digest = find_pack(workspace).hash
    assert find_pack(workspace, digest[:8].upper()).version == "2026.3"


@pytest.mark.parametrize("code", ["nobody", "abc", "cn-national@9"])
def test_a_pack_that_is_not_here_is_said_so(workspace, code):
    with pytest.raises(InspectorError) as refused:
        find_pack(workspace, code)
    assert refused.value.problem is Problem.RECORD_MISSING


def test_versions_order_as_people_count(workspace, tmp_path):
    for version in ("2026.10", "2026.9", "2026.9-draft"):
        import_pack(workspace, make_version(workspace, tmp_path / "p.json", version))
    versions = [line.ref.version for line in list_packs(workspace)]
    assert versions == ["2026.2", "2026.9", "2026.9-draft", "2026.10"]
    assert find_pack(workspace).version == "2026.10"


def test_the_same_pack_again_is_no_change(workspace, tmp_path):
    out = export_pack(find_pack(workspace), tmp_path / "p.json")
    assert not import_pack(workspace, out).act
    assert len(list_packs(workspace)) == 1


def test_a_published_version_never_changes(workspace, tmp_path):
    file = make_version(workspace, tmp_path / "p.json", "2026.2", title_zh="另一个题目")
    with pytest.raises(InspectorError) as refused:
        import_pack(workspace, file)
    assert refused.value.problem is Problem.PACK_VERSION_TAKEN
    assert len(list_packs(workspace)) == 1


def test_versions_are_compared_item_by_item(workspace, tmp_path):
    file = make_version(workspace, tmp_path / "p.json", "2026.3", title_zh="另一个题目")
    found = compare_packs(find_pack(workspace), check_pack(file))
    assert [change.field for change in found.head] == ["version"]
    (item,) = found.changed
    assert [(one.field, one.after) for one in item.fields] == [("title_zh", "另一个题目")]


def test_a_faulty_pack_names_item_and_field_and_is_not_taken_in(workspace, tmp_path):
    file = make_version(workspace, tmp_path / "p.json", "2026.3", discipline="XX", tier="best")
    with pytest.raises(InspectorError) as refused:
        import_pack(workspace, file)
    assert refused.value.problem is Problem.PACK_INVALID
    faults = refused.value.facts["faults"]
    assert {fault.field for fault in faults} >= {"tier"}
    assert {fault.file for fault in faults} == {"p.json"}
    assert len(list_packs(workspace)) == 1


def test_an_export_overwrites_nothing(workspace, tmp_path):
    out = tmp_path / "p.json"
    out.write_text("mine")
    with pytest.raises(InspectorError) as refused:
        export_pack(find_pack(workspace), out)
    assert refused.value.problem is Problem.FILE_EXISTS
    assert out.read_text() == "mine"


def test_a_missing_file_is_said_so(tmp_path):
    with pytest.raises(InspectorError) as refused:
        check_pack(tmp_path / "none.toml")
    assert refused.value.problem is Problem.FILE_MISSING


def test_a_pack_travels_as_a_workbook(workspace, tmp_path):
    pack = find_pack(workspace)
    out = export_pack(pack, tmp_path / "清单.xlsx")
    assert check_pack(out) == pack
    assert import_pack(workspace, out).value.hash == pack.hash


def test_a_workbook_that_is_no_checklist_is_refused(tmp_path):
    write_workbook([SheetWritten("别的", (ColumnWritten(header="a"),))], tmp_path / "别的.xlsx")
    with pytest.raises(InspectorError) as refused:
        check_pack(tmp_path / "别的.xlsx")
    assert refused.value.problem is Problem.PACK_SHEET_MISSING


def test_a_pack_travels_as_an_xlsform(workspace, tmp_path):
    pack = find_pack(workspace)
    assert check_pack(export_pack(pack, tmp_path / "form.xlsx", as_form=True)) == pack
    with pytest.raises(InspectorError):
        export_pack(pack, tmp_path / "form.json", as_form=True)
