"""The places of a project: the tree, the chosen place, and new ones singly or by the row."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Seen
from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import Place, PlaceFacts, PlaceKind
from inspector.operations.places import add_branches, remove_branch
from inspector.operations.projects import PlaceDraft, add_place, edit_place, list_places
from inspector.operations.seeing import look_at
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.painting import RIGHT, Pen, draw_text, text_width
from inspector.ui.kit.rows import RowDelegate, RowTree
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.projects.forms.model import FieldError
from inspector.ui.screens.projects.places.model import (
    PlaceTree,
    Series,
    child_kind,
    default_name,
    expanded,
    fact_value,
    facts_of_kind,
    new_place_fields,
    place_fields,
    series_fields,
)
from inspector.ui.screens.projects.records.view import (
    DraftSheet,
    Empty,
    Sheet,
    empty_panel,
    focus_beside,
)
from inspector.words.language import _
from inspector.words.records import place_kind_name


class PlaceDelegate(RowDelegate[Place]):
    """Paints a place: its name, and what it is."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Place, *, chosen: bool) -> None:
        """Paint name, kind and code."""
        quiet = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        text = _("{kind} {code}").format(kind=place_kind_name(row.kind), code=row.code)
        draw_text(painter, area, text, quiet)
        room = area.adjusted(0, 0, -text_width(text, quiet) - 12, 0)
        draw_text(painter, room, row.name, Pen(bold=chosen))


