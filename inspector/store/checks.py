"""What can be asked of a database about itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector.core.ids import ORG, TRAY
from inspector.store.engine import connect_memory, tables_over
from inspector.store.migrations import column_numbers, migrate
from inspector.store.rows import private_digest
from inspector.store.schema import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

LINK_TARGETS = {
    "programme_id": "programme",
    "parent_id": "place",
    "place_id": "place",
    "visit_id": "visit",
    "answer_id": "answer",
    "party_id": "party",
    "defect_id": "defect",
    "notice_id": "notice",
    "photo_id": "photo",
    "report_id": "report",
    "meeting_id": "meeting",
    "publicity_id": "publicity",
    "by_id": "person",
}
_SOUND = ["ok"]


def damages(db: "Tables") -> list[str]:
    """Let SQLite check the whole file; empty where it is sound."""
    said = [str(line) for (line,) in db.execute("PRAGMA integrity_check(20)")]
    return [] if said == _SOUND else said


def changed_structure(db: "Tables") -> list[str]:
    """Name the tables and indexes that are missing or not as the migrations make them.

    What a foreign tool added beside them does no harm. The journal's numbers of columns count as
    structure: without them it cannot be read.
    """
    fresh = tables_over(connect_memory())
    try:
        migrate(fresh)
        found, expected = _structure(db), _structure(fresh)
        changed = [name for name, sql in expected.items() if found.get(name) != sql]
        if "sync_col" in found and column_numbers(db) != column_numbers(fresh):
            changed.append("sync_col")
    finally:
        fresh.conn.close()
    return changed


def _structure(db: "Tables") -> dict[str, str]:
    return dict(
        db.execute(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY name"
        )
    )


def changed_private_values(db: "Tables") -> Iterator[tuple[str, str]]:
    """Name (row, column) of each personal value that is not the one behind its hash."""
    for row_id, column, digest, salt, value in db.execute(
        "SELECT row, col, digest, salt, value FROM private_value ORDER BY row, col"
    ):
        if private_digest(bytes(salt), str(value)) != digest:
            yield row_id, column


def dangling_links(
    db: "Tables", project_id: str | None = None
) -> Iterator[tuple[str, str, str, str]]:
    """Name (table, id, column, target) of each row that points to a record that is not here.

    Of one project, or of all.
    """
    for table in TABLES:
        for column, target in (*LINK_TARGETS.items(), ("project_id", "project")):
            if column in (*table.column_names, "project_id"):
                for row_id, link in db.execute(
                    f"SELECT t.id, t.{column} FROM {table.name} t"
                    f" WHERE t.deleted = 0 AND t.{column} <> '' AND t.{column} NOT IN (?1, ?2)"
                    " AND (?3 IS NULL OR t.project_id = ?3)"
                    f" AND NOT EXISTS (SELECT 1 FROM {target} g WHERE g.id = t.{column})"
                    " ORDER BY t.id",
                    [ORG, TRAY, project_id],
                ):
                    yield table.name, row_id, column, link


def named_contents(db: "Tables") -> list[tuple[str, str]]:
    """List (hash, name) of the files that rows name: packs, papers, documents of gates, replies."""
    found = db.execute(
        "SELECT hash, title_zh FROM checklist_pack WHERE hash IS NOT NULL UNION"
        " SELECT sha256, name FROM report WHERE sha256 IS NOT NULL UNION"
        " SELECT letter_sha256, letter_name FROM attendance WHERE letter_sha256 IS NOT NULL"
        " UNION SELECT letter_sha256, letter_name FROM opinion WHERE letter_sha256 IS NOT NULL"
        " UNION SELECT scan_sha256, scan_name FROM signature WHERE scan_sha256 IS NOT NULL"
        " UNION SELECT sha256, name FROM document WHERE sha256 IS NOT NULL"
        " UNION SELECT sha256, name FROM reply WHERE sha256 IS NOT NULL ORDER BY 1"
    )
    return [(digest, name or "") for digest, name in found]


def once_named(db: "Tables") -> list[str]:
    """List the hashes of letters that rows named before they named another or none."""
    found = db.execute(
        "SELECT DISTINCT"
        " json_extract(o.val, CASE c.col WHEN '*' THEN '$.letter_sha256' ELSE '$' END)"
        " FROM sync_op o JOIN sync_col c USING (cid)"
        " WHERE c.tbl IN ('attendance', 'opinion') AND c.col IN ('*', 'letter_sha256')"
        " AND o.val IS NOT NULL ORDER BY 1"
    )
    return [digest for (digest,) in found if digest]


def named_originals(db: "Tables") -> list[tuple[str, str]]:
    """List (hash, name) of the photos that rows name, deleted rows included."""
    found = db.execute(
        "SELECT sha256, min(name) FROM photo WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY 1"
    )
    return [(digest, name or "") for digest, name in found]


def count_rows(db: "Tables") -> int:
    """Count all replicated rows, deleted ones included."""
    sql = " UNION ALL ".join(f"SELECT count(*) FROM {table.name}" for table in TABLES)
    return sum(number for (number,) in db.execute(sql))
