"""Every schema that was released still opens, becomes the newest one, and loses no row."""

import json
import shutil

import pytest

from inspector.store import database, engine, migrations
from inspector.store.content import content_hash
from inspector.store.database import DATABASE_NAME, Database, reading
from inspector.store.migrations import KNOWN, MIGRATIONS, SCHEMA_VERSION
from inspector.store.schema import BY_NAME, TABLES, create_table_sql
from tests.kit.builders import make_workspace, reopen
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.processes import ROOT
from tests.kit.schemas import schema_text

DATA = ROOT / "tests" / "data"
KEPT = sorted((DATA / "databases").glob("*.db"))
AGAIN = "the schema changed: a new migration, or before a release `python tools/keep_database.py`"


def test_a_database_of_every_schema_is_kept():
    assert [file.stem for file in KEPT] == [f"{n:03d}" for n in range(1, SCHEMA_VERSION + 1)]


def test_the_list_of_known_migrations_is_that_of_the_set():
    assert tuple(one.name for one in MIGRATIONS._migrations) == KNOWN


def test_a_fresh_schema_is_the_one_on_the_page(workspace):
    with workspace.read() as office:
        assert schema_text(office.db) == (DATA / "schema.sql").read_text(encoding="utf-8"), AGAIN


@pytest.fixture(params=KEPT, ids=lambda file: file.stem)
def kept(request, tmp_path):
    """Give the folder of a workspace with a database of an older schema, and what it held."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    shutil.copy(request.param, folder / DATABASE_NAME)
    held = json.loads(request.param.with_suffix(".json").read_text(encoding="utf-8"))
    return tmp_path, held


def test_a_kept_database_becomes_the_newest_schema(kept):
    folder, _held = kept
    workspace = reopen(folder)
    with workspace.read() as office:
        assert schema_text(office.db) == (DATA / "schema.sql").read_text(encoding="utf-8"), AGAIN
    workspace.close()


def test_a_kept_database_loses_no_row_and_no_history(kept):
    folder, held = kept
    workspace = reopen(folder)
    with workspace.read() as office:
        for table, ids in held["rows"].items():
            sql = f"SELECT id FROM {table} ORDER BY id"  # noqa: S608 - our own tables
            assert [row_id for (row_id,) in office.db.execute(sql)] == ids
        if len(KNOWN) == 1:
            assert content_hash(office.db) == held["content_hash"]
    assert_journal_explains_tables(workspace)
    workspace.close()


def test_a_kept_database_can_be_written_on(kept):
    folder, _held = kept
    workspace = reopen(folder)
    with workspace.read() as office:
        project = office.projects.all()[0]
    with workspace.act() as writing:
        writing.office.db.table("project").update(project.id, {"name": "新"})
    workspace.seal()
    assert_journal_explains_tables(workspace)
    workspace.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_replicated_table_holds_nothing_that_could_break_a_merge(table):
    """No UNIQUE but the key, no CHECK, STRICT, FOREIGN KEY; NOT NULL on three columns only."""
    sql = " ".join(create_table_sql(table)).upper()
    for word in ("UNIQUE", "CHECK", "STRICT", "REFERENCES", "FOREIGN", "BLOB", "REAL"):
        assert f" {word} " not in sql.replace("(", " ").replace(")", " ")
    assert sql.count("NOT NULL") == 3
    assert BY_NAME[table.name] is table


@pytest.fixture
def second_migration(monkeypatch):
    """Add a migration that comes after the newest one."""
    set_of_two = migrations.Migrations("inspector")
    set_of_two._migrations = list(MIGRATIONS._migrations)
    steps = []

    @set_of_two(name="999_more")
    def more(db):
        db.execute("CREATE TABLE more(a)")
        for step in steps:
            step()

    monkeypatch.setattr(migrations, "MIGRATIONS", set_of_two)
    monkeypatch.setattr(migrations, "KNOWN", (*KNOWN, "999_more"))
    for module in (migrations, database):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    return steps


@pytest.fixture
def old(tmp_path):
    make_workspace(tmp_path).close()
    return tmp_path / "workspace"


def test_a_database_is_copied_before_it_is_migrated(old, second_migration):
    Database(old, lambda: 1).open()
    copy = old / "backups" / f"before-schema-{SCHEMA_VERSION + 1}.db"
    connection = engine.connect_reader(copy)
    version = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert version == (SCHEMA_VERSION,)


def test_a_migration_that_fails_leaves_the_old_schema_and_can_be_done_again(old, second_migration):
    def fail():
        raise RuntimeError("power")

    second_migration.append(fail)
    with pytest.raises(RuntimeError, match="power"):
        Database(old, lambda: 1).open()
    with reading(old) as office:
        names = {name for (name,) in office.db.execute("SELECT name FROM sqlite_master")}
        assert "more" not in names
        assert office.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    second_migration.clear()
    again = Database(old, lambda: 1)
    again.open()
    with again.read() as office:
        assert office.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert office.db.execute("SELECT schema_version FROM sync_self").fetchone() == (
            SCHEMA_VERSION + 1,
        )
    again.close()


def test_an_older_program_refuses_what_a_newer_one_migrated(old, second_migration, monkeypatch):
    newer = Database(old, lambda: 1)
    newer.open()
    newer.close()
    monkeypatch.undo()
    with pytest.raises(database.InspectorError) as caught:
        Database(old, lambda: 1).open()
    assert caught.value.problem is database.Problem.DATABASE_NEWER
