"""What is done about a defect: its sheet, and the panels that open over it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Seen
from inspector.core.defects import Defect, DefectState, DefectStep, Notice
from inspector.core.errors import InspectorError, Problem
from inspector.operations.defects import MoveDraft
from inspector.operations.photos import Receipt
from inspector.ui.kit.ask import FileQuestion, TextQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.draft import DraftKeeper
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.yeardays import YearDialog
from inspector.ui.screens.defects.forms.view import (
    FactsForm,
    NoticeDone,
    NoticeForm,
    PastPane,
    StepForm,
)
from inspector.ui.screens.defects.notices.work.view import NoticeWork, show_paper
from inspector.ui.screens.defects.parts.view import AttachStrip, FormPane
from inspector.ui.screens.defects.sheet.view import DefectPane
from inspector.ui.screens.defects.viewmodel import DefectBoard, next_reason_title
from inspector.words.history import past_head
from inspector.words.language import _
from inspector.words.records import state_name, step_name

_KINDS = "(*.jpg *.jpeg *.heic *.heif *.png *.webp *.avif *.tif *.tiff)"
_ASKED = {
    DefectStep.RECHECK_FAIL,
    DefectStep.CONCEDE,
    DefectStep.LEAVE_OPEN,
    DefectStep.VOID,
    DefectStep.REOPEN,
}


class DefectWork(QStackedWidget):
    """The sheet of one defect, or one panel over it.

    Signals:
        opened(): a panel is open and wants to be seen.
        left(): the person is done here; lead back to the list.
        recorded(str): a new defect is on record.
    """

    opened = Signal()
    left = Signal()
    recorded = Signal(str)

    def __init__(
        self, desk: Desk, board: DefectBoard, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = board
        self._pictures = pictures
        self._current = ""
        self.form: QWidget | None = None
        self._keeper = DraftKeeper(board.keep_draft, board.forget_draft, self)
        self.notices = NoticeWork(desk, board, self)
        self.sheet = DefectPane(pictures)
        blank = Ground(edges="left")
        column = QVBoxLayout(blank)
        column.addWidget(
            EmptyPanel("alert", _("没有选择问题"), _("左边选一条，这里就是它的全部。"))
        )
        self.addWidget(blank)
        self.addWidget(self.sheet)
        self._listen()

    def _listen(self) -> None:
        sheet = self.sheet
        sheet.steps.chosen.connect(lambda step: self._step(DefectStep(step)))
        sheet.edit_button.clicked.connect(self.edit)
        sheet.history_button.clicked.connect(self.past)
        sheet.photo_button.clicked.connect(self.choose_photos)
        sheet.pair.asked.connect(self.choose_photos)
        sheet.pair.opened.connect(self._look_at)

    # -- the sheet ----------

    def defect(self) -> Defect | None:
        """Give the defect that is shown."""
        told = self._board.tell(self._current) if self._current else None
        return told.defect if told else None

    def show_defect(self, defect_id: str) -> None:
        """Show this defect; an open panel stays while its defect is the same."""
        if defect_id != self._current:
            self._current = defect_id
            self.close_form()
        told = self._board.tell(defect_id) if defect_id else None
        if told is not None:
            self.sheet.show_defect(told)
        if self.form is None:
            self.setCurrentIndex(1 if told else 0)

    def _look_at(self, photo_id: str) -> None:
        project = self._board.project
        if project is not None:
            self._desk.go("photos", project=project.id, photo=photo_id)

    # -- panels ----------

    def open_form(self, form: QWidget) -> None:
        """Open a panel over the sheet, instead of the one that is open."""
        self.close_form()
        self.form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        self.opened.emit()
        if isinstance(form, FormPane):
            form.left.connect(self.leave)
            form.setFocus()

    def close_form(self) -> None:
        """Close the panel that is open, if there is one."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.show_defect(self._current)

    def leave(self) -> None:
        """Close the panel, or lead back to the list."""
        self.close_form()
        self.left.emit()

    def give(self) -> None:
        """Give the panel that is open."""
        if isinstance(self.form, FormPane):
            self.form.given.emit()

    def press(self, step: Callable[[], object]) -> Callable[[], object]:
        """Keep step keys for the sheet: an open panel has its own."""
        return lambda: step() if self.form is None and self._current else None

    def new(self) -> None:
        """Open the panel for a new defect."""
        if self._board.project is None or not self._board.places:
            self._desk.ask.tell(_("还不能记问题"), _("请先在“项目”里建好项目和部位。"))
            return
        form = FactsForm(self._board, self._pictures)
        form.given.connect(partial(self._record, form))
        self._serve(form.attach)
        self.open_form(form)
        form.text.setFocus()
        self._watch(form, form.text, f"defect/new/{self._board.project.id}/text")
        self._board.read_scheme(partial(self._offer_items, form))

    def _offer_items(self, form: FactsForm) -> None:
        if form is self.form:
            form.offer_items()

    def _record(self, form: FactsForm) -> None:
        draft = form.draft()
        if draft is not None:
            done = partial(self._recorded, form)
            self._board.record(draft, done, partial(self._refuse_form, form))

    def _recorded(self, form: FactsForm, defect: Defect) -> None:
        self._given(form, form.text)
        self.close_form()
        self.recorded.emit(defect.id)
        self._desk.toast(_("已记录 {number}").format(number=defect.number))

    def edit(self) -> None:
        """Open the panel that changes the defect's facts."""
        seen = self._board.look_at(self._current)  # before it is read, so it is not more
        defect = self.defect()
        if defect is None:
            return
        form = FactsForm(self._board, self._pictures, defect)
        form.given.connect(partial(self._change, form, defect, seen))
        self.open_form(form)
        form.text.setFocus()

    def _change(self, form: FactsForm, defect: Defect, seen: Seen) -> None:
        fields = form.changes()
        if fields is None:
            return
        if not fields:
            self.leave()
            return
        done = lambda _defect: self.leave()  # noqa: E731 - one word for what follows
        self._board.edit(defect.id, fields, done, partial(self._refuse_form, form), seen)

    def past(self) -> None:
        """Show the history of the defect."""
        defect = self.defect()
        if defect is None:
            return
        pane = PastPane(defect.number, self._board.past(defect.id))
        pane.left.connect(self.leave)
        pane.past.day_given.connect(lambda day: self._tell_day(pane, defect.id, day))
        pane.past.restore_wanted.connect(
            lambda key: self._board.restore(
                defect.id, key, lambda _done: self._tell_past_again(pane, defect.id)
            )
        )
        self.open_form(pane)

    def _tell_past_again(self, pane: PastPane, defect_id: str) -> None:
        if pane is self.form:
            pane.set(self._board.past(defect_id))

    def _tell_day(self, pane: PastPane, defect_id: str, day: date) -> None:
        facts = self._board.past_then(defect_id, day)
        pane.past.show_day(past_head(day.isoformat(), is_there=bool(facts)), facts)

    def _refuse_form(self, form: FormPane, error: InspectorError) -> None:
        if form is self.form:
            form.refuse(self._desk.ask.explain(error))
        else:
            self._desk.ask.refuse(error)

    # -- steps ----------

    def _step(self, step: DefectStep) -> None:
        defect = self.defect()
        if defect is None:
            return
        if step is DefectStep.ISSUE:
            self._issue(defect)
        elif step in {DefectStep.REPLY, DefectStep.EXTEND}:
            self._open_step(defect, step)
        elif step in _ASKED:
            question = TextQuestion(
                title=f"{step_name(step)} · {defect.number}",
                label=next_reason_title(step),
                yes=step_name(step),
            )
            self._desk.ask.text(question, partial(self._move_because, defect, step))
        else:
            self._move(defect, MoveDraft(step=step))

    def _open_step(self, defect: Defect, step: DefectStep) -> None:
        form = StepForm(self._board, self._pictures, defect, step)
        form.given.connect(partial(self._give_step, form))
        self._serve(form.attach)
        self.open_form(form)
        form.words.setFocus()
        self._watch(form, form.words, f"defect/{defect.id}/{step.value}")

    def _watch(self, form: FormPane, editor: QPlainTextEdit, key: str) -> None:
        """Keep half-typed text, and offer what was typed before the program ended."""
        self._keeper.attach(editor, key)
        self._keeper.offer(editor, self._board.draft(key), form.refusal)

    def _give_step(self, form: StepForm) -> None:
        draft = form.draft()
        if draft is not None:
            refused = partial(self._refuse_form, form)
            done = partial(self._step_given, form)
            self._board.move(form.defect.id, draft, done, refused)

    def _step_given(self, form: StepForm, defect: Defect) -> None:
        self._given(form, form.words)
        self._moved(defect)

    def _given(self, form: FormPane, editor: QPlainTextEdit) -> None:
        if form is self.form:  # else it is gone with its editor
            self._keeper.given(editor)

    def _move_because(self, defect: Defect, step: DefectStep, reason: str) -> None:
        self._move(defect, MoveDraft(step=step, reason=reason))

    def _move(self, defect: Defect, draft: MoveDraft) -> None:
        self._board.move(defect.id, draft, self._moved, self._refuse_step)

    def _moved(self, defect: Defect) -> None:
        self.close_form()
        self.left.emit()
        if not defect.is_open or defect.state is DefectState.LEFT_OPEN:
            said = _("{number} {state}").format(
                number=defect.number, state=state_name(defect.state)
            )
            self._desk.toast(said)

    def _refuse_step(self, error: InspectorError) -> None:
        sentence = self._desk.ask.explain(error)
        if error.problem is Problem.DEFECT_HAS_NO_PHOTO:
            self.sheet.refusal.say(sentence, Tone.FAIL, _("加照片…"), self.choose_photos)
        else:
            self.sheet.refusal.say(sentence, Tone.FAIL)

    # -- notices ----------

    def _issue(self, defect: Defect) -> None:
        if defect.party_id is None:
            sentence = _("这条问题还没有责任单位，不知道下发给谁。")
            self.sheet.refusal.say(sentence, Tone.FAIL, _("指定…"), self.edit)
            return
        self._open_notice(NoticeForm(self._board, defect))

    def notice(self) -> None:
        """Open the panel for a notice to a party."""
        if self._board.project is not None:
            self._open_notice(NoticeForm(self._board))

    def _open_notice(self, form: NoticeForm) -> None:
        form.given.connect(partial(self._give_notice, form))
        form.issued_plainly.connect(partial(self._issue_plainly, form))
        form.year_wanted.connect(partial(self._ask_year, form))
        self.open_form(form)
        form.term.setFocus()

    def _ask_year(self, form: NoticeForm, year: int) -> None:
        """Ask for the holidays of a year; the term is reckoned at once."""

        def known() -> None:
            if self.form is form:
                form.tell_end()

        YearDialog(self._desk, year, known, self.window()).open()

    def _give_notice(self, form: NoticeForm) -> None:
        draft = form.draft()
        if draft is not None:
            self._board.issue(draft, self._issued, partial(self._refuse_form, form))

    def _issue_plainly(self, form: NoticeForm) -> None:
        draft = form.draft()
        if draft is None:
            return
        due_on = self._board.due_of(draft)
        move = MoveDraft(step=DefectStep.ISSUE, due_on=due_on, party_id=draft.party_id)
        for defect_id in draft.defect_ids:
            self._board.move(defect_id, move, self._moved, partial(self._refuse_form, form))

    def _issued(self, notice: Notice) -> None:
        self.close_form()
        count = len(notice.defect_ids)
        self._board.print(notice, partial(self._printed, notice.number, count), self._refuse_step)

    def _printed(self, number: str, count: int, path: Path) -> None:
        done = NoticeDone(number, path, count)
        show_paper(done, path)
        self.open_form(done)
        done.yes.setFocus()

    # -- photos ----------

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take photos in for the panel that is open, else for the defect that is shown."""
        strip = getattr(self.form, "attach", None)
        if isinstance(strip, AttachStrip):
            strip.wanted.emit(list(paths))
        elif paths and self.form is None:
            self._attach(list(paths))

    def choose_photos(self) -> None:
        """Ask for photos, for the open panel or the defect."""
        if self._current or self.form is not None:
            self._ask_files(self.take_in)

    def _ask_files(self, on_paths: Callable[[list[Path]], object]) -> None:
        question = FileQuestion(title=_("加照片"), kinds=f"{_('照片')} {_KINDS}")
        self._desk.ask.files(question, on_paths)

    def _serve(self, strip: AttachStrip) -> None:
        strip.asked.connect(lambda: self._ask_files(strip.wanted.emit))
        strip.wanted.connect(partial(self._take_for, strip))

    def _take_for(self, strip: AttachStrip, paths: list[Path]) -> None:
        form = self.form

        def came(receipt: Receipt) -> None:
            if self.form is form:
                strip.add((*receipt.taken, *receipt.known))
                if receipt.refused:
                    strip.say(self._refused_words(receipt))

        self._board.take_in(paths, came, **self._intake(form))

    def _attach(self, paths: list[Path]) -> None:
        defect = self.defect()
        if defect is None:
            return

        def came(receipt: Receipt) -> None:
            self._board.attach(defect, [*receipt.taken, *receipt.known], self._refuse_step)
            if receipt.refused:
                self.sheet.refusal.say(self._refused_words(receipt), Tone.FAIL)

        self._board.take_in(paths, came, place_id=defect.place_id, photographer=self._board.me())

    def _intake(self, form: QWidget | None) -> dict[str, str | None]:
        """Say where and by whom photos of a panel are: a reply's are the party's own."""
        if isinstance(form, StepForm):
            parties = {party.id: party.unit for party in self._board.parties}
            by = parties.get(form.defect.party_id or "")
            return {"place_id": form.defect.place_id, "photographer": by}
        place = form.place.current() if isinstance(form, FactsForm) else None
        return {"place_id": place, "photographer": self._board.me()}

    def _refused_words(self, receipt: Receipt) -> str:
        return "\n".join(self._desk.ask.explain(one.error) for one in receipt.refused)
