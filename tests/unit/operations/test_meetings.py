"""The joint acceptance meeting: who comes, what each says, the verdict, and two laptops in one."""

from datetime import timedelta

import pytest

from inspector.core.checklists import AnswerState, Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.process.names import DocumentKind, EventKind
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.projects import PartyRole, PlaceKind
from inspector.core.rules import Clause
from inspector.folders import locale
from inspector.operations.conflicts import list_conflicts
from inspector.operations.defects import MoveDraft, list_defects, move_defect
from inspector.operations.evidence_files import kept_evidence
from inspector.operations.history import undo
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import (
    AttendanceDraft,
    GroupDraft,
    MeetingDraft,
    MeetingEdit,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    edit_meeting,
    note_attendance,
    put_group,
    remove_group,
    remove_resident,
    withdraw_attendance,
    withdraw_verdict,
)
from inspector.operations.opinions import (
    ConditionDraft,
    OpinionDraft,
    give_opinion,
    withdraw_opinion,
)
from inspector.operations.projects import (
    PartyDraft,
    add_party,
    edit_party,
    list_parties,
    list_places,
)
from inspector.operations.recording import DocumentDraft, Saying, file_document, say
from inspector.operations.rules import RULES, export_rules, office_rules, shipped_rules
from inspector.operations.upkeep import check_workspace
from inspector.operations.verdicts import list_meetings, show_meeting
from inspector.store.export import project_tables
from inspector.words.acceptance import conclusion_title
from inspector.words.conflicts import short_values
from inspector.words.language import speaking
from inspector.words.meetings import clause_text, said_name
from inspector.words.problems import explain
from inspector.words.process import document_name
from tests.kit.builders import (
    FIRST_DAY,
    make_checked,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
    take_in,
)
from tests.kit.crossing import carry, cross, make_laptop

NEEDED = ("office", "owner", "design", "contractor", "supervisor", "subdistrict", "community")
DUE = FIRST_DAY + timedelta(days=20)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 60


def refusal(act, *arguments, **more):
    with pytest.raises(InspectorError) as refused:
        act(*arguments, **more)
    return refused.value.problem


@pytest.fixture
def site(workspace):
    """Give a project taken in at its acceptance, its one item qualified, with all parties."""
    project = take_in(workspace, make_project(workspace))
    place = make_place(workspace, project, kind=PlaceKind.COMMUNITY, code="JF2", name="解放二村")
    visit = make_visit(workspace, project)
    spot = make_spot(workspace, project, place, visit, "RD-005")
    set_result(workspace, visit, spot, AnswerState.PASS)
    parties = {
        role: make_party(workspace, project, f"{role}单位", role=PartyRole(role))
        for role in (*NEEDED, "residents", "dept")
    }
    return project, visit, spot, parties


@pytest.fixture
def meeting(workspace, site):
    return create_meeting(workspace, site[0].id, MeetingDraft(held_on=FIRST_DAY)).value


def everybody_agrees(workspace, meeting, parties):
    for party in parties.values():
        attends(workspace, meeting, party)
        says(workspace, meeting, party)
    reviewed(workspace, meeting)


def attends(workspace, meeting, party, presence=Presence.PRESENT, **more):
    draft = AttendanceDraft(presence=presence, **more)
    return note_attendance(workspace, meeting.id, party.id, draft).value


def says(workspace, meeting, party, stance=Stance.AGREE, **more):
    return give_opinion(workspace, meeting.id, party.id, OpinionDraft(stance=stance, **more))


def reviewed(workspace, meeting, *missing):
    draft = GroupDraft(kind=GroupKind.PAPERS, name="资料组", stance=Stance.AGREE, missing=missing)
    put_group(workspace, meeting.id, draft)


def condition(owner, text="补种行道树", severity=Severity.MINOR, due_on=DUE):
    return ConditionDraft(text=text, owner_id=owner.id, due_on=due_on, severity=severity)


def unmet(sheet):
    return {line.clause for line in sheet.judgement.lines if not line.is_met}


def test_a_meeting_begins_undecided_and_says_what_is_missing(workspace, meeting):
    sheet = show_meeting(workspace, meeting.id)
    assert sheet.kind is ConclusionKind.UNDECIDED
    assert unmet(sheet) == {Clause.REQUIRED_PRESENT, Clause.RESIDENTS_AGREE, Clause.PAPERS_REVIEWED}
    assert len(sheet.absent) == len(sheet.parties)


