"""Titles and file names that no system takes: the bundle holds them under names that all take."""

import csv
import io
import unicodedata
import zipfile
from datetime import date

import pytest

from inspector.core.bundles import BundleForm, name_fault, taken_names
from inspector.core.process.names import DocumentKind
from inspector.operations.bundle_checks import check_bundles
from inspector.operations.bundles import seal_bundle
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.recording import DocumentDraft, file_document
from tests.kit.builders import make_project, make_workspace
from tests.kit.photo_files import make_block, make_jpeg

TITLES = (
    'a\\b:c*d?e"f<g>h|i',
    "../../etc/passwd",
    "CON",
    "nul",
    "COM1.2026",
    "会议" * 150,
    "e\u0301cole 가",
    "50%",
    " 前后有空格 . ",
    "\u202e反写",
    "𠮷㛃",
)
NAMES = ('IMG:1*?"<>|.jpg', "AUX.jpg", "x" * 240 + ".jpg", "e\u0301.jpg", "100%.JPG", "..jpg")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """Seal a project whose papers and photos bear the worst names, as a folder and as a ZIP."""
    folder = tmp_path_factory.mktemp("hostile")
    workspace = make_workspace(folder / "work")
    try:
        project = make_project(workspace, name="解放\\二村?<>|")
        (folder / "in").mkdir()
        for number, title in enumerate(TITLES):
            file = folder / "in" / f"{number}.pdf"
            file.write_bytes(b"%PDF-1.7\n" + title.encode())
            draft = DocumentDraft(
                kind=DocumentKind.REVIEW_MINUTES,
                title=title,
                issued_on=date(2026, 4, 1),
                file=file,
            )
            file_document(workspace, project.id, draft)
        for number, name in enumerate(NAMES):
            file = folder / "in" / name
            file.write_bytes(make_jpeg(make_block(size=(64 + number, 48))))
            import_photos(workspace, [file], IntakeOrder(project_id=project.id))
        form = BundleForm(gaps_reason="试验")
        seal_bundle(workspace, project.id, folder / "b.zip", form=form)
        form = BundleForm(gaps_reason="试验", as_folder=True)
        seal_bundle(workspace, project.id, folder / "bag", form=form)
    finally:
        workspace.close()
    return folder


def test_every_name_fits_every_system(sealed):
    with zipfile.ZipFile(sealed / "b.zip") as archive:
        names = archive.namelist()
    assert [name for name in names if name_fault(name)] == []
    assert taken_names(names) == ()
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert max(len(part) for name in names for part in name.split("/")) <= 60
    papers = [name for name in names if name.endswith(".pdf") and "/电子档案/" in name]
    assert len(papers) >= len(TITLES)


def test_the_bundle_passes_every_check(sealed):
    for form in ("b.zip", "bag"):
        check = check_bundles([sealed / form])
        assert check.ok, [fault for _path, found in check.found for fault in found.faults]


def test_the_catalogues_keep_the_names_that_people_gave(sealed):
    bag = sealed / "bag"
    text = (bag / "data/其他/照片目录.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    kept = {unicodedata.normalize("NFC", name) for name in NAMES}
    assert {row["原文件名"].removeprefix("'") for row in rows} == kept
    listed = (bag / "data/文件目录.XML").read_text(encoding="utf-8")
    assert "会议" * 150 in listed
    assert "CON</题名>" in listed
