"""Lists of any length: ids in memory, rows in pages as they are looked at (DESIGN §5).

A model is given an id list (one query, in order) and a page source, both answered by operations.
Sorting and filtering happen there too and give a new id list.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtCore import QPersistentModelIndex as Kept

R = TypeVar("R")
PAGE_ROWS = 200
PAGES_KEPT = 40
# The row as the page source gave it, and its id
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | Kept
PageSource = Callable[[Sequence[str]], Mapping[str, R]]
_TOP = QModelIndex()


class Window(Generic[R]):
    """An id list and the pages around what is looked at; knows no Qt."""

    def __init__(self, source: PageSource[R]) -> None:
        self._source = source
        self._pages: OrderedDict[int, Mapping[str, R]] = OrderedDict()
        self.ids: Sequence[str] = ()

    def show(self, ids: Sequence[str]) -> None:
        """Take a new id list and forget the rows."""
        self.ids = ids
        self._pages.clear()

    def forget(self, ids: frozenset[str]) -> None:
        """Forget the pages that hold any of these rows; no ids means all."""
        if not ids:
            self._pages.clear()
        for number in [n for n, page in self._pages.items() if not ids.isdisjoint(page)]:
            del self._pages[number]

    def row(self, place: int) -> R | None:
        """Give a row, reading its page if need be; None where it has gone meanwhile."""
        number = place // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            wanted = self.ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
            page = self._pages[number] = self._source(wanted)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self.ids[place])


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column of a table: its title and what it shows of a row."""

    title: str
    text: Callable[[R], str]
    is_number: bool = False


class PagedListModel(QAbstractListModel, Generic[R]):
    """A list for delegates that paint whole rows: `index.data(ROW_ROLE)` is the row.

    `say` makes the words for screen readers and type-ahead.
    """

    def __init__(self, source: PageSource[R], say: Callable[[R], str]) -> None:
        super().__init__()
        self._window: Window[R] = Window(source)
        self._say = say

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records in this order; views keep their place if the list is the same."""
        if list(ids) == list(self._window.ids):
            self.refresh()
            return
        self.beginResetModel()
        self._window.show(ids)
        self.endResetModel()

    def refresh(self, ids: frozenset[str] = frozenset()) -> None:
        """Read changed rows again and keep everything else where it is."""
        self._window.forget(ids)
        if self._window.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._window.ids) - 1))

    def row_at(self, place: int) -> R | None:
        """Give the row at a place, or None."""
        return self._window.row(place) if 0 <= place < len(self._window.ids) else None

    def id_at(self, place: int) -> str:
        """Give the id at a place, or nothing."""
        return self._window.ids[place] if 0 <= place < len(self._window.ids) else ""

    def place_of(self, record_id: str) -> int:
        """Find where a record stands, or -1."""
        try:
            return self._window.ids.index(record_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._window.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        if not index.isValid() or index.row() >= len(self._window.ids):
            return None
        if role == ID_ROLE:
            return self._window.ids[index.row()]
        if role not in {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self._window.row(index.row())
        if role == ROW_ROLE or row is None:
            return row
        return self._say(row)


class PagedTableModel(QAbstractTableModel, Generic[R]):
    """A table whose cells are texts of a row's columns."""

    def __init__(self, source: PageSource[R], columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self._window: Window[R] = Window(source)
        self._columns = columns

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records in this order."""
        self.beginResetModel()
        self._window.show(ids)
        self.endResetModel()

    def refresh(self, ids: frozenset[str] = frozenset()) -> None:
        """Read changed rows again and keep everything else where it is."""
        self._window.forget(ids)
        if self._window.ids:
            last = self.index(len(self._window.ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> R | None:
        """Give the row at a place, or None."""
        return self._window.row(place) if 0 <= place < len(self._window.ids) else None

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._window.ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give a column's title."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across and section < len(self._columns):
            return self._columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        if not index.isValid() or index.row() >= len(self._window.ids):
            return None
        if role == ID_ROLE:
            return self._window.ids[index.row()]
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in {ROW_ROLE, Qt.ItemDataRole.DisplayRole}:
            return None
        row = self._window.row(index.row())
        return row if role == ROW_ROLE or row is None else column.text(row)
