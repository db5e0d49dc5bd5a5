"""The room of projects: all of them as cards, one with its tabs, and what leads to a new one."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import SheetFault
from inspector.core.projects import Project
from inspector.operations.imports import TEMPLATE_NAME
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.screen import Choice, Crumb, Screen
from inspector.ui.screens.projects.begin.view import BeginPage, FaultsPage
from inspector.ui.screens.projects.cards.model import lead_of
from inspector.ui.screens.projects.cards.view import CardsPage
from inspector.ui.screens.projects.choosing.view import ChoosingPage
from inspector.ui.screens.projects.packs.view import PacksPane
from inspector.ui.screens.projects.page.view import TABS, ProjectPage
from inspector.ui.screens.projects.programmes.view import ProgrammesPage
from inspector.ui.screens.projects.viewmodel import ProjectBoard
from inspector.words.language import _
from inspector.words.sheets import sheet_fault_sentence

P = TypeVar("P", bound=QWidget)
Slot = Callable[[], object]
_WORKBOOKS = "Excel (*.xlsx)"
_NOT_SHOWN = {Topic.PEOPLE, Topic.NOTICES, Topic.REPORTS, Topic.BUNDLES}


class ProjectsScreen(Screen):
    """项目."""

    reads = frozenset(Topic) - _NOT_SHOWN

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = ProjectBoard(desk, self)
        self.pages = QStackedWidget()
        self._shown = "cards"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._show_page("cards")
        self.set_actions(*self._table())

    # -- pages, each built when it is first shown ----------

    @cached_property
    def cards(self) -> CardsPage:
        """Give the page of all projects."""
        page = CardsPage()
        page.opened.connect(self.show_project)
        page.number_pressed.connect(self._follow_number)
        page.begin_wanted.connect(self.begin_project)
        page.import_wanted.connect(self.ask_workbook)
        page.template_wanted.connect(self.ask_template)
        page.packs_wanted.connect(self._show_packs)
        page.programmes_wanted.connect(self._show_programmes)
        page.conflicts_wanted.connect(lambda: self.desk.go("sync", show="inbox"))
        return self._added(page)

    @cached_property
    def begin(self) -> BeginPage:
        """Give the form of a new project."""
        page = BeginPage(self.desk)
        page.made.connect(self._made)
        page.left.connect(self.show_cards)
        return self._added(page)

    @cached_property
    def faults(self) -> FaultsPage:
        """Give the page of what is wrong in a workbook."""
        page = FaultsPage(_("表格需要修改"))
        page.again_wanted.connect(self.ask_workbook)
        page.template_wanted.connect(self.ask_template)
        page.left.connect(self.show_cards)
        return self._added(page)

    @cached_property
    def packs(self) -> PacksPane:
        """Give the page of checklists."""
        return self._added(PacksPane(self.desk))

    @cached_property
    def programmes(self) -> ProgrammesPage:
        """Give the page of programmes."""
        page = ProgrammesPage(self.desk)
        page.history_wanted.connect(self._history)
        return self._added(page)

    @cached_property
    def project(self) -> ProjectPage:
        """Give the page of one project."""
        page = ProjectPage(self.desk, self.board)
        page.left.connect(self.show_cards)
        page.choosing_wanted.connect(self._choose)
        page.tab_changed.connect(self._say_where)
        return self._added(page)

    @cached_property
    def choosing(self) -> ChoosingPage:
        """Give the page on which items are put on places."""
        page = ChoosingPage(self.desk)
        page.put.connect(self._leave_choosing)
        page.left.connect(self._leave_choosing)
        return self._added(page)

    # -- going about ----------

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.cards.show_projects(self.board.read())
        in_project = self._shown in {"project", "choosing"}
        if in_project and self.board.current() is None:
            self.show_cards()
        elif self._shown == "project":
            self.project.reread()
        elif self._shown == "packs":
            self.packs.show_packs()
        elif self._shown == "programmes":
            self.programmes.show_programmes()
        self._say_where()

    def go_to(self, **target: str) -> None:
        """Lead to a project, and in it to a place, a party or a tab."""
        self.board.read()
        project = target.get("project", "")
        if not self.board.knows(project):
            return
        if target.get("place"):
            self.show_project(project, "places")
            self.project.places.choose(target["place"])
        elif target.get("party"):
            self.show_project(project, "parties")
            self.project.parties.choose(target["party"])
        else:
            self.show_project(project, target.get("tab", "overview"))

    def show_cards(self) -> None:
        """Show all projects."""
        self.board.open("")
        self._show_page("cards")
        self.cards.take_focus()

    def show_project(self, project_id: str, tab: str = "overview") -> None:
        """Show one project."""
        self.board.open(project_id)
        self._show_page("project")
        self.project.show_tab(tab)

    def begin_project(self) -> None:
        """Show an empty form for a new project."""
        self._show_page("begin")
        self.begin.begin()

    def tab(self) -> str:
        """Give the key of the project's tab that is shown; nothing outside a project."""
        return self.project.tab() if self._shown == "project" else ""

    def page(self) -> str:
        """Give the key of the page that is shown."""
        return self._shown

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys: the person came here to do something."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keys to the cards, or to what the open project shows."""
        if self._shown == "cards":
            self.cards.take_focus()
        elif self._shown == "project":
            self.project.take_focus()
        else:
            super().take_focus()

    # -- files ----------

    def ask_workbook(self) -> None:
        """Ask for a workbook and make a project of it."""
        question = FileQuestion(title=_("从表格导入项目"), kinds=_WORKBOOKS)
        self.desk.ask.files(question, lambda paths: self._take_workbook(paths[0]))

    def ask_template(self) -> None:
        """Ask where to save the empty workbook."""
        question = FileQuestion(title=_("保存导入模板"), kinds=_WORKBOOKS, name=TEMPLATE_NAME)
        self.desk.ask.save_as(question, self.board.give_template)

    # -- making ----------

    def _added(self, page: P) -> P:
        self.pages.addWidget(page)
        return page

    def _table(self) -> list[Action]:
        tabs = [
            Action(
                id=f"projects.tab.{key}",
                text=_("项目：{tab}").format(tab=_(text)),
                shortcut=f"Ctrl+{number}",
                slot=partial(self._show_tab, key),
            )
            for number, (key, text) in enumerate(TABS, start=1)
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

    def _show_page(self, key: str) -> None:
        page: QWidget = getattr(self, key)
        self._shown = key
        self.pages.setCurrentWidget(page)
        self._say_where()

    def _say_where(self) -> None:
        first = Crumb(_("项目"), slot=self.show_cards)
        names = {
            "begin": _("新建项目"),
            "faults": _("表格需要修改"),
            "packs": _("检查清单"),
            "programmes": _("改造计划"),
        }
        summary = self.board.current()
        if self._shown in names:
            self.set_crumbs(first, Crumb(names[self._shown]))
        elif summary is not None and self._shown != "cards":
            self.set_crumbs(first, Crumb(summary.project.name, choices=self._neighbours()))
        else:
            self.set_crumbs(Crumb(_("项目")))

    def _neighbours(self) -> list[Choice]:
        return [
            Choice(
                summary.project.name,
                partial(self.show_project, summary.project.id, self.project.tab()),
                summary.project.id == self.board.project_id,
            )
            for summary in self.board.summaries()
        ]

    def _show_packs(self) -> None:
        self.packs.show_packs()
        self._show_page("packs")
        self.packs.take_focus()

    def _show_programmes(self) -> None:
        self._show_page("programmes")
        self.programmes.show_programmes()
        self.programmes.take_focus()

    def _made(self, project: Project) -> None:
        self.board.read()
        self.desk.toast(_("已建立 {name}").format(name=project.name))
        self.show_project(project.id, "places")

    def _choose(self) -> None:
        self._show_page("choosing")
        self.choosing.begin(self.board.project_id, self.project.scheme.book.scopes())

    def _leave_choosing(self) -> None:
        self.show_project(self.board.project_id, "scheme")

    def _follow_number(self, key: str, project_id: str) -> None:
        """Open the list behind a number of a card."""
        lead = lead_of(key, project_id)
        if lead is None:
            self.show_project(project_id, "visits")
        else:
            self.desk.go(lead.screen, **dict(lead.target))

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
        self._show_page("faults")
        self.faults.show_faults(self.desk.ask.explain(error), lines)

    # -- keys ----------

    def _new(self) -> None:
        if self._shown == "cards":
            self.begin_project()
        elif self._shown == "project":
            self.project.new()
        elif self._shown == "programmes":
            self.programmes.begin()

    def _import(self) -> None:
        if self._shown == "packs":
            self.packs.ask_file()
        elif self.tab() == "packs":
            self.project.packs.ask_file()
        elif self._shown in {"cards", "faults"}:
            self.ask_workbook()

    def _series(self) -> None:
        if self.tab() == "places":
            self.project.places.begin_series()

    def _filter(self) -> None:
        if self.tab() == "scheme":
            self.project.scheme.focus_filter()

    def _put(self) -> None:
        if self._shown == "choosing":
            self.choosing.give()

    def _remove(self) -> None:
        if self._shown == "project":
            self.project.remove()

    def _history(self) -> None:
        if self._shown == "project":
            self.project.show_history()
        elif self._shown == "programmes" and (chosen := self.programmes.chosen()):
            self.project.tell_history(chosen.id, chosen.name)

    def _show_tab(self, key: str) -> None:
        if self._shown == "project":
            self.project.show_tab(key)

    def _back(self) -> None:
        """Leave one thing at a time: a sheet, a page, the project."""
        if self._shown == "choosing":
            self._leave_choosing()
        elif self._shown == "project":
            self.project.leave()
        elif self._shown == "packs" and self.packs.shows_faults():
            self.packs.leave()
        elif self._shown == "programmes" and self.programmes.is_drafting():
            self.programmes.leave()
        elif self._shown != "cards":
            self.show_cards()
