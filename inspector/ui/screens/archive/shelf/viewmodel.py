"""Looking through a shelf of bundles again, and keeping what was found."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.core.progress import Progress
from inspector.operations.rechecking import (
    ShelfLine,
    ShelfReport,
    look_at_shelf,
    recheck_shelf,
    write_shelf_report,
)
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.archive.shelf.model import ShelfRow, shelf_report_name, shelf_row
from inspector.words.language import _
from inspector.words.sizes import size_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector.operations.workspace import Workspace

_REPORT_KINDS = "Excel (*.xlsx);;CSV (*.csv)"


class ShelfBoard(QObject):
    """One shelf: its bundles as its record last found them, and checking them all again.

    Signals:
        changed(): another shelf, or other findings.
        working(bool): whether the shelf is being checked.
        refused(object): something was not done (InspectorError).
        told(str): something was done, and where.
    """

    changed = Signal()
    working = Signal(bool)
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.shelf: Path | None = None
        self.lines: Sequence[ShelfLine] = ()
        self.is_working = False

    def rows(self) -> list[ShelfRow]:
        """Say how each bundle was last found."""
        return [shelf_row(line) for line in self.lines]

    def choose(self) -> None:
        """Ask for the folder in which bundles are kept."""
        question = FileQuestion(title=_("存放归档包的文件夹"))
        self._desk.ask.folder(question, self.open)

    def open(self, shelf: Path) -> None:
        """Show a shelf as its record knows it; nothing is verified yet."""

        def take(lines: tuple[ShelfLine, ...]) -> None:
            self.shelf, self.lines = shelf, lines
            self.changed.emit()

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: look_at_shelf(shelf),
                on_success=take,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def recheck(self) -> None:
        """Verify every bundle of the shelf; what was read before a stop is kept."""
        shelf = self.shelf
        if shelf is None or self.is_working:
            return
        clock = self._workspace.clock

        def work(progress: Progress) -> ShelfReport:
            return recheck_shelf(shelf, clock, progress=progress)

        def ended() -> None:
            self._set_working(is_working=False)
            self.open(shelf)

        self._set_working(is_working=True)
        self._desk.long_work(
            _("正在复查 {name}").format(name=shelf.name),
            Job(
                work=work,
                on_success=lambda made: self.told.emit(
                    _("结果已记入：{file}").format(file=made.record)
                ),
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
                on_end=ended,
                count=size_count,
            ),
        )

    def save_report(self) -> None:
        """Write this check of each bundle beside the last one."""
        if self.shelf is None:
            return
        name = shelf_report_name(self.shelf, self._workspace.now())
        question = FileQuestion(title=_("保存复查报告"), kinds=_REPORT_KINDS, name=name)
        self._desk.ask.save_as(question, self._write)

    def _write(self, out: Path) -> None:
        target = out if out.suffix else out.with_name(f"{out.name}.xlsx")
        lines = tuple(self.lines)
        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: write_shelf_report(lines, target),
                on_success=lambda path: self.told.emit(
                    _("复查报告已保存：{file}").format(file=path)
                ),
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def _set_working(self, *, is_working: bool) -> None:
        self.is_working = is_working
        self.working.emit(is_working)
