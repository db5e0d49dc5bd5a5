"""What one can do to the item that is looked at; each act saves itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome, Seen, Topic
from inspector.core.checklists import AnswerState
from inspector.core.errors import InspectorError
from inspector.core.inspections import Visit
from inspector.operations.attaching import attach_photos
from inspector.operations.drafts import forget_draft, keep_draft, list_drafts
from inspector.operations.history import HistoryLine, history_of
from inspector.operations.inspecting import (
    ItemLine,
    Spot,
    add_readings,
    change_reading,
    remove_reading,
    set_choice,
    set_design_value,
    set_due_points,
    set_note,
    set_result,
    set_variant,
    show_item,
)
from inspector.operations.past import end_of_day_ms, record_as_of, restore_offered
from inspector.operations.photos import Receipt, unlink_photo
from inspector.operations.seeing import look_at
from inspector.operations.workspace import Workspace
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.inspect.facts import NO_REASON, lacks_variant
from inspector.ui.screens.inspect.story.model import facts_then
from inspector.ui.screens.inspect.viewmodel import Answering, Board, Refused
from inspector.words.language import _

_REASONS_OFFERED = 4


class ItemActs(QObject):
    """The acts of the sheet, on the item of the board.

    Signals:
        variant_wanted(): no verdict before the case is picked.
    """

    variant_wanted = Signal()

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self._reasons: list[str] = []
        self._asked: dict[Spot, AnswerState] = {}
        board.line_changed.connect(self._settle)

    @property
    def line(self) -> ItemLine | None:
        """Give the item with what was found."""
        return self.board.line()

    # -- verdicts

    def state(self, state: AnswerState, reason: str = "", on_refused: Refused = None) -> None:
        """State the verdict; the same again is no act."""
        line = self.line
        if line is None:
            return
        if lacks_variant(line, state):
            self.variant_wanted.emit()
            return
        is_plain = state is not AnswerState.NOT_APPLICABLE
        if is_plain and state is self._asked.get(line.spot, line.state):
            return
        if reason:
            self._reasons = [reason, *(one for one in self._reasons if one != reason)]
        self._asked[line.spot] = state

        def refused(error: InspectorError) -> None:
            self._asked.clear()
            (on_refused or self.board.desk.ask.refuse)(error)

        self.board.answer(
            lambda ws, visit, spot: set_result(ws, visit, spot, state, reason or None),
            line.spot,
            refused,
        )

    def _settle(self, item_id: str) -> None:
        """Forget what was asked once it holds: keys may come faster than acts end."""
        for line in self.board.lines():
            if line.item.id == item_id and self._asked.get(line.spot) is line.state:
                del self._asked[line.spot]

    def reasons(self) -> list[str]:
        """Offer reasons for "not applicable": the last ones first, then usual ones."""
        known = [
            line.answer.result.reason
            for line in self.board.lines()
            if line.answer and line.answer.result.reason
        ]
        usual = [_(reason) for reason in NO_REASON]
        return list(dict.fromkeys([*self._reasons, *known, *usual]))[:_REASONS_OFFERED]

    def last_reason(self) -> str:
        """Give the reason that was given last, to be given again with Enter."""
        return next(iter(self._reasons), "")

    # -- readings

    def add_readings(self, spot: Spot, text: str, on_refused: Refused) -> None:
        """Add what was typed: one number, or several with blanks between."""
        texts = text.split()
        if texts:
            self.board.answer(
                lambda ws, visit, at: add_readings(ws, visit, at, texts), spot, on_refused
            )

    def change_reading(self, spot: Spot, reading_id: str, text: str, on_refused: Refused) -> None:
        """Correct a reading; an empty text takes it back."""
        if not text.strip():
            self.remove_reading(spot, reading_id)
            return
        self.board.answer(
            lambda ws, visit, at: change_reading(ws, visit, at, reading_id, text), spot, on_refused
        )

    def remove_reading(self, spot: Spot, reading_id: str) -> None:
        """Take a reading back."""
        self.board.answer(lambda ws, visit, at: remove_reading(ws, visit, at, reading_id), spot)

    # -- what the limits depend on

    def variant(self, key: str) -> None:
        """Pick the case that applies."""
        self._give(lambda ws, visit, spot: set_variant(ws, visit, spot, key or None))

    def choice(self, key: str) -> None:
        """Pick an option."""
        self._give(lambda ws, visit, spot: set_choice(ws, visit, spot, key or None))

    def design(self, line: ItemLine, text: str, on_refused: Refused) -> None:
        """Give the design value; the same again is no act."""
        if text.strip() != (line.design_value or ""):
            self.board.answer(
                lambda ws, visit, spot: set_design_value(ws, visit, spot, text),
                line.spot,
                on_refused,
            )

    def due(self, line: ItemLine, due: int) -> None:
        """Say how many points are due; the same again is no act."""
        if due != line.due_points:
            self.board.answer(
                lambda ws, visit, spot: set_due_points(ws, visit, spot, due), line.spot
            )

    def _give(self, give: Answering) -> None:
        line = self.line
        if line is not None:
            self.board.answer(give, line.spot)

    # -- note, photos, history

    def begin_note(self, spot: Spot) -> tuple[str, Seen]:
        """Read the note that an editor is to show, and remember what was there to be seen."""
        workspace, visit = self.board.workspace, self.board.visit
        seen = look_at(workspace, self.board.answer_key(spot))  # before the note is read
        answer = show_item(workspace, visit, spot).answer if visit else None
        return (answer.note or "") if answer else "", seen

    def note(self, spot: Spot, before: str, text: str, seen: Seen) -> None:
        """Keep a note; the same again is no act. Words that are refused are kept as half typed."""
        if text.strip() == before.strip():
            return

        def give(workspace: Workspace, visit: Visit, at: Spot) -> Outcome[ItemLine]:
            done = set_note(workspace.having_seen(seen), visit, at, text)
            return replace(done, changes=done.changes.also(Topic.CONFLICTS))

        def refused(error: InspectorError) -> None:
            self.keep(self.note_key(spot), text)
            self.board.desk.ask.refuse(error)

        self.board.answer(give, spot, refused)

    def note_key(self, spot: Spot) -> str:
        """Name what is half typed of a note."""
        return f"answer/{self.board.answer_key(spot)}/note"

    def attach(self, paths: Sequence[Path]) -> None:
        """Take photos in and link them to the answer."""
        line, visit, desk = self.line, self.board.visit, self.board.desk
        if line is None or visit is None or not paths:
            return

        def came(outcome: Outcome[Receipt]) -> None:
            desk.remember(outcome)
            desk.hub.tell_outcome(outcome)
            self._report(outcome.value)

        desk.long_work(
            _("正在收入照片"),
            Job(
                work=lambda progress: attach_photos(
                    self.board.workspace, visit, line.spot, paths, progress
                ),
                on_success=came,
                on_refusal=desk.ask.refuse,
                on_crash=desk.crashed,
            ),
        )

    def _report(self, receipt: Receipt) -> None:
        """Say what came in; a file that was refused is named."""
        desk = self.board.desk
        for refused in receipt.refused[:1]:
            desk.toast(desk.ask.explain(refused.error))
        if not receipt.refused:
            count = len(receipt.taken) + len(receipt.known)
            desk.toast(_("已关联 {count} 张照片").format(count=count))

    def unlink(self, link_id: str) -> None:
        """Take a photo off the answer; the photo itself stays."""
        line, board = self.line, self.board
        if line is not None:
            board.act(
                lambda: unlink_photo(board.workspace, link_id),
                lambda _nothing: board.refresh(line.spot),
            )

    def history(self) -> list[HistoryLine]:
        """List everything that was written of the answer; nothing if there is none."""
        line = self.line
        if line is None or line.answer is None:
            return []
        try:
            return history_of(self.board.workspace, line.answer.id)
        except InspectorError:
            return []

    def past_then(self, day: date) -> list[tuple[str, str]]:
        """Tell what the answer said at the end of a day; nothing before there was one."""
        line, workspace = self.line, self.board.workspace
        if line is None or line.answer is None:
            return []
        found = record_as_of(workspace, line.answer.id, end_of_day_ms(workspace, day))
        return facts_then(found, line.item)

    def restore(self, key: str) -> None:
        """Give back what an entry of the answer's history offers."""
        line, board = self.line, self.board
        told = next((one for one in self.history() if str(one.opid) == key), None)
        if line is not None and told is not None:
            board.act(
                lambda: restore_offered(board.workspace, told),
                lambda _done: board.refresh(line.spot),
            )

    # -- half-typed text

    def keep(self, key: str, text: str) -> None:
        """Keep what is typed but not given."""
        keep_draft(self.board.workspace, key, text)

    def forget(self, key: str) -> None:
        """Let it go: it was given."""
        forget_draft(self.board.workspace, key)

    def draft(self, key: str) -> str:
        """Give what was typed but not given before the program ended."""
        found = (draft.text for draft in list_drafts(self.board.workspace) if draft.key == key)
        return next(found, "")
