"""The items behind a number: each leads to its place on the inspect screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.paged import ROW_ROLE, PagedListModel
from inspector.ui.kit.painting import RIGHT, Pen, draw_mark, draw_text, text_width
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.acceptance.findings.model import FindingRow
from inspector.words.language import _

_HEIGHT = 64
_RIGHT_ROOM = 26


class FindingDelegate(RowDelegate[FindingRow]):
    """Two lines: the item and its state; where it is and what was found."""

    def paint_row(self, painter: QPainter, area: QRectF, row: FindingRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        draw_mark(painter, row.mark, QPointF(area.x() + 9, area.y() + 22))
        right = area.adjusted(32, 0, -_RIGHT_ROOM, 0)
        top = QRectF(right.x(), right.y() + 9, right.width(), 24)
        foot = QRectF(right.x(), top.bottom(), right.width(), 22)
        word = Pen(bold=True, tone=row.mark.tone, align=RIGHT)
        draw_text(painter, top, row.word, word)
        room = top.adjusted(0, 0, -text_width(row.word, word) - 12, 0)
        code = draw_text(painter, room, row.code, Pen(tone=Tone.MUTED))
        draw_text(painter, room.adjusted(code + 10, 0, 0, 0), row.title, Pen(bold=chosen))
        found = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        draw_text(painter, foot, row.found, found)
        left = foot.adjusted(0, 0, -text_width(row.found, found) - 12, 0)
        draw_text(painter, left, row.place, Pen(size=SMALL, tone=Tone.MUTED))
        spot = QRectF(area.right() - 16, area.center().y() - 8, 16, 16)
        draw_icon(painter, "chevron-right", spot, tokens().muted)


class FindingPane(ListPane):
    """A titled list with the way back.

    Signals:
        left(): the person goes back.
        followed(object): the person wants to see an item (Lead).
    """

    left = Signal()
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: dict[str, FindingRow] = {}
        self.model = PagedListModel[FindingRow](self._page, say=FindingRow.spoken)
        self.model.setParent(self)
        back = KeyButton(_("返回"), keys="Esc", icon="chevron-left", kind=Kind.QUIET)
        back.setObjectName("back_to_standing")
        back.clicked.connect(self.left)
        self._title = ElidedLabel("", Pen(bold=True))
        self._count = ElidedLabel("", Pen(tone=Tone.MUTED, align=RIGHT))
        self.list = RowList(_("检查项清单"), FindingDelegate(_HEIGHT))
        self.list.setObjectName("findings")
        self.list.setModel(self.model)
        self.list.clicked.connect(self._follow_index)
        self.list.opened.connect(self._follow)
        self.head.addWidget(back)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self._count)
        self.column.addWidget(self.list, 1)

    def show_rows(self, title: str, rows: Sequence[FindingRow], *, is_same: bool = False) -> None:
        """Show these items under a title; the same list read again keeps its place."""
        place = max(self.list.currentIndex().row(), 0) if is_same else 0
        self._rows = {row.id: row for row in rows}
        self._title.set(title)
        self._count.set(_("{count} 项次").format(count=len(rows)))
        self._count.setFixedWidth(self._count.sizeHint().width() + 2)
        self.model.show_ids(list(self._rows))
        self.list.choose(min(place, max(len(rows) - 1, 0)))
        if not is_same:
            self.list.setFocus()

    def title(self) -> str:
        """Give what the list is called."""
        return self._title.text

    def rows(self) -> list[FindingRow]:
        """Give what is listed."""
        return list(self._rows.values())

    def _page(self, ids: Sequence[str]) -> Mapping[str, FindingRow]:
        return {one: self._rows[one] for one in ids if one in self._rows}

    def _follow_index(self, index: QModelIndex) -> None:
        self._follow(index.data(ROW_ROLE))

    def _follow(self, row: object) -> None:
        if isinstance(row, FindingRow):
            self.followed.emit(row.lead)
