"""What goes into the bundle, sealing it, and checking any bundle."""

import shutil
import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication

from inspector.core.faults import Fault, FaultCode, FileState, Verification
from inspector.operations.bundle_checks import BundleCheck
from inspector.operations.bundles import list_bundles, preview_bundle, verify_bundle
from inspector.operations.photos import import_photos, list_photos, original_of
from inspector.operations.reports import issue_acceptance_report, list_reports
from inspector.ui.kit.actions import unclear
from inspector.ui.kit.jobs import InMegabytes, Job
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.look import look
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Chip
from inspector.ui.kit.widgets.lines import MarkLine
from inspector.ui.screens.archive.contents.model import TreeModel
from inspector.ui.screens.archive.result.model import result_of
from inspector.words.archive import fault_sentence
from inspector.words.sizes import size_text
from tests.kit.builders import make_workspace
from tests.kit.photo_files import make_jpeg

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(KeyButton, name), LEFT)


def seal(qtbot, screen, reason="竣工图由城建档案馆另行接收"):
    """Say why with gaps, and seal as one ZIP."""
    press(qtbot, screen, "seal_bundle")
    screen.form.reason.setPlainText(reason)
    press(qtbot, screen.form, "seal_give")


def parts(screen):
    return {part.key: part for part in screen.stock.parts.parts()}


def word(screen):
    return screen.right.result.result.word


@pytest.fixture
def sealed(make_screen, sample, desk, tmp_path, qtbot, settled):
    """The screen after a bundle was sealed, and where it lies."""
    screen = make_screen(sample.workspace)
    out = tmp_path / "归档.zip"
    desk.ask.answers.append(out)
    seal(qtbot, screen)
    settled()
    screen.activateWindow()  # the form had the keys
    qtbot.waitUntil(screen.isActiveWindow)
    return screen, out


def damaged(bundle, out, member_end):
    """Copy a bundle with one byte of one file flipped."""
    with zipfile.ZipFile(bundle) as archive:
        info = next(one for one in archive.infolist() if one.filename.endswith(member_end))
        content = archive.read(info)
    raw = bytearray(bundle.read_bytes())
    place = raw.index(content) + len(content) // 2
    raw[place] ^= 0x01
    out.write_bytes(raw)
    return info.filename.partition("/")[2]


# -- what goes in ----------


def test_the_parts_are_said_with_their_counts(make_screen, sample, tmp_path):
    issue_acceptance_report(sample.workspace, sample.project_id, tmp_path / "r.pdf")
    screen = make_screen(sample.workspace)
    report = list_reports(sample.workspace, sample.project_id)[0]
    photos = list_photos(sample.workspace, sample.project_id)

    shown = parts(screen)
    assert report.number in shown["report"].text
    assert shown["report"].mark is Mark.PASS
    size = size_text(sum(line.photo.size for line in photos))
    assert shown["photos"].value == f"{len(photos)} 张 · {size}"
    assert shown["records"].mark is Mark.PASS
    assert shown["defects"].mark is Mark.WARN
    assert "missing" not in shown


def test_the_tree_holds_every_name_that_the_operation_gives(make_screen, sample):
    screen = make_screen(sample.workspace)
    names = preview_bundle(sample.workspace, sample.project_id)

    assert sorted(leaves(screen.right.tree.names_model)) == sorted(names)
    assert f"将写入 {len(names)} 个文件" in screen._line.text


def leaves(model, parent=None, path=""):
    above = parent if parent is not None else model.index(-1, -1)
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        name = f"{path}/{index.data()}" if path else index.data()
        if model.rowCount(index):
            yield from leaves(model, index, name)
        else:
            yield name


def test_without_a_report_the_screen_says_that_sealing_makes_one(make_screen, sample, desk, qtbot):
    screen = make_screen(sample.workspace)
    line = screen.findChild(MarkLine, "part_report")
    assert line.line.mark is Mark.WARN

    qtbot.mouseClick(line, LEFT)

    assert desk.go.calls == [(("acceptance",), {"project": sample.project_id})]


def test_open_defects_lead_to_their_list(make_screen, sample, desk, qtbot):
    screen = make_screen(sample.workspace)
    qtbot.mouseClick(screen.findChild(MarkLine, "part_defects"), LEFT)
    assert desk.go.calls == [(("defects",), {"project": sample.project_id, "state": "open"})]


