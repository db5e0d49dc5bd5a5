"""Views and delegates for rows that paint themselves: lists, trees and tables of 44 px and more."""

from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.painting import Pen, draw_box, draw_text
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import ROW, Tone
from inspector.ui.kit.touch import make_kinetic

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """Paint a row's ground, selection and line; a subclass paints what stands on it.

    Override `paint_row(painter, area, row, chosen=…)`; `area` is already inset by the margins.
    """

    def __init__(
        self,
        height: int = ROW,
        *,
        lines: bool = True,
        margin: int = 12,
        rounded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.height = height
        self._lines = lines
        self._margin = margin
        self._rounded = rounded

    def paint_row(self, painter: QPainter, area: QRectF, row: R, *, chosen: bool) -> None:
        """Paint the row's words; plain text here, anything in a subclass."""
        draw_text(painter, area, str(row), Pen(bold=chosen))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _rect_of(option)
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, option, chosen=chosen)
        row = index.data(ROW_ROLE)
        if row is not None:
            inner = area.adjusted(self._margin, 0, -self._margin, 0)
            self.paint_row(painter, inner, row, chosen=chosen)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        now = tokens()
        if self._lines:
            width = 1.0
            bottom = QRectF(area.left(), area.bottom() - width, area.width(), width)
            painter.fillRect(bottom, QColor(now.line))
        if chosen:
            focused = _is(option, QStyle.StateFlag.State_HasFocus)
            outlined = focused or now.line_px > 1 or not self._rounded
            draw_box(
                painter,
                area if not self._rounded else area.adjusted(1, 1, -1, -1),
                fill=now.tint(Tone.ACCENT),
                line=now.accent if outlined else "",
                width=2,
                radius=8 if self._rounded else 0,
            )
        elif _is(option, QStyle.StateFlag.State_MouseOver):
            radius = 8 if self._rounded else 0
            draw_box(painter, area.adjusted(0, 0, 0, -1), fill=now.hover(), radius=radius)


class RowList(QTableView):
    """A list of painted rows; Enter and double press open, arrows move.

    A table of one column: a QListView lays out every row first, which took 290 ms at 100,000.

    Signals:
        chosen(object): another row is the current one (the row, or None).
        opened(object): the person wants to go into a row.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, delegate: RowDelegate[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self, name)
        settle_table(self, delegate.height)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.doubleClicked.connect(self._open)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model and follow its current row."""
        super().setModel(model)
        selection = self.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._tell)

    def choose(self, place: int) -> None:
        """Make a row the current one and bring it into view."""
        model = self.model()
        if model is not None and 0 <= place < model.rowCount():
            self.setCurrentIndex(model.index(place, 0))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        model, key = self.model(), event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self._open(self.currentIndex())
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and model is not None:
            self.choose(0 if key == Qt.Key.Key_Home else model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not type ahead: it would read the whole list."""

    def _tell(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))


class RowTree(QTreeView):
    """A tree of painted rows, for any tree model that answers ROW_ROLE.

    Signals:
        chosen(object): another row is the current one (the row, or None).
    """

    chosen = Signal(object)

    def __init__(self, name: str, delegate: RowDelegate[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self, name)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(True)
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model and follow its current row."""
        super().setModel(model)
        selection = self.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._tell)

    def _tell(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW_ROLE) if current.isValid() else None)


class RowTable(QTableView):
    """A plain table of texts with our row height and one line choice.

    Signals:
        opened(object): the person wants to go into a row.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self, name)
        settle_table(self, ROW)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setStretchLastSection(True)
        self.setItemDelegate(_CellDelegate(self))
        self.activated.connect(self._open)

    def keyboardSearch(self, search: str) -> None:
        """Do not type ahead: it would read the whole list."""

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))


class _CellDelegate(QStyledItemDelegate):
    """Paint a table cell like our rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        now = tokens()
        painter.save()
        area = _rect_of(option)
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(now.tint(Tone.ACCENT)))
        line = now.accent if chosen else now.line
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(line))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignHorizontal_Mask
        text = str(index.data() or "")
        draw_text(painter, area.adjusted(10, 0, -10, 0), text, Pen(bold=chosen, align=align))
        painter.restore()


def settle_table(view: QTableView, row_height: int) -> None:
    """Give a table rows of one height and no grid."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    down = view.verticalHeader()
    down.setVisible(False)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setMinimumSectionSize(1)
    down.setDefaultSectionSize(row_height)


def settle_view(view: QAbstractItemView, name: str) -> None:
    """Give a view our manners: name, scrolling by pixel, touch, hover, no editing."""
    view.setAccessibleName(name)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    make_kinetic(view)


def _rect_of(option: QStyleOptionViewItem) -> QRectF:
    """Give the row's place (the stubs of 6.9 forget the option's members)."""
    return QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs


def _is(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Tell whether the row is in a state."""
    return bool(option.state & flag)  # type: ignore[attr-defined]  # missing in the stubs
