"""Reads how a report is signed, and has it signed."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import IssuedReport
from inspector.core.progress import Progress
from inspector.core.signatures import Signature
from inspector.operations.projects import list_parties
from inspector.operations.sealing import (
    SealDraft,
    create_certificate,
    newest_sealed,
    office_certificate,
    seal_report,
    verify_pdf,
)
from inspector.operations.verdicts import list_meetings
from inspector.ui.kit.ask import FileQuestion, Question
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.acceptance.sealing.model import Sealable, SealWish, signed_name
from inspector.words.language import _

PDFS = "PDF (*.pdf)"
_DOUBTS = frozenset({Problem.CERTIFICATE_OTHER_UNIT, Problem.CERTIFICATE_SHARED})
CERTIFICATES = "PKCS #12 (*.p12 *.pfx)"


class SealingBoard(QObject):
    """One report on its way to a certificate signature.

    Signals:
        ready(object): it can be signed (Sealable).
        sealed(object): the signed file is written (Path).
        refused(object): nothing was signed (InspectorError).
    """

    ready = Signal(object)
    sealed = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def begin(self, report: IssuedReport) -> None:
        """Read and verify the newest state of a report off the window's thread."""
        workspace = self._desk.workspace

        def work(_progress: Progress) -> Sealable:
            return sealable(workspace, report)

        self._desk.jobs.acts.start(
            Job(
                work=work,
                on_success=self.ready.emit,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def choose_certificate(self, take: Any) -> None:
        """Ask for a certificate's file."""
        question = FileQuestion(title=_("选择证书文件"), kinds=CERTIFICATES)
        self._desk.ask.files(question, lambda paths: take(paths[0]) if paths else None)

    def seal(self, one: Sealable, wish: SealWish) -> None:
        """Ask where the signed file goes, then sign."""
        question = FileQuestion(title=_("另存已签名的报告"), kinds=PDFS, name=signed_name(one))
        self._desk.ask.save_as(question, lambda out: self._seal(one, wish, out))

    def _seal(
        self, one: Sealable, wish: SealWish, out: Path, *, is_confirmed: bool = False
    ) -> None:
        workspace = self._desk.workspace
        path = out if out.suffix else out.with_suffix(".pdf")

        def work() -> Outcome[Signature]:
            own = office_certificate(workspace)
            certificate = wish.certificate or (own if own.is_file() else None)
            if certificate is None:
                certificate, _made = create_certificate(
                    workspace, wish.holder, wish.unit, wish.passphrase
                )
            draft = SealDraft(
                party_id=wish.party_id,
                certificate=certificate,
                passphrase=wish.passphrase,
                is_confirmed=is_confirmed,
            )
            return seal_report(workspace, one.meeting_id, one.report.id, path, draft)

        def refused(error: InspectorError) -> None:
            if error.problem not in _DOUBTS:
                self.refused.emit(error)
                return
            question = Question(
                title=_("证书不是该单位的"),
                text=self._desk.ask.explain(error),
                yes=_("确认代签"),
                is_grave=True,
            )
            self._desk.ask.confirm(question, lambda: self._seal(one, wish, out, is_confirmed=True))

        self._desk.act(work, lambda _made: self.sealed.emit(path), refused)


def sealable(workspace: Any, report: IssuedReport) -> Sealable:
    """Gather what signing a report needs; without a meeting there is nothing to sign for."""
    held = list_meetings(workspace, report.project_id)
    path = newest_sealed(workspace, report)
    if not held:
        raise InspectorError(Problem.SIGN_BEFORE_VERDICT)
    if path is None:
        raise InspectorError(Problem.FILE_MISSING, file=report.name)
    own = office_certificate(workspace)
    return Sealable(
        report=report,
        meeting_id=held[-1].id,
        parties=tuple(list_parties(workspace, report.project_id)),
        checked=verify_pdf(path),
        own=own if own.is_file() else None,
    )
