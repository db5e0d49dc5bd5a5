"""The laptops as cards at the left, and one laptop as a page at the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.devices import DeviceStanding
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card, CardButton
from inspector.ui.kit.widgets.texts import ElidedLabel, Pairs, small
from inspector.ui.screens.sync.forms.view import CODE, REASON, SECRET, Field, Form, FormCard, Tick
from inspector.ui.screens.sync.laptops.model import LaptopFacts
from inspector.ui.screens.sync.page.view import Marked, Page, Stacked, keep_focus
from inspector.words.language import _

SUPERVISES = "supervises"


class LaptopCard(CardButton):
    """A laptop in the list."""

    def __init__(self, facts: LaptopFacts, parent: QWidget | None = None) -> None:
        super().__init__(facts.title, parent)
        self.facts = facts
        self.setObjectName(f"laptop_{facts.device.code}")
        self.setAccessibleDescription(f"{facts.word} {facts.line}")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(ElidedLabel(facts.title, Pen(bold=True)), 1)
        row.addWidget(Tag(facts.word, facts.tone))
        self.add(head)
        self.add(ElidedLabel(facts.line, Pen(size=SMALL, tone=Tone.MUTED)))


class LaptopList(QWidget):
    """All laptops.

    Signals:
        opened(str): show the laptop with this key.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._alone = small(
            _("还没有收到过别的电脑的记录。收取一次，它就会列在这里：最近何时来过，缺什么。")
        )
        self._list = Stacked(gap=SPACE_2)
        column.addWidget(self._alone)
        column.addWidget(self._list)

    def show_laptops(self, found: Sequence[LaptopFacts]) -> None:
        """Show these."""
        others = [one for one in found if one.device.standing is not DeviceStanding.OWN]
        self._alone.setVisible(not others)
        shown = list(found) if others else []
        if [card.facts for card in self.cards()] == shown:
            return
        cards: list[QWidget] = []
        for facts in shown:
            card = LaptopCard(facts)
            card.clicked.connect(partial(self.opened.emit, facts.key))
            cards.append(card)
        self._list.show_parts(cards)

    def cards(self) -> list[LaptopCard]:
        """Give what is shown."""
        return [part for part in self._list.parts() if isinstance(part, LaptopCard)]


class LaptopPage(Page):
    """One laptop: how it stands, what is to be done about it.

    Signals:
        send_wanted(str): send to the laptop with this key.
        office_wanted(): there is no organisation yet, or its key is not here.
        enrolled(object, object): the facts, and the form as filled in.
        revoked(object, object): likewise.
        release_wanted(): this is our own; free space on it.
    """

    release_wanted = Signal()
    send_wanted = Signal(str)
    office_wanted = Signal()
    enrolled = Signal(object, object)
    revoked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("电脑"))
        self.facts: LaptopFacts | None = None
        self.form: FormCard | None = None
        self._has_key = False
        self._card = Card()
        self._pairs = Pairs()
        self._notices = Stacked(gap=SPACE_2)
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts, gap=SPACE_2, line_gap=0)
        self._card.column.addWidget(self._pairs)
        self.body.addWidget(self._notices)
        self.body.addWidget(self._card)
        self.body.addWidget(self._acts)
        self.body.addStretch(1)

    def show_laptop(self, facts: LaptopFacts, *, has_key: bool) -> None:
        """Show a laptop; an open form stays while it is the same one."""
        is_same = self.facts is not None and self.facts.key == facts.key
        if not is_same:
            self.close_form()
        self.facts, self._has_key = facts, has_key
        self.set_title(facts.title, facts.line)
        self._pairs.set(facts.pairs)
        self._notices.show_parts([Marked(mark, text) for mark, text in facts.notices])
        self._show_acts(facts)

    def open_enrolment(self, *, supervises: bool = False) -> None:
        """Ask for what enrolling needs."""
        if self.facts is None:
            return
        form = Form(
            heading=_("登记 {laptop}").format(laptop=self.facts.title),
            text=_("登记后，它已经送来和以后送来的记录都会收入。请先与使用人核对编号。"),
            act=_("登记"),
            fields=(
                Field(key=CODE, label=_("机号"), text=_code_in(self.facts), is_owed=False),
                Field(key=SECRET, label=_("口令（单位密钥）")),
            ),
            ticks=(Tick(key=SUPERVISES, text=_("可以裁定冲突（主管）"), is_on=supervises),),
        )
        self._open(form, self.enrolled)

    def open_revocation(self) -> None:
        """Ask for what revoking needs."""
        if self.facts is None:
            return
        form = Form(
            heading=_("撤销 {laptop}").format(laptop=self.facts.title),
            text=_("已经收入的记录保留；以后送来的只隔离，不收入。电脑丢失或停用时撤销。"),
            act=_("撤销"),
            fields=(
                Field(key=REASON, label=_("原因")),
                Field(key=SECRET, label=_("口令（单位密钥）")),
            ),
        )
        self._open(form, self.revoked)

    def close_form(self) -> None:
        """Ask no longer."""
        if self.form is not None:
            keep_focus([self.form], self)
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._acts.show()

    def _open(self, form: Form, signal: SignalInstance) -> None:
        self.close_form()
        card = FormCard(form)
        card.given.connect(lambda: signal.emit(self.facts, card))
        card.left.connect(self.close_form)
        self.form = card
        self.body.insertWidget(2, card)
        self._acts.hide()
        card.take_focus()
        self.reveal(card)

    def _show_acts(self, facts: LaptopFacts) -> None:
        keep_focus([self._acts], self)
        for old in self._acts.findChildren(KeyButton):
            self._flow.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        standing = facts.device.standing
        if standing is DeviceStanding.OWN:
            self._act(_("腾出空间…"), "show_release", self.release_wanted.emit)
        if standing in {DeviceStanding.UNKNOWN, DeviceStanding.REVOKED}:
            again = _("重新登记…") if standing is DeviceStanding.REVOKED else _("登记这台电脑…")
            enrol = self.open_enrolment if self._has_key else self.office_wanted.emit
            self._act(again, "enrol", enrol, Kind.PRIMARY)
        if standing in {DeviceStanding.ENROLLED, DeviceStanding.OPEN}:
            send = partial(self.send_wanted.emit, facts.key)
            self._act(_("发给它…"), "send_to", send, Kind.PRIMARY)
        if standing is DeviceStanding.ENROLLED and self._has_key:
            if not facts.device.is_supervised:
                promote = partial(self.open_enrolment, supervises=True)
                self._act(_("设为主管…"), "promote", promote)
            self._act(_("撤销…"), "revoke", self.open_revocation)

    def _act(
        self, text: str, name: str, slot: Callable[[], object], kind: Kind = Kind.PLAIN
    ) -> None:
        button = KeyButton(text, kind=kind)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: slot())
        self._flow.addWidget(button)


def _code_in(facts: LaptopFacts) -> str:
    """Give the code of a laptop, where it is one and not the beginning of its key."""
    code = facts.device.code
    return "" if facts.key.startswith(code) else code
