"""Recording what moves a project on, and where it then stands."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from inspector.cli.process_shapes import process_shape
from inspector.core.checklists import AnswerState, AnswerType, Control
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.ink import Ink, InkPoint
from inspector.core.meetings import Presence
from inspector.core.papers import PaperIdentity
from inspector.core.process.facts import Why
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    DocumentOpinion,
    EventKind,
    GateId,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.path import GateStatus
from inspector.core.process.votes import Ballot, VoteBase, VoteMeasure, VoteRule
from inspector.core.projects import PartyRole, PlaceFacts, PlaceKind
from inspector.operations.acceptance import gather_acceptance
from inspector.operations.defects import MoveDraft, move_defect
from inspector.operations.history import undo
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import (
    AttendanceDraft,
    MeetingDraft,
    create_meeting,
    declare_verdict,
    note_attendance,
)
from inspector.operations.process import process_of
from inspector.operations.programmes import (
    PlanTargets,
    create_programme,
    plan_year,
    sums_of_project,
)
from inspector.operations.projects import edit_project
from inspector.operations.recording import (
    DocumentDraft,
    PublicityDraft,
    Saying,
    VoteDraft,
    answer_objection,
    attach_publicity_photos,
    document_path,
    edit_publicity,
    file_document,
    record_objection,
    record_publicity,
    record_vote,
    remove_process_record,
    say,
)
from inspector.operations.signing import SignatureDraft, show_signatures, sign
from inspector.operations.standing import stand_of
from inspector.operations.taxonomies import renovation_types
from inspector.operations.upkeep import check_workspace
from inspector.words.acceptance import reason_text
from inspector.words.problems import explain
from inspector.words.process import gate_status_name
from tests.kit.builders import (
    make_checked,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
    national_pack,
)
from tests.kit.exchanging import hand_over, laptops
from tests.kit.photo_files import make_jpeg

DAY = date(2026, 5, 6)
K = DocumentKind


@pytest.fixture
def project(workspace):
    return make_project(workspace)


def ballot(agreeing, entitled=1000, taking_part=None):
    taking = None if taking_part is None else Decimal(taking_part)
    return Ballot(entitled=Decimal(entitled), agreeing=Decimal(agreeing), taking_part=taking)


def vote(agreeing=667, subject=VoteSubject.WILLINGNESS, **more):
    return VoteDraft(
        subject=subject, households=ballot(agreeing), first_on=DAY, last_on=DAY, **more
    )


def posted(start=date(2026, 4, 20), end=date(2026, 4, 27)):
    return PublicityDraft(start_on=start, end_on=end, place="小区公告栏")


def gate(workspace, project, gate_id):
    return process_of(workspace, project.id).seen.gate(gate_id)


def check(workspace, project, condition):
    view = process_of(workspace, project.id)
    found = [one for seen in view.seen.gates for one in seen.conditions]
    return next(one.seen for one in found if one.condition is condition)


def refusal(act, *given):
    with pytest.raises(InspectorError) as refused:
        act(*given)
    return refused.value.problem


def test_a_project_walks_through_its_first_gate(workspace, project):
    assert process_of(workspace, project.id).seen.state is ProjectState.CANDIDATE
    programme = create_programme(workspace, "三年行动计划", cutoff_year=2000).value
    edit_project(workspace, project.id, programme_id=programme.id, plan_year=2026)
    make_place(workspace, project, "A", kind=PlaceKind.COMMUNITY, facts=PlaceFacts(built_year=1986))
    record_vote(workspace, project.id, vote())
    for condition in (Condition.NOT_LATELY_RENOVATED, Condition.NOT_TO_BE_DEMOLISHED):
        saying = Saying(kind=EventKind.CONFIRM, target=condition, authority="街道")
        say(workspace, project.id, saying)
    for kind in (K.WILLINGNESS_FORM, K.NEEDS_LIST):
        file_document(workspace, project.id, DocumentDraft(kind=kind))
    view = process_of(workspace, project.id)
    assert view.seen.state is ProjectState.WILLING
    assert view.seen.next_gate.gate.id is GateId.G2
    make_party(workspace, project, "市建筑设计院", role=PartyRole.DESIGN)
    assert check(workspace, project, Condition.DESIGNER_COMMISSIONED).is_met


def test_the_years_of_buildings_stand_in_for_those_of_a_community(workspace, project):
    make_place(workspace, project, "12", facts=PlaceFacts(built_year=1986))
    make_place(workspace, project, "13", facts=PlaceFacts(built_year=2003))
    programme = create_programme(workspace, "三年行动计划", cutoff_year=2000).value
    edit_project(workspace, project.id, programme_id=programme.id)
    seen = check(workspace, project, Condition.BUILT_BEFORE_CUTOFF)
    assert seen.facts == {"year": 2003, "cutoff": 2000}


def test_the_deadline_of_the_yearly_plan_counts(workspace, project):
    programme = create_programme(workspace, "三年行动计划").value
    targets = PlanTargets(declare_by=date(2026, 4, 30))
    plan_year(workspace, programme.id, 2026, targets)
    edit_project(workspace, project.id, programme_id=programme.id, plan_year=2026)
    draft = DocumentDraft(kind=K.DECLARATION, issued_on=date(2026, 4, 29))
    file_document(workspace, project.id, draft)
    assert check(workspace, project, Condition.DECLARED_IN_TIME).is_met


def test_a_vote_keeps_its_counts_and_its_own_rule(workspace, project):
    rule = VoteRule(
        Fraction(3, 4), VoteBase.TAKING_PART, (VoteMeasure.AREA,), exceeds=True, quorum=None
    )
    area = ballot("1600.50", "2400.50", "1600.50")
    made = record_vote(workspace, project.id, vote(rule=rule, area_m2=area, method="书面")).value
    (kept,) = process_of(workspace, project.id).facts.votes
    assert kept == made
    assert kept.area_m2.agreeing == Decimal("1600.50")


def test_a_vote_with_more_voices_than_entitled_is_refused_and_nothing_kept(workspace, project):
    assert refusal(record_vote, workspace, project.id, vote(1001)) is Problem.VOTE_OVERCOUNTED
    assert process_of(workspace, project.id).facts.votes == ()


def test_publicity_asks_for_time_photos_and_answers(workspace, project, tmp_path):
    publicity = record_publicity(workspace, project.id, posted()).value
    assert check(workspace, project, Condition.PUBLICIZED_LONG_ENOUGH).facts["days"] == 5
    first, last = (tmp_path / name for name in ("first.jpg", "last.jpg"))
    first.write_bytes(make_jpeg())
    last.write_bytes(make_jpeg(size=(80, 48)))
    attach_publicity_photos(workspace, publicity.id, PhotoRole.FIRST_DAY, [first])
    assert not check(workspace, project, Condition.POSTED_WITH_PHOTOS).is_met
    attach_publicity_photos(workspace, publicity.id, PhotoRole.LAST_DAY, [last])
    assert check(workspace, project, Condition.POSTED_WITH_PHOTOS).is_met
    objection = record_objection(workspace, publicity.id, "担心噪声", date(2026, 4, 22)).value
    assert not check(workspace, project, Condition.OBJECTIONS_ANSWERED).is_met
    assert (
        refusal(answer_objection, workspace, objection.id, "已答复", date(2026, 4, 21))
        is Problem.DAYS_UNORDERED
    )
    answer_objection(workspace, objection.id, "夜间不施工", date(2026, 4, 24))
    assert check(workspace, project, Condition.OBJECTIONS_ANSWERED).is_met


def test_a_publicity_is_corrected_and_never_ends_before_it_begins(workspace, project):
    publicity = record_publicity(workspace, project.id, posted()).value
    edit_publicity(workspace, publicity.id, posted(end=date(2026, 4, 24)))
    assert check(workspace, project, Condition.PUBLICIZED_LONG_ENOUGH).facts["days"] == 4
    wrong = posted(end=date(2026, 4, 1))
    assert refusal(edit_publicity, workspace, publicity.id, wrong) is Problem.DAYS_UNORDERED


def test_a_document_is_kept_untouched_under_its_hash(workspace, project, tmp_path):
    file = tmp_path / "联审纪要.PDF"
    file.write_bytes(b"%PDF-1.7 minutes")
    draft = DocumentDraft(
        kind=K.REVIEW_MINUTES, number="〔2026〕7号", issued_on=DAY, issuer="区改造办", file=file
    )
    document = file_document(workspace, project.id, draft).value
    assert document.title == "联审纪要"
    assert document_path(workspace, document).read_bytes() == file.read_bytes()
    (kept,) = process_of(workspace, project.id).facts.documents
    assert kept == document
    assert [finding.flaw for finding in check_workspace(workspace.folder).findings] == []


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"x"), ("a.pdf", b""), ("a", b"x")])
def test_what_is_no_paper_is_refused(workspace, project, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    draft = DocumentDraft(kind=K.PERMIT, file=tmp_path / name)
    assert refusal(file_document, workspace, project.id, draft) is Problem.FILE_KIND_UNFIT


def test_a_file_that_is_not_there_is_named(workspace, project, tmp_path):
    draft = DocumentDraft(kind=K.PERMIT, file=tmp_path / "gone.pdf")
    assert refusal(file_document, workspace, project.id, draft) is Problem.FILE_MISSING
    bare = file_document(workspace, project.id, DocumentDraft(kind=K.PERMIT)).value
    assert refusal(document_path, workspace, bare) is Problem.FILE_MISSING


def test_a_document_dated_tomorrow_is_refused_and_no_file_kept(workspace, project, tmp_path):
    file = tmp_path / "permit.pdf"
    file.write_bytes(b"%PDF-1.7")
    draft = DocumentDraft(kind=K.PERMIT, issued_on=date(2026, 5, 12), file=file)
    assert refusal(file_document, workspace, project.id, draft) is Problem.DAY_TO_COME
    assert [f.flaw for f in check_workspace(workspace.folder).findings] == []


def test_waivers_assertions_and_stops(workspace, project):
    owed = {"authority": "区领导小组", "paper": "纪要〔2026〕2号"}
    say(workspace, project.id, Saying(kind=EventKind.ASSERT, target="building", **owed))
    view = process_of(workspace, project.id)
    assert view.seen.state is ProjectState.BUILDING
    assert view.seen.assertion.by == workspace.person().id
    waiver = Saying(kind=EventKind.WAIVE, target="G12", reason="小型工程", **owed)
    say(workspace, project.id, waiver)
    assert gate(workspace, project, GateId.G12).status is GateStatus.WAIVED
    stop = Saying(kind=EventKind.SUSPEND, authority="区领导小组", reason="资金未到位")
    say(workspace, project.id, stop)
    assert process_of(workspace, project.id).seen.state is ProjectState.SUSPENDED
    go_on = Saying(kind=EventKind.RESUME, authority="区领导小组", reason="资金已到位")
    say(workspace, project.id, go_on)
    assert process_of(workspace, project.id).seen.state is ProjectState.COMPLETED


def test_the_same_waiver_is_said_once(workspace, project):
    waiver = Saying(
        kind=EventKind.WAIVE,
        target=GateId.G3.value,
        authority="区政府",
        paper="纪要 8 号",
        reason="并入 G5",
    )
    say(workspace, project.id, waiver)
    with pytest.raises(InspectorError) as caught:
        say(workspace, project.id, replace(waiver, authority=" 区政府 "))
    assert caught.value.problem is Problem.SAID_ALREADY
    assert "区政府，纪要 8 号" in explain(caught.value)
    say(workspace, project.id, replace(waiver, holds=False))
    say(workspace, project.id, waiver)
    assert len(process_of(workspace, project.id).facts.events) == 3


def test_a_waiver_without_its_paper_is_refused(workspace, project):
    saying = Saying(kind=EventKind.WAIVE, target="G12", authority="区领导小组", reason="小型")
    assert refusal(say, workspace, project.id, saying) is Problem.NAME_EMPTY


def test_a_mistaken_record_is_taken_off_and_an_act_undone(workspace, project):
    made = record_vote(workspace, project.id, vote())
    remove_process_record(workspace, made.value.id)
    assert process_of(workspace, project.id).facts.votes == ()
    assert refusal(remove_process_record, workspace, made.value.id) is Problem.RECORD_MISSING
    filed = file_document(workspace, project.id, DocumentDraft(kind=K.PERMIT))
    undo(workspace, filed.act)
    assert process_of(workspace, project.id).facts.documents == ()


def test_opinions_of_papers_count(workspace, project):
    for opinion, is_met in ((DocumentOpinion.CONDITIONAL, False), (DocumentOpinion.AGREE, True)):
        file_document(workspace, project.id, DocumentDraft(kind=K.OFFICE_REVIEW, opinion=opinion))
        assert check(workspace, project, Condition.OFFICE_AGREED).is_met is is_met


def test_everything_travels_with_the_project(tmp_path):
    scan = tmp_path / "scan.jpeg"
    scan.write_bytes(make_jpeg())
    with laptops(tmp_path, "甲", "乙") as (giver, taker):
        project = make_project(giver)
        record_vote(giver, project.id, vote())
        record_publicity(giver, project.id, posted())
        draft = DocumentDraft(kind=K.PERMIT, file=scan)
        document = file_document(giver, project.id, draft).value
        say(
            giver,
            project.id,
            Saying(kind=EventKind.CONFIRM, target="office_checked", authority="办"),
        )
        hand_over(giver, taker)
        there, here = (process_of(one, project.id).facts for one in (giver, taker))
        for name in ("votes", "posted", "documents", "events"):
            assert getattr(there, name) == getattr(here, name)
        assert document_path(taker, document).read_bytes() == scan.read_bytes()
        assert [f.flaw for f in check_workspace(taker.folder).findings] == []


# -- signatures, taxonomies, sums ----------


def test_signatures_of_the_meeting_answer_for_the_parties(workspace, project):
    owner = make_party(workspace, project, "解放街道", role=PartyRole.OWNER)
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=DAY)).value
    note_attendance(
        workspace,
        meeting.id,
        owner.id,
        AttendanceDraft(presence=Presence.PRESENT, representative="王主任"),
    )
    make_checked(workspace, project, make_place(workspace, project))
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.PASS, reason="见纪要")
    assert check(workspace, project, Condition.PARTIES_SIGNED).why is Why.NOT_CONFIRMED
    shown = show_signatures(workspace, meeting.id).shown
    ink = Ink(2000, 800, ((InkPoint(100, 100, 0, 400), InkPoint(900, 500, 60, 700)),))
    sign(workspace, meeting.id, SignatureDraft(party_id=owner.id, shown=shown, ink=ink))
    seen = check(workspace, project, Condition.PARTIES_SIGNED)
    assert (seen.why, seen.facts["count"]) == (Why.NOT_SIGNED, 1)
    assert PartyRole.DESIGN in seen.facts["names"]
    owed = {"authority": "区改造办", "paper": "签署页"}
    say(
        workspace,
        project.id,
        Saying(kind=EventKind.CONFIRM, target=Condition.PARTIES_SIGNED.value, **owed),
    )
    assert check(workspace, project, Condition.PARTIES_SIGNED).why is Why.CONFIRMED
    create_meeting(workspace, project.id, MeetingDraft(held_on=DAY + timedelta(days=9)))
    assert check(workspace, project, Condition.PARTIES_SIGNED).why is Why.CONFIRMED
    edit_project(workspace, project.id, name="解放二村（一期）")
    seen = check(workspace, project, Condition.PARTIES_SIGNED)
    assert (seen.why, seen.facts["names"]) == (Why.CHANGED_SINCE_SIGNED, ("解放街道",))


def test_the_report_prints_the_gates_as_the_status_has_them(workspace, project):
    identity = PaperIdentity(number="LJ-1", made_at=workspace.now(), program="p")
    general_fails(workspace, project)
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=DAY)).value
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.REWORK, reason="见纪要")
    printed = gather_acceptance(workspace, project.id, identity, None).way.gates
    status = process_shape(process_of(workspace, project.id))
    told = {gate["code"]: gate_status_name(gate["status"]) for gate in status["gates"]}
    assert printed
    assert [(one.gate, one.status) for one in printed] == [
        (one.gate, told[one.gate]) for one in printed
    ]


def test_what_was_conceded_is_no_failure_of_a_gate(workspace, project):
    visit = make_visit(workspace, project)
    place = make_place(workspace, project)
    spot = make_spot(workspace, project, place, visit, "RD-005")
    answer = set_result(workspace, visit, spot, AnswerState.FAIL).value
    assert check(workspace, project, Condition.MANDATORY_DONE).why is Why.ITEMS_FAILED
    party = make_party(workspace, project)
    defect = make_defect(workspace, project, place, answer_id=answer.answer.id, party_id=party.id)
    for step in (DefectStep.ISSUE, DefectStep.CONCEDE):
        draft = MoveDraft(step=step, reason="设计复核，安全和功能不受影响")
        move_defect(workspace, defect.id, draft)
    seen = check(workspace, project, Condition.MANDATORY_DONE)
    assert (seen.is_met, seen.why, seen.facts["count"]) == (True, Why.ITEMS_CONCEDED, 1)
    reasons = stand_of(workspace, project.id).conclusion.reasons
    told = [reason_text(one) for one in reasons if one.conceded]
    assert told
    assert all("让步接收 1 项次" in one for one in told)


def test_the_kind_of_renovation_follows_from_the_works_in_scope(workspace, project):
    place = make_place(workspace, project)
    assert renovation_types(workspace, project.id) == ()
    make_spot(workspace, project, place, make_visit(workspace, project), "RD-001")
    told = {one.profile.code: one.name for one in renovation_types(workspace, project.id)}
    assert told == {
        "national": "基础类",
        "anhui": "基本型",
        "two_type": "基本型",
        "hangzhou": "基础类改造",
    }
    make_spot(workspace, project, place, make_visit(workspace, project), "EL-001")
    told = {one.profile.code: one.name for one in renovation_types(workspace, project.id)}
    assert told == {
        "national": "完善类",
        "anhui": "完善型",
        "two_type": "提升型",
        "hangzhou": "综合类改造",
    }


def test_sums_of_communities_and_of_the_programme_are_told_for_a_project(workspace, project):
    programme = create_programme(
        workspace, "三年行动", first_year=2026, last_year=2026, buildings=3
    ).value
    edit_project(workspace, project.id, programme="三年行动")
    plan_year(workspace, programme.id, 2026, PlanTargets(buildings=4))
    facts = PlaceFacts(households=100)
    kind = PlaceKind.COMMUNITY
    community = make_place(workspace, project, "JF2", name="解放二村", kind=kind, facts=facts)
    make_place(workspace, project, "1", parent_id=community.id, facts=PlaceFacts(households=99))
    found = sums_of_project(workspace, project.id)
    assert [(one.name, one.field) for one in found] == [
        ("解放二村", "households"),
        ("三年行动", "buildings"),
    ]


def general_fails(workspace, project):
    """Put five places of a general item on record, one of them not qualified."""
    _ref, pack = national_pack(workspace)
    general = next(
        one.id
        for one in pack.by_id().values()
        if one.control is Control.GENERAL and one.answer.type is AnswerType.PASS_FAIL_NA
    )
    visit = make_visit(workspace, project)
    for number in range(5):
        place = make_place(workspace, project, code=f"B{number}", name=f"{number}幢")
        spot = make_spot(workspace, project, place, visit, general)
        set_result(workspace, visit, spot, AnswerState.PASS if number else AnswerState.FAIL)
    return visit, spot


def test_the_share_that_a_verdict_asks_of_general_items_is_what_the_gate_asks(workspace, project):
    visit, spot = general_fails(workspace, project)
    assert check(workspace, project, Condition.GENERAL_QUALIFIED).why is Why.ITEMS_FAILED
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=DAY)).value
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.PASS, reason="见纪要")
    seen = check(workspace, project, Condition.GENERAL_QUALIFIED)
    assert (seen.is_met, seen.why, seen.facts["count"]) == (True, Why.SHARE_REACHED, 1)
    set_result(workspace, visit, spot, AnswerState.FAIL)
    assert check(workspace, project, Condition.GENERAL_QUALIFIED).why is Why.ITEMS_FAILED
