"""The journal: who wrote what, when, where, and what it replaced. It only ever grows."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inspector.core.canonical import canonical
from inspector.core.changes import Act
from inspector.core.segments import Op, Reference, Segment, segment_of, unpacked
from inspector.store.entries import (
    INDEX_MASK,
    Entry,
    KeptSegment,
    SealedSegment,
    open_name,
    replica_alias,
)
from inspector.store.migrations import SCHEMA_VERSION
from inspector.store.triggers import INDEX_BITS, INSERT_MARK

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

OPEN, MERGED = 0, 1


class Journal:
    """The journal over one connection; the caller holds the transaction."""

    def __init__(self, db: "Tables") -> None:
        self._db = db

    # -- who and where this is ------------------------------------------------------------

    def create_self(self, db_uuid: str, replica: bytes) -> None:
        """Say once which database and which incarnation this is."""
        self._db.execute(
            "INSERT INTO sync_self(id, db_uuid, replica, rep16, schema_version)"
            " VALUES (1, ?, ?, ?, ?)",
            [
                db_uuid,
                replica,
                replica_alias(replica),
                SCHEMA_VERSION,
            ],
        )

    def replica(self) -> bytes:
        """Give the sixteen bytes of this incarnation."""
        return bytes(self._one("SELECT replica FROM sync_self")[0])

    def db_uuid(self) -> str:
        """Give the identity of this database."""
        return str(self._one("SELECT db_uuid FROM sync_self")[0])

    def user_id(self) -> str | None:
        """Give the person who acts."""
        user: str | None = self._one("SELECT user_id FROM sync_self")[0]
        return user

    def take_up_journaling(self) -> bool:
        """Let the triggers write again, if a foreign hand told them not to; tell whether so."""
        cursor = self._db.execute("UPDATE sync_self SET applying = 0 WHERE applying <> 0")
        return bool(cursor.rowcount)

    def is_suspended(self) -> bool:
        """Tell whether the triggers are told not to write: never so between transactions."""
        found = self._db.execute("SELECT applying FROM sync_self").fetchone()
        return found is None or bool(found[0])

    def own_height(self) -> int:
        """Count the sealed segments of this incarnation, in all projects."""
        (count,) = self._one(
            "SELECT count(*) FROM sync_segment WHERE hash IS NOT NULL"
            " AND replica = (SELECT replica FROM sync_self)"
        )
        return int(count)

    def set_user(self, user_id: str) -> None:
        """Change who acts; full open segments must have been sealed, empty ones pass over."""
        self._db.execute("UPDATE sync_self SET user_id = ?", [user_id])
        self._db.execute("UPDATE sync_segment SET user_id = ? WHERE state = 0", [user_id])

    def begin_stream(self, replica: bytes) -> None:
        """Go on as a new incarnation: what is written from now on is a stream of its own.

        Operations that are not sealed yet go with it, so their ranks take its sixteen bits.
        """
        alias = replica_alias(replica)
        self._db.execute(
            "UPDATE sync_self SET forked_from = replica, replica = ?, rep16 = ?, applying = 1",
            [replica, alias],
        )
        self._db.execute(
            "UPDATE sync_op SET rank = rank >> 16 << 16 | ? WHERE EXISTS (SELECT 1"
            f" FROM sync_segment g WHERE g.seg = sync_op.opid >> {INDEX_BITS} AND g.state = 0)",
            [alias],
        )
        self._db.execute("UPDATE sync_segment SET replica = ? WHERE state = 0", [replica])
        self._db.execute("UPDATE sync_self SET applying = 0")

    # -- open segments ---------------------------------------------------------------------

    def open_project(self, project_id: str) -> None:
        """Open a segment for a project, where it has none: now it can be written to."""
        if self._db.execute(
            "SELECT 1 FROM sync_open WHERE project_id = ?", [project_id]
        ).fetchone():
            return
        cursor = self._db.execute(
            "INSERT INTO sync_segment(project_id, replica, user_id, schema_version, state)"
            " SELECT ?, replica, user_id, schema_version, 0 FROM sync_self",
            [project_id],
        )
        self._db.execute(
            "INSERT INTO sync_open(project_id, seg) VALUES (?, ?)", [project_id, cursor.lastrowid]
        )

    def tips(self) -> dict[int, int]:
        """Give the last operation number of each open segment, or -1 where it is empty."""
        return {seg: self._last_op(seg) for (seg,) in self._db.execute("SELECT seg FROM sync_open")}

    def act_since(self, tips: dict[int, int]) -> Act:
        """Give the spans of operations written since the tips were taken."""
        newest = max(tips, default=0)
        spans = []
        segs = self._db.execute(
            "SELECT seg FROM sync_open UNION SELECT seg FROM sync_segment"
            " WHERE state = 0 AND seg > ? ORDER BY seg",
            [newest],
        )
        for seg in sorted({seg for (seg,) in segs} | tips.keys()):
            last = self._last_op(seg)
            first = max(tips.get(seg, -1) + 1, seg << INDEX_BITS)
            if last >= first:
                spans.append((first, last))
        return Act(tuple(spans))

    def _last_op(self, seg: int) -> int:
        (last,) = self._one(
            "SELECT max(opid) FROM sync_op WHERE opid >= ? AND opid < ?",
            seg << INDEX_BITS,
            (seg + 1) << INDEX_BITS,
        )
        return -1 if last is None else int(last)

    # -- sealing -----------------------------------------------------------------------------

    def unsealed(self) -> list[int]:
        """List the open segments that hold operations, oldest first."""
        return [
            seg
            for (seg,) in self._db.execute(
                "SELECT seg FROM sync_segment WHERE state = 0 ORDER BY seg"
            )
            if self._last_op(seg) >= 0
        ]

    def read_open(self, seg: int, key: str, app: str) -> Segment:
        """Read an open segment as it will be sealed, standing on the tip of its stream now."""
        project, replica, user = self._one(
            "SELECT project_id, replica, user_id FROM sync_segment WHERE seg = ?", seg
        )
        height, prev = self._tip_of_stream(project, replica)
        return Segment(
            project=project,
            replica=bytes(replica).hex(),
            height=height + 1,
            prev=prev.hex() if prev else None,
            user=user,
            key=key,
            schema=SCHEMA_VERSION,
            app=app,
            ops=tuple(self._ops_of(seg)),
        )

    def store_sealed(self, sealed: SealedSegment) -> None:
        """Keep a sealed segment, drop what only its body need hold, and open the next."""
        seg = sealed.seg
        project, rolled = self._one(
            "SELECT project_id, NOT EXISTS (SELECT 1 FROM sync_open o WHERE o.seg = g.seg)"
            " FROM sync_segment g WHERE seg = ?",
            seg,
        )
        self._db.execute(
            "UPDATE sync_segment SET hash = ?, height = ?, prev = ?, device_key = ?, sig = ?,"
            " body = ?, schema_version = ?, n = ?, t0 = ?, t1 = ?, state = 1 WHERE seg = ?",
            [
                sealed.hash,
                sealed.height,
                sealed.prev,
                sealed.key,
                sealed.signature,
                sealed.body,
                sealed.schema,
                sealed.count,
                sealed.first_ms,
                sealed.last_ms,
                seg,
            ],
        )
        self._db.execute(
            "UPDATE sync_op SET val = NULL WHERE opid >= ? AND opid < ?"
            " AND cid IN (SELECT cid FROM sync_col WHERE col = ?)",
            [seg << INDEX_BITS, (seg + 1) << INDEX_BITS, INSERT_MARK],
        )
        if not rolled:
            self._db.execute("DELETE FROM sync_open WHERE project_id = ?", [project])
            self.open_project(project)

    def sealed(self) -> Iterator[KeptSegment]:
        """Yield every sealed segment, oldest first."""
        for (
            seg,
            digest,
            key,
            signature,
            body,
            state,
            resolves,
            project,
            replica,
            height,
            prev,
            *rest,
        ) in self._db.execute(
            "SELECT seg, hash, device_key, sig, body, state, resolves, project_id, replica,"
            " height, prev,"
            " user_id, schema_version, n, t0, t1 FROM sync_segment"
            " WHERE hash IS NOT NULL ORDER BY seg"
        ):
            yield KeptSegment(
                seg=seg,
                hash=bytes(digest),
                key=bytes(key or b""),
                signature=bytes(signature or b""),
                body=bytes(body or b""),
                is_merged=state == MERGED,
                resolves=bool(resolves),
                beside=(
                    project,
                    bytes(replica).hex(),
                    height,
                    bytes(prev).hex() if prev else None,
                    *rest,
                ),
            )

    def ops_beside(self, seg: int) -> tuple[Op, ...]:
        """Read the operations of a sealed segment as the index holds them, inserts without value.

        They must be those of the body: a foreign hand may have changed the index.
        """
        return tuple(self._ops_of(seg))

    def bodies_of(self, project_id: str) -> Iterator[tuple[str, str, str, bytes]]:
        """Yield (hash, key, signature, body) of a project's sealed segments, oldest first."""
        for digest, key, signature, body in self._db.execute(
            "SELECT hash, device_key, sig, body FROM sync_segment"
            f" WHERE project_id = ? AND state = {MERGED} ORDER BY seg",
            [project_id],
        ):
            names = (bytes(digest).hex(), bytes(key).hex(), bytes(signature).hex())
            yield (*names, unpacked(bytes(body)))

    def heads_of(self, project_id: str) -> list[str]:
        """Give the hashes of a project's sealed segments that no other one follows, in order."""
        found = self._db.execute(
            f"SELECT lower(hex(hash)) FROM sync_segment g WHERE project_id = ? AND state = {MERGED}"
            " AND NOT EXISTS (SELECT 1 FROM sync_segment n WHERE n.project_id = g.project_id"
            f" AND n.replica = g.replica AND n.height = g.height + 1 AND n.state = {MERGED})"
            " ORDER BY 1",
            [project_id],
        )
        return [digest for (digest,) in found]

    def open_count(self) -> int:
        """Count the operations that are not sealed yet, without looking at any other."""
        (count,) = self._one(
            "SELECT coalesce(sum((SELECT count(*) FROM sync_op o WHERE o.opid"
            f" BETWEEN g.seg << {INDEX_BITS} AND ((g.seg + 1) << {INDEX_BITS}) - 1)), 0)"
            f" FROM sync_segment g WHERE g.state = {OPEN}"
        )
        return int(count)

    def op_count(self) -> int:
        """Count the operations that make the tables."""
        (count,) = self._one("SELECT count(*) FROM sync_op")
        return int(count)

    def _tip_of_stream(self, project: str, replica: bytes) -> tuple[int, bytes | None]:
        tip = self._db.execute(
            "SELECT height, hash FROM sync_segment WHERE project_id = ? AND replica = ?"
            " AND hash IS NOT NULL ORDER BY height DESC LIMIT 1",
            [project, replica],
        ).fetchone()
        return (int(tip[0]), bytes(tip[1])) if tip else (0, None)

    def _ops_of(self, seg: int) -> Iterator[Op]:
        names = self._column_names()
        low, high = seg << INDEX_BITS, (seg + 1) << INDEX_BITS
        parents: dict[int, list[int]] = {}
        for opid, parent in self._db.execute(
            "SELECT opid, parent FROM sync_parent WHERE opid >= ? AND opid < ?", [low, high]
        ):
            parents.setdefault(opid, []).append(parent)
        hashes: dict[int, str] = {}
        for opid, row, cid, rank, at, prev, value in self._db.execute(
            "SELECT opid, row, cid, rank, at, prev, val FROM sync_op"
            " WHERE opid >= ? AND opid < ? ORDER BY opid",
            [low, high],
        ):
            yield Op(
                column=names[cid],
                row=row,
                at_ms=at,
                rank_ms=rank >> 16,
                prev=None if prev is None else self._reference(prev, seg, hashes),
                value=value,
                parents=tuple(self._reference(p, seg, hashes) for p in parents.get(opid, ())),
            )

    def _reference(self, opid: int, here: int, hashes: dict[int, str]) -> Reference:
        seg, index = opid >> INDEX_BITS, opid & INDEX_MASK
        if seg == here:
            return None, index
        if seg not in hashes:
            found = self._one("SELECT max(hash) FROM sync_segment WHERE seg = ?", seg)
            hashes[seg] = bytes(found[0]).hex() if found[0] else open_name(seg)
        return hashes[seg], index

    def _column_names(self) -> dict[int, str]:
        return {
            cid: f"{tbl}.{col}"
            for cid, tbl, col in self._db.execute("SELECT cid, tbl, col FROM sync_col")
        }

    def open_segments(self) -> Iterator[tuple[str, Segment]]:
        """Yield (name, segment) of what is not sealed yet, oldest first."""
        for seg in self.unsealed():
            yield open_name(seg), self.read_open(seg, "", "")

    # -- reading back --------------------------------------------------------------------------

    def entries_of(self, *rows: str) -> list[Entry]:
        """List every operation on some records, oldest first; a clock set back changes nothing."""
        marks = ", ".join("?" for _row in rows)
        return self._entries(f"o.row IN ({marks})", list(rows))

    def written_on(self, *rows: str) -> dict[str, frozenset[int]]:
        """Name all operations on some records, without reading what they say."""
        found: dict[str, set[int]] = {row: set() for row in rows}
        for row, opid in self._db.execute(
            "SELECT o.row, o.opid FROM json_each(?) r CROSS JOIN sync_op o ON o.row = r.value",
            [json.dumps(rows)],
        ):
            found[row].add(opid)
        return {row: frozenset(opids) for row, opids in found.items()}

    def parents_of(self, *rows: str) -> dict[int, list[int]]:
        """Give of the operations on some records what each replaces besides the one it follows."""
        marks = ", ".join("?" for _row in rows)
        found: dict[int, list[int]] = {}
        for opid, parent in self._db.execute(
            "SELECT p.opid, p.parent FROM sync_op o JOIN sync_parent p ON p.opid = o.opid"
            f" WHERE o.row IN ({marks}) ORDER BY p.opid, p.parent",
            list(rows),
        ):
            found.setdefault(opid, []).append(parent)
        return found

    def values_of(self, table: str, column: str, rows: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield (record, value) of all that a field held in those records where it changed."""
        changed = self._db.execute(
            "SELECT DISTINCT o.row FROM sync_op o JOIN sync_col c USING (cid)"
            " WHERE c.tbl = ? AND c.col = ? AND o.row IN (SELECT value FROM json_each(?))",
            [table, column, canonical(sorted(rows))],
        ).fetchall()
        for (row,) in changed:
            for entry in self.entries_of(row):
                if entry.value is not None and (entry.is_insert or entry.column == column):
                    value = json.loads(entry.value)
                    yield row, value.get(column) if entry.is_insert else value

    def entries_in(self, act: Act) -> list[Entry]:
        """List the operations of an act, oldest first."""
        return [
            entry
            for first, last in act.spans
            for entry in self._entries("o.opid BETWEEN ? AND ?", [first, last], "o.opid")
        ]

    def entry(self, opid: int) -> Entry:
        """Read one operation."""
        return self._entries("o.opid = ?", [opid])[0]

    def entries_at(self, opids: Collection[int]) -> dict[int, Entry]:
        """Read many operations, each segment once, however many of them stand in it."""
        found = self._entries(
            "o.opid IN (SELECT value FROM json_each(?))", [canonical(sorted(opids))], "o.opid"
        )
        return {entry.opid: entry for entry in found}

    def _entries(
        self, where: str, values: list[Any], order: str = "o.rank >> 16, o.opid"
    ) -> list[Entry]:
        found = self._db.execute(
            "SELECT o.opid, o.row, c.tbl, c.col, o.at, o.prev, o.val, g.user_id, g.replica, g.hash,"
            " o.rank, g.via"
            " FROM sync_op o JOIN sync_col c USING (cid)"
            f" JOIN sync_segment g ON g.seg = o.opid >> {INDEX_BITS}"
            f" WHERE {where} ORDER BY {order}",
            values,
        )
        bodies: dict[int, Segment] = {}
        return [self._with_value(Entry(*row), bodies) for row in found.fetchall()]

    def _with_value(self, entry: Entry, bodies: dict[int, Segment]) -> Entry:
        if entry.value is not None or not entry.is_insert:
            return entry
        seg, index = entry.opid >> INDEX_BITS, entry.opid & INDEX_MASK
        if seg not in bodies:
            (body,) = self._one("SELECT body FROM sync_segment WHERE seg = ?", seg)
            bodies[seg] = segment_of(unpacked(bytes(body)))
        return replace(entry, value=bodies[seg].ops[index].value)

    def _one(self, sql: str, *values: object) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._db.execute(sql, list(values)).fetchone()
        return row