def test_a_missing_original_is_named_and_sealing_waits(make_screen, sample, desk, qtbot):
    photo = list_photos(sample.workspace, sample.project_id)[0].photo
    original_of(sample.workspace, photo).unlink()
    screen = make_screen(sample.workspace)

    assert parts(screen)["missing"].mark is Mark.FAIL
    assert screen.stock.parts._missing.words() == f"{photo.name}（下落不明）"
    assert screen.stock.parts._missing.isVisible()
    assert not screen.seal_button.isEnabled()
    qtbot.keyClick(screen, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask.said == []


def test_photos_in_the_tray_are_said_to_stay_out(make_screen, sample, tmp_path):
    loose = tmp_path / "loose.jpg"
    loose.write_bytes(make_jpeg())
    import_photos(sample.workspace, [loose])
    screen = make_screen(sample.workspace)
    assert parts(screen)["tray"].text == "未归位照片 1 张，不会放入"


# -- sealing ----------


def test_a_bundle_is_sealed_checked_and_listed(sealed, sample):
    screen, out = sealed
    bundle = list_bundles(sample.workspace, sample.project_id)[0]
    found = verify_bundle(out)

    assert found.ok
    assert word(screen) == "通过"
    assert screen.right.turned_to() == "check"
    assert bundle.number in screen.right.result.result.record
    row = screen.stock.cards.rows()[0]
    assert (row.sha256, row.path, row.number) == (found.sha256, out, bundle.number)


def test_the_hash_is_copied_whole(sealed, qtbot):
    screen, _out = sealed
    press(qtbot, screen, "copy_hash")
    assert QGuiApplication.clipboard().text() == screen.stock.cards.rows()[0].sha256


def test_a_sealed_bundle_is_checked_again_and_its_folder_opened(sealed, sample, qtbot, settled):
    screen, out = sealed
    bundle = list_bundles(sample.workspace, sample.project_id)[0]
    screen.right.result.result = None
    press(qtbot, screen, f"check_{bundle.id}")
    settled()
    assert word(screen) == "通过"
    press(qtbot, screen, f"folder_{bundle.id}")
    assert screen.board.open_path.calls == [((out.parent,), {})]


def test_a_bundle_that_was_moved_is_asked_for_and_known_again(
    sealed, sample, desk, tmp_path, qtbot, settled
):
    screen, out = sealed
    elsewhere = out.rename(tmp_path / "搬走了.zip")
    bundle = list_bundles(sample.workspace, sample.project_id)[0]
    desk.ask.answers.append([elsewhere])
    press(qtbot, screen, f"check_{bundle.id}")
    settled()
    assert "现在在哪里" in desk.ask.said[-1]
    assert screen.stock.cards.rows()[0].path == elsewhere


def test_a_file_that_exists_is_refused_in_place_and_another_name_helps(
    make_screen, sample, desk, tmp_path, qtbot, settled
):
    screen = make_screen(sample.workspace)
    taken = tmp_path / "有了.zip"
    taken.write_text("别人的")
    desk.ask.answers += [taken, tmp_path / "新的.zip"]
    seal(qtbot, screen)
    settled()
    assert screen.banner.isVisible()
    assert taken.read_text() == "别人的"

    screen.banner._button.click()
    settled()
    assert (tmp_path / "新的.zip").exists()
    assert word(screen) == "通过"


def test_stopping_leaves_no_file(make_screen, sample, desk, tmp_path, qtbot, settled):
    issue_acceptance_report(sample.workspace, sample.project_id, tmp_path / "r.pdf")

    def run_and_stop(_title: str, job: Job) -> None:
        inner = job.work

        class Stopping:
            def __init__(self, progress):
                self.progress = progress

            def report(self, done, total):
                self.progress.report(done, total)
                job.stop()

            def wants_stop(self):
                return self.progress.wants_stop()

        job.work = lambda progress: inner(Stopping(progress))
        desk.jobs.long.start(job)

    screen = make_screen(sample.workspace, long_work=run_and_stop)
    folder = tmp_path / "out"
    folder.mkdir()
    desk.ask.answers.append(folder / "归档")
    seal(qtbot, screen)
    assert not screen.seal_button.isEnabled()
    settled()

    assert list(folder.iterdir()) == []
    assert list_bundles(sample.workspace) == []
    assert desk.toast.calls[-1][0][0] == "已停止，没有留下文件"
    assert screen.seal_button.isEnabled()


# -- checking ----------


def test_a_damaged_bundle_is_told_file_by_file(sealed, desk, tmp_path, qtbot, settled):
    screen, out = sealed
    copy = tmp_path / "坏的.zip"
    member = damaged(out, copy, "-0001.jpg")
    desk.ask.answers.append([copy])

    qtbot.keyClick(screen, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settled()

    pane = screen.right.result
    result = pane.result
    assert result.word == "不通过"
    changed = fault_sentence(Fault(FaultCode.HASH_DIFFERS, member, {"algorithm": "sha256"}))
    assert "涉及 1 个文件" in result.sentence
    assert pane.files.list.isVisible()
    shown = pane.files.shown()
    assert [row.name for row in shown if row.state] == [member]
    assert [row.state for row in shown if row.state] == [FileState.DAMAGED]
    assert changed in next(row.meaning for row in shown if row.name == member)
    assert "可用另一份修复" in next(row.meaning for row in shown if row.name == member)
    qtbot.mouseClick(pane.files.findChild(Chip, "chip_all"), LEFT)
    everything = pane.files.shown()
    assert len(everything) > verify_bundle(copy).files
    assert everything[: len(shown)] == shown
    qtbot.mouseClick(pane.files.findChild(Chip, "chip_ok"), LEFT)
    assert {row.state for row in pane.files.shown()} == {FileState.OK}
    press(qtbot, screen, "copy_result")
    assert changed in QGuiApplication.clipboard().text()


def test_a_copy_with_the_same_number_but_other_content_is_told_apart(sealed, sample):
    _screen, out = sealed
    found = verify_bundle(out)
    other = Verification(
        faults=(), files=found.files, bytes=found.bytes, info=found.info, sha256="0" * 64
    )
    check = BundleCheck(found=((out, other),))
    result = result_of(check, list_bundles(sample.workspace))
    assert result.record_tone is Tone.WARN
    assert "这不是当时封存的那一份" in result.record


def drag(screen, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, buttons, keys)
    screen.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(400, 300), copy, data, buttons, keys)
    return enter, drop, data


def test_a_bundle_dropped_on_the_screen_is_checked(sealed, settled):
    screen, out = sealed
    screen.right.result.result = None
    enter, drop, _data = drag(screen, out)
    assert enter.isAccepted()
    screen.dropEvent(drop)
    settled()
    assert word(screen) == "通过"


def test_a_bundle_carried_away_again_leaves_the_screen_as_it_was(make_screen, sample, tmp_path):
    screen = make_screen(sample.workspace)
    drag(screen, tmp_path)
    assert screen.right.turned_to() == "check"
    screen.dragLeaveEvent(QDragLeaveEvent())
    assert screen.right.turned_to() == "tree"


def test_an_unpacked_bundle_is_checked_as_a_folder(sealed, desk, tmp_path, settled):
    screen, out = sealed
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "unpacked")
    root = next((tmp_path / "unpacked").iterdir())
    desk.ask.answers.append(root)
    screen.board.checks.choose_folder()
    settled()
    assert word(screen) == "通过"
    shutil.rmtree(next((root / "data").iterdir()).parent)
    desk.ask.answers.append(root)
    screen.board.checks.choose_folder()
    settled()
    assert word(screen) == "不通过"


