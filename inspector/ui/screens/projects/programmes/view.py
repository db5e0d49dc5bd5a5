"""The page of programmes: what each is to reach, in all and year by year."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.imports import SheetFault
from inspector.core.projects import Programme
from inspector.operations.programmes import (
    YearLine,
    check_sums,
    create_programme,
    edit_programme,
    import_programme,
    list_programmes,
    list_years,
    plan_year,
)
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import RIGHT, Pen, draw_text
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.texts import SectionLabel, Words, small
from inspector.ui.screens.projects.forms.view import RecordForm
from inspector.ui.screens.projects.programmes.model import (
    FACTS,
    on_record,
    programme_fields,
    sentence_of,
    span_of,
    targets_with,
    year_fields,
    year_values,
)
from inspector.ui.screens.projects.records.view import DraftSheet, Empty, RecordList, Sheet
from inspector.words.language import _
from inspector.words.process import sum_text
from inspector.words.sheets import sheet_fault_sentence


class ProgrammeDelegate(RowDelegate[Programme]):
    """Paints a programme: its name, its district, its years."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Programme, *, chosen: bool) -> None:
        """Paint the words."""
        quiet = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        years = QRectF(area.right() - 100, area.top(), 100, area.height())
        draw_text(painter, years, span_of(row), quiet)
        where = QRectF(years.left() - 110, area.top(), 102, area.height())
        draw_text(painter, where, row.district or "", quiet)
        name = QRectF(area.left(), area.top(), where.left() - area.left() - 8, area.height())
        draw_text(painter, name, row.name, Pen(bold=chosen))


class YearsForm(QWidget):
    """The targets of each year; the years are those of the programme.

    Signals:
        given(str, object): a field of a year got another value.
    """

    given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: list[int] = []
        self.form = RecordForm((), columns=2, saves=True)
        self._words = small()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SectionLabel(_("年度计划"), _("改后自动保存")))
        self._column.addWidget(self._words)
        self.sums = Words("", Pen(size=SMALL, tone=Tone.WARN))
        self.sums.setObjectName("sums")
        self._column.addWidget(self.sums)
        self._column.addWidget(self.form)

    def show_years(self, lines: Sequence[YearLine], *, is_other: bool) -> None:
        """Show the years of a programme; of the same one, a field being typed in stays."""
        years = [line.year for line in lines]
        if years != self._years:
            self._years = years
            self._rebuild()
        self.form.load(year_values(lines), is_other=is_other)
        hint = _("填好起止年度，就可以填每年的目标。")
        self._words.set(on_record(lines) if lines else hint)

    def warn(self, sentences: Sequence[str]) -> None:
        """Say which sums do not hold."""
        self.sums.set("\n".join(sentences))
        self.sums.setVisible(bool(sentences))

    def _rebuild(self) -> None:
        self._column.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = RecordForm(year_fields(self._years), columns=2, saves=True)
        self.form.given.connect(self.given)
        self._column.addWidget(self.form)


