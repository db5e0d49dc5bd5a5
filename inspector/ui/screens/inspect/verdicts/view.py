"""Three large buttons; 不适用 asks for its reason in place."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.checklists import AnswerState
from inspector.core.errors import InspectorError
from inspector.operations.inspecting import ItemLine
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind, VerdictButton
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.words.checklists import reason_said, state_name
from inspector.words.language import _

_BUTTONS = (
    (AnswerState.PASS, "1", "check", Tone.PASS),
    (AnswerState.FAIL, "2", "cross", Tone.FAIL),
    (AnswerState.NOT_APPLICABLE, "3", "dash", Tone.NONE),
)


class VerdictBox(QWidget):
    """合格 1, 不合格 2, 不适用 3, and the reason for the last.

    Signals:
        asked(): the reason is asked for.
        settled(): a reason was given, or not wanted after all.
    """

    asked = Signal()
    settled = Signal()

    def __init__(self, acts: ItemActs) -> None:
        super().__init__()
        self._acts = acts
        self._buttons: dict[AnswerState, VerdictButton] = {}
        self._reason = Words("", Pen(size=SMALL, tone=Tone.MUTED))
        self._box = ReasonBox(acts)
        self._box.closed.connect(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row())
        column.addWidget(self._reason)
        column.addWidget(self._box)

    def set(self, line: ItemLine, *, is_other: bool) -> None:
        """Show the verdict of an item."""
        if is_other:
            self._box.hide()
        for state, button in self._buttons.items():
            button.setChecked(state is line.state)
        reason = reason_said(line.item, line.answer.result) if line.answer else ""
        self._reason.set(_("原因：{reason}").format(reason=reason) if reason else "")
        self._reason.setVisible(bool(reason))

    def give(self, state: AnswerState) -> None:
        """State a verdict, by key or button."""
        if state is AnswerState.NOT_APPLICABLE:
            self._box.open()
            self.asked.emit()
        else:
            self._box.hide()
            self._acts.state(state)
        line = self._acts.line
        if line is not None:
            self.set(line, is_other=False)

    def last_button(self) -> QWidget:
        """Give the last button, from which Tab goes on."""
        return self._buttons[AnswerState.NOT_APPLICABLE]

    def asks_reason(self) -> bool:
        """Tell whether the reason is being asked for."""
        return not self._box.isHidden()

    def finish(self) -> None:
        """Give the reason that stands there."""
        self._box.give()

    def dismiss(self) -> None:
        """Ask no more; the verdict stays what it was."""
        self._box.dismiss()

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for state, keys, icon, tone in _BUTTONS:
            button = VerdictButton(state_name(state), keys=keys, icon=icon, tone=tone)
            button.setObjectName(f"verdict_{state}")
            button.clicked.connect(partial(self._press, state))
            self._buttons[state] = button
            row.addWidget(button, 1)
        return row

    def _press(self, state: AnswerState, *_checked: object) -> None:
        self.give(state)


class ReasonBox(Card):
    """Asks why an item does not apply; the last reasons are one press away.

    Signals:
        closed(): nothing is asked any more.
    """

    closed = Signal()

    def __init__(self, acts: ItemActs) -> None:
        super().__init__()
        self._acts = acts
        self.column.setContentsMargins(12, 8, 12, 8)
        self._editor = line_edit("", _("例如：本部位没有这项内容"))
        self._editor.setObjectName("reason")
        self._editor.setAcceptDrops(False)
        self._editor.returnPressed.connect(self.give)
        self._row = FieldRow(_("不适用的原因"), self._editor)
        self._offers = QWidget()
        self._flow = FlowLayout(self._offers, gap=6, line_gap=0)
        self._offered: list[KeyButton] = []
        give = KeyButton(_("记为不适用"), keys="Enter", kind=Kind.PRIMARY)
        give.setObjectName("give_reason")
        give.clicked.connect(self.give)
        no = KeyButton(_("取消"), keys="Esc")
        no.clicked.connect(self.dismiss)
        acting = QHBoxLayout()
        acting.setSpacing(SPACE_2)
        acting.addStretch(1)
        acting.addWidget(no)
        acting.addWidget(give)
        self.column.addWidget(self._row)
        self.column.addWidget(self._offers)
        self.column.addLayout(acting)
        self.hide()

    def open(self) -> None:
        """Ask; the reason given last is laid ready and can be typed over."""
        line = self._acts.line
        if line is None:
            return
        now = line.answer.result.reason if line.answer else None
        self._row.clear_error()
        self._editor.setText(now or self._acts.last_reason())
        self._offer(self._acts.reasons())
        self.show()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.selectAll()

    def give(self) -> None:
        """Give the reason that was typed."""
        self._give(self._editor.text())

    def dismiss(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def _offer(self, reasons: list[str]) -> None:
        while len(self._offered) < len(reasons):
            button = KeyButton("")
            button.clicked.connect(partial(self._take, len(self._offered)))
            self._flow.addWidget(button)
            QWidget.setTabOrder(self._offered[-1] if self._offered else self._editor, button)
            self._offered.append(button)
        for number, button in enumerate(self._offered):
            button.setVisible(number < len(reasons))
            if number < len(reasons):
                button.set_text(reasons[number])

    def _take(self, number: int, *_checked: object) -> None:
        self._give(self._offered[number].text())

    def _give(self, reason: str) -> None:
        if not reason.strip():
            self._row.show_error(_("不适用要写明原因。"))
            return
        self.dismiss()
        self._acts.state(AnswerState.NOT_APPLICABLE, reason.strip(), self._refuse)

    def _refuse(self, error: InspectorError) -> None:
        self.show()
        self._row.show_error(self._acts.board.desk.ask.explain(error))
