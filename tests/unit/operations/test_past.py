"""A record as it was on a day, and giving a field a value that it once had."""

from datetime import timedelta

import pytest

from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.restoring import is_restorable
from inspector.operations.conflicts import list_conflicts, settle_conflict
from inspector.operations.defects import MoveDraft, edit_defect, move_defect, show_defect
from inspector.operations.erasing import erase_personal_value
from inspector.operations.history import history_of, undo
from inspector.operations.past import record_as_of, restore_as_of, restore_written
from inspector.operations.projects import PartyDraft, edit_party, list_parties, remove_party
from inspector.store.content import table_rows
from inspector.store.schema import TABLES
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.commands import command, command_data
from tests.kit.crossed import crossing
from tests.kit.exchanging import assert_sound, hand_over, laptops


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


@pytest.fixture
def workspace(crossed):
    return crossed.office


@pytest.fixture
def defect(crossed):
    return crossed.defect


def as_of(workspace, record, at_ms):
    """Give the fields of a record as it was, without those that said nothing."""
    found = [one for one in record_as_of(workspace, record.id, at_ms) if one.id == record.id]
    return {name: value for one in found for name, value in one.fields.items() if value}


def refusal(work, *given):
    with pytest.raises(InspectorError) as caught:
        work(*given)
    return caught.value.problem


# -- as it was -------------------------------------------------------------------------------------


def test_each_moment_shows_what_was_written_by_then(crossed, workspace, defect):
    moments = {}
    for text in "甲乙丙":
        crossed.clock.tick(timedelta(days=1))
        edit_defect(workspace, defect.id, text=text)
        moments[crossed.clock.ms] = text
    for sealed in (False, True):
        assert [as_of(workspace, defect, ms)["text"] for ms in moments] == list(moments.values())
        assert as_of(workspace, defect, min(moments) - 1)["text"] == defect.text
        assert record_as_of(workspace, defect.id, 0) == ()
        if not sealed:
            workspace.seal()


def test_what_a_package_brought_later_counts_from_when_it_was_written(crossed, workspace, defect):
    crossed.clock.tick(timedelta(days=1))
    edit_defect(crossed.laptop, defect.id, text="李工说的")
    written = crossed.clock.ms
    crossed.clock.tick(timedelta(days=9))
    assert as_of(workspace, defect, written)["text"] == defect.text
    crossed.pass_on(crossed.laptop, workspace)
    assert as_of(workspace, defect, written)["text"] == "李工说的"


def test_in_a_conflict_it_shows_what_was_shown(crossed, workspace, defect):
    crossed.differ()
    crossed.gather()
    then = crossed.clock.ms
    shown = show_defect(workspace, defect.id).defect.text
    crossed.clock.tick(timedelta(days=1))
    settle_conflict(workspace, list_conflicts(workspace)[0], "督导写的")
    assert as_of(workspace, defect, then)["text"] == shown
    assert as_of(workspace, defect, crossed.clock.ms)["text"] == "督导写的"


def test_what_hangs_on_it_is_shown_as_it_was_too(crossed, workspace, defect):
    before = crossed.clock.ms
    crossed.clock.tick(timedelta(days=1))
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="重复"))
    steps = [
        [one.fields["step"] for one in found if one.table == "defect_event"]
        for found in (
            record_as_of(workspace, defect.id, before),
            record_as_of(workspace, defect.id, crossed.clock.ms),
        )
    ]
    assert [len(found) for found in steps] == [1, 2]


def test_a_deleted_record_is_shown_as_it_was(crossed, workspace):
    party = make_party(workspace, crossed.project)
    there = crossed.clock.ms
    crossed.clock.tick(timedelta(days=1))
    remove_party(workspace, party.id)
    (then,) = record_as_of(workspace, party.id, there)
    (now,) = record_as_of(workspace, party.id, crossed.clock.ms)
    assert (then.is_deleted, now.is_deleted) == (False, True)
    assert then.fields == now.fields


