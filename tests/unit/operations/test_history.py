"""The history of a record, and taking one's own acts back and doing them again."""

from datetime import timedelta

import pytest

from inspector.core.changes import Act, Topic
from inspector.core.checklists import AnswerState, Severity
from inspector.core.defects import DefectState, DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.operations.defects import (
    DefectDraft,
    DefectFilter,
    MoveDraft,
    edit_defect,
    list_defects,
    move_defect,
    record_defect,
    show_defect,
)
from inspector.operations.history import history_of, undo
from inspector.operations.inspecting import add_readings, set_note, set_result, show_item
from inspector.operations.projects import edit_project, find_project
from inspector.operations.workspace import change_person
from tests.kit.builders import (
    make_defect,
    make_place,
    make_project,
    make_spot,
    make_visit,
    national_pack,
)
from tests.kit.journals import assert_journal_explains_tables


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def place(workspace, project):
    return make_place(workspace, project)


@pytest.fixture
def defect(workspace, project, place):
    return make_defect(workspace, project, place)


def text_of(workspace, defect):
    return show_defect(workspace, defect.id).defect.text


# -- history ------------------------------------------------------------------------------------


def test_a_line_names_who_when_where_and_from_what_to_what(workspace, defect, clock):
    clock.tick(timedelta(hours=1))
    edit_defect(workspace, defect.id, text="外墙涂层脱落")
    line = history_of(workspace, defect.id)[-1]
    assert (line.person, line.device) == ("李工", workspace.device().code)
    assert (line.at_ms, line.table, line.column) == (clock.ms, "defect", "text")
    assert (line.before, line.after) == (defect.text, "外墙涂层脱落")
    assert not line.sealed


def test_values_are_named_also_after_sealing(workspace, defect):
    edit_defect(workspace, defect.id, text="二")
    edit_defect(workspace, defect.id, text="三")
    before = history_of(workspace, defect.id)
    workspace.seal()
    after = history_of(workspace, defect.id)
    assert [(e.before, e.after) for e in after if e.column == "text"] == [
        (defect.text, "二"),
        ("二", "三"),
    ]
    assert after[0].after["text"] == defect.text
    assert [(e.opid, e.before, e.after) for e in after] == [
        (e.opid, e.before, e.after) for e in before
    ]
    assert all(line.sealed for line in after)


def test_what_two_people_wrote_bears_their_names(workspace, defect):
    change_person(workspace, "张工", "监理公司")
    edit_defect(workspace, defect.id, text="二")
    assert [line.person for line in history_of(workspace, defect.id)] == ["李工", "李工", "张工"]


def test_what_hangs_on_a_record_is_in_its_history(workspace, defect):
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="重复"))
    tables = [line.table for line in history_of(workspace, defect.id)]
    assert tables.count("defect_event") == 2


def test_a_record_that_never_was_has_no_history(workspace):
    with pytest.raises(InspectorError) as caught:
        history_of(workspace, "nothing")
    assert caught.value.problem is Problem.RECORD_MISSING


# -- undo and redo ------------------------------------------------------------------------------


def test_an_insert_is_taken_back_and_done_again(workspace, project, place):
    draft = DefectDraft(place_id=place.id, text="裂缝", severity=Severity.MAJOR)
    made = record_defect(workspace, project.id, draft)
    back = undo(workspace, made.act)
    assert list_defects(workspace, project.id) == []
    assert back.changes.touches(Topic.DEFECTS)
    undo(workspace, back.act)
    (line,) = list_defects(workspace, project.id)
    assert line.defect == made.value
    assert_journal_explains_tables(workspace)


def test_an_edit_is_taken_back_and_done_again(workspace, defect):
    edited = edit_defect(workspace, defect.id, text="二", severity="critical")
    back = undo(workspace, edited.act)
    assert show_defect(workspace, defect.id).defect == defect
    undo(workspace, back.act)
    assert show_defect(workspace, defect.id).defect == edited.value


def test_several_acts_on_one_field_are_taken_back_one_after_the_other(workspace, defect):
    acts = [edit_defect(workspace, defect.id, text=text).act for text in "甲乙丙"]
    seen = []
    redo = []
    for act in reversed(acts):
        redo.append(undo(workspace, act).act)
        seen.append(text_of(workspace, defect))
    assert seen == ["乙", "甲", defect.text]
    for act in reversed(redo):
        undo(workspace, act)
        seen.append(text_of(workspace, defect))
    assert seen[3:] == ["甲", "乙", "丙"]
    assert_journal_explains_tables(workspace)


