"""A shelf of bundles: how each was found this time and last time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen, draw_tag, draw_text, tag_size
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import ChipRow
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.archive.shelf.model import (
    ALL,
    ShelfRow,
    kept,
    shelf_filters,
    shelf_line,
)
from inspector.ui.screens.archive.shelf.viewmodel import ShelfBoard
from inspector.words.language import _

_HEIGHT = 88
_LINE = 22


class ShelfDelegate(RowDelegate[ShelfRow]):
    """Name and state; what it is; when it was checked and how it was found before."""

    def paint_row(self, painter: QPainter, area: QRectF, row: ShelfRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        tag = tag_size(row.word)
        spot = QRectF(area.right() - tag.width(), area.y() + 9, tag.width(), tag.height())
        draw_tag(painter, spot, row.word, row.tone)
        top = QRectF(area.x(), area.y() + 9, area.width() - tag.width() - 12, _LINE)
        draw_text(painter, top, row.place, Pen(bold=chosen or row.is_amiss))
        quiet = Pen(size=SMALL, tone=Tone.MUTED)
        middle = QRectF(area.x(), top.bottom() + 2, area.width(), _LINE)
        tone = Tone.FAIL if row.is_amiss else Tone.MUTED
        draw_text(painter, middle, row.remark or row.title, Pen(size=SMALL, tone=tone))
        draw_text(painter, middle.translated(0, _LINE), row.times, quiet)


class ShelfPane(QWidget):
    """No shelf yet, or the bundles of one.

    Signals:
        check_wanted(object): the person wants one bundle checked file by file (its path).
    """

    check_wanted = Signal(object)

    def __init__(self, board: ShelfBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._rows: Sequence[ShelfRow] = ()
        self.model = PagedListModel[ShelfRow](self._page, say=ShelfRow.spoken)
        self.model.setParent(self)
        self._empty = EmptyPanel(
            "archive",
            _("复查存放的归档包"),
            _("选择存放归档包的文件夹：逐个校验，与上次比较，结果记入文件夹中的复查记录。"),
            _("选择文件夹…"),
        )
        self._empty.button.setObjectName("choose_shelf")
        self._empty.asked.connect(board.choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._shelf())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        board.changed.connect(self._show)
        board.working.connect(self._show_working)

    def shown(self) -> list[ShelfRow]:
        """Give the rows that the filter lets through."""
        rows = (self.model.row_at(place) for place in range(self.model.rowCount()))
        return [row for row in rows if row is not None]

    def _shelf(self) -> QWidget:
        page = QWidget()
        self._path = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._told = Words("", Pen(bold=True))
        self._told.setObjectName("shelf_told")
        self.chips = ChipRow()
        self.chips.chosen.connect(self._keep)
        self.list = RowList(_("存放的归档包"), ShelfDelegate(_HEIGHT, margin=16))
        self.list.setObjectName("shelf")
        self.list.setModel(self.model)
        self.list.opened.connect(self._check)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, 0)
        head.setSpacing(2)
        for part in (self._path, self._told, self.chips):
            head.addWidget(part)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())
        return page

    def _foot(self) -> QWidget:
        foot = Ground(edges="top")
        self.recheck_button = KeyButton(_("复查全部"), kind=Kind.PLAIN, icon="refresh")
        self._check_one = KeyButton(_("逐个文件校验"), keys="Enter")
        self._save = KeyButton(_("保存复查报告…"))
        self._other = KeyButton(_("换文件夹…"))
        named = {
            "recheck_shelf": (self.recheck_button, self._board.recheck),
            "check_one": (self._check_one, self._check),
            "save_shelf_report": (self._save, self._board.save_report),
            "other_shelf": (self._other, self._board.choose),
        }
        flow = FlowLayout(gap=SPACE_2, line_gap=0)
        for name, (button, slot) in named.items():
            button.setObjectName(name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        column = QHBoxLayout(foot)
        column.setContentsMargins(SPACE_4 - 2, SPACE_2, SPACE_3, SPACE_2)
        column.addLayout(flow)
        return foot

    def _show(self) -> None:
        self._rows = self._board.rows()
        self._path.set(str(self._board.shelf or ""))
        self._told.set(*shelf_line(self._rows))
        self.chips.set_chips(shelf_filters(self._rows))
        self.model.show_ids([])
        self._keep(self.chips.current() or ALL)
        self._stack.setCurrentIndex(1 if self._board.shelf else 0)
        self._show_working(self._board.is_working)

    def _show_working(self, is_working: bool) -> None:
        self.recheck_button.set_text(_("正在复查…") if is_working else _("复查全部"))
        self.recheck_button.setEnabled(bool(self._rows) and not is_working)
        self._save.setEnabled(any(row.state for row in self._rows))

    def _keep(self, key: str) -> None:
        self.model.show_ids([row.place for row in kept(self._rows, key)])
        if self.model.rowCount():
            self.list.choose(0)

    def _check(self) -> None:
        row = self.model.row_at(self.list.currentIndex().row())
        if row is not None and row.is_here:
            self.check_wanted.emit(row.path)

    def _page(self, ids: Sequence[str]) -> Mapping[str, ShelfRow]:
        return {row.place: row for row in self._rows if row.place in set(ids)}
