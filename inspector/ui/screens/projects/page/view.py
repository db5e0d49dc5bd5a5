"""One project: its tabs, each built when it is first shown."""

from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.style.tokens import SPACE_2
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.pasts import PastView
from inspector.ui.screens.projects.aftercare.model import Section
from inspector.ui.screens.projects.aftercare.view import AftercarePane
from inspector.ui.screens.projects.cards.model import lead_of
from inspector.ui.screens.projects.history.view import HistoryDialog
from inspector.ui.screens.projects.overview.model import HeatCell
from inspector.ui.screens.projects.overview.view import OverviewPane
from inspector.ui.screens.projects.packs.view import PacksPane
from inspector.ui.screens.projects.parties.view import PartiesPane
from inspector.ui.screens.projects.places.view import PlacesPane
from inspector.ui.screens.projects.process.view import ProcessPane
from inspector.ui.screens.projects.scheme.view import SchemePane
from inspector.ui.screens.projects.viewmodel import Picture, ProjectBoard
from inspector.ui.screens.projects.visits.view import VisitsPane
from inspector.words.history import past_head
from inspector.words.language import N_, _
from inspector.words.process import sum_text
from inspector.words.taxonomies import taxonomy_level, taxonomy_title

RecordPane = ProcessPane | PlacesPane | PartiesPane | SchemePane | VisitsPane | AftercarePane
P = TypeVar("P", bound=QWidget)
TABS = (
    ("overview", N_("概况")),
    ("process", N_("流程")),
    ("places", N_("楼栋与部位")),
    ("parties", N_("参建单位")),
    ("scheme", N_("改造方案")),
    ("visits", N_("查验")),
    ("packs", N_("检查清单")),
    ("aftercare", N_("验收之后")),
)

_GAPS = 40
"""Pixels between the parts of the head."""


