"""What the room of settings knows: the workspace's state, its backups, and how to look after it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from inspector import __version__
from inspector.core.checks import CheckReport
from inspector.core.errors import InspectorError
from inspector.core.people import Person
from inspector.core.progress import Progress
from inspector.folders import BACKUPS
from inspector.operations.backups import (
    Backup,
    backup_workspace,
    list_backups,
    restore_workspace,
)
from inspector.operations.upkeep import WorkspaceInfo, check_workspace, workspace_info
from inspector.operations.workspace import change_person, list_people
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.words.language import _
from inspector.words.workspace import finding_sentence

HASH_SHOWN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check of the data came to, in words."""

    headline: str
    lines: tuple[str, ...]
    is_sound: bool


class SettingsBoard(QObject):
    """The workspace as the settings show it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    # -- who acts ----------

    def person(self) -> Person:
        """Give who acts."""
        person: Person = self._desk.workspace.person()
        return person

    def people(self) -> list[Person]:
        """List everybody who has acted here."""
        return list_people(self._desk.workspace)

    def change_person(
        self,
        name: str,
        unit: str,
        on_done: Callable[[Person], object],
        on_refused: Callable[[InspectorError], None],
    ) -> None:
        """Let somebody else act from now on."""
        workspace = self._desk.workspace
        self._desk.act(lambda: change_person(workspace, name, unit), on_done, on_refused)

    # -- the workspace ----------

    def folder(self) -> Path:
        """Give the workspace's folder."""
        return Path(self._desk.workspace.folder)

    def open_folder(self) -> None:
        """Show the workspace's folder in the system's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder()))):
            self._desk.ask.tell(_("打开不了文件夹"), str(self.folder()))

    def read_info(self, on_info: Callable[[WorkspaceInfo], None]) -> None:
        """Read what the workspace is and holds, beside the window's work."""
        folder = self.folder()

        def work(_progress: Progress) -> WorkspaceInfo:
            return workspace_info(folder)

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=on_info,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    # -- looking after it ----------

    def backups(self) -> list[Backup]:
        """List the backups in the workspace's own folder, newest first."""
        return list_backups(self.folder() / BACKUPS)

    def back_up(self, on_done: Callable[[Path], None], target: Path | None = None) -> None:
        """Make a backup; one that goes elsewhere takes the photos along."""
        workspace = self._desk.workspace

        def work(progress: Progress) -> Path:
            return backup_workspace(workspace, target, progress, photos=target is not None)

        self._desk.long_work(_("正在备份"), Job(work=work, on_success=on_done))

    def restore(self, backup: Path, folder: Path, on_done: Callable[[Path], None]) -> None:
        """Make a workspace of a backup, in a new folder."""

        def work(progress: Progress) -> Path:
            return restore_workspace(backup, folder, progress)

        self._desk.long_work(_("正在从备份恢复"), Job(work=work, on_success=on_done))

    def check(self, on_verdict: Callable[[Verdict], object]) -> None:
        """Check everything that is recorded, with progress and Stop."""
        workspace = self._desk.workspace

        def work(progress: Progress) -> CheckReport:
            return check_workspace(workspace, progress)

        def done(report: CheckReport) -> None:
            on_verdict(verdict_of(report))

        self._desk.long_work(_("正在检查数据"), Job(work=work, on_success=done))


def verdict_of(report: CheckReport) -> Verdict:
    """Put a check's report into words."""
    looked = _("核对了 {rows} 条记录、{segments} 段历史、{photos} 张照片原件。").format(
        rows=report.rows, segments=report.segments, photos=report.originals
    )
    if not report.findings:
        headline = _("数据完好。") + looked
    elif report.is_sound:
        headline = _("记录完好，有 {count} 处说明。").format(count=len(report.findings)) + looked
    else:
        headline = _("发现 {count} 处问题。").format(count=len(report.findings)) + looked
    lines = tuple(finding_sentence(finding) for finding in report.findings)
    return Verdict(headline=headline, lines=lines, is_sound=report.is_sound)


def facts_of(info: WorkspaceInfo) -> list[tuple[str, str]]:
    """Give the facts of a workspace as the settings show them."""
    counts = info.counts
    content = _("项目 {projects}，部位 {places}，查验结果 {answers}，问题 {defects}，照片 {photos}")
    return [
        (_("本机编码"), info.device_code),
        (
            _("内容"),
            content.format(
                projects=counts.get("project", 0),
                places=counts.get("place", 0),
                answers=counts.get("answer", 0),
                defects=counts.get("defect", 0),
                photos=counts.get("photo", 0),
            ),
        ),
        (_("内容校验值"), info.content_hash[:HASH_SHOWN]),
        (_("数据版本"), str(info.schema_version)),
        (_("数据库引擎"), info.engine),
        (_("程序版本"), __version__),
    ]


def backup_text(backups: list[Backup]) -> str:
    """Say when the last backup was made."""
    if not backups:
        return _("还没有备份。")
    newest = backups[0]
    photos = _("含照片") if newest.has_photos else _("不含照片原件")
    return _("最近一次：{time}（{photos}），共 {count} 份。").format(
        time=f"{newest.made_at:%Y-%m-%d %H:%M}", photos=photos, count=len(backups)
    )