def test_everybody_here_and_agreeing_passes(workspace, site, meeting):
    everybody_agrees(workspace, meeting, site[3])
    sheet = show_meeting(workspace, meeting.id)
    assert unmet(sheet) == set()
    assert sheet.kind is ConclusionKind.PASS
    assert sheet.absent == ()


def test_rounds_are_numbered_and_keep_their_order(workspace, site, meeting):
    project = site[0]
    again = create_meeting(
        workspace, project.id, MeetingDraft(held_on=FIRST_DAY + timedelta(days=30))
    ).value
    assert (meeting.number, again.number) == ("JF2-HY1", "JF2-HY2")
    assert [one.round for one in list_meetings(workspace, project.id)] == [1, 2]
    early = MeetingDraft(held_on=FIRST_DAY - timedelta(days=1))
    assert refusal(create_meeting, workspace, project.id, early) is Problem.MEETING_DAYS_CROSS
    late = MeetingEdit(held_on=FIRST_DAY + timedelta(days=40))
    assert refusal(edit_meeting, workspace, meeting.id, late) is Problem.MEETING_DAYS_CROSS
    twice = MeetingDraft(held_on=FIRST_DAY, round=1)
    assert refusal(create_meeting, workspace, project.id, twice) is Problem.MEETING_EXISTS


def test_each_round_keeps_its_own_opinions(workspace, site, meeting):
    project, parties = site[0], site[3]
    says(workspace, meeting, parties["owner"], Stance.DISAGREE, text="井盖异响未处理")
    again = create_meeting(workspace, project.id, MeetingDraft(held_on=DUE)).value
    says(workspace, again, parties["owner"])
    first, second = (show_meeting(workspace, one.id) for one in (meeting, again))
    said = [
        next(line.opinion for line in sheet.parties if line.party.id == parties["owner"].id)
        for sheet in (first, second)
    ]
    assert [one.stance for one in said] == [Stance.DISAGREE, Stance.AGREE]
    assert said[0].text == "井盖异响未处理"


def test_what_attendance_does_not_say_anew_stays(workspace, site, meeting, tmp_path):
    owner = site[3]["owner"]
    letter = tmp_path / "授权书.png"
    letter.write_bytes(PNG)
    attends(
        *(workspace, meeting, owner, Presence.LATE),
        representative="陈主任",
        post="项目负责人",
        letter=letter,
    )
    later = attends(workspace, meeting, owner, Presence.LEFT_EARLY)
    assert (later.representative, later.post) == ("陈主任", "项目负责人")
    assert later.letter.name == "授权书.png"
    assert kept_evidence(workspace, later.letter).read_bytes() == PNG
    assert check_workspace(workspace).findings == ()


def test_a_letter_that_is_no_paper_is_refused(workspace, site, meeting, tmp_path):
    letter = tmp_path / "授权书.exe"
    letter.write_bytes(b"MZ")
    draft = AttendanceDraft(presence=Presence.PRESENT, letter=letter)
    owner = site[3]["owner"]
    problem = refusal(note_attendance, workspace, meeting.id, owner.id, draft)
    assert problem is Problem.EVIDENCE_KIND_UNKNOWN
    assert show_meeting(workspace, meeting.id).parties[0].attendance is None


def test_a_condition_becomes_a_defect_that_keeps_the_acceptance_conditional(
    workspace, site, meeting
):
    project, parties = site[0], site[3]
    everybody_agrees(workspace, meeting, parties)
    one = condition(parties["contractor"])
    says(workspace, meeting, parties["dept"], Stance.CONDITIONAL, text="绿化", conditions=(one,))
    (line,) = list_defects(workspace, project.id)
    assert (line.defect.text, line.party.id) == ("补种行道树", parties["contractor"].id)
    assert line.defect.due_on == DUE
    sheet = show_meeting(workspace, meeting.id)
    assert sheet.kind is ConclusionKind.PASS
    assert sheet.judgement.is_conditional
    move_defect(workspace, line.defect.id, MoveDraft(step=DefectStep.CONCEDE, reason="设计同意"))
    closed = show_meeting(workspace, meeting.id)
    assert not closed.judgement.is_conditional
    assert unmet(closed) == set()


