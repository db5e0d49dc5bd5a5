"""The header: where am I, search, what is saved, who acts."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    Pen,
    cap_width,
    draw_box,
    draw_cap,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.screen import Crumb
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import (
    DRAWN,
    FOLD_TREE,
    HEADER,
    LARGE,
    SMALL,
    SPACE_4,
    TARGET,
    Tone,
)
from inspector.ui.kit.widgets.buttons import KeyButton, Kind, PaintedButton
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.words.language import _

_CHEVRON = 16
SEARCH_KEYS = "Ctrl+K"


class CrumbButton(PaintedButton):
    """One word of the path; ▾ opens its neighbours."""

    def __init__(self, crumb: Crumb, *, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(crumb.text, parent)
        self._crumb = crumb
        self._is_last = is_last
        self._pen = Pen(size=LARGE, bold=True)
        self._works = bool(crumb.slot or crumb.choices)
        self.setEnabled(self._works)
        self.setToolTip(crumb.text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        more = (_CHEVRON + 4 if self._crumb.choices else 0) + (0 if self._is_last else 18)
        return QSize(text_width(self.text(), self._pen) + more + 10, TARGET)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(min(self.sizeHint().width(), 56), TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        tail = 0 if self._is_last else 18
        word = area.adjusted(0, 4, -tail, -4)
        if self._works and self.underMouse():
            draw_box(painter, word, fill=now.hover())
        chevron = _CHEVRON + 4 if self._crumb.choices else 0
        room = word.adjusted(4, 0, -4 - chevron, 0)
        taken = draw_text(painter, room, self.text(), self._pen)
        middle = area.center().y()
        if chevron:
            spot = QRectF(room.left() + taken + 4, middle - _CHEVRON / 2 + 1, _CHEVRON, _CHEVRON)
            draw_icon(painter, "chevron-down", spot, now.text)
        if tail:
            spot = QRectF(area.right() - 17, middle - 7, 14, 14)
            draw_icon(painter, "chevron-right", spot, now.muted)
        if self.shows_ring():
            draw_ring(painter, word, gap=0)

    def _open(self) -> None:
        if not self._crumb.choices:
            if self._crumb.slot:
                self._crumb.slot()
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in self._crumb.choices:
            entry = menu.addAction(choice.text.replace("&", "&&"))
            entry.setCheckable(choice.is_current)
            entry.setChecked(choice.is_current)
            entry.triggered.connect(choice.slot)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class SearchField(PaintedButton):
    """Looks like a field, opens the search; an icon alone where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("搜索部位、检查项、问题、人员"), parent)
        self.setObjectName("search")
        self._is_short = False

    def shorten(self, *, is_short: bool) -> None:
        """Show the icon alone, or the whole field."""
        self._is_short = is_short
        self.setToolTip(f"{self.text()}（{SEARCH_KEYS}）")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(TARGET if self._is_short else 308, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = (self.height() - DRAWN) / 2
        box = QRectF(self.rect()).adjusted(2, margin, -2, -margin)
        fill = now.hover() if self.underMouse() else now.surface
        draw_box(painter, box, fill=fill, line=now.line, width=now.line_px)
        icon_size = 18
        left = box.center().x() - 9 if self._is_short else box.left() + 11
        draw_icon(
            painter, "search", QRectF(left, box.center().y() - 9, icon_size, icon_size), now.muted
        )
        if not self._is_short:
            cap = cap_width(SEARCH_KEYS)
            room = box.adjusted(36, 0, -cap - 16, 0)
            draw_text(painter, room, self.text(), Pen(tone=Tone.MUTED))
            draw_cap(painter, QRectF(box.right() - cap - 10, 0, cap, self.height()), SEARCH_KEYS)
        if self.shows_ring():
            draw_ring(painter, box, gap=1)


class Header(Ground):
    """The strip above the room.

    Signals:
        search_wanted(): the person wants to search.
        person_wanted(): the person wants to change who acts.
    """

    search_wanted = Signal()
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edges="bottom", parent=parent)
        self.setFixedHeight(HEADER)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4 - 4, 0, 8, 1)
        row.setSpacing(8)
        self._crumbs = QWidget()
        self._crumb_row = QHBoxLayout(self._crumbs)
        self._crumb_row.setContentsMargins(0, 0, 0, 0)
        self._crumb_row.setSpacing(2)
        self.search = SearchField()
        self.search.clicked.connect(self.search_wanted)
        self._saved = ElidedLabel("", Pen(size=SMALL))
        self._saved.setObjectName("saved")
        self._person = KeyButton("", icon="user", kind=Kind.QUIET)
        self._person.setObjectName("person")
        self._person.clicked.connect(self.person_wanted)
        row.addWidget(self._crumbs, 1)
        row.addWidget(self.search)
        row.addWidget(self._saved)
        row.addWidget(self._person)
        self._saved_words = ""
        self._waiting = self._conflicts = 0

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Say where the person is."""
        while self._crumb_row.count():
            old = self._crumb_row.takeAt(0)
            widget = old.widget() if old else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, crumb in enumerate(crumbs, start=1):
            self._crumb_row.addWidget(CrumbButton(crumb, is_last=number == len(crumbs)))
        self._crumb_row.addStretch(1)

    def show_saved(self, at: datetime) -> None:
        """Say when something was last written; nothing here is ever unsaved."""
        self._saved_words = _("已保存 {time}").format(time=f"{at:%H:%M}")
        self._show_state()

    def show_waiting(self, unsent: int, conflicts: int = 0) -> None:
        """Say how much was not sent to other computers yet, and how much is to be settled."""
        self._waiting, self._conflicts = unsent, conflicts
        self._show_state()

    def show_person(self, name: str) -> None:
        """Say who acts."""
        self._person.set_text(name)
        self._person.setToolTip(_("操作人：{name}（点击更换）").format(name=name))
        self._person.setVisible(bool(name))

    def state_width(self) -> int:
        """Tell how much room at the right says what is saved and who acts."""
        return self.width() - self._saved.x() if self._saved.text else 0

    def saved_words(self) -> str:
        """Give what the header says about saving."""
        return self._saved.text

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.search.shorten(is_short=self.window().width() < FOLD_TREE)

    def _show_state(self) -> None:
        waiting = _("待传 {count}").format(count=self._waiting) if self._waiting else ""
        opened = _("待定 {count}").format(count=self._conflicts) if self._conflicts else ""
        text = " · ".join(part for part in (self._saved_words, waiting, opened) if part)
        self._saved.set(text)
        self._saved.setFixedWidth(self._saved.sizeHint().width() + 4)
