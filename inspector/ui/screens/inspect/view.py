"""The inspect screen: places, items, the item; every act saves itself."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from inspector.core.changes import Changes, Topic
from inspector.core.checklists import AnswerState
from inspector.core.inspections import Visit
from inspector.ui.kit.actions import Action
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.screen import Choice, Crumb, Screen, project_crumb
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.panels import EmptyPanel
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.ui.screens.inspect.defect.viewmodel import DefectDesk
from inspector.ui.screens.inspect.lists.view import ItemsPane, PlacesPane
from inspector.ui.screens.inspect.sheet.view import ItemSheet
from inspector.ui.screens.inspect.viewmodel import Board
from inspector.ui.screens.inspect.visits.view import NewVisitDialog
from inspector.words.checklists import state_name
from inspector.words.language import _

_VERDICT_KEYS = (
    ("pass", AnswerState.PASS, "1"),
    ("fail", AnswerState.FAIL, "2"),
    ("none", AnswerState.NOT_APPLICABLE, "3"),
    ("open", AnswerState.UNCHECKED, "0"),
)
_LONGEST_NAME = 8
"""As much of a place's name as the button of the folded tree holds beside the filters."""


class InspectScreen(Screen):
    """The heart of the program (DESIGN §5)."""

    reads = frozenset(
        {
            *(Topic.PROJECTS, Topic.PLACES, Topic.SCHEME, Topic.VISITS, Topic.ANSWERS),
            *(Topic.PHOTOS, Topic.DEFECTS, Topic.PACKS, Topic.CONFLICTS),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = Board(desk, self)
        self.acts = ItemActs(self.board, self)
        self._defects = DefectDesk(self.board, self)
        self.places = PlacesPane(self.board)
        self.items = ItemsPane(self.board)
        self.sheet = ItemSheet(self.acts, self._defects)
        self._nothing = EmptyPanel("clipboard-check", "", "")
        self._nothing.asked.connect(self._take_next_step)
        self.panes = self._make_panes()
        self._listen()
        self.set_actions(*self._table())

    # -- what the window asks

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.board.reread()

    def go_to(self, **target: str) -> None:
        """Lead to a project, visit, place or item."""
        if self.board.project is None:
            self.board.reread()
        if target.get("project"):
            self.board.choose_project(target["project"])
        if target.get("visit"):
            self.board.choose_visit(target["visit"])
        if target.get("place"):
            self.board.choose_place(target["place"], target.get("item", ""))
        elif target.get("item"):
            self.board.find_item(target["item"])
        if target.get("item"):
            self.panes.show_detail()
        self._focus_list()

    def actions_table(self) -> Sequence[Action]:
        """Give what can be done here; the arrows work in the list itself."""
        return (*super().actions_table(), *self._keys_of_lists())

    # -- making

    def _make_panes(self) -> FoldingPanes:
        self._detail = QStackedWidget()
        self._detail.addWidget(self.sheet)
        self._detail.addWidget(
            EmptyPanel("list", _("没有选中的检查项"), _("在列表里选一项，这里显示要求和结果。"))
        )
        panes = FoldingPanes(self.places, self.items, self._detail, tree_name=_("部位"))
        self.items.head.insertWidget(0, panes.tree_button)
        self.sheet.head.insertWidget(0, panes.back_button)
        self._pages = QStackedWidget()
        self._pages.addWidget(panes)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        return panes

    def _listen(self) -> None:
        self.board.scope_changed.connect(self._show_scope)
        self.board.places_changed.connect(self._show_place)
        self.board.current_changed.connect(self._show_current)
        self.board.line_changed.connect(self._show_line)
        self.places.picked.connect(self._close_tree)
        self.items.opened.connect(self.panes.show_detail)
        self.sheet.next_wanted.connect(self.next_unchecked)
        self.sheet.settled.connect(self._focus_list)
        self.panes.folded.connect(self._fold)

    def _table(self) -> list[Action]:
        verdicts = [
            action
            for name, state, key in _VERDICT_KEYS
            for action in self._verdict_actions(name, state, key)
        ]
        others = (
            ("next", _("下一未查项"), "Return", self.next_unchecked),
            ("reading", _("填读数"), "R", self._start_reading),
            ("note", _("备注"), "Ctrl+E", self._open(self.sheet.open_note)),
            ("defect", _("记问题"), "Ctrl+N", self._open(self.sheet.open_defect)),
            ("photo", _("加照片"), "Ctrl+P", self.sheet.photos.ask),
            ("history", _("历史"), "Ctrl+H", self._open(self.sheet.toggle_story)),
            ("finish", _("完成正在填写的内容"), "Ctrl+Return", self.sheet.finish),
            ("place_next", _("下一部位"), "PgDown", partial(self.board.step_place, 1)),
            ("place_before", _("上一部位"), "PgUp", partial(self.board.step_place, -1)),
        )
        return [
            *verdicts,
            *(
                Action(
                    id=f"inspect.{name}",
                    text=text,
                    shortcut=keys,
                    slot=slot,
                    while_typing=keys.startswith("Pg"),
                )
                for name, text, keys, slot in others
            ),
        ]

    def _verdict_actions(self, name: str, state: AnswerState, key: str) -> list[Action]:
        """Make the bare key, and the one for when a field has the focus."""
        slot = partial(self.sheet.verdicts.give, state)
        word = state_name(state)
        typing = _("{verdict}（正在填写时）").format(verdict=word)
        return [
            Action(id=f"inspect.{name}", text=word, shortcut=key, slot=slot),
            Action(id=f"inspect.{name}_typing", text=typing, shortcut=f"Ctrl+{key}", slot=slot),
        ]

    def _keys_of_lists(self) -> list[Action]:
        """Tell the keys that the list and the sheet answer themselves."""
        keys = (
            ("up", _("上一项"), "Up", partial(self.board.step_item, -1)),
            ("down", _("下一项"), "Down", partial(self.board.step_item, 1)),
            ("close", _("关闭正在填写的内容"), "Esc", self._close),
        )
        return [
            Action(id=f"inspect.{name}", text=text, shortcut=key, slot=slot)
            for name, text, key, slot in keys
        ]

    # -- showing

    def _show_scope(self) -> None:
        project, visit = self.board.project, self.board.visit
        self._pages.setCurrentIndex(0 if visit and self.board.whole().due else 1)
        if project is None:
            self.set_crumbs(Crumb(_("检查")))
            self._nothing.set(
                _("还没有项目"),
                _("先建立项目、部位和方案，再到这里逐项检查。"),
                _("去建立项目"),
            )
            return
        first = project_crumb(project, self.board.projects, self.board.choose_project)
        self.set_crumbs(first, self._visit_crumb(visit))
        if visit is None:
            words = _("每次到现场是一次查验，结果都记在它名下。")
            self._nothing.set(_("还没有查验"), words, _("新查验…"))
        elif not self.board.whole().due:
            words = _("项目的方案里没有检查项。先在方案里把检查项放到部位上。")
            self._nothing.set(_("没有要检查的内容"), words, _("去编方案"))

    def _visit_crumb(self, visit: Visit | None) -> Crumb:
        choices = [
            Choice(one.title, partial(self.board.choose_visit, one.id), one == visit)
            for one in reversed(self.board.visits)
        ]
        choices.append(Choice(_("新查验…"), self.begin_visit))
        return Crumb(visit.title if visit else _("没有查验"), choices=choices)

    def _show_place(self) -> None:
        place = self.board.place()
        name = place.name if place else _("部位")
        is_long = len(name) > _LONGEST_NAME
        self.panes.set_tree_name(f"{name[:_LONGEST_NAME]}…" if is_long else name)

    def _show_current(self) -> None:
        line = self.board.line()
        self._detail.setCurrentIndex(0 if line else 1)
        if line is not None:
            was_measuring = self.sheet.readings.has_focus()
            self.sheet.set(line)
            if was_measuring and self.sheet.readings.isHidden():
                self._focus_list()

    def _show_line(self, item_id: str) -> None:
        line = self.board.line()
        if line is not None and item_id == self.board.item_id:
            self.sheet.set(line)

    def _fold(self, fold: Fold) -> None:
        self.items.name_shown(is_shown=fold is Fold.ALL)

    # -- doing

    def next_unchecked(self) -> None:
        """Go to the next item that nobody looked at, or say that there is none."""
        if not self.board.next_unchecked():
            self.desk.toast(_("本次查验的检查项都查完了"))
        elif self.panes.fold() is Fold.PAGES:
            self.panes.show_detail()

    def begin_visit(self) -> None:
        """Ask for a new visit."""
        workspace = self.board.workspace
        dialog = NewVisitDialog(
            workspace.today(),
            workspace.person().name,
            lambda draft: self.board.begin_visit(draft, self.desk.ask.refuse),
            self,
        )
        dialog.open()

    def _take_next_step(self) -> None:
        if self.board.project is None:
            self.desk.go("projects")
        elif self.board.visit is None:
            self.begin_visit()
        else:
            self.desk.go("projects", project=self.board.project.id)

    def _open(self, slot: Callable[[], object]) -> Callable[[], None]:
        """Lead to the sheet first, where it is a page of its own."""

        def opened() -> None:
            if self.board.line() is not None:
                self.panes.show_detail()
                slot()

        return opened

    def _start_reading(self) -> None:
        if self.board.line() is not None and not self.sheet.readings.isHidden():
            self.panes.show_detail()
            self.sheet.readings.start()

    def _focus_list(self) -> None:
        if self.panes.fold() is not Fold.PAGES:
            self.items.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Close what is open in the sheet, else go back to the list."""
        if not self.sheet.dismiss():
            self.panes.show_list()
            self._focus_list()

    def _close_tree(self) -> None:
        if self.panes.fold() is not Fold.ALL:
            self.panes.close_tree()
            self._focus_list()

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field or list wanted."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None:
            self.board.step_item(step)
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key == Qt.Key.Key_Right:
            self.panes.show_detail()
        elif key == Qt.Key.Key_Left:
            self.panes.show_list()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list: its keys are the ones that one comes for."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        if self._pages.currentIndex() == 1:
            self._nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_list()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep half-written text when the screen is left."""
        self.sheet.leave()
        super().hideEvent(event)

    def _hear(self, changes: Changes) -> None:
        """Read again what others touched; this board's own acts brought their line with them."""
        if not self.board.is_mine(changes):
            super()._hear(changes)
