"""Colours and sizes of the three modes (docs/adr/0015-look.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Spacing
SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6 = 4, 8, 12, 16, 24
# Text sizes; Noto Sans SC's own line height is 1.45, so none is set
SMALL, BASE, LARGE, TITLE, HUGE = 13, 14, 16, 20, 28
RADIUS = 8
# A row, a button's touch area, a button as drawn, a verdict button
ROW, TARGET, DRAWN, VERDICT = 44, 44, 36, 56
ICON = 20
RAIL = 72
HEADER = 52
# Below these widths the places tree folds into the header, the detail becomes a page
FOLD_TREE, FOLD_DETAIL = 1000, 900


class Tone(StrEnum):
    """What a colour says; it never says it alone (word and icon come first)."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAIL = "fail"
    WARN = "warn"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one mode, as #RRGGBB."""

    name: str
    canvas: str
    surface: str
    line: str
    line_px: int
    text: str
    muted: str
    accent: str
    passed: str
    failed: str
    warned: str
    absent: str
    on_fill: str
    tint_share: float
    animates: bool = True

    def tone(self, tone: Tone) -> str:
        """Give the colour of a tone."""
        colours: Mapping[Tone, str] = {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.ACCENT: self.accent,
            Tone.PASS: self.passed,
            Tone.FAIL: self.failed,
            Tone.WARN: self.warned,
            Tone.NONE: self.absent,
        }
        return colours[tone]

    def tint(self, tone: Tone) -> str:
        """Give the quiet ground that carries text of a tone (plain surface in sun mode)."""
        return mixed(self.tone(tone), self.surface, self.tint_share)

    def hover(self) -> str:
        """Give the ground of what the pointer is over."""
        return mixed(self.text, self.surface, 0.04 if self.tint_share else 0.06)

    def track(self) -> str:
        """Give the ground of a progress bar."""
        return self.surface if self.line_px > 1 else self.line


LIGHT = Tokens(
    name="light",
    canvas="#F3F5F9",
    surface="#FFFFFF",
    line="#D5DBE5",
    line_px=1,
    text="#1B2430",
    muted="#5A6675",
    accent="#0B5CAD",
    passed="#1A7F37",
    failed="#B42318",
    warned="#B45309",
    absent="#5A6675",
    on_fill="#FFFFFF",
    tint_share=0.065,
)
DARK = Tokens(
    name="dark",
    canvas="#14181F",
    surface="#1D232C",
    line="#323B48",
    line_px=1,
    text="#E6EAF0",
    muted="#9AA6B5",
    accent="#6CB0FF",
    passed="#5BD08A",
    failed="#FF8A80",
    warned="#F5B754",
    absent="#9AA6B5",
    on_fill="#0C1117",
    tint_share=0.12,
)
SUN = Tokens(
    name="sun",
    canvas="#FFFFFF",
    surface="#FFFFFF",
    line="#000000",
    line_px=2,
    text="#000000",
    muted="#000000",
    accent="#003E7E",
    passed="#004D1A",
    failed="#8B0000",
    warned="#6B3A00",
    absent="#000000",
    on_fill="#FFFFFF",
    tint_share=0.0,
    animates=False,
)
MODES: Mapping[str, Tokens] = {tokens.name: tokens for tokens in (LIGHT, DARK, SUN)}


def mixed(colour: str, ground: str, share: float) -> str:
    """Lay a share (0-1) of a colour over a ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(
        f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs
    )


def contrast(first: str, second: str) -> float:
    """Compute the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    straight_below = 0.04045
    if channel <= straight_below:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