def test_a_condition_that_is_major_asks_for_rework(workspace, site, meeting):
    parties = site[3]
    everybody_agrees(workspace, meeting, parties)
    one = condition(parties["contractor"], severity=Severity.MAJOR)
    says(workspace, meeting, parties["dept"], Stance.CONDITIONAL, conditions=(one,))
    assert show_meeting(workspace, meeting.id).kind is ConclusionKind.REWORK


def test_a_condition_may_be_a_defect_that_is_on_record(workspace, site, meeting):
    project, parties = site[0], site[3]
    everybody_agrees(workspace, meeting, parties)
    with workspace.read() as office:
        place = office.places.of_project(project.id)[0]
    known = make_defect(workspace, project, place, severity=Severity.MINOR)
    says(workspace, meeting, parties["dept"], Stance.CONDITIONAL, defect_ids=(known.id,))
    sheet = show_meeting(workspace, meeting.id)
    (line,) = [one for one in sheet.parties if one.conditions]
    assert [one.id for one in line.conditions] == [known.id]
    assert sheet.judgement.is_conditional
    assert len(list_defects(workspace, project.id)) == 1
    other = make_project(workspace, code="JF9", name="别处")
    strange = make_defect(workspace, other, make_place(workspace, other))
    draft = OpinionDraft(stance=Stance.CONDITIONAL, defect_ids=(strange.id,))
    owner = parties["owner"]
    assert refusal(give_opinion, workspace, meeting.id, owner.id, draft) is Problem.LINK_MISSING


def test_an_opinion_says_what_it_owes(workspace, site, meeting):
    parties = site[3]
    owner = parties["owner"]
    early = condition(owner, due_on=FIRST_DAY - timedelta(days=1))
    for draft, problem in (
        (OpinionDraft(stance=Stance.DISAGREE), Problem.OPINION_NEEDS_TEXT),
        (OpinionDraft(stance=Stance.CONDITIONAL), Problem.OPINION_NEEDS_CONDITION),
        (
            OpinionDraft(stance=Stance.AGREE, conditions=(condition(owner),)),
            Problem.OPINION_WITH_CONDITIONS,
        ),
        (OpinionDraft(stance=Stance.CONDITIONAL, conditions=(early,)), Problem.DAYS_UNORDERED),
    ):
        assert refusal(give_opinion, workspace, meeting.id, owner.id, draft) is problem
    strange = OpinionDraft(stance=Stance.AGREE)
    assert refusal(give_opinion, workspace, meeting.id, "?", strange) is Problem.LINK_MISSING
    assert list_defects(workspace, site[0].id) == []


def test_the_same_condition_given_twice_is_one(workspace, site, meeting):
    project, parties = site[0], site[3]
    given = {"stance": Stance.CONDITIONAL, "conditions": (condition(parties["contractor"]),) * 2}
    says(workspace, meeting, parties["owner"], **given)
    says(workspace, meeting, parties["owner"], **given)
    (defect,) = (line.defect for line in list_defects(workspace, project.id))
    assert show_meeting(workspace, meeting.id).judgement.open_conditions == 1
    later = (condition(parties["contractor"], due_on=DUE + timedelta(days=1)),)
    draft = OpinionDraft(stance=Stance.CONDITIONAL, conditions=later)
    with pytest.raises(InspectorError) as caught:
        give_opinion(workspace, meeting.id, parties["owner"].id, draft)
    assert caught.value.problem is Problem.CONDITION_TWICE
    assert f"{defect.number}（期限 {DUE}）" in explain(caught.value)
    says(
        workspace,
        meeting,
        parties["owner"],
        stance=Stance.CONDITIONAL,
        conditions=(condition(parties["supervisor"]),),
    )
    assert len(list_defects(workspace, project.id)) == 2


# -- who is absent --------------------------------------------------------------------------------


def test_an_absent_party_consents_in_writing_only(workspace, site, meeting, tmp_path):
    owner = site[3]["owner"]
    attends(workspace, meeting, owner, Presence.ABSENT)
    draft = OpinionDraft(stance=Stance.AGREE)
    with pytest.raises(InspectorError) as caught:
        give_opinion(workspace, meeting.id, owner.id, draft)
    assert caught.value.problem is Problem.OPINION_WHILE_ABSENT
    assert "更正签到" in explain(caught.value)
    says(workspace, meeting, owner, stance=Stance.DISAGREE, text="屋面未修")
    paper = tmp_path / "回函.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    made = says(workspace, meeting, owner, letter=paper).value
    assert kept_evidence(workspace, made.letter).read_bytes() == paper.read_bytes()
    assert says(workspace, meeting, owner, text="另见回函").value.letter == made.letter
    (line,) = [one for one in show_meeting(workspace, meeting.id).parties if one.opinion]
    assert line.is_heard
    assert said_name(line.opinion, line.presence) == "同意（书面）"
    assert says(workspace, meeting, owner, Stance.DISAGREE, text="撤回").value.letter is None
    assert check_workspace(workspace).findings == ()


