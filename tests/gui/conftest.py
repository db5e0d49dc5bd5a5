"""Guards and parts for tests with a window.

Every test here fails if it leaves a thread, a running timer or a top-level widget behind, logs a
warning that it did not ask for (`caplog.clear()` asks), or makes Qt complain.
"""

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--onscreen", action="store_true", help="show windows (else drawn off the screen)"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")


PySide6 = pytest.importorskip("PySide6", reason="the unit run has no Qt")

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QScrollBar,
    QWidget,
)

from inspector.ui.kit.ask import Ask  # noqa: E402
from inspector.ui.kit.desk import Desk  # noqa: E402
from inspector.ui.kit.hub import Hub  # noqa: E402
from inspector.ui.kit.jobs import Jobs  # noqa: E402
from inspector.ui.kit.preferences import Preferences  # noqa: E402
from inspector.ui.kit.style.look import Look, look  # noqa: E402

RESOURCES = Path(__file__).parents[2] / "resources"
_log = logging.getLogger(__name__)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.gui)


@pytest.fixture
def qapp(qapp: QApplication) -> QApplication:
    """The application in its look; light at the start of every test."""
    if qapp.findChild(Look) is None:
        Look(qapp, RESOURCES)
    look().choose("light")
    return qapp


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication, qtbot: object) -> Iterator[None]:
    threads = set(threading.enumerate())
    widgets = set(map(id, qapp.topLevelWidgets()))
    yield
    from pytestqt.qtbot import _close_widgets

    request_owner = getattr(qtbot, "_request", None)
    if request_owner is not None:
        _close_widgets(request_owner.node)
    _settle(qapp)
    left = [thread.name for thread in set(threading.enumerate()) - threads if thread.is_alive()]
    assert not left, f"threads left behind: {left}"
    tops = [widget for widget in qapp.topLevelWidgets() if id(widget) not in widgets]
    assert not tops, f"top-level widgets left behind: {tops}"
    running = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert not running, f"timers left running: {running}"


@pytest.fixture(autouse=True)
def _nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not loud, f"unexpected log lines (caplog.clear() expects them): {loud}"


@pytest.fixture(autouse=True)
def _qt_silent() -> Iterator[list[str]]:
    """Fail on anything that Qt says at warning level or above."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if message.startswith("This plugin does not support"):
            return  # the offscreen platform has no window manager
        if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            said.append(message)

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)
    assert not said, f"Qt complained: {said}"


def _settle(app: QApplication) -> None:
    """Let deferred deletions happen."""
    for _round in range(3):
        gc.collect()
        app.sendPostedEvents(None, 0)
        app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        app.processEvents()


# -- parts


class ScriptedAsk(Ask):
    """Answers at once with what the test laid ready, and remembers what was asked."""

    def __init__(self) -> None:
        super().__init__(lambda error: str(error.problem))
        self.said: list[str] = []
        self.answers: list[object] = []

    def tell(self, title: str, text: str) -> None:
        self.said.append(f"{title}: {text}")

    def refuse(self, error) -> None:
        self.said.append(self.explain(error))

    def confirm(self, question, on_yes) -> None:
        self.said.append(question.title)
        if self.answers.pop(0):
            on_yes()

    def text(self, question, on_text) -> None:
        self._answer(question, on_text)

    def files(self, question, on_paths) -> None:
        self._answer(question, on_paths)

    def folder(self, question, on_path) -> None:
        self._answer(question, on_path)

    def save_as(self, question, on_path) -> None:
        self._answer(question, on_path)

    def _answer(self, question, on_answer) -> None:
        self.said.append(question.title)
        answer = self.answers.pop(0)
        if answer is not None:
            on_answer(answer)


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    qapp.processEvents()


@pytest.fixture
def desk(jobs: Jobs, ask: ScriptedAsk, tmp_path: Path) -> Desk:
    """A desk over no workspace: `dataclasses.replace(desk, workspace=…)` gives it one.

    Where it was led and what it said stand in `desk.go.calls` and `desk.toast.calls`.
    """
    return Desk(
        workspace=None,
        jobs=jobs,
        hub=Hub(),
        ask=ask,
        preferences=Preferences(tmp_path / "profile"),
        go=Recorder(),
        long_work=lambda _title, job: jobs.long.start(job),
        toast=Recorder(),
        remember=Recorder(),
        crashed=Recorder(),
    )


class Recorder:
    """A callable that remembers how it was called."""

    def __init__(self) -> None:
        self.calls: list[tuple[tuple[object, ...], dict[str, object]]] = []

    def __call__(self, *args: object, **kwargs: object) -> None:
        self.calls.append((args, kwargs))


@pytest.fixture
def idle(qtbot) -> Callable[[Jobs], None]:
    """Wait until both workers have told everything."""

    def wait(jobs: Jobs) -> None:
        qtbot.waitUntil(lambda: not jobs.acts.is_busy() and not jobs.long.is_busy())

    return wait


@pytest.fixture
def assert_accessible() -> Callable[[QWidget], None]:
    """Check that everything one can focus has a name, and that targets are large enough."""

    def check(widget: QWidget) -> None:
        inside = [child for child in widget.findChildren(QWidget) if not _is_qts_own(child)]
        nameless = [child for child in inside if _takes_focus(child) and not _name(child)]
        assert not nameless, f"no accessible name: {nameless}"
        small = [child for child in inside if _is_button(child) and _is_small(child)]
        assert not small, f"smaller than 44 px: {small}"

    return check


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value) and widget.isVisible()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", lambda: "")())


def _is_qts_own(widget: QWidget) -> bool:
    """Tell whether Qt made the widget inside another one."""
    return (
        isinstance(widget, QHeaderView | QScrollBar)
        or widget.objectName().startswith("qt_")
        or isinstance(widget.parent(), QAbstractScrollArea)
        or "QComboBox" in type(widget.parent()).__name__
        or type(widget).__name__ == "QComboBoxPrivateContainer"
    )


def _is_button(widget: QWidget) -> bool:
    from inspector.ui.kit.widgets.buttons import PaintedButton

    return isinstance(widget, PaintedButton) and widget.isVisible()


def _is_small(widget: QWidget) -> bool:
    return widget.height() < 44 or widget.width() < 24
