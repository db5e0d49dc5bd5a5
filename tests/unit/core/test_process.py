"""The process: every condition met and not met, and the path that follows."""

from dataclasses import replace
from datetime import date

import pytest

from inspector.core.checklists import Severity
from inspector.core.defects import DefectState
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import VisitKind
from inspector.core.process import accepting, planning
from inspector.core.process.facts import SignedMeeting, Why
from inspector.core.process.gates import BY_ID, CHECKS, GATES, STATED
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    DocumentOpinion,
    EventKind,
    GateId,
    Phase,
    ProjectState,
)
from inspector.core.process.path import GateStatus, checked_target, see_process
from inspector.core.process.preconditions import PRECONDITIONS, lacking_preconditions
from inspector.core.process.records import Objection, Publicity
from inspector.core.process.states import MAIN_LINE, PHASES, TRANSITIONS, gates_up_to
from inspector.core.projects import PartyRole, Programme, Project
from tests.kit.processes_of_projects import (
    FIGURES,
    TODAY,
    a_defect,
    a_document,
    a_handed_row,
    a_management,
    a_publicity,
    a_vote,
    all_facts,
    an_account,
    an_event,
    with_document,
    without,
    without_event,
)

ALL = all_facts()
OPEN = a_defect(state=DefectState.ISSUED, is_open=True, has_photo_after=False)
OBJECTION = Objection(
    id="o", project_id="p", publicity_id="n1", text="噪声", raised_on=date(2026, 3, 10)
)
ANSWERED = replace(OBJECTION, answer="夜间不施工", answered_on=date(2026, 3, 12))
K = DocumentKind
FORBIDDEN = an_event(EventKind.CONFIRM, Condition.ACCEPTANCE_FORBIDDEN)


def posted(**more):
    """Give all facts with another publicity."""
    return replace(ALL, posted=(a_publicity(**more),))


def figured(**more):
    """Give all facts with other figures."""
    return replace(ALL, figures=replace(FIGURES, **more))


def lone(*defects):
    """Give all facts with other defects."""
    return replace(ALL, defects=defects)


def unsaid(condition):
    """Give all facts without a statement."""
    return without_event(ALL, condition)


