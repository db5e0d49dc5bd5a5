"""The parties of a project."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Seen
from inspector.core.errors import InspectorError
from inspector.core.projects import Party, PartyRole
from inspector.core.times import wall_time
from inspector.operations.filings import appraise_party, list_appraisals
from inspector.operations.projects import (
    add_party,
    dismiss_party,
    edit_party,
    list_dismissed,
    list_parties,
    readmit_party,
)
from inspector.operations.seeing import look_at
from inspector.ui.kit.ask import TextQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import RIGHT, Pen, draw_text
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.screens.projects.parties.model import (
    draft_of,
    party_fields,
    sheet_fields,
    values_of,
)
from inspector.ui.screens.projects.records.view import DraftSheet, Empty, RecordList, Sheet
from inspector.words.language import _
from inspector.words.records import role_name


class PartyDelegate(RowDelegate[Party]):
    """Paints a party: role and unit, who speaks for it."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Party, *, chosen: bool) -> None:
        """Paint role, unit and representative."""
        role = QRectF(area.left(), area.top(), 120, area.height())
        draw_text(painter, role, role_name(row.role), Pen(size=SMALL, tone=Tone.MUTED))
        who = QRectF(area.right() - 110, area.top(), 110, area.height())
        draw_text(painter, who, row.representative or "", Pen(size=SMALL, align=RIGHT))
        unit = QRectF(role.right() + 8, area.top(), who.left() - role.right() - 16, area.height())
        tone = Tone.PLAIN if row.dismissed is None else Tone.MUTED
        draw_text(painter, unit, _unit(row), Pen(bold=chosen, tone=tone))


