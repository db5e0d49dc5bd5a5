"""The papers of a project in the window: made, opened, all buildings, one looked up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.core.issued import OF_PROJECT, PaperKind
from inspector.operations.batches import make_batch
from inspector.operations.reports import kept_paper, list_reports
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.acceptance.forms import viewmodel
from tests.kit.builders import make_place

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, screen, name):
    qtbot.mouseClick(screen.findChild(KeyButton, name), LEFT)


@pytest.fixture
def forms(make_screen, troubled, qtbot):
    """The screen with the list of papers."""
    screen = make_screen(troubled.workspace)
    press(qtbot, screen, "show_forms")
    assert screen.forms.isVisible()
    return screen


@pytest.fixture
def act(forms, qtbot, settled):
    """Press a button and wait until all is told."""

    def pressed(name):
        press(qtbot, forms, name)
        settled()

    return pressed


@pytest.mark.parametrize("kind", OF_PROJECT)
def test_each_paper_is_made_and_opened(forms, troubled, desk, tmp_path, act, kind):
    row = forms.forms.rows[kind]
    assert row.told.text == "还没有生成"
    assert not row.open.isEnabled()
    out = tmp_path / "表.pdf"
    desk.ask.answers.append(out)
    act(f"make_{kind.value}")
    assert out.read_bytes().startswith(b"%PDF")
    assert row.told.text.startswith("第 1 版")
    act(f"open_{kind.value}")
    assert forms.board.open_path.calls[-1] == ((out,), {})
    out.unlink()
    act(f"open_{kind.value}")
    report = list_reports(troubled.workspace, troubled.project.id)[-1]
    assert forms.board.open_path.calls[-1] == ((kept_paper(troubled.workspace, report),), {})


def test_a_name_without_an_end_is_a_pdf_and_other_editions_are_made(forms, desk, tmp_path, act):
    for given, made in (("表", "表.pdf"), ("表.docx", "表.docx"), ("表.xlsx", "表.xlsx")):
        desk.ask.answers.append(tmp_path / given)
        act("make_groups")
        assert (tmp_path / made).is_file()
    assert "第 3 版" in forms.forms.rows[PaperKind.GROUPS].told.text


def test_a_file_that_exists_is_refused_where_the_work_is(forms, desk, tmp_path, act):
    taken = tmp_path / "t.pdf"
    taken.write_text("mine", encoding="utf-8")
    desk.ask.answers.append(taken)
    act("make_groups")
    assert forms.forms.banner.words() == "file_exists"
    assert taken.read_text(encoding="utf-8") == "mine"


def test_all_buildings_are_made_and_a_failure_is_told(forms, troubled, desk, tmp_path, act):
    make_place(troubled.workspace, troubled.project, "13")
    folder = tmp_path / "out"
    desk.ask.answers.append(folder)
    act("make_batch")
    told = forms.findChild(Words, "batch_told")
    assert told.words() == "共 6 份，全部生成。"
    assert len(list(folder.glob("*.pdf"))) == 6
    other = tmp_path / "other"
    other.mkdir()
    (other / next(folder.glob("LD*.pdf")).name).write_text("mine", encoding="utf-8")
    desk.ask.answers.append(other)
    act("make_batch")
    assert "未能生成 1 份" in told.words()
    assert len(list(other.glob("*.pdf"))) == 6


def test_a_code_and_a_file_are_compared_with_the_records(forms, troubled, desk, tmp_path, act):
    out = tmp_path / "五方.pdf"
    desk.ask.answers.append(out)
    act("make_five_parties")
    report = list_reports(troubled.workspace, troubled.project.id)[0]
    answer = forms.findChild(Words, "paper_answer")
    forms.findChild(QLineEdit, "paper_code").setText(report.number)
    act("check_paper")
    assert "一致" in answer.words()
    desk.ask.answers.append([out])
    act("check_file")
    assert "逐字节相同" in answer.words()
    forms.findChild(QLineEdit, "paper_code").setText("7F3A-91C2-0B5D")
    act("check_paper")
    assert "查不到" in answer.words()


def test_the_way_back_leads_to_the_preparation(forms, qtbot):
    press(qtbot, forms, "leave_forms")
    assert not forms.forms.isVisible()


class StopsAfterOne:
    """A person who presses Stop after the first building."""

    def __init__(self, progress):
        self._progress = progress
        self._done = 0

    def report(self, done, total):
        self._done = done
        self._progress.report(done, total)

    def wants_stop(self):
        return self._done > 0


def test_a_stopped_batch_keeps_what_it_made_and_goes_on(
    forms, troubled, desk, tmp_path, act, monkeypatch
):
    make_place(troubled.workspace, troubled.project, "13")

    def stopping(workspace, project_id, folder, progress, sheets):
        watch = StopsAfterOne(progress)
        return make_batch(workspace, project_id, folder, progress=watch, sheets=sheets)

    monkeypatch.setattr(viewmodel, "make_batch", stopping)
    desk.ask.answers += [tmp_path / "out", tmp_path / "out"]
    act("make_batch")
    assert "已停止" in desk.toast.calls[-1][0][0]
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1
    assert forms.forms.batch.isEnabled()
    monkeypatch.undo()
    act("make_batch")
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 6
