"""The picture with its boxes: drawn with mouse, pen or finger, or placed with keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inspector.core.masks import LEAST, WHOLE, Box, PhotoMask, corners
from inspector.ui.kit.painting import Pen, draw_text
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL
from inspector.ui.screens.photos.viewer.view import Canvas
from inspector.words.language import _
from inspector.words.masks import mask_kind_name

_FILL = QColor(96, 96, 96)
_WHITE = "#FFFFFF"
_STEP = 100
_FIRST = Box(4000, 4000, 6000, 6000)
_SLIP_PX = 6
_ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}


class MaskCanvas(Canvas):
    """A picture on which boxes are drawn.

    Dragging draws a box; pressing one chooses it, and dragging it moves it. With keys a box is a
    draft until Enter keeps it: arrows move it, with Shift they change its size.

    Signals:
        drawn(object): a new Box.
        moved(object, object): a PhotoMask, and where it shall lie (a Box).
        chosen(): another box is chosen, or none.
        pressed(int): a key that is none of its own.
    """

    drawn = Signal(object)
    moved = Signal(object, object)
    chosen = Signal()
    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("照片：拖动画遮挡框"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._masks: Sequence[PhotoMask] = ()
        self._chosen = ""
        self._draft: Box | None = None
        self._from: QPointF | None = None
        self._grabbed: PhotoMask | None = None

    # -- what is shown ----------

    def show_masks(self, masks: Sequence[PhotoMask]) -> None:
        """Show these boxes; the chosen one stays chosen, or the newest of two is."""
        before = {mask.id for mask in self._masks}
        fresh = [mask.id for mask in masks if mask.id not in before]
        self._masks = masks
        if self._chosen not in {mask.id for mask in masks}:
            self._chosen = fresh[-1] if fresh and before else ""
        self.update()
        self.chosen.emit()

    def forget(self) -> None:
        """Choose nothing and drop what was begun: another photo is shown."""
        self._masks, self._chosen, self._draft, self._from = (), "", None, None

    def chosen_mask(self) -> PhotoMask | None:
        """Give the box that is chosen."""
        return next((mask for mask in self._masks if mask.id == self._chosen), None)

    def draft(self) -> Box | None:
        """Give the box that is being drawn or placed."""
        return self._draft

    def choose_next(self) -> None:
        """Choose the next box in the order in which they were drawn."""
        ids = [mask.id for mask in self._masks]
        at = ids.index(self._chosen) + 1 if self._chosen in ids else 0
        self._chosen = ids[at % len(ids)] if ids else ""
        self.update()
        self.chosen.emit()

    # -- keys ----------

    def begin_draft(self) -> None:
        """Lay a box in the middle, or take the chosen one up, to be placed with keys."""
        now = self.chosen_mask()
        self._draft = now.box if now else _FIRST
        self.update()
        self.chosen.emit()

    def drop_draft(self) -> bool:
        """Drop what is being placed; tell whether there was something."""
        had, self._draft, self._from = self._draft is not None, None, None
        self.update()
        self.chosen.emit()
        return had

    def keep_draft(self) -> bool:
        """Keep what is being placed; tell whether there was something."""
        box, self._draft = self._draft, None
        if box is None:
            return False
        now = self.chosen_mask()
        if now is None:
            self.drawn.emit(box)
        else:
            self.moved.emit(now, box)
        self.update()
        self.chosen.emit()
        return True

    def event(self, event: QEvent) -> bool:
        """Take the keys of the picture before the room's own, such as Escape and letters."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Place the draft, or hand the key on."""
        step = _ARROWS.get(event.key())
        if self._draft is not None and step is not None:
            sizes = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._draft = _sized(self._draft, *step) if sizes else self._draft.moved(*step)
            self.update()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(event.key())

    # -- mouse, pen and finger ----------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, or take hold of one; with the middle button, of the picture."""
        if event.button() is not Qt.MouseButton.LeftButton or not self.is_shown():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._from = event.position()
        self._grabbed = self._under(event.position())
        self._chosen = self._grabbed.id if self._grabbed else ""
        self._draft = None
        self.update()
        self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, or move the box that is held."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        if (event.position() - self._from).manhattanLength() < _SLIP_PX and self._draft is None:
            return
        x, y = self._at(self._from)
        to_x, to_y = self._at(event.position())
        if self._grabbed is not None:
            self._draft = self._grabbed.box.moved(to_x - x, to_y - y)
        else:
            self._draft = corners(*(_inside(one) for one in (x, y, to_x, to_y)))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was drawn; a mere press only chooses."""
        super().mouseReleaseEvent(event)
        if self._from is not None:
            self._from, self._grabbed = None, None
            self.keep_draft()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press again: going near belongs to the wheel here."""
        self.mousePressEvent(event)

    def _under(self, point: QPointF) -> PhotoMask | None:
        """Find the box under a point, the one drawn last first."""
        x, y = self._at(point)
        found = (
            mask
            for mask in reversed(self._masks)
            if mask.box.left <= x <= mask.box.right and mask.box.top <= y <= mask.box.bottom
        )
        return next(found, None)

    def _at(self, point: QPointF) -> tuple[int, int]:
        share = self._share_under(point)
        return round(share.x() * WHOLE), round(share.y() * WHOLE)

    # -- painting ----------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and the boxes as they will hide it."""
        super().paintEvent(event)
        if not self.is_shown():
            return
        painter = QPainter(self)
        grabbed = self._chosen if self._draft is not None else ""
        for mask in self._masks:
            if mask.id != grabbed:
                words = mask_kind_name(mask.kind)
                self._paint(painter, mask.box, words, is_chosen=mask.id == self._chosen)
        if self._draft is not None:
            self._paint(painter, self._draft, "", is_chosen=True)

    def _paint(self, painter: QPainter, box: Box, words: str, *, is_chosen: bool) -> None:
        area = self.place_of(box)
        fill = QColor(_FILL)
        fill.setAlphaF(0.55 if is_chosen else 1.0)
        painter.fillRect(area, fill)
        pen = QPen(QColor(tokens().accent if is_chosen else _WHITE), 3 if is_chosen else 1)
        painter.setPen(pen)
        painter.drawRect(area)
        if words:
            line = QRectF(area.x() + 4, area.y() + 2, max(area.width() - 8, 0), 22)
            draw_text(painter, line, words, Pen(size=SMALL, colour=_WHITE))

    def place_of(self, box: Box) -> QRectF:
        """Give where a box lies on the screen."""
        area = self._area()
        return QRectF(
            area.x() + area.width() * box.left / WHOLE,
            area.y() + area.height() * box.top / WHOLE,
            area.width() * (box.right - box.left) / WHOLE,
            area.height() * (box.bottom - box.top) / WHOLE,
        )


def _inside(value: int) -> int:
    return max(0, min(value, WHOLE))


def _sized(box: Box, across: int, down: int) -> Box:
    """Move the right and the lower side; a box neither vanishes nor leaves the picture."""
    right = max(box.left + LEAST * 5, min(box.right + across, WHOLE))
    bottom = max(box.top + LEAST * 5, min(box.bottom + down, WHOLE))
    return Box(box.left, box.top, min(right, WHOLE), min(bottom, WHOLE))
