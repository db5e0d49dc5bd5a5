"""A write that bypasses the journal is refused by the database itself."""
# ruff: noqa: S608 - the SQL is made of the tables and clauses listed here

import pytest

from inspector.store import engine
from inspector.store.database import DATABASE_NAME
from inspector.store.migrations import trigger_differences
from inspector.store.rows import Rows
from inspector.store.schema import TABLES
from tests.kit.builders import make_place, make_project, random_id, reopen
from tests.kit.foreign import run_foreign
from tests.kit.journals import assert_journal_explains_tables, entries_of, put_row, sample_row

TABLE_NAMES = [table.name for table in TABLES]


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def place(workspace, project):
    return make_place(workspace, project)


def refusal(workspace, sql, values=()):
    """Run a statement through our own connection and give what the database said."""
    with pytest.raises(engine.DatabaseError) as caught, workspace.act() as writing:
        writing.office.db.execute(sql, list(values))
    return str(caught.value)


def foreign(workspace, *statements, **more):
    return run_foreign(workspace.folder / DATABASE_NAME, *statements, **more)


def test_a_project_without_an_open_segment_takes_no_record(workspace):
    row = sample_row("place", random_id(), "nowhere")
    with pytest.raises(engine.IntegrityError, match="no open segment"):
        put_row(workspace, "place", row)
    assert entries_of(workspace, row["id"]) == []


@pytest.mark.parametrize("column", ["id", "project_id"])
def test_identity_never_changes(workspace, place, column):
    said = refusal(workspace, f"UPDATE place SET {column} = 'x' WHERE id = ?", [place.id])
    assert "never change" in said


def test_nothing_is_ever_removed(workspace, place):
    assert "never removed" in refusal(workspace, "DELETE FROM place WHERE id = ?", [place.id])
    assert "never removed" in refusal(workspace, "DELETE FROM place")


def test_a_record_is_not_born_deleted(workspace, project):
    said = refusal(
        workspace,
        "INSERT INTO place(id, project_id, deleted) VALUES (?, ?, 1)",
        [random_id(), project.id],
    )
    assert "born deleted" in said


def test_the_guards_hold_without_the_row_that_tells_who_this_is(workspace, project, place):
    assert "never removed" in refusal(workspace, "DELETE FROM sync_self")
    foreign(
        workspace,
        "CREATE TABLE kept AS SELECT * FROM sync_self",
        "DROP TRIGGER sync_self_guard_delete",
        "DELETE FROM sync_self",
    )
    assert "never removed" in refusal(workspace, "DELETE FROM place WHERE id = ?", [place.id])
    insert = "INSERT INTO place(id, project_id) VALUES (?, ?)"
    assert "no entry" in refusal(workspace, insert, [random_id(), project.id])
    foreign(workspace, "INSERT INTO sync_self SELECT * FROM kept")


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE"])
def test_our_own_connection_cannot_replace_a_row(workspace, project, place, verb):
    said = refusal(
        workspace, f"{verb} INTO place(id, project_id) VALUES (?, ?)", [place.id, project.id]
    )
    assert "never removed" in said or "inserted before" in said


def test_sqlite_utils_cannot_replace_a_row(workspace, project, place):
    with pytest.raises(engine.IntegrityError), workspace.act() as writing:
        writing.office.db.table("place").insert(
            {"id": place.id, "project_id": project.id}, pk="id", replace=True
        )
    assert_journal_explains_tables(workspace)


def test_a_foreign_program_with_our_clock_and_no_recursive_triggers_cannot_replace_a_row(
    workspace, project, place
):
    sql = "INSERT OR REPLACE INTO place(id, project_id) VALUES (?, ?)"
    (said,) = foreign(workspace, (sql, [place.id, project.id]), brings_clock=True)
    assert "inserted before" in said
    with workspace.read() as office:
        assert office.places.get(place.id).name == place.name


