"""What people left open is listed with who, when and where, and settled by those who may."""

import pytest

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import ConflictKind
from inspector.operations.conflicts import (
    count_conflicts,
    list_conflicts,
    settle_conflict,
    settle_deleted,
    settle_many,
)
from inspector.operations.defects import edit_defect, show_defect
from inspector.operations.history import TOPICS, undo
from inspector.store.schema import TABLES
from tests.kit.crossed import crossing


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


def delete(workspace, table, row):
    with workspace.act() as writing:
        writing.office.rows(table).delete(row)


def deleted_and_edited(crossed):
    delete(crossed.other, "defect", crossed.defect.id)
    crossed.differ(laptop="李工的描述")
    crossed.gather()
    return crossed.open_one()


def text_at(workspace, crossed):
    return show_defect(workspace, crossed.defect.id).defect.text


def test_a_conflict_names_who_when_where_and_what_all_saw_before(crossed):
    crossed.differ()
    crossed.gather()
    conflict = crossed.open_one()
    assert {(one.person, one.value) for one in conflict.values} == {
        ("李工", "李工的描述"),
        ("张工", "张工的描述"),
    }
    assert {one.device for one in conflict.values} == {
        crossed.laptop.device().code,
        crossed.other.device().code,
    }
    assert [one.is_shown for one in conflict.values] == [True, False]
    assert conflict.ancestor == "外墙涂层起皮"
    assert conflict.origin.person == "王工"
    assert conflict.origin.device == crossed.office.device().code


def test_a_deleted_record_is_not_settled_as_a_field_among_many(crossed):
    conflict = deleted_and_edited(crossed)
    assert conflict.kind is ConflictKind.DELETED
    with pytest.raises(InspectorError) as refused:
        settle_many(crossed.office, [(conflict, 1)])
    assert refused.value.problem is Problem.FIELD_INVALID
    assert list_conflicts(crossed.office) == [conflict]


def test_many_are_settled_together_or_not_at_all(crossed):
    crossed.differ()
    crossed.differ(field="demand", laptop="铲除重做", other="局部修补")
    crossed.gather()
    found = list_conflicts(crossed.office)
    assert len(found) == 2
    edit_defect(crossed.laptop, crossed.defect.id, demand="全部重做")
    crossed.pass_on(crossed.laptop, crossed.office)
    with pytest.raises(InspectorError) as refused:
        settle_many(crossed.office, [(one, one.values[0].value) for one in found])
    assert refused.value.problem is Problem.CHANGED_SINCE
    assert count_conflicts(crossed.office) == 2
    fresh = list_conflicts(crossed.office)
    outcome = settle_many(crossed.office, [(one, one.values[1].value) for one in fresh])
    assert outcome.value == 2
    assert outcome.changes.touches(Topic.CONFLICTS, Topic.DEFECTS)
    assert outcome.changes.ids == {crossed.defect.id}
    assert count_conflicts(crossed.office) == 0


def test_every_record_that_can_be_in_conflict_has_a_topic():
    assert set(TOPICS) >= {table.name for table in TABLES}


def test_taking_a_choice_back_shows_what_was_shown_before(crossed):
    crossed.differ()
    crossed.gather()
    conflict = crossed.open_one()
    shown, other = conflict.values
    outcome = settle_conflict(crossed.office, conflict, other.value)
    assert text_at(crossed.office, crossed) == other.value
    undo(crossed.office, outcome.act)
    assert text_at(crossed.office, crossed) == shown.value
    assert count_conflicts(crossed.office) == 0


def test_a_record_that_was_let_go_comes_back_by_undo(crossed):
    conflict = deleted_and_edited(crossed)
    outcome = settle_deleted(crossed.office, conflict, keep=False)
    with pytest.raises(InspectorError):
        show_defect(crossed.office, crossed.defect.id)
    undo(crossed.office, outcome.act)
    assert text_at(crossed.office, crossed) == "李工的描述"
