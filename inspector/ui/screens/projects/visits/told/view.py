"""The frozen list of a visit and its supplements: told, still to be told, and their papers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.disclosures import Disclosure
from inspector.core.progress import Progress
from inspector.folders import EXPORTS
from inspector.operations.disclosures import (
    VisitLists,
    freeze_visit,
    issue_disclosure,
    lists_of_visit,
    supplement_visit,
)
from inspector.ui.kit.ask import FileQuestion, TextQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.lines import Line, LineList
from inspector.ui.kit.widgets.texts import SectionLabel, small
from inspector.words.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = "PDF (*.pdf);;Word (*.docx);;Excel (*.xlsx)"


def told_lines(known: VisitLists) -> list[Line]:
    """List what was told, each list leading to its paper."""
    return [
        Line(
            key=one.id,
            text=one.number if one.reason is None else f"{one.number}　{one.reason}",
            word=_("{day}　{count} 条").format(day=one.issued_on.isoformat(), count=len(one.rows)),
            mark=Mark.WARN if one.is_supplement else Mark.PASS,
            leads=True,
        )
        for one in known.lists
    ]


def waiting_text(known: VisitLists) -> str:
    """Say how many problems of the visit were not told yet."""
    count = len(known.untold)
    if not known.is_frozen:
        return _("登记问题 {count} 条，尚未告知。").format(count=count)
    return _("告知后新增 {count} 条，尚未补充告知。").format(count=count) if count else ""


class ToldPart(QWidget):
    """What was told of the chosen visit.

    Signals:
        written(): something was told; read again.
    """

    written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: VisitLists | None = None
        self._waiting = small()
        self.list = LineList("told")
        self.list.followed.connect(self._ask_file)
        self.freeze = KeyButton(_("一次性告知…"), icon="lock")
        self.freeze.setObjectName("freeze_visit")
        self.freeze.clicked.connect(self._ask_note)
        self.supplement = KeyButton(_("补充告知…"), icon="plus")
        self.supplement.setObjectName("supplement_visit")
        self.supplement.clicked.connect(self._ask_reason)
        row = QHBoxLayout()
        row.addWidget(self.freeze)
        row.addWidget(self.supplement)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionLabel(_("一次性告知")))
        column.addWidget(self.list)
        column.addWidget(self._waiting)
        column.addLayout(row)

    def show_visit(self, visit_id: str) -> None:
        """Show what was told of a visit."""
        known = self._known = lists_of_visit(self._desk.workspace, visit_id)
        waiting = waiting_text(known)
        self._waiting.set(waiting)
        self._waiting.setVisible(bool(waiting))
        self.list.show_lines(told_lines(known))
        self.freeze.setVisible(not known.is_frozen)
        self.freeze.setEnabled(bool(known.untold))
        self.supplement.setVisible(known.is_frozen and bool(known.untold))

    def words(self) -> str:
        """Give what is said of problems that were not told."""
        return self._waiting.words()

    def _ask_note(self) -> None:
        question = TextQuestion(
            title=_("一次性告知"),
            label=_("备注"),
            yes=_("固定清单"),
            hint=_("清单固定后不再改变；以后增加的问题另行编号补充，并在验收报告中标明。"),
            may_be_empty=True,
        )
        self._desk.ask.text(question, self._freeze)

    def _freeze(self, note: str) -> None:
        known, workspace = self._known, self._desk.workspace
        if known is not None:
            self._desk.act(lambda: freeze_visit(workspace, known.visit.id, note), self._told)

    def _ask_reason(self) -> None:
        question = TextQuestion(
            title=_("补充告知"), label=_("为什么现在才告知？"), yes=_("补充告知")
        )
        self._desk.ask.text(question, self._supplement)

    def _supplement(self, reason: str) -> None:
        known, workspace = self._known, self._desk.workspace
        if known is not None:
            self._desk.act(lambda: supplement_visit(workspace, known.visit.id, reason), self._told)

    def _told(self, made: Disclosure) -> None:
        self.written.emit()
        step: Callable[[], object] = partial(self._ask_file, made.id)
        text = _("已告知 {number}，共 {count} 条").format(number=made.number, count=len(made.rows))
        self._desk.toast(text, _("出告知书"), step)

    def _ask_file(self, disclosure_id: str) -> None:
        lists = self._known.lists if self._known else ()
        told = next((one for one in lists if one.id == disclosure_id), None)
        if told is None:
            return
        question = FileQuestion(
            title=_("出告知书"),
            kinds=_KINDS,
            folder=str(self._desk.workspace.folder / EXPORTS),
            name=f"{told.number}.pdf",
        )
        self._desk.ask.save_as(question, partial(self._write, told))

    def _write(self, told: Disclosure, path: Path) -> None:
        desk = self._desk

        def work(progress: Progress) -> object:
            return issue_disclosure(desk.workspace, told.id, path, progress)

        def done(outcome: object) -> None:
            desk.remember(outcome)  # type: ignore[arg-type]  # what the work above gives
            desk.hub.tell_outcome(outcome)  # type: ignore[arg-type]  # likewise
            url = QUrl.fromLocalFile(str(path))
            desk.toast(
                _("已写成 {file}").format(file=path.name),
                _("打开"),
                lambda: QDesktopServices.openUrl(url),
            )

        job = Job(work=work, on_success=done, on_refusal=desk.ask.refuse)
        desk.long_work(_("正在生成告知书"), job)