@pytest.mark.parametrize("policy", ["OR IGNORE", "OR FAIL", "OR ROLLBACK", "OR REPLACE"])
def test_no_conflict_clause_silences_the_guards(workspace, place, policy):
    refusal(workspace, f"UPDATE {policy} place SET project_id = 'x' WHERE id = ?", [place.id])
    refusal(workspace, f"INSERT {policy} INTO place(id, project_id) VALUES ('y', 'nowhere')")
    assert_journal_explains_tables(workspace)


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_foreign_program_can_write_no_table(workspace, project, table):
    row = sample_row(table, random_id(), project.id)
    put_row(workspace, table, row)
    column = next(iter(row.keys() - {"id", "project_id"}))
    refused = foreign(
        workspace,
        (f"INSERT INTO {table}(id, project_id) VALUES ('new', ?)", [project.id]),
        (f"UPDATE {table} SET {column} = 'forged' WHERE id = ?", [row["id"]]),
        (f"DELETE FROM {table} WHERE id = ?", [row["id"]]),
    )
    assert all("inspector" in said for said in refused), refused
    assert_journal_explains_tables(workspace)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sync_op SET val = '\"forged\"'",
        "UPDATE sync_op SET at = 0",
        "UPDATE sync_op SET row = 'x'",
        "UPDATE sync_op SET prev = NULL, rank = 0",
        "UPDATE sync_op SET val = NULL",
        "DELETE FROM sync_op",
        "DELETE FROM sync_segment",
    ],
)
def test_an_open_journal_cannot_be_rewritten(workspace, place, sql):
    with workspace.act() as writing:
        Rows(writing.office.db, "place").set_columns(place.id, {"name": "改"})
    assert "inspector: the journal is never" in refusal(workspace, sql)
    (said,) = foreign(workspace, sql, brings_clock=True)
    assert "inspector: the journal is never" in said


@pytest.mark.parametrize(
    "change",
    [
        "hash = x'00'",
        "body = x'00'",
        "sig = x'00'",
        "prev = x'00'",
        "height = 9",
        "user_id = 'somebody else'",
        "device_key = x'00'",
        "replica = x'00'",
        "project_id = 'x'",
        "schema_version = 9",
        "n = 9",
        "t0 = 9",
        "t1 = 9",
    ],
)
def test_a_sealed_segment_cannot_be_rewritten(workspace, place, change):
    workspace.seal()
    sql = f"UPDATE sync_segment SET {change} WHERE hash IS NOT NULL"
    assert "a sealed segment never changes" in refusal(workspace, sql)


def test_a_dropped_or_changed_trigger_is_seen(workspace, place):
    refused = foreign(
        workspace,
        "DROP TRIGGER place_guard_delete",
        "DROP TRIGGER defect_journal_text",
        "CREATE TRIGGER defect_journal_text AFTER UPDATE OF text ON defect BEGIN SELECT 1; END",
        "CREATE TRIGGER spy AFTER INSERT ON photo BEGIN SELECT 1; END",
    )
    assert refused == [""] * 4
    with workspace.read() as office:
        assert trigger_differences(office.db) == [
            "defect_journal_text",
            "place_guard_delete",
            "spy",
        ]


def test_a_start_mends_our_triggers_and_says_so(tmp_path, workspace, place, caplog):
    workspace.close()
    foreign(workspace, "DROP TRIGGER place_guard_delete")
    again = reopen(tmp_path)
    assert "place_guard_delete" in caplog.text
    assert "never removed" in refusal(again, "DELETE FROM place")
    again.close()
    workspace.open()


def test_a_switched_off_journal_is_switched_on_with_the_next_act(workspace, project, caplog):
    foreign(workspace, "UPDATE sync_self SET applying = 1")
    with workspace.read() as office:
        assert office.journal.is_suspended()
    row = sample_row("place", random_id(), project.id)
    put_row(workspace, "place", row)
    assert len(entries_of(workspace, row["id"])) == 1
    assert "switched off" in caplog.text
