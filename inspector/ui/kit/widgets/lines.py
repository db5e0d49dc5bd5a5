"""A list of statements: mark, words, a word or count at the end, and where a line leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Mark,
    Pen,
    draw_box,
    draw_mark,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import BASE, ROW, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.words.language import _

MARK_ROOM = 36
_CHEVRON = 18
_QUIET_ROW = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement.

    Attributes:
        word: what stands at its end, in `word_tone`.
        leads: there is something to look at: the line is a button.
        is_loud: it asks for attention.
        size: of the words, where they fit.
        is_tall: it keeps a finger's height though it leads nowhere.
    """

    key: str
    text: str
    word: str = ""
    word_tone: Tone = Tone.MUTED
    mark: Mark = Mark.PASS
    leads: bool = False
    is_loud: bool = False
    tone: Tone = Tone.PLAIN
    size: int = BASE
    is_tall: bool = True

    def spoken(self) -> str:
        """Say the line for those who hear it."""
        return _("，").join(text for text in (self.text, self.word) if text)


class MarkLine(PaintedButton):
    """One statement; it is a button where it leads somewhere."""

    def __init__(self, line: Line, name: str, parent: QWidget | None = None) -> None:
        super().__init__(line.text, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = line
        self.set_line(line)

    def set_line(self, line: Line) -> None:
        """Show how it stands now."""
        self.line = line
        self.setText(line.text)
        self.setAccessibleName(line.spoken())
        self.setEnabled(line.leads)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if line.leads else arrow)
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        line = self.line
        width = text_width(line.text, Pen(size=line.size)) + text_width(line.word) + 100
        return QSize(width, ROW if line.leads or line.is_tall else _QUIET_ROW)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, painter, line = tokens(), QPainter(self), self.line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if line.leads and (self.underMouse() or self.isDown()):
            draw_box(painter, area, fill=now.hover())
        rule = QRectF(0, area.bottom() - now.line_px, area.width(), now.line_px)
        painter.fillRect(rule, now.line)
        draw_mark(painter, line.mark, QPointF(SPACE_2 + 9, area.center().y()))
        draw_text(painter, self._text_area(), line.text, self._pen())
        room = area.adjusted(0, 0, -_CHEVRON - SPACE_2, 0)
        draw_text(painter, room, line.word, self._word_pen())
        if line.leads:
            spot = QRectF(area.right() - _CHEVRON, area.center().y() - 8, 16, 16)
            draw_icon(painter, "chevron-right", spot, now.muted)
        if self.shows_ring():
            draw_ring(painter, area.adjusted(1, 1, -1, -1), gap=0)

    def _word_pen(self) -> Pen:
        is_bold = self.line.is_loud and self.line.word_tone is not Tone.MUTED
        return Pen(bold=is_bold, tone=self.line.word_tone, align=RIGHT)

    def _text_area(self) -> QRectF:
        word = text_width(self.line.word, self._word_pen()) + _CHEVRON + 2 * SPACE_2
        return QRectF(self.rect()).adjusted(MARK_ROOM, 0, -word, 0)

    def _pen(self) -> Pen:
        """Give the size that is wanted where it fits."""
        line = self.line
        wanted = Pen(size=line.size, bold=line.is_loud, tone=line.tone)
        fits = text_width(line.text, wanted) <= self._text_area().width()
        return wanted if fits else Pen(size=BASE, bold=line.is_loud, tone=line.tone)

    def _tell_whole(self) -> None:
        cut = text_width(self.line.text, self._pen()) > self._text_area().width()
        self.setToolTip(self.line.text if cut else "")


class LineList(QWidget):
    """Statements below each other; `under` gives what stands below the line of a key.

    Signals:
        followed(str): the person wants to see what a line leads to (its key).
    """

    followed = Signal(str)

    def __init__(
        self, kind: str, under: Mapping[str, QWidget] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._under = under or {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in self._under.values():
            self._column.addWidget(widget)
        self._lines: list[MarkLine] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show how things stand; the focus stays on its line."""
        if [line.key for line in lines] != [shown.line.key for shown in self._lines]:
            self._build(lines)
        for shown, line in zip(self._lines, lines, strict=True):
            shown.set_line(line)

    def lines(self) -> list[Line]:
        """Give what is shown."""
        return [shown.line for shown in self._lines]

    def _build(self, lines: Sequence[Line]) -> None:
        held = next((shown.line.key for shown in self._lines if shown.hasFocus()), None)
        for widget in (*self._lines, *self._under.values()):
            self._column.removeWidget(widget)
        for shown in self._lines:
            shown.hide()
            shown.deleteLater()
        self._lines = [MarkLine(line, f"{self._kind}_{line.key}", self) for line in lines]
        for shown in self._lines:
            key = shown.line.key
            shown.clicked.connect(partial(self.followed.emit, key))
            self._column.addWidget(shown)
            if key in self._under:
                self._column.addWidget(self._under[key])
            if key == held:
                shown.setFocus()
