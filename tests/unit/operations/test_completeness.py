"""The completeness list of a project says what its records and files come to."""

from dataclasses import replace

import pytest

from inspector.core.completeness import Ground, Subject, WantState
from inspector.core.process.names import DocumentKind, EventKind, ProjectState
from inspector.operations.blobs import blob_path
from inspector.operations.completeness import completeness
from inspector.operations.filing_templates import use_template
from inspector.operations.recording import DocumentDraft, Saying, file_document, say
from inspector.words.completeness import want_name, want_text
from tests.kit.builders import FIRST_DAY, make_defect, make_place, make_project, make_visit, take_in
from tests.kit.commands import command
from tests.kit.sample import sample_workspace


@pytest.fixture
def project(workspace):
    return make_project(workspace)


def want(workspace, project, what):
    found = completeness(workspace, project.id)
    return next(one for one in found.wants if one.what == what)


def test_a_document_is_there_with_its_file_and_only_on_record_without(workspace, project, tmp_path):
    permit = DocumentDraft(
        kind=DocumentKind.PERMIT, title="施工许可证", number="3301-7", issued_on=FIRST_DAY
    )
    assert want(workspace, project, "permit").ground is Ground.NOTHING_HELD
    file_document(workspace, project.id, permit)
    listed = want(workspace, project, "permit")
    assert (listed.state, listed.ground) == (WantState.MISSING, Ground.NO_FILE)
    assert listed.lacking == ("3301-7 施工许可证",)

    project2 = make_project(workspace, "JF3", "解放三村")
    scan = tmp_path / "许可.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    file_document(workspace, project2.id, replace(permit, file=scan))
    listed = want(workspace, project2, "permit")
    assert (listed.state, listed.there[0].number) == (WantState.THERE, "3301-7")
    assert listed.there[0].sha256


@pytest.mark.parametrize("target", ["P10", "G10"])
def test_a_waiver_of_precondition_or_gate_is_told_with_who_and_why(workspace, project, target):
    waive = Saying(
        kind=EventKind.WAIVE,
        target=target,
        authority="区住建局",
        paper="会议纪要 3 号",
        reason="限额以下工程",
        said_on=workspace.today(),
    )
    say(workspace, project.id, waive)
    listed = want(workspace, project, "permit")
    assert listed.state is WantState.WAIVED
    assert want_text(listed) == "区住建局依据“会议纪要 3 号”豁免：限额以下工程"


def test_what_lies_before_the_state_asserted_at_taking_in_is_told_as_asserted(workspace, project):
    take_in(workspace, project, ProjectState.BUILDING)
    listed = want(workspace, project, "permit")
    assert (listed.state, listed.ground) == (WantState.WAIVED, Ground.ASSERTED)
    assert "区改造办" in want_text(listed)
    assert want(workspace, project, "completion_report").state is WantState.MISSING


def test_a_visit_with_untold_defects_lacks_and_one_without_owes_nothing(workspace, project):
    assert want(workspace, project, Subject.VISIT_DISCLOSURES).ground is Ground.NOT_OWED
    visit = make_visit(workspace, project)
    make_defect(workspace, project, make_place(workspace, project), visit_id=visit.id)
    listed = want(workspace, project, Subject.VISIT_DISCLOSURES)
    assert listed.state is WantState.MISSING
    assert listed.lacking == (f"{visit.number}（1 个问题没有告知）",)


def test_without_notices_neither_notice_nor_reply_nor_recheck_is_owed(workspace, project):
    for what in ("notice", "notice_replies", "recheck_opinion"):
        assert want(workspace, project, what).ground is Ground.NOT_OWED


def test_the_list_of_the_sample_names_what_there_is_and_the_command_exits_1(tmp_path):
    with sample_workspace(tmp_path, is_strict=True) as sample:
        found = completeness(sample.workspace, sample.project_id)
        folder, project_id = sample.workspace.folder, sample.project_id
    by_what = {one.what: one for one in found.wants}
    assert by_what["notice"].ground is Ground.MADE_AT_SEALING
    assert by_what[Subject.MEETING_VERDICT].state is WantState.THERE
    assert by_what[Subject.SCOPE_CHECKED].there
    photos = by_what[Subject.PHOTO_ELEMENTS]
    assert photos.state is WantState.MISSING
    assert all("人物" in one for one in photos.lacking)
    for one in found.wants:
        assert want_name(one.what)
        assert want_text(one)

    told = command("--workspace", folder, "bundle", "complete", "--project", project_id, "--json")
    assert told.code == 1
    assert [one["what"] for one in told.data["wants"]] == [one.what for one in found.wants]
    assert told.data["counts"]["missing"] == len(found.gaps)
    missing = command("--workspace", folder, "bundle", "complete", "--missing")
    assert len(missing.out.splitlines()) == len(found.gaps) + 2


def test_a_template_that_asks_for_little_is_complete_and_the_command_exits_0(
    workspace, project, tmp_path
):
    template = tmp_path / "少.toml"
    template.write_text(
        """
format = 1
name = "少"
number = "{project}-{class}-{volume:03d}"
photo = "{volume}-{number:04d}"
pages_per_volume = 200
retentions = ["永久"]
secrecies = ["公开"]
[[class]]
code = "E"
title = "验收"
retention = "永久"
secrecy = "公开"
kinds = ["acceptance"]
required = ["acceptance"]
rest = true
photos = true
""",
        encoding="utf-8",
    )
    use_template(workspace, template)
    found = completeness(workspace, project.id)
    assert found.is_complete
    assert found.wants[0].ground is Ground.MADE_AT_SEALING
    folder = workspace.folder
    workspace.close()
    assert command("--workspace", folder, "bundle", "complete").code == 0


def test_a_file_that_a_record_names_and_that_is_not_here_is_named(workspace, project, tmp_path):
    assert want(workspace, project, Subject.RECEIVED_FILES).ground is Ground.NOT_OWED
    scan = tmp_path / "合同扫描件.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    draft = DocumentDraft(kind=DocumentKind.OTHER, title="补充协议", file=scan)
    document = file_document(workspace, project.id, draft).value
    assert want(workspace, project, Subject.RECEIVED_FILES).state is WantState.THERE
    blob_path(workspace.folder, document.sha256).unlink()
    listed = want(workspace, project, Subject.RECEIVED_FILES)
    assert (listed.state, listed.lacking) == (WantState.MISSING, ("合同扫描件.pdf",))
