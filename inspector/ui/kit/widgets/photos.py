"""A photo as a thumbnail: waiting, shown, broken, chosen, marked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import MIDDLE, Mark, Pen, draw_box, draw_mark, draw_ring, draw_text
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import RADIUS, SMALL, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton


class PhotoThumb(PaintedButton):
    """One photo of a strip or sheet; set its picture when the preview is ready."""

    def __init__(
        self, name: str, *, size: QSize | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._size = size or QSize(88, 72)
        self._pixmap: QPixmap | None = None
        self._broken = False
        self._mark: Mark | None = None
        self._caption = ""
        self.setToolTip(name)

    def set_picture(self, picture: QImage | QPixmap | None) -> None:
        """Show the picture; None or an empty one shows it as not readable."""
        self._broken = picture is None or picture.isNull()
        if picture is not None and not picture.isNull():
            image = picture if isinstance(picture, QPixmap) else QPixmap.fromImage(picture)
            self._pixmap = image
        self.update()

    def set_mark(self, mark: Mark | None, why: str = "") -> None:
        """Put a small mark in the corner that explains itself in the tooltip."""
        self._mark = mark
        self.setToolTip(f"{self.accessibleName()}\n{why}" if why else self.accessibleName())
        self.setAccessibleDescription(why)
        self.update()

    def set_caption(self, caption: str) -> None:
        """Write a line below the picture."""
        self._caption = caption
        self.updateGeometry()

    def is_broken(self) -> bool:
        """Tell whether the picture could not be read."""
        return self._broken

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return self._size + QSize(0, 22 if self._caption else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._caption:
            line = QRectF(box.x(), box.bottom() - 20, box.width(), 20)
            draw_text(painter, line, self._caption, Pen(size=SMALL, tone=Tone.MUTED, align=MIDDLE))
            box.adjust(0, 0, 0, -22)
        draw_picture(painter, box, self._pixmap, broken=self._broken)
        self._paint_state(painter, box)

    def _paint_state(self, painter: QPainter, box: QRectF) -> None:
        now = tokens()
        if self._mark:
            spot = QRectF(box.right() - 26, box.top() + 4, 22, 22)
            draw_box(painter, spot, fill=now.surface, line=now.line, radius=11)
            draw_mark(painter, self._mark, spot.center(), 14)
        if self.isChecked():
            draw_box(painter, box, line=now.accent, width=3)
        if self.shows_ring():
            draw_ring(painter, box, gap=1)


def draw_picture(
    painter: QPainter, box: QRectF, pixmap: QPixmap | None, *, broken: bool = False
) -> None:
    """Draw a photo filling a rounded box, or the sign that it is awaited or broken."""
    now = tokens()
    if pixmap is None or broken:
        draw_box(painter, box, fill=now.canvas, line=now.line, width=now.line_px)
        size = min(24.0, box.height() / 2)
        centre = box.center()
        area = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        name, tone = ("image-broken", Tone.FAIL) if broken else ("image", Tone.MUTED)
        draw_icon(painter, name, area, now.tone(tone))
        return
    path = QPainterPath()
    path.addRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(path)
    painter.drawPixmap(box, pixmap, _cover(box, pixmap))
    painter.restore()
    painter.setPen(QColor(now.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _cover(box: QRectF, pixmap: QPixmap) -> QRectF:
    """Give the middle part of the photo that has the box's shape."""
    share = min(pixmap.width() / box.width(), pixmap.height() / box.height())
    width, height = box.width() * share, box.height() * share
    left, top = (pixmap.width() - width) / 2, (pixmap.height() - height) / 2
    return QRectF(left, top, width, height)
