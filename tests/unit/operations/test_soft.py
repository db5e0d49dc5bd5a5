"""What came together without conflict but wants a look is a view: nothing waits for it."""

import pytest

from inspector.core.soft import Change, Sight, SoftKind, unaware
from inspector.operations.conflicts import count_conflicts
from inspector.operations.defects import edit_defect, list_defects
from inspector.operations.projects import remove_party
from inspector.operations.soft import list_soft_conflicts
from inspector.operations.unsettled import unsettled_over
from inspector.store.rows import Rows
from inspector.words.conflicts import soft_sentence
from tests.kit.builders import make_defect, make_party, make_place
from tests.kit.commands import command, command_data
from tests.kit.crossed import crossing


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


@pytest.fixture
def office(crossed):
    return crossed.office


def edit(crossed, name, **fields):
    crossed.clock.tick()
    edit_defect(getattr(crossed, name), crossed.defect.id, **fields)
    crossed.clock.tick()


def found(workspace, kind):
    return [one for one in list_soft_conflicts(workspace) if one.kind is kind]


def said(soft):
    return {(one.person, one.column, one.value) for one in soft.values}


# -- different fields ------------------------------------------------------------------------------


def test_changes_of_different_fields_are_shown_where_they_meet(crossed, office):
    edit(crossed, "laptop", text="李工说的")
    edit(crossed, "other", demand="张工要求")
    crossed.gather()
    (soft,) = found(office, SoftKind.FIELDS)
    assert said(soft) == {("李工", "text", "李工说的"), ("张工", "demand", "张工要求")}
    assert (soft.row, soft.table, count_conflicts(office)) == (crossed.defect.id, "defect", 0)
    assert "李工说的" in soft_sentence(soft)


def test_own_work_that_meets_anothers_is_shown_too(crossed, office):
    edit(crossed, "office", text="王工说的")
    edit(crossed, "laptop", demand="李工要求")
    crossed.pass_on(crossed.laptop, office)
    (soft,) = found(office, SoftKind.FIELDS)
    assert {one.person for one in soft.values} == {"王工", "李工"}


def test_it_goes_when_one_of_them_has_seen_the_other(crossed, office):
    edit(crossed, "laptop", text="李工说的")
    edit(crossed, "other", demand="张工要求")
    crossed.gather()
    crossed.pass_on(office, crossed.laptop)
    assert found(office, SoftKind.FIELDS)
    crossed.pass_on(crossed.laptop, office)
    assert found(office, SoftKind.FIELDS) == []


def test_work_after_having_seen_is_none(crossed, office):
    edit(crossed, "laptop", text="李工说的")
    crossed.pass_on(crossed.laptop, office)
    edit(crossed, "office", demand="王工看过再要求")
    assert found(office, SoftKind.FIELDS) == []


def test_the_same_field_is_a_conflict_and_not_this(crossed, office):
    crossed.differ()
    crossed.gather()
    assert (found(office, SoftKind.FIELDS), count_conflicts(office)) == ([], 1)


def test_who_never_said_what_they_have_is_not_accused():
    one = Change(1, "text", "a", 1, 10, 20)
    other = Change(2, "demand", "b", 2, 10, 20)
    nothing, both = frozenset(), frozenset({1, 2})
    assert unaware([one, other], Sight("x", {"a": nothing})) == []
    assert unaware([one, other], Sight("x", {"a": nothing, "b": nothing})) == [one, other]
    assert unaware([one, other], Sight("x", {"a": both, "b": nothing})) == []


# -- what was deleted elsewhere --------------------------------------------------------------------


def test_a_record_that_names_what_another_deleted_is_shown(crossed, office):
    party = make_party(office, crossed.project)
    crossed.pass_on(office, crossed.laptop)
    edit(crossed, "laptop", party_id=party.id)
    remove_party(office, party.id)
    crossed.pass_on(crossed.laptop, office)
    (soft,) = found(office, SoftKind.ORPHAN)
    assert (soft.row, soft.column, soft.others) == (crossed.defect.id, "party_id", (party.id,))
    assert "已在另一台电脑上删除" in soft_sentence(soft)


def test_what_one_laptop_did_alone_is_its_own_affair(crossed, office):
    party = make_party(office, crossed.project)
    edit(crossed, "office", party_id=party.id)
    remove_party(office, party.id)
    assert found(office, SoftKind.ORPHAN) == []


# -- numbers ---------------------------------------------------------------------------------------


def test_a_number_that_two_bear_is_shown_on_both(crossed, office):
    twin = make_defect(office, crossed.project, crossed.place)
    assert found(office, SoftKind.NUMBER) == []
    with office.act() as writing:
        Rows(writing.office.db, "defect").set_columns(twin.id, {"number": crossed.defect.number})
    both = found(office, SoftKind.NUMBER)
    assert {one.row: one.others for one in both} == {
        twin.id: (crossed.defect.id,),
        crossed.defect.id: (twin.id,),
    }
    assert crossed.defect.number in soft_sentence(both[0])
    lines = list_defects(office, crossed.project.id)
    assert [line.bearers for line in lines] == [2, 2]


def test_places_share_codes_only_under_one_parent(crossed, office):
    make_place(office, crossed.project, "1", parent_id=crossed.place.id)
    other = make_place(crossed.laptop, crossed.project, "13")
    make_place(crossed.laptop, crossed.project, "1", parent_id=other.id)
    crossed.pass_on(crossed.laptop, office)
    assert found(office, SoftKind.NUMBER) == []
    make_place(crossed.other, crossed.project, "13")
    crossed.pass_on(crossed.other, office)
    assert {one.number for one in found(office, SoftKind.NUMBER)} == {"13"}


# -- a view ----------------------------------------------------------------------------------------


def test_nothing_waits_for_it(crossed, office):
    edit(crossed, "laptop", text="李工说的")
    edit(crossed, "other", demand="张工要求")
    crossed.gather()
    assert found(office, SoftKind.FIELDS)
    with office.read() as read:
        unsettled = unsettled_over(read, crossed.project.id)
    assert (unsettled.conflicts, unsettled.waiting, unsettled.missing) == ((), 0, ())


def test_the_command_lists_them_apart(crossed, office):
    edit(crossed, "laptop", text="李工说的")
    edit(crossed, "other", demand="张工要求")
    crossed.gather()
    office.close()
    given = ("--workspace", office.folder)
    assert command_data("sync", "conflicts", *given) == []
    (told,) = command_data("sync", "conflicts", "--soft", *given)
    assert (told["code"], told["id"]) == ("fields", crossed.defect.id)
    assert {one["field"] for one in told["values"]} == {"text", "demand"}
    assert "两台电脑同时改了" in command("sync", "conflicts", "--soft", *given).out
