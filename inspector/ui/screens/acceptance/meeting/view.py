"""The meeting before the participants: large type, one step per page, the next step in reach."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented, Tag
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Banner, EmptyPanel, Ground
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.acceptance.meeting.model import (
    STEPS,
    PartyRow,
    defect_lines,
    party_rows,
    presences,
)
from inspector.ui.screens.acceptance.meeting.pages.view import (
    OpinionPage,
    PartyPage,
    ResultsPage,
    VerdictPage,
)
from inspector.ui.screens.acceptance.meeting.viewmodel import MeetingBoard
from inspector.words.language import _
from inspector.words.meetings import round_name


class MeetingPane(Ground):
    """The meeting from top to bottom.

    Signals:
        left(): back to the preparation.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._shown = ""
        self.board = MeetingBoard(desk, self)
        self.title = Words("", Pen(size=TITLE, bold=True))
        self.back = KeyButton(_("返回现状"), keys="Esc", icon="chevron-left", kind=Kind.QUIET)
        self.back.setObjectName("leave_meeting")
        self.bar = QWidget()
        self._tags = FlowLayout(self.bar, gap=6, line_gap=4)
        self.steps = Segmented([(key, _(text)) for key, text in STEPS], _("会议步骤"), size=LARGE)
        self.steps.setObjectName("meeting_steps")
        self.banner = Banner()
        self.next = KeyButton("", keys="Ctrl+Right", kind=Kind.PRIMARY, size=LARGE)
        self.next.setObjectName("next_step")
        self._make_pages()
        self._lay_out()
        self._connect()

    def _make_pages(self) -> None:
        self.attend = PartyPage("presence", presences())
        self.results = ResultsPage(self.board)
        self.defects = LineList("open")
        self.opinions = OpinionPage(self.board)
        self.verdict = VerdictPage(self.board)
        self.pages = QStackedWidget()
        for page in (
            scrolled(self.attend, _("签到")),
            scrolled(self.results, _("查验与资料")),
            _padded(self.defects),
            self.opinions,
            self.verdict,
        ):
            self.pages.addWidget(page)
        self.waiting = EmptyPanel("users", _("正在读取会议…"), "")
        self.empty = EmptyPanel(
            "users",
            _("还没有验收会议"),
            _("参加方在“项目 · 参建单位”中登记；会议按日期和轮次记录，可在几台电脑上分头填写。"),
            _("开始第一轮会议"),
        )
        self.empty.button.setObjectName("open_round")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        foot = Ground(edges="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.next)
        self.bar.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        self.running = QWidget()
        inside = QVBoxLayout(self.running)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.bar)
        inside.addWidget(self.pages, 1)
        inside.addWidget(foot)
        self.whole = QStackedWidget()
        self.whole.addWidget(self.waiting)
        self.whole.addWidget(self.empty)
        self.whole.addWidget(self.running)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.whole, 1)

    def _connect(self) -> None:
        board = self.board
        board.changed.connect(self._show)
        board.refused.connect(self._refuse)
        self.back.clicked.connect(self.left)
        self.empty.asked.connect(board.open_round)
        self.attend.chosen.connect(board.attend)
        self.steps.chosen.connect(self.go_step)
        self.next.clicked.connect(self.go_on)
        self.defects.followed.connect(board.follow_defects)

    def go_step(self, key: str) -> None:
        """Turn to a page."""
        keys = [one for one, _text in STEPS]
        at = keys.index(key)
        self.steps.choose(key)
        self.pages.setCurrentIndex(at)
        self.next.setVisible(at + 1 < len(STEPS))
        if at + 1 < len(STEPS):
            self.next.set_text(_("下一步：{step}").format(step=_(STEPS[at + 1][1])))

    def go_on(self) -> None:
        """Turn to the next page, if there is one."""
        keys = [one for one, _text in STEPS]
        at = keys.index(self.steps.current())
        self.go_step(keys[min(at + 1, len(keys) - 1)])

    def _show(self) -> None:
        sheet = self.board.sheet
        absent = self.empty if self.board.is_read else self.waiting
        self.whole.setCurrentWidget(absent if sheet is None else self.running)
        self.title.set("" if sheet is None else self._heading())
        if sheet is None:
            return
        if sheet.meeting.id != self._shown:
            self._shown = sheet.meeting.id
            self.steps.choose(STEPS[0][0])
        rows = party_rows(sheet)
        self._show_bar(rows)
        self.attend.show_rows(rows, stances_shown=False)
        self.results.show_sheet()
        self.defects.show_lines(defect_lines(sheet))
        self.opinions.show_rows(rows)
        self.verdict.show_verdict()
        self.go_step(self.steps.current())

    def _heading(self) -> str:
        sheet = self.board.sheet
        if sheet is None:
            return ""
        meeting = sheet.meeting
        return f"{round_name(meeting.round)}　{meeting.held_on}　{meeting.venue or ''}".strip()

    def _show_bar(self, rows: list[PartyRow]) -> None:
        while (item := self._tags.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._tags.addWidget(Tag(f"{row.unit} · {row.state}", row.tone))

    def _refuse(self, error: InspectorError) -> None:
        self.banner.say(self._desk.ask.explain(error), Tone.FAIL, "", None)


def _padded(widget: QWidget) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    column.addWidget(widget)
    column.addStretch(1)
    return scrolled(content, widget.objectName() or _("会议"))
