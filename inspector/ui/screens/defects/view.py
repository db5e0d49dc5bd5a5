"""The room of defects: what waits, why, and the one act that leads on."""

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.changes import Changes, Topic
from inspector.operations.defects import DefectFilter
from inspector.ui.kit.actions import Action
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.screen import Crumb, Screen, project_crumb
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.screens.defects.forms.view import party_choices, place_choices
from inspector.ui.screens.defects.model import Row, Shelf
from inspector.ui.screens.defects.parts.view import dropped
from inspector.ui.screens.defects.side.view import DefectSide
from inspector.ui.screens.defects.viewmodel import DefectBoard
from inspector.ui.screens.defects.work.view import DefectWork
from inspector.words.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = 24
_MOST_PX = 1100
"""Half a wide screen at 200 %."""


class DefectsScreen(Screen):
    """The list on the left, the sheet of one defect or a panel on the right."""

    reads = frozenset(
        {
            Topic.PROJECTS,
            Topic.PLACES,
            Topic.PARTIES,
            Topic.DEFECTS,
            Topic.NOTICES,
            Topic.PHOTOS,
            Topic.PEOPLE,
            Topic.SCHEME,
            Topic.CONFLICTS,
        }
    )
    waiting = MappingProxyType({"state": Shelf.OPEN.value})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self._board = DefectBoard(desk)
        self._pictures = Pictures(self._board.picture, _KEPT, self, most_px=_MOST_PX)
        self._current = ""
        self._model: PagedListModel[Row] = PagedListModel(self._board.page, say=Row.spoken)
        self._model.setParent(self)
        self.side = DefectSide(self._model)
        self.work = DefectWork(desk, self._board, self._pictures)
        self._empty_step: Callable[[], object] = self.work.new
        self.panes = FoldingPanes(None, self.side, self.work, detail_share=0.645)
        self._build()
        self._listen()
        self.set_crumbs(Crumb(_("问题")))
        self.set_actions(*self._table())

    # -- what the window asks ----------

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self._board.read()
        self._show_crumbs()
        self.work.notices.reread()
        self.side.panel.offer(party_choices(self._board), place_choices(self._board))
        self.side.show_filter(self._board.wanted)
        self._list_again()
        self.badge_changed.emit(self._board.waiting())

    def go_to(self, **target: str) -> None:
        """Lead to a project, to its defects of a state and severity, or to one of them."""
        if target.get("project"):
            self._board.open_project(target["project"])
        if target.get("state"):
            self._board.narrow_to(Shelf(target["state"]), target.get("severity", ""))
            self.panes.show_list()
        wanted = target.get("defect", "")
        if wanted:
            self.work.close_form()
            self._board.wanted = DefectFilter()
            self._current = wanted
        self._board.read()
        if wanted and wanted not in self._board.ids():
            self._board.shelf = Shelf.ALL
        self.reread()
        if wanted:
            self.panes.show_detail()

    def home(self) -> QWidget:
        """Begin in the list, or with what can be done where it is empty."""
        return self.side.list if self._board.ids() else self.side.empty.button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take photos for the defect that is shown."""
        if event.mimeData().hasUrls() and self._current:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the photos in."""
        event.acceptProposedAction()
        self.work.take_in(dropped(event.mimeData()))

    def _hear(self, changes: Changes) -> None:
        """Let the board forget what it keeps of others' records, then read again."""
        self._board.forget(changes)
        super()._hear(changes)

    # -- building ----------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _listen(self) -> None:
        side, work = self.side, self.work
        side.list.chosen.connect(self._choose)
        side.list.opened.connect(lambda _row: self.panes.show_detail())
        side.list.clicked.connect(self._tap)
        side.shelf_chosen.connect(self._to_shelf)
        side.filter_changed.connect(self._narrow)
        side.empty_asked.connect(self._take_empty_step)
        side.new_button.clicked.connect(work.new)
        side.notice_button.clicked.connect(work.notice)
        side.notices_button.clicked.connect(work.notices.open_all)
        work.opened.connect(self.panes.show_detail)
        work.left.connect(self._back)
        work.recorded.connect(self._lead_to)
        work.notices.defect_chosen.connect(self._lead_to)

    def _table(self) -> list[Action]:
        work, steps = self.work, self.work.sheet.steps
        rows: list[tuple[str, str, str, Callable[[], object]]] = [
            ("next", _("下一步（右下角的主按钮）"), "1", work.press(steps.press_primary)),
            ("beside", _("下一步左边的按钮"), "2", work.press(steps.press_beside)),
            ("others", _("其他步骤"), "Ctrl+.", work.press(steps.open_menu)),
            ("new", _("记问题"), "Ctrl+N", work.new),
            ("notice", _("下发整改通知单"), "Ctrl+Shift+N", work.notice),
            ("notices", _("通知单"), "Ctrl+Shift+L", work.notices.open_all),
            ("photos", _("加照片"), "Ctrl+I", work.choose_photos),
            ("edit", _("修改"), "Ctrl+E", work.edit),
            ("history", _("这条问题的历史"), "Ctrl+H", work.past),
            ("filter", _("筛选"), "Ctrl+F", self.side.fold_filter),
            ("pair_back", _("上一组照片"), "Alt+Left", partial(work.sheet.pair.turn, -1)),
            ("pair_on", _("下一组照片"), "Alt+Right", partial(work.sheet.pair.turn, 1)),
            ("give", _("完成填写"), "Ctrl+Return", work.give),
        ]
        made = [
            Action(id=f"defects.{key}", text=text, shortcut=keys, slot=do)
            for key, text, keys, do in rows
        ]
        leave = Action(
            id="defects.leave",
            text=_("返回"),
            shortcut="Escape",
            slot=work.leave,
            while_typing=True,
        )
        return [*made, leave]

    def _take_empty_step(self) -> None:
        self._empty_step()

    def _back(self) -> None:
        self.panes.show_list()
        self.side.list.setFocus()

    def _lead_to(self, defect_id: str) -> None:
        self._current = defect_id
        if defect_id not in self._board.ids():
            self._show_all()
        self._list_again()
        self.side.list.setFocus()

    # -- the list ----------

    def _list_again(self) -> None:
        before = self._model.place_of(self._current)
        ids = self._board.ids()
        self.side.show_counts(self._board.counts(), self._board.shelf)
        self._model.show_ids(ids)
        self.side.show_rows(is_empty=not ids)
        if not ids:
            self._say_empty()
        if self._current not in ids:
            self._current = ids[min(max(before, 0), len(ids) - 1)] if ids else ""
        self.side.list.choose(self._model.place_of(self._current))
        self.work.show_defect(self._current)

    def _choose(self, row: Row | None) -> None:
        if row is not None and row.id != self._current:
            self._current = row.id
            self.work.show_defect(row.id)

    def _tap(self) -> None:
        if self.panes.fold() is Fold.PAGES:
            self.panes.show_detail()

    def _to_shelf(self, key: str) -> None:
        self._board.shelf = Shelf(key)
        self._list_again()

    def _narrow(self, wanted: DefectFilter) -> None:
        self._board.wanted = wanted
        self._board.read()
        self.side.show_filter(wanted)
        self._list_again()

    def _say_empty(self) -> None:
        board = self._board
        if board.project is None:
            self._empty_step = lambda: self.desk.go("projects")
            self.side.say_empty(_("还没有项目"), _("问题记在项目的部位上。"), _("去建项目"))
        elif board.wanted != DefectFilter() or board.shelf is not Shelf.ALL:
            self._empty_step = self._show_all
            self.side.say_empty(_("这里没有问题"), _("换一个筛选看看。"), _("显示全部"))
        else:
            self._empty_step = self.work.new
            text = _("查验中发现的问题会列在这里，直到销项。")
            self.side.say_empty(_("还没有问题"), text, _("记问题"))

    def _show_all(self) -> None:
        self._board.shelf = Shelf.ALL
        self._narrow(DefectFilter())

    def _show_crumbs(self) -> None:
        current = self._board.project
        if current is None:
            self.set_crumbs(Crumb(_("问题")))
            return
        first = project_crumb(current, self._board.projects(), self._choose_project)
        self.set_crumbs(first, Crumb(_("问题")))

    def _choose_project(self, project_id: str) -> None:
        self.go_to(project=project_id)
