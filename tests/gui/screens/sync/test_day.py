"""A supervisor's day in the window: sticks crossed in the worst order, all settled, all equal."""

import shutil

import pytest

from inspector.operations.conflicts import count_conflicts, list_conflicts
from inspector.operations.defects import edit_defect, list_defects
from inspector.operations.exchange import list_receipts
from inspector.operations.taking import take_packages
from tests.kit.builders import make_defect, reopen
from tests.kit.exchanging import assert_sound, shows


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def restored(crossed, folder, image):
    """Put last week's image of the laptop's disk back."""
    crossed.laptop.close()
    shutil.rmtree(folder)
    shutil.copytree(image, folder)
    crossed.laptop = reopen(folder, clock=crossed.clock)


def work_apart(crossed, folder, image):
    """Let both laptops work on the same records; the first loses its disk after its first stick."""
    make_defect(crossed.laptop, crossed.project, crossed.place, "先记的")
    edit_defect(crossed.laptop, crossed.defect.id, text="恢复前的描述")
    sticks = [crossed.packed(crossed.laptop, "stick/1.ipkg")]
    restored(crossed, folder, image)
    crossed.differ()
    crossed.differ(field="severity", laptop="critical", other="major")
    make_defect(crossed.other, crossed.project, crossed.place, "张工另记的")
    crossed.pass_on(crossed.other, crossed.laptop)
    sticks.append(crossed.packed(crossed.laptop, "stick/2.ipkg"))
    sticks.append(crossed.packed(crossed.other, "stick/3.ipkg"))
    return sticks


def settle_everything(screen, workspace, press):
    """Choose the second value everywhere; give how many choices it was."""
    screen.show_page(screen.inbox)
    opened = count_conflicts(workspace)
    for _conflict in range(opened):
        press(screen, "option_1")
    return opened


def test_sticks_in_the_worst_order_end_in_equal_workspaces(
    crossed, make_screen, press, settled, stick, tmp_path
):
    folder = tmp_path / "laptop"
    crossed.laptop.close()
    image = shutil.copytree(folder, tmp_path / "image")
    crossed.laptop = reopen(folder, clock=crossed.clock)
    first, *_others = work_apart(crossed, folder, image)

    # the newest come first, the oldest last and twice
    screen = make_screen(crossed.office, sticks=[stick])
    late = first.rename(tmp_path / "late.ipkg")
    press(screen, "take")
    late.rename(first)
    screen.board.look()
    settled()
    press(screen, "take")
    take_packages(crossed.office, [first])
    assert [one.same < one.received for one in list_receipts(crossed.office)[:2]] == [False, True]
    assert settle_everything(screen, crossed.office, press) >= 2
    assert list_conflicts(crossed.office) == []

    # one stick to everybody makes them equal
    press(screen, "send")
    press(screen, "send_0")
    (made,) = (path for path in stick.iterdir() if path.name.startswith("all_"))
    everybody = (crossed.office, crossed.laptop, crossed.other)
    for laptop in everybody[1:]:
        take_packages(laptop, [made])
    assert len({shows(workspace) for workspace in everybody}) == 1
    assert [count_conflicts(workspace) for workspace in everybody] == [0, 0, 0]
    texts = {line.defect.text for line in list_defects(crossed.laptop, crossed.project.id)}
    assert texts >= {"先记的", "张工另记的"}
    assert_sound(*everybody)
