"""What goes into a bundle beside papers made here: disclosures, replies, received files."""

from datetime import date

import pytest

from inspector.archive.catalogue import catalogue, catalogue_rows
from inspector.core.bundles import BundleForm
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind
from inspector.operations.binders import binder_of
from inspector.operations.bundles import seal_bundle
from inspector.operations.disclosures import freeze_visit, issue_disclosure, supplement_visit
from inspector.operations.filed_papers import filed_papers, papers_by_name
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.recording import DocumentDraft, file_document
from inspector.operations.reports import issue_acceptance_report
from inspector.photos.intake import find_original
from inspector.reports.volume import write_note_form
from inspector.words.problems import explain
from tests.kit.builders import make_defect, make_place, make_project, make_visit
from tests.kit.bundles import GAPS
from tests.kit.photo_files import make_jpeg
from tests.kit.sample import sample_workspace
from tests.kit.sample_papers import FONTS, make_note_form


@pytest.fixture
def project(workspace):
    return make_project(workspace)


def filed_of(workspace, project, folder, kind):
    """Give the papers of one kind as they are written, and as they are only named."""
    folder.mkdir(exist_ok=True)
    report = issue_acceptance_report(workspace, project.id, folder / "r.pdf").value.report
    binder = binder_of(workspace, project.id, folder)
    made = [one.paper for one in filed_papers(binder, report) if one.kind == kind]
    named = [one.paper for one in papers_by_name(binder) if one.kind == kind]
    assert [(p.title, p.number, p.dated_on) for p in made] == [
        (p.title, p.number, p.dated_on) for p in named
    ]
    return made


def test_a_list_of_a_visit_and_its_supplement_go_in_as_told(workspace, project, tmp_path):
    visit, place = make_visit(workspace, project), make_place(workspace, project)
    make_defect(workspace, project, place, visit_id=visit.id)
    first = freeze_visit(workspace, visit.id).value
    issued = issue_disclosure(workspace, first.id, tmp_path / "告知.pdf").value.report
    make_defect(workspace, project, place, "后来发现", visit_id=visit.id)
    later = supplement_visit(workspace, visit.id, "漏记").value
    made = filed_of(workspace, project, tmp_path / "f", PaperKind.DISCLOSURE)
    assert [(one.number, one.sha256 == issued.sha256) for one in made] == [
        (first.number, True),
        (later.number, False),
    ]
    assert all(one.pages >= 1 and one.file.is_file() for one in made)


def test_reply_sheets_go_in_byte_for_byte_under_the_number_of_their_notice(tmp_path):
    with sample_workspace(tmp_path) as sample:
        workspace, project_id = sample.workspace, sample.project_id
        with workspace.read() as office:
            replies = office.replies.of_project(project_id)
            numbers = {one.id: one.number for one in office.notices.of_project(project_id)}
        binder = binder_of(workspace, project_id, tmp_path)
        filed = [p for p in papers_by_name(binder) if p.kind == DocumentKind.RECTIFICATION_REPLY]
        assert replies
        assert [(one.paper.sha256, one.paper.number) for one in filed] == [
            (one.sha256, numbers[one.notice_id]) for one in replies
        ]


def received(workspace, project, file, **more):
    draft = DocumentDraft(kind=DocumentKind.PERMIT, title=file.stem, file=file, **more)
    return file_document(workspace, project.id, draft).value


def test_pages_of_received_files_are_counted_where_they_can_be(workspace, project, tmp_path):
    pdf = write_note_form(make_note_form(), tmp_path / "三.pdf", FONTS).path
    scan, broken, text = (tmp_path / name for name in ("扫描.jpg", "坏.pdf", "说明.txt"))
    scan.write_bytes(make_jpeg())
    broken.write_bytes(b"%PDF-1.7\nnonsense")
    text.write_text("文字", encoding="utf-8")
    for day, file in enumerate((pdf, scan, broken, text), start=1):
        received(workspace, project, file, number=f"{day}", issued_on=date(2026, 5, day))
    made = filed_of(workspace, project, tmp_path / "f", DocumentKind.PERMIT)
    assert [(one.title, one.pages) for one in made] == [
        ("三", 1),
        ("扫描", 1),
        ("坏", 0),
        ("说明", 0),
    ]
    rows = catalogue_rows(catalogue(made))
    assert [row[5] for row in rows] == ["1", "2-2", "-", "-"]


def test_a_document_without_a_day_has_none_in_the_catalogue(workspace, project, tmp_path):
    scan = tmp_path / "许可.jpg"
    scan.write_bytes(make_jpeg())
    document = received(workspace, project, scan, number="3301-7", issuer="区住建局")
    (made,) = filed_of(workspace, project, tmp_path / "f", DocumentKind.PERMIT)
    assert (made.number, made.creator, made.sha256) == ("3301-7", "区住建局", document.sha256)
    ((_sequence, number, creator, title, day, pages, _remark),) = catalogue_rows(catalogue([made]))
    assert (number, creator, title, day, pages) == ("3301-7", "区住建局", "许可", "", "1-1")


@pytest.mark.parametrize("harm", ["flip", "grow", "shrink"])
def test_a_photo_that_changed_in_the_store_stops_the_sealing_and_is_named(
    workspace, project, tmp_path, harm
):
    file = tmp_path / "IMG_0815.jpg"
    file.write_bytes(make_jpeg())
    order = IntakeOrder(project_id=project.id)
    photo = import_photos(workspace, [file], order).value.taken[0]
    original = find_original(workspace.folder, photo.sha256)
    content = bytearray(original.read_bytes())
    content[len(content) // 2] ^= 1
    harmed = {"flip": content, "grow": content + b"x", "shrink": content[:-1]}[harm]
    original.chmod(0o600)
    original.write_bytes(bytes(harmed))
    with pytest.raises(InspectorError) as caught:
        seal_bundle(workspace, project.id, tmp_path / "b.zip", form=GAPS)
    assert caught.value.problem is Problem.ORIGINAL_UNLIKE_INTAKE
    assert caught.value.facts["name"] == "IMG_0815.jpg"
    assert "IMG_0815.jpg" in explain(caught.value)
    assert [one.name for one in tmp_path.glob("*") if one.name.startswith(("b.zip", ".b"))] == []


def test_a_photo_missing_from_the_store_stops_it_too(workspace, project, tmp_path):
    file = tmp_path / "IMG_0816.jpg"
    file.write_bytes(make_jpeg())
    order = IntakeOrder(project_id=project.id)
    photo = import_photos(workspace, [file], order).value.taken[0]
    find_original(workspace.folder, photo.sha256).unlink()
    with pytest.raises(InspectorError) as caught:
        seal_bundle(workspace, project.id, tmp_path / "b.zip", form=BundleForm(gaps_reason="试"))
    assert caught.value.problem is Problem.ORIGINALS_ABSENT
    assert caught.value.facts["names"] == ("IMG_0816.jpg",)
