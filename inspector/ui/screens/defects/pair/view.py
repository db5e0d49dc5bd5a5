"""Before and after, large and side by side, with what stands under each picture."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    MIDDLE,
    RIGHT,
    Pen,
    draw_box,
    draw_ring,
    draw_text,
)
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import IconButton, PaintedButton
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.photos import draw_picture
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.defects.model import Pair, Shown
from inspector.words.language import _

_SHAPE = 0.604  # height to width
_CAPTION_PX = 200  # when and how far apart matter more than who
_LOW = 88  # where there is nothing to show yet


class Frame(PaintedButton):
    """One picture of the pair; pressed, it opens the photo, or asks for one."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(empty, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._empty = empty
        self._is_low = False
        self._pixmap: QPixmap | None = None
        self._broken = False
        self.shown: Shown | None = None

    def set(self, shown: Shown | None, *, is_low: bool) -> None:
        """Show this photo, or that there is none."""
        self.shown = shown
        self._pixmap, self._broken, self._is_low = None, False, is_low
        self.setAccessibleName(f"{shown.caption} {shown.name}" if shown else self._empty)
        self.setToolTip(_("{name}，按下查看大图").format(name=shown.name) if shown else "")
        self.updateGeometry()
        self.update()

    def set_picture(self, pixmap: QPixmap | None, *, broken: bool) -> None:
        """Show the picture now that it is there, or that it cannot be read."""
        self._pixmap, self._broken = pixmap, broken
        self.update()

    def is_broken(self) -> bool:
        """Tell whether the picture cannot be shown."""
        return self._broken

    def has_picture(self) -> bool:
        """Tell whether the picture is there."""
        return self._pixmap is not None

    def hasHeightForWidth(self) -> bool:
        """Say that height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the same crop for both."""
        return _LOW if self._is_low else round(width * _SHAPE)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(96, _LOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.shown is not None:
            draw_picture(painter, box, self._pixmap, broken=self._broken)
        else:
            self._paint_empty(painter, box)
        if self.shows_ring():
            draw_ring(painter, box.adjusted(3, 3, -3, -3), gap=0)

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        now = tokens()
        ground = now.hover() if self.underMouse() else now.canvas
        draw_box(painter, box, fill=ground, line=now.line, width=now.line_px)
        middle = box.center()
        sign = QRectF(middle.x() - 10, middle.y() - 24, 20, 20)
        draw_icon(painter, "camera", sign, now.muted)
        line = QRectF(box.x() + 8, middle.y() + 4, box.width() - 16, 22)
        draw_text(painter, line, self._empty, Pen(size=SMALL, tone=Tone.MUTED, align=MIDDLE))


class PairView(QWidget):
    """The pairs of a defect, one at a time.

    Signals:
        opened(str): look at this photo.
        asked(): add a photo.
    """

    opened = Signal(str)
    asked = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pairs: Sequence[Pair] = ()
        self._at = 0
        self.before = Frame(_("没有整改前照片"))
        self.before.setObjectName("photo_before")
        self.after = Frame(_("没有整改后照片"))
        self.after.setObjectName("photo_after")
        self._captions = [_Caption(), _Caption()]
        self.warning = Banner()
        self._pager = _Pager(self.turn)
        self._lay_out()
        pictures.ready.connect(self._arrived)
        for frame in self._frames():
            frame.clicked.connect(partial(self._press, frame))

    def set(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs, the first one now."""
        self._pairs, self._at = pairs, 0
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(SPACE_2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_4)
        grid.setVerticalSpacing(6)
        for place, frame in enumerate(self._frames()):
            grid.addWidget(frame, 0, place)
            grid.addWidget(self._captions[place], 1, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addWidget(self._pager)
        column.addWidget(self.warning)

    def _frames(self) -> tuple[Frame, Frame]:
        return self.before, self.after

    def _show(self) -> None:
        pair = self._pairs[self._at] if self._pairs else Pair(before=None, after=None)
        is_low = pair.before is None and pair.after is None
        sides = zip(self._frames(), (pair.before, pair.after), self._captions, strict=True)
        for frame, shown, caption in sides:
            frame.set(shown, is_low=is_low)
            caption.set(shown)
            if shown is not None:
                self._fill(frame, shown.sha256)
        self._pager.set(self._at, len(self._pairs))
        if pair.warning:
            self.warning.say(pair.warning, Tone.WARN)
        self.warning.setVisible(bool(pair.warning))

    def _fill(self, frame: Frame, sha256: str) -> None:
        picture = self._pictures.picture(sha256)
        frame.set_picture(picture, broken=self._pictures.is_broken(sha256))

    def _arrived(self, sha256: str) -> None:
        for frame in self._frames():
            if frame.shown is not None and frame.shown.sha256 == sha256:
                self._fill(frame, sha256)

    def _press(self, frame: Frame, *_checked: bool) -> None:
        if frame.shown is None:
            self.asked.emit()
        else:
            self.opened.emit(frame.shown.photo_id)

    def turn(self, by: int) -> None:
        """Show another pair."""
        self._at = (self._at + by) % max(len(self._pairs), 1)
        self._show()


class _Caption(QWidget):
    """When and where left, who right."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._left = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._absence = ElidedLabel("", Pen(size=SMALL, bold=True, tone=Tone.FAIL))
        self._right = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT))
        row.addWidget(self._left, 3)
        row.addWidget(self._absence, 2)
        row.addWidget(self._right, 1)

    def set(self, shown: Shown | None) -> None:
        self._left.set(shown.caption if shown else "")
        self._left.setMinimumWidth(min(self._left.sizeHint().width(), _CAPTION_PX))
        absence = shown.absence if shown else ""
        self._absence.set(_("原件{where}").format(where=absence) if absence else "")
        self._absence.setVisible(bool(absence))
        self._right.set(shown.photographer if shown else "")


class _Pager(QWidget):
    """Which pair of several; hidden where there is one."""

    def __init__(self, turn: Callable[[int], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        back = IconButton("chevron-left", _("上一组照片"), keys="Alt+←")
        back.clicked.connect(lambda: turn(-1))
        on = IconButton("chevron-right", _("下一组照片"), keys="Alt+→")
        on.clicked.connect(lambda: turn(1))
        self._text = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED, align=MIDDLE))
        self._text.setFixedWidth(88)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self._text)
        row.addWidget(on)
        row.addStretch(1)

    def set(self, at: int, count: int) -> None:
        self._text.set(_("第 {at}/{count} 组").format(at=at + 1, count=count))
        self.setVisible(count > 1)
