"""The page of the organisation, and the line at the left that leads to it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.devices import DeviceStanding, DeviceView, EnrolRequest
from inspector.core.people import Person
from inspector.core.spelled import SpelledKind, is_spelled
from inspector.operations.offices import OfficeView
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Pairs, Words, small
from inspector.ui.screens.sync.forms.view import (
    AGAIN,
    CODE,
    NAME,
    REASON,
    SECRET,
    TEXT,
    Field,
    Form,
    FormCard,
    Tick,
)
from inspector.ui.screens.sync.laptops.model import title_of
from inspector.ui.screens.sync.laptops.view import SUPERVISES
from inspector.ui.screens.sync.office.texts.view import AnswerCard, TextCard
from inspector.ui.screens.sync.page.view import Page, Stacked
from inspector.words.language import _

_KINDS = (SpelledKind.REQUEST, SpelledKind.ANSWER)


class Block(Card):
    """A heading, a sentence, and buttons."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.text = Words("")
        self.content = QVBoxLayout()
        acts = QWidget()
        self._flow = FlowLayout(acts, gap=SPACE_2, line_gap=0)
        self.column.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
        self.column.addWidget(self.text)
        self.column.addLayout(self.content)
        self.column.addWidget(acts)

    def act(
        self, text: str, name: str, slot: Callable[[], object], kind: Kind = Kind.PLAIN
    ) -> KeyButton:
        """Add a button."""
        button = KeyButton(text, kind=kind)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: slot())
        self._flow.addWidget(button)
        return button


