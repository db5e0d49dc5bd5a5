"""The completeness list before sealing, with its filters."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.completeness import Completeness
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen, draw_mark, draw_tag, draw_text, tag_size
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton
from inspector.ui.kit.widgets.chips import ChipRow
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import SectionLabel, Words
from inspector.ui.screens.archive.wants.model import (
    WantRow,
    kept_wants,
    want_filters,
    want_rows,
)
from inspector.words.completeness import completeness_text
from inspector.words.language import _

_HEIGHT = 64
_LINE = 22
_MARK = 30


class WantDelegate(RowDelegate[WantRow]):
    """Mark, name and state; below it why, and in which class it is asked for."""

    def paint_row(self, painter: QPainter, area: QRectF, row: WantRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        draw_mark(painter, row.mark, QPointF(area.x() + 9, area.y() + 20))
        tag = tag_size(row.word)
        spot = QRectF(area.right() - tag.width(), area.y() + 9, tag.width(), tag.height())
        draw_tag(painter, spot, row.word, row.tone)
        room = area.adjusted(_MARK, 9, -tag.width() - 12, 0)
        top = QRectF(room.x(), room.y(), room.width(), _LINE)
        draw_text(painter, top, row.name, Pen(bold=chosen or row.tone is Tone.FAIL))
        below = QRectF(room.x(), top.bottom() + 2, area.right() - room.x(), _LINE)
        told = _("{text}（{category}）").format(text=row.text, category=row.category)
        draw_text(painter, below, told, Pen(size=SMALL, tone=Tone.MUTED))


class WantsPane(Ground):
    """What is asked for; Enter leads to where it can be supplied.

    Signals:
        back_wanted(): the person wants to see what goes in.
        followed(str): the person wants to supply something (what is asked for).
    """

    back_wanted = Signal()
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: Sequence[WantRow] = ()
        self.model = PagedListModel[WantRow](self._page, say=WantRow.spoken)
        self.model.setParent(self)
        self._told = Words()
        self._told.setObjectName("wants_told")
        self.chips = ChipRow()
        self.chips.chosen.connect(self._keep)
        self.list = RowList(_("归档完整性"), WantDelegate(_HEIGHT, margin=16))
        self.list.setObjectName("wants")
        self.list.setModel(self.model)
        self.list.opened.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())

    def show_list(self, found: Completeness) -> None:
        """Show how it stands; the filter stays where it still shows something."""
        is_first = not self._rows
        self._rows = want_rows(found)
        self._told.set(completeness_text(found))
        specs = want_filters(self._rows)
        self.chips.set_chips(specs)
        if is_first:
            self.chips.choose(specs[0].key)
        self.model.show_ids([])
        self._keep(self.chips.current())

    def shown(self) -> list[WantRow]:
        """Give the rows that the filter lets through."""
        rows = (self.model.row_at(place) for place in range(self.model.rowCount()))
        return [row for row in rows if row is not None]

    def _head(self) -> QVBoxLayout:
        back = IconButton("chevron-left", _("返回归档内容"))
        back.setObjectName("leave_wants")
        back.clicked.connect(self.back_wanted)
        line = QHBoxLayout()
        line.addWidget(back)
        line.addWidget(SectionLabel(_("归档完整性")), 1)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_4, 4, SPACE_4, 0)
        head.setSpacing(2)
        head.addLayout(line)
        head.addWidget(self._told)
        head.addWidget(self.chips)
        return head

    def _foot(self) -> QWidget:
        foot = Ground(edges="top")
        self._go = KeyButton(_("去补齐"), keys="Enter")
        self._go.setObjectName("supply_want")
        self._go.clicked.connect(self._follow)
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_4 - 2, SPACE_2, SPACE_3, SPACE_2)
        row.addWidget(self._go)
        row.addStretch(1)
        return foot

    def _keep(self, key: str) -> None:
        self.model.show_ids([row.key for row in kept_wants(self._rows, key)])
        if self.model.rowCount():
            self.list.choose(0)
        self._go.setEnabled(self.model.rowCount() > 0)

    def _follow(self) -> None:
        row = self.model.row_at(self.list.currentIndex().row())
        if row is not None:
            self.followed.emit(row.what)

    def _page(self, ids: Sequence[str]) -> Mapping[str, WantRow]:
        return {one: self._rows[int(one)] for one in ids}
