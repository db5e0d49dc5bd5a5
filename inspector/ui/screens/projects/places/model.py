"""The tree of places, and the writing of whole rows of buildings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.core.projects import Place, PlaceFacts, PlaceKind
from inspector.core.text import clean
from inspector.operations.places import Branch
from inspector.operations.projects import PlaceDraft
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.screens.projects.forms.model import FieldError, FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name, place_kind_name

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SERIES = re.compile(r"^([A-Z]{0,3})(\d{1,4})\s*[-—–~至到]\s*\1(\d{1,4})$")
_ONE = re.compile(r"^[A-Z0-9]{1,6}$")
_MOST_PLACES = 400
_CHINESE_DIGITS = "零一二三四五六七八九十"


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree."""

    place: Place
    parent: "Node | None" = None
    below: list["Node"] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Count this node among its siblings."""
        return self.parent.below.index(self) if self.parent else 0


class PlaceTree(QAbstractItemModel):
    """The places as Qt reads a tree; `index.data(ROW_ROLE)` is the Place."""

    def __init__(self) -> None:
        super().__init__()
        self._roots: list[Node] = []
        self._nodes: dict[str, Node] = {}

    def show(self, tree: Sequence[tuple[int, Place]]) -> None:
        """Show these places; where only names or facts changed, the view keeps its place."""
        if self._shape(tree) == self._shape(self._flat()):
            for _depth, place in tree:
                self._nodes[place.id].place = place
            self._tell_all()
            return
        self.beginResetModel()
        self._build(tree)
        self.endResetModel()

    def index_of(self, place_id: str) -> QModelIndex:
        """Find a place in the tree."""
        node = self._nodes.get(place_id)
        return self.createIndex(self._row(node), 0, node) if node else QModelIndex()

    def place(self, place_id: str) -> Place | None:
        """Give a place."""
        node = self._nodes.get(place_id)
        return node.place if node else None

    def ids(self) -> list[str]:
        """Give all ids, parents first."""
        return list(self._nodes)

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """Give a child's index."""
        siblings = self._siblings(parent)
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent too
        """Give the index of the place above."""
        node = self._node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(self._row(node.parent), 0, node.parent)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the places below one."""
        return len(self._siblings(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _TOP) -> int:
        """Give the one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a place, or its words."""
        node = self._node(index)
        if node is None:
            return None
        if role == ROW_ROLE:
            return node.place
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{node.place.name} {place_kind_name(node.place.kind)} {node.place.code}"
        return None

    def _build(self, tree: Sequence[tuple[int, Place]]) -> None:
        self._roots, self._nodes = [], {}
        path: list[Node] = []
        for depth, place in tree:
            del path[depth:]
            node = Node(place, path[-1] if path else None)
            (node.parent.below if node.parent else self._roots).append(node)
            self._nodes[place.id] = node
            path.append(node)

    def _flat(self) -> list[tuple[int, Place]]:
        flat = []
        waiting = [(0, node) for node in reversed(self._roots)]
        while waiting:
            depth, node = waiting.pop()
            flat.append((depth, node.place))
            waiting.extend((depth + 1, child) for child in reversed(node.below))
        return flat

    def _shape(self, tree: Sequence[tuple[int, Place]]) -> list[tuple[int, str]]:
        return [(depth, place.id) for depth, place in tree]

    def _tell_all(self) -> None:
        for node in self._nodes.values():
            index = self.createIndex(self._row(node), 0, node)
            self.dataChanged.emit(index, index)

    def _row(self, node: Node) -> int:
        return node.number if node.parent else self._roots.index(node)

    def _node(self, index: Index) -> Node | None:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else None

    def _siblings(self, parent: Index) -> list[Node]:
        node = self._node(parent)
        return node.below if node else self._roots


# -- fields ----------


def facts_of_kind(kind: PlaceKind) -> frozenset[str]:
    """Tell which facts make sense of a kind of place."""
    by_kind = {
        PlaceKind.COMMUNITY: {"built_year", "households", "floor_area_m2", "address"},
        PlaceKind.BUILDING: set(PlaceFacts.__dataclass_fields__),
        PlaceKind.UNIT: {"storeys", "households", "has_lift"},
        PlaceKind.FLOOR: {"households", "floor_area_m2"},
        PlaceKind.GREEN: {"floor_area_m2"},
        PlaceKind.OUTDOOR: {"floor_area_m2"},
    }
    return frozenset(by_kind.get(kind, set()))


def place_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a place on record."""
    whole, decimal = FieldKind.WHOLE, FieldKind.DECIMAL
    return (
        FieldSpec(key="name", label=field_name("name"), is_wide=True, is_needed=True),
        FieldSpec(key="built_year", label=field_name("built_year"), kind=whole, least=1900),
        FieldSpec(key="storeys", label=field_name("storeys"), kind=whole),
        FieldSpec(key="units", label=field_name("units"), kind=whole),
        FieldSpec(key="households", label=field_name("households"), kind=whole),
        FieldSpec(key="floor_area_m2", label=field_name("floor_area_m2"), kind=decimal),
        FieldSpec(key="height_m", label=field_name("height_m"), kind=decimal),
        FieldSpec(key="structure", label=field_name("structure"), placeholder=_("砖混")),
        FieldSpec(
            key="has_lift",
            label=field_name("has_lift"),
            kind=FieldKind.CHOICE,
            choices=(("", _("未填")), ("yes", _("有")), ("no", _("无"))),
        ),
        FieldSpec(key="address", label=field_name("address"), is_wide=True),
    )


