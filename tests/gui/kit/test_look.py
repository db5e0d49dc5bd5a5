"""The look: contrast, live modes, icons, fonts."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel

from inspector.ui.kit.icons import icon, icon_names, icon_pixmap
from inspector.ui.kit.style.look import font, look, tokens
from inspector.ui.kit.style.tokens import DARK, LIGHT, MODES, SUN, Tone, contrast, mixed
from inspector.ui.kit.widgets.texts import Words

NEEDED = {"light": 4.5, "dark": 4.5, "sun": 7.0}  # WCAG 2.2, 1.4.3 and 1.4.6


def test_contrast_follows_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_reads_on_every_ground(mode, tone):
    now = MODES[mode]
    grounds = [now.canvas, now.surface, now.tint(tone), now.tint(Tone.ACCENT), now.hover()]
    assert min(contrast(now.tone(tone), ground) for ground in grounds) >= NEEDED[mode]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("tone", [Tone.ACCENT, Tone.PASS, Tone.FAIL, Tone.WARN, Tone.NONE])
def test_text_on_a_filled_colour_reads(mode, tone):
    now = MODES[mode]
    assert contrast(now.on_fill, now.tone(tone)) >= NEEDED[mode]


def test_a_mode_is_worn_at_once_by_what_is_shown(qapp, qtbot):
    label = Words("合格")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(look().changed):
        look().choose("sun")
    assert tokens() is SUN
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == SUN.canvas
    assert SUN.text in label.text()
    look().choose("dark")
    assert DARK.text in label.text()


def test_choosing_the_same_mode_again_does_nothing(qtbot):
    with qtbot.assertNotEmitted(look().changed):
        look().choose("light")
    assert tokens() is LIGHT


def test_our_own_font_is_used():
    assert QFontInfo(font()).family() == "Noto Sans SC"


def test_text_size_is_that_of_the_tokens(qtbot):
    label = QLabel("合格")
    qtbot.addWidget(label)
    assert label.font().pixelSize() == 14


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_icon_draws_in_any_colour(scale):
    names = icon_names(look().icons_folder)
    assert len(names) >= 35
    for name in names:
        image = icon_pixmap(name, "#B42318", scale=scale).toImage()
        assert image.width() == round(20 * scale)
        inks = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() >= 180
        ]
        assert inks, name
        assert all(abs(ink.red() - 0xB4) + abs(ink.green() - 0x23) <= 8 for ink in inks), name


def test_an_icon_for_menus_has_all_scales():
    assert icon("home").actualSize(icon("home").availableSizes()[0]).width() >= 20
