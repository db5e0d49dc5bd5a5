"""The triggers that write the journal, generated from the schema (sync design, 3.3).

They run in the transaction of the data, so that nothing is stored that is not journaled; the
time comes from a function of this program, so that a foreign tool's write fails.
"""

from collections.abc import Iterator, Mapping

from inspector.store.engine import CLOCK_FUNCTION
from inspector.store.schema import Table

INDEX_BITS = 20
SEGMENT_OPS = 10_000
"""A segment never holds more operations than this."""

INSERT_MARK = "*"
"""The column name under which a row's insert is journaled."""

_LOCAL = "coalesce((SELECT applying FROM sync_self), 0) = 0"
_NOW = f"(SELECT {CLOCK_FUNCTION}() AS ms, rep16 FROM sync_self)"
_NEXT_OP = f"""coalesce(
    (SELECT max(opid) + 1 FROM sync_op
      WHERE opid >= s.seg << {INDEX_BITS} AND opid < (s.seg + 1) << {INDEX_BITS}),
    s.seg << {INDEX_BITS})"""
_AT_HOME = f"""EXISTS (SELECT 1 FROM sync_segment g
                     WHERE g.seg = o.opid >> {INDEX_BITS} AND g.project_id = NEW.project_id)"""
"""An operation stands only on those of its own project, whoever else used the identifier."""
_MUST_WRITE = "SELECT RAISE(ABORT, 'inspector: the journal took no entry') WHERE changes() = 0;"

Cids = Mapping[tuple[str, str], int]
"""Numbers of (table, column) pairs in `sync_col`."""


def trigger_sql(table: Table, cids: Cids) -> dict[str, str]:
    """Give the triggers of one replicated table by name."""
    named = dict(_guards(table))
    named[f"{table.name}_journal_insert"] = _journal_insert(table, cids)
    for column in (*table.column_names, "deleted"):
        named[f"{table.name}_journal_{column}"] = _journal_update(table, column, cids)
    return named


def _guards(table: Table) -> Iterator[tuple[str, str]]:
    name = table.name
    yield (
        f"{name}_guard_insert",
        f"""CREATE TRIGGER {name}_guard_insert BEFORE INSERT ON {name} WHEN {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: no open segment for this project')
   WHERE NOT EXISTS (SELECT 1 FROM sync_open WHERE project_id = NEW.project_id);
  SELECT RAISE(ABORT, 'inspector: a record is not born deleted') WHERE NEW.deleted <> 0;
END""",
    )
    yield (
        f"{name}_guard_key",
        f"""CREATE TRIGGER {name}_guard_key BEFORE UPDATE OF id, project_id ON {name}
WHEN OLD.id IS NOT NEW.id OR OLD.project_id IS NOT NEW.project_id
BEGIN
  SELECT RAISE(ABORT, 'inspector: id and project_id never change');
END""",
    )
    yield f"{name}_guard_deleted", _guard_deleted(table)
    yield (
        f"{name}_guard_delete",
        f"""CREATE TRIGGER {name}_guard_delete BEFORE DELETE ON {name} WHEN {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: records are marked deleted, never removed');
END""",
    )


def _guard_deleted(table: Table) -> str:
    """Refuse an edit of a deleted record: it would bring the record back as a conflict."""
    return f"""CREATE TRIGGER {table.name}_guard_deleted BEFORE UPDATE ON {table.name}
WHEN OLD.deleted <> 0 AND NEW.deleted <> 0 AND {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: a deleted record is not edited');
END"""


def _journal_insert(table: Table, cids: Cids) -> str:
    fields = ", ".join(f"'{name}', NEW.{name}" for name in ("project_id", *table.column_names))
    cid = cids[table.name, INSERT_MARK]
    return f"""CREATE TRIGGER {table.name}_journal_insert AFTER INSERT ON {table.name} WHEN {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: this record was inserted before')
   WHERE EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid
                  WHERE o.row = NEW.id AND c.col = '{INSERT_MARK}');
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT {_NEXT_OP},
         NEW.id, {cid}, t.ms << 16 | t.rep16, t.ms, NULL,
         json_patch('{{}}', json_object({fields}))
    FROM sync_open s, {_NOW} t
   WHERE s.project_id = NEW.project_id;
  {_MUST_WRITE}
END"""


