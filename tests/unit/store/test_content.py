"""The content hash: equal data give equal hashes on any machine, any change another one."""

import random

import pytest

from inspector.operations.workspace import change_person
from inspector.store.content import content_hash, row_counts
from inspector.store.rows import Rows
from inspector.store.schema import TABLES
from inspector.sync.segments import seal_all
from tests.kit.builders import make_project, make_workspace, random_id
from tests.kit.journals import put_row, sample_row

PROJECT = "0197b0d0-0000-7000-8000-000000000001"
PLAIN_TABLES = [table for table in TABLES if not table.personal]
ROWS = [
    (table.name, sample_row(table.name, random_id(), PROJECT, mark))
    for table in PLAIN_TABLES
    for mark in "甲乙"
]


def hash_of(workspace):
    with workspace.read() as office:
        return content_hash(office.db)


@pytest.fixture
def two_laptops(tmp_path):
    """Give two workspaces that differ in nothing but who made them: their own rows taken out."""
    made = [make_workspace(tmp_path / name) for name in ("a", "b")]
    same = sample_row("person", random_id(), "org")
    for workspace in made:
        with workspace.act() as writing:
            writing.office.journal.open_project(PROJECT)
            db = writing.office.db
            db.execute("UPDATE sync_self SET applying = 1")
            for table in TABLES:
                db.execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own tables
            db.execute("UPDATE sync_self SET applying = 0")
            Rows(db, "person").put(same)
    yield made
    for workspace in made:
        workspace.close()


def test_equal_data_written_in_another_order_have_an_equal_hash(two_laptops):
    here, there = two_laptops
    assert hash_of(here) == hash_of(there)
    for table, row in ROWS:
        put_row(here, table, row)
    shuffled = random.Random(5).sample(ROWS, len(ROWS))  # noqa: S311 - an order, not a secret
    for table, row in shuffled:
        put_row(there, table, {**row, next(iter(row.keys() - {"id", "project_id"})): None})
        change_of_the_journal_only(there)
        put_row(there, table, row)
    assert hash_of(here) == hash_of(there)


def change_of_the_journal_only(workspace):
    with workspace.act() as writing:
        seal_all(writing.office, workspace.key())


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_any_change_gives_another_hash(workspace, table):
    project = make_project(workspace)
    row = sample_row(table, random_id(), project.id)
    seen = {hash_of(workspace)}
    put_row(workspace, table, row)
    seen.add(hash_of(workspace))
    column = next(iter(row.keys() - {"id", "project_id"}))
    put_row(workspace, table, {**row, column: None})
    seen.add(hash_of(workspace))
    with workspace.act() as writing:
        Rows(writing.office.db, table).delete(row["id"])
    seen.add(hash_of(workspace))
    assert len(seen) == 4


def test_sealing_and_drafts_do_not_change_the_hash(workspace):
    make_project(workspace)
    before = hash_of(workspace)
    workspace.seal()
    workspace.drafts.keep("key", "text", 1)
    assert hash_of(workspace) == before
    change_person(workspace, "张工", "监理公司")
    assert hash_of(workspace) != before


def test_counts_leave_out_what_is_deleted(workspace):
    project = make_project(workspace)
    row = sample_row("place", random_id(), project.id)
    put_row(workspace, "place", row)
    with workspace.read() as office:
        assert row_counts(office.db)["place"] == 1
    with workspace.act() as writing:
        Rows(writing.office.db, "place").delete(row["id"])
    with workspace.read() as office:
        assert row_counts(office.db)["place"] == 0
        assert row_counts(office.db).keys() == {table.name for table in TABLES}
