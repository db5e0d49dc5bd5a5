"""The layout of papers in the window: typed, drawn, refused with its line, kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from inspector.core.marks import CircleMark, PhotoMark, TextMark
from inspector.operations.looks import look_text, office_look, shipped_look
from inspector.ui.kit.widgets.buttons import KeyButton

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def looks(make_screen, troubled, qtbot, settled):
    """The pane with the layout file, drawn for the first time."""
    screen = make_screen(troubled.workspace)
    qtbot.mouseClick(screen.findChild(KeyButton, "show_forms"), LEFT)
    pane = screen.forms
    pane.faces.choose("looks")
    pane.faces.chosen.emit("looks")
    settled()
    return pane.looks


def typed(looks, text, settled):
    looks.findChild(QPlainTextEdit, "look_text").setPlainText(text)
    looks.board.look_now()
    settled()


def marks(looks, kind, page=0):
    return [one for one in looks.view.pages[page].marks if isinstance(one, kind)]


def test_the_pages_follow_what_is_typed(looks, settled):
    assert looks.editor.toPlainText() == shipped_look()
    assert len(marks(looks, PhotoMark, 1)) == 6
    assert {round(one.radius * 2 * 25.4 / 72) for one in marks(looks, CircleMark)} == {42}
    typed(looks, 'format = 1\n[photos]\nper_page = 9\n[letterhead]\nlines = ["某某办"]\n', settled)
    assert len(marks(looks, PhotoMark, 1)) == 9
    assert "某某办" in [one.text for one in marks(looks, TextMark)]
    typed(looks, "format = 1\n[seal]\ncircle = false\n[photos]\ncaption = []\n", settled)
    assert marks(looks, CircleMark) == []
    assert not any("朝向" in one.text for one in marks(looks, TextMark, 1))
    image = looks.view.grab().toImage()
    middle = image.pixelColor(image.width() // 4, image.height() // 2)
    assert middle.lightness() > 200


def test_a_fault_is_said_and_the_last_pages_stay(looks, settled):
    before = looks.view.pages
    typed(looks, "format = 1\n[photos]\nper_page = 5\n", settled)
    assert looks.field.error() == "layout_value_wrong"
    assert not looks.keep.isEnabled()
    assert looks.view.pages is before
    typed(looks, "format = 1\n", settled)
    assert looks.field.error() == ""
    assert looks.keep.isEnabled()


def test_a_layout_is_kept_and_the_shipped_one_comes_back(looks, troubled, qtbot, settled):
    text = "format = 1\n[photos]\nper_page = 4\n"
    typed(looks, text, settled)
    qtbot.mouseClick(looks.findChild(KeyButton, "keep_look"), LEFT)
    settled()
    assert office_look(troubled.workspace).photos_per_page == 4
    assert not looks.keep.isEnabled()
    qtbot.mouseClick(looks.findChild(KeyButton, "shipped_look"), LEFT)
    looks.board.look_now()
    settled()
    assert looks.editor.toPlainText() == shipped_look()
    assert look_text(troubled.workspace) == text
    assert looks.keep.isEnabled()