def party_line(workspace, meeting, party):
    return next(one for one in show_meeting(workspace, meeting.id).parties if one.party == party)


def test_noting_absence_takes_a_consent_back_only_when_told_to(workspace, site, meeting):
    owner = site[3]["owner"]
    attends(workspace, meeting, owner)
    says(workspace, meeting, owner)
    absent = AttendanceDraft(presence=Presence.ABSENT)
    with pytest.raises(InspectorError) as caught:
        note_attendance(workspace, meeting.id, owner.id, absent)
    assert caught.value.problem is Problem.ABSENT_WITH_OPINION
    assert owner.unit in explain(caught.value)
    line = party_line(workspace, meeting, owner)
    assert (line.presence, line.opinion.stance) == (Presence.PRESENT, Stance.AGREE)
    attends(workspace, meeting, owner, Presence.ABSENT, withdraws_opinion=True)
    line = party_line(workspace, meeting, owner)
    assert (line.presence, line.opinion) == (Presence.ABSENT, None)


def test_a_consent_that_meets_an_absence_from_another_laptop_does_not_count(pair, tmp_path):
    one, other = pair
    site = make_project(one)
    residents = make_party(one, site, "居民代表", role=PartyRole.RESIDENTS)
    meeting = create_meeting(one, site.id, MeetingDraft(held_on=FIRST_DAY)).value
    carry(one, other, tmp_path)
    attends(one, meeting, residents, Presence.ABSENT)
    says(other, meeting, residents)
    carry(one, other, tmp_path)
    carry(other, one, tmp_path)
    for each in pair:
        sheet = show_meeting(each, meeting.id)
        (line,) = sheet.parties
        assert not line.is_heard
        assert said_name(line.opinion, line.presence) == "同意（缺席，不计）"
        (agree,) = [c for c in sheet.judgement.lines if c.clause is Clause.RESIDENTS_AGREE]
        assert agree.shares[0].whole == 0


def test_opinion_and_conditions_are_one_act(workspace, site, meeting):
    parties = site[3]
    conditions = (condition(parties["contractor"]),)
    done = says(workspace, meeting, parties["dept"], Stance.CONDITIONAL, conditions=conditions)
    undo(workspace, done.act)
    assert list_defects(workspace, site[0].id) == []
    assert all(line.opinion is None for line in show_meeting(workspace, meeting.id).parties)


def test_an_opinion_can_be_taken_back(workspace, site, meeting):
    owner = site[3]["owner"]
    says(workspace, meeting, owner)
    withdraw_opinion(workspace, meeting.id, owner.id)
    problem = refusal(withdraw_opinion, workspace, meeting.id, owner.id)
    assert problem is Problem.RECORD_MISSING
    says(workspace, meeting, owner, Stance.DISAGREE, text="未完成")
    assert Clause.NO_VETO in unmet(show_meeting(workspace, meeting.id))


def test_a_missing_paper_asks_for_rework(workspace, site, meeting):
    everybody_agrees(workspace, meeting, site[3])
    reviewed(workspace, meeting, "竣工图", " ")
    sheet = show_meeting(workspace, meeting.id)
    assert sheet.groups[0].missing == ("竣工图",)
    assert sheet.kind is ConclusionKind.REWORK


def papers_line(sheet):
    return next(one for one in sheet.judgement.lines if one.clause is Clause.PAPERS_COMPLETE)


