"""Conflicts are listed with both sides, and settled by closing exactly what was seen."""

import pytest

from inspector.core.checklists import Severity
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import ConflictKind
from inspector.operations.conflicts import (
    count_conflicts,
    find_conflict,
    list_conflicts,
    settle_conflict,
    settle_deleted,
    settle_many,
)
from inspector.operations.defects import edit_defect
from inspector.operations.history import history_of
from inspector.operations.organisation import found_organisation, withdraw
from inspector.operations.projects import remove_party
from inspector.store.rows import Rows
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.commands import command, command_data
from tests.kit.exchanging import (
    PHRASE,
    admit,
    assert_sound,
    hand_over,
    laptops,
    meet,
    stick,
    taken,
)


@pytest.fixture
def three(tmp_path):
    with laptops(tmp_path, "甲", "乙", "丙") as made:
        yield made


@pytest.fixture
def defect(three):
    """Give a defect that all three have."""
    project = make_project(three[0])
    made = make_defect(three[0], project, make_place(three[0], project), "原文")
    meet(*three)
    return made


def text_in(workspace, defect):
    with workspace.read() as office:
        return office.defects.get(defect.id).text


def delete(workspace, defect):
    with workspace.act() as writing:
        Rows(writing.office.db, "defect").delete(defect.id)


def is_deleted(workspace, defect):
    with workspace.read() as office:
        return bool(Rows(office.db, "defect").stored(defect.id, "deleted"))


def problem_of(attempt, *given, **more):
    with pytest.raises(InspectorError) as refused:
        attempt(*given, **more)
    return refused.value.problem


def test_both_values_stand_with_who_wrote_them(three, defect):
    first, second, _third = three
    edit_defect(first, defect.id, text="甲的")
    edit_defect(second, defect.id, text="乙的")
    meet(*three)
    for workspace in three:
        (conflict,) = list_conflicts(workspace)
        assert count_conflicts(workspace) == 1
        assert (conflict.kind, conflict.column) == (ConflictKind.FIELD, "text")
        assert {(one.value, one.person) for one in conflict.values} == {
            ("甲的", "甲工"),
            ("乙的", "乙工"),
        }
        assert conflict.ancestor == "原文"
        (shown,) = [one.value for one in conflict.values if one.is_shown]
        assert text_in(workspace, defect) == shown
    assert_sound(*three)


def test_different_fields_and_equal_values_are_none(three, defect):
    edit_defect(three[0], defect.id, text="同样")
    edit_defect(three[1], defect.id, text="同样")
    edit_defect(three[2], defect.id, severity="critical")
    meet(*three)
    assert [count_conflicts(one) for one in three] == [0, 0, 0]
    assert [text_in(one, defect) for one in three] == ["同样"] * 3


def test_the_severity_is_critical_and_first(three, defect):
    for workspace, severity in zip(three[:2], ("critical", "major"), strict=True):
        edit_defect(workspace, defect.id, severity=severity, text=severity)
    meet(*three)
    found = [(one.column, one.is_critical) for one in list_conflicts(three[2])]
    assert found == [("severity", True), ("text", False)]


def test_a_choice_closes_it_everywhere(three, defect):
    edit_defect(three[0], defect.id, text="甲的")
    edit_defect(three[1], defect.id, text="乙的")
    meet(*three)
    settle_conflict(three[2], list_conflicts(three[2])[0], "乙的")
    assert count_conflicts(three[2]) == 0
    meet(*three)
    assert [text_in(one, defect) for one in three] == ["乙的"] * 3
    assert [count_conflicts(one) for one in three] == [0, 0, 0]
    assert_sound(*three)
    for workspace in three:
        marked = [line for line in history_of(workspace, defect.id) if line.settles]
        assert [(line.person, line.after) for line in marked] == [("丙工", "乙的")]


def test_what_was_not_seen_stays_open(three, defect):
    first, second, third = three
    edit_defect(first, defect.id, text="甲的")
    edit_defect(second, defect.id, text="乙的")
    edit_defect(third, defect.id, text="丙的")
    hand_over(second, first)
    settle_conflict(first, list_conflicts(first)[0], "商定")
    assert count_conflicts(first) == 0
    meet(*three)
    for workspace in three:
        (conflict,) = list_conflicts(workspace)
        assert {one.value for one in conflict.values} == {"商定", "丙的"}


