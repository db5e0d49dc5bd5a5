"""The visits of a project, and the beginning of a new one."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.inspections import Visit, VisitKind
from inspector.operations.visits import create_visit, list_visits
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import RIGHT, Pen, draw_text
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import Pairs, title
from inspector.ui.screens.projects.records.view import DraftSheet, Empty, RecordList
from inspector.ui.screens.projects.visits.model import days_text, draft_of, visit_fields
from inspector.ui.screens.projects.visits.told.view import ToldPart
from inspector.words.language import _
from inspector.words.records import field_name, visit_kind_name


class VisitDelegate(RowDelegate[Visit]):
    """Paints a visit: its title and kind, its days."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Visit, *, chosen: bool) -> None:
        """Paint title, kind and days."""
        days = QRectF(area.right() - 200, area.top(), 200, area.height())
        draw_text(painter, days, days_text(row), Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT))
        kind = QRectF(days.left() - 90, area.top(), 80, area.height())
        draw_text(painter, kind, visit_kind_name(row.kind), Pen(size=SMALL))
        name = QRectF(area.left(), area.top(), kind.left() - area.left() - 12, area.height())
        draw_text(painter, name, row.title, Pen(bold=chosen))


class VisitsPane(QWidget):
    """The tab of visits.

    Signals:
        opened(str): the person wants to inspect in a visit.
        history_wanted(): of the chosen record.
    """

    opened = Signal(str)
    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        empty = Empty(
            icon="clipboard-check",
            heading=_("还没有查验"),
            text=_("巡查、抽检、预验收、联合查验和复验都从这里开始。"),
            step=_("新的查验"),
        )
        self.records: RecordList[Visit] = RecordList(_("查验"), VisitDelegate(), _say, empty)
        self.records.empty.asked.connect(self.begin)
        self.records.list.chosen.connect(self._show)
        self.records.list.opened.connect(lambda visit: self.opened.emit(visit.id))
        begin = KeyButton(_("新的查验"), keys="Ctrl+N", icon="plus")
        begin.setObjectName("begin_visit")
        begin.clicked.connect(self.begin)
        self.records.pane.head.addWidget(begin)
        self.new = DraftSheet(_("新的查验"), visit_fields(), _("开始查验"))
        self.new.given.connect(self._add)
        self.new.left.connect(self.leave)
        self._side = QStackedWidget()
        self._side.addWidget(self._sheet())
        self._side.addWidget(self.new)
        self.panes = FoldingPanes(None, self.records, self._side, detail_share=0.36)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_project(self, project_id: str) -> None:
        """Show a project's visits, the newest first."""
        self._project = project_id
        visits = list_visits(self._desk.workspace, project_id)
        rows = {visit.id: visit for visit in reversed(visits)}
        self.records.show_rows(rows, _("{count} 次查验").format(count=len(rows)))
        if rows:
            self._show(self.records.row(self.records.chosen_id()))
        else:
            self.begin(takes_focus=False)

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        self.records.take_focus(self.new)

    def chosen_id(self) -> str:
        """Give the id of the chosen visit."""
        return self.records.chosen_id()

    def chosen_name(self) -> str:
        """Name the chosen visit."""
        visit = self.records.row(self.chosen_id())
        return visit.title if visit else ""

    def begin(self, *, takes_focus: bool = True) -> None:
        """Show an empty sheet for a new visit, for today."""
        today = self._desk.workspace.today()
        self.new.form.clear()
        self.new.form.load({"kind": VisitKind.JOINT.value, "first_on": today})
        self._side.setCurrentWidget(self.new)
        if takes_focus:
            self.panes.show_detail()
            self.new.form.begin()

    def is_drafting(self) -> bool:
        """Tell whether a new record is being made that can be left for another."""
        return self._side.currentWidget() is self.new and bool(self.chosen_id())

    def leave(self) -> None:
        """Show the chosen visit again."""
        self._side.setCurrentIndex(0)
        self.panes.show_list()
        self.take_focus()

    def _sheet(self) -> DetailPane:
        pane = DetailPane(_("查验"))
        self._title = title()
        self._pairs = Pairs()
        pane.body.addWidget(self._title)
        pane.body.addWidget(self._pairs)
        self.told = ToldPart(self._desk)
        self.told.written.connect(lambda: self.told.show_visit(self.chosen_id()))
        pane.body.addWidget(self.told)
        pane.body.addStretch(1)
        history = KeyButton(_("历史"), keys="Ctrl+H", icon="history", kind=Kind.QUIET)
        history.clicked.connect(self.history_wanted)
        go = KeyButton(_("去检查"), keys="Enter", kind=Kind.PRIMARY)
        go.setObjectName("open_visit")
        go.clicked.connect(lambda: self.opened.emit(self.chosen_id()))
        pane.foot.addWidget(history)
        pane.foot.addStretch(1)
        pane.foot.addWidget(go)
        return pane

    def _show(self, visit: Visit | None) -> None:
        if visit is None:
            return
        self._title.set(visit.title)
        self.told.show_visit(visit.id)
        self._pairs.set(
            [
                (field_name("number"), visit.number),
                (field_name("kind"), visit_kind_name(visit.kind)),
                (field_name("days"), days_text(visit)),
                (field_name("inspectors"), _("、").join(visit.inspectors)),
                (field_name("note"), visit.note or ""),
            ]
        )

    def _add(self, values: dict[str, object]) -> None:
        workspace, project = self._desk.workspace, self._project
        draft = draft_of(values, workspace.today())

        def refused(error: InspectorError) -> None:
            field = str(error.facts.get("field", "first_on"))
            known = field if field in {"first_on", "last_on", "title"} else "first_on"
            self.new.form.show_error(known, self._desk.ask.explain(error))

        self._desk.act(lambda: create_visit(workspace, project, draft), self._added, refused)

    def _added(self, visit: Visit) -> None:
        self.records.choose(visit.id)
        self.leave()
        self._desk.toast(
            _("已开始 {visit}").format(visit=visit.title),
            _("去检查"),
            lambda: self.opened.emit(visit.id),
        )


def _say(visit: Visit) -> str:
    return f"{visit.title} {visit_kind_name(visit.kind)} {days_text(visit)} {visit.number}"
