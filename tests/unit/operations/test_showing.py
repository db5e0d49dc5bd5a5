"""An answer hides and shows other items in its own act, as the rules of the checklist say."""

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.core.checklists import AnswerState
from inspector.core.errors import InspectorError, Problem
from inspector.core.papers import PaperIdentity
from inspector.core.progress import Unwatched
from inspector.core.show_rules import rule_over
from inspector.operations.acceptance import gather_acceptance
from inspector.operations.answering import AnswerDraft, answer_item
from inspector.operations.history import undo
from inspector.operations.inspecting import (
    Spot,
    add_readings,
    list_items,
    list_progress,
    set_note,
    set_result,
)
from inspector.operations.scheme import SchemeDraft, put_in_scope
from inspector.operations.standing import stand_of
from tests.kit.builders import (
    FIRST_DAY,
    make_place,
    make_project,
    make_visit,
    make_workspace,
)
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.ruled_packs import take_in_rules

UNCHECKED, PASS, FAIL, NONE = AnswerState
RULES = {
    "EL-002": "EL-001=pass",
    "EL-003": "EL-002=pass",
    "EL-004": "EL-002=not_applicable",
    "RD-006": "EL-001=pass",
}
ITEMS = ("EL-001", "EL-002", "EL-003", "EL-004", "RD-006")
ASKED, RULED, CHAINED, MEASURED = "EL-001", "EL-002", "EL-003", "RD-006"
NUMBERS = count(1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    made = make_workspace(tmp_path_factory.mktemp("showing"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def pack(workspace, tmp_path_factory):
    return take_in_rules(workspace, tmp_path_factory.mktemp("pack"), RULES)


class Ground:
    """A place with ruled items, in a visit."""

    def __init__(self, workspace, pack, items=ITEMS):
        self.workspace, self.pack = workspace, pack
        self.project = make_project(workspace, f"P{next(NUMBERS)}")
        self.place = make_place(workspace, self.project)
        self.visit = make_visit(workspace, self.project)
        self.scope(*items)

    def scope(self, *items):
        drafts = [SchemeDraft(item_id=item, place_id=self.place.id) for item in items]
        return put_in_scope(self.workspace, self.project.id, self.pack.ref, drafts)

    def spot(self, item_id):
        return Spot(self.visit.id, self.place.id, item_id)

    def state(self, item_id, state):
        reason = "无此项" if state is NONE else None
        return set_result(self.workspace, self.visit, self.spot(item_id), state, reason)

    def lines(self):
        lines = list_items(self.workspace, self.visit, self.place.id)
        return {line.item.id: line for line in lines}

    def hides(self, item_id):
        return self.seen(item_id)[1] is not None

    def seen(self, item_id):
        line = self.lines()[item_id]
        return line.state, line.answer.result.rule if line.answer else None


@pytest.fixture
def ground(workspace, pack):
    return Ground(workspace, pack)


def test_an_answer_hides_what_its_rule_says_in_the_same_act(ground):
    outcome = ground.state(ASKED, FAIL)
    assert ground.seen(RULED) == (NONE, "EL-002:EL-001=pass")
    assert ground.seen(CHAINED) == (NONE, "EL-003:EL-002=pass")
    assert ground.seen("EL-004") == (UNCHECKED, None)
    undo(ground.workspace, outcome.act)
    assert {line.state for line in ground.lines().values()} == {UNCHECKED}
    assert_journal_explains_tables(ground.workspace)


def test_until_the_question_is_answered_nothing_is_hidden(ground):
    assert ground.seen(RULED) == (UNCHECKED, None)
    ground.state(RULED, FAIL)
    assert ground.seen(RULED) == (FAIL, None)


def test_what_comes_back_is_what_the_person_had_entered(ground):
    ground.state(RULED, FAIL)
    add_readings(ground.workspace, ground.visit, ground.spot(MEASURED), ["7.4"])
    set_note(ground.workspace, ground.visit, ground.spot(MEASURED), "直尺")
    ground.state(ASKED, FAIL)
    assert ground.seen(RULED)[0] is NONE
    assert [one.value for one in ground.lines()[MEASURED].readings]
    ground.state(ASKED, PASS)
    assert ground.seen(RULED) == (FAIL, None)
    measured = ground.lines()[MEASURED]
    assert (measured.state, measured.answer.note) == (UNCHECKED, "直尺")
    assert [str(one.value) for one in measured.readings] == ["7.4"]


def test_taking_the_answer_back_shows_the_item_again(ground):
    ground.state(ASKED, FAIL)
    ground.state(ASKED, UNCHECKED)
    assert ground.seen(RULED) == (UNCHECKED, None)


def test_a_hidden_item_takes_no_verdict_but_keeps_its_readings(ground):
    ground.state(ASKED, FAIL)
    for state in (PASS, FAIL, NONE, UNCHECKED):
        with pytest.raises(InspectorError) as refused:
            ground.state(RULED, state)
        assert refused.value.problem is Problem.ITEM_HIDDEN
    draft = AnswerDraft(state=PASS, note="x")
    with pytest.raises(InspectorError) as refused:
        answer_item(ground.workspace, ground.visit, ground.spot(RULED), draft)
    assert refused.value.problem is Problem.ITEM_HIDDEN
    add_readings(ground.workspace, ground.visit, ground.spot(MEASURED), ["3"])
    assert ground.seen(MEASURED) == (NONE, "RD-006:EL-001=pass")


def test_the_command_that_gives_all_at_once_keeps_the_rules_too(ground):
    draft = AnswerDraft(state=FAIL, note="无电梯")
    answer_item(ground.workspace, ground.visit, ground.spot(ASKED), draft)
    assert ground.seen(CHAINED) == (NONE, "EL-003:EL-002=pass")


def test_an_item_that_comes_into_scope_later_keeps_the_rules_at_once(workspace, pack):
    ground = Ground(workspace, pack, (ASKED,))
    ground.state(ASKED, FAIL)
    outcome = ground.scope(RULED)
    assert ground.seen(RULED) == (NONE, "EL-002:EL-001=pass")
    undo(workspace, outcome.act)
    assert list(ground.lines()) == [ASKED]
    draft = AnswerDraft(state=PASS, widens_scheme=True)
    with pytest.raises(InspectorError) as refused:
        answer_item(workspace, ground.visit, ground.spot(RULED), draft)
    assert refused.value.problem is Problem.ITEM_HIDDEN
    assert list(ground.lines()) == [ASKED]


def test_another_place_and_another_visit_are_not_touched(ground):
    other = make_place(ground.workspace, ground.project, "13")
    drafts = [SchemeDraft(item_id=item, place_id=other.id) for item in ITEMS]
    put_in_scope(ground.workspace, ground.project.id, ground.pack.ref, drafts)
    later = make_visit(ground.workspace, ground.project, FIRST_DAY + timedelta(days=9))
    ground.state(ASKED, FAIL)
    for visit, place in ((ground.visit, other), (later, ground.place)):
        lines = list_items(ground.workspace, visit, place.id)
        assert {line.state for line in lines} == {UNCHECKED}


def test_counts_and_conclusion_follow(ground):
    ground.state(ASKED, FAIL)
    (progress,) = [
        line.progress
        for line in list_progress(ground.workspace, ground.visit)
        if line.place.id == ground.place.id
    ]
    assert (progress.due, progress.answered, progress.failed) == (5, 4, 1)
    standing = stand_of(ground.workspace, ground.project.id)
    assert standing.figures.unchecked == 1
    assert sum(one.summary.together.not_applicable for one in standing.disciplines) == 3


def test_the_report_names_the_rule(ground):
    ground.state(ASKED, FAIL)
    ground.state("EL-004", NONE)
    identity = PaperIdentity(
        number="1", version=1, made_at=ground.workspace.now(), program="x", made_by="y"
    )
    paper = gather_acceptance(ground.workspace, ground.project.id, identity, Unwatched())
    reasons = {row.item.partition(" ")[0]: row.reason for row in paper.not_applicable}
    assert reasons["EL-002"] == "仅在 EL-001 为“合格”时查验（清单规则 EL-002:EL-001=pass）"
    assert reasons["EL-004"] == "无此项"
    assert set(reasons) == {"EL-002", "EL-003", "EL-004", "RD-006"}


@settings(max_examples=25, deadline=None)
@given(
    acts=st.lists(
        st.one_of(
            st.tuples(st.sampled_from(ITEMS), st.sampled_from(list(AnswerState))),
            st.just("undo"),
        ),
        max_size=12,
    )
)
def test_after_any_answers_the_hidden_items_are_those_that_the_rules_hide(workspace, pack, acts):
    ground, taken = Ground(workspace, pack), []
    for act in acts:
        if act == "undo":
            take_back(workspace, taken)
        elif ground.hides(act[0]):
            with pytest.raises(InspectorError):
                ground.state(*act)
        else:
            taken.append(ground.state(*act).act)
        assert_rules_hold(ground)


def take_back(workspace, taken):
    """Take the last act back; one that changed nothing leaves nothing to take back."""
    while taken:
        try:
            undo(workspace, taken.pop())
        except InspectorError as refused:
            if refused.problem is not Problem.NOTHING_TO_UNDO:
                raise
        else:
            return


def assert_rules_hold(ground):
    lines = ground.lines()
    items = {name: line.item for name, line in lines.items()}
    stated = {name: line.answer.result.stated.state for name, line in lines.items() if line.answer}
    for name, line in lines.items():
        rule = rule_over(items[name], items, stated)
        assert (line.answer.result.rule if line.answer else None) == rule
        assert line.state is (NONE if rule else stated.get(name, UNCHECKED))