NOT_MET = [
    (Condition.BUILT_BEFORE_CUTOFF, replace(ALL, built_years=(1985, 2001)), Why.BUILT_TOO_LATE),
    (Condition.BUILT_BEFORE_CUTOFF, replace(ALL, built_years=(None,)), Why.BUILT_YEAR_UNKNOWN),
    (Condition.BUILT_BEFORE_CUTOFF, replace(ALL, built_years=()), Why.BUILT_YEAR_UNKNOWN),
    (Condition.BUILT_BEFORE_CUTOFF, replace(ALL, programme=None), Why.CUTOFF_UNKNOWN),
    (
        Condition.BUILT_BEFORE_CUTOFF,
        replace(ALL, programme=Programme(id="g", name="三年行动")),
        Why.CUTOFF_UNKNOWN,
    ),
    (Condition.RESIDENTS_WILLING, replace(ALL, votes=()), Why.VOTE_MISSING),
    (Condition.RESIDENTS_WILLING, replace(ALL, votes=(a_vote(666),)), Why.VOTE_COUNTED),
    (
        Condition.RESIDENTS_WILLING,  # a newer vote counts, also where an older one passed
        replace(ALL, votes=(a_vote(), a_vote(600, id="v0", last_on=date(2026, 4, 1)))),
        Why.VOTE_COUNTED,
    ),
    (Condition.DESIGNER_COMMISSIONED, replace(ALL, roles=frozenset()), Why.PARTY_MISSING),
    (Condition.SCHEME_PAPERS_PRESENT, without(ALL, K.PROPERTY_SERVICE), Why.PAPERS_MISSING),
    (Condition.OFFICE_AGREED, without(ALL, K.OFFICE_REVIEW), Why.PAPERS_MISSING),
    (
        Condition.OFFICE_AGREED,
        with_document(ALL, K.OFFICE_REVIEW, opinion=DocumentOpinion.CONDITIONAL),
        Why.OPINION_OTHER,
    ),
    (
        Condition.OFFICE_AGREED,
        with_document(ALL, K.OFFICE_REVIEW, opinion=None),
        Why.OPINION_OTHER,
    ),
    (Condition.PUBLICIZED_LONG_ENOUGH, replace(ALL, posted=()), Why.PUBLICITY_MISSING),
    (Condition.PUBLICIZED_LONG_ENOUGH, posted(end=date(2026, 3, 13)), Why.PUBLICITY_SHORT),
    (
        Condition.PUBLICIZED_LONG_ENOUGH,
        posted(start=date(2026, 10, 26), end=TODAY),
        Why.PUBLICITY_RUNNING,
    ),
    (
        Condition.PUBLICIZED_LONG_ENOUGH,
        posted(start=date(2025, 12, 25), end=date(2026, 1, 9)),
        Why.YEAR_WITHOUT_TABLE,
    ),
    (Condition.POSTED_WITH_PHOTOS, replace(ALL, posted=()), Why.PUBLICITY_MISSING),
    (Condition.POSTED_WITH_PHOTOS, posted(first_photos=()), Why.PHOTOS_MISSING),
    (Condition.POSTED_WITH_PHOTOS, posted(last_photos=()), Why.PHOTOS_MISSING),
    (
        Condition.POSTED_WITH_PHOTOS,
        posted(last_photos=(date(2026, 3, 15),)),
        Why.PHOTO_OF_OTHER_DAY,
    ),
    (Condition.OBJECTIONS_ANSWERED, replace(ALL, posted=()), Why.PUBLICITY_MISSING),
    (
        Condition.OBJECTIONS_ANSWERED,
        posted(objections=(ANSWERED, OBJECTION)),
        Why.OBJECTIONS_OPEN,
    ),
    (Condition.SCHEME_APPROVED, replace(ALL, votes=(a_vote(),)), Why.VOTE_MISSING),
    (Condition.DECLARED_IN_TIME, without(ALL, K.DECLARATION), Why.PAPERS_MISSING),
    (
        Condition.DECLARED_IN_TIME,
        with_document(ALL, K.DECLARATION, issued_on=date(2026, 5, 31)),
        Why.DECLARED_LATE,
    ),
    (
        Condition.DECLARED_IN_TIME,
        with_document(ALL, K.DECLARATION, issued_on=None),
        Why.DAY_UNKNOWN,
    ),
    (Condition.DECLARED_IN_TIME, replace(ALL, plan=None), Why.DEADLINE_UNKNOWN),
    (Condition.GROUP_MINUTED, without(ALL, K.GROUP_MINUTES), Why.PAPERS_MISSING),
    (Condition.ISSUED_JOINTLY, without(ALL, K.ANNUAL_PLAN_PAPER), Why.PAPERS_MISSING),
    (
        Condition.ISSUED_JOINTLY,
        with_document(ALL, K.ANNUAL_PLAN_PAPER, issuer="区住建局、区财政局"),
        Why.ISSUERS_LACKING,
    ),
    (Condition.DESIGN_DEEPENED, without(ALL, K.DEEPENED_DESIGN), Why.PAPERS_MISSING),
    (Condition.REVIEW_ISSUED, without(ALL, K.ESTIMATE_OPINION), Why.PAPERS_MISSING),
    (Condition.REVIEW_HANDED_IN, without(ALL, K.TENDER_FILING), Why.PAPERS_MISSING),
    (
        Condition.REVIEW_HANDED_IN,
        with_document(ALL, K.REVIEW_MINUTES, issued_on=date(2026, 4, 2)),
        Why.HANDED_IN_AFTER,
    ),
    (Condition.BUILDERS_CHOSEN, replace(ALL, roles=frozenset()), Why.PARTY_MISSING),
    (Condition.PERMIT_ISSUED, without(ALL, K.PERMIT), Why.PAPERS_MISSING),
    (Condition.WATCH_GROUP_SET_UP, replace(ALL, roles=frozenset()), Why.PARTY_MISSING),
    (Condition.START_ORDERED, without(ALL, K.START_ORDER), Why.PAPERS_MISSING),
    (Condition.SELF_CHECKED, without(ALL, K.COMPLETION_REPORT), Why.PAPERS_MISSING),
    (
        Condition.PRE_ACCEPTANCE_CLOSED,
        without(replace(ALL, visits=frozenset()), K.PRE_ACCEPTANCE_RECORD),
        Why.VISIT_MISSING,
    ),
    (Condition.PRE_ACCEPTANCE_CLOSED, lone(OPEN), Why.DEFECTS_OPEN),
    (
        Condition.SPOT_CHECKS_CLOSED,
        without(replace(ALL, visits=frozenset()), K.SPOT_CHECK_RECORD),
        Why.VISIT_MISSING,
    ),
    (
        Condition.SPOT_CHECKS_CLOSED,
        lone(replace(OPEN, found_at=VisitKind.SPOT_CHECK)),
        Why.DEFECTS_OPEN,
    ),
    (
        Condition.PRECONDITIONS_MET,
        without(ALL, K.AS_BUILT_DRAWINGS),
        Why.PRECONDITIONS_LACKING,
    ),
    (Condition.MEETING_CALLED, without(ALL, K.MEETING_NOTICE), Why.PAPERS_MISSING),
    (Condition.NO_OPEN_CRITICAL, figured(open_critical=1), Why.DEFECTS_OPEN),
    (Condition.DOMINANT_QUALIFIED, figured(dominant_failed=1), Why.ITEMS_FAILED),
    (Condition.DOMINANT_QUALIFIED, figured(unchecked=1), Why.ITEMS_UNCHECKED),
    (Condition.DOMINANT_QUALIFIED, figured(due=0), Why.NOTHING_TO_CHECK),
    (Condition.GENERAL_QUALIFIED, figured(general_failed=1), Why.ITEMS_FAILED),
    (
        Condition.GENERAL_QUALIFIED,
        replace(figured(unchecked=1, general_failed=1), general_reached=True),
        Why.ITEMS_UNCHECKED,
    ),
    (Condition.MANDATORY_DONE, figured(mandatory_failed=1), Why.ITEMS_FAILED),
    (Condition.DEFECTS_LISTED, lone(), Why.NO_DEFECT_OPEN),
    (
        Condition.DEFECTS_LISTED,
        lone(OPEN, replace(OPEN, is_assigned=False)),
        Why.DEFECTS_NOT_ASSIGNED,
    ),
    (Condition.NOTHING_FORBIDS, replace(ALL, events=(FORBIDDEN,)), Why.FORBIDDEN),
    (Condition.DEFECTS_ANSWERED, lone(), Why.NOTHING_ISSUED),
    (Condition.DEFECTS_ANSWERED, lone(a_defect(), OPEN), Why.DEFECTS_UNANSWERED),
    (
        Condition.DEFECTS_ANSWERED,
        lone(a_defect(state=DefectState.REPLIED, has_photo_after=False)),
        Why.DEFECTS_WITHOUT_PHOTO,
    ),
    (
        Condition.SUPERVISOR_CHECKED,
        with_document(ALL, K.RECHECK_OPINION, opinion=DocumentOpinion.DISAGREE),
        Why.OPINION_OTHER,
    ),
    (Condition.SETTLEMENT_AUDITED, replace(ALL, account=None), Why.NOT_SETTLED),
    (
        Condition.SETTLEMENT_AUDITED,
        replace(ALL, account=an_account(settled_yuan=None)),
        Why.NOT_SETTLED,
    ),
    (Condition.FINAL_ACCOUNT_APPROVED, replace(ALL, account=None), Why.ACCOUNT_MISSING),
    (
        Condition.FINAL_ACCOUNT_APPROVED,
        replace(ALL, account=an_account(approved_on=None)),
        Why.ACCOUNT_LACKING,
    ),
    (
        Condition.FINAL_ACCOUNT_APPROVED,
        with_document(ALL, K.FINAL_ACCOUNT, opinion=DocumentOpinion.DISAGREE),
        Why.OPINION_OTHER,
    ),
    (Condition.ARCHIVE_ACCEPTED, replace(ALL, bundles=0), Why.BUNDLE_MISSING),
    (Condition.ARCHIVE_ACCEPTED, without(ALL, K.ARCHIVE_HANDOVER), Why.PAPERS_MISSING),
    (Condition.ASSETS_HANDED_OVER, replace(ALL, handover=()), Why.HANDOVER_MISSING),
    (
        Condition.ASSETS_HANDED_OVER,
        replace(ALL, handover=(a_handed_row(), a_handed_row(handed_on=None))),
        Why.HANDOVER_OPEN,
    ),
    (Condition.BODY_SIGNED, replace(ALL, management=None), Why.BODY_MISSING),
    (Condition.BODY_SIGNED, replace(ALL, management=a_management(body=None)), Why.BODY_MISSING),
    (
        Condition.BODY_SIGNED,
        replace(ALL, management=a_management(signed_on=None)),
        Why.BODY_UNSIGNED,
    ),
    (
        Condition.BODY_SIGNED,
        replace(ALL, management=a_management(until_on=date(2026, 11, 1))),
        Why.AGREEMENT_OVER,
    ),
    *((condition, unsaid(condition), Why.NOT_CONFIRMED) for condition in sorted(STATED)),
    *(
        (
            condition,
            replace(ALL, events=(an_event(EventKind.CONFIRM, condition, holds=False),)),
            Why.DENIED,
        )
        for condition in sorted(STATED)
    ),
]
MET_OTHERWISE = {
    Condition.DEFECTS_LISTED: lone(OPEN),
    Condition.ACCEPTANCE_FORBIDDEN: replace(ALL, events=(FORBIDDEN,)),
}


