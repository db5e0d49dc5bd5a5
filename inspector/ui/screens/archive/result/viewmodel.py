"""Checking bundles, and what can be done about what was found."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.bundles import Sealed
from inspector.core.progress import Progress
from inspector.operations.bundle_checks import BundleCheck, check_bundles, write_check_report
from inspector.operations.bundles import list_bundles
from inspector.operations.handing import make_handover, register_beside
from inspector.operations.rechecking import repair_bundle
from inspector.operations.starting import NewWorkspace
from inspector.operations.unbundling import Restored, restore_bundle
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import InMegabytes, Job, counted
from inspector.ui.screens.archive.result.model import (
    Result,
    report_name,
    restored_words,
    result_of,
)
from inspector.words.language import _
from inspector.words.sizes import size_count

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

ZIP_KIND = "ZIP (*.zip)"
_REGISTER_KINDS = "PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)"
_REPORT_KINDS = "Excel (*.xlsx);;CSV (*.csv)"


class CheckBoard(QObject):
    """Checks bundles; the last check can be saved, repaired, or made a workspace again.

    Signals:
        checking(str): a bundle is being checked (its name; nothing when that has ended).
        checked(object): what a check found (Result).
        refused(object): something was not done (InspectorError).
        told(str): something was done, and where.
        open_wanted(object): a file or folder is to be opened (Path).
    """

    checking = Signal(str)
    checked = Signal(object)
    refused = Signal(object)
    told = Signal(str)
    open_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.result: Result | None = None

    # -- choosing ----------

    def choose_files(self) -> None:
        """Ask for a bundle's ZIP, or for those of all its parts, then check."""
        question = FileQuestion(title=_("校验归档包（分盘的请选齐各部分）"), kinds=ZIP_KIND)
        self._desk.ask.files(question, self.verify)

    def choose_folder(self) -> None:
        """Ask for a bundle that was unpacked, or a folder with all parts, then check it."""
        question = FileQuestion(title=_("校验展开的归档包，或存放各部分的文件夹"))
        self._desk.ask.folder(question, lambda path: self.verify([path]))

    # -- checking ----------

    def verify(self, paths: Sequence[Path]) -> None:
        """Check a bundle or its parts; every byte is read."""

        def work(progress: Progress) -> BundleCheck:
            return check_bundles(paths, progress)

        name = paths[0].name
        self.checking.emit(name)
        self._desk.long_work(
            _("正在校验 {name}").format(name=name),
            Job(
                work=work,
                on_success=self._take,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
                on_end=lambda: self.checking.emit(""),
                count=size_count,
            ),
        )

    def _take(self, check: BundleCheck) -> None:
        self.result = result_of(check, list_bundles(self._workspace))
        self.checked.emit(self.result)

    # -- what can be done ----------

    def save_report(self) -> None:
        """Write the last check down, file by file."""
        if self.result is None:
            return
        check, at = self.result.check, self._workspace.now()
        question = FileQuestion(
            title=_("保存校验报告"), kinds=_REPORT_KINDS, name=report_name(self.result, at)
        )
        self._desk.ask.save_as(question, lambda out: self._write(check, out))

    def _write(self, check: BundleCheck, out: Path) -> None:
        target = out if out.suffix else out.with_name(f"{out.name}.xlsx")
        at = self._workspace.now()
        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: write_check_report(check, target, at),
                on_success=lambda path: self.told.emit(
                    _("校验报告已保存：{file}").format(file=path)
                ),
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def open_folder(self) -> None:
        """Open the folder where the checked bundle lies."""
        if self.result is not None:
            self.open_wanted.emit(self.result.path.parent)

    def hand_over(self) -> None:
        """Open the register that lies beside the bundle; where there is none, make one."""
        if self.result is None:
            return
        paths = [path for path, _found in self.result.check.found]
        beside = register_beside(paths)
        if beside.is_file():
            self.open_wanted.emit(beside)
            return
        question = FileQuestion(
            title=_("移交登记表写到哪里？"),
            kinds=_REGISTER_KINDS,
            folder=str(beside.parent),
            name=beside.name,
        )
        self._desk.ask.save_as(question, lambda out: self._register(paths, out))

    def _register(self, paths: Sequence[Path], out: Path) -> None:
        target = out if out.suffix else out.with_name(f"{out.name}.pdf")

        def work(progress: Progress) -> Path:
            make_handover(paths, target, progress=progress)
            return target

        def done(path: Path) -> None:
            self.told.emit(_("移交登记表已写成：{file}").format(file=path))
            self.open_wanted.emit(path)

        self._long(_("正在出具移交登记表"), work, done)

    def repair(self, typed: str = "") -> None:
        """Ask for a second copy and for a new file, write the bundle anew, and check that."""
        if self.result is None:
            return
        damaged = self.result.path

        def with_copy(paths: list[Path]) -> None:
            question = FileQuestion(
                title=_("修复后的归档包写到哪里？"),
                kinds=ZIP_KIND,
                folder=str(damaged.parent),
                name=_("{stem}-修复.zip").format(stem=damaged.stem),
            )
            self._desk.ask.save_as(
                question, lambda out: self._repair(damaged, paths[0], out, typed)
            )

        question = FileQuestion(title=_("选择同一归档包的另一份"), kinds=ZIP_KIND)
        self._desk.ask.files(question, with_copy)

    def _repair(self, damaged: Path, copy: Path, out: Path, typed: str) -> None:
        def work(progress: Progress) -> Sealed:
            return repair_bundle(damaged, copy, out, typed, progress)

        def done(made: Sealed) -> None:
            self.told.emit(
                _("已逐个文件取完好的一份，写成：{file}。正在校验它。").format(file=made.path)
            )
            self.verify([made.path])

        self._long(_("正在修复 {name}").format(name=damaged.name), work, done)

    def restore(self) -> None:
        """Ask for an empty folder and make a workspace of the bundle there."""
        if self.result is None:
            return
        paths = [path for path, _found in self.result.check.found]
        question = FileQuestion(title=_("恢复到哪个空文件夹？"))
        self._desk.ask.folder(question, lambda folder: self._restore(paths, folder))

    def _restore(self, paths: Sequence[Path], folder: Path) -> None:
        workspace = self._workspace
        person = workspace.person()
        start = NewWorkspace(folder, workspace.profile, workspace.clock, person.name, person.unit)

        def work(progress: Progress) -> Restored:
            return restore_bundle(start, paths, InMegabytes(progress))

        def done(made: Restored) -> None:
            self._desk.ask.tell(*restored_words(made, folder))

        self._long(_("正在由归档包恢复工作区"), work, done, counted)  # bytes, then changes

    def _long(
        self, title: str, work: Any, done: Any, count: Callable[[int, int], str] = size_count
    ) -> None:
        self._desk.long_work(
            title,
            Job(
                work=work,
                on_success=done,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
                count=count,
            ),
        )
