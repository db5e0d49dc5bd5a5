"""One open conflict: its values side by side, its photos, and what can be done about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.core.disputes import ValueKind, words_of
from inspector.core.evidence import Photo
from inspector.ui.kit.painting import Pen, draw_box
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, TITLE, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.texts import ElidedLabel, Words, small
from inspector.ui.screens.sync.inbox.model import CardFacts, Option
from inspector.ui.screens.sync.page.view import keep_focus
from inspector.words.language import _
from inspector.words.values import value_text

_MOST_PHOTOS = 8
_THUMB = QSize(136, 102)
_LONG = 24
_COLUMN = 240


class OptionCard(Card):
    """A value and who stands for it; the one that is shown meanwhile has the outline."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.option = option
        is_long = len(option.text) > _LONG
        self.column.addWidget(Words(option.text, Pen(size=LARGE if is_long else TITLE, bold=True)))
        for who in option.who:
            self.column.addWidget(small(who))
        if option.is_shown:
            self.column.addWidget(Words(_("目前显示"), Pen(size=SMALL, tone=Tone.ACCENT)))
        self.column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        if not self.option.is_shown:
            super().paintEvent(event)
            return
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()), fill=now.surface, line=now.accent, width=2)


class Options(QWidget):
    """The values side by side, as many as the width allows."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_3)
        self._cards = [OptionCard(option) for option in options]
        self._columns = 0
        self._place(min(len(self._cards), 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._place(min(len(self._cards), max(1, self.width() // _COLUMN), 3))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, columns))
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)


class WriteForm(QWidget):
    """Writes another value than those that stand against each other.

    Signals:
        given(str): what was written.
        left(): nothing is written after all.
    """

    given = Signal(str)
    left = Signal()

    def __init__(
        self, facts: CardFacts, text: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = text_edit(text, lines=5) if text else _editor(facts)
        self._editor.setObjectName("other_value")
        if facts.writes is ValueKind.DAY:
            hint = _("日期写作 2026-12-01")
        self.row = FieldRow(_("另填{field}").format(field=facts.field), self._editor, hint)
        give = KeyButton(_("采用所填"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        give.setObjectName("give_other")
        give.clicked.connect(self.give)
        leave = KeyButton(_("取消"), keys="Esc")
        leave.clicked.connect(self.left)
        acts = QHBoxLayout()
        acts.addWidget(give)
        acts.addWidget(leave)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addLayout(acts)

    def give(self) -> None:
        """Give what is written."""
        text = self.text().strip()
        if text:
            self.given.emit(text)
        else:
            self.row.show_error(_("请填写内容。"))

    def text(self) -> str:
        """Give what is typed or chosen."""
        editor = self._editor
        if isinstance(editor, ChoiceBox):
            return editor.current()
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _editor(facts: CardFacts) -> ChoiceBox | QLineEdit | QPlainTextEdit:
    if facts.writes is ValueKind.WORD:
        column = facts.conflict.column
        words = [(w, value_text(facts.conflict.table, column, w)) for w in words_of(column)]
        return ChoiceBox(words, facts.field)
    shown = next((str(one.chosen.value) for one in facts.options if one.chosen), "")
    if facts.writes is ValueKind.TEXT:
        return text_edit(shown)
    return line_edit(shown)


class ConflictCard(Card):
    """An open conflict.

    Signals:
        chosen(object): one of its options.
        written(str): another value.
        opened(): show the record.
        photo_wanted(object): show one of its photos (Photo).
        split_wanted(): make a record of each value.
        unfolded(object): this part was added and wants to be seen.
    """

    unfolded = Signal(object)

    chosen = Signal(object)
    written = Signal(str)
    opened = Signal()
    photo_wanted = Signal(object)
    split_wanted = Signal()

    def __init__(
        self, facts: CardFacts, *, may_settle: bool, leads: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.facts = facts
        self.form: WriteForm | None = None
        self._may_settle = may_settle
        self._thumbs: dict[str, list[PhotoThumb]] = {}
        self._pictures: Pictures | None = None
        self.setObjectName("conflict_card")
        self.column.setSpacing(SPACE_2)
        self.column.addLayout(self._head())
        self.column.addWidget(Words(f"{facts.why}{facts.origin}", Pen(tone=Tone.MUTED)))
        self.column.addWidget(Options(facts.options))
        self._acts = self._make_acts(leads=leads)
        self.column.addWidget(self._acts)

    def show_photos(self, photos: Sequence[Photo], pictures: Pictures) -> None:
        """Show the photos of the record beside what is disputed; those that are not here say so."""
        if not photos:
            return
        strip = QWidget()
        flow = FlowLayout(strip, gap=SPACE_2, line_gap=SPACE_2)
        for photo in photos[:_MOST_PHOTOS]:
            thumb = PhotoThumb(photo.name, size=_THUMB)
            thumb.setObjectName(f"photo_{photo.id}")
            thumb.clicked.connect(partial(self.photo_wanted.emit, photo))
            flow.addWidget(thumb)
            self._thumbs.setdefault(photo.sha256, []).append(thumb)
        self.column.insertWidget(self.column.indexOf(self._acts), strip)
        pictures.ready.connect(self._show_picture)
        self._pictures = pictures
        for sha256 in self._thumbs:
            self._show_picture(sha256)

    def _show_picture(self, sha256: str) -> None:
        if self._pictures is None or sha256 not in self._thumbs:
            return
        picture = self._pictures.picture(sha256)
        if picture is not None or self._pictures.is_broken(sha256):
            for thumb in self._thumbs[sha256]:
                thumb.set_picture(picture)

    def open_form(self, text: str = "", hint: str = "") -> None:
        """Let the person write another value, beginning with a text if one is given."""
        if not self._may_settle or self.facts.writes is ValueKind.FIXED or self.form is not None:
            return
        self.form = WriteForm(self.facts, text, hint)
        self.form.given.connect(self.written)
        self.form.left.connect(self.close_form)
        self.column.addWidget(self.form)
        self._acts.hide()
        self.form.row.editor.setFocus()
        self.unfolded.emit(self.form)

    def open_merge(self) -> None:
        """Let the person look through the texts put together."""
        if self.facts.can_merge():
            self.open_form(*self.facts.together())

    def split(self) -> None:
        """Wish for a record of each value."""
        if self._may_settle and self.form is None and self.facts.can_split():
            self.split_wanted.emit()

    def close_form(self) -> None:
        """Write nothing after all."""
        if self.form is not None:
            keep_focus([self.form], self)
            self.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._acts.show()

    def choose(self, number: int) -> None:
        """Choose an option by its number, from 0."""
        if self._may_settle and self.form is None and number < len(self.facts.options):
            self.chosen.emit(self.facts.options[number])

    def _head(self) -> QHBoxLayout:
        facts, head = self.facts, QHBoxLayout()
        head.setSpacing(SPACE_3)
        for text in (facts.title, facts.field):
            label = ElidedLabel(text, Pen(size=LARGE, bold=True))
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            head.addWidget(label)
        label.setMinimumWidth(label.sizeHint().width())  # the field is never cut
        head.addWidget(ElidedLabel(facts.where, Pen(tone=Tone.MUTED)), 1)
        if facts.is_critical:
            head.addWidget(Tag(_("影响结论"), Tone.FAIL))
        return head

    def _make_acts(self, *, leads: bool) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=SPACE_2, line_gap=0)
        for number, option in enumerate(self.facts.options):
            kind = Kind.PRIMARY if number == 0 else Kind.PLAIN
            button = self._button(option.act, str(number + 1), f"option_{number}", kind)
            button.clicked.connect(partial(self.choose, number))
            flow.addWidget(button)
        if self.facts.writes is not ValueKind.FIXED:
            other = self._button(_("另填…"), "E", "write_other", Kind.PLAIN)
            other.clicked.connect(lambda _checked: self.open_form())
            flow.addWidget(other)
        if self.facts.can_merge():
            merge = self._button(_("合并…"), "M", "merge_texts", Kind.PLAIN)
            merge.clicked.connect(self.open_merge)
            flow.addWidget(merge)
        if self.facts.can_split():
            parted = self._button(_("各成一条"), "D", "split", Kind.PLAIN)
            parted.setToolTip(_("各方说的不是同一件事：每个值各成一条记录"))
            parted.clicked.connect(self.split)
            flow.addWidget(parted)
        if leads:
            show = KeyButton(_("打开记录"), keys="Ctrl+O", kind=Kind.QUIET)
            show.setObjectName("open_record")
            show.clicked.connect(self.opened)
            flow.addWidget(show)
        return row

    def _button(self, text: str, keys: str, name: str, kind: Kind) -> KeyButton:
        button = KeyButton(text, keys=keys, kind=kind)
        button.setObjectName(name)
        button.setEnabled(self._may_settle)
        return button
