"""同步: take in and send at the left, what is to be settled at the right."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.devices import EnrolRequest
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict
from inspector.core.people import Person
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
from inspector.ui.screens.sync.forms.view import CODE, NAME, REASON, SECRET, FormCard
from inspector.ui.screens.sync.inbox.model import CardFacts
from inspector.ui.screens.sync.inbox.view import ConflictCard, InboxPage
from inspector.ui.screens.sync.intake.view import IntakePage
from inspector.ui.screens.sync.laptops.model import LaptopFacts, facts_of
from inspector.ui.screens.sync.laptops.view import SUPERVISES, LaptopPage
from inspector.ui.screens.sync.office.view import OfficePage
from inspector.ui.screens.sync.office.viewmodel import EnrolWish, OfficeBoard
from inspector.ui.screens.sync.sending.view import SendPage
from inspector.ui.screens.sync.sending.viewmodel import SendBoard
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
        self.dispatch = SendBoard(desk, self)
        self.offices = OfficeBoard(desk, self)
        self.side = SidePane()
        request = partial(request_thumbnail, desk.workspace)
        self.pictures = Pictures(request, _KEPT, self)
        self.inbox = InboxPage(self.pictures, self.board.photos_of)
        self.bulk = BulkPage()
        self.soft = SoftPage()
        self.intake = IntakePage()
        self.sending = SendPage()
        self.laptop = LaptopPage()
        self.office = OfficePage()
        self.pages = QStackedWidget()
        for page in (
            self.inbox,
            self.bulk,
            self.soft,
            self.intake,
            self.sending,
            self.laptop,
            self.office,
        ):
            self.pages.addWidget(page)
        self.panes = FoldingPanes(None, self.side, self.pages, detail_share=0.68)
        self.panes.back_button.set_text(_("返回收发"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._wanted: frozenset[str] = frozenset()
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
        self.offices.reread()
        if self.pages.currentWidget() is self.sending:
            self.dispatch.reread()

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

    # -- sending ----------

    def open_sending(self, receivers: Iterable[str] = ()) -> None:
        """Show what can be sent, to these laptops or to anybody."""
        self.dispatch.forget()
        self.sending.show_offer(self.dispatch.offer)
        self.sending.whom.choose(receivers)
        self._wanted = frozenset(receivers)
        self.show_page(self.sending)
        self.dispatch.reread()

    def _show_offer(self) -> None:
        self.sending.show_offer(self.dispatch.offer)
        if self._wanted:
            self.sending.whom.choose(self._wanted)
            self._wanted = frozenset()
        self._plan()

    def _plan(self) -> None:
        self.sending.banner.hide()
        self.dispatch.plan(self.sending.wish())

    def _send(self, folder: Path | None) -> None:
        wish = self.sending.wish()
        if folder is not None:
            self.dispatch.send(wish, folder)
            return
        question = FileQuestion(title=_("选择 U 盘或文件夹"))
        self.desk.ask.folder(question, lambda path: self.dispatch.send(wish, path))

    # -- laptops and the organisation ----------

    def open_laptop(self, key: str) -> None:
        """Show one laptop."""
        found = next((one for one in self._laptops() if one.key == key), None)
        if found is not None:
            has_key = self.offices.circle.office.has_key
            self.laptop.show_laptop(found, has_key=has_key)
            self.show_page(self.laptop)

    def _laptops(self) -> list[LaptopFacts]:
        now = self.desk.workspace.now()
        return [facts_of(one, now) for one in self.offices.circle.laptops]

    def _enrol(self, facts: LaptopFacts, form: FormCard) -> None:
        wish = EnrolWish(code=form.text_of(CODE), supervises=form.is_ticked(SUPERVISES))
        self.offices.enrol(facts.key, form.text_of(SECRET), wish, self._refuser(form))

    def _enrol_request(self, request: EnrolRequest, form: FormCard) -> None:
        ticked = form.is_ticked(SUPERVISES)
        wish = EnrolWish(request=request, code=form.text_of(CODE), supervises=ticked)
        self.offices.enrol(request.key, form.text_of(SECRET), wish, self._refuser(form))

    def _revoke(self, facts: LaptopFacts, form: FormCard) -> None:
        given = form.text_of(REASON), form.text_of(SECRET)
        self.offices.revoke(facts.key, *given, self._refuser(form))

    def _withdraw(self, person: Person, form: FormCard) -> None:
        given = form.text_of(REASON), form.text_of(SECRET)
        self.offices.withdraw(person.id, *given, self._refuser(form))

    def _found(self, form: FormCard) -> None:
        given = form.text_of(NAME), form.text_of(SECRET), form.ticked()
        self.offices.found(*given, self._refuser(form))

    def _refuser(self, form: FormCard) -> Callable[[InspectorError], None]:
        return lambda error: form.refuse(error, self.desk.ask.explain(error))

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
        elif page is not self.inbox:
            self.pages.setCurrentWidget(self.inbox)
        else:
            self.panes.show_list()

    def _close_forms(self) -> None:
        self.laptop.close_form()
        self.office.close_form()

    # -- wiring ----------

    def _connect(self) -> None:
        board, side = self.board, self.side
        board.read.connect(self._show_standing)
        board.found_changed.connect(self._show_found)
        board.intake_changed.connect(self._show_intake)
        board.taken.connect(self._tell_taken)
        board.refused.connect(self._refuse)
        side.take.clicked.connect(self.take_ready)
        side.send.clicked.connect(lambda _checked: self.open_sending())
        side.files.clicked.connect(self.ask_files)
        side.folder.clicked.connect(self.ask_folder)
        side.inbox_button.clicked.connect(lambda: self.show_page(self.inbox))
        side.last.opened.connect(lambda: self.show_page(self.intake))
        side.laptops.opened.connect(self.open_laptop)
        side.office_wanted.connect(lambda: self.show_page(self.office))
        for page in (self.bulk, self.soft, self.intake, self.sending, self.laptop, self.office):
            page.left.connect(self._leave)
        self.intake.join.joined.connect(board.join)
        self.intake.join.declined.connect(board.stay_out)
        self.intake.laptop_wanted.connect(self.open_laptop)
        self.intake.back_wanted.connect(board.ask_take_back)
        self.panes.folded.connect(lambda fold: side.inbox_button.setVisible(fold is Fold.PAGES))
        self._connect_inbox()
        self._connect_sending()
        self._connect_offices()

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

    def _connect_sending(self) -> None:
        dispatch, page = self.dispatch, self.sending
        dispatch.offered.connect(self._show_offer)
        dispatch.planned.connect(
            lambda: page.show_sum(dispatch.sum, is_working=dispatch.is_working)
        )
        dispatch.written.connect(lambda: page.written.show_written(dispatch.last))
        dispatch.refused.connect(
            lambda error: page.banner.say(self.desk.ask.explain(error), Tone.FAIL)
        )
        page.wished.connect(self._plan)
        page.send_wanted.connect(self._send)

    def _connect_offices(self) -> None:
        offices, laptop, office = self.offices, self.laptop, self.office
        offices.read.connect(self._show_circle)
        offices.done.connect(self._close_forms)
        offices.requested.connect(office.open_request)
        offices.enrolled.connect(office.offer_answer)
        offices.watching_changed.connect(self.board.look)
        laptop.send_wanted.connect(lambda key: self.open_sending([key]))
        laptop.office_wanted.connect(lambda: self.show_page(office))
        laptop.enrolled.connect(self._enrol)
        laptop.revoked.connect(self._revoke)
        office.founded.connect(self._found)
        office.enrolled.connect(self._enrol_request)
        office.withdrawn.connect(self._withdraw)
        office.request_wanted.connect(offices.give_request)
        office.answer_wanted.connect(offices.answer)
        office.key_save_wanted.connect(offices.save_key)
        office.key_wanted.connect(offices.ask_key)
        office.read_wanted.connect(offices.ask_request)
        office.watch_wanted.connect(offices.ask_watched)
        office.unwatch_wanted.connect(lambda: offices.watch(None))

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
            ("log", _("收取记录"), "Ctrl+L", lambda: self.show_page(self.intake)),
            ("bulk", _("按规则批量裁定"), "Ctrl+B", self.open_bulk),
            ("soft", _("值得看一眼"), "Ctrl+J", self.open_soft),
            ("other", _("另填一个值"), "E", lambda: self._on_card(ConflictCard.open_form)),
            ("merge", _("合并文字"), "M", lambda: self._on_card(ConflictCard.open_merge)),
            ("split", _("各成一条记录"), "D", lambda: self._on_card(ConflictCard.split)),
            ("give", _("采用所填，或写入 U 盘"), "Ctrl+Return", self._give),
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
        circle = self.offices.circle
        self.side.laptops.show_laptops(self._laptops())
        self.side.show_office(circle.office.name)
        self.office.show_office(circle.office, self.offices.devices(), circle.watched)
        shown = self.laptop.facts
        found = next((one for one in self._laptops() if shown and one.key == shown.key), None)
        if found is not None:
            self.laptop.show_laptop(found, has_key=circle.office.has_key)

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