def test_what_the_preconditions_lack_is_named_and_a_waiver_counts(workspace):
    project = make_project(workspace)
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    reviewed(workspace, meeting, "竣工报告第三册")
    lacking = papers_line(show_meeting(workspace, meeting.id))
    assert lacking.against == len(PRECONDITIONS) + 1
    assert {"工程质量保修书", "竣工图", "竣工报告第三册"} < set(lacking.units)
    file_document(workspace, project.id, DocumentDraft(kind=DocumentKind.WARRANTY))
    waiver = Saying(
        kind=EventKind.WAIVE,
        target="P22",
        authority="区改造办",
        paper="联审〔2026〕3号",
        reason="小区无新建管线",
        said_on=FIRST_DAY,
    )
    say(workspace, project.id, waiver)
    line = papers_line(show_meeting(workspace, meeting.id))
    assert line.against == lacking.against - 2
    assert not {"工程质量保修书", "竣工图"} & set(line.units)
    assert line.excused == ("竣工图（区改造办，联审〔2026〕3号）",)
    assert "免交：竣工图（区改造办" in clause_text(line)


def test_a_vote_that_did_not_pass_is_named_among_the_papers(workspace):
    project = make_project(workspace)
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    file_document(workspace, project.id, DocumentDraft(kind=DocumentKind.WILLINGNESS_FORM))
    assert "改造意愿的表决" in papers_line(show_meeting(workspace, meeting.id)).units


def test_what_was_asserted_when_taken_in_is_told_as_a_count(workspace, site, meeting):
    line = papers_line(show_meeting(workspace, meeting.id))
    assert (line.is_met, line.excused) == (True, (f"接入时认定 {len(PRECONDITIONS) - 1} 项",))
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.REWORK, reason="改期再议")
    assert papers_line(show_meeting(workspace, meeting.id)).excused == line.excused


def test_a_failure_that_becomes_not_applicable_is_told(workspace, site, meeting):
    _project, visit, spot, parties = site
    everybody_agrees(workspace, meeting, parties)
    set_result(workspace, visit, spot, AnswerState.FAIL)
    assert show_meeting(workspace, meeting.id).kind is ConclusionKind.REWORK
    gone = AnswerState.NOT_APPLICABLE
    assert refusal(set_result, workspace, visit, spot, gone) is Problem.REASON_NEEDED
    set_result(workspace, visit, spot, gone, "此处无路面")
    sheet = show_meeting(workspace, meeting.id)
    assert unmet(sheet) == {Clause.NO_FAILURE_DROPPED}
    (finding,) = sheet.dropped
    assert finding.answer.result.state is gone


def test_the_verdict_that_was_read_out_stays_with_its_reasons(workspace, site, meeting):
    project, parties = site[0], site[3]
    everybody_agrees(workspace, meeting, parties)
    reviewed(workspace, meeting, "竣工图")
    declare_verdict(workspace, meeting.id)
    reviewed(workspace, meeting)
    sheet = show_meeting(workspace, meeting.id)
    assert sheet.kind is ConclusionKind.REWORK
    assert sheet.judgement.kind is ConclusionKind.PASS
    told = {line.clause: line for line in sheet.declared.lines}
    assert told[Clause.PAPERS_COMPLETE].units == ("竣工图",)
    assert not sheet.is_override
    assert sheet.declared_by == "李工"
    withdraw_verdict(workspace, meeting.id)
    assert show_meeting(workspace, meeting.id).kind is ConclusionKind.PASS
    assert list_meetings(workspace, project.id)[0].declared is None


def test_what_a_verdict_rested_on_is_named_in_the_language_of_whoever_reads(workspace):
    project = make_project(workspace)
    make_checked(workspace, project, make_place(workspace, project))
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    reviewed(workspace, meeting, "王师傅的图")
    rework = ConclusionKind.REWORK
    declare_verdict(workspace, meeting.id, kind=rework, reason="资料不全")

    def told():
        lines = show_meeting(workspace, meeting.id).declared.lines
        return next(line.units for line in lines if line.clause is Clause.PAPERS_COMPLETE)

    chinese = told()
    with speaking("en", locale()):
        english = told()
    assert len(chinese) == len(english) > 2
    assert document_name(DocumentKind.PERMIT) in "".join(chinese)
    with speaking("en", locale()):
        assert document_name(DocumentKind.PERMIT) in "".join(english)
    assert chinese[-1] == english[-1] == "王师傅的图"


def test_the_chair_overrides_with_a_written_reason(workspace, site, meeting):
    everybody_agrees(workspace, meeting, site[3])
    fail = ConclusionKind.FAIL
    problem = refusal(declare_verdict, workspace, meeting.id, kind=fail, reason=" ")
    assert problem is Problem.REASON_NEEDED
    sheet = declare_verdict(workspace, meeting.id, kind=fail, reason="消防车道当场试车不通").value
    assert sheet.is_override
    assert sheet.kind is fail
    assert sheet.declared.kind is ConclusionKind.PASS
    assert sheet.meeting.declared.reason == "消防车道当场试车不通"