# -- the data ----------


def test_there_are_21_states_20_gates_and_20_transitions():
    assert len(ProjectState) == len(PHASES) == 21
    assert [gate.id for gate in GATES] == list(GateId)
    assert len(GATES) == len(TRANSITIONS) == len({one.gate for one in TRANSITIONS}) == 20
    assert {PHASES[ProjectState.SUSPENDED], PHASES[ProjectState.WITHDRAWN]} == {Phase.ANY}


def test_each_condition_belongs_to_one_gate_and_has_a_function_of_its_name():
    placed = [condition for gate in GATES for condition in gate.conditions]
    assert sorted(placed) == sorted(Condition)
    for condition in Condition:
        check = CHECKS[condition]
        assert check.__name__ == condition.value
        assert check.__doc__
        assert check in {vars(planning).get(condition), vars(accepting).get(condition)}


def test_every_gate_has_a_condition_and_every_paper_stands_at_a_gate_or_precondition():
    assert all(gate.conditions for gate in GATES)
    asked = {kind for gate in GATES for kind in gate.documents}
    asked |= {kind for one in PRECONDITIONS for kind in one.papers}
    assert set(DocumentKind) - asked == {K.MEETING_NOTICE, K.OTHER}


# -- each condition ----------


def test_every_condition_is_tried_both_ways():
    assert {condition for condition, _facts, _why in NOT_MET} == set(Condition)


