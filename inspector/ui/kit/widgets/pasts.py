"""The past of a record: how it was on a day, and every entry with what it can give back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.ui.kit.widgets.stories import Event, Timeline
from inspector.ui.kit.widgets.texts import Pairs, small
from inspector.words.language import _


class PastView(QWidget):
    """A field for a day, what the record was then, and the line of events.

    Signals:
        day_given(date): show it as it was at the end of this day.
        restore_wanted(str): give back what the event with this key offers.
    """

    day_given = Signal(object)
    restore_wanted = Signal(str)

    def __init__(self, events: Sequence[Event], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = line_edit("", _("年-月-日，如 2026-11-22"))
        self.day.setObjectName("past_day")
        self.day.returnPressed.connect(self._give_day)
        self._row = FieldRow(_("那天的样子（回车）"), self.day)
        self._head = small()
        self.facts = Pairs()
        self.timeline = Timeline()
        self.timeline.pressed.connect(self.restore_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for part in (self._row, self._head, self.facts):
            column.addWidget(part)
        column.addSpacing(SPACE_3)
        column.addWidget(self.timeline)
        self._head.hide()
        self.facts.hide()
        self.set(events)

    def set(self, events: Sequence[Event]) -> None:
        """Tell this story."""
        self.timeline.set(events)

    def show_day(self, head: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show the record as it was."""
        self._head.set(head)
        self.facts.set(facts)
        self._head.show()
        self.facts.setVisible(bool(facts))

    def forget_day(self) -> None:
        """Show no day any more: another record comes."""
        self.day.clear()
        self._row.clear_error()
        self._head.hide()
        self.facts.hide()

    def head(self) -> str:
        """Give what stands over the record as it was; nothing where no day was given."""
        return "" if self._head.isHidden() else self._head.words()

    def _give_day(self) -> None:
        self._row.clear_error()
        try:
            day = date.fromisoformat(self.day.text().strip())
        except ValueError:
            self._row.show_error(_("请按“年-月-日”填写，如 2026-11-22。"))
            return
        self.day_given.emit(day)
