"""The heat map of a project: for each building and discipline, how its items stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.core.checklists import Discipline
from inspector.core.projects import Place, block_of
from inspector.core.tallies import Tally, tally
from inspector.operations.standing import Finding, Standing
from inspector.ui.kit.paged import ROW_ROLE
from inspector.words.checklists import discipline_title
from inspector.words.language import _

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NOTHING = Tally()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One building (or other place) and one discipline."""

    place: Place
    discipline: Discipline
    tally: Tally

    @property
    def text(self) -> str:
        """Say the cell's counts in words."""
        if not self.tally.total:
            return _("没有检查项")
        parts = (
            (_("合格 {count}"), self.tally.passed),
            (_("不合格 {count}"), self.tally.failed),
            (_("未查 {count}"), self.tally.unchecked),
            (_("不适用 {count}"), self.tally.not_applicable),
        )
        return _("，").join(text.format(count=count) for text, count in parts if count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """A whole map: places down, disciplines across."""

    places: Sequence[Place] = ()
    disciplines: Sequence[Discipline] = ()
    tallies: Mapping[tuple[str, str], Tally]

    def cell(self, row: int, column: int) -> HeatCell:
        """Give one cell; a pair without items has an empty tally."""
        place, discipline = self.places[row], self.disciplines[column]
        key = (place.id, discipline.code)
        counted = self.tallies.get(key, _NOTHING)
        return HeatCell(place=place, discipline=discipline, tally=counted)


def heat_of(standing: Standing, tree: Sequence[tuple[int, Place]]) -> Heat:
    """Sum up the findings by building and discipline; units and floors count to their building."""
    places = {place.id: place for _depth, place in tree}
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in standing.findings:
        row = block_of(finding.row.place_id, places)
        if row is not None:
            found.setdefault((row.id, finding.item.discipline), []).append(finding)
    shown = {place_id for place_id, _code in found}
    return Heat(
        places=[place for _depth, place in tree if place.id in shown],
        disciplines=[standing.discipline for standing in standing.disciplines],
        tallies={key: tally(one.state for one in some) for key, some in found.items()},
    )


class HeatModel(QAbstractTableModel):
    """The heat map as Qt reads it; a cell is `index.data(ROW_ROLE)`."""

    def __init__(self) -> None:
        super().__init__()
        self.heat = Heat(tallies={})

    def show(self, heat: Heat) -> None:
        """Show another state; the place in the view stays where the shape is the same."""
        same = [place.id for place in heat.places] == [place.id for place in self.heat.places]
        if same and len(heat.disciplines) == len(self.heat.disciplines):
            self.heat = heat
            if self.rowCount() and self.columnCount():
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the places."""
        return 0 if parent.isValid() else len(self.heat.places)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Count the disciplines."""
        return 0 if parent.isValid() else len(self.heat.disciplines)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name a place or a discipline."""
        across = orientation is Qt.Orientation.Horizontal
        if section >= len(self.heat.disciplines if across else self.heat.places):
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if across:
            return discipline_title(self.heat.disciplines[section])
        return self.heat.places[section].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell, or its words."""
        if not index.isValid():
            return None
        cell = self.heat.cell(index.row(), index.column())
        if role == ROW_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{cell.place.name} · {discipline_title(cell.discipline)}: {cell.text}"
        return None
