"""Pages of papers as marks, painted as the printed page will look."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.core.marks import (
    BoxMark,
    CircleMark,
    DrawnPage,
    LineMark,
    Mark,
    PhotoMark,
    TextMark,
    Tone,
)
from inspector.folders import fonts

_EM = 100
_GAP = 16.0
_FAMILIES = {"NotoSerifSC": "Noto Serif SC", "NotoSansSC": "Noto Sans SC"}
_PAPER, _EDGE = QColor("#FFFFFF"), QColor("#9AA0A6")


class PageView(QWidget):
    """Paints pages side by side, as large as the room takes them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pages: Sequence[DrawnPage] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._has_fonts = False

    def show_pages(self, pages: Sequence[DrawnPage]) -> None:
        """Show other pages."""
        self.pages = pages
        self.update()

    def load_fonts(self) -> None:
        """Load the fonts that only papers use, once."""
        if not self._has_fonts:
            self._has_fonts = True
            for path in sorted(fonts().glob("NotoSerifSC-*.ttf")):
                QFontDatabase.addApplicationFont(str(path))

    def sizeHint(self) -> QSize:
        """Ask for room in which a page reads."""
        return QSize(560, 420)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still tells the pages apart."""
        return QSize(320, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in the middle."""
        if not self.pages:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        wide = sum(page.size[0] for page in self.pages) + _GAP * (len(self.pages) - 1)
        high = max(page.size[1] for page in self.pages)
        scale = min(self.width() / wide, self.height() / high) * 0.98
        painter.translate((self.width() - wide * scale) / 2, (self.height() - high * scale) / 2)
        painter.scale(scale, scale)
        for page in self.pages:
            self._paint(painter, page)
            painter.translate(page.size[0] + _GAP, 0)

    def _paint(self, painter: QPainter, page: DrawnPage) -> None:
        painter.save()
        area = QRectF(0, 0, *page.size)
        painter.setPen(QPen(_EDGE, 0))
        painter.setBrush(_PAPER)
        painter.drawRect(area)
        painter.setClipRect(area)
        painter.translate(0, page.size[1])
        for mark in page.marks:
            self._paint_mark(painter, mark)
        painter.restore()

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match mark:
            case TextMark():
                _paint_text(painter, mark)
            case LineMark():
                painter.setPen(QPen(_colour(mark.tone), mark.width))
                painter.drawLine(_point(*mark.start), _point(*mark.end))
            case BoxMark():
                painter.setPen(
                    QPen(_colour(mark.tone), mark.line) if mark.line else QPen(Qt.PenStyle.NoPen)
                )
                if mark.fill is not None:
                    painter.setBrush(_colour(mark.fill))
                painter.drawRect(_rect(mark.frame))
            case CircleMark():
                painter.setPen(QPen(_colour(mark.tone), 0.6, Qt.PenStyle.DashLine))
                painter.drawEllipse(_point(*mark.centre), mark.radius, mark.radius)
            case PhotoMark():
                painter.drawPixmap(_rect(mark.frame), self._picture(mark), QRectF())

    def _picture(self, mark: PhotoMark) -> QPixmap:
        name = str(mark.path)
        if name not in self._pictures:
            self._pictures[name] = QPixmap(name)
        return self._pictures[name]


def _point(x: float, y: float) -> QPointF:
    """Turn a point of the paper, which counts upwards, into one of the painter."""
    return QPointF(x, -y)


def _rect(frame: tuple[float, float, float, float]) -> QRectF:
    x, y, width, height = frame
    return QRectF(x, -y - height, width, height)


def _colour(tone: Tone) -> QColor:
    return QColor.fromRgbF(*tone)


def _paint_text(painter: QPainter, mark: TextMark) -> None:
    """Paint characters with the advance that the paper gives them."""
    family, _dash, weight = mark.face.partition("-")
    font = QFont(_FAMILIES.get(family, family))
    font.setPixelSize(_EM)
    font.setBold(weight == "Bold")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setPen(_colour(mark.tone))
    painter.setFont(font)
    natural = painter.fontMetrics().horizontalAdvance(mark.text) * mark.size / _EM
    painter.translate(_point(mark.x, mark.base))
    scale = mark.size / _EM
    painter.scale(scale * (mark.width / natural if natural else 1), scale)
    painter.drawText(QPointF(0, 0), mark.text)
    painter.restore()