def test_the_present_is_the_last_moment(crossed, workspace):
    """Whatever was written on all records: as of now they are as the tables have them."""
    crossed.differ()
    crossed.gather()
    with workspace.read() as office:
        rows = {table.name: table_rows(office.db, table.name) for table in TABLES}
    checked = 0
    for table in TABLES:
        for row_id in rows[table.name]:
            found = record_as_of(workspace, row_id, crossed.clock.ms)
            shown = next(one for one in found if one.id == row_id)
            with workspace.read() as office:
                for name in set(shown.fields) - table.personal:
                    assert shown.fields[name] == office.rows(table.name).stored(row_id, name)
                    checked += 1
    assert checked > 50


def test_an_erased_value_is_not_shown_but_marked(crossed, workspace):
    party = make_party(workspace, crossed.project, phone="13800000000")
    assert as_of(workspace, party, crossed.clock.ms)["phone"] == "13800000000"
    erase_personal_value(workspace, party.id, "phone", "号码有误")
    (past,) = record_as_of(workspace, party.id, crossed.clock.ms)
    assert (past.fields["phone"], past.withheld) == (None, frozenset({"phone"}))


# -- giving a value back ---------------------------------------------------------------------------


def test_a_value_comes_back_by_an_entry_of_its_own(crossed, workspace, defect):
    then = crossed.clock.ms
    crossed.clock.tick(timedelta(days=1))
    edit_defect(workspace, defect.id, text="改错了", severity="critical")
    done = restore_as_of(workspace, defect.id, "text", then)
    shown = show_defect(workspace, defect.id).defect
    assert (shown.text, shown.severity) == (defect.text, "critical")
    assert (done.value.before, done.value.after) == ("改错了", defect.text)
    line = history_of(workspace, defect.id)[-1]
    assert (line.before, line.after, line.person) == ("改错了", defect.text, "王工")
    undo(workspace, done.act)
    assert show_defect(workspace, defect.id).defect.text == "改错了"
    crossed.pass_on(workspace, crossed.laptop)
    crossed.pass_on(crossed.laptop, workspace)
    assert_sound(workspace)


def test_the_value_that_lost_can_be_taken_from_the_history(crossed, workspace, defect):
    crossed.differ()
    crossed.gather()
    settle_conflict(workspace, list_conflicts(workspace)[0], "李工的描述")
    lost = next(one for one in history_of(workspace, defect.id) if one.after == "张工的描述")
    restore_written(workspace, defect.id, "text", lost.opid)
    assert show_defect(workspace, defect.id).defect.text == "张工的描述"
    first = history_of(workspace, defect.id)[0]
    restore_written(workspace, defect.id, "text", first.opid)
    assert show_defect(workspace, defect.id).defect.text == defect.text


def test_a_deleted_record_comes_back(crossed, workspace):
    party = make_party(workspace, crossed.project)
    there = crossed.clock.ms
    crossed.clock.tick()
    edit_party(workspace, party.id, PartyDraft(role=party.role, unit="另一家"))
    remove_party(workspace, party.id)
    assert refusal(restore_as_of, workspace, party.id, "unit", there) is Problem.RECORD_DELETED
    restore_as_of(workspace, party.id, "deleted", there)
    assert [one.unit for one in list_parties(workspace, crossed.project.id)] == ["另一家"]
    restore_as_of(workspace, party.id, "unit", there)
    assert [one.unit for one in list_parties(workspace, crossed.project.id)] == [party.unit]


def test_what_cannot_come_back_is_refused(crossed, workspace, defect):
    now = crossed.clock.ms
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="重复"))
    given = workspace, defect.id
    assert refusal(restore_as_of, *given, "state", now) is Problem.VALUE_FIXED
    assert refusal(restore_as_of, *given, "number", now) is Problem.VALUE_FIXED
    assert refusal(restore_as_of, *given, "text", now) is Problem.VALUE_STANDS
    assert refusal(restore_as_of, *given, "colour", now) is Problem.FIELD_UNKNOWN
    assert refusal(restore_as_of, *given, "text", 0) is Problem.RECORD_NOT_YET
    assert refusal(restore_written, *given, "text", 7) is Problem.RECORD_MISSING
    event = next(one for one in history_of(*given) if one.table == "defect_event")
    assert (
        refusal(restore_written, workspace, event.record_id, "reason", event.opid)
        is Problem.VALUE_FIXED
    )


