"""The row of readings: type a number, Enter adds it; each can be corrected where it stands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.operations.inspecting import ItemLine, Spot
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import RIGHT, Mark, Pen, draw_box, draw_ring, draw_text, text_width
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, TARGET, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind, PaintedButton
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.ui.screens.inspect.facts import Shown, due_text, limit, readings
from inspector.words.language import _

_CELL = 64
_FIELD = 92
_MARK = 14


class ReadingCell(PaintedButton):
    """One reading; a failing one carries ▲ and its tone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.shown = Shown("", "", Tone.PLAIN)
        self._pen = Pen(size=LARGE, bold=True)

    def set(self, shown: Shown, number: int) -> None:
        """Show another reading."""
        self.shown = shown
        self.setText(shown.text)
        self.setObjectName(f"reading_{number}")
        words = (
            _("第 {number} 点 {value}")
            if shown.tone is Tone.PLAIN
            else _("第 {number} 点 {value}，不合格")
        )
        self.setAccessibleName(words.format(number=number, value=shown.text))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        mark = 0 if self.shown.tone is Tone.PLAIN else _MARK + 2
        return QSize(max(_CELL, text_width(self.text(), self._pen) + mark + 24), TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fails = self.shown.tone is not Tone.PLAIN
        ink = now.tone(self.shown.tone)
        line, width = (ink, max(now.line_px, 2)) if fails else (now.line, now.line_px)
        fill = now.hover() if self.underMouse() else now.surface
        draw_box(painter, box, fill=fill, line=line, width=width)
        mark = _MARK + 2 if fails else 0
        wide = text_width(self.text(), self._pen)
        left = box.center().x() - (wide + mark) / 2
        words = QRectF(left, box.y(), wide + 2, box.height())
        draw_text(painter, words, self.text(), Pen(size=LARGE, bold=True, colour=ink))
        if fails:
            area = QRectF(left + wide + 2, box.center().y() - _MARK / 2, _MARK, _MARK)
            draw_icon(painter, Mark.WARN.value, area, ink)
        if self.shows_ring():
            draw_ring(painter, box, gap=-2)


class ReadingsRow(QWidget):
    """The readings of the item, and the field for the next one.

    Signals:
        moved_on(): Enter in the empty field: to the next item.
    """

    moved_on = Signal()

    def __init__(self, acts: ItemActs) -> None:
        super().__init__()
        self._acts = acts
        self._line: ItemLine | None = None
        self._cells: list[ReadingCell] = []
        self._limit = ElidedLabel("", Pen(bold=True))
        self._count = ElidedLabel("", Pen(tone=Tone.MUTED, align=RIGHT))
        self.field = self._make_field("reading_field", _("新读数"))
        self.field.setPlaceholderText(_("+ 读数"))
        self.field.returnPressed.connect(self._add)
        self._wrong = Words("", Pen(size=SMALL, tone=Tone.FAIL))
        self._wrong.hide()
        self._editor = self._make_field("reading_editor", _("更正读数"))
        self._editor.setParent(self)
        self._editor.hide()
        self._editor.returnPressed.connect(self._correct)
        self._editing = ""
        self._lay_out()

    def set(self, line: ItemLine) -> None:
        """Show the readings of an item; a number half typed for another is added there first."""
        if self._line is None or line.spot != self._line.spot:
            self._leave()
        self._line = line
        allowed = limit(line)
        self._limit.set(_("读数　{limit}").format(limit=allowed) if allowed else _("读数"))
        self._count.set(due_text(line))
        self._show(readings(line))

    def start(self) -> None:
        """Put the person into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        """Tell whether the person is typing readings."""
        return self.field.hasFocus()

    # -- making

    def _make_field(self, name: str, words: str) -> QLineEdit:
        made = line_edit()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setFont(font(LARGE, bold=True))
        made.setFixedSize(_FIELD, TARGET)
        made.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        made.setAcceptDrops(False)
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._limit, 3)
        head.addWidget(self._count, 2)
        self._flow_box = QWidget()
        self._flow = FlowLayout(self._flow_box, gap=8, line_gap=4)
        self._add_cell()
        self._remove = KeyButton(_("删除这个读数"), icon="trash", kind=Kind.QUIET)
        self._remove.setObjectName("remove_reading")
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remove.clicked.connect(self._remove_edited)
        self._remove.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._flow_box)
        column.addWidget(self._remove)
        column.addWidget(self._wrong)

    def _show(self, shown: Sequence[Shown]) -> None:
        while len(self._cells) < len(shown):
            self._add_cell()
        for number, cell in enumerate(self._cells):
            if number < len(shown):
                cell.set(shown[number], number + 1)
            cell.setVisible(number < len(shown))
        self._flow_box.updateGeometry()

    def _add_cell(self) -> None:
        """Add a cell behind the last one; the first is there before the field, for Tab's sake."""
        cell = ReadingCell(self._flow_box)
        cell.clicked.connect(partial(self._edit, cell))
        cell.installEventFilter(self)
        cell.hide()
        self._flow.removeWidget(self.field)
        self._flow.addWidget(cell)
        self._flow.addWidget(self.field)
        if self._cells:
            QWidget.setTabOrder(self._cells[-1], cell)
        self._cells.append(cell)

    def _seen(self) -> list[ReadingCell]:
        return [cell for cell in self._cells if not cell.isHidden()]

    # -- adding

    def _add(self) -> None:
        text = self.field.text().strip()
        if not text:
            self.moved_on.emit()
        elif self._line is not None:
            self._give(self._line.spot, text)

    def _give(self, spot: Spot, text: str) -> None:
        self.field.clear()
        self._wrong.hide()
        self._acts.add_readings(spot, text, partial(self._refuse, text))

    def _refuse(self, text: str, error: InspectorError) -> None:
        """Give the text back to be put right, and say what is wrong with it."""
        if not self.field.text():
            self.field.setText(text)
        self._say(self._acts.board.desk.ask.explain(error))

    def _say(self, words: str) -> None:
        self._wrong.set(words)
        self._wrong.show()

    def _leave(self) -> None:
        """Lose nothing when the person goes to another item."""
        self._stop_editing()
        text = self.field.text().strip()
        self._wrong.hide()
        if text and self._line is not None:
            self._give(self._line.spot, text)

    # -- correcting

    def _edit(self, cell: ReadingCell) -> None:
        self._stop_editing()
        self._editing = cell.shown.id
        corner = cell.mapTo(self, cell.rect().topLeft())
        self._editor.setText(cell.shown.text.replace("−", "-"))
        self._editor.setFixedSize(max(cell.width(), _FIELD), TARGET)
        self._editor.move(corner)
        self._editor.show()
        self._editor.raise_()
        self._editor.selectAll()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._remove.show()

    def _correct(self) -> None:
        reading_id, text, line = self._editing, self._editor.text(), self._line
        before = next((c.shown.text for c in self._cells if c.shown.id == reading_id), "")
        self._stop_editing()
        if line is not None and reading_id and text.strip() != before.replace("−", "-"):
            self._acts.change_reading(line.spot, reading_id, text, self._refuse_change)

    def _refuse_change(self, error: InspectorError) -> None:
        self._say(self._acts.board.desk.ask.explain(error))

    def _remove_edited(self) -> None:
        reading_id = self._editing
        self._stop_editing()
        if self._line is not None and reading_id:
            self._acts.remove_reading(self._line.spot, reading_id)

    def _stop_editing(self) -> None:
        was_focused = self._editor.hasFocus()
        self._editing = ""
        self._editor.hide()
        self._remove.hide()
        if was_focused:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow arrows, Delete and Esc in the cells and the two fields."""
        if event.type() is QEvent.Type.FocusOut and watched is self._editor:
            self._lose_focus()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _lose_focus(self) -> None:
        if self._editing and not self._remove.isDown():
            self._correct()

    def _key(self, watched: QObject, key: Qt.Key) -> bool:
        if watched is self._editor:
            return self._key_in_editor(key)
        if watched is self.field:
            at_start = not self.field.cursorPosition() and not self.field.selectedText()
            if key == Qt.Key.Key_Left and at_start and self._seen():
                self._seen()[-1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            return False
        return isinstance(watched, ReadingCell) and self._key_in_cell(watched, key)

    def _key_in_editor(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self._stop_editing()
            return True
        return False

    def _key_in_cell(self, cell: ReadingCell, key: Qt.Key) -> bool:
        cells: list[QWidget] = [*self._seen(), self.field]
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is not None:
            at = min(max(cells.index(cell) + step, 0), len(cells) - 1)
            cells[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._line is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._acts.remove_reading(self._line.spot, cell.shown.id)
        elif key == Qt.Key.Key_F2:
            self._edit(cell)
        else:
            return False
        return True
