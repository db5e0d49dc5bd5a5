"""The pages of the meeting: sign-in, results and papers, opinions, verdict."""

import math
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.meetings import Satisfaction, Stance
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import (
    HUGE,
    LARGE,
    ROW,
    SMALL,
    SPACE_2,
    SPACE_3,
    SPACE_4,
    SPACE_6,
    Tone,
)
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.acceptance.meeting.model import (
    COMPLETE,
    LACKING,
    NONE,
    Choices,
    PartyRow,
    group_line,
    lacking_line,
    paper_choices,
    papers_state,
    result_lines,
    satisfaction_count,
    stances,
    told_more,
    verdict_basis,
    verdict_lines,
    verdict_word,
    voice_line,
)
from inspector.ui.screens.acceptance.meeting.sheet.view import Fitted
from inspector.ui.screens.acceptance.meeting.viewmodel import MeetingBoard
from inspector.words.acceptance import conclusion_title
from inspector.words.language import _

_NAME_ROOM = 150
"""What a party's name needs beside its choices, in pixels."""


class PartyLine(QWidget):
    """One party with one choice among few, and the way to its form where it has one.

    Signals:
        chosen(str, str): the party and the choice that the person made.
        opened(str): the person wants the form of the party.
    """

    chosen = Signal(str, str)
    opened = Signal(str)

    def __init__(self, kind: str, choices: Choices, row: PartyRow, form: str) -> None:
        super().__init__()
        self.party_id = row.id
        self.unit = ElidedLabel(row.unit, Pen(size=LARGE, bold=True))
        self.under = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self.choice = Segmented(choices, row.unit, size=LARGE)
        self.choice.setObjectName(f"{kind}_{row.id}")
        self.choice.chosen.connect(lambda key: self.chosen.emit(self.party_id, key))
        self.open = IconButton("pen", form)
        self.open.setObjectName(f"{kind}_form_{row.id}")
        self.open.clicked.connect(lambda: self.opened.emit(self.party_id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.unit)
        words.addWidget(self.under)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.addLayout(words, 1)
        line.addWidget(self.choice)
        line.addWidget(self.open)
        self.open.setVisible(bool(form))

    def show_row(self, row: PartyRow, key: str, under: str) -> None:
        """Show how the party stands."""
        self.unit.set(row.unit)
        self.under.set(under)
        self.choice.choose(key)


class PartyPage(QWidget):
    """All parties, each with its choice: in two columns where there is room for them.

    Signals:
        chosen(str, str): a party and the choice that the person made for it.
        opened(str): the person wants the form of a party.
    """

    chosen = Signal(str, str)
    opened = Signal(str)

    def __init__(self, kind: str, choices: Choices, form: str = "") -> None:
        super().__init__()
        self._kind, self._choices, self._form = kind, choices, form
        self._lines: dict[str, PartyLine] = {}
        self._columns = 1
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(SPACE_6)
        self.grid.setVerticalSpacing(0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self.column.setSpacing(0)
        self.column.addLayout(self.grid)
        self.column.addStretch(1)

    def show_rows(self, rows: list[PartyRow], *, stances_shown: bool) -> None:
        """Show the parties as they stand; lines that are there stay."""
        if list(self._lines) != [row.id for row in rows]:
            self._build(rows)
        for row in rows:
            told = row.remark if stances_shown else row.came_with
            under = "　".join(filter(None, (row.role, row.doubt, told)))
            key = row.stance if stances_shown else row.presence
            self._lines[row.id].show_row(row, key, under)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        self._place()

    def _build(self, rows: list[PartyRow]) -> None:
        wanted = {row.id: row for row in rows}
        for gone in set(self._lines) - wanted.keys():
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        self._lines = {key: self._lines.get(key) or self._line(row) for key, row in wanted.items()}
        self._columns = 0
        self._place()

    def _line(self, row: PartyRow) -> PartyLine:
        line = PartyLine(self._kind, self._choices, row, self._form)
        line.chosen.connect(self.chosen)
        line.opened.connect(self.opened)
        return line

    def _place(self) -> None:
        columns, is_tight = self._fitting()
        for line in self._lines.values():
            line.choice.set_tight(is_tight=is_tight)
        if columns == self._columns:
            return
        self._columns = columns
        high = math.ceil(len(self._lines) / columns)
        for number, line in enumerate(self._lines.values()):
            self.grid.addWidget(line, number % high, number // high)
        for column in range(2):
            self.grid.setColumnStretch(column, int(column < columns))

    def _fitting(self) -> tuple[int, bool]:
        """Give two columns as long as the names can be read; small print goes before the wheel."""
        room = (self.width() - 2 * SPACE_4 - SPACE_6) / 2 - ROW - _NAME_ROOM
        for is_tight in (False, True):
            widths = (one.choice.width_if(is_tight=is_tight) for one in self._lines.values())
            if max(widths, default=0) <= room:
                return 2, is_tight
        return 1, False


class Asking(Ground):
    """What must be written beside a choice: a text, and whom it concerns.

    Signals:
        given(str, str): the text and the chosen key.
        left(): the person thought better of it.
    """

    given = Signal(str, str)
    left = Signal()

    def __init__(self, name: str, text: str, choice: str) -> None:
        super().__init__(canvas=True, edges="top bottom")
        self.setObjectName(name)
        self.heading = Words("", Pen(size=LARGE, bold=True))
        self.choice = ChoiceBox()
        self.editor: QLineEdit = line_edit()
        self.editor.setObjectName(f"{name}_text")
        self.field = FieldRow(text, self.editor)
        self.choice_field = FieldRow(choice, self.choice)
        self.give = KeyButton(_("确定"), keys="Enter", kind=Kind.PRIMARY)
        self.give.setObjectName(f"{name}_give")
        self.leave = KeyButton(_("取消"), kind=Kind.QUIET)
        self.leave.setObjectName(f"{name}_leave")
        self.give.clicked.connect(self._give)
        self.editor.returnPressed.connect(self._give)
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self.field, 2)
        row.addWidget(self.choice_field, 1)
        row.addWidget(self.leave)
        row.addWidget(self.give)
        column.addLayout(row)
        self.hide()

    def ask(self, heading: str, label: str, choices: list[tuple[str, str]]) -> None:
        """Ask for a text, and for one of the choices where there are any."""
        self.heading.set(heading)
        self.editor.clear()
        self.editor.setPlaceholderText(label)
        self.editor.setAccessibleName(label)
        self.field.clear_error()
        self.choice.set_choices(choices)
        self.choice_field.setVisible(bool(choices))
        self.show()
        self.editor.setFocus()

    def _give(self) -> None:
        text = self.editor.text().strip()
        if not text:
            self.field.show_error(_("请写明内容。"))
            return
        self.given.emit(text, self.choice.current())


class OpinionPage(QWidget):
    """What each party says; a reason is asked for where one is owed, a condition by its form.

    Signals:
        condition_wanted(str): a party agrees on a condition.
    """

    condition_wanted = Signal(str)

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self._asked = ""
        self._rows: list[PartyRow] = []
        self.parties = PartyPage("stance", stances())
        self.asking = Asking("opinion", _("理由"), "")
        self.parties.chosen.connect(self._choose)
        self.asking.given.connect(self._give)
        self.asking.left.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.asking)
        column.addWidget(scrolled(self.parties, _("各方意见")), 1)

    def show_rows(self, rows: list[PartyRow]) -> None:
        """Show what the parties say."""
        self._rows = rows
        if not self.asking.isVisible():
            self.parties.show_rows(rows, stances_shown=True)

    def restore(self) -> None:
        """Show what the records say again, whatever was pressed."""
        self.parties.show_rows(self._rows, stances_shown=True)

    def _choose(self, party_id: str, key: str) -> None:
        row = next(row for row in self._rows if row.id == party_id)
        self.asking.hide()
        if key == NONE:
            if row.stance:
                self._board.take_back(party_id)
        elif key == Stance.AGREE:
            self._board.agree(party_id)
        elif key == Stance.CONDITIONAL:
            self.condition_wanted.emit(party_id)
        else:
            self._asked = row.id
            self.asking.ask(_("{unit}：不同意").format(unit=row.unit), _("理由"), [])

    def _give(self, text: str, _owner: str) -> None:
        self.asking.hide()
        self._board.refuse(self._asked, text)

    def _leave(self) -> None:
        self.asking.hide()
        self.restore()


class ResultsPage(Fitted):
    """Left what the inspections found, the papers and the groups; right what residents think.

    Signals:
        group_wanted(str): the form of a group, or of a new one ("").
        resident_wanted(str): the form of a resident's voice, or of a new one ("").
    """

    group_wanted = Signal(str)
    resident_wanted = Signal(str)

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self.results = Words("", Pen(size=LARGE))
        self.papers = Segmented(paper_choices(), _("资料核查"), size=LARGE)
        self.papers.setObjectName("papers")
        self.missing = Words("", Pen(tone=Tone.MUTED))
        self.asking = Asking("papers", _("缺少的资料"), _("选择"))
        self.groups = LineList("group")
        self.add_group = KeyButton(_("加一个组"), icon="plus")
        self.add_group.setObjectName("begin_group")
        self.levels = {level: KeyButton("", size=LARGE) for level in Satisfaction}
        for level, button in self.levels.items():
            button.setObjectName(f"tally_{level.value}")
            button.clicked.connect(partial(board.tally, level.value))
        self.voices = LineList("voice")
        self.add_voice = KeyButton(_("记一位居民的意见"), icon="plus")
        self.add_voice.setObjectName("begin_resident")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.papers.chosen.connect(self._choose)
        self.asking.given.connect(self._give)
        self.asking.left.connect(self._leave)
        self.groups.followed.connect(self.group_wanted)
        self.voices.followed.connect(self.resident_wanted)
        self.add_group.clicked.connect(lambda: self.group_wanted.emit(""))
        self.add_voice.clicked.connect(lambda: self.resident_wanted.emit(""))

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(SPACE_2)
        left.addWidget(self.results)
        left.addSpacing(SPACE_2)
        left.addLayout(_beside(_("资料核查"), self.papers))
        left.addWidget(self.missing)
        left.addWidget(self.asking)
        left.addSpacing(SPACE_2)
        left.addLayout(_beside(_("验收分组"), self.add_group))
        left.addWidget(self.groups)
        left.addStretch(1)
        right.addWidget(Words(_("居民满意度（问一位，点一次）"), Pen(size=LARGE, bold=True)))
        tally = QHBoxLayout()
        for button in self.levels.values():
            tally.addWidget(button)
        tally.addStretch(1)
        right.addLayout(tally)
        right.addLayout(_beside(_("意见和建议"), self.add_voice))
        right.addWidget(self.voices)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        row.setSpacing(SPACE_6)
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def show_sheet(self) -> None:
        """Show how it stands."""
        sheet = self._board.sheet
        if sheet is None:
            return
        self.results.set("\n".join(result_lines(sheet)))
        for level, button in self.levels.items():
            button.set_text(satisfaction_count(sheet, level))
        self.groups.show_lines([group_line(group) for group in sheet.groups])
        self.voices.show_lines([voice_line(one) for one in sheet.residents if told_more(one)])
        self.missing.set(lacking_line(sheet))
        if not self.asking.isVisible():
            self.papers.choose(papers_state(sheet))

    def _choose(self, key: str) -> None:
        self.asking.hide()
        if key == COMPLETE:
            self._board.review_papers("")
        elif key == LACKING:
            self.asking.ask(_("缺少的资料"), _("名称，用顿号分开"), [])
        else:
            self.show_sheet()

    def _give(self, missing: str, _key: str) -> None:
        self.asking.hide()
        self._board.review_papers(missing)

    def _leave(self) -> None:
        self.asking.hide()
        self.show_sheet()


def _beside(heading: str, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Words(heading, Pen(size=LARGE, bold=True)), 1)
    row.addWidget(widget)
    return row


class VerdictPage(QWidget):
    """The verdict in large type with its reasons, and the chair's acts."""

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self.word = Words("", Pen(size=HUGE, bold=True))
        self.word.setObjectName("meeting_verdict")
        self.basis = Words("", Pen(size=LARGE, tone=Tone.MUTED))
        self.lines = LineList("clause")
        self.met = (LineList("clause"), LineList("clause"))
        self.declare = KeyButton(_("宣布结论"), kind=Kind.PRIMARY, size=LARGE)
        self.declare.setObjectName("declare_verdict")
        self.override = KeyButton(_("另作结论"), size=LARGE)
        self.override.setObjectName("override_verdict")
        self.take_back = KeyButton(_("撤回结论"), kind=Kind.QUIET, size=LARGE)
        self.take_back.setObjectName("take_verdict_back")
        self.again = KeyButton(_("开始下一轮"), size=LARGE)
        self.again.setObjectName("next_round")
        self.asking = Asking("override", _("理由"), _("结论"))
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.declare.clicked.connect(self._board.declare)
        self.take_back.clicked.connect(self._board.take_verdict_back)
        self.override.clicked.connect(self._ask)
        self.again.clicked.connect(self._board.open_round)
        self.asking.given.connect(self._give)
        self.asking.left.connect(self.asking.hide)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_2)
        for button in (self.take_back, self.again, self.override, self.declare):
            acts.addWidget(button)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.word)
        words.addWidget(self.basis)
        top.addLayout(words, 1)
        top.addLayout(acts)
        content = Fitted()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_3)
        inside.addLayout(top)
        inside.addWidget(self.asking)
        inside.addWidget(self.lines)
        met = QHBoxLayout()
        met.setSpacing(SPACE_6)
        for lines in self.met:
            met.addWidget(lines, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(met)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, _("结论")))

    def _ask(self) -> None:
        kinds = [(kind.value, conclusion_title(kind)) for kind in DECIDED]
        self.asking.ask(_("主持人另作结论"), _("理由"), kinds)

    def _give(self, reason: str, kind: str) -> None:
        self.asking.hide()
        self._board.override(kind, reason)

    def show_verdict(self) -> None:
        """Show how the verdict stands."""
        sheet = self._board.sheet
        if sheet is None:
            return
        self.word.set(*verdict_word(sheet))
        self.basis.set(verdict_basis(sheet))
        against, met = verdict_lines(sheet)
        half = math.ceil(len(met) / 2)
        self.lines.show_lines(against)
        for lines, shown in zip(self.met, (met[:half], met[half:]), strict=True):
            lines.show_lines(shown)
        is_said = sheet.meeting.declared is not None
        self.take_back.setVisible(is_said)
        self.again.setVisible(is_said and sheet.kind is not ConclusionKind.PASS)
        self.declare.setVisible(not is_said)
        self.declare.setEnabled(sheet.judgement.kind in DECIDED)
