"""What can be done with a checked bundle: compare, save, repair, restore; parts as one."""

import csv

import pytest
from PySide6.QtCore import Qt

from inspector.core.bundles import BundleForm
from inspector.core.checkvalues import grouped
from inspector.core.faults import FileState
from inspector.operations.bundles import seal_bundle, verify_bundle
from inspector.operations.upkeep import check_workspace
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.fields import line_edit
from tests.gui.screens.archive.test_archive import damaged
from tests.kit.bundles import GAPS

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(KeyButton, name), LEFT)


@pytest.fixture
def bundle(sample, tmp_path):
    """Give a sealed bundle."""
    out = tmp_path / "归档.zip"
    seal_bundle(sample.workspace, sample.project_id, out, form=GAPS)
    return out


@pytest.fixture
def checked(make_screen, sample, settled):
    """Give the screen after these paths were checked."""

    def check(*paths):
        screen = make_screen(sample.workspace)
        screen.board.checks.verify(list(paths))
        settled()
        return screen

    return check


def test_the_value_of_the_paper_is_compared_as_it_is_typed(checked, bundle, qtbot):
    pane = checked(bundle).right.result
    value = grouped(verify_bundle(bundle).sha256)
    typed = pane.findChild(type(line_edit()), "typed_value")
    assert typed.isVisible()
    shown = pane.summary._hash.words().replace("\n", " ")
    assert shown == value

    qtbot.keyClicks(typed, value[:17])
    assert pane.summary.told() == "已输入的部分一致，第 4 组还没有输完。"
    typed.setText(value)
    assert pane.summary.told() == "与纸上的一致：这就是登记的那一份。"
    typed.setText(value[:-1] + ("0" if value[-1] != "0" else "1"))
    assert pane.summary.told().startswith("第 16 组不同。")


def test_the_report_is_saved_file_by_file(checked, bundle, desk, tmp_path, qtbot, settled):
    screen = checked(bundle)
    out = tmp_path / "报告.csv"
    desk.ask.answers.append(out)
    press(qtbot, screen, "save_report")
    settled()
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == 1 + len(screen.right.result.result.rows)
    assert str(out) in screen.banner.words()


def test_a_damaged_bundle_is_repaired_from_a_second_copy(
    checked, bundle, desk, tmp_path, qtbot, settled
):
    bad = tmp_path / "坏的.zip"
    damaged(bundle, bad, "-0001.jpg")
    screen = checked(bad)
    assert screen.right.result.result.word == "不通过"
    out = tmp_path / "修复.zip"
    desk.ask.answers += [[bundle], out]
    press(qtbot, screen, "repair_bundle")
    settled()
    settled()
    assert out.read_bytes() == bundle.read_bytes()
    assert screen.right.result.result.word == "通过"
    assert screen.right.result.result.path == out


def test_a_copy_of_another_bundle_is_refused_in_place(
    checked, bundle, desk, tmp_path, qtbot, settled
):
    bad = tmp_path / "坏的.zip"
    damaged(bundle, bad, "-0001.jpg")
    screen = checked(bad)
    other = tmp_path / "另一次.zip"
    seal_bundle(screen.desk.workspace, screen.board.project.id, other, form=GAPS)
    desk.ask.answers += [[other], tmp_path / "修复.zip"]
    press(qtbot, screen, "repair_bundle")
    settled()
    assert screen.banner.words() == "copy_of_another"
    assert not (tmp_path / "修复.zip").exists()


def test_a_sound_bundle_is_made_a_workspace_again(checked, bundle, desk, tmp_path, qtbot, settled):
    screen = checked(bundle)
    assert not screen.right.result._repair.isVisible()
    desk.ask.answers.append(tmp_path / "恢复")
    press(qtbot, screen, "restore_bundle")
    settled()
    assert desk.ask.said[-1].startswith("已恢复，与封存时一致")
    assert not check_workspace(tmp_path / "恢复").findings


def test_parts_are_checked_as_one_and_a_lacking_one_is_named(checked, sample, tmp_path, settled):
    folder = tmp_path / "盘"
    folder.mkdir()
    form = BundleForm(part_bytes=2_000_000, gaps_reason="前期文件另行移交")
    made = seal_bundle(sample.workspace, sample.project_id, folder / "b.zip", form=form).value
    assert made.others
    screen = checked(folder)
    pane = screen.right.result
    assert pane.result.word == "通过"
    assert "一致" in pane.result.record
    assert all(one.path.stem in pane.summary._hash.words() for one in (made, *made.others))
    made.others[0].path.unlink()
    screen.board.checks.verify([folder])
    settled()
    assert pane.result.word == "不通过"
    assert pane.files.shown()[0].state is None
    assert "第 2 部分" in pane.files.shown()[0].meaning
    assert not any(row.state is FileState.DAMAGED for row in pane.files.shown())
