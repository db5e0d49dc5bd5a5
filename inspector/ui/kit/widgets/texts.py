"""Words and numbers on the screen: labels, section titles, pairs, progress."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen, bar_height, count_width, draw_bar, draw_count, draw_text
from inspector.ui.kit.style.look import font
from inspector.ui.kit.style.tokens import LARGE, SMALL, TITLE, Tone


class Words(QLabel):
    """A label in a size, weight and tone; plain text only, wrapped, and it can be copied."""

    def __init__(
        self, text: str = "", pen: Pen | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen = pen or Pen()
        self._text = ""
        self.setFont(font(self._pen.size, bold=self._pen.bold))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(self._pen.align | Qt.AlignmentFlag.AlignVCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set(text)

    def set(self, text: str, tone: Tone | None = None) -> None:
        """Say something else, in another tone if given. Markup is shown as typed."""
        self._text = text
        if tone is not None:
            self._pen = Pen(
                size=self._pen.size, bold=self._pen.bold, tone=tone, align=self._pen.align
            )
        self._write()

    def words(self) -> str:
        """Give the plain words."""
        return self._text

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        shown = escape(self._text).replace("\n", "<br>")
        self.setText(f'<div style="color:{self._pen.ink()}">{shown}</div>')
        self.setAccessibleName(self._text)


def small(text: str = "") -> Words:
    """Make a quiet 13 px label."""
    return Words(text, Pen(size=SMALL, tone=Tone.MUTED))


def body(text: str = "") -> Words:
    """Make a 14 px label."""
    return Words(text)


def strong(text: str = "") -> Words:
    """Make a bold 14 px label."""
    return Words(text, Pen(bold=True))


def lead(text: str = "") -> Words:
    """Make a 16 px label."""
    return Words(text, Pen(size=LARGE))


def title(text: str = "") -> Words:
    """Make a 20 px bold title: one per pane."""
    return Words(text, Pen(size=TITLE, bold=True))


class ElidedLabel(QWidget):
    """One line that ends in … where room is short; the whole text is its tooltip."""

    def __init__(
        self, text: str = "", pen: Pen | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen = pen or Pen()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(text)

    def set(self, text: str, tone: Tone | None = None) -> None:
        """Say something else, in another tone if one is given."""
        self.text = text
        self._pen = self._pen if tone is None else replace(self._pen, tone=tone)
        self.setAccessibleName(text)
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        metrics = QFontMetrics(font(self._pen.size, bold=self._pen.bold))
        return QSize(metrics.horizontalAdvance(self.text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(min(self.sizeHint().width(), 40), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        draw_text(QPainter(self), QRectF(self.rect()), self.text, self._pen)

    def _tell_whole(self) -> None:
        self.setToolTip(self.text if self.sizeHint().width() > self.width() else "")


class SectionLabel(QWidget):
    """The head of a section: bold words left, a quiet remark right."""

    def __init__(self, text: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = ElidedLabel(text, Pen(bold=True))
        self._remark = ElidedLabel(remark, Pen(tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignRight))
        row.addWidget(self._words, 1)
        row.addWidget(self._remark, 0)
        self.set(text, remark)

    def set(self, text: str, remark: str = "") -> None:
        """Say something else."""
        self._words.set(text)
        self._remark.set(remark)
        self._remark.setFixedWidth(self._remark.sizeHint().width() + 2)
        self._remark.setVisible(bool(remark))


class WholeWords(Words):
    """Words that stand whole: a grid in a scrolled pane may give wrapped lines too little room."""

    def set(self, text: str, tone: Tone | None = None) -> None:
        """Say something else, and take the room for it."""
        super().set(text, tone)
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room that this width asks for."""
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        self.setMinimumHeight(0)
        self.setMinimumHeight(self.heightForWidth(self.width()))


class Pairs(QWidget):
    """A grid of quiet names and their values."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._labels: list[Words] = []

    def set(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these pairs; a pair without a value is left out."""
        shown = [(name, value) for name, value in pairs if value]
        while len(self._labels) < 2 * len(shown):
            self._add_pair()
        for number, label in enumerate(self._labels):
            label.setVisible(number < 2 * len(shown))
        for number, (name, value) in enumerate(shown):
            self._labels[2 * number].set(name)
            self._labels[2 * number + 1].set(value)

    def _add_pair(self) -> None:
        number = len(self._labels) // 2
        name, value = Words("", Pen(tone=Tone.MUTED)), WholeWords()
        name.setWordWrap(False)
        row, column = divmod(number, self._columns)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, 2 * column, top)
        self._grid.addWidget(value, row, 2 * column + 1, top)
        self._grid.setColumnStretch(2 * column + 1, 1)
        self._labels += [name, value]


class Bar(QWidget):
    """A thin progress bar; the numbers stand beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        self._tone = Tone.PASS

    def set(self, done: int, total: int, tone: Tone = Tone.PASS) -> None:
        """Show how many of how many are done."""
        self._share = done / total if total else 0.0
        self._tone = tone
        self.setAccessibleDescription(f"{done}/{total}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(80, bar_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = bar_height()
        area = QRectF(0, (self.height() - height) / 2, self.width(), height)
        draw_bar(painter, area, self._share, self._tone)


class ProgressRow(QWidget):
    """Words left, done/total right, the bar below."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.head = SectionLabel(text)
        self.bar = Bar(text)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        self._text = text

    def set(self, done: int, total: int, tone: Tone = Tone.PASS) -> None:
        """Show how many of how many are done."""
        self.head.set(self._text, f"{done}/{total}")
        self.bar.set(done, total, tone)


class CountBadge(QWidget):
    """A number on a filled pill; zero shows nothing."""

    def __init__(
        self, count: int = 0, tone: Tone = Tone.FAIL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self.set(count)

    def set(self, count: int) -> None:
        """Show another number."""
        self.count = count
        self.setAccessibleName(str(count))
        if count == 0 or self.parentWidget():  # alone, it would open as a window
            self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(int(count_width(self.count)), 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_count(painter, QRectF(self.rect()), self.count, self._tone)
