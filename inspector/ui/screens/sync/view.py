"""同步: take in and send at the left, what is to be settled at the right."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict
from inspector.core.soft import SoftConflict
from inspector.operations.attaching import request_thumbnail
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.screen import Crumb, Screen
from inspector.ui.kit.sticks import Sticks, plugged_in
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.screens.sync.bulk.model import laptops_in, projects_in
from inspector.ui.screens.sync.bulk.view import BulkPage
from inspector.ui.screens.sync.circle.view import Circle
from inspector.ui.screens.sync.inbox.card.view import ConflictCard
from inspector.ui.screens.sync.inbox.model import CardFacts
from inspector.ui.screens.sync.inbox.view import InboxPage
from inspector.ui.screens.sync.intake.view import IntakePage
from inspector.ui.screens.sync.laptops.view import LaptopPage
from inspector.ui.screens.sync.office.view import OfficePage
from inspector.ui.screens.sync.page.view import Page
from inspector.ui.screens.sync.release.view import Releaser
from inspector.ui.screens.sync.sender.view import Sender
from inspector.ui.screens.sync.side.view import SidePane
from inspector.ui.screens.sync.soft.view import SoftPage
from inspector.ui.screens.sync.viewmodel import LEADS, SyncBoard, lead_of
from inspector.words.language import _

KINDS = "*.ipkg *.ipkg.age"
_LOOK_MS = 3000
"""How often the room looks for sticks while it is seen."""
_KEPT = 64
"""How many pictures are kept."""
_KEYS = 4
"""How many of a conflict's values have a key."""


