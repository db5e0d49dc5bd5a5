"""Reports: made, listed, opened, copied; what goes wrong is said where the work is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from inspector.core.papers import check_code
from inspector.operations.projects import edit_project
from inspector.operations.reports import kept_paper, list_reports
from inspector.ui.kit.jobs import Job
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton
from inspector.ui.screens.acceptance.papers.model import proposed_name
from inspector.ui.screens.acceptance.papers.view import NotePanel
from inspector.ui.screens.acceptance.view import AcceptanceScreen

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(KeyButton, name), LEFT)


@pytest.fixture
def made(make_screen, troubled, desk, tmp_path, qtbot, settled):
    """The screen after a report was made, and where it lies."""
    screen = make_screen(troubled.workspace)
    out = tmp_path / "报告.pdf"
    desk.ask.answers.append(out)
    press(qtbot, screen, "make_report")
    settled()
    return screen, out


def test_a_report_is_made_where_the_person_says_and_listed(made, troubled, desk):
    screen, out = made
    report = list_reports(troubled.workspace, troubled.project.id)[0]

    assert out.read_bytes().startswith(b"%PDF")
    row = screen.papers_model.row_at(0)
    assert (row.id, row.conclusion, row.is_here) == (report.id, "不能判定", True)
    assert report.number in row.head
    assert "第 1 版" in row.head
    assert check_code(report.snapshot) in row.code
    assert f"{report.pages} 页" in row.made
    assert check_code(report.snapshot) in screen._last.text
    assert desk.toast.calls[-1][0][0].startswith("报告已生成：报告.pdf")


def test_the_toast_opens_the_report(made, desk):
    screen, out = made
    _text, step, on_act = desk.toast.calls[-1][0]
    on_act()
    assert step == "打开"
    assert screen.board.open_path.calls == [((out,), {})]


def test_a_report_is_opened_and_its_folder_shown(made, qtbot):
    screen, out = made
    press(qtbot, screen, "open_paper")
    press(qtbot, screen, "show_folder")
    assert [call[0][0] for call in screen.board.open_path.calls] == [out, out.parent]


def test_a_report_whose_file_was_moved_is_opened_from_the_kept_copy(made, troubled, qtbot):
    screen, out = made
    out.unlink()
    press(qtbot, screen, "open_paper")
    report = list_reports(troubled.workspace, troubled.project.id)[0]
    assert screen.board.open_path.calls == [((kept_paper(troubled.workspace, report),), {})]


def test_a_viewer_that_is_missing_is_said(made, desk, qtbot):
    screen, out = made
    screen.board.open_path = lambda _path: False
    press(qtbot, screen, "open_paper")
    assert desk.ask.said[-1].endswith(str(out))


def test_a_copy_is_the_same_byte_for_byte(made, desk, tmp_path, qtbot, settled):
    screen, out = made
    desk.ask.answers.append(tmp_path / "副本")
    press(qtbot, screen, "save_copy")
    settled()
    assert (tmp_path / "副本.pdf").read_bytes() == out.read_bytes()


def test_a_copy_never_overwrites(made, desk, tmp_path, qtbot, settled):
    screen, _out = made
    taken = tmp_path / "有了.pdf"
    taken.write_text("别人的")
    desk.ask.answers.append(taken)
    press(qtbot, screen, "save_copy")
    settled()
    assert screen.banner.words() == "file_exists"
    assert taken.read_text() == "别人的"


def test_a_file_that_exists_is_refused_in_place_and_another_name_helps(
    make_screen, troubled, desk, tmp_path, qtbot, settled
):
    screen = make_screen(troubled.workspace)
    taken = tmp_path / "有了.pdf"
    taken.write_text("别人的")
    desk.ask.answers += [taken, tmp_path / "新的.pdf"]

    press(qtbot, screen, "make_report")
    settled()
    assert screen.banner.isVisible()
    assert taken.read_text() == "别人的"
    assert list_reports(troubled.workspace, troubled.project.id) == []

    screen.banner._button.click()
    settled()
    assert (tmp_path / "新的.pdf").exists()
    assert not screen.banner.isVisible()


def test_stopping_leaves_no_file_and_no_report(troubled, desk, tmp_path, qtbot, settled):
    def run_and_stop(_title: str, job: Job) -> None:
        job.on_progress = lambda _done, _total: None
        inner = job.work

        class Stopping:
            def __init__(self, progress):
                self.progress, self.asked = progress, 0

            def report(self, done, total):
                self.progress.report(done, total)

            def wants_stop(self):
                self.asked += 1
                if self.asked > 2:
                    job.stop()
                return self.progress.wants_stop()

        job.work = lambda progress: inner(Stopping(progress))
        desk.jobs.long.start(job)

    screen = AcceptanceScreen(replace(desk, workspace=troubled.workspace, long_work=run_and_stop))
    qtbot.addWidget(screen)
    screen.show()
    settled()
    folder = tmp_path / "out"
    folder.mkdir()
    desk.ask.answers.append(folder / "报告.pdf")
    press(qtbot, screen, "make_report")
    assert not screen.make_button.isEnabled()
    settled()

    assert list(folder.iterdir()) == []
    assert list_reports(troubled.workspace, troubled.project.id) == []
    assert desk.toast.calls[-1][0][0] == "已停止，没有留下文件"
    assert screen.make_button.isEnabled()


def test_what_the_paper_cannot_show_is_listed_until_it_is_put_away(
    make_screen, troubled, desk, tmp_path, qtbot, settled
):
    edit_project(troubled.workspace, troubled.project.id, name="解放\U0002b81e村")
    screen = make_screen(troubled.workspace)
    desk.ask.answers.append(tmp_path / "报告.pdf")
    press(qtbot, screen, "make_report")
    settled()

    notes = screen.findChild(NotePanel)
    assert notes.isVisible()
    assert any("2B81E" in line.upper() for line in notes.lines())
    qtbot.mouseClick(screen.findChild(IconButton, "close_notes"), LEFT)
    assert not notes.isVisible()


def test_a_second_report_is_the_next_version_and_stands_first(
    made, troubled, desk, tmp_path, qtbot, settled
):
    screen, _out = made
    desk.ask.answers.append(tmp_path / "二稿.pdf")
    press(qtbot, screen, "make_report")
    settled()
    assert "第 2 版" in screen.papers_model.row_at(0).head
    assert "第 1 版" in screen.papers_model.row_at(1).head
    assert screen.papers.current() == screen.papers_model.row_at(0).id


def test_a_report_whose_file_is_not_here_says_so(made, troubled, desk, settled):
    screen, out = made
    report = list_reports(troubled.workspace, troubled.project.id)[0]
    out.unlink()
    kept_paper(troubled.workspace, report).unlink()
    screen.reread()
    settled()
    assert not screen.papers_model.row_at(0).is_here
    assert not screen.findChild(KeyButton, "open_paper").isEnabled()


def test_ctrl_r_asks_and_ctrl_enter_opens(made, desk, qtbot):
    screen, out = made
    desk.ask.answers.append(None)
    qtbot.keyClick(screen.papers.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask.said[-1] == "生成联合竣工验收报告"
    qtbot.keyClick(screen.papers.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.board.open_path.calls == [((out,), {})]


def test_the_proposed_name_is_fit_and_free(troubled):
    project = replace(troubled.project, name='解放/二"村')
    first = proposed_name(project, (), ())
    assert first == "解放／二＂村联合竣工验收报告_第1版.pdf"
    assert proposed_name(project, (), (first,)) != first
