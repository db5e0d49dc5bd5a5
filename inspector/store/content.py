"""One hash over all replicated data: equal data give equal hashes on any machine."""

import hashlib
from typing import TYPE_CHECKING

from inspector.core.canonical import canonical
from inspector.store.schema import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_CONTEXT = b"inspector.content.v1\0"


def content_hash(db: "Tables") -> str:
    """Hash every replicated row in a canonical order, without the journal and local tables.

    Rows are ordered by table, project and id; deleted rows count, since they are data too.
    """
    digest = hashlib.sha256(_CONTEXT)
    for table in sorted(TABLES, key=lambda table: table.name):
        names = ("id", "project_id", *sorted(table.column_names), "deleted")
        digest.update(canonical([table.name, *names]).encode())
        for row in db.execute(
            f"SELECT {', '.join(names)} FROM {table.name} ORDER BY project_id, id"
        ):
            digest.update(b"\n")
            digest.update(canonical(list(row)).encode())
    return digest.hexdigest()


def row_counts(db: "Tables") -> dict[str, int]:
    """Count the rows that are not deleted, by table."""
    counts = {}
    for table in TABLES:
        (number,) = db.execute(f"SELECT count(*) FROM {table.name} WHERE deleted = 0").fetchone()
        counts[table.name] = int(number)
    return counts