class PartiesPane(QWidget):
    """The tab of parties.

    Signals:
        history_wanted(): of the chosen record.
    """

    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        self._shown = ""
        self._appraisals: dict[str, str] = {}
        self._seen = Seen({})
        empty = Empty(
            icon="users",
            heading=_("还没有参建单位"),
            text=_("问题和整改通知单要写明责任单位，验收报告要列出各方。"),
            step=_("添加单位"),
        )
        self.records: RecordList[Party] = RecordList(_("参建单位"), PartyDelegate(), _say, empty)
        self.records.empty.asked.connect(self.begin)
        self.records.list.chosen.connect(self._show)
        begin = KeyButton(_("添加单位"), keys="Ctrl+N", icon="plus")
        begin.setObjectName("begin_party")
        begin.clicked.connect(self.begin)
        self.records.pane.head.addWidget(begin)
        self.sheet = Sheet(_("参建单位"), sheet_fields(), columns=1, removal=_("移出名册…"))
        self.sheet.given.connect(self._give)
        self.sheet.removal_wanted.connect(self.remove)
        self.sheet.history_wanted.connect(self.history_wanted)
        self.new = DraftSheet(_("添加单位"), party_fields(), _("添加"))
        self.new.given.connect(self._add)
        self.new.left.connect(self.leave)
        self._side = QStackedWidget()
        self._side.addWidget(self.sheet)
        self._side.addWidget(self.new)
        self.panes = FoldingPanes(None, self.records, self._side, detail_share=0.4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_project(self, project_id: str) -> None:
        """Show a project's parties."""
        self._project = project_id
        said = list_appraisals(self._desk.workspace, project_id)
        self._appraisals = {party_id: one.text for party_id, one in said.items()}
        known = list_parties(self._desk.workspace, project_id)
        gone = list_dismissed(self._desk.workspace, project_id)
        rows = {party.id: party for party in (*known, *gone)}
        self.records.show_rows(rows, _("{count} 家单位").format(count=len(known)))
        if rows:
            self._show(self.records.row(self.records.chosen_id()))
        elif self._side.currentWidget() is not self.new:
            self._begin_blank()

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        self.records.take_focus(self.new)

    def choose(self, party_id: str) -> None:
        """Lead to a party."""
        self.records.choose(party_id)
        self._side.setCurrentWidget(self.sheet)
        self.panes.show_detail()

    def chosen_id(self) -> str:
        """Give the id of the chosen party."""
        return self.records.chosen_id()

    def chosen_name(self) -> str:
        """Name the chosen party."""
        party = self.records.row(self.chosen_id())
        return party.unit if party else ""

    def begin(self) -> None:
        """Show an empty sheet for a new party."""
        self._begin_blank()
        self.panes.show_detail()
        self.new.form.begin()

    def is_drafting(self) -> bool:
        """Tell whether a new record is being made that can be left for another."""
        return self._side.currentWidget() is self.new and bool(self.chosen_id())

    def leave(self) -> None:
        """Show the chosen party again."""
        self._side.setCurrentWidget(self.sheet)
        self.panes.show_list()
        self.take_focus()

    def remove(self) -> None:
        """Let the chosen party leave the register, with a reason; or take it back."""
        party, workspace = self.records.row(self.chosen_id()), self._desk.workspace
        if party is None:
            return
        if party.dismissed is not None:
            self._desk.act(lambda: readmit_party(workspace, party.id))
            return
        question = TextQuestion(
            title=_("移出 {name}").format(name=party.unit),
            label=_("理由"),
            yes=_("移出名册"),
            hint=_("它的意见、签名和名下的问题留在历史里；已宣布结论的会议不变。"),
        )
        self._desk.ask.text(question, lambda reason: self._dismiss(party, reason))

    def _dismiss(self, party: Party, reason: str) -> None:
        workspace, text = self._desk.workspace, _("已移出 {name}（Ctrl+Z 撤销）")
        self._desk.act(
            lambda: dismiss_party(workspace, party.id, reason),
            lambda _gone: self._desk.toast(text.format(name=party.unit)),
        )

    def _begin_blank(self) -> None:
        self.new.form.clear()
        self.new.form.load({"role": PartyRole.OWNER.value})
        self._side.setCurrentWidget(self.new)

    def _show(self, party: Party | None) -> None:
        if party is None:
            return
        self.sheet.title.set(party.unit)
        self.sheet.remark.set(_standing(party))
        gone = party.dismissed is not None
        self.sheet.remove.set_text(_("重新列入") if gone else _("移出名册…"))
        is_other = party.id != self._shown
        if is_other or not self.sheet.form.is_typing():
            self._seen = look_at(self._desk.workspace, party.id)
        self._shown = party.id
        values = {**values_of(party), "appraisal": self._appraisals.get(party.id)}
        self.sheet.form.load(values, is_other=is_other)
        if is_other and self._side.currentWidget() is self.new and not self.new.isVisible():
            self._side.setCurrentWidget(self.sheet)

    def _give(self, key: str, value: object) -> None:
        party = self.records.row(self._shown)
        if party is None:
            return
        workspace = self._desk.workspace.having_seen(self._seen)

        def refused(error: InspectorError) -> None:
            self.sheet.form.show_error(key, self._desk.ask.explain(error))

        if key == "appraisal":
            text = str(value or "")
            self._desk.act(lambda: appraise_party(workspace, party.id, text), None, refused)
            return
        draft = draft_of({**values_of(party), key: value})
        self._desk.act(lambda: edit_party(workspace, party.id, draft), None, refused)

    def _add(self, values: dict[str, object]) -> None:
        workspace, project, draft = self._desk.workspace, self._project, draft_of(values)

        def refused(error: InspectorError) -> None:
            self.new.form.show_error("unit", self._desk.ask.explain(error))

        self._desk.act(lambda: add_party(workspace, project, draft), self._added, refused)

    def _added(self, party: Party) -> None:
        self.records.choose(party.id)
        self.leave()


def _say(party: Party) -> str:
    return f"{role_name(party.role)} {_unit(party)} {party.representative or ''}"


def _unit(party: Party) -> str:
    return party.unit if party.dismissed is None else _("{unit}（已移出）").format(unit=party.unit)


def _standing(party: Party) -> str:
    """Name the part of a party, and when and why it left."""
    left = party.dismissed
    if left is None:
        return role_name(party.role)
    day = wall_time(left.at_ms).date()
    told = _("{day} 移出名册：{reason}").format(day=day, reason=left.reason)
    return f"{role_name(party.role)} · {told}"
