"""A form of labelled fields: it reads, says in place what is wrong, and tells what changed."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCompleter, QGridLayout, QLineEdit, QWidget

from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.screens.projects.forms.model import FieldError, FieldKind, FieldSpec, parse, shown

Editor = QLineEdit | ChoiceBox


class RecordForm(QWidget):
    """Fields of one record.

    With `saves` every field tells its value when the person leaves it, so that there is no Save
    button; without, `read()` gives all values at once for a record that is made.

    Signals:
        given(str, object): the person gave a field another value.
        entered(): the person pressed Enter in a field.
    """

    given = Signal(str, object)
    entered = Signal()

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        *,
        columns: int = 1,
        saves: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._saves = saves
        self._rows: dict[str, FieldRow] = {}
        self._editors: dict[str, Editor] = {}
        self._loaded: dict[str, str] = {}
        self._wrong: dict[str, str] = {}
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        for spec in specs:
            self._make_row(spec)
        self.show_only(self._specs)

    def editor(self, key: str) -> Editor:
        """Give the editor of a field."""
        return self._editors[key]

    def error(self, key: str) -> str:
        """Give what is said to be wrong with a field."""
        return self._rows[key].error()

    def show_error(self, key: str, text: str) -> None:
        """Say at a field what is wrong with it."""
        self._wrong[key] = self._text(key)
        self._rows[key].show_error(text)

    def load(self, values: Mapping[str, object], *, is_other: bool = True) -> None:
        """Show a record's values; of the same record, a field that is being typed in stays."""
        for key, editor in self._editors.items():
            text = shown(values.get(key))
            typing = isinstance(editor, QLineEdit) and editor.hasFocus() and editor.isModified()
            if is_other or not typing:
                self._put(key, text)
            self._loaded[key] = text

    def is_typing(self) -> bool:
        """Tell whether a field is being typed in."""
        return any(
            isinstance(editor, QLineEdit) and editor.hasFocus() and editor.isModified()
            for editor in self._editors.values()
        )

    def set_choices(self, key: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices in a field."""
        editor = self._editors[key]
        if isinstance(editor, ChoiceBox):
            editor.set_choices(choices)

    def suggest(self, key: str, texts: Sequence[str]) -> None:
        """Offer texts to choose from while one types; others may be typed too."""
        editor = self._editors[key]
        if isinstance(editor, QLineEdit):
            completer = QCompleter(list(texts), editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)

    def show_only(self, keys: Collection[str]) -> None:
        """Show these fields and leave out the others."""
        for row in self._rows.values():
            self._grid.removeWidget(row)
        line = column = 0
        for key, spec in self._specs.items():
            self._rows[key].setVisible(key in keys)
            if key not in keys:
                continue
            span = self._columns if spec.is_wide else 1
            if column + span > self._columns:
                line, column = line + 1, 0
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self._rows[key], line, column, 1, span, top)
            column += span

    def read(self) -> dict[str, object] | None:
        """Give all values, or None after saying at each field what is wrong."""
        values: dict[str, object] = {}
        wrong: list[tuple[str, str]] = []
        for key, spec in self._specs.items():
            self._wrong.pop(key, None)
            self._rows[key].clear_error()
            try:
                values[key] = parse(spec, self._text(key))
            except FieldError as fault:
                wrong.append((key, str(fault)))
        for key, text in reversed(wrong):
            self.show_error(key, text)
        return None if wrong else values

    def begin(self) -> None:
        """Put the focus into the first field."""
        next(iter(self._editors.values())).setFocus()

    def clear(self) -> None:
        """Empty the fields."""
        self.load({})

    def _make_row(self, spec: FieldSpec) -> None:
        editor = self._make_editor(spec)
        editor.setObjectName(f"field_{spec.key}")
        self._editors[spec.key] = editor
        self._rows[spec.key] = FieldRow(spec.label, editor, spec.hint, self)

    def _make_editor(self, spec: FieldSpec) -> Editor:
        finish = partial(self._finish, spec.key)
        if spec.kind is FieldKind.CHOICE:
            box = ChoiceBox(spec.choices, spec.label)
            box.chosen.connect(lambda _key: finish())
            box.entered.connect(self.entered)
            return box
        edit = line_edit("", spec.placeholder)
        edit.editingFinished.connect(finish)
        edit.returnPressed.connect(self.entered)
        return edit

    def _finish(self, key: str) -> None:
        """Tell the value that was given; a wrong one is said in place and the focus goes on."""
        text = self._text(key)
        if not self._saves or text == self._loaded.get(key, ""):
            if text != self._wrong.get(key):
                self._rows[key].clear_error()
            return
        try:
            value = parse(self._specs[key], text)
        except FieldError as fault:
            here = QApplication.focusWidget()
            self.show_error(key, str(fault))
            if here is not None:
                here.setFocus()
            return
        self._rows[key].clear_error()
        self._loaded[key] = text
        self.given.emit(key, value)

    def _text(self, key: str) -> str:
        editor = self._editors[key]
        return editor.text() if isinstance(editor, QLineEdit) else editor.current()

    def _put(self, key: str, text: str) -> None:
        editor = self._editors[key]
        self._rows[key].clear_error()
        if isinstance(editor, ChoiceBox):
            editor.choose(text)
        elif editor.text() != text:
            editor.setText(text)
            editor.setCursorPosition(0)
