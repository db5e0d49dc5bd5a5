"""Signatures: bound to what was shown, marked when it changes, one act of two laptops."""

import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest

from inspector.cli.signatures import signing_told
from inspector.core.checklists import AnswerState, Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.ink import Ink
from inspector.core.issued import PaperKind
from inspector.core.meetings import GroupKind, Presence, Satisfaction
from inspector.core.papers import PaperIdentity, check_code, snapshot_sha256
from inspector.core.signatures import Part, SignatureKind
from inspector.operations.defects import MoveDraft, edit_defect, move_defect
from inspector.operations.erasing import erase_personal_value
from inspector.operations.evidence_files import kept_evidence
from inspector.operations.forms.gathering import gather_form
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import (
    GroupDraft,
    MeetingDraft,
    MeetingEdit,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    edit_meeting,
    put_group,
)
from inspector.operations.projects import edit_project
from inspector.operations.reports import (
    issue_acceptance_report,
    issue_defects_report,
    issue_form,
)
from inspector.operations.scans import ScanDraft, add_scan
from inspector.operations.signing import (
    SignatureDraft,
    show_signatures,
    sign,
    withdraw_signature,
)
from inspector.operations.upkeep import check_workspace
from inspector.store.export import project_tables
from inspector.words.problems import explain
from inspector.words.signatures import part_name
from tests.kit.builders import (
    FIRST_DAY,
)
from tests.kit.crossing import carry, make_laptop
from tests.kit.pdf import joined, whole_text
from tests.kit.signing import INK, OTHER_INK, Held

LATER = FIRST_DAY + timedelta(days=9)


def refused(act, *arguments):
    with pytest.raises(InspectorError) as caught:
        act(*arguments)
    return caught.value


@pytest.fixture
def held(workspace):
    return Held(workspace)


def test_a_signature_keeps_its_strokes_its_signer_and_what_was_shown(held):
    signing = held.show()
    made = held.sign()
    (line,) = held.show().lines
    assert line.signature == made
    assert (made.ink, made.signer, made.kind) == (INK, "陈敏", SignatureKind.INK)
    assert made.shown == signing.shown
    assert made.signed_at.startswith("2026-05")
    assert "+" in made.signed_at
    assert line.counts
    assert [each.party.id for each in held.show().unsigned] == [
        held.builder.id,
        held.residents.id,
    ]
    assert check_workspace(held.workspace).findings == ()


CHANGES = {
    Part.PROJECT: lambda h: edit_project(h.workspace, h.project.id, name="解放二村（一期）"),
    Part.MEETING: lambda h: edit_meeting(h.workspace, h.meeting.id, MeetingEdit(venue="街道")),
    Part.ATTENDANCE: lambda h: h.attend(h.builder, Presence.LEFT_EARLY),
    Part.RESULTS: lambda h: set_result(h.workspace, h.visit, h.spot, AnswerState.FAIL),
    Part.DEFECTS: lambda h: edit_defect(h.workspace, h.defect.id, severity=Severity.MAJOR),
    Part.PROGRESS: lambda h: move_defect(
        h.workspace, h.defect.id, MoveDraft(step=DefectStep.VOID, reason="重复")
    ),
    Part.GROUPS: lambda h: put_group(
        h.workspace, h.meeting.id, GroupDraft(kind=GroupKind.SITE, name="现场组")
    ),
    Part.OPINIONS: lambda h: h.say(h.builder, text="尽快付款"),
    Part.RESIDENTS: lambda h: add_resident(
        h.workspace, h.meeting.id, ResidentDraft(level=Satisfaction.SATISFIED)
    ),
    Part.VERDICT: lambda h: declare_verdict(
        h.workspace, h.meeting.id, kind=ConclusionKind.REWORK, reason="另行复验"
    ),
}


@pytest.mark.parametrize("part", Part)
def test_whatever_changes_after_signing_is_named(held, part):
    held.sign()
    CHANGES[part](held)
    (line,) = held.show().lines
    assert line.changed == (part,)
    assert not line.counts


@pytest.mark.parametrize("part", Part)
def test_what_changes_between_showing_and_signing_is_refused_by_name(held, part):
    seen = held.show().shown
    CHANGES[part](held)
    draft = SignatureDraft(party_id=held.owner.id, shown=seen, ink=INK)
    error = refused(sign, held.workspace, held.meeting.id, draft)
    assert (error.problem, error.facts["parts"]) == (Problem.SIGN_CONTENT_CHANGED, (part,))
    assert check_code(held.show().shown.sha256) in explain(error)
    assert held.show().lines == ()


def test_names_of_residents_are_no_part_of_what_is_signed(held):
    before = held.show().shown
    held.attend(held.residents, representative="钱姨")
    assert held.show().shown == before


