"""Boxes over faces and plates: drawn with mouse and keys, undone, and the photos looked at."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from inspector.core.masks import Box, MaskKind
from inspector.operations.history import undo
from inspector.operations.masks import add_mask, list_masked, masked_photo
from inspector.ui.kit.style.look import look

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOX = Box(2000, 2000, 4000, 5000)


class Looking:
    """A person before the pane of masks."""

    def __init__(self, hands, qtbot, site):
        self.hands, self.qtbot, self.site = hands, qtbot, site
        self.screen = hands.open()
        self.pane = self.screen.masking
        self.canvas = self.pane.canvas
        hands.press("mask_photos")
        self.settle()
        qtbot.waitUntil(self.canvas.is_shown, timeout=20_000)

    def settle(self):
        self.hands.settle()

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(self.canvas, key, modifier)
        self.settle()

    def point(self, x, y) -> QPoint:
        area = self.canvas.place_of(Box(0, 0, 10_000, 10_000))
        return QPointF(area.x() + area.width() * x, area.y() + area.height() * y).toPoint()

    def drag(self, start, end):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        QTest.mousePress(self.canvas, LEFT, pos=self.point(*start))
        for place in (middle, end):
            QTest.mouseMove(self.canvas, self.point(*place))
        QTest.mouseRelease(self.canvas, LEFT, pos=self.point(*end))
        self.settle()

    def now(self):
        return masked_photo(self.site.workspace, self.pane.board.current_id())

    def boxes(self):
        return [(mask.kind, mask.box) for mask in self.now().masks]


@pytest.fixture
def looking(hands, pictures, qtbot, site):
    site.taken(3)
    return Looking(hands, qtbot, site)


def near(box, wanted, within=60):
    sides = zip(
        (box.left, box.top, box.right, box.bottom),
        (wanted.left, wanted.top, wanted.right, wanted.bottom),
        strict=True,
    )
    return all(abs(one - other) <= within for one, other in sides)


def test_dragging_draws_a_box_and_a_press_only_chooses(looking):
    looking.drag((0.2, 0.2), (0.4, 0.5))
    ((kind, box),) = looking.boxes()
    assert kind is MaskKind.FACE
    assert near(box, BOX)
    looking.drag((0.7, 0.7), (0.7, 0.7))
    assert len(looking.boxes()) == 1
    assert looking.canvas.chosen_mask() is None
    looking.drag((0.3, 0.3), (0.3, 0.3))
    assert looking.canvas.chosen_mask().box == box


def test_a_box_is_dragged_elsewhere_and_stays_in_the_picture(looking):
    add_mask(looking.site.workspace, looking.now().photo.id, BOX)
    looking.screen.reread()
    looking.settle()
    looking.drag((0.3, 0.3), (0.5, 0.3))
    ((_kind, box),) = looking.boxes()
    assert near(box, Box(4000, 2000, 6000, 5000))
    looking.drag((0.5, 0.3), (0.99, 0.99))
    ((_kind, box),) = looking.boxes()
    assert (box.right, box.bottom) == (10_000, 10_000)


def test_a_box_is_placed_sized_and_named_by_keys_alone(looking):
    looking.key(Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_Left, Qt.Key.Key_Up)
    looking.key(Qt.Key.Key_Right, modifier=SHIFT)
    assert looking.boxes() == []
    looking.key(Qt.Key.Key_Return)
    assert looking.boxes() == [(MaskKind.PLATE, Box(3900, 3900, 6000, 5900))]
    looking.key(Qt.Key.Key_T, Qt.Key.Key_O)
    assert looking.boxes() == [(MaskKind.OTHER, Box(3900, 3900, 6000, 5900))]
    looking.key(Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert looking.boxes() == [(MaskKind.OTHER, Box(3900, 4000, 6000, 6000))]
    looking.key(Qt.Key.Key_T, Qt.Key.Key_Delete)
    assert looking.boxes() == []


def test_escape_drops_what_is_begun_then_leaves(looking):
    looking.key(Qt.Key.Key_N, Qt.Key.Key_Escape)
    assert looking.boxes() == []
    assert looking.pane.isVisible()
    looking.key(Qt.Key.Key_Escape)
    assert not looking.pane.isVisible()
    assert looking.screen.sheet.hasFocus()


def test_what_was_drawn_can_be_undone_and_the_pane_shows_it(looking):
    looking.drag((0.2, 0.2), (0.4, 0.5))
    ((outcome,), _named) = looking.screen.desk.remember.calls[-1]
    undone = undo(looking.site.workspace, outcome.act)
    looking.screen.desk.hub.tell_outcome(undone)
    looking.settle()
    assert looking.boxes() == []
    assert looking.canvas.chosen_mask() is None


def test_enter_says_looked_at_and_leads_to_the_next_that_nobody_looked_at(looking, qtbot):
    seen = []
    for _photo in range(3):
        seen.append(looking.pane.board.current_id())
        qtbot.waitUntil(looking.canvas.is_shown, timeout=20_000)
        looking.key(Qt.Key.Key_Return)
    found = list_masked(looking.site.workspace, looking.site.project.id)
    assert len(set(seen)) == 3
    assert all(one.review is not None for one in found)
    assert looking.pane.board.unseen() == 0
    looking.key(Qt.Key.Key_Return)  # takes it back
    assert looking.now().review is None


def test_paging_shows_other_boxes_and_keeps_none_chosen(looking, qtbot):
    looking.drag((0.2, 0.2), (0.4, 0.5))
    first = looking.pane.board.current_id()
    looking.key(Qt.Key.Key_PageDown)
    assert looking.pane.board.current_id() != first
    assert looking.canvas.chosen_mask() is None
    assert looking.boxes() == []
    looking.key(Qt.Key.Key_PageUp)
    assert len(looking.boxes()) == 1


def test_a_photo_is_not_looked_at_before_it_is_shown(looking):
    looking.canvas.set(None)
    looking.key(Qt.Key.Key_Return)
    assert looking.now().review is None


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
def test_it_fits_small_screens_in_every_mode(looking, mode):
    look().choose(mode)
    looking.screen.resize(683, 360)
    looking.drag((0.2, 0.2), (0.4, 0.5))
    assert looking.pane.done.isVisible()
    assert looking.pane.done.width() >= looking.pane.done.minimumSizeHint().width()


def test_other_rooms_lead_here(hands, pictures, site):
    site.taken(2)
    screen = hands.open()
    screen.go_to(project=site.project.id, masks="first")
    hands.settle()
    assert screen.masking.isVisible()
    assert screen.masking.board.unseen() == 2