@pytest.mark.parametrize("condition", Condition)
def test_a_condition_is_met(condition):
    seen = CHECKS[condition](MET_OTHERWISE.get(condition, ALL))
    assert seen.is_met, seen


@pytest.mark.parametrize(("condition", "facts", "why"), NOT_MET)
def test_a_condition_is_not_met_and_says_why(condition, facts, why):
    seen = CHECKS[condition](facts)
    assert not seen.is_met
    assert seen.why is why


def test_an_approval_number_says_that_the_government_approved():
    facts = replace(
        unsaid(Condition.GOVERNMENT_APPROVED),
        project=Project(id="p", code="JF2", name="解放二村", approval_number="杭政〔2026〕8号"),
    )
    assert CHECKS[Condition.GOVERNMENT_APPROVED](facts).why is Why.APPROVAL_NUMBERED


SIGNED = SignedMeeting(number="JF2-M-1", signed=8)


def test_signatures_speak_for_themselves():
    facts = replace(unsaid(Condition.PARTIES_SIGNED), signing=SIGNED)
    assert CHECKS[Condition.PARTIES_SIGNED](facts).why is Why.ALL_SIGNED
    for given in ({"lacking": ("某设计院",)}, {"unknown": (PartyRole.DESIGN,)}):
        seen = CHECKS[Condition.PARTIES_SIGNED](replace(facts, signing=replace(SIGNED, **given)))
        assert (seen.is_met, seen.why) == (False, Why.NOT_SIGNED)
        on_paper = replace(ALL, signing=replace(SIGNED, **given))
        assert CHECKS[Condition.PARTIES_SIGNED](on_paper).why is Why.CONFIRMED


