"""The tab of what follows an acceptance: account and management, warranties, handover, care."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.aftercare.account import FinalAccount
from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management
from inspector.core.aftercare.warranty import Warranty, WarrantyKind
from inspector.core.changes import Outcome, Seen
from inspector.core.errors import InspectorError
from inspector.core.evidence import PhotoRole
from inspector.core.official_filing import Filing
from inspector.core.progress import Progress
from inspector.operations.aftercare import (
    Aftercare,
    CareVisit,
    ClaimLine,
    add_handover,
    add_warranty,
    aftercare_of,
    answer_care,
    edit_handover,
    edit_warranty,
    remove_aftercare_record,
    state_account,
    state_management,
)
from inspector.operations.attaching import (
    attach_care_photos,
    attach_claim_photos,
    request_thumbnail,
)
from inspector.operations.claims import close_claim, edit_claim, reopen_claim, report_claim
from inspector.operations.filings import state_filing
from inspector.operations.photos import Receipt
from inspector.operations.projects import list_places
from inspector.operations.seeing import look_at
from inspector.operations.visits import create_visit
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.painting import RIGHT, Pen, draw_text, text_width
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.screens.projects.aftercare.model import (
    SECTIONS,
    Row,
    Section,
    account_fields,
    account_lines,
    count_text,
    fact_of,
    filing_fields,
    handover_draft,
    handover_fields,
    management_fields,
    party_choices,
    remark_of,
    rows_of,
    values_of,
    visit_draft,
    visit_fields,
    warranty_draft,
    warranty_fields,
)
from inspector.ui.screens.projects.care.view import CareSheet
from inspector.ui.screens.projects.claims.model import (
    CHOICES,
    claim_draft,
    draft_fields,
    place_choices,
    warranty_choices,
)
from inspector.ui.screens.projects.claims.view import ClaimSheet
from inspector.ui.screens.projects.records.view import DraftSheet, Empty, RecordList, Sheet
from inspector.ui.screens.projects.shots.view import KEPT, KINDS
from inspector.words.language import _
from inspector.words.records import field_name

Act = Callable[[], Outcome[Any]]
Attach = Callable[[list[Path], Progress], Outcome[Receipt]]
_LABEL = 132
_REMOVABLE = Warranty | HandoverRow | ClaimLine


class RowPainter(RowDelegate[Row]):
    """Paints a record: its kind, its name, how it stands."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Row, *, chosen: bool) -> None:
        """Paint the three."""
        label = QRectF(area.left(), area.top(), _LABEL, area.height())
        draw_text(painter, label, row.label, Pen(size=SMALL, tone=Tone.MUTED))
        pen = Pen(size=SMALL, tone=row.tone, align=RIGHT)
        width = min(text_width(row.word, pen) + 4, area.width() - _LABEL - 60)
        word = QRectF(area.right() - width, area.top(), width, area.height())
        draw_text(painter, word, row.word, pen)
        name = QRectF(label.right() + 8, area.top(), 0, area.height())
        name.setRight(word.left() - 8)
        draw_text(painter, name, row.name, Pen(bold=chosen))


