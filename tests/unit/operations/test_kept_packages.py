"""Packages that earlier versions of the program packed come in whole, whatever is newer here.

`python tools/keep_database.py` keeps one of each schema, with the database beside it.
"""

import pytest

from inspector.operations.conflicts import list_conflicts
from inspector.store.content import table_rows
from inspector.store.engine import connect_reader
from inspector.store.schema import BY_NAME
from tests.kit.exchanging import taken
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.processes import ROOT

DATA = ROOT / "tests" / "data"
KEPT = sorted((DATA / "exchanged").glob("*.ipkg"))


def test_one_is_kept():
    assert KEPT


@pytest.mark.parametrize("package", KEPT, ids=lambda path: path.stem)
def test_a_kept_package_comes_in_whole(workspace, package):
    (receipt,) = taken(workspace, package)
    assert receipt.applied == receipt.received > 50
    assert list_conflicts(workspace) == []
    kept = connect_reader(DATA / "databases" / f"{package.stem}.db")
    with workspace.read() as office:
        for table, columns in columns_of(kept).items():
            here = table_rows(office.db, table)
            names = ("id", *(name for name in columns if name in known_names(table)))
            sql = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 - our own tables
            for row in kept.execute(sql):
                said = dict(zip(names, row, strict=True))
                stored = dict(zip(("id", *known_names(table)), here[row[0]], strict=True))
                assert {name: stored[name] for name in names} == said
    kept.close()
    assert_journal_explains_tables(workspace)
    (again,) = taken(workspace, package)
    assert again.same == again.received


def columns_of(connection):
    """Give the columns of each of our tables in a kept database."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    return {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for table in names
        if table in BY_NAME
    }


def known_names(table):
    return ("project_id", *BY_NAME[table].column_names, "deleted")