def test_a_content_that_changed_after_signing_is_not_stated_away():
    signing = replace(SIGNED, changed=("某设计院",), lacking=("某街道",))
    seen = CHECKS[Condition.PARTIES_SIGNED](replace(ALL, signing=signing))
    assert (seen.why, seen.facts["names"]) == (Why.CHANGED_SINCE_SIGNED, ("某设计院",))


def test_fund_and_rules_are_in_force_by_their_days():
    in_force = dict.fromkeys(("fund_on", "rules_on"), date(2026, 10, 12))
    facts = replace(unsaid(Condition.RULES_IN_FORCE), management=a_management(**in_force))
    assert CHECKS[Condition.RULES_IN_FORCE](facts).why is Why.IN_FORCE
    lone_fund = replace(facts, management=a_management(fund_on=date(2026, 10, 12)))
    assert not CHECKS[Condition.RULES_IN_FORCE](lone_fund).is_met


def test_an_agreement_runs_through_its_last_day():
    facts = replace(ALL, management=a_management(until_on=TODAY))
    assert CHECKS[Condition.BODY_SIGNED](facts).is_met


def test_a_list_that_was_handed_over_is_the_paper_itself():
    facts = without(ALL, K.ASSET_LIST)
    assert facts.has(K.ASSET_LIST)
    waiting = replace(facts, handover=(a_handed_row(), a_handed_row(handed_on=None)))
    assert not waiting.has(K.ASSET_LIST)


def test_photos_that_do_not_say_their_day_are_taken():
    facts = posted(first_photos=(None,), last_photos=(None, date(2026, 3, 1)))
    assert CHECKS[Condition.POSTED_WITH_PHOTOS](facts).is_met


def test_a_newer_statement_goes_before_an_older_one():
    later = an_event(
        EventKind.CONFIRM, Condition.OFFICE_CHECKED, id="z", said_on=TODAY, holds=False
    )
    facts = replace(ALL, events=(later, *ALL.events))
    assert CHECKS[Condition.OFFICE_CHECKED](facts).why is Why.DENIED


def test_critical_means_critical():
    assert CHECKS[Condition.NO_OPEN_CRITICAL](figured(open_critical=2)).facts == {
        "count": 2,
        "severity": Severity.CRITICAL,
    }


# -- preconditions ----------


def test_there_are_24_preconditions_and_each_can_be_waived():
    assert [one.number for one in PRECONDITIONS] == list(range(1, 25))
    bare = replace(ALL, documents=(), votes=(), posted=(), visits=frozenset())
    assert lacking_preconditions(bare) == tuple(one.target for one in PRECONDITIONS)
    for one in PRECONDITIONS:
        waived = replace(bare, events=(an_event(EventKind.WAIVE, one.target),))
        assert one.target not in lacking_preconditions(waived)
    by_gate = replace(bare, events=(an_event(EventKind.WAIVE, GateId.G8),))
    assert {"P6", "P7"}.isdisjoint(lacking_preconditions(by_gate))


def test_an_asserted_state_excuses_what_lay_before_it_only():
    bare = replace(ALL, documents=(), votes=(), posted=(), visits=frozenset())
    facts = replace(bare, events=(an_event(EventKind.ASSERT, ProjectState.BUILDING),))
    assert lacking_preconditions(facts)[:2] == ("P8", "P13")


# -- the path ----------


def test_a_project_that_meets_every_gate_is_managed():
    seen = see_process(ALL)
    assert seen.state is ProjectState.MANAGED
    assert seen.next_gate is None
    assert all(seen.gate(step.gate).status is GateStatus.PASSED for step in MAIN_LINE)


