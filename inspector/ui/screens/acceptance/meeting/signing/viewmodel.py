"""Reads what there is to sign and keeps what is signed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError
from inspector.core.ink import Ink
from inspector.core.progress import Progress
from inspector.core.signatures import Shown
from inspector.operations.scans import ScanDraft, add_scan
from inspector.operations.signing import (
    SignatureDraft,
    SigningSheet,
    show_signatures,
    sign,
    withdraw_signature,
)
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job


class SigningBoard(QObject):
    """The signatures of one meeting.

    Signals:
        changed(): it was read again.
        signed(str): a party's signature is kept.
        refused(object): something was not kept (InspectorError).
    """

    changed = Signal()
    signed = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.signing: SigningSheet | None = None
        self._meeting_id = ""
        self._reading: Job | None = None
        self._again = False

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting and read its signatures off the window's thread."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self.signing = meeting_id, None
            self.changed.emit()
        if self._reading is not None:
            self._again = True
            return
        workspace = self._desk.workspace

        def work(_progress: Progress) -> SigningSheet:
            return show_signatures(workspace, meeting_id)

        self._reading = Job(
            work=work,
            on_success=self._take,
            on_refusal=self._desk.ask.refuse,
            on_crash=self._desk.crashed,
            on_end=self._ended,
        )
        self._desk.jobs.acts.start(self._reading)

    def _take(self, signing: SigningSheet) -> None:
        if signing.sheet.meeting.id == self._meeting_id:
            self.signing = signing
            self.changed.emit()

    def _ended(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.show_meeting(self._meeting_id)

    # -- acts ---------------------------------------------------------------------------------

    def sign(self, party_id: str, shown: Shown, ink: Ink, signer: str) -> None:
        """Keep a drawn signature for what was shown."""
        draft = SignatureDraft(party_id=party_id, shown=shown, ink=ink, signer=signer)
        workspace, meeting_id = self._desk.workspace, self._meeting_id
        self._act(
            lambda: sign(workspace, meeting_id, draft), lambda _made: self.signed.emit(party_id)
        )

    def withdraw(self, signature_id: str, reason: str) -> None:
        """Take a signature back."""
        workspace = self._desk.workspace
        self._act(lambda: withdraw_signature(workspace, signature_id, reason))

    def take_scan(
        self,
        draft: ScanDraft,
        done: Callable[[], object],
        refused: Callable[[InspectorError], None],
    ) -> None:
        """Take in a scanned page for the parties that signed it."""
        workspace, meeting_id = self._desk.workspace, self._meeting_id

        def kept(_made: object) -> None:
            done()
            self.show_meeting(meeting_id)

        self._desk.act(lambda: add_scan(workspace, meeting_id, draft), kept, refused)

    def _act(
        self,
        work: Callable[[], Outcome[Any]],
        on_done: Callable[[Any], object] | None = None,
    ) -> None:
        def done(value: object) -> None:
            if on_done is not None:
                on_done(value)
            self.show_meeting(self._meeting_id)

        def told(error: InspectorError) -> None:
            self.refused.emit(error)
            self.show_meeting(self._meeting_id)

        self._desk.act(work, done, told)
