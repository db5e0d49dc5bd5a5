"""The inbox of conflicts: one open as a card, the others as lines below and above it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.core.evidence import Photo
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Pen,
    draw_box,
    draw_ring,
    draw_tag,
    draw_text,
    tag_size,
    text_width,
)
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind, PaintedButton
from inspector.ui.kit.widgets.panels import EmptyPanel
from inspector.ui.kit.widgets.texts import small
from inspector.ui.screens.sync.inbox.card.view import ConflictCard
from inspector.ui.screens.sync.inbox.model import CardFacts
from inspector.ui.screens.sync.page.view import Page, Stacked
from inspector.words.language import _

MOST = 40
"""How many conflicts stand on the page at once."""
_ROW = 52

PhotosOf = Callable[[CardFacts], Sequence[Photo]]


class ConflictRow(PaintedButton):
    """A conflict that is not open: pressed, it opens."""

    def __init__(self, facts: CardFacts, parent: QWidget | None = None) -> None:
        super().__init__(f"{facts.title} {facts.field}", parent)
        self.facts = facts
        self.setObjectName(f"conflict_{facts.id}")
        self.setAccessibleDescription(f"{facts.brief()} {facts.people}")
        self.setToolTip(facts.brief())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(320, _ROW)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(200, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, facts, painter = tokens(), self.facts, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = now.hover() if self.underMouse() else now.surface
        draw_box(painter, box, fill=fill, line=now.line, width=now.line_px)
        room = box.adjusted(16, 0, -16, 0)
        spot = QRectF(room.right() - 14, room.center().y() - 8, 16, 16)
        draw_icon(painter, "chevron-right", spot, now.muted)
        room.setRight(self._paint_right(painter, room.adjusted(0, 0, -24, 0)) - 12)
        for text, pen, share in (
            (facts.title, Pen(bold=True), 0.5),
            (facts.field, Pen(bold=True), 0.5),
            (facts.brief(), Pen(tone=Tone.MUTED), 1.0),
        ):
            area = QRectF(room.x(), room.y(), room.width() * share, room.height())
            room.setLeft(room.left() + draw_text(painter, area, text, pen) + 12)
        if self.shows_ring():
            draw_ring(painter, box, gap=0)

    def _paint_right(self, painter: QPainter, room: QRectF) -> float:
        """Paint who, or that it weighs; give where the room for the rest ends."""
        if not self.facts.is_critical:
            pen = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
            half = QRectF(room.center().x(), room.y(), room.width() / 2, room.height())
            draw_text(painter, half, self.facts.people, pen)
            return room.right() - min(text_width(self.facts.people, pen), half.width())
        text = _("影响结论")
        size = tag_size(text)
        left, top = room.right() - size.width(), room.center().y() - size.height() / 2
        draw_tag(painter, QRectF(left, top, size.width(), size.height()), text, Tone.FAIL)
        return left


class InboxPage(Page):
    """All that is open.

    Signals:
        chosen(object, object): the card's facts, and one of its options.
        written(object, str): the card's facts, and another value.
        opened(object): show the record of these facts.
        photo_wanted(object): show this photo.
        split_wanted(object): make a record of each value of these facts.
        bulk_wanted(): settle many by one rule.
        soft_wanted(): show what wants a look though nobody must settle it.
    """

    chosen = Signal(object, object)
    written = Signal(object, str)
    opened = Signal(object)
    photo_wanted = Signal(object)
    split_wanted = Signal(object)
    bulk_wanted = Signal()
    soft_wanted = Signal()

    def __init__(self, pictures: Pictures, photos_of: PhotosOf) -> None:
        super().__init__("", may_leave=False)
        self._pictures, self._photos_of = pictures, photos_of
        self._bulk = KeyButton(_("按规则批量裁定…"), kind=Kind.PLAIN)
        self._bulk.setObjectName("show_bulk")
        self._bulk.clicked.connect(self.bulk_wanted)
        soft = KeyButton(_("值得看一眼"), kind=Kind.QUIET)
        soft.setObjectName("show_soft")
        soft.clicked.connect(self.soft_wanted)
        self.head.addWidget(soft)
        self.head.addWidget(self._bulk)
        self.card: ConflictCard | None = None
        self._facts: Sequence[CardFacts] = ()
        self._may_settle = True
        self._leads: frozenset[str] = frozenset()
        self._current = ""
        self._list = Stacked()
        self._more = small()
        self._empty = EmptyPanel(
            "check",
            _("没有待定的地方"),
            _("两台电脑改了同一处时，各方的值会列在这里，由您选择。"),
        )
        self.body.addWidget(self._list)
        self.body.addWidget(self._more)
        self.body.addWidget(self._empty, 1)
        self.body.addStretch(0)

    def show_cards(
        self, facts: Sequence[CardFacts], *, may_settle: bool, leads: frozenset[str]
    ) -> None:
        """Show what is open; the place is kept, and a card that is the same stays as it is."""
        ids = [one.id for one in facts]
        if self._current not in ids:
            before = [one.id for one in self._facts]
            place = before.index(self._current) if self._current in before else 0
            self._current = ids[min(place, len(ids) - 1)] if ids else ""
        is_other = may_settle != self._may_settle
        self._may_settle, self._leads = may_settle, leads
        if is_other or list(facts) != list(self._facts) or not facts:
            self._facts = facts
            self._build(keeps=not is_other)
        count = len(facts)
        remark = _("选好之后，各台电脑下次收取时一致") if count else ""
        self.set_title(_("待定 {count} 处").format(count=count) if count else _("待定"), remark)
        self._empty.setVisible(not count)
        self._bulk.setVisible(count > 1)

    def open_conflict(self, conflict_id: str) -> None:
        """Open another conflict."""
        self._current = conflict_id
        self._build(keeps=False)
        if self.card is not None:
            self.card.setFocus()
            self.area.ensureWidgetVisible(self.card)

    def step(self, by: int) -> None:
        """Open the next one, or the one before."""
        ids = [one.id for one in self._facts]
        if self._current in ids:
            place = min(max(ids.index(self._current) + by, 0), len(ids) - 1)
            self.open_conflict(ids[place])

    def current(self) -> CardFacts | None:
        """Give what the open card shows."""
        return self.card.facts if self.card else None

    def _build(self, *, keeps: bool) -> None:
        first = next((n for n, one in enumerate(self._facts) if one.id == self._current), 0)
        start = max(0, min(first - MOST // 2, len(self._facts) - MOST))
        shown = self._facts[start : start + MOST]
        if not shown:
            self.card = None
        self._list.show_parts([self._part(facts, keeps=keeps) for facts in shown])
        hidden = len(self._facts) - len(shown)
        self._more.set(_("另有 {count} 处，处理后依次列出").format(count=hidden))
        self._more.setVisible(hidden > 0)

    def _part(self, facts: CardFacts, *, keeps: bool) -> QWidget:
        if facts.id == self._current:
            return self._open(facts, keeps=keeps)
        row = ConflictRow(facts)
        row.clicked.connect(partial(self.open_conflict, facts.id))
        return row

    def _open(self, facts: CardFacts, *, keeps: bool) -> ConflictCard:
        if keeps and self.card is not None and self.card.facts == facts:
            return self.card
        leads = facts.conflict.table in self._leads
        card = ConflictCard(facts, may_settle=self._may_settle, leads=leads)
        card.chosen.connect(partial(self.chosen.emit, facts))
        card.written.connect(partial(self.written.emit, facts))
        card.opened.connect(partial(self.opened.emit, facts))
        card.photo_wanted.connect(self.photo_wanted)
        card.unfolded.connect(self.reveal)
        card.split_wanted.connect(partial(self.split_wanted.emit, facts))
        card.show_photos(self._photos_of(facts), self._pictures)
        self.card = card
        return card
