"""The first painted frame: the last project's list with its rows, against a bare window."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import compete, judge
from inspector.operations.projects import create_project
from inspector.operations.workspace import Workspace, create_workspace
from inspector.ui.main import now

PROJECTS = 12
ROUNDS = 7


def run(folder: Path) -> None:
    """Start a process for each frame; both import Qt, open a window and leave when it painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    workspace = create_workspace(folder / "w", folder / "profile" / "inspector", now, "测", "试")
    _fill(workspace)
    workspace.close()
    os.environ["XDG_DATA_HOME"] = str(folder / "profile")
    table = compete(
        "First painted frame, process start included",
        "a bare window (floor)",
        {
            "a bare window (floor)": lambda: _start("bare", folder),
            "Inspector, projects listed": lambda: _start("ours", folder),
        },
        rounds=ROUNDS,
    )
    judge("frame to a bare window", table.ratio("Inspector, projects listed"), 1.5)


def _fill(workspace: Workspace) -> None:
    for number in range(PROJECTS):
        create_project(workspace, f"P{number:02d}", f"第 {number} 小区改造")


def _start(who: str, folder: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.frame", who, str(folder / "w")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 - own


def main() -> None:
    """Open one window and leave at its first painted frame: run by `_start`."""
    who, folder = sys.argv[1], Path(sys.argv[2])
    if who == "bare":
        _bare()
    else:
        _ours(folder)


def _bare() -> None:
    """Open a window with nothing in it; leave when it was painted."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    window.grab()


def _ours(folder: Path) -> None:
    """Open our window as a person does; leave when the list of projects was painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from inspector.ui import main as front

    start = front.MainWindow.start

    def start_and_leave(window: front.MainWindow) -> None:
        start(window)
        QApplication.processEvents()
        window.grab()
        QTimer.singleShot(0, window.close)

    front.MainWindow.start = start_and_leave  # type: ignore[method-assign]  # to stop the clock
    front.main(folder, "zh")


if __name__ == "__main__":
    main()
