"""A paper that somebody holds, compared with the records: by its code, its number, its file."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from docx import Document

from inspector.core.certificates import PdfSeal
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import OF_PROJECT, PaperKind
from inspector.core.lookups import FileState, PaperState
from inspector.core.meetings import Stance
from inspector.core.papers import PaperIdentity, check_code, qr_text, read_token
from inspector.core.projects import PartyRole
from inspector.folders import locale
from inspector.operations import checking_papers
from inspector.operations.checking_papers import check_paper, check_paper_file
from inspector.operations.defects import edit_defect
from inspector.operations.disclosures import freeze_visit, issue_disclosure
from inspector.operations.meetings import MeetingDraft, create_meeting
from inspector.operations.notices import NoticeDraft, issue_notice, print_notice
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.papers import make_paper
from inspector.operations.projects import edit_project
from inspector.operations.reports import issue_visit_report, kept_paper, list_reports
from inspector.words.language import speak
from inspector.words.reports import checked_lines
from tests.kit.builders import (
    FIRST_DAY,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_visit,
)
from tests.kit.qr import qr_on_page

STRANGE = (b"", b"%PDF-", b"%PDF-1.7\n/Keywords (7F3A-91C2-0B5D)", b"PK\x03\x04", b"\x00" * 900)


@pytest.fixture
def project(workspace):
    """Give a project with a defect, a visit and a meeting that heard a department."""
    made = make_project(workspace)
    make_defect(workspace, made, make_place(workspace, made))
    make_visit(workspace, made)
    bureau = make_party(workspace, made, "区住建局", role=PartyRole.DEPARTMENT)
    meeting = create_meeting(workspace, made.id, MeetingDraft(held_on=FIRST_DAY)).value
    give_opinion(workspace, meeting.id, bureau.id, OpinionDraft(stance=Stance.AGREE))
    return made


def qr_of(report):
    identity = PaperIdentity(number=report.number, made_at=None, program="", record_id=report.id)
    return qr_text(identity, report.snapshot)


@pytest.mark.parametrize("kind", OF_PROJECT)
def test_an_untouched_paper_is_the_same_by_every_name(workspace, project, tmp_path, kind):
    out = tmp_path / "p.pdf"
    report = make_paper(workspace, project.id, kind, out).value.report
    for asked in (qr_of(report), check_code(report.snapshot), report.number, f"{report.number}/1"):
        look = check_paper(workspace, asked)
        assert (look.state, look.report.id, look.changed) == (PaperState.SAME, report.id, ())
    look = check_paper_file(workspace, out)
    assert (look.state, look.file) == (PaperState.SAME, FileState.EXACT)


def test_what_changed_since_is_named(workspace, project, tmp_path):
    acceptance = make_paper(workspace, project.id, PaperKind.ACCEPTANCE, tmp_path / "a.pdf")
    form = make_paper(workspace, project.id, PaperKind.DEPARTMENTS, tmp_path / "d.pdf").value
    make_defect(workspace, project, make_place(workspace, project, "13"), "井框高差过大")
    look = check_paper(workspace, qr_of(acceptance.value.report))
    assert look.state is PaperState.CHANGED
    assert {"defects", "defect_lines"} <= set(look.changed)
    assert not {"parties", "visits", "meeting"} & set(look.changed)
    assert "问题台账" in "".join(checked_lines(look))
    assert check_paper(workspace, qr_of(form.report)).state is PaperState.SAME
    with workspace.read() as office:
        bureau = next(p for p in office.parties.of_project(project.id) if p.unit == "区住建局")
        meeting = office.meetings.of_project(project.id)[0]
    draft = OpinionDraft(stance=Stance.DISAGREE, text="消防车道未画线")
    give_opinion(workspace, meeting.id, bureau.id, draft)
    look = check_paper(workspace, qr_of(form.report))
    assert look.changed == ("部门会签意见 · 职能部门：区住建局",)


def test_a_visit_is_compared_too(workspace, project, tmp_path):
    with workspace.read() as office:
        visit = office.visits.of_project(project.id)[0]
    report = issue_visit_report(workspace, visit, tmp_path / "v.pdf").value.report
    assert check_paper(workspace, report.number).state is PaperState.SAME
    edit_project(workspace, project.id, name="解放二村（一期）")
    assert check_paper(workspace, report.number).changed == ("project",)


def test_a_code_with_another_content_is_altered(workspace, project, tmp_path):
    report = make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf").value.report
    forged = qr_of(replace(report, snapshot="0" * 64))
    look = check_paper(workspace, forged)
    assert (look.state, look.report.id) == (PaperState.ALTERED, report.id)


def test_what_is_not_on_record_is_unknown(workspace, project):
    for asked in ("7F3A-91C2-0B5D", "LJ-2026-XX-K7-001", "天书", ""):
        look = check_paper(workspace, asked)
        assert (look.state, look.report, look.is_good) == (PaperState.UNKNOWN, None, False)


def test_a_later_version_is_told(workspace, project, tmp_path):
    first = make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "1.pdf").value.report
    make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "2.pdf")
    assert check_paper(workspace, qr_of(first)).newer == 2
    assert check_paper(workspace, first.number).report.version == 2
    assert check_paper(workspace, f"{first.number}/1").report.version == 1


def test_a_file_that_goes_on_keeps_its_bytes_and_a_changed_one_is_told(
    workspace, project, tmp_path
):
    made = make_paper(workspace, project.id, PaperKind.FIVE_PARTIES, tmp_path / "w.pdf").value
    content = made.path.read_bytes()
    signed, changed = tmp_path / "signed.pdf", tmp_path / "changed.pdf"
    signed.write_bytes(content + b"\n9 0 obj\n<< /Type /Sig >>\nendobj\n")
    changed.write_bytes(content[:200] + b"?" + content[201:])
    look = check_paper_file(workspace, signed)
    assert (look.report.id, look.file, look.is_good) == (made.report.id, FileState.EXTENDED, False)
    look = check_paper_file(workspace, changed)
    assert (look.report.id, look.file, look.is_good) == (made.report.id, FileState.DIFFERS, False)
    kept_paper(workspace, made.report).unlink()
    assert check_paper_file(workspace, signed).file is FileState.DIFFERS


def test_edited_word_and_excel_files_are_recognised(workspace, project, tmp_path):
    for end in (".docx", ".xlsx"):
        made = make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / f"g{end}").value
        assert check_paper_file(workspace, made.path).file is FileState.EXACT
        if end == ".docx":
            document = Document(str(made.path))
            document.add_paragraph("另加一句")
            document.save(str(made.path))
        else:
            made.path.write_bytes(made.path.read_bytes() + b"\0")
        look = check_paper_file(workspace, made.path)
        assert (look.report.id, look.file) == (made.report.id, FileState.DIFFERS)


@pytest.mark.parametrize("content", STRANGE)
def test_a_strange_file_is_unknown_and_hurts_nothing(workspace, project, tmp_path, content):
    path = tmp_path / "strange.pdf"
    path.write_bytes(content)
    assert check_paper_file(workspace, path).state is PaperState.UNKNOWN


def test_a_file_that_is_not_there_is_refused(workspace, project, tmp_path):
    with pytest.raises(InspectorError) as refused:
        check_paper_file(workspace, tmp_path / "no.pdf")
    assert refused.value.problem is Problem.FILE_MISSING


def test_a_paper_is_compared_in_the_language_in_which_it_was_made(workspace, project, tmp_path):
    speak("en", locale())
    try:
        report = make_paper(
            workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf"
        ).value.report
    finally:
        speak("zh", locale())
    assert check_paper(workspace, report.number).state is PaperState.SAME


def test_a_paper_of_an_older_program_says_that_it_cannot_tell(workspace, project, tmp_path):
    report = make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf").value.report
    with workspace.act() as writing:
        writing.office.papers.put_report(replace(report, parts=None))
    look = check_paper(workspace, report.number)
    assert (look.state, look.is_good) == (PaperState.UNCOMPARED, False)


def test_the_record_keeps_its_parts(workspace, project, tmp_path):
    report = make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / "g.pdf").value.report
    kept = list_reports(workspace, project.id)[0]
    assert {each.name: getattr(kept, each.name) for each in fields(kept)} == {
        each.name: getattr(report, each.name) for each in fields(report)
    }


def test_a_notice_is_compared_with_what_would_be_printed_now(workspace, project, tmp_path):
    with workspace.read() as office:
        defect = office.defects.of_project(project.id)[0]
    builder = make_party(workspace, project, "市政集团")
    edit_defect(workspace, defect.id, party_id=builder.id)
    draft = NoticeDraft(party_id=builder.id, due_on=FIRST_DAY + timedelta(days=20))
    notice = issue_notice(workspace, project.id, draft).value
    made = print_notice(workspace, notice.id, tmp_path / "z.pdf")
    scanned = qr_on_page(made.path, 0, (160, 40.5, 187, 66))
    assert read_token(scanned).record_id == notice.id
    for look in (check_paper(workspace, scanned), check_paper_file(workspace, made.path)):
        assert (look.state, look.report, look.is_good) == (PaperState.SAME, None, True)
        assert notice.number in "".join(checked_lines(look))
    assert check_paper(workspace, notice.number).state is PaperState.UNCOMPARED
    edit_defect(workspace, defect.id, text="外墙涂层大面积起皮")
    look = check_paper(workspace, scanned)
    assert (look.state, look.changed) == (PaperState.CHANGED, ("content",))


def test_a_told_list_is_compared_too(workspace, project, tmp_path):
    with workspace.read() as office:
        visit = office.visits.of_project(project.id)[0]
        place = office.places.of_project(project.id)[0]
    make_defect(workspace, project, place, "井框高差", visit_id=visit.id)
    told = freeze_visit(workspace, visit.id).value
    report = issue_disclosure(workspace, told.id, tmp_path / "g.pdf").value.report
    assert check_paper(workspace, qr_of(report)).state is PaperState.SAME
    edit_project(workspace, project.id, name="解放二村（一期）")
    assert "project" in check_paper(workspace, qr_of(report)).changed


def test_a_file_with_a_signature_that_holds_is_good(workspace, project, tmp_path, monkeypatch):
    made = make_paper(workspace, project.id, PaperKind.FIVE_PARTIES, tmp_path / "w.pdf").value
    made.path.write_bytes(made.path.read_bytes() + b"\n%more\n")
    holding = PdfSeal(field="s", certificate=None, signed_at=None)
    monkeypatch.setattr(checking_papers, "read_seals", lambda _content, _name: (holding,))
    look = check_paper_file(workspace, made.path)
    assert (look.file, look.is_good) == (FileState.SIGNED, True)
