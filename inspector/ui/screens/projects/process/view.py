"""The tab of the process: gates as a path, what the chosen one lacks, and how to put it right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError
from inspector.core.evidence import PhotoRole
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.names import Condition, EventKind
from inspector.core.process.path import GateSeen, GateStatus
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.progress import Progress
from inspector.operations.process import ProcessView, process_of
from inspector.operations.recording import (
    answer_objection,
    attach_publicity_photos,
    file_document,
    record_objection,
    record_publicity,
    record_vote,
    say,
)
from inspector.operations.workdays import edit_year, work_calendar
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.painting import RIGHT, Pen, draw_mark, draw_text
from inspector.ui.kit.rows import RowDelegate
from inspector.ui.kit.style.tokens import SMALL, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import SectionLabel, small, title
from inspector.ui.screens.projects.calendar.model import calendar_values, days_typed
from inspector.ui.screens.projects.process.model import (
    ELSEWHERE,
    FIRST_FIELDS,
    MARKS,
    Form,
    beginnings,
    condition_line,
    document_draft,
    form_of,
    head_text,
    heading,
    paper_line,
    precondition_line,
    publicity_draft,
    row_text,
    saying,
    specs,
    status_text,
    subject_of,
    vote_draft,
    waived_name,
    wants_file,
)
from inspector.ui.screens.projects.records.view import DraftSheet, Empty, RecordList
from inspector.words.language import _
from inspector.words.process import condition_name, gate_name

Act = Callable[[], Outcome[Any]]
_PHASE_ROOM = 44


class GateDelegate(RowDelegate[GateSeen]):
    """Paints a gate: its mark, number and name, and how it stands."""

    def paint_row(self, painter: QPainter, area: QRectF, row: GateSeen, *, chosen: bool) -> None:
        """Paint mark, words and status."""
        draw_mark(painter, MARKS[row.status], QPointF(area.left() + 9, area.center().y()))
        number = QRectF(area.left() + 28, area.top(), _PHASE_ROOM, area.height())
        draw_text(painter, number, row.gate.id.value, Pen(size=SMALL, tone=Tone.MUTED))
        status = QRectF(area.right() - 150, area.top(), 150, area.height())
        tone = Tone.WARN if row.status is GateStatus.OPEN else Tone.MUTED
        draw_text(painter, status, status_text(row), Pen(size=SMALL, tone=tone, align=RIGHT))
        name = QRectF(number.right(), area.top(), status.left() - number.right() - 8, area.height())
        draw_text(painter, name, gate_name(row.gate.id), Pen(bold=chosen))


class GateSheet(DetailPane):
    """The chosen gate: conditions with what was found, and papers.

    Signals:
        asked(str, str): the person wants a form for a target.
        elsewhere(str): a condition is answered in a part of the tab of what follows.
    """

    asked = Signal(str, str)
    elsewhere = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("关口"))
        self._seen: GateSeen | None = None
        self.title = title()
        self.remark = small()
        self.conditions = LineList("condition")
        self.conditions.followed.connect(self._follow)
        self.papers = LineList("paper")
        self.papers.followed.connect(lambda kind: self.asked.emit(Form.DOCUMENT.value, kind))
        for widget in (self.title, self.remark):
            self.body.addWidget(widget)
        self.preconditions = LineList("precondition")
        self.preconditions.followed.connect(partial(self.asked.emit, Form.WAIVE.value))
        self._owed = SectionLabel(_("验收前置条件"), _("缺少的可按批准文件豁免"))
        for label, lines in (
            (SectionLabel(_("各项条件"), ""), self.conditions),
            (SectionLabel(_("应有文件"), ""), self.papers),
            (self._owed, self.preconditions),
        ):
            self.body.addSpacing(SPACE_3)
            self.body.addWidget(label)
            self.body.addWidget(lines)
        self.body.addStretch(1)
        for form in (Form.ASSERT, Form.WAIVE):
            self._button(form, Kind.PLAIN)
        self.foot.addStretch(1)
        self._button(Form.DOCUMENT, Kind.PRIMARY, "Ctrl+N")

    def show_gate(self, seen: GateSeen, facts: ProcessFacts) -> None:
        """Show how a gate stands; the call for acceptance shows the preconditions too."""
        self._seen = seen
        self.title.set(f"{seen.gate.id} {gate_name(seen.gate.id)}")
        self.remark.set(self._remark(seen))
        self.conditions.show_lines([condition_line(one) for one in seen.conditions])
        self.papers.show_lines([paper_line(one) for one in seen.papers])
        calls = Condition.PRECONDITIONS_MET in seen.gate.conditions
        owed = PRECONDITIONS if calls else ()
        self.preconditions.show_lines([precondition_line(one, facts) for one in owed])
        self._owed.setVisible(calls)

    def _remark(self, seen: GateSeen) -> str:
        waiver = seen.waiver
        parts = [status_text(seen)]
        if waiver is not None:
            parts += [waiver.authority, waiver.paper, waiver.reason]
        return " · ".join(part for part in parts if part)

    def _button(self, form: Form, kind: Kind, keys: str = "") -> None:
        button = KeyButton(heading(form), keys=keys, kind=kind)
        button.setObjectName(f"begin_{form.value}")
        button.clicked.connect(partial(self._ask, form))
        self.foot.addWidget(button)

    def _ask(self, form: Form) -> None:
        target = ""
        if self._seen is not None:
            lacks = (one.kind.value for one in self._seen.papers if not one.is_there)
            target = next(lacks, "") if form is Form.DOCUMENT else self._seen.gate.id.value
        self.asked.emit(form.value, target)

    def _follow(self, key: str) -> None:
        if self._seen is None:
            return
        found = next(one for one in self._seen.conditions if one.condition.value == key)
        form = form_of(found)
        if found.condition in ELSEWHERE:
            self.elsewhere.emit(ELSEWHERE[found.condition])
        elif form is not None:
            target = subject_of(key) if form is Form.VOTE else key
            if form is Form.CALENDAR:
                target = str(found.seen.facts.get("year", ""))
            self.asked.emit(form.value, target)


class ProcessPane(QWidget):
    """The gates of a project beside the chosen one, and forms that put on record what it asks.

    Signals:
        elsewhere(str): the person is led to a part of the tab of what follows an acceptance.
    """

    elsewhere = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._project = ""
        self._view: ProcessView | None = None
        self._target = ""
        self._forms: dict[Form, DraftSheet] = {}
        empty = Empty(
            icon="flag",
            heading=_("正在按记录计算…"),
            text=_("各关口由表决、公示、文件和确认得出。"),
            step=heading(Form.DOCUMENT),
        )
        self.records: RecordList[GateSeen] = RecordList(_("关口"), GateDelegate(), row_text, empty)
        self.records.empty.asked.connect(self.begin)
        self.records.list.chosen.connect(self._show)
        calendar = KeyButton(_("节假日"), kind=Kind.QUIET)
        calendar.setObjectName("begin_calendar")
        calendar.clicked.connect(lambda: self.ask(Form.CALENDAR.value, ""))
        self.records.pane.head.addWidget(calendar)
        self._stopping = KeyButton("", kind=Kind.QUIET)
        self._stopping.setObjectName("begin_stop")
        self._stopping.clicked.connect(lambda: self.ask(self._stop_form().value, ""))
        self.records.pane.head.addWidget(self._stopping)
        self.sheet = GateSheet()
        self.sheet.asked.connect(self.ask)
        self.sheet.elsewhere.connect(self.elsewhere)
        self.records.show_rows({}, "")
        self._side = QStackedWidget()
        self._side.addWidget(self.sheet)
        self.panes = FoldingPanes(None, self.records, self._side, detail_share=0.58)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def show_project(self, project_id: str) -> None:
        """Derive where the project stands, beside the window's work."""
        is_other, self._project = project_id != self._project, project_id
        workspace = self._desk.workspace

        def work(_progress: Progress) -> ProcessView:
            return process_of(workspace, project_id)

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=partial(self._take, leads=is_other),
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def take_focus(self) -> None:
        """Put the keys to the list of gates."""
        self.records.take_focus()

    def chosen_id(self) -> str:
        """Give no record: a gate has no history of its own, the project has."""
        return ""

    def chosen_name(self) -> str:
        """Give no name."""
        return ""

    def begin(self) -> None:
        """Show an empty form for a document."""
        self.ask(Form.DOCUMENT.value, "")

    def is_drafting(self) -> bool:
        """Tell whether something is being put on record."""
        return self._side.currentWidget() is not self.sheet

    def leave(self) -> None:
        """Show the chosen gate again."""
        self._side.setCurrentWidget(self.sheet)
        self.panes.show_list()
        self.take_focus()

    def form(self, form: Form) -> DraftSheet:
        """Give a form, made when it is first asked for."""
        if form not in self._forms:
            sheet = DraftSheet(heading(form), specs(form), heading(form), columns=2)
            sheet.setObjectName(f"form_{form.value}")
            sheet.given.connect(partial(self._give, form))
            sheet.left.connect(self.leave)
            self._forms[form] = sheet
            self._side.addWidget(sheet)
        return self._forms[form]

    def ask(self, key: str, target: str) -> None:
        """Show the form for what the chosen gate lacks."""
        form = self._fitting(Form(key))
        sheet = self.form(form)
        self._target = target
        sheet.form.clear()
        sheet.form.load(self._beginning(form, target))
        sheet.say(self._about(form, target))
        self._side.setCurrentWidget(sheet)
        self.panes.show_detail()
        sheet.form.begin()

    # -- showing ----------

    def _take(self, view: ProcessView, *, leads: bool) -> None:
        if view.project.id != self._project:
            return
        self._view = view
        self.records.show_rows({one.gate.id.value: one for one in view.seen.gates}, "")
        self.records.count.set(head_text(view.seen))
        self._stopping.set_text(heading(self._stop_form()))
        if leads and view.seen.next_gate is not None:
            self.records.choose(view.seen.next_gate.gate.id.value)
        self._show(self.records.row(self.records.chosen_id()))

    def _show(self, seen: GateSeen | None) -> None:
        if seen is not None and self._view is not None:
            self.sheet.show_gate(seen, self._view.facts)

    def _beginning(self, form: Form, target: str) -> dict[str, object]:
        today = self._desk.workspace.today()
        if form is not Form.CALENDAR:
            return beginnings(form, target, today)
        year = int(target) if target.isdecimal() else today.year
        return calendar_values(year, work_calendar(self._desk.workspace))

    def _stop_form(self) -> Form:
        """Give what can be done now: a project that stands still goes on."""
        return Form.RESUME if self._view and self._view.seen.stop else Form.STOP

    def _fitting(self, form: Form) -> Form:
        """Put first things first: publicity before its photos, open objections before new ones."""
        posted = self._view.facts.newest_posted() if self._view else None
        if posted is None and form in {Form.PHOTOS, Form.OBJECTION}:
            return Form.PUBLICITY
        if form is Form.OBJECTION and posted and any(not one.answer for one in posted.objections):
            return Form.ANSWER
        return form

    def _about(self, form: Form, target: str) -> str:
        """Say what a form is about."""
        posted = self._view.facts.newest_posted() if self._view else None
        if form is Form.CONFIRM:
            return next(
                condition_name(one.condition)
                for seen in (self._view.seen.gates if self._view else ())
                for one in seen.conditions
                if one.condition.value == target
            )
        if form is Form.ANSWER and posted is not None:
            return next(one.text for one in posted.objections if not one.answer)
        if form is Form.WAIVE:
            return waived_name(target)
        return ""

    # -- putting on record ----------

    def _give(self, form: Form, values: dict[str, Any]) -> None:
        if form is Form.DOCUMENT and wants_file(values):
            self._desk.ask.files(FileQuestion(title=heading(form)), partial(self._file, values))
        elif form is Form.PHOTOS:
            self._desk.ask.files(FileQuestion(title=heading(form)), partial(self._attach, values))
        else:
            self._do(form, self._act(form, values))

    def _act(self, form: Form, values: dict[str, Any]) -> Act:
        workspace, project = self._desk.workspace, self._project
        posted = self._view.facts.newest_posted() if self._view else None
        acts: dict[Form, Act] = {
            Form.VOTE: lambda: record_vote(workspace, project, vote_draft(values)),
            Form.PUBLICITY: lambda: record_publicity(workspace, project, publicity_draft(values)),
            Form.DOCUMENT: lambda: file_document(workspace, project, document_draft(values)),
            Form.CONFIRM: self._saying(EventKind.CONFIRM, values),
            Form.WAIVE: self._saying(EventKind.WAIVE, values),
            Form.ASSERT: self._saying(EventKind.ASSERT, values),
            Form.STOP: self._saying(EventKind.SUSPEND, values, ""),
            Form.RESUME: self._saying(EventKind.RESUME, values, ""),
            Form.CALENDAR: lambda: edit_year(
                workspace, values["year"], days_typed(values["off"]), days_typed(values["work"])
            ),
        }
        if form is Form.OBJECTION and posted is not None:
            publicity = posted.publicity.id
            return lambda: record_objection(
                workspace, publicity, values["text"], values["raised_on"]
            )
        if form is Form.ANSWER and posted is not None:
            objection = next(one.id for one in posted.objections if not one.answer)
            return lambda: answer_objection(
                workspace, objection, values["text"], values["answered_on"]
            )
        return acts[form]

    def _saying(self, kind: EventKind, values: dict[str, Any], about: str | None = None) -> Act:
        workspace, project = self._desk.workspace, self._project
        target = self._target if about is None else about
        return lambda: say(workspace, project, saying(kind, target, values))

    def _file(self, values: dict[str, Any], paths: list[Path]) -> None:
        workspace, project = self._desk.workspace, self._project
        draft = replace(document_draft(values), file=paths[0])
        self._do(Form.DOCUMENT, lambda: file_document(workspace, project, draft))

    def _attach(self, values: dict[str, Any], paths: list[Path]) -> None:
        posted = self._view.facts.newest_posted() if self._view else None
        if posted is None:
            return
        workspace, role = self._desk.workspace, PhotoRole(values["role"])
        publicity = posted.publicity.id
        self._do(Form.PHOTOS, lambda: attach_publicity_photos(workspace, publicity, role, paths))

    def _do(self, form: Form, act: Act) -> None:
        sheet = self.form(form)

        def refused(error: InspectorError) -> None:
            named = str(error.facts.get("field", ""))
            known = {spec.key for spec in specs(form)}
            field = named if named in known else FIRST_FIELDS[form]
            sheet.form.show_error(field, self._desk.ask.explain(error))

        self._desk.act(act, lambda _done: self.leave(), refused)