def test_a_conflict_that_changed_since_is_not_settled(three, defect):
    first, second, third = three
    edit_defect(first, defect.id, text="甲的")
    edit_defect(second, defect.id, text="乙的")
    edit_defect(third, defect.id, text="丙的")
    hand_over(second, first)
    seen = list_conflicts(first)[0]
    settle_conflict(second, *_seen_by(second, first), "别处定的")
    hand_over(second, first)
    assert problem_of(settle_conflict, first, seen, "甲的") is Problem.CHANGED_SINCE
    assert count_conflicts(first) == 0
    assert problem_of(find_conflict, first, seen.id) is Problem.CONFLICT_CLOSED


def _seen_by(workspace, giver):
    hand_over(giver, workspace)
    return list_conflicts(workspace)


def test_two_choices_are_a_new_conflict(three, defect):
    first, second, third = three
    edit_defect(first, defect.id, text="甲的")
    edit_defect(second, defect.id, text="乙的")
    meet(*three)
    settle_conflict(first, list_conflicts(first)[0], "甲的")
    settle_conflict(second, list_conflicts(second)[0], "乙的")
    meet(*three)
    (conflict,) = list_conflicts(third)
    assert {one.person for one in conflict.values} == {"甲工", "乙工"}
    assert_sound(*three)


def test_many_are_settled_together_or_not_at_all(three, defect):
    for workspace, severity in zip(three[:2], ("critical", "major"), strict=True):
        edit_defect(workspace, defect.id, severity=severity, text=severity)
    meet(*three)
    severity, text = list_conflicts(three[2])
    settle_conflict(three[2], text, "定了")
    choices = [(severity, "critical"), (text, "再定")]
    assert problem_of(settle_many, three[2], choices) is Problem.CHANGED_SINCE
    assert count_conflicts(three[2]) == 1
    assert settle_many(three[2], choices[:1]).value == 1
    assert count_conflicts(three[2]) == 0


# -- deleted by one, edited by another -------------------------------------------------------------


@pytest.fixture
def torn(three, defect):
    """Give a conflict over a record that one deleted while another worked on it."""
    edit_defect(three[0], defect.id, text="还在改")
    delete(three[1], defect)
    meet(*three)
    (conflict,) = list_conflicts(three[2])
    return conflict


def test_the_record_stays_while_it_is_open(three, defect, torn):
    assert torn.kind is ConflictKind.DELETED
    assert [(one.person, one.deletes) for one in torn.values] == [("甲工", False), ("乙工", True)]
    assert not any(is_deleted(one, defect) for one in three)
    assert [text_in(one, defect) for one in three] == ["还在改"] * 3
    assert_sound(*three)


@pytest.mark.parametrize("keep", [True, False])
def test_it_is_kept_or_let_go_everywhere(three, defect, torn, keep):
    settle_deleted(three[2], torn, keep=keep)
    assert count_conflicts(three[2]) == 0
    meet(*three)
    assert [is_deleted(one, defect) for one in three] == [not keep] * 3
    assert [count_conflicts(one) for one in three] == [0, 0, 0]
    for workspace in three:
        marked = [line for line in history_of(workspace, defect.id) if line.settles]
        assert [(line.person, line.after) for line in marked] == [("丙工", int(not keep))]
    assert_sound(*three)


def test_a_delete_that_saw_everything_is_no_conflict(three, defect):
    edit_defect(three[0], defect.id, text="改完了")
    hand_over(three[0], three[1])
    delete(three[1], defect)
    meet(*three)
    assert [is_deleted(one, defect) for one in three] == [True] * 3
    assert count_conflicts(three[0]) == 0


def test_each_kind_has_its_own_answer(three, torn):
    assert problem_of(settle_conflict, three[2], torn, "值") is Problem.FIELD_INVALID


