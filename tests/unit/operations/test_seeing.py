"""A form that was open while a package came overwrites nothing that it never showed."""

from functools import partial

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.conflicts import count_conflicts, list_conflicts, settle_conflict
from inspector.operations.defects import edit_defect, show_defect
from inspector.operations.history import undo
from inspector.operations.inspecting import set_note, show_item
from inspector.operations.projects import PartyDraft, edit_party, list_parties
from inspector.operations.seeing import look_at
from tests.kit.builders import make_party, make_spot, make_visit
from tests.kit.crossed import crossing
from tests.kit.exchanging import assert_sound


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


@pytest.fixture
def office(crossed):
    return crossed.office


@pytest.fixture
def defect(crossed):
    return crossed.defect


def values_in(workspace):
    return [{one.value for one in conflict.values} for conflict in list_conflicts(workspace)]


def comes_from_the_laptop(crossed, **fields):
    crossed.clock.tick()
    edit_defect(crossed.laptop, crossed.defect.id, **fields)
    crossed.pass_on(crossed.laptop, crossed.office)
    crossed.clock.tick()


def save(workspace, defect, seen, **fields):
    return edit_defect(workspace.having_seen(seen), defect.id, **fields)


@pytest.mark.parametrize("is_sealed", [False, True])
def test_what_came_while_the_form_was_open_is_not_overwritten(crossed, office, defect, is_sealed):
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工说的")
    if is_sealed:
        office.seal()
    save(office, defect, seen, text="表单里写的")
    assert values_in(office) == [{"李工说的", "表单里写的"}]
    (conflict,) = list_conflicts(office)
    assert conflict.ancestor == defect.text
    assert_sound(office)
    crossed.pass_on(office, crossed.laptop)
    assert values_in(crossed.laptop) == values_in(office)


def test_a_form_that_showed_what_came_overwrites_it(crossed, office, defect):
    comes_from_the_laptop(crossed, text="李工说的")
    save(office, defect, look_at(office, defect.id), text="表单里写的")
    assert (values_in(office), show_defect(office, defect.id).defect.text) == ([], "表单里写的")
    assert_sound(office)


def test_without_an_import_nothing_is_in_dispute(crossed, office, defect):
    seen = look_at(office, defect.id)
    edit_defect(office, defect.id, text="另一处改的")
    save(office, defect, seen, text="表单里写的")
    assert (values_in(office), show_defect(office, defect.id).defect.text) == ([], "表单里写的")


def test_other_fields_than_those_that_came_are_written_plainly(crossed, office, defect):
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, severity="critical")
    save(office, defect, seen, text="表单里写的")
    assert values_in(office) == []
    shown = show_defect(office, defect.id).defect
    assert (shown.text, shown.severity) == ("表单里写的", "critical")


def test_own_work_on_what_came_is_not_what_the_form_showed(crossed, office, defect):
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工说的")
    edit_defect(office, defect.id, text="看过李工的再改")
    save(office, defect, seen, text="表单里写的")
    assert values_in(office) == [{"看过李工的再改", "表单里写的"}]
    assert_sound(office)


def test_a_field_that_was_changed_before_stands_on_what_it_showed(crossed, office, defect):
    edit_defect(office, defect.id, text="先前")
    crossed.pass_on(office, crossed.laptop)
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工说的")
    save(office, defect, seen, text="表单里写的")
    (conflict,) = list_conflicts(office)
    assert conflict.ancestor == "先前"


def test_in_a_conflict_the_form_answers_the_value_that_it_showed(crossed, office, defect):
    crossed.differ()
    crossed.gather()
    shown = show_defect(office, defect.id).defect.text
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工又改了")
    save(office, defect, seen, text="表单里写的")
    (values,) = values_in(office)
    assert {"李工又改了", "表单里写的"} <= values
    assert shown not in values or shown == "李工又改了"
    assert_sound(office)


def test_what_a_form_left_as_it_was_stays_as_it_came(crossed, office):
    """A form that saves whole records writes the fields that nobody touched as well."""
    party = make_party(office, crossed.project, phone="13800000000")
    crossed.pass_on(office, crossed.laptop)
    seen = look_at(office, party.id)
    crossed.clock.tick()
    facts = {"role": party.role, "representative": party.representative, "phone": None}
    edit_party(crossed.laptop, party.id, PartyDraft(unit="李工改的单位", **facts))
    crossed.pass_on(crossed.laptop, office)
    crossed.clock.tick()
    facts = {"role": party.role, "representative": "新经理", "phone": party.phone}
    edit_party(office.having_seen(seen), party.id, PartyDraft(unit=party.unit, **facts))
    (now,) = list_parties(office, crossed.project.id)
    assert (now.unit, now.representative, now.phone) == ("李工改的单位", "新经理", None)
    assert values_in(office) == []
    assert_sound(office)
    crossed.pass_on(office, crossed.laptop)
    crossed.pass_on(crossed.laptop, office)
    assert list_parties(crossed.laptop, crossed.project.id) == [now]


def test_the_dispute_is_settled_like_any_other(crossed, office, defect):
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工说的")
    save(office, defect, seen, text="表单里写的")
    settle_conflict(office, list_conflicts(office)[0], "李工说的")
    assert (count_conflicts(office), show_defect(office, defect.id).defect.text) == (0, "李工说的")


def test_the_act_is_taken_back(crossed, office, defect):
    seen = look_at(office, defect.id)
    comes_from_the_laptop(crossed, text="李工说的")
    done = save(office, defect, seen, text="表单里写的")
    assert show_defect(office, defect.id).defect.text == "表单里写的"
    undo(office, done.act)
    assert show_defect(office, defect.id).defect.text == defect.text
    assert values_in(office) == [{"李工说的", defect.text}]
    assert_sound(office)


def test_a_record_that_came_meanwhile_is_not_overwritten_unseen(crossed, office):
    visit = make_visit(office, crossed.project)
    spot = make_spot(office, crossed.project, crossed.place, visit, "RD-006")
    crossed.pass_on(office, crossed.laptop)
    answer = show_item(office, visit, spot).answer
    assert answer is None
    set_note(crossed.laptop, visit, spot, "李工的备注")
    seen = look_at(office, show_item(crossed.laptop, visit, spot).answer.id)
    crossed.pass_on(crossed.laptop, office)
    write = partial(set_note, office.having_seen(seen), visit, spot)
    with pytest.raises(InspectorError) as caught:
        write("没看过就写")
    assert caught.value.problem is Problem.CAME_MEANWHILE
    assert show_item(office, visit, spot).answer.note == "李工的备注"
