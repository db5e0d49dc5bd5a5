"""Open the window: language, look, workspace, rooms; one window per workspace."""

import getpass
import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from inspector import folders
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress
from inspector.core.times import CHINA
from inspector.logs import log_to, stop_logging
from inspector.operations.exchange import count_pending
from inspector.operations.starting import NewWorkspace, create_from_package
from inspector.operations.workspace import Workspace, create_workspace, open_workspace
from inspector.settings import Language, load_settings
from inspector.ui.kit.ask import Ask
from inspector.ui.kit.hub import Hub
from inspector.ui.kit.jobs import Jobs
from inspector.ui.kit.preferences import Preferences
from inspector.ui.kit.style.look import Look
from inspector.ui.window.acts import Acts
from inspector.ui.window.crash import CrashReporter
from inspector.ui.window.finding import find_hits
from inspector.ui.window.frame import MainWindow
from inspector.ui.window.instance import SingleInstance
from inspector.ui.window.person import PersonDialog
from inspector.ui.window.rooms import ROOMS
from inspector.ui.window.spec import Frame
from inspector.ui.window.start import StartChoice, StartDialog
from inspector.words.language import LANGUAGES, _, language, speak
from inspector.words.problems import explain

SMOKE = "INSPECTOR_SMOKE"
"""Set by the smoke test: the window closes by itself once it has painted."""


def now() -> datetime:
    """Give the present moment at the wall: China has one zone, whatever the system says."""
    return datetime.now(CHINA)


def main(workspace: Path | None = None, wanted_language: str | None = None) -> int:
    """Open the window on a workspace, or on what the person chooses at the first start."""
    _choose_input_method()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 3
    app.setApplicationName("inspector")
    profile = folders.profile()
    _speak(wanted_language, profile, app)
    Look(app, folders.resources())
    folder = workspace or _last_workspace(profile)
    instance = SingleInstance(folder) if folder else None
    if instance is not None and instance.raise_other():
        return 0
    opened = _open_or_ask(folder, profile)
    if opened is None:
        return 1
    return _run(app, opened, profile, instance or SingleInstance(opened.folder))


def _run(app: QApplication, workspace: Workspace, profile: Path, instance: SingleInstance) -> int:
    """Show the window until it is closed, then leave in order."""
    handler = log_to(workspace.folder / folders.LOGS)
    reporter = CrashReporter(workspace.folder / folders.LOGS, now)
    left_over = reporter.install()
    window, acts = _window(workspace, profile, reporter)
    instance.listen(window)
    window.closed.connect(app.quit)
    window.start()
    if left_over is not None:
        window.toast.say(_("上次程序意外结束，经过已记在 {file}").format(file=left_over.name))
    if os.environ.get(SMOKE):
        QTimer.singleShot(1500, window.close)
    code = app.exec()
    acts.close()
    instance.close()
    workspace.close()
    reporter.uninstall()
    if handler is not None:
        stop_logging(handler)
    return code


def _window(
    workspace: Workspace, profile: Path, reporter: CrashReporter
) -> tuple[MainWindow, Acts]:
    preferences = Preferences(profile)
    preferences.put(preferences.value.opened(str(workspace.folder)))
    hub, ask = Hub(), Ask(explain)
    jobs = Jobs()
    acts = Acts(workspace, jobs, hub, ask, reporter.report)
    frame = Frame(
        title=_("验收 — {folder}").format(folder=workspace.folder.name),
        screens=ROOMS,
        workspace=workspace,
        jobs=jobs,
        hub=hub,
        ask=ask,
        preferences=preferences,
        find=partial(find_hits, workspace),
        undo=acts.undo,
        redo=acts.redo,
        remember=acts.remember,
        person=lambda: workspace.person().name,
        change_person=acts.change_person,
        pending=partial(count_pending, workspace),
        now=workspace.now,
        crashed=reporter.report,
        profile=profile,
    )
    window = MainWindow(frame)
    acts.over(window, partial(PersonDialog, workspace))
    return window, acts


# -- the first start ----------


def _open_or_ask(folder: Path | None, profile: Path) -> Workspace | None:
    """Open the last workspace; where that cannot be, let the person choose."""
    trouble = ""
    if folder is not None:
        try:
            return open_workspace(folder, profile, now)
        except InspectorError as error:
            missing = error.problem is Problem.WORKSPACE_MISSING
            trouble = "" if missing else explain(error)
    dialog = StartDialog(
        folder or folders.default_workspace(), getpass.getuser(), partial(_begin, profile), trouble
    )
    dialog.exec()
    return dialog.opened


def _begin(profile: Path, choice: StartChoice, progress: Progress | None = None) -> Workspace:
    if choice.package is not None:
        start = NewWorkspace(choice.folder, profile, now, choice.person, choice.unit)
        create_from_package(start, choice.package, progress)
    elif choice.is_new:
        return create_workspace(choice.folder, profile, now, choice.person, choice.unit)
    return open_workspace(choice.folder, profile, now)


def _last_workspace(profile: Path) -> Path | None:
    last = load_settings(profile).last_workspace
    return Path(last) if last else None


# -- language and input ----------


def _speak(wanted: str | None, profile: Path, app: QApplication) -> None:
    """Speak the person's language in our texts and in Qt's own buttons."""
    chosen = wanted or load_settings(profile).language.value
    if chosen == Language.SYSTEM.value:
        chosen = _system_language()
    speak(chosen, folders.locale())
    if language() == "zh":
        translator = QTranslator(app)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", place):
            app.installTranslator(translator)


def _system_language() -> str:
    """Give the system's language where we speak it; Chinese where it is another or unknown."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else "zh"


def _choose_input_method() -> None:
    """Let fcitx users type: without its plugin, fcitx5 answers to the IBus protocol."""
    if sys.platform != "linux" or not os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if not any((plugins / "platforminputcontexts").glob("*fcitx*")):
        os.environ["QT_IM_MODULE"] = "ibus"
