"""The room of projects: all of them as cards, and one with its tabs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import SheetFault
from inspector.core.projects import Project
from inspector.operations.imports import TEMPLATE_NAME
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.screen import Choice, Crumb, Screen
from inspector.ui.kit.style.tokens import SPACE_2
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.screens.projects.begin.view import BeginPage, FaultsPage
from inspector.ui.screens.projects.cards.model import lead_of
from inspector.ui.screens.projects.cards.view import CardsPage
from inspector.ui.screens.projects.choosing.view import ChoosingPage
from inspector.ui.screens.projects.history.view import HistoryDialog
from inspector.ui.screens.projects.overview.model import HeatCell, Spot
from inspector.ui.screens.projects.overview.view import OverviewPane
from inspector.ui.screens.projects.packs.view import PacksPane
from inspector.ui.screens.projects.parties.view import PartiesPane
from inspector.ui.screens.projects.places.view import PlacesPane
from inspector.ui.screens.projects.scheme.view import SchemePane
from inspector.ui.screens.projects.viewmodel import Picture, ProjectBoard
from inspector.ui.screens.projects.visits.view import VisitsPane
from inspector.words.language import _
from inspector.words.sheets import sheet_fault_sentence

_TEMPLATE_KINDS = "Excel (*.xlsx)"
Slot = Callable[[], object]
RecordPane = PlacesPane | PartiesPane | SchemePane | VisitsPane


class ProjectsScreen(Screen):
    """项目."""

    reads = frozenset(Topic) - {Topic.PEOPLE, Topic.NOTICES, Topic.REPORTS, Topic.BUNDLES}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = ProjectBoard(desk, self)
        self._picture: Picture | None = None
        self._make_pages()
        self._connect_pages()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.set_crumbs(Crumb(_("项目")))
        self.set_actions(*self._table())

    # -- going about ----------

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.cards.show_projects(self.board.read())
        if self.pages.currentWidget() in {self.project_page, self.choosing}:
            if self.board.current() is None:
                self.show_cards()
            else:
                self._reread_project()
        elif self.pages.currentWidget() is self.packs:
            self.packs.show_packs()
        self._say_where()

    def go_to(self, **target: str) -> None:
        """Lead to a project, and in it to a place or party."""
        self.board.read()
        project = target.get("project", "")
        if not self.board.knows(project):
            return
        tab = next((key for key in ("place", "party") if target.get(key)), "")
        self.show_project(project, {"place": "places", "party": "parties"}.get(tab, "overview"))
        if tab == "place":
            self.places.choose(target["place"])
        elif tab == "party":
            self.parties.choose(target["party"])

    def show_cards(self) -> None:
        """Show all projects."""
        self.board.open("")
        self.pages.setCurrentWidget(self.cards)
        self.cards.cards.setFocus()
        self._say_where()

    def show_project(self, project_id: str, tab: str = "overview") -> None:
        """Show one project."""
        self.board.open(project_id)
        self.pages.setCurrentWidget(self.project_page)
        self.show_tab(tab)
        self._say_where()

    def show_tab(self, key: str) -> None:
        """Show one of the project's tabs."""
        self.pages.setCurrentWidget(self.project_page)
        self.tabs.choose(key)
        self.bodies.setCurrentWidget(self._bodies[key])
        self._history_button.setVisible(key == "overview")
        self._reread_project()
        self._say_where()

    def tab(self) -> str:
        """Give the key of the tab that is shown; nothing outside a project."""
        here = self.pages.currentWidget() is self.project_page
        return self.tabs.current() if here else ""

    # -- making ----------

    def _make_pages(self) -> None:
        desk = self.desk
        self.pages = QStackedWidget()
        self.cards = CardsPage()
        self.begin = BeginPage(desk)
        self.faults = FaultsPage(_("表格需要修改"))
        self.packs = PacksPane(desk)
        self.choosing = ChoosingPage(desk)
        self.overview = OverviewPane()
        self.places = PlacesPane(desk)
        self.parties = PartiesPane(desk)
        self.scheme = SchemePane(desk)
        self.visits = VisitsPane(desk)
        self.project_packs = PacksPane(desk)
        self._panes: dict[str, RecordPane] = {
            "places": self.places,
            "parties": self.parties,
            "scheme": self.scheme,
            "visits": self.visits,
        }
        self._bodies: dict[str, QWidget] = {
            "overview": self.overview,
            **self._panes,
            "packs": self.project_packs,
        }
        self.project_page = self._make_project_page()
        for page in (
            *(self.cards, self.begin, self.faults),
            *(self.packs, self.project_page, self.choosing),
        ):
            self.pages.addWidget(page)

    def _make_project_page(self) -> QWidget:
        whole = QWidget()
        head = Ground(edges="bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_2, 2, SPACE_2, 3)
        back = KeyButton(_("全部项目"), icon="chevron-left", kind=Kind.QUIET)
        back.setObjectName("back_to_cards")
        back.clicked.connect(self.show_cards)
        self.tabs = Segmented(
            [
                ("overview", _("概况")),
                ("places", _("楼栋与部位")),
                ("parties", _("参建单位")),
                ("scheme", _("改造方案")),
                ("visits", _("查验")),
                ("packs", _("检查清单")),
            ],
            _("项目的各页"),
        )
        self.tabs.chosen.connect(self.show_tab)
        history = KeyButton(_("历史"), keys="Ctrl+H", icon="history", kind=Kind.QUIET)
        history.clicked.connect(self._history)
        self._history_button = history
        row.addWidget(back)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(history)
        self.bodies = QStackedWidget()
        for body in self._bodies.values():
            self.bodies.addWidget(body)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.bodies, 1)
        return whole

    def _connect_pages(self) -> None:
        self.cards.opened.connect(self.show_project)
        self.cards.number_pressed.connect(self._follow_number)
        self.cards.begin_wanted.connect(self._begin_project)
        self.cards.import_wanted.connect(self._ask_workbook)
        self.cards.template_wanted.connect(self._ask_template)
        self.cards.packs_wanted.connect(self._show_packs)
        self.begin.made.connect(self._made)
        self.begin.left.connect(self.show_cards)
        self.faults.again_wanted.connect(self._ask_workbook)
        self.faults.template_wanted.connect(self._ask_template)
        self.faults.left.connect(self.show_cards)
        self.packs.left.connect(self.show_cards)
        self.overview.number_pressed.connect(
            lambda key: self._follow_number(key, self.board.project_id)
        )
        self.overview.cell_opened.connect(self._follow_cell)
        self.overview.step_chosen.connect(self._follow_step)
        self.overview.fact_given.connect(self._give_fact)
        for pane in (self.places, self.parties, self.scheme, self.visits):
            pane.history_wanted.connect(self._history)
        self.scheme.choosing_wanted.connect(self._choose)
        self.scheme.packs_wanted.connect(partial(self.show_tab, "packs"))
        self.choosing.put.connect(partial(self.show_tab, "scheme"))
        self.choosing.left.connect(partial(self.show_tab, "scheme"))
        self.visits.opened.connect(self._open_visit)

    def _table(self) -> list[Action]:
        tabs = [
            Action(
                id=f"projects.tab.{key}",
                text=_("项目的第 {number} 页").format(number=number),
                shortcut=f"Ctrl+{number}",
                slot=partial(self._show_tab_by_key, key),
            )
            for number, key in enumerate(self._bodies, start=1)
        ]
        rows: tuple[tuple[str, str, str, Slot], ...] = (
            ("new", _("新建（项目、部位、单位、方案、查验）"), "Ctrl+N", self._new),
            ("import", _("从表格导入项目，或导入清单"), "Ctrl+I", self._import),
            ("series", _("批量添加楼栋"), "Ctrl+G", self._series),
            ("filter", _("筛选方案"), "Ctrl+F", self._filter),
            ("put", _("放入方案"), "Ctrl+Return", self._put),
            ("remove", _("删除所选"), "Delete", self._remove),
            ("history", _("所选记录的历史"), "Ctrl+H", self._history),
            ("back", _("返回"), "Esc", self._back),
        )
        acts = [Action(id=f"projects.{i}", text=t, shortcut=k, slot=s) for i, t, k, s in rows]
        return [*acts, *tabs]

    # -- showing ----------

    def _say_where(self) -> None:
        first = Crumb(_("项目"), slot=self.show_cards)
        here = self.pages.currentWidget()
        names = {
            self.begin: _("新建项目"),
            self.faults: _("表格需要修改"),
            self.packs: _("检查清单"),
        }
        summary = self.board.current()
        if here in names:
            self.set_crumbs(first, Crumb(names[here]))
        elif summary is not None and here is not self.cards:
            self.set_crumbs(first, Crumb(summary.project.name, choices=self._neighbours()))
        else:
            self.set_crumbs(Crumb(_("项目")))

    def _neighbours(self) -> list[Choice]:
        return [
            Choice(
                summary.project.name,
                partial(self.show_project, summary.project.id, self.tabs.current()),
                summary.project.id == self.board.project_id,
            )
            for summary in self.board.summaries()
        ]

    def _reread_project(self) -> None:
        summary = self.board.current()
        if summary is None:
            return
        key, project_id = self.tabs.current(), summary.project.id
        if key == "overview":
            self.overview.show_summary(summary)
            self.board.picture(self._take_picture)
        elif key == "packs":
            self.project_packs.show_packs()
        else:
            self._panes[key].show_project(project_id)

    def _take_picture(self, picture: Picture) -> None:
        self._picture = picture
        self.overview.show_standing(picture.heat, picture.standing)

    def _show_packs(self) -> None:
        self.packs.show_packs()
        self.pages.setCurrentWidget(self.packs)
        self._say_where()

    def _begin_project(self) -> None:
        self.pages.setCurrentWidget(self.begin)
        self.begin.begin()
        self._say_where()

    def _made(self, project: Project) -> None:
        self.board.read()
        self.desk.toast(_("已建立 {name}").format(name=project.name))
        self.show_project(project.id, "places")

    def _choose(self) -> None:
        self.choosing.begin(self.board.project_id, self.scheme.book.scopes())
        self.pages.setCurrentWidget(self.choosing)
        self._say_where()

    # -- following ----------

    def _follow_number(self, key: str, project_id: str) -> None:
        """Open the list behind a number."""
        picture = self._picture
        here = picture is not None and picture.project_id == project_id == self.board.project_id
        if key == "failed" and picture is not None and here and picture.heat.failed:
            self._inspect(picture.heat.failed)
            return
        lead = lead_of(key, project_id)
        if lead is None:
            self.show_project(project_id, "visits")
        else:
            self.desk.go(lead.screen, **dict(lead.target))

    def _follow_cell(self, cell: HeatCell) -> None:
        if cell.lead is not None:
            self._inspect(cell.lead)

    def _inspect(self, spot: Spot) -> None:
        project = self.board.project_id
        self.desk.go("inspect", project=project, place=spot.place_id, item=spot.item_id)

    def _follow_step(self, key: str) -> None:
        if key in self._bodies:
            self.show_tab(key)
        else:
            self.desk.go(key, project=self.board.project_id)

    def _open_visit(self, visit_id: str) -> None:
        self.desk.go("inspect", project=self.board.project_id, visit=visit_id)

    def _give_fact(self, key: str, value: object) -> None:
        self.board.give_fact(key, value, partial(self.overview.show_error, key))

    # -- files ----------

    def _ask_workbook(self) -> None:
        question = FileQuestion(title=_("从表格导入项目"), kinds=_TEMPLATE_KINDS)
        self.desk.ask.files(question, lambda paths: self._take_workbook(paths[0]))

    def _take_workbook(self, path: Path) -> None:
        self.board.take_workbook(path, self._imported, self._import_refused)

    def _imported(self, project: Project) -> None:
        self.board.read()
        self.desk.toast(_("已导入 {name}").format(name=project.name))
        self.show_project(project.id)

    def _import_refused(self, error: InspectorError) -> None:
        if error.problem is not Problem.SHEET_INVALID:
            self.desk.ask.refuse(error)
            return
        found = error.facts.get("faults", ())
        faults = [one for one in found if isinstance(one, SheetFault)]  # type: ignore[attr-defined]  # facts are objects
        lines = [sheet_fault_sentence(fault) for fault in faults]
        self.faults.show_faults(self.desk.ask.explain(error), lines)
        self.pages.setCurrentWidget(self.faults)
        self._say_where()

    def _ask_template(self) -> None:
        question = FileQuestion(
            title=_("保存导入模板"), kinds=_TEMPLATE_KINDS, name=str(TEMPLATE_NAME)
        )
        self.desk.ask.save_as(question, self.board.give_template)

    # -- keys ----------

    def _new(self) -> None:
        begin: dict[str, Slot] = {
            "places": self.places.begin,
            "parties": self.parties.begin,
            "scheme": self._choose,
            "visits": self.visits.begin,
        }
        if self.pages.currentWidget() is self.cards:
            self._begin_project()
        else:
            begin.get(self.tab(), _nothing)()

    def _import(self) -> None:
        if self.pages.currentWidget() is self.packs:
            self.packs.ask_file()
        elif self.tab() == "packs":
            self.project_packs.ask_file()
        elif self.pages.currentWidget() in {self.cards, self.faults}:
            self._ask_workbook()

    def _series(self) -> None:
        if self.tab() == "places":
            self.places.begin_series()

    def _filter(self) -> None:
        if self.tab() == "scheme":
            self.scheme.focus_filter()

    def _put(self) -> None:
        if self.pages.currentWidget() is self.choosing:
            self.choosing.give()

    def _remove(self) -> None:
        pane = self._panes.get(self.tab())
        if pane is not None and not isinstance(pane, VisitsPane):
            pane.remove()

    def _history(self) -> None:
        pane, summary = self._panes.get(self.tab()), self.board.current()
        if pane is not None:
            self._show_history(pane.chosen_id(), pane.chosen_name())
        elif summary is not None:
            self._show_history(summary.project.id, summary.project.name)

    def _show_history(self, record_id: str, name: str) -> None:
        if not record_id:
            return
        try:
            events = self.board.history(record_id)
        except InspectorError as error:
            self.desk.ask.refuse(error)
            return
        HistoryDialog(_("{name} 的历史").format(name=name), events, self.window()).open()

    def _show_tab_by_key(self, key: str) -> None:
        if self.board.current() is not None:
            self.show_tab(key)

    def _back(self) -> None:
        """Leave one thing at a time: the draft, the page, the project."""
        here = self.pages.currentWidget()
        if here is self.choosing:
            self.show_tab("scheme")
            return
        leave = {
            "places": self.places.leave,
            "parties": self.parties.leave,
            "visits": self.visits.leave,
        }.get(self.tab())
        packs = self.packs if here is self.packs else self.project_packs
        if leave is not None and self._is_drafting():
            leave()
        elif self.tab() in {"packs", ""} and packs.shows_faults():
            packs.leave()
        else:
            self.show_cards()

    def _is_drafting(self) -> bool:
        drafts = (self.places.new, self.places.series, self.parties.new, self.visits.new)
        return any(draft.isVisible() for draft in drafts)


def _nothing() -> None:
    """Stand in where nothing can be made."""
