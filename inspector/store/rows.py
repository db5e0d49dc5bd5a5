"""How repositories write rows: only what differs, through sqlite-utils, under the triggers."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inspector.core.canonical import canonical, spell_decimal
from inspector.core.errors import InspectorError, Problem
from inspector.store.schema import BY_NAME

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Row = dict[str, Any]


class Rows:
    """One replicated table: rows go in and out as plain mappings, checked by their repository."""

    def __init__(self, db: "Tables", table: str) -> None:
        self._db = db
        self._table = BY_NAME[table]
        self._columns = ("id", "project_id", *self._table.column_names)

    @property
    def database(self) -> "Tables":
        """Give the database, for a repository's own queries."""
        return self._db

    def find(self, row_id: str) -> Row | None:
        """Read one row, deleted or not counted as there."""
        return next(self.where("id = ?", [row_id]), None)

    def get(self, row_id: str) -> Row:
        """Read one row, or say that there is none."""
        row = self.find(row_id)
        if row is None:
            raise InspectorError(Problem.RECORD_MISSING, record=self._table.name, id=row_id)
        return row

    def where(self, condition: str, values: Sequence[Any] = (), tail: str = "") -> Iterator[Row]:
        """Read the rows that are not deleted and meet a condition."""
        names = ", ".join(self._columns)
        cursor = self._db.execute(
            f"SELECT {names} FROM {self._table.name} WHERE deleted = 0 AND ({condition}) {tail}",
            list(values),
        )
        for found in cursor.fetchall():
            yield self._with_private(dict(zip(self._columns, found, strict=True)))

    def of_project(self, project_id: str, tail: str = "") -> Iterator[Row]:
        """Read the rows of a project."""
        return self.where("project_id = ?", [project_id], tail)

    def put(self, row: Mapping[str, Any]) -> None:
        """Insert the row, or set the columns in which it differs from what is there."""
        _refuse_inexact(row)
        new = self._hashed(row)
        old = self._db.execute(
            f"SELECT {', '.join(self._columns)}, deleted FROM {self._table.name} WHERE id = ?",
            [new["id"]],
        ).fetchone()
        if old is None:
            self._insert(new)
            return
        *values, deleted = old
        before = dict(zip(self._columns, values, strict=True))
        changed = {name: value for name, value in new.items() if before[name] != value}
        if deleted:
            changed["deleted"] = 0
        if changed:
            self._update(str(new["id"]), changed)

    def set_columns(self, row_id: str, columns: Mapping[str, Any]) -> None:
        """Set some columns of a row (undo and restore come this way); hashes stay as given."""
        if not self._exists(row_id):
            raise InspectorError(Problem.RECORD_MISSING, record=self._table.name, id=row_id)
        self._update(row_id, columns)

    def stored(self, row_id: str, column: str) -> Any:
        """Read one column as it is stored, also of a deleted row."""
        sql = f"SELECT {column} FROM {self._table.name} WHERE id = ?"
        found = self._db.execute(sql, [row_id]).fetchone()
        return found[0] if found else None

    def delete(self, row_id: str) -> None:
        """Mark a row as deleted, once; what only the journal and the undo read stays."""
        if self.stored(row_id, "deleted") != 1:
            self.set_columns(row_id, {"deleted": 1})

    def _exists(self, row_id: str) -> bool:
        sql = f"SELECT 1 FROM {self._table.name} WHERE id = ?"
        return self._db.execute(sql, [row_id]).fetchone() is not None

    def count(self, condition: str, values: Sequence[Any] = ()) -> int:
        """Count the rows that are not deleted and meet a condition."""
        (number,) = self._db.execute(
            f"SELECT count(*) FROM {self._table.name} WHERE deleted = 0 AND ({condition})",
            list(values),
        ).fetchone()
        return int(number)

    # Plain statements: `Table.insert` and `update` ask the schema anew for each row, which made
    # an act half as dear again (benchmarks/answers.py). Names come from the compiled-in schema.

    def _insert(self, row: Row) -> None:
        names = list(row)
        marks = ", ".join("?" for _name in names)
        self._db.execute(
            f"INSERT INTO {self._table.name}({', '.join(names)}) VALUES ({marks})",
            [row[name] for name in names],
        )

    def _update(self, row_id: str, columns: Mapping[str, Any]) -> None:
        names = list(columns)
        self._db.execute(
            f"UPDATE {self._table.name} SET {', '.join(f'{name} = ?' for name in names)}"
            " WHERE id = ?",
            [*(columns[name] for name in names), row_id],
        )

    # -- personal values: the row and the journal hold a salted hash, the value stays here ------

    def _hashed(self, row: Mapping[str, Any]) -> Row:
        new = dict(row)
        for name in self._table.personal:
            value = new.get(name)
            if value is not None:
                new[name] = self.keep_private(str(new["id"]), name, str(value))
        return new

    def keep_private(self, row_id: str, column: str, value: str) -> str:
        """Keep a personal value beside the journal; give the hash that its column holds."""
        kept = self._db.execute(
            "SELECT salt FROM private_value WHERE row = ? AND col = ? LIMIT 1", [row_id, column]
        ).fetchone()
        salt = bytes(kept[0]) if kept else secrets.token_bytes(16)
        digest = private_digest(salt, value)
        self._db.execute(
            "INSERT OR IGNORE INTO private_value(row, col, digest, salt, value)"
            " VALUES (?, ?, ?, ?, ?)",
            [row_id, column, digest, salt, value],
        )
        return digest

    def _with_private(self, row: Row) -> Row:
        for name in self._table.personal:
            if row[name] is not None:
                row[name] = reveal(self._db, row["id"], name, row[name])
        return row


def private_digest(salt: bytes, value: str) -> str:
    """Hash a personal value for its column."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


def reveal(db: "Tables", row_id: str, column: str, digest: str) -> str | None:
    """Give the personal value behind a hash; None where it was erased or never came here."""
    kept = db.execute(
        "SELECT value FROM private_value WHERE row = ? AND col = ? AND digest = ?",
        [row_id, column, digest],
    ).fetchone()
    return str(kept[0]) if kept else None


def _refuse_inexact(row: Row | Mapping[str, Any]) -> None:
    """Refuse what has no one spelling: a segment that holds a float could never be sealed."""
    wrong = [name for name, value in row.items() if not isinstance(value, str | int | None)]
    if wrong:
        message = f"only text, whole numbers and nothing are stored, not {', '.join(wrong)}"
        raise TypeError(message)


def to_json(value: object) -> str:
    """Spell columns that change together as one canonical value."""
    return canonical(value)


def from_json(text: str | None) -> dict[str, Any]:
    """Read such a value back; a missing one is empty."""
    return dict(json.loads(text)) if text else {}


def to_decimal(value: Decimal | None) -> str | None:
    """Spell an exact decimal for its column."""
    return None if value is None else spell_decimal(value)


def from_decimal(text: str | None) -> Decimal | None:
    """Read an exact decimal from its column."""
    return None if text is None else Decimal(text)


def to_day(value: date | None) -> str | None:
    """Spell a day for its column."""
    return None if value is None else value.isoformat()


def from_day(text: str | None) -> date | None:
    """Read a day from its column."""
    return None if text is None else date.fromisoformat(text)
