"""Chips to filter with, tags to read, segments to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    MIDDLE,
    Mark,
    Pen,
    draw_box,
    draw_ring,
    draw_tag,
    draw_text,
    tag_size,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import BASE, DRAWN, SMALL, TARGET, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.flow import FlowLayout

_CHIP = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipSpec:
    """One filter: its key, words, and how many rows it would show."""

    key: str
    text: str
    count: int | None = None
    tone: Tone = Tone.PLAIN
    mark: Mark | None = None


class Chip(PaintedButton):
    """A filter that is on or off, with a count."""

    def __init__(self, spec: ChipSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec.text, parent)
        self.setCheckable(True)
        self.setObjectName(f"chip_{spec.key}")
        self.spec = spec
        self.set_spec(spec)

    def set_spec(self, spec: ChipSpec) -> None:
        """Show other words or another count."""
        self.spec = spec
        count = "" if spec.count is None else f" {spec.count}"
        self.setText(f"{spec.text}{count}")
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        mark = 18 if self.spec.mark else 0
        bold = Pen(size=SMALL, bold=True)
        return QSize(text_width(self.text(), bold) + mark + 24, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _CHIP) / 2
        box = QRectF(1, top, self.width() - 2, _CHIP)
        tone = Tone.ACCENT if self.spec.tone is Tone.PLAIN else self.spec.tone
        self._paint_ground(painter, box, tone)
        plain = self.spec.tone is Tone.PLAIN and not self.isChecked()
        ink = now.text if plain else now.tone(tone)
        room = box
        if self.spec.mark:
            draw_icon(painter, self.spec.mark.value, QRectF(9, self.height() / 2 - 8, 16, 16), ink)
            room = box.adjusted(18, 0, 0, 0)
        pen = Pen(size=SMALL, bold=self.isChecked(), colour=ink, align=MIDDLE)
        draw_text(painter, room, self.text(), pen)
        if self.shows_ring():
            draw_ring(painter, box, radius=_CHIP / 2, gap=1)

    def _paint_ground(self, painter: QPainter, box: QRectF, tone: Tone) -> None:
        now = tokens()
        radius = _CHIP / 2
        if self.isChecked():
            width = max(now.line_px, 1.5)
            fill = now.tint(tone)
            draw_box(painter, box, fill=fill, line=now.tone(tone), width=width, radius=radius)
            return
        tinted = self.spec.tone is not Tone.PLAIN and now.tint_share > 0
        fill = now.hover() if self.underMouse() else (now.tint(tone) if tinted else "")
        line = "" if tinted else now.line
        draw_box(painter, box, fill=fill, line=line, width=now.line_px, radius=radius)


class ChipRow(QWidget):
    """Filters of which one is on; they wrap where room is short.

    Signals:
        chosen(str): the key of the filter that the person turned on.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[ChipSpec] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=6, line_gap=0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._chips: dict[str, Chip] = {}
        self.set_chips(specs)

    def set_chips(self, specs: Sequence[ChipSpec]) -> None:
        """Show these filters; the one that was on stays on if it is still there."""
        if [spec.key for spec in specs] == list(self._chips):
            for spec in specs:
                self._chips[spec.key].set_spec(spec)
            return
        before = self.current()
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {spec.key: Chip(spec, self) for spec in specs}
        for chip in self._chips.values():
            self._group.addButton(chip)
            self._row.addWidget(chip)
        self.choose(before if before in self._chips else next(iter(self._chips), ""))

    def choose(self, key: str) -> None:
        """Turn a filter on without telling."""
        if key in self._chips:
            self._chips[key].setChecked(True)

    def current(self) -> str:
        """Give the key of the filter that is on."""
        checked = self._group.checkedButton()
        return checked.spec.key if isinstance(checked, Chip) else ""

    def _clicked(self, chip: Chip) -> None:
        self.chosen.emit(chip.spec.key)


class Tag(QWidget):
    """A small rounded word: a state, a tier, a duty."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Show another word."""
        self.text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return tag_size(self.text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tag(painter, QRectF(self.rect()), self.text, self._tone)


_AROUND, _AROUND_TIGHT = 14, 8
"""Pixels on each side of a segment's word."""


class Segment(PaintedButton):
    """One of the choices of a segmented control."""

    def __init__(
        self, key: str, text: str, size: int = BASE, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._size, self._padding = size, _AROUND
        self.setCheckable(True)
        self.setObjectName(f"segment_{key}")
        self.key = key

    def set_size(self, size: int, padding: int) -> None:
        """Write in this size, with so many pixels beside the word."""
        self._size, self._padding = size, padding
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        wide = text_width(self.text(), Pen(size=self._size, bold=True))
        return QSize(wide + 2 * self._padding, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 7, -2, -7)
        if self.isChecked():
            draw_box(painter, box, fill=now.accent, radius=6)
        elif self.underMouse():
            draw_box(painter, box, fill=now.hover(), radius=6)
        ink = now.on_fill if self.isChecked() else now.text
        pen = Pen(size=self._size, bold=self.isChecked(), colour=ink, align=MIDDLE)
        draw_text(painter, QRectF(self.rect()), self.text(), pen)
        if self.shows_ring():
            draw_ring(painter, box, radius=6, gap=2)


class Segmented(QWidget):
    """A choice among few, all visible; arrow keys move it.

    Signals:
        chosen(str): the key of the choice that the person made.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        size: int = BASE,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._size = size
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self._segments = {key: Segment(key, text, size, self) for key, text in choices}
        for segment in self._segments.values():
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(self._clicked)
        self.choose(choices[0][0])

    def choose(self, key: str) -> None:
        """Move to a choice without telling."""
        self._segments[key].setChecked(True)

    def set_tight(self, *, is_tight: bool) -> None:
        """Take less room where many of them stand beside each other."""
        size, padding = (BASE, _AROUND_TIGHT) if is_tight else (self._size, _AROUND)
        for segment in self._segments.values():
            segment.set_size(size, padding)

    def width_if(self, *, is_tight: bool) -> int:
        """Tell how wide it would be."""
        self.set_tight(is_tight=is_tight)
        return 4 + sum(segment.sizeHint().width() for segment in self._segments.values())

    def show_choice(self, key: str, *, is_shown: bool) -> None:
        """Offer a choice, or not."""
        self._segments[key].setVisible(is_shown)

    def current(self) -> str:
        """Give the key of the choice that is on."""
        checked = self._group.checkedButton()
        return checked.key if isinstance(checked, Segment) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [key for key, segment in self._segments.items() if not segment.isHidden()]
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._segments[key].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - DRAWN) / 2, self.width(), DRAWN)
        draw_box(painter, box, fill=now.surface, line=now.line, width=now.line_px)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())
