"""What the acceptance screen says of a standing: reasons, and results by discipline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.core.checklists import AnswerState, Control, Severity
from inspector.core.conclusion import OF_EXCHANGE, Conclusion, ConclusionKind, Condition, Reason
from inspector.core.tallies import LotSummary, Tally
from inspector.core.verdicts import Rate, Status
from inspector.operations.standing import DisciplineStanding, Finding, Standing
from inspector.operations.verdicts import MeetingSheet
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.ui.screens.acceptance.findings.model import Lead, Listing, Picks, picked
from inspector.words.acceptance import conclusion_title, day_text, reason_text, status_name
from inspector.words.checklists import (
    discipline_title,
)
from inspector.words.language import _
from inspector.words.meetings import round_name, verdict_title

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

_TONES = {
    ConclusionKind.PASS: Tone.PASS,
    ConclusionKind.IN_PRINCIPLE: Tone.WARN,
    ConclusionKind.REWORK: Tone.WARN,
    ConclusionKind.FAIL: Tone.FAIL,
    ConclusionKind.UNDECIDED: Tone.MUTED,
}
_SEVERITIES = {
    Condition.NO_OPEN_CRITICAL: Severity.CRITICAL,
    Condition.NO_OPEN_MAJOR: Severity.MAJOR,
    Condition.NO_OPEN_MINOR: Severity.MINOR,
}
# -- the conclusion ----------


@dataclass(frozen=True, slots=True)
class Verdict:
    """A conclusion in one word, and its tone."""

    text: str
    tone: Tone


def verdict_of(conclusion: Conclusion, sheet: MeetingSheet | None) -> Verdict:
    """Name the verdict that was read out; before that what the records come to."""
    if sheet is not None and sheet.meeting.declared is not None:
        return Verdict(verdict_title(sheet.judgement, sheet.kind), _TONES[sheet.kind])
    return Verdict(conclusion_title(conclusion.kind), _TONES[conclusion.kind])


def basis_words(sheet: MeetingSheet | None) -> str:
    """Say on what the verdict rests: the newest meeting that read it out, else the records."""
    if sheet is None:
        return _("按记录计算 · 未经会议")
    name = round_name(sheet.meeting.round)
    if sheet.meeting.declared is None:
        return _("按记录计算 · {meeting}尚未宣布结论").format(meeting=name)
    day = day_text(sheet.meeting.held_on)
    if sheet.is_override:
        return _("{meeting}宣布 · {day} · 主持人另作结论").format(meeting=name, day=day)
    return _("{meeting}宣布 · {day}").format(meeting=name, day=day)


def computed_words(conclusion: Conclusion, sheet: MeetingSheet | None) -> str:
    """Say what the records come to now, where another verdict stands above it.

    Once by the rule table of the meeting, once by what was found alone, which the reasons below
    tell: these ask for every general item, a rule table often for a share of them.
    """
    if sheet is None or sheet.meeting.declared is None:
        return ""
    return _("现在按判定规则计算：{ruled} · 只看检查记录：{kind}").format(
        ruled=conclusion_title(sheet.judgement.kind), kind=conclusion_title(conclusion.kind)
    )


def reason_lines(conclusion: Conclusion) -> list[Line]:
    """Say every condition, those with something against them first; these lead to it.

    What only exchange can bring is said where it stands against the conclusion.
    """
    told = (one for one in conclusion.reasons if not (one.is_met and one.condition in OF_EXCHANGE))
    lines = [_reason_line(reason) for reason in told]
    return sorted(lines, key=lambda line: not line.is_loud)


def _reason_line(reason: Reason) -> Line:
    word, mark = _("未满足"), Mark.FAIL
    if reason.is_met:
        word, mark = _("满足"), Mark.PASS
    elif not reason.binding:
        word, mark = _("提醒"), Mark.WARN
    return Line(
        key=reason.condition.value,
        text=reason_text(reason),
        word=word,
        word_tone=mark.tone,
        mark=mark,
        leads=not reason.is_met and reason.condition is not Condition.ALL_ARRIVED,
        is_loud=not reason.is_met,
        size=LARGE,
        is_tall=False,
    )


def defects_against(condition: Condition, project_id: str) -> Lead | None:
    """Lead to the open defects that stand against a condition; None if it is about items."""
    severity = _SEVERITIES.get(condition)
    if severity is None:
        return None
    return Lead("defects", {"project": project_id, "state": "open", "severity": severity.value})


# -- the results by discipline ----------


class Col(StrEnum):
    """The columns of the table."""

    TITLE = "title"
    DUE = "due"
    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    UNCHECKED = "unchecked"
    DOMINANT = "dominant"
    POINTS = "points"
    STATUS = "status"


COLUMNS = tuple(Col)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: what it says, and the items that its number counts."""

    column: Col
    discipline: str
    name: str
    text: str
    count: int
    tone: Tone = Tone.PLAIN
    is_total: bool = False

    @property
    def leads(self) -> bool:
        """Tell whether there is a list behind it."""
        return self.count > 0

    def picks(self, finding: Finding) -> bool:
        """Tell whether the number counts an item."""
        here = self.is_total or finding.item.discipline == self.discipline
        return here and _COUNTED[self.column](finding)


def column_title(column: Col) -> str:
    """Name a column."""
    return {
        Col.TITLE: _("专业"),
        Col.DUE: _("应查"),
        Col.PASSED: _("合格"),
        Col.FAILED: _("不合格"),
        Col.NOT_APPLICABLE: _("不适用"),
        Col.UNCHECKED: _("未查"),
        Col.DOMINANT: _("主控 %"),
        Col.POINTS: _("一般点 %"),
        Col.STATUS: _("结论"),
    }[column]


