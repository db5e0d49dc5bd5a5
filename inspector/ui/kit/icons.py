"""Our own line icons, drawn in any colour and crisp at any scale."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector.ui.kit.style.look import look, tokens
from inspector.ui.kit.style.tokens import ICON, Tone

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


def draw_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Draw an icon into an area of a painter, straight from its vectors."""
    _renderer(name, colour).render(painter, area)


def icon_pixmap(name: str, colour: str, size: int = ICON, scale: float | None = None) -> QPixmap:
    """Draw an icon into a pixmap of the screen's scale."""
    ratio = scale or _screen_scale()
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def icon(name: str, tone: Tone = Tone.PLAIN, size: int = ICON) -> QIcon:
    """Make a QIcon in a tone of today's mode, for menus and Qt's own buttons."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(icon_pixmap(name, tokens().tone(tone), size, scale))
    return made


def icon_names(folder: Path) -> list[str]:
    """List the icons that exist."""
    return sorted(path.stem for path in folder.glob("*.svg"))


def _screen_scale() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Keep parsed drawings in the look: a list paints hundreds of marks."""
    wearer = look()
    key = (name, colour)
    if key not in wearer.drawings:
        drawing = (wearer.icons_folder / f"{name}.svg").read_text(encoding="utf-8")
        coloured = drawing.replace("currentColor", QColor(colour).name())
        wearer.drawings[key] = QSvgRenderer(QByteArray(coloured.encode()))
    return wearer.drawings[key]
