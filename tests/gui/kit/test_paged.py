"""Lists of any length."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from inspector.ui.kit.paged import (
    ID_ROLE,
    PAGE_ROWS,
    PAGES_KEPT,
    ROW_ROLE,
    Column,
    PagedListModel,
    PagedTableModel,
)
from inspector.ui.kit.rows import RowDelegate, RowList, RowTable

MANY = 100_000


class Shelf:
    """A page source that counts."""

    def __init__(self):
        self.asked = 0
        self.gone = set()

    def __call__(self, ids: Sequence[str]):
        self.asked += len(ids)
        assert len(ids) <= PAGE_ROWS
        return {key: f"第 {key} 行" for key in ids if key not in self.gone}


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(shelf):
    return PagedListModel(shelf, say=lambda row: row)


def ids(count):
    return [str(number) for number in range(count)]


def test_the_list_model_keeps_qts_contract(model, qtmodeltester):
    model.show_ids(ids(450))
    qtmodeltester.check(model)


def test_the_table_model_keeps_qts_contract(shelf, qtmodeltester):
    columns = [Column(title="名称", text=str), Column(title="长度", text=len, is_number=True)]
    model = PagedTableModel(shelf, columns)
    model.show_ids(ids(450))
    qtmodeltester.check(model)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "长度"
    right = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_a_long_list_reads_only_what_is_looked_at(model, shelf, qtbot):
    view = RowList("行", RowDelegate())
    qtbot.addWidget(view)
    model.show_ids(ids(MANY))
    view.setModel(model)
    view.resize(400, 600)
    view.show()
    view.scrollToBottom()
    view.grab()
    assert model.rowCount() == MANY
    assert shelf.asked <= 3 * PAGE_ROWS
    view.setModel(None)


def test_end_and_home_reach_the_ends_and_letters_read_nothing(model, shelf, qtbot):
    view = RowList("行", RowDelegate())
    qtbot.addWidget(view)
    model.show_ids(ids(MANY))
    view.setModel(model)
    view.show()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == MANY - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    before = shelf.asked
    qtbot.keyClicks(view, "x")
    assert shelf.asked == before
    view.setModel(None)


def test_no_more_pages_are_kept_than_stated(model, shelf):
    model.show_ids(ids(MANY))
    for place in range(0, (PAGES_KEPT + 5) * PAGE_ROWS, PAGE_ROWS):
        model.row_at(place)
    before = shelf.asked
    model.row_at((PAGES_KEPT + 4) * PAGE_ROWS)
    assert shelf.asked == before
    model.row_at(0)
    assert shelf.asked == before + PAGE_ROWS


def test_the_same_ids_keep_the_place(model, qtbot):
    view = RowList("行", RowDelegate())
    qtbot.addWidget(view)
    model.show_ids(ids(500))
    view.setModel(model)
    view.choose(321)
    model.show_ids(ids(500))
    assert view.currentIndex().row() == 321
    view.setModel(None)


def test_a_refresh_reads_only_the_touched_page(model, shelf):
    model.show_ids(ids(500))
    for place in (0, 250, 450):
        model.row_at(place)
    shelf.asked = 0
    model.refresh(frozenset({"250"}))
    for place in (0, 250, 450):
        model.row_at(place)
    assert shelf.asked == PAGE_ROWS


def test_a_row_that_has_gone_shows_nothing(model, shelf):
    shelf.gone.add("1")
    model.show_ids(ids(3))
    assert model.index(1).data(ROW_ROLE) is None
    assert model.index(1).data() is None
    assert model.index(1).data(ID_ROLE) == "1"
    assert model.index(2).data() == "第 2 行"


def test_places_outside_the_list_are_empty(model):
    model.show_ids(ids(2))
    assert model.row_at(-1) is None
    assert model.row_at(2) is None
    assert model.id_at(5) == ""
    assert model.place_of("1") == 1
    assert model.place_of("x") == -1


def test_enter_and_double_press_open_a_row(model, qtbot):
    view = RowList("行", RowDelegate())
    qtbot.addWidget(view)
    model.show_ids(ids(5))
    view.setModel(model)
    view.show()
    seen = []
    view.chosen.connect(seen.append)
    view.choose(2)
    assert seen == ["第 2 行"]
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["第 2 行"]
    view.setModel(None)


def test_a_table_paints_and_opens(shelf, qtbot):
    model = PagedTableModel(shelf, [Column(title="名称", text=str)])
    model.show_ids(ids(MANY))
    view = RowTable("表")
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(300, 400)
    view.show()
    view.scrollToBottom()
    view.selectRow(MANY - 1)
    assert not view.grab().isNull()
    with qtbot.waitSignal(view.opened) as opened:
        view.activated.emit(model.index(7, 0))
    assert opened.args == ["第 7 行"]
    view.setModel(None)
