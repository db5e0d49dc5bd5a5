"""After the acceptance: account, warranties, handover and care through the operations."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector.core.aftercare.account import AccountLack
from inspector.core.aftercare.care import CareGroup, CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.management import ManagementMode
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.checklists import AnswerState, Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import VisitKind
from inspector.core.process.names import Condition
from inspector.core.projects import PartyRole
from inspector.operations.aftercare import (
    HandoverDraft,
    WarrantyDraft,
    add_handover,
    add_warranty,
    aftercare_of,
    answer_care,
    edit_handover,
    edit_warranty,
    remove_aftercare_record,
    state_account,
    state_management,
)
from inspector.operations.history import undo
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import MeetingDraft, create_meeting, declare_verdict
from inspector.operations.process import process_of
from inspector.operations.projects import edit_project
from inspector.operations.standing import stand_of
from inspector.operations.upkeep import check_workspace
from inspector.operations.visits import VisitDraft, create_visit
from tests.kit.builders import (
    make_checked,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
)
from tests.kit.exchanging import hand_over, laptops

DAY = date(2026, 5, 6)
ACCOUNT = {
    "estimate_yuan": Decimal(1000000),
    "contract_yuan": Decimal(980000),
    "settled_yuan": Decimal("975000.55"),
    "final_yuan": Decimal("990000.55"),
    "fiscal_yuan": Decimal(900000),
    "residents_yuan": Decimal("90000.55"),
}


@pytest.fixture
def project(workspace):
    return make_project(workspace)


def refusal(act, *given, **more):
    with pytest.raises(InspectorError) as refused:
        act(*given, **more)
    return refused.value


def check(workspace, project, condition):
    view = process_of(workspace, project.id)
    found = [one for seen in view.seen.gates for one in seen.conditions]
    return next(one.seen for one in found if one.condition is condition)


def care_visit(workspace, project, day=DAY):
    draft = VisitDraft(kind=VisitKind.AFTERCARE, first_on=day)
    return create_visit(workspace, project.id, draft).value


def roof(**more):
    return WarrantyDraft(**{"kind": WarrantyKind.WATERPROOFING, "part": "屋面", **more})


# -- final account ----------


def test_the_account_is_stated_field_by_field_and_closes(workspace, project):
    edit_project(workspace, project.id, finished_on=date(2026, 2, 10))
    state_account(workspace, project.id, ACCOUNT)
    view = aftercare_of(workspace, project.id)
    assert (view.due_on, view.is_overdue) == (date(2026, 5, 10), True)
    assert view.lacks == (AccountLack.NOT_APPROVED,)
    assert check(workspace, project, Condition.SETTLEMENT_AUDITED).is_met
    assert not check(workspace, project, Condition.FINAL_ACCOUNT_APPROVED).is_met
    state_account(workspace, project.id, {"approved_by": "区财政局", "approved_on": DAY})
    assert aftercare_of(workspace, project.id).lacks == ()
    assert check(workspace, project, Condition.FINAL_ACCOUNT_APPROVED).is_met
    assert check_workspace(workspace.folder).findings == ()


def test_a_refused_field_leaves_the_account_as_it_was(workspace, project):
    state_account(workspace, project.id, ACCOUNT)
    told = {"final_yuan": Decimal(5), "fiscal_yuan": Decimal(-1)}
    error = refusal(state_account, workspace, project.id, told)
    assert (error.problem, error.facts["field"]) == (Problem.FIELD_INVALID, "fiscal_yuan")
    assert aftercare_of(workspace, project.id).account.final_yuan == Decimal("990000.55")
    assert refusal(state_account, workspace, project.id, {"id": "x"}).problem is (
        Problem.FIELD_UNKNOWN
    )


def test_a_field_is_emptied_and_the_act_taken_back(workspace, project):
    state_account(workspace, project.id, {**ACCOUNT, "explanation": " 设计\n变更 "})
    assert aftercare_of(workspace, project.id).account.explanation == "设计 变更"
    outcome = state_account(workspace, project.id, {"explanation": "", "final_yuan": None})
    assert outcome.value.explanation is None
    assert outcome.value.final_yuan is None
    undo(workspace, outcome.act)
    assert aftercare_of(workspace, project.id).account.final_yuan == Decimal("990000.55")


# -- warranties ----------


def test_a_warranty_runs_from_the_acceptance_as_long_as_the_law_has_it(workspace, project):
    error = refusal(add_warranty, workspace, project.id, roof())
    assert (error.problem, error.facts["field"]) == (Problem.NAME_EMPTY, "starts_on")
    make_checked(workspace, project, make_place(workspace, project))
    meeting = create_meeting(workspace, project.id, MeetingDraft(held_on=DAY)).value
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.PASS, reason="全体同意")
    assert aftercare_of(workspace, project.id).accepted_on == DAY
    warranty = add_warranty(workspace, project.id, roof()).value
    assert (warranty.starts_on, warranty.ends_on) == (DAY, date(2031, 5, 6))


def test_the_end_follows_what_is_changed(workspace, project):
    party = make_party(workspace, project, role=PartyRole.CONTRACTOR)
    draft = roof(starts_on=DAY, months=72, party_id=party.id)
    warranty = add_warranty(workspace, project.id, draft).value
    assert warranty.ends_on == date(2032, 5, 6)
    moved = edit_warranty(workspace, warranty.id, {"starts_on": date(2026, 5, 1)}).value
    assert moved.ends_on == date(2032, 5, 1)
    stated = edit_warranty(workspace, warranty.id, {"ends_on": date(2033, 1, 1)}).value
    assert (stated.ends_on, stated.months) == (date(2033, 1, 1), None)
    back = edit_warranty(workspace, warranty.id, {"months": 60}).value
    assert back.ends_on == date(2031, 5, 1)
    error = refusal(edit_warranty, workspace, warranty.id, {"months": 24})
    assert error.problem is Problem.WARRANTY_TOO_SHORT
    assert aftercare_of(workspace, project.id).warranties == (back,)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"part": "  "}, Problem.NAME_EMPTY),
        ({"party_id": "nobody"}, Problem.LINK_MISSING),
        ({"months": 12}, Problem.WARRANTY_TOO_SHORT),
        ({"kind": WarrantyKind.STRUCTURE}, Problem.WARRANTY_END_UNKNOWN),
    ],
)
def test_a_warranty_that_cannot_be_is_refused_whole(workspace, project, given, problem):
    draft = roof(**{"starts_on": DAY, **given})
    assert refusal(add_warranty, workspace, project.id, draft).problem is problem
    assert aftercare_of(workspace, project.id).warranties == ()


def test_a_field_that_a_record_needs_is_not_emptied(workspace, project):
    warranty = add_warranty(workspace, project.id, roof(starts_on=DAY)).value
    for field in ("part", "starts_on", "ends_on", "kind"):
        error = refusal(edit_warranty, workspace, warranty.id, {field: None})
        assert (error.problem, error.facts["field"]) == (Problem.NAME_EMPTY, field)


# -- handover ----------


def test_several_things_are_handed_over_in_one_act_or_not_at_all(workspace, project):
    rows = [
        add_handover(
            workspace, project.id, HandoverDraft(kind=HandoverKind.FACILITY, item=item)
        ).value
        for item in ("消防栓 24 处", "路灯 60 盏")
    ]
    assert not check(workspace, project, Condition.ASSETS_HANDED_OVER).is_met
    ids = [row.id for row in rows]
    bare = {"handed_on": DAY, "receiver": "解放社区"}
    assert refusal(edit_handover, workspace, ids, bare).facts["field"] == "paper"
    assert not any(row.is_done for row in aftercare_of(workspace, project.id).handover)
    told = {**bare, "paper": "移交〔2026〕1号"}
    assert refusal(edit_handover, workspace, [*ids, "x"], told).problem is Problem.RECORD_MISSING
    assert not any(row.is_done for row in aftercare_of(workspace, project.id).handover)
    edit_handover(workspace, ids, told)
    assert [row.item for row in aftercare_of(workspace, project.id).handover] == [
        "消防栓 24 处",
        "路灯 60 盏",
    ]
    assert check(workspace, project, Condition.ASSETS_HANDED_OVER).is_met


def test_a_record_is_taken_off_and_an_unknown_one_refused(workspace, project):
    draft = HandoverDraft(kind=HandoverKind.PAPERS, item="竣工图")
    row = add_handover(workspace, project.id, draft).value
    remove_aftercare_record(workspace, row.id)
    assert aftercare_of(workspace, project.id).handover == ()
    assert refusal(remove_aftercare_record, workspace, "x").problem is Problem.RECORD_MISSING


# -- management and care ----------


def test_management_is_stated_and_its_gate_looks_at_it(workspace, project):
    told = {"mode": ManagementMode.PROFESSIONAL, "body": "安居物业", "signed_on": DAY}
    state_management(workspace, project.id, told)
    assert check(workspace, project, Condition.BODY_SIGNED).is_met
    assert not check(workspace, project, Condition.RULES_IN_FORCE).is_met
    state_management(workspace, project.id, {"fund_on": DAY, "rules_on": DAY})
    assert check(workspace, project, Condition.RULES_IN_FORCE).is_met
    assert refusal(state_management, workspace, project.id, {"body": None}).facts["field"] == "body"


def test_a_visit_goes_through_the_points(workspace, project):
    visit = care_visit(workspace, project)
    answer_care(workspace, visit.id, CarePoint.PARKING, CareState.HELD)
    answer_care(workspace, visit.id, CarePoint.ROADS, CareState.LACKING, "3幢前塌陷未修")
    error = refusal(answer_care, workspace, visit.id, CarePoint.ROADS, CareState.PARTLY)
    assert error.problem is Problem.REASON_NEEDED
    (found,) = aftercare_of(workspace, project.id).visits
    assert found.answers[CarePoint.ROADS].note == "3幢前塌陷未修"
    eight = next(one for one in found.tallies if one.group is CareGroup.EIGHT)
    assert (eight.held, eight.lacking, eight.unchecked) == (1, 1, 6)
    answer_care(workspace, visit.id, CarePoint.ROADS, None)
    answer_care(workspace, visit.id, CarePoint.CULTURE, None)
    (found,) = aftercare_of(workspace, project.id).visits
    assert set(found.answers) == {CarePoint.PARKING}


def test_points_belong_to_visits_of_their_kind_only(workspace, project):
    other = make_visit(workspace, project)
    error = refusal(answer_care, workspace, other.id, CarePoint.PARKING, CareState.HELD)
    assert (error.problem, error.facts["number"]) == (Problem.NOT_A_CARE_VISIT, other.number)


def test_what_a_later_visit_finds_does_not_change_the_acceptance(workspace, project):
    place = make_place(workspace, project)
    before = make_visit(workspace, project)
    spot = make_spot(workspace, project, place, before)
    set_result(workspace, before, spot, AnswerState.PASS)
    later = care_visit(workspace, project, date(2026, 5, 20))
    set_result(workspace, later, replace(spot, visit_id=later.id), AnswerState.FAIL)
    make_defect(workspace, project, place, severity=Severity.CRITICAL, visit_id=later.id)
    figures = stand_of(workspace, project.id).figures
    assert (figures.open_critical, figures.dominant_failed + figures.general_failed) == (0, 0)
    make_defect(workspace, project, place, severity=Severity.CRITICAL)
    assert stand_of(workspace, project.id).figures.open_critical == 1


# -- on two laptops ----------


def test_two_laptops_state_one_account_and_one_answer(tmp_path):
    with laptops(tmp_path, "甲", "乙") as (giver, taker):
        project = make_project(giver)
        visit = care_visit(giver, project)
        hand_over(giver, taker)
        state_account(giver, project.id, {"final_yuan": Decimal("5.50")})
        answer_care(giver, visit.id, CarePoint.ORDER, CareState.HELD)
        state_account(taker, project.id, {"social_yuan": Decimal(3)})
        answer_care(taker, visit.id, CarePoint.ORDER, CareState.HELD)
        hand_over(giver, taker)
        view = aftercare_of(taker, project.id)
        assert (view.account.final_yuan, view.account.social_yuan) == (Decimal("5.50"), 3)
        assert len(view.visits[0].answers) == 1
        assert check_workspace(taker.folder).findings == ()
