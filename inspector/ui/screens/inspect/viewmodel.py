"""Where one stands in a visit: place, item and filter; and what an answer changes there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Changes, Outcome
from inspector.core.checklists import AnswerState, Pack
from inspector.core.errors import InspectorError
from inspector.core.inspections import Visit
from inspector.core.projects import Place, Project
from inspector.operations.inspecting import (
    ItemLine,
    PlaceLine,
    Spot,
    answer_id,
    list_items,
    list_progress,
    show_item,
)
from inspector.operations.sites import list_sites, newest_visit
from inspector.operations.visits import VisitDraft, create_visit, list_visits
from inspector.operations.workspace import Workspace
from inspector.ui.kit.desk import Desk
from inspector.ui.screens.inspect.model import (
    HEAD_MARK,
    Counts,
    HeadRow,
    ItemFilter,
    ItemRow,
    PlaceRow,
    Row,
    count_lines,
    in_pack_order,
    listed_ids,
    pack_hash,
    place_rows,
)
from inspector.words.checklists import discipline_title

Refused = Callable[[InspectorError], None] | None
Answering = Callable[[Workspace, Visit, Spot], Outcome[ItemLine]]


class Board(QObject):
    """The visit on the table.

    Signals:
        scope_changed(): another project or visit, or their names.
        places_changed(): other places, or other numbers at them.
        items_changed(): other items are listed.
        line_changed(str): what was found for one item changed.
        current_changed(): another item is looked at.
    """

    scope_changed = Signal()
    places_changed = Signal()
    items_changed = Signal()
    line_changed = Signal(str)
    current_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.workspace: Workspace = desk.workspace
        self.projects: Sequence[Project] = ()
        self.project: Project | None = None
        self.visits: Sequence[Visit] = ()
        self.visit: Visit | None = None
        self.place_id = ""
        self.item_id = ""
        self.filter = ItemFilter.ALL
        self._places: Sequence[PlaceLine] = ()
        self._rows: Sequence[PlaceRow] = ()
        self._lines: dict[str, ItemLine] = {}
        self._ids: list[str] = []
        self._last_items: dict[str, str] = {}
        self._fresh: dict[str, Counts] = {}
        self._mine: list[Changes] = []

    # -- reading

    def reread(self) -> None:
        """Read everything again and stay where one is."""
        self._read_scope(self.project.id if self.project else "", self.visit)
        self._read_places()
        self._read_items()
        self._announce()

    def is_mine(self, changes: Changes) -> bool:
        """Tell whether an act of this board made the changes: then it knows them already."""
        for number, one in enumerate(self._mine):
            if one is changes:
                del self._mine[number]
                return True
        return False

    def _read_scope(self, project_id: str, visit: Visit | None) -> None:
        self.projects = list_sites(self.workspace)
        if not project_id:
            visit = newest_visit(self.workspace)
            project_id = visit.project_id if visit else ""
        found = [project for project in self.projects if project.id == project_id]
        self.project = found[0] if found else next(iter(self.projects), None)
        self.visits = list_visits(self.workspace, self.project.id) if self.project else ()
        kept = [one for one in self.visits if visit and one.id == visit.id]
        newest = max(self.visits, key=lambda one: (one.first_on, one.number), default=None)
        self.visit = kept[0] if kept else newest

    def _read_places(self) -> None:
        self._places = list_progress(self.workspace, self.visit) if self.visit else ()
        self._fresh = {}
        self._rows = place_rows(self._places, self._fresh)
        if self.place_id not in {row.id for row in self._rows}:
            self.place_id = next((row.id for row in self._rows if row.own.due), "")

    def _read_items(self) -> None:
        self._lines = {}
        if self.visit and self.place_id:
            lines = list_items(self.workspace, self.visit, self.place_id)
            ordered = in_pack_order(lines, self._packs(lines))
            self._lines = {line.item.id: line for line in ordered}
        if self.item_id not in self._lines:
            self.item_id = self._first_item()
        self._list()

    def _first_item(self) -> str:
        """Give the item where one was here last, else the first that nobody looked at."""
        before = self._last_items.get(self.place_id, "")
        unchecked = (i for i, line in self._lines.items() if line.state is AnswerState.UNCHECKED)
        first = next(unchecked, "") or next(iter(self._lines), "")
        return before if before in self._lines else first

    def _list(self) -> None:
        self._ids = listed_ids(self._lines.values(), self.filter, self.item_id)

    def _packs(self, lines: Iterable[ItemLine]) -> dict[str, Pack]:
        refs = {line.answer.pack if line.answer else line.scheme.pack for line in lines}
        return {ref.hash: self.workspace.pack(ref) for ref in refs}

    def _announce(self) -> None:
        self.scope_changed.emit()
        self.places_changed.emit()
        self.items_changed.emit()
        self.current_changed.emit()

    # -- what there is

    def place_rows(self) -> Sequence[PlaceRow]:
        """Give the tree of places with its numbers."""
        return self._rows

    def place(self) -> Place | None:
        """Give the place where one stands."""
        found = (line.place for line in self._places if line.place.id == self.place_id)
        return next(found, None)

    def counts(self) -> Counts:
        """Count the items of the place."""
        return count_lines(self._lines.values())

    def whole(self) -> Counts:
        """Count the items of the visit."""
        total = Counts()
        for row in self._rows:
            total = total.plus(row.own)
        return total

    def listed(self) -> Sequence[str]:
        """Give the ids of the list: items under the heads of their disciplines."""
        return self._ids

    def page(self, ids: Sequence[str]) -> Mapping[str, Row]:
        """Give rows of the list."""
        return {one: self._row(one) for one in ids if one.startswith(HEAD_MARK) or self.has(one)}

    def has(self, item_id: str) -> bool:
        """Tell whether an item is in scope at the place."""
        return item_id in self._lines

    def line(self) -> ItemLine | None:
        """Give the item that is looked at, with what was found."""
        return self._lines.get(self.item_id)

    def lines(self) -> Iterable[ItemLine]:
        """Give all items of the place."""
        return self._lines.values()

    def answer_key(self, spot: Spot) -> str:
        """Give the id that the answer has, or will have."""
        return answer_id(self.project.id, spot) if self.project else ""

    def discipline(self, line: ItemLine) -> str:
        """Name the discipline of an item."""
        pack = self._packs([line])[pack_hash(line)]
        titles = (discipline_title(d) for d in pack.disciplines if d.code == line.item.discipline)
        return next(titles, line.item.discipline)

    def _row(self, row_id: str) -> Row:
        if not row_id.startswith(HEAD_MARK):
            return ItemRow(self._lines[row_id])
        code = row_id.removeprefix(HEAD_MARK)
        inside = [line for line in self._lines.values() if line.item.discipline == code]
        counts = count_lines(inside)
        title = self.discipline(inside[0]) if inside else code
        return HeadRow(title, counts.answered, counts.due)

    # -- going about

    def choose_project(self, project_id: str) -> None:
        """Go to a project, and to its newest visit."""
        if not self.project or project_id != self.project.id:
            self._enter(project_id, None)

    def choose_visit(self, visit_id: str) -> None:
        """Go to a visit of the project; the place stays."""
        if self.project and visit_id not in {visit.id for visit in self.visits}:
            self._read_scope(self.project.id, self.visit)  # it may have begun just now
        wanted = [visit for visit in self.visits if visit.id == visit_id]
        if wanted and self.project and wanted[0] != self.visit:
            self._enter(self.project.id, wanted[0])

    def _enter(self, project_id: str, visit: Visit | None) -> None:
        self._read_scope(project_id, visit)
        self._read_places()
        self._read_items()
        self._announce()

    def choose_place(self, place_id: str, item_id: str = "") -> None:
        """Go to a place; to the item named, else to where one was there last."""
        if place_id not in {row.id for row in self._rows}:
            return
        if place_id != self.place_id:
            self.place_id, self.item_id = place_id, item_id
            self._read_items()
            self.places_changed.emit()
            self.items_changed.emit()
            self.current_changed.emit()
        elif item_id:
            self.choose_item(item_id)

    def choose_item(self, item_id: str) -> None:
        """Look at an item of the place."""
        if item_id == self.item_id or item_id not in self._lines:
            return
        self.item_id = self._last_items[self.place_id] = item_id
        if item_id not in self._ids:
            self.filter = ItemFilter.ALL
            self._list()
            self.items_changed.emit()
        self.current_changed.emit()

    def choose_filter(self, wanted: ItemFilter) -> None:
        """List only some of the items; the one that is looked at stays among them."""
        self.filter = wanted
        self._list()
        self.items_changed.emit()

    def find_item(self, item_id: str) -> None:
        """Look at an item here, or at the first place that has it in scope."""
        if item_id in self._lines or self.visit is None:
            self.choose_item(item_id)
            return
        for row in self._rows:
            if row.own.due and self._is_in_scope(row.id, item_id):
                self.choose_place(row.id, item_id)
                return

    def _is_in_scope(self, place_id: str, item_id: str) -> bool:
        if self.visit is None:
            return False
        try:
            show_item(self.workspace, self.visit, Spot(self.visit.id, place_id, item_id))
        except InspectorError:
            return False
        return True

    def step_item(self, by: int) -> None:
        """Go up or down the list."""
        items = [one for one in self._ids if not one.startswith(HEAD_MARK)]
        if self.item_id in items:
            at = items.index(self.item_id) + by
            self.choose_item(items[min(max(at, 0), len(items) - 1)])

    def step_place(self, by: int) -> None:
        """Go to the next or former place that has items."""
        with_items = [row.id for row in self._rows if row.own.due or row.id == self.place_id]
        if self.place_id in with_items:
            at = with_items.index(self.place_id) + by
            self.choose_place(with_items[min(max(at, 0), len(with_items) - 1)])

    def next_unchecked(self) -> bool:
        """Go to the next item that nobody looked at, here first, then at the places after."""
        here = _after(list(self._lines), self.item_id)
        found = (i for i in here if self._lines[i].state is AnswerState.UNCHECKED)
        item_id = next(found, "")
        if item_id:
            self.choose_item(item_id)
            return True
        open_places = {row.id for row in self._rows if row.own.unchecked}
        order = _after([row.id for row in self._rows], self.place_id)
        place_id = next((one for one in order if one in open_places), "")
        if place_id:
            self._last_items.pop(place_id, None)
            self.choose_place(place_id)
        return bool(place_id)

    # -- acts

    def act(
        self,
        work: Callable[[], Outcome[Any]],
        on_done: Callable[[Any], object],
        on_refused: Refused = None,
    ) -> None:
        """Run an act whose changes this board takes over itself, without reading again."""

        def own() -> Outcome[Any]:
            outcome = work()
            changes = replace(outcome.changes, ids=frozenset(outcome.changes.ids))
            self._mine.append(changes)
            return replace(outcome, changes=changes)

        self.desk.act(own, on_done, on_refused)

    def answer(self, give: Answering, spot: Spot, on_refused: Refused = None) -> None:
        """Change the answer of an item; the outcome brings the line as it is now."""
        visit = self.visit
        if visit is not None:
            self.act(lambda: give(self.workspace, visit, spot), self.take, on_refused)

    def take(self, line: ItemLine) -> None:
        """Put a line that was just written in its place."""
        if self.visit is None or line.spot.visit_id != self.visit.id:
            return
        is_here = line.spot.place_id == self.place_id
        touched: Sequence[str] = ()
        if is_here:
            touched = self._put(line)
            self._fresh[self.place_id] = self.counts()
            self._rows = place_rows(self._places, self._fresh)
        else:
            self._read_places()
        self.places_changed.emit()
        for item_id in touched:
            self.line_changed.emit(item_id)

    def _put(self, line: ItemLine) -> list[str]:
        """Put a line in its place, and those that rules hid or showed with it; name them all."""
        self._lines[line.item.id] = line
        ruled = [one.spot for one in self._lines.values() if one.item.shown_when is not None]
        touched = [line.item.id]
        for spot in ruled:
            now = show_item(self.workspace, self.visit, spot) if self.visit else None
            if now is not None and now != self._lines[spot.item_id]:
                self._lines[spot.item_id] = now
                touched.append(spot.item_id)
        return touched

    def refresh(self, spot: Spot) -> None:
        """Read one line again: something that hangs on it was touched."""
        if self.visit is not None and spot.visit_id == self.visit.id:
            self.take(show_item(self.workspace, self.visit, spot))

    def begin_visit(self, draft: VisitDraft, on_refused: Refused) -> None:
        """Begin a visit and go there."""
        project = self.project
        if project is not None:
            self.act(
                lambda: create_visit(self.workspace, project.id, draft),
                lambda visit: self._enter(project.id, visit),
                on_refused,
            )


def _after(ids: list[str], current: str) -> list[str]:
    """Give the others in the order in which one comes to them from the current one."""
    at = ids.index(current) if current in ids else -1
    return [*ids[at + 1 :], *ids[: max(at, 0)]]