def test_what_is_undecided_is_not_read_out(workspace, meeting):
    assert refusal(declare_verdict, workspace, meeting.id) is Problem.VERDICT_UNDECIDED
    sheet = declare_verdict(
        workspace, meeting.id, kind=ConclusionKind.REWORK, reason="改期再议"
    ).value
    assert sheet.is_override


@pytest.mark.parametrize("kind", [ConclusionKind.PASS, ConclusionKind.IN_PRINCIPLE])
def test_no_reason_passes_what_nobody_looked_at(workspace, site, meeting, kind):
    project, visit, _spot, parties = site
    everybody_agrees(workspace, meeting, parties)
    ((_depth, place),) = list_places(workspace, project.id)
    make_spot(workspace, project, place, visit, "RD-001")
    with pytest.raises(InspectorError) as caught:
        declare_verdict(workspace, meeting.id, kind=kind, reason="现场已看过")
    assert caught.value.problem is Problem.VERDICT_UNKNOWN
    assert "应查项目：未查 1 项" in explain(caught.value)
    assert conclusion_title(kind) in explain(caught.value)
    assert show_meeting(workspace, meeting.id).meeting.declared is None
    rework = ConclusionKind.REWORK
    said = declare_verdict(workspace, meeting.id, kind=rework, reason="未查完，改期再验").value
    assert said.kind is rework


def test_the_chair_may_pass_in_spite_of_who_did_not_come(workspace, site, meeting):
    parties = dict(site[3])
    parties.pop("design")
    everybody_agrees(workspace, meeting, parties)
    assert show_meeting(workspace, meeting.id).kind is ConclusionKind.UNDECIDED
    reason = "设计单位已书面同意"
    said = declare_verdict(workspace, meeting.id, kind=ConclusionKind.PASS, reason=reason).value
    assert said.is_override


def test_residents_are_counted_and_their_names_stay_out_of_the_public_copy(workspace, meeting):
    draft = ResidentDraft(
        level=Satisfaction.DISSATISFIED,
        home="12幢2单元",
        comment="楼道灯不亮",
        name="赵阿姨",
        phone="13900001111",
    )
    voice = add_resident(workspace, meeting.id, draft).value
    other = add_resident(workspace, meeting.id, ResidentDraft(level=Satisfaction.SATISFIED)).value
    sheet = show_meeting(workspace, meeting.id)
    assert [one.level for one in sheet.residents] == [voice.level, other.level]
    assert (sheet.residents[0].name, sheet.residents[0].phone) == ("赵阿姨", "13900001111")
    with workspace.read() as office:
        public = str(project_tables(office.db, meeting.project_id))
        journal = str(office.db.execute("SELECT val FROM sync_op").fetchall())
    assert "楼道灯不亮" in public
    for text in (public, journal):
        assert "赵阿姨" not in text
        assert "13900001111" not in text
    remove_resident(workspace, meeting.id, other.id)
    assert len(show_meeting(workspace, meeting.id).residents) == 1


def test_the_name_of_a_residents_representative_is_personal(workspace, site, meeting):
    attends(workspace, meeting, site[3]["residents"], representative="钱大爷")
    shown = {line.party.role: line for line in show_meeting(workspace, meeting.id).parties}
    assert shown[PartyRole.RESIDENTS].attendance.representative == "钱大爷"
    with workspace.read() as office:
        public = project_tables(office.db, meeting.project_id)["attendance"]
    assert "钱大爷" not in str(public)


def test_a_sign_in_can_be_taken_back_and_made_anew(workspace, site, meeting):
    owner = site[3]["owner"]
    problem = refusal(withdraw_attendance, workspace, meeting.id, owner.id)
    assert problem is Problem.RECORD_MISSING
    attends(workspace, meeting, owner, representative="陈主任")
    withdraw_attendance(workspace, meeting.id, owner.id)
    assert owner.id in {line.party.id for line in show_meeting(workspace, meeting.id).absent}
    assert attends(workspace, meeting, owner).representative == "王经理"
    assert show_meeting(workspace, meeting.id).absent != ()


