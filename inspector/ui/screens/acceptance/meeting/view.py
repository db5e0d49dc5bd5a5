"""The meeting before the participants: large type, one step per page, the next step in reach."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.operations.verdicts import MeetingSheet
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.lines import Line, LineList, MarkLine
from inspector.ui.kit.widgets.panels import Banner, EmptyPanel, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.acceptance.meeting.bar.view import PartyBar
from inspector.ui.screens.acceptance.meeting.forms.view import (
    AttendanceForm,
    ConditionForm,
    GroupForm,
    PartyForm,
    ResidentForm,
    SettingsForm,
)
from inspector.ui.screens.acceptance.meeting.model import (
    SIGN,
    STEPS,
    PartyRow,
    defect_choices,
    defect_lines,
    dropped_lines,
    owner_choices,
    party_rows,
    presences,
    todo_line,
)
from inspector.ui.screens.acceptance.meeting.pages.view import (
    OpinionPage,
    PartyPage,
    ResultsPage,
    VerdictPage,
)
from inspector.ui.screens.acceptance.meeting.sheet.view import Form
from inspector.ui.screens.acceptance.meeting.signing.model import signer_rows
from inspector.ui.screens.acceptance.meeting.signing.scan.view import ScanForm
from inspector.ui.screens.acceptance.meeting.signing.view import SignPage
from inspector.ui.screens.acceptance.meeting.viewmodel import MeetingBoard
from inspector.words.language import _
from inspector.words.meetings import round_name

Give = Callable[[Any, Callable[[], object]], object]


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
        self._form: Form | None = None
        self.board = MeetingBoard(desk, self)
        self.title = ElidedLabel("", Pen(size=TITLE, bold=True))
        self.settings = KeyButton(_("会议设置"), icon="gear", kind=Kind.QUIET)
        self.settings.setObjectName("meeting_settings")
        self.back = KeyButton(_("返回现状"), keys="Esc", icon="chevron-left", kind=Kind.QUIET)
        self.back.setObjectName("leave_meeting")
        self.todo = MarkLine(Line(key="", text=""), "meeting_todo")
        self.bar = PartyBar()
        self.steps = Segmented([(key, _(text)) for key, text in STEPS], _("会议步骤"), size=LARGE)
        self.steps.setObjectName("meeting_steps")
        self.banner = Banner()
        self.next = KeyButton("", keys="Ctrl+Right", kind=Kind.PRIMARY, size=LARGE)
        self.next.setObjectName("next_step")
        self._make_pages()
        self._lay_out()
        self._connect()

    def _make_pages(self) -> None:
        self.attend = PartyPage("presence", presences(), _("代表和授权书"))
        self.add_party = KeyButton(_("登记参加方"), icon="plus")
        self.add_party.setObjectName("begin_party_here")
        self.attend.column.insertWidget(1, self.add_party)
        self.results = ResultsPage(self.board)
        self.defects = LineList("open")
        self.dropped = LineList("dropped")
        self.opinions = OpinionPage(self.board)
        self.verdict = VerdictPage(self.board)
        self.sign = SignPage(self._desk)
        self.pages = QStackedWidget()
        for page in (
            scrolled(self.attend, _("签到")),
            scrolled(self.results, _("查验与资料")),
            _padded(self.defects, self.dropped),
            self.opinions,
            self.verdict,
            self.sign,
        ):
            self.pages.addWidget(page)
        self.waiting = EmptyPanel("users", _("正在读取会议…"), "")
        self.empty = EmptyPanel(
            "users",
            _("还没有验收会议"),
            _("会议按日期和轮次记录，可在几台电脑上分头填写，合并后是同一次会议。"),
            _("开始第一轮会议"),
        )
        self.empty.button.setObjectName("open_round")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.settings)
        head.addWidget(self.back)
        self.foot = Ground(edges="top")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(SPACE_4, 4, SPACE_4, 4)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.next)
        self.running = QWidget()
        inside = QVBoxLayout(self.running)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.todo)
        inside.addWidget(self.bar)
        inside.addWidget(self.pages, 1)
        inside.addWidget(self.foot)
        self.whole = QStackedWidget()
        self.whole.addWidget(self.waiting)
        self.whole.addWidget(self.empty)
        self.whole.addWidget(self.running)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
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
        self.attend.opened.connect(self._open_attendance)
        self.add_party.clicked.connect(self._open_party)
        self.settings.clicked.connect(self._open_settings)
        self.results.group_wanted.connect(self._open_group)
        self.results.resident_wanted.connect(self._open_resident)
        self.opinions.condition_wanted.connect(self._open_condition)
        self.todo.clicked.connect(lambda: self.go_step(self.todo.line.key))
        self.steps.chosen.connect(self.go_step)
        self.next.clicked.connect(self.go_on)
        self.sign.scan_wanted.connect(self._open_scan)
        self.defects.followed.connect(board.follow_defects)

    def go_step(self, key: str) -> None:
        """Turn to a page."""
        self.close_form()
        keys = [one for one, _text in STEPS]
        at = keys.index(key)
        self.steps.choose(key)
        self.pages.setCurrentIndex(at)
        self.next.setVisible(at + 1 < len(STEPS))
        if at + 1 < len(STEPS):
            self.next.set_text(_("下一步：{step}").format(step=_(STEPS[at + 1][1])))
        if key == SIGN and self.board.sheet is not None:
            self.sign.show_meeting(self.board.sheet.meeting.id)

    def go_on(self) -> None:
        """Turn to the next page, if there is one."""
        keys = [one for one, _text in STEPS]
        at = keys.index(self.steps.current())
        self.go_step(keys[min(at + 1, len(keys) - 1)])

    # -- forms ----------------------------------------------------------------------------------

    def close_form(self) -> bool:
        """Leave the form that is open; tell whether there was one."""
        form, self._form = self._form, None
        if form is None:
            return False
        self.pages.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.foot.show()
        self.opinions.restore()
        self.pages.setCurrentIndex([key for key, _text in STEPS].index(self.steps.current()))
        return True

    def _open(self, form: Form, give: Give) -> None:
        self.close_form()
        self._form = form
        form.given.connect(lambda: self._give(form, give))
        form.left.connect(self.close_form)
        self.pages.addWidget(form)
        self.pages.setCurrentWidget(form)
        self.foot.hide()
        form.first().setFocus()

    def _give(self, form: Form, give: Give) -> None:
        form.refusal.hide()
        draft = form.draft()
        if draft is not None:
            give(draft, self.close_form)

    def _open_settings(self) -> None:
        sheet = self.board.sheet
        if sheet is not None:
            kinds = _("判定规则 (*.toml)")
            choose = partial(self.board.choose_file, _("判定规则"), kinds)
            rules, today = sheet.judgement.rules, self.board.today()
            self._open(SettingsForm(sheet.meeting, rules, today, choose), self.board.edit)

    def _open_party(self) -> None:
        self._open(PartyForm(), self.board.add_party)

    def _open_attendance(self, party_id: str) -> None:
        kinds = _("授权书 (*.pdf *.jpg *.jpeg *.png)")
        choose = partial(self.board.choose_file, _("授权书"), kinds)
        form = AttendanceForm(self._row(party_id), choose)
        self._open(form, partial(self.board.note, party_id))

    def _open_condition(self, party_id: str) -> None:
        defects = defect_choices(self.board.sheet) if self.board.sheet else []
        owners, today = owner_choices(self._rows()), self.board.today()
        form = ConditionForm(self._row(party_id), owners, defects, today)
        self._open(form, partial(self.board.say, party_id))

    def _open_group(self, group_id: str) -> None:
        groups = self.board.sheet.groups if self.board.sheet else ()
        form = GroupForm(next((one for one in groups if one.id == group_id), None))
        form.remove.clicked.connect(
            lambda: self.board.remove_group(form.name.text(), self.close_form)
        )
        self._open(form, self.board.put_group)

    def _open_resident(self, voice_id: str) -> None:
        voices = self.board.sheet.residents if self.board.sheet else ()
        form = ResidentForm(next((one for one in voices if one.id == voice_id), None))
        form.remove.clicked.connect(lambda: self.board.remove_resident(voice_id, self.close_form))

        def give(draft: Any, done: Callable[[], object]) -> None:
            self.board.add_resident(draft, done, voice_id or None)

        self._open(form, give)

    def _open_scan(self) -> None:
        signing = self.sign.board.signing
        if signing is None:
            return
        kinds = _("签字页扫描件 (*.pdf *.jpg *.jpeg *.png)")
        choose = partial(self.board.choose_file, _("签字页扫描件"), kinds)
        form = ScanForm(signer_rows(signing), choose)

        def refused(error: InspectorError) -> None:
            form.refuse(self._desk.ask.explain(error))

        self._open(form, lambda draft, done: self.sign.board.take_scan(draft, done, refused))

    # -- showing --------------------------------------------------------------------------------

    def _rows(self) -> list[PartyRow]:
        return party_rows(self.board.sheet) if self.board.sheet else []

    def _row(self, party_id: str) -> PartyRow:
        return next(row for row in self._rows() if row.id == party_id)

    def _show(self) -> None:
        sheet = self.board.sheet
        absent = self.empty if self.board.is_read else self.waiting
        self.whole.setCurrentWidget(absent if sheet is None else self.running)
        self.settings.setVisible(sheet is not None)
        self.title.set("" if sheet is None else _heading(sheet))
        if sheet is None:
            return
        if sheet.meeting.id != self._shown:
            self._shown = sheet.meeting.id
            self.go_step(STEPS[0][0])
        rows = party_rows(sheet)
        self.todo.set_line(todo_line(sheet))
        self.bar.show_rows(rows)
        self.attend.show_rows(rows, stances_shown=False)
        self.results.show_sheet()
        self.defects.show_lines(defect_lines(sheet))
        self.dropped.show_lines(dropped_lines(sheet))
        self.opinions.show_rows(rows)
        self.verdict.show_verdict()
        if self._form is None:
            self.go_step(self.steps.current())

    def _refuse(self, error: InspectorError) -> None:
        sentence = self._desk.ask.explain(error)
        if self._form is not None:
            self._form.refuse(sentence)
        else:
            self.banner.say(sentence, Tone.FAIL, "", None)


def _heading(sheet: MeetingSheet) -> str:
    meeting = sheet.meeting
    chair = _("主持人 {chair}").format(chair=meeting.chair) if meeting.chair else ""
    told = (round_name(meeting.round), str(meeting.held_on), meeting.venue, chair)
    return "　".join(filter(None, told))


def _padded(*widgets: QWidget) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
    column.setSpacing(SPACE_4)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return scrolled(content, _("问题"))
