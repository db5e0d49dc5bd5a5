"""Segments of all laptops as they lie here: merged, waiting for others, or set aside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from inspector.core.canonical import canonical
from inspector.core.ids import ORG, TRAY
from inspector.core.segments import Segment, needs_of, segment_of, unpacked
from inspector.store.journal import Journal
from inspector.store.triggers import INDEX_BITS

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_SET_BITS = 256
MERGING = "merging"
"""Why a merged segment is not there to its last operation yet."""
_BEHIND = (
    "WITH RECURSIVE has(seg, prev) AS ("
    "SELECT s.seg, s.prev FROM sync_segment s"
    " WHERE lower(hex(s.hash)) IN (SELECT value FROM json_each(?))"
    " UNION SELECT s.seg, s.prev FROM has JOIN sync_segment s ON s.hash = has.prev)"
    " SELECT seg FROM has"
)
"""The segments behind some tips (a JSON list of hashes)."""


class State(IntEnum):
    """Where a segment stands: `QUARANTINED` ones are kept and passed on, but show nowhere."""

    OPEN = 0
    MERGED = 1
    WAITING = 2
    QUARANTINED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A sealed segment from elsewhere, checked whole: bytes are kept as sent.

    Beside them stands what is asked before it is merged; its operations are read again then, so
    that memory holds those of one segment at a time.
    """

    hash: bytes
    signature: bytes
    body: bytes
    project: str
    replica: str
    height: int
    prev: str | None
    user: str | None
    key: str
    schema: int
    count: int
    first_ms: int
    last_ms: int
    needs: frozenset[str]

    @classmethod
    def of(cls, digest: bytes, signature: bytes, body: bytes, segment: Segment) -> "Arrival":
        """Describe a segment that was read and found sound."""
        return cls(
            hash=digest,
            signature=signature,
            body=body,
            project=segment.project,
            replica=segment.replica,
            height=segment.height,
            prev=segment.prev,
            user=segment.user,
            key=segment.key,
            schema=segment.schema,
            count=len(segment.ops),
            first_ms=segment.ops[0].at_ms,
            last_ms=segment.ops[-1].at_ms,
            needs=frozenset(needs_of(segment)),
        )


@dataclass(frozen=True, slots=True)
class Known:
    """A segment that is here, without its body."""

    seg: int
    hash: str
    prev: str | None
    key: str
    user: str | None
    project: str
    replica: str
    height: int
    state: State
    resolves: bool
    count: int
    reason: str
    last_ms: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Fork:
    """Two segments that continue the same one: a laptop was cloned or restored."""

    project: str
    replica: str
    height: int
    hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """The organisation that this workspace belongs to: its key, pinned once."""

    root: str
    name: str


