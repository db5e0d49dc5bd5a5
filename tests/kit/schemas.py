"""The schema of a database as a page that people can read."""

from typing import Any

_SQL = """
SELECT type, name, sql FROM sqlite_master
 WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'
 ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, tbl_name, name
"""


def schema_text(db: Any) -> str:
    """Spell tables, then indexes, then triggers, each as the database holds it."""
    return "\n".join(f"{sql};\n" for _kind, _name, sql in db.execute(_SQL))