def _is_measured(finding: Finding) -> bool:
    seen = finding.assessment
    return (
        finding.item.control is Control.GENERAL
        and seen is not None
        and seen.rate is not None
        and bool(finding.item.answer.points)
    )


def _is_applicable_dominant(finding: Finding) -> bool:
    applies = finding.state is not AnswerState.NOT_APPLICABLE
    return applies and finding.item.control is Control.DOMINANT


_COUNTED: Mapping[Col, Picks] = {
    Col.TITLE: lambda _finding: True,
    Col.DUE: lambda _finding: True,
    Col.PASSED: lambda f: f.state is AnswerState.PASS,
    Col.FAILED: lambda f: f.state is AnswerState.FAIL,
    Col.NOT_APPLICABLE: lambda f: f.state is AnswerState.NOT_APPLICABLE,
    Col.UNCHECKED: lambda f: f.state is AnswerState.UNCHECKED,
    Col.DOMINANT: _is_applicable_dominant,
    Col.POINTS: _is_measured,
    Col.STATUS: lambda f: f.state in {AnswerState.FAIL, AnswerState.UNCHECKED},
}


def table_rows(standing: Standing) -> list[list[Cell]]:
    """Give a row of cells for each discipline, and one for them all."""
    rows = [_row(standing.findings, one) for one in standing.disciplines]
    return [*rows, _total(standing)] if rows else []


def _row(findings: Sequence[Finding], one: DisciplineStanding) -> list[Cell]:
    own = [f for f in findings if f.item.discipline == one.discipline.code]
    name = discipline_title(one.discipline)
    return [
        _cell(column, one, name, sum(map(_COUNTED[column], own)), is_total=False)
        for column in COLUMNS
    ]


def _total(standing: Standing) -> list[Cell]:
    summaries = [one.summary for one in standing.disciplines]
    added = DisciplineStanding(
        discipline=standing.disciplines[0].discipline,
        summary=LotSummary(
            dominant=_added(summary.dominant for summary in summaries),
            general=_added(summary.general for summary in summaries),
            unclassed=_added(summary.unclassed for summary in summaries),
            together=_added(summary.together for summary in summaries),
        ),
        points=(
            sum(one.points[0] for one in standing.disciplines),
            sum(one.points[1] for one in standing.disciplines),
        ),
    )
    return [
        _cell(
            column,
            added,
            _("合计"),
            sum(map(_COUNTED[column], standing.findings)),
            is_total=True,
        )
        for column in COLUMNS
    ]


def _added(tallies: Iterable[Tally]) -> Tally:
    given = list(tallies)
    return Tally(
        unchecked=sum(tally.unchecked for tally in given),
        passed=sum(tally.passed for tally in given),
        failed=sum(tally.failed for tally in given),
        not_applicable=sum(tally.not_applicable for tally in given),
    )


def _cell(column: Col, one: DisciplineStanding, name: str, count: int, *, is_total: bool) -> Cell:
    together = one.summary.together
    text, tone = str(count), Tone.PLAIN if count else Tone.MUTED
    if column is Col.TITLE:
        text = name
    elif column is Col.DOMINANT:
        text, tone = _share(one.summary.dominant.rate)
    elif column is Col.POINTS:
        text, tone = _share(Rate(*one.points) if one.points[1] else None)
    elif column is Col.STATUS:
        text, tone = status_name(together.status), _status_tone(together.status)
    elif column is Col.FAILED and count:
        tone = Tone.FAIL
    elif column is Col.UNCHECKED and count:
        tone = Tone.WARN
    return Cell(
        column=column,
        discipline=one.discipline.code,
        name=name,
        text=text,
        count=count,
        tone=tone,
        is_total=is_total,
    )


def _share(rate: Rate | None) -> tuple[str, Tone]:
    return ("—", Tone.MUTED) if rate is None else (rate.text, Tone.PLAIN)


def _status_tone(status: Status | None) -> Tone:
    tones = {Status.PASS: Tone.PASS, Status.FAIL: Tone.FAIL, Status.INCOMPLETE: Tone.WARN}
    return Tone.MUTED if status is None else tones[status]


def list_title(cell: Cell) -> str:
    """Say what the list behind a cell holds."""
    what = _("未合格") if cell.column is Col.STATUS else column_title(cell.column)
    if cell.column in {Col.TITLE, Col.DUE}:
        what = _("全部检查项")
    elif cell.column is Col.DOMINANT:
        what = _("主控项目")
    elif cell.column is Col.POINTS:
        what = _("一般项目实测")
    return _(" · ").join((cell.name, what))


def listing_of_cell(cell: "Cell") -> Listing:
    """Ask for what the number of a cell counts."""
    return Listing(lambda _standing: list_title(cell), picked(cell.picks))


class StandingModel(QAbstractTableModel):
    """The results by discipline as Qt reads them; a cell is `index.data(ROW_ROLE)`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[Cell]] = []

    def show(self, rows: list[list[Cell]]) -> None:
        """Show another standing; the view keeps its cell where the disciplines are the same."""
        if [row[0].name for row in rows] == [row[0].name for row in self.rows] and rows:
            self.rows = rows
            last = self.index(len(rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, discipline: str, column: Col) -> QModelIndex:
        """Find a cell by its discipline's name."""
        for number, row in enumerate(self.rows):
            if row[0].name == discipline:
                return self.index(number, COLUMNS.index(column))
        return QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the disciplines, and the sum."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name a column."""
        across = orientation is Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return column_title(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        cell = self.rows[index.row()][index.column()]
        if role == ROW_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return _("{name}，{column} {text}").format(
                name=cell.name, column=column_title(cell.column), text=cell.text
            )
        return None