def _journal_update(table: Table, column: str, cids: Cids) -> str:
    cid, insert = cids[table.name, column], cids[table.name, INSERT_MARK]
    name = f"{table.name}_journal_{column}"
    covers = _covers(table, cid) if column == "deleted" else ""
    return f"""CREATE TRIGGER {name} AFTER UPDATE OF {column} ON {table.name}
WHEN OLD.{column} IS NOT NEW.{column} AND {_LOCAL}
BEGIN
  INSERT INTO sync_op(opid, row, cid, rank, at, prev, val)
  SELECT {_NEXT_OP},
         NEW.id, {cid}, max(t.ms, (p.rank >> 16) + 1) << 16 | t.rep16, t.ms, p.opid,
         json_quote(NEW.{column})
    FROM sync_open s, {_NOW} t,
         (SELECT o.opid, o.rank FROM sync_op o
           WHERE o.row = NEW.id AND o.cid IN ({cid}, {insert}) AND {_AT_HOME}
           ORDER BY EXISTS (SELECT 1 FROM sync_head h
                             WHERE h.row = o.row AND h.cid = {cid} AND h.opid = o.opid
                               AND h.val IS json_quote(OLD.{column})) DESC,
                    o.cid = {cid} DESC, o.rank DESC LIMIT 1) p
   WHERE s.project_id = NEW.project_id;
  {_MUST_WRITE}
  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, h.opid
    FROM {_last_op(cid)} w, sync_head h
   WHERE h.row = NEW.id AND h.cid = {cid} AND h.val IS json_quote(OLD.{column})
     AND h.opid <> w.prev;
  UPDATE OR REPLACE sync_head
     SET opid = (SELECT opid FROM {_last_op(cid)}), val = json_quote(NEW.{column})
   WHERE row = NEW.id AND cid = {cid} AND val IS json_quote(OLD.{column});
{covers}END"""


def _last_op(cid: int) -> str:
    """Name the operation just written: others on the field may outrank it."""
    return (
        "(SELECT o.opid, o.prev FROM sync_op o JOIN sync_segment g"
        f" ON g.seg = o.opid >> {INDEX_BITS}"
        f" WHERE o.row = NEW.id AND o.cid = {cid} AND g.state = 0 ORDER BY o.opid DESC LIMIT 1)"
    )


def _covers(table: Table, cid: int) -> str:
    """Name every head of the row that a delete has seen: it hides nothing else."""
    return f"""  INSERT OR IGNORE INTO sync_parent(opid, parent)
  SELECT w.opid, o.opid
    FROM {_last_op(cid)} w, sync_op o JOIN sync_col k ON k.cid = o.cid
   WHERE o.row = NEW.id AND o.cid <> {cid} AND k.tbl = '{table.name}' AND {_AT_HOME}
     AND NEW.deleted = 1
     AND NOT EXISTS (SELECT 1 FROM sync_op c
                      WHERE c.row = o.row AND c.cid = o.cid AND c.prev = o.opid);
  DELETE FROM sync_uncovered WHERE row = NEW.id;
"""


def journal_trigger_sql() -> dict[str, str]:
    """Give the triggers of the journal itself: it rolls over, and it only ever grows."""
    mask = (1 << INDEX_BITS) - 1
    return {
        "sync_op_roll_over": f"""CREATE TRIGGER sync_op_roll_over AFTER INSERT ON sync_op
WHEN (NEW.opid & {mask}) = {SEGMENT_OPS - 1} AND {_LOCAL}
BEGIN
  INSERT INTO sync_segment(project_id, replica, user_id, schema_version, state)
  SELECT g.project_id, m.replica, m.user_id, m.schema_version, 0
    FROM sync_segment g, sync_self m
   WHERE g.seg = NEW.opid >> {INDEX_BITS};
  UPDATE sync_open SET seg = last_insert_rowid() WHERE seg = NEW.opid >> {INDEX_BITS};
END""",
        **_journal_guards(),
    }


def _journal_guards() -> dict[str, str]:
    return {
        "sync_op_guard_update": f"""CREATE TRIGGER sync_op_guard_update BEFORE UPDATE ON sync_op
WHEN {_LOCAL} AND (OLD.opid IS NOT NEW.opid OR OLD.row IS NOT NEW.row OR OLD.cid IS NOT NEW.cid
  OR OLD.rank IS NOT NEW.rank OR OLD.at IS NOT NEW.at OR OLD.prev IS NOT NEW.prev
  OR NEW.val IS NOT NULL
  OR (SELECT hash FROM sync_segment WHERE seg = OLD.opid >> {INDEX_BITS}) IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never rewritten');
END""",
        "sync_op_guard_delete": f"""CREATE TRIGGER sync_op_guard_delete BEFORE DELETE ON sync_op
WHEN {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never cut');
END""",
        "sync_segment_guard_update": """CREATE TRIGGER sync_segment_guard_update
BEFORE UPDATE OF seg, project_id, hash, replica, height, prev, user_id, device_key,
  schema_version, n, t0, t1, sig, body ON sync_segment
WHEN OLD.hash IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'inspector: a sealed segment never changes');
END""",
        "sync_self_guard_delete": """CREATE TRIGGER sync_self_guard_delete
BEFORE DELETE ON sync_self
BEGIN
  SELECT RAISE(ABORT, 'inspector: who this is is never removed');
END""",
        "sync_segment_guard_delete": f"""CREATE TRIGGER sync_segment_guard_delete
BEFORE DELETE ON sync_segment WHEN {_LOCAL}
BEGIN
  SELECT RAISE(ABORT, 'inspector: the journal is never cut');
END""",
    }
