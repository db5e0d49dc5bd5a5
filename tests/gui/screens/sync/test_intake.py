"""Packages are taken in from files, folders and by drop; the log accounts for every one."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from inspector.operations.conflicts import count_conflicts
from inspector.operations.defects import show_defect
from inspector.operations.exchange import list_receipts
from inspector.operations.organisation import found_organisation, organisation_of
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.sync.model import fast_clock
from tests.kit.crossed import crossing

PHRASE = "correct horse"


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words))


def entries(screen):
    return [card.entry for card in screen.intake.cards()]


def text_at(workspace, crossed):
    return show_defect(workspace, crossed.defect.id).defect.text


@pytest.fixture
def take(make_screen, crossed, desk, press):
    """Show the room over the office and press 收取 for these files."""

    def act(paths, screen=None):
        shown = screen or make_screen(crossed.office)
        desk.ask.answers.append(list(paths))
        press(shown, "take")
        return shown

    return act


def test_several_packages_are_taken_in_and_accounted_for(crossed, take):
    crossed.differ()
    first, second = (crossed.packed(laptop) for laptop in (crossed.laptop, crossed.other))
    screen = take([first, second])
    assert count_conflicts(crossed.office) == 1
    shown, receipts = entries(screen), list_receipts(crossed.office)
    assert [entry.name for entry in shown] == [second.name, first.name]
    for entry, receipt in zip(shown, receipts, strict=True):
        received, *parts = [term.count for term in entry.terms]
        assert received == receipt.received == sum(parts)
    assert shown[0].terms[3].count == receipts[0].conflict > 0
    assert screen.pages.currentWidget() is screen.intake
    assert screen.side.last.says() == "上次收取 今天 09:00"


def test_a_folder_is_looked_through(crossed, make_screen, desk, press, tmp_path):
    crossed.differ(laptop="李工的描述")
    stick = tmp_path / "stick"
    stick.mkdir()
    crossed.packed(crossed.laptop, "stick/a.ipkg")
    screen = make_screen(crossed.office)
    desk.ask.answers.append(stick)
    press(screen, "take_folder")
    assert text_at(crossed.office, crossed) == "李工的描述"
    assert [entry.word for entry in entries(screen)] == ["已收齐"]


def test_a_folder_without_packages_says_so(crossed, make_screen, desk, press, tmp_path):
    screen = make_screen(crossed.office)
    (tmp_path / "empty").mkdir()
    desk.ask.answers.append(tmp_path / "empty")
    press(screen, "take_folder")
    assert "“empty”里没有同步包" in desk.toast.calls[-1][0][0]


def test_packages_are_dropped_on_the_room(crossed, make_screen, settled):
    crossed.differ(laptop="李工的描述")
    path = crossed.packed(crossed.laptop)
    screen = make_screen(crossed.office)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    screen.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    settled()
    assert text_at(crossed.office, crossed) == "李工的描述"


def test_the_only_file_that_is_refused_says_why(crossed, take, tmp_path):
    path = tmp_path / "half.ipkg"
    path.write_bytes(crossed.packed(crossed.laptop).read_bytes()[:-20])
    screen = take([path])
    (entry,) = [one for one in entries(screen) if one.refusal]
    assert (entry.title, entry.refusal) == ("half.ipkg", "package_cut")
    assert entry.word == "没有收入"


def test_a_bad_file_does_not_stop_the_others(crossed, take, tmp_path):
    crossed.differ(laptop="李工的描述")
    bad = tmp_path / "bad.ipkg"
    bad.write_bytes(b"no package")
    screen = take([bad, crossed.packed(crossed.laptop)])
    assert [bool(one.refusal) for one in entries(screen)] == [True, False]
    assert text_at(crossed.office, crossed) == "李工的描述"


def test_what_is_set_aside_says_why(crossed, take):
    found_organisation(crossed.office, "区住建局", PHRASE)
    crossed.differ(laptop="李工的描述")
    screen = take([crossed.packed(crossed.laptop)])
    (entry,) = entries(screen)
    assert entry.word == "有待处理"
    assert "还没有登记" in words(screen.intake)
    assert screen.board.waiting() == 1


# -- an organisation that one does not belong to yet ----------


@pytest.fixture
def stranger(tmp_path):
    """Another office, with an organisation of its own."""
    with crossing(tmp_path / "stranger") as made:
        found_organisation(made.office, "邻区住建局", PHRASE)
        yield made


def test_joining_is_asked_in_the_page_and_then_done(crossed, stranger, take, press):
    path = stranger.packed(stranger.office)
    screen = take([path])
    assert screen.intake.join.isVisible()
    assert organisation_of(crossed.office) is None
    assert organisation_of(stranger.office).root[:16] in words(screen.intake.join)
    press(screen, "join_yes")
    assert organisation_of(crossed.office).root == organisation_of(stranger.office).root
    assert not screen.intake.join.isVisible()
    assert len(list_receipts(crossed.office)) == 1


def test_not_joining_leaves_everything_as_it_was(crossed, stranger, take, press):
    screen = take([stranger.packed(stranger.office)])
    press(screen, "join_no")
    assert organisation_of(crossed.office) is None
    assert list_receipts(crossed.office) == []
    assert not screen.intake.join.isVisible()


# -- stopping ----------


def test_stop_says_so_and_everything_is_read_again(crossed, make_screen, desk, settled):
    def stop_at_once(_title, job):
        job.stop()
        desk.jobs.long.start(job)

    screen = make_screen(crossed.office, long_work=stop_at_once)
    told = []
    desk.hub.changed.connect(told.append)
    screen.take([crossed.packed(crossed.laptop)])
    settled()
    assert list_receipts(crossed.office) == []
    assert "已停下" in desk.toast.calls[-1][0][0]
    assert told


@pytest.mark.parametrize(
    ("ahead_ms", "said"),
    [
        (0, ""),
        (9 * 60_000, ""),
        (45 * 60_000, "时钟快 45 分钟"),
        (5 * 3_600_000, "时钟快 5 小时"),
        (3 * 86_400_000, "时钟快 3 天"),
    ],
)
def test_a_clock_that_is_ahead_is_said_in_round_numbers(ahead_ms, said):
    assert fast_clock(ahead_ms) == said