class PlacesPane(QWidget):
    """The tab of places.

    Signals:
        history_wanted(): of the chosen record.
    """

    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        self._wanted = ""
        self._shown = ""
        self._seen = Seen({})
        self.tree_model = PlaceTree()
        self.tree_model.setParent(self)
        self.tree = RowTree(_("楼栋与部位"), PlaceDelegate(lines=False))
        self.tree.setObjectName("places")
        self.tree.setModel(self.tree_model)
        self.tree.chosen.connect(self._show)
        self.sheet = Sheet(_("部位"), place_fields(), removal=_("删除"))
        self.sheet.given.connect(self._give_fact)
        self.sheet.removal_wanted.connect(self.remove)
        self.sheet.history_wanted.connect(self.history_wanted)
        self.new = DraftSheet(_("添加部位"), new_place_fields(), _("添加"))
        self.new.given.connect(self._add)
        self.new.left.connect(self.leave)
        self.series = DraftSheet(_("批量添加楼栋"), series_fields(), _("添加这些楼栋"), columns=2)
        self.series.given.connect(self._add_series)
        self.series.left.connect(self.leave)
        self._side = QStackedWidget()
        for sheet in (self.sheet, self.new, self.series):
            self._side.addWidget(sheet)
        self.panes = FoldingPanes(None, self._middle(), self._side, detail_share=0.42)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_project(self, project_id: str) -> None:
        """Show a project's places."""
        is_other = project_id != self._project
        self._project = project_id
        tree = list_places(self._desk.workspace, project_id)
        self._reload(tree, is_other=is_other)

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        if self.tree_model.rowCount():
            self.tree.setFocus()
        else:
            focus_beside(self._empty, self.series)

    def choose(self, place_id: str) -> None:
        """Lead to a place."""
        self._wanted = place_id
        self._lead()

    def chosen_id(self) -> str:
        """Give the id of the chosen place, or nothing."""
        place = self.tree.currentIndex().data(ROW_ROLE)
        return place.id if isinstance(place, Place) else ""

    def chosen_name(self) -> str:
        """Name the chosen place."""
        place = self.tree_model.place(self.chosen_id())
        return place.name if place else ""

    def begin(self) -> None:
        """Add one place below the chosen one, or beside it where nothing goes below."""
        above = self._above()
        where = above.name if above else _("项目")
        self.new.say(_("位于：{place}").format(place=where))
        self.new.form.clear()
        self.new.form.load({"kind": child_kind(above).value})
        self._open(self.new)
        self.new.form.editor("code").setFocus()

    def begin_series(self) -> None:
        """Add a row of buildings."""
        self._say_where_series_goes()
        self._open(self.series)
        self.series.form.begin()

    def is_drafting(self) -> bool:
        """Tell whether a new record is being made that can be left for another."""
        return (
            self._side.currentWidget() in {self.new, self.series} and self.tree_model.rowCount() > 0
        )

    def leave(self) -> None:
        """Show the chosen place again."""
        self._side.setCurrentWidget(self.sheet)
        self.panes.show_list()
        self.tree.setFocus()

    def remove(self) -> None:
        """Take the chosen place and all below it off the record."""
        place = self.tree_model.place(self.chosen_id())
        if place is None:
            return
        workspace, name = self._desk.workspace, place.name
        self._desk.act(
            lambda: remove_branch(workspace, place.id),
            lambda count: self._desk.toast(_removed(name, count)),
        )

    # -- making ----------

    def _middle(self) -> QWidget:
        pane = ListPane()
        self._count = ElidedLabel("", Pen(bold=True))
        series = KeyButton(_("批量添加楼栋"), keys="Ctrl+G", icon="building")
        series.setObjectName("begin_series")
        series.clicked.connect(self.begin_series)
        one = KeyButton(_("添加部位"), keys="Ctrl+N", icon="plus")
        one.setObjectName("begin_place")
        one.clicked.connect(self.begin)
        pane.head.addWidget(self._count, 1)
        pane.head.addWidget(series)
        pane.head.addWidget(one)
        self._empty = empty_panel(
            Empty(
                icon="building",
                heading=_("还没有楼栋和部位"),
                text=_("先批量添加楼栋，再补小区、道路、绿地等室外部位。"),
                step=_("批量添加楼栋"),
                keys="Ctrl+G",
            )
        )
        self._empty.asked.connect(self.begin_series)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        pane.column.addWidget(self._stack, 1)
        return pane

    # -- showing ----------

    def _reload(self, tree: Sequence[tuple[int, Place]], *, is_other: bool) -> None:
        before = "" if is_other else self.chosen_id()
        opened = [] if is_other else self._opened()
        old = set(self.tree_model.ids())
        self.tree_model.show(tree)
        buildings = sum(place.kind is PlaceKind.BUILDING for _depth, place in tree)
        text = _("{count} 处 · {buildings} 幢楼")
        self._count.set(text.format(count=len(tree), buildings=buildings))
        self._stack.setCurrentIndex(0 if tree else 1)
        if set(self.tree_model.ids()) != old:
            self._unfold(tree, opened, is_other=is_other)
        self._wanted = self._wanted or before
        self._lead()
        if not tree:
            self._show(None)
            if self._side.currentWidget() is self.sheet:
                self._say_where_series_goes()
                self._side.setCurrentWidget(self.series)

    def _say_where_series_goes(self) -> None:
        above = self._community()
        where = above.name if above else _("项目")
        self.series.say(_("位于：{place}").format(place=where))

    def _opened(self) -> list[str]:
        ids = self.tree_model.ids()
        return [one for one in ids if self.tree.isExpanded(self.tree_model.index_of(one))]

    def _unfold(
        self, tree: Sequence[tuple[int, Place]], opened: list[str], *, is_other: bool
    ) -> None:
        """Open what was open; at first the communities, so that the buildings are seen."""
        for _depth, place in tree:
            if place.id in opened or (is_other and place.kind is PlaceKind.COMMUNITY):
                self.tree.expand(self.tree_model.index_of(place.id))

    def _lead(self) -> None:
        index = self.tree_model.index_of(self._wanted)
        if not index.isValid() and self.tree_model.rowCount():
            index = self.tree_model.index(0, 0)
        self._wanted = ""
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._show(index.data(ROW_ROLE))

    def _show(self, place: Place | None) -> None:
        if place is None:
            self._shown = ""
            return
        self.sheet.form.show_only({"name", *facts_of_kind(place.kind)})
        facts = {key: getattr(place.facts, key) for key in PlaceFacts.__dataclass_fields__}
        self.sheet.title.set(place.name)
        kind = place_kind_name(place.kind)
        self.sheet.remark.set(_("{kind} · 编码 {code}").format(kind=kind, code=place.code))
        is_other = place.id != self._shown
        if is_other or not self.sheet.form.is_typing():
            self._seen = look_at(self._desk.workspace, place.id)
        self._shown = place.id
        self.sheet.form.load({"name": place.name, **facts}, is_other=is_other)

    def _open(self, sheet: QWidget) -> None:
        self._side.setCurrentWidget(sheet)
        self.panes.show_detail()

    # -- acting ----------

    def _above(self) -> Place | None:
        return self.tree_model.place(self.chosen_id())

    def _community(self) -> Place | None:
        """Give the community in which new buildings stand: that of the chosen place."""
        index = self.tree.currentIndex()
        while index.isValid():
            place = index.data(ROW_ROLE)
            if isinstance(place, Place) and place.kind is PlaceKind.COMMUNITY:
                return place
            index = index.parent()
        return None

    def _give_fact(self, key: str, value: object) -> None:
        place = self.tree_model.place(self._shown)
        if place is None:
            return
        workspace, place_id = self._desk.workspace.having_seen(self._seen), place.id
        if key == "name":
            name = str(value or "")
            self._act_on(lambda: edit_place(workspace, place_id, name=name), key)
            return
        facts = replace(place.facts, **{key: fact_value(key, value)})  # type: ignore[arg-type]  # our own names
        self._act_on(lambda: edit_place(workspace, place_id, facts=facts), key)

    def _act_on(self, work: object, key: str) -> None:
        def refused(error: InspectorError) -> None:
            self.sheet.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(work, None, refused)  # type: ignore[arg-type]  # a callable giving an Outcome

    def _add(self, values: dict[str, object]) -> None:
        kind, code = PlaceKind(str(values["kind"])), str(values["code"])
        above = self._above()
        draft = PlaceDraft(
            kind=kind,
            code=code,
            name=str(values["name"] or default_name(kind, code.strip().upper())),
            parent_id=above.id if above else None,
        )
        workspace, project = self._desk.workspace, self._project
        self._desk.act(lambda: add_place(workspace, project, draft), self._added, self._refused)

    def _added(self, place: Place) -> None:
        """Make room for the next one: places are usually added several at a time."""
        if place.parent_id:
            self.tree.expand(self.tree_model.index_of(place.parent_id))
        kind = self.new.form.editor("kind").current()  # type: ignore[union-attr]  # the choice
        self.new.form.clear()
        self.new.form.load({"kind": kind})
        self.new.form.editor("code").setFocus()
        self._desk.toast(_("已添加 {place}").format(place=place.name))

    def _refused(self, error: InspectorError) -> None:
        of_code = error.problem in {Problem.CODE_TAKEN, Problem.CODE_INVALID}
        self.new.form.show_error("code" if of_code else "name", self._desk.ask.explain(error))

    def _add_series(self, values: dict[str, object]) -> None:
        try:
            codes = expanded(str(values["codes"]))
        except FieldError as error:
            self.series.form.show_error("codes", str(error))
            return
        units, storeys = values["units"], values["storeys"]
        series = Series(
            codes=codes,
            suffix=str(values["suffix"] or "幢"),
            units=units if isinstance(units, int) else 0,
            storeys=storeys if isinstance(storeys, int) else None,
        )
        above = self._community()
        workspace, project = self._desk.workspace, self._project
        branches = series.branches(above.id if above else None)
        self._desk.act(
            lambda: add_branches(workspace, project, branches),
            self._series_added,
            lambda error: self.series.form.show_error("codes", self._desk.ask.explain(error)),
        )

    def _series_added(self, made: list[Place]) -> None:
        self.series.form.clear()
        buildings = [place for place in made if place.kind is PlaceKind.BUILDING]
        self._desk.toast(_("已添加 {count} 幢楼").format(count=len(buildings)))
        self.leave()
        if buildings:
            self.choose(buildings[0].id)


def _removed(name: str, count: int) -> str:
    if count > 1:
        text = _("已删除 {name} 和其下 {count} 处（Ctrl+Z 撤销）")
        return text.format(name=name, count=count - 1)
    return _("已删除 {name}（Ctrl+Z 撤销）").format(name=name)
