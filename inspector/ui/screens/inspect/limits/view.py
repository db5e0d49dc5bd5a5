"""Fields for what the limits depend on; only those that the item needs are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.checklists import AnswerType
from inspector.core.errors import InspectorError
from inspector.operations.inspecting import ItemLine
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.ui.screens.inspect.facts import needs_design, variants
from inspector.words.checklists import option_label
from inspector.words.language import _

_MOST_POINTS = 999


class LimitFields(QWidget):
    """Case, option, design value, points due.

    Signals:
        settled(): one of them was given; on to the readings.
    """

    settled = Signal()

    def __init__(self, acts: ItemActs) -> None:
        super().__init__()
        self._acts = acts
        self._line: ItemLine | None = None
        self._case = ChoiceBox(name=_("适用情况"))
        self._case.setObjectName("variant")
        self._case.chosen.connect(self._choose_case)
        self._case_row = FieldRow(_("适用情况"), self._case)
        self._option = ChoiceBox(name=_("选项"))
        self._option.setObjectName("choice")
        self._option.chosen.connect(self._choose_option)
        self._option_row = FieldRow(_("选项"), self._option)
        self.design = line_edit()
        self.design.setObjectName("design_value")
        self._design_row = FieldRow(_("设计值"), self.design)
        self.due = line_edit()
        self.due.setObjectName("due_points")
        self._due_row = FieldRow(_("应测点数"), self.due)
        self._listen()
        self._lay_out()

    def set(self, line: ItemLine) -> None:
        """Show what an item needs."""
        is_other = self._line is None or line.spot != self._line.spot
        if is_other:
            self._leave()
        self._line = line
        if is_other:
            self._offer(line)
            for row in (self._case_row, self._design_row, self._due_row):
                row.clear_error()
        self._case.choose(line.variant or "")
        self._option.choose((line.answer.choice if line.answer else None) or "")
        if is_other or not self.design.hasFocus():
            self.design.setText(line.design_value or "")
        if is_other or not self.due.hasFocus():
            self.due.setText(str(line.due_points or ""))
        if line.variant:
            self._case_row.clear_error()
        self._show(line)

    def ask_variant(self) -> None:
        """Say that the case comes before the verdict."""
        self._case_row.show_error(_("请先选适用情况，再下结论：各档的限值不同。"))

    def _listen(self) -> None:
        for field, give in ((self.design, self._give_design), (self.due, self._give_due)):
            field.setAcceptDrops(False)
            field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            field.editingFinished.connect(give)
            field.returnPressed.connect(give)
            field.returnPressed.connect(self.settled)

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(SPACE_3)
        numbers.addWidget(self._design_row, 1)
        numbers.addWidget(self._due_row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self._case_row)
        column.addWidget(self._option_row)
        column.addLayout(numbers)

    def _offer(self, line: ItemLine) -> None:
        self._case.set_choices([("", _("请选择…")), *variants(line.item)])
        item = line.item
        options = [(option, option_label(item, option)) for option in item.answer.options]
        self._option.set_choices([("", _("请选择…")), *options])

    def _show(self, line: ItemLine) -> None:
        item = line.item
        self._case_row.setVisible(bool(item.variants))
        self._option_row.setVisible(item.answer.type is AnswerType.CHOICE)
        self._design_row.setVisible(needs_design(item, line.variant))
        self._due_row.setVisible(item.answer.points and self._due_is_open(line))
        rows = (self._case_row, self._option_row, self._design_row, self._due_row)
        self.setVisible(any(not row.isHidden() for row in rows))

    def _due_is_open(self, line: ItemLine) -> bool:
        """Tell whether the scheme left the number of points to the site."""
        return line.scheme.due_points is None

    def _choose_case(self, key: str) -> None:
        self._acts.variant(key)

    def _choose_option(self, key: str) -> None:
        self._acts.choice(key)

    def _leave(self) -> None:
        """Lose nothing when the person goes to another item."""
        if self.design.hasFocus():
            self._give_design()
        if self.due.hasFocus():
            self._give_due()

    def _give_design(self) -> None:
        self._design_row.clear_error()
        if self._line is not None:
            self._acts.design(self._line, self.design.text(), self._refuse_design)

    def _refuse_design(self, error: InspectorError) -> None:
        self._design_row.show_error(self._acts.board.desk.ask.explain(error))

    def _give_due(self) -> None:
        text = self.due.text().strip()
        if not text or self._line is None:
            return
        if text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_POINTS:
            self._due_row.clear_error()
            self._acts.due(self._line, int(text))
        else:
            self._due_row.show_error(_("请填 1 到 999 的整数。"))
