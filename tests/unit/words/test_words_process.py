"""Names and sentences of the process: each there, each without a gap."""

import pytest

from inspector.core.errors import InspectorError
from inspector.core.inspections import VisitKind
from inspector.core.process import names
from inspector.core.process.facts import Why
from inspector.core.process.gates import CHECKS
from inspector.core.process.path import GateStatus
from inspector.core.process.votes import VoteBase, VoteMeasure
from inspector.words import process
from inspector.words.problems import explain
from tests.kit.processes_of_projects import TODAY, a_vote, all_facts
from tests.unit.core.test_process import MET_OTHERWISE, NOT_MET

NAMERS = [
    (names.Phase, process.phase_name),
    (names.ProjectState, process.project_state_name),
    (names.GateId, process.gate_name),
    (GateStatus, process.gate_status_name),
    (names.Condition, process.condition_name),
    (names.DocumentKind, process.document_name),
    (names.DocumentOpinion, process.opinion_name),
    (names.VoteSubject, process.subject_name),
    (names.EventKind, process.event_name),
    (VoteBase, process.base_name),
    (VoteMeasure, process.measure_name),
]
ALL = all_facts()
FOUND = [
    *(CHECKS[condition](facts) for condition, facts, _why in NOT_MET),
    *(CHECKS[condition](MET_OTHERWISE.get(condition, ALL)) for condition in names.Condition),
]


@pytest.mark.parametrize(("kind", "name"), NAMERS, ids=lambda value: value.__name__)
def test_every_word_of_the_process_has_a_name(kind, name):
    said = [name(one) for one in kind]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("seen", FOUND, ids=lambda seen: seen.why.value)
def test_what_a_condition_found_is_a_sentence_without_codes(seen):
    text = process.seen_text(seen)
    assert text
    assert "{" not in text
    assert not any(char.isascii() and char.islower() for char in text), text


def test_every_finding_has_its_sentence():
    assert set(process._WHYS) == set(Why)


def test_a_vote_shows_how_it_is_counted():
    seen = CHECKS[names.Condition.RESIDENTS_WILLING](all_facts(votes=(a_vote(666),)))
    assert process.seen_text(seen) == "同意 666/1000 户，应≥ 2/3，即 667"


def test_a_refused_vote_names_what_is_wrong():
    with pytest.raises(InspectorError) as refused:
        a_vote(1001, 1000).checked(TODAY)
    assert explain(refused.value) == (
        "户数（户）：同意 1001 多于应参加 1000，没有保存。请核对表决结果。"
    )


def test_the_visits_that_are_asked_for_are_named():
    assert VisitKind.PRELIMINARY.value not in "".join(map(process.seen_text, FOUND))
