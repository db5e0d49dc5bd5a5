"""Other workspaces as they showed themselves: what they hold, when they were last seen."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from inspector.core.canonical import canonical
from inspector.core.exchange import Peer, Receipt, ReceiptLine, SetAside
from inspector.store.triggers import INDEX_BITS

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class PeerRepository:
    """Peers, what they acknowledged, and the packages that came; local to this workspace."""

    def __init__(self, db: "Tables") -> None:
        self._db = db

    # -- who they are ---------------------------------------------------------------------

    def see(self, peer: Peer) -> bool:
        """Keep how a peer showed itself; an older package than the last changes nothing."""
        cursor = self._db.execute(
            "INSERT INTO sync_peer(peer, device_key, name, made_at, seen_at, skew_ms)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (peer) DO UPDATE SET"
            " device_key = excluded.device_key, name = excluded.name,"
            " made_at = excluded.made_at, seen_at = excluded.seen_at, skew_ms = excluded.skew_ms"
            " WHERE excluded.made_at >= sync_peer.made_at",
            [
                bytes.fromhex(peer.replica),
                bytes.fromhex(peer.key),
                peer.name,
                peer.made_at_ms,
                peer.seen_at_ms,
                peer.skew_ms,
            ],
        )
        return bool(cursor.rowcount)

    def all(self) -> list[Peer]:
        """List the peers, the last seen first."""
        return [
            Peer(
                replica=bytes(replica).hex(),
                key=bytes(key).hex(),
                name=name,
                made_at_ms=made_at,
                seen_at_ms=seen_at,
                skew_ms=skew,
            )
            for replica, key, name, made_at, seen_at, skew in self._db.execute(
                "SELECT peer, device_key, name, made_at, seen_at, skew_ms FROM sync_peer"
                " ORDER BY seen_at DESC, peer"
            )
        ]

    # -- what they hold -------------------------------------------------------------------

    def hold(self, replica: str, project: str, tips: Iterable[str], set_digest: str) -> None:
        """Keep what a peer said it holds of a project: the receipt for all behind it."""
        self._db.execute(
            "INSERT INTO sync_peer_tips(peer, project_id, tips, set_digest) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (peer, project_id) DO UPDATE SET tips = excluded.tips,"
            " set_digest = excluded.set_digest",
            [bytes.fromhex(replica), project, canonical(sorted(tips)), set_digest],
        )

    def tips_of(self, replica: str, project: str) -> list[str]:
        """List what a peer holds of a project, as far as it said."""
        found = self._db.execute(
            "SELECT tips FROM sync_peer_tips WHERE peer = ? AND project_id = ?",
            [bytes.fromhex(replica), project],
        ).fetchone()
        return [str(tip) for tip in json.loads(found[0])] if found else []

    def digest_of(self, replica: str, project: str) -> str:
        """Give the sum over the segments that a peer said it holds of a project."""
        found = self._db.execute(
            "SELECT set_digest FROM sync_peer_tips WHERE peer = ? AND project_id = ?",
            [bytes.fromhex(replica), project],
        ).fetchone()
        return str(found[0]) if found else ""

    def acknowledged(self) -> set[str]:
        """List the tips that any peer holds of any project."""
        found = self._db.execute("SELECT tips FROM sync_peer_tips")
        return {tip for (text,) in found for tip in json.loads(text)}

    def store(self, replica: str, hashes: Iterable[str]) -> None:
        """Keep which files a peer said it holds and has verified."""
        peer = bytes.fromhex(replica)
        self._db.execute("DELETE FROM sync_stored WHERE peer = ?", [peer])
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO sync_stored VALUES (?, ?)", [(peer, one) for one in hashes]
        )

    def stored_at(self, replica: str) -> set[str]:
        """List the files that a peer holds."""
        found = self._db.execute(
            "SELECT sha256 FROM sync_stored WHERE peer = ?", [bytes.fromhex(replica)]
        )
        return {sha256 for (sha256,) in found}

    def stored_by(self, key: str) -> set[str]:
        """List the files that the laptop with this key holds, by what it said last.

        What an earlier incarnation of it held may have been lost with that one.
        """
        found = self._db.execute(
            "SELECT sha256 FROM sync_stored WHERE peer = (SELECT peer FROM sync_peer"
            " WHERE device_key = ? ORDER BY made_at DESC LIMIT 1)",
            [bytes.fromhex(key)],
        )
        return {sha256 for (sha256,) in found}

    def named_blobs(self, projects: Iterable[str]) -> list[str]:
        """List the hashes of photos and files that records of some projects name."""
        found = self._db.execute(
            "WITH wanted(id) AS (SELECT value FROM json_each(?))"
            " SELECT sha256 FROM photo WHERE project_id IN wanted AND sha256 IS NOT NULL"
            " UNION SELECT sha256 FROM report WHERE project_id IN wanted AND sha256 IS NOT NULL"
            " UNION SELECT sha256 FROM document WHERE project_id IN wanted AND sha256 IS NOT NULL"
            " UNION SELECT sha256 FROM reply WHERE project_id IN wanted AND sha256 IS NOT NULL"
            " UNION SELECT hash FROM checklist_pack WHERE project_id IN wanted"
            "   AND hash IS NOT NULL"
            " UNION SELECT letter_sha256 FROM attendance WHERE project_id IN wanted"
            "   AND letter_sha256 IS NOT NULL"
            " UNION SELECT letter_sha256 FROM opinion WHERE project_id IN wanted"
            "   AND letter_sha256 IS NOT NULL"
            " UNION SELECT scan_sha256 FROM signature WHERE project_id IN wanted"
            "   AND scan_sha256 IS NOT NULL"
            " ORDER BY 1",
            [canonical(list(projects))],
        )
        return [sha256 for (sha256,) in found]

    def named_photos(self) -> list[str]:
        """List the hashes of all photos on record."""
        found = self._db.execute(
            "SELECT DISTINCT sha256 FROM photo WHERE deleted = 0 AND sha256 IS NOT NULL ORDER BY 1"
        )
        return [sha256 for (sha256,) in found]

    def photos_by_key(self) -> list[tuple[str, str]]:
        """List (device key, sha256) of the photos on record, by the laptop that took them in."""
        found = self._db.execute(
            "SELECT DISTINCT lower(hex(g.device_key)), p.sha256 FROM photo p"
            " JOIN sync_col c ON c.tbl = 'photo' AND c.col = '*'"
            " JOIN sync_op o ON o.row = p.id AND o.cid = c.cid"
            f" JOIN sync_segment g ON g.seg = o.opid >> {INDEX_BITS}"
            " WHERE p.deleted = 0 AND p.sha256 IS NOT NULL"
        )
        return [(key, sha256) for key, sha256 in found]

    # -- what came ------------------------------------------------------------------------

    def log(self, receipt: Receipt) -> None:
        """Keep the receipt of a package that was taken in."""
        self._db.execute(
            "INSERT INTO sync_import(at, package, name, sender, receipt, backup)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                receipt.taken_at_ms,
                receipt.id,
                receipt.name,
                bytes.fromhex(receipt.sender),
                canonical(asdict(receipt)),
                receipt.backup,
            ],
        )

    def receipts(self) -> list[Receipt]:
        """List the receipts, the newest first."""
        return [
            _receipt(json.loads(text))
            for (text,) in self._db.execute("SELECT receipt FROM sync_import ORDER BY id DESC")
        ]

    def take_back(self, package: str, at_ms: int) -> None:
        """Note in its receipts that a package was taken back."""
        self._db.execute(
            "UPDATE sync_import SET receipt = json_set(receipt, '$.taken_back_ms', ?)"
            " WHERE package = ?",
            [at_ms, package],
        )

    def forget(self, replica: str) -> None:
        """Be as if a peer had never shown itself."""
        for table in ("sync_peer", "sync_peer_tips", "sync_stored"):
            self._db.execute(f"DELETE FROM {table} WHERE peer = ?", [bytes.fromhex(replica)])

    # -- personal values ------------------------------------------------------------------

    def private_values(self, projects: Iterable[str]) -> list[tuple[str, str, str, bytes, str]]:
        """List (row, column, digest, salt, value) of the personal values of some projects."""
        return self._db.execute(
            "SELECT v.row, v.col, v.digest, v.salt, v.value FROM private_value v"
            " WHERE EXISTS (SELECT 1 FROM sync_op o"
            "   JOIN sync_segment g ON g.seg = o.opid >> 20"
            "   WHERE o.row = v.row AND g.project_id IN (SELECT value FROM json_each(?)))"
            " ORDER BY 1, 2, 3",
            [canonical(list(projects))],
        ).fetchall()

    def keep_private(self, values: Iterable[tuple[str, str, str, bytes, str]]) -> None:
        """Keep personal values that came; what was erased stays erased."""
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO private_value(row, col, digest, salt, value)"
            " VALUES (?, ?, ?, ?, ?)",
            values,
        )
        self.obey_erasures()

    def drop_strangers_values(self) -> None:
        """Remove the personal values of records of which nothing is written here."""
        self._db.execute(
            "DELETE FROM private_value WHERE NOT EXISTS"
            " (SELECT 1 FROM sync_op o WHERE o.row = private_value.row)"
        )

    def obey_erasures(self) -> None:
        """Remove the personal values that somebody erased, here or elsewhere.

        What was written on the field after the erasure stays.
        """
        self._db.execute(
            "DELETE FROM private_value WHERE EXISTS (SELECT 1 FROM erasure e"
            " WHERE e.row_id = private_value.row AND e.column_name = private_value.col"
            "   AND NOT EXISTS (SELECT 1 FROM sync_op o JOIN sync_col c ON c.cid = o.cid"
            "     WHERE o.row = e.row_id AND c.col = e.column_name"
            "       AND o.val = json_quote(private_value.digest) AND o.rank >> 16 > e.at_ms))"
        )


def _receipt(told: dict[str, Any]) -> Receipt:
    lines = tuple(
        ReceiptLine(**{**line, "reason": SetAside(line["reason"])}) for line in told.pop("lines")
    )
    segments = tuple(told.pop("segments", ()))
    return replace(Receipt(**told, lines=()), lines=lines, segments=segments)