def test_a_group_keeps_what_is_not_said_anew_and_can_be_removed(workspace, site, meeting):
    draft = GroupDraft(
        kind=GroupKind.SITE, name="现场组", scope="室外", items=("RD-005", " "), members="周工"
    )
    put_group(workspace, meeting.id, draft)
    waiting = {line.clause: line for line in show_meeting(workspace, meeting.id).judgement.lines}
    assert "现场组" in waiting[Clause.OPINIONS_GIVEN].units
    said = GroupDraft(kind=GroupKind.SITE, name="现场组", stance=Stance.AGREE, members="")
    group = put_group(workspace, meeting.id, said).value
    assert (group.scope, group.items, group.members) == ("室外", ("RD-005",), None)
    assert group.stance is Stance.AGREE
    remove_group(workspace, meeting.id, "现场组")
    assert show_meeting(workspace, meeting.id).groups == ()
    assert refusal(remove_group, workspace, meeting.id, "现场组") is Problem.RECORD_MISSING


def test_the_name_of_who_stands_for_residents_is_personal_from_the_first(workspace, site):
    project = site[0]
    draft = PartyDraft(role=PartyRole.WATCH, unit="居民监督小组", representative="钱大爷")
    party = add_party(workspace, project.id, draft).value
    shown = {one.id: one for one in list_parties(workspace, project.id)}
    assert shown[party.id].representative == "钱大爷"
    with workspace.read() as office:
        public = str(project_tables(office.db, project.id)["party"])
        journal = str(office.db.execute("SELECT val FROM sync_op").fetchall())
    for text in (public, journal):
        assert "钱大爷" not in text
        assert "王经理" in text
    other = PartyDraft(role=PartyRole.EXPERT, unit="居民监督小组", representative="钱大爷")
    edit_party(workspace, party.id, other)
    shown = {one.id: one for one in list_parties(workspace, project.id)}
    assert shown[party.id].representative == "钱大爷"


def test_a_meeting_has_its_agenda(workspace, meeting):
    edit_meeting(workspace, meeting.id, MeetingEdit(agenda="一、报告；二、查验"))
    edit_meeting(workspace, meeting.id, MeetingEdit(venue="社区会议室"))
    assert show_meeting(workspace, meeting.id).meeting.agenda == "一、报告；二、查验"


# -- the rule table --------------------------------------------------------------------------------


def test_an_office_puts_its_own_table_into_the_workspace(workspace, site, tmp_path):
    out = export_rules(workspace, tmp_path / "规则.toml")
    assert out.read_text(encoding="utf-8") == shipped_rules()
    assert refusal(export_rules, workspace, out) is Problem.FILE_EXISTS
    own = workspace.folder / RULES
    own.parent.mkdir()
    own.write_text('format = 1\nname = "本区规则"\n', encoding="utf-8")
    assert "本区规则" in office_rules(workspace)
    meeting = create_meeting(workspace, site[0].id, MeetingDraft(held_on=FIRST_DAY)).value
    own.write_text("format = 2", encoding="utf-8")
    assert show_meeting(workspace, meeting.id).judgement.rules == "本区规则"
    draft = MeetingDraft(held_on=DUE)
    assert refusal(create_meeting, workspace, site[0].id, draft) is Problem.RULES_VALUE_WRONG


def test_a_meeting_takes_another_table(workspace, meeting, tmp_path):
    other = tmp_path / "规则.toml"
    other.write_text('format = 1\nname = "另一份"\n', encoding="utf-8")
    edit_meeting(workspace, meeting.id, MeetingEdit(rules=other))
    assert show_meeting(workspace, meeting.id).judgement.rules == "另一份"
    other.write_bytes(b"\xff\xfe")
    edit = MeetingEdit(rules=other)
    assert refusal(edit_meeting, workspace, meeting.id, edit) is Problem.RULES_NOT_READ


# -- two laptops in one meeting --------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path):
    one, other = make_laptop(tmp_path, "甲"), make_laptop(tmp_path, "乙")
    yield one, other
    one.close()
    other.close()


