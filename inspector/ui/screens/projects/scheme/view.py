"""The scheme of a project: which items are in scope where, and what was planned."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.operations.scheme import put_in_scope, take_out_of_scope
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.paged import ID_ROLE, PagedTableModel
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.rows import RowTable
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.fields import ChoiceBox, line_edit
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.projects.records.view import Empty, Sheet, empty_panel
from inspector.ui.screens.projects.scheme.model import (
    ALL,
    SchemeBook,
    SchemeLine,
    discipline_choices,
    draft_of,
    read_book,
    row_fields,
    scheme_columns,
    values_of,
    variant_choices,
)
from inspector.words.language import _

_NARROW = 1000
_LESS_NEEDED = (4, 5, 6, 7)
_WIDTHS = (78, 150, 150, 96, 104, 78, 96, 84)


class SchemePane(QWidget):
    """The tab of the scheme.

    Signals:
        choosing_wanted(): the person wants to put items on places.
        history_wanted(): of the chosen record.
    """

    choosing_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        self._shown = ""
        self.book = SchemeBook()
        self.model: PagedTableModel[SchemeLine] = PagedTableModel(
            lambda _ids: self.book.lines, scheme_columns()
        )
        self.model.setParent(self)
        self.table = self._make_table()
        self.sheet = Sheet(_("方案条目"), row_fields(), removal=_("移出方案"))
        self.sheet.given.connect(self._give)
        self.sheet.removal_wanted.connect(self.remove)
        self.sheet.history_wanted.connect(self.history_wanted)
        self.panes = FoldingPanes(None, self._middle(), self.sheet, detail_share=0.3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_project(self, project_id: str) -> None:
        """Show a project's scheme; a long one is read beside the window's work."""
        if project_id != self._project:
            self._filter.setText("")
        self._project = project_id
        workspace = self._desk.workspace

        def work(_progress: Progress) -> tuple[str, SchemeBook]:
            return project_id, read_book(workspace, project_id)

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=self._took,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        (self.table if self._stack.currentIndex() == 0 else self._empty.button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the sheet shows anyway where the table is narrow."""
        super().resizeEvent(event)
        for number in _LESS_NEEDED:
            self.table.setColumnHidden(number, self.width() < _NARROW)

    def chosen_id(self) -> str:
        """Give the id of the current row."""
        return str(self.table.currentIndex().data(ID_ROLE) or "")

    def chosen_name(self) -> str:
        """Name the current row."""
        line = self.book.lines.get(self.chosen_id())
        return f"{line.row.item_id} {line.title} · {line.place}" if line else ""

    def focus_filter(self) -> None:
        """Lead to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def remove(self) -> None:
        """Take the marked rows out of scope."""
        rows = self.table.selectionModel().selectedRows()
        ids = [str(index.data(ID_ROLE)) for index in rows]
        if not ids:
            return
        workspace = self._desk.workspace
        text = _("已移出 {count} 条（Ctrl+Z 撤销）").format(count=len(ids))
        self._desk.act(
            lambda: take_out_of_scope(workspace, ids), lambda _gone: self._desk.toast(text)
        )

    def _make_table(self) -> RowTable:
        table = RowTable(_("改造方案"))
        table.setObjectName("scheme")
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        across = table.horizontalHeader()
        for number, width in enumerate(_WIDTHS):
            table.setColumnWidth(number, width)
        for number in (1, 2):
            across.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        across.setStretchLastSection(False)
        table.selectionModel().currentChanged.connect(self._show_current)
        return table

    def _middle(self) -> QWidget:
        pane = ListPane()
        self._disciplines = ChoiceBox([(ALL, _("全部专业"))], _("专业"))
        self._disciplines.setObjectName("discipline")
        self._disciplines.chosen.connect(lambda _key: self._filter_rows())
        self._filter = line_edit("", _("编号、名称或部位"))
        self._filter.setObjectName("scheme_filter")
        self._filter.setAccessibleName(_("筛选方案"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(220)
        self._filter.textChanged.connect(self._filter_rows)
        self._count = ElidedLabel("", Pen(bold=True))
        choose = KeyButton(_("加入检查项"), keys="Ctrl+N", icon="plus")
        choose.setObjectName("begin_choosing")
        choose.clicked.connect(self.choosing_wanted)
        for widget in (self._disciplines, self._filter):
            pane.head.addWidget(widget)
        pane.head.addWidget(self._count, 1)
        pane.head.addWidget(choose)
        self._empty = empty_panel(
            Empty(
                icon="clipboard-check",
                heading=_("还没有改造方案"),
                text=_("选好检查项和部位，一次放到各处；也可以随项目从表格导入。"),
                step=_("加入检查项"),
            )
        )
        self._empty.asked.connect(self.choosing_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        pane.column.addWidget(self._stack, 1)
        return pane

    def _took(self, found: tuple[str, SchemeBook]) -> None:
        project, book = found
        if project != self._project:
            return
        self.book = book
        self._disciplines.set_choices(discipline_choices(book))
        self._stack.setCurrentIndex(0 if book.lines else 1)
        self.sheet.setVisible(bool(book.lines))
        self._filter_rows()

    def _filter_rows(self) -> None:
        ids = self.book.ids(self._disciplines.current() or ALL, self._filter.text())
        place = ids.index(self._shown) if self._shown in ids else 0
        self.model.show_ids(ids)
        self._count.set(_("{count} 条").format(count=len(ids)))
        self._count.setMinimumWidth(self._count.sizeHint().width())
        if ids:
            self.table.setCurrentIndex(self.model.index(place, 0))

    def _show_current(self) -> None:
        line = self.book.lines.get(self.chosen_id())
        if line is None:
            return
        is_other = line.row.id != self._shown
        self._shown = line.row.id
        self.sheet.title.set(line.title)
        text = _("{item} · {place} · 清单 {version}")
        self.sheet.remark.set(
            text.format(item=line.row.item_id, place=line.place, version=line.row.pack.version)
        )
        left_out = set() if line.item and line.item.variants else {"variant"}
        self.sheet.form.show_only({spec.key for spec in row_fields()} - left_out)
        self.sheet.form.set_choices("variant", variant_choices(line.item))
        self.sheet.form.load(values_of(line.row), is_other=is_other)

    def _give(self, key: str, value: object) -> None:
        line = self.book.lines.get(self._shown)
        if line is None:
            return
        row = line.row
        draft = draft_of(row.item_id, row.place_id, {**values_of(row), key: value})
        workspace, project = self._desk.workspace, self._project

        def refused(error: InspectorError) -> None:
            self.sheet.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(lambda: put_in_scope(workspace, project, row.pack, [draft]), None, refused)