class OfficePage(Page):
    """单位.

    Signals:
        request_wanted(), answer_wanted(str), key_save_wanted(), key_wanted(), read_wanted():
            files that go out or come in.
        request_text_wanted(), answer_text_wanted(str): text that goes out.
        request_pasted(object), answer_pasted(object): text that came, as a form with it.
        copied(): text is on the clipboard.
        watch_wanted(), unwatch_wanted(): look into a shared folder, or into none.
        founded(object), enrolled(object, object), withdrawn(object, object): forms as filled in,
            with the request or the person they are about.
    """

    request_wanted = Signal()
    answer_wanted = Signal(str)
    key_save_wanted = Signal()
    key_wanted = Signal()
    read_wanted = Signal()
    request_text_wanted = Signal()
    answer_text_wanted = Signal(str)
    request_pasted = Signal(object)
    answer_pasted = Signal(object)
    copied = Signal()
    watch_wanted = Signal()
    unwatch_wanted = Signal()
    founded = Signal(object)
    enrolled = Signal(object, object)
    withdrawn = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("单位"))
        self.form: FormCard | None = None
        self.card: TextCard | AnswerCard | None = None
        self._form_place = Stacked()
        self._devices: Sequence[DeviceView] = ()
        self.banner.setObjectName("office_banner")
        self._office = self._office_block()
        self._joining = self._joining_block()
        self._key = self._key_block()
        self._supervisors, self._people = Block(_("主管")), Stacked(gap=0)
        self._supervisors.content.addWidget(self._people)
        self._watching = self._watching_block()
        for widget in (
            self._form_place,
            self._office,
            self._joining,
            self._key,
            self._supervisors,
            self._watching,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_office(
        self, office: OfficeView, devices: Sequence[DeviceView], watched: Path | None
    ) -> None:
        """Show how this workspace stands to its organisation."""
        self._devices = devices
        is_there = bool(office.name)
        self.set_title(office.name or _("还没有建立单位"), _("单位") if is_there else "")
        self._office.text.set(_belonging(office))
        self._pairs.set([(_("单位编号"), office.root[:16])])
        self._found.setVisible(not is_there)
        self._joining.setVisible(not office.is_enrolled)
        self._key.setVisible(is_there)
        self._key.text.set(_key_text(office))
        for button in (self._read, self._paste, self._save_key):
            button.setVisible(office.has_key)
        self._put_key.setVisible(not office.has_key)
        self._show_supervisors(office)
        told = _("正在留意：{folder}").format(folder=watched)
        self._watching.text.set(told if watched else _not_watching())
        self._unwatch.setVisible(watched is not None)

    def open_founding(self) -> None:
        """Ask for what founding needs."""
        others = [one for one in self._devices if one.standing is not DeviceStanding.OWN]
        form = Form(
            heading=_("建立单位"),
            text=_(
                "建立后，只收入登记过的电脑的记录，只有主管可以裁定冲突。建立后不能取消。"
                "口令保护单位密钥，请记牢：忘了就不能再登记或撤销电脑。"
            ),
            act=_("建立"),
            fields=(
                Field(key=NAME, label=_("单位名称")),
                Field(key=SECRET, label=_("口令"), hint=_("至少 8 个字符")),
                Field(key=AGAIN, label=_("再输入一次口令")),
            ),
            ticks=[Tick(key=one.key, text=_admit(one), is_on=True) for one in others],
        )
        self._open(form, self.founded.emit)

    def open_request(self, request: EnrolRequest) -> None:
        """Ask for what enrolling the laptop of a request needs."""
        form = Form(
            heading=_("登记 {name}（{unit}）").format(name=request.name, unit=request.unit or "—"),
            text=_("电脑编号 {key}。请先与申请人核对编号，再登记。").format(key=request.key[:16]),
            act=_("登记"),
            fields=(
                Field(key=CODE, label=_("机号"), text=request.code, is_owed=False),
                Field(key=SECRET, label=_("口令（单位密钥）")),
            ),
            ticks=(Tick(key=SUPERVISES, text=_("可以裁定冲突（主管）")),),
        )
        self._open(form, partial(self.enrolled.emit, request))

    def open_withdrawal(self, person: Person) -> None:
        """Ask for what withdrawing a right needs."""
        form = Form(
            heading=_("收回 {name} 的裁定权限").format(name=person.name),
            text=_("已作的裁定保留。"),
            act=_("收回"),
            fields=(
                Field(key=REASON, label=_("原因")),
                Field(key=SECRET, label=_("口令（单位密钥）")),
            ),
        )
        self._open(form, partial(self.withdrawn.emit, person))

    def open_pasting(self, *, answer: bool = False) -> None:
        """Ask for the text of a request, or of an answer; what was copied stands there already."""
        form = _answer_form() if answer else _request_form()
        self._open(form, (self.answer_pasted if answer else self.request_pasted).emit)
        copied = QGuiApplication.clipboard().text()
        if self.form is not None and is_spelled(copied, _KINDS[answer]):
            self.form.fill(TEXT, " ".join(copied.split()))

    def close_form(self) -> None:
        """Ask no longer, and show no text."""
        self.form = None
        self.card = None
        self._form_place.show_parts([])

    def offer_answer(self, key: str) -> None:
        """After enrolling: offer the answer."""
        card = AnswerCard()
        card.file_wanted.connect(partial(self.answer_wanted.emit, key))
        card.text_wanted.connect(partial(self.answer_text_wanted.emit, key))
        self._show_card(card)

    def show_request_text(self, text: str, dots: Sequence[Sequence[bool]]) -> None:
        """Show this laptop's request."""
        said = _("让单位的人用手机扫码，或复制文字用聊天软件发给单位；核对编号后由单位登记。")
        card = TextCard(_("登记申请"), said, text)
        card.show_code(dots)
        card.copied.connect(self.copied)
        self._show_card(card)

    def show_answer_text(self, text: str) -> None:
        """Show the answer to a laptop that was enrolled."""
        said = _("复制文字发给对方。对方在“单位”页按“粘贴答复…”，就加入本单位。")
        card = TextCard(_("登记答复"), said, text)
        card.copied.connect(self.copied)
        self._show_card(card)

    def _show_card(self, card: TextCard | AnswerCard) -> None:
        self.close_form()
        card.left.connect(self.close_form)
        self.card = card
        self._form_place.show_parts([card])
        self.area.ensureVisible(0, 0)

    def _open(self, form: Form, give: Callable[[FormCard], object]) -> None:
        card = FormCard(form)
        card.given.connect(lambda: give(card))
        card.left.connect(self.close_form)
        self.form = card
        self._form_place.show_parts([card])
        self.area.ensureVisible(0, 0)
        card.take_focus()

    def _show_supervisors(self, office: OfficeView) -> None:
        self._supervisors.setVisible(bool(office.name))
        self._supervisors.text.set(_("可以裁定冲突的人。在一台电脑的页面上可以增加。"))
        rows = [_PersonRow(one, may_end=office.has_key) for one in office.supervisors]
        for row in rows:
            row.ended.connect(self.open_withdrawal)
        self._people.show_parts(list[QWidget](rows))

    # -- blocks ----------

    def _office_block(self) -> Block:
        block = Block(_("单位"))
        self._pairs = Pairs()
        block.content.addWidget(self._pairs)
        self._found = block.act(_("建立单位…"), "found", self.open_founding)
        return block

    def _joining_block(self) -> Block:
        block = Block(_("请单位登记本机"))
        block.text.set(
            _(
                "把登记申请交给单位：文件、二维码或文字均可。单位登记后给你答复，收取或粘贴它就加入了。"
            )
        )
        block.act(_("导出登记申请…"), "give_request", self.request_wanted.emit)
        block.act(_("二维码和文字…"), "show_request", self.request_text_wanted.emit)
        block.act(_("粘贴答复…"), "paste_answer", partial(self.open_pasting, answer=True))
        return block

    def _key_block(self) -> Block:
        block = Block(_("登记电脑"))
        read, save, put = _("读取登记申请…"), _("另存单位密钥文件…"), _("放入单位密钥文件…")
        self._read = block.act(read, "read_request", self.read_wanted.emit, Kind.PRIMARY)
        self._paste = block.act(_("粘贴登记申请…"), "paste_request", self.open_pasting)
        self._save_key = block.act(save, "save_key", self.key_save_wanted.emit)
        self._put_key = block.act(put, "put_key", self.key_wanted.emit)
        return block

    def _watching_block(self) -> Block:
        block = Block(_("共享文件夹"))
        block.act(_("选择文件夹…"), "watch", self.watch_wanted.emit)
        self._unwatch = block.act(_("不再留意"), "unwatch", self.unwatch_wanted.emit)
        return block


class _PersonRow(QWidget):
    """A supervisor, with the button that ends it.

    Signals:
        ended(object): take the right from this person.
    """

    ended = Signal(object)

    def __init__(self, person: Person, *, may_end: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(person.name))
        row.addWidget(small(person.unit), 1)
        end = KeyButton(_("收回…"), kind=Kind.QUIET)
        end.setObjectName(f"withdraw_{person.id}")
        end.clicked.connect(lambda _checked=False: self.ended.emit(person))
        row.addWidget(end)
        if not may_end:
            end.hide()


def _request_form() -> Form:
    return Form(
        heading=_("粘贴登记申请"),
        text=_("申请人发来的文字，前后有别的话也可以。"),
        act=_("读取"),
        fields=(Field(key=TEXT, label=_("登记申请文字")),),
    )


def _answer_form() -> Form:
    return Form(
        heading=_("粘贴答复"),
        text=_("单位发来的文字，前后有别的话也可以。"),
        act=_("加入"),
        fields=(Field(key=TEXT, label=_("登记答复文字")),),
    )


def _not_watching() -> str:
    return _("没有留意任何文件夹。由文件同步软件传送同步包时，选好文件夹，新到的包会在这里提示。")


def _belonging(office: OfficeView) -> str:
    if not office.name:
        return _("现在任何人的记录都收入，任何人都可以裁定。建立单位后，只收入登记过的电脑的记录。")
    if office.is_enrolled:
        return _("本机已登记。只收入登记过的电脑的记录，由主管裁定冲突。")
    return _("本机还没有登记：本机的记录在别的电脑上会被隔离，直到单位登记本机。")


def _key_text(office: OfficeView) -> str:
    if office.has_key:
        return _("单位密钥在这台电脑上。请另存一份到安全的地方，口令与它分开保管。")
    return _("单位密钥不在这台电脑上：请在保存它的电脑上登记，或把密钥文件放到这里。")


def _admit(device: DeviceView) -> str:
    return _("{laptop} 的记录继续收入").format(laptop=title_of(device))
