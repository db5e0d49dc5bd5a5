"""Choose items and places, see how many rows that makes, and put them in scope."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.checklists import Item, Pack
from inspector.core.errors import InspectorError
from inspector.core.projects import Place, PlaceKind, SchemeRow
from inspector.operations.packs import PackLine, find_pack, list_packs
from inspector.operations.projects import list_places
from inspector.operations.scheme import put_in_scope
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.paged import ROW_ROLE, PagedListModel
from inspector.ui.kit.painting import RIGHT, Pen, draw_box, draw_text, text_width
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.panes import DetailPane, ListPane
from inspector.ui.kit.widgets.texts import SectionLabel, Words, small, title
from inspector.ui.screens.projects.choosing.model import ALL, Plan, matching, usual_places
from inspector.ui.screens.projects.forms.model import FieldSpec
from inspector.ui.screens.projects.forms.view import RecordForm
from inspector.ui.screens.projects.scheme.model import (
    place_text,
    row_fields,
    variant_choices,
)
from inspector.words.checklists import control_name, discipline_title, duty_name, item_title
from inspector.words.language import _
from inspector.words.records import place_kind_name

R = TypeVar("R")
_BOX = 20
"""A tick box as drawn."""
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TickDelegate(RowDelegate[R], Generic[R]):
    """Paints a row with a box that is ticked or not."""

    def __init__(
        self,
        is_ticked: Callable[[R], bool],
        text: Callable[[R], str],
        remark: Callable[[R], str],
    ) -> None:
        super().__init__()
        self._is_ticked = is_ticked
        self._text = text
        self._remark = remark

    def paint_row(self, painter: QPainter, area: QRectF, row: R, *, chosen: bool) -> None:
        """Paint box, words and remark; the current row's words are bold like a ticked one's."""
        now = tokens()
        on = self._is_ticked(row)
        box = QRectF(area.left(), area.center().y() - _BOX / 2, _BOX, _BOX)
        line = now.accent if on else now.muted
        draw_box(painter, box, fill=now.accent if on else "", line=line, width=1.5, radius=4)
        if on:
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), now.on_fill)
        quiet = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        remark = self._remark(row)
        draw_text(painter, area, remark, quiet)
        room = area.adjusted(_BOX + 10, 0, -text_width(remark, quiet) - 10, 0)
        draw_text(painter, room, self._text(row), Pen(bold=on or chosen))


class TickList(RowList):
    """A list whose rows are ticked by press, by Space and by Enter.

    Signals:
        toggled(object): a row was ticked or unticked.
    """

    toggled = Signal(object)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a row, so that it is seen where the keys go."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() in _BY_KEY:
            self.choose(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current row."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle()
            return
        super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().data(ROW_ROLE))


class TickPane(ListPane, Generic[R]):
    """A list to tick in, with "all of these" and "none" above it.

    Signals:
        ticks_changed(): other rows are ticked now.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        name: str,
        id_of: Callable[[R], str],
        text: Callable[[R], str],
        remark: Callable[[R], str],
        *,
        edges: str = "right",
    ) -> None:
        super().__init__(edges=edges)
        self._id_of = id_of
        self._rows: Mapping[str, R] = {}
        self.ticked: set[str] = set()
        self.model: PagedListModel[R] = PagedListModel(
            lambda _ids: self._rows, say=lambda row: self._say(text(row), row)
        )
        self.model.setParent(self)
        delegate = TickDelegate[R](lambda row: id_of(row) in self.ticked, text, remark)
        self.list = TickList(name, delegate)
        self.list.setModel(self.model)
        self.list.toggled.connect(self._toggle)
        self._name = name
        self._title = Words(name, Pen(bold=True))
        self._every = KeyButton(_("全选"), kind=Kind.QUIET)
        self._every.clicked.connect(self.tick_shown)
        self._none = KeyButton(_("清除"), kind=Kind.QUIET)
        self._none.clicked.connect(self.clear)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self._every)
        self.head.addWidget(self._none)
        self._tools = QHBoxLayout()
        self._tools.setContentsMargins(SPACE_3, 4, SPACE_3, 4)
        self._tools.setSpacing(SPACE_2)
        self.column.addLayout(self._tools)
        self.column.addWidget(self.list, 1)

    def add_tools(self, *tools: QWidget) -> None:
        """Put what narrows the list above it, the last as wide as may be; Tab reads downwards."""
        for tool in tools:
            self._tools.addWidget(tool, 1 if tool is tools[-1] else 0)
        order = (self._every, self._none, *tools, self.list)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show these rows; ticks of rows that are not shown stay."""
        self._rows = {self._id_of(row): row for row in rows}
        self.model.show_ids(list(self._rows))
        self._tell()

    def tick(self, ids: Iterable[str]) -> None:
        """Tick these rows besides."""
        self.ticked.update(ids)
        self._tell()

    def tick_shown(self) -> None:
        """Tick all rows that are shown."""
        self.tick(self._rows)

    def clear(self) -> None:
        """Untick everything."""
        self.ticked.clear()
        self._tell()

    def _toggle(self, row: R) -> None:
        self.ticked.symmetric_difference_update({self._id_of(row)})
        self._tell()

    def _tell(self) -> None:
        self.model.refresh()
        text = _("{name} 已选 {count}").format(name=self._name, count=len(self.ticked))
        self._title.set(text)
        self.ticks_changed.emit()

    def _say(self, text: str, row: R) -> str:
        return _("{text}（已选）").format(text=text) if self._id_of(row) in self.ticked else text


class ChoosingPage(Ground):
    """Items at the left, places in the middle, what follows at the right.

    Signals:
        put(): the rows are in scope now.
        left(): back to the scheme.
    """

    put = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._project = ""
        self._known: Collection[tuple[str, str]] = ()
        self._pack: Pack | None = None
        self._places: dict[str, Place] = {}
        self._variants: dict[str, str] = {}
        self._variant_rows: dict[str, FieldRow] = {}
        self.items: TickPane[Item] = TickPane(
            _("检查项"), lambda item: item.id, _item_text, _item_remark
        )
        self.places: TickPane[Place] = TickPane(
            _("部位"),
            lambda place: place.id,
            lambda place: place_text(place.id, self._places),
            lambda place: place_kind_name(place.kind),
            edges="",
        )
        self._build_tools()
        self.items.ticks_changed.connect(self._changed)
        self.places.ticks_changed.connect(self._changed)
        lists = QWidget()
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.items, 5)
        row.addWidget(self.places, 4)
        self.panes = FoldingPanes(None, lists, self._side(), detail_share=0.3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def begin(self, project_id: str, known: Collection[tuple[str, str]]) -> None:
        """Choose for a project whose scheme holds these (item, place) already."""
        workspace = self._desk.workspace
        self._project, self._known = project_id, known
        self._places = {place.id: place for _depth, place in list_places(workspace, project_id)}
        self._variants.clear()
        self.items.clear()
        self.places.clear()
        self.form.clear()
        self._packs.set_choices([(line.code, _pack_text(line)) for line in list_packs(workspace)])
        newest = find_pack(workspace)
        self._packs.choose(f"{newest.id}@{newest.version}")
        self._take_pack()
        self._show_kinds()
        self._show_places()
        self._text.setFocus()

    def plan(self) -> Plan:
        """Give the choice so far, in the order of pack and tree."""
        items = self._pack.items if self._pack else ()
        return Plan(
            items=[item for item in items if item.id in self.items.ticked],
            places=[one for one in self._places.values() if one.id in self.places.ticked],
            known=self._known,
            variants=self._variants,
        )

    def give(self) -> None:
        """Put the choice in scope, or say what still has to be said."""
        plan = self.plan()
        values = self.form.read()
        if values is None or self._pack is None:
            return
        if plan.undecided:
            for item in reversed(plan.undecided):
                self._variant_rows[item.id].show_error(_("请选择分档：限值随分档不同。"))
            return
        drafts = plan.drafts(values)
        if not drafts:
            self._banner.say(self._nothing_text(plan), Tone.WARN)
            return
        self._yes.setEnabled(False)
        self._banner.say(_("正在放入 {count} 条…").format(count=len(drafts)))
        workspace, project, ref = self._desk.workspace, self._project, self._pack.ref
        self._desk.act(
            lambda: put_in_scope(workspace, project, ref, drafts), self._done, self._refused
        )

    # -- making ----------

    def _build_tools(self) -> None:
        self._disciplines = ChoiceBox([(ALL, _("全部专业"))], _("专业"))
        self._disciplines.setObjectName("choose_discipline")
        self._disciplines.chosen.connect(lambda _key: self._show_items())
        self._text = line_edit("", _("编号、名称、要求或条款"))
        self._text.setObjectName("choose_text")
        self._text.setAccessibleName(_("查找检查项"))
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(self._show_items)
        self.items.add_tools(self._disciplines, self._text)
        self._kinds = ChoiceBox([], _("部位类型"))
        self._kinds.setObjectName("choose_kind")
        self._kinds.chosen.connect(lambda _key: self._show_places())
        self.places.add_tools(self._kinds)

    def _side(self) -> DetailPane:
        pane = DetailPane(_("放入方案"))
        self._packs = ChoiceBox([], _("检查清单"))
        self._packs.chosen.connect(lambda _key: self._take_pack())
        self._headline = title()
        self._detail = small()
        self._banner = Banner()
        self._usual = KeyButton(_("按检查项常用部位选"), kind=Kind.QUIET, icon="building")
        self._usual.clicked.connect(self._take_usual)
        self.form = RecordForm(_common_fields())
        self._cases = QWidget()
        self._cases_column = QVBoxLayout(self._cases)
        self._cases_column.setContentsMargins(0, 0, 0, 0)
        pane.body.addWidget(self._headline)
        pane.body.addWidget(self._detail)
        pane.body.addWidget(self._banner)
        pane.body.addWidget(self._usual)
        pane.body.addWidget(FieldRow(_("检查清单"), self._packs))
        pane.body.addWidget(self._cases)
        pane.body.addWidget(SectionLabel(_("一并填写"), _("可不填")))
        pane.body.addWidget(self.form)
        pane.body.addStretch(1)
        no = KeyButton(_("返回"), keys="Esc", kind=Kind.QUIET)
        no.clicked.connect(self.left)
        self._yes = KeyButton(_("放入方案"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        self._yes.setObjectName("put_in_scope")
        self._yes.clicked.connect(self.give)
        pane.foot.addWidget(no)
        pane.foot.addStretch(1)
        pane.foot.addWidget(self._yes)
        return pane

    # -- showing ----------

    def _take_pack(self) -> None:
        self._pack = find_pack(self._desk.workspace, self._packs.current())
        disciplines = [(one.code, discipline_title(one)) for one in self._pack.disciplines]
        self._disciplines.set_choices([(ALL, _("全部专业")), *disciplines])
        self.items.ticked &= set(self._pack.by_id())
        self._show_items()

    def _show_items(self) -> None:
        if self._pack is not None:
            wanted = self._disciplines.current() or ALL
            self.items.show_rows(matching(self._pack.items, wanted, self._text.text()))

    def _show_kinds(self) -> None:
        places = list(self._places.values())
        kinds = [kind for kind in PlaceKind if any(place.kind is kind for place in places)]
        choices = [(kind, place_kind_name(kind)) for kind in kinds]
        counts = {kind: sum(place.kind is kind for place in places) for kind in kinds}
        self._kinds.set_choices(
            [
                (ALL, _("全部 {count}").format(count=len(places))),
                *((kind.value, f"{name} {counts[kind]}") for kind, name in choices),
            ]
        )

    def _show_places(self) -> None:
        kind = self._kinds.current() or ALL
        self.places.show_rows(
            place for place in self._places.values() if kind in {ALL, place.kind.value}
        )

    def _take_usual(self) -> None:
        plan = self.plan()
        self.places.tick(usual_places(plan.items, list(self._places.values())))

    def _changed(self) -> None:
        plan = self.plan()
        new = plan.total - plan.repeated
        text = _("{items} 项 × {places} 处 = {total} 条")
        self._headline.set(
            text.format(items=len(plan.items), places=len(plan.places), total=plan.total)
        )
        self._detail.set(_effect_text(plan))
        self._banner.hide()
        self._yes.setEnabled(new > 0)
        self._usual.setVisible(bool(usual_places(plan.items, list(self._places.values()))))
        self._show_cases([item for item in plan.items if item.variants])

    def _show_cases(self, items: Sequence[Item]) -> None:
        """Ask for the case of each item that has several."""
        wanted = {item.id for item in items}
        for item_id in [one for one in self._variant_rows if one not in wanted]:
            self._variant_rows.pop(item_id).deleteLater()
            self._variants.pop(item_id, None)
        for item in items:
            if item.id not in self._variant_rows:
                self._variant_rows[item.id] = self._case_row(item)
                self._cases_column.addWidget(self._variant_rows[item.id])

    def _case_row(self, item: Item) -> FieldRow:
        label = _("{item} 分档").format(item=f"{item.id} {item_title(item)}")
        box = ChoiceBox(variant_choices(item), label)
        box.setObjectName(f"case_{item.id}")
        made = FieldRow(label, box)

        def take(key: str) -> None:
            self._variants[item.id] = key
            made.clear_error()

        box.chosen.connect(take)
        return made

    def _nothing_text(self, plan: Plan) -> str:
        if plan.total:
            return _("所选的都已在方案内。")
        return _("请先选检查项和部位。")

    # -- acting ----------

    def _done(self, rows: list[SchemeRow]) -> None:
        self._banner.hide()
        self._desk.toast(_("已放入 {count} 条").format(count=len(rows)))
        self.put.emit()

    def _refused(self, error: InspectorError) -> None:
        self._yes.setEnabled(True)
        self._banner.say(self._desk.ask.explain(error), Tone.FAIL)


def _common_fields() -> list[FieldSpec]:
    return [spec for spec in row_fields() if spec.key not in {"variant", "duty"}]


def _effect_text(plan: Plan) -> str:
    if not plan.total:
        return _("左边选检查项，中间选部位。")
    new = plan.total - plan.repeated
    if not plan.repeated:
        return _("新增 {new} 条。").format(new=new)
    return _("其中 {repeated} 条已在方案内，保持不变；新增 {new} 条。").format(
        repeated=plan.repeated, new=new
    )


def _pack_text(line: PackLine) -> str:
    return f"{line.title_zh} {line.ref.version}"


def _item_text(item: Item) -> str:
    return f"{item.id}  {item_title(item)}"


def _item_remark(item: Item) -> str:
    case = _("分档 ") if item.variants else ""
    control = control_name(item.control) if item.control else ""
    return f"{case}{duty_name(item.duty)} {control}".strip()