def test_an_erased_value_never_comes_back(crossed, workspace):
    party = make_party(workspace, crossed.project, phone="13800000000")
    then = crossed.clock.ms
    edit_party(workspace, party.id, PartyDraft(role=party.role, unit=party.unit, phone="139"))
    erase_personal_value(workspace, party.id, "phone", "号码有误")
    crossed.clock.tick()
    edit_party(workspace, party.id, PartyDraft(role=party.role, unit=party.unit, phone="137"))
    assert refusal(restore_as_of, workspace, party.id, "phone", then) is Problem.VALUE_ABSENT


def test_a_link_to_a_record_that_is_gone_does_not_come_back(crossed, workspace, defect):
    party = make_party(workspace, crossed.project)
    edit_defect(workspace, defect.id, party_id=party.id)
    linked = crossed.clock.ms
    crossed.clock.tick()
    edit_defect(workspace, defect.id, party_id=make_party(workspace, crossed.project, "乙").id)
    remove_party(workspace, party.id)
    assert refusal(restore_as_of, workspace, defect.id, "party_id", linked) is Problem.LINK_MISSING


def test_every_field_that_can_come_back_exists():
    ledgers = {"defect_event", "notice_row", "report", "erasure", "mandate", "mandate_end"}
    ledgers |= {"gate_record", "reply", "signature", "disclosure", "disclosure_row"}
    ledgers |= {"photo_mask", "photo_review", "public_copy"}
    for table in TABLES:
        can = {name for name in table.column_names if is_restorable(table.name, name)}
        assert bool(can) == (
            table.name
            not in ledgers
            | {
                "device",
                "checklist_pack",
                "notice",
                "photo_link",
                "sealed_bundle",
            }
        ), table.name


# -- which package brought it ----------------------------------------------------------------------


def test_a_line_names_the_package_that_brought_it(tmp_path):
    with laptops(tmp_path, "甲", "乙") as (giver, taker):
        project = make_project(giver)
        defect = make_defect(giver, project, make_place(giver, project))
        (receipt,) = hand_over(giver, taker)
        edit_defect(taker, defect.id, text="乙改的")
        lines = history_of(taker, defect.id)
        assert {line.origin.package for line in lines[:-1]} == {receipt.id}
        assert (lines[0].origin.name, lines[0].origin.sender) == (receipt.name, receipt.sender_name)
        assert lines[-1].origin is None
        assert lines[0].device == giver.device().code
        assert {line.origin for line in history_of(giver, defect.id)} == {None}


# -- on the command line ---------------------------------------------------------------------------


def test_the_command_shows_the_past_and_restores(tmp_path, clock):
    def run(*words):
        return command_data(*words, "--workspace", tmp_path, clock=clock)

    run("workspace", "create", "--person", "李工", "--unit", "区住建局")
    run("project", "create", "--code", "JF2", "--name", "解放二村")
    run("place", "add", "--project", "JF2", "--kind", "building", "--code", "1", "--name", "1幢")
    made = run("defect", "add", "--project", "JF2", "--place", "1", "--text", "裂缝")
    number, day = made["code"], clock().date().isoformat()
    clock.tick(timedelta(days=2))
    run("defect", "edit", number, "--set", "text=改错的")
    past = run("history", number, "--at", day)["records"]
    assert past[0]["fields"]["text"] == "裂缝"
    assert run("history", number, "--at", "2001-01-01")["records"] == []
    done = run("history", number, "--restore", "text", "--at", day)
    assert (done["before"], done["after"]) == ("改错的", "裂缝")
    wrong = next(line for line in run("history", made["id"]) if line["after"] == "改错的")
    assert (wrong["package"], wrong["settles"]) == (None, False)
    run("history", number, "--restore", "text", "--entry", wrong["entry"])
    assert run("history", number)[-1]["after"] == "改错的"
    ended = command("history", number, "--restore", "text", "--workspace", tmp_path)
    assert ended.code == 2