def test_later_work_must_be_seen_before_the_record_goes(three, defect, torn):
    edit_defect(three[0], defect.id, text="又改了")
    hand_over(three[0], three[2])
    assert problem_of(settle_deleted, three[2], torn, keep=False) is Problem.CHANGED_SINCE
    settle_deleted(three[2], list_conflicts(three[2])[0], keep=False)
    meet(*three)
    assert [is_deleted(one, defect) for one in three] == [True] * 3


def test_parties_too(three):
    project = make_project(three[0])
    party = make_party(three[0], project, phone="13800000000")
    meet(*three)
    remove_party(three[0], party.id)
    with three[1].act() as writing:
        Rows(writing.office.db, "party").set_columns(party.id, {"unit": "改了"})
    meet(*three)
    (conflict,) = list_conflicts(three[1])
    settle_deleted(three[1], conflict, keep=True)
    meet(*three)
    assert_sound(*three)


# -- who may ---------------------------------------------------------------------------------------


@pytest.fixture
def organised(three):
    """Give an office and two laptops, enrolled, of which only the office's person supervises."""
    office, second, third = three
    found_organisation(office, "区住建局", PHRASE)
    for laptop in (second, third):
        admit(office, laptop)
        taken(laptop, stick(office, to=laptop), join=True)
    return three


def test_settling_needs_a_supervisor(organised):
    office, second, third = organised
    project = make_project(office)
    defect = make_defect(office, project, make_place(office, project), "原文")
    meet(*organised)
    edit_defect(second, defect.id, text="乙的")
    edit_defect(third, defect.id, text="丙的")
    meet(*organised)
    (conflict,) = list_conflicts(second)
    assert problem_of(settle_conflict, second, conflict, "乙的") is Problem.SUPERVISOR_NEEDED
    assert problem_of(settle_many, second, [(conflict, "乙的")]) is Problem.SUPERVISOR_NEEDED
    settle_conflict(office, list_conflicts(office)[0], "乙的")
    meet(*organised)
    assert [count_conflicts(one) for one in organised] == [0, 0, 0]


def test_a_choice_made_after_the_role_was_withdrawn_closes_nothing(organised):
    office, second, third = organised
    admit(office, second, supervises=True)
    project = make_project(office)
    defect = make_defect(office, project, make_place(office, project), "原文")
    meet(*organised)
    edit_defect(office, defect.id, text="局的")
    edit_defect(third, defect.id, text="丙的")
    meet(*organised)
    withdraw(office, second.person().id, "调离", PHRASE)
    settle_conflict(second, list_conflicts(second)[0], "乙定的")
    assert count_conflicts(second) == 0
    meet(*organised)
    assert [count_conflicts(one) for one in organised] == [1, 1, 1]
    assert_sound(*organised)
    (conflict,) = list_conflicts(office)
    assert {one.value for one in conflict.values} >= {"乙定的"}


def test_what_was_settled_before_the_withdrawal_stays(organised):
    office, second, third = organised
    admit(office, second, supervises=True)
    project = make_project(office)
    defect = make_defect(office, project, make_place(office, project), "原文")
    meet(*organised)
    edit_defect(office, defect.id, text="局的")
    edit_defect(third, defect.id, text="丙的")
    meet(*organised)
    settle_conflict(second, list_conflicts(second)[0], "乙定的")
    meet(*organised)
    withdraw(office, second.person().id, "调离", PHRASE)
    meet(*organised)
    assert [count_conflicts(one) for one in organised] == [0, 0, 0]
    assert [text_in(one, defect) for one in organised] == ["乙定的"] * 3


def test_the_command_tells_values_in_words_and_takes_them_so(three, defect):
    first, second, _third = three
    edit_defect(first, defect.id, severity=Severity.MAJOR)
    edit_defect(second, defect.id, severity=Severity.CRITICAL)
    meet(*three)
    first.close()
    given = ("--workspace", first.folder)
    told = command("sync", "conflicts", *given).out
    assert ("一般（甲工" in told, "major" in told) == (True, False)
    ended = command("sync", "resolve", f"{defect.id}:severity", "--choose", "紧急", *given)
    assert ended.code == 1
    command_data("sync", "resolve", f"{defect.id}:severity", "--choose", "一般", *given)
    assert command_data("defect", "show", defect.id, *given)["severity"] == "major"
