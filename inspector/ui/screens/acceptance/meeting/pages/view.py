"""The pages of the meeting: sign-in, results and papers, opinions, verdict."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.meetings import Satisfaction, Stance
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import HUGE, LARGE, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.acceptance.meeting.model import (
    COMPLETE,
    LACKING,
    NONE,
    PartyRow,
    owner_choices,
    paper_choices,
    papers_state,
    result_lines,
    satisfaction_count,
    stances,
    verdict_basis,
    verdict_lines,
    verdict_word,
)
from inspector.ui.screens.acceptance.meeting.viewmodel import USUAL_DAYS, MeetingBoard
from inspector.words.acceptance import conclusion_title
from inspector.words.language import _


class PartyLine(QWidget):
    """One party with one choice among few.

    Signals:
        chosen(str, str): the party and the choice that the person made.
    """

    chosen = Signal(str, str)

    def __init__(self, kind: str, choices: list[tuple[str, str]], row: PartyRow) -> None:
        super().__init__()
        self.party_id = row.id
        self.unit = Words(row.unit, Pen(size=TITLE, bold=True))
        self.under = Words("", Pen(size=LARGE, tone=Tone.MUTED))
        self.choice = Segmented(choices, row.unit, size=LARGE)
        self.choice.setObjectName(f"{kind}_{row.id}")
        self.choice.chosen.connect(lambda key: self.chosen.emit(self.party_id, key))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.unit)
        words.addWidget(self.under)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, SPACE_2, 0, SPACE_2)
        line.addLayout(words, 1)
        line.addWidget(self.choice)

    def show_row(self, row: PartyRow, key: str, under: str) -> None:
        """Show how the party stands."""
        self.unit.set(row.unit)
        self.under.set(under)
        self.choice.choose(key)


class PartyPage(QWidget):
    """All parties below each other, each with its choice.

    Signals:
        chosen(str, str): a party and the choice that the person made for it.
    """

    chosen = Signal(str, str)

    def __init__(self, kind: str, choices: list[tuple[str, str]]) -> None:
        super().__init__()
        self._kind, self._choices = kind, choices
        self._lines: dict[str, PartyLine] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self.column.setSpacing(0)
        self.column.addStretch(1)

    def show_rows(self, rows: list[PartyRow], *, stances_shown: bool) -> None:
        """Show the parties as they stand; lines that are there stay."""
        for gone in set(self._lines) - {row.id for row in rows}:
            line = self._lines.pop(gone)
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, row in enumerate(rows):
            line = self._lines.get(row.id) or self._add(row, at)
            under = "　".join(filter(None, (row.role, row.remark if stances_shown else "")))
            line.show_row(row, row.stance if stances_shown else row.presence, under)

    def _add(self, row: PartyRow, at: int) -> PartyLine:
        line = PartyLine(self._kind, self._choices, row)
        line.chosen.connect(self.chosen)
        self._lines[row.id] = line
        self.column.insertWidget(at, line)
        return line


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
    """What each party says; a condition or a reason is asked for where one is owed."""

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self._asked = ("", "")
        self._rows: list[PartyRow] = []
        self.parties = PartyPage("stance", stances())
        self.asking = Asking("opinion", _("条件或理由"), _("责任单位"))
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

    def _choose(self, party_id: str, key: str) -> None:
        row = next(row for row in self._rows if row.id == party_id)
        self.asking.hide()
        if key == NONE:
            if row.stance:
                self._board.take_back(party_id)
        elif key == Stance.AGREE:
            self._board.agree(party_id)
        else:
            self._ask(row, key)

    def _ask(self, row: PartyRow, key: str) -> None:
        self._asked = (row.id, key)
        if key == Stance.DISAGREE:
            self.asking.ask(_("{unit}：不同意").format(unit=row.unit), _("理由"), [])
            return
        owners = owner_choices(self._rows)
        heading = _("{unit}：有条件同意（{days} 天内落实，可在“问题”中改期）")
        self.asking.ask(heading.format(unit=row.unit, days=USUAL_DAYS), _("条件"), owners)

    def _give(self, text: str, owner: str) -> None:
        party_id, key = self._asked
        self.asking.hide()
        if key == Stance.DISAGREE:
            self._board.refuse(party_id, text)
        else:
            self._board.agree_if(party_id, text, owner)

    def _leave(self) -> None:
        self.asking.hide()
        self.parties.show_rows(self._rows, stances_shown=True)


class ResultsPage(QWidget):
    """What the inspections found, what the papers lack, and how content the residents are."""

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self.results = Words("", Pen(size=TITLE))
        self.papers = Segmented(paper_choices(), _("资料核查"), size=LARGE)
        self.papers.setObjectName("papers")
        self.missing = Words("", Pen(size=LARGE, tone=Tone.FAIL))
        self.asking = Asking("papers", _("缺少的资料"), _("选择"))
        self.levels = {level: KeyButton("", size=LARGE) for level in Satisfaction}
        for level, button in self.levels.items():
            button.setObjectName(f"tally_{level.value}")
            button.clicked.connect(partial(board.tally, level.value))
        self.papers.chosen.connect(self._choose)
        self.asking.given.connect(self._give)
        self.asking.left.connect(self._leave)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self.results)
        column.addSpacing(SPACE_4)
        row = QHBoxLayout()
        row.addWidget(Words(_("资料核查"), Pen(size=TITLE, bold=True)), 1)
        row.addWidget(self.papers)
        column.addLayout(row)
        column.addWidget(self.missing)
        column.addWidget(self.asking)
        column.addSpacing(SPACE_4)
        asked = QHBoxLayout()
        asked.setSpacing(SPACE_2)
        asked.addWidget(Words(_("居民满意度（问一位，点一次）"), Pen(size=TITLE, bold=True)), 1)
        for button in self.levels.values():
            asked.addWidget(button)
        column.addLayout(asked)
        column.addStretch(1)

    def show_sheet(self) -> None:
        """Show how it stands."""
        sheet = self._board.sheet
        if sheet is None:
            return
        self.results.set("\n".join(result_lines(sheet)))
        for level, button in self.levels.items():
            button.set_text(satisfaction_count(sheet, level))
        if not self.asking.isVisible():
            key, missing = papers_state(sheet)
            self.papers.choose(key)
            self.missing.set(_("缺少：{papers}").format(papers=missing) if missing else "")
            self.missing.setVisible(bool(missing))

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


class VerdictPage(QWidget):
    """The verdict in large type with its reasons, and the chair's acts."""

    def __init__(self, board: MeetingBoard) -> None:
        super().__init__()
        self._board = board
        self.word = Words("", Pen(size=HUGE, bold=True))
        self.word.setObjectName("meeting_verdict")
        self.basis = Words("", Pen(size=LARGE, tone=Tone.MUTED))
        self.lines = LineList("clause")
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
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_3)
        inside.addLayout(top)
        inside.addWidget(self.asking)
        inside.addWidget(self.lines)
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
        self.lines.show_lines(verdict_lines(sheet))
        is_said = sheet.meeting.declared is not None
        self.take_back.setVisible(is_said)
        self.again.setVisible(is_said and sheet.kind is not ConclusionKind.PASS)
        self.declare.setVisible(not is_said)
        self.declare.setEnabled(sheet.judgement.kind in DECIDED)
