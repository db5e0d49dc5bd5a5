"""The first start: name and unit, a folder, and one is at work. No password, no account."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.operations.workspace import Workspace
from inspector.ui.kit.jobs import Job, JobRunner
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import BASE, HUGE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _
from inspector.words.problems import explain

_FRAME = 48
"""Pixels of a screen that the frame of a window may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """What the person chose: a new workspace with who acts, or one that exists.

    A new one may begin with all that a package holds.
    """

    folder: Path
    is_new: bool
    person: str = ""
    unit: str = ""
    package: Path | None = None


class Begin(Protocol):
    """Makes or opens the workspace that the person chose."""

    def __call__(self, choice: StartChoice, progress: Progress | None = None) -> Workspace:
        """Give it open."""


class StartDialog(QDialog):
    """Asks once; `opened` is the workspace, or None if the person left."""

    def __init__(
        self,
        folder: Path,
        account: str,
        begin: Begin,
        trouble: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setWindowTitle(_("验收"))
        self.setMinimumWidth(520)
        self.opened: Workspace | None = None
        self._begin = begin
        self._jobs = JobRunner("start", self)
        self._name, self._unit = line_edit(account), line_edit("", _("例如：区住建局"))
        self._folder = line_edit(str(folder))
        self._name.setObjectName("start_name")
        self._unit.setObjectName("start_unit")
        self._folder.setObjectName("start_folder")
        self._name_row = FieldRow(_("姓名"), self._name)
        self._unit_row = FieldRow(_("单位"), self._unit)
        self._folder_row = FieldRow(
            _("数据存放在"), self._folder, _("请放在本机硬盘，不要放在共享盘。")
        )
        self._banner = Banner()
        self._build()
        if trouble:
            self._banner.say(trouble, Tone.FAIL)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 20, 32, 8)
        column.setSpacing(12)
        column.addWidget(Words(_("开始使用“验收”"), Pen(size=HUGE, bold=True, tone=Tone.PLAIN)))
        text = _("填写姓名和单位就能开始。所有数据都在这台电脑上，不需要网络。")
        column.addWidget(Words(text, Pen(size=BASE, tone=Tone.MUTED)))
        for row in (self._banner, self._name_row, self._unit_row, self._folder_row):
            column.addWidget(row)
        column.addStretch(1)
        self._content = scrolled(content, _("开始使用“验收”"))
        self._foot = self._buttons()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._content, 1)
        whole.addLayout(self._foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the form asks for, or what the screen has: it scrolls then."""
        super().showEvent(event)
        form = self._content.widget().minimumSizeHint().height() + 2
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), min(form + self._foot.sizeHint().height(), room))

    def _buttons(self) -> QHBoxLayout:
        existing = KeyButton(_("打开已有的…"), kind=Kind.QUIET)
        existing.clicked.connect(self._open_existing)
        self._package = KeyButton(_("由同步包建立…"), icon="import", kind=Kind.QUIET)
        self._package.setObjectName("start_package")
        self._package.clicked.connect(self._choose_package)
        begin = KeyButton(_("开始"), keys="Enter", kind=Kind.PRIMARY)
        begin.setObjectName("start_begin")
        begin.setShortcut("Return")
        begin.clicked.connect(self._create)
        row = QHBoxLayout()
        row.setContentsMargins(32, 4, 32, 16)
        row.addWidget(existing)
        row.addWidget(self._package)
        row.addStretch(1)
        row.addWidget(begin)
        return row

    def _create(self) -> None:
        choice = self._new()
        if choice is not None:
            self._try(choice)

    def _new(self, package: Path | None = None) -> StartChoice | None:
        """Give the workspace as filled in, or say what is missing."""
        name, unit = self._name.text().strip(), self._unit.text().strip()
        for row, text in ((self._name_row, name), (self._unit_row, unit)):
            row.clear_error()
            if not text:
                row.show_error(_("请填写。"))
        if not (name and unit):
            return None
        folder = Path(self._folder.text().strip())
        return StartChoice(folder=folder, is_new=True, person=name, unit=unit, package=package)

    def _choose_package(self) -> None:
        if self._new() is None:
            return
        dialog = QFileDialog(self, _("选择别的电脑发出的同步包"), "", _("同步包 (*.ipkg)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_package(Path(name)))
        dialog.open()

    def take_package(self, package: Path) -> None:
        """Begin with all that a package holds, off the window's thread: photos take their time."""
        choice = self._new(package)
        if choice is None or self._jobs.is_busy():
            return
        self._content.setEnabled(False)
        self._banner.say(_("正在收入同步包…"), Tone.MUTED)
        self._jobs.start(
            Job(
                work=lambda progress: self._begin(choice, progress),
                on_success=self._begun,
                on_refusal=lambda error: self._banner.say(explain(error), Tone.FAIL),
                on_crash=lambda error: self._banner.say(str(error), Tone.FAIL),
                on_end=lambda: self._content.setEnabled(True),
            )
        )

    def _begun(self, workspace: Workspace) -> None:
        self.opened = workspace
        self.accept()

    def done(self, result: int) -> None:
        """Stop what was begun before leaving: half a workspace is none."""
        self._jobs.close()
        super().done(result)

    def _open_existing(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("选择工作区文件夹"), self._folder.text())
        if chosen:
            self._try(StartChoice(folder=Path(chosen), is_new=False))

    def _try(self, choice: StartChoice) -> None:
        try:
            self.opened = self._begin(choice)
        except InspectorError as error:
            self._banner.say(explain(error), Tone.FAIL)
        else:
            self.accept()