def test_without_records_a_project_is_a_candidate():
    nothing = replace(
        ALL,
        documents=(),
        votes=(),
        posted=(),
        events=(),
        roles=frozenset(),
        defects=(),
        visits=frozenset(),
        notices=0,
        reports=0,
        bundles=0,
        account=None,
        handover=(),
        management=None,
    )
    seen = see_process(nothing)
    assert seen.state is ProjectState.CANDIDATE
    assert seen.next_gate.gate.id is GateId.G1
    assert seen.next_gate.missing == 5
    assert {one.status for one in seen.gates} == {GateStatus.OPEN}


@pytest.mark.parametrize("step", MAIN_LINE)
def test_each_gate_of_the_line_holds_the_project_before_it(step):
    kinds = set(BY_ID[step.gate].documents) or {K.OTHER}
    facts = _hindered(step.gate, kinds)
    seen = see_process(facts)
    assert seen.next_gate.gate.id is step.gate
    expected = ProjectState.IN_ACCEPTANCE if step.gate is GateId.G14 else step.origin
    assert seen.reached is expected


def _hindered(gate_id, kinds):
    """Let one gate fail alone: take what only it asks for."""
    stated = next((c for c in BY_ID[gate_id].conditions if c in STATED), None)
    if stated is not None:
        return unsaid(stated)
    others = {k for gate in GATES if gate.id is not gate_id for k in gate.documents}
    others |= {k for one in PRECONDITIONS for k in one.papers}
    alone = kinds - others
    if alone:
        return without(ALL, *alone)
    by_gate = {
        GateId.G3: with_document(ALL, K.OFFICE_REVIEW, opinion=None),
        GateId.G4: posted(first_photos=()),
        GateId.G10: without(ALL, K.PERMIT),
        GateId.G2: replace(ALL, roles=ALL.roles - {"design"}),
    }
    return by_gate[gate_id]


def test_gates_met_before_their_turn_are_ready_and_do_not_move_the_state():
    facts = with_document(ALL, K.OFFICE_REVIEW, opinion=None)
    seen = see_process(facts)
    assert seen.state is ProjectState.SCHEME_DRAFTED
    assert seen.gate(GateId.G2).status is GateStatus.PASSED
    assert seen.gate(GateId.G4).status is GateStatus.READY
    assert seen.gate(GateId.G20).status is GateStatus.READY


def test_a_waiver_lets_pass_and_is_named():
    waiver = an_event(EventKind.WAIVE, GateId.G3)
    facts = with_document(ALL, K.OFFICE_REVIEW, opinion=None)
    seen = see_process(replace(facts, events=(*facts.events, waiver)))
    assert seen.state is ProjectState.MANAGED
    assert (seen.gate(GateId.G3).status, seen.gate(GateId.G3).waiver) == (
        GateStatus.WAIVED,
        waiver,
    )


def test_a_waiver_that_was_taken_back_counts_no_more():
    told = (
        an_event(EventKind.WAIVE, GateId.G3),
        an_event(EventKind.WAIVE, GateId.G3, id="z", said_on=TODAY, holds=False),
    )
    facts = with_document(ALL, K.OFFICE_REVIEW, opinion=None)
    seen = see_process(replace(facts, events=(*facts.events, *told)))
    assert seen.gate(GateId.G3).status is GateStatus.OPEN


def test_a_project_taken_in_half_way_begins_where_it_is_said_to_be():
    asserted = an_event(EventKind.ASSERT, ProjectState.BUILDING)
    bare = replace(ALL, documents=(), votes=(), posted=(), events=(asserted,))
    seen = see_process(bare)
    assert seen.state is ProjectState.BUILDING
    assert seen.assertion == asserted
    assert seen.gate(GateId.G4).status is GateStatus.ASSERTED
    assert seen.next_gate.gate.id is GateId.G12


def test_what_is_said_last_of_the_state_counts_also_a_step_back():
    back = an_event(EventKind.ASSERT, ProjectState.PLANNED, id="z", said_on=TODAY)
    asserted = an_event(EventKind.ASSERT, ProjectState.BUILDING)
    bare = replace(ALL, documents=(), votes=(), posted=(), events=(back, asserted))
    assert see_process(bare).state is ProjectState.PLANNED


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (EventKind.SUSPEND, ProjectState.SUSPENDED),
        (EventKind.WITHDRAW, ProjectState.WITHDRAWN),
    ],
)
def test_a_stopped_project_keeps_where_it_stood_until_it_is_resumed(kind, state):
    stop = an_event(kind)
    seen = see_process(replace(ALL, events=(*ALL.events, stop)))
    assert (seen.state, seen.reached, seen.stop) == (state, ProjectState.MANAGED, stop)
    resumed = an_event(EventKind.RESUME, said_on=TODAY)
    seen = see_process(replace(ALL, events=(*ALL.events, stop, resumed)))
    assert (seen.state, seen.stop) == (ProjectState.MANAGED, None)


