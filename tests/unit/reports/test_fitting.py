"""Columns are as wide as their longest word, whatever the language."""

import pytest

from inspector.reports.layout.fitting import fitted, longest_word
from inspector.reports.layout.fonts import font_shelf
from inspector.reports.layout.grid import PAD_X, Cell
from inspector.reports.layout.prose import prose
from inspector.reports.layout.typesetter import Typesetter
from inspector.reports.styles import CELL
from tests.kit.sample_papers import FONTS


@pytest.fixture(scope="module")
def cell():
    setter = Typesetter(font_shelf(FONTS))
    return lambda text: Cell(prose(setter, text, CELL))


def test_a_narrow_column_grows_to_its_word_and_the_roomy_one_gives(cell):
    row = (cell("Mandatory"), cell("路面"))
    narrow, wide = fitted([20.0, 200.0], [row])
    assert narrow >= longest_word(row[0].block) + 2 * PAD_X
    assert narrow + wide == pytest.approx(220.0)
    assert row[0].block.height(narrow - 2 * PAD_X) == CELL.leading


def test_columns_that_hold_their_words_stay(cell):
    assert fitted([60.0, 90.0], [(cell("必改"), cell("2026-11-18"))]) == [60.0, 90.0]


def test_where_there_is_no_room_the_wish_stands(cell):
    row = (cell("Mandatory"), cell("Responsible"))
    assert fitted([20.0, 30.0], [row]) == [20.0, 30.0]


def test_a_hash_may_be_cut_and_a_heading_over_all_columns_counts_nowhere(cell):
    digest = cell("8ecb26be8430cd9d91606851b56912c8e0fdf8a0c91b4c64e4443b35d1c3d5d7")
    assert longest_word(digest.block) == 0
    assert fitted([20.0, 200.0], [(Cell(cell("Mandatory").block, span=2),)]) == [20.0, 200.0]
