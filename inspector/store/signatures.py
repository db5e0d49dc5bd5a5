"""Signatures as rows: what was shown as digests; the drawing is a personal value."""

import json
from typing import TYPE_CHECKING

from inspector.core.errors import InspectorError
from inspector.core.ink import Ink, read_ink, spell_ink
from inspector.core.meetings import PERSONAL_ROLES, Letter
from inspector.core.signatures import (
    Shown,
    Signature,
    SignatureKind,
    Withdrawal,
    read_shown,
    spell_shown,
)
from inspector.store.rows import Row, Rows, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class SignatureRepository:
    """What was signed in the rounds of a project."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "signature")
        self._parties = Rows(db, "party")

    def get(self, signature_id: str) -> Signature:
        """Read one signature."""
        return _signature(self._rows.get(signature_id))

    def of_meeting(self, meeting_id: str) -> list[Signature]:
        """List the signatures of a round, oldest first, those taken back too."""
        rows = self._rows.where("meeting_id = ?", [meeting_id], "ORDER BY signed_at, id")
        return [_signature(row) for row in rows]

    def sealing(self, report_id: str) -> list[Signature]:
        """List the certificate signatures on an issued report."""
        wanted = [report_id, SignatureKind.CERTIFICATE.value]
        return [_signature(row) for row in self._rows.where("report_id = ? AND kind = ?", wanted)]

    def named(self, start: str) -> list[Signature]:
        """List the signatures whose id begins so."""
        rows = self._rows.where("substr(id, 1, length(?1)) = ?1", [start])
        return [_signature(row) for row in rows]

    def put(self, one: Signature) -> None:
        """Keep a signature; a resident's name is kept as a personal value."""
        party = self._parties.find(one.party_id)
        is_personal = party is not None and party["role"] in PERSONAL_ROLES
        self._rows.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "meeting_id": one.meeting_id,
                "party_id": one.party_id,
                "kind": one.kind.value,
                "shown": spell_shown(one.shown),
                "signer": None if is_personal else one.signer,
                "resident": one.signer if is_personal else None,
                "post": one.post,
                "signed_at": one.signed_at,
                "device": one.device,
                "ink": spell_ink(one.ink) if one.ink else None,
                "scan_sha256": one.scan.sha256 if one.scan else None,
                "scan_name": one.scan.name if one.scan else None,
                "report_id": one.report_id,
            }
        )

    def withdraw(self, signature_id: str, withdrawal: Withdrawal) -> None:
        """Note that a signature was taken back; it stays where it is."""
        told = {"by": withdrawal.by, "at": withdrawal.at_ms, "reason": withdrawal.reason}
        self._rows.set_columns(signature_id, {"withdrawn": to_json(told)})


def _signature(row: Row) -> Signature:
    has_scan = row["scan_sha256"] is not None
    return Signature(
        id=row["id"],
        project_id=row["project_id"],
        meeting_id=row["meeting_id"] or "",
        party_id=row["party_id"] or "",
        kind=SignatureKind(row["kind"]),
        shown=read_shown(row["shown"]) if row["shown"] else Shown((), 0),
        signed_at=row["signed_at"] or "",
        device=row["device"] or "",
        signer=row["signer"] or row["resident"],
        post=row["post"],
        ink=_ink(row["ink"]),
        scan=Letter(sha256=row["scan_sha256"], name=row["scan_name"] or "") if has_scan else None,
        report_id=row["report_id"],
        withdrawn=_withdrawal(row["withdrawn"]),
    )


def _ink(text: str | None) -> Ink | None:
    """Read a drawing; one that is damaged is as good as none, and its row still counts."""
    try:
        return read_ink(text) if text else None
    except InspectorError:
        return None


def _withdrawal(text: str | None) -> Withdrawal | None:
    if not text:
        return None
    told = json.loads(text)
    return Withdrawal(by=told["by"], at_ms=int(told["at"]), reason=told["reason"])