def test_what_was_shown_may_be_told_by_its_check_code(held):
    code = held.show().code
    draft = SignatureDraft(party_id=held.owner.id, shown=code.lower(), ink=INK)
    assert sign(held.workspace, held.meeting.id, draft).value.shown == held.show().shown
    other = SignatureDraft(party_id=held.builder.id, shown="0000-0000-0000", ink=INK)
    error = refused(sign, held.workspace, held.meeting.id, other)
    assert error.problem is Problem.SIGN_CONTENT_OTHER
    assert code in explain(error)


def test_no_signature_before_the_verdict_and_no_empty_one(held):
    again = create_meeting(held.workspace, held.project.id, MeetingDraft(held_on=LATER)).value
    seen = show_signatures(held.workspace, again.id).shown
    draft = SignatureDraft(party_id=held.owner.id, shown=seen, ink=INK)
    error = refused(sign, held.workspace, again.id, draft)
    assert error.problem is Problem.SIGN_BEFORE_VERDICT
    empty = SignatureDraft(party_id=held.owner.id, shown=held.show().shown, ink=Ink(900, 400, ()))
    assert refused(sign, held.workspace, held.meeting.id, empty).problem is Problem.INK_EMPTY
    foreign = SignatureDraft(party_id="none", shown=held.show().shown, ink=INK)
    assert refused(sign, held.workspace, held.meeting.id, foreign).problem is Problem.LINK_MISSING


def test_who_is_absent_does_not_sign(held, tmp_path):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    held.attend(held.builder, Presence.ABSENT, withdraws_opinion=True)
    draft = SignatureDraft(party_id=held.builder.id, shown=held.show().shown, ink=INK)
    error = refused(sign, held.workspace, held.meeting.id, draft)
    assert error.problem is Problem.SIGN_WHILE_ABSENT
    assert "更正签到" in explain(error)
    error = refused(scanned, held, made.report, tmp_path, held.builder)
    assert error.problem is Problem.SIGN_WHILE_ABSENT
    told = scanned(held, made.report, tmp_path).lines
    assert held.builder.id not in {line.signature.party_id for line in told}
    paper = tmp_path / "回函.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    held.say(held.builder, letter=paper)
    late = scanned(held, made.report, tmp_path, held.builder, name="回寄.pdf").lines[-1]
    assert late.signature.party_id == held.builder.id
    assert late.changed == (Part.ATTENDANCE, Part.OPINIONS)


def test_a_second_signature_needs_the_first_taken_back_or_a_change(held):
    first = held.sign()
    draft = SignatureDraft(party_id=held.owner.id, shown=first.shown, ink=OTHER_INK)
    error = refused(sign, held.workspace, held.meeting.id, draft)
    assert error.problem is Problem.SIGN_TWICE
    withdraw_signature(held.workspace, first.id, "签错栏")
    held.sign(ink=OTHER_INK)
    taken_back, second = held.show().lines
    assert taken_back.signature.withdrawn.reason == "签错栏"
    assert taken_back.signature.ink == INK
    assert second.counts
    assert not second.is_double
    CHANGES[Part.OPINIONS](held)
    held.sign()
    assert [line.counts for line in held.show().lines] == [False, False, True]


def test_a_withdrawal_needs_a_reason_and_happens_once(held):
    made = held.sign()
    error = refused(withdraw_signature, held.workspace, made.id, " ")
    assert error.problem is Problem.NAME_EMPTY
    withdraw_signature(held.workspace, made.id, "签错栏")
    again = refused(withdraw_signature, held.workspace, made.id, "签错栏")
    assert again.problem is Problem.SIGN_WITHDRAWN


@pytest.fixture
def pair(tmp_path):
    one, other = make_laptop(tmp_path, "陈"), make_laptop(tmp_path, "李")
    yield one, other
    one.close()
    other.close()


def test_two_laptops_sign_one_act_and_double_signing_is_shown(pair, tmp_path):
    one, other = pair
    held = Held(one)
    carry(one, other, tmp_path)
    assert held.show(one).shown == held.show(other).shown
    held.sign(held.owner)
    held.sign(held.owner, OTHER_INK, workspace=other)
    held.sign(held.builder, workspace=other)
    carry(one, other, tmp_path)
    carry(other, one, tmp_path)
    for each in pair:
        signing = held.show(each)
        doubles = [line.signature.party_id for line in signing.lines if line.is_double]
        assert doubles == [held.owner.id, held.owner.id]
        assert len(signing.lines) == 3
        assert all(line.counts for line in signing.lines)
        assert [line.party.id for line in signing.unsigned] == [held.residents.id]
        assert len({line.signature.device for line in signing.lines}) == 2
    drawn = [line.signature.ink for line in held.show(one).lines]
    assert drawn.count(None) == 2  # a drawing goes in a sealed package only, to an enrolled laptop


