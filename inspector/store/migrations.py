"""Numbered migrations: each runs with its record in one transaction; none is ever edited."""

from typing import TYPE_CHECKING, Any

from sqlite_utils.migrations import Migrations

from inspector.store.schema import (
    AFTERCARE,
    ANNUAL,
    BY_NAME,
    CAPTION_COLUMNS,
    CLAIM_COLUMNS,
    CLAIMS,
    DISCLOSURE,
    DISCLOSURE_COLUMNS,
    EXCHANGE,
    FILING,
    FOUNDATION,
    MASKING,
    MEETING_COLUMNS,
    MEETINGS,
    OPINION_COLUMNS,
    PAPER_COLUMNS,
    PROCESS,
    PROCESS_COLUMNS,
    RECTIFICATION,
    RECTIFICATION_COLUMNS,
    SIGNATURES,
    TABLES,
    Column,
    Table,
    create_table_sql,
)
from inspector.store.triggers import INSERT_MARK, Cids, journal_trigger_sql, trigger_sql

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

MIGRATIONS = Migrations("inspector")
KNOWN = (
    "001_foundation",
    "002_exchange",
    "003_annual_plan",
    "004_one_home",
    "005_meeting",
    "006_process",
    "007_rectification",
    "008_signature",
    "009_aftercare",
    "010_paper_parts",
    "011_disclosure",
    "012_filing",
    "013_agenda",
    "014_masking",
    "015_caption",
    "016_claims",
    "017_written_opinion",
)
"""The names of all migrations, oldest first; a test holds them equal to the set's."""
SCHEMA_VERSION = len(KNOWN)

_JOURNAL = """
CREATE TABLE sync_self(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  db_uuid TEXT NOT NULL,
  replica BLOB NOT NULL,
  forked_from BLOB,
  rep16 INTEGER NOT NULL,
  user_id TEXT,
  schema_version INTEGER NOT NULL,
  applying INTEGER NOT NULL DEFAULT 0 CHECK (applying IN (0, 1))
) STRICT;
CREATE TABLE sync_col(
  cid INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  col TEXT NOT NULL,
  UNIQUE (tbl, col)
) STRICT;
CREATE TABLE sync_segment(
  seg INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL,
  hash BLOB UNIQUE,
  replica BLOB NOT NULL,
  height INTEGER,
  prev BLOB,
  user_id TEXT,
  device_key BLOB,
  schema_version INTEGER,
  n INTEGER NOT NULL DEFAULT 0,
  t0 INTEGER,
  t1 INTEGER,
  sig BLOB,
  body BLOB,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2, 3)),
  recv_at INTEGER,
  via TEXT
) STRICT;
CREATE INDEX sync_segment_stream ON sync_segment(project_id, replica, height);
CREATE INDEX sync_segment_state ON sync_segment(state, project_id);
CREATE TABLE sync_open(
  project_id TEXT PRIMARY KEY NOT NULL,
  seg INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_op(
  opid INTEGER PRIMARY KEY,
  row TEXT NOT NULL,
  cid INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  at INTEGER NOT NULL,
  prev INTEGER,
  val TEXT
) STRICT;
CREATE INDEX sync_op_cell ON sync_op(row, cid, rank);
CREATE TABLE sync_parent(
  opid INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  PRIMARY KEY (opid, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_parent_p ON sync_parent(parent);
CREATE TABLE sync_head(
  row TEXT NOT NULL,
  cid INTEGER NOT NULL,
  opid INTEGER NOT NULL,
  val TEXT,
  PRIMARY KEY (row, cid, opid)
) STRICT, WITHOUT ROWID;
CREATE TABLE private_value(
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  digest TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (row, col, digest)
) STRICT, WITHOUT ROWID;
"""

_EXCHANGE = """
ALTER TABLE sync_segment ADD COLUMN resolves INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sync_segment ADD COLUMN reason TEXT;
CREATE TABLE sync_uncovered(
  row TEXT NOT NULL,
  opid INTEGER NOT NULL,
  PRIMARY KEY (row, opid)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_multi(
  row TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_pin(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  root BLOB NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE sync_peer(
  peer BLOB PRIMARY KEY NOT NULL,
  device_key BLOB NOT NULL,
  name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  skew_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_peer_tips(
  peer BLOB NOT NULL,
  project_id TEXT NOT NULL,
  tips TEXT NOT NULL,
  set_digest TEXT NOT NULL,
  PRIMARY KEY (peer, project_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_stored(
  peer BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (peer, sha256)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_import(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  package TEXT NOT NULL,
  name TEXT NOT NULL,
  sender BLOB NOT NULL,
  receipt TEXT NOT NULL,
  backup TEXT NOT NULL
) STRICT;
"""


def create_journal(db: "Tables") -> None:
    """Create the journal and the local tables."""
    _execute(db, _JOURNAL)


def _execute(db: "Tables", script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


def create_replicated(db: "Tables", tables: tuple[Table, ...]) -> None:
    """Create replicated tables and give their columns numbers in the journal."""
    for table in tables:
        for statement in create_table_sql(table):
            db.execute(statement)
        for column in (INSERT_MARK, *table.column_names, "deleted"):
            _number(db, table.name, column)


def add_columns(db: "Tables", table: str, columns: tuple[Column, ...]) -> None:
    """Add columns to a replicated table and give them numbers in the journal."""
    for column in columns:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column.name} {column.type}")
        _number(db, table, column.name)


def _number(db: "Tables", table: str, column: str) -> None:
    db.execute("INSERT OR IGNORE INTO sync_col(tbl, col) VALUES (?, ?)", [table, column])


@MIGRATIONS(name=KNOWN[0])
def foundation(db: "Tables") -> None:
    """Create schema 1: the journal, and the tables of the main job."""
    create_journal(db)
    create_replicated(db, FOUNDATION)


