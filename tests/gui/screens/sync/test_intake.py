"""Packages are taken in from files, folders and by drop; the log accounts for every one."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from inspector.operations.conflicts import count_conflicts
from inspector.operations.defects import list_defects, show_defect
from inspector.operations.exchange import list_receipts
from inspector.operations.organisation import (
    Enrolment,
    enrol,
    found_organisation,
    organisation_of,
    request_of_known,
)
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.sync.model import fast_clock
from inspector.ui.screens.sync.page.view import Marked, Stacked
from tests.kit.builders import make_defect
from tests.kit.crossed import crossing
from tests.kit.exchanging import key_of

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


def test_a_long_sentence_of_what_is_set_aside_is_seen_whole(qtbot):
    stack, shown = Stacked(), Marked(Mark.WARN, "还没有登记，已隔离：登记后自动收入。" * 4)
    qtbot.addWidget(stack)
    shown.add_button(QPushButton("登记…"))
    stack.show_parts([shown])
    stack.resize(300, 400)
    stack.show()
    qtbot.waitUntil(lambda: shown.words.height() >= shown.words.heightForWidth(shown.words.width()))


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


# -- the log afterwards ----------


def test_what_came_in_later_is_no_longer_told_as_set_aside(crossed, take, settled):
    found_organisation(crossed.office, "区住建局", PHRASE)
    crossed.differ(laptop="李工的描述")
    screen = take([crossed.packed(crossed.laptop)])
    assert entries(screen)[0].word == "有待处理"
    request = request_of_known(crossed.office, key_of(crossed.laptop))
    enrol(crossed.office, Enrolment(request=request), PHRASE)
    screen.reread()
    settled()
    (entry,) = entries(screen)
    assert entry.word == "已收齐"
    assert "当时等候或隔离的，之后已收入" in entry.remarks


def test_a_package_is_taken_back_after_a_question(crossed, take, press, desk):
    crossed.differ(laptop="李工的描述")
    screen = take([crossed.packed(crossed.laptop)])
    assert text_at(crossed.office, crossed) == "李工的描述"
    desk.ask.answers.append(True)
    press(screen, "take_back")
    assert text_at(crossed.office, crossed) == "外墙涂层起皮"
    (entry,) = entries(screen)
    assert entry.word == "已撤回"
    assert not entry.may_take_back


def test_what_brought_nothing_new_has_nothing_to_take_back(crossed, take):
    path = crossed.packed(crossed.laptop)
    take([path])
    screen = take([path])
    assert not entries(screen)[0].may_take_back


# -- sticks, one after the other ----------


def test_five_sticks_in_a_row_take_one_press_each(crossed, make_screen, press, settled, tmp_path):
    stick, texts = tmp_path / "stick", ("一", "二", "三", "四", "五")
    sticks = [stick]
    stick.mkdir()
    screen = make_screen(crossed.office, sticks=sticks)
    for text in texts:
        make_defect(crossed.laptop, crossed.project, crossed.place, text)
        path = crossed.packed(crossed.laptop, f"stick/{text}.ipkg")
        screen.board.look()
        settled()
        assert screen.side.take.text() == "收取 1 包"
        assert "“stick”里有 1 个没收过的同步包" in screen.side.next.words()
        press(screen, "take")
        assert "可以拔出 U 盘" in screen.intake.banner.words()
        path.unlink()
    found = {line.defect.text for line in list_defects(crossed.office, crossed.project.id)}
    assert found >= set(texts)
    assert len(list_receipts(crossed.office)) == 5
    assert screen.side.take.text() == "收取"


def test_a_bad_package_on_a_stick_is_not_offered_again_and_again(
    crossed, make_screen, press, settled, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "bad.ipkg").write_bytes(b"no package")
    screen = make_screen(crossed.office, sticks=[stick])
    assert screen.side.take.text() == "收取 1 包"
    press(screen, "take")
    assert entries(screen)[0].word == "没有收入"
    assert screen.side.take.text() == "收取"
