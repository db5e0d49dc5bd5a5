"""The tree of a bundle, made of the names of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.ui.kit.paged import ROW_ROLE
from inspector.words.language import _

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_FEW = 40


@dataclass(slots=True, eq=False)
class Node:
    """A file, or a folder with what lies in it."""

    name: str
    parent: int
    row: int
    children: list[int] = field(default_factory=list)
    files: int = 0
    note: str = ""
    path: str = ""

    @property
    def is_folder(self) -> bool:
        """Tell whether something lies in it."""
        return bool(self.children)

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        if self.note:
            return _("，").join((self.name, self.note))
        if not self.is_folder:
            return self.name
        return _("文件夹 {name}，{count} 个文件").format(name=self.name, count=self.files)


def nodes_of(names: Sequence[str], notes: Mapping[str, str]) -> list[Node]:
    """Make the tree; the first node is the ground on which the top folders stand."""
    nodes = [Node("", -1, 0)]
    places: dict[str, int] = {"": 0}
    for name in names:
        above = 0
        nodes[0].files += 1
        path = ""
        for part in name.split("/"):
            path = f"{path}/{part}"
            if path not in places:
                places[path] = len(nodes)
                node = Node(part, above, len(nodes[above].children), path=path[1:])
                node.note = notes.get(node.path, "")
                nodes.append(node)
                nodes[above].children.append(places[path])
            above = places[path]
            nodes[above].files += 1
    return nodes


class TreeModel(QAbstractItemModel):
    """The tree as Qt reads it; a row is `index.data(ROW_ROLE)`."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes = nodes_of((), {})
        self._names: Sequence[str] = ()
        self._notes: Mapping[str, str] = {}

    def show(self, names: Sequence[str], notes: Mapping[str, str] | None = None) -> None:
        """Show these files and what is noted of some; an equal tree keeps what is unfolded."""
        noted = notes or {}
        if tuple(names) == tuple(self._names) and noted == self._notes:
            return
        self.beginResetModel()
        self._names, self._notes = tuple(names), noted
        self._nodes = nodes_of(names, noted)
        self.endResetModel()

    def unfolded(self) -> list[QModelIndex]:
        """Give the folders that are best seen open: those with few things in them."""
        return [
            self.createIndex(node.row, 0, place)
            for place, node in enumerate(self._nodes)
            if place and node.is_folder and len(node.children) <= _FEW
        ]

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Give the place of a child."""
        children = self._nodes[_id(parent)].children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # Qt's second meaning
        """Give the folder in which something lies."""
        above = self._nodes[_id(child)].parent if child.isValid() else -1
        if above <= 0:
            return QModelIndex()
        return self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count what lies in a folder."""
        return len(self._nodes[_id(parent)].children)

    def columnCount(self, _parent: Index = _TOP) -> int:
        """Count the columns: one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row, or its words."""
        if not index.isValid():
            return None
        node = self._nodes[_id(index)]
        if role == ROW_ROLE:
            return node
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return node.name
        return node.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None


def _id(index: Index) -> int:
    return int(index.internalId()) if index.isValid() else 0