def new_place_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a place that is added by itself."""
    kinds = tuple((kind.value, place_kind_name(kind)) for kind in PlaceKind)
    return (
        FieldSpec(key="kind", label=field_name("kind"), kind=FieldKind.CHOICE, choices=kinds),
        FieldSpec(
            key="code",
            label=field_name("code"),
            hint=_("1 至 6 位字母或数字，用在问题编号里。"),
            is_needed=True,
        ),
        FieldSpec(
            key="name", label=field_name("name"), hint=_("不填则按类型和编码取名，例如 12幢。")
        ),
    )


def series_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a row of buildings."""
    suffixes = tuple((word, word) for word in ("幢", "号楼", "栋", "座"))
    return (
        FieldSpec(
            key="codes",
            label=_("楼栋编码"),
            placeholder="1-30",
            hint=_("例如 1-30，或 1-12、15、A1-A3。"),
            is_needed=True,
        ),
        FieldSpec(key="suffix", label=_("称呼"), kind=FieldKind.CHOICE, choices=suffixes),
        FieldSpec(
            key="units",
            label=_("每幢单元数"),
            kind=FieldKind.WHOLE,
            hint=_("填写后同时建立各单元；不需要单元时留空。"),
        ),
        FieldSpec(key="storeys", label=field_name("storeys"), kind=FieldKind.WHOLE),
    )


def fact_value(key: str, value: object) -> object:
    """Give a fact as the record keeps it: the choice of a lift is yes, no or not known."""
    return {"yes": True, "no": False}.get(str(value)) if key == "has_lift" else value


def default_name(kind: PlaceKind, code: str) -> str:
    """Name a place after its kind and code, as people do."""
    if kind is PlaceKind.BUILDING:
        return _("{code}幢").format(code=code)
    if kind is PlaceKind.UNIT:
        return _("{code}单元").format(code=_in_chinese(code))
    if kind is PlaceKind.FLOOR:
        return _("{code}层").format(code=code)
    return f"{place_kind_name(kind)}{code}"


def _in_chinese(code: str) -> str:
    plain = code.isdecimal() and 0 < int(code) < len(_CHINESE_DIGITS)
    return _CHINESE_DIGITS[int(code)] if plain else code


def expanded(text: str) -> list[str]:
    """Read "1-12、15、A1-A3" as the codes that it means, in their order."""
    codes: list[str] = []
    for part in re.split(r"[,，、;；\s]+", _joined(clean(text).upper())):
        if part:
            codes.extend(_codes_of(part))
    if not codes:
        raise FieldError(_("请填写，例如 1-30。"))
    if len(codes) > _MOST_PLACES:
        raise FieldError(_("一次最多添加 {count} 幢。").format(count=_MOST_PLACES))
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise FieldError(_("“{code}”写了两次。").format(code=twice[0]))
    return codes


def _joined(text: str) -> str:
    """Take the blanks and the words 幢, 号楼 … out of a range."""
    return re.sub(r"\s*([-—–~至到])\s*", r"\1", re.sub(r"[幢栋座]|号楼", "", text))


def _codes_of(part: str) -> list[str]:
    found = _SERIES.match(part)
    if found is None:
        if not _ONE.match(part):
            raise FieldError(_("“{part}”看不懂，请按 1-30 的样子填写。").format(part=part))
        return [part]
    prefix, first, last = found.group(1), int(found.group(2)), int(found.group(3))
    if last < first:
        raise FieldError(_("“{part}”的前后颠倒了。").format(part=part))
    if last - first >= _MOST_PLACES:
        raise FieldError(_("一次最多添加 {count} 幢。").format(count=_MOST_PLACES))
    return [f"{prefix}{number}" for number in range(first, last + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A row of buildings, each with as many units."""

    codes: Sequence[str]
    suffix: str
    units: int = 0
    storeys: int | None = None

    def branches(self, parent_id: str | None) -> list[Branch]:
        """Give what is put on record."""
        facts = PlaceFacts(storeys=self.storeys, units=self.units or None)
        below = tuple(
            Branch(
                PlaceDraft(
                    kind=PlaceKind.UNIT,
                    code=str(number),
                    name=default_name(PlaceKind.UNIT, str(number)),
                )
            )
            for number in range(1, self.units + 1)
        )
        return [
            Branch(
                PlaceDraft(
                    kind=PlaceKind.BUILDING,
                    code=code,
                    name=f"{code}{self.suffix}",
                    parent_id=parent_id,
                    facts=facts,
                ),
                below,
            )
            for code in self.codes
        ]


def child_kind(above: Place | None) -> PlaceKind:
    """Guess what is added below a place."""
    if above is None:
        return PlaceKind.BUILDING
    return {
        PlaceKind.COMMUNITY: PlaceKind.BUILDING,
        PlaceKind.BUILDING: PlaceKind.UNIT,
        PlaceKind.UNIT: PlaceKind.FLOOR,
    }.get(above.kind, PlaceKind.FACILITY)
