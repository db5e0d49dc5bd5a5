"""A card that asks for a few words, some of them secret."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from inspector.core.errors import InspectorError, Problem
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _

SECRET, AGAIN, CODE, REASON, NAME = "passphrase", "again", "code", "reason", "name"
TEXT = "text"
_FIELDS = {
    Problem.PASSPHRASE_SHORT: SECRET,
    Problem.PASSPHRASE_WRONG: SECRET,
    Problem.ROOT_KEY_MISSING: SECRET,
    Problem.REASON_NEEDED: REASON,
    Problem.MACHINE_CODE_INVALID: CODE,
    Problem.CODE_TAKEN: CODE,
    Problem.REQUEST_TEXT_INVALID: TEXT,
    Problem.ANSWER_TEXT_INVALID: TEXT,
}
"""Beside which field a refusal is told."""
_WIDE = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A line to fill in."""

    key: str
    label: str
    hint: str = ""
    text: str = ""
    is_owed: bool = True

    @property
    def is_secret(self) -> bool:
        """Tell whether what is typed is hidden."""
        return self.key in {SECRET, AGAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something to tick."""

    key: str
    text: str
    is_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked: a heading, a sentence, fields, ticks, and what the button says."""

    heading: str
    text: str
    act: str
    fields: Sequence[Field] = ()
    ticks: Sequence[Tick] = ()


class FormCard(Card):
    """A form in place.

    Signals:
        given(): everything owed is filled in, and the person pressed the button.
        left(): the person would rather not.
    """

    given = Signal()
    left = Signal()

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.ACCENT, parent=parent)
        self.setObjectName("form")
        self._form = form
        self._rows: dict[str, FieldRow] = {}
        self._editors: dict[str, QLineEdit] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self.column.setSpacing(SPACE_2)
        self.column.addWidget(Words(form.heading, Pen(size=LARGE, bold=True)))
        if form.text:
            self.column.addWidget(Words(form.text))
        for field in form.fields:
            self._add_field(field)
        for tick in form.ticks:
            self._add_tick(tick)
        self.refusal = Words("", Pen(tone=Tone.FAIL))
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addLayout(self._acts(form.act))

    def take_focus(self) -> None:
        """Put the keys into the first field that is empty."""
        empty = (one for one in self._editors.values() if not one.text())
        editor = next(empty, None)
        if editor is not None:
            editor.setFocus()

    def text_of(self, key: str) -> str:
        """Give what is typed; a passphrase exactly as it is."""
        editor = self._editors.get(key)
        if editor is None:
            return ""
        return editor.text() if key in {SECRET, AGAIN} else editor.text().strip()

    def is_ticked(self, key: str) -> bool:
        """Tell whether something is ticked."""
        return key in self._ticks and self._ticks[key].isChecked()

    def ticked(self) -> list[str]:
        """List what is ticked."""
        return [key for key, box in self._ticks.items() if box.isChecked()]

    def fill(self, key: str, text: str) -> None:
        """Fill in a field."""
        self._editors[key].setText(text)

    def give(self) -> None:
        """Check that everything owed is there, and give it."""
        self._clear()
        for field in self._form.fields:
            if field.is_owed and not self.text_of(field.key):
                self._rows[field.key].show_error(_("请填写内容。"))
                return
        if AGAIN in self._rows and self.text_of(AGAIN) != self.text_of(SECRET):
            self._rows[AGAIN].show_error(_("两次输入的口令不一样。"))
            return
        self.given.emit()

    def refuse(self, error: InspectorError, said: str) -> None:
        """Say beside the field what is wrong with it, or below all."""
        row = self._rows.get(_FIELDS.get(error.problem, ""))
        if row is not None:
            row.show_error(said)
            return
        self.refusal.set(said)
        self.refusal.show()

    def error(self, key: str) -> str:
        """Give the error beside a field."""
        return self._rows[key].error()

    def _clear(self) -> None:
        self.refusal.hide()
        for row in self._rows.values():
            row.clear_error()

    def _add_field(self, field: Field) -> None:
        editor = line_edit(field.text)
        editor.setObjectName(f"field_{field.key}")
        editor.setMaximumWidth(_WIDE)
        if field.is_secret:
            editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.returnPressed.connect(self.give)
        self._editors[field.key] = editor
        self._rows[field.key] = FieldRow(field.label, editor, field.hint)
        self.column.addWidget(self._rows[field.key])

    def _add_tick(self, tick: Tick) -> None:
        box = QCheckBox(tick.text)
        box.setObjectName(f"tick_{tick.key}")
        box.setChecked(tick.is_on)
        self._ticks[tick.key] = box
        self.column.addWidget(box)

    def _acts(self, text: str) -> QHBoxLayout:
        give = KeyButton(text, keys="Enter", kind=Kind.PRIMARY)
        give.setObjectName("give_form")
        give.clicked.connect(self.give)
        leave = KeyButton(_("取消"), keys="Esc")
        leave.setObjectName("leave_form")
        leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(give)
        row.addWidget(leave)
        row.addStretch(1)
        return row
