"""同步: take in and send at the left, what is to be settled at the right."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.screen import Crumb, Screen
from inspector.ui.kit.style.tokens import LARGE, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import small
from inspector.ui.screens.sync.inbox.model import CardFacts
from inspector.ui.screens.sync.inbox.view import InboxPage
from inspector.ui.screens.sync.intake.view import IntakePage, LastIntake
from inspector.ui.screens.sync.viewmodel import LEADS, SyncBoard, lead_of
from inspector.words.language import _

KINDS = "*.ipkg *.ipkg.age"
_KEYS = 4
"""How many of a conflict's values have a key."""


class SidePane(DetailPane):
    """The two big buttons, and what came last."""

    def __init__(self) -> None:
        super().__init__(_("收发"), edges="right")
        self.show_foot(is_shown=False)
        self.take = KeyButton(
            _("收取"), keys="Ctrl+R", icon="import", kind=Kind.PRIMARY, size=LARGE
        )
        self.take.setObjectName("take")
        self.take_folder = KeyButton(_("收取文件夹…"), keys="Ctrl+Shift+R", kind=Kind.QUIET)
        self.take_folder.setObjectName("take_folder")
        self.inbox_button = KeyButton(_("待定"), icon="chevron-right", kind=Kind.QUIET)
        self.inbox_button.setObjectName("show_inbox")
        self.inbox_button.hide()
        self.last = LastIntake()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_3)
        buttons.addWidget(self.take)
        buttons.addWidget(self.take_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.inbox_button)
        self.body.setSpacing(SPACE_3)
        self.body.addLayout(buttons)
        self.body.addWidget(small(_("插入 U 盘，或把同步包拖到窗口里，也可多个一起放。")))
        self.body.addWidget(self.last)
        self.body.addStretch(1)