def test_strokes_and_residents_names_stay_out_of_what_is_handed_over(held):
    held.sign(held.owner)
    held.sign(held.residents)
    with held.workspace.read() as office:
        told = str(project_tables(office.db, held.project.id))
    assert "strokes" not in told
    assert "赵姨" not in told
    assert "陈敏" in told


def test_an_erased_drawing_leaves_the_signature_on_record(held):
    made = held.sign(held.residents)
    erase_personal_value(held.workspace, made.id, "ink", "本人要求")
    (line,) = held.show().lines
    assert line.signature.ink is None
    assert line.counts
    assert check_workspace(held.workspace).findings == ()


# -- signed paper ---------------------------------------------------------------------------------


def test_a_signed_page_is_kept_by_its_hash_and_bound_to_its_report(held, tmp_path):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    page = tmp_path / "签字页.pdf"
    page.write_bytes(b"%PDF-1.7\nscan")
    code = check_code(made.report.snapshot)
    draft = ScanDraft(file=page, code=code, party_ids=(held.owner.id, held.builder.id))
    signatures = add_scan(held.workspace, held.meeting.id, draft).value
    assert {one.report_id for one in signatures} == {made.report.id}
    assert {one.kind for one in signatures} == {SignatureKind.SCAN}
    assert kept_evidence(held.workspace, signatures[0].scan).read_bytes() == page.read_bytes()
    assert [line.party.id for line in held.show().unsigned] == [held.residents.id]
    held.sign(held.owner)  # a pad beside the paper is no double
    assert not any(line.is_double for line in held.show().lines)
    assert check_workspace(held.workspace).findings == ()


@pytest.mark.parametrize("part", [Part.OPINIONS, Part.RESULTS, Part.VERDICT])
def test_a_page_printed_before_a_change_says_what_changed(held, tmp_path, part):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    CHANGES[part](held)
    for line in scanned(held, made.report, tmp_path, held.owner).lines:
        assert line.changed == (part,)
        assert not line.counts
    assert held.owner.id in {line.party.id for line in held.show().unsigned}
    assert f"签后有变更：{part_name(part)}" in signing_said(held)


def signing_said(held):
    return "".join(signing_told(held.show()).lines)


def scanned(held, report, folder, *parties, name="签字页.pdf"):
    page = folder / name
    page.write_bytes(b"%PDF-1.7\nscan" + name.encode())
    ids = tuple(party.id for party in parties)
    draft = ScanDraft(file=page, code=check_code(report.snapshot), party_ids=ids)
    add_scan(held.workspace, held.meeting.id, draft)
    return held.show()


def test_a_page_of_the_five_parties_is_taken_in_too(held, tmp_path):
    kind = PaperKind.FIVE_PARTIES
    made = issue_form(held.workspace, held.project.id, kind, tmp_path / "w.pdf").value
    (line,) = scanned(held, made.report, tmp_path, held.builder).lines
    assert line.counts
    assert line.signature.report_id == made.report.id
    defects = issue_defects_report(held.workspace, held.project.id, tmp_path / "t.pdf").value
    error = refused(scanned, held, defects.report, tmp_path, held.owner)
    assert error.problem is Problem.SCAN_CODE_UNKNOWN


def test_a_page_of_another_round_is_refused(held, tmp_path):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    held.meeting = create_meeting(
        held.workspace, held.project.id, MeetingDraft(held_on=LATER)
    ).value
    rework = ConclusionKind.REWORK
    declare_verdict(held.workspace, held.meeting.id, kind=rework, reason="另行复验")
    error = refused(scanned, held, made.report, tmp_path, held.owner)
    assert error.problem is Problem.SCAN_OTHER_MEETING
    assert "第 1 轮" in explain(error)


def test_one_page_counts_once_for_a_party(held, tmp_path):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    scanned(held, made.report, tmp_path, held.owner)
    signing = scanned(held, made.report, tmp_path, held.owner, held.builder)
    told = [line.signature.party_id for line in signing.lines]
    assert told == [held.owner.id, held.builder.id]
    error = refused(scanned, held, made.report, tmp_path, held.owner)
    assert error.problem is Problem.SCAN_TWICE
    assert "签字页.pdf" in explain(error)


def test_a_paper_without_digests_is_compared_as_a_whole(held, tmp_path):
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "r.pdf").value
    told = json.loads(made.report.parts)
    del told["printed"]
    report = replace(made.report, parts=json.dumps(told))
    with held.workspace.act() as writing:
        writing.office.papers.put_report(report)
    (line,) = scanned(held, report, tmp_path, held.owner).lines
    assert line.counts
    CHANGES[Part.OPINIONS](held)
    late = scanned(held, report, tmp_path, held.builder).lines[-1]
    assert late.changed == tuple(Part)