class SegmentRepository:
    """The sealed segments of a workspace; the caller holds the transaction."""

    def __init__(self, db: "Tables") -> None:
        self._db = db
        self._journal = Journal(db)

    # -- the organisation -----------------------------------------------------------------

    def pin(self) -> Pin | None:
        """Give the organisation that this workspace belongs to."""
        found = self._db.execute("SELECT root, name FROM sync_pin").fetchone()
        return Pin(bytes(found[0]).hex(), found[1]) if found else None

    def set_pin(self, pin: Pin, at_ms: int) -> None:
        """Pin the organisation, once and for all."""
        self._db.execute(
            "INSERT INTO sync_pin(id, root, name, at) VALUES (1, ?, ?, ?)",
            [bytes.fromhex(pin.root), pin.name, at_ms],
        )

    def signed_by(self, root: str) -> Iterator[Segment]:
        """Yield the organisation's segments that a key signed, merged or not."""
        for (body,) in self._db.execute(
            "SELECT body FROM sync_segment WHERE device_key = ? AND project_id = ?"
            " AND hash IS NOT NULL ORDER BY seg",
            [bytes.fromhex(root), ORG],
        ):
            yield segment_of(unpacked(bytes(body)))

    def unpin(self) -> None:
        """Belong to no organisation: the package that joined this workspace was taken back."""
        self._db.execute("DELETE FROM sync_pin")

    # -- what is here ---------------------------------------------------------------------

    def all(self) -> list[Known]:
        """List every sealed segment, oldest arrival first."""
        return self._where("1")

    def is_settled(self) -> bool:
        """Tell whether every segment stands for a reason: none was left while taking in."""
        found = self._db.execute(
            "SELECT 1 FROM sync_segment WHERE (state = ? AND reason IS NULL)"
            " OR (state = ? AND reason = ?)",
            [State.WAITING, State.MERGED, MERGING],
        )
        return found.fetchone() is None

    def unsettled(self) -> list[Known]:
        """List the segments that wait or are set aside."""
        return self._where(f"g.state IN ({State.WAITING:d}, {State.QUARANTINED:d})")

    def own(self) -> list[Known]:
        """List the sealed segments of this very workspace."""
        return self._where("g.replica = (SELECT replica FROM sync_self)")

    def _where(self, condition: str) -> list[Known]:
        own = self._journal.replica()
        return [
            Known(
                seg=seg,
                hash=bytes(digest).hex(),
                prev=bytes(prev).hex() if prev else None,
                key=bytes(key or b"").hex(),
                user=user,
                project=project,
                replica=bytes(replica).hex(),
                height=height,
                state=State(state),
                resolves=bool(resolves),
                count=count,
                reason=reason or "",
                last_ms=last_ms,
                is_own=bytes(replica) == own,
            )
            for (
                seg,
                digest,
                prev,
                key,
                user,
                project,
                replica,
                height,
                state,
                resolves,
                count,
                reason,
                last_ms,
            ) in self._db.execute(
                "SELECT g.seg, g.hash, g.prev, g.device_key, g.user_id, g.project_id, g.replica,"
                " g.height, g.state, g.resolves, g.n, g.reason, g.t1"
                " FROM sync_segment g"
                f" WHERE g.hash IS NOT NULL AND {condition} ORDER BY g.seg"
            ).fetchall()
        ]

    def alias(self, digest: str) -> int | None:
        """Give the local number of a segment that is merged."""
        found = self._db.execute(
            "SELECT seg FROM sync_segment WHERE hash = ? AND state = ?",
            [bytes.fromhex(digest), State.MERGED],
        ).fetchone()
        return int(found[0]) if found else None

    def standing_of(self, seg: int) -> tuple[State, str]:
        """Tell how a segment stands here, and why."""
        state, reason = self._db.execute(
            "SELECT state, reason FROM sync_segment WHERE seg = ?", [seg]
        ).fetchone()
        return State(state), reason or ""

    def state_of(self, digest: bytes) -> State | None:
        """Tell how a segment stands here; None where it never came."""
        found = self._db.execute(
            "SELECT state FROM sync_segment WHERE hash = ?", [digest]
        ).fetchone()
        return State(found[0]) if found else None

    def body(self, seg: int) -> Segment:
        """Read a segment."""
        (body,) = self._db.execute("SELECT body FROM sync_segment WHERE seg = ?", [seg]).fetchone()
        return segment_of(unpacked(bytes(body)))

    def projects(self) -> list[str]:
        """List the projects of which there are segments."""
        sql = "SELECT DISTINCT project_id FROM sync_segment ORDER BY 1"
        return [project for (project,) in self._db.execute(sql)]

    def forks(self) -> list[Fork]:
        """List where a stream split: somebody cloned a disk or restored a backup."""
        found = self._db.execute(
            "SELECT project_id, replica, height, group_concat(lower(hex(hash)))"
            " FROM sync_segment WHERE hash IS NOT NULL"
            " GROUP BY project_id, replica, height, prev HAVING count(*) > 1 ORDER BY 1, 2, 3"
        )
        return [
            Fork(project, bytes(replica).hex(), height, tuple(sorted(hashes.split(","))))
            for project, replica, height, hashes in found
        ]

    def rows_written_by(self, key: str, rows: Iterable[str]) -> set[str]:
        """Name those of some records on which the laptop with this key wrote."""
        found = self._db.execute(
            "SELECT DISTINCT o.row FROM json_each(?) r CROSS JOIN sync_op o ON o.row = r.value"
            f" JOIN sync_segment g ON g.seg = o.opid >> {INDEX_BITS} WHERE g.device_key = ?",
            [canonical(sorted(rows)), bytes.fromhex(key)],
        )
        return {row for (row,) in found}

    # -- exchange -------------------------------------------------------------------------

    def tips(self, project: str) -> list[str]:
        """List the segments of a project that no other continues: what this workspace holds."""
        found = self._db.execute(
            "SELECT lower(hex(s.hash)) FROM sync_segment s WHERE s.project_id = ?"
            " AND s.hash IS NOT NULL AND NOT EXISTS ("
            "SELECT 1 FROM sync_segment c WHERE c.project_id = s.project_id"
            " AND c.replica = s.replica AND c.height = s.height + 1 AND c.prev = s.hash)"
            " ORDER BY 1",
            [project],
        )
        return [digest for (digest,) in found]

    def behind(self, tips: Iterable[str]) -> frozenset[int]:
        """Give the numbers of the segments behind some tips."""
        found = self._db.execute(_BEHIND, [canonical(sorted(tips))])
        return frozenset(seg for (seg,) in found)

    def set_digest(self, project: str) -> str:
        """Sum the hashes of all that is here of a project: equal sums, equal sets."""
        total = 0
        for (digest,) in self._db.execute(
            "SELECT hash FROM sync_segment WHERE project_id = ? AND hash IS NOT NULL", [project]
        ):
            total = (total + int.from_bytes(bytes(digest))) % (1 << _SET_BITS)
        return f"{total:064x}"

    def lacking(self, project: str, tips: Iterable[str]) -> list[tuple[bytes, bytes, bytes, bytes]]:
        """Give (hash, signature, key, body) of what whoever has these tips has not, oldest first.

        Segments that wait or are set aside here are passed on as well: others may know better.
        """
        return [
            (bytes(digest), bytes(signature), bytes(key), bytes(body))
            for digest, signature, key, body in self._db.execute(
                "SELECT hash, sig, device_key, body FROM sync_segment WHERE project_id = ?"
                " AND hash IS NOT NULL"
                f" AND seg NOT IN (SELECT seg FROM ({_BEHIND})) ORDER BY seg",
                [project, canonical(sorted(tips))],
            )
        ]

    # -- changes of standing --------------------------------------------------------------

    def keep(self, arrival: Arrival, at_ms: int, via: str) -> None:
        """Keep a segment that was not here; it waits until it is settled."""
        self._db.execute(
            "INSERT INTO sync_segment(project_id, hash, replica, height, prev, user_id,"
            " device_key, schema_version, n, t0, t1, sig, body, state, recv_at, via)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                arrival.project,
                arrival.hash,
                bytes.fromhex(arrival.replica),
                arrival.height,
                bytes.fromhex(arrival.prev) if arrival.prev else None,
                arrival.user,
                bytes.fromhex(arrival.key),
                arrival.schema,
                arrival.count,
                arrival.first_ms,
                arrival.last_ms,
                arrival.signature,
                arrival.body,
                State.WAITING,
                at_ms,
                via,
            ],
        )
        self._journal.open_project(arrival.project)

    def brought_by(self, packages: Iterable[str]) -> set[str]:
        """List the segments that first came in one of some packages."""
        found = self._db.execute(
            "SELECT lower(hex(hash)) FROM sync_segment WHERE hash IS NOT NULL"
            " AND via IN (SELECT value FROM json_each(?))",
            [canonical(sorted(packages))],
        )
        return {digest for (digest,) in found}

    def forget(self, digests: Iterable[str]) -> None:
        """Be as if some segments had never come; their operations are out of the index."""
        self._db.conn.executemany(
            "DELETE FROM sync_segment WHERE hash = ?", [(bytes.fromhex(one),) for one in digests]
        )
        empty = (
            "SELECT o.seg FROM sync_open o JOIN sync_segment g ON g.seg = o.seg"
            " WHERE g.project_id NOT IN (?, ?) AND NOT EXISTS"
            " (SELECT 1 FROM sync_segment s WHERE s.project_id = g.project_id AND s.seg <> g.seg)"
            f" AND NOT EXISTS (SELECT 1 FROM sync_op p WHERE p.opid >> {INDEX_BITS} = g.seg)"
        )
        for (seg,) in self._db.execute(empty, [ORG, TRAY]).fetchall():
            self._db.execute("DELETE FROM sync_open WHERE seg = ?", [seg])
            self._db.execute("DELETE FROM sync_segment WHERE seg = ?", [seg])

    def stand(self, seg: int, state: State, reason: str = "") -> None:
        """Say how a segment stands, and why where it is not merged."""
        self._db.execute(
            "UPDATE sync_segment SET state = ?, reason = ? WHERE seg = ?",
            [state, reason or None, seg],
        )

    def allow_resolving(self, seg: int, *, allowed: bool) -> None:
        """Say whether the person of a segment may settle conflicts."""
        self._db.execute("UPDATE sync_segment SET resolves = ? WHERE seg = ?", [int(allowed), seg])
