"""Every ending has its code and its sentence."""

import errno
import signal

import pytest

from inspector.cli import main as front
from inspector.cli.commands import project
from inspector.cli.stopping import Watch, hearing_interrupts
from inspector.core.errors import Cancelled
from inspector.core.progress import tracked
from tests.kit.builders import make_workspace
from tests.kit.commands import command, command_data


@pytest.fixture
def home(tmp_path):
    make_workspace(tmp_path).close()
    return tmp_path / "workspace"


def break_list(monkeypatch, ending):
    def fail(*_given):
        raise ending

    monkeypatch.setattr(project, "list_projects", fail)


def test_done_is_nought(home):
    assert command("--workspace", home, "project", "list").code == 0


def test_refused_is_one_with_a_sentence_and_nothing_on_the_other_stream(home):
    ended = command("--workspace", home, "project", "show", "NONE", "--json")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "找不到这条记录（项目 NONE）。它可能已被删除。\n"


def test_mistyped_is_two(home):
    ended = command("--workspace", home, "project", "shwo")
    assert ended.code == 2
    assert ended.out == ""
    assert "shwo" in ended.err


def test_a_bug_is_three_plain_for_people_and_whole_in_the_log(home, monkeypatch, caplog):
    break_list(monkeypatch, ZeroDivisionError("seven"))
    ended = command("--workspace", home, "project", "list")
    assert (ended.code, ended.out) == (3, "")
    assert "Traceback" not in ended.err
    assert "程序出错" in ended.err
    assert "ZeroDivisionError: seven" in caplog.text
    assert (
        "ZeroDivisionError: seven" in command("--workspace", home, "project", "list", "--debug").err
    )


@pytest.mark.parametrize("ending", [Cancelled(), KeyboardInterrupt()])
def test_stopping_is_no_bug(home, monkeypatch, ending):
    break_list(monkeypatch, ending)
    ended = command("--workspace", home, "project", "list")
    assert ended.code == 1
    assert "停止" in ended.err


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "不能写入文件夹"),
        (errno.EROFS, "不能写入文件夹"),
        (errno.ENAMETOOLONG, "名称太长"),
        (errno.ENOENT, "找不到文件"),
        (errno.ENOTDIR, "找不到文件"),
        (errno.EIO, "读写出错"),
    ],
)
def test_what_the_disk_refuses_is_said_as_such(home, monkeypatch, number, sentence):
    break_list(monkeypatch, OSError(number, "no", "/somewhere/file"))
    ended = command("--workspace", home, "project", "list")
    assert ended.code == 1
    assert sentence in ended.err
    assert "/somewhere/file" in ended.err


def test_the_version_needs_no_workspace():
    assert command("--version").out.startswith("inspector ")


def test_help_lists_every_command():
    ended = command("--help")
    assert ended.code == 0
    assert "归档包：封存、列出、校验" in ended.out


@pytest.mark.parametrize(
    ("system", "typed", "language"),
    [
        ("en_GB.UTF-8", [], "en"),
        ("zh_CN.UTF-8", [], "zh"),
        ("C.UTF-8", [], "zh"),
        ("fr_FR.UTF-8", [], "zh"),
        ("zh_CN.UTF-8", ["--lang", "en"], "en"),
        ("en_US.UTF-8", ["--lang", "zh"], "zh"),
    ],
)
def test_the_language_is_the_systems_or_as_typed(monkeypatch, system, typed, language):
    spoken = []
    monkeypatch.setenv("LC_ALL", system)
    monkeypatch.setattr(front, "speak", lambda name, _folder: spoken.append(name))
    command("--version", *typed)
    assert spoken[-1] == language


def test_the_clock_is_the_one_handed_in(home, clock):
    command_data(
        "--workspace", home, "project", "create", "--code", "A1", "--name", "x", clock=clock
    )
    lines = command_data("--workspace", home, "history", "A1", clock=clock)
    assert lines[0]["at"] == "2026-05-11T01:00:00.000+00:00"


class Terminal:
    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_the_first_interrupt_waits_for_a_safe_point_and_the_second_does_not():
    watch = Watch(Terminal())
    before = signal.getsignal(signal.SIGINT)
    done = []

    def work():
        for number in tracked(range(9), 9, watch):
            done.append(number)
            if number == 3:
                signal.raise_signal(signal.SIGINT)

    with hearing_interrupts(watch):
        with pytest.raises(Cancelled):
            work()
        assert done == [0, 1, 2, 3]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_terminal_sees_how_far_the_work_is():
    terminal = Terminal()
    list(tracked(range(40), 40, Watch(terminal)))
    assert terminal.text == "\r0/40\r20/40\r40/40\n"