def test_a_signed_page_of_no_report_is_refused(held, tmp_path):
    page = tmp_path / "p.pdf"
    page.write_bytes(b"%PDF-1.7\n")
    draft = ScanDraft(file=page, code="7F3A-91C2-0B5D")
    error = refused(add_scan, held.workspace, held.meeting.id, draft)
    assert error.problem is Problem.SCAN_CODE_UNKNOWN
    page.write_text("kein Bild")
    error = refused(add_scan, held.workspace, held.meeting.id, draft)
    assert error.problem is Problem.EVIDENCE_KIND_UNKNOWN
    assert held.show().lines == ()


def test_a_scan_travels_with_the_records(pair, tmp_path):
    one, other = pair
    held = Held(one)
    made = issue_acceptance_report(one, held.project.id, tmp_path / "r.pdf").value
    page = tmp_path / "p.pdf"
    page.write_bytes(b"%PDF-1.7\nscan")
    draft = ScanDraft(file=page, code=check_code(made.report.snapshot))
    (first, *_others) = add_scan(one, held.meeting.id, draft).value
    carry(one, other, tmp_path)
    assert kept_evidence(other, first.scan).read_bytes() == page.read_bytes()
    assert len(held.show(other).lines) == 3


# -- in the report --------------------------------------------------------------------------------


def test_the_report_draws_signatures_and_names_what_changed_since(held, tmp_path):
    held.sign(held.owner)
    held.sign(held.residents)
    gone = held.sign(held.builder)
    withdraw_signature(held.workspace, gone.id, "签错栏")
    made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "1.pdf").value
    text = whole_text(made.path)
    assert held.show().code in text
    assert "签后有变更：" not in joined(text).replace("标明“签后有变更”", "")
    assert "的签名已撤回：签错栏" in joined(text)
    assert "赵姨" not in text
    CHANGES[Part.OPINIONS](held)
    changed = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "2.pdf").value
    assert joined(whole_text(changed.path)).count("签后有变更：各方意见") == 2
    strokes = strokes_of(made.path)
    assert strokes == strokes_of(changed.path) == 1  # the resident's drawing is never printed


def test_the_five_party_page_draws_signatures_and_names_what_changed_since(held, tmp_path):
    kind = PaperKind.FIVE_PARTIES
    blank = issue_form(held.workspace, held.project.id, kind, tmp_path / "0.pdf").value
    held.sign(held.owner)
    held.sign(held.builder, OTHER_INK)
    held.sign(held.residents)
    made = issue_form(held.workspace, held.project.id, kind, tmp_path / "1.pdf").value
    assert (strokes_of(blank.path), strokes_of(made.path)) == (0, 2)
    told = joined(whole_text(made.path))
    assert "手写签名：陈敏2026-05-11" in told.replace(" ", "")
    assert "签后有变更" not in told
    CHANGES[Part.OPINIONS](held)
    later = issue_form(held.workspace, held.project.id, kind, tmp_path / "2.pdf").value
    assert joined(whole_text(later.path)).count("签后有变更：各方意见") == 2
    erase = {line.signature.party_id: line.signature.id for line in held.show().lines}
    code = gather_code(held)
    erase_personal_value(held.workspace, erase[held.owner.id], "ink", "本人要求")
    assert gather_code(held) == code


def gather_code(held):
    identity = PaperIdentity(number="WF-1", made_at=held.workspace.now(), program="p")
    paper = gather_form(held.workspace, held.project.id, PaperKind.FIVE_PARTIES, identity)
    return snapshot_sha256(paper)


def test_word_and_workbook_tell_the_same_signatures(held, tmp_path):
    held.sign(held.owner)
    CHANGES[Part.RESULTS](held)
    for name in ("r.docx", "r.xlsx"):
        made = issue_acceptance_report(held.workspace, held.project.id, tmp_path / name).value
        with zipfile.ZipFile(made.path) as parts:
            told = "".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())
        assert "签后有变更：查验结果" in told


def test_an_erased_drawing_is_not_printed(held, tmp_path):
    made = held.sign(held.owner)
    first = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "1.pdf").value
    erase_personal_value(held.workspace, made.id, "ink", "本人要求")
    second = issue_acceptance_report(held.workspace, held.project.id, tmp_path / "2.pdf").value
    assert strokes_of(first.path) == 1
    assert strokes_of(second.path) == 0


def strokes_of(path):
    """Count the strokes that are drawn with round ends: handwriting alone has them."""
    with pikepdf.open(path) as pdf:
        return sum(page.Contents.read_bytes().count(b"1 J 1 j") for page in pdf.pages)
