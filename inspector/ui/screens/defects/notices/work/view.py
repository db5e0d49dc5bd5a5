"""Leads through the panels of notices: all, one, its papers, a reply read and taken in."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inspector.core.errors import InspectorError
from inspector.core.projects import Project
from inspector.operations.notices import NoticeLine
from inspector.operations.replies import ReplyPlan, ReplyReceipt
from inspector.ui.kit.ask import FileQuestion, TextQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.screens.defects.notices.view import (
    NoticePane,
    NoticesPane,
    PaperDone,
    ReplyFaults,
    ReplyPane,
)
from inspector.ui.screens.defects.notices.viewmodel import NoticeDesk
from inspector.ui.screens.defects.parts.view import FormPane
from inspector.words.language import _
from inspector.words.replies import receipt_text

if TYPE_CHECKING:
    from collections.abc import Callable

_SHEETS = "(*.xlsx *.docx)"


class Stand(Protocol):
    """Where the panels stand: one is open at a time, over the sheet of a defect."""

    form: QWidget | None

    def open_form(self, form: QWidget) -> None:
        """Open a panel instead of the one that is open."""

    def close_form(self) -> None:
        """Close it."""


class Holder(Protocol):
    """Knows the project that is shown."""

    project: Project | None


class Shows(Protocol):
    """A panel that offers a file and its folder."""

    given: SignalInstance
    asked_folder: SignalInstance


def show_paper(pane: Shows, path: Path) -> None:
    """Let a panel open a file, or the folder that it lies in."""
    file, folder = QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(path.parent))
    pane.given.connect(lambda: QDesktopServices.openUrl(file))
    pane.asked_folder.connect(lambda: QDesktopServices.openUrl(folder))


class NoticeWork(QObject):
    """The way through the panels.

    Signals:
        defect_chosen(str): the person wants to see this defect.
    """

    defect_chosen = Signal(str)

    def __init__(self, desk: Desk, board: Holder, stand: Stand) -> None:
        super().__init__(stand if isinstance(stand, QObject) else None)
        self._desk = desk
        self._board = board
        self._stand = stand
        self._notices = NoticeDesk(desk)

    # -- looking ----------

    def open_all(self) -> None:
        """Show all notices of the project."""
        project = self._board.project
        if project is None:
            return
        rates = self._notices.rates(project.id)
        pane = NoticesPane(self._notices.notices(project.id), rates)
        pane.chosen.connect(self.open_one)
        pane.given.connect(self.choose_reply)
        self._stand.open_form(pane)

    def open_one(self, notice_id: str) -> None:
        """Show one notice."""
        project = self._board.project
        told = self._notices.tell(project.id, notice_id) if project else None
        if told is None:
            self.open_all()
            return
        pane, line = NoticePane(told), told.line
        pane.given.connect(self.choose_reply)
        pane.withdrawn.connect(partial(self._ask_why, line))
        pane.paper_wanted.connect(partial(self._write_paper, pane, line))
        pane.sheet_wanted.connect(partial(self._write_sheet, pane, line))
        pane.defect_chosen.connect(self._look_at)
        self._stand.open_form(pane)

    def reread(self) -> None:
        """Show again what is open, as it stands now."""
        form, project = self._stand.form, self._board.project
        if project is None:
            return
        if isinstance(form, NoticesPane):
            form.set(self._notices.notices(project.id), self._notices.rates(project.id))

    def _look_at(self, defect_id: str) -> None:
        self._stand.close_form()
        self.defect_chosen.emit(defect_id)

    # -- papers ----------

    def _write_paper(self, pane: NoticePane, line: NoticeLine, end: str) -> None:
        heading = _("整改通知单 {number}").format(number=line.notice.number)
        remark = _("请打印或转发给责任单位。")
        done = partial(self._written, heading, remark)
        self._notices.write_paper(line, end, done, partial(self._refuse, pane))

    def _write_sheet(self, pane: NoticePane, line: NoticeLine, end: str) -> None:
        heading = _("整改回复单 {number}").format(number=line.notice.number)
        remark = _("请发给责任单位填写；填好发回后，在“通知单”里收回。")
        done = partial(self._written, heading, remark)
        self._notices.make_reply(line, end, done, partial(self._refuse, pane))

    def _written(self, heading: str, remark: str, path: Path) -> None:
        pane = PaperDone(heading, path, remark)
        show_paper(pane, path)
        self._stand.open_form(pane)
        pane.yes.setFocus()

    def _refuse(self, pane: FormPane, error: InspectorError) -> None:
        if pane is self._stand.form:
            pane.refuse(self._desk.ask.explain(error))
        else:
            self._desk.ask.refuse(error)

    # -- withdrawing ----------

    def _ask_why(self, line: NoticeLine) -> None:
        question = TextQuestion(
            title=_("撤回 {number}").format(number=line.notice.number),
            label=_("为什么撤回？"),
            yes=_("撤回"),
            hint=_("通知单和编号保留，打印时标明“已撤回”；还没有回复的问题恢复为待下发。"),
        )
        self._desk.ask.text(question, partial(self._withdraw, line))

    def _withdraw(self, line: NoticeLine, reason: str) -> None:
        done = lambda _notice: self.open_one(line.notice.id)  # noqa: E731 - one word for what follows
        self._notices.withdraw(line, reason, done, self._desk.ask.refuse)

    # -- replies ----------

    def choose_reply(self) -> None:
        """Ask for a filled reply sheet, whichever notice it answers."""
        question = FileQuestion(
            title=_("收整改回复单"), kinds=_("整改回复单 {kinds}").format(kinds=_SHEETS)
        )
        self._desk.ask.files(question, lambda paths: self._read(paths[0], None))

    def _read(self, file: Path, photos: Path | None) -> None:
        self._notices.preview(file, photos, self._show_plan, self._show_faults)

    def _show_plan(self, plan: ReplyPlan) -> None:
        pane = ReplyPane(plan)
        pane.given.connect(partial(self._take, pane))
        pane.folder_wanted.connect(partial(self._ask_folder, plan))
        pane.photos_wanted.connect(partial(self._ask_zip, plan))
        self._stand.open_form(pane)
        pane.yes.setFocus()

    def _show_faults(self, error: InspectorError) -> None:
        pane = ReplyFaults(self._desk.ask.explain(error), self._notices.faults_of(error))
        pane.given.connect(self.choose_reply)
        self._stand.open_form(pane)

    def _ask_folder(self, plan: ReplyPlan) -> None:
        question = FileQuestion(title=_("另附照片的文件夹"))
        self._desk.ask.folder(question, lambda path: self._read(plan.file, path))

    def _ask_zip(self, plan: ReplyPlan) -> None:
        question = FileQuestion(title=_("另附照片的 ZIP"), kinds="ZIP (*.zip)")
        self._desk.ask.files(question, lambda paths: self._read(plan.file, paths[0]))

    def _take(self, pane: ReplyPane) -> None:
        pane.yes.setEnabled(False)
        self._notices.take(pane.plan, self._taken, self._show_faults)

    def _taken(self, receipt: ReplyReceipt) -> None:
        plan, photos = receipt.plan, receipt.photos
        refused = [self._desk.ask.explain(one.error) for one in photos.refused]
        said = receipt_text(plan.notice.number, len(plan.fresh), photos.linked, photos.loose)
        step: Callable[[], object] | None = None
        if photos.loose:
            project_id = plan.notice.project_id
            step = lambda: self._desk.go("photos", project=project_id)  # noqa: E731 - one step
        self._desk.toast(said, _("去看照片") if step else "", step)
        self.open_one(plan.notice.id)
        form = self._stand.form
        if refused and isinstance(form, FormPane):
            form.refuse("\n".join(refused))