def test_two_laptops_hold_parts_of_one_meeting(pair, tmp_path):
    one, other = pair
    project = make_project(one)
    make_place(one, project)
    owner = make_party(one, project, "街道", role=PartyRole.OWNER)
    builder = make_party(one, project, "市政集团", role=PartyRole.CONTRACTOR)
    carry(one, other, tmp_path)
    meetings = [
        create_meeting(each, project.id, MeetingDraft(held_on=FIRST_DAY)).value for each in pair
    ]
    assert meetings[0].id == meetings[1].id
    attends(one, meetings[0], owner)
    says(one, meetings[0], owner)
    attends(other, meetings[0], builder)
    says(other, meetings[0], builder)
    carry(one, other, tmp_path)
    carry(other, one, tmp_path)
    for each in pair:
        assert len(list_meetings(each, project.id)) == 1
        sheet = show_meeting(each, meetings[0].id)
        assert sheet.absent == ()
        assert all(line.opinion.stance is Stance.AGREE for line in sheet.parties)
        assert list_conflicts(each) == []


def test_two_laptops_that_note_one_party_differently_leave_it_open(pair, tmp_path):
    one, other = pair
    project = make_project(one)
    owner = make_party(one, project, "街道", role=PartyRole.OWNER)
    meeting = create_meeting(one, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    carry(one, other, tmp_path)
    says(one, meeting, owner)
    says(other, meeting, owner, Stance.DISAGREE, text="未完成")
    carry(other, one, tmp_path)
    (conflict,) = list_conflicts(one)
    assert conflict.is_critical
    assert conflict.title == "街道"
    sheet = show_meeting(one, meeting.id)
    assert Clause.NO_CONFLICT in unmet(sheet)
    (dispute,) = sheet.parties[0].disputes
    assert set(short_values(dispute).split("／")) == {"同意", "不同意（未完成）"}


def test_presence_noted_differently_and_a_party_put_down_twice_are_shown(pair, tmp_path):
    one, other = pair
    project = make_project(one)
    make_place(one, project)
    owner = make_party(one, project, "街道", role=PartyRole.OWNER)
    carry(one, other, tmp_path)
    for each, presence in ((one, Presence.PRESENT), (other, Presence.ABSENT)):
        meeting = create_meeting(each, project.id, MeetingDraft(held_on=FIRST_DAY)).value
        attends(each, meeting, owner, presence)
        make_party(each, project, "区燃气公司", role=PartyRole.OPERATOR)
    cross(one, other, tmp_path)
    for each in pair:
        assert [one.round for one in list_meetings(each, project.id)] == [1]
        sheet = show_meeting(each, meeting.id)
        lines = {line.party.unit: line for line in sheet.parties}
        assert len(lines["街道"].disputes) == 1
        assert [line.party.unit for line in sheet.parties if line.is_double] == ["区燃气公司"] * 2
        assert check_workspace(each).findings == ()


def test_the_verdict_of_a_merged_meeting_names_who_is_missing(pair, tmp_path):
    one, other = pair
    project = take_in(one, make_project(one))
    place = make_place(one, project, kind=PlaceKind.COMMUNITY)
    visit = make_visit(one, project)
    set_result(one, visit, make_spot(one, project, place, visit, "RD-005"), AnswerState.PASS)
    parties = {
        role: make_party(one, project, f"{role}单位", role=PartyRole(role))
        for role in (*NEEDED, "residents")
    }
    carry(one, other, tmp_path)
    halves = (list(parties.values())[:4], list(parties.values())[4:-1])
    for each, half in zip(pair, halves, strict=True):
        meeting = create_meeting(each, project.id, MeetingDraft(held_on=FIRST_DAY)).value
        for party in half:
            attends(each, meeting, party)
            says(each, meeting, party)
    reviewed(one, meeting)
    cross(one, other, tmp_path)
    for each in pair:
        sheet = show_meeting(each, meeting.id)
        assert [line.party.unit for line in sheet.absent] == ["residents单位"]
        assert unmet(sheet) == {Clause.REQUIRED_PRESENT, Clause.RESIDENTS_AGREE}
    attends(other, meeting, parties["residents"], representative="钱大爷")
    says(other, meeting, parties["residents"])
    carry(other, one, tmp_path)
    whole = declare_verdict(one, meeting.id).value
    assert (whole.kind, whole.absent) == (ConclusionKind.PASS, ())
    assert list_conflicts(one) == []


def test_a_party_on_record_twice_is_shown(workspace, site, meeting):
    make_party(workspace, site[0], "owner单位", role=PartyRole.OWNER)
    doubles = [line for line in show_meeting(workspace, meeting.id).parties if line.is_double]
    assert len(doubles) == 2