def test_a_file_that_is_no_bundle_does_not_pass(make_screen, sample, tmp_path, settled):
    screen = make_screen(sample.workspace)
    text = tmp_path / "说明.zip"
    text.write_text("不是归档包")
    screen.board.checks.verify([text])
    settled()
    assert word(screen) == "不通过"
    assert screen.right.result.result.sentence == "没有读到归档内容。"


def test_a_path_where_nothing_lies_is_refused_in_place(make_screen, sample, tmp_path, settled):
    screen = make_screen(sample.workspace)
    screen.board.checks.verify([tmp_path / "没有.zip"])
    settled()
    assert screen.banner.words() == "file_missing"
    assert screen.right.result.result is None


def test_checking_works_without_any_project(sealed, make_screen, tmp_path, desk, settled, qtbot):
    _screen, out = sealed
    workspace = make_workspace(tmp_path / "empty")
    screen = make_screen(workspace)
    assert not screen.seal_button.isEnabled()
    desk.ask.answers.append([out])
    screen.right.result._empty.button.click()
    settled()
    assert word(screen) == "通过"
    assert screen.right.result.result.record == ""
    screen.findChild(KeyButton, "empty_step").click()
    assert desk.go.calls[-1] == (("projects",), {})
    workspace.close()


# -- for everybody ----------


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
@pytest.mark.parametrize("size", [(1294, 716), (839, 460), (620, 400)])
def test_it_is_accessible_in_every_mode_and_size(
    make_screen, sample, assert_accessible, mode, size
):
    look().choose(mode)
    screen = make_screen(sample.workspace, *size)
    assert_accessible(screen)
    screen.right.turn_to("check")
    assert_accessible(screen)
    assert not screen.grab().isNull()


def test_keys_are_clear(make_screen, sample):
    assert unclear(make_screen(sample.workspace).actions_table()) == []


def test_the_models_keep_qts_rules(sealed, qtmodeltester):
    screen, _out = sealed
    for model in (screen.right.tree.names_model, screen.right.result.files.model, TreeModel()):
        qtmodeltester.check(model)


def test_bytes_are_told_in_megabytes_and_pieces_as_they_are():
    told = []

    class Listener:
        def report(self, done, total):
            told.append((done, total))

        def wants_stop(self):
            return False

    progress = InMegabytes(Listener())
    progress.report(3, 200)
    progress.report(1_500_000, 120_400_000)
    progress.report(120_400_000, 120_400_000)
    assert told == [(3, 200), (2, 121), (121, 121)]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 KB"),
        (125_040_000, "125.0 MB"),
        (10**16, "10000.0 TB"),
    ],
)
def test_sizes_read_like_sizes(size, text):
    assert size_text(size) == text


# -- sealing what is not complete ----------


def test_the_reason_for_what_lacks_goes_into_the_bundle(
    make_screen, sample, desk, tmp_path, qtbot, settled
):
    screen = make_screen(sample.workspace)
    desk.ask.answers.append(tmp_path / "归档.zip")
    seal(qtbot, screen, " 前期文件另行移交 ")
    settled()
    (bundle,) = list_bundles(sample.workspace, sample.project_id)
    assert bundle.gaps_reason == "前期文件另行移交"
    assert word(screen) == "通过"
