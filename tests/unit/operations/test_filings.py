"""The filing of an acceptance: what is stated, what the records say, and its form."""

import zipfile
from datetime import timedelta
from decimal import Decimal

import pytest

from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind
from inspector.core.projects import PartyRole
from inspector.operations.aftercare import state_account
from inspector.operations.filings import (
    appraise_party,
    filing_of,
    list_appraisals,
    state_filing,
)
from inspector.operations.meetings import MeetingDraft, create_meeting, declare_verdict
from inspector.operations.papers import make_paper
from inspector.operations.recording import DocumentDraft, file_document
from inspector.operations.reports import issue_acceptance_report
from inspector.sheets.workbook import read_workbook
from tests.kit.builders import FIRST_DAY, make_checked, make_party, make_place, make_project
from tests.kit.pdf import joined, quick_faults, whole_text
from tests.kit.sample_papers import draw_photo

CODE = "91350100M000100Y43"


def test_fields_are_stated_changed_and_taken_away(workspace):
    project = make_project(workspace)
    facts = {"region_code": "330104", "owner_code": CODE.lower(), "latitude": Decimal("30.27")}
    state_filing(workspace, project.id, {**facts, "longitude": Decimal("120.2")})
    state_filing(workspace, project.id, {"region_code": None, "works_code": " 3301042601 "})
    filing = filing_of(workspace, project.id).filing
    assert (filing.owner_code, filing.region_code, filing.works_code) == (CODE, None, "3301042601")
    assert (filing.latitude, filing.longitude) == (Decimal("30.27"), Decimal("120.2"))


def test_a_wrong_code_leaves_what_was_there(workspace):
    project = make_project(workspace)
    state_filing(workspace, project.id, {"owner_code": CODE})
    with pytest.raises(InspectorError) as caught:
        state_filing(workspace, project.id, {"owner_code": "123", "works_code": "A"})
    assert caught.value.problem is Problem.UNIT_CODE_WRONG
    filing = filing_of(workspace, project.id).filing
    assert (filing.owner_code, filing.works_code) == (CODE, None)


def test_an_unknown_field_is_refused(workspace):
    project = make_project(workspace)
    with pytest.raises(InspectorError) as caught:
        state_filing(workspace, project.id, {"project_id": "x"})
    assert caught.value.problem is Problem.FIELD_UNKNOWN


@pytest.fixture
def filed(workspace):
    """Give a project that was accepted, with its permit, cost and codes on record."""
    project = make_project(workspace)
    make_checked(workspace, project, make_place(workspace, project))
    make_party(workspace, project, "建设街道", role=PartyRole.OWNER)
    make_party(workspace, project, "居民小组", role=PartyRole.RESIDENTS)
    draft = MeetingDraft(held_on=FIRST_DAY, chair="周主任")
    meeting = create_meeting(workspace, project.id, draft).value
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.PASS, reason="各方一致")
    permit = DocumentDraft(kind=DocumentKind.PERMIT, number="施许2026-017", issued_on=FIRST_DAY)
    file_document(workspace, project.id, permit)
    state_account(workspace, project.id, {"final_yuan": Decimal("48600000.50")})
    state_filing(
        *(workspace, project.id),
        {
            "owner_code": CODE,
            "region_code": "330104",
            "filing_number": "备2026-31",
            "latitude": Decimal("30.274"),
            "longitude": Decimal("120.202"),
            "archive_opinion": "档案齐全，同意验收",
        },
    )
    return project


def test_the_filing_is_owed_after_the_acceptance(workspace, filed):
    view = filing_of(workspace, filed.id)
    assert view.accepted_on == FIRST_DAY
    assert view.due_on == FIRST_DAY + timedelta(days=15)


TOLD = (
    *("工程代码", "行政区划代码", "330104", "建设单位代码", CODE, "施许2026-017", "备2026-31"),
    *("是否实行联合验收", "北纬 30.274°，东经 120.202°", "建设规模", "48,600,000.50 元"),
    *("通过", "档案齐全，同意验收", "档案移交状态", "未移交", "建设街道"),
)


def test_the_form_shows_what_is_on_record(workspace, filed, tmp_path):
    out = tmp_path / "备案.pdf"
    made = make_paper(workspace, filed.id, PaperKind.FILING, out).value
    text = joined(whole_text(out))
    for told in TOLD:
        assert joined(told) in text, told
    assert "居民小组" not in text
    assert quick_faults(out) == []
    assert made.report.number.startswith("BA-")


def test_the_workbook_tells_the_same(workspace, filed, tmp_path):
    out = tmp_path / "备案.xlsx"
    make_paper(workspace, filed.id, PaperKind.FILING, out)
    cells = [
        str(cell) for sheet in read_workbook(out) for row in sheet.rows for cell in row if cell
    ]
    for told in TOLD:
        assert any(told in cell for cell in cells), told


def test_a_project_without_records_leaves_dashes_and_invents_nothing(workspace, tmp_path):
    project = make_project(workspace)
    out = tmp_path / "备案.pdf"
    make_paper(workspace, project.id, PaperKind.FILING, out)
    text = joined(whole_text(out))
    for told in ("行政区划代码—", "实际造价—", "项目经纬度坐标—", "否，尚未召开会议", "未移交"):
        assert joined(told) in text, told


def test_an_appraisal_prints_in_chapter_three_and_can_be_taken_away(workspace, tmp_path):
    project = make_project(workspace)
    builder = make_party(workspace, project, "市政集团")
    appraise_party(workspace, builder.id, "施工组织有序，\n质量受控")
    out = tmp_path / "a.pdf"
    issue_acceptance_report(workspace, project.id, out)
    assert "施工组织有序，质量受控" in joined(whole_text(out))
    appraise_party(workspace, builder.id, " ")
    assert list_appraisals(workspace, project.id) == {}
    issue_acceptance_report(workspace, project.id, tmp_path / "b.pdf")
    assert "施工组织有序" not in joined(whole_text(tmp_path / "b.pdf"))


def test_a_scan_prints_in_annex_b_and_another_file_by_its_hash(workspace, tmp_path):
    project = make_project(workspace)
    scan = draw_photo(tmp_path / "scan.jpg", 1, (600, 850))
    paper = tmp_path / "w.pdf"
    paper.write_bytes(b"%PDF-1.7 a paper")
    for kind, file in ((DocumentKind.PERMIT, scan), (DocumentKind.WARRANTY, paper)):
        file_document(workspace, project.id, DocumentDraft(kind=kind, file=file))
    out = tmp_path / "r.pdf"
    issue_acceptance_report(workspace, project.id, out)
    text = joined(whole_text(out))
    assert "其中有电子副本2份" in text
    titles = [title for title in ("附件B-1施工许可证", "附件B-2施工许可证") if title in text]
    assert len(titles) == 1
    assert "附件B-1工程质量保修书" not in text
    assert "附件B-2工程质量保修书" not in text
    assert scan.read_bytes() in out.read_bytes()
    assert quick_faults(out) == []
    word = tmp_path / "r.docx"
    issue_acceptance_report(workspace, project.id, word)
    with zipfile.ZipFile(word) as made:
        assert sum(name.startswith("word/media/") for name in made.namelist()) == 1