class ProjectPage(QWidget):
    """The open project of a board.

    Signals:
        left(): back to all projects.
        choosing_wanted(): the person wants to put items on places.
        tab_changed(): another tab is shown.
    """

    left = Signal()
    choosing_wanted = Signal()
    tab_changed = Signal()

    def __init__(self, desk: Desk, board: ProjectBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = board
        self._dialog: HistoryDialog | None = None
        self.bodies = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self.bodies, 1)

    # -- tabs ----------

    @cached_property
    def overview(self) -> OverviewPane:
        """Give the first tab."""
        pane = OverviewPane()
        pane.number_pressed.connect(lambda key: self.follow_number(key, self._board.project_id))
        pane.cell_opened.connect(self._follow_cell)
        pane.step_chosen.connect(self._follow_step)
        pane.fact_given.connect(self._give_fact)
        return self._added(pane)

    @cached_property
    def process(self) -> ProcessPane:
        """Give the tab of the process."""
        pane = ProcessPane(self._desk)
        pane.elsewhere.connect(self._follow_gate)
        return self._added(pane)

    @cached_property
    def places(self) -> PlacesPane:
        """Give the tab of places."""
        pane = PlacesPane(self._desk)
        pane.history_wanted.connect(self.show_history)
        return self._added(pane)

    @cached_property
    def parties(self) -> PartiesPane:
        """Give the tab of parties."""
        pane = PartiesPane(self._desk)
        pane.history_wanted.connect(self.show_history)
        return self._added(pane)

    @cached_property
    def scheme(self) -> SchemePane:
        """Give the tab of the scheme."""
        pane = SchemePane(self._desk)
        pane.history_wanted.connect(self.show_history)
        pane.choosing_wanted.connect(self.choosing_wanted)
        return self._added(pane)

    @cached_property
    def visits(self) -> VisitsPane:
        """Give the tab of visits."""
        pane = VisitsPane(self._desk)
        pane.history_wanted.connect(self.show_history)
        pane.opened.connect(self._open_visit)
        return self._added(pane)

    @cached_property
    def packs(self) -> PacksPane:
        """Give the tab of checklists."""
        return self._added(PacksPane(self._desk))

    @cached_property
    def aftercare(self) -> AftercarePane:
        """Give the tab of what follows the acceptance."""
        pane = AftercarePane(self._desk)
        pane.history_wanted.connect(self.show_history)
        return self._added(pane)

    def tab(self) -> str:
        """Give the key of the tab that is shown."""
        return self.tabs.current()

    def show_tab(self, key: str) -> None:
        """Show one of the tabs."""
        self.tabs.choose(key)
        self.tab_box.choose(key)
        body: QWidget = getattr(self, key)
        self.bodies.setCurrentWidget(body)
        self._history_button.setVisible(key == "overview")
        self.reread()
        self.take_focus()
        self.tab_changed.emit()

    def take_focus(self) -> None:
        """Put the keys to what the tab is about."""
        body = self.bodies.currentWidget()
        if isinstance(body, OverviewPane | PacksPane | RecordPane):
            body.take_focus()

    def reread(self) -> None:
        """Read again what the tab shows."""
        summary = self._board.current()
        if summary is None:
            return
        pane = self.record_pane()
        if pane is not None:
            pane.show_project(summary.project.id)
        elif self.tab() == "packs":
            self.packs.show_packs()
        else:
            self.overview.suggest_programmes(self._board.programme_names())
            if not self.overview.form.is_typing():
                self._board.show_read()
            self.overview.show_summary(summary)
            self._board.picture(self._take_picture)

    def record_pane(self) -> RecordPane | None:
        """Give the tab that is shown, if it lists records of the project."""
        body = self.bodies.currentWidget()
        return body if isinstance(body, RecordPane) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the tabs into a choice where they have no room beside each other."""
        super().resizeEvent(event)
        beside = self._back.sizeHint().width() + self._history_button.sizeHint().width() + _GAPS
        is_narrow = self.tabs.sizeHint().width() + beside > self.width()
        self.tabs.setVisible(not is_narrow)
        self.tab_box.setVisible(is_narrow)

    # -- keys ----------

    def new(self) -> None:
        """Begin a new record of the kind that is shown."""
        pane = self.record_pane()
        if isinstance(pane, SchemePane):
            self.choosing_wanted.emit()
        elif pane is not None:
            pane.begin()

    def remove(self) -> None:
        """Take the chosen record off."""
        pane = self.record_pane()
        if pane is not None and not isinstance(pane, VisitsPane | ProcessPane):
            pane.remove()

    def leave(self) -> None:
        """Leave one thing at a time: the sheet of a new record, a file's faults, the project."""
        pane = self.record_pane()
        if pane is not None and not isinstance(pane, SchemePane) and pane.is_drafting():
            pane.leave()
        elif self.tab() == "packs" and self.packs.shows_faults():
            self.packs.leave()
        else:
            self.left.emit()

    def show_history(self) -> None:
        """Tell what happened to the chosen record, or to the project."""
        pane, summary = self.record_pane(), self._board.current()
        if pane is not None and pane.chosen_id():
            self.tell_history(pane.chosen_id(), pane.chosen_name())
        elif summary is not None:
            self.tell_history(summary.project.id, summary.project.name)

    # -- following ----------

    def follow_number(self, key: str, project_id: str) -> None:
        """Open the list behind a number."""
        lead = lead_of(key, project_id)
        if lead is None:
            self.show_tab("visits")
        else:
            self._desk.go(lead.screen, **dict(lead.target))

    def _follow_cell(self, cell: HeatCell) -> None:
        """Open the items behind a cell: the failures where it counts some, else all of them."""
        self._desk.go(
            "acceptance",
            project=self._board.project_id,
            items="failed" if cell.tally.failed else "due",
            block=cell.place.id,
            discipline=cell.discipline.code,
        )

    def _follow_step(self, key: str) -> None:
        if key in dict(TABS):
            self.show_tab(key)
        else:
            self._desk.go(key, project=self._board.project_id)

    def _follow_gate(self, section: str) -> None:
        self.show_tab("aftercare")
        self.aftercare.choose_section(Section(section))

    def _open_visit(self, visit_id: str) -> None:
        self._desk.go("inspect", project=self._board.project_id, visit=visit_id)

    # -- making ----------

    def _make_head(self) -> Ground:
        head = Ground(edges="bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_2, 2, SPACE_2, 3)
        self._back = KeyButton(_("全部项目"), icon="chevron-left", kind=Kind.QUIET)
        self._back.setObjectName("back_to_cards")
        self._back.clicked.connect(self.left)
        self.tabs = Segmented([(key, _(text)) for key, text in TABS], _("项目的各页"))
        self.tabs.chosen.connect(self.show_tab)
        self.tab_box = ChoiceBox([(key, _(text)) for key, text in TABS], _("项目的各页"))
        self.tab_box.chosen.connect(self.show_tab)
        self.tab_box.hide()
        self._history_button = KeyButton(_("历史"), keys="Ctrl+H", icon="history", kind=Kind.QUIET)
        self._history_button.clicked.connect(self.show_history)
        row.addWidget(self._back)
        row.addWidget(self.tabs)
        row.addWidget(self.tab_box)
        row.addStretch(1)
        row.addWidget(self._history_button)
        return head

    def _added(self, pane: P) -> P:
        self.bodies.addWidget(pane)
        return pane

    def _take_picture(self, picture: Picture) -> None:
        self.overview.show_standing(picture.heat, picture.standing)
        self.overview.show_remarks(
            [f"{taxonomy_title(o.profile)}：{taxonomy_level(o.name)}" for o in picture.types],
            [sum_text(one) for one in picture.sums],
        )

    def _give_fact(self, key: str, value: object) -> None:
        self._board.give_fact(key, value, partial(self.overview.show_error, key))

    def tell_history(self, record_id: str, name: str) -> None:
        """Tell what happened to a record."""
        try:
            events = self._board.history(record_id)
        except InspectorError as error:
            self._desk.ask.refuse(error)
            return
        dialog = HistoryDialog(_("{name} 的历史").format(name=name), events, self.window())
        dialog.past.day_given.connect(lambda day: self._tell_day(dialog.past, record_id, day))
        dialog.past.restore_wanted.connect(
            lambda key: self._board.restore(
                record_id, key, lambda _done: self._tell_again(record_id)
            )
        )
        dialog.finished.connect(self._forget_history)
        self._dialog = dialog
        dialog.open()

    def _forget_history(self, *_result: object) -> None:
        self._dialog = None

    def _tell_again(self, record_id: str) -> None:
        """Tell the history with what was just restored, if it is still open."""
        if self._dialog is not None:
            self._dialog.past.set(self._board.history(record_id))

    def _tell_day(self, past: PastView, record_id: str, day: date) -> None:
        facts = self._board.history_then(record_id, day)
        past.show_day(past_head(day.isoformat(), is_there=bool(facts)), facts)
