"""Reads the papers of a project and makes them for the person."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.batches import EntryState
from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import MEETING_SHEETS, PaperKind
from inspector.core.lookups import CheckedPaper
from inspector.core.progress import Progress
from inspector.core.projects import Project
from inspector.folders import EXPORTS
from inspector.operations.batches import make_batch
from inspector.operations.checking_papers import check_paper, check_paper_file
from inspector.operations.papers import PaperLine, list_papers, make_paper
from inspector.operations.reports import kept_paper
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.acceptance.forms.model import (
    KINDS,
    FormLine,
    form_line,
    proposed_file,
    with_ending,
)
from inspector.words.language import _
from inspector.words.records import paper_name
from inspector.words.reports import batch_line

Retry = Callable[[], object]


class FormsBoard(QObject):
    """The papers of one project.

    Signals:
        changed(): other papers were made, or another project is shown.
        refused(object, object): something was not written (InspectorError), and how to try again.
        told(str, bool): what came of work, and whether all went well.
        checked(object): how a paper stands to the records (CheckedPaper).
        working(bool): whether papers are being made.
    """

    changed = Signal()
    refused = Signal(object, object)
    told = Signal(str, bool)
    checked = Signal(object)
    working = Signal(bool)

    def __init__(
        self, desk: Desk, open_path: Callable[[Path], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open_path = open_path
        self.project: Project | None = None
        self.is_working = False
        self._lines: Mapping[PaperKind, PaperLine] = {}
        self._saved: dict[str, Path] = {}

    def show_project(self, project: Project) -> None:
        """Turn to a project."""
        self.project = project
        self.reread()

    def reread(self) -> None:
        """Read again what was made."""
        if self.project is not None:
            found = list_papers(self._desk.workspace, self.project.id)
            self._lines = {line.kind: line for line in found}
            self.changed.emit()

    def lines(self) -> Sequence[FormLine]:
        """Give the papers as their lines show them."""
        return [
            form_line(line, is_here=self._path(line) is not None) for line in self._lines.values()
        ]

    def _path(self, line: PaperLine) -> Path | None:
        """Give where the newest paper lies: where the person put it, else the copy kept here."""
        if line.newest is None:
            return None
        saved = self._saved.get(line.newest.id)
        if saved is not None and saved.is_file():
            return saved
        return kept_paper(self._desk.workspace, line.newest)

    # -- acts ----------

    def open_newest(self, kind: PaperKind) -> None:
        """Open the newest paper of a kind with the system's program."""
        path = self._path(self._lines[kind])
        if path is not None:
            self._open_path(path)

    def make(self, kind: PaperKind) -> None:
        """Ask where a paper goes and in which edition, then make it."""
        if self.project is None or self.is_working:
            return
        folder = self._folder()
        taken = [path.name for path in folder.iterdir()]
        question = FileQuestion(
            title=_("生成{paper}").format(paper=paper_name(kind)),
            kinds=KINDS,
            folder=str(folder),
            name=proposed_file(self.project, kind, self._lines[kind].newest, taken),
        )
        project_id = self.project.id
        self._desk.ask.save_as(question, lambda out: self._make(project_id, kind, out))

    def _folder(self) -> Path:
        workspace: Path = self._desk.workspace.folder
        return workspace / EXPORTS if (workspace / EXPORTS).is_dir() else workspace

    def _make(self, project_id: str, kind: PaperKind, given: Path) -> None:
        out = given.with_name(with_ending(given.name))

        def work(progress: Progress) -> Outcome[Any]:
            return make_paper(self._desk.workspace, project_id, kind, out, progress)

        def done(outcome: Outcome[Any]) -> None:
            self._saved[outcome.value.report.id] = outcome.value.path
            self._desk.hub.tell_outcome(outcome)
            self.reread()
            text = _("已生成：{name}").format(name=out.name)
            self._desk.toast(text, _("打开"), lambda: self._open_path(out))
            self.told.emit("\n".join(outcome.value.warnings), not outcome.value.warnings)

        self._work(_("正在生成{paper}").format(paper=paper_name(kind)), work, done, kind)

    def make_all(self) -> None:
        """Ask for a folder, then make the record of every building into it."""
        if self.project is None or self.is_working:
            return
        question = FileQuestion(
            title=_("选择放分幢查验记录和会议各表的文件夹"), folder=str(self._folder())
        )
        project_id = self.project.id
        self._desk.ask.folder(question, lambda folder: self._make_all(project_id, folder))

    def _make_all(self, project_id: str, folder: Path) -> None:
        def work(progress: Progress) -> Outcome[Any]:
            return make_batch(
                self._desk.workspace,
                project_id,
                folder,
                progress=progress,
                sheets=MEETING_SHEETS,
            )

        def done(outcome: Outcome[Any]) -> None:
            batch = outcome.value
            failed = batch.in_state(EntryState.FAILED)
            self._desk.hub.tell_outcome(outcome)
            self.reread()
            lines = [batch_line(len(batch.entries), len(failed))]
            lines += [f"{one.title}：{one.reason}" for one in failed]
            self.told.emit("\n".join(lines), not failed)
            text = _("分幢查验记录和会议各表已写入：{folder}").format(folder=folder.name)
            self._desk.toast(text, _("打开文件夹"), lambda: self._open_path(folder))

        self._work(_("正在生成分幢查验记录和会议各表"), work, done, None)

    def _work(
        self,
        title: str,
        work: Callable[[Progress], Outcome[Any]],
        done: Callable[[Outcome[Any]], None],
        kind: PaperKind | None,
    ) -> None:
        """Run long work under the strip with count and stop."""
        ends: list[object] = []

        def succeeded(outcome: Outcome[Any]) -> None:
            ends.append(outcome)
            done(outcome)

        def refused(error: InspectorError) -> None:
            ends.append(error)
            is_name = error.problem in {Problem.FILE_EXISTS, Problem.FILE_AMONG_RECORDS}
            again = (lambda: self.make(kind)) if kind else self.make_all
            self.refused.emit(error, again if is_name or kind is None else None)

        def crashed(error: BaseException) -> None:
            ends.append(error)
            self._desk.crashed(error)

        def ended() -> None:
            self._set_working(is_working=False)
            if not ends:
                self._desk.toast(_("已停止；已生成的文件都在，再次运行会接着做"))

        self._set_working(is_working=True)
        self._desk.long_work(
            title,
            Job(
                work=work,
                on_success=succeeded,
                on_refusal=refused,
                on_crash=crashed,
                on_end=ended,
            ),
        )

    def _set_working(self, *, is_working: bool) -> None:
        self.is_working = is_working
        self.working.emit(is_working)

    # -- looking a paper up ----------

    def check(self, code: str) -> None:
        """Compare the paper that a code names with the records, off the window's thread."""
        if code.strip():
            self._check(lambda: check_paper(self._desk.workspace, code))

    def check_file(self) -> None:
        """Ask for the file of a paper and compare it."""
        question = FileQuestion(title=_("选择要核对的报告文件"), kinds=KINDS)
        workspace = self._desk.workspace
        self._desk.ask.files(
            question,
            lambda paths: self._check(lambda: check_paper_file(workspace, paths[0])),
        )

    def _check(self, look: Callable[[], CheckedPaper]) -> None:
        def work(_progress: Progress) -> CheckedPaper:
            return look()

        self._desk.jobs.acts.start(
            Job(
                work=work,
                on_success=self.checked.emit,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )
