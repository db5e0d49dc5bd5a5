"""The template that we ship is what the code makes."""

import zipfile
from pathlib import Path

from inspector.sheets import project_form as form
from inspector.sheets.project_import import import_project
from inspector.sheets.template import FILE_NAME, write_template
from inspector.sheets.workbook import read_workbook

SHIPPED = Path(__file__).parents[3] / "resources" / "templates" / FILE_NAME


def test_the_shipped_template_has_the_cells_that_the_code_makes(tmp_path):
    assert read_workbook(SHIPPED) == read_workbook(write_template(tmp_path / FILE_NAME))


def test_the_shipped_template_can_be_imported_as_it_is():
    assert import_project(SHIPPED).project.code == "JF2"


def test_every_column_has_an_example_for_its_required_cells():
    for table in form.TABLES:
        count = max(len(column.examples) for column in table.columns)
        for column in table.columns:
            assert len(column.examples) == count, column.header


def test_choices_are_offered_as_lists():
    with zipfile.ZipFile(SHIPPED) as archive:
        sheets = b"".join(
            archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")
        )
    for label in ("施工单位", "必改", "道路", "是,否"):
        assert label.encode() in sheets
