"""When the program is at fault."""

import faulthandler
import logging
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from inspector.ui.window.crash import FAULT_FILE, CrashReporter

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def reporter(tmp_path, qapp, caplog):
    times = iter(NOON + timedelta(seconds=n) for n in range(100))
    hooks = sys.excepthook, threading.excepthook
    made = CrashReporter(tmp_path / "logs", lambda: next(times))
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = hooks
    caplog.get_records("call").clear()
    for box in boxes():
        box.close()


def boxes():
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]


def test_a_fault_is_written_down_and_told_without_jargon(reporter, qtbot, tmp_path):
    with qtbot.waitSignal(reporter.reported) as reported:
        sys.excepthook(ValueError, ValueError("内部"), None)
    path = reported.args[0]
    assert "ValueError: 内部" in path.read_text(encoding="utf-8")
    [box] = boxes()
    shown = box.text() + box.informativeText()
    assert str(path) in shown
    assert "没有丢失" in shown
    assert "ValueError" not in shown
    assert "Traceback" not in shown


def test_many_faults_open_one_box_and_write_each(reporter, qtbot, tmp_path):
    for number in range(3):
        with qtbot.waitSignal(reporter.reported):
            reporter.report(RuntimeError(str(number)))
    assert len(boxes()) == 1
    assert len(list((tmp_path / "logs").glob("report-*.txt"))) == 3


def test_a_fault_in_a_thread_comes_home(reporter, qtbot):
    def work():
        raise KeyError

    with qtbot.waitSignal(reporter.reported):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert boxes()


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_comes_home(reporter, qtbot):
    def slot():
        raise LookupError

    with qtbot.waitSignal(reporter.reported):
        QTimer.singleShot(0, slot)


def test_after_the_box_a_new_fault_is_told_again(reporter, qtbot):
    for _round in range(2):
        with qtbot.waitSignal(reporter.reported):
            reporter.report(RuntimeError())
        [box] = boxes()
        box.buttons()[0].click()
        qtbot.waitUntil(lambda: not boxes())


def test_the_program_can_be_closed_from_the_box(reporter, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(reporter.reported):
        reporter.report(RuntimeError())
    [box] = boxes()
    box.buttons()[1].click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_folder_that_cannot_be_written_still_tells(reporter, qtbot, tmp_path):
    reporter._folder = tmp_path / "missing" / "logs"
    with qtbot.waitSignal(reporter.reported) as reported:
        reporter.report(RuntimeError())
    assert reported.args == [None]


def test_what_qt_says_goes_to_the_log(reporter, caplog):
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning("纸张用完")
        qWarning("This plugin does not support propagateSizeHints()")
    assert [record.message for record in caplog.records] == ["纸张用完"]


def test_a_hard_crash_leaves_a_trace_for_the_next_start(tmp_path, qapp):
    program = f"""
import faulthandler
out = open({str(tmp_path / FAULT_FILE)!r}, "w")
faulthandler.enable(out)
faulthandler._sigsegv()
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own words
    assert done.returncode != 0
    was_on = faulthandler.is_enabled()
    hooks = sys.excepthook, threading.excepthook
    reporter = CrashReporter(tmp_path, lambda: NOON)
    left = reporter.install()
    reporter.uninstall()
    sys.excepthook, threading.excepthook = hooks
    if was_on:
        faulthandler.enable()
    assert left is not None
    assert "Segmentation fault" in left.read_text()
    assert not (tmp_path / FAULT_FILE).exists()
