"""The sheet of an item: what is asked, what was found, and everything one can do about it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from inspector.core.checklists import AnswerState
from inspector.core.defects import Defect
from inspector.operations.inspecting import ItemLine
from inspector.ui.kit.draft import DraftKeeper
from inspector.ui.kit.icons import icon
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Banner, Card
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.pasts import PastView
from inspector.ui.kit.widgets.texts import ElidedLabel, SectionLabel, Words, small
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.ui.screens.inspect.defect.view import DefectPanel
from inspector.ui.screens.inspect.defect.viewmodel import DefectDesk
from inspector.ui.screens.inspect.facts import (
    basis,
    clash,
    dispute,
    judged,
    manner,
    tags,
    takes_readings,
)
from inspector.ui.screens.inspect.limits.view import LimitFields
from inspector.ui.screens.inspect.note.view import NoteBox
from inspector.ui.screens.inspect.pictures.view import PhotoStrip
from inspector.ui.screens.inspect.readings.view import ReadingsRow
from inspector.ui.screens.inspect.story.model import events_of
from inspector.ui.screens.inspect.verdicts.view import VerdictBox
from inspector.words.checklists import group_title, item_title, requirement, state_name
from inspector.words.history import past_head
from inspector.words.language import _

_SHORT = 560
"""Below this height the verdict buttons leave the scrolled part and stay in reach."""


class ItemSheet(DetailPane):
    """One item.

    Signals:
        next_wanted(): to the next item that nobody looked at.
        settled(): a panel closed; the focus may go back to the list.
    """

    next_wanted = Signal()
    settled = Signal()

    def __init__(self, acts: ItemActs, defects: DefectDesk) -> None:
        super().__init__(_("检查项详情"))
        self.setObjectName("sheet")
        self.setAcceptDrops(True)
        self._acts = acts
        self._line: ItemLine | None = None
        self._keeper = DraftKeeper(acts.keep, acts.forget, self)
        self.head = QHBoxLayout()
        self.limits = LimitFields(acts)
        self.readings = ReadingsRow(acts)
        self.verdicts = VerdictBox(acts)
        self.photos = PhotoStrip(acts, self.verdicts.last_button())
        self.note = NoteBox(acts, self._keeper)
        self.defect = DefectPanel(defects, self._keeper, acts.board.desk.ask.explain)
        self._make_words()
        self._make_story()
        self._lay_out()
        self._make_foot()
        self._listen(defects)

    # -- showing

    def set(self, line: ItemLine) -> None:
        """Show an item; the same one again keeps what is open."""
        before = self._line
        is_other = before is None or line.spot != before.spot
        self._line = line
        if is_other:
            self._close_panels()
        self._show_words(line)
        self.limits.set(line)
        self.readings.setVisible(takes_readings(line.item))
        self.readings.set(line)
        self._show_dispute(line)
        self._show_computation(line)
        self.verdicts.set(line, is_other=is_other)
        self._show_offer(line)
        self._show_numbers(line)
        self.photos.show_photos()
        self.note.set(line, is_other=is_other)
        if not self._story.isHidden():
            self._tell_story()
        if is_other:
            self.area.verticalScrollBar().setValue(0)
        elif before is not None and before.readings != line.readings:
            self._reveal(self._card)

    def is_busy(self) -> bool:
        """Tell whether a panel waits for the person."""
        return not self.defect.isHidden() or self.verdicts.asks_reason() or self.note.is_editing()

    # -- acting

    def open_note(self) -> None:
        """Let the person write a note."""
        self.note.edit()
        self._reveal(self.note)

    def open_defect(self) -> None:
        """Let the person record a defect, with everything known filled in."""
        if self.defect.isHidden() and self.defect.open():
            self._offer.hide()
            self._next.set_kind(Kind.PLAIN)
            self._pinned.hide()
            self._reveal(self.defect)

    def toggle_story(self) -> None:
        """Show what happened to the answer, or no more."""
        self._story.setVisible(self._story.isHidden())
        if not self._story.isHidden():
            self._tell_story()
            self._reveal(self._story)

    def finish(self) -> None:
        """Finish what is open: Ctrl+Enter."""
        if not self.defect.isHidden():
            self.defect.give()
        elif self.verdicts.asks_reason():
            self.verdicts.finish()
        elif self.note.is_editing():
            self.note.finish()

    def dismiss(self) -> bool:
        """Close what is open: Esc; tell whether anything was."""
        if not self.defect.isHidden():
            self.defect.dismiss()
        elif self.verdicts.asks_reason():
            self.verdicts.dismiss()
        elif self.note.is_editing():
            self.note.finish()
        elif not self._story.isHidden():
            self._story.hide()
        else:
            return False
        return True

    def leave(self) -> None:
        """Lose nothing: the window closes, or the screen is left."""
        self.note.commit()
        self._keeper.flush()

    # -- making

    def _make_words(self) -> None:
        self._code = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._title = Words("", Pen(size=TITLE, bold=True))
        self._requirement = Words()
        self._manner, self._basis = small(), small()
        self._tags = [Tag("") for _number in range(3)]
        self._card = Card()
        self._card.column.setContentsMargins(12, 8, 12, 8)
        self._card.column.setSpacing(2)
        self._steps, self._result = Words("", Pen(bold=True)), small()
        self._card.column.addWidget(self._steps)
        self._card.column.addWidget(self._result)
        self._dispute, self._clash, self._offer = Banner(), Banner(), Banner()
        self._dispute.setObjectName("dispute")
        self._clash.setObjectName("clash")
        self._offer.setObjectName("offer")
        self._more = IconButton("more", _("更多"))
        self._more.setObjectName("more")
        self._more.clicked.connect(self._open_menu)

    def _make_story(self) -> None:
        self._story = Card()
        self._story.setObjectName("story")
        self.past = PastView([])
        self.timeline = self.past.timeline
        self.past.day_given.connect(self._tell_day)
        self.past.restore_wanted.connect(self._acts.restore)
        self._untold = small(_("还没有记录。"))
        self._story.column.addWidget(SectionLabel(_("历史"), _("谁、何时、从什么改成什么")))
        self._story.column.addWidget(self.past)
        self._story.column.addWidget(self._untold)
        self._story.hide()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.body.addLayout(self._head_row())
        self.body.addLayout(self._tag_row())
        self._numbers = QWidget()
        self._number_flow = FlowLayout(self._numbers, gap=4, line_gap=0)
        self._number_buttons: list[KeyButton] = []
        parts: tuple[QWidget, ...] = (
            *(self._requirement, self._ways(), self.limits, self.readings),
            *(self._dispute, self._card, self._clash, self.verdicts, self._offer, self._numbers),
            *(self.defect, self.photos, self.note, self._story),
        )
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._place_in_body = self.body.indexOf(self.verdicts)
        self._pinned = QWidget()
        pinned = QVBoxLayout(self._pinned)
        pinned.setContentsMargins(SPACE_3, 4, SPACE_3, 0)
        self._pinned.hide()
        self._is_pinned = False
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._pinned)

    def _head_row(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._code)
        names.addWidget(self._title)
        self.head.setSpacing(SPACE_2)
        self.head.addLayout(names, 1)
        self.head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        return self.head

    def _tag_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for tag in self._tags:
            row.addWidget(tag)
        row.addStretch(1)
        return row

    def _ways(self) -> QWidget:
        """Put how to look and what it rests on close together."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._manner)
        column.addWidget(self._basis)
        return both

    def _make_foot(self) -> None:
        note = KeyButton(_("备注"), keys="Ctrl+E")
        note.setObjectName("write_note")
        note.clicked.connect(self.open_note)
        defect = KeyButton(_("记问题"), keys="Ctrl+N")
        defect.setObjectName("new_defect")
        defect.clicked.connect(self.open_defect)
        self._next = KeyButton(_("下一未查项"), keys="Enter", kind=Kind.PRIMARY)
        self._next.setObjectName("next_unchecked")
        self._next.clicked.connect(self.next_wanted)
        self.foot.addWidget(note)
        self.foot.addWidget(defect)
        self.foot.addStretch(1)
        self.foot.addWidget(self._next)

    def _listen(self, defects: DefectDesk) -> None:
        self.area.installEventFilter(self)
        self._acts.variant_wanted.connect(self.limits.ask_variant)
        self.limits.settled.connect(self._go_on)
        self.readings.moved_on.connect(self.next_wanted)
        self.verdicts.asked.connect(partial(self._reveal, self.verdicts))
        self.verdicts.settled.connect(self.settled)
        self.note.settled.connect(self.settled)
        self.defect.closed.connect(self._close_defect)
        defects.recorded.connect(self._tell_recorded)

    # -- parts

    def _show_words(self, line: ItemLine) -> None:
        item = line.item
        place = f"{self._acts.board.discipline(line)} · {group_title(item)}"
        self._code.set(f"{item.id}　{place}")
        self._title.set(item_title(item))
        said = tags(line)
        for number, tag in enumerate(self._tags):
            tag.setVisible(number < len(said))
            if number < len(said):
                tag.set(said[number])
        self._requirement.set(requirement(item))
        self._manner.set(manner(line))
        self._basis.set(basis(item))
        self._basis.setVisible(bool(item.refs))
        self._basis.setToolTip(item.note or "")

    def _show_dispute(self, line: ItemLine) -> None:
        words = dispute(line)
        self._dispute.hide()
        if words:
            self._dispute.say(words, Tone.FAIL)

    def _show_computation(self, line: ItemLine) -> None:
        found = judged(line)
        self._card.setVisible(found is not None)
        if found is not None:
            self._card.set_tone(found.tone)
            self._steps.set(found.steps, found.tone or Tone.PLAIN)
            self._steps.setVisible(found.tone is not None)
            self._result.set(found.result if found.tone else found.steps)
            self._result.setVisible(bool(self._result.words()))
        disagreement = clash(line)
        if disagreement is None:
            self._clash.hide()
            return
        words, way_out = disagreement
        step = _("改为{state}").format(state=state_name(way_out)) if way_out else ""
        act = partial(self._acts.state, way_out) if way_out else None
        self._clash.say(words, Tone.WARN, step, act)

    def _show_offer(self, line: ItemLine) -> None:
        is_open = line.state is AnswerState.FAIL and not line.defect_numbers
        if is_open and self.defect.isHidden():
            words = _("不合格，还没有记问题。")
            self._offer.say(words, Tone.FAIL, _("记问题"), self.open_defect)
        else:
            self._offer.hide()

    def _show_numbers(self, line: ItemLine) -> None:
        numbers = line.defect_numbers
        while len(self._number_buttons) < len(numbers):
            button = KeyButton("", icon="alert", kind=Kind.QUIET)
            button.clicked.connect(partial(self._go_to_defect, button))
            self._number_flow.addWidget(button)
            QWidget.setTabOrder(self.verdicts.last_button(), button)
            self._number_buttons.append(button)
        for place, button in enumerate(self._number_buttons):
            button.setVisible(place < len(numbers))
            if place < len(numbers):
                button.set_text(_("问题 {number}").format(number=numbers[place]))
                button.setObjectName(f"defect_{numbers[place]}")
        self._numbers.setVisible(bool(numbers))

    def _tell_story(self) -> None:
        if self._line is None:
            return
        events = events_of(self._acts.history(), self._line.item)
        self.past.set(events)
        self.past.setVisible(bool(events))
        self._untold.setVisible(not events)

    def _tell_day(self, day: date) -> None:
        facts = self._acts.past_then(day)
        self.past.show_day(past_head(day.isoformat(), is_there=bool(facts)), facts)
        self._reveal(self._story)

    # -- what happens

    def _go_on(self) -> None:
        """Lead from the limits to the readings, or back to the list."""
        if self.readings.isHidden():
            self.settled.emit()
        else:
            self.readings.start()

    def _go_to_defect(self, button: KeyButton) -> None:
        number = button.objectName().removeprefix("defect_")
        self._acts.board.desk.go("defects", defect=number)

    def _tell_recorded(self, defect: Defect) -> None:
        desk = self._acts.board.desk
        desk.toast(
            _("已记录问题 {number}").format(number=defect.number),
            _("打开"),
            lambda: desk.go("defects", defect=defect.number),
        )

    def _close_defect(self) -> None:
        self._next.set_kind(Kind.PRIMARY)
        self._pinned.setVisible(self._is_pinned)
        if self._line is not None:
            self._show_offer(self._line)
        self.settled.emit()

    def _close_panels(self) -> None:
        if not self.defect.isHidden():
            self.defect.dismiss()
        self._story.hide()
        self.past.forget_day()

    def _reveal(self, widget: QWidget) -> None:
        """Scroll a panel into view once it has its size."""
        QTimer.singleShot(0, self, partial(self._scroll_to, widget))

    def _scroll_to(self, widget: QWidget) -> None:
        self.body.activate()
        bar, height = self.area.verticalScrollBar(), self.area.viewport().height()
        bottom = widget.y() + widget.height() + SPACE_3 - height
        if bar.value() < bottom or widget.y() < bar.value():
            bar.setValue(min(bottom, widget.y() - SPACE_2))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        entries = (
            ("history", _("历史　Ctrl+H"), self.toggle_story),
            ("undo", _("改回未查　0"), partial(self.verdicts.give, AnswerState.UNCHECKED)),
        )
        for name, text, slot in entries:
            entry = menu.addAction(icon(name), text)
            entry.triggered.connect(lambda _checked, slot=slot: slot())
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    # -- dropping files, fitting

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Link the dropped photos to the answer."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._acts.attach(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys that no field wanted pass by the scrolled part: they walk the list."""
        if watched is self.area and event.type() is QEvent.Type.KeyPress:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the verdict in reach where the window is short."""
        super().resizeEvent(event)
        self._pin(is_short=self.height() < _SHORT)

    def _pin(self, *, is_short: bool) -> None:
        if is_short is self._is_pinned:
            return
        self._is_pinned = is_short
        layout = self._pinned.layout()
        if is_short and layout is not None:
            self.body.removeWidget(self.verdicts)
            layout.addWidget(self.verdicts)
        else:
            self.body.insertWidget(self._place_in_body, self.verdicts)
        self._pinned.setVisible(is_short and self.defect.isHidden())
