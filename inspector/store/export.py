"""The records of a project as plain data, for readers without this program."""

from typing import TYPE_CHECKING, Any

from inspector.store.schema import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

SHARED = frozenset({"person", "device", "programme", "annual_plan", "checklist_pack"})
"""Tables of the organisation that a project's records refer to."""


def project_tables(db: "Tables", project_id: str) -> dict[str, list[dict[str, Any]]]:
    """Give all rows of a project and of the shared tables, personal columns as their hashes.

    Rows marked as deleted are data too and say so.
    """
    tables: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        names = ("id", "project_id", *table.column_names, "deleted")
        where = "1" if table.name in SHARED else "project_id = ?"
        values = [] if table.name in SHARED else [project_id]
        found = db.execute(
            f"SELECT {', '.join(names)} FROM {table.name} WHERE {where} ORDER BY id", values
        )
        rows = [
            {key: value for key, value in zip(names, row, strict=True) if value is not None}
            for row in found
        ]
        if rows:
            tables[table.name] = rows
    return tables


def column_kinds() -> dict[str, dict[str, str]]:
    """Describe every table and column, so that the data explain themselves."""
    return {
        table.name: {
            column.name: "salted hash" if column.personal else "integer" if column.whole else "text"
            for column in table.columns
        }
        for table in TABLES
    }
