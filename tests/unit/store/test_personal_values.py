"""Personal values never enter the journal, and can be erased while every hash stays."""

import hashlib
import re

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.segments import unpacked
from inspector.operations.erasing import erase_personal_value
from inspector.operations.history import history_of, undo
from inspector.operations.projects import PartyDraft, edit_party
from inspector.store.content import content_hash
from inspector.store.database import DATABASE_NAME
from inspector.store.schema import TABLES
from tests.kit.builders import make_party, make_project
from tests.kit.journals import assert_journal_explains_tables, put_row, sample_row

PHONE = "13800138000"
OTHER = "13911112222"


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def party(workspace, project):
    return make_party(workspace, project, phone=PHONE)


def phone_of(workspace, party):
    with workspace.read() as office:
        return office.parties.get(party.id).phone


def set_phone(workspace, party, phone):
    draft = PartyDraft(role=party.role, unit=party.unit, representative="王经理", phone=phone)
    return edit_party(workspace, party.id, draft).act


def column_of(workspace, party):
    with workspace.read() as office:
        sql = "SELECT phone FROM party WHERE id = ?"
        return office.db.execute(sql, [party.id]).fetchone()[0]


def everything_but_private_values(workspace):
    """Dump every table, with segment bodies unpacked, as one text."""
    with workspace.read() as office:
        names = [
            name
            for (name,) in office.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name != "private_value"
        ]
        text = [
            repr(row)
            for name in names
            for row in office.db.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - our tables
        ]
        text += [unpacked(kept.body).decode() for kept in office.journal.sealed()]
    return "\n".join(text)


def bytes_on_disk(workspace):
    files = sorted(workspace.folder.glob(f"{DATABASE_NAME}*"))
    return b"".join(file.read_bytes() for file in files)


def test_the_value_reads_back_and_the_column_holds_a_hash(workspace, party):
    assert phone_of(workspace, party) == PHONE
    assert re.fullmatch(r"[0-9a-f]{64}", column_of(workspace, party))
    assert column_of(workspace, party) != hashlib.sha256(PHONE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("table", "column"), [(t.name, c) for t in TABLES for c in sorted(t.personal)]
)
def test_no_operation_body_or_column_holds_a_personal_value(workspace, project, table, column):
    row = sample_row(table, "row-1", project.id)
    for value in (PHONE, OTHER):
        put_row(workspace, table, {**row, column: value})
    workspace.seal()
    put_row(workspace, table, {**row, column: "13733334444"})
    dumped = everything_but_private_values(workspace)
    assert not [value for value in (PHONE, OTHER, "13733334444") if value in dumped]
    assert_journal_explains_tables(workspace)


def test_equal_numbers_of_two_parties_have_different_hashes(workspace, project, party):
    other = make_party(workspace, project, "监理公司", phone=PHONE)
    assert column_of(workspace, other) != column_of(workspace, party)


def test_a_change_can_be_taken_back_and_done_again(workspace, party):
    changed = set_phone(workspace, party, OTHER)
    back = undo(workspace, changed).act
    assert phone_of(workspace, party) == PHONE
    undo(workspace, back)
    assert phone_of(workspace, party) == OTHER


def test_the_same_value_again_has_the_same_hash(workspace, party):
    before = column_of(workspace, party)
    set_phone(workspace, party, OTHER)
    set_phone(workspace, party, PHONE)
    assert column_of(workspace, party) == before


def test_the_history_shows_what_is_kept_here(workspace, party):
    set_phone(workspace, party, OTHER)
    first, second = history_of(workspace, party.id)
    assert first.after["phone"] == PHONE
    assert (second.before, second.after) == (PHONE, OTHER)
    assert not first.is_withheld


def test_an_erased_value_is_gone_from_the_disk_while_every_hash_stays(workspace, party):
    set_phone(workspace, party, OTHER)
    workspace.seal()
    with workspace.read() as office:
        hashed = column_of(workspace, party)
        before = [kept.hash for kept in office.journal.sealed()]
    assert PHONE.encode() in bytes_on_disk(workspace)
    erase_personal_value(workspace, party.id, "phone", "本人要求")
    assert phone_of(workspace, party) is None
    assert column_of(workspace, party) == hashed
    assert_journal_explains_tables(workspace)
    with workspace.read() as office:
        assert [kept.hash for kept in office.journal.sealed()][: len(before)] == before
    left = bytes_on_disk(workspace)
    assert PHONE.encode() not in left
    assert OTHER.encode() not in left


def test_an_erasure_is_on_record_with_who_and_why(workspace, party, clock):
    erase_personal_value(workspace, party.id, "phone", "本人要求")
    with workspace.read() as office:
        (row,) = office.db.query("SELECT * FROM erasure")
    assert (row["row_id"], row["column_name"], row["reason"]) == (party.id, "phone", "本人要求")
    assert (row["by_id"], row["at_ms"]) == (workspace.person().id, clock.ms)
    assert history_of(workspace, party.id)[0].is_withheld


def test_an_erasure_needs_a_reason_and_a_personal_field(workspace, party):
    with pytest.raises(InspectorError) as caught:
        erase_personal_value(workspace, party.id, "phone", "  ")
    assert caught.value.problem is Problem.REASON_NEEDED
    with pytest.raises(InspectorError) as caught:
        erase_personal_value(workspace, party.id, "unit", "本人要求")
    assert caught.value.problem is Problem.FIELD_UNKNOWN
    assert phone_of(workspace, party) == PHONE


def test_nothing_brings_an_erased_value_back(workspace, party):
    changed = set_phone(workspace, party, OTHER)
    erase_personal_value(workspace, party.id, "phone", "本人要求")
    undo(workspace, changed)
    assert phone_of(workspace, party) is None


def test_the_content_hash_does_not_depend_on_what_was_erased(workspace, party):
    with workspace.read() as office:
        rows = office.db.execute("SELECT * FROM party").fetchall()
    erase_personal_value(workspace, party.id, "phone", "本人要求")
    with workspace.read() as office:
        assert office.db.execute("SELECT * FROM party").fetchall() == rows
        assert content_hash(office.db)
