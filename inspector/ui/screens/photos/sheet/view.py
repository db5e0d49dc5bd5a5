"""The contact sheet: thumbnails under titles, drawn and asked for only where they are in sight."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inspector.ui.kit.paged import ROW_ROLE, PagedListModel
from inspector.ui.kit.painting import (
    Mark,
    Pen,
    draw_box,
    draw_mark,
    draw_text,
)
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.rows import settle_view
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, Tone
from inspector.ui.kit.widgets.photos import draw_picture
from inspector.ui.screens.photos.model import Cell, Section
from inspector.words.language import _

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _GAP, _HEAD = 16, 12, 44
_LEAST, _CAPTION, _LINE = 150, 46, 21


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where a section lies: its first row, its count, its top and the height with its title."""

    section: Section
    first: int
    top: int
    height: int


class ContactSheet(QAbstractItemView):
    """Photos as a grid under titles; arrows move through it as it looks.

    Signals:
        chosen(object): another photo is the current one (its cell, or None).
        opened(object): the person wants to see it large.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._sections: list[Section] = []
        self._shelves: list[_Shelf] = []
        self._columns, self._cell = 1, QRect(0, 0, _LEAST, _LEAST)
        settle_view(self, _("照片"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.doubleClicked.connect(self._open)
        pictures.ready.connect(lambda _sha256: self.viewport().update())

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these photos; the model holds the same ones in the same order."""
        self._sections = list(sections)
        self._lay_out()

    def setModel(self, model: PagedListModel[Cell] | None) -> None:  # type: ignore[override]  # ours
        """Show a model and follow its current photo."""
        super().setModel(model)
        selection = self.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._tell)

    def choose(self, place: int) -> None:
        """Make a photo the current one and bring it into view."""
        model = self.model()
        if model is not None and 0 <= place < model.rowCount():
            self.setCurrentIndex(model.index(place, 0))
            self.scrollTo(self.currentIndex())

    def in_sight(self) -> list[int]:
        """List the photos that are seen now, in part or whole."""
        top = self.verticalOffset()
        return [
            place
            for shelf in self._shelves
            if shelf.top + shelf.height > top and shelf.top < top + self.viewport().height()
            for place in self._rows_between(shelf, top, top + self.viewport().height())
        ]

    # -- what Qt asks of a view ----------

    def visualRect(self, index: Index) -> QRect:
        """Give where a photo stands in the viewport."""
        if not index.isValid():
            return QRect()
        return self._place(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Find the photo under a point."""
        y = point.y() + self.verticalOffset()
        at = bisect_right([shelf.top for shelf in self._shelves], y) - 1
        model = self.model()
        if at < 0 or model is None:
            return QModelIndex()
        shelf = self._shelves[at]
        for place in self._rows_between(shelf, y, y + 1):
            if self._place(place).contains(point.x(), y):
                return model.index(place, 0)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a photo into view, with its title if it is in the first line."""
        del hint
        if not index.isValid():
            return
        area, bar = self._place(index.row()), self.verticalScrollBar()
        shelf = self._shelf_of(index.row())
        first_line = index.row() - shelf.first < self._columns
        top = area.top() - (_HEAD if first_line else _GAP)
        if top < bar.value():
            bar.setValue(top)
        elif area.bottom() + _GAP > bar.value() + self.viewport().height():
            bar.setValue(area.bottom() + _GAP - self.viewport().height())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move as the eye does: left and right through all, up and down in the column."""
        del modifiers
        model = self.model()
        count = model.rowCount() if model is not None else 0
        if model is None or not count:
            return QModelIndex()
        at = self.currentIndex().row()
        return model.index(min(max(self._moved(at, action, count), 0), count - 1), 0)

    def horizontalOffset(self) -> int:
        """Never scroll sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Tell how far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """Hide nothing."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the photo under the press."""
        found = self.indexAt(rect.center())
        selection = QItemSelection(found, found) if found.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Give what must be painted again as the selection moves."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint titles and photos in sight, and ask for their pictures."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, height = self.verticalOffset(), self.viewport().height()
        for shelf in self._shelves:
            if shelf.top < top + height and shelf.top + _HEAD > top:
                self._paint_title(painter, shelf, shelf.top - top)
        seen: set[str] = set()
        for place in self.in_sight():
            cell = self._cell_at(place)
            if cell is not None:
                seen.add(cell.sha256)
                self._paint_cell(painter, place, cell)
        self._pictures.only(seen)

    # -- laying out ----------

    def _lay_out(self) -> None:
        width = self.viewport().width() - 2 * _MARGIN
        self._columns = max((width + _GAP) // (_LEAST + _GAP), 1)
        side = (width - _GAP * (self._columns - 1)) // self._columns
        self._cell = QRect(0, 0, side, side * 3 // 4 + _CAPTION)
        self._shelves, top, first = [], 0, 0
        for section in self._sections:
            lines = -(-len(section.ids) // self._columns)
            height = _HEAD + lines * (self._cell.height() + _GAP)
            self._shelves.append(_Shelf(section, first, top, height))
            top += height
            first += len(section.ids)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(top - self.viewport().height(), 0))
        self.viewport().update()

    def _shelf_of(self, place: int) -> _Shelf:
        at = bisect_right([shelf.first for shelf in self._shelves], place) - 1
        return self._shelves[max(at, 0)]

    def _place(self, place: int) -> QRect:
        if not self._shelves:
            return QRect()
        shelf = self._shelf_of(place)
        line, column = divmod(place - shelf.first, self._columns)
        x = _MARGIN + column * (self._cell.width() + _GAP)
        y = shelf.top + _HEAD + line * (self._cell.height() + _GAP)
        return self._cell.translated(x, y)

    def _rows_between(self, shelf: _Shelf, top: int, bottom: int) -> range:
        step = self._cell.height() + _GAP
        start = max((top - shelf.top - _HEAD) // step, 0)
        end = max(-(-(bottom - shelf.top - _HEAD) // step), 0)
        last = shelf.first + len(shelf.section.ids)
        return range(
            min(shelf.first + start * self._columns, last),
            min(shelf.first + end * self._columns, last),
        )

    def _moved(self, at: int, action: QAbstractItemView.CursorAction, count: int) -> int:
        move = QAbstractItemView.CursorAction
        page = max(self.viewport().height() // (self._cell.height() + _GAP), 1)
        if action in {move.MoveUp, move.MovePageUp}:
            return self._line_away(at, -1 if action is move.MoveUp else -page)
        if action in {move.MoveDown, move.MovePageDown}:
            return self._line_away(at, 1 if action is move.MoveDown else page)
        ends = {move.MoveHome: 0, move.MoveEnd: count - 1}
        back = action in {move.MoveLeft, move.MovePrevious}
        return ends.get(action, at - 1 if back else at + 1)

    def _line_away(self, at: int, lines: int) -> int:
        """Go up or down in the column; a shorter line gives its last photo."""
        for _line in range(abs(lines)):
            shelf = self._shelf_of(at)
            column = (at - shelf.first) % self._columns
            step = self._below if lines > 0 else self._above
            at = step(shelf, at, column)
        return at

    def _below(self, shelf: _Shelf, at: int, column: int) -> int:
        last = shelf.first + len(shelf.section.ids) - 1
        line_end = min(at - column + self._columns - 1, last)
        if line_end < last:
            return min(at + self._columns, last)
        following = self._shelf_of(last + 1)
        if following is shelf:
            return at
        return following.first + min(column, len(following.section.ids) - 1)

    def _above(self, shelf: _Shelf, at: int, column: int) -> int:
        if at - self._columns >= shelf.first:
            return at - self._columns
        if shelf.first == 0:
            return at
        before = self._shelf_of(shelf.first - 1)
        count = len(before.section.ids)
        start = (count - 1) // self._columns * self._columns
        return before.first + min(start + column, count - 1)

    # -- painting ----------

    def _cell_at(self, place: int) -> Cell | None:
        model = self.model()
        found = model.index(place, 0).data(ROW_ROLE) if model is not None else None
        return found if isinstance(found, Cell) else None

    def _paint_title(self, painter: QPainter, shelf: _Shelf, y: int) -> None:
        area = QRectF(_MARGIN, y + 8, self.viewport().width() - 2 * _MARGIN, _HEAD - 10)
        tone = Tone.WARN if shelf.section.is_tray else Tone.PLAIN
        count = _("{count} 张").format(count=len(shelf.section.ids))
        pen = Pen(size=LARGE if shelf.section.is_tray else 14, bold=True, tone=tone)
        width = draw_text(painter, area.adjusted(0, 0, -72, 0), shelf.section.title, pen)
        rest = area.adjusted(width + 12, 0, 0, 0)
        draw_text(painter, rest, count, Pen(size=SMALL, tone=Tone.MUTED))

    def _paint_cell(self, painter: QPainter, place: int, cell: Cell) -> None:
        now = tokens()
        area = QRectF(self._place(place).translated(0, -self.verticalOffset()))
        box = area.adjusted(0, 0, 0, -_CAPTION)
        picture = self._pictures.picture(cell.sha256)
        broken = self._pictures.is_broken(cell.sha256)
        draw_picture(painter, box, picture, broken=broken)
        chosen = self.currentIndex().row() == place
        line = QRectF(area.x(), box.bottom() + 2, area.width(), _LINE)
        draw_text(painter, line, cell.place, Pen(size=SMALL, bold=chosen))
        quiet = Pen(size=SMALL, tone=Tone.FAIL if broken or cell.absence else Tone.MUTED)
        draw_text(painter, line.translated(0, _LINE), _caption(cell, broken=broken), quiet)
        if cell.doubts:
            spot = QRectF(box.right() - 28, box.top() + 6, 22, 22)
            draw_box(painter, spot, fill=now.surface, line=now.line, radius=11)
            draw_mark(painter, Mark.WARN, spot.center(), 14)
        if chosen:
            draw_box(painter, box.adjusted(-3, -3, 3, 3), line=now.accent, width=3, radius=10)

    def _tell(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW_ROLE))


def _caption(cell: Cell, *, broken: bool) -> str:
    if cell.absence:
        return _("原件{where}").format(where=cell.absence)
    return _("画面无法读出") if broken else cell.caption
