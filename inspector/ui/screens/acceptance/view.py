"""验收: how the project stands by its records, and the reports made of it."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.conclusion import Conclusion, Condition
from inspector.core.errors import InspectorError
from inspector.operations.verdicts import MeetingSheet
from inspector.ui.kit.actions import Action
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.screen import Crumb, Screen, project_crumb
from inspector.ui.kit.style.tokens import HUGE, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Banner, EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import ElidedLabel, SectionLabel, Words, small
from inspector.ui.screens.acceptance.findings.model import FindingRow
from inspector.ui.screens.acceptance.findings.view import FindingPane
from inspector.ui.screens.acceptance.forms.view import FormsPane
from inspector.ui.screens.acceptance.meeting.view import MeetingPane
from inspector.ui.screens.acceptance.model import (
    basis_words,
    computed_words,
    reason_lines,
    table_rows,
    verdict_of,
)
from inspector.ui.screens.acceptance.papers.model import PaperRow
from inspector.ui.screens.acceptance.papers.view import PapersPane
from inspector.ui.screens.acceptance.sealing.view import SealingFlow
from inspector.ui.screens.acceptance.table.view import StandingTable
from inspector.ui.screens.acceptance.viewmodel import AcceptanceBoard, Retry
from inspector.words.language import _


class StandingPane(DetailPane):
    """The conclusion as one word, its reasons, and the results by discipline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("现状"), edges="", parent=parent)
        self.show_foot(is_shown=False)
        self.basis = small(_("按记录计算 · 未经会议"))
        self.verdict = Words("", Pen(size=HUGE, bold=True))
        self.verdict.setObjectName("verdict")
        self.computed = small("")
        self.computed.setObjectName("computed")
        self.computed.hide()
        self.reasons = LineList("reason")
        self.table = StandingTable()
        self.table.reached.connect(self._bring_into_view)
        self.papers_button = KeyButton(_("报告"), icon="report")
        self.papers_button.setObjectName("show_papers")
        self.papers_button.hide()
        self._lay_out()

    def say(self, conclusion: Conclusion, meeting: MeetingSheet | None) -> None:
        """Say the verdict that was read out, and what the records come to now with the reasons.

        Where the records have not come together it says so.
        """
        verdict = verdict_of(conclusion, meeting)
        self.verdict.set(verdict.text, verdict.tone)
        draft = "" if conclusion.is_final else _(" · 未定稿")
        computed = computed_words(conclusion, meeting)
        self.basis.set(basis_words(meeting) + ("" if computed else draft))
        self.computed.set(computed + draft)
        self.computed.setVisible(bool(computed))
        self.reasons.show_lines(reason_lines(conclusion))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.basis)
        words.addWidget(self.verdict)
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addLayout(words, 1)
        top.addWidget(self.papers_button)
        self.body.addLayout(top)
        self.body.addWidget(self.computed)
        self.body.addWidget(self.reasons)
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(SectionLabel(_("分专业结果"), _("点任一数字看清单")))
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def _bring_into_view(self, place: QRect) -> None:
        content = self.area.widget()
        if content is not None:
            spot = self.table.viewport().mapTo(content, place.center())
            self.area.ensureVisible(spot.x(), spot.y(), 0, place.height())


