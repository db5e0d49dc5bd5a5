"""What the tests of the journal ask again and again."""

from typing import Any

from inspector.operations.workspace import Workspace
from inspector.store.content import table_rows
from inspector.store.entries import Entry
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES
from inspector.sync.rebuilding import rebuild
from inspector.sync.segments import all_segments, broken_segments


def sample_row(table: str, row_id: str, project_id: str, mark: str = "一") -> dict[str, Any]:
    """Fill every column of a table."""
    columns = {
        column.name: 7 if column.whole else f"{column.name} {mark}"
        for column in BY_NAME[table].columns
    }
    return {"id": row_id, "project_id": project_id, **columns}


def put_row(workspace: Workspace, table: str, row: dict[str, Any]) -> None:
    """Write a row as a repository does."""
    with workspace.act() as writing:
        Rows(writing.office.db, table).put(row)


def entries_of(workspace: Workspace, *rows: str) -> list[Entry]:
    """Read the journal of some records."""
    with workspace.read() as office:
        return office.journal.entries_of(*rows)


def assert_journal_explains_tables(workspace: Workspace) -> None:
    """Rebuild the tables from the journal alone and compare them byte for byte."""
    with workspace.read() as office:
        rebuilt = rebuild(all_segments(office.journal))
        for table in TABLES:
            here = table_rows(office.db, table.name)
            assert repr(sorted(rebuilt[table.name].items())) == repr(sorted(here.items()))
        assert broken_segments(office.journal) == []