# -- acceptance, rectification, failure ----------

UNSIGNED = without(unsaid(Condition.PARTIES_SIGNED), K.RECHECK_OPINION, K.RECTIFICATION_REPLY)
FOUND = replace(OPEN, found_at=VisitKind.JOINT)


def test_defects_of_the_acceptance_are_put_right_and_acceptance_goes_on():
    rectifying = replace(UNSIGNED, defects=(FOUND,))
    assert see_process(rectifying).state is ProjectState.RECTIFYING
    replied = replace(FOUND, state=DefectState.REPLIED, has_photo_after=True)
    answered = replace(rectifying, defects=(replied,))
    assert see_process(answered).state is ProjectState.RECTIFYING
    opinion = a_document(K.RECHECK_OPINION)
    checked = replace(answered, documents=(*answered.documents, opinion))
    assert see_process(checked).state is ProjectState.IN_ACCEPTANCE


def test_a_failed_acceptance_goes_back_to_building():
    failed = replace(UNSIGNED, defects=(FOUND,), events=(*UNSIGNED.events, FORBIDDEN))
    seen = see_process(failed)
    assert seen.state is ProjectState.BUILDING
    assert seen.gate(GateId.G15).status is GateStatus.OPEN


# -- what is refused ----------


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (EventKind.CONFIRM, Condition.RESIDENTS_WILLING),
        (EventKind.CONFIRM, "G3"),
        (EventKind.WAIVE, "G21"),
        (EventKind.WAIVE, "P25"),
        (EventKind.ASSERT, "done"),
    ],
)
def test_a_target_that_the_process_does_not_know_is_refused(kind, target):
    with pytest.raises(InspectorError) as refused:
        checked_target(an_event(kind, target))
    assert refused.value.problem is Problem.TARGET_UNKNOWN


@pytest.mark.parametrize("state", [ProjectState.RECTIFYING, ProjectState.SUSPENDED])
def test_a_state_beside_the_line_cannot_be_asserted(state):
    with pytest.raises(InspectorError) as refused:
        checked_target(an_event(EventKind.ASSERT, state))
    assert refused.value.problem is Problem.STATE_NOT_ASSERTABLE


@pytest.mark.parametrize("lack", ["authority", "paper", "reason"])
def test_a_waiver_owes_authority_paper_and_reason(lack):
    with pytest.raises(InspectorError) as refused:
        an_event(EventKind.WAIVE, GateId.G3, **{lack: ""}).checked(TODAY)
    assert (refused.value.problem, refused.value.facts) == (Problem.NAME_EMPTY, {"field": lack})


def test_days_out_of_order_are_refused():
    publicity = Publicity(
        id="n", project_id="p", title="", start_on=TODAY, end_on=date(2026, 3, 1), place="栏"
    )
    early = replace(OBJECTION, answer="已改", answered_on=date(2026, 3, 9))
    for refuse in (publicity.checked, lambda: early.checked(TODAY)):
        with pytest.raises(InspectorError) as refused:
            refuse()
        assert refused.value.problem is Problem.DAYS_UNORDERED
    for dated in (a_document(K.PERMIT, issued_on=date(2027, 1, 1)),):
        with pytest.raises(InspectorError) as refused:
            dated.checked(TODAY)
        assert refused.value.problem is Problem.DAY_TO_COME


def test_the_gates_before_a_state_are_those_of_the_line():
    assert gates_up_to(ProjectState.CANDIDATE) == frozenset()
    assert gates_up_to(ProjectState.WILLING) == {GateId.G1}
    assert GateId.G15 not in gates_up_to(ProjectState.MANAGED)
    assert len(gates_up_to(ProjectState.MANAGED)) == 17
