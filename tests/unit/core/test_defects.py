"""Who may move a defect where."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from inspector.core.checklists import Severity
from inspector.core.defects import (
    ENDED,
    Defect,
    DefectEvent,
    DefectState,
    DefectStep,
    Move,
    Standing,
    moved,
    needs_reason,
    steps_from,
)
from inspector.core.errors import InspectorError, Problem

S, T = DefectState, DefectStep
ALLOWED = {
    (S.RECORDED, T.ISSUE): S.ISSUED,
    (S.ISSUED, T.START_REPAIR): S.REPAIRING,
    (S.RECHECK_FAILED, T.START_REPAIR): S.REPAIRING,
    (S.ISSUED, T.REPLY): S.REPLIED,
    (S.REPAIRING, T.REPLY): S.REPLIED,
    (S.RECHECK_FAILED, T.REPLY): S.REPLIED,
    (S.REPLIED, T.RECHECK_PASS): S.CLOSED,
    (S.REPLIED, T.RECHECK_FAIL): S.RECHECK_FAILED,
    (S.ISSUED, T.EXTEND): S.ISSUED,
    (S.REPAIRING, T.EXTEND): S.REPAIRING,
    (S.REPLIED, T.EXTEND): S.REPLIED,
    (S.RECHECK_FAILED, T.EXTEND): S.RECHECK_FAILED,
    **{
        (state, step): target
        for step, target in ((T.CONCEDE, S.CONCEDED), (T.LEAVE_OPEN, S.LEFT_OPEN))
        for state in (S.RECORDED, S.ISSUED, S.REPAIRING, S.REPLIED, S.RECHECK_FAILED)
    },
    **{
        (state, T.VOID): S.VOIDED
        for state in (
            S.RECORDED,
            S.ISSUED,
            S.REPAIRING,
            S.REPLIED,
            S.RECHECK_FAILED,
            S.LEFT_OPEN,
        )
    },
    **{(state, T.REOPEN): S.RECORDED for state in (S.CLOSED, S.CONCEDED, S.VOIDED, S.LEFT_OPEN)},
    (S.ISSUED, T.WITHDRAW): S.RECORDED,
    (S.REPAIRING, T.WITHDRAW): S.RECORDED,
}
DAY = date(2026, 11, 20)


def make_defect(state=S.RECORDED, due_on=None):
    return Defect(
        id="d",
        project_id="p",
        number="JF2-12-K7-0043",
        place_id="b",
        text="扶手松动",
        severity=Severity.MAJOR,
        standing=Standing(state, "li", 0),
        due_on=due_on,
    )


def make_move(step, by="wang", due_on=None):
    day = DAY if step is T.EXTEND and due_on is None else due_on
    return Move(step=step, by=by, at_ms=5, reason="说明", due_on=day)


def make_event(step, by):
    return DefectEvent(id="e", project_id="p", defect_id="d", step=step, at_ms=1, by=by)


@pytest.mark.parametrize("step", [step for step in T if step is not T.RECORD])
@pytest.mark.parametrize("state", list(S))
def test_a_step_is_taken_only_where_the_table_allows_it(state, step):
    target = ALLOWED.get((state, step))
    if target is None:
        with pytest.raises(InspectorError) as caught:
            moved(make_defect(state), make_move(step), [])
        assert caught.value.problem is Problem.DEFECT_STEP_FORBIDDEN
    else:
        assert moved(make_defect(state), make_move(step), []).state is target


@pytest.mark.parametrize("state", list(S))
def test_the_steps_offered_are_those_that_are_allowed(state):
    allowed = {step for found, step in ALLOWED if found is state}
    assert set(steps_from(state)) == allowed - {T.WITHDRAW}


def test_the_day_falls_with_the_notice_that_set_it():
    withdrawn = moved(make_defect(S.ISSUED, due_on=DAY), make_move(T.WITHDRAW), [])
    assert (withdrawn.state, withdrawn.due_on) == (S.RECORDED, None)


def test_whoever_repaired_may_not_close():
    events = [make_event(T.ISSUE, "li"), make_event(T.REPLY, "wang")]
    with pytest.raises(InspectorError) as caught:
        moved(make_defect(S.REPLIED), make_move(T.RECHECK_PASS, by="wang"), events)
    assert caught.value.problem is Problem.DEFECT_CLOSER_REPAIRED
    assert (
        moved(make_defect(S.REPLIED), make_move(T.RECHECK_PASS, by="li"), events).state is S.CLOSED
    )


def test_only_the_last_repair_counts_against_the_closer():
    events = [
        make_event(T.REPLY, "wang"),
        make_event(T.RECHECK_FAIL, "li"),
        make_event(T.REPLY, "zhao"),
    ]
    closed = moved(make_defect(S.REPLIED), make_move(T.RECHECK_PASS, by="wang"), events)
    assert closed.state is S.CLOSED


@pytest.mark.parametrize("person", ["wang", "li"])
def test_everybody_who_repaired_in_this_round_counts_against_the_closer(person):
    events = [
        make_event(T.REPLY, "zhao"),
        make_event(T.RECHECK_FAIL, "chen"),
        make_event(T.START_REPAIR, "wang"),
        make_event(T.REPLY, "li"),
    ]
    with pytest.raises(InspectorError) as caught:
        moved(make_defect(S.REPLIED), make_move(T.RECHECK_PASS, by=person), events)
    assert caught.value.problem is Problem.DEFECT_CLOSER_REPAIRED
    closed = moved(make_defect(S.REPLIED), make_move(T.RECHECK_PASS, by="zhao"), events)
    assert closed.state is S.CLOSED


@pytest.mark.parametrize("step", [step for step in T if needs_reason(step)])
def test_such_a_step_must_be_explained(step):
    state = next(state for state, found in ALLOWED if found is step)
    with pytest.raises(InspectorError) as caught:
        moved(make_defect(state), replace(make_move(step), reason=None), [])
    assert caught.value.problem is Problem.REASON_NEEDED


SETS_A_DAY = {T.ISSUE, T.EXTEND, T.LEAVE_OPEN}
MAY_CHANGE = {
    **{step: {"standing"} for step in T if step is not T.RECORD},
    T.ISSUE: {"standing", "due_on"},
    T.EXTEND: {"due_on"},
    T.LEAVE_OPEN: {"standing", "due_on"},
}
BEFORE, AFTER = date(2026, 11, 1), date(2026, 11, 30)


def changed(before, after):
    return {
        field.name
        for field in fields(Defect)
        if getattr(before, field.name) != getattr(after, field.name)
    }


@pytest.mark.parametrize(("state", "step"), list(ALLOWED))
@pytest.mark.parametrize("due_on", [None, BEFORE])
def test_a_step_changes_only_what_it_is_for(state, step, due_on):
    before = make_defect(state, due_on)
    day = AFTER if step in SETS_A_DAY else None
    after = moved(before, make_move(step, due_on=day), [])
    falls = step is T.WITHDRAW and due_on is not None
    assert changed(before, after) == MAY_CHANGE[step] | ({"due_on"} if falls else set())
    assert after.due_on == (AFTER if step in SETS_A_DAY else None if falls else due_on)


@pytest.mark.parametrize(("state", "step"), list(ALLOWED))
def test_only_issue_extension_and_leaving_open_set_a_day(state, step):
    defect = make_defect(state, BEFORE)
    if step in SETS_A_DAY:
        assert moved(defect, make_move(step, due_on=AFTER), []).due_on == AFTER
        return
    for day in (BEFORE, AFTER):
        with pytest.raises(InspectorError) as caught:
            moved(defect, make_move(step, due_on=day), [])
        assert caught.value.problem is Problem.DEFECT_STEP_SETS_NO_DAY


@pytest.mark.parametrize("state", [S.ISSUED, S.REPAIRING, S.REPLIED, S.RECHECK_FAILED])
@pytest.mark.parametrize(
    ("due_on", "day", "goes"),
    [
        (DAY, DAY + timedelta(1), True),
        (DAY, DAY, False),
        (DAY, DAY - timedelta(1), False),
        (None, DAY, True),
    ],
)
def test_an_extension_goes_to_a_later_day(state, due_on, day, goes):
    defect, move = make_defect(state, due_on), make_move(T.EXTEND, due_on=day)
    if goes:
        extended = moved(defect, move, [])
        assert (extended.state, extended.due_on) == (state, day)
        return
    with pytest.raises(InspectorError) as caught:
        moved(defect, move, [])
    assert caught.value.problem is Problem.DEFECT_DAY_NOT_LATER


def test_an_extension_without_a_day_is_none():
    with pytest.raises(InspectorError) as caught:
        moved(make_defect(S.ISSUED, DAY), replace(make_move(T.EXTEND), due_on=None), [])
    assert caught.value.problem is Problem.FIELD_INVALID


@pytest.mark.parametrize("step", [T.ISSUE, T.LEAVE_OPEN])
def test_a_step_without_a_day_keeps_the_day(step):
    assert moved(make_defect(S.RECORDED, DAY), make_move(step), []).due_on == DAY


def test_a_move_says_who_when_and_why():
    closed = moved(make_defect(S.REPLIED), make_move(T.RECHECK_FAIL), [])
    assert closed.standing == Standing(S.RECHECK_FAILED, "wang", 5, "说明")


@pytest.mark.parametrize(
    ("state", "overdue"),
    [
        (S.RECORDED, True),
        (S.ISSUED, True),
        (S.REPLIED, False),
        (S.CLOSED, False),
        (S.VOIDED, False),
    ],
)
def test_a_defect_is_overdue_until_it_is_replied_to(state, overdue):
    assert make_defect(state, DAY).is_overdue(date(2026, 11, 21)) is overdue
    assert not make_defect(state, DAY).is_overdue(DAY)


def test_left_open_defects_are_still_open():
    assert make_defect(S.LEFT_OPEN).is_open
    assert {S.CLOSED, S.CONCEDED, S.VOIDED} == ENDED
