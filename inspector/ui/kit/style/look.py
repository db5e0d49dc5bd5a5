"""Put a mode's colours and our fonts on the application, and switch them live."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from inspector.ui.kit.style.sheet import style_sheet
from inspector.ui.kit.style.tokens import BASE, DARK, LIGHT, MODES, Tokens

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_log = logging.getLogger(__name__)

# Ours first; the machine's own only where the bundled font lacks a rare character.
FAMILIES = (
    "Noto Sans SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Segoe UI",
)
_FONT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
SYSTEM = "system"


class Look(QObject):
    """The application's look; one per QApplication, found with `look()`.

    Signals:
        changed(Tokens): the colours are others now; cached pictures must be made again.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self.icons_folder = resources / "icons"
        self.drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._app = app
        self._mode = SYSTEM
        self.tokens: Tokens = LIGHT
        _load_fonts(resources / "fonts")
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._wear(self._wanted())

    @property
    def mode(self) -> str:
        """The mode that was chosen: light, dark, sun or system."""
        return self._mode

    def choose(self, mode: str) -> None:
        """Switch to a mode, at once and in every window."""
        self._mode = mode
        if self._wanted() != self.tokens:
            self._wear(self._wanted())

    def _follow_system(self) -> None:
        self.choose(self._mode)

    def _wanted(self) -> Tokens:
        if self._mode in MODES:
            return MODES[self._mode]
        scheme = self._app.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _wear(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._app.setPalette(palette_of(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        for window in self._app.topLevelWidgets():
            window.update()
        self.changed.emit(tokens)


def look() -> Look:
    """Find the application's look."""
    app = QApplication.instance()
    found = app.findChild(Look, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
    if not isinstance(found, Look):
        raise TypeError("make Look(app, resources) before the first widget")
    return found


def tokens() -> Tokens:
    """Give the colours of the mode that is on."""
    return look().tokens


def font(size: int = BASE, *, bold: bool = False) -> QFont:
    """Give our font in one of the text sizes."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def palette_of(tokens: Tokens) -> QPalette:
    """Translate tokens into Qt's palette, which Fusion paints everything else from."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    plain = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.canvas,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.failed,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_fill,
        role.Accent: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.surface,
        role.Mid: tokens.line,
        role.Dark: tokens.line,
        role.Shadow: tokens.line,
    }
    for key, colour in plain.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, key, QColor(tokens.muted))
    return made


def _load_fonts(folder: Path) -> None:
    for name in _FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            _log.error("font not loaded: %s", name)