@MIGRATIONS(name=KNOWN[1])
def exchange(db: "Tables") -> None:
    """Create what exchange needs: conflicts beside the heads, peers, imports, mandates."""
    _execute(db, _EXCHANGE)
    create_replicated(db, EXCHANGE)


@MIGRATIONS(name=KNOWN[2])
def annual_plan(db: "Tables") -> None:
    """Create the table of annual plans."""
    create_replicated(db, ANNUAL)


@MIGRATIONS(name=KNOWN[3])
def one_home(db: "Tables") -> None:
    """Change triggers, which `migrate` makes anew: a record keeps to its project and table.

    A change of triggers is a schema of its own, or older databases would look tampered with.
    What is asked of all segments is read from an index, without their bodies.
    """
    db.execute(
        "CREATE INDEX sync_segment_standing ON sync_segment(seg, hash, prev, device_key, user_id,"
        " project_id, replica, height, state, resolves, n, reason, t1)"
    )


@MIGRATIONS(name=KNOWN[4])
def meeting(db: "Tables") -> None:
    """Create the tables of the joint acceptance meeting."""
    create_replicated(db, MEETINGS)


@MIGRATIONS(name=KNOWN[5])
def process(db: "Tables") -> None:
    """Create the tables of the process, and more targets of programmes and yearly plans."""
    create_replicated(db, PROCESS)
    for table, columns in PROCESS_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[6])
def rectification(db: "Tables") -> None:
    """Create the table of reply sheets, and terms and withdrawals of notices."""
    create_replicated(db, RECTIFICATION)
    for table, columns in RECTIFICATION_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[7])
def signature(db: "Tables") -> None:
    """Create the table of signatures."""
    create_replicated(db, SIGNATURES)


@MIGRATIONS(name=KNOWN[8])
def aftercare(db: "Tables") -> None:
    """Create the tables of what follows an acceptance."""
    create_replicated(db, AFTERCARE)


@MIGRATIONS(name=KNOWN[9])
def paper_parts(db: "Tables") -> None:
    """Keep of each paper the digests of its parts, by which it is compared later."""
    for table, columns in PAPER_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[10])
def disclosure(db: "Tables") -> None:
    """Create the tables of frozen lists; let a photo tell the step that it belongs to."""
    create_replicated(db, DISCLOSURE)
    for table, columns in DISCLOSURE_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[11])
def filing(db: "Tables") -> None:
    """Create the tables of the filing and of what is said of the parties' work."""
    create_replicated(db, FILING)


@MIGRATIONS(name=KNOWN[12])
def agenda(db: "Tables") -> None:
    """Add the agenda of a meeting, and a personal column for who stands for residents."""
    for table, columns in MEETING_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[13])
def masking(db: "Tables") -> None:
    """Create the tables of boxes on photos, of who looked at them, and of public copies."""
    create_replicated(db, MASKING)


@MIGRATIONS(name=KNOWN[14])
def caption(db: "Tables") -> None:
    """Add what a person says of a photo for the archive, and why a bundle was sealed with gaps."""
    for table, columns in CAPTION_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[15])
def claims(db: "Tables") -> None:
    """Create the table of claims within warranties; let a party leave the register."""
    create_replicated(db, CLAIMS)
    for table, columns in CLAIM_COLUMNS.items():
        add_columns(db, table, columns)


@MIGRATIONS(name=KNOWN[16])
def written_opinion(db: "Tables") -> None:
    """Add the paper on which a party that did not come gave its opinion."""
    for table, columns in OPINION_COLUMNS.items():
        add_columns(db, table, columns)


def migrate(db: "Tables") -> list[str]:
    """Apply what is missing, then make the triggers those of the newest schema.

    Gives the triggers that were not as they had to be although nothing was missing: a foreign
    hand was at work.
    """
    is_current = not MIGRATIONS.pending(db)
    MIGRATIONS.apply(db)
    differing = trigger_differences(db)
    if set(differing) & (set(_own_triggers(db)) | expected_triggers(db).keys()):
        with db.atomic():
            for name in _own_triggers(db):
                db.execute(f"DROP TRIGGER {name}")
            for sql in expected_triggers(db).values():
                db.execute(sql)
    return differing if is_current else []


def applied_names(db: "Tables") -> list[str]:
    """List the migrations that a database has seen, also those of a newer program."""
    return [migration.name for migration in MIGRATIONS.applied(db)]


def unknown_names(db: "Tables") -> list[str]:
    """List migrations in the database that this program does not know: a newer one made it."""
    return [name for name in applied_names(db) if name not in KNOWN]


def column_numbers(db: "Tables") -> Cids:
    """Read the numbers of (table, column) pairs."""
    return {(tbl, col): cid for cid, tbl, col in db.execute("SELECT cid, tbl, col FROM sync_col")}


def expected_triggers(db: "Tables") -> dict[str, str]:
    """Generate the triggers that this database must have."""
    cids = column_numbers(db)
    expected = dict(journal_trigger_sql())
    for table in TABLES:
        expected.update(trigger_sql(table, cids))
    return expected


def trigger_differences(db: "Tables") -> list[str]:
    """Name the triggers that are missing, changed or foreign (`workspace check`)."""
    found = dict(_triggers(db))
    expected = expected_triggers(db)
    return sorted(
        name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)
    )


def _triggers(db: "Tables") -> list[tuple[str, str]]:
    rows: Any = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return [(name, sql) for name, sql in rows]


def _own_triggers(db: "Tables") -> list[str]:
    prefixes = tuple(f"{name}_" for name in (*BY_NAME, "sync_op", "sync_segment", "sync_self"))
    return [name for name, _sql in _triggers(db) if name.startswith(prefixes)]
