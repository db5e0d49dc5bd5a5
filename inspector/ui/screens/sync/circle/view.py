"""The laptops and the organisation: two pages over one board."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.core.devices import EnrolRequest
from inspector.core.errors import InspectorError
from inspector.core.people import Person
from inspector.ui.kit.desk import Desk
from inspector.ui.screens.sync.forms.view import CODE, NAME, REASON, SECRET, TEXT, FormCard
from inspector.ui.screens.sync.laptops.model import LaptopFacts, facts_of
from inspector.ui.screens.sync.laptops.view import SUPERVISES, LaptopPage
from inspector.ui.screens.sync.office.view import OfficePage
from inspector.ui.screens.sync.office.viewmodel import EnrolWish, OfficeBoard
from inspector.words.language import _


class Circle(QObject):
    """Shows the laptops and the organisation, and hands filled-in forms on.

    Signals:
        read(): they were read anew.
        page_wanted(object): show this page.
        send_wanted(str): send to the laptop with this key.
        release_wanted(): free space on this laptop.
    """

    read = Signal()
    page_wanted = Signal(object)
    send_wanted = Signal(str)
    release_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.board = OfficeBoard(desk, self)
        self.laptop = LaptopPage()
        self.office = OfficePage()
        self._connect_laptop()
        self._connect_office()

    def laptops(self) -> list[LaptopFacts]:
        """Say the laptops."""
        now = self._desk.workspace.now()
        return [facts_of(one, now) for one in self.board.circle.laptops]

    def show_laptop(self, key: str) -> bool:
        """Put a laptop on its page; nothing where it is not known."""
        found = next((one for one in self.laptops() if one.key == key), None)
        if found is not None:
            self.laptop.show_laptop(found, has_key=self.board.circle.office.has_key)
        return found is not None

    def _show(self) -> None:
        circle, shown = self.board.circle, self.laptop.facts
        self.office.show_office(circle.office, self.board.devices(), circle.watched)
        if shown is not None:
            self.show_laptop(shown.key)
        self.read.emit()

    def _close_forms(self) -> None:
        self.laptop.close_form()
        self.office.close_form()

    # -- forms as filled in ----------

    def _enrol(self, facts: LaptopFacts, form: FormCard) -> None:
        wish = EnrolWish(code=form.text_of(CODE), supervises=form.is_ticked(SUPERVISES))
        self.board.enrol(facts.key, form.text_of(SECRET), wish, self._refuser(form))

    def _enrol_request(self, request: EnrolRequest, form: FormCard) -> None:
        ticked = form.is_ticked(SUPERVISES)
        wish = EnrolWish(request=request, code=form.text_of(CODE), supervises=ticked)
        self.board.enrol(request.key, form.text_of(SECRET), wish, self._refuser(form))

    def _revoke(self, facts: LaptopFacts, form: FormCard) -> None:
        given = form.text_of(REASON), form.text_of(SECRET)
        self.board.revoke(facts.key, *given, self._refuser(form))

    def _withdraw(self, person: Person, form: FormCard) -> None:
        given = form.text_of(REASON), form.text_of(SECRET)
        self.board.withdraw(person.id, *given, self._refuser(form))

    def _found(self, form: FormCard) -> None:
        given = form.text_of(NAME), form.text_of(SECRET), form.ticked()
        self.board.found(*given, self._refuser(form))

    def _refuser(self, form: FormCard) -> Callable[[InspectorError], None]:
        return lambda error: form.refuse(error, self._desk.ask.explain(error))

    # -- wiring ----------

    def _connect_laptop(self) -> None:
        self.laptop.send_wanted.connect(self.send_wanted)
        self.laptop.release_wanted.connect(self.release_wanted)
        self.laptop.office_wanted.connect(lambda: self.page_wanted.emit(self.office))
        self.laptop.enrolled.connect(self._enrol)
        self.laptop.revoked.connect(self._revoke)

    def _connect_office(self) -> None:
        board, office = self.board, self.office
        board.read.connect(self._show)
        board.done.connect(self._close_forms)
        board.requested.connect(office.open_request)
        board.enrolled.connect(office.offer_answer)
        office.founded.connect(self._found)
        office.enrolled.connect(self._enrol_request)
        office.withdrawn.connect(self._withdraw)
        office.request_wanted.connect(board.give_request)
        office.answer_wanted.connect(board.answer)
        office.key_save_wanted.connect(board.save_key)
        office.key_wanted.connect(board.ask_key)
        office.read_wanted.connect(board.ask_request)
        office.copied.connect(lambda: self._desk.toast(_("已复制，粘贴到聊天软件发出即可")))
        self._connect_texts()
        office.watch_wanted.connect(board.ask_watched)
        office.unwatch_wanted.connect(lambda: board.watch(None))

    def _connect_texts(self) -> None:
        board, office = self.board, self.office
        board.request_spelled.connect(office.show_request_text)
        board.answer_spelled.connect(office.show_answer_text)
        office.request_text_wanted.connect(board.spell_request)
        office.answer_text_wanted.connect(board.spell_answer)
        office.request_pasted.connect(
            lambda form: board.read_pasted(form.text_of(TEXT), self._refuser(form))
        )
        office.answer_pasted.connect(
            lambda form: board.take_pasted(form.text_of(TEXT), self._refuser(form))
        )