class ProgrammesPage(QWidget):
    """All programmes beside the sheet of the chosen one.

    Signals:
        history_wanted(): of the chosen programme.
    """

    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = ""
        self._lines: list[YearLine] = []
        empty = Empty(
            icon="flag",
            heading=_("还没有计划"),
            text=_("三年行动计划写明区县、起止年度和目标；项目按名称和年度归入计划。"),
            step=_("新建计划"),
        )
        self.records: RecordList[Programme] = RecordList(
            _("改造计划"), ProgrammeDelegate(), sentence_of, empty
        )
        self.records.empty.asked.connect(self.begin)
        self.records.list.chosen.connect(self._show)
        begin = KeyButton(_("新建计划"), keys="Ctrl+N", icon="plus")
        begin.setObjectName("begin_programme")
        begin.clicked.connect(self.begin)
        bring = KeyButton(_("从表格导入"), icon="import", kind=Kind.QUIET)
        bring.setObjectName("import_programme")
        bring.clicked.connect(self.ask_workbook)
        self.records.pane.head.addWidget(bring)
        self.records.pane.head.addWidget(begin)
        self._side = QStackedWidget()
        self.sheet = self._make_sheet()
        self.new = DraftSheet(_("新建计划"), programme_fields(), _("建立计划"), columns=2)
        self.new.given.connect(self._add)
        self.new.left.connect(self.leave)
        self._side.addWidget(self.sheet)
        self._side.addWidget(self.new)
        self.panes = FoldingPanes(None, self.records, self._side, detail_share=0.45)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_programmes(self) -> None:
        """Read all programmes again; the chosen one stays."""
        rows = {one.id: one for one in list_programmes(self._desk.workspace)}
        self.records.show_rows(rows, _("{count} 个计划").format(count=len(rows)))
        if rows:
            self._show(self.records.row(self.records.chosen_id()))
        else:
            self._side.setCurrentWidget(self.new)

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        self.records.take_focus()

    def begin(self) -> None:
        """Show an empty sheet for a new programme."""
        self.new.form.clear()
        self._side.setCurrentWidget(self.new)
        self.panes.show_detail()
        self.new.form.begin()

    def ask_workbook(self) -> None:
        """Ask for a filled workbook and put its programme on record."""
        question = FileQuestion(title=_("从表格导入计划"), kinds="Excel (*.xlsx)")
        self._desk.ask.files(question, lambda paths: self._import(paths[0]))

    def is_drafting(self) -> bool:
        """Tell whether a new programme is being made that can be left for another."""
        return self._side.currentWidget() is self.new and bool(self.records.chosen_id())

    def leave(self) -> None:
        """Show the chosen programme again."""
        self._side.setCurrentWidget(self.sheet)
        self.panes.show_list()
        self.take_focus()

    def chosen(self) -> Programme | None:
        """Give the chosen programme."""
        return self.records.row(self.records.chosen_id())

    def _make_sheet(self) -> Sheet:
        sheet = Sheet(_("改造计划"), programme_fields())
        sheet.given.connect(self._give)
        sheet.history_wanted.connect(self.history_wanted)
        self.years = YearsForm()
        self.years.given.connect(self._plan)
        sheet.body.insertWidget(sheet.body.count() - 1, self.years)
        return sheet

    def _show(self, programme: Programme | None) -> None:
        if programme is None:
            return
        is_other = programme.id != self._shown
        self._shown = programme.id
        self.sheet.title.set(programme.name)
        self.sheet.remark.set(span_of(programme))
        self.sheet.form.load({key: getattr(programme, key) for key in FACTS}, is_other=is_other)
        self._lines = list_years(self._desk.workspace, programme.id)
        self.years.show_years(self._lines, is_other=is_other)
        self.years.warn([sum_text(one) for one in check_sums(self._desk.workspace, programme.id)])
        if is_other and not self.new.isVisible():
            self._side.setCurrentWidget(self.sheet)

    def _give(self, key: str, value: object) -> None:
        workspace, programme_id = self._desk.workspace, self._shown

        def refused(error: InspectorError) -> None:
            self.sheet.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(
            lambda: edit_programme(workspace, programme_id, **{key: value}), None, refused
        )

    def _plan(self, key: str, value: object) -> None:
        workspace, programme_id = self._desk.workspace, self._shown
        year, targets = targets_with(self._lines, key, value)

        def refused(error: InspectorError) -> None:
            self.years.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(lambda: plan_year(workspace, programme_id, year, targets), None, refused)

    def _add(self, values: dict[str, object]) -> None:
        workspace, name = self._desk.workspace, str(values.pop("name"))

        def refused(error: InspectorError) -> None:
            of_years = {"last_year": error.facts.get("year"), "name": error.facts.get("name")}
            field = next((key for key, fact in of_years.items() if fact is not None), "name")
            self.new.form.show_error(field, self._desk.ask.explain(error))

        self._desk.act(lambda: create_programme(workspace, name, **values), self._added, refused)

    def _import(self, path: Path) -> None:
        workspace = self._desk.workspace
        self._desk.act(lambda: import_programme(workspace, path), self._added, self._refuse)

    def _refuse(self, error: InspectorError) -> None:
        found = error.facts.get("faults", ())
        faults = [one for one in found if isinstance(one, SheetFault)]  # type: ignore[attr-defined]  # facts are objects
        if not faults:
            self._desk.ask.refuse(error)
            return
        lines = [sheet_fault_sentence(fault) for fault in faults]
        self._desk.ask.tell(self._desk.ask.explain(error), "\n".join(lines))

    def _added(self, programme: Programme) -> None:
        self.records.choose(programme.id)
        self.leave()
