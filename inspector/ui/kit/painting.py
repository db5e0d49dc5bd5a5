"""What widgets and delegates draw alike: text, boxes, bars, marks, tags, key caps, rings."""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import BASE, RADIUS, SMALL, Tone

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter
CENTRED = Qt.AlignmentFlag.AlignVCenter
_TAG_PAD = 10
_TAG_HEIGHT = 24
_CAP_HEIGHT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How a piece of text is written."""

    size: int = BASE
    bold: bool = False
    tone: Tone = Tone.PLAIN
    colour: str = ""
    align: Qt.AlignmentFlag = LEFT

    def ink(self) -> str:
        """Give the colour: the exact one if named, else the tone's in today's mode."""
        return self.colour or tokens().tone(self.tone)


PLAIN = Pen()
STRONG = Pen(bold=True)
QUIET = Pen(size=SMALL, tone=Tone.MUTED)


class Mark(StrEnum):
    """The state of an item, as an icon; its word stands beside it."""

    OPEN = "circle"
    PASS = "check"  # noqa: S105 - a verdict, no password
    FAIL = "cross"
    NONE = "dash"
    WARN = "triangle"

    @property
    def tone(self) -> Tone:
        """The tone that goes with the mark."""
        return {
            Mark.OPEN: Tone.MUTED,
            Mark.PASS: Tone.PASS,
            Mark.FAIL: Tone.FAIL,
            Mark.NONE: Tone.NONE,
            Mark.WARN: Tone.WARN,
        }[self]


def text_width(text: str, pen: Pen = PLAIN) -> int:
    """Measure a line of text."""
    return QFontMetrics(font(pen.size, bold=pen.bold)).horizontalAdvance(text)


def draw_text(painter: QPainter, area: QRectF, text: str, pen: Pen = PLAIN) -> float:
    """Write one line, vertically centred and elided to fit; give the width that it took."""
    written = font(pen.size, bold=pen.bold)
    metrics = QFontMetrics(written)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, math.floor(area.width()))
    painter.setFont(written)
    painter.setPen(QColor(pen.ink()))
    painter.drawText(area, pen.align | CENTRED | Qt.TextFlag.TextSingleLine, shown)
    return float(metrics.horizontalAdvance(shown))


def draw_box(
    painter: QPainter,
    area: QRectF,
    *,
    fill: str = "",
    line: str = "",
    width: float = 1,
    radius: float = RADIUS,
) -> None:
    """Draw a rounded box; its line lies inside the area, so that edges stay crisp."""
    inset = width / 2 if line else 0
    painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_ring(painter: QPainter, area: QRectF, radius: float = RADIUS, gap: float = 2) -> None:
    """Draw the focus ring around an area, a little outside of it."""
    around = area.adjusted(-gap, -gap, gap, gap)
    draw_box(painter, around, line=tokens().accent, width=2, radius=radius + gap)


def bar_height() -> int:
    """Give a progress bar's height: more where it has an outline."""
    return 10 if tokens().line_px > 1 else 6


def draw_bar(painter: QPainter, area: QRectF, share: float, tone: Tone = Tone.PASS) -> None:
    """Draw a progress bar; in sun mode an outlined one."""
    now = tokens()
    radius = area.height() / 2
    outlined = now.line_px > 1
    draw_box(
        painter,
        area,
        fill=now.track(),
        line=now.line if outlined else "",
        width=now.line_px,
        radius=radius,
    )
    share = min(max(share, 0.0), 1.0)
    if share > 0:
        length = max(area.width() * share, area.height())
        done = QRectF(area.x(), area.y(), length, area.height())
        draw_box(painter, done, fill=now.text if outlined else now.tone(tone), radius=radius)


def draw_mark(painter: QPainter, mark: Mark, centre: QPointF, size: float = 18) -> None:
    """Draw the mark of a state around a point."""
    corner = QPointF(centre.x() - size / 2, centre.y() - size / 2)
    area = QRectF(corner.x(), corner.y(), size, size)
    draw_icon(painter, mark.value, area, tokens().tone(mark.tone))


def tag_size(text: str, *, bold: bool = False) -> QSize:
    """Measure a tag."""
    return QSize(text_width(text, Pen(size=SMALL, bold=bold)) + 2 * _TAG_PAD, _TAG_HEIGHT)


def draw_tag(painter: QPainter, area: QRectF, text: str, tone: Tone = Tone.PLAIN) -> None:
    """Draw a small rounded tag: outlined if plain, tinted if it has a tone."""
    now = tokens()
    tinted = tone not in {Tone.PLAIN, Tone.MUTED, Tone.NONE} and now.tint_share > 0
    draw_box(
        painter,
        area,
        fill=now.tint(tone) if tinted else "",
        line="" if tinted else (now.line if tone is not Tone.ACCENT else now.accent),
        width=now.line_px,
        radius=area.height() / 2,
    )
    draw_text(painter, area, text, Pen(size=SMALL, tone=tone, align=MIDDLE))


def cap_width(keys: str) -> int:
    """Measure a key cap."""
    return max(text_width(keys, Pen(size=12)) + 10, _CAP_HEIGHT)


def draw_cap(painter: QPainter, area: QRectF, keys: str, ink: str = "") -> None:
    """Draw the key that does the same, as a small cap, in the middle of an area's height."""
    now = tokens()
    top = area.center().y() - _CAP_HEIGHT / 2
    box = QRectF(area.x(), top, area.width(), _CAP_HEIGHT)
    line = ink or (now.line if now.line_px == 1 else now.text)
    draw_box(painter, box, line=line, width=1, radius=4)
    draw_text(painter, box, keys, Pen(size=12, colour=ink or now.muted, align=MIDDLE))


def draw_count(painter: QPainter, area: QRectF, count: int, tone: Tone = Tone.FAIL) -> None:
    """Draw a count on a filled pill: what waits for somebody."""
    now = tokens()
    draw_box(painter, area, fill=now.tone(tone), radius=area.height() / 2)
    pen = Pen(size=11, bold=True, colour=now.on_fill, align=MIDDLE)
    draw_text(painter, area, count_text(count), pen)


def count_text(count: int) -> str:
    """Shorten a count for a badge."""
    most = 99
    return f"{most}+" if count > most else str(count)


def count_width(count: int, height: float = 18) -> float:
    """Measure a count's pill."""
    return max(height, text_width(count_text(count), Pen(size=11, bold=True)) + 10.0)
