"""Sealing a bundle or a public copy: where to, under the strip, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.bundles import BundleForm
from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress, SealStage
from inspector.folders import EXPORTS
from inspector.operations.bundle_seals import opened_signer
from inspector.operations.bundles import MadeBundle, seal_bundle, was_begun
from inspector.operations.public_copy import MadePublicCopy, PublicWish, seal_public_copy
from inspector.operations.sealing import office_certificate
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.archive.sealing.model import (
    Purpose,
    SealWish,
    proposed_name,
    stage_words,
)
from inspector.words.language import _
from inspector.words.publishing import left_out_lines

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

_ZIP_KIND = "ZIP (*.zip)"
_CERTIFICATES = "PKCS#12 (*.p12 *.pfx)"
_TAKEN = frozenset({Problem.FILE_EXISTS, Problem.FILE_AMONG_RECORDS, Problem.BUNDLE_EXISTS})
Retry = Callable[[], object]


class SealingBoard(QObject):
    """Seals what the form asks for.

    Signals:
        usable(object): what the form asks for can be done (SealWish).
        unusable(object): its certificate cannot be used (InspectorError).
        sealed(object): a bundle lies on the disk (MadeBundle).
        published(object): a public copy lies on the disk (MadePublicCopy).
        refused(object, object): nothing was written (InspectorError), and how to try again.
        working(bool): whether something is being sealed.
    """

    usable = Signal(object)
    unusable = Signal(object)
    sealed = Signal(object)
    published = Signal(object)
    refused = Signal(object, object)
    working = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.is_working = False
        self._stage: SealStage | None = None

    # -- the certificate ----------

    def own_certificate(self) -> Path | None:
        """Give this person's own certificate, if there is one."""
        own = office_certificate(self._workspace)
        return own if own.is_file() else None

    def choose_certificate(self, take: Callable[[Path], object]) -> None:
        """Ask for a certificate's file."""
        question = FileQuestion(title=_("选择证书文件"), kinds=_CERTIFICATES)
        self._desk.ask.files(question, lambda paths: take(paths[0]))

    def try_out(self, wish: SealWish) -> None:
        """Open the certificate before anything is made."""
        signer = wish.form.signer
        if signer is None:
            self.usable.emit(wish)
            return
        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: opened_signer(signer, self._workspace.now()),
                on_success=lambda _opened: self.usable.emit(wish),
                on_refusal=self.unusable.emit,
                on_crash=self._desk.crashed,
            )
        )

    # -- sealing ----------

    def seal(self, project_id: str, stem: str, wish: SealWish) -> None:
        """Ask where it goes, then write it; `stem` names the file."""
        folder = self._workspace.folder / EXPORTS
        folder = folder if folder.is_dir() else self._workspace.folder
        taken = [path.name for path in folder.iterdir()]
        is_public, form = wish.purpose is Purpose.PUBLIC, wish.form
        named = _("{stem}_公开副本").format(stem=stem) if is_public else stem
        question = FileQuestion(
            title=_("封存公开副本") if is_public else _("封存归档包"),
            kinds="" if form.as_folder else _ZIP_KIND,
            folder=str(folder),
            name=proposed_name(named, taken, as_folder=form.as_folder),
        )
        again = partial(self.seal, project_id, stem, wish)
        make = partial(self._publish if is_public else self._seal, project_id, wish, again)
        self._desk.ask.save_as(question, lambda out: make(_named(out, form)))

    def _seal(self, project_id: str, wish: SealWish, again: Retry, out: Path) -> None:
        def work(progress: Progress) -> Outcome[MadeBundle]:
            watch = self._watched(progress)
            return seal_bundle(self._workspace, project_id, out, watch, wish.form)

        if was_begun(out):
            self._desk.toast(_("上次没有写完，接着写"))
        self._long(_("正在封存归档包"), work, self.sealed.emit, again)

    def _publish(self, project_id: str, wish: SealWish, again: Retry, out: Path) -> None:
        wanted = PublicWish(
            leave_unreviewed=wish.leave_unreviewed, released=wish.released, form=wish.form
        )

        def work(progress: Progress) -> Outcome[MadePublicCopy]:
            watch = self._watched(progress)
            return seal_public_copy(self._workspace, project_id, out, wanted, watch)

        self._long(_("正在制作公开副本"), work, self._tell_published, again)

    def _tell_published(self, made: MadePublicCopy) -> None:
        self.published.emit(made)
        self._desk.ask.tell(_("公开副本已写成"), published_words(made))

    def _long(
        self,
        title: str,
        work: Callable[[Progress], Outcome[Any]],
        done: Callable[[Any], object],
        again: Retry,
    ) -> None:
        told: list[object] = []
        self._stage = None

        def succeeded(outcome: Outcome[Any]) -> None:
            told.append(outcome)
            self._desk.hub.tell_outcome(outcome)
            done(outcome.value)

        def refused(error: InspectorError) -> None:
            told.append(error)
            self.refused.emit(error, again if error.problem in _TAKEN else None)

        def crashed(error: BaseException) -> None:
            told.append(error)
            self._desk.crashed(error)

        def ended() -> None:
            self._set_working(is_working=False)
            if not told:
                self._desk.toast(_("已停止，没有留下文件"))

        self._set_working(is_working=True)
        job = Job(
            work=work, on_success=succeeded, on_refusal=refused, on_crash=crashed, on_end=ended
        )
        job.count = lambda done, total: stage_words(self._stage, done, total)
        self._desk.long_work(title, job)

    def _watched(self, progress: Progress) -> "_Watch":
        return _Watch(progress, self._enter)

    def _enter(self, stage: SealStage) -> None:
        self._stage = stage

    def _set_working(self, *, is_working: bool) -> None:
        self.is_working = is_working
        self.working.emit(is_working)


@dataclass(frozen=True, slots=True)
class _Watch:
    """Tells the window how far it is, and at what."""

    progress: Progress
    told: Callable[[SealStage], None]

    def report(self, done: int, total: int) -> None:
        """Tell how far the stage is."""
        self.progress.report(done, total)

    def wants_stop(self) -> bool:
        """Ask the person."""
        return self.progress.wants_stop()

    def enter(self, stage: SealStage) -> None:
        """Tell what it is at."""
        self.told(stage)


def published_words(made: MadePublicCopy) -> str:
    """Say where the copy lies, and what was left out of it."""
    lines: Sequence[str] = (
        _("文件：{file}").format(file="、".join(map(str, made.paths))),
        *(left_out_lines(made.left_out) or (_("没有略去任何照片和文件。"),)),
        _("逐件清单在副本的“其他/未公开文件清单.csv”里。"),
    )
    return "\n".join(lines)


def _named(out: Path, form: BundleForm) -> Path:
    """Give the file its ending where the person left it out."""
    if form.as_folder or out.suffix.lower() == ".zip":
        return out
    return out.with_name(f"{out.name}.zip")
