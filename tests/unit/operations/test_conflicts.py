"""What people left open is listed with who, when and where, and settled by those who may."""

from dataclasses import replace

import pytest

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import ConflictKind
from inspector.operations.conflicts import (
    count_conflicts,
    list_conflicts,
    name_links,
    settle_conflict,
    settle_deleted,
    settle_many,
)
from inspector.operations.defects import edit_defect, show_defect
from inspector.operations.history import TOPICS, undo
from inspector.operations.projects import PartyDraft, edit_party, list_parties
from inspector.store.schema import TABLES
from tests.kit.builders import make_party
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


@pytest.mark.parametrize(
    ("field", "values", "written"),
    [
        ("severity", ("critical", "major"), "terrible"),
        ("due_on", ("2026-12-01", "2026-12-05"), "in March"),
        ("text", ("李工的描述", "张工的描述"), "  "),
    ],
)
def test_a_value_that_the_field_cannot_hold_is_refused(crossed, field, values, written):
    crossed.differ(field=field, laptop=values[0], other=values[1])
    crossed.gather()
    conflict = crossed.open_one()
    with pytest.raises(InspectorError):
        settle_conflict(crossed.office, conflict, written)
    assert crossed.open_one() == conflict


def test_another_value_is_written_as_the_field_spells_it(crossed):
    crossed.differ()
    crossed.gather()
    settle_conflict(crossed.office, crossed.open_one(), " 两处合写\x00 ")
    assert text_at(crossed.office, crossed) == "两处合写"


PHONES = ("13800000001", "13900000002")


@pytest.fixture
def phones(crossed):
    """A contact whose phone two laptops changed; the office was given the numbers themselves."""
    party = make_party(crossed.office, crossed.project, phone="13700000000")
    draft = PartyDraft(role=party.role, unit=party.unit, representative=party.representative)
    for laptop, phone in zip((crossed.laptop, crossed.other), PHONES, strict=True):
        crossed.pass_on(crossed.office, laptop)
        crossed.clock.tick()
        edit_party(laptop, party.id, replace(draft, phone=phone))
    crossed.gather()
    for laptop in (crossed.laptop, crossed.other):
        with laptop.read() as office:
            blobs = office.peers.private_values([crossed.project.id])
        with crossed.office.act() as writing:
            writing.office.peers.keep_private(blobs)
    return party


def journal_text(workspace):
    with workspace.read() as office:
        return str(office.db.execute("SELECT group_concat(val) FROM sync_op").fetchone())


def test_a_personal_value_that_is_chosen_stays_out_of_the_journal(crossed, phones):
    conflict = crossed.open_one()
    assert {one.value for one in conflict.values} == set(PHONES)
    other = conflict.values[1]
    settle_conflict(crossed.office, conflict, other)
    (party,) = list_parties(crossed.office, crossed.project.id)
    assert party.phone == other.value
    assert other.value not in journal_text(crossed.office)


def test_a_personal_value_that_is_written_stays_out_of_the_journal(crossed, phones):
    settle_conflict(crossed.office, crossed.open_one(), "13600000003")
    (party,) = list_parties(crossed.office, crossed.project.id)
    assert party.phone == "13600000003"
    assert party.phone not in journal_text(crossed.office)


def test_a_personal_value_that_is_not_here_can_be_chosen_too(crossed, phones):
    with crossed.office.act() as writing:
        writing.office.db.execute("DELETE FROM private_value")
    conflict = crossed.open_one()
    assert all(one.is_withheld and one.value is None for one in conflict.values)
    settle_conflict(crossed.office, conflict, conflict.values[1])
    with crossed.office.read() as office:
        stored = office.rows("party").stored(phones.id, "phone")
    assert stored is not None
    assert count_conflicts(crossed.office) == 0


def test_projects_and_linked_records_are_named(crossed):
    first, second = (make_party(crossed.office, crossed.project, unit) for unit in ("甲建", "乙建"))
    for laptop, party in ((crossed.laptop, first), (crossed.other, second)):
        crossed.pass_on(crossed.office, laptop)
        crossed.clock.tick()
        edit_defect(laptop, crossed.defect.id, party_id=party.id)
    crossed.gather()
    names = name_links(crossed.office, list_conflicts(crossed.office))
    assert "甲建" in names[first.id]
    assert "乙建" in names[second.id]
    assert crossed.project.name in names[crossed.project.id]
