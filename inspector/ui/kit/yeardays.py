"""Asks for the holidays of a year that a term needs: pasted as announced, or typed day by day."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.holidaynotice import read_notice
from inspector.core.workdays import spell_days
from inspector.operations.workdays import edit_year
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _

_WIDE = 640


class YearDialog(QDialog):
    """The days off and worked weekend days of one year; nothing is guessed."""

    def __init__(
        self, desk: Desk, year: int, on_known: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("year_days")
        heading = _("{year} 年的放假和调休").format(year=year)
        self.setWindowTitle(heading)
        self.setMinimumWidth(_WIDE)
        self._desk, self._year, self._on_known = desk, year, on_known
        self.notice = text_edit("", _("粘贴国务院办公厅的放假通知全文"), lines=5)
        self.off, self.work = line_edit(), line_edit()
        form = _("写作 2026-05-01 或 2026-05-01..2026-05-05，用空格分开。")
        self._notice_row = FieldRow(_("官方通知"), self.notice, _("粘贴后自动读出下面的日期。"))
        self._off_row = FieldRow(_("放假日期"), self.off, form)
        self._work_row = FieldRow(_("调休上班日期"), self.work, form)
        self.notice.textChanged.connect(self._read)
        self._lay_out(heading)

    def _lay_out(self, heading: str) -> None:
        yes = KeyButton(_("保存并计算"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        yes.setObjectName("give_year")
        yes.setShortcut("Ctrl+Return")
        yes.clicked.connect(self._give)
        no = KeyButton(_("取消"), keys="Esc")
        no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
        for row in (self._notice_row, self._off_row, self._work_row):
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(no)
        foot.addWidget(yes)
        column.addLayout(foot)

    def _read(self) -> None:
        """Show what is read of the pasted text; it counts only when the person gives it."""
        self._notice_row.clear_error()
        text = self.notice.toPlainText().strip()
        if not text:
            return
        try:
            table = read_notice(text, self._year)
        except InspectorError as error:
            self._notice_row.show_error(self._desk.ask.explain(error))
            return
        self.off.setText(" ".join(spell_days(table.off)))
        self.work.setText(" ".join(spell_days(table.work)))

    def _give(self) -> None:
        self._off_row.clear_error()
        off, work = self.off.text().split(), self.work.text().split()
        if not off:
            self._off_row.show_error(_("请填写放假日期。"))
            return
        workspace, year = self._desk.workspace, self._year
        self._desk.act(lambda: edit_year(workspace, year, off, work), self._kept, self._refuse)

    def _kept(self, _calendar: object) -> None:
        self.accept()
        self._on_known()

    def _refuse(self, error: InspectorError) -> None:
        self._off_row.show_error(self._desk.ask.explain(error))