class AcceptanceScreen(Screen):
    """验收."""

    reads = frozenset(
        {
            Topic.PROJECTS,
            Topic.PLACES,
            Topic.SCHEME,
            Topic.VISITS,
            Topic.ANSWERS,
            Topic.DEFECTS,
            Topic.REPORTS,
            Topic.CONFLICTS,
            Topic.PARTIES,
            Topic.MEETINGS,
            Topic.PROCESS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = AcceptanceBoard(desk, self)
        self.standing = StandingPane()
        self.findings = FindingPane()
        self.papers_model = PagedListModel[PaperRow](self.board.page, say=PaperRow.spoken)
        self.papers_model.setParent(self)
        self.papers = PapersPane(self.papers_model)
        self.meeting = MeetingPane(desk)
        self.sealing = SealingFlow(desk, self)
        self.forms = FormsPane(desk, self._open_path)
        self.banner = Banner()
        self._build()
        self._connect()
        self.set_crumbs(Crumb(_("验收")))
        self.set_actions(*self._actions_here())

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.board.reread()
        if self._faces.currentWidget() is self.meeting:
            self._hold_meeting()
        if self._faces.currentWidget() is self.forms:
            self._show_forms()

    def go_to(self, **target: str) -> None:
        """Lead to a project, to the items behind one of its numbers, or to a report."""
        if target.get("project"):
            self.board.choose_project(target["project"])
        if target.get("items"):
            self.board.ask_items(target)
            self.panes.show_list()
        if target.get("report"):
            self.papers.choose(target["report"])
            self.panes.show_detail()

    def home(self) -> QWidget:
        """Begin in the table of results, or in the list that is open."""
        return self.findings.list if self.board.lists() else self.standing.table

    # -- building ----------

    def _build(self) -> None:
        self._waiting = EmptyPanel("clipboard-check", _("正在按记录计算…"), "")
        self._nothing = EmptyPanel("home", "", "")
        self._nothing.button.setObjectName("empty_step")
        self._pages = QStackedWidget()
        for page in (self._waiting, self.standing, self.findings, self._nothing):
            self._pages.addWidget(page)
        ground = Ground()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._pages)
        self.panes = FoldingPanes(None, ground, self.papers, detail_share=0.36)
        self.panes.back_button.set_text(_("返回现状"))
        self.papers.head.insertWidget(0, self.panes.back_button)
        preparing = QWidget()
        column = QVBoxLayout(preparing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.panes, 1)
        column.addWidget(self._foot())
        self._faces = QStackedWidget()
        self._faces.addWidget(preparing)
        self._faces.addWidget(self.meeting)
        self._faces.addWidget(self.forms)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._faces)

    def _foot(self) -> QWidget:
        foot = Ground(edges="top")
        self._last = ElidedLabel("", Pen(tone=Tone.MUTED))
        self._last.setObjectName("last_report")
        self.make_button = KeyButton(_("生成报告"), keys="Ctrl+R", icon="report", kind=Kind.PRIMARY)
        self.make_button.setObjectName("make_report")
        self.meet_button = KeyButton(_("会议"), keys="Ctrl+M", icon="users")
        self.meet_button.setObjectName("hold_meeting")
        self.forms_button = KeyButton(_("表格"), keys="Ctrl+T", icon="list")
        self.forms_button.setObjectName("show_forms")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(self._last, 1)
        row.addWidget(self.forms_button)
        row.addWidget(self.meet_button)
        row.addWidget(self.make_button)
        return foot

    def _connect(self) -> None:
        board = self.board
        board.scope_changed.connect(self._show_scope)
        board.standing_changed.connect(self._show_standing)
        board.papers_changed.connect(self._show_papers)
        board.list_wanted.connect(self._show_list)
        board.refused.connect(self._refuse)
        board.made.connect(self._show_made)
        board.working.connect(self._show_working)
        self.standing.reasons.followed.connect(lambda key: board.follow_reason(Condition(key)))
        self.standing.table.opened.connect(board.follow_cell)
        self.standing.papers_button.clicked.connect(self.panes.show_detail)
        self.findings.left.connect(self._leave_list)
        self.findings.followed.connect(board.follow)
        self.papers.open_wanted.connect(board.open_paper)
        self.papers.folder_wanted.connect(board.show_in_folder)
        self.papers.copy_wanted.connect(board.save_copy)
        self.papers.seal_wanted.connect(self._seal)
        self.make_button.clicked.connect(self._make)
        self.meet_button.clicked.connect(self._hold_meeting)
        self.meeting.left.connect(self._leave_meeting)
        self.forms_button.clicked.connect(self._show_forms)
        self.forms.left.connect(self._leave_forms)
        self._nothing.asked.connect(lambda: board.follow(board.first_step()))
        self.panes.folded.connect(self._follow_fold)

    def _actions_here(self) -> tuple[Action, ...]:
        return (
            Action(id="acceptance.make", text=_("生成报告"), shortcut="Ctrl+R", slot=self._make),
            Action(
                id="acceptance.meet",
                text=_("会议"),
                shortcut="Ctrl+M",
                slot=self._hold_meeting,
            ),
            Action(
                id="acceptance.forms",
                text=_("表格和报告"),
                shortcut="Ctrl+T",
                slot=self._show_forms,
            ),
            Action(
                id="acceptance.next",
                text=_("会议的下一步"),
                shortcut="Ctrl+Right",
                slot=self.meeting.go_on,
            ),
            *self._paper_actions(),
            Action(
                id="acceptance.back",
                text=_("返回现状"),
                shortcut="Esc",
                slot=self._leave_list,
                while_typing=True,
            ),
        )

    def _paper_actions(self) -> tuple[Action, ...]:
        papers, board = self.papers, self.board
        return (
            Action(
                id="acceptance.open",
                text=_("打开所选报告"),
                shortcut="Ctrl+Return",
                slot=lambda: board.open_paper(papers.current()),
            ),
            Action(
                id="acceptance.copy",
                text=_("另存所选报告"),
                shortcut="Ctrl+S",
                slot=lambda: board.save_copy(papers.current()),
            ),
        )

    # -- showing ----------

    def _show_scope(self) -> None:
        board = self.board
        if board.project is None:
            self.set_crumbs(Crumb(_("验收")))
        else:
            first = project_crumb(board.project, board.projects, board.choose_project)
            self.set_crumbs(first, Crumb(_("验收")))
        self._show_standing()

    def _show_standing(self) -> None:
        board = self.board
        self.make_button.setEnabled(board.can_make())
        self.meet_button.setEnabled(board.project is not None)
        self.forms_button.setEnabled(board.project is not None)
        empty = board.empty_text()
        if empty is not None:
            self._nothing.set(*empty)
            self._pages.setCurrentWidget(self._nothing)
        elif board.standing is None:
            self._pages.setCurrentWidget(self._waiting)
        else:
            self.standing.say(board.standing.conclusion, board.meeting)
            self.standing.table.standing.show(table_rows(board.standing))
            if not board.lists():
                self._pages.setCurrentWidget(self.standing)

    def _show_papers(self) -> None:
        ids = self.board.paper_ids()
        self.papers.reread(ids)
        self._last.set(self.board.last_line())
        text = _("报告 {count}").format(count=len(ids)) if ids else _("报告")
        self.standing.papers_button.set_text(text)

    def _show_list(self, title: str, rows: list[FindingRow], is_same: bool) -> None:
        self._pages.setCurrentWidget(self.findings)
        self.findings.show_rows(title, rows, is_same=is_same)

    def _hold_meeting(self) -> None:
        if self.board.project is not None:
            self.meeting.board.show_project(self.board.project.id)
            self._faces.setCurrentWidget(self.meeting)

    def _show_forms(self) -> None:
        if self.board.project is not None:
            self.forms.board.show_project(self.board.project)
            self._faces.setCurrentWidget(self.forms)

    def _open_path(self, path: Path) -> object:
        return self.board.open_path(path)

    def _leave_forms(self) -> None:
        self._faces.setCurrentIndex(0)
        self.forms_button.setFocus()

    def _leave_meeting(self) -> None:
        self._faces.setCurrentIndex(0)
        self.meet_button.setFocus()

    def _leave_list(self) -> None:
        if self._faces.currentWidget() is self.forms:
            self._leave_forms()
            return
        if self._faces.currentWidget() is self.meeting:
            if not self.meeting.close_form():
                self._leave_meeting()
            return
        if self._pages.currentWidget() is self.findings:
            self.board.leave_list()
            self._pages.setCurrentWidget(self.standing)
            self.standing.table.setFocus()

    def _seal(self, report_id: str) -> None:
        report = self.board.report(report_id)
        if report is not None:
            self.sealing.begin(report)

    def _show_made(self, made: tuple[str, list[str]]) -> None:
        report_id, lines = made
        self.banner.hide()
        self.papers.choose(report_id)
        self.papers.notes.show_lines(lines)

    def _show_working(self, is_working: bool) -> None:
        self.make_button.set_text(_("正在生成…") if is_working else _("生成报告"))
        self.make_button.setEnabled(self.board.can_make())

    def _refuse(self, error: InspectorError, retry: Retry | None) -> None:
        step = _("换个文件名") if retry else ""
        self.banner.say(self.desk.ask.explain(error), Tone.FAIL, step, retry)

    def _make(self) -> None:
        self.banner.hide()
        self.board.make_report()

    def _follow_fold(self, fold: Fold) -> None:
        self.standing.papers_button.setVisible(fold is Fold.PAGES)
