"""Cells come back as they were typed; what would fill the memory or run is stopped."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.text import clean
from inspector.sheets import workbook as workbook_module
from inspector.sheets.workbook import exact, read_workbook
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes, write_workbook

ONE = (ColumnWritten(header="值"),)


def written(tmp_path, *cells):
    return write_workbook(
        [SheetWritten("表", ONE, [(cell,) for cell in cells])], tmp_path / "a.xlsx"
    )


def cells_of(path):
    return [row[0] for row in read_workbook(path)[0].rows[1:]]


def test_cells_come_back_as_they_were_written(tmp_path):
    cells = ["文字", "=1+1", Decimal("0.1"), Decimal(3), date(2026, 3, 1), None, "𠮷", "00123"]
    assert cells_of(written(tmp_path, *cells)) == cells


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=20).map(clean).filter(bool), min_size=1, max_size=8))
def test_any_text_comes_back(tmp_path, cells):
    assert cells_of(written(tmp_path, *cells)) == cells


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False),
        min_size=1,
        max_size=8,
    )
)
def test_numbers_of_fifteen_digits_come_back_exactly(tmp_path, numbers):
    assert cells_of(written(tmp_path, *numbers)) == numbers


@given(st.decimals(min_value=-(10**10), max_value=10**10, places=5))
def test_the_shortest_decimal_of_a_float_is_what_was_typed(number):
    assert exact(float(number)) == number


def test_a_number_too_long_for_a_float_is_written_as_text(tmp_path):
    long = Decimal("1234567890123456.78")
    assert cells_of(written(tmp_path, long)) == [str(long)]


def test_no_cell_is_a_formula_or_a_link(tmp_path):
    path = written(tmp_path, "=cmd()", "http://example.org", "mailto:a@b.c")
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_equal_sheets_give_equal_bytes():
    sheets = [SheetWritten("表", ONE, [("x",)])]
    assert workbook_bytes(sheets) == workbook_bytes(sheets)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InspectorError) as caught:
        write_workbook([SheetWritten("表", ONE)], tmp_path / "none" / "a.xlsx")
    assert caught.value.problem is Problem.FOLDER_NOT_WRITABLE


def test_a_full_disk_is_no_forbidden_folder(tmp_path):
    (tmp_path / "a.xlsx.part").symlink_to("/dev/full")
    with pytest.raises(InspectorError) as caught:
        write_workbook([SheetWritten("表", ONE)], tmp_path / "a.xlsx")
    assert caught.value.problem is Problem.DISK_FULL


def changed(path, change, member="xl/worksheets/sheet1.xml"):
    """Write the workbook again with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    path.write_bytes(out.getvalue())
    return path


def refusal(path):
    with pytest.raises(InspectorError) as caught:
        read_workbook(path)
    assert caught.value.facts["file"] == str(path)
    return caught.value.problem


@pytest.mark.parametrize("at", ["A1048576", "XFD2", "A20001", "GS2"])
def test_a_stray_cell_far_away_does_not_fill_the_memory(tmp_path, at):
    path = written(tmp_path, "x")
    row = re.search(r"\d+", at).group()
    stray = f'<row r="{row}"><c r="{at}"><v>1</v></c></row></sheetData>'.encode()
    changed(path, lambda xml: xml.replace(b"</sheetData>", stray))
    assert refusal(path) is Problem.SHEET_TOO_LARGE


def test_an_unnumbered_cell_in_a_far_row_is_seen_too(tmp_path):
    path = written(tmp_path, "x")
    stray = b'<row r="1048576"><c><v>1</v></c></row></sheetData>'
    changed(path, lambda xml: xml.replace(b"</sheetData>", stray))
    assert refusal(path) is Problem.SHEET_TOO_LARGE


@pytest.mark.parametrize(
    "tag", ['<c x=">" r="XFD9">', "<c\n r = 'XFD9' >", "<c   " + " " * 9000 + 'r="XFD9">']
)
def test_no_spelling_of_the_tag_hides_a_stray_cell(tmp_path, monkeypatch, tag):
    monkeypatch.setattr(workbook_module, "_CHUNK", 2000)
    path = written(tmp_path, "x")
    stray = f'<row r="9">{tag}<v>1</v></c></row></sheetData>'.encode()
    changed(path, lambda xml: xml.replace(b"</sheetData>", stray))
    assert refusal(path) is Problem.SHEET_TOO_LARGE


def test_formats_far_away_are_not_cells(tmp_path):
    path = written(tmp_path, "x")
    styled = b'<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'
    changed(path, lambda xml: xml.replace(b"</sheetData>", styled))
    assert cells_of(path)[0] == "x"


def test_a_cell_on_the_border_of_two_pieces_is_seen(tmp_path, monkeypatch):
    path = written(tmp_path, "x")
    stray = b'<row r="30000"><c r="A30000"><v>1</v></c></row></sheetData>'
    changed(path, lambda xml: xml.replace(b"</sheetData>", stray))
    for chunk in range(600, 640):
        monkeypatch.setattr(workbook_module, "_CHUNK", chunk)
        assert refusal(path) is Problem.SHEET_TOO_LARGE


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_module, "_MAX_UNPACKED", 1000)
    assert refusal(written(tmp_path, "x")) is Problem.SHEET_TOO_LARGE


def test_a_file_that_is_too_large_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_module, "_MAX_FILE", 10)
    assert refusal(written(tmp_path, "x")) is Problem.SHEET_TOO_LARGE


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.dictionaries(st.integers(0, 20_000), st.integers(1, 255), min_size=1, max_size=5))
def test_a_damaged_workbook_is_read_or_refused_but_never_breaks(tmp_path, changes):
    content = bytearray(written(tmp_path, "x", Decimal(1)).read_bytes())
    for at, mask in changes.items():
        content[at % len(content)] ^= mask
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    try:
        read_workbook(path)
    except InspectorError as error:
        assert error.facts["file"] == str(path)  # noqa: PT017 - both endings are right


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    member=st.sampled_from(
        ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
    ),
    changes=st.dictionaries(st.integers(0, 5000), st.integers(0, 255), min_size=1, max_size=4),
)
def test_damaged_xml_is_read_or_refused_but_never_breaks(tmp_path, member, changes):
    def change(content):
        damaged = bytearray(content)
        for at, byte in changes.items():
            damaged[at % len(damaged)] = byte
        return bytes(damaged)

    path = changed(written(tmp_path, "x", Decimal(1), date(2026, 1, 1)), change, member)
    try:
        read_workbook(path)
    except InspectorError as error:
        assert error.facts["file"] == str(path)  # noqa: PT017 - both endings are right
