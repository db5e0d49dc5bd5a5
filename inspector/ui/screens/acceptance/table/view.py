"""The table of results by discipline: as high as its rows, each number a door to its list."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.painting import LEFT, RIGHT, Mark, Pen, draw_box, draw_mark, draw_text
from inspector.ui.kit.painting import text_width as wide
from inspector.ui.kit.rows import settle_table, settle_view
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import BASE, ROW, SMALL, Tone
from inspector.ui.screens.acceptance.model import (
    COLUMNS,
    Cell,
    Col,
    StandingModel,
    column_title,
)
from inspector.words.language import _

Index = QModelIndex | QPersistentModelIndex
_MARKS = {Tone.PASS: Mark.PASS, Tone.FAIL: Mark.FAIL, Tone.WARN: Mark.OPEN}
_WIDEST = 84
_HEAD = 38


@dataclass(frozen=True, slots=True)
class Fit:
    """How the cells are written: with more air where there is room."""

    size: int
    pad: int
    mark: int


ROOMY = Fit(size=BASE, pad=10, mark=24)
TIGHT = Fit(size=SMALL, pad=3, mark=18)


class Head(QHeaderView):
    """The names of the columns, over the numbers' right edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.fit = ROOMY

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Paint one name."""
        now = tokens()
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, QColor(now.canvas))
        line = QRectF(area.x(), area.bottom() - now.line_px, area.width(), now.line_px)
        painter.fillRect(line, QColor(now.line))
        pen = Pen(size=self.fit.size, tone=Tone.MUTED, align=RIGHT if logicalIndex else LEFT)
        inner = area.adjusted(self.fit.pad, 0, -self.fit.pad, 0)
        draw_text(painter, inner, column_title(COLUMNS[logicalIndex]), pen)
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; one that has a list is tinted under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fit = ROOMY

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(ROW_ROLE)
        if not isinstance(cell, Cell):
            return
        now = tokens()
        area = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs of 6.9
        state = option.state  # type: ignore[attr-defined]  # likewise
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.is_total:
            painter.fillRect(area, QColor(now.canvas))
            painter.fillRect(QRectF(area.x(), area.y(), area.width(), now.line_px), now.line)
        else:
            bottom = QRectF(area.x(), area.bottom() - 1, area.width(), 1)
            painter.fillRect(bottom, QColor(now.line))
        if cell.leads and state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, area.adjusted(1, 3, -1, -4), fill=now.tint(Tone.ACCENT), radius=4)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, area.adjusted(1, 2, -1, -3), line=now.accent, width=2, radius=4)
        _paint_text(painter, area.adjusted(self.fit.pad, 0, -self.fit.pad, 0), cell, self.fit)
        painter.restore()


def _paint_text(painter: QPainter, area: QRectF, cell: Cell, fit: Fit) -> None:
    marked = cell.tone in {Tone.FAIL, Tone.WARN} and cell.column is not Col.STATUS
    align = LEFT if cell.column is Col.TITLE else RIGHT
    pen = Pen(size=fit.size, bold=cell.is_total or marked, tone=cell.tone, align=align)
    draw_text(painter, area, cell.text, pen)
    mark = _MARKS.get(cell.tone) if cell.column is Col.STATUS else None
    if mark is not None:
        left = area.right() - wide(cell.text, pen) - fit.mark
        draw_mark(painter, mark, QRectF(left, area.y(), 16, area.height()).center(), 15)


class StandingTable(QTableView):
    """The disciplines with their numbers; arrows move, Enter or a press opens the list.

    Signals:
        opened(object): the person wants the list behind a cell (Cell).
        reached(object): the keyboard came to a cell, which should be in view (QRect).
    """

    opened = Signal(object)
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self, _("分专业结果"))
        settle_table(self, ROW)
        QScroller.ungrabGesture(self.viewport())  # a finger moves the page, not the table in it
        self.setObjectName("standing")
        self.standing = StandingModel()
        self.standing.setParent(self)
        self.setModel(self.standing)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self._head = Head(self)
        self.setHorizontalHeader(self._head)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self._head
        across.setFixedHeight(_HEAD)
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._set_widths()
        self.standing.modelReset.connect(self._set_height)
        self.clicked.connect(self._open)
        self._set_height()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keyboard came to."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.reached.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which numbers can be pressed."""
        super().mouseMoveEvent(event)
        cell = self.indexAt(event.position().toPoint()).data(ROW_ROLE)
        leads = isinstance(cell, Cell) and cell.leads
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write smaller where all columns would not fit."""
        super().resizeEvent(event)
        self._take_fit()

    def _take_fit(self) -> None:
        names = [row[0].name for row in self.standing.rows]
        title = max((wide(name) for name in names), default=0) + 2 * ROOMY.pad
        needed = title + sum(_width(column, ROOMY) for column in COLUMNS[1:])
        fit = ROOMY if self.viewport().width() >= needed else TIGHT
        if fit is not self._cells.fit:
            self._cells.fit = self._head.fit = fit
            self._set_widths()

    def _set_widths(self) -> None:
        for place, column in enumerate(COLUMNS[1:], start=1):
            self._head.resizeSection(place, _width(column, self._cells.fit))

    def _set_height(self) -> None:
        self.setFixedHeight(_HEAD + ROW * self.standing.rowCount() + 2)
        self._take_fit()

    def _open(self, index: Index) -> None:
        cell = index.data(ROW_ROLE)
        if isinstance(cell, Cell) and cell.leads:
            self.opened.emit(cell)


def _width(column: Col, fit: Fit) -> int:
    """Give a column the room of its name and of what stands in it."""
    pen = Pen(size=fit.size, bold=True)
    inside = {
        Col.STATUS: wide(_("不合格"), pen) + fit.mark,
        Col.DOMINANT: wide("100.0", pen),
        Col.POINTS: wide("100.0", pen),
    }.get(column, wide("2000", pen))
    name = min(wide(column_title(column), Pen(size=fit.size)), _WIDEST)
    return max(name, inside) + 2 * fit.pad + 2