class SyncScreen(Screen):
    """同步."""

    reads = frozenset(Topic)

    def __init__(self, desk: Desk, sticks: Sticks = plugged_in) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.board = SyncBoard(desk, sticks, self)
        self.outgoing = Sender(desk, self)
        self.circle = Circle(desk, self)
        self.releaser = Releaser(desk, self)
        self.side = SidePane()
        request = partial(request_thumbnail, desk.workspace)
        self.pictures = Pictures(request, _KEPT, self)
        self.inbox = InboxPage(self.pictures, self.board.photos_of)
        self.bulk = BulkPage()
        self.soft = SoftPage()
        self.intake = IntakePage()
        self.dispatch, self.sending = self.outgoing.board, self.outgoing.page
        self.laptop, self.office = self.circle.laptop, self.circle.office
        self.release = self.releaser.page
        self.pages = QStackedWidget()
        for page in (self.inbox, *self._other_pages()):
            self.pages.addWidget(page)
        self.panes = FoldingPanes(None, self.side, self.pages, detail_share=0.68)
        self.panes.back_button.set_text(_("返回收发"))
        self.inbox.head.insertWidget(0, self.panes.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.board.look)
        self._connect()
        self.set_crumbs(Crumb(_("同步")))
        self.set_actions(*self._actions_here())

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks while the room is seen."""
        super().showEvent(event)
        self.board.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no longer."""
        super().hideEvent(event)
        self._timer.stop()

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.board.reread()
        self.circle.board.reread()
        if self.pages.currentWidget() is self.sending:
            self.dispatch.reread()
        elif self.pages.currentWidget() is self.release:
            self.releaser.reread()

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

    def take_ready(self) -> None:
        """Take what lies ready on a stick or in the shared folder; else ask for files."""
        ready = [path for path in self.board.ready() if path.exists()]
        if ready:
            self.take(ready)
        else:
            self.ask_files()

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

    # -- settling many ----------

    def open_bulk(self) -> None:
        """Show what a rule would settle."""
        self._show_preview()
        self.show_page(self.bulk)

    def _show_preview(self) -> None:
        inbox = self.board.standing.inbox
        self.bulk.offer(laptops_in(inbox), projects_in(inbox))
        preview = self.board.preview(self.bulk.rule())
        self.bulk.show_preview(preview, may_settle=inbox.may_settle)

    def _settle_by(self) -> None:
        self.board.settle_by(self.board.preview(self.bulk.rule()))
        self.show_page(self.inbox)

    def open_soft(self) -> None:
        """Show what wants a look."""
        self.board.read_soft()
        self.show_page(self.soft)

    # -- other pages ----------

    def open_sending(self, receivers: Iterable[str] = ()) -> None:
        """Show what can be sent, to these laptops or to anybody."""
        self.outgoing.begin(receivers)
        self.show_page(self.sending)

    def open_laptop(self, key: str) -> None:
        """Show one laptop."""
        if self.circle.show_laptop(key):
            self.show_page(self.circle.laptop)

    def open_release(self) -> None:
        """Show which originals could be released."""
        self.release.banner.hide()
        self.show_page(self.release)
        self.releaser.reread()

    # -- pages ----------

    def show_page(self, page: QWidget) -> None:
        """Show a page at the right."""
        self.pages.setCurrentWidget(page)
        self.panes.show_detail()

    def _leave(self) -> None:
        """Leave one thing at a time: a form, a page."""
        page, card = self.pages.currentWidget(), self.inbox.card
        if page is self.inbox and card is not None and card.form is not None:
            card.close_form()
        elif isinstance(page, LaptopPage | OfficePage) and page.form is not None:
            page.close_form()
        elif page is self.office and self.office.card is not None:
            self.office.close_form()
        elif page is not self.inbox:
            self.pages.setCurrentWidget(self.inbox)
        else:
            self.panes.show_list()

    def _other_pages(self) -> tuple[Page, ...]:
        return (
            self.bulk,
            self.soft,
            self.intake,
            self.sending,
            self.laptop,
            self.office,
            self.release,
        )

    # -- wiring ----------

    def _connect(self) -> None:
        board, side = self.board, self.side
        board.read.connect(self._show_standing)
        board.found_changed.connect(self._show_found)
        board.intake_changed.connect(self._show_intake)
        board.taken.connect(self._tell_taken)
        board.refused.connect(self._refuse)
        side.take.clicked.connect(self.take_ready)
        side.files.clicked.connect(self.ask_files)
        side.folder.clicked.connect(self.ask_folder)
        side.inbox_button.clicked.connect(lambda: self.show_page(self.inbox))
        side.last.opened.connect(lambda: self.show_page(self.intake))
        self.intake.join.joined.connect(board.join)
        self.intake.join.declined.connect(board.stay_out)
        self.intake.laptop_wanted.connect(self.open_laptop)
        self.intake.back_wanted.connect(board.ask_take_back)
        self.panes.folded.connect(lambda fold: side.inbox_button.setVisible(fold is Fold.PAGES))
        self._connect_inbox()
        self._connect_others()

    def _connect_inbox(self) -> None:
        board = self.board
        self.inbox.chosen.connect(board.choose)
        self.inbox.written.connect(board.write)
        self.inbox.opened.connect(self._open_record)
        self.inbox.photo_wanted.connect(
            lambda photo: self.desk.go("photos", project=photo.project_id, photo=photo.id)
        )
        self.inbox.split_wanted.connect(board.split)
        self.inbox.soft_wanted.connect(self.open_soft)
        self.soft.opened.connect(self._go_to_record)
        board.soft_read.connect(lambda found: self.soft.show_records(found, frozenset(LEADS)))
        self.inbox.bulk_wanted.connect(self.open_bulk)
        self.bulk.ruled.connect(self._show_preview)
        self.bulk.given.connect(self._settle_by)

    def _connect_others(self) -> None:
        circle, side = self.circle, self.side
        circle.read.connect(self._show_circle)
        circle.page_wanted.connect(self.show_page)
        circle.send_wanted.connect(lambda key: self.open_sending([key]))
        circle.board.watching_changed.connect(self.board.look)
        side.laptops.opened.connect(self.open_laptop)
        side.office_wanted.connect(lambda: self.show_page(circle.office))
        side.send.clicked.connect(lambda _checked: self.open_sending())
        circle.release_wanted.connect(self.open_release)
        for page in self._other_pages():
            page.left.connect(self._leave)

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
            ("take", _("收取"), "Ctrl+R", self.take_ready),
            ("take_files", _("选文件收取"), "Ctrl+Shift+O", self.ask_files),
            ("take_folder", _("收取文件夹"), "Ctrl+Shift+R", self.ask_folder),
            ("send", _("发出"), "Ctrl+S", self.open_sending),
            ("inbox", _("待定"), "Ctrl+T", lambda: self.show_page(self.inbox)),
            ("office", _("单位"), "Ctrl+U", lambda: self.show_page(self.office)),
            ("release", _("腾出空间"), "Ctrl+E", self.open_release),
            ("log", _("收取记录"), "Ctrl+L", lambda: self.show_page(self.intake)),
            ("bulk", _("按规则批量裁定"), "Ctrl+B", self.open_bulk),
            ("soft", _("值得看一眼"), "Ctrl+J", self.open_soft),
            ("other", _("另填一个值"), "E", lambda: self._on_card(ConflictCard.open_form)),
            ("merge", _("合并文字"), "M", lambda: self._on_card(ConflictCard.open_merge)),
            ("split", _("各成一条记录"), "D", lambda: self._on_card(ConflictCard.split)),
            ("give", _("采用所填，写入 U 盘，或删除原件"), "Ctrl+Return", self._give),
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
        if self.pages.currentWidget() is self.bulk:
            self._show_preview()
        elif self.pages.currentWidget() is self.soft:
            self.board.read_soft()
        self._show_intake()
        self._show_found()
        self.badge_changed.emit(board.waiting())

    def _show_found(self) -> None:
        self.side.show_step(self.board.next_step(), len(self.board.ready()))
        self.sending.show_sticks(self.board.found.sticks)

    def _show_circle(self) -> None:
        self.side.laptops.show_laptops(self.circle.laptops())
        self.side.show_office(self.circle.board.circle.office.name)

    def _show_intake(self) -> None:
        board = self.board
        entries = board.entries()
        self.intake.show_entries(entries, board.question)
        self.side.last.show_entry(next((one for one in entries if one.terms), None))
        self._show_found()

    def _tell_taken(self, count: int) -> None:
        text = _("收完 {count} 个同步包，可以拔出 U 盘。插入下一个，再按“收取”。")
        self.intake.banner.say(text.format(count=count), Tone.PASS)

    def _refuse(self, error: InspectorError) -> None:
        card, said = self.inbox.card, self.desk.ask.explain(error)
        if error.problem is Problem.FIELD_INVALID and card is not None and card.form is not None:
            card.form.row.show_error(said)
            return
        self.inbox.banner.say(said, Tone.FAIL)
        self.reread()

    # -- acting on the open conflict ----------

    def _choose(self, number: int) -> None:
        self._on_card(lambda card: card.choose(number))

    def _on_card(self, act: Callable[[ConflictCard], object]) -> None:
        if self.pages.currentWidget() is self.inbox and self.inbox.card is not None:
            act(self.inbox.card)

    def _give(self) -> None:
        page, card = self.pages.currentWidget(), self.inbox.card
        if page is self.sending:
            self.sending.send()
        elif page is self.release:
            self.release.release()
        elif page is self.bulk and self.bulk.give.isEnabled():
            self._settle_by()
        elif page is self.inbox and card is not None and card.form is not None:
            card.form.give()

    def _open_current(self) -> None:
        facts = self.inbox.current()
        if facts is not None:
            self._open_record(facts)

    def _open_record(self, facts: CardFacts) -> None:
        self._go_to_record(facts.conflict)

    def _go_to_record(self, conflict: Conflict | SoftConflict) -> None:
        lead = lead_of(conflict)
        if lead is not None:
            self.desk.go(lead[0], **lead[1])


def dropped(data: QMimeData) -> list[Path]:
    """Give the files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