def test_an_insert_and_its_edits_are_taken_back_one_after_the_other(workspace, project, place):
    draft = DefectDraft(place_id=place.id, text="一", severity=Severity.MINOR)
    made = record_defect(workspace, project.id, draft)
    edited = edit_defect(workspace, made.value.id, text="二")
    redo_edit = undo(workspace, edited.act).act
    redo_insert = undo(workspace, made.act).act
    assert list_defects(workspace, project.id) == []
    undo(workspace, redo_insert)
    undo(workspace, redo_edit)
    assert text_of(workspace, made.value) == "二"


def test_a_move_goes_back_with_its_event(workspace, defect):
    moved = move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="重复"))
    back = undo(workspace, moved.act)
    sheet = show_defect(workspace, defect.id)
    assert sheet.defect.state is DefectState.RECORDED
    assert [event.step for event in sheet.events] == [DefectStep.RECORD]
    undo(workspace, back.act)
    sheet = show_defect(workspace, defect.id)
    assert sheet.defect.state is DefectState.VOIDED
    assert [event.step for event in sheet.events] == [DefectStep.RECORD, DefectStep.VOID]


def test_answers_and_readings_are_taken_back(workspace, project, place):
    visit = make_visit(workspace, project)
    _ref, pack = national_pack(workspace)
    measured = next(i.id for i in pack.by_id().values() if i.answer.decimals is not None)
    spot = make_spot(workspace, project, place, visit, measured)
    stated = set_result(workspace, visit, spot, AnswerState.PASS)
    noted = set_note(workspace, visit, spot, "已看")
    read = add_readings(workspace, visit, spot, ["1", "2"])
    undo(workspace, read.act)
    assert show_item(workspace, visit, spot).readings == ()
    undo(workspace, noted.act)
    undo(workspace, stated.act)
    assert show_item(workspace, visit, spot).state is AnswerState.UNCHECKED
    set_result(workspace, visit, spot, AnswerState.PASS)
    assert show_item(workspace, visit, spot).answer.note is None
    assert_journal_explains_tables(workspace)


def test_an_act_is_taken_back_after_sealing_too(workspace, defect):
    edited = edit_defect(workspace, defect.id, text="二")
    workspace.seal()
    undo(workspace, edited.act)
    assert text_of(workspace, defect) == defect.text


def test_an_edit_that_was_changed_since_is_not_taken_back(workspace, defect):
    first = edit_defect(workspace, defect.id, text="二", severity="critical")
    edit_defect(workspace, defect.id, text="三")
    with pytest.raises(InspectorError) as caught:
        undo(workspace, first.act)
    assert caught.value.problem is Problem.CHANGED_SINCE
    after = show_defect(workspace, defect.id).defect
    assert (after.text, after.severity) == ("三", Severity.CRITICAL)


def test_a_record_that_was_changed_since_is_not_taken_away(workspace, project, place):
    draft = DefectDraft(place_id=place.id, text="一", severity=Severity.MINOR)
    made = record_defect(workspace, project.id, draft)
    edit_defect(workspace, made.value.id, text="二")
    with pytest.raises(InspectorError) as caught:
        undo(workspace, made.act)
    assert caught.value.problem is Problem.CHANGED_SINCE
    assert len(list_defects(workspace, project.id, DefectFilter())) == 1


def test_an_act_is_not_taken_back_twice(workspace, project, place):
    draft = DefectDraft(place_id=place.id, text="一", severity=Severity.MINOR)
    made = record_defect(workspace, project.id, draft)
    undo(workspace, made.act)
    with pytest.raises(InspectorError) as caught:
        undo(workspace, made.act)
    assert caught.value.problem is Problem.CHANGED_SINCE


@pytest.mark.parametrize("act", [Act(), Act(((1, 2),))])
def test_an_act_that_wrote_nothing_cannot_be_taken_back(workspace, act):
    with pytest.raises(InspectorError) as caught:
        undo(workspace, act)
    assert caught.value.problem is Problem.NOTHING_TO_UNDO


def test_taking_back_is_itself_on_record(workspace, project):
    edited = edit_project(workspace, project.id, name="改")
    undo(workspace, edited.act)
    names = [(e.before, e.after) for e in history_of(workspace, project.id) if e.column == "name"]
    assert names == [(project.name, "改"), ("改", project.name)]
    assert find_project(workspace, project.code).name == project.name


def test_a_number_that_was_given_is_not_given_again_after_undo(workspace, project, place):
    draft = DefectDraft(place_id=place.id, text="一", severity=Severity.MINOR)
    made = record_defect(workspace, project.id, draft)
    undo(workspace, made.act)
    assert record_defect(workspace, project.id, draft).value.number != made.value.number
    visit = make_visit(workspace, project)
    with workspace.read() as office:
        rows = office.journal.entries_of(visit.id)
    undo(workspace, Act(((rows[0].opid, rows[0].opid),)))
    assert make_visit(workspace, project).number != visit.number
