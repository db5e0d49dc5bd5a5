"""No character of a name vanishes: it comes from a font or is spelled out."""

from inspector.core.papers import PaperWarning, WarningCode
from inspector.reports.layout.fonts import Face, font_shelf, spelled
from inspector.reports.layout.typesetter import Typesetter
from tests.kit.sample_papers import FONTS


def shown(text, face=Face.SONG):
    return "".join(piece for _typeface, piece in font_shelf(FONTS).pieces(text, face))


def test_rare_characters_of_names_are_in_the_shipped_fonts():
    for face in Face:
        assert shown("张㛃陈䶮王𬭎", face) == "张㛃陈䶮王𬭎"


def test_a_character_that_no_font_has_is_spelled_by_its_code_point():
    assert shown("李𠮷") == "李〔U+20BB7〕"


def test_control_characters_are_spelled_too():
    assert shown("a\u0007b\u200bc") == "a〔U+0007〕b〔U+200B〕c"


def test_a_lone_surrogate_is_spelled():
    assert shown("\ud800") == "〔U+D800〕"


def test_a_no_break_space_is_drawn_as_a_space():
    song = font_shelf(FONTS).typeface(Face.SONG)
    assert song.covers("3\u00a0012")
    assert song.width("\u00a0", 10) == song.width(" ", 10) > 0


def test_every_missing_character_is_warned_of_once():
    setter = Typesetter(font_shelf(FONTS))
    setter.pieces("李𠮷𠮷", Face.SONG)
    setter.pieces("李𠮷", Face.HEI_BOLD)
    assert setter.warnings == (PaperWarning(WarningCode.GLYPH_MISSING, "U+20BB7"),)


def test_a_running_head_is_shortened_to_its_room():
    setter = Typesetter(font_shelf(FONTS))
    fitted = setter.fitted("某某市某某区" * 20, Face.SONG, 8, 100)
    assert fitted.endswith("…")
    assert setter.width(fitted, Face.SONG, 8) <= 100


def test_spelling_a_basic_character_takes_four_digits():
    assert spelled("\u0007") == "〔U+0007〕"


def test_a_very_long_text_is_shortened_in_a_few_steps():
    asked = []

    class Counting(Typesetter):
        def width(self, text, face, size):
            asked.append(text)
            return super().width(text, face, size)

    assert Counting(font_shelf(FONTS)).fitted("长" * 5_000, Face.SONG, 8, 100).endswith("…")
    assert len(asked) < 20