class AftercarePane(QWidget):
    """The tab of what follows an acceptance.

    Signals:
        history_wanted(): of the chosen record.
    """

    history_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        self._view: Aftercare | None = None
        self._shown = ""
        self._seen = Seen({})
        self.lists = {section: self._list(section) for section in Section}
        self._middle = QStackedWidget()
        for records in self.lists.values():
            self._middle.addWidget(records)
        self._side = QStackedWidget()
        self._make_sheets()
        self._make_drafts()
        self.panes = FoldingPanes(None, self._middle, self._side, detail_share=0.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.panes, 1)

    # -- what the page of a project asks of every tab ----------

    def show_project(self, project_id: str) -> None:
        """Show what is on record of a project; keep the place."""
        is_other, self._project = project_id != self._project, project_id
        self._view = aftercare_of(self._desk.workspace, project_id)
        parties = party_choices(self._view.parties.values())
        for form in (self.sheets[Warranty].form, self.drafts[Section.WARRANTY].form):
            form.set_choices("party_id", parties)
        units = [party.unit for party in self._view.parties.values()]
        for form in (self.sheets[HandoverRow].form, self.drafts[Section.HANDOVER].form):
            form.suggest("receiver", units)
        self._offer_links(self._view)
        for section, records in self.lists.items():
            records.show_rows(rows_of(self._view, section), count_text(self._view, section))
        if is_other:
            self.choose_section(Section.CLOSING)
        elif not self.is_drafting():
            self._show(self._row())

    def _offer_links(self, view: Aftercare) -> None:
        """Let a claim be put to a place, a warranty and a party on record."""
        choices = {
            "place_id": place_choices(list_places(self._desk.workspace, self._project)),
            "warranty_id": warranty_choices(view.warranties),
            "party_id": party_choices(view.parties.values()),
        }
        for form in (self.sheets[ClaimLine].form, self.drafts[Section.CLAIM].form):
            for key, offered in choices.items():
                form.set_choices(key, offered)

    def take_focus(self) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        self.lists[self.section()].take_focus()

    def section(self) -> Section:
        """Give the part that is shown."""
        return Section(self.parts.current())

    def choose_section(self, section: Section) -> None:
        """Show a part."""
        self.parts.choose(section.value)
        self._turn(section.value)

    def chosen_id(self) -> str:
        """Give the id of the chosen record."""
        return self.lists[self.section()].chosen_id()

    def chosen_name(self) -> str:
        """Name the chosen record."""
        row = self._row()
        return f"{row.label} {row.name}".strip() if row else ""

    def begin(self) -> None:
        """Show an empty sheet for a new record of the part that is shown."""
        draft = self.drafts.get(self.section())
        if draft is None:
            self._show(self._row())
            self.panes.show_detail()
            return
        draft.form.clear()
        draft.form.load(self._beginning(self.section()))
        self._side.setCurrentWidget(draft)
        self.panes.show_detail()
        draft.form.begin()

    def is_drafting(self) -> bool:
        """Tell whether a new record is being made."""
        return self._side.currentWidget() in self.drafts.values()

    def leave(self) -> None:
        """Show the chosen record again."""
        self._show(self._row())
        self.panes.show_list()
        self.take_focus()

    def remove(self) -> None:
        """Take the chosen record off."""
        row = self._row()
        if row is None or not isinstance(row.record, _REMOVABLE):
            return
        workspace, text = self._desk.workspace, _("已删除 {name}（Ctrl+Z 撤销）")
        self._desk.act(
            lambda: remove_aftercare_record(workspace, row.key),
            lambda _gone: self._desk.toast(text.format(name=row.name)),
        )

    # -- making ----------

    def _head(self) -> Ground:
        head = Ground(edges="bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_2, 2, SPACE_2, 3)
        self.parts = Segmented([(key, _(text)) for key, text in SECTIONS.items()], _("验收之后"))
        self.parts.chosen.connect(self._turn)
        self.adding = KeyButton(_("添加"), keys="Ctrl+N", icon="plus")
        self.adding.setObjectName("begin_aftercare")
        self.adding.clicked.connect(self.begin)
        row.addWidget(self.parts)
        row.addStretch(1)
        row.addWidget(self.adding)
        return head

    def _list(self, section: Section) -> RecordList[Row]:
        empties = {
            Section.WARRANTY: (_("还没有登记保修"), _("保修从验收通过之日起，不短于法定期限。")),
            Section.HANDOVER: (
                _("移交清单是空的"),
                _("列出交给街道、社区、物业和专营单位的东西。"),
            ),
            Section.CLAIM: (
                _("还没有质保报修"),
                _("保修期内出的毛病记在这里：谁负责、何时修好、由谁查看销项。"),
            ),
            Section.CARE: (
                _("还没有长效管理检查"),
                _("移交之后按“六有、八个有、四位一体”逐项查看。"),
            ),
        }
        heading, text = empties.get(section, ("", ""))
        empty = Empty(icon="flag", heading=heading, text=text, step=_("添加"))
        records: RecordList[Row] = RecordList(_(SECTIONS[section]), RowPainter(), Row.spoken, empty)
        records.empty.asked.connect(self.begin)
        records.list.chosen.connect(self._show)
        return records

    def _make_sheets(self) -> None:
        removal = _("删除")
        self.account_lines = LineList("account")
        request = partial(request_thumbnail, self._desk.workspace)
        self._pictures = Pictures(request, KEPT, self)
        self.claim = ClaimSheet(self._pictures)
        self.claim.closing_wanted.connect(self._close_or_reopen)
        self.claim.photos_wanted.connect(self._ask_claim_photos)
        self.claim.photo_opened.connect(self._open_photo)
        self.sheets: dict[type, Sheet] = {
            FinalAccount: Sheet(field_name("final_account"), account_fields()),
            Management: Sheet(field_name("management"), management_fields()),
            Filing: Sheet(field_name("filing"), filing_fields()),
            Warranty: Sheet(field_name("warranty"), warranty_fields(), removal=removal),
            HandoverRow: Sheet(field_name("handover_row"), handover_fields(), removal=removal),
            ClaimLine: self.claim,
        }
        account = self.sheets[FinalAccount].body
        account.insertWidget(account.indexOf(self.sheets[FinalAccount].form), self.account_lines)
        for sheet in self.sheets.values():
            sheet.given.connect(self._give)
            sheet.removal_wanted.connect(self.remove)
            sheet.history_wanted.connect(self.history_wanted)
            self._side.addWidget(sheet)
        self.care = CareSheet(self._pictures)
        self.care.answered.connect(self._answer)
        self.care.photos_wanted.connect(self._ask_care_photos)
        self.care.photo_opened.connect(self._open_photo)
        self._blank = Ground()
        self._side.addWidget(self.care)
        self._side.addWidget(self._blank)

    def _make_drafts(self) -> None:
        self.drafts = {
            Section.WARRANTY: DraftSheet(
                _("登记保修"), warranty_fields(), _("登记保修"), columns=2
            ),
            Section.HANDOVER: DraftSheet(
                _("添加移交事项"), handover_fields(), _("添加移交事项"), columns=2
            ),
            Section.CLAIM: DraftSheet(_("登记报修"), draft_fields(), _("登记报修"), columns=2),
            Section.CARE: DraftSheet(_("新的检查"), visit_fields(), _("开始检查")),
        }
        for section, draft in self.drafts.items():
            draft.setObjectName(f"new_{section.value}")
            draft.given.connect(self._add)
            draft.left.connect(self.leave)
            self._side.addWidget(draft)

    def _beginning(self, section: Section) -> Mapping[str, object]:
        if section is Section.CARE:
            return {"first_on": self._desk.workspace.today()}
        if section is Section.CLAIM:
            return {"reported_on": self._desk.workspace.today(), **dict.fromkeys(CHOICES, "")}
        if section is Section.HANDOVER:
            return {"kind": HandoverKind.FACILITY.value}
        accepted = self._view.accepted_on if self._view else None
        return {"kind": WarrantyKind.WATERPROOFING.value, "starts_on": accepted, "party_id": ""}

    # -- showing ----------

    def _turn(self, key: str) -> None:
        section = Section(key)
        self._middle.setCurrentWidget(self.lists[section])
        self.adding.setVisible(section in self.drafts)
        self._show(self._row())

    def _row(self) -> Row | None:
        return self.lists[self.section()].row(self.chosen_id())

    def _show(self, row: Row | None) -> None:
        if row is None or self._view is None:
            self._side.setCurrentWidget(self._blank)
            return
        if row.key not in rows_of(self._view, self.section()):
            return
        remark = remark_of(row)
        if isinstance(row.record, CareVisit):
            self.care.show_visit(row.record, remark)
            self._side.setCurrentWidget(self.care)
        else:
            self._show_sheet(row, remark)
        self._shown = row.key

    def _show_sheet(self, row: Row, remark: str) -> None:
        sheet = self.sheets[type(row.record)]
        sheet.title.set(row.name or row.label)
        sheet.remark.set(remark)
        is_other = row.key != self._shown
        if is_other or not sheet.form.is_typing():
            self._seen = look_at(self._desk.workspace, row.key)
        sheet.form.load(values_of(row.record), is_other=is_other)
        if isinstance(row.record, ClaimLine):
            self.claim.show_claim(row.record)
        if isinstance(row.record, FinalAccount) and self._view is not None:
            self.account_lines.show_lines(account_lines(self._view))
        self._side.setCurrentWidget(sheet)

    # -- acting ----------

    def _give(self, key: str, value: object) -> None:
        row = self._row()
        if row is None:
            return
        record, sheet = row.record, self.sheets[type(row.record)]
        told = {key: fact_of(record, key, value)}
        workspace, project = self._desk.workspace.having_seen(self._seen), self._project
        acts: dict[type, Act] = {
            FinalAccount: lambda: state_account(workspace, project, told),
            Management: lambda: state_management(workspace, project, told),
            Filing: lambda: state_filing(workspace, project, told),
            Warranty: lambda: edit_warranty(workspace, row.key, told),
            HandoverRow: lambda: edit_handover(workspace, [row.key], told),
            ClaimLine: lambda: edit_claim(workspace, row.key, told),
        }

        def refused(error: InspectorError) -> None:
            sheet.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(acts[type(record)], None, refused)

    def _answer(self, point: str, state: str, note: str) -> None:
        workspace, visit = self._desk.workspace, self.chosen_id()
        found = CareState(state) if state else None
        self._desk.act(
            lambda: answer_care(workspace, visit, CarePoint(point), found, note),
            None,
            self._desk.ask.refuse,
        )

    def _close_or_reopen(self) -> None:
        row, workspace = self._row(), self._desk.workspace
        if row is None or not isinstance(row.record, ClaimLine):
            return
        act = close_claim if row.record.claim.closed_on is None else reopen_claim
        self._desk.act(lambda: act(workspace, row.key))

    # -- photos ----------

    def _ask_care_photos(self, point: str) -> None:
        workspace, visit = self._desk.workspace, self.chosen_id()
        self._ask_photos(
            lambda paths, progress: attach_care_photos(
                workspace, visit, CarePoint(point), paths, progress
            )
        )

    def _ask_claim_photos(self, role: str) -> None:
        workspace, claim = self._desk.workspace, self.chosen_id()
        self._ask_photos(
            lambda paths, progress: attach_claim_photos(
                workspace, claim, PhotoRole(role), paths, progress
            )
        )

    def _ask_photos(self, attach: Attach) -> None:
        question = FileQuestion(title=_("选择照片"), kinds=_("照片") + f" ({KINDS})")
        self._desk.ask.files(question, lambda paths: self._attach(attach, paths))

    def _attach(self, attach: Attach, paths: list[Path]) -> None:
        desk = self._desk

        def came(outcome: Outcome[Receipt]) -> None:
            desk.remember(outcome)
            desk.hub.tell_outcome(outcome)
            for refused in outcome.value.refused[:1]:
                desk.toast(desk.ask.explain(refused.error))

        job = Job(
            work=lambda progress: attach(paths, progress),
            on_success=came,
            on_refusal=desk.ask.refuse,
            on_crash=desk.crashed,
        )
        desk.long_work(_("正在收入照片"), job)

    def _open_photo(self, photo_id: str) -> None:
        self._desk.go("photos", project=self._project, photo=photo_id)

    def _add(self, values: dict[str, Any]) -> None:
        section, workspace, project = self.section(), self._desk.workspace, self._project
        draft = self.drafts[section]
        acts: dict[Section, Act] = {
            Section.WARRANTY: lambda: add_warranty(workspace, project, warranty_draft(values)),
            Section.HANDOVER: lambda: add_handover(workspace, project, handover_draft(values)),
            Section.CLAIM: lambda: report_claim(workspace, project, claim_draft(values)),
            Section.CARE: lambda: create_visit(workspace, project, visit_draft(values)),
        }
        ends = {
            Section.WARRANTY: "ends_on",
            Section.HANDOVER: "item",
            Section.CLAIM: "text",
            Section.CARE: "first_on",
        }

        def refused(error: InspectorError) -> None:
            field = str(error.facts.get("field", ""))
            key = field if field in values else ends[section]
            draft.form.show_error(key, self._desk.ask.explain(error))

        self._desk.act(acts[section], self._added, refused)

    def _added(self, record: Any) -> None:
        self.lists[self.section()].choose(record.id)
        self.leave()
