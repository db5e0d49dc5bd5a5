"""Places as a tree with progress, items under their disciplines: plain rows and Qt models."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.core.checklists import AnswerState, Duty, Pack
from inspector.operations.inspecting import ItemLine, PlaceLine
from inspector.ui.kit.paged import ID_ROLE, ROW_ROLE, PagedListModel

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEAD_MARK = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How far a number of items has been inspected."""

    due: int = 0
    answered: int = 0
    failed: int = 0
    mandatory_unchecked: int = 0

    @property
    def unchecked(self) -> int:
        """Count what nobody has looked at."""
        return self.due - self.answered

    def plus(self, other: "Counts") -> "Counts":
        """Add up."""
        return Counts(
            due=self.due + other.due,
            answered=self.answered + other.answered,
            failed=self.failed + other.failed,
            mandatory_unchecked=self.mandatory_unchecked + other.mandatory_unchecked,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place of the tree: its own items, and those of everything in it."""

    id: str
    name: str
    depth: int
    own: Counts
    whole: Counts


class ItemFilter(StrEnum):
    """Which items of a place are listed."""

    ALL = "all"
    OPEN = "open"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The head over the items of one discipline."""

    title: str
    answered: int
    due: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the list."""

    line: ItemLine


Row = HeadRow | ItemRow


def count_lines(lines: Iterable[ItemLine]) -> Counts:
    """Count the items of a place as the database does for all places."""
    given = list(lines)
    unchecked = [line for line in given if line.state is AnswerState.UNCHECKED]
    return Counts(
        due=len(given),
        answered=len(given) - len(unchecked),
        failed=sum(line.state is AnswerState.FAIL for line in given),
        mandatory_unchecked=sum(line.duty is Duty.MANDATORY for line in unchecked),
    )


def place_rows(places: Sequence[PlaceLine], known: Mapping[str, Counts]) -> list[PlaceRow]:
    """Add up the tree from its leaves; `known` holds counts that are newer than the lines."""
    names = {line.place.id: line.place.name for line in places}
    rows: list[PlaceRow] = []
    below: dict[int, Counts] = {}
    for line in reversed(places):
        own = known.get(line.place.id) or Counts(
            due=line.progress.due,
            answered=line.progress.answered,
            failed=line.progress.failed,
            mandatory_unchecked=line.progress.mandatory_unchecked,
        )
        whole = own.plus(below.pop(line.depth + 1, Counts()))
        below[line.depth] = below.get(line.depth, Counts()).plus(whole)
        name = short_name(line.place.name, names.get(line.place.parent_id or "", ""))
        rows.append(PlaceRow(id=line.place.id, name=name, depth=line.depth, own=own, whole=whole))
    return rows[::-1]


def short_name(name: str, above: str) -> str:
    """Leave away what the place above says already: 12幢一单元 under 12幢 is 一单元."""
    rest = name.removeprefix(above).strip()
    return rest if above and rest else name


def in_pack_order(lines: Sequence[ItemLine], packs: Mapping[str, Pack]) -> list[ItemLine]:
    """Order items as their packs do: by discipline, then as the pack lists them."""
    places: dict[tuple[str, str], tuple[int, int]] = {}
    for number, pack in packs.items():
        order = {one.code: rank for rank, one in enumerate(pack.disciplines)}
        for rank, item in enumerate(pack.items):
            places[number, item.id] = (order.get(item.discipline, len(order)), rank)
    last = (len(places), 0)
    return sorted(lines, key=lambda line: places.get((pack_hash(line), line.item.id), last))


def pack_hash(line: ItemLine) -> str:
    """Name the pack under whose wording an item is shown."""
    return (line.answer.pack if line.answer else line.scheme.pack).hash


def passes(line: ItemLine, wanted: ItemFilter) -> bool:
    """Tell whether a filter lets an item through."""
    if wanted is ItemFilter.OPEN:
        return line.state is AnswerState.UNCHECKED
    return wanted is ItemFilter.ALL or line.state is AnswerState.FAIL


def listed_ids(lines: Iterable[ItemLine], wanted: ItemFilter, kept: str) -> list[str]:
    """List the items that a filter lets through, and the kept one, under their heads."""
    ids: list[str] = []
    for line in lines:
        if not passes(line, wanted) and line.item.id != kept:
            continue
        head = HEAD_MARK + line.item.discipline
        if head not in ids:
            ids.append(head)
        ids.append(line.item.id)
    return ids


class ItemsModel(PagedListModel[Row]):
    """The items of a place; heads are read, never chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be chosen, and heads not."""
        if self.id_at(index.row()).startswith(HEAD_MARK):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


@dataclass(slots=True)
class _Node:
    row: PlaceRow
    parent: int | None
    rank: int
    children: list[int] = field(default_factory=list)


class PlacesModel(QAbstractItemModel):
    """The tree of places; numbers change without moving anything."""

    def __init__(self, say: Callable[[PlaceRow], str]) -> None:
        super().__init__()
        self._say = say
        self._nodes: list[_Node] = []
        self._roots: list[int] = []

    def show(self, rows: Sequence[PlaceRow]) -> None:
        """Show these places; where only numbers differ, everything stays open as it is."""
        if [(row.id, row.depth) for row in rows] == [
            (node.row.id, node.row.depth) for node in self._nodes
        ]:
            self._take_numbers(rows)
            return
        self.beginResetModel()
        self._nodes, self._roots = [], []
        path: list[int] = []
        for row in rows:
            del path[row.depth :]
            self._add(row, path[-1] if path else None)
            path.append(len(self._nodes) - 1)
        self.endResetModel()

    def index_of(self, place_id: str) -> QModelIndex:
        """Find a place."""
        for number, node in enumerate(self._nodes):
            if node.row.id == place_id:
                return self.createIndex(node.rank, 0, number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Give the index of a child."""
        siblings = self._children(parent)
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """Give the index of the place around a place."""
        above = self._nodes[index.internalId()].parent if index.isValid() else None
        if above is None:
            return QModelIndex()
        return self.createIndex(self._nodes[above].rank, 0, above)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the children."""
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _TOP) -> int:
        """Give the one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row, its id or its words."""
        if not index.isValid():
            return None
        row = self._nodes[index.internalId()].row
        if role == ROW_ROLE:
            return row
        if role == ID_ROLE:
            return row.id
        words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self._say(row) if role in words else None

    def _add(self, row: PlaceRow, above: int | None) -> None:
        siblings = self._roots if above is None else self._nodes[above].children
        self._nodes.append(_Node(row, above, len(siblings)))
        siblings.append(len(self._nodes) - 1)

    def _take_numbers(self, rows: Sequence[PlaceRow]) -> None:
        for number, (node, row) in enumerate(zip(self._nodes, rows, strict=True)):
            if node.row != row:
                node.row = row
                index = self.createIndex(node.rank, 0, number)
                self.dataChanged.emit(index, index)

    def _children(self, parent: Index) -> list[int]:
        if not parent.isValid():
            return self._roots
        return self._nodes[parent.internalId()].children