class SyncScreen(Screen):
    """同步."""

    reads = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.board = SyncBoard(desk, self)
        self.side = SidePane()
        self.inbox = InboxPage()
        self.intake = IntakePage()
        self.pages = QStackedWidget()
        for page in (self.inbox, self.intake):
            self.pages.addWidget(page)
        self.panes = FoldingPanes(None, self.side, self.pages, detail_share=0.68)
        self.panes.back_button.set_text(_("返回收发"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()
        self.set_crumbs(Crumb(_("同步")))
        self.set_actions(*self._actions_here())

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.board.reread()

    def go_to(self, **target: str) -> None:
        """Lead to the inbox, or take packages in (one path a line)."""
        if target.get("packages"):
            self.take([Path(line) for line in target["packages"].splitlines()])
        else:
            self.show_page(self.inbox)

    # -- packages dropped on the screen ----------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if dropped(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        event.acceptProposedAction()
        self.take(dropped(event.mimeData()))

    # -- taking in ----------

    def take(self, paths: list[Path]) -> None:
        """Take packages in and show what comes of it."""
        if paths:
            self.show_page(self.intake)
            self.board.take(paths)

    def ask_files(self) -> None:
        """Ask for packages."""
        question = FileQuestion(
            title=_("收取同步包"), kinds=_("同步包 ({kinds})").format(kinds=KINDS)
        )
        self.desk.ask.files(question, self.take)

    def ask_folder(self) -> None:
        """Ask for a folder with packages."""
        question = FileQuestion(title=_("收取这个文件夹里的同步包"))
        self.desk.ask.folder(question, lambda path: self.take([path]))

    # -- pages ----------

    def show_page(self, page: QWidget) -> None:
        """Show a page at the right."""
        self.pages.setCurrentWidget(page)
        self.panes.show_detail()

    def _leave(self) -> None:
        """Leave one thing at a time: a form, a page."""
        card = self.inbox.card
        if self.pages.currentWidget() is self.inbox and card is not None and card.form is not None:
            card.close_form()
        elif self.pages.currentWidget() is not self.inbox:
            self.pages.setCurrentWidget(self.inbox)
        else:
            self.panes.show_list()

    # -- wiring ----------

    def _connect(self) -> None:
        board, side = self.board, self.side
        board.read.connect(self._show_standing)
        board.intake_changed.connect(self._show_intake)
        board.refused.connect(self._refuse)
        side.take.clicked.connect(self.ask_files)
        side.take_folder.clicked.connect(self.ask_folder)
        side.inbox_button.clicked.connect(lambda: self.show_page(self.inbox))
        side.last.opened.connect(lambda: self.show_page(self.intake))
        self.intake.left.connect(self._leave)
        self.intake.join.joined.connect(board.join)
        self.intake.join.declined.connect(board.stay_out)
        self.inbox.chosen.connect(board.choose)
        self.inbox.written.connect(lambda facts, text: board.write(facts, text, text))
        self.inbox.opened.connect(self._open_record)
        self.panes.folded.connect(lambda fold: side.inbox_button.setVisible(fold is Fold.PAGES))

    def _actions_here(self) -> list[Action]:
        numbers = [
            Action(
                id=f"sync.choose{number + 1}",
                text=_("采用第 {number} 个值").format(number=number + 1),
                shortcut=str(number + 1),
                slot=partial(self._choose, number),
            )
            for number in range(_KEYS)
        ]
        rows = (
            ("take", _("收取"), "Ctrl+R", self.ask_files),
            ("take_folder", _("收取文件夹"), "Ctrl+Shift+R", self.ask_folder),
            ("log", _("收取记录"), "Ctrl+L", lambda: self.show_page(self.intake)),
            ("other", _("另填一个值"), "E", self._write),
            ("give", _("采用所填"), "Ctrl+Return", self._give),
            ("next", _("下一处待定"), "Alt+Down", lambda: self.inbox.step(1)),
            ("before", _("上一处待定"), "Alt+Up", lambda: self.inbox.step(-1)),
            ("record", _("打开记录"), "Ctrl+O", self._open_current),
        )
        back = Action(
            id="sync.back", text=_("返回"), shortcut="Esc", slot=self._leave, while_typing=True
        )
        acts = [Action(id=f"sync.{i}", text=t, shortcut=k, slot=s) for i, t, k, s in rows]
        return [*acts, *numbers, back]

    # -- showing ----------

    def _show_standing(self) -> None:
        board = self.board
        inbox = board.standing.inbox
        self.inbox.show_cards(board.cards(), may_settle=inbox.may_settle, leads=frozenset(LEADS))
        if inbox.conflicts and not inbox.may_settle:
            text = _("裁定须由主管作出，{person}没有这个权限。可以看，不能选。")
            self.inbox.banner.say(text.format(person=inbox.person), Tone.WARN)
        self._show_intake()
        self.badge_changed.emit(board.waiting())

    def _show_intake(self) -> None:
        board = self.board
        entries = board.entries()
        self.intake.show_entries(entries, board.question)
        self.side.last.show_entry(next((one for one in entries if one.terms), None))

    def _refuse(self, error: InspectorError) -> None:
        card, said = self.inbox.card, self.desk.ask.explain(error)
        if error.problem is Problem.FIELD_INVALID and card is not None and card.form is not None:
            card.form.row.show_error(said)
            return
        self.inbox.banner.say(said, Tone.FAIL)
        self.reread()

    # -- acting on the open conflict ----------

    def _choose(self, number: int) -> None:
        if self.pages.currentWidget() is self.inbox and self.inbox.card is not None:
            self.inbox.card.choose(number)

    def _write(self) -> None:
        if self.pages.currentWidget() is self.inbox and self.inbox.card is not None:
            self.inbox.card.open_form()

    def _give(self) -> None:
        card = self.inbox.card
        if card is not None and card.form is not None:
            card.form.give()

    def _open_current(self) -> None:
        facts = self.inbox.current()
        if facts is not None:
            self._open_record(facts)

    def _open_record(self, facts: CardFacts) -> None:
        lead = lead_of(facts.conflict)
        if lead is not None:
            self.desk.go(lead[0], **lead[1])


def dropped(data: QMimeData) -> list[Path]:
    """Give the files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
