"""What came of every package: a sum in words, what was set aside and why, what was refused."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.exchange import ReceiptLine, SetAside
from inspector.ui.kit.painting import Mark, Pen, draw_text, text_width
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import ElidedLabel, Words, small
from inspector.ui.screens.sync.intake.model import MOST, JoinQuestion, LogEntry, Term
from inspector.ui.screens.sync.page.view import Marked, Page, Stacked
from inspector.words.exchange import reason_sentence
from inspector.words.language import _

_BY_ENROLLING = {SetAside.UNKNOWN_KEY, SetAside.REVOKED}


class TermLabel(QWidget):
    """One part of the sum: sign and word, and its number in bold."""

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._word = f"{term.sign} {term.word} ".lstrip()
        self._count = f"{term.count:,}".replace(",", " ")
        self._pen = Pen(bold=True, tone=term.tone)
        self.setAccessibleName(self._word + self._count)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(text_width(self._word) + text_width(self._count, self._pen) + 2, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter, area = QPainter(self), QRectF(self.rect())
        draw_text(painter, area, self._word)
        left = text_width(self._word)
        draw_text(painter, area.adjusted(left, 0, 0, 0), self._count, self._pen)


class Sum(QWidget):
    """A receipt as the sum that it is: received = applied + same + …; it wraps."""

    def __init__(self, terms: Sequence[Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6, line_gap=2)
        for term in terms:
            flow.addWidget(TermLabel(term))
        self.setAccessibleName(" ".join(f"{one.sign}{one.word}{one.count}" for one in terms))


class EntryCard(Card):
    """What became of one package.

    Signals:
        laptop_wanted(str): show the laptop whose work was set aside.
        back_wanted(object): take back what it brought (Receipt).
    """

    laptop_wanted = Signal(str)
    back_wanted = Signal(object)

    def __init__(self, entry: LogEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.entry = entry
        self.setObjectName(f"entry_{entry.key}")
        self.column.addLayout(self._head())
        if entry.refusal:
            self.column.addWidget(Marked(Mark.FAIL, entry.refusal))
        if entry.terms:
            self.column.addWidget(Sum(entry.terms))
        for remark in entry.remarks:
            self.column.addWidget(small(remark))
        for mark, line in entry.aside:
            self.column.addWidget(self._aside(mark, line))
        if entry.name:
            self.column.addLayout(self._end())

    def _end(self) -> QHBoxLayout:
        end = QHBoxLayout()
        end.addWidget(ElidedLabel(self.entry.name, Pen(size=SMALL, tone=Tone.MUTED)), 1)
        if self.entry.may_take_back:
            back = KeyButton(_("撤回…"), icon="undo", kind=Kind.QUIET)
            back.setObjectName("take_back")
            back.clicked.connect(partial(self.back_wanted.emit, self.entry.receipt))
            end.addWidget(back)
        return end

    def _aside(self, mark: Mark, line: ReceiptLine) -> Marked:
        row = Marked(mark, reason_sentence(line))
        if line.reason in _BY_ENROLLING:
            button = KeyButton(_("登记…"))
            button.setObjectName(f"enrol_{line.device}")
            button.clicked.connect(lambda _checked=False: self.laptop_wanted.emit(line.key))
            row.add_button(button)
        return row

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(ElidedLabel(self.entry.title, Pen(bold=True)), 1)
        if self.entry.when:
            when = small(self.entry.when)
            when.setWordWrap(False)
            head.addWidget(when)
        head.addWidget(Tag(self.entry.word, self.entry.tone))
        return head


class JoinCard(Card):
    """Asks whether to join the organisation whose packages came.

    Signals:
        joined(): join, and take them in.
        declined(): leave them alone.
    """

    joined = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.ACCENT, parent=parent)
        self.setObjectName("join_question")
        self._words = Words()
        yes = KeyButton(_("加入并收取"), kind=Kind.PRIMARY)
        yes.setObjectName("join_yes")
        yes.clicked.connect(self.joined)
        no = KeyButton(_("不加入"))
        no.setObjectName("join_no")
        no.clicked.connect(self.declined)
        acts = QHBoxLayout()
        acts.addWidget(yes)
        acts.addWidget(no)
        acts.addStretch(1)
        self.column.addWidget(Words(_("加入这个单位吗？"), Pen(size=LARGE, bold=True)))
        self.column.addWidget(self._words)
        self.column.addLayout(acts)

    def ask(self, question: JoinQuestion | None) -> None:
        """Ask, or go away."""
        self._words.set(question.text() if question else "")
        self.setVisible(question is not None)


class IntakePage(Page):
    """The log of what came, the newest first, below a question that waits.

    Signals:
        laptop_wanted(str): show the laptop whose work was set aside.
        back_wanted(object): take back what a package brought (Receipt).
    """

    laptop_wanted = Signal(str)
    back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("收取记录"))
        self.join = JoinCard()
        self.join.hide()
        self._entries = Stacked()
        self._more = small(_("只列最近 {count} 次").format(count=MOST))
        self._nothing = small(_("还没有收取过。收到的每一个同步包，都在这里说明去向。"))
        for widget in (self.join, self._nothing, self._entries, self._more):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_entries(self, entries: Sequence[LogEntry], question: JoinQuestion | None) -> None:
        """Show what came, and ask what must be asked."""
        self.join.ask(question)
        if [card.entry for card in self.cards()] != list(entries):
            self._entries.show_parts([self._card(entry) for entry in entries])
        self._nothing.setVisible(not entries)
        self._more.setVisible(len(entries) >= MOST)

    def _card(self, entry: LogEntry) -> EntryCard:
        card = EntryCard(entry)
        card.laptop_wanted.connect(self.laptop_wanted)
        card.back_wanted.connect(self.back_wanted)
        return card

    def cards(self) -> list[EntryCard]:
        """Give what is shown."""
        return [part for part in self._entries.parts() if isinstance(part, EntryCard)]


class LastIntake(Card):
    """The last package that came, at the left: it leads to the log.

    Signals:
        opened(): show the log.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = ElidedLabel("", Pen(bold=True))
        self._holder = QVBoxLayout()
        self._sum: QWidget | None = None
        button = KeyButton(_("收取记录"), kind=Kind.QUIET)
        button.setToolTip(_("{told}（{keys}）").format(told=_("收取记录"), keys="Ctrl+L"))
        button.setObjectName("show_log")
        button.clicked.connect(self.opened)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(button)
        self.column.addLayout(head)
        self.column.addLayout(self._holder)

    def show_entry(self, entry: LogEntry | None) -> None:
        """Show what came last, or that nothing did."""
        if self._sum is not None:
            self._holder.removeWidget(self._sum)
            self._sum.hide()
            self._sum.deleteLater()
        nothing = _("还没有收取过")
        self._title.set(_("上次收取 {when}").format(when=entry.when) if entry else nothing)
        self._sum = Sum(entry.terms) if entry else None
        if self._sum is not None:
            self._holder.addWidget(self._sum)

    def says(self) -> str:
        """Give when something came last."""
        return self._title.text
