"""The checklists that are here: their versions, what differs between two, taking one in."""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.checklists import Pack
from inspector.core.errors import InspectorError, Problem
from inspector.operations.packs import (
    PackLine,
    compare_packs,
    export_pack,
    find_pack,
    import_pack,
    list_packs,
)
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import RIGHT, Pen, draw_text
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import Pairs, SectionLabel, title
from inspector.ui.screens.projects.begin.view import FaultsPage
from inspector.ui.screens.projects.packs.model import facts_of, pack_text, pack_title
from inspector.ui.screens.projects.records.view import Empty, RecordList
from inspector.words.language import _
from inspector.words.packs import diff_lines, fault_lines

_KINDS = "*.json *.toml"


class PackDelegate(RowDelegate[PackLine]):
    """Paints a version of a pack."""

    def paint_row(self, painter: QPainter, area: QRectF, row: PackLine, *, chosen: bool) -> None:
        """Paint title, version and the beginning of the hash."""
        tail = QRectF(area.right() - 220, area.top(), 220, area.height())
        text = f"{row.ref.version} · {row.ref.hash[:8]}"
        draw_text(painter, tail, text, Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT))
        room = area.adjusted(0, 0, -232, 0)
        draw_text(painter, room, pack_title(row), Pen(bold=chosen))


class PacksPane(QWidget):
    """The checklists of this workspace."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: dict[str, str] = {}
        empty = Empty(
            icon="list",
            heading=_("还没有检查清单"),
            text=_("导入一份检查清单。"),
            step=_("导入清单"),
            keys="Ctrl+I",
        )
        self.records: RecordList[PackLine] = RecordList(
            _("检查清单"), PackDelegate(), pack_text, empty
        )
        self.records.empty.asked.connect(self.ask_file)
        self.records.list.chosen.connect(lambda _row: self._show())
        take = KeyButton(_("导入清单"), keys="Ctrl+I", icon="import")
        take.setObjectName("import_pack")
        take.clicked.connect(self.ask_file)
        self.records.pane.head.addWidget(take)
        self.panes = FoldingPanes(None, self.records, self._sheet(), detail_share=0.5)
        self.faults = FaultsPage(_("清单需要改正"), with_template=False)
        self.faults.again_wanted.connect(self.ask_file)
        self.faults.left.connect(self.leave)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panes)
        self._pages.addWidget(self.faults)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def show_packs(self) -> None:
        """Show what is here."""
        rows = {line.ref.hash: line for line in reversed(list_packs(self._desk.workspace))}
        self.records.show_rows(rows, _("{count} 个版本").format(count=len(rows)))
        self._show()

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        self.records.take_focus()

    def shows_faults(self) -> bool:
        """Tell whether the faults of a file are shown."""
        return self._pages.currentWidget() is self.faults

    def leave(self) -> None:
        """Show the list again."""
        self._pages.setCurrentWidget(self.panes)
        self.take_focus()

    def ask_file(self) -> None:
        """Ask for a pack's file and take it in."""
        question = FileQuestion(title=_("导入检查清单"), kinds=_KINDS)
        self._desk.ask.files(question, lambda paths: self._take(paths[0]))

    def _take(self, path: Path) -> None:
        workspace = self._desk.workspace

        def refused(error: InspectorError) -> None:
            if error.problem is not Problem.PACK_INVALID:
                self._desk.ask.refuse(error)
                return
            faults = error.facts.get("faults", ())
            lines = fault_lines(faults)  # type: ignore[arg-type]  # a refusal's facts are objects
            self.faults.show_faults(self._desk.ask.explain(error), lines)
            self._pages.setCurrentWidget(self.faults)

        self._desk.act(lambda: import_pack(workspace, path), self._took, refused)

    def _took(self, pack: Pack) -> None:
        self.leave()
        self.records.choose(pack.hash)
        text = _("已导入 {title} {version}")
        self._desk.toast(text.format(title=pack.head.title_zh, version=pack.version))

    def _sheet(self) -> DetailPane:
        pane = DetailPane(_("检查清单"))
        self._title = title()
        self._pairs = Pairs()
        self._other = ChoiceBox([], _("与哪个版本比较"))
        self._other.setObjectName("compare_with")
        self._other.chosen.connect(lambda _key: self._compare())
        self._difference = SectionLabel(_("差别"))
        self.model: PagedListModel[str] = PagedListModel(lambda _ids: self._lines, say=str)
        self.model.setParent(self)
        self._list = RowList(_("差别"), RowDelegate[str]())
        self._list.setModel(self.model)
        self._list.setMinimumHeight(160)
        pane.body.addWidget(self._title)
        pane.body.addWidget(self._pairs)
        pane.body.addWidget(FieldRow(_("与哪个版本比较"), self._other))
        pane.body.addWidget(self._difference)
        pane.body.addWidget(self._list, 1)
        pane.body.addStretch(1)
        give = KeyButton(_("导出"), icon="export")
        give.clicked.connect(self._ask_export)
        pane.foot.addStretch(1)
        pane.foot.addWidget(give)
        return pane

    def _pack(self) -> Pack | None:
        line = self.records.row(self.records.chosen_id())
        return find_pack(self._desk.workspace, line.ref.hash) if line else None

    def _show(self) -> None:
        pack = self._pack()
        if pack is None:
            return
        self._title.set(f"{pack.head.title_zh} {pack.version}")
        self._pairs.set(facts_of(pack))
        others = [
            (line.ref.hash, pack_text(line))
            for line in list_packs(self._desk.workspace)
            if line.ref.hash != pack.hash
        ]
        self._other.set_choices([("", _("不比较")), *others])
        self._other.setEnabled(bool(others))
        self._compare()

    def _compare(self) -> None:
        """Tell what changed from the other version to the chosen one."""
        pack, other = self._pack(), self._other.current()
        lines: list[str] = []
        if pack is not None and other:
            before = find_pack(self._desk.workspace, other)
            lines = diff_lines(compare_packs(before, pack)) or [_("两个版本内容相同。")]
        self._lines = {str(number): line for number, line in enumerate(lines)}
        self.model.show_ids(list(self._lines))
        self._difference.set(
            _("差别"), _("{count} 处").format(count=len(lines)) if lines else _("选一个版本来比较")
        )
        self._list.setVisible(bool(lines))

    def difference(self) -> list[str]:
        """Give the lines that tell the difference."""
        return list(self._lines.values())

    def _ask_export(self) -> None:
        pack = self._pack()
        if pack is not None:
            question = FileQuestion(
                title=_("导出检查清单"), kinds="*.json", name=f"{pack.id}-{pack.version}.json"
            )
            self._desk.ask.save_as(question, lambda path: self._export(pack, path))

    def _export(self, pack: Pack, path: Path) -> None:
        try:
            export_pack(pack, path, replace_existing=True)
        except InspectorError as error:
            self._desk.ask.refuse(error)
        else:
            self._desk.toast(_("已导出到 {file}").format(file=path.name))
